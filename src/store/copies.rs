//! The copies of the bot that share a store. Each counts up its beat; the others see by their own clock whether it still
//! does, so that no two clocks need to agree.

use std::fmt;

use serde::{Deserialize, Serialize};
use sqlx::Row as _;
use uuid::Uuid;

use super::{Store, StoreError, bounded};

/// One run of the program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CopyId(pub(super) String);

impl CopyId {
    pub fn new() -> Self {
        Self(Uuid::new_v4().simple().to_string())
    }
}

impl Default for CopyId {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for CopyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Clone)]
pub struct Copies {
    pub(super) store: Store,
}

impl Copies {
    pub async fn beat(&self, copy: &CopyId) -> Result<(), StoreError> {
        let statement = "INSERT INTO copies (id, beat) VALUES ($1, 0) \
                         ON CONFLICT (id) DO UPDATE SET beat = copies.beat + 1";
        bounded(sqlx::query(statement).bind(copy.0.clone()).execute(&self.store.pool)).await.map(drop)
    }

    /// Every copy that has not said goodbye, with its beat.
    pub async fn all(&self) -> Result<Vec<(CopyId, i64)>, StoreError> {
        let rows = bounded(sqlx::query("SELECT id, beat FROM copies").fetch_all(&self.store.pool)).await?;
        rows.iter().map(|row| Ok((CopyId(row.try_get("id")?), row.try_get("beat")?))).collect()
    }

    /// Says goodbye, for this copy or for one that is gone.
    pub async fn forget(&self, copy: &CopyId) -> Result<(), StoreError> {
        let statement = sqlx::query("DELETE FROM copies WHERE id = $1").bind(copy.0.clone());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

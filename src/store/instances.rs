//! The instances that share a store. Each increments its heartbeat. The others check by their own clock whether it
//! still does, so that no two clocks need to agree.

use std::fmt;

use serde::{Deserialize, Serialize};
use sqlx::Row as _;
use uuid::Uuid;

use super::{Store, StoreError, bounded};

/// One run of the program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InstanceId(pub(super) String);

impl InstanceId {
    pub fn new() -> Self {
        Self(Uuid::new_v4().simple().to_string())
    }
}

impl Default for InstanceId {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for InstanceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Clone)]
pub struct Instances {
    pub(super) store: Store,
}

impl Instances {
    pub async fn beat(&self, copy: &InstanceId) -> Result<(), StoreError> {
        let statement = "INSERT INTO copies (id, beat) VALUES ($1, 0) \
                         ON CONFLICT (id) DO UPDATE SET beat = copies.beat + 1";
        bounded(sqlx::query(statement).bind(copy.0.clone()).execute(&self.store.pool)).await.map(drop)
    }

    /// Returns every instance that has not left, with its heartbeat.
    pub async fn all(&self) -> Result<Vec<(InstanceId, i64)>, StoreError> {
        let rows = bounded(sqlx::query("SELECT id, beat FROM copies").fetch_all(&self.store.reads)).await?;
        rows.iter().map(|row| Ok((InstanceId(row.try_get("id")?), row.try_get("beat")?))).collect()
    }

    /// Removes this instance, or one that is gone.
    pub async fn forget(&self, copy: &InstanceId) -> Result<(), StoreError> {
        let statement = sqlx::query("DELETE FROM copies WHERE id = $1").bind(copy.0.clone());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

//! Lists of people that wait for their user: the preview of a list, under the id of its confirmation, and lists whose
//! group the user has yet to choose.

use serde::{Deserialize, Serialize};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, Row as _};
use usher_clock::Timestamp;

use super::{ConfirmationId, Store, StoreError, bounded, garbled, signed, storable, unsigned};
use crate::access::{GuildId, UserId};
use crate::people_list::{ListPreview, ListSource};

/// Most lists of one user that are stored at a time: a list can have thousands of entries.
const OPEN_MAX: i64 = 20;

/// What is stored of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StoredList {
    Preview(Box<ListPreview>),
    /// A list that was not read yet.
    Source(ListSource),
}

/// A list whose group the user has yet to choose.
#[derive(Debug)]
pub struct OpenList {
    pub guild: GuildId,
    pub user: UserId,
    pub source: ListSource,
}

#[derive(Debug, Clone)]
pub struct ListTable {
    pub(super) store: Store,
}

impl ListTable {
    /// Stores a list until its user chooses a group.
    pub async fn insert(&self, id: ConfirmationId, list: OpenList, until: Timestamp) -> Result<(), StoreError> {
        let OpenList { guild, user, source } = list;
        let statement = insert(id, (guild, user), &StoredList::Source(source), until)?;
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            make_room(&mut transaction, user).await?;
            statement.execute(&mut *transaction).await?;
            Ok(transaction.commit().await?)
        })
        .await
    }

    /// Returns a list whose group is open, unless it has expired at `now`.
    pub async fn get(&self, id: ConfirmationId, now: Timestamp) -> Result<Option<OpenList>, StoreError> {
        let text = "SELECT guild, asker, data FROM lists WHERE id = $1 AND good_until > $2";
        let statement = sqlx::query(text).bind(id.to_string()).bind(now.as_millis());
        let Some(row) = bounded(statement.fetch_optional(&self.store.reads)).await? else { return Ok(None) };
        let (guild, user): (i64, i64) = (row.try_get("guild")?, row.try_get("asker")?);
        let (guild, user) = (GuildId(unsigned(guild)), UserId(unsigned(user)));
        Ok(match read(&row, "data")? {
            Some(StoredList::Source(source)) => Some(OpenList { guild, user, source }),
            Some(StoredList::Preview(_)) | None => None,
        })
    }

    /// Deletes a list. Returns `false` if another caller did.
    pub async fn delete(&self, id: ConfirmationId) -> Result<bool, StoreError> {
        let statement = sqlx::query("DELETE FROM lists WHERE id = $1").bind(id.to_string());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }
}

/// Deletes the oldest lists of a user, with their confirmations, so that one more makes [`OPEN_MAX`].
pub(super) async fn make_room(connection: &mut AnyConnection, user: UserId) -> Result<(), StoreError> {
    let oldest = "SELECT id FROM lists WHERE asker = $1 ORDER BY good_until DESC LIMIT 100 OFFSET $2";
    let oldest = sqlx::query_scalar::<_, String>(oldest).bind(signed(user.0)).bind(OPEN_MAX - 1);
    for id in oldest.fetch_all(&mut *connection).await? {
        for text in ["DELETE FROM kept WHERE id = $1", "DELETE FROM lists WHERE id = $1"] {
            sqlx::query(text).bind(&id).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// Returns the statement that stores a list of this user until then.
pub(super) fn insert(
    id: ConfirmationId,
    (guild, user): (GuildId, UserId),
    list: &StoredList,
    until: Timestamp,
) -> Result<Query<'static, Any, AnyArguments>, StoreError> {
    let data = storable(&serde_json::to_string(list).map_err(garbled)?);
    let text = "INSERT INTO lists (id, guild, asker, data, good_until) VALUES ($1, $2, $3, $4, $5)";
    Ok(sqlx::query(text)
        .bind(id.to_string())
        .bind(signed(guild.0))
        .bind(signed(user.0))
        .bind(data)
        .bind(until.as_millis()))
}

/// Reads a list from a column that may be empty.
pub(super) fn read(row: &AnyRow, column: &str) -> Result<Option<StoredList>, StoreError> {
    let data: Option<String> = row.try_get(column)?;
    data.map(|data| serde_json::from_str(&data).map_err(garbled)).transpose()
}

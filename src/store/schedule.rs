//! Operations that a worker begins later. An operation that ends can leave one: the rest of a list of people.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use uuid::Uuid;

use super::row::AuditId;
use super::{Store, StoreError, bounded, garbled, signed, storable, unsigned};
use crate::access::{ChannelId, GuildId, UserId};
use crate::operations::{Continuation, Operation};

/// The id of a scheduled operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScheduleId(Uuid);

impl fmt::Display for ScheduleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for ScheduleId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(text).map(Self)
    }
}

/// An operation that waits for its time.
#[derive(Debug, Clone)]
pub struct ScheduledOperation {
    pub id: ScheduleId,
    pub guild: GuildId,
    /// The channel of the command.
    pub channel: ChannelId,
    pub user: UserId,
    /// Who approved it, if its user may only request it.
    pub approver: Option<UserId>,
    pub operation: Operation,
    /// The operation that it continues.
    pub after: Option<AuditId>,
    /// When it was to begin.
    pub planned: Timestamp,
    /// When it is tried next.
    pub due: Timestamp,
}

#[derive(Debug, Clone)]
pub struct ScheduleTable {
    pub(super) store: Store,
}

const COLUMNS: &str = "id, guild, channel, asker, approver, what, after_case, planned_at, due_at";

impl ScheduleTable {
    /// Returns the operations that are due at `now`, the longest due first.
    pub async fn due(&self, now: Timestamp, most: i64) -> Result<Vec<ScheduledOperation>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM schedule WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.as_millis()).bind(most);
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        let readable = rows.iter().filter_map(|row| {
            // A newer version has written it and begins it.
            read(row).inspect_err(|error| tracing::warn!(%error, "failed to read a scheduled operation")).ok()
        });
        Ok(readable.collect())
    }

    /// Makes a due operation due again only `until` then, so that this caller alone begins it. Returns `false` if
    /// another caller was first.
    pub async fn claim(&self, scheduled: &ScheduledOperation, until: Timestamp) -> Result<bool, StoreError> {
        let text = "UPDATE schedule SET due_at = $3 WHERE id = $1 AND due_at = $2";
        let statement =
            sqlx::query(text).bind(scheduled.id.to_string()).bind(scheduled.due.as_millis()).bind(until.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Plans an operation for another time.
    pub async fn postpone(&self, id: ScheduleId, to: Timestamp) -> Result<(), StoreError> {
        let text = "UPDATE schedule SET planned_at = $2, due_at = $2 WHERE id = $1";
        let statement = sqlx::query(text).bind(id.to_string()).bind(to.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Returns the operation that continues this one.
    pub async fn after(&self, case: AuditId) -> Result<Option<ScheduledOperation>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM schedule WHERE after_case = $1");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(case.0);
        bounded(statement.fetch_optional(&self.store.reads)).await?.as_ref().map(read).transpose()
    }

    /// Returns the operations of a server, the next first.
    pub async fn of_guild(&self, guild: GuildId, most: usize) -> Result<Vec<ScheduledOperation>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM schedule WHERE guild = $1 ORDER BY due_at, id LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0));
        let statement = statement.bind(i64::try_from(most).unwrap_or(i64::MAX));
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        Ok(rows.iter().filter_map(|row| read(row).ok()).collect())
    }
}

/// Schedules the continuation of a row of the journal, for the person and in the channel of that row.
pub(super) async fn insert(
    connection: &mut AnyConnection,
    after: AuditId,
    next: &Continuation,
) -> Result<(), StoreError> {
    let what = storable(&serde_json::to_string(&next.operation).map_err(garbled)?);
    let text = format!(
        "INSERT INTO schedule ({COLUMNS}) SELECT $2, guild, channel, asker, approver, $3, id, $4, $4 FROM journal \
         WHERE id = $1"
    );
    let statement = sqlx::query(AssertSqlSafe(text))
        .bind(after.0)
        .bind(ScheduleId(Uuid::new_v4()).to_string())
        .bind(what)
        .bind(next.due.as_millis());
    statement.execute(connection).await?;
    Ok(())
}

/// Deletes an operation that begins, or ends without a beginning. Returns `false` if another caller did.
pub(super) async fn take(connection: &mut AnyConnection, id: ScheduleId) -> Result<bool, StoreError> {
    let statement = sqlx::query("DELETE FROM schedule WHERE id = $1").bind(id.to_string());
    Ok(statement.execute(connection).await?.rows_affected() == 1)
}

fn read(row: &AnyRow) -> Result<ScheduledOperation, StoreError> {
    let id: String = row.try_get("id")?;
    let what: String = row.try_get("what")?;
    let number = |column| Ok::<u64, StoreError>(unsigned(row.try_get(column)?));
    let time = |column| Ok::<_, StoreError>(Timestamp::from_millis(row.try_get(column)?));
    let approver: Option<i64> = row.try_get("approver")?;
    let what: Value = serde_json::from_str(&what).map_err(garbled)?;
    Ok(ScheduledOperation {
        id: id.parse().map_err(garbled)?,
        guild: GuildId(number("guild")?),
        channel: ChannelId(number("channel")?),
        user: UserId(number("asker")?),
        approver: approver.map(|approver| UserId(unsigned(approver))),
        operation: serde_json::from_value(what).map_err(garbled)?,
        after: row.try_get::<Option<i64>, _>("after_case")?.map(AuditId),
        planned: time("planned_at")?,
        due: time("due_at")?,
    })
}

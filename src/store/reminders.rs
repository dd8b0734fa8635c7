//! Reminders of requests for approval that nobody decided: one for each request.

use std::time::Duration;

use sqlx::AssertSqlSafe;
use sqlx::query::{Query, QueryScalar};
use usher_clock::Timestamp;

use super::access_request::{AccessRequest, RequestId};
use super::requests::{COLUMNS, IS_OPEN, Requests, readable};
use super::{StoreError, bounded, signed, unsigned};
use crate::access::GuildId;

/// Age at which a request is due for its reminder, unless half of its time is less.
const REMIND_AFTER: Duration = Duration::from_secs(2 * 60 * 60);
/// Minimum time until a request expires. With less, a reminder comes too late.
const LEFT_AT_LEAST: Duration = Duration::from_secs(10 * 60);
/// How long only the instance that began a reminder may post it. Discord creates one message for repeated posts within
/// this time.
const BEGUN_FOR: Duration = Duration::from_secs(60);

/// The condition that a reminder is due, by the parameters `$1` to `$4` of [`due_at`].
fn due() -> String {
    format!(
        "reminded = 0 AND {IS_OPEN} AND posted_message IS NOT NULL \
         AND (asked_at <= $1 OR asked_at + (good_until - asked_at) / 2 <= $2) AND good_until >= $3 \
         AND (reminder_tried_at IS NULL OR reminder_tried_at <= $4)"
    )
}

fn due_at(now: Timestamp) -> [i64; 4] {
    [
        now.saturating_sub(REMIND_AFTER).as_millis(),
        now.as_millis(),
        (now + LEFT_AT_LEAST).as_millis(),
        now.saturating_sub(BEGUN_FOR).as_millis(),
    ]
}

impl Requests {
    /// Returns the servers with requests whose reminder is due.
    pub async fn guilds_to_remind(&self, now: Timestamp) -> Result<Vec<GuildId>, StoreError> {
        let text = format!("SELECT DISTINCT guild FROM requests WHERE {}", due());
        let statement = due_at(now).into_iter().fold(sqlx::query_scalar(AssertSqlSafe(text)), QueryScalar::bind);
        let guilds: Vec<i64> = bounded(statement.fetch_all(&self.store.reads)).await?;
        Ok(guilds.into_iter().map(|guild| GuildId(unsigned(guild))).collect())
    }

    /// Returns a server's requests whose reminder is due, oldest first.
    pub async fn to_remind(&self, guild: GuildId, now: Timestamp, most: i64) -> Result<Vec<AccessRequest>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM requests WHERE {} AND guild = $5 ORDER BY id LIMIT $6", due());
        let statement = due_at(now).into_iter().fold(sqlx::query(AssertSqlSafe(text)), Query::bind);
        let statement = statement.bind(signed(guild.0)).bind(most);
        Ok(readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Records that an instance is about to post the reminder. Of several callers, one may.
    pub async fn begin_reminder(&self, id: RequestId, now: Timestamp) -> Result<bool, StoreError> {
        let text = format!("UPDATE requests SET reminder_tried_at = $6 WHERE {} AND id = $5", due());
        let statement = due_at(now).into_iter().fold(sqlx::query(AssertSqlSafe(text)), Query::bind);
        let statement = statement.bind(id.0).bind(now.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Records that the reminder is posted.
    pub async fn reminded(&self, id: RequestId) -> Result<(), StoreError> {
        let statement = sqlx::query("UPDATE requests SET reminded = 1 WHERE id = $1").bind(id.0);
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

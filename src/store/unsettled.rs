//! Changes whose answer was lost: those that may still take effect, and those that are watched because they were
//! reported as not confirmed.

use std::time::Duration;

use sqlx::AssertSqlSafe;
use usher_clock::Timestamp;
use whatsapp::{GroupId, SessionName};

use super::insert::{detail, kept_data};
use super::journal::{COLUMNS, Journal};
use super::row::{AuditEnd, AuditId, AuditRecord, AuditSubject};
use super::{StoreError, bounded, garbled, storable};

/// When an unconfirmed change is verified again, after its end.
const WATCHED_AFTER: [Duration; 3] =
    [Duration::from_secs(5 * 60), Duration::from_secs(15 * 60), Duration::from_secs(60 * 60)];
/// Time after which an unconfirmed change is assumed not to take effect.
pub const UNSETTLED_FOR: Duration = Duration::from_secs(60 * 60);
/// When a recheck, or the announcement of its result, is retried after it failed or this process ended.
const TRIED_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// A change is not retried a day after it ended.
const TRIED_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// Maximum rows read for one answer; a session has fewer in an hour.
const ROWS_MAX: i64 = 500;

/// Returns when a change that `ended` is verified next after `now`; `None` if it is not watched any more.
pub(super) fn next_watch(ended: Timestamp, now: Timestamp) -> Option<Timestamp> {
    WATCHED_AFTER.into_iter().map(|after| ended + after).find(|at| *at > now)
}

impl Journal {
    /// Returns the session's changes that are in progress, and those whose answer was lost after `since` and that are
    /// not settled; newest first.
    pub async fn unsettled(&self, session: &SessionName, since: Timestamp) -> Result<Vec<AuditRecord>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM journal WHERE session = $1 AND (ended_at IS NULL OR lost_at > $2) \
             ORDER BY id DESC LIMIT $3"
        );
        let statement =
            sqlx::query(AssertSqlSafe(text)).bind(session.to_string()).bind(since.as_millis()).bind(ROWS_MAX);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Returns the groups that the session's other commands created after `since`.
    pub async fn made_groups(
        &self,
        session: &SessionName,
        except: AuditId,
        since: Timestamp,
    ) -> Result<Vec<GroupId>, StoreError> {
        let statement = sqlx::query_scalar::<_, String>(
            "SELECT group_id FROM journal WHERE session = $1 AND operation = 'groups.create' AND result = 'done' \
             AND group_id IS NOT NULL AND id <> $2 AND ended_at > $3 ORDER BY id DESC LIMIT $4",
        )
        .bind(session.to_string())
        .bind(except.0)
        .bind(since.as_millis())
        .bind(ROWS_MAX);
        let groups = bounded(statement.fetch_all(&self.store.reads)).await?;
        groups.iter().map(|group| group.parse().map_err(garbled)).collect()
    }

    /// Returns the session's changes of that operation that began after the case and were carried out.
    pub async fn done_after(
        &self,
        case: AuditId,
        session: &SessionName,
        operation: &str,
    ) -> Result<Vec<AuditRecord>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM journal WHERE session = $1 AND operation = $2 AND result = 'done' AND id > $3 \
             ORDER BY id LIMIT $4"
        );
        let statement = sqlx::query(AssertSqlSafe(text))
            .bind(session.to_string())
            .bind(operation.to_owned())
            .bind(case.0)
            .bind(ROWS_MAX);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Returns the watched changes that are due for a recheck at `now`, oldest first.
    pub async fn to_watch(&self, now: Timestamp, most: i64) -> Result<Vec<AuditRecord>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE watch_at <= $1 ORDER BY watch_at LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.as_millis()).bind(most);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Takes a watched change for a recheck. It is due again soon unless [`Self::looked`] or [`Self::end_watch`]
    /// records the recheck. Of several instances, one gets it.
    pub async fn take_watch(&self, row: &AuditRecord, now: Timestamp) -> Result<bool, StoreError> {
        let is_old = row.ended.is_none_or(|ended| now > ended + TRIED_FOR);
        let next = (!is_old).then_some(now + TRIED_AGAIN_AFTER);
        let statement = sqlx::query("UPDATE journal SET watch_at = $3 WHERE id = $1 AND watch_at = $2")
            .bind(row.case.0)
            .bind(row.watch.map(Timestamp::as_millis))
            .bind(next.map(Timestamp::as_millis));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Records that a change is not confirmed after a recheck, and schedules the next one.
    pub async fn looked(&self, row: &AuditRecord, now: Timestamp) -> Result<(), StoreError> {
        let next = row.ended.and_then(|ended| next_watch(ended, now));
        let text = "UPDATE journal SET watch_at = $2 WHERE id = $1 AND watch_at IS NOT NULL AND lost_at IS NOT NULL";
        let statement = sqlx::query(text).bind(row.case.0).bind(next.map(Timestamp::as_millis));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Ends the watch of a confirmed change: the requester was notified.
    pub async fn end_watch(&self, case: AuditId) -> Result<(), StoreError> {
        let text = "UPDATE journal SET watch_at = NULL, progress = NULL WHERE id = $1 AND ended_at IS NOT NULL";
        bounded(sqlx::query(text).bind(case.0).execute(&self.store.pool)).await.map(drop)
    }

    /// Records that a change took effect after it was reported as not confirmed, so that it is posted to the log
    /// channel too. It stays watched until [`Self::end_watch`] after the requester was notified. Returns `false` if it
    /// was recorded meanwhile.
    pub async fn confirm(
        &self,
        row: &AuditRecord,
        what: &AuditSubject,
        end: &AuditEnd,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let settled = !end.can_be_confirmed();
        let watch = if settled { Some(now + TRIED_AGAIN_AFTER) } else { row.watch };
        let statement = sqlx::query(
            "UPDATE journal SET result = $2, detail = $3, group_id = $4, group_name = $5, data = COALESCE($6, data), \
             confirmed_at = $7, posted = 0, watch_at = $8, progress = CASE WHEN $9 THEN NULL ELSE progress END, \
             lost_at = CASE WHEN $9 THEN NULL ELSE lost_at END \
             WHERE id = $1 AND ended_at IS NOT NULL AND lost_at IS NOT NULL AND COALESCE(confirmed_at, 0) = $10",
        )
        .bind(row.case.0)
        .bind(end.verdict().name())
        .bind(detail(end)?)
        .bind(what.group.as_ref().map(ToString::to_string))
        .bind(what.group_name.as_deref().map(storable))
        .bind(kept_data(what, end)?)
        .bind(now.as_millis())
        .bind(watch.map(Timestamp::as_millis))
        .bind(settled)
        .bind(row.confirmed.map_or(0, Timestamp::as_millis));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Returns how many changes are not confirmed and still watched.
    pub async fn count_watched(&self) -> Result<i64, StoreError> {
        let statement =
            sqlx::query_scalar("SELECT COUNT(*) FROM journal WHERE watch_at IS NOT NULL AND lost_at IS NOT NULL");
        bounded(statement.fetch_one(&self.store.reads)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_watched_three_times_in_an_hour() {
        let ended = Timestamp::from_secs(1_000_000);
        let minutes = |minutes: u64| ended + Duration::from_secs(minutes * 60);
        for (now, next) in [
            (minutes(0), Some(minutes(5))),
            (minutes(5), Some(minutes(15))),
            (minutes(14), Some(minutes(15))),
            (minutes(15), Some(minutes(60))),
            (minutes(60), None),
            (minutes(600), None),
        ] {
            assert_eq!(next_watch(ended, now), next, "{now:?}");
        }
    }
}

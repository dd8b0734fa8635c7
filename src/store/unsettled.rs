//! Changes whose answer was lost: those that may still take effect, and those that are watched because they were reported
//! as not confirmed.

use std::time::Duration;

use super::insert::{detail, kept_data};
use super::journal::{COLUMNS, Journal};
use super::row::{Case, End, Row, What};
use super::{StoreError, bounded, garbled, millis, storable};
use crate::groups_api::ids::{GroupId, SessionName};

/// How long after its end a change that is not confirmed is looked at again.
const WATCHED_AFTER: [Duration; 3] =
    [Duration::from_secs(5 * 60), Duration::from_secs(15 * 60), Duration::from_secs(60 * 60)];
/// A change that is not confirmed for so long is taken not to happen any more.
pub const UNSETTLED_FOR: Duration = Duration::from_secs(60 * 60);
/// A look, or telling the requester what it showed, is tried again after this long, should it fail or this process end
/// meanwhile.
const TRIED_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// A day after the change ended it is not tried again.
const TRIED_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// Rows looked through for one answer; a session does not have as many in an hour.
const ROWS_MAX: i64 = 500;

/// When a change that `ended` is looked at next after `now`; `None` where it is not watched any more.
pub(super) fn next_watch(ended: Duration, now: Duration) -> Option<Duration> {
    WATCHED_AFTER.into_iter().map(|after| ended + after).find(|at| *at > now)
}

impl Journal {
    /// The session's changes that are under way, and those whose answer was lost after `since` and that are not settled;
    /// newest first.
    pub async fn unsettled(&self, session: &SessionName, since: Duration) -> Result<Vec<Row>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM journal WHERE session = $1 AND (ended_at IS NULL OR lost_at > $2) \
             ORDER BY id DESC LIMIT $3"
        );
        let statement = sqlx::query(&text).bind(session.to_string()).bind(millis(since)).bind(ROWS_MAX);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.pool)).await?))
    }

    /// The groups that the session's other commands created after `since`.
    pub async fn made_groups(
        &self,
        session: &SessionName,
        except: Case,
        since: Duration,
    ) -> Result<Vec<GroupId>, StoreError> {
        let statement = sqlx::query_scalar::<_, String>(
            "SELECT group_id FROM journal WHERE session = $1 AND operation = 'groups.create' AND result = 'done' \
             AND group_id IS NOT NULL AND id <> $2 AND ended_at > $3 ORDER BY id DESC LIMIT $4",
        )
        .bind(session.to_string())
        .bind(except.0)
        .bind(millis(since))
        .bind(ROWS_MAX);
        let groups = bounded(statement.fetch_all(&self.store.pool)).await?;
        groups.iter().map(|group| group.parse().map_err(garbled)).collect()
    }

    /// The session's changes of that operation that began after the case and were carried out.
    pub async fn done_after(&self, case: Case, session: &SessionName, operation: &str) -> Result<Vec<Row>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM journal WHERE session = $1 AND operation = $2 AND result = 'done' AND id > $3 \
             ORDER BY id LIMIT $4"
        );
        let statement =
            sqlx::query(&text).bind(session.to_string()).bind(operation.to_owned()).bind(case.0).bind(ROWS_MAX);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.pool)).await?))
    }

    /// Watched changes that are to be looked at by `now`, oldest first.
    pub async fn to_watch(&self, now: Duration, most: i64) -> Result<Vec<Row>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE watch_at <= $1 ORDER BY watch_at LIMIT $2");
        let statement = sqlx::query(&text).bind(millis(now)).bind(most);
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.pool)).await?))
    }

    /// Takes a watched change for a look, which is due again soon unless [`Self::looked`] or [`Self::end_watch`] says
    /// that it was made. Of several instances that try, one gets it.
    pub async fn take_watch(&self, row: &Row, now: Duration) -> Result<bool, StoreError> {
        let is_old = row.ended.is_none_or(|ended| now > ended + TRIED_FOR);
        let next = (!is_old).then_some(now + TRIED_AGAIN_AFTER);
        let statement = sqlx::query("UPDATE journal SET watch_at = $3 WHERE id = $1 AND watch_at = $2")
            .bind(row.case.0)
            .bind(row.watch.map(millis))
            .bind(next.map(millis));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Notes that a change is not confirmed after a look, and sets when the next one is.
    pub async fn looked(&self, row: &Row, now: Duration) -> Result<(), StoreError> {
        let next = row.ended.and_then(|ended| next_watch(ended, now));
        let text = "UPDATE journal SET watch_at = $2 WHERE id = $1 AND watch_at IS NOT NULL AND lost_at IS NOT NULL";
        let statement = sqlx::query(text).bind(row.case.0).bind(next.map(millis));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Ends the watch over a change that is confirmed: the requester was told.
    pub async fn end_watch(&self, case: Case) -> Result<(), StoreError> {
        let text = "UPDATE journal SET watch_at = NULL, progress = NULL WHERE id = $1 AND ended_at IS NOT NULL";
        bounded(sqlx::query(text).bind(case.0).execute(&self.store.pool)).await.map(drop)
    }

    /// Writes that a change took effect after it was reported as not confirmed, so that the log channel is told too. It
    /// stays watched until [`Self::end_watch`], which is due when the requester was told. `false` where it was written
    /// meanwhile.
    pub async fn confirm(&self, row: &Row, what: &What, end: &End, now: Duration) -> Result<bool, StoreError> {
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
        .bind(millis(now))
        .bind(watch.map(millis))
        .bind(settled)
        .bind(row.confirmed.map_or(0, millis));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// How many changes are not confirmed and are looked at again.
    pub async fn count_watched(&self) -> Result<i64, StoreError> {
        let statement =
            sqlx::query_scalar("SELECT COUNT(*) FROM journal WHERE watch_at IS NOT NULL AND lost_at IS NOT NULL");
        bounded(statement.fetch_one(&self.store.pool)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_watched_three_times_in_an_hour() {
        let ended = Duration::from_secs(1_000_000);
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

//! The journal: every change is recorded before it is sent, and its end afterwards. One interaction is one row, so that
//! each interaction runs once, even if several instances receive it. A row that has not ended belongs to the instance
//! that works on it. When that instance is gone, another takes the row over and finishes the work.

use serde_json::Value;
use sqlx::{AnyConnection, AssertSqlSafe};
use usher_clock::Timestamp;

use super::audit_result::AuditResult;
use super::authorization::Authorization;
use super::batch_writer::pad_to_power_of_two;
use super::confirmations::{self, PendingConfirmation};
use super::insert::{detail, insert, kept_data};
use super::limits::{self, Rates, TooMuch};
use super::record_parts::RecordParts;
use super::requests;
use super::row::{AuditEnd, AuditEntry, AuditId, AuditRecord, AuditSubject, Stopped, read};
use super::schedule;
use super::unsettled;
use super::{InstanceId, Store, StoreError, bounded, bounded_work, places, signed, storable, unsigned};
use crate::access::{GuildId, InteractionId, UserId};
use crate::operations::Continuation;

/// Why nothing may be sent.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error("this interaction has a row already")]
    AlreadyBegun,
    #[error("the confirmation was answered already")]
    AnsweredAlready,
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for BeginError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// An operation that is about to begin.
#[derive(Debug, Clone, Copy)]
pub struct Beginning<'a> {
    pub entry: &'a AuditEntry,
    pub progress: &'a Value,
    pub authorization: Option<Authorization>,
    pub owner: &'a InstanceId,
    /// Maximum people that it may ask WhatsApp to add.
    pub adds: usize,
}

/// How an operation ended.
#[derive(Debug, Clone, Copy)]
pub struct Ending<'a> {
    pub what: &'a AuditSubject,
    pub end: &'a AuditEnd,
    /// How many people WhatsApp was asked to add, if known; otherwise the reserved number stays.
    pub adds: Option<usize>,
    /// The operation that continues it.
    pub next: Option<&'a Continuation>,
    /// The change that undoes it, which waits for a press.
    pub undo: Option<&'a PendingConfirmation>,
}

/// The start and the direction of a read. Rows are added and deleted between two reads, so the start is relative to a
/// neighbour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// From the newest down.
    #[default]
    Newest,
    /// From below this one down.
    Below(AuditId),
    /// From above this one up.
    Above(AuditId),
    /// From the oldest up.
    Oldest,
}

/// Selects the rows to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    pub parts: RecordParts,
    pub user: Option<UserId>,
    pub operation: Option<&'a str>,
    /// Only rows that began since then.
    pub since: Option<Timestamp>,
    /// Only rows that may have this result: [`AuditRecord::result`] decides.
    pub result: Option<AuditResult>,
    pub start: Start,
}

impl Start {
    pub const fn is_upwards(self) -> bool {
        matches!(self, Self::Above(_) | Self::Oldest)
    }

    /// Returns the filter for the rows after this one, in the same direction.
    #[must_use]
    pub const fn after(self, case: AuditId) -> Self {
        if self.is_upwards() { Self::Above(case) } else { Self::Below(case) }
    }
}

#[derive(Debug, Clone)]
pub struct Journal {
    pub(super) store: Store,
}

pub(super) const COLUMNS: &str = "id, interaction, guild, channel, asker, operation, session, group_id, group_name, data, \
                       begun_at, tries, owner, progress, ended_at, result, detail, approver, first_approver, \
                       lost_at, watch_at, confirmed_at, reason, reason_by, changed";

impl Journal {
    /// Inserts the row of an operation that begins. The same transaction consumes its token and checks the limits. If
    /// this fails, nothing may be sent.
    pub async fn begin(&self, beginning: Beginning<'_>, rates: &Rates, now: Timestamp) -> Result<AuditId, BeginError> {
        let Beginning { entry, progress, authorization, owner, adds } = beginning;
        let work = async {
            let mut transaction = self.store.pool.begin().await?;
            let row = insert(entry, now)?.progress(progress).owner(owner).approved(authorization).adds(adds);
            let Some(case) = row.write(&mut transaction).await? else { return Err(BeginError::AlreadyBegun) };
            let counted = (case, entry, adds);
            limits::check(&self.store, &mut transaction, rates, counted, now).await?;
            if !use_up(&mut transaction, authorization, owner, now).await? {
                return Err(BeginError::AnsweredAlready);
            }
            transaction.commit().await?;
            Ok(case)
        };
        bounded_work(work).await
    }

    /// Records an operation that has ended already, and consumes its token, unless the interaction has a row or the
    /// token was used. Of several callers, one writes it.
    pub async fn record(
        &self,
        entry: &AuditEntry,
        end: &AuditEnd,
        authorization: Option<Authorization>,
        owner: &InstanceId,
        now: Timestamp,
    ) -> Result<Option<AuditId>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let row = insert(entry, now)?.approved(authorization).end(end, now)?.write(&mut transaction).await?;
            if row.is_some() && !use_up(&mut transaction, authorization, owner, now).await? {
                return Ok(None);
            }
            transaction.commit().await?;
            Ok(row)
        })
        .await
    }

    /// Records a refusal. `to_post`: whether to post it to the log channel. Returns `None` if the interaction has a
    /// row.
    pub async fn record_refusal(
        &self,
        entry: &AuditEntry,
        end: &AuditEnd,
        to_post: bool,
        now: Timestamp,
    ) -> Result<Option<AuditId>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut connection = self.store.pool.acquire().await?;
            insert(entry, now)?.end(end, now)?.posted(!to_post).write(&mut connection).await
        })
        .await
    }

    /// Writes how many further refusals a row stands for.
    pub async fn amend_refusal(&self, case: AuditId, end: &AuditEnd) -> Result<(), StoreError> {
        let detail = detail(end)?;
        let text = "UPDATE journal SET detail = $2 WHERE id = $1 AND result = 'refused'";
        bounded(sqlx::query(text).bind(case.0).bind(detail).execute(&self.store.pool)).await.map(drop)
    }

    /// Writes the progress of an open operation, and since when the answer to its last request is lost.
    pub async fn note(&self, case: AuditId, progress: &Value, lost: Option<Timestamp>) -> Result<(), StoreError> {
        let text = "UPDATE journal SET progress = $2, lost_at = $3 WHERE id = $1 AND ended_at IS NULL";
        let statement = sqlx::query(text).bind(case.0).bind(progress.to_string()).bind(lost.map(Timestamp::as_millis));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Writes how an operation ended, schedules the one that continues it, and stores the one that undoes it. A row ends
    /// once; returns `false` if it had ended before. An unconfirmed change is watched, and the data to verify it is kept.
    pub async fn end(&self, case: AuditId, ending: Ending<'_>, now: Timestamp) -> Result<bool, StoreError> {
        let Ending { what, end, adds, next, undo } = ending;
        let watch = end.can_be_confirmed().then(|| unsettled::next_watch(now, now)).flatten();
        let statement = sqlx::query(
            "UPDATE journal SET ended_at = $2, result = $3, detail = $4, group_id = $5, group_name = $6, \
             adds = COALESCE($7, adds), data = COALESCE($8, data), owner = NULL, \
             progress = CASE WHEN CAST($9 AS BIGINT) IS NULL THEN NULL ELSE progress END, watch_at = $9, \
             lost_at = CASE WHEN CAST($10 AS BIGINT) = 1 THEN COALESCE(lost_at, $2) END, changed = $11 \
             WHERE id = $1 AND ended_at IS NULL",
        )
        .bind(case.0)
        .bind(now.as_millis())
        .bind(end.verdict().name())
        .bind(detail(end)?)
        .bind(what.group.as_ref().map(ToString::to_string))
        .bind(what.group_name.as_deref().map(storable))
        .bind(adds.and_then(|people| i64::try_from(people).ok()))
        .bind(kept_data(what, end)?)
        .bind(watch.map(Timestamp::as_millis))
        .bind(i64::from(end.is_unconfirmed()))
        .bind(i64::from(end.changed_something()));
        if next.is_none() && undo.is_none() {
            return Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1);
        }
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let is_first = statement.execute(&mut *transaction).await?.rows_affected() == 1;
            if !is_first {
                return Ok(false);
            }
            if let Some(next) = next {
                schedule::insert(&mut transaction, case, next).await?;
            }
            if let Some(undo) = undo {
                confirmations::row(undo)?.execute(&mut *transaction).await?;
            }
            transaction.commit().await?;
            Ok(true)
        })
        .await
    }

    /// Requests that an open row stop. Returns whether it is open. The first person who requests it is recorded.
    pub async fn stop(&self, case: AuditId, by: UserId) -> Result<bool, StoreError> {
        let text = "UPDATE journal SET stopped = 1, stopped_by = COALESCE(stopped_by, $2) \
                    WHERE id = $1 AND ended_at IS NULL";
        let statement = sqlx::query(text).bind(case.0).bind(signed(by.0));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Returns the person who requested the stop. The last release recorded no person: it was the requester.
    pub async fn stop_of(&self, case: AuditId) -> Result<Option<Stopped>, StoreError> {
        let text = "SELECT COALESCE(stopped_by, asker) FROM journal WHERE id = $1 AND stopped <> 0";
        let by = bounded(sqlx::query_scalar::<_, i64>(text).bind(case.0).fetch_optional(&self.store.reads)).await?;
        Ok(by.map(|by| Stopped::By(UserId(unsigned(by)))))
    }

    /// Returns a server's rows that have begun and not ended, newest first.
    pub async fn open_in(&self, guild: GuildId, most: usize) -> Result<Vec<AuditRecord>, StoreError> {
        let text =
            format!("SELECT {COLUMNS} FROM journal WHERE ended_at IS NULL AND guild = $1 ORDER BY id DESC LIMIT $2");
        let statement =
            sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0)).bind(i64::try_from(most).unwrap_or(i64::MAX));
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Returns the rows that have begun and not ended, oldest first.
    pub async fn open(&self, most: i64) -> Result<Vec<AuditRecord>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE ended_at IS NULL ORDER BY id LIMIT $1");
        Ok(self
            .store
            .readable(&bounded(sqlx::query(AssertSqlSafe(text)).bind(most).fetch_all(&self.store.reads)).await?))
    }

    pub async fn count_open(&self) -> Result<i64, StoreError> {
        let statement = sqlx::query_scalar("SELECT COUNT(*) FROM journal WHERE ended_at IS NULL");
        bounded(statement.fetch_one(&self.store.reads)).await
    }

    /// Takes over an open row of an instance that is gone. Of several callers, one gets it.
    pub async fn take_over(
        &self,
        case: AuditId,
        from: &InstanceId,
        to: &InstanceId,
    ) -> Result<Option<AuditRecord>, StoreError> {
        let text = format!(
            "UPDATE journal SET owner = $3, tries = tries + 1 WHERE id = $1 AND owner = $2 AND ended_at IS NULL \
             RETURNING {COLUMNS}"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(case.0).bind(from.0.clone()).bind(to.0.clone());
        bounded(statement.fetch_optional(&self.store.pool)).await?.as_ref().map(read).transpose()
    }

    /// Returns the row of an interaction.
    pub async fn of_interaction(&self, interaction: InteractionId) -> Result<Option<AuditRecord>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE interaction = $1");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(interaction.0));
        bounded(statement.fetch_optional(&self.store.reads)).await?.as_ref().map(read).transpose()
    }

    /// Returns a row of a server.
    pub async fn find(&self, guild: GuildId, case: AuditId) -> Result<Option<AuditRecord>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE guild = $1 AND id = $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0)).bind(case.0);
        bounded(statement.fetch_optional(&self.store.reads)).await?.as_ref().map(read).transpose()
    }

    /// Returns a server's rows that have ended, in the order of the read.
    pub async fn ended(&self, guild: GuildId, filter: Filter<'_>, most: usize) -> Result<Vec<AuditRecord>, StoreError> {
        let (beyond, order) = if filter.start.is_upwards() { (">", "ASC") } else { ("<", "DESC") };
        let neighbour = match filter.start {
            Start::Newest | Start::Oldest => None,
            Start::Below(case) | Start::Above(case) => Some(case.0),
        };
        let text = format!(
            "SELECT {} FROM journal WHERE ended_at IS NOT NULL AND guild = $1 \
             AND ($2 IS NULL OR asker = $2) AND ($3 IS NULL OR operation = $3) \
             AND ($4 IS NULL OR begun_at >= $4) AND ($5 IS NULL OR id {beyond} $5){} ORDER BY id {order} LIMIT $6",
            filter.parts.columns(),
            filter.result.map_or_else(String::new, |result| format!(" AND {}", result.condition()))
        );
        let statement = sqlx::query(AssertSqlSafe(text))
            .bind(signed(guild.0))
            .bind(filter.user.map(|user| signed(user.0)))
            .bind(filter.operation.map(str::to_owned))
            .bind(filter.since.map(Timestamp::as_millis))
            .bind(neighbour)
            .bind(i64::try_from(most).unwrap_or(i64::MAX));
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Marks rows as posted to their log channels, or as not needing a post.
    pub async fn posted(&self, cases: &[AuditId]) -> Result<(), StoreError> {
        if cases.is_empty() {
            return Ok(());
        }
        let mut cases = cases.to_vec();
        pad_to_power_of_two(&mut cases);
        let text = format!("UPDATE journal SET posted = 1 WHERE id IN {}", places(1, cases.len()));
        let statement = cases.iter().fold(sqlx::query(AssertSqlSafe(text)), |statement, case| statement.bind(case.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

/// Consumes the token. Returns `false` if it was used before.
async fn use_up(
    connection: &mut AnyConnection,
    authorization: Option<Authorization>,
    owner: &InstanceId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    match authorization {
        None => Ok(true),
        Some(Authorization::Confirmation(id)) => {
            let kept = sqlx::query("DELETE FROM kept WHERE id = $1").bind(id.to_string());
            let taken = kept.execute(&mut *connection).await?;
            sqlx::query("DELETE FROM lists WHERE id = $1").bind(id.to_string()).execute(connection).await?;
            Ok(taken.rows_affected() == 1)
        }
        Some(Authorization::Request(id, approvers)) => requests::approve(connection, id, approvers, owner, now).await,
        Some(Authorization::Scheduled(id, _)) => schedule::take(connection, id).await,
    }
}

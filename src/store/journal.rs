//! The journal: every change is written down before it is sent, and its end after. One interaction is one row, so that
//! an interaction is acted on once, whoever receives it and however often. A row that has not ended belongs to the copy
//! of the bot that works on it; when that copy is gone, another takes the row, and with it what is left to do.

use std::time::Duration;

use serde_json::Value;
use sqlx::AnyConnection;

use super::insert::{detail, insert, kept_data};
use super::limits::{self, Rates, TooMuch};
use super::requests::{self, Decision, RequestId, State};
use super::row::{Case, End, Entry, Row, Stopped, What, read};
use super::together::fill;
use super::unsettled;
use super::{CopyId, KeptId, Store, StoreError, bounded, millis, places, signed, storable, unsigned};
use crate::access::{GuildId, InteractionId, UserId};

/// Why nothing may be sent.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error("this interaction has a row already")]
    AlreadyBegun,
    #[error("the question was answered already")]
    AnsweredAlready,
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is used up in the moment in which an operation begins, so that it begins once.
#[derive(Debug, Clone, Copy)]
pub enum Ticket {
    /// A question that was answered with yes.
    Question(KeptId),
    /// A request that was approved, and by whom.
    Request(RequestId, UserId),
}

/// An operation that is about to begin.
#[derive(Debug, Clone, Copy)]
pub struct Beginning<'a> {
    pub entry: &'a Entry,
    pub progress: &'a Value,
    pub ticket: Option<Ticket>,
    pub owner: &'a CopyId,
    /// How many people it may ask WhatsApp to add.
    pub adds: usize,
}

/// From where rows are read, and in which direction. Rows are added and deleted between two looks, so that it is told by
/// a neighbour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// From the newest down.
    #[default]
    Newest,
    /// From below this one down.
    Below(Case),
    /// From above this one up.
    Above(Case),
    /// From the oldest up.
    Oldest,
}

/// How much of each row is read: what was asked for, and how it ended, may name a thousand people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Parts {
    #[default]
    All,
    /// Without what is needed to go on with it: no [`What::data`], no [`Row::progress`].
    Outcome,
    /// Without [`Row::detail`] as well: what a line in a list shows.
    Line,
}

impl Parts {
    /// The columns, in which the parts that are not read are absent.
    fn columns(self) -> String {
        let absent: &[&str] = match self {
            Self::All => &[],
            Self::Outcome => &["data", "progress"],
            Self::Line => &["data", "progress", "detail"],
        };
        let column = |name: &str| match name.trim() {
            name if absent.contains(&name) => format!("CAST(NULL AS TEXT) AS {name}"),
            name => name.to_owned(),
        };
        COLUMNS.split(',').map(column).collect::<Vec<_>>().join(", ")
    }
}

/// Which rows to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    pub parts: Parts,
    pub user: Option<UserId>,
    pub operation: Option<&'a str>,
    /// Begun since then.
    pub since: Option<Duration>,
    pub start: Start,
}

impl Start {
    pub const fn is_upwards(self) -> bool {
        matches!(self, Self::Above(_) | Self::Oldest)
    }

    /// What follows when this one was read, in the same direction.
    #[must_use]
    pub const fn after(self, case: Case) -> Self {
        if self.is_upwards() { Self::Above(case) } else { Self::Below(case) }
    }
}

#[derive(Debug, Clone)]
pub struct Journal {
    pub(super) store: Store,
}

pub(super) const COLUMNS: &str = "id, interaction, guild, channel, asker, operation, session, group_id, group_name, data, \
                       begun_at, tries, owner, progress, ended_at, result, detail, approver, lost_at, watch_at, \
                       confirmed_at";

impl Journal {
    /// Writes that an operation begins, and, in the same breath, that its ticket is used up and that nobody has done too
    /// much. Where this fails, nothing may be sent.
    pub async fn begin(&self, beginning: Beginning<'_>, rates: &Rates, now: Duration) -> Result<Case, BeginError> {
        let Beginning { entry, progress, ticket, owner, adds } = beginning;
        let work = async {
            let mut transaction = self.store.pool.begin().await?;
            let row = insert(entry, now)?.progress(progress).owner(owner).approver(approver(ticket)).adds(adds);
            let Some(case) = row.write(&mut transaction).await? else { return Ok(Err(BeginError::AlreadyBegun)) };
            let counted = (case, entry, adds);
            if let Err(too_much) = limits::check(&self.store, &mut transaction, rates, counted, now).await? {
                return Ok(Err(too_much.into()));
            }
            if !use_up(&mut transaction, ticket, owner, now).await? {
                return Ok(Err(BeginError::AnsweredAlready));
            }
            transaction.commit().await?;
            Ok(Ok(case))
        };
        bounded::<_, StoreError>(work).await?
    }

    /// Writes down what has ended already, and that its ticket is used up, unless the interaction has a row or the ticket
    /// was used: of several who try, one writes it.
    pub async fn record(
        &self,
        entry: &Entry,
        end: &End,
        ticket: Option<Ticket>,
        owner: &CopyId,
        now: Duration,
    ) -> Result<Option<Case>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let row = insert(entry, now)?.approver(approver(ticket)).end(end, now)?.write(&mut transaction).await?;
            if row.is_some() && !use_up(&mut transaction, ticket, owner, now).await? {
                return Ok(None);
            }
            transaction.commit().await?;
            Ok(row)
        })
        .await
    }

    /// Writes down a refusal. `to_post`: whether the log channel is to be told of it. `None` where the interaction has a row.
    pub async fn record_refusal(
        &self,
        entry: &Entry,
        end: &End,
        to_post: bool,
        now: Duration,
    ) -> Result<Option<Case>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut connection = self.store.pool.acquire().await?;
            insert(entry, now)?.end(end, now)?.posted(!to_post).write(&mut connection).await
        })
        .await
    }

    /// Writes how many more refusals a row stands for.
    pub async fn amend_refusal(&self, case: Case, end: &End) -> Result<(), StoreError> {
        let detail = detail(end)?;
        let text = "UPDATE journal SET detail = $2 WHERE id = $1 AND result = 'refused'";
        bounded(sqlx::query(text).bind(case.0).bind(detail).execute(&self.store.pool)).await.map(drop)
    }

    /// Writes how far an open operation has come, and since when the answer to its last request is lost.
    pub async fn note(&self, case: Case, progress: &Value, lost: Option<Duration>) -> Result<(), StoreError> {
        let text = "UPDATE journal SET progress = $2, lost_at = $3 WHERE id = $1 AND ended_at IS NULL";
        let statement = sqlx::query(text).bind(case.0).bind(progress.to_string()).bind(lost.map(millis));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Writes how an operation ended. A row ends once; `false` where it had ended before. What is not confirmed is watched,
    /// and what is needed to look again is kept. `adds`: how many people WhatsApp was asked to add, where that is known; else
    /// it is what was reserved.
    pub async fn end(
        &self,
        case: Case,
        what: &What,
        end: &End,
        adds: Option<usize>,
        now: Duration,
    ) -> Result<bool, StoreError> {
        let watch = end.can_be_confirmed().then(|| unsettled::next_watch(now, now)).flatten();
        let statement = sqlx::query(
            "UPDATE journal SET ended_at = $2, result = $3, detail = $4, group_id = $5, group_name = $6, \
             adds = COALESCE($7, adds), data = COALESCE($8, data), owner = NULL, \
             progress = CASE WHEN CAST($9 AS BIGINT) IS NULL THEN NULL ELSE progress END, watch_at = $9, \
             lost_at = CASE WHEN CAST($10 AS BIGINT) = 1 THEN COALESCE(lost_at, $2) END \
             WHERE id = $1 AND ended_at IS NULL",
        )
        .bind(case.0)
        .bind(millis(now))
        .bind(end.verdict().name())
        .bind(detail(end)?)
        .bind(what.group.as_ref().map(ToString::to_string))
        .bind(what.group_name.as_deref().map(storable))
        .bind(adds.and_then(|people| i64::try_from(people).ok()))
        .bind(kept_data(what, end)?)
        .bind(watch.map(millis))
        .bind(i64::from(end.is_unconfirmed()));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Wants an open row to stop; whether it is open. The first who wants it is the one who stopped it.
    pub async fn stop(&self, case: Case, by: UserId) -> Result<bool, StoreError> {
        let text = "UPDATE journal SET stopped = 1, stopped_by = COALESCE(stopped_by, $2) \
                    WHERE id = $1 AND ended_at IS NULL";
        let statement = sqlx::query(text).bind(case.0).bind(signed(by.0));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Who wants the row to stop. The last release did not note who: it was its requester.
    pub async fn stop_of(&self, case: Case) -> Result<Option<Stopped>, StoreError> {
        let text = "SELECT COALESCE(stopped_by, asker) FROM journal WHERE id = $1 AND stopped <> 0";
        let by = bounded(sqlx::query_scalar::<_, i64>(text).bind(case.0).fetch_optional(&self.store.pool)).await?;
        Ok(by.map(|by| Stopped::By(UserId(unsigned(by)))))
    }

    /// A server's rows that have begun and not ended, newest first.
    pub async fn open_in(&self, guild: GuildId, most: usize) -> Result<Vec<Row>, StoreError> {
        let text =
            format!("SELECT {COLUMNS} FROM journal WHERE ended_at IS NULL AND guild = $1 ORDER BY id DESC LIMIT $2");
        let statement = sqlx::query(&text).bind(signed(guild.0)).bind(i64::try_from(most).unwrap_or(i64::MAX));
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.pool)).await?))
    }

    /// Rows that have begun and not ended, oldest first.
    pub async fn open(&self, most: i64) -> Result<Vec<Row>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE ended_at IS NULL ORDER BY id LIMIT $1");
        Ok(self.store.readable(&bounded(sqlx::query(&text).bind(most).fetch_all(&self.store.pool)).await?))
    }

    pub async fn count_open(&self) -> Result<i64, StoreError> {
        let statement = sqlx::query_scalar("SELECT COUNT(*) FROM journal WHERE ended_at IS NULL");
        bounded(statement.fetch_one(&self.store.pool)).await
    }

    /// Takes an open row from an instance that is gone. Of several that try, one gets it.
    pub async fn take_over(&self, case: Case, from: &CopyId, to: &CopyId) -> Result<Option<Row>, StoreError> {
        let text = format!(
            "UPDATE journal SET owner = $3, tries = tries + 1 WHERE id = $1 AND owner = $2 AND ended_at IS NULL \
             RETURNING {COLUMNS}"
        );
        let statement = sqlx::query(&text).bind(case.0).bind(from.0.clone()).bind(to.0.clone());
        bounded(statement.fetch_optional(&self.store.pool)).await?.as_ref().map(read).transpose()
    }

    /// The row of an interaction.
    pub async fn of_interaction(&self, interaction: InteractionId) -> Result<Option<Row>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE interaction = $1");
        let statement = sqlx::query(&text).bind(signed(interaction.0));
        bounded(statement.fetch_optional(&self.store.pool)).await?.as_ref().map(read).transpose()
    }

    /// A server's row.
    pub async fn find(&self, guild: GuildId, case: Case) -> Result<Option<Row>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM journal WHERE guild = $1 AND id = $2");
        let statement = sqlx::query(&text).bind(signed(guild.0)).bind(case.0);
        bounded(statement.fetch_optional(&self.store.pool)).await?.as_ref().map(read).transpose()
    }

    /// A server's rows that have ended, in the order in which they are read.
    pub async fn ended(&self, guild: GuildId, filter: Filter<'_>, most: usize) -> Result<Vec<Row>, StoreError> {
        let (beyond, order) = if filter.start.is_upwards() { (">", "ASC") } else { ("<", "DESC") };
        let neighbour = match filter.start {
            Start::Newest | Start::Oldest => None,
            Start::Below(case) | Start::Above(case) => Some(case.0),
        };
        let text = format!(
            "SELECT {} FROM journal WHERE ended_at IS NOT NULL AND guild = $1 \
             AND ($2 IS NULL OR asker = $2) AND ($3 IS NULL OR operation = $3) \
             AND ($4 IS NULL OR begun_at >= $4) AND ($5 IS NULL OR id {beyond} $5) ORDER BY id {order} LIMIT $6",
            filter.parts.columns()
        );
        let statement = sqlx::query(&text)
            .bind(signed(guild.0))
            .bind(filter.user.map(|user| signed(user.0)))
            .bind(filter.operation.map(str::to_owned))
            .bind(filter.since.map(millis))
            .bind(neighbour)
            .bind(i64::try_from(most).unwrap_or(i64::MAX));
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.pool)).await?))
    }

    /// Notes that these were told to their log channels, or need not be.
    pub async fn posted(&self, cases: &[Case]) -> Result<(), StoreError> {
        if cases.is_empty() {
            return Ok(());
        }
        let mut cases = cases.to_vec();
        fill(&mut cases);
        let text = format!("UPDATE journal SET posted = 1 WHERE id IN {}", places(1, cases.len()));
        let statement = cases.iter().fold(sqlx::query(&text), |statement, case| statement.bind(case.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

/// Who has approved it, where somebody had to.
fn approver(ticket: Option<Ticket>) -> Option<UserId> {
    match ticket {
        Some(Ticket::Request(_, approver)) => Some(approver),
        Some(Ticket::Question(_)) | None => None,
    }
}

/// `false` where the ticket was used before.
async fn use_up(
    connection: &mut AnyConnection,
    ticket: Option<Ticket>,
    owner: &CopyId,
    now: Duration,
) -> Result<bool, StoreError> {
    match ticket {
        None => Ok(true),
        Some(Ticket::Question(id)) => {
            let taken = sqlx::query("DELETE FROM kept WHERE id = $1").bind(id.to_string()).execute(connection).await?;
            Ok(taken.rows_affected() == 1)
        }
        Some(Ticket::Request(id, approver)) => {
            let decision = Decision { state: State::Approved, by: Some(approver), reason: None };
            requests::decide(connection, id, &decision, owner, now).await
        }
    }
}

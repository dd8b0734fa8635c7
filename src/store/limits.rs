//! Limits of a person and of an account over time. They are counted in the journal, and so across instances and
//! restarts, in the transaction that begins an operation: two at once cannot both take the last place.

use std::time::Duration;

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use whatsapp::SessionName;

use super::journal::{BeginError, Journal};
use super::row::{AuditEntry, AuditId};
use super::{Store, StoreError, bounded, one_at_a_time, signed, unsigned};
use crate::access::{InteractionId, UserId};
use crate::operations::{change_names, strictly_limited_names};

const MINUTE: Duration = Duration::from_secs(60);
pub(super) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// `[limits]` of the configuration.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// Per person.
    pub changes_per_minute: u32,
    /// Per person: operations that WhatsApp watches closely.
    pub heavy_changes_per_minute: u32,
    /// Per person: requests for approval.
    pub approval_requests_per_minute: u32,
    /// Per person: lookups, which are not counted in the store.
    pub lookups_per_minute: u32,
    /// Maximum people that each session may ask WhatsApp to add in any 24 hours.
    pub adds_per_day: u32,
}

/// Why an operation may not begin now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// The person has reached a limit of changes per minute.
    #[error("too many changes in a minute")]
    InAMinute {
        limit: u32,
        /// True for the limit of the changes that WhatsApp watches closely.
        is_strict: bool,
        free_at: Timestamp,
    },
    /// The person has reached the limit of requests or lookups per minute.
    #[error("too many requests or lookups in a minute")]
    Asked { free_at: Timestamp },
    /// The session would ask WhatsApp to add more people than it may in a day. `free_at`: when it may add these; `None`
    /// if they exceed the budget of a day.
    #[error("more people than the session may add in a day")]
    InADay { left: usize, budget: usize, free_at: Option<Timestamp> },
}

/// Checks the limits. [`one_at_a_time`] orders the writers before each count.
pub(super) async fn check(
    store: &Store,
    connection: &mut AnyConnection,
    rates: &Rates,
    (case, entry, adds): (AuditId, &AuditEntry, usize),
    now: Timestamp,
) -> Result<(), BeginError> {
    let operation = entry.what.operation.as_str();
    if !change_names().contains(&operation) {
        return Ok(());
    }
    one_at_a_time(store, connection, signed(entry.user.0)).await?;
    let mut limits = vec![(change_names(), rates.changes_per_minute, false)];
    if strictly_limited_names().contains(&operation) {
        limits.push((strictly_limited_names(), rates.heavy_changes_per_minute, true));
    }
    let mut free_at = None;
    for (names, limit, is_strict) in limits {
        let free = person_is_free_at(connection, entry.user, case, names, limit, now).await?;
        free_at = free_at.max(free.map(|at| (at, limit, is_strict)));
    }
    if let Some((free_at, limit, is_strict)) = free_at {
        return Err(TooMuch::InAMinute { limit, is_strict, free_at }.into());
    }
    let (Some(session), true) = (&entry.what.session, adds > 0) else { return Ok(()) };
    one_at_a_time(store, connection, key(session)).await?;
    let spent = spent(connection, session, Some(case), now).await?;
    let budget = rates.adds_per_day as usize;
    let left = budget.saturating_sub(spent.iter().map(|(_, people)| people).sum());
    if adds <= left {
        return Ok(());
    }
    Err(TooMuch::InADay { left, budget, free_at: room_at(&spent, left, adds) }.into())
}

/// Returns when the budget, of which so many are `left`, has room for `adds` people. `None` if it never has.
fn room_at(spent: &[(Timestamp, usize)], left: usize, adds: usize) -> Option<Timestamp> {
    let mut free = left;
    let fits = |(at, people): &(Timestamp, usize)| {
        free += people;
        (free >= adds).then_some(*at + DAY)
    };
    spent.iter().find_map(fits)
}

/// Returns when the person may continue, if they have made `limit` of these operations in the last minute.
async fn person_is_free_at(
    connection: &mut AnyConnection,
    person: UserId,
    case: AuditId,
    names: &[&str],
    limit: u32,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    // The names are the program's own.
    let names = names.join("', '");
    let text = format!(
        "SELECT begun_at FROM journal WHERE asker = $1 AND begun_at > $2 AND id <> $3 AND operation IN ('{names}') \
         AND (result IS NULL OR result <> 'refused') ORDER BY begun_at DESC LIMIT 1 OFFSET $4"
    );
    let last_that_counts = sqlx::query_scalar::<_, i64>(AssertSqlSafe(text))
        .bind(signed(person.0))
        .bind(now.saturating_sub(MINUTE).as_millis())
        .bind(case.0)
        .bind(i64::from(limit) - 1)
        .fetch_optional(connection)
        .await?;
    Ok(last_that_counts.map(|at| Timestamp::from_millis(at) + MINUTE))
}

/// Returns when the person may ask for approval again, if they have asked `limit` times in the last minute.
pub(super) async fn may_ask_at(
    connection: &mut AnyConnection,
    person: UserId,
    but: InteractionId,
    limit: u32,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let text = "SELECT asked_at FROM requests WHERE asker = $1 AND asked_at > $2 AND interaction <> $3 \
                ORDER BY asked_at DESC LIMIT 1 OFFSET $4";
    let last_that_counts = sqlx::query_scalar::<_, i64>(text)
        .bind(signed(person.0))
        .bind(now.saturating_sub(MINUTE).as_millis())
        .bind(signed(but.0))
        .bind(i64::from(limit) - 1)
        .fetch_optional(connection)
        .await?;
    Ok(last_that_counts.map(|at| Timestamp::from_millis(at) + MINUTE))
}

/// Returns the adds of a session in the last day, oldest first: when, and how many people.
async fn spent(
    connection: &mut AnyConnection,
    session: &SessionName,
    but: Option<AuditId>,
    now: Timestamp,
) -> Result<Vec<(Timestamp, usize)>, StoreError> {
    let rows = sqlx::query(
        "SELECT begun_at, adds FROM journal WHERE session = $1 AND begun_at > $2 AND adds > 0 AND id <> $3 \
         ORDER BY begun_at",
    )
    .bind(session.to_string())
    .bind(now.saturating_sub(DAY).as_millis())
    .bind(but.map_or(0, |case| case.0))
    .fetch_all(connection)
    .await?;
    let read = |row: &sqlx::any::AnyRow| {
        let adds: i64 = row.try_get("adds")?;
        Ok((Timestamp::from_millis(row.try_get("begun_at")?), usize::try_from(unsigned(adds)).unwrap_or(usize::MAX)))
    };
    rows.iter().map(read).collect()
}

impl Journal {
    /// Reserves so many more people from the budget of an open row's account. Returns whether there is room.
    pub async fn reserve(
        &self,
        case: AuditId,
        session: &SessionName,
        more: usize,
        rates: &Rates,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            // The update comes before the count: on SQLite it takes the write lock.
            let text = "UPDATE journal SET adds = adds + $2 WHERE id = $1 AND ended_at IS NULL";
            let statement = sqlx::query(text).bind(case.0).bind(i64::try_from(more).unwrap_or(i64::MAX));
            if statement.execute(&mut *transaction).await?.rows_affected() != 1 {
                return Ok(false);
            }
            one_at_a_time(&self.store, &mut transaction, key(session)).await?;
            let spent = spent(&mut transaction, session, None, now).await?;
            let has_room = spent.iter().map(|(_, people)| people).sum::<usize>() <= rates.adds_per_day as usize;
            if has_room {
                transaction.commit().await?;
            }
            Ok(has_room)
        })
        .await
    }
}

impl Store {
    /// Returns how many people a session has asked WhatsApp to add in the 24 hours before `now`.
    pub async fn added_lately(&self, session: &SessionName, now: Timestamp) -> Result<usize, StoreError> {
        bounded::<_, StoreError>(async {
            let mut connection = self.reads.acquire().await?;
            let spent = spent(&mut connection, session, None, now).await?;
            Ok(spent.iter().map(|(_, people)| people).sum())
        })
        .await
    }

    /// Returns when the `budget` of a session has room for so many people, or `None` if it has room now, or never.
    pub async fn room_at(
        &self,
        session: &SessionName,
        (people, budget): (usize, usize),
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut connection = self.reads.acquire().await?;
            let spent = spent(&mut connection, session, None, now).await?;
            let left = budget.saturating_sub(spent.iter().map(|(_, people)| people).sum());
            Ok(if people <= left { None } else { room_at(&spent, left, people) })
        })
        .await
    }
}

/// Returns a session's key for PostgreSQL's advisory locks (FNV-1a; two sessions with the same key wait for each
/// other).
fn key(session: &SessionName) -> i64 {
    let hash = session
        .as_str()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    i64::from_ne_bytes(hash.to_ne_bytes())
}

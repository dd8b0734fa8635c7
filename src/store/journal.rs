//! The journal: every operation that changes something is written down before it is sent, and its end after. One
//! interaction is one row, so that an interaction that Discord delivers twice is acted on once.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::groups_api::Carried;
use crate::operations::{Operation, Outcome};

/// Rows kept; the oldest that have ended are forgotten first.
const ROWS_MAX: usize = 10_000;

/// The number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Case(pub u64);

/// What is written before an operation is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    pub guild: GuildId,
    pub channel: ChannelId,
    pub user: UserId,
    pub interaction: InteractionId,
    pub operation: Operation,
}

/// How an operation ended.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    Done { outcome: Box<Outcome> },
    Failed { carried: Carried },
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    pub case: Case,
    /// Since 1970.
    pub begun: Duration,
    pub entry: Entry,
    /// Absent while the operation runs.
    pub end: Option<End>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    #[error("this interaction has a row already")]
    AlreadyBegun,
    #[error("the journal is full of operations that have not ended")]
    Full,
}

#[derive(Debug, Default)]
pub struct Journal {
    rows: Mutex<Rows>,
}

#[derive(Debug, Default)]
struct Rows {
    last: u64,
    rows: VecDeque<Row>,
}

impl Journal {
    /// Writes that an operation begins, at `now` since 1970. Where this fails, the operation must not be sent.
    pub async fn begin(&self, entry: Entry, now: Duration) -> Result<Case, JournalError> {
        let mut kept = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.rows.iter().any(|row| row.entry.interaction == entry.interaction) {
            return Err(JournalError::AlreadyBegun);
        }
        if kept.rows.len() >= ROWS_MAX {
            let oldest_ended = kept.rows.iter().position(|row| row.end.is_some()).ok_or(JournalError::Full)?;
            kept.rows.remove(oldest_ended);
        }
        kept.last += 1;
        let case = Case(kept.last);
        kept.rows.push_back(Row { case, begun: now, entry, end: None });
        Ok(case)
    }

    /// Writes how an operation ended.
    pub async fn end(&self, case: Case, end: End) {
        let mut kept = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(row) = kept.rows.iter_mut().rev().find(|row| row.case == case) {
            row.end = Some(end);
        }
    }

    /// The operations that have begun and not ended.
    pub async fn open(&self) -> Vec<Row> {
        let kept = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        kept.rows.iter().filter(|row| row.end.is_none()).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::{GroupRef, LeaveGroup};

    fn entry(interaction: u64) -> Entry {
        let at = GroupRef { session: "default".parse().unwrap(), group: "1@g.us".parse().unwrap(), name: None };
        Entry {
            guild: GuildId(1),
            channel: ChannelId(2),
            user: UserId(3),
            interaction: InteractionId(interaction),
            operation: LeaveGroup { at }.into(),
        }
    }

    #[tokio::test]
    async fn an_interaction_begins_once() {
        let journal = Journal::default();
        let case = journal.begin(entry(7), Duration::ZERO).await.unwrap();
        assert_eq!(journal.begin(entry(7), Duration::ZERO).await, Err(JournalError::AlreadyBegun));
        journal.end(case, End::Done { outcome: Box::new(Outcome::Left) }).await;
        assert_eq!(journal.begin(entry(7), Duration::ZERO).await, Err(JournalError::AlreadyBegun));
    }

    #[tokio::test]
    async fn a_full_journal_forgets_what_has_ended_and_never_what_has_not() {
        let journal = Journal::default();
        let first = journal.begin(entry(1), Duration::ZERO).await.unwrap();
        let second = journal.begin(entry(2), Duration::ZERO).await.unwrap();
        for interaction in 3..=ROWS_MAX as u64 {
            journal.begin(entry(interaction), Duration::ZERO).await.unwrap();
        }
        assert_eq!(journal.begin(entry(999_999), Duration::ZERO).await, Err(JournalError::Full));
        journal.end(second, End::Failed { carried: Carried::No }).await;
        journal.begin(entry(999_999), Duration::ZERO).await.unwrap();
        let open = journal.open().await;
        assert_eq!(open.len(), ROWS_MAX);
        assert_eq!(open.first().unwrap().case, first);
    }
}

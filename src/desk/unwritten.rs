//! What the store did not take: kept in hand, and written once it is there again.

use std::collections::VecDeque;
use std::sync::{MutexGuard, PoisonError};

use super::Desk;
use crate::access::InteractionId;
use crate::store::{Case, End, StoreError, What};

/// What a store that is away for long may leave unwritten; each is read back from the API once it is there again.
const UNWRITTEN_MAX: usize = 1_000;

/// What the store did not take yet.
pub(super) enum Unwritten {
    End {
        case: Case,
        what: Box<What>,
        end: Box<End>,
        /// People whom WhatsApp was asked to add, where that is known.
        adds: Option<usize>,
    },
    Answered(InteractionId),
    /// It was answered, and the answer may be edited again.
    AnsweredForNow(InteractionId),
}

impl Desk {
    pub(super) async fn write_end(&self, case: Case, what: What, end: End, adds: Option<usize>) {
        let end = Unwritten::End { case, what: Box::new(what), end: Box::new(end), adds };
        self.write(end).await.unwrap_or_else(|error| {
            tracing::error!(case = case.0, %error, "the end of an operation could not be written down yet");
        });
    }

    /// Notes that an interaction was answered, so that nobody answers it again.
    pub async fn answered(&self, interaction: InteractionId) {
        self.write(Unwritten::Answered(interaction)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "an answer could not be noted yet");
        });
    }

    /// As [`Self::answered`], where the answer may be edited again.
    pub async fn answered_for_now(&self, interaction: InteractionId) {
        self.write(Unwritten::AnsweredForNow(interaction)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "failed to note an answer: it is noted later");
        });
    }

    /// Where the store does not take it, it is kept in hand, and tried again by [`Self::catch_up`].
    async fn write(&self, unwritten: Unwritten) -> Result<(), StoreError> {
        let (store, now) = (&self.store, self.clock.unix());
        let written = match &unwritten {
            Unwritten::End { case, what, end, adds } => {
                let written = store.journal().end(*case, what, end, *adds, now).await;
                if let Ok(true) = written {
                    self.log_has_news();
                }
                written.map(drop)
            }
            Unwritten::Answered(interaction) => store.visits().answered(*interaction, now).await,
            Unwritten::AnsweredForNow(interaction) => store.visits().answered_for_now(*interaction, now).await,
        };
        if written.is_err() {
            let mut all = self.unwritten();
            if all.len() >= UNWRITTEN_MAX {
                all.pop_front();
            }
            all.push_back(unwritten);
        }
        written
    }

    /// Tries again to write what the store did not take.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        loop {
            let next = self.unwritten().pop_front();
            let Some(unwritten) = next else { return Ok(()) };
            self.write(unwritten).await?;
        }
    }

    /// Whether something of this interaction, or of this case, waits to be written.
    pub(super) fn is_in_hand(&self, interaction: InteractionId, case: Option<Case>) -> bool {
        self.unwritten().iter().any(|unwritten| match unwritten {
            Unwritten::End { case: of, .. } => Some(*of) == case,
            Unwritten::Answered(of) | Unwritten::AnsweredForNow(of) => *of == interaction,
        })
    }

    fn unwritten(&self) -> MutexGuard<'_, VecDeque<Unwritten>> {
        self.unwritten.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! Writes that the store did not accept. They are kept in memory and retried once the store is available.

use std::collections::VecDeque;
use std::sync::{MutexGuard, PoisonError};

use super::Services;
use crate::access::InteractionId;
use crate::store::{AuditEnd, AuditId, AuditSubject, StoreError};

/// Maximum unwritten rows during a long outage of the store. Each is verified with the API once the store is available.
const UNWRITTEN_MAX: usize = 1_000;

/// A write that the store did not accept yet.
pub(super) enum PendingWrite {
    End {
        case: AuditId,
        what: Box<AuditSubject>,
        end: Box<AuditEnd>,
        /// People whom WhatsApp was asked to add, if known.
        adds: Option<usize>,
    },
    Answered(InteractionId),
    /// The interaction was answered, and the answer may be edited again.
    AnsweredForNow(InteractionId),
}

impl Services {
    pub(super) async fn write_end(&self, case: AuditId, what: AuditSubject, end: AuditEnd, adds: Option<usize>) {
        let end = PendingWrite::End { case, what: Box::new(what), end: Box::new(end), adds };
        self.write(end).await.unwrap_or_else(|error| {
            tracing::error!(case = case.0, %error, "failed to write the end of an operation: it is retried");
        });
    }

    /// Records that an interaction was answered, so that it is not answered again.
    pub async fn answered(&self, interaction: InteractionId) {
        self.write(PendingWrite::Answered(interaction)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "failed to record an answer: it is retried");
        });
    }

    /// As [`Self::answered`], if the answer may be edited again.
    pub async fn answered_for_now(&self, interaction: InteractionId) {
        self.write(PendingWrite::AnsweredForNow(interaction)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "failed to record an answer: it is retried");
        });
    }

    /// Writes to the store. If the store fails, queues the write for [`Self::catch_up`].
    async fn write(&self, write_retry: PendingWrite) -> Result<(), StoreError> {
        let (store, now) = (&self.store, self.clock.unix());
        let written = match &write_retry {
            PendingWrite::End { case, what, end, adds } => {
                let written = store.journal().end(*case, what, end, *adds, now).await;
                if let Ok(true) = written {
                    self.log_has_news();
                }
                written.map(drop)
            }
            PendingWrite::Answered(interaction) => store.interactions().answered(*interaction, now).await,
            PendingWrite::AnsweredForNow(interaction) => store.interactions().answered_for_now(*interaction, now).await,
        };
        if written.is_err() {
            let mut all = self.write_retry();
            if all.len() >= UNWRITTEN_MAX {
                all.pop_front();
            }
            all.push_back(write_retry);
        }
        written
    }

    /// Retries the queued writes.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        loop {
            let next = self.write_retry().pop_front();
            let Some(write_retry) = next else { return Ok(()) };
            self.write(write_retry).await?;
        }
    }

    /// Returns whether a write of this interaction, or of this case, is queued.
    pub(super) fn is_in_hand(&self, interaction: InteractionId, case: Option<AuditId>) -> bool {
        self.write_retry().iter().any(|write_retry| match write_retry {
            PendingWrite::End { case: of, .. } => Some(*of) == case,
            PendingWrite::Answered(of) | PendingWrite::AnsweredForNow(of) => *of == interaction,
        })
    }

    fn write_retry(&self) -> MutexGuard<'_, VecDeque<PendingWrite>> {
        self.write_retry.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

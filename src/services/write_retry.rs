//! Writes that the store did not accept. They are kept in memory and retried once the store is available.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Resources;
use crate::access::InteractionId;
use crate::operations::Continuation;
use crate::store::{AuditEnd, AuditId, AuditSubject, Ending, PendingConfirmation, StoreError};

/// Maximum queued writes during a long outage of the store. Each is verified with the API once the store is available.
const QUEUED_MAX: usize = 1_000;

/// Writes results to the store, and queues those that the store did not accept.
pub struct WriteRetryQueue {
    resources: Resources,
    queue: Mutex<VecDeque<PendingWrite>>,
}

/// A write that the store did not accept yet.
pub(super) enum PendingWrite {
    End(AuditId, Box<PendingEnd>),
    Answered(InteractionId),
    /// The interaction was answered, and the answer may be edited again.
    AnsweredForNow(InteractionId),
}

/// The end of an operation, as in [`Ending`].
pub(super) struct PendingEnd {
    pub(super) what: AuditSubject,
    pub(super) end: AuditEnd,
    pub(super) adds: Option<usize>,
    pub(super) next: Option<Continuation>,
    pub(super) undo: Option<Box<PendingConfirmation>>,
}

impl WriteRetryQueue {
    pub(super) fn new(resources: Resources) -> Self {
        Self { resources, queue: Mutex::default() }
    }

    /// Retries the queued writes, until one fails again.
    pub async fn retry(&self) -> Result<(), StoreError> {
        loop {
            let next = self.queue().pop_front();
            let Some(pending) = next else { return Ok(()) };
            self.write(pending).await?;
        }
    }

    /// Returns whether a write of this interaction, or of this case, is queued.
    pub(super) fn contains(&self, interaction: InteractionId, case: Option<AuditId>) -> bool {
        self.queue().iter().any(|pending| match pending {
            PendingWrite::End(of, _) => Some(*of) == case,
            PendingWrite::Answered(of) | PendingWrite::AnsweredForNow(of) => *of == interaction,
        })
    }

    /// Writes to the store. If the store fails, queues the write for [`Self::retry`], and returns the error.
    pub(super) async fn write(&self, pending: PendingWrite) -> Result<(), StoreError> {
        let (store, now) = (&self.resources.store, self.resources.clock.now_utc());
        let written = match &pending {
            PendingWrite::End(case, ending) => {
                let PendingEnd { what, end, adds, next, undo } = &**ending;
                let ending = Ending { what, end, adds: *adds, next: next.as_ref(), undo: undo.as_deref() };
                let written = store.journal().end(*case, ending, now).await;
                if let Ok(true) = written {
                    self.resources.log_has_news();
                }
                written.map(drop)
            }
            PendingWrite::Answered(interaction) => store.interactions().answered(*interaction, now).await,
            PendingWrite::AnsweredForNow(interaction) => store.interactions().answered_for_now(*interaction, now).await,
        };
        if written.is_err() {
            let mut queue = self.queue();
            if queue.len() >= QUEUED_MAX {
                queue.pop_front();
            }
            queue.push_back(pending);
        }
        written
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<PendingWrite>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

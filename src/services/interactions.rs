//! Interactions that are being answered: which instance must answer, and which of them a task here works on.

use std::sync::Arc;

use super::mark::{Mark, Marks};
use super::write_retry::{PendingWrite, WriteRetryQueue};
use super::{Request, Resources};
use crate::access::InteractionId;
use crate::store::{AuditId, PendingInteraction, StoreError};

/// Maximum unanswered interactions per read.
const UNANSWERED_AT_ONCE: i64 = 1_000;

/// The interactions that wait for an answer, in the store and in the tasks of this instance.
pub struct PendingInteractions {
    resources: Resources,
    write_retry: Arc<WriteRetryQueue>,
    /// Interactions that a task of this instance works on.
    running: Arc<Marks<InteractionId>>,
}

/// The result of an attempt to take over an interaction that another instance acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takeover {
    /// This instance must answer it now.
    Taken,
    /// Its owner is alive, or the store failed.
    NotYet,
    /// It was answered, or its operation began and the recovery worker completes it, or another instance took it over.
    Never,
}

impl PendingInteractions {
    pub(super) fn new(resources: Resources, write_retry: Arc<WriteRetryQueue>) -> Self {
        Self { resources, write_retry, running: Arc::default() }
    }

    /// Inserts an interaction that this instance is about to acknowledge, unless it exists already.
    pub async fn insert(&self, request: &Request) -> Result<(), StoreError> {
        self.resources.store.interactions().note(self.owned(request)).await
    }

    /// Makes this instance the one that answers, instead of any other: Discord took its acknowledgement.
    pub async fn own(&self, request: &Request) -> Result<(), StoreError> {
        self.resources.store.interactions().own(&self.owned(request)).await
    }

    /// Releases an interaction of this instance: its acknowledgement failed.
    pub async fn release(&self, interaction: InteractionId) -> Result<(), StoreError> {
        self.resources.store.interactions().release(interaction, self.resources.cluster.me()).await
    }

    /// Takes over an interaction whose owner is gone, if its operation has not begun. Of several instances, one gets it.
    pub async fn take_over(&self, interaction: InteractionId) -> Result<Takeover, StoreError> {
        let Resources { store, cluster, .. } = &self.resources;
        let Ok(found) = store.interactions().get(interaction).await else { return Ok(Takeover::NotYet) };
        let Some(pending) = found.filter(|pending| !pending.answered) else { return Ok(Takeover::Never) };
        if pending.owner.as_ref().is_some_and(|owner| !cluster.is_gone(owner)) {
            return Ok(Takeover::NotYet);
        }
        let Ok(begun) = store.journal().of_interaction(interaction).await else { return Ok(Takeover::NotYet) };
        if begun.is_some() || !store.interactions().take_over(&pending, cluster.me()).await? {
            return Ok(Takeover::Never);
        }
        Ok(Takeover::Taken)
    }

    /// Returns an interaction whose answer can still be edited, as far as its token is stored.
    pub async fn editable(&self, interaction: InteractionId) -> Result<Option<PendingInteraction>, StoreError> {
        let found = self.resources.store.interactions().get(interaction).await?;
        Ok(found.filter(PendingInteraction::has_token))
    }

    /// Returns the interactions that were acknowledged and that no task is answering.
    pub async fn unanswered(&self) -> Result<Vec<PendingInteraction>, StoreError> {
        let cluster = &self.resources.cluster;
        let mut all = self.resources.store.interactions().unanswered(UNANSWERED_AT_ONCE).await?;
        all.retain(|pending| match &pending.owner {
            Some(owner) if owner == cluster.me() => !self.is_in_hand(pending.interaction, None),
            Some(owner) => cluster.is_gone(owner),
            None => !self.running.contains(pending.interaction),
        });
        Ok(all)
    }

    /// Records that an interaction was answered, so that it is not answered again. If the store fails, the write is
    /// retried.
    pub async fn answered(&self, interaction: InteractionId) {
        self.write(PendingWrite::Answered(interaction)).await;
    }

    /// As [`Self::answered`], if the answer may be edited again.
    pub async fn answered_for_now(&self, interaction: InteractionId) {
        self.write(PendingWrite::AnsweredForNow(interaction)).await;
    }

    /// Marks an interaction as in progress here until the guard is dropped. Returns `None` if it is marked already.
    pub fn work_on(&self, interaction: InteractionId) -> Option<Mark<InteractionId>> {
        self.running.mark(interaction)
    }

    /// Waits until no task here works on the interaction, and marks it like [`Self::work_on`].
    pub async fn work_on_when_free(&self, interaction: InteractionId) -> Mark<InteractionId> {
        self.running.mark_when_free(interaction).await
    }

    /// Returns whether a task here works on the interaction, or a write of it or of its case is queued.
    pub(super) fn is_in_hand(&self, interaction: InteractionId, case: Option<AuditId>) -> bool {
        self.running.contains(interaction) || self.write_retry.contains(interaction, case)
    }

    async fn write(&self, answered: PendingWrite) {
        self.write_retry.write(answered).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "failed to record an answer: it is retried");
        });
    }

    fn owned(&self, request: &Request) -> PendingInteraction {
        PendingInteraction {
            interaction: request.interaction,
            application: request.application,
            token: request.token.clone(),
            guild: request.actor.guild,
            actor: request.actor.user,
            language: request.language,
            arrived: self.resources.clock.now_utc(),
            owner: Some(self.resources.cluster.me().clone()),
            answered: false,
        }
    }
}

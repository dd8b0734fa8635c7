//! The journal's row of one operation. The operation records its progress here, and asks whether it may continue.

use groups_api::{AccountCondition, Lane, Urgency};
use serde_json::Value;
use usher_clock::Timestamp;

use super::authority::{Authority, Members};
use super::{Executor, JobProgress};
use crate::error::UserError;
use crate::operations::{MaySend, Others, Pace, ProgressJournal, Step};
use crate::services::Resources;
use crate::store::{AuditEntry, AuditId, Authorization, BeginError, Beginning, Stopped, StoreError};

/// People are added slowly once less than this part of a session's daily budget is left.
pub(super) const LITTLE_LEFT: usize = 5;

/// Why an operation was not begun, or its progress not recorded.
#[derive(Debug)]
pub(super) enum BeginFailure {
    /// The requester may not do it any more.
    Refused(UserError),
    Begin(BeginError),
}

impl From<StoreError> for BeginFailure {
    fn from(error: StoreError) -> Self {
        Self::Begin(error.into())
    }
}

/// Returns whether little of a session's daily budget is left, so that people are added slowly.
pub(super) fn is_little(left: usize, budget: usize) -> bool {
    left < budget / LITTLE_LEFT
}

pub(super) struct JournalWriter<'a, M> {
    pub(super) executor: &'a Executor,
    pub(super) entry: AuditEntry,
    pub(super) authorization: Option<Authorization>,
    pub(super) case: Option<AuditId>,
    /// People whom WhatsApp was asked to add so far.
    pub(super) asked: Option<usize>,
    pub(super) progress: JobProgress,
    pub(super) authority: Authority<'a, M>,
    /// Why the operation was stopped before all of it was sent.
    pub(super) stopped: Option<Stopped>,
}

impl<M: Members> ProgressJournal for JournalWriter<'_, M> {
    type Error = BeginFailure;

    async fn pace(&self, adds: usize) -> Result<Pace, BeginFailure> {
        let Some(session) = &self.entry.what.session else { return Ok(Pace::Careful) };
        let resources = &self.executor.resources;
        let left = resources.may_add(session).await?.saturating_sub(adds);
        let budget = resources.rates().adds_per_day as usize;
        Ok(if is_little(left, budget) { Pace::Careful } else { Pace::Full })
    }

    async fn begin(&mut self, progress: &Value, adds: usize) -> Result<(), BeginFailure> {
        // The state was read since access was decided, which may take long.
        self.authority.reauthorize().await.map_err(BeginFailure::Refused)?;
        let Resources { store, clock, cluster, .. } = &self.executor.resources;
        let rates = self.executor.resources.rates();
        let authorization = self.authorization;
        let beginning = Beginning { entry: &self.entry, progress, authorization, owner: cluster.me(), adds };
        let begun = store.journal().begin(beginning, &rates, clock.now_utc()).await;
        if let Some(Authorization::Confirmation(id)) = authorization {
            self.executor.confirmations.forget(id);
        }
        self.case = Some(begun.map_err(BeginFailure::Begin)?);
        Ok(())
    }

    async fn may_send(&mut self) -> MaySend {
        let may_send = match self.case {
            Some(case) => self.authority.check_case(case).await,
            None => self.authority.check().await,
        };
        may_send.unwrap_or_else(|stopped| {
            tracing::info!(case = self.case.map(|case| case.0), ?stopped, "stopped an operation");
            self.stopped = Some(stopped);
            MaySend::No
        })
    }

    async fn is_account_lost(&mut self) -> bool {
        let Some(session) = &self.entry.what.session else { return false };
        let api = self.executor.resources.api.on_behalf_of(Lane { server: self.entry.guild.0, urgency: Urgency::Bulk });
        // Without an answer nothing is known. The next request then shows what the account can do.
        let condition = api.look_at_session(session).await.ok().and_then(|session| session.condition());
        let is_lost = condition.is_some_and(AccountCondition::is_lost);
        if is_lost {
            tracing::warn!(case = self.case.map(|case| case.0), %session, "stopped adding people: the account is lost");
            self.stopped = Some(Stopped::AccountLost);
        }
        is_lost
    }

    async fn reserve(&mut self, adds: usize) -> Result<bool, BeginFailure> {
        let Resources { store, clock, .. } = &self.executor.resources;
        let rates = self.executor.resources.rates();
        let (Some(case), Some(session)) = (self.case, &self.entry.what.session) else { return Ok(false) };
        store.journal().reserve(case, session, adds, &rates, clock.now_utc()).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to reserve a part of an account's budget");
            BeginFailure::Begin(error.into())
        })
    }

    fn asked(&mut self, adds: usize) {
        self.asked = Some(adds);
    }

    fn tell(&self, step: Step) {
        self.progress.send_replace(Some(step));
    }

    async fn note(&mut self, progress: &Value, unsettled_since: Option<Timestamp>) -> Result<(), BeginFailure> {
        let Some(case) = self.case else { return Ok(()) };
        self.executor.resources.store.journal().note(case, progress, unsettled_since).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to record the progress of an operation");
            error.into()
        })
    }

    async fn others(&self) -> Result<Others, BeginFailure> {
        let Some(case) = self.case else { return Ok(Others::default()) };
        self.executor.unsettled.others(case, &self.entry.what).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to read whether the same change was made meanwhile");
            error.into()
        })
    }
}

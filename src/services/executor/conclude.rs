//! Ends operations: writes their end, and decides what their answers show.

use groups_api::{ApiError, Effect};

use super::{AccountNames, Done, Executor, NextSteps, shows_numbers};
use crate::access::{Actor, Capability, Groups, Server, Target};
use crate::error::{GroupError, NotConfirmed, OperationError, UserError};
use crate::failpoint;
use crate::operations::{Failure, Operation, Outcome};
use crate::services::Request;
use crate::services::admin_status::NotAdmin;
use crate::services::write_retry::{PendingEnd, PendingWrite};
use crate::store::{AuditEnd, AuditEntry, AuditId, Authorization, PendingConfirmation, Stopped};

/// An operation whose requests have ended, and the journal's data of it.
pub(super) struct Ran {
    pub(super) operation: Operation,
    pub(super) authorization: Option<Authorization>,
    pub(super) entry: AuditEntry,
    pub(super) case: Option<AuditId>,
    pub(super) asked: Option<usize>,
    pub(super) stopped: Option<Stopped>,
    /// Whether the answer may have a button that undoes it.
    pub(super) has_button: bool,
}

/// The journal's data of an operation that ends.
pub(super) struct Written<'a> {
    pub(super) case: Option<AuditId>,
    /// People whom WhatsApp was asked to add, if known.
    pub(super) asked: Option<usize>,
    pub(super) entry: &'a AuditEntry,
    pub(super) authorization: Option<Authorization>,
    pub(super) stopped: Option<Stopped>,
    /// The change that undoes the operation.
    pub(super) undo: Option<Box<PendingConfirmation>>,
}

impl Executor {
    /// Writes the end of an operation that was carried out, and returns what its answer shows.
    pub(super) async fn conclude(
        &self,
        request: &Request,
        Ran { operation, authorization, entry, case, asked, stopped, has_button }: Ran,
        result: Result<Outcome, Failure>,
    ) -> Result<Done, UserError> {
        if let Err(failure) = &result {
            self.learn_from(&operation, failure);
            if case.is_none() {
                self.lookups.count_failure(request.actor.user, &operation);
            }
            // A request may be approved again, and a scheduled operation is due again, once the obstacle is gone.
            let is_repeated = authorization.is_some_and(Authorization::is_without_user);
            if case.is_none() && is_repeated && failure.cause.may_pass() {
                return Err(failure.clone().into());
            }
        }
        let undo = match &result {
            Ok(outcome) if has_button && case.is_some() => {
                Box::pin(self.confirmations.undo_of(request, &operation, outcome)).await
            }
            _ => None,
        };
        let undo_id = undo.as_ref().map(|undo| undo.id);
        let written = Written { case, asked, entry: &entry, authorization, stopped, undo };
        if !self.end(written, &operation, &result).await {
            return Err(UserError::Elsewhere);
        }
        let mut outcome = match result {
            Ok(outcome) => outcome,
            Err(failure) => return Err(self.explain(case, &operation, failure).await),
        };
        self.resources.group_cache.note(&operation, &outcome);
        self.join_notices.note(&operation).await;
        let settings = self.settings.get(request.actor.guild).await?;
        let (needs, is_approved) = (operation.needs(), authorization.is_some_and(Authorization::is_approved));
        outcome.restrict(|session, group| {
            let groups = group.map_or(Groups::InScope, Groups::One);
            let target = Target { session: Some(session), groups };
            let decision = settings.decide(&request.actor, needs, target);
            if is_approved { decision.may_request() } else { decision.is_allowed() }
        });
        if let Outcome::ListSessions(listed) = &mut outcome {
            self.accounts.describe(listed).await;
        }
        let shows_numbers = shows_numbers(&settings, &request.actor, operation.target());
        let account = AccountNames::of(&settings);
        let next = NextSteps { undo: undo_id, ..self.next_steps(&settings, &request.actor, &operation, &outcome) };
        Ok(Done { operation, outcome, shows_numbers, account, stopped, interaction: request.interaction, next })
    }

    /// Returns the error that the requester sees for a failure. If WhatsApp does not allow a change, this reads whether the
    /// account is no admin of the group.
    async fn explain(&self, case: Option<AuditId>, operation: &Operation, failure: Failure) -> UserError {
        let is_forbidden = matches!(failure.cause, ApiError::Forbidden { .. }) && failure.carried == Effect::No;
        let at = operation.group().filter(|_| is_forbidden && operation.needs_admin());
        let not_admin = match at {
            Some(at) => self.admin_status.hinders(operation, at).await,
            None => None,
        };
        match not_admin {
            Some(NotAdmin { number }) => GroupError::NotAdmin { number }.into(),
            None => problem(case, operation, failure),
        }
    }

    /// Returns what the actor can do next with the group of the operation.
    fn next_steps(&self, server: &Server, actor: &Actor, operation: &Operation, outcome: &Outcome) -> NextSteps {
        let of_outcome = outcome.group().map(|(group, _name)| group);
        let group = of_outcome.or_else(|| operation.group().map(|at| &at.group));
        let (Some(session), Some(group)) = (operation.session(), group) else { return NextSteps::default() };
        self.recent_groups.note(actor.guild, actor.user, group);
        let may = |capability: &Capability| {
            let groups = if capability.is_of_a_group() { Groups::One(group) } else { Groups::Any };
            server.decide(actor, *capability, Target { session: Some(session), groups }).may_request()
        };
        NextSteps {
            may: Capability::ALL.into_iter().filter(may).collect(),
            is_member: self.resources.group_cache.known(session, group).is_some(),
            undo: None,
        }
    }

    /// Writes the end of an operation. An operation that failed before it began, or that only read with an approval, is
    /// recorded together with its end. Returns `false` if another interaction has used the token meanwhile.
    pub(super) async fn end(
        &self,
        Written { case, asked, entry, authorization, stopped, undo }: Written<'_>,
        operation: &Operation,
        result: &Result<Outcome, Failure>,
    ) -> bool {
        failpoint::reached("before end").await;
        let end = match result {
            Ok(outcome) => AuditEnd::Done { outcome: Box::new(outcome.as_written().into()), stopped },
            Err(failure) => AuditEnd::Failed { failure: failure.clone() },
        };
        let token = authorization.filter(|authorization| authorization.is_without_user());
        if let Some(case) = case {
            let what = match result {
                Ok(outcome) => entry.what.clone().with_group_of(outcome),
                Err(_) => entry.what.clone(),
            };
            // Uncounted adds that may have been sent stay reserved.
            let asked = asked.or_else(|| (!end.is_unconfirmed()).then_some(0));
            let next = result.as_ref().ok().and_then(|outcome| operation.continuation(outcome));
            if let Some(undo) = &undo {
                self.confirmations.remember(PendingConfirmation::clone(undo));
            }
            self.write_end(case, PendingEnd { what, end, adds: asked, next, undo }).await;
        } else if token.is_none() && result.as_ref().is_ok_and(|outcome| !outcome.changed_something()) {
            // Nothing had to change, so this is no change and counts towards no limit.
            self.delete_confirmation(authorization).await;
        } else if operation.changes() || token.is_some() {
            match self.resources.record(entry, &end, token).await {
                Ok(true) => {}
                Ok(false) => return token.is_none(),
                Err(error) => {
                    tracing::error!(%error, "failed to record an operation that ended before anything was sent");
                    // The operation may be begun a second time, so do not report it as done.
                    return token.is_none();
                }
            }
            self.delete_confirmation(authorization).await;
        }
        true
    }

    pub(super) async fn write_end(&self, case: AuditId, ending: PendingEnd) {
        self.write_retry.write(PendingWrite::End(case, Box::new(ending))).await.unwrap_or_else(|error| {
            tracing::error!(case = case.0, %error, "failed to write the end of an operation: it is retried");
        });
    }

    /// Drops the group from the cache, if it is gone or may be another group, so that it is not offered.
    fn learn_from(&self, operation: &Operation, failure: &Failure) {
        if let (ApiError::NotFound | ApiError::Lost, Some(session)) = (&failure.cause, operation.session()) {
            self.resources.group_cache.forget(session);
        }
    }
}

/// Returns the error that the requester sees for a failure.
pub(super) fn problem(case: Option<AuditId>, operation: &Operation, failure: Failure) -> UserError {
    match (case, failure.carried) {
        (Some(case), Effect::Maybe) => {
            OperationError::from(NotConfirmed { case, operation: operation.clone(), failure }).into()
        }
        _ => failure.into(),
    }
}

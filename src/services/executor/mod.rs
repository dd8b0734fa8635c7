//! Runs operations, resumes those that an earlier run left open, and stops long jobs.

mod authority;
mod authorized;
mod jobs;
mod join_requests;
mod journal_writer;
mod preview;
mod resume;
mod scheduled;

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashSet;
use groups_api::{ApiError, Effect, Engine, Lane, Provider, Urgency};
use tokio::sync::watch;
use whatsapp::SessionName;

pub use authority::{Members, Membership};
pub use authorized::{AuthorizedOperation, NextStep};
pub use jobs::{FoundJob, Which};
pub use resume::{Ended, Recovery, result_of};
pub use scheduled::ScheduledRun;

use authority::{Authority, KnownRoles};
use journal_writer::{BeginFailure, JournalWriter};

use super::admin_status::NotAdmin;
use super::write_retry::{PendingEnd, PendingWrite, WriteRetryQueue};
use super::{
    AccountWatch, AdminStatus, Confirmations, GuildSettings, JoinNoticing, Lookups, PendingInteractions, RecentGroups,
    Request, Resources, UnsettledChanges, entry,
};
use crate::access::{Actor, Capability, CapabilitySet, Groups, InteractionId, Server, Target};
use crate::error::{GroupError, InputError, NotConfirmed, OperationError, Unavailable, UserError};
use crate::failpoint;
use crate::operations::{Confirm, ExecutionError, Failure, Operation, Outcome, PEOPLE_PER_REQUEST, Step};
use crate::people_list::Planned;
use crate::store::{AuditEnd, AuditEntry, AuditId, AuditSubject, Authorization, BeginError, Stopped};

/// Maximum age of a long job that is resumed after a crash. A user may have repeated an older one.
const RESUME_WITHIN: Duration = Duration::from_secs(60 * 60);

/// Receives the progress of a long job.
pub type JobProgress = watch::Sender<Option<Step>>;

/// Runs operations. A change is sent to the groups API only by this type, and only after its row is in the journal.
pub struct Executor {
    pub(super) resources: Resources,
    pub(super) settings: Arc<GuildSettings>,
    pub(super) confirmations: Arc<Confirmations>,
    pub(super) unsettled: Arc<UnsettledChanges>,
    pub(super) lookups: Arc<Lookups>,
    pub(super) interactions: Arc<PendingInteractions>,
    pub(super) write_retry: Arc<WriteRetryQueue>,
    pub(super) recent_groups: Arc<RecentGroups>,
    pub(super) admin_status: Arc<AdminStatus>,
    pub(super) join_notices: Arc<JoinNoticing>,
    pub(super) accounts: Arc<AccountWatch>,
    /// Interactions whose journal insert reported an error. If the row exists anyway, verify only: the user was told
    /// that nothing happened.
    pub(super) unconfirmed: DashSet<InteractionId>,
}

/// An operation that was carried out.
#[derive(Debug)]
pub struct Done {
    pub operation: Operation,
    pub outcome: Outcome,
    /// `true` if the requester may see the phone numbers of members; otherwise they are masked.
    pub shows_numbers: bool,
    pub account: AccountNames,
    /// Why the job ended before all of it was sent.
    pub stopped: Option<Stopped>,
    /// The interaction that requested it, by which the journal finds it.
    pub interaction: InteractionId,
    pub next: NextSteps,
}

/// What the requester can do next with the group of an operation. Nothing where their present rights are not known.
#[derive(Debug, Clone, Copy, Default)]
pub struct NextSteps {
    /// What they may do with the group, or request.
    pub may: CapabilitySet,
    /// True if the account is in the group, as far as its groups are known.
    pub is_member: bool,
}

/// Whether replies name the WhatsApp account: only where a server has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountNames {
    Shown,
    Hidden,
}

impl AccountNames {
    pub fn of(server: &Server) -> Self {
        if server.sessions.len() > 1 { Self::Shown } else { Self::Hidden }
    }
}

/// The journal's data of an operation that ends.
struct Written<'a> {
    case: Option<AuditId>,
    /// People whom WhatsApp was asked to add, if known.
    asked: Option<usize>,
    entry: &'a AuditEntry,
    authorization: Option<Authorization>,
    stopped: Option<Stopped>,
}

impl Executor {
    /// Decides access at the moment of acting, with a fresh read of the settings. Returns whether the operation may run
    /// at once, or the user must see a preview or confirm it, or another person must approve it.
    pub async fn reauthorize(&self, actor: &Actor, planned: impl Into<Planned>) -> Result<NextStep, UserError> {
        let Planned { operation, list } = planned.into();
        let settings = self.settings.get(actor.guild).await?;
        let decision = settings.require_request(actor, operation.needs(), operation.target())?;
        if settings.reasons.required && operation.takes_reason() && operation.reason().is_none() {
            return Err(InputError::ReasonMissing.into());
        }
        if let Some(session) = operation.session()
            && let Some(lacks) = operation.lacks(&self.resources.api.features_of(session).await)
        {
            return Err(Failure::new(lacks.into(), Effect::No).into());
        }
        if let Some(at) = operation.group().filter(|_| operation.needs_admin()) {
            self.admin_status.require_admin(&operation, at).await?;
        }
        if let Some(list) = list.filter(|list| self.wants_preview(&operation, list)) {
            return self.preview(actor, operation, *list).await;
        }
        if !decision.is_allowed() {
            return Ok(NextStep::Ask(operation));
        }
        let unsettled = self.unsettled.requested_at(&operation).await?;
        if operation.confirm() == Confirm::No && unsettled.is_none() {
            Ok(NextStep::Go(AuthorizedOperation::free(operation)))
        } else {
            Ok(NextStep::Confirm { operation, unsettled })
        }
    }

    /// Returns the provider, and its engine for the account of the session.
    pub async fn provider_of(&self, session: &SessionName) -> (Provider, Engine) {
        let api = &self.resources.api;
        (api.provider(), api.engine_of(session).await)
    }

    /// Runs an operation. A change is written to the journal first; if that fails, nothing is sent. Returns
    /// [`UserError::Elsewhere`] if another interaction or another instance runs it.
    pub async fn run(
        &self,
        request: &Request,
        authorized: AuthorizedOperation,
        progress: JobProgress,
        members: &impl Members,
    ) -> Result<Done, UserError> {
        let (operation, authorization) = authorized.into_parts();
        if let Err(problem) = self.lookups.count_run(request.actor.user, &operation, authorization) {
            self.delete_confirmation(authorization).await;
            return Err(problem);
        }
        let authority = Authority {
            executor: self,
            members,
            operation: &operation,
            guild: request.actor.guild,
            user: request.actor.user,
            is_approved: authorization.is_some_and(Authorization::is_approved),
            known: KnownRoles::of(&request.actor, self.resources.clock.now()),
        };
        let entry = entry(request, AuditSubject::from(&operation));
        let mut writer = JournalWriter {
            executor: self,
            entry,
            authorization,
            case: None,
            asked: None,
            progress,
            authority,
            stopped: None,
        };
        let api = self.resources.api.on_behalf_of(lane(request.actor.guild.0, &operation));
        let work = operation.run(&api, &mut writer, None);
        // A read needs no heartbeat of this instance.
        let run = if operation.changes() { self.resources.cluster.while_on_duty(work).await } else { Some(work.await) };
        let JournalWriter { entry, case, asked, stopped, .. } = writer;
        let Some(result) = run else {
            if case.is_some() {
                // The instance that takes the row over answers.
                return Err(UserError::Elsewhere);
            }
            self.remember_unconfirmed(entry.interaction);
            return Err(Unavailable::OffDuty.into());
        };
        let result = match result {
            Err(ExecutionError::ProgressJournal(error)) => {
                return Err(self.not_begun(&entry, authorization, error).await);
            }
            other => other.map_err(failure),
        };
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
        if !self.end(Written { case, asked, entry: &entry, authorization, stopped }, &operation, &result).await {
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
        let next = self.next_steps(&settings, &request.actor, &operation, &outcome);
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
        }
    }

    /// Returns the error for an operation of which nothing was sent.
    async fn not_begun(
        &self,
        entry: &AuditEntry,
        authorization: Option<Authorization>,
        error: BeginFailure,
    ) -> UserError {
        let problem = match error {
            BeginFailure::Refused(problem) => problem,
            BeginFailure::Begin(BeginError::AlreadyBegun) => return UserError::Elsewhere,
            BeginFailure::Begin(BeginError::AnsweredAlready) => {
                // Another press came first and shows the result in the same message. This press needs no answer.
                self.interactions.answered(entry.interaction).await;
                return UserError::Elsewhere;
            }
            BeginFailure::Begin(BeginError::Store(error)) => {
                self.remember_unconfirmed(entry.interaction);
                return error.into();
            }
            BeginFailure::Begin(BeginError::TooMuch(too_much)) => UserError::TooMuch(too_much),
        };
        self.delete_confirmation(authorization).await;
        problem
    }

    /// Remembers the interaction as long as a row that is found open would be resumed.
    fn remember_unconfirmed(&self, interaction: InteractionId) {
        let since = self.resources.clock.now_utc().saturating_sub(RESUME_WITHIN);
        self.unconfirmed.retain(|interaction| interaction.created_at() > since);
        self.unconfirmed.insert(interaction);
    }

    /// Deletes an answered confirmation, so that its message does not report that it expired.
    async fn delete_confirmation(&self, authorization: Option<Authorization>) {
        if let Some(Authorization::Confirmation(id)) = authorization
            && let Err(error) = self.confirmations.delete(id).await
        {
            tracing::warn!(%error, "failed to delete an answered confirmation");
        }
    }

    /// Writes the end of an operation. An operation that failed before it began, or that only read with an approval, is
    /// recorded together with its end. Returns `false` if another interaction has used the token meanwhile.
    async fn end(
        &self,
        Written { case, asked, entry, authorization, stopped }: Written<'_>,
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
            self.write_end(case, PendingEnd { what, end, adds: asked, next }).await;
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

    async fn write_end(&self, case: AuditId, ending: PendingEnd) {
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

/// Returns whether the user sees phone numbers: those who may export or remove members do.
pub(super) fn shows_numbers(server: &Server, actor: &Actor, target: Target<'_>) -> bool {
    [Capability::MembersExport, Capability::MembersRemove]
        .into_iter()
        .any(|capability| server.decide(actor, capability, target).is_allowed())
}

/// Returns the error that the requester sees for a failure.
fn problem(case: Option<AuditId>, operation: &Operation, failure: Failure) -> UserError {
    match (case, failure.carried) {
        (Some(case), Effect::Maybe) => {
            OperationError::from(NotConfirmed { case, operation: operation.clone(), failure }).into()
        }
        _ => failure.into(),
    }
}

/// Converts the error of a first run. Such a run knows everything except the effect of a lost answer.
fn failure(halt: ExecutionError<BeginFailure>) -> Failure {
    match halt {
        ExecutionError::Failed(failure) => failure,
        ExecutionError::Unsettled { .. } => Failure::new(ApiError::Lost, Effect::Maybe),
        ExecutionError::ProgressJournal(_) => Failure::new(ApiError::NotSent, Effect::No),
    }
}

/// Returns the priority at the API. An operation that names more people than fit one request goes behind interactive
/// ones.
fn lane(server: u64, operation: &Operation) -> Lane {
    let is_bulk = operation.people().len() > PEOPLE_PER_REQUEST;
    Lane { server, urgency: if is_bulk { Urgency::Bulk } else { Urgency::People } }
}

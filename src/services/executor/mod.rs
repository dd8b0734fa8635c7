//! Runs operations, resumes those that an earlier run left open, and stops long jobs.

mod authority;
mod authorized;
mod conclude;
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
use conclude::{Ran, Written, problem};
use journal_writer::{BeginFailure, JournalWriter};

use super::write_retry::WriteRetryQueue;
use super::{
    AccountWatch, AdminStatus, Confirmations, GuildSettings, JoinNoticing, Lookups, PendingInteractions, RecentGroups,
    Request, Resources, UnsettledChanges, entry,
};
use crate::access::{Actor, Capability, CapabilitySet, InteractionId, Server, Target};
use crate::error::{InputError, Unavailable, UserError};
use crate::operations::{Confirm, ExecutionError, Failure, Operation, Outcome, PEOPLE_PER_REQUEST, Step};
use crate::people_list::Planned;
use crate::store::{AuditEntry, AuditSubject, Authorization, BeginError, ConfirmationId, Stopped};

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
    /// The change that undoes the operation, if they may make it.
    pub undo: Option<ConfirmationId>,
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
        let has_button = authorized.has_undo_button();
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
        // Boxed, because the work above needs none of its memory.
        let ran = Ran { operation, authorization, entry, case, asked, stopped, has_button };
        Box::pin(self.conclude(request, ran, result)).await
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
}

/// Returns whether the user sees phone numbers: those who may export or remove members do.
pub(super) fn shows_numbers(server: &Server, actor: &Actor, target: Target<'_>) -> bool {
    [Capability::MembersExport, Capability::MembersRemove]
        .into_iter()
        .any(|capability| server.decide(actor, capability, target).is_allowed())
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

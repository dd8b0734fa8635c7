//! Runs operations, and recovers those that an earlier run left open.

use std::time::Duration;

use groups_api::{ApiError, Effect, Lane, Urgency};
use tokio::sync::watch;

use super::authority::{Authority, KnownRoles, Members};
use super::journal_writer::{BeginFailure, JournalWriter};
use super::mark::Mark;
use super::{AuthorizedOperation, Request, Services, entry};
use crate::access::{Actor, Capability, Groups, InteractionId, Target};
use crate::error::NotConfirmed;
use crate::error::UserError;
use crate::failpoint;
use crate::operations::{ExecutionError, Failure, Operation, Outcome, PEOPLE_PER_REQUEST, SavedProgress, Step};
use crate::store::{
    AuditEnd, AuditEntry, AuditId, AuditRecord, AuditSubject, BeginError, BeginToken, LEFT_ALONE_FOR,
    PendingInteraction, Stopped, StoreError,
};

/// Maximum age of a long job that is resumed after a crash. A user may have repeated an older one.
const GO_ON_WITHIN: Duration = Duration::from_secs(60 * 60);
/// Maximum jobs in the list of jobs to stop.
const STOPPABLE_MAX: usize = 100;

/// Receives the progress of a long job.
pub type JobProgress = watch::Sender<Option<Step>>;

/// An operation that was carried out.
#[derive(Debug)]
pub struct Done {
    pub operation: Operation,
    pub outcome: Outcome,
    /// `true` if the requester may see the phone numbers of members; otherwise they are masked.
    pub shows_numbers: bool,
    /// Why the job ended before all of it was sent.
    pub stopped: Option<Stopped>,
}

/// An operation that another run began, and its result.
#[derive(Debug)]
pub struct Ended {
    pub entry: AuditEntry,
    pub result: Result<Done, UserError>,
}

/// The journal's data of an operation that ends.
struct Written<'a> {
    case: Option<AuditId>,
    /// People whom WhatsApp was asked to add, if known.
    asked: Option<usize>,
    entry: &'a AuditEntry,
    ticket: Option<BeginToken>,
    stopped: Option<Stopped>,
}

/// Identifies a job.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// The job of an interaction: its button names it.
    Interaction(InteractionId),
    Case(AuditId),
}

/// The result of recovering a row of the journal.
#[derive(Debug)]
pub enum Recovery {
    /// Boxed: rare and large.
    Ended(Box<Ended>),
    /// The result is not known yet. `settles_by`: until when the last request may still take effect, in seconds since
    /// 1970, if known.
    Later { settles_by: Option<i64> },
}

impl Services {
    /// Runs an operation. A change is written to the journal first; if that fails, nothing is sent. Returns
    /// [`UserError::Elsewhere`] if another interaction or another instance runs it.
    pub async fn run(
        &self,
        request: &Request,
        cleared: AuthorizedOperation,
        progress: JobProgress,
        members: &impl Members,
    ) -> Result<Done, UserError> {
        let AuthorizedOperation { operation, ticket, .. } = cleared;
        if let Err(problem) = self.count_lookup(request, &operation, ticket) {
            self.forget_question(ticket).await;
            return Err(problem);
        }
        let authority = Authority {
            services: self,
            members,
            operation: &operation,
            guild: request.actor.guild,
            user: request.actor.user,
            is_approved: matches!(ticket, Some(BeginToken::Request(..))),
            known: KnownRoles::of(&request.actor, self.clock.now()),
        };
        let entry = entry(request, AuditSubject::from(&operation));
        let mut page = JournalWriter {
            services: self,
            entry,
            ticket,
            case: None,
            asked: None,
            progress,
            authority,
            stopped: None,
        };
        let api = self.api.on_behalf_of(lane(request.actor.guild.0, &operation));
        let work = operation.run(&api, &mut page, None);
        // A read needs no heartbeat of this instance.
        let run = if operation.changes() { self.cluster.while_on_duty(work).await } else { Some(work.await) };
        let JournalWriter { entry, case, asked, stopped, .. } = page;
        let Some(result) = run else {
            if case.is_some() {
                // The instance that takes the row over answers.
                return Err(UserError::Elsewhere);
            }
            self.remember_unconfirmed(entry.interaction);
            return Err(UserError::NotWritten);
        };
        let result = match result {
            Err(ExecutionError::ProgressJournal(error)) => return Err(self.not_begun(&entry, ticket, error).await),
            other => other.map_err(failure),
        };
        if let Err(failure) = &result {
            self.learn_from(&operation, failure);
            if case.is_none() {
                self.count_failure(request.actor.user, &operation);
            }
            // An approved request may be approved again once its obstacle is gone.
            if case.is_none() && matches!(ticket, Some(BeginToken::Request(..))) && failure.cause.may_pass() {
                return Err(failure.clone().into());
            }
        }
        if !self.end(Written { case, asked, entry: &entry, ticket, stopped }, &operation, &result).await {
            return Err(UserError::Elsewhere);
        }
        let mut outcome = result.map_err(|failure| problem(case, &operation, failure))?;
        self.group_cache.note(&operation, &outcome);
        let server = self.server(&request.actor).await?;
        let needs = operation.needs();
        outcome.restrict(|session, group| {
            let groups = group.map_or(Groups::InScope, Groups::One);
            let target = Target { session: Some(session), groups };
            match ticket {
                Some(BeginToken::Request(..)) => server.decide(&request.actor, needs, target).may_request(),
                _ => server.decide(&request.actor, needs, target).is_allowed(),
            }
        });
        let shows_numbers = shows_numbers(&server, &request.actor, operation.target());
        Ok(Done { operation, outcome, shows_numbers, stopped })
    }

    /// Requests that a job stop, whichever instance runs it. The job must be the actor's own, or one whose access
    /// `actor` manages. Returns whether it is running.
    pub async fn stop(&self, actor: &Actor, which: Which) -> Result<bool, UserError> {
        let journal = self.store.journal();
        let row = match which {
            Which::Interaction(interaction) => journal.of_interaction(interaction).await?,
            Which::Case(case) => journal.find(actor.guild, case).await?,
        };
        let Some(row) = row.filter(|row| row.entry.guild == actor.guild && row.ended.is_none()) else {
            return Ok(false);
        };
        if row.entry.user != actor.user {
            self.require(actor, Capability::AccessManage, row.entry.what.target()).await?;
        }
        Ok(journal.stop(row.case, actor.user).await?)
    }

    /// Returns the jobs that `actor` may stop, newest first.
    pub async fn stoppable(&self, actor: &Actor) -> Result<Vec<AuditRecord>, UserError> {
        let server = self.server(actor).await?;
        let mut rows = self.store.journal().open_in(actor.guild, STOPPABLE_MAX).await?;
        rows.retain(|row| server.decide(actor, Capability::AccessManage, row.entry.what.target()).is_allowed());
        Ok(rows)
    }

    /// Returns the error for an operation of which nothing was sent.
    async fn not_begun(&self, entry: &AuditEntry, ticket: Option<BeginToken>, error: BeginFailure) -> UserError {
        let problem = match error {
            BeginFailure::Refused(problem) => problem,
            BeginFailure::Begin(BeginError::AlreadyBegun) => return UserError::Elsewhere,
            BeginFailure::Begin(BeginError::AnsweredAlready) => {
                // Another press came first and shows the result in the same message. This press needs no answer.
                self.answered(entry.interaction).await;
                return UserError::Elsewhere;
            }
            BeginFailure::Begin(BeginError::Store(error)) => {
                tracing::error!(%error, operation = entry.what.operation, "failed to write the journal: nothing sent");
                self.remember_unconfirmed(entry.interaction);
                return UserError::NotWritten;
            }
            BeginFailure::Begin(BeginError::TooMuch(too_much)) => UserError::TooMuch(too_much),
        };
        self.forget_question(ticket).await;
        problem
    }

    /// Remembers the interaction as long as a row that is found open would be resumed.
    fn remember_unconfirmed(&self, interaction: InteractionId) {
        let since = self.clock.unix().saturating_sub(GO_ON_WITHIN).as_millis();
        self.unconfirmed.retain(|interaction| u128::from(interaction.unix_millis()) > since);
        self.unconfirmed.insert(interaction);
    }

    /// Deletes an answered confirmation, so that its message does not report that it expired.
    async fn forget_question(&self, ticket: Option<BeginToken>) {
        if let Some(BeginToken::Question(id)) = ticket
            && let Err(error) = self.withdraw(id).await
        {
            tracing::warn!(%error, "failed to delete an answered confirmation");
        }
    }

    /// Recovers a row that another run left open: verifies a single request and ends its row, or finishes a longer job.
    pub async fn go_on(&self, row: AuditRecord, members: &impl Members) -> Recovery {
        let AuditRecord { case, entry, begun, progress, approver, .. } = row;
        let age = self.clock.unix().saturating_sub(begun);
        let Some(operation) = entry.what.data.clone() else {
            // A version that knew the operation wrote the row; this version does not know it.
            let failure = Failure::new(ApiError::Lost, Effect::Maybe);
            self.write_end(case, entry.what.clone(), AuditEnd::Failed { failure: failure.clone() }, None).await;
            return Recovery::Ended(Box::new(Ended { entry, result: Err(failure.into()) }));
        };
        let never_sent = self.unconfirmed.remove(&entry.interaction).is_some();
        let left = SavedProgress { progress: progress.unwrap_or_default(), go_on: age < GO_ON_WITHIN, never_sent };
        let progress = JobProgress::default();
        let authority = Authority {
            services: self,
            members,
            operation: &operation,
            guild: entry.guild,
            user: entry.user,
            is_approved: approver.is_some(),
            known: KnownRoles::default(),
        };
        let mut page = JournalWriter {
            services: self,
            entry,
            ticket: None,
            case: Some(case),
            asked: None,
            progress,
            authority,
            stopped: None,
        };
        let api = self.api.on_behalf_of(lane(page.entry.guild.0, &operation));
        let run = self.cluster.while_on_duty(operation.run(&api, &mut page, Some(left))).await;
        let JournalWriter { entry, case, asked, stopped, .. } = page;
        let result = match run {
            None | Some(Err(ExecutionError::ProgressJournal(_))) => return Recovery::Later { settles_by: None },
            Some(Err(ExecutionError::Unsettled { until })) => return Recovery::Later { settles_by: Some(until) },
            Some(result) => result.map_err(failure),
        };
        self.end(Written { case, asked, entry: &entry, ticket: None, stopped }, &operation, &result).await;
        let result = match result {
            Ok(outcome) => {
                self.group_cache.note(&operation, &outcome);
                // The requester's present rights are not known.
                Ok(Done { operation, outcome, shows_numbers: false, stopped })
            }
            Err(failure) => Err(problem(case, &operation, failure)),
        };
        Recovery::Ended(Box::new(Ended { entry, result }))
    }

    /// Writes the end of an operation. An operation that failed before it began, or that only read with an approval, is
    /// recorded together with its end. Returns `false` if another interaction has used the token meanwhile.
    async fn end(
        &self,
        Written { case, asked, entry, ticket, stopped }: Written<'_>,
        operation: &Operation,
        result: &Result<Outcome, Failure>,
    ) -> bool {
        failpoint::reached("before end").await;
        let end = match result {
            Ok(outcome) => AuditEnd::Done { outcome: Box::new(outcome.as_written()), stopped },
            Err(failure) => AuditEnd::Failed { failure: failure.clone() },
        };
        let approved = ticket.filter(|ticket| matches!(ticket, BeginToken::Request(..)));
        if let Some(case) = case {
            let mut what = entry.what.clone();
            if let Some((group, name)) = result.as_ref().ok().and_then(Outcome::group) {
                what.group = Some(group.clone());
                what.group_name = name.map(str::to_owned);
            }
            // Uncounted adds that may have been sent stay reserved.
            let asked = asked.or_else(|| (!end.is_unconfirmed()).then_some(0));
            self.write_end(case, what, end, asked).await;
        } else if approved.is_none() && result.as_ref().is_ok_and(|outcome| !outcome.changed_something()) {
            // Nothing had to change, so this is no change and counts towards no limit.
            self.forget_question(ticket).await;
        } else if operation.changes() || approved.is_some() {
            match self.record(entry, &end, approved).await {
                Ok(true) => {}
                Ok(false) => return approved.is_none(),
                Err(error) => {
                    tracing::error!(%error, "failed to record an operation that ended before anything was sent");
                    // Another person may approve the request a second time, so do not report it as done.
                    return approved.is_none();
                }
            }
            self.forget_question(ticket).await;
        }
        true
    }

    /// Returns the interactions that were acknowledged and that no task is answering.
    pub async fn unanswered(&self) -> Result<Vec<PendingInteraction>, StoreError> {
        let visits = self.store.interactions().unanswered(1_000).await?;
        let is_left = |visit: &PendingInteraction| match &visit.owner {
            Some(owner) if owner == self.cluster.me() => {
                !self.running.contains(&visit.interaction) && !self.is_in_hand(visit.interaction, None)
            }
            Some(owner) => self.cluster.is_gone(owner),
            None => !self.running.contains(&visit.interaction),
        };
        Ok(visits.into_iter().filter(is_left).collect())
    }

    /// Returns the open rows without a worker: their instance is gone, or this instance has released them.
    pub async fn orphans(&self) -> Result<Vec<AuditRecord>, StoreError> {
        let rows = self.store.journal().open(1_000).await?;
        let now = self.clock.unix();
        let is_orphan = |row: &AuditRecord| match &row.owner {
            // A newer instance knows the operation.
            _ if row.entry.what.data.is_none() && self.cluster.is_shared() && row.begun + LEFT_ALONE_FOR > now => false,
            Some(owner) if owner == self.cluster.me() => {
                let interaction = row.entry.interaction;
                !self.running.contains(&interaction) && !self.is_in_hand(interaction, Some(row.case))
            }
            Some(owner) => self.cluster.is_gone(owner),
            None => true,
        };
        Ok(rows.into_iter().filter(is_orphan).collect())
    }

    /// Marks an interaction as in progress here until the guard is dropped. Returns `None` if it is marked already.
    pub fn work_on(&self, interaction: InteractionId) -> Option<Mark<InteractionId>> {
        Mark::new(&self.running, interaction)
    }

    /// Drops the group from the cache, if it is gone or may be another group, so that it is not offered.
    fn learn_from(&self, operation: &Operation, failure: &Failure) {
        if let (ApiError::NotFound | ApiError::Lost, Some(session)) = (&failure.cause, operation.session()) {
            self.group_cache.forget(session);
        }
    }
}

/// Returns whether the user sees phone numbers: those who may export or remove members do.
pub(super) fn shows_numbers(server: &crate::access::Server, actor: &Actor, target: Target<'_>) -> bool {
    [Capability::MembersExport, Capability::MembersRemove]
        .into_iter()
        .any(|capability| server.decide(actor, capability, target).is_allowed())
}

/// Returns the result of an ended row for its requester.
pub fn result_of(row: &AuditRecord) -> Result<Done, UserError> {
    let Some(end) = row.end() else {
        return Err(Failure::new(ApiError::Lost, Effect::Maybe).into());
    };
    match (end, row.entry.what.data.clone()) {
        (AuditEnd::Done { outcome, stopped }, Some(operation)) => {
            Ok(Done { operation, outcome: *outcome, shows_numbers: false, stopped })
        }
        (AuditEnd::Failed { failure }, Some(operation)) => Err(problem(Some(row.case), &operation, failure)),
        (AuditEnd::Failed { failure }, None) => Err(failure.into()),
        // A refusal has its own answer, and every other ended row has an operation.
        (AuditEnd::Done { .. } | AuditEnd::Refused { .. } | AuditEnd::NotApproved { .. }, _) => {
            Err(UserError::Internal)
        }
    }
}

/// Returns the error that the requester sees for a failure.
fn problem(case: Option<AuditId>, operation: &Operation, failure: Failure) -> UserError {
    match (case, failure.carried) {
        (Some(case), Effect::Maybe) => {
            UserError::NotConfirmed(Box::new(NotConfirmed { case, operation: operation.clone(), failure }))
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
    let is_bulk = operation.people() > PEOPLE_PER_REQUEST;
    Lane { server, urgency: if is_bulk { Urgency::Bulk } else { Urgency::People } }
}

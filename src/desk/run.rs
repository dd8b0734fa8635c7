//! Carrying operations out, and going on with what a run that is gone has left.

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashSet;
use tokio::sync::watch;

use super::authority::{Authority, Known, Members};
use super::writer::{JournalWriter, Unwritten};
use super::{Cleared, Desk, Request, entry};
use crate::access::{Asker, Capability, Groups, InteractionId, Reach};
use crate::error::NotConfirmed;
use crate::error::Problem;
use crate::failpoint;
use crate::groups_api::{ApiError, Carried, Lane, Urgency};
use crate::operations::{Failure, Halt, Left, Operation, Outcome, PEOPLE_PER_REQUEST, Step};
use crate::store::{BeginError, Case, End, Entry, LEFT_ALONE_FOR, Row, Stopped, StoreError, Ticket, Visit, What};

/// A longer work is gone on with after a crash if it is not older; what is older, somebody may have repeated.
const GO_ON_WITHIN: Duration = Duration::from_secs(60 * 60);
/// Jobs among which one is offered to be stopped.
const STOPPABLE_MAX: usize = 100;

/// Told how far a longer work is.
pub type Progress = watch::Sender<Option<Step>>;

/// An operation that was carried out.
#[derive(Debug)]
pub struct Done {
    pub operation: Operation,
    pub outcome: Outcome,
    /// Whether its asker may see the phone numbers of members; others see them masked.
    pub shows_numbers: bool,
    /// Why it was ended before all of it was sent.
    pub stopped: Option<Stopped>,
}

/// An operation that another run has begun, and its end.
#[derive(Debug)]
pub struct Ended {
    pub entry: Entry,
    pub result: Result<Done, Problem>,
}

/// What the journal has of an operation that ends.
struct Written<'a> {
    case: Option<Case>,
    /// People whom WhatsApp was asked to add, where that is known.
    asked: Option<usize>,
    entry: &'a Entry,
    ticket: Option<Ticket>,
    stopped: Option<Stopped>,
}

/// Which job is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// That of an interaction, as its button says.
    Interaction(InteractionId),
    Case(Case),
}

/// What came of going on with a row of the journal.
#[derive(Debug)]
pub enum Recovery {
    /// Boxed, since it is rare and large.
    Ended(Box<Ended>),
    /// It is not known yet how it ended. `settles_by`: until when its last request may still take effect, in seconds since
    /// 1970, where that is known.
    Later { settles_by: Option<i64> },
}

impl Desk {
    /// Carries an operation out. A change is written to the journal first; where that fails, nothing is sent.
    /// [`Problem::Elsewhere`] where another interaction or another copy of the bot has it.
    pub async fn run(
        &self,
        request: &Request,
        cleared: Cleared,
        progress: Progress,
        members: &impl Members,
    ) -> Result<Done, Problem> {
        let Cleared { operation, ticket, .. } = cleared;
        if let Err(problem) = self.count_lookup(request, &operation, ticket) {
            self.forget_question(ticket).await;
            return Err(problem);
        }
        let authority = Authority {
            desk: self,
            members,
            operation: &operation,
            guild: request.asker.guild,
            user: request.asker.user,
            is_approved: matches!(ticket, Some(Ticket::Request(..))),
            known: Known::of(&request.asker, self.clock.now()),
        };
        let entry = entry(request, What::from(&operation));
        let mut page =
            JournalWriter { desk: self, entry, ticket, case: None, asked: None, progress, authority, stopped: None };
        let api = self.api.on_behalf_of(lane(request.asker.guild.0, &operation));
        let work = operation.run(&api, &mut page, None);
        // A read can be made whether or not this instance can write its heartbeat.
        let run = if operation.changes() { self.team.while_on_duty(work).await } else { Some(work.await) };
        let JournalWriter { entry, case, asked, stopped, .. } = page;
        let Some(result) = run else {
            if case.is_some() {
                // The instance that takes the row over answers.
                return Err(Problem::Elsewhere);
            }
            self.remember_unconfirmed(entry.interaction);
            return Err(Problem::NotWritten);
        };
        let result = match result {
            Err(Halt::Book(error)) => return Err(self.not_begun(&entry, ticket, error).await),
            other => other.map_err(failure),
        };
        if let Err(failure) = &result {
            self.learn_from(&operation, failure);
            if case.is_none() {
                self.count_failure(request.asker.user, &operation);
            }
            // What somebody approved may be approved again, once what stood in its way is gone.
            if case.is_none() && matches!(ticket, Some(Ticket::Request(..))) && failure.cause.may_pass() {
                return Err(failure.clone().into());
            }
        }
        if !self.end(Written { case, asked, entry: &entry, ticket, stopped }, &operation, &result).await {
            return Err(Problem::Elsewhere);
        }
        let mut outcome = result.map_err(|failure| problem(case, &operation, failure))?;
        self.directory.note(&operation, &outcome);
        let server = self.server(&request.asker).await?;
        let needs = operation.needs();
        outcome.restrict(|session, group| {
            let groups = group.map_or(Groups::InScope, Groups::One);
            let reach = Reach { session: Some(session), groups };
            match ticket {
                Some(Ticket::Request(..)) => server.may_ask(&request.asker, needs, reach).is_ok(),
                _ => server.decide(&request.asker, needs, reach).is_ok(),
            }
        });
        let shows_numbers = shows_numbers(&server, &request.asker, operation.reach());
        Ok(Done { operation, outcome, shows_numbers, stopped })
    }

    /// Wants a job to stop, whichever instance is at it: its requester's own, or one whose access `asker` manages. Returns
    /// whether it is under way.
    pub async fn stop(&self, asker: &Asker, which: Which) -> Result<bool, Problem> {
        let journal = self.store.journal();
        let row = match which {
            Which::Interaction(interaction) => journal.of_interaction(interaction).await?,
            Which::Case(case) => journal.find(asker.guild, case).await?,
        };
        let Some(row) = row.filter(|row| row.entry.guild == asker.guild && row.ended.is_none()) else {
            return Ok(false);
        };
        if row.entry.user != asker.user {
            self.permit(asker, Capability::AccessManage, row.entry.what.reach()).await?;
        }
        Ok(journal.stop(row.case, asker.user).await?)
    }

    /// Jobs that `asker` may stop, newest first.
    pub async fn stoppable(&self, asker: &Asker) -> Result<Vec<Row>, Problem> {
        let server = self.server(asker).await?;
        let mut rows = self.store.journal().open_in(asker.guild, STOPPABLE_MAX).await?;
        rows.retain(|row| server.decide(asker, Capability::AccessManage, row.entry.what.reach()).is_ok());
        Ok(rows)
    }

    /// Nothing was sent.
    async fn not_begun(&self, entry: &Entry, ticket: Option<Ticket>, error: Unwritten) -> Problem {
        let problem = match error {
            Unwritten::Refused(problem) => problem,
            Unwritten::Begin(BeginError::AlreadyBegun) => return Problem::Elsewhere,
            Unwritten::Begin(BeginError::AnsweredAlready) => {
                // Another press was first, and shows how it ends in the same message: to this one nothing is owed.
                self.answered(entry.interaction).await;
                return Problem::Elsewhere;
            }
            Unwritten::Begin(BeginError::Store(error)) => {
                tracing::error!(%error, operation = entry.what.operation, "not sent: it could not be written down");
                self.remember_unconfirmed(entry.interaction);
                return Problem::NotWritten;
            }
            Unwritten::Begin(BeginError::TooMuch(too_much)) => Problem::TooMuch(too_much),
        };
        self.forget_question(ticket).await;
        problem
    }

    /// As long as what is found begun would be gone on with.
    fn remember_unconfirmed(&self, interaction: InteractionId) {
        let since = self.clock.unix().saturating_sub(GO_ON_WITHIN).as_millis();
        self.unconfirmed.retain(|interaction| u128::from(interaction.unix_millis()) > since);
        self.unconfirmed.insert(interaction);
    }

    /// An answered question must not be told to have run out.
    async fn forget_question(&self, ticket: Option<Ticket>) {
        if let Some(Ticket::Question(id)) = ticket
            && let Err(error) = self.withdraw(id).await
        {
            tracing::warn!(%error, "an answered question could not be taken away");
        }
    }

    /// Goes on with a row that another run has left open: a single request is read back and ended, a longer work is
    /// finished.
    pub async fn go_on(&self, row: Row, members: &impl Members) -> Recovery {
        let Row { case, entry, begun, progress, approver, .. } = row;
        let age = self.clock.unix().saturating_sub(begun);
        let Some(operation) = entry.what.data.clone() else {
            // Written by a version that knew an operation which this one does not.
            let failure = Failure::new(ApiError::Lost, Carried::Maybe);
            self.write_end(case, entry.what.clone(), End::Failed { failure: failure.clone() }, None).await;
            return Recovery::Ended(Box::new(Ended { entry, result: Err(failure.into()) }));
        };
        let never_sent = self.unconfirmed.remove(&entry.interaction).is_some();
        let left = Left { progress: progress.unwrap_or_default(), go_on: age < GO_ON_WITHIN, never_sent };
        let progress = Progress::default();
        let authority = Authority {
            desk: self,
            members,
            operation: &operation,
            guild: entry.guild,
            user: entry.user,
            is_approved: approver.is_some(),
            known: Known::default(),
        };
        let mut page = JournalWriter {
            desk: self,
            entry,
            ticket: None,
            case: Some(case),
            asked: None,
            progress,
            authority,
            stopped: None,
        };
        let api = self.api.on_behalf_of(lane(page.entry.guild.0, &operation));
        let run = self.team.while_on_duty(operation.run(&api, &mut page, Some(left))).await;
        let JournalWriter { entry, case, asked, stopped, .. } = page;
        let result = match run {
            None | Some(Err(Halt::Book(_))) => return Recovery::Later { settles_by: None },
            Some(Err(Halt::Unsettled { until })) => return Recovery::Later { settles_by: Some(until) },
            Some(result) => result.map_err(failure),
        };
        self.end(Written { case, asked, entry: &entry, ticket: None, stopped }, &operation, &result).await;
        let result = match result {
            Ok(outcome) => {
                self.directory.note(&operation, &outcome);
                // What its asker may see now is not known.
                Ok(Done { operation, outcome, shows_numbers: false, stopped })
            }
            Err(failure) => Err(problem(case, &operation, failure)),
        };
        Recovery::Ended(Box::new(Ended { entry, result }))
    }

    /// Writes the end of an operation. What failed before it was begun, and what was only read with an approval, is recorded
    /// with its end. `false` where another interaction has used the ticket meanwhile.
    async fn end(
        &self,
        Written { case, asked, entry, ticket, stopped }: Written<'_>,
        operation: &Operation,
        result: &Result<Outcome, Failure>,
    ) -> bool {
        failpoint::reached("before end").await;
        let end = match result {
            Ok(outcome) => End::Done { outcome: Box::new(outcome.as_written()), stopped },
            Err(failure) => End::Failed { failure: failure.clone() },
        };
        let approved = ticket.filter(|ticket| matches!(ticket, Ticket::Request(..)));
        if let Some(case) = case {
            let mut what = entry.what.clone();
            if let Some((group, name)) = result.as_ref().ok().and_then(Outcome::group) {
                what.group = Some(group.clone());
                what.group_name = name.map(str::to_owned);
            }
            // What nobody counted and may have been sent stays as it was reserved.
            let asked = asked.or_else(|| (!end.is_unconfirmed()).then_some(0));
            self.write_end(case, what, end, asked).await;
        } else if approved.is_none() && result.as_ref().is_ok_and(|outcome| !outcome.changed_something()) {
            // There was nothing to change: it is no change, and counts towards no limit.
            self.forget_question(ticket).await;
        } else if operation.changes() || approved.is_some() {
            match self.record(entry, &end, approved).await {
                Ok(true) => {}
                Ok(false) => return approved.is_none(),
                Err(error) => {
                    tracing::error!(%error, "what ended before anything was sent could not be written down");
                    // What somebody else may approve a second time must not be told to be done.
                    return approved.is_none();
                }
            }
            self.forget_question(ticket).await;
        }
        true
    }

    /// Interactions that were acknowledged and that nobody is answering.
    pub async fn unanswered(&self) -> Result<Vec<Visit>, StoreError> {
        let visits = self.store.visits().unanswered(1_000).await?;
        let is_left = |visit: &Visit| match &visit.owner {
            Some(owner) if owner == self.team.me() => {
                !self.running.contains(&visit.interaction) && !self.is_in_hand(visit.interaction, None)
            }
            Some(owner) => self.team.is_gone(owner),
            None => !self.running.contains(&visit.interaction),
        };
        Ok(visits.into_iter().filter(is_left).collect())
    }

    /// Open rows that nobody works on: their copy is gone, or it is this one and has let them go.
    pub async fn orphans(&self) -> Result<Vec<Row>, StoreError> {
        let rows = self.store.journal().open(1_000).await?;
        let now = self.clock.unix();
        let is_orphan = |row: &Row| match &row.owner {
            // A newer instance knows the operation.
            _ if row.entry.what.data.is_none() && self.team.is_shared() && row.begun + LEFT_ALONE_FOR > now => false,
            Some(owner) if owner == self.team.me() => {
                let interaction = row.entry.interaction;
                !self.running.contains(&interaction) && !self.is_in_hand(interaction, Some(row.case))
            }
            Some(owner) => self.team.is_gone(owner),
            None => true,
        };
        Ok(rows.into_iter().filter(is_orphan).collect())
    }

    /// Marks an interaction as being worked on here, until the guard is dropped; `None` where it is already.
    pub fn work_on(&self, interaction: InteractionId) -> Option<Running> {
        self.running.insert(interaction).then(|| Running { all: self.running.clone(), interaction })
    }

    /// A group that is not there any more, or may be another, must not be offered from memory.
    fn learn_from(&self, operation: &Operation, failure: &Failure) {
        if let (ApiError::NotFound | ApiError::Lost, Some(session)) = (&failure.cause, operation.session()) {
            self.directory.forget(session);
        }
    }
}

/// Who may take the members out as a file, or remove them, sees their numbers.
pub(super) fn shows_numbers(server: &crate::access::Server, asker: &Asker, reach: Reach<'_>) -> bool {
    [Capability::MembersExport, Capability::MembersRemove]
        .into_iter()
        .any(|capability| server.decide(asker, capability, reach).is_ok())
}

/// An interaction that is being worked on.
#[derive(Debug)]
pub struct Running {
    all: Arc<DashSet<InteractionId>>,
    interaction: InteractionId,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.all.remove(&self.interaction);
    }
}

/// How a row ended, for its asker.
pub fn result_of(row: &Row) -> Result<Done, Problem> {
    let Some(end) = row.end() else {
        return Err(Failure::new(ApiError::Lost, Carried::Maybe).into());
    };
    match (end, row.entry.what.data.clone()) {
        (End::Done { outcome, stopped }, Some(operation)) => {
            Ok(Done { operation, outcome: *outcome, shows_numbers: false, stopped })
        }
        (End::Failed { failure }, Some(operation)) => Err(problem(Some(row.case), &operation, failure)),
        (End::Failed { failure }, None) => Err(failure.into()),
        // A refusal is its own answer, and what ended has an operation.
        (End::Done { .. } | End::Refused { .. } | End::NotApproved { .. }, _) => Err(Problem::Internal),
    }
}

/// What the requester is told of a failure.
fn problem(case: Option<Case>, operation: &Operation, failure: Failure) -> Problem {
    match (case, failure.carried) {
        (Some(case), Carried::Maybe) => {
            Problem::NotConfirmed(Box::new(NotConfirmed { case, operation: operation.clone(), failure }))
        }
        _ => failure.into(),
    }
}

/// Of a first run, everything is known but what a lost answer hides.
fn failure(halt: Halt<Unwritten>) -> Failure {
    match halt {
        Halt::Failed(failure) => failure,
        Halt::Unsettled { .. } => Failure::new(ApiError::Lost, Carried::Maybe),
        Halt::Book(_) => Failure::new(ApiError::NotSent, Carried::No),
    }
}

/// Whose turn it takes at the API: what names more people than fit one request goes behind those who wait for a click.
fn lane(server: u64, operation: &Operation) -> Lane {
    let is_bulk = operation.people() > PEOPLE_PER_REQUEST;
    Lane { server, urgency: if is_bulk { Urgency::Bulk } else { Urgency::People } }
}

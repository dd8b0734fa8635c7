//! Carrying operations out, and going on with what a run that is gone has left.

use std::collections::VecDeque;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use dashmap::DashSet;
use serde_json::Value;

use super::{Cleared, Desk, Request, entry};
use crate::access::{Groups, InteractionId, Reach};
use crate::error::Problem;
use crate::failpoint;
use crate::groups_api::{ApiError, Carried, Lane, Urgency};
use crate::operations::{Book, Failure, Halt, Left, Operation, Outcome, PEOPLE_PER_REQUEST};
use crate::store::{BeginError, Case, End, Entry, KeptId, Row, StoreError, Visit, What};

/// A longer work is gone on with after a crash if it is not older; what is older, somebody may have repeated.
const GO_ON_WITHIN: Duration = Duration::from_secs(60 * 60);
/// How long the state is tried to be read before it is said that nobody knows.
const READ_BACK_WITHIN: Duration = Duration::from_secs(10 * 60);
/// What a store that is away for long may leave unwritten; each is read back from the API once it is there again.
const UNWRITTEN_MAX: usize = 1_000;

/// An operation that was carried out.
#[derive(Debug)]
pub struct Done {
    pub operation: Operation,
    pub outcome: Outcome,
}

/// An operation that another run has begun, and its end.
#[derive(Debug)]
pub struct Ended {
    pub entry: Entry,
    pub result: Result<Done, Problem>,
}

/// What came of going on with a row of the journal.
#[derive(Debug)]
pub enum Recovery {
    /// Boxed, since it is rare and large.
    Ended(Box<Ended>),
    /// It cannot be told yet how it stands: the API cannot be read.
    Later,
}

/// What the store did not take yet.
pub(super) enum Unwritten {
    End { case: Case, what: Box<What>, end: Box<End> },
    Answered(InteractionId),
}

/// Where an operation writes itself down: one row of the journal.
struct Page<'a> {
    desk: &'a Desk,
    entry: Entry,
    question: Option<KeptId>,
    case: Option<Case>,
}

impl Book for Page<'_> {
    type Error = BeginError;

    async fn begin(&mut self, progress: &Value) -> Result<(), BeginError> {
        let (desk, now) = (self.desk, self.desk.clock.unix());
        let begun = desk.store.journal().begin(&self.entry, progress, self.question, desk.team.me(), now).await;
        if let Some(id) = self.question {
            desk.questions.remove(&id);
        }
        self.case = Some(begun?);
        Ok(())
    }

    async fn note(&mut self, progress: &Value) {
        let Some(case) = self.case else { return };
        if let Err(error) = self.desk.store.journal().note(case, progress).await {
            tracing::warn!(case = case.0, %error, "how far an operation came could not be written down");
        }
    }
}

impl Desk {
    /// Carries an operation out. A change is written to the journal first; where that fails, nothing is sent.
    /// [`Problem::Elsewhere`] where another interaction or another copy of the bot has it.
    pub async fn run(&self, request: &Request, cleared: Cleared) -> Result<Done, Problem> {
        let Cleared { operation, question } = cleared;
        let mut page = Page { desk: self, entry: entry(request, What::from(&operation)), question, case: None };
        let api = self.api.on_behalf_of(lane(request.asker.guild.0, &operation));
        let run = self.team.while_on_duty(operation.run(&api, &mut page, None)).await;
        let Page { entry, case, .. } = page;
        // Whoever goes on with the row tells the asker.
        let Some(result) = run else { return Err(Problem::Elsewhere) };
        match &result {
            Err(Halt::Book(BeginError::AlreadyBegun | BeginError::AnsweredAlready)) => return Err(Problem::Elsewhere),
            Err(Halt::Book(BeginError::Store(error))) => {
                tracing::error!(%error, operation = operation.name(), "not sent: it could not be written down");
                return Err(Problem::NotWritten);
            }
            _ => {}
        }
        let result = result.map_err(failure);
        self.end(case, &entry, question, &operation, &result).await;
        let mut outcome = result.inspect_err(|failure| self.learn_from(&operation, failure))?;
        self.directory.note(&operation, &outcome);
        let server = self.server(&request.asker)?;
        let needs = operation.needs();
        outcome.restrict(|session, group| {
            let groups = group.map_or(Groups::InScope, Groups::One);
            server.decide(&request.asker, needs, Reach { session: Some(session), groups }).is_ok()
        });
        Ok(Done { operation, outcome })
    }

    /// Goes on with a row that another run has left open: a single request is read back and ended, a longer work is
    /// finished.
    pub async fn go_on(&self, row: Row) -> Recovery {
        let Row { case, entry, begun, progress, .. } = row;
        let age = self.clock.unix().saturating_sub(begun);
        let Some(operation) = entry.what.data.clone() else {
            // Written by a version that knew an operation which this one does not.
            let failure = Failure { cause: ApiError::Lost, carried: Carried::Maybe };
            self.write_end(case, entry.what.clone(), End::Failed { failure: failure.clone() }).await;
            return Recovery::Ended(Box::new(Ended { entry, result: Err(failure.into()) }));
        };
        let left = Left { progress: progress.unwrap_or_default(), go_on: age < GO_ON_WITHIN };
        let mut page = Page { desk: self, entry, question: None, case: Some(case) };
        let api = self.api.on_behalf_of(lane(page.entry.guild.0, &operation));
        let run = self.team.while_on_duty(operation.run(&api, &mut page, Some(left))).await;
        let entry = page.entry;
        let result = match run {
            None => return Recovery::Later,
            Some(Err(Halt::NotNow(error))) if age < READ_BACK_WITHIN => {
                tracing::info!(case = case.0, %error, "it cannot be read back yet");
                return Recovery::Later;
            }
            Some(result) => result.map_err(failure),
        };
        self.end(Some(case), &entry, None, &operation, &result).await;
        let result = match result {
            Ok(outcome) => {
                self.directory.note(&operation, &outcome);
                Ok(Done { operation, outcome })
            }
            Err(failure) => Err(failure.into()),
        };
        Recovery::Ended(Box::new(Ended { entry, result }))
    }

    /// Writes the end of an operation. What failed before it was begun is written down with its end.
    async fn end(
        &self,
        case: Option<Case>,
        entry: &Entry,
        question: Option<KeptId>,
        operation: &Operation,
        result: &Result<Outcome, Failure>,
    ) {
        failpoint::reached("before end").await;
        let end = match result {
            Ok(outcome) => End::Done { outcome: Box::new(outcome.without_codes()) },
            Err(failure) => End::Failed { failure: failure.clone() },
        };
        if let Some(case) = case {
            let mut what = entry.what.clone();
            if let Some((group, name)) = result.as_ref().ok().and_then(Outcome::group) {
                what.group = Some(group.clone());
                what.group_name = name.map(str::to_owned);
            }
            self.write_end(case, what, end).await;
        } else if operation.changes() {
            if let Err(error) = self.record(entry, &end).await {
                tracing::error!(%error, "a failure before anything was sent could not be written down");
            }
            // Its question is answered: it must not be told to have run out.
            if let Some(id) = question
                && let Err(error) = self.withdraw(id).await
            {
                tracing::warn!(%error, "an answered question could not be taken away");
            }
        }
    }

    async fn write_end(&self, case: Case, what: What, end: End) {
        self.write(Unwritten::End { case, what: Box::new(what), end: Box::new(end) }).await.unwrap_or_else(|error| {
            tracing::error!(case = case.0, %error, "the end of an operation could not be written down yet");
        });
    }

    /// Notes that an interaction was answered, so that nobody answers it again.
    pub async fn answered(&self, interaction: InteractionId) {
        self.write(Unwritten::Answered(interaction)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "an answer could not be noted yet");
        });
    }

    /// Where the store does not take it, it is kept in hand, and tried again by [`Self::catch_up`].
    async fn write(&self, unwritten: Unwritten) -> Result<(), StoreError> {
        let (store, now) = (&self.store, self.clock.unix());
        let written = match &unwritten {
            Unwritten::End { case, what, end } => {
                let written = store.journal().end(*case, what, end, now).await;
                if let Ok(true) = written {
                    self.ended_here.insert(*case);
                    self.news.notify_one();
                }
                written.map(drop)
            }
            Unwritten::Answered(interaction) => store.visits().answered(*interaction, now).await,
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
    fn is_in_hand(&self, interaction: InteractionId, case: Option<Case>) -> bool {
        self.unwritten().iter().any(|unwritten| match unwritten {
            Unwritten::End { case: of, .. } => Some(*of) == case,
            Unwritten::Answered(of) => *of == interaction,
        })
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
        let is_orphan = |row: &Row| match &row.owner {
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

    fn unwritten(&self) -> MutexGuard<'_, VecDeque<Unwritten>> {
        self.unwritten.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A group that is not there any more, or may be another, must not be offered from memory.
    fn learn_from(&self, operation: &Operation, failure: &Failure) {
        if let (ApiError::NotFound | ApiError::Lost, Some(session)) = (&failure.cause, operation.session()) {
            self.directory.forget(session);
        }
    }
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

/// Of a first run, everything is known but what a lost answer hides.
fn failure(halt: Halt<BeginError>) -> Failure {
    match halt {
        Halt::Failed(failure) => failure,
        Halt::NotNow(cause) => Failure { cause, carried: Carried::Maybe },
        Halt::Book(_) => Failure { cause: ApiError::Unavailable, carried: Carried::No },
    }
}

/// Whose turn it takes at the API: what names more people than fit one request goes behind those who wait for a click.
fn lane(server: u64, operation: &Operation) -> Lane {
    let is_bulk = operation.people() > PEOPLE_PER_REQUEST;
    Lane { server, urgency: if is_bulk { Urgency::Bulk } else { Urgency::People } }
}

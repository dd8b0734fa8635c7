//! Carries a change out exactly once, whatever fails: read the state, record the start in the journal, send, and verify
//! by reading where the answer is unknown.
//!
//! Why nothing is done twice. A request is sent only after the journal records that it is about to be sent, which
//! succeeds once for an interaction. A request whose answer was lost is settled before the next step: the state is read
//! until it shows the change, or until [`GroupsApi::settle_within`] has passed. Only a later request of a job of many
//! requests is then sent a second time, and only if carrying it out twice ends in the same state
//! ([`Change::IDEMPOTENT`]).
//!
//! Why no report is false. A read that shows the old state proves nothing while the API may still process the request.
//! So "nothing changed" is reported only for a request that never left, that was refused, or that the API itself
//! reported as failed ([`ApiError::ServerError`]) and that two reads do not show.

mod carry_out;
mod settle;
mod single_request;

use std::future::Future;
use std::time::Duration;

use groups_api::{ApiError, GroupsApi};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use usher_clock::Timestamp;
use whatsapp::GroupId;

use super::{Adds, Failure, GroupSummary, Perform};

pub(super) use carry_out::{carry_out, jittered, whole_seconds_after};
pub(super) use settle::recheck;
pub use single_request::{DirectRequest, Exchange, SingleRequest};

/// An operation that changes something, in one request or more. A change of one request is a [`SingleRequest`].
pub trait Change: Perform + Sync {
    /// The state read before anything is sent. The outcome, and the check after a lost answer, compare with it.
    type Before: Serialize + DeserializeOwned + Send + Sync;
    /// The part of a request's answer that the outcome needs.
    type Answer: Serialize + DeserializeOwned + Send + Sync;
    /// True if carrying the same request out twice ends in the same state as once.
    const IDEMPOTENT: bool;
    /// The result of the same change by two commands.
    const REPETITION: Repetition = Repetition::SameState;

    /// Returns how many people the requests after these answers ask WhatsApp to add.
    fn adds(&self, _before: &Self::Before, _answers: &[Self::Answer]) -> Adds {
        Adds::default()
    }

    /// Returns how many people the answered requests cover, and how many all requests do; `None` if the change has no
    /// list of people.
    fn reached(&self, _before: &Self::Before, _answers: &[Self::Answer]) -> Option<(usize, usize)> {
        None
    }

    /// Returns whether the next request may be left out: the job does not wait for the API's rate limit to send it.
    fn is_optional(&self, _before: &Self::Before, _answers: &[Self::Answer]) -> bool {
        false
    }

    /// Returns whether another operation requests later what this one did not. A first request whose answer is lost then
    /// ends the operation with an outcome, which says so, rather than with the failure.
    fn is_continued(&self) -> bool {
        false
    }

    /// Switches to slow mode: small requests with pauses.
    fn slow_down(_before: &mut Self::Before) {}

    /// Excludes groups that other commands made from those that [`Self::verify`] may find.
    fn exclude(_before: &mut Self::Before, _groups: Vec<GroupId>) {}

    /// Returns the pause before the next request.
    fn pause(&self, _before: &Self::Before) -> Duration {
        Duration::ZERO
    }

    /// Reads the state; sends no change.
    fn snapshot(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Before, Failure>> + Send;

    /// Returns the number of all requests, as far as these answers show it. It is 0 if the state is already as requested.
    fn requests(&self, _before: &Self::Before, _answers: &[Self::Answer]) -> usize {
        1
    }

    /// Sends the next request, given the answers so far.
    fn send(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
        answers: &[Self::Answer],
    ) -> impl Future<Output = Result<Self::Answer, ApiError>> + Send;

    /// Reads whether the next request, whose answer is unknown, took effect.
    fn verify(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
        answers: &[Self::Answer],
    ) -> impl Future<Output = Result<Verification<Self::Answer>, ApiError>> + Send;

    /// Returns a substitute for the answer of a failed request, if the requests after it do not depend on it and the
    /// outcome reports it. `None`: the failure ends the operation.
    fn part_failed(
        &self,
        _before: &Self::Before,
        _answers: &[Self::Answer],
        _failure: &Failure,
    ) -> Option<Self::Answer> {
        None
    }

    /// Returns the outcome. With fewer answers than requests, `stopped` is the reason why the next one failed; without
    /// a reason, the job was stopped.
    fn outcome(
        &self,
        api: &GroupsApi,
        before: Self::Before,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> impl Future<Output = Result<Self::Outcome, Failure>> + Send;

    /// Returns whether this change requests what the other one requests, in whole or in part.
    fn repeats(&self, other: &Self) -> bool;
}

/// The result of the same change by two commands. It decides what a read proves after a lost answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repetition {
    /// The state is the same as after one of them.
    SameState,
    /// Each command makes a group of its own.
    OwnGroup,
    /// Each command makes a link of its own, and the present link does not show which command made it.
    OwnLink,
}

/// The state after a request whose answer is unknown.
#[derive(Debug)]
pub enum Verification<A> {
    /// It took effect. The value replaces its answer.
    Applied(A),
    /// A part of it took effect, and more may follow. It becomes [`Self::Applied`] once no more can follow.
    Partly(A),
    /// The state is the one from before.
    Unchanged,
    /// The state is neither the one from before nor the requested one. For a creation: the groups that may be the new
    /// one.
    Unclear(Vec<GroupSummary>),
    /// The API does not show the changed property.
    NotShown,
}

impl<A> Verification<A> {
    /// Judges a request that names `all` people, of whom the state shows the change for that number.
    pub(super) fn of_people(changed: usize, all: usize, answer: A) -> Self {
        match changed {
            0 => Self::Unchanged,
            changed if changed < all => Self::Partly(answer),
            _ => Self::Applied(answer),
        }
    }
}

/// The journal of a change's progress.
pub trait ProgressJournal: Send {
    type Error: Send;

    /// Returns how fast that number of people may be added.
    fn pace(&self, adds: usize) -> impl Future<Output = Result<Pace, Self::Error>> + Send;

    /// Records the start before anything is sent. If it fails, nothing is sent. `adds`: the number of people that
    /// WhatsApp is asked to add. The account's budget must have room for them.
    fn begin(&mut self, progress: &Value, adds: usize) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Reserves that many more people in the account's budget, because a request is repeated. Returns whether there is
    /// room.
    fn reserve(&mut self, adds: usize) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// Records how many people WhatsApp was asked to add so far, whatever it answered. The last figure is what the
    /// budget is finally charged.
    fn asked(&mut self, adds: usize);

    /// Shows the requester the progress.
    fn tell(&self, step: Step);

    /// Returns whether the next request of a job may be sent.
    fn may_send(&mut self) -> impl Future<Output = MaySend> + Send;

    /// Looks at the account before a job continues to add people. Returns whether it is lost, so that the job ends: WhatsApp
    /// may log out or ban an account that has added people.
    fn is_account_lost(&mut self) -> impl Future<Output = bool> + Send;

    /// Records the progress. `unsettled_since`: the time since which the answer to a request is known to be lost.
    fn note(
        &mut self,
        progress: &Value,
        unsettled_since: Option<Timestamp>,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Returns how other commands may have changed the state that is read.
    fn others(&self) -> impl Future<Output = Result<Others, Self::Error>> + Send;
}

/// The influence of other commands on the state that is read after a lost answer.
#[derive(Debug, Default)]
pub struct Others {
    /// Groups that they created recently in the same session.
    pub made_groups: Vec<GroupId>,
    /// One of them has made the same change since, or may have: the state proves nothing.
    pub same_change: bool,
}

/// The permission to send the next request of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaySend {
    Yes,
    /// It is unknown at present.
    NotYet,
    /// A person stopped the job, or its requester lost the permission.
    No,
}

/// The speed at which people may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Full,
    /// Little of the day's budget is left: small requests, with pauses.
    Careful,
}

/// Progress of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Number of answered requests, and of all requests.
    pub answered: usize,
    pub of: usize,
    /// Number of people requested so far, and of all people, if there are many.
    pub people: Option<(usize, usize)>,
    pub wait: Wait,
}

/// The event that an operation waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// The answer to the next request.
    Answer,
    /// The pause between two requests, which respects the day's budget.
    Pace { until: Timestamp },
    /// The pause that the API requested.
    RateLimit { until: Timestamp },
    /// The check of a request whose answer was lost, until that time at most.
    Settle { until: Timestamp },
}

/// A reason why there is no outcome.
#[derive(Debug)]
pub enum ExecutionError<E> {
    Failed(Failure),
    /// The journal could not be written, so nothing was sent.
    ProgressJournal(E),
    /// For a resumed operation: it is unknown whether its last request took effect. It may until that time.
    Unsettled {
        until: Timestamp,
    },
}

impl<E> From<Failure> for ExecutionError<E> {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Progress of a change, as stored in the journal.
#[derive(Debug, Serialize, Deserialize)]
struct Progress<B, A> {
    before: B,
    answers: Vec<A>,
    /// True if the next request may have been sent.
    #[serde(default = "yes")]
    sending: bool,
    /// When the answer to the next request was known to be lost. The request was sent before.
    #[serde(default)]
    lost_at: Option<Timestamp>,
    /// People whom requests asked WhatsApp to add, counted once for each request; the next request is not counted.
    #[serde(default)]
    asked: usize,
    /// People for whom the account's budget has reserved room.
    #[serde(default)]
    reserved: usize,
}

/// The last release did not record it.
const fn yes() -> bool {
    true
}

impl<B: Serialize, A: Serialize> Progress<B, A> {
    fn written(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// The state of an operation that another process has left.
#[derive(Debug)]
pub struct SavedProgress {
    /// The last progress that it recorded.
    pub progress: Value,
    /// True if requests that were not sent yet may still be sent.
    pub may_send: bool,
    /// True if it is known that nothing was sent.
    pub never_sent: bool,
}

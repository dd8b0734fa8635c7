//! How a change is carried out, so that it is done once whatever breaks: read the state, write to the journal that it
//! begins, send, and verify by reading where the answer is not known.
//!
//! Why nothing is done twice. A request is sent only after the journal says that it is about to be sent, which succeeds
//! once for an interaction. A request whose answer was lost is settled before anything else happens: the state is read
//! until it shows the change, or until [`GroupsApi::settle_within`] has passed. Only a later request of a job of many
//! requests is then sent a second time, and only if carrying it out twice ends in the same state
//! ([`Change::IDEMPOTENT`]).
//!
//! Why nothing false is said. A read that shows the old state proves nothing while the API may still be at work on the
//! request. So "nothing changed" is said only of a request that never left, that was refused, or that the API itself
//! reported as failed ([`ApiError::ServerError`]) and that two reads do not show.

mod carry_out;
mod settle;

use std::future::Future;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Failure, GroupLine, Outcome, Perform};
use crate::groups_api::ids::GroupId;
use crate::groups_api::{ApiError, GroupsApi};

pub(super) use carry_out::{carry_out, jittered};
pub(super) use settle::recheck;

/// An operation that changes something, in one request or more.
pub trait Change: Perform + Sync {
    /// What is read before anything is sent: what the outcome is told from, or a lost answer.
    type Before: Serialize + DeserializeOwned + Send + Sync;
    /// What a request was answered with, as far as the outcome needs it.
    type Answer: Serialize + DeserializeOwned + Send + Sync;
    /// Whether carrying the same request out twice ends in the same state as once.
    const IDEMPOTENT: bool;

    /// How many people the first `requests` of its requests ask WhatsApp to add.
    fn adds(&self, _before: &Self::Before, _requests: usize) -> usize {
        0
    }

    /// Of how many people the first `requests` were about, and of how many all are; `None` where it is not about many.
    fn reached(&self, _before: &Self::Before, _requests: usize) -> Option<(usize, usize)> {
        None
    }

    /// Makes it go slowly, in small requests.
    fn slow_down(_before: &mut Self::Before) {}

    /// Excludes groups that other commands made from those that [`Self::verify`] may find.
    fn exclude(_before: &mut Self::Before, _groups: Vec<GroupId>) {}

    /// The pause before the next request.
    fn pause(&self, _before: &Self::Before) -> Duration {
        Duration::ZERO
    }

    /// Reads only.
    fn look(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Before, Failure>> + Send;

    /// How many requests it takes. None where the state is already as requested.
    fn requests(&self, _before: &Self::Before) -> usize {
        1
    }

    /// Sends the next request, given the answers so far.
    fn send(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
        answers: &[Self::Answer],
    ) -> impl Future<Output = Result<Self::Answer, ApiError>> + Send;

    /// Tells by reading what became of the next request, whose answer is not known.
    fn verify(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
        answers: &[Self::Answer],
    ) -> impl Future<Output = Result<Verification<Self::Answer>, ApiError>> + Send;

    /// What stands for the answer of a request that failed, where the requests after it do not depend on it and the
    /// outcome tells it. `None`: the failure ends the operation.
    fn part_failed(&self, _answers: &[Self::Answer], _failure: &Failure) -> Option<Self::Answer> {
        None
    }

    /// What came of it all. With fewer answers than requests, the next one failed, and why is `stopped`; or, without a
    /// reason there, the job was stopped.
    fn outcome(
        &self,
        api: &GroupsApi,
        before: Self::Before,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> impl Future<Output = Result<Outcome, Failure>> + Send;
}

/// What the state shows of a request whose answer is not known.
#[derive(Debug)]
pub enum Verification<A> {
    /// It took effect, and would have been answered like this.
    Applied(A),
    /// Part of it took effect; more may follow. As [`Self::Applied`] once no more can follow.
    Partly(A),
    /// The state is the one before.
    Unchanged,
    /// The state is neither the one before nor the requested one. Of a creation: the groups that may be the new one.
    Unclear(Vec<GroupLine>),
    /// The API does not show what this changes.
    NotShown,
}

impl<A> Verification<A> {
    /// Of a request that names `all` people, of whom the state shows the change for so many.
    pub(super) fn of_people(changed: usize, all: usize, answer: A) -> Self {
        match changed {
            0 => Self::Unchanged,
            changed if changed < all => Self::Partly(answer),
            _ => Self::Applied(answer),
        }
    }
}

/// Where a change is written down.
pub trait Book: Send {
    type Error: Send;

    /// How fast so many people may be added.
    fn pace(&self, adds: usize) -> impl Future<Output = Result<Pace, Self::Error>> + Send;

    /// Before anything is sent; where this fails, nothing is. `adds`: how many people WhatsApp is asked to add. The
    /// account's budget must have room for them.
    fn begin(&mut self, progress: &Value, adds: usize) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Takes so many people more from the account's budget: a request is sent a second time. Gives whether there is room.
    fn reserve(&mut self, adds: usize) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// How many people WhatsApp was asked to add so far, whatever it answered. The last figure is what the budget is charged
    /// in the end.
    fn asked(&mut self, adds: usize);

    /// Shows the requester how far it is.
    fn tell(&self, step: Step);

    /// Whether the next request of a job may be sent.
    fn may_send(&mut self) -> impl Future<Output = MaySend> + Send;

    /// Writes how far it is. `unsettled_since`: since when the answer to a request is known to be lost (since 1970).
    fn note(
        &mut self,
        progress: &Value,
        unsettled_since: Option<Duration>,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// What other commands may have done to the state that is read.
    fn others(&self) -> impl Future<Output = Result<Others, Self::Error>> + Send;
}

/// What other commands may have done to the state that is read after a lost answer.
#[derive(Debug, Default)]
pub struct Others {
    /// Groups that they made lately in the same session.
    pub made_groups: Vec<GroupId>,
    /// One of them has made the same change since, or may have: what the state shows proves nothing.
    pub same_change: bool,
}

/// Whether the next request of a job may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaySend {
    Yes,
    /// It is not known at present.
    NotYet,
    /// A person wants the job to stop, or its requester lost the right to it.
    No,
}

/// How fast people may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Full,
    /// Few of the day's budget are left: in small requests, with pauses.
    Careful,
}

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Requests that were answered, and all of them.
    pub answered: usize,
    pub of: usize,
    /// People who were asked for, and all of them, where there are many.
    pub people: Option<(usize, usize)>,
    pub wait: Wait,
}

/// What an operation waits for. Times are seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// The answer to the next request.
    Answer,
    /// The pause between two requests, which keeps to the day's budget.
    Pace { until: i64 },
    /// The pause that the API asked for.
    RateLimit { until: i64 },
    /// A request whose answer was lost is being checked, until then at most.
    Settle { until: i64 },
}

/// Why there is no outcome.
#[derive(Debug)]
pub enum Halt<E> {
    Failed(Failure),
    /// It could not be written to the journal, and so nothing was sent.
    Book(E),
    /// Of a resumed operation: it is not known yet whether its last request took effect. Until then, in seconds since
    /// 1970, it may.
    Unsettled {
        until: i64,
    },
}

impl<E> From<Failure> for Halt<E> {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// How far a change is, as the journal has it.
#[derive(Debug, Serialize, Deserialize)]
struct Progress<B, A> {
    before: B,
    answers: Vec<A>,
    /// Whether the next request may have left.
    #[serde(default = "yes")]
    sending: bool,
    /// When the answer to the next request was known to be lost, in milliseconds since 1970: it left before.
    #[serde(default)]
    lost_at: Option<u64>,
    /// People whom requests asked WhatsApp to add, each as often as it was asked; the next request not counted.
    #[serde(default)]
    asked: usize,
    /// People for whom the account's budget has made room.
    #[serde(default)]
    reserved: usize,
}

/// The last release did not note it.
const fn yes() -> bool {
    true
}

impl<B: Serialize, A: Serialize> Progress<B, A> {
    fn written(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    fn lost_since(&self) -> Option<Duration> {
        self.lost_at.map(Duration::from_millis)
    }
}

/// What another process has left of an operation.
#[derive(Debug)]
pub struct Left {
    /// What it wrote down last.
    pub progress: Value,
    /// Whether requests that it had not sent yet may still be sent.
    pub go_on: bool,
    /// Whether it is known that nothing was sent.
    pub never_sent: bool,
}

//! How a change is carried out, so that it is done once whatever breaks: look how things are, write down that it begins,
//! send, and read back what came of it. A request whose answer was lost, or of which nobody knows whether it was sent, is
//! never simply sent again: the state is read, and says.
//!
//! Why nothing is done twice. A request is sent in two places only: after [`Book::begin`] wrote it down, which succeeds
//! once for an interaction; and after a look at the state has shown that it was *not* carried out, and then only if
//! carrying it out twice ends in the same state ([`Change::REPEATABLE`]), for the first one may be late. Whoever goes on
//! after a crash starts with that look.

use std::future::Future;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Failure, Outcome, Perform};
use crate::failpoint;
use crate::groups_api::{ApiError, Carried, GroupsApi};

/// A server that lost its answer may still be at work: the state is read after this pause.
const LOOK_AFTER: Duration = Duration::from_secs(1);

/// A longer work rests once for so long where the API asks for it; where it asks for more, it ends.
const REST_MAX: Duration = Duration::from_secs(10 * 60);
/// How soon somebody who stops a longer work is heard while it rests.
const LISTEN_EVERY: Duration = Duration::from_secs(2);
/// The rest after a 429 that does not say how long.
const REST_UNSAID: Duration = Duration::from_secs(60);

/// An operation that changes something, in one request or more.
pub trait Change: Perform + Sync {
    /// What is read before anything is sent: what the outcome is told from, or a lost answer.
    type Before: Serialize + DeserializeOwned + Send + Sync;
    /// What a request was answered with, as far as the outcome needs it.
    type Answer: Serialize + DeserializeOwned + Send + Sync;
    /// Whether carrying the same request out twice ends in the same state as once.
    const REPEATABLE: bool;

    /// How many people it asks WhatsApp to add.
    fn adds(&self, _before: &Self::Before) -> usize {
        0
    }

    /// Of how many people the first `requests` were about, and of how many all are; `None` where it is not about many.
    fn reached(&self, _before: &Self::Before, _requests: usize) -> Option<(usize, usize)> {
        None
    }

    /// Makes it go slowly, in small requests.
    fn slow_down(_before: &mut Self::Before) {}

    /// The pause before the next request.
    fn pause(&self, _before: &Self::Before) -> Duration {
        Duration::ZERO
    }

    /// Reads only.
    fn look(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Before, Failure>> + Send;

    /// How many requests it takes.
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

    /// Tells by reading whether the next request was carried out, though its answer is not known.
    fn find(
        &self,
        api: &GroupsApi,
        before: &Self::Before,
        answers: &[Self::Answer],
    ) -> impl Future<Output = Result<Found<Self::Answer>, ApiError>> + Send;

    /// What came of it all. With fewer answers than requests, the next one failed, and why is `stopped`; or, without a
    /// reason there, somebody stopped it.
    fn outcome(
        &self,
        api: &GroupsApi,
        before: Self::Before,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> impl Future<Output = Result<Outcome, Failure>> + Send;
}

/// What a look at the state says of a request.
#[derive(Debug)]
pub enum Found<A> {
    /// It was carried out, and would have been answered like this.
    Done(A),
    NotDone,
    /// The state does not show it.
    Unclear,
}

/// Where a change is written down.
pub trait Book: Send {
    type Error: Send;

    /// How fast so many people may be added.
    fn pace(&self, adds: usize) -> impl Future<Output = Pace> + Send;

    /// Before anything is sent; where this fails, nothing is. `adds`: how many people WhatsApp is asked to add.
    fn begin(&mut self, progress: &Value, adds: usize) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// How far it is, for whoever waits.
    fn tell(&self, step: Step);

    /// Whether somebody wants it to stop.
    fn is_stopped(&self) -> impl Future<Output = bool> + Send;

    /// Between two requests. Where it fails, whoever goes on later looks at the state once more.
    fn note(&mut self, progress: &Value) -> impl Future<Output = ()> + Send;
}

/// How fast people may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Full,
    /// Few of the day's budget are left: in small requests, with pauses.
    Careful,
}

/// How far a longer work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Requests that were answered, and all of them.
    pub answered: usize,
    pub of: usize,
    /// People who were asked for, and all of them, where there are many.
    pub people: Option<(usize, usize)>,
    /// Where it rests: when it goes on, in seconds since 1970, and whether the API asked for the rest.
    pub rests_until: Option<(i64, bool)>,
}

/// Why there is no outcome.
#[derive(Debug)]
pub enum Halt<E> {
    Failed(Failure),
    /// It could not be written down, and so nothing was sent.
    Book(E),
    /// The state could not be read, so that what was begun earlier is still open.
    NotNow(ApiError),
}

impl<E> From<Failure> for Halt<E> {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

#[derive(Serialize, Deserialize)]
struct Progress<B, A> {
    before: B,
    answers: Vec<A>,
}

/// What a run that is gone has left.
#[derive(Debug)]
pub struct Left {
    /// What it wrote down last.
    pub progress: Value,
    /// Whether requests that it had not sent yet may still be sent.
    pub go_on: bool,
}

/// Carries a change out, or goes on with what is left of one.
pub(super) async fn carry_out<C: Change, B: Book>(
    change: &C,
    api: &GroupsApi,
    book: &mut B,
    left: Option<Left>,
) -> Result<Outcome, Halt<B::Error>> {
    let go_on = left.as_ref().is_none_or(|left| left.go_on);
    let resumed = left.is_some();
    let mut progress: Progress<C::Before, C::Answer> = if let Some(left) = left {
        // What another version wrote, nobody can tell any more.
        serde_json::from_value(left.progress).map_err(|_| Failure { cause: ApiError::Lost, carried: Carried::Maybe })?
    } else {
        let mut before = change.look(api).await?;
        let adds = change.adds(&before);
        if adds > 0 && book.pace(adds).await == Pace::Careful {
            C::slow_down(&mut before);
        }
        let progress = Progress { before, answers: Vec::new() };
        book.begin(&written(&progress), adds).await.map_err(Halt::Book)?;
        failpoint::reached("after begin").await;
        progress
    };
    let requests = change.requests(&progress.before);
    let is_long = requests > 1;
    let tell = |book: &B, progress: &Progress<C::Before, C::Answer>, rests_until| {
        let answered = progress.answers.len();
        book.tell(Step { answered, of: requests, people: change.reached(&progress.before, answered), rests_until });
    };
    if is_long {
        tell(book, &progress, None);
    }
    // Whether the next request may have been sent before.
    let mut in_doubt = resumed;
    let mut rested = false;
    let mut stopped = None;
    while progress.answers.len() < requests {
        let step = if in_doubt {
            after_restart(change, api, &progress, go_on && is_long).await?
        } else {
            attempt(change, api, &progress, is_long).await
        };
        in_doubt = !go_on;
        failpoint::reached("after request").await;
        let (pause, asked_for) = match step {
            Sent::Answered(answer) => {
                progress.answers.push(answer);
                rested = false;
                (change.pause(&progress.before), false)
            }
            Sent::Failed(Failure { cause: ApiError::RateLimited { retry_after }, .. })
                if is_long && !rested && retry_after.is_none_or(|pause| pause <= REST_MAX) =>
            {
                rested = true;
                (jittered(retry_after.unwrap_or(REST_UNSAID)), true)
            }
            Sent::Failed(failure) if progress.answers.is_empty() => return Err(failure.into()),
            // Part of it was done: the outcome says how far it came.
            Sent::Failed(failure) => {
                stopped = Some(failure);
                break;
            }
        };
        let answered = progress.answers.len();
        if answered < requests {
            book.note(&written(&progress)).await;
            let goes_on = api.unix_seconds() + i64::try_from(pause.as_secs()).unwrap_or_default();
            tell(book, &progress, (!pause.is_zero()).then_some((goes_on, asked_for)));
            if rest(api, book, pause).await {
                break;
            }
        }
    }
    Ok(change.outcome(api, progress.before, progress.answers, stopped.as_ref()).await?)
}

/// Rests for so long, or until somebody stops it: whether they did.
async fn rest<B: Book>(api: &GroupsApi, book: &B, pause: Duration) -> bool {
    let end = api.now() + pause;
    while !book.is_stopped().await {
        let left = end.saturating_duration_since(api.now());
        if left.is_zero() {
            return false;
        }
        api.pause(left.min(LISTEN_EVERY)).await;
    }
    true
}

/// A little longer than that: what many are told to do at once, they should not all do at once.
pub(super) fn jittered(pause: Duration) -> Duration {
    pause.mul_f64(1.0 + fastrand::f64() / 2.0)
}

enum Sent<A> {
    Answered(A),
    Failed(Failure),
}

/// Sends the next request and, if its answer is lost, finds out what became of it.
async fn attempt<C: Change>(
    change: &C,
    api: &GroupsApi,
    progress: &Progress<C::Before, C::Answer>,
    is_long: bool,
) -> Sent<C::Answer> {
    // A longer work says that it rests, rather than waiting in silence for the rate limit.
    let sender = if is_long { api.without_patience() } else { api.clone() };
    let mut again = C::REPEATABLE;
    loop {
        let error = match change.send(&sender, &progress.before, &progress.answers).await {
            Ok(answer) => return Sent::Answered(answer),
            Err(error) => error,
        };
        if error.changed() == Carried::No {
            return Sent::Failed(Failure::of_change(error));
        }
        api.pause(LOOK_AFTER).await;
        match change.find(api, &progress.before, &progress.answers).await {
            Ok(Found::Done(answer)) => return Sent::Answered(answer),
            Ok(Found::NotDone) if again => again = false,
            Ok(Found::NotDone) => return Sent::Failed(Failure { cause: error, carried: Carried::No }),
            // Why it cannot be read is why the answer was lost.
            Err(cause @ ApiError::NotConnected { .. }) => {
                return Sent::Failed(Failure { cause, carried: Carried::Maybe });
            }
            Ok(Found::Unclear) | Err(_) => return Sent::Failed(Failure { cause: error, carried: Carried::Maybe }),
        }
    }
}

/// The next request may have been sent by the run that is gone. What takes one request is only reported: its asker may
/// have repeated it since. A longer work is gone on with.
async fn after_restart<C: Change, E>(
    change: &C,
    api: &GroupsApi,
    progress: &Progress<C::Before, C::Answer>,
    go_on: bool,
) -> Result<Sent<C::Answer>, Halt<E>> {
    let lost = |carried| Sent::Failed(Failure { cause: ApiError::Lost, carried });
    match change.find(api, &progress.before, &progress.answers).await {
        Ok(Found::Done(answer)) => Ok(Sent::Answered(answer)),
        Ok(Found::NotDone) if C::REPEATABLE && go_on => Ok(attempt(change, api, progress, true).await),
        Ok(Found::NotDone) => Ok(lost(Carried::No)),
        // Or the account is out of the group, or the group is gone: nothing can be told from it any more.
        Ok(Found::Unclear) | Err(ApiError::NotFound | ApiError::Forbidden { .. } | ApiError::Garbled) => {
            Ok(lost(Carried::Maybe))
        }
        Err(error) => Err(Halt::NotNow(error)),
    }
}

fn written<B: Serialize, A: Serialize>(progress: &Progress<B, A>) -> Value {
    serde_json::to_value(progress).unwrap_or_default()
}

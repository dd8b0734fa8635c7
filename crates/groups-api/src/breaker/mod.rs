//! Circuit breakers. After several consecutive failures nothing is sent for a while, and then one request probes
//! whether the API works again. Each account has its own breaker, and the API as a whole has one (`health`).

mod health;
mod state;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;
use usher_clock::Clock;

use super::error::ApiError;

pub(super) use health::AccountKey;
use health::{Probes, ServiceHealth};
use state::{BreakerState, Cause};

/// The result of an attempt, for the API or for the account of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HealthSignal {
    /// An answer of the API itself, which may be a refusal.
    Alive,
    /// The key is not accepted.
    KeyRefused,
    /// No answer, a server error, or an answer from a system in between.
    Trouble,
    /// No connection could be made.
    Unreachable,
}

/// The breakers of the API and of all accounts.
pub(super) struct Breaker {
    kept: Mutex<KeptBreaker>,
    /// Wakes the tasks that wait to send a request when a breaker opens.
    opened: Notify,
    clock: Clock,
}

struct KeptBreaker {
    health: ServiceHealth,
    /// When the API last answered by itself.
    answered: Option<Instant>,
}

/// The state of the API as far as it is known without a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Time since the API last answered by itself, including refusals; `None` if it never did.
    pub answered_ago: Option<Duration>,
    /// True if requests are sent to the API: its breaker is not open after repeated failures or a rejected key. The
    /// breaker of a single account does not count.
    pub asked: bool,
}

impl Breaker {
    /// Creates the breakers. `accounts`: the number of configured accounts.
    pub(super) fn new(accounts: usize, clock: Clock) -> Self {
        let kept = KeptBreaker { health: ServiceHealth::new(accounts), answered: None };
        Self { kept: Mutex::new(kept), opened: Notify::new(), clock }
    }

    /// Sets the number of configured accounts.
    pub(super) fn set_accounts(&self, accounts: usize) {
        self.lock().health.set_configured(accounts);
    }

    /// Lets one attempt through, or returns why it is refused.
    pub(super) fn let_through<'a>(&'a self, account: &'a AccountKey) -> Result<Leave<'a>, ApiError> {
        let probes = self.lock().health.let_through(account, self.clock.now())?;
        Ok(Leave { breaker: self, account, probes })
    }

    /// Waits for a step before an attempt, and fails as soon as requests are refused.
    pub(super) async fn unless_open<T>(
        &self,
        account: &AccountKey,
        wait: impl Future<Output = Result<T, ApiError>>,
    ) -> Result<T, ApiError> {
        tokio::select! {
            biased;
            refusal = self.refused(account) => Err(refusal),
            done = wait => done,
        }
    }

    async fn refused(&self, account: &AccountKey) -> ApiError {
        loop {
            // Created before the check, so that no notification in between is missed.
            let opened = self.opened.notified();
            let refusal = self.lock().health.refusal(account, self.clock.now());
            if let Some(refusal) = refusal {
                return refusal;
            }
            opened.await;
        }
    }

    pub(super) fn reached(&self) -> Reached {
        let kept = self.lock();
        Reached {
            answered_ago: kept.answered.map(|at| self.clock.now().saturating_duration_since(at)),
            asked: matches!(kept.health.api(), BreakerState::Closed { .. }),
        }
    }

    /// Updates the state, and logs its transitions.
    fn note(&self, account: &AccountKey, sign: HealthSignal, change: impl FnOnce(&mut ServiceHealth, Instant)) {
        let now = self.clock.now();
        let [before, after] = {
            let mut kept = self.lock();
            if matches!(sign, HealthSignal::Alive | HealthSignal::KeyRefused) {
                kept.answered = Some(now);
            }
            let before = [kept.health.api(), kept.health.of(account)];
            change(&mut kept.health, now);
            [before, [kept.health.api(), kept.health.of(account)]]
        };
        let session = account.as_ref().map(tracing::field::display);
        for (before, after, is_api) in [(before[0], after[0], true), (before[1], after[1], false)] {
            match (before, after) {
                (BreakerState::Closed { .. } | BreakerState::Probing { .. }, BreakerState::Open { cause, until })
                    if until > now =>
                {
                    let seconds = (until - now).as_secs();
                    match cause {
                        Cause::Trouble { .. } if !is_api => {
                            tracing::warn!(seconds, session, "circuit breaker opened for an account");
                        }
                        Cause::Trouble { .. } => {
                            tracing::warn!(seconds, "circuit breaker opened: the groups API fails");
                        }
                        Cause::Accounts { .. } => {
                            tracing::warn!(seconds, "circuit breaker opened: several accounts fail");
                        }
                        Cause::Key => {
                            tracing::warn!(seconds, "circuit breaker opened: the groups API rejects the key");
                        }
                    }
                    self.opened.notify_waiters();
                }
                (BreakerState::Open { .. } | BreakerState::Probing { .. }, BreakerState::Closed { .. }) if is_api => {
                    tracing::info!("circuit breaker closed: the groups API answers again");
                }
                (BreakerState::Open { .. } | BreakerState::Probing { .. }, BreakerState::Closed { .. }) => {
                    tracing::info!(session, "circuit breaker closed for an account");
                }
                _ => {}
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, KeptBreaker> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Permission for one attempt. Dropped without a result, it records that the attempt showed nothing.
pub(super) struct Leave<'a> {
    breaker: &'a Breaker,
    account: &'a AccountKey,
    probes: Probes,
}

impl Leave<'_> {
    /// Records the result of the attempt.
    pub(super) fn tell(mut self, sign: HealthSignal) {
        let probes = std::mem::take(&mut self.probes);
        self.breaker.note(self.account, sign, |health, now| health.tell(self.account, sign, probes, now));
    }

    /// Records the result of an intermediate request that needed no account.
    pub(super) fn tell_of_api(&self, sign: HealthSignal) {
        self.breaker.note(self.account, sign, |health, now| health.tell_of_api(sign, self.probes, now));
    }
}

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        let now = self.breaker.clock.now();
        self.breaker.lock().health.abandon(self.account, self.probes, now);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::state::{FIRST_REST, KEY_REST, PROBE_TAKES};
    use super::*;

    use HealthSignal::{Alive, KeyRefused, Trouble};

    #[test]
    fn one_request_finds_out_while_the_others_are_refused() {
        let clock = Clock::system();
        let breaker = Breaker::new(1, clock.clone());
        for _ in 0..5 {
            breaker.let_through(&None).ok().unwrap().tell(Trouble);
        }
        assert_eq!(breaker.reached(), Reached { answered_ago: None, asked: false });
        clock.advance(FIRST_REST);
        let probe = breaker.let_through(&None).ok().unwrap();
        assert_eq!(breaker.let_through(&None).err(), Some(ApiError::Resting { retry_after: PROBE_TAKES }));
        probe.tell(Alive);
        assert!(breaker.let_through(&None).is_ok() && breaker.let_through(&None).is_ok());
        let reached = breaker.reached();
        assert!(reached.asked && reached.answered_ago.unwrap() < FIRST_REST, "{reached:?}");
    }

    #[test]
    fn a_probe_that_is_dropped_is_followed_by_another() {
        let clock = Clock::system();
        let breaker = Breaker::new(1, clock.clone());
        breaker.let_through(&None).ok().unwrap().tell(KeyRefused);
        clock.advance(KEY_REST);
        drop(breaker.let_through(&None));
        assert!(breaker.let_through(&None).is_ok());
    }

    #[tokio::test]
    async fn who_waits_hears_at_once_that_nothing_is_sent_any_more() {
        let breaker = Breaker::new(2, Clock::system());
        assert_eq!(breaker.unless_open(&None, async { Ok(7) }).await, Ok(7));
        let waiting = breaker.unless_open(&None, std::future::pending::<Result<(), ApiError>>());
        let refused = async { breaker.let_through(&None).ok().unwrap().tell(KeyRefused) };
        let (told, ()) = tokio::join!(waiting, refused);
        assert_eq!(told, Err(ApiError::Unauthorized));
        assert_eq!(breaker.unless_open(&None, async { Ok(()) }).now_or_never(), Some(Err(ApiError::Unauthorized)));
    }
}

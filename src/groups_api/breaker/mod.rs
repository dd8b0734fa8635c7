//! Circuit breakers: after several failures in a row nothing is sent for a while, and then one request finds out whether it
//! is well again. Each account has its own, and the API as a whole has one (`health`).

mod health;
mod state;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::StatusCode;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::error::ApiError;
use crate::clock::Clock;

pub(super) use health::Account;
use health::{Health, Probes};
use state::{Cause, State};

/// What an attempt shows of the API, or of the account that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// An answer of its own, be it a refusal.
    Alive,
    /// 401
    KeyRefused,
    /// No answer, a server's failure, or something that only stands in its place.
    Trouble,
    /// No connection could be made.
    Unreachable,
}

impl Sign {
    /// `None`: there was no answer. `connected`: whether a connection was made.
    pub(super) fn of(status: Option<StatusCode>, connected: bool) -> Self {
        match status {
            Some(StatusCode::UNAUTHORIZED) => Self::KeyRefused,
            Some(status) if status.is_success() || status.is_client_error() => Self::Alive,
            None if !connected => Self::Unreachable,
            _ => Self::Trouble,
        }
    }
}

/// The breakers of the API and of all accounts.
pub(super) struct Breaker {
    kept: Mutex<Kept>,
    /// Wakes those that wait to send something, when something is not sent any more.
    opened: Notify,
    clock: Clock,
}

struct Kept {
    health: Health,
    /// When the API last gave an answer of its own.
    answered: Option<Instant>,
}

/// What is known of the API without asking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// How long ago it last gave an answer of its own, be it a refusal; `None`: never yet.
    pub answered_ago: Option<Duration>,
    /// Whether requests are sent to it: it is not being left alone after repeated failures or a refused key. One account
    /// that is left alone does not count.
    pub asked: bool,
}

impl Breaker {
    /// `accounts`: how many are configured.
    pub(super) fn new(accounts: usize, clock: Clock) -> Self {
        let kept = Kept { health: Health::new(accounts), answered: None };
        Self { kept: Mutex::new(kept), opened: Notify::new(), clock }
    }

    /// Lets one attempt through, or says why not.
    pub(super) fn let_through<'a>(&'a self, account: &'a Account) -> Result<Leave<'a>, ApiError> {
        let probes = self.lock().health.let_through(account, self.clock.now())?;
        Ok(Leave { breaker: self, account, probes })
    }

    /// Waits for something that comes before an attempt, unless nothing is sent now or any more.
    pub(super) async fn unless_open<T>(&self, account: &Account, wait: impl Future<Output = T>) -> Result<T, ApiError> {
        tokio::select! {
            biased;
            refusal = self.refused(account) => Err(refusal),
            done = wait => Ok(done),
        }
    }

    async fn refused(&self, account: &Account) -> ApiError {
        loop {
            // Made before looking, so that nothing is missed in between.
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
            asked: matches!(kept.health.api(), State::Closed { .. }),
        }
    }

    /// Changes what is known, and says in the log what has come of it.
    fn note(&self, account: &Account, sign: Sign, change: impl FnOnce(&mut Health, Instant)) {
        let now = self.clock.now();
        let [before, after] = {
            let mut kept = self.lock();
            if matches!(sign, Sign::Alive | Sign::KeyRefused) {
                kept.answered = Some(now);
            }
            let before = [kept.health.api(), kept.health.of(account)];
            change(&mut kept.health, now);
            [before, [kept.health.api(), kept.health.of(account)]]
        };
        let session = account.as_ref().map(tracing::field::display);
        for (before, after, is_api) in [(before[0], after[0], true), (before[1], after[1], false)] {
            match (before, after) {
                (State::Closed { .. } | State::Probing { .. }, State::Open { cause, until }) if until > now => {
                    let seconds = (until - now).as_secs();
                    match cause {
                        Cause::Trouble { .. } if !is_api => {
                            tracing::warn!(seconds, session, "leaving an account alone: the groups API fails for it");
                        }
                        Cause::Trouble { .. } => {
                            tracing::warn!(seconds, "leaving the groups API alone: it is in trouble");
                        }
                        Cause::Accounts { .. } => {
                            tracing::warn!(seconds, "leaving the groups API alone: it fails for several accounts");
                        }
                        Cause::Key => {
                            tracing::warn!(seconds, "leaving the groups API alone: it does not take the key");
                        }
                    }
                    self.opened.notify_waiters();
                }
                (State::Open { .. } | State::Probing { .. }, State::Closed { .. }) if is_api => {
                    tracing::info!("the groups API answers again");
                }
                (State::Open { .. } | State::Probing { .. }, State::Closed { .. }) => {
                    tracing::info!(session, "the groups API answers for an account again");
                }
                _ => {}
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Leave for one attempt. Dropped without a word, it shows nothing.
pub(super) struct Leave<'a> {
    breaker: &'a Breaker,
    account: &'a Account,
    probes: Probes,
}

impl Leave<'_> {
    /// The attempt has shown this.
    pub(super) fn tell(mut self, sign: Sign) {
        let probes = std::mem::take(&mut self.probes);
        self.breaker.note(self.account, sign, |health, now| health.tell(self.account, sign, probes, now));
    }

    /// A request that came between, and that was no account's work, has shown this.
    pub(super) fn tell_of_api(&self, sign: Sign) {
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

    use Sign::{Alive, KeyRefused, Trouble, Unreachable};

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
        assert_eq!(breaker.unless_open(&None, async { 7 }).await, Ok(7));
        let waiting = breaker.unless_open(&None, std::future::pending::<()>());
        let refused = async { breaker.let_through(&None).ok().unwrap().tell(KeyRefused) };
        let (told, ()) = tokio::join!(waiting, refused);
        assert_eq!(told, Err(ApiError::Unauthorized));
        assert_eq!(breaker.unless_open(&None, async {}).now_or_never(), Some(Err(ApiError::Unauthorized)));
    }

    #[test]
    fn a_proxy_in_trouble_is_not_the_api() {
        assert_eq!(Sign::of(None, false), Unreachable);
        for (status, sign) in [
            (None, Trouble),
            (Some(200), Alive),
            (Some(204), Alive),
            (Some(301), Trouble),
            (Some(400), Alive),
            (Some(401), KeyRefused),
            (Some(403), Alive),
            (Some(429), Alive),
            (Some(500), Trouble),
            (Some(502), Trouble),
            (Some(503), Trouble),
        ] {
            assert_eq!(Sign::of(status.map(|status| StatusCode::from_u16(status).unwrap()), true), sign, "{status:?}");
        }
    }
}

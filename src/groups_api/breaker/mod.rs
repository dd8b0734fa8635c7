//! Leaving the API alone while it is in trouble: after several failures in a row nothing is sent for a while, and then
//! one request finds out whether it is well again.

mod state;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::StatusCode;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::error::ApiError;
use crate::clock::Clock;

use state::{Cause, State};

/// What an attempt shows of the API as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// An answer of its own, be it a refusal.
    Alive,
    /// 401
    KeyRefused,
    /// No answer, a server's failure, or something that only stands in its place.
    Trouble,
}

impl Sign {
    /// `None`: there was no answer.
    pub(super) fn of(status: Option<StatusCode>) -> Self {
        match status {
            Some(StatusCode::UNAUTHORIZED) => Self::KeyRefused,
            Some(status) if status.is_success() || status.is_client_error() => Self::Alive,
            _ => Self::Trouble,
        }
    }
}

/// One for all sessions: there is one API behind them.
pub(super) struct Breaker {
    kept: Mutex<Kept>,
    /// Wakes those that wait to send something, when nothing is sent any more.
    opened: Notify,
    clock: Clock,
}

struct Kept {
    state: State,
    /// When the API last gave an answer of its own.
    answered: Option<Instant>,
}

/// What is known of the API without asking it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// How long ago it last gave an answer of its own, be it a refusal; `None`: never yet.
    pub answered_ago: Option<Duration>,
    /// Whether requests are sent to it: it is not being left alone after repeated failures or a refused key.
    pub asked: bool,
}

impl Breaker {
    pub(super) fn new(clock: Clock) -> Self {
        let kept = Kept { state: State::Closed { failures: 0 }, answered: None };
        Self { kept: Mutex::new(kept), opened: Notify::new(), clock }
    }

    /// Lets one attempt through, or says why not.
    pub(super) fn let_through(&self) -> Result<Leave<'_>, ApiError> {
        let mut kept = self.lock();
        if let Some(refusal) = kept.state.refusal(self.clock.now()) {
            return Err(refusal);
        }
        let before = kept.state;
        kept.state = before.let_through();
        Ok(Leave { breaker: self, probe: before != kept.state })
    }

    /// Waits for something that comes before an attempt, unless nothing is sent now or any more.
    pub(super) async fn unless_open<T>(&self, wait: impl Future<Output = T>) -> Result<T, ApiError> {
        tokio::select! {
            biased;
            refusal = self.refused() => Err(refusal),
            done = wait => Ok(done),
        }
    }

    async fn refused(&self) -> ApiError {
        loop {
            // Made before looking, so that nothing is missed in between.
            let opened = self.opened.notified();
            let refusal = self.lock().state.refusal(self.clock.now());
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
            asked: matches!(kept.state, State::Closed { .. }),
        }
    }

    fn tell(&self, sign: Sign, probe: bool) {
        let now = self.clock.now();
        let (before, after) = {
            let mut kept = self.lock();
            if sign != Sign::Trouble {
                kept.answered = Some(now);
            }
            let before = kept.state;
            kept.state = before.after(sign, probe, now);
            (before, kept.state)
        };
        match (before, after) {
            (State::Closed { .. } | State::Probing { .. }, State::Open { cause, until }) => {
                let seconds = (until - now).as_secs();
                match cause {
                    Cause::Trouble { .. } => tracing::warn!(seconds, "leaving the groups API alone: it is in trouble"),
                    Cause::Key => tracing::warn!(seconds, "leaving the groups API alone: it does not take the key"),
                }
                self.opened.notify_waiters();
            }
            (State::Open { .. } | State::Probing { .. }, State::Closed { .. }) => {
                tracing::info!("the groups API answers again");
            }
            _ => {}
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Leave for one attempt. Dropped without a word, it shows nothing.
pub(super) struct Leave<'a> {
    breaker: &'a Breaker,
    probe: bool,
}

impl Leave<'_> {
    pub(super) fn tell(&self, sign: Sign) {
        self.breaker.tell(sign, self.probe);
    }
}

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        if self.probe {
            let mut kept = self.breaker.lock();
            kept.state = kept.state.abandoned(self.breaker.clock.now());
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::state::{FIRST_REST, KEY_REST, PROBE_TAKES};
    use super::*;

    use Sign::{Alive, KeyRefused, Trouble};

    #[test]
    fn one_request_finds_out_while_the_others_are_refused() {
        let clock = Clock::system();
        let breaker = Breaker::new(clock.clone());
        for _ in 0..5 {
            breaker.let_through().ok().unwrap().tell(Trouble);
        }
        assert_eq!(breaker.reached(), Reached { answered_ago: None, asked: false });
        clock.advance(FIRST_REST);
        let probe = breaker.let_through().ok().unwrap();
        assert_eq!(breaker.let_through().err(), Some(ApiError::Resting { retry_after: PROBE_TAKES }));
        probe.tell(Alive);
        drop(probe);
        assert!(breaker.let_through().is_ok() && breaker.let_through().is_ok());
        let reached = breaker.reached();
        assert!(reached.asked && reached.answered_ago.unwrap() < FIRST_REST, "{reached:?}");
    }

    #[test]
    fn a_probe_that_is_dropped_is_followed_by_another() {
        let clock = Clock::system();
        let breaker = Breaker::new(clock.clone());
        breaker.tell(KeyRefused, false);
        clock.advance(KEY_REST);
        drop(breaker.let_through());
        assert!(breaker.let_through().is_ok());
    }

    #[tokio::test]
    async fn who_waits_hears_at_once_that_nothing_is_sent_any_more() {
        let breaker = Breaker::new(Clock::system());
        assert_eq!(breaker.unless_open(async { 7 }).await, Ok(7));
        let waiting = breaker.unless_open(std::future::pending::<()>());
        let (told, ()) = tokio::join!(waiting, async { breaker.tell(KeyRefused, false) });
        assert_eq!(told, Err(ApiError::Unauthorized));
        assert_eq!(breaker.unless_open(async {}).now_or_never(), Some(Err(ApiError::Unauthorized)));
    }

    #[test]
    fn a_proxy_in_trouble_is_not_the_api() {
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
            assert_eq!(Sign::of(status.map(|status| StatusCode::from_u16(status).unwrap())), sign, "{status:?}");
        }
    }
}

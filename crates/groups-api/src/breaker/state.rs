//! One circuit breaker, of an account or of the API as a whole, as a state machine. The caller passes the time.

use std::time::Duration;

use tokio::time::Instant;

use crate::error::ApiError;

/// Consecutive failures after which the breaker opens.
pub(super) const FAILURES: u32 = 5;
/// The first pause; each pause doubles the last one while the API keeps failing.
pub(super) const FIRST_REST: Duration = Duration::from_secs(10);
const LONGEST_REST: Duration = Duration::from_secs(120);
/// The pause after a rejected key. An operator may fix the key, but not within a moment.
pub(super) const KEY_REST: Duration = Duration::from_secs(60);
/// The wait given to requests that arrive while a probe is in flight.
pub(super) const PROBE_TAKES: Duration = Duration::from_secs(1);

/// The result of an attempt, for one breaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Observation {
    Answer,
    KeyRefused,
    Failure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BreakerState {
    /// Closed: requests are sent.
    Closed {
        /// Consecutive failures.
        failures: u32,
    },
    /// Open until that time, and after it until the next request.
    Open { cause: Cause, until: Instant },
    /// Half open: one request is the probe.
    Probing { cause: Cause },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Trouble {
        rest: Duration,
    },
    /// Several accounts fail.
    Accounts {
        rest: Duration,
    },
    Key,
}

impl Cause {
    fn refusal(self, retry_after: Duration) -> ApiError {
        match self {
            Self::Trouble { .. } | Self::Accounts { .. } => ApiError::Resting { retry_after },
            Self::Key => ApiError::Unauthorized,
        }
    }

    /// Returns the pause after a failed probe.
    fn again(self) -> Self {
        match self {
            Self::Trouble { rest } => Self::Trouble { rest: (rest * 2).min(LONGEST_REST) },
            Self::Accounts { rest } => Self::Accounts { rest: (rest * 2).min(LONGEST_REST) },
            Self::Key => Self::Trouble { rest: FIRST_REST },
        }
    }

    fn rest(self) -> Duration {
        match self {
            Self::Trouble { rest } | Self::Accounts { rest } => rest,
            Self::Key => KEY_REST,
        }
    }

    fn open(self, now: Instant) -> BreakerState {
        BreakerState::Open { cause: self, until: now + self.rest() }
    }
}

impl BreakerState {
    pub(super) const CLOSED: Self = Self::Closed { failures: 0 };

    /// Returns why no request is sent now, or `None` if one may be.
    pub(super) fn refusal(self, now: Instant) -> Option<ApiError> {
        match self {
            Self::Open { cause, until } if now < until => {
                let left = until - now;
                // Rounded up: a retry after that many seconds is not refused.
                let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
                Some(cause.refusal(Duration::from_secs(seconds)))
            }
            Self::Closed { .. } | Self::Open { .. } => None,
            Self::Probing { cause } => Some(cause.refusal(PROBE_TAKES)),
        }
    }

    /// Returns the state after a request was let through, which may be the probe.
    pub(super) fn let_through(self) -> Self {
        match self {
            Self::Open { cause, .. } => Self::Probing { cause },
            Self::Closed { .. } | Self::Probing { .. } => self,
        }
    }

    /// Returns why the breaker is not closed.
    pub(super) fn cause(self) -> Option<Cause> {
        match self {
            Self::Closed { .. } => None,
            Self::Open { cause, .. } | Self::Probing { cause } => Some(cause),
        }
    }

    /// Returns the state after an answer, or after a failure to get one. `probe`: true for the one request that was let
    /// through as the probe; others were sent before. `patience`: consecutive failures after which the breaker opens.
    pub(super) fn after(self, found: Observation, probe: bool, patience: u32, now: Instant) -> Self {
        match (found, self) {
            (Observation::KeyRefused, _) => Cause::Key.open(now),
            // An earlier request may have been accepted with the earlier key.
            (Observation::Answer, Self::Open { cause: Cause::Key, .. } | Self::Probing { cause: Cause::Key })
                if !probe =>
            {
                self
            }
            (Observation::Answer, _) => Self::CLOSED,
            (Observation::Failure, Self::Closed { failures }) if failures + 1 < patience => {
                Self::Closed { failures: failures + 1 }
            }
            (Observation::Failure, Self::Closed { .. }) => Cause::Trouble { rest: FIRST_REST }.open(now),
            (Observation::Failure, Self::Probing { cause }) if probe => cause.again().open(now),
            (Observation::Failure, Self::Open { .. } | Self::Probing { .. }) => self,
        }
    }

    /// Returns the state of the API as a whole after a sign which only shows that it can be reached.
    pub(super) fn reached(self, probe: bool, now: Instant) -> Self {
        match self.cause() {
            None | Some(Cause::Trouble { .. }) => Self::CLOSED,
            Some(Cause::Accounts { .. }) => self.after(Observation::Failure, probe, FAILURES, now),
            // The sign shows nothing about the key.
            Some(Cause::Key) if probe => self.abandoned(now),
            Some(Cause::Key) => self,
        }
    }

    /// Returns the state of the API as a whole once several accounts fail.
    pub(super) fn accounts_failed(self, now: Instant) -> Self {
        match self {
            Self::Closed { .. } => Cause::Accounts { rest: FIRST_REST }.open(now),
            Self::Open { .. } | Self::Probing { .. } => self,
        }
    }

    /// Returns the state after a probe without a result: the next request is the probe.
    pub(super) fn abandoned(self, now: Instant) -> Self {
        match self {
            Self::Probing { cause } => Self::Open { cause, until: now },
            Self::Closed { .. } | Self::Open { .. } => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A step of the test: an event and its expected result.
    #[derive(Debug, Clone, Copy)]
    enum Step {
        /// A request is let through, and shows this sign.
        Ask(Observation),
        /// A request that was sent while the breaker was closed shows this sign.
        Late(Observation),
        /// A request is let through, and given up.
        GiveUp,
        /// A request is refused, with these seconds to wait.
        Resting(u64),
        KeyRefused,
        Wait(u64),
    }

    use Observation::{Answer as Alive, Failure as Trouble};
    use Step::{Ask, GiveUp, KeyRefused, Late, Resting, Wait};

    const REFUSED: Observation = Observation::KeyRefused;
    const BROKEN: [Step; 5] = [Ask(Trouble); 5];

    fn run(steps: &[Step]) {
        let mut state = BreakerState::Closed { failures: 0 };
        let mut now = Instant::now();
        for (number, step) in steps.iter().enumerate() {
            let at = format!("step {number}: {step:?} in {state:?}");
            let refusal = state.refusal(now);
            match step {
                Ask(_) | GiveUp => assert_eq!(refusal, None, "{at}"),
                Resting(seconds) => {
                    let retry_after = Duration::from_secs(*seconds);
                    assert_eq!(refusal, Some(ApiError::Resting { retry_after }), "{at}");
                }
                KeyRefused => assert_eq!(refusal, Some(ApiError::Unauthorized), "{at}"),
                Late(_) | Wait(_) => {}
            }
            let sent = state.let_through();
            let probe = sent != state;
            state = match step {
                Ask(sign) => sent.after(*sign, probe, FAILURES, now),
                GiveUp => {
                    assert!(!probe || sent.refusal(now).is_some(), "a second one is let through: {at}");
                    sent.abandoned(now)
                }
                Late(sign) => state.after(*sign, false, FAILURES, now),
                Resting(_) | KeyRefused => state,
                Wait(seconds) => {
                    now += Duration::from_secs(*seconds);
                    state
                }
            };
        }
    }

    #[test]
    fn circuit_opens_after_consecutive_failures_and_probes() {
        for steps in [
            // Four failures are not enough, and an answer resets the count.
            &[Ask(Trouble), Ask(Trouble), Ask(Trouble), Ask(Trouble), Ask(Alive), Ask(Trouble), Ask(Alive)][..],
            &[&[Ask(Trouble), Ask(Alive)], &BROKEN[..4], &[Ask(Alive)]].concat(),
            &[&BROKEN[..], &[Resting(10), Wait(9), Resting(1), Wait(1), Ask(Alive), Ask(Alive)]].concat(),
            // Each failed probe doubles the pause, up to two minutes.
            &[
                &BROKEN[..],
                &[Wait(10), Ask(Trouble), Resting(20), Wait(20), Ask(Trouble), Resting(40), Wait(40), Ask(Trouble)],
                &[Resting(80), Wait(80), Ask(Trouble), Resting(120), Wait(120), Ask(Trouble), Resting(120)],
            ]
            .concat(),
            // After an answer, the first pause is short again.
            &[&BROKEN[..], &[Wait(10), Ask(Trouble), Wait(20), Ask(Alive)], &BROKEN, &[Resting(10)]].concat(),
            // Late answers extend no pause, and show that the API works.
            &[&BROKEN[..], &[Late(Trouble), Late(Trouble), Resting(10)]].concat(),
            &[&BROKEN[..], &[Late(Alive), Ask(Alive)]].concat(),
            // After a probe that is given up, the next request is the probe.
            &[&BROKEN[..], &[Wait(10), GiveUp, Ask(Trouble), Resting(20)]].concat(),
            &[GiveUp, GiveUp, Ask(Alive)],
        ] {
            run(steps);
        }
    }

    #[test]
    fn a_refused_key_is_not_shown_again_for_a_minute() {
        for steps in [
            &[Ask(REFUSED), KeyRefused, Wait(59), KeyRefused, Wait(1), Ask(Alive), Ask(Alive)][..],
            &[Ask(REFUSED), Wait(60), Ask(REFUSED), KeyRefused, Wait(59), KeyRefused],
            &[Ask(REFUSED), Wait(60), Ask(Trouble), Resting(10)],
            // An earlier request shows nothing about the current key.
            &[Ask(REFUSED), Late(Alive), KeyRefused, Late(Trouble), KeyRefused],
            &[&BROKEN[..], &[Late(REFUSED), KeyRefused]].concat(),
        ] {
            run(steps);
        }
    }
}

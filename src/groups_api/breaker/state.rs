//! One breaker, of an account or of the API as a whole, as a state machine that is told the time.

use std::time::Duration;

use tokio::time::Instant;

use crate::groups_api::error::ApiError;

/// Failures in a row after which nothing is sent.
pub(super) const FAILURES: u32 = 5;
/// The first rest; each is twice as long as the one before, while the API stays in trouble.
pub(super) const FIRST_REST: Duration = Duration::from_secs(10);
const LONGEST_REST: Duration = Duration::from_secs(120);
/// The rest after a refused key, which may be put right, but not from one moment to the next.
pub(super) const KEY_REST: Duration = Duration::from_secs(60);
/// What those are told to wait that come while it is being found out.
pub(super) const PROBE_TAKES: Duration = Duration::from_secs(1);

/// What an attempt shows of what a breaker watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Answer,
    KeyRefused,
    Failure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// As it should be.
    Closed {
        /// In a row.
        failures: u32,
    },
    /// The API is left alone until then, and after that until somebody asks.
    Open { cause: Cause, until: Instant },
    /// One request is finding out.
    Probing { cause: Cause },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Trouble {
        rest: Duration,
    },
    /// Several accounts are in trouble.
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

    /// The rest after a failed probe.
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

    fn open(self, now: Instant) -> State {
        State::Open { cause: self, until: now + self.rest() }
    }
}

impl State {
    pub(super) const CLOSED: Self = Self::Closed { failures: 0 };

    /// Why nothing is sent now; `None`: something may be.
    pub(super) fn refusal(self, now: Instant) -> Option<ApiError> {
        match self {
            Self::Open { cause, until } if now < until => {
                let left = until - now;
                // Rounded up: whoever comes back after that many seconds is not refused.
                let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
                Some(cause.refusal(Duration::from_secs(seconds)))
            }
            Self::Closed { .. } | Self::Open { .. } => None,
            Self::Probing { cause } => Some(cause.refusal(PROBE_TAKES)),
        }
    }

    /// The state after a request was let through, which may be the one that finds out.
    pub(super) fn let_through(self) -> Self {
        match self {
            Self::Open { cause, .. } => Self::Probing { cause },
            Self::Closed { .. } | Self::Probing { .. } => self,
        }
    }

    /// Why it is not closed.
    pub(super) fn cause(self) -> Option<Cause> {
        match self {
            Self::Closed { .. } => None,
            Self::Open { cause, .. } | Self::Probing { cause } => Some(cause),
        }
    }

    /// The state after an answer, or after none. `probe`: from the one request that was let through to find out. Others
    /// were sent before. `patience`: failures in a row after which nothing is sent.
    pub(super) fn after(self, found: Found, probe: bool, patience: u32, now: Instant) -> Self {
        match (found, self) {
            (Found::KeyRefused, _) => Cause::Key.open(now),
            // What was sent before may have been taken with the key as it was then.
            (Found::Answer, Self::Open { cause: Cause::Key, .. } | Self::Probing { cause: Cause::Key }) if !probe => {
                self
            }
            (Found::Answer, _) => Self::CLOSED,
            (Found::Failure, Self::Closed { failures }) if failures + 1 < patience => {
                Self::Closed { failures: failures + 1 }
            }
            (Found::Failure, Self::Closed { .. }) => Cause::Trouble { rest: FIRST_REST }.open(now),
            (Found::Failure, Self::Probing { cause }) if probe => cause.again().open(now),
            (Found::Failure, Self::Open { .. } | Self::Probing { .. }) => self,
        }
    }

    /// The state of the API as a whole after something that shows no more than that it can be reached.
    pub(super) fn reached(self, probe: bool, now: Instant) -> Self {
        match self.cause() {
            None | Some(Cause::Trouble { .. }) => Self::CLOSED,
            Some(Cause::Accounts { .. }) => self.after(Found::Failure, probe, FAILURES, now),
            // Nothing was learnt of the key.
            Some(Cause::Key) if probe => self.abandoned(now),
            Some(Cause::Key) => self,
        }
    }

    /// The state of the API as a whole once several accounts are in trouble.
    pub(super) fn accounts_failed(self, now: Instant) -> Self {
        match self {
            Self::Closed { .. } => Cause::Accounts { rest: FIRST_REST }.open(now),
            Self::Open { .. } | Self::Probing { .. } => self,
        }
    }

    /// The state after a probe that found out nothing: the next request is one again.
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

    /// What happens to the breaker, and how.
    #[derive(Debug, Clone, Copy)]
    enum Step {
        /// A request is let through, and shows that.
        Ask(Found),
        /// A request that was sent while the breaker was closed shows that.
        Late(Found),
        /// A request is let through, and given up.
        GiveUp,
        /// A request is refused, with these seconds to wait.
        Resting(u64),
        KeyRefused,
        Wait(u64),
    }

    use Found::{Answer as Alive, Failure as Trouble};
    use Step::{Ask, GiveUp, KeyRefused, Late, Resting, Wait};

    const REFUSED: Found = Found::KeyRefused;
    const BROKEN: [Step; 5] = [Ask(Trouble); 5];

    fn run(steps: &[Step]) {
        let mut state = State::Closed { failures: 0 };
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
    fn the_api_is_left_alone_after_failures_in_a_row_and_asked_once_in_a_while() {
        for steps in [
            // Four are not enough, and an answer begins the count anew.
            &[Ask(Trouble), Ask(Trouble), Ask(Trouble), Ask(Trouble), Ask(Alive), Ask(Trouble), Ask(Alive)][..],
            &[&[Ask(Trouble), Ask(Alive)], &BROKEN[..4], &[Ask(Alive)]].concat(),
            &[&BROKEN[..], &[Resting(10), Wait(9), Resting(1), Wait(1), Ask(Alive), Ask(Alive)]].concat(),
            // Each failed probe doubles the rest, up to two minutes.
            &[
                &BROKEN[..],
                &[Wait(10), Ask(Trouble), Resting(20), Wait(20), Ask(Trouble), Resting(40), Wait(40), Ask(Trouble)],
                &[Resting(80), Wait(80), Ask(Trouble), Resting(120), Wait(120), Ask(Trouble), Resting(120)],
            ]
            .concat(),
            // After it was well, the first rest is short again.
            &[&BROKEN[..], &[Wait(10), Ask(Trouble), Wait(20), Ask(Alive)], &BROKEN, &[Resting(10)]].concat(),
            // Stragglers make no rest longer, and show that the API is alive.
            &[&BROKEN[..], &[Late(Trouble), Late(Trouble), Resting(10)]].concat(),
            &[&BROKEN[..], &[Late(Alive), Ask(Alive)]].concat(),
            // A probe that is given up leaves the next request to be one.
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
            // What was sent before says nothing of the key now.
            &[Ask(REFUSED), Late(Alive), KeyRefused, Late(Trouble), KeyRefused],
            &[&BROKEN[..], &[Late(REFUSED), KeyRefused]].concat(),
        ] {
            run(steps);
        }
    }
}

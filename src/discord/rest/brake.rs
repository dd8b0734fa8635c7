//! What holds requests to Discord back: its global rate limit, and the number of refusals after which it bans an address.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::StatusCode;
use tokio::time::Instant;

use super::RestError;
use crate::clock::Clock;
use crate::metrics::Metrics;

/// Discord, "Rate Limits", "Invalid Request Limit": 10,000 answers of 401, 403 and 429 within 10 minutes get the address
/// banned for a while. One bot does not need a tenth of that unless something is wrong; another program may share the
/// address.
const WINDOW: Duration = Duration::from_secs(10 * 60);
const INVALID_MAX: u32 = 1_000;
/// Held back requests go out again below this, so that the brake is not pulled at each further refusal.
const INVALID_AGAIN: u32 = 500;
/// Refusals are counted in steps of this length.
const STEP: Duration = Duration::from_secs(10);
/// Discord names seconds. Longer than this is not believed.
const PAUSE_MAX: Duration = Duration::from_secs(10 * 60);

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The first response to an interaction, which must be there within 3 s.
    Acknowledge,
    /// What follows it, by the interaction's token.
    Answer,
    /// Everything that needs the bot's token.
    Bot,
}

/// What Discord said beside its refusal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Limited {
    /// The pause, where the limit is the bot's as a whole and not a route's.
    pub(super) globally_for: Option<Duration>,
    /// The limit of a resource that others use too. It is no fault of the bot's, and does not count.
    pub(super) shared: bool,
}

#[derive(Debug)]
pub(super) struct Brake {
    state: Mutex<State>,
    clock: Clock,
    metrics: Metrics,
}

#[derive(Debug, Default)]
struct State {
    invalid: Invalid,
    /// Until when the bot's own requests wait.
    bot_until: Option<Instant>,
    /// Until when all requests wait.
    all_until: Option<Instant>,
}

impl Brake {
    pub(super) fn new(clock: Clock, metrics: Metrics) -> Self {
        Self { state: Mutex::default(), clock, metrics }
    }

    /// Returns for how long a request must wait before it asks again whether it may go; `None`: it may go now.
    pub(super) fn pause(&self, purpose: Purpose) -> Result<Option<Duration>, RestError> {
        let now = self.clock.now();
        let mut state = self.lock();
        let is_held = self.turn(&mut state, now);
        if is_held && purpose == Purpose::Bot {
            return Err(RestError::HeldBack);
        }
        Ok(state.until(purpose).map(|until| until.saturating_duration_since(now)).filter(|pause| !pause.is_zero()))
    }

    /// Takes note of an answer.
    pub(super) fn note(&self, purpose: Purpose, status: StatusCode, limited: Limited) {
        let now = self.clock.now();
        let mut state = self.lock();
        if let Some(pause) = limited.globally_for {
            state.pause(purpose, now + pause.min(PAUSE_MAX));
        }
        if is_invalid(status) && !limited.shared {
            state.invalid.count(now);
            self.metrics.refused_by_discord();
        }
        self.turn(&mut state, now);
    }

    /// Pulls or releases the brake, as the refusals of the last minutes say. Returns whether it is pulled.
    fn turn(&self, state: &mut State, now: Instant) -> bool {
        match state.invalid.turn(now) {
            Some(Turn::Pulled) => {
                self.metrics.held_back.set(1);
                tracing::error!(
                    refusals = INVALID_MAX,
                    minutes = WINDOW.as_secs() / 60,
                    "Discord refuses too many requests: until it is fewer only interactions are answered, and posts wait"
                );
            }
            Some(Turn::Released) => {
                self.metrics.held_back.set(0);
                tracing::info!("Discord refuses few requests again: posts are sent");
            }
            None => {}
        }
        state.invalid.is_pulled
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Discord, "Global Rate Limit": the endpoints of interactions are not bound to it. Where one of them is refused by a
    /// global limit all the same, it is the address that is limited, and everything waits.
    fn pause(&mut self, purpose: Purpose, until: Instant) {
        let waits = match purpose {
            Purpose::Bot => &mut self.bot_until,
            Purpose::Acknowledge | Purpose::Answer => &mut self.all_until,
        };
        *waits = (*waits).max(Some(until));
    }

    fn until(&self, purpose: Purpose) -> Option<Instant> {
        match purpose {
            Purpose::Bot => self.bot_until.max(self.all_until),
            Purpose::Acknowledge | Purpose::Answer => self.all_until,
        }
    }
}

fn is_invalid(status: StatusCode) -> bool {
    matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS)
}

/// The refusals of the last minutes.
#[derive(Debug, Default)]
struct Invalid {
    /// How many there were in each step, by the time of its first one.
    steps: VecDeque<(Instant, u32)>,
    is_pulled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Pulled,
    Released,
}

impl Invalid {
    fn count(&mut self, now: Instant) {
        match self.steps.back_mut() {
            Some((first, number)) if now < *first + STEP => *number = number.saturating_add(1),
            _ => self.steps.push_back((now, 1)),
        }
    }

    fn turn(&mut self, now: Instant) -> Option<Turn> {
        // The last of a step came up to STEP after its first.
        while self.steps.front().is_some_and(|(first, _)| *first + STEP + WINDOW <= now) {
            self.steps.pop_front();
        }
        let number: u32 = self.steps.iter().fold(0, |sum, (_, number)| sum.saturating_add(*number));
        let is_pulled = number >= if self.is_pulled { INVALID_AGAIN } else { INVALID_MAX };
        if std::mem::replace(&mut self.is_pulled, is_pulled) == is_pulled {
            return None;
        }
        Some(if is_pulled { Turn::Pulled } else { Turn::Released })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    use Purpose::{Acknowledge, Answer, Bot};

    const SECOND: Duration = Duration::from_secs(1);

    fn brake() -> (Brake, Clock) {
        let clock = Clock::system();
        (Brake::new(clock.clone(), Metrics::default()), clock)
    }

    fn refuse(brake: &Brake, times: u32, status: u16, limited: Limited) {
        for _ in 0..times {
            brake.note(Bot, StatusCode::from_u16(status).unwrap(), limited);
        }
    }

    fn is_held(brake: &Brake) -> bool {
        matches!(brake.pause(Bot), Err(RestError::HeldBack))
    }

    #[test]
    fn what_counts_towards_a_ban_holds_posts_back_long_before_it() {
        let shared = Limited { shared: true, ..Limited::default() };
        let plain = Limited::default();
        for (status, limited, counts) in [
            (401, plain, true),
            (403, plain, true),
            (429, plain, true),
            (429, shared, false),
            (200, plain, false),
            (400, plain, false),
            (404, plain, false),
            (500, plain, false),
        ] {
            let (brake, _) = brake();
            refuse(&brake, 999, status, limited);
            assert!(!is_held(&brake), "{status}");
            refuse(&brake, 1, status, limited);
            assert_eq!(is_held(&brake), counts, "{status}");
            for purpose in [Acknowledge, Answer] {
                assert!(matches!(brake.pause(purpose), Ok(None)), "{status} {purpose:?}");
            }
        }
    }

    #[test]
    fn posts_go_out_again_once_the_refusals_are_old() {
        let (brake, clock) = brake();
        refuse(&brake, 600, 403, Limited::default());
        clock.advance(SECOND * 300);
        refuse(&brake, 400, 403, Limited::default());
        assert!(is_held(&brake));
        clock.advance(SECOND * 200);
        assert!(is_held(&brake));
        clock.advance(SECOND * 111);
        assert!(!is_held(&brake));
        // It takes as many again as at first.
        refuse(&brake, 599, 403, Limited::default());
        assert!(!is_held(&brake));
        refuse(&brake, 1, 403, Limited::default());
        assert!(is_held(&brake));
    }

    #[test]
    fn a_global_limit_is_waited_out_by_all_whom_it_binds() {
        for (told, waits) in [(Bot, [false, false, true]), (Answer, [true; 3]), (Acknowledge, [true; 3])] {
            let (brake, clock) = brake();
            let limited = Limited { globally_for: Some(SECOND * 7), shared: false };
            brake.note(told, StatusCode::TOO_MANY_REQUESTS, limited);
            // A shorter one does not shorten it.
            let shorter = Limited { globally_for: Some(SECOND), shared: false };
            brake.note(told, StatusCode::TOO_MANY_REQUESTS, shorter);
            clock.advance(SECOND * 6);
            let waiting = [Acknowledge, Answer, Bot].map(|purpose| brake.pause(purpose).unwrap().is_some());
            assert_eq!(waiting, waits, "{told:?}");
            clock.advance(SECOND);
            assert!([Acknowledge, Answer, Bot].iter().all(|purpose| brake.pause(*purpose).unwrap().is_none()));
        }
    }

    proptest! {
        /// Whoever sends whatever: while the brake holds, no more than a tenth of what leads to a ban is counted in any ten
        /// minutes, and what is remembered is bounded.
        #[test]
        fn held_back_in_time(acts in proptest::collection::vec((0_u64..40, 1_u32..60), 0..400)) {
            let (mut invalid, mut now) = (Invalid::default(), Instant::now());
            let mut sent: Vec<Instant> = Vec::new();
            for (pause, tries) in acts {
                now += SECOND * u32::try_from(pause).unwrap();
                for _ in 0..tries {
                    invalid.turn(now);
                    if !invalid.is_pulled {
                        invalid.count(now);
                        sent.push(now);
                    }
                }
                invalid.turn(now);
                let in_window = sent.iter().filter(|at| **at + WINDOW > now).count();
                prop_assert!(in_window <= INVALID_MAX as usize, "{in_window}");
                prop_assert!(invalid.steps.len() <= 63, "{}", invalid.steps.len());
            }
        }
    }
}

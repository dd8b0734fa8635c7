//! Delays requests to Discord under its global rate limit, and holds posts back before the number of refusals at which
//! Discord bans an address.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::StatusCode;
use tokio::time::Instant;
use usher_clock::Clock;

use super::RestError;
use crate::metrics::Metrics;

/// Discord, "Rate Limits", "Invalid Request Limit": Discord temporarily bans an address after 10,000 answers of 401,
/// 403 and 429 within 10 minutes. A bot that works does not reach a tenth of that; another program may share the
/// address.
const WINDOW: Duration = Duration::from_secs(10 * 60);
const INVALID_MAX: u32 = 1_000;
/// Posts resume below this number of refusals. It is lower than [`INVALID_MAX`], so that one further refusal does not
/// stop them again.
const INVALID_AGAIN: u32 = 500;
/// Refusals are counted in steps of this length.
const STEP: Duration = Duration::from_secs(10);
/// Upper limit of a pause. Discord's own pauses are seconds.
const PAUSE_MAX: Duration = Duration::from_secs(10 * 60);

/// The purpose of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestPurpose {
    /// The first response to an interaction, which must arrive within 3 s.
    Acknowledge,
    /// A later response, authorized by the interaction's token.
    Answer,
    /// Any request with the bot's token.
    Bot,
}

/// The rate-limit information in a refusal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Limited {
    /// The pause, if the limit applies to the whole bot and not to one route.
    pub(super) globally_for: Option<Duration>,
    /// Set for the limit of a resource that others use too. Such a refusal is not the bot's fault and is not
    /// counted.
    pub(super) shared: bool,
}

#[derive(Debug)]
pub(super) struct Brake {
    state: Mutex<BrakeState>,
    clock: Clock,
    metrics: Metrics,
}

#[derive(Debug, Default)]
struct BrakeState {
    invalid: Invalid,
    /// The end of the pause of requests with the bot's token.
    bot_until: Option<Instant>,
    /// The end of the pause of all requests.
    all_until: Option<Instant>,
}

impl Brake {
    pub(super) fn new(clock: Clock, metrics: Metrics) -> Self {
        Self { state: Mutex::default(), clock, metrics }
    }

    /// Returns the pause after which a request must call this again; `None`: the request may be sent now.
    pub(super) fn pause(&self, purpose: RequestPurpose) -> Result<Option<Duration>, RestError> {
        let now = self.clock.now();
        let mut state = self.lock();
        let is_held = self.turn(&mut state, now);
        if is_held && purpose == RequestPurpose::Bot {
            return Err(RestError::HeldBack);
        }
        Ok(state.until(purpose).map(|until| until.saturating_duration_since(now)).filter(|pause| !pause.is_zero()))
    }

    /// Records an answer of Discord.
    pub(super) fn note(&self, purpose: RequestPurpose, status: StatusCode, limited: Limited) {
        let now = self.clock.now();
        let mut state = self.lock();
        if let Some(pause) = limited.globally_for {
            state.pause(purpose, now + pause.min(PAUSE_MAX));
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            self.metrics.rate_limited_by_discord();
        }
        if is_invalid(status) && !limited.shared {
            state.invalid.count(now);
            self.metrics.refused_by_discord();
        }
        self.turn(&mut state, now);
    }

    /// Holds posts back or releases them, according to the refusals of the last minutes. Returns whether posts are held
    /// back.
    fn turn(&self, state: &mut BrakeState, now: Instant) -> bool {
        match state.invalid.turn(now) {
            Some(Turn::Pulled) => {
                self.metrics.held_back.set(1);
                tracing::error!(
                    refusals = INVALID_MAX,
                    minutes = WINDOW.as_secs() / 60,
                    "too many requests refused by Discord: posts are held back, only interactions are answered"
                );
            }
            Some(Turn::Released) => {
                self.metrics.held_back.set(0);
                tracing::info!("posts resumed: Discord refuses few requests again");
            }
            None => {}
        }
        state.invalid.is_pulled
    }

    fn lock(&self) -> MutexGuard<'_, BrakeState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl BrakeState {
    /// Pauses requests. Discord, "Global Rate Limit": it does not apply to the endpoints of interactions. If a global
    /// limit refuses one of them anyway, it limits the address, and all requests wait.
    fn pause(&mut self, purpose: RequestPurpose, until: Instant) {
        let waits = match purpose {
            RequestPurpose::Bot => &mut self.bot_until,
            RequestPurpose::Acknowledge | RequestPurpose::Answer => &mut self.all_until,
        };
        *waits = (*waits).max(Some(until));
    }

    fn until(&self, purpose: RequestPurpose) -> Option<Instant> {
        match purpose {
            RequestPurpose::Bot => self.bot_until.max(self.all_until),
            RequestPurpose::Acknowledge | RequestPurpose::Answer => self.all_until,
        }
    }
}

fn is_invalid(status: StatusCode) -> bool {
    matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS)
}

/// The refusals of the last minutes.
#[derive(Debug, Default)]
struct Invalid {
    /// The number of refusals in each step, by the time of the first one.
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
        // The last refusal of a step may be up to STEP later than its first.
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

    use RequestPurpose::{Acknowledge, Answer, Bot};

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
        // The limit is the full number again.
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
            // A shorter pause does not shorten it.
            let shorter = Limited { globally_for: Some(SECOND), shared: false };
            brake.note(told, StatusCode::TOO_MANY_REQUESTS, shorter);
            clock.advance(SECOND * 6);
            let held = [Acknowledge, Answer, Bot].map(|purpose| brake.pause(purpose).unwrap().is_some());
            assert_eq!(held, waits, "{told:?}");
            clock.advance(SECOND);
            assert!([Acknowledge, Answer, Bot].iter().all(|purpose| brake.pause(*purpose).unwrap().is_none()));
        }
    }

    proptest! {
        /// Checks that no more than a tenth of the refusals that lead to a ban occur in any ten minutes, and that
        /// the memory is bounded.
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

//! Decides whether to repeat a failed request, and how long to wait before. A pure function of the failures: it knows
//! no clock, no randomness and no HTTP client.

use std::time::Duration;

/// Attempts of one request, not counting those refused by the rate limit.
const ATTEMPTS: u32 = 4;
/// Total time that one request waits for the rate limit.
const LIMITED_FOR_AT_MOST: Duration = Duration::from_secs(30);
/// The wait after a 429 that gives no time.
const RETRY_AFTER_UNSAID: Duration = Duration::from_secs(1);
/// How long WhatsApp's own limit of an account lasts at least: no provider says how long.
pub(super) const ACCOUNT_RESTS_FOR: Duration = Duration::from_secs(60);
/// The shortest first pause; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(300);

/// A failure that another attempt may resolve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttemptFailure {
    /// No connection could be made: nothing was sent.
    NoConnection,
    /// A time-out or a broken connection: the request may have arrived.
    AnswerLost,
    /// 5xx
    ServerError {
        status: u16,
        /// True if the API reported it in its own JSON, and so has ended its work on the request.
        in_own_words: bool,
    },
    /// 429
    RateLimited { retry_after: Option<Duration> },
    /// WhatsApp itself limits the account.
    AccountLimited {
        /// True if the limit may have met a later step than the change.
        maybe_done: bool,
    },
}

/// Totals of the attempts before this failure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SoFar {
    /// Failed attempts, other than by the rate limit.
    pub(super) failed: u32,
    /// Attempts refused by the rate limit.
    pub(super) limited: u32,
    /// Time waited for the rate limit.
    pub(super) limited_for: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Wait(Duration),
    GiveUp,
}

impl AttemptFailure {
    /// Returns whether the request may have been carried out, as far as this failure shows.
    pub(super) fn may_be_carried_out(self) -> bool {
        matches!(self, Self::AnswerLost | Self::ServerError { .. } | Self::AccountLimited { maybe_done: true })
    }
}

impl SoFar {
    /// Starts the totals of a request that does not wait for the rate limit.
    pub(super) const IMPATIENT: Self = Self { failed: 0, limited: 0, limited_for: LIMITED_FOR_AT_MOST };

    /// Adds this failure and the wait after it.
    pub(super) fn and(self, failure: AttemptFailure, waited: Duration) -> Self {
        match failure {
            AttemptFailure::RateLimited { .. } => {
                Self { limited: self.limited + 1, limited_for: self.limited_for + waited, ..self }
            }
            _ => Self { failed: self.failed + 1, ..self },
        }
    }
}

/// Decides what follows a failure. A change that may have been carried out is never sent again, not even a PUT: the
/// first one may take effect later, after changes that others have made meanwhile. `jitter`: from 0 to 1.
pub(super) fn next(is_read: bool, failure: AttemptFailure, so_far: SoFar, jitter: f64) -> Next {
    match failure {
        AttemptFailure::RateLimited { retry_after } => {
            // The wait grows with each 429, so that an API that keeps giving too short a wait does not cause endless
            // requests.
            let least = Duration::from_secs(so_far.limited.into());
            let wait = retry_after.unwrap_or(RETRY_AFTER_UNSAID).max(least);
            let fits = so_far.limited_for.checked_add(wait).is_some_and(|all| all <= LIMITED_FOR_AT_MOST);
            if fits { Next::Wait(wait) } else { Next::GiveUp }
        }
        // Nobody waits for so long.
        AttemptFailure::AccountLimited { .. } => Next::GiveUp,
        // 504 is a time-out seen from a gateway. Repeating does not resolve the other 5xx.
        AttemptFailure::ServerError { status, .. } if !matches!(status, 500 | 502 | 503 | 504) => Next::GiveUp,
        failure if failure.may_be_carried_out() && !is_read => Next::GiveUp,
        _ if so_far.failed + 1 >= ATTEMPTS => Next::GiveUp,
        _ => Next::Wait((FIRST_PAUSE * 2_u32.pow(so_far.failed)).mul_f64(1.0 + jitter.clamp(0.0, 1.0) / 2.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: bool = true;
    const CHANGE: bool = false;

    fn server_error(status: u16) -> AttemptFailure {
        AttemptFailure::ServerError { status, in_own_words: false }
    }

    fn failed(times: u32) -> SoFar {
        SoFar { failed: times, ..SoFar::default() }
    }

    fn limited(times: u32, seconds: u64) -> SoFar {
        SoFar { limited: times, limited_for: Duration::from_secs(seconds), ..SoFar::default() }
    }

    fn said(seconds: u64) -> AttemptFailure {
        AttemptFailure::RateLimited { retry_after: Some(Duration::from_secs(seconds)) }
    }

    #[test]
    fn who_is_asked_again_and_when() {
        let unsaid = AttemptFailure::RateLimited { retry_after: None };
        for (is_read, failure, so_far, milliseconds) in [
            (READ, AttemptFailure::NoConnection, failed(0), Some(300)),
            (READ, AttemptFailure::AnswerLost, failed(0), Some(300)),
            (READ, AttemptFailure::AnswerLost, failed(1), Some(600)),
            (READ, server_error(500), failed(2), Some(1200)),
            (READ, server_error(502), failed(0), Some(300)),
            (READ, server_error(503), failed(0), Some(300)),
            (READ, server_error(504), failed(0), Some(300)),
            (READ, server_error(503), failed(3), None),
            (READ, server_error(501), failed(0), None),
            (READ, server_error(599), failed(0), None),
            // Only a request that was certainly not carried out is sent a second time.
            (CHANGE, AttemptFailure::NoConnection, failed(0), Some(300)),
            (CHANGE, AttemptFailure::NoConnection, failed(3), None),
            (CHANGE, AttemptFailure::AnswerLost, failed(0), None),
            (CHANGE, server_error(500), failed(0), None),
            (CHANGE, server_error(502), failed(0), None),
            (CHANGE, server_error(503), failed(0), None),
            (CHANGE, server_error(504), failed(0), None),
            // Requests wait for the rate limit, 30 seconds in total, whatever the method.
            (CHANGE, said(7), limited(0, 0), Some(7_000)),
            (READ, said(7), failed(3), Some(7_000)),
            (CHANGE, said(30), limited(0, 0), Some(30_000)),
            (CHANGE, said(31), limited(0, 0), None),
            (CHANGE, said(10), limited(1, 20), Some(10_000)),
            (CHANGE, said(11), limited(1, 20), None),
            (CHANGE, said(u64::MAX), limited(1, 20), None),
            (CHANGE, unsaid, limited(0, 0), Some(1_000)),
            (CHANGE, unsaid, limited(3, 4), Some(3_000)),
            (CHANGE, said(0), limited(0, 0), Some(0)),
            (CHANGE, said(0), limited(2, 1), Some(2_000)),
            (READ, AttemptFailure::AccountLimited { maybe_done: false }, limited(0, 0), None),
            (CHANGE, AttemptFailure::AccountLimited { maybe_done: false }, limited(0, 0), None),
            (CHANGE, AttemptFailure::AccountLimited { maybe_done: true }, limited(0, 0), None),
        ] {
            let expected = milliseconds.map_or(Next::GiveUp, |ms| Next::Wait(Duration::from_millis(ms)));
            assert_eq!(next(is_read, failure, so_far, 0.0), expected, "{is_read} {failure:?} {so_far:?}");
        }
    }

    #[test]
    fn pauses_grow_whatever_the_jitter() {
        let pause = |times, jitter| match next(READ, AttemptFailure::AnswerLost, failed(times), jitter) {
            Next::Wait(pause) => pause,
            Next::GiveUp => panic!("gave up after {times}"),
        };
        assert!(pause(0, 0.0) < pause(0, 1.0));
        assert!(pause(0, 1.0) < pause(1, 0.0) && pause(1, 1.0) < pause(2, 0.0));
    }

    #[test]
    fn an_api_that_always_says_zero_is_given_up_before_long() {
        let mut so_far = SoFar::default();
        while let Next::Wait(pause) = next(CHANGE, said(0), so_far, 0.5) {
            so_far = so_far.and(said(0), pause);
            assert!(so_far.limited < 20 && so_far.limited_for <= LIMITED_FOR_AT_MOST);
        }
    }
}

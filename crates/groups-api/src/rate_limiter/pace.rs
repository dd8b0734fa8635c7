//! Limits the starts a second: to the configured number, and to fewer when the API's rate limit is nearly used up.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

pub(super) const SECOND: Duration = Duration::from_secs(1);
/// Starts become fewer when less than this part of the limit remains: a fifth.
const SCARCE: u64 = 5;
/// Age after which a report of the API is ignored.
const TOLD_GOOD_FOR: Duration = Duration::from_secs(60);

/// An answer's report on the key's rate limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RateLimitHeaders {
    pub(crate) limit: u64,
    pub(crate) remaining: u64,
}

/// Returns the allowed starts in any one second, out of the configured number. With less than a fifth of the limit left
/// they decrease in proportion. With nothing left, one start a second remains, to detect when the limit is renewed.
fn shrunk(configured: u32, told: Option<RateLimitHeaders>) -> u32 {
    let Some(RateLimitHeaders { limit, remaining }) = told else { return configured };
    let part = u128::from(remaining) * u128::from(SCARCE);
    if part >= u128::from(limit) {
        return configured;
    }
    let starts = u128::from(configured) * part / u128::from(limit);
    u32::try_from(starts).unwrap_or(configured).max(1)
}

/// The rate limit that the API last reported. There is one key, so one figure covers all sessions.
#[derive(Default)]
pub(super) struct Quota(Mutex<Option<(Instant, RateLimitHeaders)>>);

impl Quota {
    pub(super) fn note(&self, told: RateLimitHeaders, now: Instant) {
        *self.lock() = Some((now, told));
    }

    pub(super) fn starts(&self, configured: u32, now: Instant) -> u32 {
        let told = self.lock().filter(|(at, _)| now.saturating_duration_since(*at) < TOLD_GOOD_FOR);
        shrunk(configured, told.map(|(_, told)| told))
    }

    fn lock(&self) -> MutexGuard<'_, Option<(Instant, RateLimitHeaders)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The start times within the last second, oldest first, at most as many as may start in one second.
#[derive(Default)]
pub(super) struct Starts(VecDeque<Instant>);

impl Starts {
    /// Returns when the next start is allowed; `None`: at any time.
    pub(super) fn earliest(&self, in_a_second: usize) -> Option<Instant> {
        let at = self.0.len().checked_sub(in_a_second)?;
        self.0.get(at).map(|start| *start + SECOND)
    }

    pub(super) fn note(&mut self, now: Instant, in_a_second_at_most: usize) {
        // Older starts no longer matter, and could be very many where the limit is high.
        while self.0.front().is_some_and(|start| *start + SECOND <= now) || self.0.len() >= in_a_second_at_most.max(1) {
            self.0.pop_front();
        }
        self.0.push_back(now);
    }

    /// Removes a start that did not take place.
    pub(super) fn take_back(&mut self, start: Instant) {
        if let Some(at) = self.0.iter().rposition(|one| *one == start) {
            self.0.remove(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_become_fewer_when_little_of_the_limit_remains() {
        for (configured, limit, remaining, starts) in [
            (10, 600, 600, 10),
            (10, 600, 120, 10),
            (10, 600, 119, 9),
            (10, 600, 60, 5),
            (10, 600, 12, 1),
            (10, 600, 1, 1),
            (10, 600, 0, 1),
            (1, 600, 0, 1),
            (1, 600, 600, 1),
            // A limit of zero is no information.
            (10, 0, 0, 10),
            (10, 1, 0, 1),
            (10, 1, 1, 10),
            (10, 5, 900, 10),
            (u32::MAX, u64::MAX, u64::MAX, u32::MAX),
            (u32::MAX, u64::MAX, 0, 1),
        ] {
            let told = Some(RateLimitHeaders { limit, remaining });
            assert_eq!(shrunk(configured, told), starts, "{configured} {told:?}");
        }
        assert_eq!(shrunk(10, None), 10);
    }

    #[test]
    fn an_old_figure_is_forgotten() {
        let (quota, now) = (Quota::default(), Instant::now());
        quota.note(RateLimitHeaders { limit: 600, remaining: 0 }, now);
        assert_eq!(quota.starts(10, now + SECOND * 59), 1);
        assert_eq!(quota.starts(10, now + SECOND * 60), 10);
    }

    #[test]
    fn no_more_starts_are_remembered_than_the_last_second_had() {
        let (mut starts, now) = (Starts::default(), Instant::now());
        for number in 0..1_000 {
            starts.note(now + SECOND / 10 * number, 100_000);
        }
        assert_eq!(starts.0.len(), 10);
        assert_eq!(starts.earliest(10), Some(now + SECOND / 10 * 1_000));
    }

    #[test]
    fn a_start_that_was_taken_back_counts_no_more() {
        let (mut starts, now) = (Starts::default(), Instant::now());
        starts.note(now, 2);
        starts.note(now + SECOND / 2, 2);
        assert_eq!(starts.earliest(2), Some(now + SECOND));
        assert_eq!(starts.earliest(1), Some(now + SECOND * 3 / 2));
        starts.take_back(now + SECOND / 2);
        assert_eq!((starts.earliest(2), starts.earliest(1)), (None, Some(now + SECOND)));
    }
}

//! Discord's time, from the `Date` header of its answers. With it the age of an interaction is right even if this
//! machine's clock is wrong.

use std::sync::{Mutex, PoisonError};

use usher_clock::Timestamp;

use reqwest::header::{self, HeaderMap};

/// Changes larger than this are logged, in milliseconds.
const LOGGED_MS: i64 = 2_000;
/// Resolution of `Date`: it has whole seconds.
const SECOND_MS: i64 = 1_000;

/// The lead of Discord's clock over this machine's, in milliseconds, between two bounds that each answer narrows.
#[derive(Debug)]
pub(super) struct Offset {
    bounds: Mutex<Option<Bounds>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bounds {
    at_least: i64,
    at_most: i64,
}

impl Bounds {
    /// Returns the bounds from an answer created in the second after `Date`, between `sent` and `received`. Returns
    /// `None` if a cache may have created it earlier (RFC 9111, `Age`).
    fn of(headers: &HeaderMap, sent: Timestamp, received: Timestamp) -> Option<Self> {
        if headers.contains_key(header::AGE) {
            return None;
        }
        let date = httpdate::parse_http_date(headers.get(header::DATE)?.to_str().ok()?).ok()?;
        let date = Timestamp::from_system_time(date)?.as_millis();
        Some(Self { at_least: date - received.as_millis(), at_most: date + SECOND_MS - sent.as_millis() })
    }

    /// Returns the intersection, or `newer` if the two contradict each other, as after a suspension of the machine.
    fn narrowed(self, newer: Self) -> Self {
        let both = Self { at_least: self.at_least.max(newer.at_least), at_most: self.at_most.min(newer.at_most) };
        if both.at_least <= both.at_most { both } else { newer }
    }

    /// Returns the offset closest to zero within the bounds, so that it is never overstated.
    fn ahead(self) -> i64 {
        0.max(self.at_least).min(self.at_most)
    }
}

impl Offset {
    pub(super) fn new() -> Self {
        Self { bounds: Mutex::new(None) }
    }

    /// Returns the lead of Discord's clock in milliseconds. It is zero while no other value is certain.
    pub(super) fn ahead(&self) -> i64 {
        self.bounds.lock().unwrap_or_else(PoisonError::into_inner).map_or(0, Bounds::ahead)
    }

    /// Updates the bounds from the headers of an answer. `sent`, `received`: this machine's time, on a scale
    /// that does not change when its time of day is set.
    pub(super) fn learn(&self, headers: &HeaderMap, sent: Timestamp, received: Timestamp) {
        let Some(newer) = Bounds::of(headers, sent, received) else { return };
        let (before, now) = {
            let mut bounds = self.bounds.lock().unwrap_or_else(PoisonError::into_inner);
            let before = bounds.map_or(0, Bounds::ahead);
            let narrowed = bounds.map_or(newer, |bounds| bounds.narrowed(newer));
            *bounds = Some(narrowed);
            (before, narrowed.ahead())
        };
        if before.abs_diff(now) > LOGGED_MS.unsigned_abs() {
            tracing::warn!(ahead_ms = now, "this machine's clock differs from Discord's");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use reqwest::header::HeaderValue;

    use super::*;

    fn headers(theirs_ms: i64) -> HeaderMap {
        let date = httpdate::fmt_http_date(at(theirs_ms).into());
        let date = HeaderValue::from_str(&date).unwrap();
        HeaderMap::from_iter([(header::DATE, date)])
    }

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millis(ms)
    }

    #[test]
    fn a_cached_answer_says_nothing() {
        let mut cached = headers(2_000_000);
        cached.insert(header::AGE, HeaderValue::from_static("7"));
        let offset = Offset::new();
        offset.learn(&cached, at(1_000_000), at(1_000_050));
        assert_eq!(offset.ahead(), 0);
    }

    proptest! {
        /// `ahead`: the true difference. `answers`: for each answer the time until the request, until its creation, and
        /// until its arrival, in milliseconds.
        #[test]
        fn the_difference_is_never_overstated_and_is_found_to_a_second(
            ahead in -100_000_i64..100_000,
            answers in prop::collection::vec((0_i64..5_000, 0_i64..800, 0_i64..800), 1..20),
        ) {
            let (offset, mut mine, mut shortest) = (Offset::new(), 1_000_000_000_i64, i64::MAX);
            for (pause, there, back) in answers {
                let (sent, made, received) = (mine + pause, mine + pause + there, mine + pause + there + back);
                offset.learn(&headers(made + ahead), at(sent), at(received));
                mine = received;
                shortest = shortest.min(there + back);
                let known = offset.ahead();
                prop_assert!(known.abs() <= ahead.abs() && known * ahead >= 0, "{known} of {ahead}");
                prop_assert!(known.abs_diff(ahead) <= (SECOND_MS + shortest).unsigned_abs(), "{known} of {ahead}");
            }
        }

        #[test]
        fn a_new_difference_takes_the_place_of_one_that_it_contradicts(
            before in -50_000_i64..50_000,
            moved in 3_000_i64..50_000,
        ) {
            let offset = Offset::new();
            offset.learn(&headers(1_000_000_000 + before), at(1_000_000_000), at(1_000_000_000));
            let after = before + moved;
            offset.learn(&headers(1_000_010_000 + after), at(1_000_010_000), at(1_000_010_000));
            prop_assert!(offset.ahead().abs_diff(after) <= SECOND_MS.unsigned_abs());
        }
    }
}

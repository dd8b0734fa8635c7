//! Fault injection: rate limits, server errors, delays and lost answers, for the next requests of a route.

use std::collections::VecDeque;
use std::time::Duration;

use usher_clock::Timestamp;

/// An injected fault.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A 429 with `Retry-After`. A global one blocks all of the bot's requests, not only those of the route.
    RateLimited { retry_after: Duration, global: bool },
    /// An answer of the proxy in front of Discord: an HTML page instead of JSON. The request has no effect.
    ServerError(u16),
    /// The request takes effect after this delay.
    Delay(Duration),
    /// The request takes effect, and its answer is a server error.
    LostAnswer(u16),
    /// An error response of Discord with this HTTP status and code (JSON Error Codes). The request has no effect.
    Refused { status: u16, code: u32 },
}

/// The faults to inject.
#[derive(Debug, Default)]
pub struct Faults {
    waiting: Vec<Planned>,
    /// Times of the newest requests, for the global limit.
    recent: VecDeque<Timestamp>,
}

#[derive(Debug)]
struct Planned {
    route: String,
    fault: Fault,
    left: u32,
}

/// Maximum requests of a bot in a second. Interaction endpoints do not count (Rate Limits, Global Rate Limit).
const GLOBAL_LIMIT: usize = 50;

impl Faults {
    /// Injects the fault into the next `times` requests to a route such as `POST /channels/{channel}/messages`. A `*`
    /// at the end matches any suffix. A path such as `POST /channels/123/messages` matches only that path.
    pub fn next(&mut self, route: &str, times: u32, fault: Fault) {
        self.waiting.push(Planned { route: route.to_owned(), fault, left: times });
    }

    /// Removes all faults.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Returns whether no fault is left.
    pub fn is_clear(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Returns the fault for a request and uses it up.
    pub(crate) fn take(&mut self, route: &str, path: &str) -> Option<Fault> {
        let fits = |planned: &Planned| planned.left > 0 && (planned.fits(route) || planned.fits(path));
        let found = self.waiting.iter_mut().find(|planned| fits(planned))?;
        found.left -= 1;
        let fault = found.fault.clone();
        self.waiting.retain(|planned| planned.left > 0);
        Some(fault)
    }

    /// Counts a request towards the global limit. Returns the time to wait if the request exceeds it.
    pub(crate) fn over_global_limit(&mut self, now: Timestamp) -> Option<Duration> {
        let second = Duration::from_secs(1);
        while self.recent.front().is_some_and(|first| *first + second <= now) {
            self.recent.pop_front();
        }
        if self.recent.len() >= GLOBAL_LIMIT {
            return self.recent.front().map(|first| (*first + second).duration_since(now));
        }
        self.recent.push_back(now);
        None
    }
}

impl Planned {
    fn fits(&self, route: &str) -> bool {
        match self.route.strip_suffix('*') {
            Some(start) => route.starts_with(start),
            None => self.route == route,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_met_as_often_as_planned_and_by_its_route_alone() {
        let mut faults = Faults::default();
        faults.next("GET /gateway*", 2, Fault::ServerError(502));
        assert_eq!(faults.take("GET /users/@me", ""), None);
        assert_eq!(faults.take("GET /gateway/bot", ""), Some(Fault::ServerError(502)));
        assert_eq!(faults.take("GET /gateway", ""), Some(Fault::ServerError(502)));
        assert_eq!(faults.take("GET /gateway", ""), None);
    }

    #[test]
    fn global_limit_refuses_the_51st_request_within_a_second() {
        let mut faults = Faults::default();
        let now = Timestamp::from_secs(9);
        assert!((0..50).all(|_| faults.over_global_limit(now).is_none()));
        assert_eq!(faults.over_global_limit(now), Some(Duration::from_secs(1)));
        assert_eq!(faults.over_global_limit(now + Duration::from_secs(1)), None);
    }
}

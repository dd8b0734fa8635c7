//! Being a good guest: each session has a gate which lets through so many requests at once and so many a second, and
//! turns away those that would wait in too long a queue. Knows nothing of HTTP.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};
use tokio::time::Instant;

use super::Settings;
use super::error::ApiError;
use super::ids::SessionName;
use crate::clock::Clock;

const SECOND: Duration = Duration::from_secs(1);

/// The gates of all sessions. There are as many as sessions that were ever named, which are those of the configuration.
pub(super) struct Gates {
    limits: Limits,
    of_sessions: DashMap<SessionName, Arc<Gate>>,
    of_the_rest: Arc<Gate>,
}

impl Gates {
    pub(super) fn new(settings: &Settings) -> Self {
        let limits = Limits {
            starts: settings.requests_per_second.get(),
            slots: settings.concurrency.clamp(1, Semaphore::MAX_PERMITS),
            places: settings.queue.min(Semaphore::MAX_PERMITS),
            clock: settings.clock.clone(),
        };
        Self { of_sessions: DashMap::new(), of_the_rest: Arc::new(Gate::new(limits.clone())), limits }
    }

    /// Requests that wait, in all sessions.
    pub(super) fn waiting(&self) -> usize {
        self.of_sessions.iter().map(|gate| gate.waiting()).sum::<usize>() + self.of_the_rest.waiting()
    }

    /// The session's gate; requests of no session share one.
    pub(super) fn of(&self, session: Option<&SessionName>) -> Arc<Gate> {
        let Some(session) = session else { return Arc::clone(&self.of_the_rest) };
        let gate = self.of_sessions.entry(session.clone()).or_insert_with(|| Arc::new(Gate::new(self.limits.clone())));
        Arc::clone(&gate)
    }
}

pub(super) struct Gate {
    /// Requests in flight.
    slots: Semaphore,
    /// Requests that wait for a slot or for their start.
    places: Semaphore,
    /// When the last requests started, oldest first, no more of them than may start in a second. Whoever waits for their
    /// turn holds the lock, and those behind wait for the lock, in order.
    starts: Mutex<VecDeque<Instant>>,
    limits: Limits,
}

/// A request's leave to be in flight, pauses between attempts included: a struggling API is not asked for more instead.
pub(super) struct Pass<'a> {
    gate: &'a Gate,
    _slot: SemaphorePermit<'a>,
}

impl Gate {
    /// Waits for leave to send a first attempt.
    pub(super) async fn enter(&self) -> Result<Pass<'_>, ApiError> {
        if let Some(pass) = self.walk_in() {
            return Ok(pass);
        }
        let _place = self.places.try_acquire().map_err(|_| self.busy())?;
        // Slots are never closed, so this does not fail.
        let slot = self.slots.acquire().await.map_err(|_| self.busy())?;
        self.start().await;
        Ok(Pass { gate: self, _slot: slot })
    }

    /// For whoever need not wait. Nobody is overtaken: a slot for which somebody waits is not free, and the starts are
    /// locked as long as somebody waits for theirs.
    fn walk_in(&self) -> Option<Pass<'_>> {
        let slot = self.slots.try_acquire().ok()?;
        let mut starts = self.starts.try_lock().ok()?;
        let now = self.limits.clock.now();
        if self.earliest(&starts).is_some_and(|earliest| earliest > now) {
            return None;
        }
        self.note(&mut starts, now);
        Some(Pass { gate: self, _slot: slot })
    }

    /// Waits until one more may start, and counts it. Giving up the wait takes nothing away from those behind.
    async fn start(&self) {
        let mut starts = self.starts.lock().await;
        if let Some(earliest) = self.earliest(&starts) {
            self.limits.clock.sleep_until(earliest).await;
        }
        self.note(&mut starts, self.limits.clock.now());
    }

    /// When the next may start; `None`: any time.
    fn earliest(&self, starts: &VecDeque<Instant>) -> Option<Instant> {
        if starts.len() < self.limits.starts_at_once() { None } else { starts.front().map(|oldest| *oldest + SECOND) }
    }

    fn note(&self, starts: &mut VecDeque<Instant>, now: Instant) {
        if starts.len() >= self.limits.starts_at_once() {
            starts.pop_front();
        }
        starts.push_back(now);
    }

    fn waiting(&self) -> usize {
        self.limits.places - self.places.available_permits()
    }

    /// Refuses, and estimates from the rate how long the queue will take.
    fn busy(&self) -> ApiError {
        let seconds = (self.waiting() as u64 + 1).div_ceil(self.limits.starts.into());
        ApiError::Busy { retry_after: Duration::from_secs(seconds) }
    }
}

impl Pass<'_> {
    /// Waits for leave to send another attempt of the same request.
    pub(super) async fn again(&self) {
        self.gate.start().await;
    }
}

#[derive(Clone)]
struct Limits {
    /// In any one second.
    starts: u32,
    slots: usize,
    places: usize,
    clock: Clock,
}

impl Limits {
    fn starts_at_once(&self) -> usize {
        usize::try_from(self.starts).unwrap_or(usize::MAX)
    }
}

impl Gate {
    fn new(limits: Limits) -> Self {
        Self {
            slots: Semaphore::new(limits.slots),
            places: Semaphore::new(limits.places),
            starts: Mutex::default(),
            limits,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use futures::{FutureExt, poll};

    use super::*;

    fn gate(starts: u32, slots: usize, places: usize, clock: &Clock) -> Gate {
        Gate::new(Limits { starts, slots, places, clock: clock.clone() })
    }

    #[tokio::test]
    async fn in_no_second_do_more_start_than_allowed() {
        let clock = Clock::system();
        let gate = gate(3, 100, 100, &clock);
        assert!(gate.enter().now_or_never().is_some() && gate.enter().now_or_never().is_some());
        clock.advance(SECOND / 2);
        assert!(gate.enter().now_or_never().is_some());
        let mut waiting: Vec<_> = (0..3).map(|_| Box::pin(gate.enter())).collect();
        let mut let_in = async || {
            let mut count = 0;
            for one in &mut waiting {
                count += usize::from(poll!(one).is_ready());
            }
            waiting.drain(..count);
            count
        };
        assert_eq!(let_in().await, 0, "half a second after the first two");
        clock.advance(SECOND * 6 / 10);
        assert_eq!(let_in().await, 2, "a second after the first two");
        clock.advance(SECOND / 2);
        assert_eq!(let_in().await, 1, "a second after the third");
    }

    #[tokio::test]
    async fn no_more_are_in_flight_than_allowed_and_the_first_to_come_is_the_first_to_go() {
        let gate = gate(1000, 1, 100, &Clock::system());
        let first = gate.enter().await.unwrap();
        let mut second = pin!(gate.enter());
        let mut third = pin!(gate.enter());
        assert!(poll!(&mut second).is_pending() && poll!(&mut third).is_pending());
        drop(first);
        assert!(gate.walk_in().is_none(), "overtakes");
        assert!(poll!(&mut third).is_pending() && poll!(&mut second).is_ready());
    }

    #[tokio::test]
    async fn those_beyond_the_queue_are_told_how_long_it_is() {
        let clock = Clock::system();
        let gate = gate(2, 1, 5, &clock);
        let _in_flight = gate.enter().await.unwrap();
        let mut waiting: Vec<_> = (0..5).map(|_| Box::pin(gate.enter())).collect();
        for one in &mut waiting {
            assert!(poll!(one).is_pending());
        }
        let refused = gate.enter().await.err();
        assert_eq!(refused, Some(ApiError::Busy { retry_after: Duration::from_secs(3) }));
        waiting.pop();
        assert!(gate.enter().now_or_never().is_none(), "the place of one who left is free");
    }

    #[tokio::test]
    async fn who_gives_up_waiting_leaves_no_trace() {
        let clock = Clock::system();
        let gate = gate(1, 10, 10, &clock);
        let _first = gate.enter().await.unwrap();
        for _ in 0..10 {
            assert!(gate.enter().now_or_never().is_none());
        }
        clock.advance(SECOND);
        assert!(gate.enter().now_or_never().is_some());
    }

    #[tokio::test]
    async fn a_second_attempt_counts_as_a_start() {
        let clock = Clock::system();
        let gate = gate(1, 10, 10, &clock);
        let pass = gate.enter().await.unwrap();
        assert!(pass.again().now_or_never().is_none());
        clock.advance(SECOND);
        assert!(pass.again().now_or_never().is_some());
    }

    #[test]
    fn each_session_has_a_gate_of_its_own() {
        let gates = Gates {
            limits: Limits { starts: 1, slots: 1, places: 1, clock: Clock::system() },
            of_sessions: DashMap::new(),
            of_the_rest: Arc::new(gate(1, 1, 1, &Clock::system())),
        };
        let (one, two) = ("one".parse().unwrap(), "two".parse().unwrap());
        assert!(Arc::ptr_eq(&gates.of(Some(&one)), &gates.of(Some(&one))));
        assert!(!Arc::ptr_eq(&gates.of(Some(&one)), &gates.of(Some(&two))));
        assert!(!Arc::ptr_eq(&gates.of(None), &gates.of(Some(&two))));
    }
}

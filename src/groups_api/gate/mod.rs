//! Being a good guest: each session has a gate which lets through so many requests at once and so many a second, fewer
//! where the API's rate limit runs out, and turns away those that would wait in too long a queue. Who waits is let in by
//! turns (`queue`). Knows nothing of HTTP.

mod pace;
mod queue;
#[cfg(test)]
mod tests;

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dashmap::DashMap;
use tokio::sync::{Notify, oneshot};
use tokio::time::Instant;

use super::Settings;
use super::error::ApiError;
use super::ids::SessionName;
use crate::clock::Clock;

use pace::{Quota, Starts};
use queue::{Queue, Ticket};

pub(super) use pace::Told;
pub use queue::{Lane, Urgency};

/// The gates of all sessions. There are as many as sessions that were ever named, which are those of the configuration.
pub(super) struct Gates {
    limits: Limits,
    of_sessions: DashMap<SessionName, Arc<Gate>>,
    of_the_rest: Arc<Gate>,
}

impl Gates {
    pub(super) fn new(settings: &Settings) -> Self {
        let limits = Limits {
            starts: settings.requests_per_second,
            slots: settings.concurrency.max(1),
            places: settings.queue,
            quota: Arc::default(),
            clock: settings.clock.clone(),
        };
        Self { of_sessions: DashMap::new(), of_the_rest: Arc::new(Gate::new(limits.clone())), limits }
    }

    /// The session's gate; requests of no session share one.
    pub(super) fn of(&self, session: Option<&SessionName>) -> Arc<Gate> {
        let Some(session) = session else { return Arc::clone(&self.of_the_rest) };
        let gate = self.of_sessions.entry(session.clone()).or_insert_with(|| Arc::new(Gate::new(self.limits.clone())));
        Arc::clone(&gate)
    }

    /// Takes note of what the API said of the key's rate limit.
    pub(super) fn note(&self, told: Told) {
        self.limits.quota.note(told, self.limits.clock.now());
    }

    /// Requests that wait for their turn.
    pub(super) fn waiting(&self) -> usize {
        self.of_the_rest.waiting() + self.of_sessions.iter().map(|gate| gate.waiting()).sum::<usize>()
    }
}

#[derive(Clone)]
struct Limits {
    /// In any one second.
    starts: NonZeroU32,
    /// Requests in flight.
    slots: usize,
    /// Requests that wait.
    places: usize,
    quota: Arc<Quota>,
    clock: Clock,
}

pub(super) struct Gate {
    state: Mutex<State>,
    /// Held by the one of those waiting that keeps the door: it watches the clock for all of them. When it leaves,
    /// let in or not, the next one takes over.
    door: tokio::sync::Mutex<()>,
    /// Tells whoever keeps the door that something changed.
    changed: Notify,
    limits: Limits,
}

#[derive(Default)]
struct State {
    queue: Queue<Wake>,
    in_flight: usize,
    starts: Starts,
}

/// Wakes one that waits, and tells when its start was counted.
type Wake = oneshot::Sender<Instant>;

impl Gate {
    fn new(limits: Limits) -> Self {
        Self { state: Mutex::default(), door: tokio::sync::Mutex::default(), changed: Notify::new(), limits }
    }

    /// Waits for leave to send a first attempt.
    pub(super) async fn enter(&self, lane: Lane) -> Result<Pass<'_>, ApiError> {
        let waiter = {
            let mut state = self.lock();
            self.let_in(&mut state);
            // Nobody is overtaken: where there is still room, nobody waits.
            if state.in_flight < self.limits.slots && self.start(&mut state).is_some() {
                state.in_flight += 1;
                return Ok(Pass { gate: self });
            }
            if state.queue.len() >= self.limits.places {
                return Err(self.busy(&state));
            }
            let (wake, woken) = oneshot::channel();
            Waiter { gate: self, ticket: state.queue.push(lane, wake), woken, needs_slot: true, came: false }
        };
        self.wait(waiter).await;
        Ok(Pass { gate: self })
    }

    /// Waits until the waiter is let in.
    async fn wait(&self, mut waiter: Waiter<'_>) {
        loop {
            tokio::select! {
                biased;
                // The sender is in the queue until it is used, so this does not fail.
                _ = &mut waiter.woken => {
                    waiter.came = true;
                    return;
                }
                () = self.keep_the_door() => {}
            }
        }
    }

    /// Waits until somebody may be let in, and lets them in.
    async fn keep_the_door(&self) {
        let _keeper = self.door.lock().await;
        // Here for one poll at least, so a change that was told before is not waited for.
        match self.next_start() {
            Some(start) => tokio::select! {
                () = self.limits.clock.sleep_until(start) => {}
                () = self.changed.notified() => {}
            },
            None => self.changed.notified().await,
        }
        self.let_in(&mut self.lock());
    }

    /// When the next of those waiting may start; `None` where time alone lets nobody in.
    fn next_start(&self) -> Option<Instant> {
        let state = self.lock();
        let somebody = state.queue.len_again() > 0 || state.in_flight < self.limits.slots && state.queue.len() > 0;
        let now = self.limits.clock.now();
        somebody.then(|| state.starts.earliest(self.starts_at_once(now)).unwrap_or(now))
    }

    /// Lets in as many as there is room for, those that try again first.
    fn let_in(&self, state: &mut State) {
        while state.queue.len_again() > 0 || state.in_flight < self.limits.slots && state.queue.len() > 0 {
            let Some(start) = self.start(state) else { return };
            let wake = state.queue.pop_again().or_else(|| {
                state.in_flight += 1;
                state.queue.pop()
            });
            let woken = wake.is_some_and(|wake| wake.send(start).is_ok());
            debug_assert!(woken, "whoever stops waiting leaves the queue first");
        }
    }

    /// Counts a start, if there may be one now.
    fn start(&self, state: &mut State) -> Option<Instant> {
        let now = self.limits.clock.now();
        if state.starts.earliest(self.starts_at_once(now)).is_some_and(|earliest| earliest > now) {
            return None;
        }
        state.starts.note(now, usize::try_from(self.limits.starts.get()).unwrap_or(usize::MAX));
        Some(now)
    }

    fn starts_at_once(&self, now: Instant) -> usize {
        usize::try_from(self.limits.quota.starts(self.limits.starts.get(), now)).unwrap_or(usize::MAX)
    }

    /// Refuses, and estimates from the rate how long the queue will take.
    fn busy(&self, state: &State) -> ApiError {
        let starts = self.limits.quota.starts(self.limits.starts.get(), self.limits.clock.now());
        let seconds = (state.queue.len() as u64 + 1).div_ceil(starts.into());
        ApiError::Busy { retry_after: Duration::from_secs(seconds) }
    }

    fn waiting(&self) -> usize {
        let state = self.lock();
        state.queue.len() + state.queue.len_again()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request's leave to be in flight, pauses between attempts included: a struggling API is not asked for more instead.
pub(super) struct Pass<'a> {
    gate: &'a Gate,
}

impl Pass<'_> {
    /// Waits for leave to send another attempt of the same request, before everybody who has not been let in yet.
    pub(super) async fn again(&self) {
        let waiter = {
            let mut state = self.gate.lock();
            self.gate.let_in(&mut state);
            if state.queue.len_again() == 0 && self.gate.start(&mut state).is_some() {
                return;
            }
            let (wake, woken) = oneshot::channel();
            Waiter { gate: self.gate, ticket: state.queue.push_again(wake), woken, needs_slot: false, came: false }
        };
        // Whoever keeps the door may wait for a slot alone, which this one has.
        self.gate.changed.notify_one();
        self.gate.wait(waiter).await;
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.lock();
        state.in_flight = state.in_flight.saturating_sub(1);
        self.gate.let_in(&mut state);
        drop(state);
        self.gate.changed.notify_one();
    }
}

/// One that waits. Giving up the wait takes nothing away from the others, even if it was just let in.
struct Waiter<'a> {
    gate: &'a Gate,
    ticket: Ticket,
    woken: oneshot::Receiver<Instant>,
    needs_slot: bool,
    /// It was let in, and knows it.
    came: bool,
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        if self.came {
            return;
        }
        let mut state = self.gate.lock();
        if !state.queue.remove(self.ticket) {
            if let Ok(start) = self.woken.try_recv() {
                state.starts.take_back(start);
            }
            if self.needs_slot {
                state.in_flight = state.in_flight.saturating_sub(1);
            }
        }
        self.gate.let_in(&mut state);
        drop(state);
        self.gate.changed.notify_one();
    }
}

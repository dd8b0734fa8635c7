//! Rate limiter of each session. It limits requests in flight and starts a second, slows down when the API's rate limit
//! runs out, and refuses requests when the queue is too long. Waiting requests are admitted in turns (`queue`). It
//! knows nothing of HTTP.

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
use usher_clock::Clock;
use whatsapp::SessionName;

use super::ClientSettings;
use super::error::ApiError;

use pace::{Quota, Starts};
use queue::{Queue, QueueTicket};

pub(super) use pace::RateLimitHeaders;
pub use queue::{Lane, Urgency};

/// The rate limiters of all sessions. There is one for each session that was ever named, which are those of the
/// configuration.
pub(super) struct RateLimiters {
    limits: RateLimits,
    of_sessions: DashMap<SessionName, Arc<RateLimiter>>,
    of_the_rest: Arc<RateLimiter>,
}

impl RateLimiters {
    pub(super) fn new(settings: &ClientSettings) -> Self {
        let limits = RateLimits {
            starts: settings.requests_per_second,
            slots: settings.concurrency.max(1),
            places: settings.queue,
            quota: Arc::default(),
            clock: settings.clock.clone(),
        };
        Self { of_sessions: DashMap::new(), of_the_rest: Arc::new(RateLimiter::new(limits.clone())), limits }
    }

    /// Returns the session's rate limiter; requests of no session share one.
    pub(super) fn of(&self, session: Option<&SessionName>) -> Arc<RateLimiter> {
        let Some(session) = session else { return Arc::clone(&self.of_the_rest) };
        let rate_limiter =
            self.of_sessions.entry(session.clone()).or_insert_with(|| Arc::new(RateLimiter::new(self.limits.clone())));
        Arc::clone(&rate_limiter)
    }

    /// Records the API's report on the key's rate limit.
    pub(super) fn note(&self, told: RateLimitHeaders) {
        self.limits.quota.note(told, self.limits.clock.now());
    }

    /// Returns the number of requests that wait for their turn.
    pub(super) fn waiting(&self) -> usize {
        self.of_the_rest.waiting() + self.of_sessions.iter().map(|rate_limiter| rate_limiter.waiting()).sum::<usize>()
    }
}

#[derive(Clone)]
struct RateLimits {
    /// Starts in any one second.
    starts: NonZeroU32,
    /// Requests in flight.
    slots: usize,
    /// Waiting requests.
    places: usize,
    quota: Arc<Quota>,
    clock: Clock,
}

pub(super) struct RateLimiter {
    state: Mutex<LimiterState>,
    /// Held by the waiting request that drives the timer for all of them. When it leaves, admitted or not, the next one
    /// takes over.
    door: tokio::sync::Mutex<()>,
    /// Notifies the request that drives the timer of a change.
    changed: Notify,
    limits: RateLimits,
}

#[derive(Default)]
struct LimiterState {
    queue: Queue<Wake>,
    in_flight: usize,
    starts: Starts,
    /// WhatsApp limits the account until then, as far as is known.
    rests_until: Option<Instant>,
}

/// Wakes a waiting request, and passes on when its start was counted.
type Wake = oneshot::Sender<Instant>;

impl RateLimiter {
    fn new(limits: RateLimits) -> Self {
        Self { state: Mutex::default(), door: tokio::sync::Mutex::default(), changed: Notify::new(), limits }
    }

    /// Waits for permission to send a first attempt.
    pub(super) async fn enter(&self, lane: Lane) -> Result<Permit<'_>, ApiError> {
        let waiter = {
            let mut state = self.lock();
            self.let_in(&mut state);
            // No request overtakes another: while there is room, none waits.
            if state.in_flight < self.limits.slots && self.start(&mut state).is_some() {
                state.in_flight += 1;
                return Ok(Permit { rate_limiter: self });
            }
            if state.queue.len() >= self.limits.places {
                return Err(self.busy(&state));
            }
            let (wake, woken) = oneshot::channel();
            Waiter { rate_limiter: self, ticket: state.queue.push(lane, wake), woken, needs_slot: true, came: false }
        };
        self.wait(waiter).await;
        Ok(Permit { rate_limiter: self })
    }

    /// Lets requests that need the account rest for this time, because WhatsApp limits it.
    pub(super) fn rest(&self, time: Duration) {
        self.lock().rests_until = Some(self.limits.clock.now() + time);
    }

    /// Returns how long such requests still rest.
    pub(super) fn rests_for(&self) -> Option<Duration> {
        let left = self.lock().rests_until?.saturating_duration_since(self.limits.clock.now());
        (!left.is_zero()).then_some(left)
    }

    /// Waits until the request is admitted.
    async fn wait(&self, mut waiter: Waiter<'_>) {
        loop {
            tokio::select! {
                biased;
                // The queue holds the sender until it is used, so this cannot fail.
                _ = &mut waiter.woken => {
                    waiter.came = true;
                    return;
                }
                () = self.keep_the_door() => {}
            }
        }
    }

    /// Waits until a request may be admitted, and admits it.
    async fn keep_the_door(&self) {
        let _keeper = self.door.lock().await;
        // Registered by the first poll, so that an earlier notification does not end the wait.
        match self.next_start() {
            Some(start) => tokio::select! {
                () = self.limits.clock.sleep_until(start) => {}
                () = self.changed.notified() => {}
            },
            None => self.changed.notified().await,
        }
        self.let_in(&mut self.lock());
    }

    /// Returns when the next waiting request may start, or `None` if none can start by the passage of time.
    fn next_start(&self) -> Option<Instant> {
        let state = self.lock();
        let somebody = state.queue.len_again() > 0 || state.in_flight < self.limits.slots && state.queue.len() > 0;
        let now = self.limits.clock.now();
        somebody.then(|| state.starts.earliest(self.starts_at_once(now)).unwrap_or(now))
    }

    /// Admits as many requests as there is room for, retries first.
    fn let_in(&self, state: &mut LimiterState) {
        while state.queue.len_again() > 0 || state.in_flight < self.limits.slots && state.queue.len() > 0 {
            let Some(start) = self.start(state) else { return };
            let wake = state.queue.pop_again().or_else(|| {
                state.in_flight += 1;
                state.queue.pop()
            });
            let woken = wake.is_some_and(|wake| wake.send(start).is_ok());
            debug_assert!(woken, "a request that stops waiting leaves the queue first");
        }
    }

    /// Counts a start, if one is allowed now.
    fn start(&self, state: &mut LimiterState) -> Option<Instant> {
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

    /// Refuses the request, and estimates from the rate how long the queue will take.
    fn busy(&self, state: &LimiterState) -> ApiError {
        let starts = self.limits.quota.starts(self.limits.starts.get(), self.limits.clock.now());
        let seconds = (state.queue.len() as u64 + 1).div_ceil(starts.into());
        ApiError::Busy { retry_after: Duration::from_secs(seconds) }
    }

    fn waiting(&self) -> usize {
        let state = self.lock();
        state.queue.len() + state.queue.len_again()
    }

    fn lock(&self) -> MutexGuard<'_, LimiterState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request's slot in flight. It keeps the slot during the pauses between attempts, so that a struggling API gets no
/// other request instead.
pub(super) struct Permit<'a> {
    rate_limiter: &'a RateLimiter,
}

impl Permit<'_> {
    /// Waits for permission to send another attempt of the same request, before all requests that have not been
    /// admitted yet.
    pub(super) async fn again(&self) {
        let waiter = {
            let mut state = self.rate_limiter.lock();
            self.rate_limiter.let_in(&mut state);
            if state.queue.len_again() == 0 && self.rate_limiter.start(&mut state).is_some() {
                return;
            }
            let (wake, woken) = oneshot::channel();
            Waiter {
                rate_limiter: self.rate_limiter,
                ticket: state.queue.push_again(wake),
                woken,
                needs_slot: false,
                came: false,
            }
        };
        // The driver of the timer may be waiting only for a slot, which this request has.
        self.rate_limiter.changed.notify_one();
        self.rate_limiter.wait(waiter).await;
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.rate_limiter.lock();
        state.in_flight = state.in_flight.saturating_sub(1);
        self.rate_limiter.let_in(&mut state);
        drop(state);
        self.rate_limiter.changed.notify_one();
    }
}

/// A waiting request. Cancelling it costs the others nothing, even if it was just admitted.
struct Waiter<'a> {
    rate_limiter: &'a RateLimiter,
    ticket: QueueTicket,
    woken: oneshot::Receiver<Instant>,
    needs_slot: bool,
    /// True if it was admitted and has been notified.
    came: bool,
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        if self.came {
            return;
        }
        let mut state = self.rate_limiter.lock();
        if !state.queue.remove(self.ticket) {
            if let Ok(start) = self.woken.try_recv() {
                state.starts.take_back(start);
            }
            if self.needs_slot {
                state.in_flight = state.in_flight.saturating_sub(1);
            }
        }
        self.rate_limiter.let_in(&mut state);
        drop(state);
        self.rate_limiter.changed.notify_one();
    }
}

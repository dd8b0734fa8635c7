//! Time as a dependency: expiry, ages and pauses use a [`Clock`], so that a test can move it instead of sleeping.
//!
//! The feature `control` adds the clocks of tests and stand-ins: those that are moved, that run slower, or that are
//! wrong. Without it, only [`Clock::system`] exists.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use tokio::sync::watch;
use tokio::time::Instant;

mod timestamp;

pub use timestamp::{Timestamp, optional_seconds, seconds};

/// Placeholder of the correction: Discord's time is not known yet.
const UNKNOWN: i64 = i64::MIN;
/// A larger difference between two clocks is not explained by the delay of an answer.
const IN_DOUBT: Duration = Duration::from_secs(60);

/// The only source of time. Clones share the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    /// How far this clock is ahead of the machine's. Always zero outside of tests and the sandbox.
    ahead: watch::Sender<Duration>,
    /// When this clock was created, on both scales.
    made: (Instant, Timestamp),
    /// How far Discord's clock is ahead of the steady time, in milliseconds.
    correction_ms: Arc<AtomicI64>,
    /// How many seconds of the machine make one second of this clock, and since when.
    #[cfg(feature = "control")]
    slowness: u32,
    #[cfg(feature = "control")]
    origin: Instant,
    /// The error of the machine's time of day, in milliseconds.
    #[cfg(feature = "control")]
    wrong_ms: Arc<AtomicI64>,
}

impl Clock {
    /// Returns the machine's clock.
    pub fn system() -> Self {
        Self {
            ahead: watch::Sender::new(Duration::ZERO),
            made: (Instant::now(), machine()),
            correction_ms: Arc::new(UNKNOWN.into()),
            #[cfg(feature = "control")]
            slowness: 1,
            #[cfg(feature = "control")]
            origin: Instant::now(),
            #[cfg(feature = "control")]
            wrong_ms: Arc::default(),
        }
    }

    /// Returns a clock that runs so many times slower than the machine's, for tests of an unoptimised program: by this
    /// clock, slow code takes no longer than in the released program.
    #[cfg(feature = "control")]
    pub fn slowed(slowness: u32) -> Self {
        Self { slowness: slowness.max(1), ..Self::system() }
    }

    /// Returns the time by Discord's clock, as far as it is known: for expiry, retention and budgets.
    pub fn now_utc(&self) -> Timestamp {
        let correction = self.correction_ms.load(Ordering::Relaxed);
        self.steady_utc().shifted(if correction == UNKNOWN { 0 } else { correction })
    }

    /// Sets how far Discord's clock is ahead of [`Self::steady_utc`], in milliseconds.
    pub fn correct(&self, ahead_ms: i64) {
        self.correction_ms.store(ahead_ms, Ordering::Relaxed);
    }

    /// Returns whether Discord's time is not known yet, or more than a minute from the machine's time of day. One of
    /// the two is wrong then, and nothing is deleted because of its age.
    pub fn is_in_doubt(&self) -> bool {
        let machine = machine() + *self.ahead.borrow();
        #[cfg(feature = "control")]
        let machine = machine.shifted(self.wrong_ms.load(Ordering::Relaxed));
        self.correction_ms.load(Ordering::Relaxed) == UNKNOWN || machine.abs_diff(self.now_utc()) > IN_DOUBT
    }

    /// Returns the time of day at which this clock was created plus the time elapsed. Setting the machine's time of day
    /// does not move it, and neither does [`Self::correct`].
    pub fn steady_utc(&self) -> Timestamp {
        let (instant, time) = self.made;
        time + self.now().saturating_duration_since(instant)
    }

    /// Returns an instant on a monotonic scale, for measuring and for deadlines.
    pub fn now(&self) -> Instant {
        let now = Instant::now();
        #[cfg(feature = "control")]
        let now = self.origin + now.saturating_duration_since(self.origin) / self.slowness;
        now + *self.ahead.borrow()
    }

    /// Waits until this clock shows `deadline`, because time passed or because the clock was moved.
    pub async fn sleep_until(&self, deadline: Instant) {
        let mut ahead = self.ahead.subscribe();
        loop {
            let left = deadline.saturating_duration_since(self.now());
            if left.is_zero() {
                return;
            }
            #[cfg(feature = "control")]
            let left = left * self.slowness;
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                // The sender lives as long as `self`, so only a move of the clock ends this.
                _ = ahead.changed() => {}
            }
        }
    }

    pub async fn sleep(&self, pause: Duration) {
        self.sleep_until(self.now() + pause).await;
    }

    /// Returns the clock of a machine whose time of day starts with this error. Both clocks move together.
    #[cfg(feature = "control")]
    #[must_use]
    pub fn of_another_machine(&self, wrong_ms: i64) -> Self {
        Self {
            ahead: self.ahead.clone(),
            made: (self.now(), self.steady_utc().shifted(wrong_ms)),
            correction_ms: Arc::new(UNKNOWN.into()),
            slowness: self.slowness,
            origin: self.origin,
            wrong_ms: Arc::new(wrong_ms.into()),
        }
    }

    /// Sets the error of the machine's time of day; time passes as before.
    #[cfg(feature = "control")]
    pub fn set_wrong(&self, wrong_ms: i64) {
        self.wrong_ms.store(wrong_ms, Ordering::Relaxed);
    }

    /// Moves the clock forward, and wakes the tasks whose deadline has passed.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use usher_clock::Clock;
    /// let clock = Clock::system();
    /// let before = clock.now();
    /// clock.advance(Duration::from_secs(60));
    /// assert!(clock.now() - before >= Duration::from_secs(60));
    /// ```
    #[cfg(feature = "control")]
    pub fn advance(&self, by: Duration) {
        self.ahead.send_modify(|ahead| *ahead += by);
    }
}

#[expect(clippy::disallowed_methods, reason = "the only place that reads the machine's time")]
fn machine() -> Timestamp {
    Timestamp::from_system_time(SystemTime::now()).unwrap_or_default()
}

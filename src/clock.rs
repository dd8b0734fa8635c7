//! Time, passed in: expiry, ages and pauses are asked of a [`Clock`], so that a test moves it instead of sleeping.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;
use tokio::time::Instant;

/// In the place of a correction: Discord has not said its time yet.
const UNKNOWN: i64 = i64::MIN;
/// A larger difference between two clocks is no delay of an answer.
const IN_DOUBT: Duration = Duration::from_secs(60);

/// The one source of time. Copies share the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    /// How far this clock is ahead of the machine's. Always zero, unless somebody moves it.
    ahead: watch::Sender<Duration>,
    /// When this clock was made, on both scales.
    made: (Instant, Duration),
    /// How far Discord's clock is ahead of the time since then, in milliseconds.
    correction_ms: Arc<AtomicI64>,
    /// How many seconds of the machine's make one of this clock's, since when.
    #[cfg(any(test, feature = "sandbox"))]
    slowness: u32,
    #[cfg(any(test, feature = "sandbox"))]
    origin: Instant,
    /// How wrong the machine's time of day is, in milliseconds.
    #[cfg(any(test, feature = "sandbox"))]
    wrong_ms: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self {
            ahead: watch::Sender::new(Duration::ZERO),
            made: (Instant::now(), machine()),
            correction_ms: Arc::new(UNKNOWN.into()),
            #[cfg(any(test, feature = "sandbox"))]
            slowness: 1,
            #[cfg(any(test, feature = "sandbox"))]
            origin: Instant::now(),
            #[cfg(any(test, feature = "sandbox"))]
            wrong_ms: Arc::default(),
        }
    }

    /// A clock that goes so many times slower than the machine's, for tests of an unoptimised program: what is slow in it is
    /// then no slower, by this clock, than in the program that is released.
    #[cfg(any(test, feature = "sandbox"))]
    pub fn slowed(slowness: u32) -> Self {
        Self { slowness: slowness.max(1), ..Self::system() }
    }

    /// Since 1970, by Discord's clock as far as it is known: for all that expires, is kept for a time or is budgeted.
    pub fn unix(&self) -> Duration {
        let correction = self.correction_ms.load(Ordering::Relaxed);
        shifted(self.steady_unix(), if correction == UNKNOWN { 0 } else { correction })
    }

    /// Notes how far Discord's clock is ahead of [`Self::steady_unix`], in milliseconds.
    pub fn correct(&self, ahead_ms: i64) {
        self.correction_ms.store(ahead_ms, Ordering::Relaxed);
    }

    /// Returns whether Discord's time is not known yet, or more than a minute from the machine's time of day: one of the two
    /// is wrong, and nothing is deleted for its age.
    pub fn is_in_doubt(&self) -> bool {
        let machine = machine() + *self.ahead.borrow();
        #[cfg(any(test, feature = "sandbox"))]
        let machine = shifted(machine, self.wrong_ms.load(Ordering::Relaxed));
        self.correction_ms.load(Ordering::Relaxed) == UNKNOWN || machine.abs_diff(self.unix()) > IN_DOUBT
    }

    /// Since 1970, by the time of day when this clock was made and the time that has passed since. Setting the machine's
    /// time of day does not move it, and neither does [`Self::correct`].
    pub fn steady_unix(&self) -> Duration {
        let (instant, unix) = self.made;
        unix + self.now().saturating_duration_since(instant)
    }

    /// A point on a scale that never goes back, for measuring and for deadlines.
    pub fn now(&self) -> Instant {
        let now = Instant::now();
        #[cfg(any(test, feature = "sandbox"))]
        let now = self.origin + now.saturating_duration_since(self.origin) / self.slowness;
        now + *self.ahead.borrow()
    }

    /// Returns when this clock shows `deadline`, be it because time passed or because the clock was moved.
    pub async fn sleep_until(&self, deadline: Instant) {
        let mut ahead = self.ahead.subscribe();
        loop {
            let left = deadline.saturating_duration_since(self.now());
            if left.is_zero() {
                return;
            }
            #[cfg(any(test, feature = "sandbox"))]
            let left = left * self.slowness;
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                // The sender lives as long as `self`, so this ends by a move of the clock alone.
                _ = ahead.changed() => {}
            }
        }
    }

    pub async fn sleep(&self, pause: Duration) {
        self.sleep_until(self.now() + pause).await;
    }

    /// A clock of a machine whose time of day is its own, and wrong by so much when it starts. Both move together.
    #[cfg(any(test, feature = "sandbox"))]
    #[must_use]
    pub fn of_another_machine(&self, wrong_ms: i64) -> Self {
        Self {
            ahead: self.ahead.clone(),
            made: (self.now(), shifted(self.steady_unix(), wrong_ms)),
            correction_ms: Arc::new(UNKNOWN.into()),
            slowness: self.slowness,
            origin: self.origin,
            wrong_ms: Arc::new(wrong_ms.into()),
        }
    }

    /// Sets the machine's time of day, so that it is wrong by so much; time passes as before.
    #[cfg(any(test, feature = "sandbox"))]
    pub fn set_wrong(&self, wrong_ms: i64) {
        self.wrong_ms.store(wrong_ms, Ordering::Relaxed);
    }

    /// Moves the clock forward; whoever sleeps past the new time wakes up.
    #[cfg(any(test, feature = "sandbox"))]
    pub fn advance(&self, by: Duration) {
        self.ahead.send_modify(|ahead| *ahead += by);
    }
}

/// Since 1970, as the machine has it.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
fn machine() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn shifted(time: Duration, by_ms: i64) -> Duration {
    let by = Duration::from_millis(by_ms.unsigned_abs());
    if by_ms < 0 { time.saturating_sub(by) } else { time + by }
}

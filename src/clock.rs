//! Time, passed in: expiry, ages and pauses are asked of a [`Clock`], so that a test moves it instead of sleeping.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;
use tokio::time::Instant;

/// The one source of time. Copies share the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    /// How far this clock is ahead of the machine's. Always zero, unless somebody moves it.
    ahead: watch::Sender<Duration>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self { ahead: watch::Sender::new(Duration::ZERO) }
    }

    /// Since 1970.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn unix(&self) -> Duration {
        let machine = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        machine + *self.ahead.borrow()
    }

    /// A point on a scale that never goes back, for measuring and for deadlines.
    pub fn now(&self) -> Instant {
        Instant::now() + *self.ahead.borrow()
    }

    /// Returns when this clock shows `deadline`, be it because time passed or because the clock was moved.
    pub async fn sleep_until(&self, deadline: Instant) {
        let mut ahead = self.ahead.subscribe();
        loop {
            let left = deadline.saturating_duration_since(self.now());
            if left.is_zero() {
                return;
            }
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

    /// Moves the clock forward; whoever sleeps past the new time wakes up.
    #[cfg(any(test, feature = "sandbox"))]
    pub fn advance(&self, by: Duration) {
        self.ahead.send_modify(|ahead| *ahead += by);
    }
}

//! Keeps the gauges current, so that reading the metrics asks nothing.

use std::sync::Arc;
use std::time::Duration;

use usher_clock::Clock;

use crate::readiness::Monitor;

/// Interval of the counts in the store. Prometheus usually reads the metrics as often.
const COUNT_EVERY: Duration = Duration::from_secs(15);

/// Counts in the store. Never returns.
pub(crate) async fn run(monitor: Arc<Monitor>, clock: Clock) {
    loop {
        if let Err(error) = monitor.count().await {
            tracing::warn!(%error, "failed to count for the metrics");
        }
        clock.sleep(COUNT_EVERY).await;
    }
}

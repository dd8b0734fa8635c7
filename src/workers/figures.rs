//! Keeps the gauges current, so that reading the metrics asks nothing.

use std::sync::Arc;
use std::time::Duration;

use usher_clock::Clock;

use crate::readiness::Monitor;

/// Interval of the counts in the store. Prometheus usually reads the metrics as often.
const COUNT_EVERY: Duration = Duration::from_secs(15);
/// Interval of the requests for the states of the accounts.
const ACCOUNTS_EVERY: Duration = Duration::from_secs(2 * 60);

/// Counts in the store, and asks the groups API for the accounts, each at its own pace: one that hangs does not delay the
/// other. Never returns.
pub(crate) async fn run(monitor: Arc<Monitor>, clock: Clock) {
    let count = async {
        loop {
            if let Err(error) = monitor.count().await {
                tracing::warn!(%error, "failed to count for the metrics");
            }
            clock.sleep(COUNT_EVERY).await;
        }
    };
    let accounts = async {
        loop {
            clock.sleep(ACCOUNTS_EVERY).await;
            monitor.ask_for_accounts().await;
        }
    };
    tokio::join!(count, accounts);
}

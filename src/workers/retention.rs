//! Deletes and masks old rows.

use std::time::Duration;

use usher_clock::Clock;

use crate::store::{Retention, Store};

const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);
/// Pause after a failure of the store, and while the time is in doubt.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Applies the retention every hour. Never returns. Deletes nothing while the time is in doubt.
pub(crate) async fn run(store: Store, clock: Clock, retention: Retention) {
    // Set once the log says that nothing is deleted.
    let mut is_logged = false;
    loop {
        let pause = if clock.is_in_doubt() {
            if !std::mem::replace(&mut is_logged, true) {
                tracing::warn!("stopped deleting old rows: this machine's clock differs from Discord's");
            }
            AGAIN_AFTER
        } else {
            is_logged = false;
            match store.forget(retention, clock.now_utc()).await {
                Ok(()) => FORGET_EVERY,
                Err(error) => {
                    tracing::warn!(%error, "failed to delete old rows");
                    AGAIN_AFTER
                }
            }
        };
        clock.sleep(pause).await;
    }
}

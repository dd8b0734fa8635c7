//! Posts how many refusals the log channels did not show.

use std::time::Duration;

use crate::discord::{Data, deliver};

const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Posts the counts of each minute that is over. Never returns.
pub(crate) async fn run(bot_state: Data) {
    loop {
        if let Err(error) = deliver::refusal_counts(&bot_state, false).await {
            tracing::warn!(%error, "failed to record the number of refusals");
        }
        bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

//! Removes the buttons of confirmations that expired.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};

use crate::discord::{Data, deliver};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Maximum number of messages edited concurrently.
const AT_ONCE: usize = 8;

/// Takes the expired confirmations periodically. Never returns.
pub(crate) async fn run(bot_state: Data) {
    loop {
        match bot_state.services.confirmations.take_expired().await {
            Ok(expired) => {
                let edits = stream::iter(expired)
                    .for_each_concurrent(AT_ONCE, async |pending| deliver::expired(&bot_state, &pending).await);
                edits.await;
            }
            Err(error) => tracing::warn!(%error, "failed to read the expired confirmations"),
        }
        bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

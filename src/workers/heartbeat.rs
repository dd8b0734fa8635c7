//! Tells the other instances that this one is alive.

use std::sync::Arc;

use usher_clock::Clock;

use crate::services::{BEAT_EVERY, Services};

/// Writes the heartbeat periodically. Never returns.
pub(crate) async fn run(services: Arc<Services>, clock: Clock) {
    loop {
        if let Err(error) = services.cluster.beat().await {
            tracing::warn!(%error, "failed to write the heartbeat");
        }
        clock.sleep(BEAT_EVERY).await;
    }
}

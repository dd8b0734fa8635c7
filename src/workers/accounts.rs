//! Watches the WhatsApp accounts: asks for all of them in one call, and has the log channels notified of what has changed.
//! Every instance asks, because each has its own gauges; the store lets one of them tell.

use std::sync::Arc;

use crate::discord::{Data, account_alerts};
use crate::readiness::Monitor;

/// Looks at the accounts. Never returns.
pub(crate) async fn run(bot_state: Data, monitor: Arc<Monitor>) {
    let look_every = bot_state.services.accounts.look_every();
    let mut pause = look_every;
    loop {
        bot_state.clock.sleep(pause).await;
        pause = look_every;
        let asked_at = bot_state.clock.now_utc();
        // Without an answer, nothing is known of the accounts.
        let Some(listed) = monitor.ask_for_accounts().await else { continue };
        match account_alerts::note(&bot_state, &listed, asked_at).await {
            Ok(next) => pause = next,
            Err(error) => tracing::warn!(%error, "failed to store the states of the WhatsApp accounts"),
        }
    }
}

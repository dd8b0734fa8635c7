//! Removes the grants and settings of servers that the bot has left, 30 days later.
//!
//! The bot connects without intents, because events about servers cost memory and time, and Discord then sends none. So
//! this worker compares the servers in the store with the list that Discord returns. A server that is not in the list
//! counts as left only if Discord also says so when asked about it alone: in an outage, servers may be missing.

use std::time::Duration;

use usher_clock::Timestamp;

use crate::access::GuildId;
use crate::discord::{Data, Error};
use crate::store::{KEPT_AFTER_LEAVING, Store};

const LOOK_EVERY: Duration = Duration::from_secs(60 * 60);
/// Pause while the time is in doubt, which it is at the start.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Compares the servers every hour. Never returns. Does nothing while the time is in doubt.
pub(crate) async fn run(bot_state: Data, store: Store) {
    loop {
        let started = bot_state.clock.now();
        let pause = if bot_state.clock.is_in_doubt() {
            AGAIN_AFTER
        } else {
            if let Err(error) = round(&bot_state, &store).await {
                tracing::warn!(%error, "failed to check which servers the bot has left");
            }
            LOOK_EVERY
        };
        bot_state.clock.sleep_until(started + pause).await;
    }
}

async fn round(bot_state: &Data, store: &Store) -> Result<(), Error> {
    let known = store.left_guilds().with_settings().await?;
    if known.is_empty() {
        return Ok(());
    }
    let present = bot_state.rest.guilds().await?;
    for (guild, left) in known {
        if present.contains_key(&guild) {
            if left.is_some() {
                store.left_guilds().clear(guild).await?;
                tracing::info!(%guild, "the bot is in a server again: its settings stay");
            }
        } else if let Err(error) = left_now(bot_state, store, guild, left).await {
            // The other servers do not depend on this one.
            tracing::warn!(%guild, %error, "failed to check whether the bot has left a server");
        }
    }
    Ok(())
}

/// Marks a server that is not in the list, or removes its settings when their time has come.
async fn left_now(bot_state: &Data, store: &Store, guild: GuildId, left: Option<Timestamp>) -> Result<(), Error> {
    let now = bot_state.clock.now_utc();
    let is_due = left.is_some_and(|left| now.duration_since(left) >= KEPT_AFTER_LEAVING);
    if left.is_some() && !is_due || !bot_state.rest.has_left(guild).await? {
        return Ok(());
    }
    if left.is_none() {
        store.left_guilds().mark(guild, now).await?;
        tracing::info!(%guild, "the bot has left a server: its settings are removed in 30 days");
    } else if store.left_guilds().remove(guild, now.saturating_sub(KEPT_AFTER_LEAVING)).await? {
        tracing::info!(%guild, "removed the settings of a server that the bot left 30 days ago");
    }
    Ok(())
}

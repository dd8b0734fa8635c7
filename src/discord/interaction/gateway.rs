//! The state of the connection to the gateway.
//!
//! serenity ends a connection whose heartbeat was not answered, so a dead connection does not count as connected for
//! long. Of the close codes that forbid a reconnect, serenity stops at 4004, 4013 and 4014; after 4010 and 4011 it
//! reconnects in a loop without a log message.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serenity::all::ShardManager;
use tokio::time::Instant;

use usher_clock::Clock;

/// Time after which a lost connection counts as hopeless: a new process may connect, this one will not.
const LOST_FOR: Duration = Duration::from_secs(3 * 60);
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Time for which the bot counts as too slow after a late interaction, unless one arrives in time.
const LATE_FOR: Duration = Duration::from_secs(60);

/// The state of the connection.
#[derive(Debug)]
pub struct GatewayState {
    clock: Clock,
    inner: Mutex<GatewayInner>,
}

#[derive(Debug)]
struct GatewayInner {
    /// The shards that have begun to connect, and whether they are connected.
    shards: HashMap<u32, bool>,
    /// The time since when a shard is disconnected; absent while all are connected.
    lost: Option<Instant>,
    /// The time of the newest interaction, if it was late.
    late: Option<Instant>,
}

impl GatewayState {
    pub(in crate::discord) fn new(clock: Clock) -> Self {
        let inner = GatewayInner { shards: HashMap::new(), lost: Some(clock.now()), late: None };
        Self { clock, inner: Mutex::new(inner) }
    }

    /// Returns whether all shards of this process are connected.
    pub fn is_connected(&self) -> bool {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).lost.is_none()
    }

    /// Returns whether interactions arrive while their users still wait, according to the latest ones.
    pub fn is_in_time(&self) -> bool {
        let late = self.inner.lock().unwrap_or_else(PoisonError::into_inner).late;
        late.is_none_or(|late| self.clock.now().saturating_duration_since(late) >= LATE_FOR)
    }

    /// Records whether an interaction arrived too late.
    pub(in crate::discord) fn note_age(&self, too_late: bool) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).late = too_late.then(|| self.clock.now());
    }

    pub(in crate::discord) fn set(&self, shard: u32, connected: bool) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.shards.insert(shard, connected);
        let all = inner.shards.values().all(|connected| *connected);
        inner.lost = if all { None } else { inner.lost.or_else(|| Some(self.clock.now())) };
    }

    /// Monitors the connection, and returns when it has been lost for too long.
    pub(in crate::discord) async fn hopeless(&self, manager: &ShardManager) {
        loop {
            self.clock.sleep(LOOK_EVERY).await;
            // serenity sends no event for a shard that it stops to restart it.
            let running: Vec<u32> = manager.runners.lock().await.keys().map(|shard| shard.0).collect();
            let known: Vec<u32> = {
                let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
                inner.shards.keys().copied().collect()
            };
            for shard in known.into_iter().filter(|shard| !running.contains(shard)) {
                self.set(shard, false);
            }
            let lost = self.inner.lock().unwrap_or_else(PoisonError::into_inner).lost;
            if lost.is_some_and(|since| self.clock.now().saturating_duration_since(since) >= LOST_FOR) {
                return;
            }
        }
    }
}

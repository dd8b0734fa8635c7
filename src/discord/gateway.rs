//! How the connection to the gateway stands. (serenity ends a connection on which a heartbeat was not answered, so that a
//! deaf one does not count as connected for long. Of the close codes after which nobody should connect again it gives up
//! on 4004, 4013 and 4014; after 4010 and 4011 it runs in a circle and says nothing.)

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serenity::all::ShardManager;
use tokio::time::Instant;

use crate::clock::Clock;

/// Whoever is not connected for so long will not be by waiting: a new process may.
const LOST_FOR: Duration = Duration::from_secs(3 * 60);
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// For this long after an interaction that came too late the bot counts as too slow, unless one comes in time.
const LATE_FOR: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub struct GatewayState {
    clock: Clock,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// Whether it is connected, for each shard that has begun to connect.
    shards: HashMap<u32, bool>,
    /// Since when one of them is not; absent while all are.
    lost: Option<Instant>,
    /// When the newest interaction came too late; absent where the newest came in time.
    late: Option<Instant>,
}

impl GatewayState {
    pub(super) fn new(clock: Clock) -> Self {
        let inner = Inner { shards: HashMap::new(), lost: Some(clock.now()), late: None };
        Self { clock, inner: Mutex::new(inner) }
    }

    /// Whether all shards of this process are.
    pub fn is_connected(&self) -> bool {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).lost.is_none()
    }

    /// Whether interactions arrive while their people still wait, as far as is known.
    pub fn is_in_time(&self) -> bool {
        let late = self.inner.lock().unwrap_or_else(PoisonError::into_inner).late;
        late.is_none_or(|late| self.clock.now().saturating_duration_since(late) >= LATE_FOR)
    }

    /// Notes whether an interaction came too late.
    pub(super) fn note_age(&self, too_late: bool) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).late = too_late.then(|| self.clock.now());
    }

    pub(super) fn set(&self, shard: u32, connected: bool) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.shards.insert(shard, connected);
        let all = inner.shards.values().all(|connected| *connected);
        inner.lost = if all { None } else { inner.lost.or_else(|| Some(self.clock.now())) };
    }

    /// Looks after the connection, and returns when it has been lost for too long.
    pub(super) async fn hopeless(&self, manager: &ShardManager) {
        loop {
            self.clock.sleep(LOOK_EVERY).await;
            // serenity tells nobody of a shard that it takes down to start it anew.
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

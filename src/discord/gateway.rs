//! How the connection to the gateway stands, for the health endpoint. (serenity ends a connection on which a heartbeat was
//! not answered, so that a deaf one does not count as connected for long.)

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

#[derive(Debug, Default)]
pub struct GatewayState {
    /// Whether it is connected, for each shard that has begun to connect.
    shards: Mutex<HashMap<u32, bool>>,
}

impl GatewayState {
    /// Whether all shards of this process are.
    pub fn is_connected(&self) -> bool {
        let shards = self.shards.lock().unwrap_or_else(PoisonError::into_inner);
        !shards.is_empty() && shards.values().all(|connected| *connected)
    }

    pub(super) fn set_connected(&self, shard: u32, connected: bool) {
        self.shards.lock().unwrap_or_else(PoisonError::into_inner).insert(shard, connected);
    }
}

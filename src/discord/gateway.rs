//! How the connection to the gateway stands, for the health endpoint.

use std::sync::atomic::{AtomicBool, Ordering};

#[derive(Debug, Default)]
pub struct GatewayState {
    connected: AtomicBool,
}

impl GatewayState {
    pub fn is_connected(&self) -> bool {
        self.connected.load(Ordering::Relaxed)
    }

    pub(super) fn set_connected(&self, connected: bool) {
        self.connected.store(connected, Ordering::Relaxed);
    }
}

//! Faults of the gateway, and ways to wait for its state.

use std::time::Duration;

use serde_json::json;

use super::session::Order;
use crate::{DiscordStandIn, Inner};

impl DiscordStandIn {
    /// Waits until a bot is connected and has identified or resumed.
    pub async fn wait_ready(&self) {
        self.wait_connections(1).await;
    }

    /// Waits until at least `count` connections have identified or resumed.
    pub async fn wait_connections(&self, count: usize) {
        self.wait_until(|world| (world.gateway.connected >= count).then_some(())).await;
    }

    /// Asks every connection to reconnect (op 7).
    pub fn reconnect(&self) {
        self.to_lines(|| Order::Send(json!({"op": 7, "d": null, "s": null, "t": null}).to_string()));
    }

    /// Tells every connection that its session is invalid (op 9). The stand-in drops sessions that are not resumable.
    pub fn invalidate(&self, resumable: bool) {
        self.shared.change(|inner| {
            inner.tell_lines(|| Order::Send(json!({"op": 9, "d": resumable, "s": null, "t": null}).to_string()));
            inner.world.gateway.invalidated += 1;
            if !resumable {
                inner.hub.sessions.clear();
                inner.world.gateway.connected = 0;
            }
        });
    }

    /// Closes every connection with a code.
    pub fn close(&self, code: u16) {
        self.to_lines(|| Order::Close(code));
    }

    /// Ends every connection without a close frame, as a lost network does.
    pub fn drop_connections(&self) {
        self.shared.change(|inner| {
            inner.hub.sessions.values().filter_map(|session| session.line.as_ref()).for_each(|line| line.cut.cancel());
        });
    }

    /// Stops all traffic to the current connections, including heartbeat acknowledgements, without closing them. New
    /// connections are not affected.
    pub fn fall_silent(&self) {
        self.shared.change(|inner| {
            inner.hub.sessions.values().filter_map(|session| session.line.as_ref()).for_each(|line| line.mute.cancel());
        });
    }

    /// Requests an immediate heartbeat from every connection (op 1).
    pub fn ask_for_heartbeat(&self) {
        self.to_lines(|| Order::Send(json!({"op": 1, "d": null, "s": null, "t": null}).to_string()));
    }

    /// Sets the heartbeat interval of HELLO for new connections. Heartbeats are measured by the machine's clock,
    /// because clients send them by it: a test that moves the clock by minutes does not lose its connections.
    pub fn set_heartbeat_interval(&self, interval: Duration) {
        self.shared.change(|inner| inner.hub.heartbeat_interval = interval);
    }

    /// Sets how many sessions may still be started today.
    pub fn set_starts_left(&self, left: u64) {
        self.shared.change(|inner| inner.hub.starts_left = left);
    }

    fn to_lines(&self, order: impl Fn() -> Order) {
        self.shared.change(|inner| inner.tell_lines(order));
    }
}

impl Inner {
    fn tell_lines(&self, order: impl Fn() -> Order) {
        self.hub.sessions.values().filter_map(|session| session.line.as_ref()).for_each(|line| line.tell(order()));
    }
}

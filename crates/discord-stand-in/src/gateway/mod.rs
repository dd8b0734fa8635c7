//! The gateway: sessions and the events sent to them. `connection` speaks the protocol with one client, `session` holds
//! the state that outlives a connection, `events` builds the dispatched events.

mod compression;
mod connection;
mod control;
mod events;
mod session;

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

use super::Shared;
pub(crate) use events::Event;
pub(crate) use session::{Hub, MAX_CONCURRENCY, STARTS_A_DAY};

/// The intents that events here need (Gateway, List of Intents).
pub(crate) mod intents {
    pub(crate) const GUILDS: u64 = 1 << 0;
    pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(crate) const GUILD_PRESENCES: u64 = 1 << 8;
    pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
    pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
    pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
    /// The intents that the developer portal must allow.
    pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    /// Every defined bit: 0 to 16, 20, 21, 24 and 25.
    pub(crate) const KNOWN: u64 = 0x1_FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
}

/// Accepts connections until the stand-in stops.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>, tasks: TaskTracker) {
    loop {
        let accepted = tokio::select! {
            () = shared.stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        if let Ok((stream, _)) = accepted {
            tasks.spawn(connection::run(stream, Arc::clone(&shared)));
        }
    }
}

//! A stateful stand-in for Discord on loopback sockets: REST on one port, the gateway on another, and one [`World`]
//! behind both. A bot runs against it unmodified except for the base address, whichever library it uses. The stand-in
//! refuses the requests that Discord refuses, with Discord's codes.
//!
//! A test acts as people through the methods of [`DiscordStandIn`], reads the [`World`], and injects faults into both
//! sides: [`Faults`] for REST, and the gateway controls (`reconnect`, `invalidate`, `close`, `drop_connections`) for
//! connections. Time is a [`Clock`], which a test can move.
//!
//! ```
//! # use std::net::SocketAddr;
//! use discord_stand_in::{ClientError, DiscordStandIn, World};
//! use usher_clock::Clock;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let clock = Clock::system();
//! let mut world = World::new(&clock);
//! let guild = world.add_guild("Harbour");
//! let channel = world.add_channel(guild, "general");
//! let ana = world.add_member(guild, "ana", &[]);
//!
//! let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
//! let discord = DiscordStandIn::start(clock, any_port, any_port, world).await?;
//! // Start a bot here, with `discord.api_url()` in the place of `https://discord.com` and `discord.token()`, and wait
//! // until it is connected: `discord.wait_ready().await`. Without one, no command is registered:
//! let sent = discord.command(ana, channel, "ping", &[]);
//! assert_eq!(sent, Err(ClientError::NoCommand("ping".to_owned())));
//! discord.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! `examples/ping.rs` runs a bot of serenity.

// Discord's larger objects exceed the default depth of `json!`.
#![recursion_limit = "256"]

mod client;
mod errors;
mod faults;
mod gateway;
mod payload;
mod rest;
mod rules;
mod snowflake;
mod world;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use usher_clock::Clock;

pub use client::ClientError;
pub use faults::{Fault, Faults};
pub use snowflake::{
    ApplicationId, AttachmentId, ChannelId, CommandId, GuildId, InteractionId, MessageId, RoleId, UserId,
};
pub use world::{
    Application, Attachment, Channel, Choice, Command, GatewayRecord, Guild, Interaction, InteractionKind, Member,
    Message, Overwrite, Request, Role, State, User, World, bits, flags,
};

use gateway::Hub;

/// Time limit for acknowledging an interaction. Later responses fail (Receiving and Responding).
pub const ACKNOWLEDGE_WITHIN: Duration = Duration::from_secs(3);
/// Lifetime of an interaction's token (Receiving and Responding).
pub const TOKEN_LIVES: Duration = Duration::from_secs(15 * 60);

/// The running stand-in. It stops when dropped.
#[derive(Debug)]
pub struct DiscordStandIn {
    shared: Arc<Shared>,
    tasks: TaskTracker,
}

/// The state shared by the sockets and the methods that act as people.
#[derive(Debug)]
struct Shared {
    clock: Clock,
    token: String,
    /// `http://127.0.0.1:PORT`
    api: String,
    /// `ws://127.0.0.1:PORT`
    gateway: String,
    inner: Mutex<Inner>,
    /// Notifies waiting tasks of every change.
    changed: watch::Sender<()>,
    stop: CancellationToken,
}

/// World and gateway behind one lock, so that changes and the events about them have the same order.
#[derive(Debug)]
struct Inner {
    world: World,
    hub: Hub,
}

impl Shared {
    /// Applies a change and notifies the waiting tasks.
    fn change<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        let result = act(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.send_replace(());
        result
    }

    fn peek<T>(&self, look: impl FnOnce(&Inner) -> T) -> T {
        look(&self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl DiscordStandIn {
    /// Listens on both addresses (port 0 takes a free one) until dropped.
    pub async fn start(
        clock: Clock,
        listen_rest: SocketAddr,
        listen_gateway: SocketAddr,
        world: World,
    ) -> io::Result<Self> {
        let rest = TcpListener::bind(listen_rest).await?;
        let gateway = TcpListener::bind(listen_gateway).await?;
        let shared = Arc::new(Shared {
            token: new_token(world.application.bot),
            api: format!("http://{}", rest.local_addr()?),
            gateway: format!("ws://{}", gateway.local_addr()?),
            inner: Mutex::new(Inner { hub: Hub::new(&clock), world }),
            changed: watch::Sender::new(()),
            stop: CancellationToken::new(),
            clock,
        });
        let tasks = TaskTracker::new();
        tasks.spawn(rest::serve(rest, Arc::clone(&shared)));
        tasks.spawn(gateway::serve(gateway, Arc::clone(&shared), tasks.clone()));
        Ok(Self { shared, tasks })
    }

    /// Returns the address that replaces `https://discord.com`. Pass it to `HttpBuilder::proxy`.
    pub fn api_url(&self) -> String {
        self.shared.api.clone()
    }

    /// Returns the address that `GET /gateway` answers.
    pub fn gateway_url(&self) -> String {
        self.shared.gateway.clone()
    }

    /// Returns the bot's token, in the format of Discord's tokens.
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// Reads or changes the world. Keep `look` short: the stand-in blocks meanwhile.
    pub fn world<T>(&self, look: impl FnOnce(&mut World) -> T) -> T {
        self.shared.change(|inner| look(&mut inner.world))
    }

    /// Reads the world without notifying the tasks that wait for changes.
    pub fn look<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        self.shared.peek(|inner| look(&inner.world))
    }

    /// Returns a receiver that is notified of every later change.
    pub fn changes(&self) -> watch::Receiver<()> {
        self.shared.changed.subscribe()
    }

    /// Waits until `look` returns a value, and returns it. `look` runs after every change; the caller adds its own
    /// timeout.
    pub async fn wait_until<T>(&self, mut look: impl FnMut(&World) -> Option<T>) -> T {
        let mut changes = self.shared.changed.subscribe();
        loop {
            changes.mark_unchanged();
            if let Some(found) = self.shared.peek(|inner| look(&inner.world)) {
                return found;
            }
            if changes.changed().await.is_err() {
                // This line is never reached because the sender lives in `self`. Without it, a bug would cause a busy
                // loop.
                std::future::pending::<()>().await;
            }
        }
    }

    /// Stops listening, closes every connection and waits for the tasks to end.
    pub async fn stop(self) {
        self.shared.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

impl Drop for DiscordStandIn {
    fn drop(&mut self) {
        self.shared.stop.cancel();
        self.tasks.close();
    }
}

/// Returns a token in Discord's format: three parts separated by dots, the first of which is the bot's id in base 64.
fn new_token(bot: UserId) -> String {
    let part = |length: usize| (0..length).map(|_| fastrand::alphanumeric()).collect::<String>();
    format!("{}.{}.{}", URL_SAFE_NO_PAD.encode(bot.to_string()), part(6), part(38))
}

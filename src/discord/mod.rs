//! Discord: the only place that names serenity or poise. It turns interactions into operations, hands them to the desk,
//! and shows what came of them.

mod access;
mod approvals;
mod attached;
mod caretaker;
mod cases;
mod check;
mod claim;
mod commands;
mod confirm;
mod describe;
mod dispatch;
mod gateway;
mod handler;
mod help;
mod in_progress;
mod incoming;
mod invited;
mod languages;
mod log_channel;
mod message_text;
mod offers;
mod on_error;
mod pages;
#[cfg(feature = "sandbox")]
#[doc(hidden)]
pub mod parts;
mod presses;
mod relay;
mod reply;
mod rest;
mod road;
mod setup;
mod unsettled;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::{ExposeSecret, SecretString};
use serenity::all::{ClientBuilder, GatewayIntents, Http, HttpBuilder, ShardManager};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;

pub use check::check;
pub use gateway::GatewayState;
use handler::{Handler, Interactions};
use help::Registered;
use in_progress::InProgress;
use languages::Languages;
use relay::Relay;
use rest::Rest;

use crate::access::GuildId;
use crate::address::{self, check_base_url};
use crate::clock::Clock;
use crate::compute::Compute;
use crate::desk::Desk;
use crate::metrics::Metrics;
use crate::store::Retention;

/// serenity's own shutdown waits for shards that may never answer.
const SHUTDOWN_WITHIN: Duration = Duration::from_secs(5);
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Discord itself is spoken to over one (HTTP/2); a proxy in between may want many, of 25 KB each.
const IDLE_CONNECTIONS: usize = 32;

/// What poise hands to every command.
pub(crate) type Data = Arc<Front>;
/// Faults of this bot or of the way to Discord. What people may read is a [`Problem`](crate::error::Problem).
pub(crate) type Error = anyhow::Error;
pub(crate) type Context<'a> = poise::ApplicationContext<'a, Data, Error>;

/// Where interactions come in.
pub(crate) struct Front {
    pub(crate) desk: Desk,
    pub(crate) rest: Rest,
    pub(crate) clock: Clock,
    pub(crate) compute: Compute,
    /// Interactions in progress.
    pub(crate) work: InProgress,
    pub(crate) metrics: Metrics,
    /// Those of the servers.
    pub(crate) languages: Languages,
    /// Approvals channels that refuse posts.
    pub(crate) closed_approvals: approvals::Closed,
    pub(crate) registered: Registered,
    /// The caretaker's loops, and interactions.
    pub(crate) tasks: TaskTracker,
    /// No more commands are taken.
    pub(crate) stopping: CancellationToken,
    /// Nothing is done any more.
    pub(crate) ended: CancellationToken,
}

/// How to reach Discord, and where the commands are to appear.
#[derive(Debug)]
pub struct Settings {
    pub token: SecretString,
    /// What stands in Discord's place; `None`: Discord.
    pub api_url: Option<String>,
    pub register: Register,
    pub shards: Shards,
    pub retention: Retention,
    pub metrics: Metrics,
    pub clock: Clock,
    pub compute: Compute,
}

impl Settings {
    /// Returns the address of Discord, or of what stands in its place.
    fn base(&self) -> &str {
        base_url(self.api_url.as_deref())
    }
}

/// Which shards this process runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shards {
    /// All, as many as Discord recommends.
    Auto,
    /// `from` to `to`, both included, of `total`.
    Some { total: u32, from: u32, to: u32 },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Register {
    /// In every server; Discord shows changes there on use. What was registered in these servers alone goes.
    Global { servers: Vec<GuildId> },
    /// In these servers, at once.
    Guilds(Vec<GuildId>),
}

/// The connected bot.
pub struct Bot {
    front: Data,
    state: Arc<GatewayState>,
    shards: Arc<ShardManager>,
    relay: Relay,
    connection: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Registers the commands and connects. Everything that can fail is done before the connection, since a bot that fails
    /// after it would stay connected and answer nothing.
    pub async fn start(settings: Settings, desk: Desk) -> anyhow::Result<Self> {
        let Settings { token, api_url, register, shards, retention, metrics, clock, compute } = settings;
        let base = base_url(api_url.as_deref());
        let http = http_client(base)?;
        let front = Arc::new(Front {
            desk,
            rest: Rest::new(http.clone(), base, token.clone(), clock.clone(), metrics.clone()),
            clock,
            compute,
            work: InProgress::default(),
            metrics,
            languages: Languages::default(),
            closed_approvals: approvals::Closed::default(),
            registered: Registered::default(),
            tasks: TaskTracker::new(),
            stopping: CancellationToken::new(),
            ended: CancellationToken::new(),
        });
        let (time, registered) =
            tokio::join!(front.rest.ask_for_the_time(), commands::register(&front.rest, &register));
        front.registered.set(registered?);
        if let Err(error) = time {
            tracing::warn!(%error, "Discord's time is not known");
        }
        let state = Arc::new(GatewayState::new(front.clock.clone()));
        let handler = Arc::new(Handler::new(front.clone(), state.clone()));
        let http = serenity_http(http, &token, api_url.as_deref());
        // No intent at all: interactions come without one.
        let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler_arc(handler.clone())
            .raw_event_handler(Interactions(handler.clone()))
            .await
            .context("Discord's gateway could not be found")?;
        let relay = {
            let mut url = client.ws_url.lock().await;
            let relay = Relay::start(&url, front.metrics.clone()).await?;
            relay.url().clone_into(&mut url);
            relay
        };
        handler.connect_to(client.shard_manager.clone());
        caretaker::start(&front, retention);
        let (time, ended) = (front.rest.clone(), front.ended.clone());
        front.tasks.spawn(async move {
            tokio::select! {
                () = time.keep_the_time() => {}
                () = ended.cancelled() => {}
            }
        });
        let manager = client.shard_manager.clone();
        #[expect(clippy::disallowed_methods, reason = "owned: its handle is kept, awaited and ended by `stop`")]
        let connection = tokio::spawn(async move {
            let ended = match shards {
                Shards::Auto => client.start_autosharded().await,
                // serenity runs the end of the range too.
                Shards::Some { total, from, to } => client.start_shard_range(from..to, total).await,
            };
            ended.context("the connection to Discord ended")
        });
        Ok(Self { front, state, shards: manager, relay, connection })
    }

    pub fn state(&self) -> &Arc<GatewayState> {
        &self.state
    }

    /// Returns when no interaction is in progress.
    pub async fn idle(&self) {
        self.front.work.none().await;
    }

    /// Operations that have begun and not ended.
    pub async fn open_cases(&self) -> usize {
        let open = self.front.desk.store().journal().count_open().await;
        open.map_or(usize::MAX, |open| usize::try_from(open).unwrap_or_default())
    }

    /// Returns when the connection has ended for good, though nobody asked for it.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            ended = &mut self.connection => ended.context("the connection's task failed")?,
            () = self.state.hopeless(&self.shards) => {
                anyhow::bail!("the connection to Discord was lost and did not come back")
            }
        }
    }

    /// Takes no more commands, lets those in progress finish for at most `patience`, and disconnects.
    pub async fn stop(self, patience: Duration) {
        self.front.stopping.cancel();
        if tokio::time::timeout(patience, self.front.work.none()).await.is_err() {
            tracing::warn!(in_progress = self.front.work.count(), "stopping without waiting any longer");
        }
        // Before the tasks end: an interaction that came later would be received, and never answered.
        let connected = !self.connection.is_finished();
        if connected && tokio::time::timeout(SHUTDOWN_WITHIN, self.shards.shutdown_all()).await.is_err() {
            tracing::debug!("the gateway did not close in time");
        }
        self.front.ended.cancel();
        self.front.tasks.close();
        self.front.tasks.wait().await;
        // The number is told by the next run.
        if let Err(error) = log_channel::tell_more_refusals(&self.front, true).await {
            tracing::error!(%error, "the number of the last refusals could not be written down");
        }
        if let Err(error) = self.front.desk.catch_up().await {
            tracing::error!(%error, "the store did not take everything; the next run reads back what is open");
        }
        self.front.desk.team().leave().await;
        self.connection.abort();
        self.relay.stop().await;
    }
}

fn base_url(api_url: Option<&str>) -> &str {
    api_url.unwrap_or("https://discord.com")
}

fn http_client(base: &str) -> anyhow::Result<reqwest::Client> {
    let base = Url::parse(base).context("discord.api_url cannot be read")?;
    check_base_url(&base, address::Http::Loopback).context("discord.api_url")?;
    reqwest::Client::builder()
        .connect_timeout(CONNECT_WITHIN)
        .timeout(REQUEST_TIMEOUT)
        // What a moment with very many people has opened is not kept; nobody would close it later.
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        // The token stands in the header or in the path: it goes nowhere else, and through no proxy that the environment
        // names. `discord.api_url` is the way to put one in between.
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .https_only(base.scheme() == "https")
        .user_agent(concat!("DiscordBot (usher, ", env!("CARGO_PKG_VERSION"), ")"))
        .build()
        .context("the HTTP client could not be built")
}

/// serenity's own client, for the gateway's address. Without its rate limiter, which
/// keeps an entry for each interaction for ever.
fn serenity_http(client: reqwest::Client, token: &SecretString, api_url: Option<&str>) -> Http {
    let mut builder = HttpBuilder::new(token.expose_secret()).client(client).ratelimiter_disabled(true);
    if let Some(url) = api_url {
        builder = builder.proxy(url);
    }
    builder.build()
}

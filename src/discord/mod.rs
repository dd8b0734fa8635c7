//! The Discord side: the only module that uses serenity or poise. It turns interactions into operations, passes them to
//! the services, and shows the results.

mod access;
mod approvals;
mod attachments;
mod autocomplete;
#[cfg(feature = "sandbox")]
#[doc(hidden)]
pub mod bench_support;
mod cases;
mod check;
mod commands;
mod components;
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
mod on_error;
mod ownership;
mod pages;
mod pipeline;
mod recovery;
mod relay;
mod reply;
mod responder;
mod rest;
mod setup;
mod unsettled;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use groups_api::address::{self, check_base_url};
use secrecy::{ExposeSecret, SecretString};
use serenity::all::{ClientBuilder, GatewayIntents, Http, HttpBuilder, ShardManager};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;
use usher_clock::Clock;

pub use check::check;
pub use gateway::GatewayState;
use handler::{Handler, Interactions};
use help::Registered;
use in_progress::InProgress;
use languages::Languages;
use relay::Relay;
use rest::Rest;

use crate::access::GuildId;
use crate::compute::Compute;
use crate::metrics::Metrics;
use crate::services::Services;
use crate::store::Retention;

/// Limit on serenity's own shutdown, which waits for shards that may never answer.
const SHUTDOWN_WITHIN: Duration = Duration::from_secs(5);
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Maximum number of idle connections. Discord itself needs one (HTTP/2); a proxy may need many, of 25 KB each.
const IDLE_CONNECTIONS: usize = 32;

/// The data that poise passes to every command.
pub(crate) type Data = Arc<BotState>;
/// A fault of this bot or of the connection to Discord. Errors that users may read are
/// [`UserError`](crate::error::UserError)s.
pub(crate) type Error = anyhow::Error;
pub(crate) type Context<'a> = poise::ApplicationContext<'a, Data, Error>;

/// The state that all interactions share.
pub(crate) struct BotState {
    pub(crate) services: Services,
    pub(crate) rest: Rest,
    pub(crate) clock: Clock,
    pub(crate) compute: Compute,
    /// Interactions in progress.
    pub(crate) work: InProgress,
    pub(crate) metrics: Metrics,
    /// The languages of the servers.
    pub(crate) languages: Languages,
    /// Approvals channels that refuse posts.
    pub(crate) closed_approvals: approvals::Closed,
    pub(crate) registered: Registered,
    /// The background tasks and the interactions.
    pub(crate) tasks: TaskTracker,
    /// Cancelled when the bot accepts no more commands.
    pub(crate) stopping: CancellationToken,
    /// Cancelled when all work ends.
    pub(crate) ended: CancellationToken,
}

/// The connection to Discord, and the registration of the commands.
#[derive(Debug)]
pub struct DiscordSettings {
    pub token: SecretString,
    /// The address of a replacement of Discord; `None`: Discord.
    pub api_url: Option<String>,
    pub register: Register,
    pub shards: Shards,
    pub retention: Retention,
    pub metrics: Metrics,
    pub clock: Clock,
    pub compute: Compute,
}

impl DiscordSettings {
    /// Returns the address of Discord or of its replacement.
    fn base(&self) -> &str {
        base_url(self.api_url.as_deref())
    }
}

/// The shards that this process runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shards {
    /// All shards, as many as Discord recommends.
    Auto,
    /// The shards `from` to `to`, both included, of `total`.
    Some { total: u32, from: u32, to: u32 },
}

/// The scope in which the commands are registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Register {
    /// In every server; Discord shows changes there on use. The commands registered only in these servers are removed.
    Global { servers: Vec<GuildId> },
    /// In these servers. Discord shows changes immediately.
    Guilds(Vec<GuildId>),
}

/// The connected bot.
pub struct Bot {
    shared: Data,
    state: Arc<GatewayState>,
    shards: Arc<ShardManager>,
    relay: Relay,
    connection: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Registers the commands and connects. All steps that can fail come before the connection, since a bot that fails
    /// later would stay connected and answer nothing.
    pub async fn start(settings: DiscordSettings, services: Services) -> anyhow::Result<Self> {
        let DiscordSettings { token, api_url, register, shards, retention, metrics, clock, compute } = settings;
        let base = base_url(api_url.as_deref());
        let http = http_client(base)?;
        let bot_state = Arc::new(BotState {
            services,
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
            tokio::join!(bot_state.rest.ask_for_the_time(), commands::register(&bot_state.rest, &register));
        bot_state.registered.set(registered?);
        if let Err(error) = time {
            tracing::warn!(%error, "failed to request the time from Discord");
        }
        let state = Arc::new(GatewayState::new(bot_state.clock.clone()));
        let handler = Arc::new(Handler::new(bot_state.clone(), state.clone()));
        let http = serenity_http(http, &token, api_url.as_deref());
        // Interactions need no intent.
        let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler_arc(handler.clone())
            .raw_event_handler(Interactions(handler.clone()))
            .await
            .context("failed to find Discord's gateway")?;
        let relay = {
            let mut url = client.ws_url.lock().await;
            let relay = Relay::start(&url, bot_state.metrics.clone()).await?;
            relay.url().clone_into(&mut url);
            relay
        };
        handler.connect_to(client.shard_manager.clone());
        recovery::start(&bot_state, retention);
        let (time, ended) = (bot_state.rest.clone(), bot_state.ended.clone());
        bot_state.tasks.spawn(async move {
            tokio::select! {
                () = time.keep_the_time() => {}
                () = ended.cancelled() => {}
            }
        });
        let manager = client.shard_manager.clone();
        #[expect(clippy::disallowed_methods, reason = "`Bot` owns the handle; `stop` awaits and ends the task")]
        let connection = tokio::spawn(async move {
            let ended = match shards {
                Shards::Auto => client.start_autosharded().await,
                // serenity includes the end of the range.
                Shards::Some { total, from, to } => client.start_shard_range(from..to, total).await,
            };
            ended.context("the connection to Discord ended")
        });
        Ok(Self { shared: bot_state, state, shards: manager, relay, connection })
    }

    pub fn state(&self) -> &Arc<GatewayState> {
        &self.state
    }

    /// Waits until no interaction is in progress.
    pub async fn idle(&self) {
        self.shared.work.none().await;
    }

    /// Returns the number of operations that have begun and not ended.
    pub async fn open_cases(&self) -> usize {
        let open = self.shared.services.store().journal().count_open().await;
        open.map_or(usize::MAX, |open| usize::try_from(open).unwrap_or_default())
    }

    /// Waits until the connection has ended permanently without a call of [`Self::stop`].
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            ended = &mut self.connection => ended.context("the connection's task failed")?,
            () = self.state.hopeless(&self.shards) => {
                anyhow::bail!("the connection to Discord was lost and did not come back")
            }
        }
    }

    /// Stops accepting commands, waits at most `patience` for those in progress, and disconnects.
    pub async fn stop(self, patience: Duration) {
        self.shared.stopping.cancel();
        if tokio::time::timeout(patience, self.shared.work.none()).await.is_err() {
            tracing::warn!(in_progress = self.shared.work.count(), "stopped waiting for interactions in progress");
        }
        // Disconnect before the tasks end: a later interaction would be received and never answered.
        let connected = !self.connection.is_finished();
        if connected && tokio::time::timeout(SHUTDOWN_WITHIN, self.shards.shutdown_all()).await.is_err() {
            tracing::debug!("failed to close the gateway in time");
        }
        self.shared.ended.cancel();
        self.shared.tasks.close();
        self.shared.tasks.wait().await;
        // The next process posts the numbers.
        if let Err(error) = log_channel::tell_more_refusals(&self.shared, true).await {
            tracing::error!(%error, "failed to store the number of the last refusals");
        }
        if let Err(error) = self.shared.services.catch_up().await {
            tracing::error!(%error, "failed to flush all rows to the store; the next process verifies open operations");
        }
        self.shared.services.cluster().leave().await;
        self.connection.abort();
        self.relay.stop().await;
    }
}

fn base_url(api_url: Option<&str>) -> &str {
    api_url.unwrap_or("https://discord.com")
}

fn http_client(base: &str) -> anyhow::Result<reqwest::Client> {
    let base = Url::parse(base).context("discord.api_url is not a valid URL")?;
    check_base_url(&base, address::Http::Loopback).context("discord.api_url")?;
    reqwest::Client::builder()
        .connect_timeout(CONNECT_WITHIN)
        .timeout(REQUEST_TIMEOUT)
        // Connections opened at a peak of load are not kept, since nothing would close them later.
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        // The header or the path contains the token. It must reach no other host and no proxy that the environment
        // names. `discord.api_url` can name a proxy.
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .https_only(base.scheme() == "https")
        .user_agent(concat!("DiscordBot (usher, ", env!("CARGO_PKG_VERSION"), ")"))
        .build()
        .context("failed to build the HTTP client")
}

/// Returns serenity's own client, which reads the gateway's address. Its rate limiter is off, since it never drops the
/// entry of an interaction.
fn serenity_http(client: reqwest::Client, token: &SecretString, api_url: Option<&str>) -> Http {
    let mut builder = HttpBuilder::new(token.expose_secret()).client(client).ratelimiter_disabled(true);
    if let Some(url) = api_url {
        builder = builder.proxy(url);
    }
    builder.build()
}

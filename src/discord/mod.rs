//! The Discord side: the only module that uses serenity or poise. It turns interactions into operations, passes them to
//! the services, and shows the results.

pub(crate) mod account_alerts;
pub(crate) mod approvals;
mod attachments;
mod autocomplete;
#[cfg(feature = "sandbox")]
#[doc(hidden)]
pub mod bench_support;
mod check;
mod commands;
mod components;
pub(crate) mod deliver;
mod interaction;
pub(crate) mod join_notices;
mod languages;
mod lists;
mod message_text;
pub(crate) mod reply;
mod rest;
pub(crate) mod unsettled;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use groups_api::address::{self, check_base_url};
use secrecy::{ExposeSecret, SecretString};
use serenity::all::{ActivityData, ClientBuilder, GatewayIntents, Http, HttpBuilder, ShardManager};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;
use usher_clock::Clock;

pub use check::check;
#[cfg(test)]
pub(crate) use commands::descriptions;
pub use interaction::gateway::GatewayState;
use interaction::handler::{Handler, Interactions};
use interaction::in_progress::InProgress;
use interaction::relay::Relay;
use languages::Languages;
use rest::{RegisteredCommands, Rest};

use crate::access::GuildId;
use crate::compute::Compute;
use crate::metrics::Metrics;
use crate::services::Services;

/// Limit on serenity's own shutdown, which waits for shards that may never answer.
const SHUTDOWN_WITHIN: Duration = Duration::from_secs(5);
/// The line below the bot's name in the list of members.
const PRESENCE: &str = "/wa-group help";
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Maximum number of idle connections. Discord itself needs one (HTTP/2); a proxy may need many, of 25 KB each.
const IDLE_CONNECTIONS: usize = 32;
/// Idle connections are closed after this time. It outlasts the pauses between the commands of one conversation, so that
/// an acknowledgement seldom waits for a handshake.
const IDLE_CONNECTION: Duration = Duration::from_secs(90);

/// The data that poise passes to every command.
pub(crate) type Data = Arc<BotState>;
/// A fault of this bot or of the connection to Discord. Errors that users may read are
/// [`UserError`](crate::error::UserError)s.
pub(crate) type Error = anyhow::Error;
pub(crate) type Context<'a> = poise::ApplicationContext<'a, Data, Error>;

/// The state that all interactions share.
pub(crate) struct BotState {
    pub(crate) services: Arc<Services>,
    pub(crate) rest: Rest,
    pub(crate) clock: Clock,
    pub(crate) compute: Compute,
    /// Interactions in progress.
    pub(crate) work: InProgress,
    pub(crate) metrics: Metrics,
    /// The languages of the servers.
    pub(crate) languages: Languages,
    /// Approvals channels that refuse posts.
    pub(crate) closed_approvals: approvals::ClosedChannels,
    pub(crate) registered: RegisteredCommands,
    /// The interactions.
    pub(crate) tasks: TaskTracker,
    /// Cancelled when the bot accepts no more commands.
    pub(crate) stopping: CancellationToken,
    /// Cancelled when the interactions in progress end.
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
    /// Whether the commands are registered in each server by itself.
    registers_in_guilds: bool,
    connection: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Registers the commands and connects. All steps that can fail come before the connection, since a bot that fails
    /// later would stay connected and answer nothing.
    pub async fn start(settings: DiscordSettings, services: Arc<Services>) -> anyhow::Result<Self> {
        let DiscordSettings { token, api_url, register, shards, metrics, clock, compute } = settings;
        let base = base_url(api_url.as_deref());
        let http = http_client(base)?;
        let registers_in_guilds = matches!(register, Register::Guilds(_));
        let bot_state = Arc::new(BotState {
            services,
            rest: Rest::new(http.clone(), base, token.clone(), clock.clone(), metrics.clone()),
            clock,
            compute,
            work: InProgress::default(),
            metrics,
            languages: Languages::default(),
            closed_approvals: approvals::ClosedChannels::default(),
            registered: RegisteredCommands::default(),
            tasks: TaskTracker::new(),
            stopping: CancellationToken::new(),
            ended: CancellationToken::new(),
        });
        let (time, registered) = tokio::join!(
            bot_state.rest.ask_for_the_time(),
            commands::register(&bot_state.rest, &register, bot_state.services.name_chars())
        );
        bot_state.registered.add(registered?);
        if let Err(error) = time {
            tracing::warn!(%error, "failed to request the time from Discord");
        }
        let state = Arc::new(GatewayState::new(bot_state.clock.clone()));
        let handler = Arc::new(Handler::new(bot_state.clone(), state.clone()));
        let http = serenity_http(http, &token, api_url.as_deref());
        // Interactions need no intent.
        let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler_arc(handler.clone())
            .activity(ActivityData::custom(PRESENCE))
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
        Ok(Self { shared: bot_state, state, shards: manager, relay, registers_in_guilds, connection })
    }

    /// Registers the commands in servers that the configuration names since the start. Does not wait for Discord.
    pub(crate) fn add_servers(&self, guilds: Vec<GuildId>) {
        if self.registers_in_guilds && !guilds.is_empty() {
            self.register(Register::Guilds(guilds));
        }
    }

    /// Registers the commands again with the current limits. Does not wait for Discord.
    pub(crate) fn register(&self, register: Register) {
        let shared = self.shared.clone();
        let registering = async move {
            match commands::register(&shared.rest, &register, shared.services.name_chars()).await {
                Ok(ids) => shared.registered.add(ids),
                Err(error) => tracing::warn!(error = format!("{error:#}"), "failed to register the commands"),
            }
        };
        self.shared.tasks.spawn(self.shared.ended.clone().run_until_cancelled_owned(registering));
    }

    /// Returns the state with which the workers deliver their messages.
    pub(crate) fn bot_state(&self) -> &Data {
        &self.shared
    }

    /// Returns the state of the connection.
    pub fn gateway(&self) -> &Arc<GatewayState> {
        &self.state
    }

    /// Waits until no interaction is in progress.
    pub async fn idle(&self) {
        self.shared.work.none().await;
    }

    /// Waits until the connection has ended permanently without a call of [`Self::disconnect`].
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            ended = &mut self.connection => ended.context("the connection's task failed")?,
            () = self.state.hopeless(&self.shards) => {
                anyhow::bail!("the connection to Discord was lost and did not come back")
            }
        }
    }

    /// Accepts no more commands.
    pub fn stop_accepting(&self) {
        self.shared.stopping.cancel();
    }

    /// Waits at most `patience` for the interactions in progress.
    pub async fn drain(&self, patience: Duration) {
        if tokio::time::timeout(patience, self.shared.work.none()).await.is_err() {
            tracing::warn!(in_progress = self.shared.work.count(), "stopped waiting for interactions in progress");
        }
    }

    /// Closes the connection to Discord. No interaction arrives after that, which no one would answer.
    pub async fn disconnect(&self) {
        let connected = !self.connection.is_finished();
        if connected && tokio::time::timeout(SHUTDOWN_WITHIN, self.shards.shutdown_all()).await.is_err() {
            tracing::debug!("failed to close the gateway in time");
        }
    }

    /// Ends the interactions that are still in progress, and every other task.
    pub async fn end(self) {
        self.shared.ended.cancel();
        self.shared.tasks.close();
        self.shared.tasks.wait().await;
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
        .pool_idle_timeout(IDLE_CONNECTION)
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

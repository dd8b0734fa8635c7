//! Discord: the only place that names serenity or poise. It turns interactions into operations, hands them to the desk,
//! and shows what came of them.

mod check;
mod commands;
mod confirm;
mod gateway;
mod handler;
mod in_progress;
mod offers;
mod on_error;
mod reply;
mod rest;
mod road;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::{ExposeSecret, SecretString};
use serenity::all::{ClientBuilder, GatewayIntents, Http, HttpBuilder, ShardManager};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use check::check;
pub use gateway::GatewayState;
use handler::Handler;
use in_progress::InProgress;
use rest::Rest;

use crate::access::GuildId;
use crate::clock::Clock;
use crate::desk::Desk;

/// serenity's own shutdown waits for shards that may never answer.
const SHUTDOWN_WITHIN: Duration = Duration::from_secs(5);
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

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
    /// Interactions in progress.
    pub(crate) work: InProgress,
    /// Questions that run out by themselves.
    pub(crate) timers: TaskTracker,
    pub(crate) stopping: CancellationToken,
}

/// How to reach Discord, and where the commands are to appear.
#[derive(Debug)]
pub struct Settings {
    pub token: SecretString,
    /// What stands in Discord's place; `None`: Discord.
    pub api_url: Option<String>,
    pub register: Register,
    pub clock: Clock,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Register {
    /// In every server; Discord shows changes there on use.
    Global,
    /// In these servers, at once.
    Guilds(Vec<GuildId>),
}

/// The connected bot.
pub struct Bot {
    front: Data,
    state: Arc<GatewayState>,
    shards: Arc<ShardManager>,
    connection: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Registers the commands and connects. Everything that can fail is done before the connection, since a bot that fails
    /// after it would stay connected and answer nothing.
    pub async fn start(settings: Settings, desk: Desk) -> anyhow::Result<Self> {
        let Settings { token, api_url, register, clock } = settings;
        let http = http_client()?;
        let base = api_url.as_deref().unwrap_or("https://discord.com");
        let front = Arc::new(Front {
            desk,
            rest: Rest::new(http.clone(), base, clock.clone()),
            clock,
            work: InProgress::default(),
            timers: TaskTracker::new(),
            stopping: CancellationToken::new(),
        });
        let state = Arc::new(GatewayState::default());
        let handler = Arc::new(Handler::new(front.clone(), state.clone()));
        let http = serenity_http(http, &token, api_url.as_deref());
        // No intent at all: interactions come without one.
        let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler_arc(handler.clone())
            .await
            .context("Discord's gateway could not be found")?;
        commands::register(&client.http, &register).await?;
        handler.connect_to(client.shard_manager.clone());
        let shards = client.shard_manager.clone();
        #[expect(clippy::disallowed_methods, reason = "owned: its handle is kept, awaited and ended by `stop`")]
        let connection =
            tokio::spawn(async move { client.start_autosharded().await.context("the connection to Discord ended") });
        Ok(Self { front, state, shards, connection })
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
        self.front.desk.journal.open().await.len()
    }

    /// Returns when the connection has ended for good, though nobody asked for it.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.connection).await.context("the connection's task failed")?
    }

    /// Takes no more commands, lets those in progress finish for at most `patience`, and disconnects.
    pub async fn stop(self, patience: Duration) {
        self.front.stopping.cancel();
        self.front.timers.close();
        let drained = async {
            self.front.work.none().await;
            self.front.timers.wait().await;
        };
        if tokio::time::timeout(patience, drained).await.is_err() {
            tracing::warn!(in_progress = self.front.work.count(), "stopping without waiting any longer");
        }
        for row in self.front.desk.journal.open().await {
            tracing::warn!(case = row.case.0, operation = row.entry.operation.name(), "an operation has not ended");
        }
        if tokio::time::timeout(SHUTDOWN_WITHIN, self.shards.shutdown_all()).await.is_err() {
            tracing::debug!("the gateway did not close in time");
        }
        self.connection.abort();
    }
}

fn http_client() -> anyhow::Result<reqwest::Client> {
    reqwest::Client::builder()
        .connect_timeout(CONNECT_WITHIN)
        .timeout(REQUEST_TIMEOUT)
        // The token stands in the header or in the path: it goes nowhere else.
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("DiscordBot (usher, ", env!("CARGO_PKG_VERSION"), ")"))
        .build()
        .context("the HTTP client could not be built")
}

/// serenity's own client, for the gateway's address, the registration and autocomplete. Without its rate limiter, which
/// keeps an entry for each interaction for ever.
fn serenity_http(client: reqwest::Client, token: &SecretString, api_url: Option<&str>) -> Http {
    let mut builder = HttpBuilder::new(token.expose_secret()).client(client).ratelimiter_disabled(true);
    if let Some(url) = api_url {
        builder = builder.proxy(url);
    }
    builder.build()
}

//! Puts everything together, and takes it apart in order.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;

use crate::clock::Clock;
use crate::compute::Compute;
use crate::config::{Config, RegisterIn, ShardsIn};
use crate::desk::{Desk, Parts, Team};
use crate::directory::Directory;
use crate::discord::{self, Bot, GatewayState, Register, Shards};
use crate::groups_api::ids::SessionName;
use crate::groups_api::{self, GroupsApi};
use crate::http::{Health, Look, Readiness};
use crate::metrics::Metrics;
use crate::store::{CopyId, Rates, Retention, Store};

/// How long commands in progress may take to finish when the bot stops.
const DRAIN_WITHIN: Duration = Duration::from_secs(20);

/// How long the groups API may have said nothing before it is asked whether it is there.
const API_HEARD_WITHIN: Duration = Duration::from_secs(60);

/// The running bot.
pub struct App {
    bot: Bot,
    health: Health,
    directory: Directory,
    store: Store,
    compute: Compute,
}

impl App {
    pub async fn start(config: Config, clock: Clock) -> anyhow::Result<Self> {
        let metrics = Metrics::default();
        let api = groups_api(&config, clock.clone(), metrics.clone())?;
        let compute = Compute::default();
        let discord = discord(&config, clock.clone(), metrics.clone(), compute.clone());
        let store = Store::open(&config.store.url).await?;
        let team = Team::join(store.clone(), clock.clone()).await.context("store.url: cannot be written")?;
        let me = team.me().clone();
        let directory = Directory::new(api.clone(), clock.clone());
        let desk = Desk::new(Parts {
            servers: config.servers,
            api: api.clone(),
            directory: directory.clone(),
            store: store.clone(),
            team,
            clock,
            compute: compute.clone(),
            name_chars: config.limits.name_chars.get(),
            region: config.limits.default_region,
            rates: Rates {
                changes_per_minute: config.limits.changes_per_minute.get(),
                heavy_changes_per_minute: config.limits.heavy_changes_per_minute.get(),
                approval_requests_per_minute: config.limits.approval_requests_per_minute.get(),
                lookups_per_minute: config.limits.lookups_per_minute.get(),
                adds_per_day: config.limits.adds_per_day.get(),
            },
            expire_after: config.approvals.expire_after,
        });
        let bot = Bot::start(discord, desk).await?;
        let state = bot.state().clone();
        let watched = Watched { state, store: store.clone(), me, api, metrics: metrics.clone() };
        let look: Look = Arc::new(move || {
            let watched = watched.clone();
            Box::pin(async move { watched.look().await })
        });
        let health = Health::start(config.http.listen, look, metrics).await?;
        Ok(Self { bot, health, directory, store, compute })
    }

    /// Returns when no interaction is in progress.
    pub async fn idle(&self) {
        self.bot.idle().await;
    }

    /// Operations that have begun and not ended.
    pub async fn open_cases(&self) -> usize {
        self.bot.open_cases().await
    }

    /// Where health is told.
    pub fn health(&self) -> std::net::SocketAddr {
        self.health.address()
    }

    /// Returns when the connection to Discord has ended for good, though nobody asked for it.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        self.bot.ended().await
    }

    /// Takes no more commands, lets those in progress finish, and ends every task.
    pub async fn stop(self) {
        self.bot.stop(DRAIN_WITHIN).await;
        self.compute.stop().await;
        self.directory.stop().await;
        self.health.stop().await;
        self.store.close().await;
    }
}

/// What readiness is told from.
#[derive(Clone)]
struct Watched {
    state: Arc<GatewayState>,
    store: Store,
    me: CopyId,
    api: GroupsApi,
    metrics: Metrics,
}

impl Watched {
    async fn look(&self) -> Readiness {
        let open = self.store.journal().count_open().await;
        let reached = self.api.reached_lately();
        let heard = reached.asked && reached.answered_ago.is_some_and(|ago| ago < API_HEARD_WITHIN);
        // Nobody has used it lately, or it was left alone: whether it is there is known only by asking.
        let groups_api = heard || self.api.sessions().await.is_ok();
        // A beat is a write, and harmless.
        let store = open.is_ok() && self.store.copies().beat(&self.me).await.is_ok();
        let (gateway, in_time) = (self.state.is_connected(), self.state.is_in_time());
        let readiness = Readiness { gateway, in_time, store, groups_api };
        self.metrics.gateway.set(readiness.gateway.into());
        self.metrics.open.set(open.unwrap_or_default());
        self.metrics.unconfirmed.set(self.store.journal().count_watched().await.unwrap_or_default());
        self.metrics.waiting.set(i64::try_from(self.api.waiting()).unwrap_or(i64::MAX));
        readiness
    }
}

/// The client of the groups API, as configured.
pub fn groups_api(config: &Config, clock: Clock, metrics: Metrics) -> anyhow::Result<GroupsApi> {
    let sessions: HashSet<&SessionName> = config.servers.values().flat_map(|server| &server.sessions).collect();
    let settings = groups_api::Settings {
        sessions: sessions.len(),
        base_url: config.groups_api.base_url.clone(),
        http: config.groups_api.http(),
        key: config.groups_api_key.clone(),
        timeout: config.groups_api.timeout,
        settle_within: config.groups_api.settle_within(),
        requests_per_second: config.groups_api.requests_per_second,
        concurrency: config.groups_api.concurrency.get(),
        queue: config.groups_api.queue.get(),
        clock,
        metrics,
    };
    Ok(GroupsApi::new(settings)?)
}

/// How to reach Discord, as configured.
pub fn discord(config: &Config, clock: Clock, metrics: Metrics, compute: Compute) -> discord::Settings {
    let register = match config.discord.register {
        RegisterIn::Global => Register::Global { servers: config.servers.keys().copied().collect() },
        RegisterIn::Guilds => Register::Guilds(config.servers.keys().copied().collect()),
    };
    discord::Settings {
        token: config.discord_token.clone(),
        api_url: config.discord.api_url.as_ref().map(ToString::to_string),
        register,
        shards: match config.discord.shards {
            ShardsIn::Auto => Shards::Auto,
            ShardsIn::Some { total, from, to } => Shards::Some { total: total.get(), from, to },
        },
        retention: Retention {
            keep_days: config.store.keep_days.get(),
            mask_after_days: config.store.mask_after_days.get(),
        },
        metrics,
        clock,
        compute,
    }
}

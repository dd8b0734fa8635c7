//! Starts all parts of the bot, and stops them in order.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use groups_api::GroupsApi;
use usher_clock::Clock;
use whatsapp::SessionName;

use crate::access::GuildId;
use crate::compute::Compute;
use crate::config::{Changes, Config, RegisterIn, ShardsIn};
use crate::discord::{self, Bot, Data, Register, Shards, deliver};
use crate::group_cache::GroupCache;
use crate::http::Health;
use crate::metrics::Metrics;
use crate::readiness::Monitor;
use crate::services::{Cluster, LiveSettings, ServiceParts, Services, WatchPace};
use crate::store::{Rates, Retention, Store};
use crate::workers::{self, Workers};

/// Maximum time for commands in progress to finish when the bot stops.
const DRAIN_WITHIN: Duration = Duration::from_secs(20);

/// The running bot.
pub struct App {
    /// The configuration in use.
    config: Config,
    services: Arc<Services>,
    api: GroupsApi,
    bot: Bot,
    workers: Workers,
    health: Health,
    group_cache: GroupCache,
    store: Store,
    compute: Compute,
}

impl App {
    pub async fn start(config: Config, clock: Clock) -> anyhow::Result<Self> {
        Self::start_at(config, clock, WatchPace::default()).await
    }

    /// Starts the bot with another pace of watching the accounts, for the sandbox, where nobody waits for a minute.
    pub async fn start_at(config: Config, clock: Clock, watch_pace: WatchPace) -> anyhow::Result<Self> {
        let metrics = Metrics::default();
        let api = groups_api(&config, clock.clone(), metrics.clone())?;
        let compute = Compute::default();
        let discord = discord(&config, clock.clone(), metrics.clone(), compute.clone());
        let store = Store::open(&config.store.url).await?;
        let cluster = Cluster::join(store.clone(), clock.clone()).await.context("store.url: failed to write")?;
        let group_cache = GroupCache::new(api.clone(), clock.clone());
        let retention =
            Retention { keep_days: config.store.keep_days.get(), mask_after_days: config.store.mask_after_days.get() };
        let services = Arc::new(Services::new(ServiceParts {
            settings: live_settings(&config),
            api: api.clone(),
            group_cache: group_cache.clone(),
            store: store.clone(),
            cluster,
            clock: clock.clone(),
            compute: compute.clone(),
            watch_pace,
        }));
        let bot = Bot::start(discord, services.clone()).await?;
        let gateway = bot.gateway().clone();
        let monitor = Monitor::new(gateway, services.clone(), store.clone(), api.clone(), (clock.clone(), metrics));
        let monitor = Arc::new(monitor);
        let workers = start_workers(&services, bot.bot_state(), &store, &monitor, retention);
        let health = Health::start(config.http.listen, monitor).await?;
        Ok(Self { config, services, api, bot, workers, health, group_cache, store, compute })
    }

    /// Waits until no interaction is in progress.
    pub async fn idle(&self) {
        self.bot.idle().await;
    }

    /// Returns how many operations have begun and not ended.
    pub async fn open_cases(&self) -> usize {
        let open = self.store.journal().count_open().await;
        open.map_or(usize::MAX, |open| usize::try_from(open).unwrap_or_default())
    }

    /// Returns the address of the health endpoints.
    pub fn health(&self) -> std::net::SocketAddr {
        self.health.address()
    }

    /// Waits until the connection to Discord has ended permanently without a stop.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        self.bot.ended().await
    }

    /// Takes over the servers, the grants and the limits of a configuration that was read again. Logs what changed, and
    /// what takes effect only at the next start.
    pub fn reload(&mut self, config: Config) {
        let Changes { live, fixed } = self.config.changes_to(&config);
        for key in &fixed {
            tracing::warn!(key, "not reloaded: a change of this key takes effect at the next start");
        }
        if live.is_empty() {
            tracing::info!("reloaded the configuration: servers, grants and limits are as before");
            return;
        }
        let known = |guild: &GuildId| self.config.servers.contains_key(guild);
        let added: Vec<GuildId> = config.servers.keys().copied().filter(|guild| !known(guild)).collect();
        self.api.set_sessions(sessions(&config).len());
        self.services.take_over(live_settings(&config));
        // What a line says is in effect when it is logged.
        for change in &live {
            tracing::info!(change, "reloaded the configuration");
        }
        let other_name_chars = config.limits.name_chars != self.config.limits.name_chars;
        let Config { servers, limits, approvals, .. } = config;
        self.config = Config { limits, approvals, servers, ..self.config.clone() };
        if other_name_chars {
            // Discord's client checks the length of a name while the user types.
            self.bot.register(register(&self.config));
        } else {
            self.bot.add_servers(added);
        }
    }

    /// Accepts no more commands, lets those in progress finish, and ends every task. The workers run until no
    /// interaction is in progress, and nothing uses the store after it is closed.
    pub async fn stop(self) {
        let bot_state = self.bot.bot_state().clone();
        self.bot.stop_accepting();
        self.bot.drain(DRAIN_WITHIN).await;
        self.bot.disconnect().await;
        self.workers.stop().await;
        self.bot.end().await;
        // The next process posts the numbers.
        if let Err(error) = deliver::refusal_counts(&bot_state, true).await {
            tracing::error!(%error, "failed to store the number of the last refusals");
        }
        if let Err(error) = self.services.write_retry.retry().await {
            tracing::error!(%error, "failed to flush all rows to the store; the next process verifies open operations");
        }
        self.services.cluster.leave().await;
        self.compute.stop().await;
        self.group_cache.stop().await;
        self.health.stop().await;
        self.store.close().await;
    }
}

/// Starts all background tasks. They run until [`App::stop`], also while the bot drains.
fn start_workers(
    services: &Arc<Services>,
    bot_state: &Data,
    store: &Store,
    monitor: &Arc<Monitor>,
    retention: Retention,
) -> Workers {
    let clock = &bot_state.clock;
    let workers = Workers::default();
    let rest = bot_state.rest.clone();
    workers.spawn(async move { rest.keep_the_time().await });
    // No other work may delay the heartbeat: other instances take over the work of an instance without one.
    workers.spawn(workers::heartbeat::run(services.clone(), clock.clone()));
    workers.spawn(workers::recovery::run(bot_state.clone(), store.clone()));
    workers.spawn(workers::confirmations::run(bot_state.clone()));
    workers.spawn(workers::approvals::run(bot_state.clone(), store.clone()));
    workers.spawn(workers::join_requests::run(bot_state.clone()));
    workers.spawn(workers::accounts::run(bot_state.clone(), monitor.clone()));
    workers.spawn(workers::unsettled::run(bot_state.clone()));
    workers.spawn(workers::log_channel::run(bot_state.clone(), store.clone()));
    workers.spawn(workers::refusals::run(bot_state.clone()));
    workers.spawn(workers::schedule::run(bot_state.clone(), store.clone()));
    workers.spawn(workers::left_guilds::run(bot_state.clone(), store.clone()));
    workers.spawn(workers::retention::run(store.clone(), clock.clone(), retention));
    workers.spawn(workers::figures::run(monitor.clone(), clock.clone()));
    workers
}

/// Returns the settings that [`App::reload`] replaces.
fn live_settings(config: &Config) -> LiveSettings {
    let limits = &config.limits;
    LiveSettings {
        servers: config.servers.clone(),
        rates: Rates {
            changes_per_minute: limits.changes_per_minute.get(),
            heavy_changes_per_minute: limits.heavy_changes_per_minute.get(),
            approval_requests_per_minute: limits.approval_requests_per_minute.get(),
            lookups_per_minute: limits.lookups_per_minute.get(),
            adds_per_day: limits.adds_per_day.get(),
        },
        name_chars: limits.name_chars.get(),
        confirm_above: usize::try_from(limits.confirm_above).unwrap_or(usize::MAX),
        default_country: limits.default_region,
        expire_after: config.approvals.expire_after,
        two_for: config.approvals.two_for.clone(),
    }
}

fn sessions(config: &Config) -> HashSet<&SessionName> {
    config.servers.values().flat_map(|server| &server.sessions).collect()
}

/// Returns the client of the groups API, as configured.
pub fn groups_api(config: &Config, clock: Clock, metrics: Metrics) -> anyhow::Result<GroupsApi> {
    let settings = groups_api::ClientSettings {
        provider: config.groups_api.provider,
        sessions: sessions(config).len(),
        base_url: config.groups_api.base_url.clone(),
        http: config.groups_api.http(),
        key: config.groups_api_key.clone(),
        user_agent: concat!("usher/", env!("CARGO_PKG_VERSION")).to_owned(),
        timeout: config.groups_api.timeout,
        settle_within: config.groups_api.settle_within(),
        requests_per_second: config.groups_api.requests_per_second,
        concurrency: config.groups_api.concurrency.get(),
        queue: config.groups_api.queue.get(),
        clock,
        metrics: Arc::new(metrics),
    };
    Ok(GroupsApi::new(settings)?)
}

/// Returns where the commands are registered, as configured.
fn register(config: &Config) -> Register {
    let servers = config.servers.keys().copied().collect();
    match config.discord.register {
        RegisterIn::Global => Register::Global { servers },
        RegisterIn::Guilds => Register::Guilds(servers),
    }
}

/// Returns the settings for Discord, as configured.
pub fn discord(config: &Config, clock: Clock, metrics: Metrics, compute: Compute) -> discord::DiscordSettings {
    discord::DiscordSettings {
        token: config.discord_token.clone(),
        api_url: config.discord.api_url.as_ref().map(ToString::to_string),
        register: register(config),
        shards: match config.discord.shards {
            ShardsIn::Auto => Shards::Auto,
            ShardsIn::Some { total, from, to } => Shards::Some { total: total.get(), from, to },
        },
        metrics,
        clock,
        compute,
    }
}

//! Puts everything together, and takes it apart in order.

use std::time::Duration;

use crate::clock::Clock;
use crate::config::{Config, RegisterIn};
use crate::desk::Desk;
use crate::directory::Directory;
use crate::discord::{self, Bot, Register};
use crate::groups_api::{self, GroupsApi};
use crate::http::Health;
use crate::store::{Confirmations, Journal};

/// How long commands in progress may take to finish when the bot stops.
const DRAIN_WITHIN: Duration = Duration::from_secs(20);

/// The running bot.
pub struct App {
    bot: Bot,
    health: Health,
    directory: Directory,
}

impl App {
    pub async fn start(config: Config, clock: Clock) -> anyhow::Result<Self> {
        let api = groups_api(&config, clock.clone())?;
        let discord = discord(&config, clock.clone());
        let directory = Directory::new(api.clone(), clock.clone());
        let desk = Desk {
            servers: config.servers,
            api,
            directory: directory.clone(),
            journal: Journal::default(),
            confirmations: Confirmations::default(),
            clock,
            name_chars: config.limits.name_chars.get(),
        };
        let bot = Bot::start(discord, desk).await?;
        let state = bot.state().clone();
        let health = Health::start(config.http.listen, std::sync::Arc::new(move || state.is_connected())).await?;
        Ok(Self { bot, health, directory })
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
        self.directory.stop().await;
        self.health.stop().await;
    }
}

/// The client of the groups API, as configured.
pub fn groups_api(config: &Config, clock: Clock) -> anyhow::Result<GroupsApi> {
    let settings = groups_api::Settings {
        base_url: config.groups_api.base_url.clone(),
        key: config.groups_api_key.clone(),
        timeout: config.groups_api.timeout,
        requests_per_second: config.groups_api.requests_per_second,
        concurrency: config.groups_api.concurrency.get(),
        queue: config.groups_api.queue.get(),
        clock,
    };
    Ok(GroupsApi::new(settings)?)
}

/// How to reach Discord, as configured.
pub fn discord(config: &Config, clock: Clock) -> discord::Settings {
    let register = match config.discord.register {
        RegisterIn::Global => Register::Global,
        RegisterIn::Guilds => Register::Guilds(config.servers.keys().copied().collect()),
    };
    discord::Settings {
        token: config.discord_token.clone(),
        api_url: config.discord.api_url.as_ref().map(ToString::to_string),
        register,
        clock,
    }
}

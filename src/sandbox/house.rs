//! The bot between the two stand-ins, all on real sockets. The tests and `usher sandbox` both use it.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use discord_stand_in::{ChannelId, DiscordStandIn, GuildId};
use secrecy::SecretString;
use usher_clock::Clock;

use super::scene::{People, Roles, Scene};
use super::whatsapp::GroupsStandIn;
use crate::app::App;
use crate::config::Config;

/// Port 0: any free port.
pub(super) const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

pub struct House {
    pub clock: Clock,
    /// The bot's clock: it advances with `clock`, and its time of day can be set.
    pub bot_clock: Clock,
    pub discord: DiscordStandIn,
    pub groups: GroupsStandIn,
    pub app: App,
    /// The bot's configuration file.
    config: String,
    pub guild: GuildId,
    pub channel: ChannelId,
    /// Two more channels, which the configuration does not name.
    pub approvals: ChannelId,
    pub log: ChannelId,
    pub people: People,
    pub roles: Roles,
}

impl House {
    /// Starts both stand-ins, and connects the bot to them.
    pub async fn open(scene: Scene) -> anyhow::Result<Self> {
        let bot_clock = scene.clock.of_another_machine(scene.bot_clock_wrong_ms);
        let Scaffold { discord, groups, config, clock, guild, channel, approvals, log, people, roles } =
            Scaffold::open(scene).await?;
        let app = start(&config, &discord, &groups, &bot_clock).await?;
        Ok(Self { clock, bot_clock, discord, groups, app, config, guild, channel, approvals, log, people, roles })
    }

    /// Restarts the bot with the same stand-ins and the same store.
    pub async fn restart(mut self) -> anyhow::Result<Self> {
        self.app.stop().await;
        // Discord, "Identifying": at most one identify in five seconds.
        self.clock.advance(Duration::from_secs(6));
        self.app = start(&self.config, &self.discord, &self.groups, &self.bot_clock).await?;
        Ok(self)
    }

    /// Stops the bot, then the stand-ins.
    pub async fn close(self) {
        self.app.stop().await;
        self.groups.stop().await;
        self.discord.stop().await;
    }
}

async fn start(config: &str, discord: &DiscordStandIn, groups: &GroupsStandIn, clock: &Clock) -> anyhow::Result<App> {
    let app = App::start(parsed(config, discord, groups)?, clock.clone()).await?;
    discord.wait_ready().await;
    Ok(app)
}

fn parsed(config: &str, discord: &DiscordStandIn, groups: &GroupsStandIn) -> anyhow::Result<Config> {
    let (token, key) = (SecretString::from(discord.token()), SecretString::from(groups.key()));
    Ok(Config::parse(config, token, key)?)
}

/// Both stand-ins without the bot, which may run in another process.
pub struct Scaffold {
    pub clock: Clock,
    pub discord: DiscordStandIn,
    pub groups: GroupsStandIn,
    /// The configuration file for a bot. Its secrets are the stand-ins' token and key.
    pub config: String,
    pub guild: GuildId,
    pub channel: ChannelId,
    /// Two more channels, which the configuration does not name.
    pub approvals: ChannelId,
    pub log: ChannelId,
    pub people: People,
    pub roles: Roles,
}

impl Scaffold {
    pub async fn open(mut scene: Scene) -> anyhow::Result<Self> {
        let clock = scene.clock.clone();
        let whatsapp = std::mem::take(&mut scene.whatsapp);
        let groups = GroupsStandIn::start(clock.clone(), ANY_PORT, whatsapp).await?;
        let Scene { guild, channel, approvals, log, people, roles, .. } = scene;
        let discord_world = std::mem::replace(&mut scene.discord, discord_stand_in::World::new(&clock));
        let discord = DiscordStandIn::start(clock.clone(), ANY_PORT, ANY_PORT, discord_world).await?;
        let config = scene.config(&discord.api_url(), &groups.base_url());
        Ok(Self { clock, discord, groups, config, guild, channel, approvals, log, people, roles })
    }

    /// Returns the configuration for a bot in this process.
    pub(super) fn bot_config(&self) -> anyhow::Result<Config> {
        parsed(&self.config, &self.discord, &self.groups)
    }
}

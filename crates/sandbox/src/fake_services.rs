//! The two stand-ins with one scene behind them, on real sockets. The tests and `usher sandbox` put a bot between them.

use std::net::{Ipv4Addr, SocketAddr};

use discord_stand_in::{ChannelId, DiscordStandIn, GuildId, World};
use usher_clock::Clock;

use super::bot::BotSettings;
use super::scene::{People, Roles, Scene};
use super::whatsapp::GroupsStandIn;

/// Port 0: any free port.
pub(super) const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// Both stand-ins without the bot, which may run in another process.
pub struct FakeServices {
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

impl FakeServices {
    pub async fn open(mut scene: Scene) -> anyhow::Result<Self> {
        let clock = scene.clock.clone();
        let whatsapp = std::mem::take(&mut scene.whatsapp);
        let groups = GroupsStandIn::start(clock.clone(), ANY_PORT, whatsapp).await?;
        let Scene { guild, channel, approvals, log, people, roles, .. } = scene;
        let discord_world = std::mem::replace(&mut scene.discord, World::new(&clock));
        let discord = DiscordStandIn::start(clock.clone(), ANY_PORT, ANY_PORT, discord_world).await?;
        let config = scene.config(&discord.api_url(), &groups.base_url(), groups.provider());
        Ok(Self { clock, discord, groups, config, guild, channel, approvals, log, people, roles })
    }

    /// Returns the settings of a bot in this process, with this clock.
    pub(super) fn bot_settings(&self, clock: Clock) -> BotSettings {
        BotSettings {
            config: self.config.clone(),
            discord_token: self.discord.token().into(),
            groups_api_key: self.groups.key().into(),
            clock,
        }
    }
}

//! Channel permissions, computed as Discord's page on permissions describes.

use super::World;
use crate::snowflake::{ChannelId, RoleId, UserId};

/// The permission bits that the stand-in uses (Permissions, Bitwise Permission Flags).
pub mod bits {
    pub const KICK_MEMBERS: u64 = 1 << 1;
    pub const BAN_MEMBERS: u64 = 1 << 2;
    pub const ADMINISTRATOR: u64 = 1 << 3;
    pub const MANAGE_CHANNELS: u64 = 1 << 4;
    pub const MANAGE_GUILD: u64 = 1 << 5;
    pub const ADD_REACTIONS: u64 = 1 << 6;
    pub const VIEW_CHANNEL: u64 = 1 << 10;
    pub const SEND_MESSAGES: u64 = 1 << 11;
    pub const MANAGE_MESSAGES: u64 = 1 << 13;
    pub const EMBED_LINKS: u64 = 1 << 14;
    pub const ATTACH_FILES: u64 = 1 << 15;
    pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
    pub const MENTION_EVERYONE: u64 = 1 << 17;
    pub const USE_EXTERNAL_EMOJIS: u64 = 1 << 18;
    pub const MANAGE_ROLES: u64 = 1 << 28;
    pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
    /// All permission bits that Discord has defined (`PIN_MESSAGES` and `BYPASS_SLOWMODE` are the newest).
    pub const ALL: u64 = (1 << 53) - 1;
    /// The permissions that a new guild gives to everyone, limited to those of text channels.
    pub const EVERYONE: u64 = ADD_REACTIONS
        | VIEW_CHANNEL
        | SEND_MESSAGES
        | EMBED_LINKS
        | ATTACH_FILES
        | READ_MESSAGE_HISTORY
        | USE_EXTERNAL_EMOJIS
        | USE_APPLICATION_COMMANDS;
}

/// The permissions that a channel allows or denies to a role or a member, on top of those of the guild.
#[derive(Debug, Clone)]
pub struct Overwrite {
    /// The id of a role or of a member.
    pub id: u64,
    pub is_member: bool,
    pub allow: u64,
    pub deny: u64,
}

impl World {
    /// Returns whether a user may write in a channel.
    pub fn may_write(&self, who: UserId, channel: ChannelId) -> bool {
        let needed = bits::VIEW_CHANNEL | bits::SEND_MESSAGES;
        self.permissions(who, channel) & needed == needed
    }

    /// Returns a user's permissions in a channel. They are empty if the channel is unknown or the user is not a member.
    pub fn permissions(&self, who: UserId, channel: ChannelId) -> u64 {
        let Some(channel) = self.channels.get(&channel) else { return 0 };
        let Some(guild) = channel.guild else {
            let among = channel.recipient == Some(who) || who == self.application.bot;
            return if among { bits::EVERYONE } else { 0 };
        };
        let Some(guild) = self.guilds.get(&guild) else { return 0 };
        let Some(member) = guild.members.get(&who) else { return 0 };
        let everyone = RoleId(guild.id.0);
        let roles = || std::iter::once(&everyone).chain(&member.roles);
        let base = roles().filter_map(|role| guild.roles.get(role)).fold(0, |bits, role| bits | role.permissions);
        if guild.owner == who || base & bits::ADMINISTRATOR != 0 {
            return bits::ALL;
        }
        let change = |bits: u64, overwrites: &mut dyn Iterator<Item = &Overwrite>| {
            let (allow, deny) = overwrites.fold((0, 0), |(a, d), one| (a | one.allow, d | one.deny));
            bits & !deny | allow
        };
        let all = || channel.overwrites.iter();
        let with_everyone = change(base, &mut all().filter(|o| !o.is_member && o.id == everyone.0));
        let of_roles = |o: &&Overwrite| !o.is_member && member.roles.iter().any(|role| role.0 == o.id);
        let with_roles = change(with_everyone, &mut all().filter(of_roles));
        let end = change(with_roles, &mut all().filter(|o| o.is_member && o.id == who.0));
        // A user who cannot see a channel has no permissions in it.
        if end & bits::VIEW_CHANNEL == 0 { 0 } else { end }
    }

    /// Removes permissions from a user in one channel, as a moderator would in its settings.
    pub fn deny(&mut self, who: UserId, channel: ChannelId, deny: u64) {
        if let Some(channel) = self.channels.get_mut(&channel) {
            channel.overwrites.retain(|o| !(o.is_member && o.id == who.0));
            channel.overwrites.push(Overwrite { id: who.0, is_member: true, allow: 0, deny });
        }
    }

    /// Removes permissions from the bot in one channel; 0 restores them.
    pub fn deny_bot(&mut self, channel: ChannelId, deny: u64) {
        self.deny(self.application.bot, channel, deny);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use usher_clock::Clock;

    #[test]
    fn administrators_bypass_overwrites_and_channels_deny_others() {
        let mut world = World::new(&Clock::system());
        let guild = world.add_guild("g");
        let channel = world.add_channel(guild, "c");
        let boss = world.add_role(guild, "boss", bits::ADMINISTRATOR);
        let (ada, bo) = (world.add_member(guild, "ada", &[boss]), world.add_member(guild, "bo", &[]));
        world.deny(ada, channel, bits::SEND_MESSAGES);
        world.deny(bo, channel, bits::SEND_MESSAGES);
        assert_eq!(world.permissions(ada, channel), bits::ALL);
        assert_eq!(world.permissions(bo, channel), bits::EVERYONE & !bits::SEND_MESSAGES);
        world.deny(bo, channel, bits::VIEW_CHANNEL);
        assert_eq!(world.permissions(bo, channel), 0);
    }
}

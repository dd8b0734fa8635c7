//! Authorisation: capabilities, presets, grants and the decision. It is pure and fails closed: an operation without a
//! grant is denied. Of Discord it knows only the ids of servers, roles and people.

mod capability;
mod decision;
mod grants;
mod group_set;
mod invitation;
mod snowflake;

pub use capability::{Capability, CapabilitySet, Preset};
pub use decision::{Decision, Groups, How, Narrowing, Refusal, Right, Target};
pub use grants::{ChannelSetting, CountrySetting, Given, Grant, Origin, ReasonsSetting, RoleSetting, Scope, Server};
pub use group_set::{
    BadSetName, DETAIL_MARK, GROUP_SETS_MAX, GroupSet, SET_GROUPS_MAX, SET_MARK, SET_NAME_CHARS_MAX, SetName,
};
pub use invitation::{BadInvitation, GROUP_PLACE, INVITATION_CHARS_MAX, InvitationText, LINK_PLACE};
pub use snowflake::{ChannelId, GuildId, InteractionId, MessageId, NotASnowflake, RoleId, UserId};

/// The person who performs an operation, as their interaction describes them. Roles and permissions come with every
/// interaction, so that the removal of a role takes effect at the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub guild: GuildId,
    pub user: UserId,
    pub roles: Vec<RoleId>,
    /// True if the person has Discord's Administrator permission in the server, which makes them an owner there.
    pub administrator: bool,
}

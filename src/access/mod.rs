//! Who may do what: capabilities, presets, grants and the decision. Pure, and it fails closed: what no grant covers is
//! refused. It knows nothing of Discord but the numbers of servers, roles and people.

mod capability;
mod decision;
mod grants;
mod snowflake;

pub use capability::{Capability, Preset};
pub use decision::{Groups, How, Reach, Refusal, Right};
pub use grants::{ChannelSetting, Given, Grant, Origin, Scope, Server};
pub use snowflake::{ChannelId, GuildId, InteractionId, MessageId, NotASnowflake, RoleId, UserId};

/// Who asks, as their interaction shows them: roles and permissions come with every interaction, so that a role taken
/// away counts at the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    pub guild: GuildId,
    pub user: UserId,
    pub roles: Vec<RoleId>,
    /// Has Discord's Administrator permission in the server, and so is an owner there.
    pub administrator: bool,
}

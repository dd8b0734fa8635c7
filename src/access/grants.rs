//! Grants: what a role may do, in one server.

use std::collections::BTreeSet;

use super::{Capability, ChannelId, GuildId, RoleId};
use crate::groups_api::ids::{GroupId, SessionName};

/// A server that uses this bot.
#[derive(Debug, Clone)]
pub struct Server {
    pub guild: GuildId,
    /// The sessions that it may use; the first is its default. Never empty.
    pub sessions: Vec<SessionName>,
    pub grants: Vec<Grant>,
    /// Where changes and refusals are told.
    pub log_channel: Option<ChannelId>,
}

/// Gives a role some capabilities, perhaps for some sessions or groups only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub role: RoleId,
    pub capabilities: BTreeSet<Capability>,
    /// May be asked for, and somebody who holds them must approve. Never among `capabilities`.
    pub needs_approval: BTreeSet<Capability>,
    /// Absent: every session of the server.
    pub sessions: Option<BTreeSet<SessionName>>,
    /// Absent: every group.
    pub groups: Option<BTreeSet<GroupId>>,
}

impl Server {
    /// The session that is used where none is named.
    pub fn default_session(&self) -> Option<&SessionName> {
        self.sessions.first()
    }
}

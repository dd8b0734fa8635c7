//! Grants: what a role may do, in one server.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Capability, ChannelId, GuildId, RoleId};
use crate::groups_api::ids::{GroupId, SessionName};

/// A server that uses this bot: what the configuration file says of it, and what its own people have set in Discord.
#[derive(Debug, Clone)]
pub struct Server {
    pub guild: GuildId,
    /// The sessions that it may use; the first is its default. Never empty.
    pub sessions: Vec<SessionName>,
    pub grants: Vec<Grant>,
    /// Where changes and refusals are told.
    pub log: ChannelSetting,
    /// Where requests for approval are posted.
    pub approvals: ChannelSetting,
}

/// A channel, and who has set it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChannelSetting {
    pub channel: Option<ChannelId>,
    /// The configuration file names it: nobody can change it in Discord.
    pub fixed: bool,
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
    pub origin: Origin,
}

/// Who has made a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The operator, in the configuration file: it cannot be revoked in Discord.
    File,
    /// The server's own people, by `/wa-access grant` or `/wa-setup`.
    Discord,
}

/// Where a right given in Discord holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// Absent: every session of the server.
    pub session: Option<SessionName>,
    /// Absent: every group.
    pub group: Option<GroupId>,
}

/// One right given in Discord.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Given {
    pub role: RoleId,
    pub scope: Scope,
    pub capability: Capability,
    pub needs_approval: bool,
}

impl Server {
    /// The session that is used where none is named.
    pub fn default_session(&self) -> Option<&SessionName> {
        self.sessions.first()
    }

    /// The rights that were given in Discord.
    pub fn given(&self) -> impl Iterator<Item = Given> {
        self.grants.iter().filter(|grant| grant.origin == Origin::Discord).flat_map(|grant| {
            let scope = Scope {
                session: grant.sessions.iter().flatten().next().cloned(),
                group: grant.groups.iter().flatten().next().cloned(),
            };
            let held = grant.capabilities.iter().map(|capability| (*capability, false));
            let asked = grant.needs_approval.iter().map(|capability| (*capability, true));
            held.chain(asked).map(move |(capability, needs_approval)| Given {
                role: grant.role,
                scope: scope.clone(),
                capability,
                needs_approval,
            })
        })
    }

    /// Adds the rights given in Discord, one grant for each role and scope.
    pub fn give(&mut self, mut given: Vec<Given>) {
        given.sort_unstable();
        for given in given {
            let Given { role, scope, capability, needs_approval } = given;
            let sessions = scope.session.map(|session| BTreeSet::from([session]));
            let groups = scope.group.map(|group| BTreeSet::from([group]));
            let same = |grant: &&mut Grant| {
                grant.origin == Origin::Discord
                    && grant.role == role
                    && grant.sessions == sessions
                    && grant.groups == groups
            };
            let index = self.grants.iter_mut().rev().find(same);
            let grant = if let Some(grant) = index {
                grant
            } else {
                let (capabilities, needs_approval) = (BTreeSet::new(), BTreeSet::new());
                let grant = Grant { role, capabilities, needs_approval, sessions, groups, origin: Origin::Discord };
                self.grants.push(grant);
                let Some(last) = self.grants.last_mut() else { return };
                last
            };
            if needs_approval { &mut grant.needs_approval } else { &mut grant.capabilities }.insert(capability);
        }
    }
}

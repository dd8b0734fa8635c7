//! Grants: the capabilities of a role in one server.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use whatsapp::people::Country;
use whatsapp::{GroupId, SessionName};

use super::decision::within;
use super::{Capability, ChannelId, GroupSet, GuildId, InvitationText, RoleId};

/// A server that uses this bot: its section of the configuration file, and the settings that its members made in
/// Discord.
#[derive(Debug, Clone)]
pub struct Server {
    pub guild: GuildId,
    /// The sessions that the server may use; the first is its default. Never empty.
    pub sessions: Vec<SessionName>,
    pub grants: Vec<Grant>,
    /// The channel for changes and refusals.
    pub log: ChannelSetting,
    /// The channel for requests for approval.
    pub approvals: ChannelSetting,
    /// The role that Usher mentions when a request for approval arrives.
    pub approvals_role: RoleSetting,
    /// The role that Usher mentions in the log channel when an account is lost or back.
    pub alerts_role: Option<RoleId>,
    /// The country of phone numbers without a country code.
    pub country: CountrySetting,
    /// The text of invitations; `None` for that of the server's language.
    pub invitation: Option<InvitationText>,
    /// Whether a reason must be given where one can be given.
    pub reasons: ReasonsSetting,
    /// The sets of groups, by name. They were saved in Discord, and grant nothing.
    pub sets: Vec<GroupSet>,
}

/// A channel, and the source of the setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChannelSetting {
    pub channel: Option<ChannelId>,
    /// The configuration file sets it: it cannot be changed in Discord.
    pub fixed: bool,
}

/// A role, and the source of the setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoleSetting {
    pub role: Option<RoleId>,
    /// The configuration file sets it: it cannot be changed in Discord.
    pub fixed: bool,
}

/// A country, and the source of the setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CountrySetting {
    pub country: Option<Country>,
    /// The configuration file sets it: it cannot be changed in Discord.
    pub fixed: bool,
}

/// Whether reasons are required, and the source of the setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReasonsSetting {
    pub required: bool,
    /// The configuration file sets it: it cannot be changed in Discord.
    pub fixed: bool,
}

/// Grants a role capabilities, optionally only for some sessions or groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub role: RoleId,
    pub capabilities: BTreeSet<Capability>,
    /// Capabilities that may be requested, and that a holder must approve. They are never among `capabilities`.
    pub needs_approval: BTreeSet<Capability>,
    /// `None`: every session of the server.
    pub sessions: Option<BTreeSet<SessionName>>,
    /// `None`: every group.
    pub groups: Option<BTreeSet<GroupId>>,
    pub origin: Origin,
}

/// The source of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The operator, in the configuration file: the grant cannot be revoked in Discord.
    File,
    /// A member of the server, by `/wa-access grant` or `/wa-setup`.
    Discord,
}

/// The scope of a capability granted in Discord.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// `None`: every session of the server.
    pub session: Option<SessionName>,
    /// `None`: every group.
    pub group: Option<GroupId>,
}

/// One capability granted in Discord.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Given {
    pub role: RoleId,
    pub scope: Scope,
    pub capability: Capability,
    pub needs_approval: bool,
}

impl RoleId {
    /// Returns whether it is the role `@everyone`, which has the id of its server (Discord, "Role Object").
    pub fn is_everyone(self, guild: GuildId) -> bool {
        self.0 == guild.0
    }
}

impl Server {
    /// Returns the session that is used if none is named.
    pub fn default_session(&self) -> Option<&SessionName> {
        self.sessions.first()
    }

    /// Returns the role to mention when a request for approval arrives. `@everyone` is never mentioned.
    pub fn role_for_approvals(&self) -> Option<RoleId> {
        self.approvals_role.role.filter(|role| !role.is_everyone(self.guild))
    }

    /// Returns the role to mention when an account is lost or back. `@everyone` is never mentioned.
    pub fn role_for_alerts(&self) -> Option<RoleId> {
        self.alerts_role.filter(|role| !role.is_everyone(self.guild))
    }

    /// Returns the capabilities that were granted in Discord.
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

    /// Returns whether this grant would change nothing: its role has the capability already, everywhere in the scope.
    pub fn has_already(&self, given: &Given) -> bool {
        let Given { role, scope, capability, needs_approval } = given;
        let is_same = |grant: &Grant| {
            let session = scope.session.as_ref().map(|session| BTreeSet::from([session.clone()]));
            let group = scope.group.as_ref().map(|group| BTreeSet::from([group.clone()]));
            grant.origin == Origin::Discord && grant.sessions == session && grant.groups == group
        };
        let covers = |grant: &&Grant| {
            grant.role == *role
                && within(grant.sessions.as_ref(), scope.session.as_ref())
                && within(grant.groups.as_ref(), scope.group.as_ref())
        };
        self.grants.iter().filter(covers).any(|grant| {
            let is_held = grant.capabilities.contains(capability);
            // A capability that needs approval replaces the same capability without approval.
            if *needs_approval {
                grant.needs_approval.contains(capability) || is_held && !is_same(grant)
            } else {
                is_held
            }
        })
    }

    /// Adds the capabilities granted in Discord, one grant for each role and scope.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::access::{Actor, Groups, Target, UserId};

    const GUILD: GuildId = GuildId(1);

    fn scope() -> impl Strategy<Value = Scope> {
        let session = proptest::option::of(prop::sample::select(vec!["default", "second", "foreign"]));
        let group = proptest::option::of(1..4_u64);
        (session, group).prop_map(|(session, group)| Scope {
            session: session.map(|name| name.parse().unwrap()),
            group: group.map(|number| format!("{number}@g.us").parse().unwrap()),
        })
    }

    fn given() -> impl Strategy<Value = Given> {
        let capability = prop::sample::select(Capability::ALL.to_vec());
        (10..13_u64, scope(), capability, any::<bool>()).prop_map(|(role, scope, capability, needs_approval)| Given {
            role: RoleId(role),
            scope,
            capability,
            needs_approval,
        })
    }

    /// Capabilities as the store holds them, without duplicates.
    fn rights() -> impl Strategy<Value = Vec<Given>> {
        prop::collection::vec(given(), 0..12).prop_map(|mut all| {
            let key = |one: &Given| (one.role, one.scope.clone(), one.capability);
            all.sort_by_key(key);
            all.dedup_by_key(|one| key(one));
            all
        })
    }

    fn server(given: Vec<Given>) -> Server {
        let mut server = Server {
            guild: GUILD,
            sessions: vec!["default".parse().unwrap(), "second".parse().unwrap()],
            grants: Vec::new(),
            log: ChannelSetting::default(),
            approvals: ChannelSetting::default(),
            approvals_role: RoleSetting::default(),
            alerts_role: None,
            country: CountrySetting::default(),
            invitation: None,
            reasons: ReasonsSetting::default(),
            sets: Vec::new(),
        };
        server.give(given);
        server
    }

    proptest! {
        #[test]
        fn what_was_given_can_be_taken_as_it_was_given(all in rights()) {
            let mut back: Vec<Given> = server(all.clone()).given().collect();
            back.sort();
            let mut all = all;
            all.sort();
            prop_assert_eq!(back, all);
        }

        /// A grant of a capability that the role already has changes no decision for any actor or target.
        #[test]
        fn what_is_there_already_changes_no_decision(
            all in rights(),
            wanted in given(),
            session in prop::sample::select(vec!["default", "second"]),
            group in proptest::option::of(1..4_u64),
        ) {
            let before = server(all.clone());
            let mut after = all.clone();
            after.retain(|one| (one.role, &one.scope, one.capability) != (wanted.role, &wanted.scope, wanted.capability));
            after.push(wanted.clone());
            let after = server(after);
            prop_assert!(after.has_already(&wanted));
            if all.contains(&wanted) {
                prop_assert!(before.has_already(&wanted));
            }
            if before.has_already(&wanted) {
                let actor = Actor { guild: GUILD, user: UserId(5), roles: vec![wanted.role], administrator: false };
                let session = session.parse().unwrap();
                let group: Option<GroupId> = group.map(|number| format!("{number}@g.us").parse().unwrap());
                let groups = group.as_ref().map_or(Groups::Any, Groups::One);
                let target = Target { session: Some(&session), groups };
                let decide = |server: &Server| server.decide(&actor, wanted.capability, target);
                prop_assert_eq!(decide(&before), decide(&after));
            }
        }

        /// An actor who passes a capability on has it everywhere that the receiver will have it.
        #[test]
        fn nobody_can_give_what_they_do_not_hold(
            all in rights(),
            wanted in given(),
            roles in prop::collection::vec(10..13_u64, 0..3),
            session in prop::sample::select(vec!["default", "second", "foreign"]),
            group in proptest::option::of(1..4_u64),
        ) {
            let server = server(all);
            let roles = roles.into_iter().map(RoleId).collect();
            let giver = Actor { guild: GUILD, user: UserId(5), roles, administrator: false };
            if !server.holds_throughout(&giver, wanted.capability, &wanted.scope) {
                return Ok(());
            }
            // A member who has only the capability that was passed on.
            let mut after = server.clone();
            let wanted = Given { role: RoleId(99), needs_approval: false, ..wanted };
            let capability = wanted.capability;
            after.give(vec![wanted]);
            let taker = Actor { roles: vec![RoleId(99)], ..giver.clone() };
            let session = session.parse().unwrap();
            let group: Option<GroupId> = group.map(|number| format!("{number}@g.us").parse().unwrap());
            let groups = group.as_ref().map_or(Groups::Any, Groups::One);
            for target in [
                Target { session: Some(&session), groups },
                Target { session: None, groups },
                Target { session: Some(&session), groups: Groups::InScope },
            ] {
                let (takes, gives) = (after.decide(&taker, capability, target), after.decide(&giver, capability, target));
                prop_assert!(!takes.is_allowed() || gives.is_allowed(), "{:?}", target);
            }
        }
    }
}

//! The decision: may this person do this, here? A pure function of the server's grants, the person and what the
//! operation touches.

use std::collections::BTreeSet;

use super::{Asker, Capability, Grant, RoleId, Scope, Server};
use crate::groups_api::ids::{GroupId, SessionName};

/// What an operation touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach<'a> {
    /// `None`: not known yet, or no session in particular; one session in scope is then enough.
    pub session: Option<&'a SessionName>,
    pub groups: Groups<'a>,
}

impl<'a> Reach<'a> {
    pub fn of_group(session: &'a SessionName, group: &'a GroupId) -> Self {
        Self { session: Some(session), groups: Groups::One(group) }
    }
}

/// Which groups an operation touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Groups<'a> {
    /// This one.
    One(&'a GroupId),
    /// Not known yet, or those in scope, whichever they are (a list, from which the others are kept out).
    InScope,
    /// None in particular, and so it takes a grant that is not narrowed to groups (create, join, preview).
    Any,
}

/// Why not, and who could.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("needs {needs}")]
pub struct Refusal {
    pub needs: Capability,
    /// The person has the capability elsewhere: for other groups or sessions.
    pub elsewhere: bool,
    /// The person may ask for it, and somebody must approve.
    pub needs_approval: bool,
    /// The roles that have the capability here. Administrators always do.
    pub holders: Vec<RoleId>,
}

impl Server {
    /// Whether `asker` may do what needs `needs` at `reach`. No grant: no.
    pub fn decide(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Refusal> {
        let own_session = reach.session.is_none_or(|session| self.sessions.contains(session));
        let in_this_server = asker.guild == self.guild && own_session;
        let held = |grant: &&Grant| self.is_held(grant, asker);
        let gives = |grant: &&Grant| grant.capabilities.contains(&needs);

        let administers = asker.administrator;
        if in_this_server && (administers || self.grants.iter().filter(held).filter(gives).any(|g| g.covers(reach))) {
            return Ok(());
        }
        let asks_for = |grant: &Grant| grant.needs_approval.contains(&needs) && grant.covers(reach);
        let holders = roles_of(self.grants.iter().filter(gives).filter(|grant| grant.covers(reach)));
        Err(Refusal {
            needs,
            elsewhere: self.grants.iter().filter(held).any(|grant| gives(&grant)),
            needs_approval: in_this_server && self.grants.iter().filter(held).any(asks_for),
            holders,
        })
    }

    /// Whether `asker` may do it, or may at least ask for it. Never enough to act on.
    pub fn may_ask(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Refusal> {
        match self.decide(asker, needs, reach) {
            Err(refusal) if !refusal.needs_approval => Err(refusal),
            _ => Ok(()),
        }
    }

    /// Whether a single grant of the person's gives the capability everywhere in `scope`, so that they may pass it on:
    /// nobody gives more than they hold.
    pub fn holds_throughout(&self, asker: &Asker, capability: Capability, scope: &Scope) -> bool {
        let own_session = scope.session.as_ref().is_none_or(|session| self.sessions.contains(session));
        let mut held = self.grants.iter().filter(|grant| self.is_held(grant, asker));
        asker.guild == self.guild
            && own_session
            && (asker.administrator || held.any(|grant| grant.gives_throughout(capability, scope)))
    }

    /// The roles that have the capability everywhere in `scope`. Administrators always do.
    pub fn holders_throughout(&self, capability: Capability, scope: &Scope) -> Vec<RoleId> {
        roles_of(self.grants.iter().filter(|grant| grant.gives_throughout(capability, scope)))
    }

    /// What somebody may do, and through which role: at `reach`, or anywhere.
    pub fn rights_of(&self, asker: &Asker, reach: Option<Reach<'_>>) -> Vec<Right> {
        let held = |grant: &&Grant| self.is_held(grant, asker) && reach.is_none_or(|reach| grant.covers(reach));
        let right = |capability: Capability| {
            let through = |grant: &&Grant| grant.capabilities.contains(&capability);
            let asks = |grant: &&Grant| grant.needs_approval.contains(&capability);
            let mut all: Vec<(RoleId, bool)> = self
                .grants
                .iter()
                .filter(held)
                .filter(through)
                .map(|grant| (grant.role, grant.is_narrowed()))
                .collect();
            // Of one role, the wider of two grants.
            all.sort_unstable();
            all.dedup_by_key(|(role, _)| *role);
            let asking = roles_of(self.grants.iter().filter(held).filter(asks));
            let how = match (asker.administrator, all.is_empty(), asking.is_empty()) {
                (true, ..) => How::Administrator,
                (_, false, _) => How::Through(all),
                (_, true, false) => How::ByApproval(asking),
                (_, true, true) => How::Not,
            };
            Right { capability, how }
        };
        Capability::ALL.into_iter().map(right).collect()
    }

    /// Whether the person has the grant's role; everybody has the role that bears the server's number.
    fn is_held(&self, grant: &Grant, asker: &Asker) -> bool {
        grant.role.0 == self.guild.0 || asker.roles.contains(&grant.role)
    }
}

/// The roles that the grants are given to, each once, in their order.
fn roles_of<'a>(grants: impl Iterator<Item = &'a Grant>) -> Vec<RoleId> {
    grants.map(|grant| grant.role).collect::<BTreeSet<_>>().into_iter().collect()
}

/// One capability of somebody, and where they have it from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    pub capability: Capability,
    pub how: How,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    Administrator,
    /// Through these roles; `true`: for some groups or sessions only.
    Through(Vec<(RoleId, bool)>),
    /// May ask for it, through these roles.
    ByApproval(Vec<RoleId>),
    Not,
}

/// Whether what a grant is narrowed to holds all of what is wanted; `None` is everything.
pub(super) fn within<T: Ord>(narrowed_to: Option<&BTreeSet<T>>, wanted: Option<&T>) -> bool {
    match (narrowed_to, wanted) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(some), Some(one)) => some.contains(one),
    }
}

impl Grant {
    fn is_narrowed(&self) -> bool {
        self.sessions.is_some() || self.groups.is_some()
    }

    fn gives_throughout(&self, capability: Capability, scope: &Scope) -> bool {
        self.capabilities.contains(&capability)
            && within(self.sessions.as_ref(), scope.session.as_ref())
            && within(self.groups.as_ref(), scope.group.as_ref())
    }

    fn covers(&self, reach: Reach<'_>) -> bool {
        let session = match (&self.sessions, reach.session) {
            (None, _) | (Some(_), None) => true,
            (Some(sessions), Some(session)) => sessions.contains(session),
        };
        let groups = match (&self.groups, reach.groups) {
            (None, _) | (Some(_), Groups::InScope) => true,
            (Some(groups), Groups::One(group)) => groups.contains(group),
            (Some(_), Groups::Any) => false,
        };
        session && groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{ChannelSetting, GuildId, Origin, Preset, UserId};

    const GUILD: GuildId = GuildId(1);
    const MODERATOR: RoleId = RoleId(10);
    const HELPER: RoleId = RoleId(11);

    fn session(name: &str) -> SessionName {
        name.parse().unwrap()
    }

    fn group(number: u64) -> GroupId {
        format!("{number}@g.us").parse().unwrap()
    }

    fn grant(role: RoleId, preset: Preset) -> Grant {
        Grant {
            role,
            capabilities: preset.capabilities().collect(),
            needs_approval: BTreeSet::new(),
            sessions: None,
            groups: None,
            origin: Origin::File,
        }
    }

    fn asker(roles: &[RoleId]) -> Asker {
        Asker { guild: GUILD, user: UserId(5), roles: roles.to_vec(), administrator: false }
    }

    fn server() -> Server {
        let helper = Grant { groups: Some([group(1)].into()), ..grant(HELPER, Preset::Helper) };
        Server {
            guild: GUILD,
            sessions: vec![session("default"), session("second")],
            grants: vec![grant(MODERATOR, Preset::Moderator), helper],
            log: ChannelSetting::default(),
            approvals: ChannelSetting::default(),
        }
    }

    #[test]
    fn the_decision_follows_the_table() {
        let (default, foreign) = (session("default"), session("foreign"));
        let (first, second) = (group(1), group(2));
        let one = |group| Groups::One(group);
        let server = server();
        for (roles, needs, session, groups, allowed) in [
            // Nobody may do anything without a grant.
            (&[][..], Capability::GroupsRead, Some(&default), Groups::InScope, false),
            (&[RoleId(99)], Capability::GroupsRead, None, Groups::InScope, false),
            // A preset gives what it holds, and no more.
            (&[MODERATOR], Capability::InvitesRevoke, Some(&default), one(&second), true),
            (&[MODERATOR], Capability::GroupsDelete, Some(&default), one(&second), false),
            // A session that is not the server's is out of reach for everybody.
            (&[MODERATOR], Capability::GroupsRead, Some(&foreign), Groups::InScope, false),
            // A grant narrowed to a group covers that group alone.
            (&[HELPER], Capability::MembersAdd, Some(&default), one(&first), true),
            (&[HELPER], Capability::MembersAdd, Some(&default), one(&second), false),
            (&[HELPER], Capability::InvitesRevoke, Some(&default), one(&first), false),
            // It lets a list be asked for, and nothing that touches no group in particular.
            (&[HELPER], Capability::GroupsRead, Some(&default), Groups::InScope, true),
            (&[HELPER], Capability::GroupsRead, Some(&default), Groups::Any, false),
            (&[HELPER, MODERATOR], Capability::GroupsRead, Some(&default), Groups::Any, true),
        ] {
            let decision = server.decide(&asker(roles), needs, Reach { session, groups });
            assert_eq!(decision.is_ok(), allowed, "{roles:?} {needs} {session:?} {groups:?}");
        }
    }

    #[test]
    fn an_administrator_owns_their_server_and_no_other() {
        let boss = Asker { administrator: true, ..asker(&[]) };
        let anywhere = Reach { session: None, groups: Groups::Any };
        assert!(server().decide(&boss, Capability::AccessManage, anywhere).is_ok());
        let elsewhere = Asker { guild: GuildId(2), ..boss.clone() };
        assert!(server().decide(&elsewhere, Capability::GroupsRead, anywhere).is_err());
        let foreign = session("foreign");
        let reach = Reach { session: Some(&foreign), groups: Groups::Any };
        assert!(server().decide(&boss, Capability::GroupsRead, reach).is_err());
    }

    #[test]
    fn a_refusal_says_what_is_missing_and_who_has_it() {
        let (default, second) = (session("default"), group(2));
        let reach = Reach { session: Some(&default), groups: Groups::One(&second) };
        let refusal = server().decide(&asker(&[HELPER]), Capability::MembersAdd, reach).unwrap_err();
        let expected =
            Refusal { needs: Capability::MembersAdd, elsewhere: true, needs_approval: false, holders: vec![MODERATOR] };
        assert_eq!(refusal, expected);
    }

    #[test]
    fn what_needs_approval_is_not_granted() {
        let mut server = server();
        let asking = Grant {
            capabilities: [].into(),
            needs_approval: [Capability::GroupsCreate].into(),
            ..grant(MODERATOR, Preset::Viewer)
        };
        server.grants.push(asking);
        let reach = Reach { session: None, groups: Groups::Any };
        let refusal = server.decide(&asker(&[MODERATOR]), Capability::GroupsCreate, reach).unwrap_err();
        assert!(refusal.needs_approval && refusal.holders.is_empty());
    }

    #[test]
    fn a_grant_to_everybody_is_a_grant_to_the_role_that_bears_the_servers_number() {
        let mut server = server();
        server.grants.push(grant(RoleId(GUILD.0), Preset::Viewer));
        let reach = Reach { session: None, groups: Groups::Any };
        assert!(server.decide(&asker(&[]), Capability::GroupsRead, reach).is_ok());
    }
}

//! The authorisation decision: a pure function of the server's grants, the actor, and the target of the operation.

use std::collections::{BTreeMap, BTreeSet};

use whatsapp::{GroupId, SessionName};

use super::{Actor, Capability, Grant, RoleId, Scope, Server};

/// The target of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'a> {
    /// `None`: not known yet, or no particular session; one session in scope is then enough.
    pub session: Option<&'a SessionName>,
    pub groups: Groups<'a>,
}

impl<'a> Target<'a> {
    /// Any session and all groups in scope.
    pub const IN_SCOPE: Self = Self { session: None, groups: Groups::InScope };

    pub fn of_group(session: &'a SessionName, group: &'a GroupId) -> Self {
        Self { session: Some(session), groups: Groups::One(group) }
    }
}

/// The groups that an operation touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Groups<'a> {
    /// One group.
    One(&'a GroupId),
    /// Not known yet, or all groups in scope (for a list, which leaves out the others).
    InScope,
    /// No particular group: it needs a grant without a restriction to groups (create, join, preview).
    Any,
}

/// The authorisation decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The person may perform the operation.
    Allow,
    /// The person may request the operation, and another person must approve it.
    NeedsApproval,
    Deny,
}

impl Decision {
    pub fn is_allowed(self) -> bool {
        self == Self::Allow
    }

    /// Returns whether the person may perform the operation, or at least request it.
    pub fn may_request(self) -> bool {
        self != Self::Deny
    }
}

/// An explanation why a person may not perform an operation, with the roles that could.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("needs {needs}")]
pub struct Refusal {
    pub needs: Capability,
    /// True if the person has the capability elsewhere: for other groups or sessions.
    pub elsewhere: bool,
    /// True if the person may request it, and another person must approve.
    pub needs_approval: bool,
    /// The roles that have the capability here. Administrators always do.
    pub holders: Vec<RoleId>,
}

impl Server {
    /// Decides whether `actor` may perform an operation that needs the capability `needs` at `target`. Without a grant
    /// the decision is [`Decision::Deny`].
    pub fn decide(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Decision {
        let own_session = target.session.is_none_or(|session| self.sessions.contains(session));
        if actor.guild != self.guild || !own_session {
            return Decision::Deny;
        }
        if actor.administrator {
            return Decision::Allow;
        }
        let mut decision = Decision::Deny;
        for grant in self.grants.iter().filter(|grant| self.is_held(grant, actor) && grant.covers(target)) {
            if grant.capabilities.contains(&needs) {
                return Decision::Allow;
            }
            if grant.needs_approval.contains(&needs) {
                decision = Decision::NeedsApproval;
            }
        }
        decision
    }

    /// Explains a decision that is not [`Decision::Allow`].
    pub fn explain(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Refusal {
        let gives = |grant: &&Grant| grant.capabilities.contains(&needs);
        Refusal {
            needs,
            elsewhere: self.grants.iter().filter(gives).any(|grant| self.is_held(grant, actor)),
            needs_approval: self.decide(actor, needs, target) == Decision::NeedsApproval,
            holders: roles_of(self.grants.iter().filter(gives).filter(|grant| grant.covers(target))),
        }
    }

    /// Returns whether a role has the capability at `target`.
    pub fn is_granted(&self, capability: Capability, target: Target<'_>) -> bool {
        self.grants.iter().any(|grant| grant.capabilities.contains(&capability) && grant.covers(target))
    }

    /// Returns whether a single grant of the person covers the capability everywhere in `scope`, so that they may pass
    /// it on: a person cannot grant more than they hold.
    pub fn holds_throughout(&self, actor: &Actor, capability: Capability, scope: &Scope) -> bool {
        let own_session = scope.session.as_ref().is_none_or(|session| self.sessions.contains(session));
        let mut held = self.grants.iter().filter(|grant| self.is_held(grant, actor));
        actor.guild == self.guild
            && own_session
            && (actor.administrator || held.any(|grant| grant.gives_throughout(capability, scope)))
    }

    /// Returns the roles that have the capability everywhere in `scope`. Administrators always do.
    pub fn holders_throughout(&self, capability: Capability, scope: &Scope) -> Vec<RoleId> {
        roles_of(self.grants.iter().filter(|grant| grant.gives_throughout(capability, scope)))
    }

    /// Returns the person's capabilities and the roles that grant them: at `target`, or anywhere.
    pub fn rights_of(&self, actor: &Actor, target: Option<Target<'_>>) -> Vec<Right> {
        let held = |grant: &&Grant| self.is_held(grant, actor) && target.is_none_or(|target| grant.covers(target));
        let right = |capability: Capability| {
            let through = |grant: &&Grant| grant.capabilities.contains(&capability);
            let asks = |grant: &&Grant| grant.needs_approval.contains(&capability);
            let mut by_role: BTreeMap<RoleId, Vec<Narrowing>> = BTreeMap::new();
            for grant in self.grants.iter().filter(held).filter(through) {
                by_role.entry(grant.role).or_default().push(grant.narrowing());
            }
            // A grant to a role for everything makes its narrower ones irrelevant.
            let widest = |all: Vec<Narrowing>| if all.iter().any(Narrowing::is_none) { Vec::new() } else { all };
            let all: Vec<_> = by_role.into_iter().map(|(role, narrowed)| (role, widest(narrowed))).collect();
            let asking = roles_of(self.grants.iter().filter(held).filter(asks));
            let how = match (actor.administrator, all.is_empty(), asking.is_empty()) {
                (true, ..) => How::Administrator,
                (_, false, _) => How::Through(all),
                (_, true, false) => How::ByApproval(asking),
                (_, true, true) => How::Not,
            };
            Right { capability, how }
        };
        Capability::ALL.into_iter().map(right).collect()
    }

    /// Returns whether the person has the grant's role; every member has the role that has the server's id.
    fn is_held(&self, grant: &Grant, actor: &Actor) -> bool {
        grant.role.0 == self.guild.0 || actor.roles.contains(&grant.role)
    }
}

/// Returns the roles of the grants, without duplicates, in order.
fn roles_of<'a>(grants: impl Iterator<Item = &'a Grant>) -> Vec<RoleId> {
    grants.map(|grant| grant.role).collect::<BTreeSet<_>>().into_iter().collect()
}

/// One capability of a person, and the roles that grant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    pub capability: Capability,
    pub how: How,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    Administrator,
    /// The roles that grant it, each with its restrictions; without one, a role grants it for everything.
    Through(Vec<(RoleId, Vec<Narrowing>)>),
    /// The roles by which it may be requested.
    ByApproval(Vec<RoleId>),
    Not,
}

/// The restriction of a grant to groups and sessions; `None` stands for everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowing {
    pub sessions: Option<BTreeSet<SessionName>>,
    pub groups: Option<BTreeSet<GroupId>>,
}

impl Narrowing {
    fn is_none(&self) -> bool {
        self.sessions.is_none() && self.groups.is_none()
    }
}

/// Returns whether a grant's restriction includes `wanted`; `None` stands for everything.
pub(super) fn within<T: Ord>(narrowed_to: Option<&BTreeSet<T>>, wanted: Option<&T>) -> bool {
    match (narrowed_to, wanted) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(some), Some(one)) => some.contains(one),
    }
}

impl Grant {
    fn narrowing(&self) -> Narrowing {
        Narrowing { sessions: self.sessions.clone(), groups: self.groups.clone() }
    }

    fn gives_throughout(&self, capability: Capability, scope: &Scope) -> bool {
        self.capabilities.contains(&capability)
            && within(self.sessions.as_ref(), scope.session.as_ref())
            && within(self.groups.as_ref(), scope.group.as_ref())
    }

    fn covers(&self, target: Target<'_>) -> bool {
        let session = match (&self.sessions, target.session) {
            (None, _) | (Some(_), None) => true,
            (Some(sessions), Some(session)) => sessions.contains(session),
        };
        let groups = match (&self.groups, target.groups) {
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
    use crate::access::{ChannelSetting, CountrySetting, GuildId, Origin, Preset, ReasonsSetting, RoleSetting, UserId};

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

    fn actor(roles: &[RoleId]) -> Actor {
        Actor { guild: GUILD, user: UserId(5), roles: roles.to_vec(), administrator: false }
    }

    fn server() -> Server {
        let helper = Grant { groups: Some([group(1)].into()), ..grant(HELPER, Preset::Helper) };
        Server {
            guild: GUILD,
            sessions: vec![session("default"), session("second")],
            grants: vec![grant(MODERATOR, Preset::Moderator), helper],
            log: ChannelSetting::default(),
            approvals: ChannelSetting::default(),
            approvals_role: RoleSetting::default(),
            alerts_role: None,
            country: CountrySetting::default(),
            invitation: None,
            reasons: ReasonsSetting::default(),
            sets: Vec::new(),
        }
    }

    #[test]
    fn the_decision_follows_the_table() {
        let (default, foreign) = (session("default"), session("foreign"));
        let (first, second) = (group(1), group(2));
        let one = |group| Groups::One(group);
        let server = server();
        for (roles, needs, session, groups, allowed) in [
            // Without a grant, every operation is denied.
            (&[][..], Capability::GroupsRead, Some(&default), Groups::InScope, false),
            (&[RoleId(99)], Capability::GroupsRead, None, Groups::InScope, false),
            // A preset gives its own capabilities, and no more.
            (&[MODERATOR], Capability::InvitesRevoke, Some(&default), one(&second), true),
            (&[MODERATOR], Capability::GroupsDelete, Some(&default), one(&second), false),
            // A session of another server is out of reach for every member.
            (&[MODERATOR], Capability::GroupsRead, Some(&foreign), Groups::InScope, false),
            // A grant restricted to a group covers only that group.
            (&[HELPER], Capability::MembersAdd, Some(&default), one(&first), true),
            (&[HELPER], Capability::MembersAdd, Some(&default), one(&second), false),
            (&[HELPER], Capability::InvitesRevoke, Some(&default), one(&first), false),
            // It permits requests for lists, and no operation without a particular group.
            (&[HELPER], Capability::GroupsRead, Some(&default), Groups::InScope, true),
            (&[HELPER], Capability::GroupsRead, Some(&default), Groups::Any, false),
            (&[HELPER, MODERATOR], Capability::GroupsRead, Some(&default), Groups::Any, true),
        ] {
            let decision = server.decide(&actor(roles), needs, Target { session, groups });
            assert_eq!(decision.is_allowed(), allowed, "{roles:?} {needs} {session:?} {groups:?}");
        }
    }

    #[test]
    fn an_administrator_owns_their_server_and_no_other() {
        let boss = Actor { administrator: true, ..actor(&[]) };
        let anywhere = Target { session: None, groups: Groups::Any };
        assert_eq!(server().decide(&boss, Capability::AccessManage, anywhere), Decision::Allow);
        let elsewhere = Actor { guild: GuildId(2), ..boss.clone() };
        assert_eq!(server().decide(&elsewhere, Capability::GroupsRead, anywhere), Decision::Deny);
        let foreign = session("foreign");
        let target = Target { session: Some(&foreign), groups: Groups::Any };
        assert_eq!(server().decide(&boss, Capability::GroupsRead, target), Decision::Deny);
    }

    #[test]
    fn a_refusal_says_what_is_missing_and_who_has_it() {
        let (default, second) = (session("default"), group(2));
        let target = Target { session: Some(&default), groups: Groups::One(&second) };
        assert_eq!(server().decide(&actor(&[HELPER]), Capability::MembersAdd, target), Decision::Deny);
        let refusal = server().explain(&actor(&[HELPER]), Capability::MembersAdd, target);
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
        let target = Target { session: None, groups: Groups::Any };
        let decision = server.decide(&actor(&[MODERATOR]), Capability::GroupsCreate, target);
        assert_eq!(decision, Decision::NeedsApproval);
        let refusal = server.explain(&actor(&[MODERATOR]), Capability::GroupsCreate, target);
        assert!(refusal.needs_approval && refusal.holders.is_empty());
    }

    #[test]
    fn everyone_grant_applies_to_the_role_with_the_server_id() {
        let mut server = server();
        server.grants.push(grant(RoleId(GUILD.0), Preset::Viewer));
        let target = Target { session: None, groups: Groups::Any };
        assert_eq!(server.decide(&actor(&[]), Capability::GroupsRead, target), Decision::Allow);
    }
}

//! Rights that are granted and revoked in Discord. No one grants more than they hold or changes rights outside of their
//! own grant. The rights from the configuration file stay the operator's.

use std::collections::BTreeSet;

use whatsapp::SessionName;

use super::{Current, Request, Services, entry};
use crate::access::{
    Actor, Capability, ChannelId, Given, Grant, Groups, Origin, Preset, Refusal, RoleId, Scope, Target,
};
use crate::error::UserError;
use crate::operations::{ACCESS_GRANT, ACCESS_REVOKE, GroupRef, Outcome, Purpose, SETUP};
use crate::store::{AuditEnd, AuditSubject, RuleChange};

/// Rights to grant to a role, or to revoke from it.
#[derive(Debug, Clone)]
pub struct GrantChange {
    pub role: RoleId,
    pub preset: Option<Preset>,
    pub capabilities: BTreeSet<Capability>,
    pub needs_approval: BTreeSet<Capability>,
    /// Every granted right needs approval.
    pub all_need_approval: bool,
    pub session: Option<SessionName>,
    pub group: Option<GroupRef>,
}

impl GrantChange {
    fn scope(&self) -> Scope {
        Scope { session: self.session.clone(), group: self.group.as_ref().map(|at| at.group.clone()) }
    }

    /// Returns all named capabilities, whether they are granted or need approval.
    fn named(&self) -> BTreeSet<Capability> {
        let of_preset = self.preset.into_iter().flat_map(Preset::capabilities);
        of_preset.chain(self.singly_named()).collect()
    }

    fn singly_named(&self) -> impl Iterator<Item = Capability> {
        self.capabilities.iter().chain(&self.needs_approval).copied()
    }

    /// Returns the named capabilities that have no effect in a group's scope, because they concern no group in
    /// particular.
    pub fn without_effect(&self) -> BTreeSet<Capability> {
        let mut all = self.named();
        all.retain(|capability| self.group.is_some() && !capability.is_of_a_group());
        all
    }

    fn what(&self, operation: &str) -> AuditSubject {
        AuditSubject {
            operation: operation.to_owned(),
            session: self.session.clone().or_else(|| self.group.as_ref().map(|at| at.session.clone())),
            group: self.group.as_ref().map(|at| at.group.clone()),
            group_name: self.group.as_ref().and_then(|at| at.name.clone()),
            data: None,
        }
    }
}

impl Services {
    /// Grants rights to a role.
    pub async fn grant(&self, request: &Request, giving: &GrantChange) -> Result<Outcome, UserError> {
        let actor = &request.actor;
        let server = self.server(actor).await?;
        let (scope, mut named) = (giving.scope(), giving.named());
        manages(&server, actor, &scope)?;
        if named.is_empty() {
            return Err(UserError::OptionMissing(&["preset", "capability"]));
        }
        // A preset leaves them out.
        let without_effect = giving.without_effect();
        let of_these: BTreeSet<Capability> =
            giving.singly_named().filter(|capability| without_effect.contains(capability)).collect();
        if !of_these.is_empty() {
            return Err(UserError::NoEffectInGroup { capabilities: of_these.into_iter().collect() });
        }
        named.retain(|capability| !without_effect.contains(capability));
        let beyond: Vec<Capability> =
            named.iter().copied().filter(|capability| !server.holds_throughout(actor, *capability, &scope)).collect();
        if !beyond.is_empty() {
            return Err(UserError::BeyondOwn { capabilities: beyond });
        }
        let given = |capability| Given {
            role: giving.role,
            scope: scope.clone(),
            capability,
            needs_approval: giving.all_need_approval || giving.needs_approval.contains(&capability),
        };
        let given: Vec<Given> = named.into_iter().map(given).collect();
        if given.iter().all(|given| server.has_already(given)) {
            return Err(UserError::NothingToGrant);
        }
        let outcome = Outcome::Granted { role: giving.role, given: given.clone() };
        self.change_rules(request, giving.what(ACCESS_GRANT), RuleChange::Give(given), outcome).await
    }

    /// Revokes rights from a role: the named ones, or all, in one group or everywhere.
    pub async fn revoke(&self, request: &Request, taking: &GrantChange) -> Result<Outcome, UserError> {
        let actor = &request.actor;
        let server = self.server(actor).await?;
        manages_anywhere(&server, actor)?;
        let (named, group) = (taking.named(), taking.group.as_ref().map(|at| &at.group));
        let is_meant = |given: &Given| {
            given.role == taking.role
                && (named.is_empty() || named.contains(&given.capability))
                && (group.is_none() || given.scope.group.as_ref() == group)
        };
        let (mine, others): (Vec<Given>, Vec<Given>) =
            server.given().filter(is_meant).partition(|given| manages(&server, actor, &given.scope).is_ok());
        if mine.is_empty() {
            let is_of_file = |grant: &Grant| {
                grant.origin == Origin::File
                    && grant.role == taking.role
                    && (named.is_empty()
                        || named
                            .iter()
                            .any(|one| grant.capabilities.contains(one) || grant.needs_approval.contains(one)))
            };
            return Err(match others.first() {
                Some(given) => manages(&server, actor, &given.scope).err().unwrap_or(UserError::Internal),
                None => UserError::NothingToRevoke { in_file: server.grants.iter().any(is_of_file) },
            });
        }
        let outcome = Outcome::Revoked { role: taking.role, taken: mine.clone() };
        self.change_rules(request, taking.what(ACCESS_REVOKE), RuleChange::Take(mine), outcome).await
    }

    /// Sets or clears a server's channel. Only Administrators may.
    pub async fn set_channel(
        &self,
        request: &Request,
        purpose: Purpose,
        channel: Option<ChannelId>,
    ) -> Result<Outcome, UserError> {
        let server = self.administered(&request.actor).await?;
        let setting = match purpose {
            Purpose::Log => server.log,
            Purpose::Approvals => server.approvals,
        };
        if setting.fixed {
            return Err(UserError::FixedByFile);
        }
        if setting.channel == channel {
            return Err(UserError::SetAlready);
        }
        let change = match purpose {
            Purpose::Log => RuleChange::LogChannel(channel),
            Purpose::Approvals => RuleChange::ApprovalsChannel(channel),
        };
        let what = AuditSubject::of(SETUP);
        self.change_rules(request, what, change, Outcome::ChannelSet { purpose, channel }).await
    }

    /// Returns the rules of a server in which the actor is an Administrator.
    pub async fn administered(&self, actor: &Actor) -> Result<Current, UserError> {
        let server = self.server(actor).await?;
        if actor.administrator { Ok(server) } else { Err(UserError::NotAdministrator) }
    }

    /// Returns the rules of a server in which the actor manages access, and the grants within the groups that the actor
    /// manages.
    pub async fn managed(&self, actor: &Actor) -> Result<(Current, Vec<Grant>), UserError> {
        let server = self.server(actor).await?;
        manages_anywhere(&server, actor)?;
        let may_see = |session: &SessionName, groups: Groups<'_>| {
            server.decide(actor, Capability::AccessManage, Target { session: Some(session), groups }).is_allowed()
        };
        let mut grants = server.grants.clone();
        grants.retain_mut(|grant| {
            if let Some(sessions) = &mut grant.sessions {
                sessions.retain(|session| may_see(session, Groups::InScope));
            }
            if let Some(groups) = &mut grant.groups {
                groups.retain(|group| server.sessions.iter().any(|session| may_see(session, Groups::One(group))));
            }
            let is_left = |narrowed: Option<bool>| narrowed != Some(true);
            is_left(grant.sessions.as_ref().map(BTreeSet::is_empty))
                && is_left(grant.groups.as_ref().map(BTreeSet::is_empty))
        });
        Ok((server, grants))
    }

    /// Changes the rules and records the change in one transaction. Returns [`UserError::Elsewhere`] if another
    /// instance has done it.
    async fn change_rules(
        &self,
        request: &Request,
        what: AuditSubject,
        change: RuleChange,
        outcome: Outcome,
    ) -> Result<Outcome, UserError> {
        let end = AuditEnd::Done { outcome: Box::new(outcome.clone()), stopped: None };
        let entry = entry(request, what);
        let changed = self.store.grants().change(&entry, &change, &end, self.clock.unix()).await;
        // A failed write may have been committed all the same.
        self.servers.changed(request.actor.guild);
        changed?.ok_or(UserError::Elsewhere)?;
        self.log_has_news();
        Ok(outcome)
    }
}

/// Checks that the actor manages access everywhere in `scope`.
fn manages(server: &Current, actor: &Actor, scope: &Scope) -> Result<(), UserError> {
    if server.holds_throughout(actor, Capability::AccessManage, scope) {
        return Ok(());
    }
    manages_anywhere(server, actor)?;
    Err(UserError::Refused(Refusal {
        needs: Capability::AccessManage,
        elsewhere: true,
        needs_approval: false,
        holders: server.holders_throughout(Capability::AccessManage, scope),
    }))
}

fn manages_anywhere(server: &Current, actor: &Actor) -> Result<(), UserError> {
    server.require(actor, Capability::AccessManage, Target::IN_SCOPE)
}

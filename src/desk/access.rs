//! Rights given and taken in Discord. Nobody gives more than they hold, nobody touches what is outside of their own grant,
//! and what the configuration file gives stays the operator's.

use std::collections::BTreeSet;

use super::{Current, Desk, Request, entry};
use crate::access::{
    Asker, Capability, ChannelId, Given, Grant, Groups, Origin, Preset, Reach, Refusal, RoleId, Scope,
};
use crate::error::Problem;
use crate::groups_api::ids::SessionName;
use crate::operations::{ACCESS_GRANT, ACCESS_REVOKE, GroupRef, Outcome, Purpose, SETUP};
use crate::store::{End, RuleChange, What};

/// What is to be given to a role, or taken from it.
#[derive(Debug, Clone)]
pub struct Giving {
    pub role: RoleId,
    pub preset: Option<Preset>,
    pub capabilities: BTreeSet<Capability>,
    pub needs_approval: BTreeSet<Capability>,
    /// Everything that is given needs approval.
    pub all_need_approval: bool,
    pub session: Option<SessionName>,
    pub group: Option<GroupRef>,
}

impl Giving {
    fn scope(&self) -> Scope {
        Scope { session: self.session.clone(), group: self.group.as_ref().map(|at| at.group.clone()) }
    }

    /// Everything that is named, whether it is to be held or asked for.
    fn named(&self) -> BTreeSet<Capability> {
        let of_preset = self.preset.into_iter().flat_map(Preset::capabilities);
        of_preset.chain(self.singly_named()).collect()
    }

    fn singly_named(&self) -> impl Iterator<Item = Capability> {
        self.capabilities.iter().chain(&self.needs_approval).copied()
    }

    /// What is named and has no effect there, since it is about no group in particular.
    pub fn without_effect(&self) -> BTreeSet<Capability> {
        let mut all = self.named();
        all.retain(|capability| self.group.is_some() && !capability.is_of_a_group());
        all
    }

    fn what(&self, operation: &str) -> What {
        What {
            operation: operation.to_owned(),
            session: self.session.clone().or_else(|| self.group.as_ref().map(|at| at.session.clone())),
            group: self.group.as_ref().map(|at| at.group.clone()),
            group_name: self.group.as_ref().and_then(|at| at.name.clone()),
            data: None,
        }
    }
}

impl Desk {
    /// Gives rights to a role.
    pub async fn grant(&self, request: &Request, giving: &Giving) -> Result<Outcome, Problem> {
        let asker = &request.asker;
        let server = self.server(asker).await?;
        let (scope, mut named) = (giving.scope(), giving.named());
        manages(&server, asker, &scope)?;
        if named.is_empty() {
            return Err(Problem::OptionMissing(&["preset", "capability"]));
        }
        // Of a preset it is left out.
        let without_effect = giving.without_effect();
        let of_these: BTreeSet<Capability> =
            giving.singly_named().filter(|capability| without_effect.contains(capability)).collect();
        if !of_these.is_empty() {
            return Err(Problem::NoEffectInGroup { capabilities: of_these.into_iter().collect() });
        }
        named.retain(|capability| !without_effect.contains(capability));
        let beyond: Vec<Capability> =
            named.iter().copied().filter(|capability| !server.holds_throughout(asker, *capability, &scope)).collect();
        if !beyond.is_empty() {
            return Err(Problem::BeyondOwn { capabilities: beyond });
        }
        let given = |capability| Given {
            role: giving.role,
            scope: scope.clone(),
            capability,
            needs_approval: giving.all_need_approval || giving.needs_approval.contains(&capability),
        };
        let given: Vec<Given> = named.into_iter().map(given).collect();
        if given.iter().all(|given| server.has_already(given)) {
            return Err(Problem::NothingToGrant);
        }
        let outcome = Outcome::Granted { role: giving.role, given: given.clone() };
        self.change_rules(request, giving.what(ACCESS_GRANT), RuleChange::Give(given), outcome).await
    }

    /// Takes rights from a role: those that are named, or all, in one group or everywhere.
    pub async fn revoke(&self, request: &Request, taking: &Giving) -> Result<Outcome, Problem> {
        let asker = &request.asker;
        let server = self.server(asker).await?;
        manages_anywhere(&server, asker)?;
        let (named, group) = (taking.named(), taking.group.as_ref().map(|at| &at.group));
        let is_meant = |given: &Given| {
            given.role == taking.role
                && (named.is_empty() || named.contains(&given.capability))
                && (group.is_none() || given.scope.group.as_ref() == group)
        };
        let (mine, others): (Vec<Given>, Vec<Given>) =
            server.given().filter(is_meant).partition(|given| manages(&server, asker, &given.scope).is_ok());
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
                Some(given) => manages(&server, asker, &given.scope).err().unwrap_or(Problem::Internal),
                None => Problem::NothingToRevoke { in_file: server.grants.iter().any(is_of_file) },
            });
        }
        let outcome = Outcome::Revoked { role: taking.role, taken: mine.clone() };
        self.change_rules(request, taking.what(ACCESS_REVOKE), RuleChange::Take(mine), outcome).await
    }

    /// Sets a server's channel, or none. For Administrators.
    pub async fn set_channel(
        &self,
        request: &Request,
        purpose: Purpose,
        channel: Option<ChannelId>,
    ) -> Result<Outcome, Problem> {
        let server = self.administered(&request.asker).await?;
        let setting = match purpose {
            Purpose::Log => server.log,
            Purpose::Approvals => server.approvals,
        };
        if setting.fixed {
            return Err(Problem::FixedByFile);
        }
        if setting.channel == channel {
            return Err(Problem::SetAlready);
        }
        let change = match purpose {
            Purpose::Log => RuleChange::LogChannel(channel),
            Purpose::Approvals => RuleChange::ApprovalsChannel(channel),
        };
        let what = What { operation: SETUP.to_owned(), ..What::default() };
        self.change_rules(request, what, change, Outcome::ChannelSet { purpose, channel }).await
    }

    /// The rules of a server that the asker is an Administrator of.
    pub async fn administered(&self, asker: &Asker) -> Result<Current, Problem> {
        let server = self.server(asker).await?;
        if asker.administrator { Ok(server) } else { Err(Problem::NotAdministrator) }
    }

    /// The rules of a server in which the asker manages access, if only for some groups: what is outside of it is left out.
    pub async fn managed(&self, asker: &Asker) -> Result<(Current, Vec<Grant>), Problem> {
        let server = self.server(asker).await?;
        manages_anywhere(&server, asker)?;
        let may_see = |session: &SessionName, groups: Groups<'_>| {
            server.decide(asker, Capability::AccessManage, Reach { session: Some(session), groups }).is_ok()
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

    /// Changes the rules and writes it down, in one breath. [`Problem::Elsewhere`] where another copy has done it.
    async fn change_rules(
        &self,
        request: &Request,
        what: What,
        change: RuleChange,
        outcome: Outcome,
    ) -> Result<Outcome, Problem> {
        let end = End::Done { outcome: Box::new(outcome.clone()), stopped: None };
        let entry = entry(request, what);
        let changed = self.store.grants().change(&entry, &change, &end, self.clock.unix()).await;
        // Also where it failed: it may have been written all the same.
        self.servers.changed(request.asker.guild);
        changed?.ok_or(Problem::Elsewhere)?;
        self.log_has_news();
        Ok(outcome)
    }
}

/// Whether the asker manages access everywhere in `scope`.
fn manages(server: &Current, asker: &Asker, scope: &Scope) -> Result<(), Problem> {
    if server.holds_throughout(asker, Capability::AccessManage, scope) {
        return Ok(());
    }
    manages_anywhere(server, asker)?;
    Err(Problem::Refused(Refusal {
        needs: Capability::AccessManage,
        elsewhere: true,
        needs_approval: false,
        holders: server.holders_throughout(Capability::AccessManage, scope),
    }))
}

fn manages_anywhere(server: &Current, asker: &Asker) -> Result<(), Problem> {
    server.permit(asker, Capability::AccessManage, Reach { session: None, groups: Groups::InScope })
}

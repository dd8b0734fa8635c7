//! Rights that are granted and revoked in Discord. No one grants more than they hold or changes rights outside of their
//! own grant. The rights from the configuration file stay the operator's.

use std::collections::BTreeSet;

use whatsapp::SessionName;
use whatsapp::people::Country;

use super::{CurrentSettings, GuildSettings, Request, entry};
use crate::access::{
    Actor, Capability, ChannelId, Given, Grant, InvitationText, Origin, Preset, Refusal, RoleId, Scope, Target,
};
use crate::command_name::CommandName;
use crate::error::{InputError, SettingsError, Unavailable, UserError};
use crate::operations::GroupRef;
use crate::store::{
    AdminOutcome, ApprovalsRoleSet, AuditEnd, AuditSubject, ChannelSet, CountrySet, InvitationSet, Purpose, ReasonsSet,
    RightsGranted, RightsRevoked, RuleChange,
};

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

    fn what(&self, command: CommandName) -> AuditSubject {
        AuditSubject {
            operation: command.as_str().to_owned(),
            session: self.session.clone().or_else(|| self.group.as_ref().map(|at| at.session.clone())),
            group: self.group.as_ref().map(|at| at.group.clone()),
            group_name: self.group.as_ref().and_then(|at| at.name.clone()),
            data: None,
        }
    }
}

impl GuildSettings {
    /// Grants rights to a role. The actor must manage access in the whole scope, and hold the rights there.
    pub async fn grant(&self, request: &Request, giving: &GrantChange) -> Result<RightsGranted, UserError> {
        let actor = &request.actor;
        let settings = self.get(actor.guild).await?;
        let (scope, mut named) = (giving.scope(), giving.named());
        manages(&settings, actor, &scope)?;
        if named.is_empty() {
            return Err(InputError::OptionMissing(&["preset", "capability"]).into());
        }
        // A preset leaves them out.
        let without_effect = giving.without_effect();
        let of_these: BTreeSet<Capability> =
            giving.singly_named().filter(|capability| without_effect.contains(capability)).collect();
        if !of_these.is_empty() {
            return Err(SettingsError::NoEffectInGroup { capabilities: of_these.into_iter().collect() }.into());
        }
        named.retain(|capability| !without_effect.contains(capability));
        let beyond: Vec<Capability> =
            named.iter().copied().filter(|capability| !settings.holds_throughout(actor, *capability, &scope)).collect();
        if !beyond.is_empty() {
            return Err(SettingsError::BeyondOwn { capabilities: beyond }.into());
        }
        let given = |capability| Given {
            role: giving.role,
            scope: scope.clone(),
            capability,
            needs_approval: giving.all_need_approval || giving.needs_approval.contains(&capability),
        };
        let given: Vec<Given> = named.into_iter().map(given).collect();
        if given.iter().all(|given| settings.has_already(given)) {
            return Err(SettingsError::NothingToGrant.into());
        }
        let outcome = RightsGranted { role: giving.role, given: given.clone() };
        self.change(request, giving.what(CommandName::AccessGrant), RuleChange::Give(given), outcome).await
    }

    /// Revokes rights from a role: the named ones, or all, in one group or everywhere.
    pub async fn revoke(&self, request: &Request, taking: &GrantChange) -> Result<RightsRevoked, UserError> {
        let actor = &request.actor;
        let settings = self.get(actor.guild).await?;
        manages_anywhere(&settings, actor)?;
        let (named, group) = (taking.named(), taking.group.as_ref().map(|at| &at.group));
        let is_meant = |given: &Given| {
            given.role == taking.role
                && (named.is_empty() || named.contains(&given.capability))
                && (group.is_none() || given.scope.group.as_ref() == group)
        };
        let (mine, others): (Vec<Given>, Vec<Given>) =
            settings.given().filter(is_meant).partition(|given| manages(&settings, actor, &given.scope).is_ok());
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
                Some(given) => manages(&settings, actor, &given.scope).err().unwrap_or(Unavailable::Internal.into()),
                None => SettingsError::NothingToRevoke { in_file: settings.grants.iter().any(is_of_file) }.into(),
            });
        }
        let outcome = RightsRevoked { role: taking.role, taken: mine.clone() };
        self.change(request, taking.what(CommandName::AccessRevoke), RuleChange::Take(mine), outcome).await
    }

    /// Sets or clears a server's channel. Only Administrators may.
    pub async fn set_channel(
        &self,
        request: &Request,
        purpose: Purpose,
        channel: Option<ChannelId>,
    ) -> Result<ChannelSet, UserError> {
        let settings = self.get(request.actor.guild).await?;
        settings.require_administrator(&request.actor)?;
        let setting = match purpose {
            Purpose::Log => settings.log,
            Purpose::Approvals => settings.approvals,
        };
        if setting.fixed {
            return Err(SettingsError::FixedByFile.into());
        }
        if setting.channel == channel {
            return Err(SettingsError::SetAlready.into());
        }
        let change = match purpose {
            Purpose::Log => RuleChange::LogChannel(channel),
            Purpose::Approvals => RuleChange::ApprovalsChannel(channel),
        };
        let what = AuditSubject::of(CommandName::Setup.as_str());
        self.change(request, what, change, ChannelSet { purpose, channel }).await
    }

    /// Sets or clears the role that Usher mentions when a request for approval arrives. Only Administrators may.
    pub async fn set_approvals_role(
        &self,
        request: &Request,
        role: Option<RoleId>,
    ) -> Result<ApprovalsRoleSet, UserError> {
        let settings = self.get(request.actor.guild).await?;
        settings.require_administrator(&request.actor)?;
        if settings.approvals_role.fixed {
            return Err(SettingsError::FixedByFile.into());
        }
        if role.is_some_and(|role| role.is_everyone(request.actor.guild)) {
            return Err(SettingsError::MentionsEveryone.into());
        }
        if !settings.is_complete() {
            return Err(Unavailable::SettingsUnread.into());
        }
        if settings.approvals_role.role == role {
            return Err(SettingsError::SetAlready.into());
        }
        let what = AuditSubject::of(CommandName::Setup.as_str());
        self.change(request, what, RuleChange::ApprovalsRole(role), ApprovalsRoleSet { role }).await
    }

    /// Sets or removes a server's country of phone numbers. Only Administrators may.
    pub async fn set_country(&self, request: &Request, country: Option<Country>) -> Result<CountrySet, UserError> {
        let settings = self.get(request.actor.guild).await?;
        settings.require_administrator(&request.actor)?;
        if settings.country.fixed {
            return Err(SettingsError::FixedByFile.into());
        }
        if !settings.is_complete() {
            return Err(Unavailable::SettingsUnread.into());
        }
        if settings.country.country == country {
            return Err(SettingsError::SetAlready.into());
        }
        let what = AuditSubject::of(CommandName::Setup.as_str());
        self.change(request, what, RuleChange::Country(country), CountrySet { country }).await
    }

    /// Sets or removes a server's own text of invitations. Only Administrators may.
    pub async fn set_invitation(
        &self,
        request: &Request,
        text: Option<InvitationText>,
    ) -> Result<InvitationSet, UserError> {
        let settings = self.get(request.actor.guild).await?;
        settings.require_administrator(&request.actor)?;
        if !settings.is_complete() {
            return Err(Unavailable::SettingsUnread.into());
        }
        if settings.invitation == text {
            return Err(SettingsError::SetAlready.into());
        }
        let what = AuditSubject::of(CommandName::Setup.as_str());
        let outcome = InvitationSet { own: text.is_some() };
        self.change(request, what, RuleChange::Invitation(text), outcome).await
    }

    /// Makes reasons required or optional. Only Administrators may.
    pub async fn set_reasons(&self, request: &Request, required: bool) -> Result<ReasonsSet, UserError> {
        let settings = self.get(request.actor.guild).await?;
        settings.require_administrator(&request.actor)?;
        if settings.reasons.fixed {
            return Err(SettingsError::FixedByFile.into());
        }
        if !settings.is_complete() {
            return Err(Unavailable::SettingsUnread.into());
        }
        if settings.reasons.required == required {
            return Err(SettingsError::SetAlready.into());
        }
        let what = AuditSubject::of(CommandName::Setup.as_str());
        self.change(request, what, RuleChange::ReasonsRequired(required), ReasonsSet { required }).await
    }

    /// Changes the settings and records the change in one transaction. Returns [`UserError::Elsewhere`] if another
    /// instance has done it.
    async fn change<T: Clone + Into<AdminOutcome>>(
        &self,
        request: &Request,
        what: AuditSubject,
        change: RuleChange,
        outcome: T,
    ) -> Result<T, UserError> {
        let recorded: AdminOutcome = outcome.clone().into();
        let end = AuditEnd::Done { outcome: Box::new(recorded.into()), stopped: None };
        let entry = entry(request, what);
        let changed = self.resources.store.grants().change(&entry, &change, &end, self.resources.clock.now_utc()).await;
        // A failed write may have been committed all the same.
        self.changed(request.actor.guild);
        changed?.ok_or(UserError::Elsewhere)?;
        self.resources.log_has_news();
        Ok(outcome)
    }
}

/// Checks that the actor manages access everywhere in `scope`.
fn manages(settings: &CurrentSettings, actor: &Actor, scope: &Scope) -> Result<(), UserError> {
    if settings.holds_throughout(actor, Capability::AccessManage, scope) {
        return Ok(());
    }
    manages_anywhere(settings, actor)?;
    let refusal = Refusal {
        needs: Capability::AccessManage,
        elsewhere: true,
        needs_approval: false,
        holders: settings.holders_throughout(Capability::AccessManage, scope),
    };
    Err(refusal.into())
}

fn manages_anywhere(settings: &CurrentSettings, actor: &Actor) -> Result<(), UserError> {
    settings.require(actor, Capability::AccessManage, Target::IN_SCOPE)
}

//! Saves and deletes sets of groups. A set grants nothing; who manages access in some groups only sees and changes those
//! groups.

use std::collections::HashSet;
use std::sync::Arc;

use whatsapp::{GroupId, SessionName};

use super::{CurrentSettings, GuildSettings, Request, ResolvedGroups, Resources, entry};
use crate::access::{Actor, Capability, GROUP_SETS_MAX, GroupSet, Groups, SET_GROUPS_MAX, SetName, Target};
use crate::command_name::CommandName;
use crate::error::{SetError, Unavailable, UserError};
use crate::operations::Failure;
use crate::store::{AdminOutcome, AuditEnd, AuditSubject, SetChange, SetDeleted, SetSaved, SetWrite};

/// Saves, lists and deletes the sets of groups of a server.
pub struct GroupSets {
    resources: Resources,
    settings: Arc<GuildSettings>,
}

impl GroupSets {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>) -> Self {
        Self { resources, settings }
    }

    /// Saves the groups as a set. A set of the same name is replaced, if the actor manages access in all of its groups.
    pub async fn save(
        &self,
        request: &Request,
        name: SetName,
        resolved: &ResolvedGroups,
    ) -> Result<SetSaved, UserError> {
        let (actor, settings) = (&request.actor, self.readable(request).await?);
        for at in &resolved.groups {
            settings.require(actor, Capability::AccessManage, Target::of_group(&at.session, &at.group))?;
        }
        let groups: Vec<GroupId> = resolved.groups.iter().map(|at| at.group.clone()).collect();
        if groups.len() > SET_GROUPS_MAX {
            return Err(SetError::TooManyGroups { given: groups.len() }.into());
        }
        let before = settings.sets.iter().find(|set| set.name.is_same(&name)).cloned();
        match &before {
            Some(before) => self.require_whole(&settings, actor, before).await?,
            None if settings.sets.len() >= GROUP_SETS_MAX => return Err(SetError::TooManySets.into()),
            None => {}
        }
        let outcome = SetSaved { name: name.to_string(), groups: groups.clone(), replaced: before.is_some() };
        let change = SetChange::Save { set: GroupSet { name, groups }, before };
        self.change(request, CommandName::SetsSave, &change, outcome).await
    }

    /// Deletes the set, if the actor manages access in all of its groups.
    pub async fn delete(&self, request: &Request, name: &str) -> Result<SetDeleted, UserError> {
        let (actor, settings) = (&request.actor, self.readable(request).await?);
        // A set of which the actor manages no group is not there for them.
        let shown = self.in_scope(&settings, actor).await?;
        let parsed = SetName::parse(name).ok();
        let is_named = |set: &&GroupSet| parsed.as_ref().is_some_and(|name| set.name.is_same(name));
        let Some(set) = settings.sets.iter().find(is_named).filter(|_| shown.iter().any(|set| is_named(&set))).cloned()
        else {
            let sets = shown.into_iter().map(|set| set.name.to_string()).collect();
            return Err(SetError::NoSuchSet { name: name.to_owned(), sets }.into());
        };
        self.require_whole(&settings, actor, &set).await?;
        let outcome = SetDeleted { name: set.name.to_string() };
        self.change(request, CommandName::SetsDelete, &SetChange::Delete(set), outcome).await
    }

    /// Returns the sets with those of their groups in which the actor manages access. A set without such a group is left
    /// out.
    pub async fn in_scope(&self, settings: &CurrentSettings, actor: &Actor) -> Result<Vec<GroupSet>, UserError> {
        settings.require(actor, Capability::AccessManage, Target::IN_SCOPE)?;
        if !settings.is_complete() {
            return Err(Unavailable::SettingsUnread.into());
        }
        let mut sets = settings.sets.clone();
        let is_managed = self.managed(settings, actor, sets.iter()).await?;
        for set in &mut sets {
            set.groups.retain(|group| is_managed.contains(group));
        }
        sets.retain(|set| !set.groups.is_empty());
        Ok(sets)
    }

    /// Returns the settings of the actor, who manages access somewhere.
    async fn readable(&self, request: &Request) -> Result<CurrentSettings, UserError> {
        let settings = self.settings.get(request.actor.guild).await?;
        settings.require(&request.actor, Capability::AccessManage, Target::IN_SCOPE)?;
        if settings.is_complete() { Ok(settings) } else { Err(Unavailable::SettingsUnread.into()) }
    }

    /// Checks that the actor manages access in every group of a set.
    async fn require_whole(&self, settings: &CurrentSettings, actor: &Actor, set: &GroupSet) -> Result<(), UserError> {
        let is_managed = self.managed(settings, actor, [set].into_iter()).await?;
        if set.groups.iter().all(|group| is_managed.contains(group)) {
            return Ok(());
        }
        Err(SetError::OutsideScope { name: set.name.to_string() }.into())
    }

    /// Returns those groups of the sets in which the actor manages access. A group is in the sessions whose lists have
    /// it. The actor must manage it in every session of the server if no list that they may see has it.
    async fn managed(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        sets: impl Iterator<Item = &GroupSet>,
    ) -> Result<HashSet<GroupId>, UserError> {
        let may = |session: &SessionName, groups| {
            settings.decide(actor, Capability::AccessManage, Target { session: Some(session), groups }).is_allowed()
        };
        let everywhere = |group| settings.sessions.iter().all(|session| may(session, Groups::One(group)));
        let groups: HashSet<&GroupId> = sets.flat_map(|set| &set.groups).collect();
        let (certain, others): (Vec<&GroupId>, Vec<&GroupId>) = groups.into_iter().partition(|group| everywhere(group));
        let mut managed: HashSet<GroupId> = certain.into_iter().cloned().collect();
        for session in &settings.sessions {
            let wanted: HashSet<&GroupId> =
                others.iter().copied().filter(|group| may(session, Groups::One(group))).collect();
            if !wanted.is_empty() {
                let list = self.resources.group_cache.groups(session).await.map_err(Failure::of_read)?;
                managed.extend(list.iter().filter(|line| wanted.contains(&line.id)).map(|line| line.id.clone()));
            }
        }
        Ok(managed)
    }

    /// Changes the sets and records the change in one transaction.
    async fn change<T: Clone + Into<AdminOutcome>>(
        &self,
        request: &Request,
        command: CommandName,
        change: &SetChange,
        outcome: T,
    ) -> Result<T, UserError> {
        let recorded: AdminOutcome = outcome.clone().into();
        let end = AuditEnd::Done { outcome: Box::new(recorded.into()), stopped: None };
        let entry = entry(request, AuditSubject::of(command.as_str()));
        let grants = self.resources.store.grants();
        let written = grants.change_set(&entry, change, &end, self.resources.clock.now_utc()).await;
        // A failed write may have been committed all the same.
        self.settings.changed(request.actor.guild);
        match written? {
            SetWrite::Done => {}
            SetWrite::Elsewhere => return Err(UserError::Elsewhere),
            SetWrite::Changed => return Err(SetError::Changed.into()),
            SetWrite::Full => return Err(SetError::TooManySets.into()),
        }
        self.resources.log_has_news();
        Ok(outcome)
    }
}

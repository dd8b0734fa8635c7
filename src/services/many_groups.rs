//! Resolves lists of groups: names, ids and names of sets, separated by commas. Each group is one that the user has the
//! capability for, also the groups of a set.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use whatsapp::{GroupId, SessionName};

use super::CurrentSettings;
use super::group_list::{GroupDirectory, KnownGroup, KnownSet, OfferedEntries, ResolvedGroups};
use super::group_resolver::{GroupResolver, WantedGroups, is_offered};
use crate::access::{Actor, Capability, GroupSet, Groups, Target};
use crate::error::{GroupError, Unavailable, UserError};
use crate::operations::{Failure, GroupRef, GroupSummary};

/// The list of the groups of each session that the user may use.
type SessionLists<'a> = Vec<(&'a SessionName, Arc<Vec<GroupSummary>>)>;

impl GroupResolver {
    /// Returns the groups of a list, among those that the user has the capability for or may request it for, as
    /// [`Self::resolve`] does. If any entry is not clear, the error names all that are not: a group outside of the user's
    /// scope is one that does not exist.
    pub async fn resolve_many(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        text: &str,
    ) -> Result<ResolvedGroups, UserError> {
        settings.require_request(actor, needs, Target::IN_SCOPE)?;
        let mut lists = SessionLists::new();
        for session in sessions_of(settings, actor, needs) {
            lists.push((session, self.group_cache.groups(session).await.map_err(Failure::of_read)?));
        }
        let recent = self.recent_groups.of(actor.guild, actor.user).await;
        let resolved = directory(settings, actor, needs, &lists).resolve(text, &recent);
        // A set may be missing from what could be read.
        let resolved = resolved.map_err(|bad| {
            if settings.is_complete() {
                UserError::from(GroupError::BadList(bad))
            } else {
                Unavailable::SettingsUnread.into()
            }
        })?;
        if resolved == ResolvedGroups::default() {
            return Err(GroupError::NoneNamed.into());
        }
        Ok(resolved)
    }

    /// Returns completions of a list, after at most `patience`: at most `most`, and each list with at most `chars_max`
    /// characters.
    pub async fn list_choices(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        wanted: WantedGroups,
        typed: &str,
        ChoiceRoom { patience, most, chars_max }: ChoiceRoom,
    ) -> OfferedEntries {
        let order = self.choices(settings, actor, wanted, patience).await;
        let sessions = sessions_of(settings, actor, wanted.needs);
        let lists: SessionLists<'_> = sessions.map(|session| (session, self.group_cache.cached(session))).collect();
        directory(settings, actor, wanted.needs, &lists).offer(typed, &order, most, chars_max)
    }
}

/// The room for completions.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceRoom {
    pub patience: Duration,
    pub most: usize,
    pub chars_max: usize,
}

/// Returns the sessions in which the user may have the capability for a group.
fn sessions_of<'a>(
    settings: &'a CurrentSettings,
    actor: &'a Actor,
    needs: Capability,
) -> impl Iterator<Item = &'a SessionName> {
    settings.sessions.iter().filter(move |session| {
        settings.decide(actor, needs, Target { session: Some(session), groups: Groups::InScope }).may_request()
    })
}

fn directory(settings: &CurrentSettings, actor: &Actor, needs: Capability, lists: &SessionLists<'_>) -> GroupDirectory {
    let (mut groups, mut listed) = (Vec::new(), HashSet::new());
    for (session, list) in lists {
        for line in list.iter() {
            let target = Target::of_group(session, &line.id);
            if settings.decide(actor, needs, target).may_request() && listed.insert(line.id.clone()) {
                let may_read = |needs| settings.decide(actor, needs, target).is_allowed();
                let is_named = is_offered(settings, actor, needs, target);
                let at = GroupRef {
                    session: (*session).clone(),
                    group: line.id.clone(),
                    name: Some(line.name.clone()),
                    is_name_secret: !may_read(needs) && !may_read(Capability::GroupsRead),
                };
                groups.push(KnownGroup { at, summary: line.clone(), is_named });
            }
        }
    }
    // The session of a group that no list has is not known.
    let would_cover = |group: &GroupId| {
        let covers = |session| settings.decide(actor, needs, Target::of_group(session, group)).may_request();
        settings.sessions.iter().all(covers)
    };
    let set = |set: &GroupSet| {
        let (known, others): (Vec<GroupId>, Vec<GroupId>) =
            set.groups.iter().cloned().partition(|group| listed.contains(group));
        let gone = others.into_iter().filter(would_cover).collect();
        KnownSet { name: set.name.clone(), groups: known, gone }
    };
    GroupDirectory::new(groups, settings.sets.iter().map(set).collect())
}

//! Resolves user input: the group of a JID or a name, and the groups to offer in autocomplete. Each decides by the
//! settings that the interaction was authorized with.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use groups_api::GroupsApi;
use whatsapp::unicode::{match_key, without_invisible};
use whatsapp::{GroupId, SessionName};

use super::CurrentSettings;
use crate::access::{Actor, Capability, Groups, Server, Target};
use crate::error::{AccessError, Ambiguous, GroupError, Unavailable, UserError};
use crate::group_cache::GroupCache;
use crate::operations::{DescribeGroup, Failure, GroupRef, GroupSummary, Perform as _};

/// Resolves groups by the groups API and its cache.
pub struct GroupResolver {
    api: GroupsApi,
    group_cache: GroupCache,
}

impl GroupResolver {
    pub(super) fn new(api: GroupsApi, group_cache: GroupCache) -> Self {
        Self { api, group_cache }
    }

    /// Returns the group of a JID or a name, among those that the user has the capability for. With `name_wanted` it
    /// reads an unknown name from the API.
    pub async fn resolve(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        text: &str,
        name_wanted: bool,
    ) -> Result<GroupRef, UserError> {
        let mut found = match without_invisible(text).trim().parse::<GroupId>() {
            Ok(group) => self.locate_by_id(settings, actor, needs, group).await?,
            Err(_) => self.locate_by_name(settings, actor, needs, text.trim()).await?,
        };
        if name_wanted && found.name.is_none() {
            let group = self.api.group(&found.session, &found.group).await.map_err(Failure::of_read)?;
            found.name = Some(group.name);
        }
        Ok(found)
    }

    /// Returns the present description of a resolved group: groups API, operation 3. Returns an empty text if the user
    /// may only ask to change it and may not read it.
    pub async fn description(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        at: &GroupRef,
    ) -> Result<String, UserError> {
        let target = Target::of_group(&at.session, &at.group);
        let may_read = [Capability::GroupsRead, DescribeGroup::NEEDS];
        if may_read.into_iter().all(|needs| !settings.decide(actor, needs, target).is_allowed()) {
            return Ok(String::new());
        }
        let group = self.api.group(&at.session, &at.group).await.map_err(Failure::of_read)?;
        Ok(group.description.unwrap_or_default())
    }

    async fn locate_by_id(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        group: GroupId,
    ) -> Result<GroupRef, UserError> {
        let decide = |session| settings.decide(actor, needs, Target::of_group(session, &group));
        let allowed: Vec<&SessionName> =
            settings.sessions.iter().filter(|session| decide(session).may_request()).collect();
        let Some(first) = allowed.first() else {
            let unknown = AccessError::ServerNotConfigured { server: settings.guild };
            let default = settings.default_session().ok_or(unknown)?;
            let denied = settings.require_request(actor, needs, Target::of_group(default, &group));
            return Err(denied.err().unwrap_or(Unavailable::Internal.into()));
        };
        let mut session = *first;
        if allowed.len() > 1 {
            for candidate in allowed {
                let groups = self.group_cache.groups(candidate).await.map_err(Failure::of_read)?;
                if groups.iter().any(|line| line.id == group) {
                    session = candidate;
                    break;
                }
            }
        }
        let name = self.group_cache.known(session, &group).map(|line| line.name);
        let may_read = |needs| settings.decide(actor, needs, Target::of_group(session, &group)).is_allowed();
        let is_name_secret = !may_read(needs) && !may_read(Capability::GroupsRead);
        Ok(GroupRef { session: session.clone(), group, name, is_name_secret })
    }

    async fn locate_by_name(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        name: &str,
    ) -> Result<GroupRef, UserError> {
        let wanted = match_key(name);
        let mut found: Vec<(SessionName, GroupSummary)> = Vec::new();
        for session in &settings.sessions {
            for line in self.groups_in_scope(settings, actor, needs, session).await? {
                let is_new = found.iter().all(|(_, other)| other.id != line.id);
                if is_new && !wanted.is_empty() && match_key(&line.name) == wanted {
                    found.push((session.clone(), line));
                }
            }
        }
        match found.len() {
            0 => Err(GroupError::NoSuchGroup { name: name.to_owned() }.into()),
            1 => {
                let (session, line) = found.pop().ok_or(Unavailable::Internal)?;
                // The user typed the name.
                Ok(GroupRef { session, group: line.id, name: Some(line.name), is_name_secret: false })
            }
            _ => {
                let groups = found.into_iter().map(|(_, line)| line).collect();
                Err(GroupError::Ambiguous(Ambiguous { needs, name: name.to_owned(), groups, page: 0 }).into())
            }
        }
    }

    /// Returns the groups of a session that the user has the capability for.
    async fn groups_in_scope(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        session: &SessionName,
    ) -> Result<Vec<GroupSummary>, UserError> {
        if !is_offered(settings, actor, needs, Target { session: Some(session), groups: Groups::InScope }) {
            return Ok(Vec::new());
        }
        let groups = self.group_cache.groups(session).await.map_err(Failure::of_read)?;
        Ok(groups
            .iter()
            .filter(|line| is_offered(settings, actor, needs, Target::of_group(session, &line.id)))
            .cloned()
            .collect())
    }

    /// Returns the names of a server's groups that are known after at most `patience`.
    pub async fn names(&self, server: &Server, patience: Duration) -> HashMap<GroupId, String> {
        let lists = server.sessions.iter().map(|session| self.group_cache.offer(session, patience));
        let lists = futures::future::join_all(lists).await;
        lists.iter().flat_map(|list| list.iter()).map(|line| (line.id.clone(), line.name.clone())).collect()
    }

    /// Returns the groups for autocomplete, each once, after at most `patience`.
    pub async fn choices(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        patience: Duration,
    ) -> Vec<GroupSummary> {
        let in_scope = |session: &&SessionName| {
            is_offered(settings, actor, needs, Target { session: Some(session), groups: Groups::InScope })
        };
        let sessions: Vec<&SessionName> = settings.sessions.iter().filter(in_scope).collect();
        let lists =
            futures::future::join_all(sessions.iter().map(|session| self.group_cache.offer(session, patience))).await;
        let mut offered: Vec<GroupSummary> = Vec::new();
        let mut seen: HashSet<GroupId> = HashSet::new();
        for (session, list) in sessions.into_iter().zip(lists) {
            for line in list.iter() {
                if seen.insert(line.id.clone())
                    && is_offered(settings, actor, needs, Target::of_group(session, &line.id))
                {
                    offered.push(line.clone());
                }
            }
        }
        offered
    }
}

/// Returns whether a group's name may be shown to a user who is about to use what needs `needs`: the groups they may
/// use it on, or ask for. A user who must ask even to read the groups sees no names before the approval.
fn is_offered(settings: &CurrentSettings, actor: &Actor, needs: Capability, target: Target<'_>) -> bool {
    match needs {
        Capability::GroupsRead => settings.decide(actor, needs, target).is_allowed(),
        _ => settings.decide(actor, needs, target).may_request(),
    }
}

//! Resolves user input: the group of a JID or a name, and the groups to offer in autocomplete. Each decides by the
//! settings that the interaction was authorized with.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use groups_api::{Features, GroupsApi};
use whatsapp::unicode::{match_key, without_invisible};
use whatsapp::{GroupId, SessionName};

use super::likely_groups::{likely, place_in};
use super::{AdminStatus, CurrentSettings, RecentGroups};
use crate::access::{Actor, Capability, Groups, Server, Target};
use crate::error::{AccessError, Ambiguous, GroupError, Unavailable, UserError};
use crate::group_cache::GroupCache;
use crate::operations::{DescribeGroup, Failure, GroupRef, GroupSummary, Perform};
use crate::store::AuditRecord;

/// Maximum wait for the list of the session's groups, if only the audit log and titles need the name.
const NAME_WITHIN: Duration = Duration::from_secs(2);

/// What it may cost to learn the name of a group that was given by its JID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameLookup {
    /// Nothing: only the cache is asked.
    Cached,
    /// A short wait. The name stays unknown if the API is slow or fails.
    Soon,
    /// A request, and a failure if it fails.
    Needed,
}

/// The group of a refused request.
pub(crate) struct MeantGroup {
    pub(crate) at: GroupRef,
    /// Whether the cache has the group. Otherwise its session is a guess.
    pub(crate) is_known: bool,
}

/// Resolves groups by the groups API and its cache.
pub struct GroupResolver {
    pub(super) api: GroupsApi,
    pub(super) group_cache: GroupCache,
    pub(super) recent_groups: Arc<RecentGroups>,
    pub(super) admin_status: Arc<AdminStatus>,
}

/// A group that is offered while a user types.
#[derive(Debug)]
pub struct OfferedGroup {
    pub group: GroupSummary,
    /// True if the command needs an admin, and the account was none in the group when that was read last.
    pub lacks_admin: bool,
}

impl GroupResolver {
    pub(super) fn new(
        api: GroupsApi,
        group_cache: GroupCache,
        recent_groups: Arc<RecentGroups>,
        admin_status: Arc<AdminStatus>,
    ) -> Self {
        Self { api, group_cache, recent_groups, admin_status }
    }

    /// Returns the group of a JID or a name, among those that the user has the capability for. `name`: how much it may
    /// cost to learn the name of a group that was given by its JID.
    pub async fn resolve(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        needs: Capability,
        text: &str,
        name: NameLookup,
    ) -> Result<GroupRef, UserError> {
        let mut found = match without_invisible(text).trim().parse::<GroupId>() {
            Ok(group) => self.locate_by_id(settings, actor, needs, group).await?,
            Err(_) => self.locate_by_name(settings, actor, needs, text.trim()).await?,
        };
        if found.name.is_none() {
            found.name = match name {
                NameLookup::Cached => None,
                NameLookup::Soon => {
                    let list = self.group_cache.offer(&found.session, NAME_WITHIN).await;
                    list.iter().find(|line| line.id == found.group).map(|line| line.name.clone())
                }
                NameLookup::Needed => {
                    let group = self.api.group(&found.session, &found.group).await.map_err(Failure::of_read)?;
                    Some(group.name)
                }
            };
        }
        Ok(found)
    }

    /// Returns the group with its name, if the cache has it and the user may read it. Asks the API nothing.
    pub fn known(&self, settings: &CurrentSettings, actor: &Actor, group: &GroupId) -> Option<GroupRef> {
        let known = |session| self.group_cache.known(session, group).map(|line| (session, line.name));
        let (session, name) = settings.sessions.iter().find_map(known)?;
        let may_read = |needs| settings.decide(actor, needs, Target::of_group(session, group)).is_allowed();
        let is_name_secret = ![Capability::GroupsRead, Capability::GroupsEdit].into_iter().any(may_read);
        let name = Some(name).filter(|_| !is_name_secret);
        Some(GroupRef { session: session.clone(), group: group.clone(), name, is_name_secret })
    }

    /// Returns the group that a refused user meant, by the lists in the cache: an entry of the audit log names it, and
    /// the user does not see it. A group given by its JID is in the server's default session, unless the cache knows
    /// better.
    pub(crate) fn meant(&self, settings: &CurrentSettings, text: &str) -> Option<MeantGroup> {
        let group_ref = |session: &SessionName, group, name| {
            let at = GroupRef { session: session.clone(), group, name, is_name_secret: false };
            Some(MeantGroup { is_known: at.name.is_some(), at })
        };
        if let Ok(group) = without_invisible(text).trim().parse::<GroupId>() {
            let known = |session: &&SessionName| self.group_cache.known(session, &group);
            let found = settings.sessions.iter().find_map(|session| Some((session, known(&session)?)));
            return match found {
                Some((session, line)) => group_ref(session, group, Some(line.name)),
                None => group_ref(settings.default_session()?, group, None),
            };
        }
        let wanted = match_key(text.trim());
        let lists = settings.sessions.iter().map(|session| (session, self.group_cache.cached(session)));
        let mut found: Vec<(&SessionName, GroupSummary)> = Vec::new();
        for (session, list) in lists {
            for line in list.iter().filter(|line| !wanted.is_empty() && match_key(&line.name) == wanted) {
                if found.iter().all(|(_, other)| other.id != line.id) {
                    found.push((session, line.clone()));
                }
            }
        }
        match found.as_slice() {
            [(session, line)] => group_ref(session, line.id.clone(), Some(line.name.clone())),
            _ => None,
        }
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
        let mut others: Vec<GroupSummary> = Vec::new();
        let mut seen: HashSet<GroupId> = HashSet::new();
        for session in &settings.sessions {
            for line in self.groups_in_scope(settings, actor, needs, session).await? {
                if !seen.insert(line.id.clone()) {
                    continue;
                }
                if !wanted.is_empty() && match_key(&line.name) == wanted {
                    found.push((session.clone(), line));
                } else {
                    others.push(line);
                }
            }
        }
        match found.len() {
            0 => {
                let recent = self.recent_groups.of(actor.guild, actor.user).await;
                let (offered, is_like) = likely(&wanted, others, &recent);
                Err(GroupError::NoSuchGroup { name: name.to_owned(), offered, is_like }.into())
            }
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

    /// Names the groups of entries of the audit log that were recorded without a name, as far as the names are known after
    /// a short wait.
    pub async fn name_entries(&self, server: &Server, rows: &mut [AuditRecord]) {
        let nameless = |row: &&mut AuditRecord| row.entry.what.group.is_some() && row.entry.what.group_name.is_none();
        let mut rows = rows.iter_mut().filter(nameless).peekable();
        if rows.peek().is_none() {
            return;
        }
        let names = self.names(server, NAME_WITHIN).await;
        for what in rows.map(|row| &mut row.entry.what) {
            what.group_name = what.group.as_ref().and_then(|group| names.get(group).cloned());
        }
    }

    /// Returns the groups for autocomplete, each once, after at most `patience`: first those that the user used last, then
    /// the others by name. Those come last in which the account was no admin, if it must be one.
    pub async fn choices(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        wanted: WantedGroups,
        patience: Duration,
    ) -> Vec<OfferedGroup> {
        let WantedGroups { needs, needs_admin, can } = wanted;
        let in_scope = |session: &&SessionName| {
            can(&self.api.features(session))
                && is_offered(settings, actor, needs, Target { session: Some(session), groups: Groups::InScope })
        };
        let sessions: Vec<&SessionName> = settings.sessions.iter().filter(in_scope).collect();
        let recent = tokio::time::timeout(patience, self.recent_groups.of(actor.guild, actor.user));
        let lists = futures::future::join_all(sessions.iter().map(|session| self.group_cache.offer(session, patience)));
        let (lists, recent) = tokio::join!(lists, recent);
        let recent = recent.unwrap_or_default();
        let mut offered: Vec<OfferedGroup> = Vec::new();
        let mut seen: HashSet<GroupId> = HashSet::new();
        for (session, list) in sessions.into_iter().zip(lists) {
            for line in list.iter() {
                if seen.insert(line.id.clone())
                    && is_offered(settings, actor, needs, Target::of_group(session, &line.id))
                {
                    let lacks_admin = needs_admin && self.admin_status.was_not_admin(session, &line.id);
                    offered.push(OfferedGroup { group: line.clone(), lacks_admin });
                }
            }
        }
        offered.sort_by_cached_key(|OfferedGroup { group, lacks_admin }| {
            (*lacks_admin, place_in(&recent, group), match_key(&group.name), group.id.clone())
        });
        offered
    }
}

/// The purpose for which groups are offered.
#[derive(Debug, Clone, Copy)]
pub struct WantedGroups {
    /// What the user must be allowed to do with them, or to request.
    pub needs: Capability,
    /// True if the account must be an admin of them.
    pub needs_admin: bool,
    /// Returns whether the provider can do it at all.
    pub can: fn(&Features) -> bool,
}

impl WantedGroups {
    /// Groups for an operation.
    pub fn of<O: Perform>() -> Self {
        Self { needs: O::NEEDS, needs_admin: O::NEEDS_ADMIN, can: O::is_offered }
    }

    /// Groups for a command that asks WhatsApp nothing.
    pub fn needing(needs: Capability) -> Self {
        Self { needs, needs_admin: false, can: |_| true }
    }
}

/// Returns whether a group's name may be shown to a user who is about to use what needs `needs`: the groups they may
/// use it on, or ask for. A user who must ask even to read the groups sees no names before the approval.
pub(super) fn is_offered(settings: &CurrentSettings, actor: &Actor, needs: Capability, target: Target<'_>) -> bool {
    match needs {
        Capability::GroupsRead => settings.decide(actor, needs, target).is_allowed(),
        _ => settings.decide(actor, needs, target).may_request(),
    }
}

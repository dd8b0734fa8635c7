//! What people mean: the session they name or the server's own, the group of a JID or a name, and the groups to offer while
//! they type.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::{Current, Desk};
use crate::access::{Asker, Capability, Groups, Reach, Server};
use crate::error::{Ambiguous, Problem};
use crate::groups_api::ids::{GroupId, SessionName};
use crate::operations::{DescribeGroup, Failure, GroupLine, GroupRef, Perform as _};
use crate::unicode::{match_key, without_invisible};

impl Desk {
    /// The session that is named, or the server's default.
    pub async fn session(&self, asker: &Asker, named: Option<&str>) -> Result<SessionName, Problem> {
        let server = self.server(asker).await?;
        let found = match named {
            None => server.default_session(),
            Some(text) => server.sessions.iter().find(|session| session.as_str() == text.trim()),
        };
        let unknown = || Problem::NoSuchSession { sessions: server.sessions.iter().map(ToString::to_string).collect() };
        found.cloned().ok_or_else(unknown)
    }

    /// The group that is meant by a JID or by a name, among those that the asker has the capability for. With
    /// `name_wanted` its name is asked for where it is not known.
    pub async fn locate(
        &self,
        asker: &Asker,
        needs: Capability,
        text: &str,
        name_wanted: bool,
    ) -> Result<GroupRef, Problem> {
        let mut found = match without_invisible(text).trim().parse::<GroupId>() {
            Ok(group) => self.locate_by_id(asker, needs, group).await?,
            Err(_) => self.locate_by_name(asker, needs, text.trim()).await?,
        };
        if name_wanted && found.name.is_none() {
            let group = self.api.group(&found.session, &found.group).await.map_err(Failure::of_read)?;
            found.name = Some(group.name);
        }
        Ok(found)
    }

    /// The present description of a group that was located for the asker: groups API, operation 3. Empty for who may only
    /// ask to change it and may not read it.
    pub async fn description(&self, asker: &Asker, at: &GroupRef) -> Result<String, Problem> {
        let (server, reach) = (self.server(asker).await?, Reach::of_group(&at.session, &at.group));
        let may_read = [Capability::GroupsRead, DescribeGroup::NEEDS];
        if may_read.into_iter().all(|needs| server.decide(asker, needs, reach).is_err()) {
            return Ok(String::new());
        }
        let group = self.api.group(&at.session, &at.group).await.map_err(Failure::of_read)?;
        Ok(group.description.unwrap_or_default())
    }

    async fn locate_by_id(&self, asker: &Asker, needs: Capability, group: GroupId) -> Result<GroupRef, Problem> {
        let server = self.server(asker).await?;
        let decide = |session| server.admit(asker, needs, Reach::of_group(session, &group));
        let allowed: Vec<&SessionName> = server.sessions.iter().filter(|session| decide(session).is_ok()).collect();
        let Some(first) = allowed.first() else {
            let default = server.default_session().ok_or(Problem::ServerNotConfigured)?;
            return Err(decide(default).err().unwrap_or(Problem::Internal));
        };
        let mut session = *first;
        if allowed.len() > 1 {
            for candidate in allowed {
                let groups = self.directory.groups(candidate).await.map_err(Failure::of_read)?;
                if groups.iter().any(|line| line.id == group) {
                    session = candidate;
                    break;
                }
            }
        }
        let name = self.directory.known(session, &group).map(|line| line.name);
        let may_read = |needs| server.decide(asker, needs, Reach::of_group(session, &group)).is_ok();
        let is_name_secret = !may_read(needs) && !may_read(Capability::GroupsRead);
        Ok(GroupRef { session: session.clone(), group, name, is_name_secret })
    }

    async fn locate_by_name(&self, asker: &Asker, needs: Capability, name: &str) -> Result<GroupRef, Problem> {
        let server = self.server(asker).await?;
        let wanted = match_key(name);
        let mut found: Vec<(SessionName, GroupLine)> = Vec::new();
        for session in &server.sessions {
            for line in self.groups_in_scope(asker, needs, session).await? {
                let is_new = found.iter().all(|(_, other)| other.id != line.id);
                if is_new && !wanted.is_empty() && match_key(&line.name) == wanted {
                    found.push((session.clone(), line));
                }
            }
        }
        match found.len() {
            0 => Err(Problem::NoSuchGroup { name: name.to_owned() }),
            1 => {
                let (session, line) = found.pop().ok_or(Problem::Internal)?;
                // It was typed.
                Ok(GroupRef { session, group: line.id, name: Some(line.name), is_name_secret: false })
            }
            _ => {
                let groups = found.into_iter().map(|(_, line)| line).collect();
                Err(Problem::AmbiguousGroup(Ambiguous { needs, name: name.to_owned(), groups, page: 0 }))
            }
        }
    }

    /// The groups of a session that the asker has the capability for.
    async fn groups_in_scope(
        &self,
        asker: &Asker,
        needs: Capability,
        session: &SessionName,
    ) -> Result<Vec<GroupLine>, Problem> {
        let server = self.server(asker).await?;
        if !is_offered(&server, asker, needs, Reach { session: Some(session), groups: Groups::InScope }) {
            return Ok(Vec::new());
        }
        let groups = self.directory.groups(session).await.map_err(Failure::of_read)?;
        Ok(groups
            .iter()
            .filter(|line| is_offered(&server, asker, needs, Reach::of_group(session, &line.id)))
            .cloned()
            .collect())
    }

    /// The names of a server's groups, as far as they are known after at most `patience`.
    pub async fn names(&self, server: &Server, patience: Duration) -> HashMap<GroupId, String> {
        let lists = server.sessions.iter().map(|session| self.directory.offer(session, patience));
        let lists = futures::future::join_all(lists).await;
        lists.iter().flat_map(|list| list.iter()).map(|line| (line.id.clone(), line.name.clone())).collect()
    }

    /// The groups to offer while somebody types, each once, after at most `patience`.
    pub async fn offers(&self, asker: &Asker, needs: Capability, patience: Duration) -> Vec<GroupLine> {
        let Ok(server) = self.server(asker).await else { return Vec::new() };
        let in_scope = |session: &&SessionName| {
            is_offered(&server, asker, needs, Reach { session: Some(session), groups: Groups::InScope })
        };
        let sessions: Vec<&SessionName> = server.sessions.iter().filter(in_scope).collect();
        let lists =
            futures::future::join_all(sessions.iter().map(|session| self.directory.offer(session, patience))).await;
        let mut offered: Vec<GroupLine> = Vec::new();
        let mut seen: HashSet<GroupId> = HashSet::new();
        for (session, list) in sessions.into_iter().zip(lists) {
            for line in list.iter() {
                if seen.insert(line.id.clone()) && is_offered(&server, asker, needs, Reach::of_group(session, &line.id))
                {
                    offered.push(line.clone());
                }
            }
        }
        offered
    }
}

/// Whether a group may be named to somebody who is about to use what needs `needs`: those that they may use it on, or ask
/// for. Who must ask even for a look at the groups is told no names before.
fn is_offered(server: &Current, asker: &Asker, needs: Capability, reach: Reach<'_>) -> bool {
    match needs {
        Capability::GroupsRead => server.decide(asker, needs, reach).is_ok(),
        _ => server.may_ask(asker, needs, reach).is_ok(),
    }
}

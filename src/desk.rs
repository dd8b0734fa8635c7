//! The road that every operation takes: access → confirmation → journal: begun → groups API → journal: ended. Commands,
//! buttons and modals all come in here, and nothing reaches the groups API by another way.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use crate::access::{Asker, Capability, ChannelId, Groups, GuildId, InteractionId, Reach, Server};
use crate::clock::Clock;
use crate::directory::Directory;
use crate::error::Problem;
use crate::groups_api::ids::{GroupId, SessionName};
use crate::groups_api::{ApiError, GroupsApi};
use crate::operations::{Confirm, Failure, GroupLine, GroupRef, Operation, Outcome};
use crate::store::{Confirmations, End, Entry, Journal, JournalError, Pending, PendingId};

/// How long a confirmation is good (`commands.md`, "Confirmation").
pub const CONFIRM_WITHIN: Duration = Duration::from_secs(60);

pub struct Desk {
    pub servers: HashMap<GuildId, Server>,
    pub api: GroupsApi,
    pub directory: Directory,
    pub journal: Journal,
    pub confirmations: Confirmations,
    pub clock: Clock,
    /// Most characters of a new group's name.
    pub name_chars: usize,
}

/// Somebody asks, in a channel, by one interaction.
#[derive(Debug, Clone)]
pub struct Request {
    pub asker: Asker,
    pub channel: ChannelId,
    pub interaction: InteractionId,
}

/// An operation that access was granted for, and that was confirmed where it must be. Only the desk makes one.
#[derive(Debug)]
pub struct Cleared(Operation);

impl Cleared {
    pub fn operation(&self) -> &Operation {
        &self.0
    }
}

/// What is to be done with an operation that may be carried out.
#[derive(Debug)]
pub enum Clearance {
    Go(Cleared),
    /// The asker must confirm it first.
    Confirm(PendingId, Operation),
}

/// An operation that was carried out.
#[derive(Debug)]
pub struct Done {
    pub operation: Operation,
    pub outcome: Outcome,
}

impl Desk {
    pub fn server(&self, asker: &Asker) -> Result<&Server, Problem> {
        self.servers.get(&asker.guild).ok_or(Problem::ServerNotConfigured)
    }

    /// Whether the asker has the capability, as far as the interaction alone shows what they mean. What it lets through
    /// is decided again, in full, by [`Self::clear`].
    pub fn admit(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Problem> {
        Ok(self.server(asker)?.decide(asker, needs, reach)?)
    }

    /// The session that is named, or the server's default.
    pub fn session(&self, asker: &Asker, named: Option<&str>) -> Result<SessionName, Problem> {
        let server = self.server(asker)?;
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
        let mut found = match text.trim().parse::<GroupId>() {
            Ok(group) => self.locate_by_id(asker, needs, group).await?,
            Err(_) => self.locate_by_name(asker, needs, text.trim()).await?,
        };
        if name_wanted && found.name.is_none() {
            let group = self.api.group(&found.session, &found.group).await.map_err(Failure::of_read)?;
            found.name = Some(group.name);
        }
        Ok(found)
    }

    async fn locate_by_id(&self, asker: &Asker, needs: Capability, group: GroupId) -> Result<GroupRef, Problem> {
        let server = self.server(asker)?;
        let decide = |session| server.decide(asker, needs, Reach::of_group(session, &group));
        let allowed: Vec<&SessionName> = server.sessions.iter().filter(|session| decide(session).is_ok()).collect();
        let Some(first) = allowed.first() else {
            let default = server.default_session().ok_or(Problem::ServerNotConfigured)?;
            return Err(decide(default).err().map_or(Problem::Internal, Problem::Refused));
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
        Ok(GroupRef { session: session.clone(), group, name })
    }

    async fn locate_by_name(&self, asker: &Asker, needs: Capability, name: &str) -> Result<GroupRef, Problem> {
        let server = self.server(asker)?;
        let wanted = name.to_lowercase();
        let mut found: Vec<(SessionName, GroupLine)> = Vec::new();
        for session in &server.sessions {
            for line in self.groups_in_scope(asker, needs, session).await? {
                let is_new = found.iter().all(|(_, other)| other.id != line.id);
                if is_new && line.name.trim().to_lowercase() == wanted {
                    found.push((session.clone(), line));
                }
            }
        }
        match found.len() {
            0 => Err(Problem::NoSuchGroup { name: name.to_owned() }),
            1 => {
                let only =
                    found.pop().map(|(session, line)| GroupRef { session, group: line.id, name: Some(line.name) });
                only.ok_or(Problem::Internal)
            }
            _ => {
                let candidates = found.into_iter().map(|(_, line)| line).collect();
                Err(Problem::AmbiguousGroup { name: name.to_owned(), candidates })
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
        let server = self.server(asker)?;
        if server.decide(asker, needs, Reach { session: Some(session), groups: Groups::InScope }).is_err() {
            return Ok(Vec::new());
        }
        let groups = self.directory.groups(session).await.map_err(Failure::of_read)?;
        Ok(groups
            .iter()
            .filter(|line| server.decide(asker, needs, Reach::of_group(session, &line.id)).is_ok())
            .cloned()
            .collect())
    }

    /// The groups to offer while somebody types, each once, after at most `patience`.
    pub async fn offers(&self, asker: &Asker, needs: Capability, patience: Duration) -> Vec<GroupLine> {
        let Ok(server) = self.server(asker) else { return Vec::new() };
        let in_scope = |session: &&SessionName| {
            server.decide(asker, needs, Reach { session: Some(session), groups: Groups::InScope }).is_ok()
        };
        let sessions: Vec<&SessionName> = server.sessions.iter().filter(in_scope).collect();
        let lists =
            futures::future::join_all(sessions.iter().map(|session| self.directory.offer(session, patience))).await;
        let mut offered: Vec<GroupLine> = Vec::new();
        let mut seen: HashSet<GroupId> = HashSet::new();
        for (session, list) in sessions.into_iter().zip(lists) {
            for line in list.iter() {
                if seen.insert(line.id.clone())
                    && server.decide(asker, needs, Reach::of_group(session, &line.id)).is_ok()
                {
                    offered.push(line.clone());
                }
            }
        }
        offered
    }

    /// Decides access, and keeps the operation where it must be confirmed first.
    pub fn clear(&self, asker: &Asker, operation: Operation) -> Result<Clearance, Problem> {
        self.check(asker, &operation)?;
        if operation.confirm() == Confirm::No {
            return Ok(Clearance::Go(Cleared(operation)));
        }
        let deadline = self.clock.now() + CONFIRM_WITHIN;
        let pending = Pending { guild: asker.guild, user: asker.user, operation: operation.clone(), deadline };
        let id = self.confirmations.keep(pending).map_err(|_| Problem::Busy)?;
        Ok(Clearance::Confirm(id, operation))
    }

    /// What waits for this asker's confirmation, access decided again.
    pub fn awaiting(&self, asker: &Asker, id: PendingId) -> Result<Operation, Problem> {
        let pending = self.confirmations.look(id).ok_or(Problem::ConfirmationGone)?;
        if pending.guild != asker.guild || pending.user != asker.user {
            return Err(Problem::NotYours);
        }
        if pending.deadline <= self.clock.now() {
            return Err(Problem::ConfirmationGone);
        }
        self.check(asker, &pending.operation)?;
        Ok(pending.operation)
    }

    /// Takes what waits, once. `typed` is what the asker typed, where a name is wanted.
    pub fn confirm(&self, asker: &Asker, id: PendingId, typed: Option<&str>) -> Result<Cleared, Problem> {
        let operation = self.awaiting(asker, id)?;
        if operation.confirm() == Confirm::TypeName {
            let name = operation.group().and_then(|at| at.name.as_deref()).unwrap_or_default();
            if typed.map(str::trim) != Some(name.trim()) {
                return Err(Problem::WrongName);
            }
        }
        let taken = self.confirmations.take(id, |pending| pending.user == asker.user);
        taken.map(|pending| Cleared(pending.operation)).ok_or(Problem::ConfirmationGone)
    }

    /// Drops what waits, if it still does.
    pub fn withdraw(&self, id: PendingId) -> bool {
        self.confirmations.take(id, |_| true).is_some()
    }

    /// Carries an operation out. A change is written to the journal first; where that fails, nothing is sent.
    pub async fn run(&self, request: &Request, cleared: Cleared) -> Result<Done, Problem> {
        let Cleared(operation) = cleared;
        let case = if operation.changes() {
            let entry = Entry {
                guild: request.asker.guild,
                channel: request.channel,
                user: request.asker.user,
                interaction: request.interaction,
                operation: operation.clone(),
            };
            Some(self.journal.begin(entry, self.clock.unix()).await?)
        } else {
            None
        };
        let result = operation.run(&self.api).await;
        if let Some(case) = case {
            let end = match &result {
                Ok(outcome) => End::Done { outcome: Box::new(outcome.clone()) },
                Err(failure) => End::Failed { carried: failure.carried },
            };
            self.journal.end(case, end).await;
        }
        let mut outcome = result.inspect_err(|failure| self.learn_from(&operation, failure))?;
        self.directory.note(&operation, &outcome);
        let server = self.server(&request.asker)?;
        let needs = operation.needs();
        outcome.restrict(|session, group| {
            let groups = group.map_or(Groups::InScope, Groups::One);
            server.decide(&request.asker, needs, Reach { session: Some(session), groups }).is_ok()
        });
        Ok(Done { operation, outcome })
    }

    /// A group that is not there any more, or may be another, must not be offered from memory.
    fn learn_from(&self, operation: &Operation, failure: &Failure) {
        if let (ApiError::NotFound | ApiError::Lost, Some(session)) = (&failure.cause, operation.session()) {
            self.directory.forget(session);
        }
    }

    fn check(&self, asker: &Asker, operation: &Operation) -> Result<(), Problem> {
        Ok(self.server(asker)?.decide(asker, operation.needs(), operation.reach())?)
    }
}

impl From<JournalError> for Problem {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::AlreadyBegun => Self::AlreadyDone,
            JournalError::Full => Self::Busy,
        }
    }
}

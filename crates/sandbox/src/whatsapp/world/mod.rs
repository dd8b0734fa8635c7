//! The world behind the stand-in: accounts, people and groups as plain data, and the rules of WhatsApp for them. It
//! does not depend on sockets or requests.

mod groups;
mod ids;
mod people;
mod requests;
mod rules;
mod sessions;
mod settings;
mod view;

use std::collections::{BTreeMap, VecDeque};

use axum::http::Method;
use serde_json::Value;
use tokio::time::Instant;

pub(super) use requests::Decision;
pub(super) use rules::{Action, Outcome};
pub(super) use view::view_outcomes;

pub use groups::{Group, GroupSeed, GroupSettings, Member, Picture, Role};
pub use people::{Adding, Number, Person, PersonId};
pub use requests::{JoinMethod, JoinRequest};
pub use sessions::{Session, SessionStatus, StatusReason};
pub use settings::{
    AddResults, Answers, InviteAnswer, JoinAnswer, NoDescription, ParticipantId, PreviewInviter, PreviewSize, Settings,
};
use usher_clock::Timestamp;

use super::auth::{Keys, Quota, Scope};
use super::faults::{Fault, FaultRule, Faults};
use super::operation::Operation;
use super::providers::Provider;
use super::refusal::Refusal;
use ids::PersonJid;
use people::People;

/// Maximum number of results of asynchronous requests that are kept.
const RESULTS: usize = 1_000;

/// The whole state. [`World::new`] creates an empty one, to be filled with people, sessions and groups.
#[derive(Debug)]
pub struct World {
    /// The variants of the contract that answers use. They may be changed at any time.
    pub settings: Settings,
    provider: Provider,
    key: String,
    keys: Keys,
    faults: Faults,
    people: People,
    sessions: BTreeMap<String, Session>,
    groups: BTreeMap<String, Group>,
    /// The number of groups ever created, for their ids.
    groups_made: u64,
    results: VecDeque<CommandResult>,
}

/// The result of a request with `Prefer: respond-async`.
#[derive(Debug, Clone, PartialEq)]
pub struct CommandResult {
    pub correlation_id: String,
    pub session: String,
    pub operation: Operation,
    /// The status and the body of the answer to the same synchronous request.
    pub status: u16,
    pub body: Option<Value>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// Returns an empty world with a random key.
    pub fn new() -> Self {
        let random = std::iter::repeat_with(fastrand::alphanumeric).take(98);
        Self::with_key(&format!("titan_{}", random.collect::<String>()))
    }

    /// Returns an empty world with this key, which has every scope.
    pub fn with_key(key: &str) -> Self {
        let mut keys = Keys::default();
        keys.add(key, &[Scope::All]);
        Self {
            settings: Settings::default(),
            provider: Provider::default(),
            key: key.to_owned(),
            keys,
            faults: Faults::default(),
            people: People::default(),
            sessions: BTreeMap::new(),
            groups: BTreeMap::new(),
            groups_made: 0,
            results: VecDeque::new(),
        }
    }

    /// Lets the stand-in serve this world as another provider does.
    #[must_use]
    pub fn served_as(mut self, provider: Provider) -> Self {
        self.serve_as(provider);
        self
    }

    /// Sets the provider as which the stand-in will serve this world. It has no effect on a stand-in that runs already.
    ///
    /// GOWA's key is `user:password`: a key without a colon gets the user `usher`.
    pub fn serve_as(&mut self, provider: Provider) {
        self.provider = provider;
        if provider == Provider::Gowa && !self.key.contains(':') {
            self.keys.remove(&self.key);
            self.key = format!("usher:{}", self.key);
            self.keys.add(&self.key, &[Scope::All]);
        }
    }

    /// Returns the provider as which this world is served.
    pub fn provider(&self) -> Provider {
        self.provider
    }

    // Keys and faults.

    /// Returns the key with which this world was created, in the form of its provider.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Adds another key, for these scopes only.
    pub fn add_key(&mut self, key: &str, scopes: &[Scope]) {
        self.keys.add(key, scopes);
    }

    pub fn remove_key(&mut self, key: &str) {
        self.keys.remove(key);
    }

    pub fn inject(&mut self, rule: FaultRule) {
        self.faults.add(rule);
    }

    pub fn clear_faults(&mut self) {
        self.faults.clear();
    }

    /// Returns the rules that have not been used up.
    pub fn faults(&self) -> &[FaultRule] {
        self.faults.left()
    }

    pub(super) fn strike(
        &mut self,
        operation: Option<Operation>,
        method: &Method,
        session: Option<&str>,
    ) -> Option<Fault> {
        let fault = self.faults.strike(operation, method, session);
        // At OpenWA the members come with the group, so one request is both reads.
        let is_both = self.provider == Provider::OpenWa && operation == Some(Operation::GetGroup);
        let members = || self.faults.strike(Some(Operation::ListParticipants), method, session);
        fault.or_else(|| is_both.then(members)?)
    }

    pub(super) fn check_key(
        &mut self,
        key: Option<&str>,
        scope: Option<Scope>,
        now: Instant,
    ) -> (Quota, Result<(), Refusal>) {
        self.keys.check(key, scope, self.settings.rate_limit, now)
    }

    // People.

    /// Adds a person to the directory. A person who is already known, by number or by LID, is changed. Numbers that are
    /// not in the directory are on WhatsApp and can be added.
    pub fn add_person(&mut self, person: Person) -> PersonId {
        self.people.add(person)
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id)
    }

    pub fn person_mut(&mut self, id: PersonId) -> Option<&mut Person> {
        self.people.get_mut(id)
    }

    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people.all()
    }

    /// Returns a person by phone number in any format, or by `<digits>@lid`.
    pub fn find_person(&self, text: &str) -> Option<PersonId> {
        let digits = text.chars().filter(char::is_ascii_digit).collect();
        let lid = text.ends_with("@lid");
        self.people.find(&if lid { PersonJid::Lid(digits) } else { PersonJid::Phone(digits) })
    }

    // Sessions.

    /// Adds a connected account with this phone number. The contract must allow the name:
    /// `^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$`.
    pub fn add_session(&mut self, name: &str, phone: &str) -> PersonId {
        let account = self.people.add(Person::phone(phone).named(name));
        let session = Session {
            name: name.to_owned(),
            status: SessionStatus::Connected,
            reason: None,
            account,
            business_name: None,
            platform: Some("android".to_owned()),
            created_at: Timestamp::from_secs(1_767_225_600), // the start of 2026
            updated_at: Timestamp::from_secs(1_767_225_600),
        };
        self.sessions.insert(name.to_owned(), session);
        account
    }

    pub fn session(&self, name: &str) -> Option<&Session> {
        self.sessions.get(name)
    }

    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// Disconnects a session. Its group operations then answer 503.
    pub fn disconnect(&mut self, session: &str, reason: StatusReason) {
        if let Some(session) = self.sessions.get_mut(session) {
            session.status = SessionStatus::Disconnected;
            session.reason = Some(reason);
        }
    }

    pub fn connect(&mut self, session: &str) {
        if let Some(session) = self.sessions.get_mut(session) {
            session.status = SessionStatus::Connected;
            session.reason = None;
        }
    }

    // Groups, and actions in them by people who are not the accounts.

    /// Adds a group and returns its JID.
    pub fn add_group(&mut self, seed: GroupSeed) -> String {
        let id = seed.id.unwrap_or_else(|| self.next_group_id());
        let group = Group {
            id: id.clone(),
            name: seed.name,
            description: seed.description,
            picture: None,
            owner: seed.owner,
            created_at: seed.created_at,
            invite: seed.invite.unwrap_or_else(new_code),
            invited_by: seed.owner,
            members: seed.members,
            left: std::collections::BTreeSet::new(),
            settings: seed.settings,
            requests: Vec::new(),
            community: seed.community,
        };
        self.groups.insert(id.clone(), group);
        id
    }

    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.get(id)
    }

    /// Returns a group, so that it can be changed without the client.
    pub fn group_mut(&mut self, id: &str) -> Option<&mut Group> {
        self.groups.get_mut(id)
    }

    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// Returns a group by name. If several have this name, it is the first one.
    pub fn group_named(&self, name: &str) -> Option<&Group> {
        self.groups.values().find(|group| group.name == name)
    }

    /// Adds a person to a group, or changes their role. Returns whether the group exists.
    pub fn put_member(&mut self, group: &str, person: PersonId, role: Role) -> bool {
        self.groups.get_mut(group).map(|group| group.put(person, role)).is_some()
    }

    /// Removes a person from a group, as an admin who is not one of the accounts. Returns whether the group exists.
    pub fn take_out(&mut self, group: &str, person: PersonId) -> bool {
        self.groups.get_mut(group).map(|group| group.take_out(person)).is_some()
    }

    /// Makes a person leave by themselves, so that they cannot be added back. Returns whether they were in the group.
    pub fn leaves(&mut self, id: &str, person: PersonId) -> bool {
        let Some(group) = self.groups.get_mut(id).filter(|group| group.has(person)) else { return false };
        group.take_out(person);
        group.left.insert(person);
        if group.members.is_empty() {
            self.groups.remove(id);
        }
        true
    }

    /// Returns the results of asynchronous requests, oldest first (the last 1,000).
    pub fn results(&self) -> impl Iterator<Item = &CommandResult> {
        self.results.iter()
    }

    pub(super) fn keep_result(&mut self, result: CommandResult) {
        if self.results.len() >= RESULTS {
            self.results.pop_front();
        }
        self.results.push_back(result);
    }

    fn next_group_id(&mut self) -> String {
        loop {
            self.groups_made += 1;
            let id = format!("120363{:012}@g.us", self.groups_made);
            if !self.groups.contains_key(&id) {
                return id;
            }
        }
    }
}

/// Returns a random invite code: 22 letters and digits.
fn new_code() -> String {
    std::iter::repeat_with(fastrand::alphanumeric).take(22).collect()
}

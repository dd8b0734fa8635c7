//! The world behind the stand-in: accounts, people and groups as plain data, and the rules of WhatsApp about them. It
//! knows nothing of sockets and requests.

mod groups;
mod ids;
mod people;
mod rules;
mod sessions;
mod settings;
mod view;

use std::collections::{BTreeMap, VecDeque};

use axum::http::Method;
use serde_json::Value;
use tokio::time::Instant;

pub(super) use rules::Action;
pub(super) use view::view_outcomes;

pub use groups::{Group, GroupSeed, Member, Picture, Role};
pub use people::{Adding, Number, Person, PersonId};
pub use sessions::{Session, SessionStatus, StatusReason};
pub use settings::{
    Answers, InviteAnswer, JoinAnswer, NoDescription, ParticipantId, PreviewInviter, PreviewSize, Settings,
};

use super::auth::{Keys, Quota, Scope};
use super::faults::{Fault, FaultRule, Faults};
use super::operation::Operation;
use super::refusal::Refusal;
use ids::PersonJid;
use people::People;

/// How many results of asynchronous requests are kept.
const RESULTS: usize = 1_000;

/// Everything there is. Made with [`World::new`], then filled with people, sessions and groups.
#[derive(Debug)]
pub struct World {
    /// Which of the contract's variants are answered with; may be changed at any time.
    pub settings: Settings,
    key: String,
    keys: Keys,
    faults: Faults,
    people: People,
    sessions: BTreeMap<String, Session>,
    groups: BTreeMap<String, Group>,
    /// How many groups there have ever been, for their ids.
    groups_made: u64,
    results: VecDeque<CommandResult>,
}

/// What came of a request with `Prefer: respond-async`.
#[derive(Debug, Clone, PartialEq)]
pub struct CommandResult {
    pub correlation_id: String,
    pub session: String,
    pub operation: Operation,
    /// The status and the body with which it would have been answered.
    pub status: u16,
    pub body: Option<Value>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// Empty, with a random key.
    pub fn new() -> Self {
        let random = std::iter::repeat_with(fastrand::alphanumeric).take(98);
        Self::with_key(&format!("titan_{}", random.collect::<String>()))
    }

    /// Empty, with this key, which is good for everything.
    pub fn with_key(key: &str) -> Self {
        let mut keys = Keys::default();
        keys.add(key, &[Scope::All]);
        Self {
            settings: Settings::default(),
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

    // Keys and faults.

    /// The key that this world was made with.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Another key, for these scopes alone.
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

    /// The rules that have not been used up.
    pub fn faults(&self) -> &[FaultRule] {
        self.faults.left()
    }

    pub(super) fn strike(&mut self, operation: Option<Operation>, method: &Method, path: &str) -> Option<Fault> {
        self.faults.strike(operation, method, path)
    }

    pub(super) fn check_key(
        &mut self,
        authorization: Option<&str>,
        scope: Option<Scope>,
        now: Instant,
    ) -> (Quota, Result<(), Refusal>) {
        self.keys.check(authorization, scope, self.settings.rate_limit, now)
    }

    // People.

    /// Puts somebody into the directory; who is known already, by number or by LID, is changed. Numbers that are not in
    /// the directory are on WhatsApp and can be added.
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

    /// By phone number, however it is written, or by `<digits>@lid`.
    pub fn find_person(&self, text: &str) -> Option<PersonId> {
        let digits = text.chars().filter(char::is_ascii_digit).collect();
        let lid = text.ends_with("@lid");
        self.people.find(&if lid { PersonJid::Lid(digits) } else { PersonJid::Phone(digits) })
    }

    // Sessions.

    /// A connected account with this phone number. The name is one that the contract allows:
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
            created_at: 1_767_225_600, // the start of 2026
            updated_at: 1_767_225_600,
        };
        self.sessions.insert(name.to_owned(), session);
        account
    }

    pub fn session(&self, name: &str) -> Option<&Session> {
        self.sessions.get(name)
    }

    /// To change an account's status and the like directly.
    pub fn session_mut(&mut self, name: &str) -> Option<&mut Session> {
        self.sessions.get_mut(name)
    }

    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// From now on its group operations answer 503.
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

    // Groups, and what others than the accounts do in them.

    /// Returns its JID.
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
        };
        self.groups.insert(id.clone(), group);
        id
    }

    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.get(id)
    }

    /// To change a group behind the client's back.
    pub fn group_mut(&mut self, id: &str) -> Option<&mut Group> {
        self.groups.get_mut(id)
    }

    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// By name; the first one, should there be several.
    pub fn group_named(&self, name: &str) -> Option<&Group> {
        self.groups.values().find(|group| group.name == name)
    }

    /// Somebody joins, or gets another role. Returns whether there is such a group.
    pub fn put_member(&mut self, group: &str, person: PersonId, role: Role) -> bool {
        self.groups.get_mut(group).map(|group| group.put(person, role)).is_some()
    }

    /// Somebody is taken out by an admin who is none of the accounts. Returns whether there is such a group.
    pub fn take_out(&mut self, group: &str, person: PersonId) -> bool {
        self.groups.get_mut(group).map(|group| group.take_out(person)).is_some()
    }

    /// Somebody leaves on their own account, and cannot be added back. Returns whether they were in it.
    pub fn leaves(&mut self, id: &str, person: PersonId) -> bool {
        let Some(group) = self.groups.get_mut(id).filter(|group| group.has(person)) else { return false };
        group.take_out(person);
        group.left.insert(person);
        if group.members.is_empty() {
            self.groups.remove(id);
        }
        true
    }

    /// Results of asynchronous requests, the oldest first (the last 1,000).
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

/// An invite code: 22 letters and digits.
fn new_code() -> String {
    std::iter::repeat_with(fastrand::alphanumeric).take(22).collect()
}

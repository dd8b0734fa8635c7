//! A group and its members, and a builder of groups for tests.

use std::collections::BTreeSet;

use usher_clock::Timestamp;

use super::people::PersonId;
use super::requests::JoinRequest;

/// The role of a member in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Member,
    Admin,
    /// The creator.
    SuperAdmin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    Url(String),
    /// A file.
    Uploaded(Vec<u8>),
}

/// A group, as WhatsApp stores it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: String,
    pub name: String,
    pub description: Option<String>,
    pub picture: Option<Picture>,
    /// Its creator, who may have left it.
    pub owner: PersonId,
    pub created_at: Timestamp,
    /// The only valid invite code.
    pub invite: String,
    pub invited_by: PersonId,
    /// The members in the order in which they joined.
    pub members: Vec<Member>,
    /// People who left by themselves. They cannot be added back (408) until they join by link.
    pub left: BTreeSet<PersonId>,
    pub settings: GroupSettings,
    /// The people who ask to join, oldest first. They stay here when approval is switched off: WhatsApp approves nobody
    /// by itself.
    pub requests: Vec<JoinRequest>,
    /// The JID of the community to which the group belongs.
    pub community: Option<String>,
}

/// What members who are no admins may do in a group, and how people join it. The default is that of a new group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "WhatsApp has these switches, and each is set apart from the others")]
pub struct GroupSettings {
    /// Only admins write messages.
    pub announce: bool,
    /// Only admins change the name, the description and the picture.
    pub locked: bool,
    /// Every member may add people. The stand-in only tells it: it lets admins add people, as the contract demands.
    pub members_add: bool,
    /// An admin must approve those who join by the link.
    pub approval: bool,
}

impl Default for GroupSettings {
    fn default() -> Self {
        Self { announce: false, locked: false, members_add: true, approval: false }
    }
}

impl Group {
    /// Returns the role of this person in the group, or `None` for a person outside it.
    pub fn role(&self, person: PersonId) -> Option<Role> {
        self.members.iter().find(|member| member.person == person).map(|member| member.role)
    }

    pub fn has(&self, person: PersonId) -> bool {
        self.role(person).is_some()
    }

    /// Returns `https://chat.whatsapp.com/<code>`.
    pub fn invite_link(&self) -> String {
        format!("https://chat.whatsapp.com/{}", self.invite)
    }

    pub(super) fn put(&mut self, person: PersonId, role: Role) {
        self.left.remove(&person);
        self.requests.retain(|request| request.person != person);
        match self.members.iter_mut().find(|member| member.person == person) {
            Some(member) => member.role = role,
            None => self.members.push(Member { person, role }),
        }
    }

    /// Removes a person. WhatsApp never leaves a group without an admin: it promotes the member who joined first.
    pub(super) fn take_out(&mut self, person: PersonId) {
        self.members.retain(|member| member.person != person);
        if !self.members.iter().any(|member| member.role >= Role::Admin)
            && let Some(longest) = self.members.first_mut()
        {
            longest.role = Role::Admin;
        }
    }
}

/// A group to be added to the world. It accepts any name, because groups with longer names than the API allows exist.
#[derive(Debug, Clone)]
pub struct GroupSeed {
    pub(super) name: String,
    pub(super) owner: PersonId,
    pub(super) id: Option<String>,
    pub(super) description: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) invite: Option<String>,
    pub(super) members: Vec<Member>,
    pub(super) settings: GroupSettings,
    pub(super) community: Option<String>,
}

impl GroupSeed {
    /// Returns a group that `owner` created, with only them as a member. It is locked, unlike a new group: the contract
    /// demands an admin for its name, its description and its picture.
    pub fn new(name: &str, owner: PersonId) -> Self {
        Self {
            name: name.to_owned(),
            owner,
            id: None,
            description: None,
            created_at: Timestamp::from_secs(1_767_225_600), // the start of 2026
            invite: None,
            members: vec![Member { person: owner, role: Role::SuperAdmin }],
            settings: GroupSettings { locked: true, ..GroupSettings::default() },
            community: None,
        }
    }

    /// Sets the JID. Without this call, the group gets the next one.
    #[must_use]
    pub fn id(self, jid: &str) -> Self {
        Self { id: Some(jid.to_owned()), ..self }
    }

    #[must_use]
    pub fn description(self, text: &str) -> Self {
        Self { description: Some(text.to_owned()), ..self }
    }

    /// Sets the creation time.
    #[must_use]
    pub fn created_at(self, created_at: Timestamp) -> Self {
        Self { created_at, ..self }
    }

    /// Sets the invite code. Without this call, the group gets a random one.
    #[must_use]
    pub fn invite(self, code: &str) -> Self {
        Self { invite: Some(code.to_owned()), ..self }
    }

    #[must_use]
    pub fn settings(self, settings: GroupSettings) -> Self {
        Self { settings, ..self }
    }

    /// Makes the group a part of the community with this JID.
    #[must_use]
    pub fn in_community(self, jid: &str) -> Self {
        Self { community: Some(jid.to_owned()), ..self }
    }

    #[must_use]
    pub fn admin(self, person: PersonId) -> Self {
        self.with(person, Role::Admin)
    }

    #[must_use]
    pub fn member(self, person: PersonId) -> Self {
        self.with(person, Role::Member)
    }

    #[must_use]
    pub fn members(self, people: impl IntoIterator<Item = PersonId>) -> Self {
        people.into_iter().fold(self, Self::member)
    }

    fn with(mut self, person: PersonId, role: Role) -> Self {
        if !self.members.iter().any(|member| member.person == person) {
            self.members.push(Member { person, role });
        }
        self
    }
}

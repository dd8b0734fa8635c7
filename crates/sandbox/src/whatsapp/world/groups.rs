//! A group and its members, and a builder of groups for tests.

use std::collections::BTreeSet;

use usher_clock::Timestamp;

use super::people::PersonId;

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
}

impl GroupSeed {
    /// Returns a group that `owner` created, with only them as a member.
    pub fn new(name: &str, owner: PersonId) -> Self {
        Self {
            name: name.to_owned(),
            owner,
            id: None,
            description: None,
            created_at: Timestamp::from_secs(1_767_225_600), // the start of 2026
            invite: None,
            members: vec![Member { person: owner, role: Role::SuperAdmin }],
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

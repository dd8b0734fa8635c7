//! What the groups API answers, read tolerantly: unknown fields are passed over, unknown enum values kept as text, and a
//! missing optional field is never an error. What the contract leaves open is made one here.

use serde::{Deserialize, Serialize};

use super::ids::{GroupId, Lid, Person, PhoneNumber, SessionName};

/// A group as the account sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub description: Option<String>,
    pub owner: Option<Lid>,
    /// Unix seconds.
    pub created_at: Option<i64>,
    /// Absent where the API left the members out, as it may in a list.
    pub participants: Option<Vec<Participant>>,
}

/// A group in the list of all groups, of which less is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGroup {
    pub id: GroupId,
    pub name: String,
    pub owner: Option<Lid>,
    /// Unix seconds.
    pub created_at: Option<i64>,
    /// Number of members, where the API gave them.
    pub size: Option<usize>,
}

/// A member of a group. At least one of the two ids is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub phone: Option<PhoneNumber>,
    pub lid: Option<Lid>,
    pub role: Role,
}

/// A member whose role the API gave; it may list members by their ids only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedParticipant(pub Participant);

/// What a member may do in the group; ordered from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Member,
    Admin,
    /// The group's creator.
    SuperAdmin,
}

impl From<Person> for Participant {
    fn from(person: Person) -> Self {
        match person {
            Person::Phone(phone) => Self { phone: Some(phone), lid: None, role: Role::Member },
            Person::Lid(lid) => Self { phone: None, lid: Some(lid), role: Role::Member },
        }
    }
}

impl Participant {
    /// Whether this member is that person, by phone number or by LID.
    pub fn is(&self, person: &Person) -> bool {
        match person {
            Person::Phone(number) => self.phone.as_ref() == Some(number),
            Person::Lid(lid) => self.lid.as_ref() == Some(lid),
        }
    }

    /// Whether both are the same person: one id in common is enough, since a member may come back as a LID only.
    pub fn same_person(&self, other: &Self) -> bool {
        (self.phone.is_some() && self.phone == other.phone) || (self.lid.is_some() && self.lid == other.lid)
    }
}

/// What an invite leads to, seen without joining.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitePreview {
    pub id: GroupId,
    pub name: String,
    /// Number of members.
    pub size: Option<u64>,
    /// Unix seconds.
    pub created_at: Option<i64>,
    /// Who made the invite.
    pub inviter: Option<Lid>,
    /// The members that the API shows.
    pub participants: Vec<Participant>,
}

/// What an add request said of one person, where the API said it (an open part of the contract).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddResult {
    pub person: Person,
    /// WhatsApp's code: 200 added, 403 privacy, 404 not on WhatsApp, 408 left recently, 409 member already, …
    pub code: u16,
}

/// A session and its connection to WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub name: SessionName,
    /// `CONNECTED`, `CONNECTING`, `DISCONNECTED`, or whatever else the API says.
    pub status: String,
    pub status_reason: Option<String>,
    pub phone: Option<PhoneNumber>,
    pub push_name: Option<String>,
    /// The account's own.
    pub lid: Option<Lid>,
}

impl Session {
    pub fn is_connected(&self) -> bool {
        self.status == "CONNECTED"
    }
}

/// The answer to a join: the API may say no more than the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub id: GroupId,
    pub name: Option<String>,
}

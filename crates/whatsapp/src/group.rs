//! Groups, their members and their invites. What a provider may leave out is optional.

use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;

use crate::ids::{GroupId, Lid, Person, PhoneNumber};

/// A group as the account sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub description: Option<String>,
    pub owner: Option<Person>,
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub created_at: Option<Timestamp>,
    /// `None` if the API left the members out, as it may in a list.
    pub participants: Option<Vec<Participant>>,
    #[serde(default, skip_serializing_if = "GroupSettings::is_unknown")]
    pub settings: GroupSettings,
    /// The community that the group belongs to, if the API gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<GroupId>,
}

/// What a group's members may do, as far as the API gave it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSettings {
    /// Who may write.
    pub writers: Option<Who>,
    /// Who may change the name, the description and the picture.
    pub editors: Option<Who>,
    /// Who may add members.
    pub adders: Option<Who>,
    /// Whether an admin must approve those who join by the invite link.
    pub join_approval: Option<bool>,
}

/// Those to whom a group's setting allows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    Everyone,
    Admins,
}

/// One setting of a group with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupSetting {
    Writers(Who),
    Editors(Who),
    Adders(Who),
    JoinApproval(bool),
}

impl GroupSettings {
    /// Returns whether the API gave none of them.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Returns whether the group has this value. `None` if the API did not give the setting.
    pub fn has(&self, setting: GroupSetting) -> Option<bool> {
        match setting {
            GroupSetting::Writers(who) => self.writers.map(|present| present == who),
            GroupSetting::Editors(who) => self.editors.map(|present| present == who),
            GroupSetting::Adders(who) => self.adders.map(|present| present == who),
            GroupSetting::JoinApproval(needed) => self.join_approval.map(|present| present == needed),
        }
    }

    /// Returns the present value of the setting that `setting` has, if the API gave it.
    pub fn present(&self, setting: GroupSetting) -> Option<GroupSetting> {
        match setting {
            GroupSetting::Writers(_) => self.writers.map(GroupSetting::Writers),
            GroupSetting::Editors(_) => self.editors.map(GroupSetting::Editors),
            GroupSetting::Adders(_) => self.adders.map(GroupSetting::Adders),
            GroupSetting::JoinApproval(_) => self.join_approval.map(GroupSetting::JoinApproval),
        }
    }

    /// Returns all settings that the API gave.
    pub fn known(&self) -> impl Iterator<Item = GroupSetting> {
        [
            self.writers.map(GroupSetting::Writers),
            self.editors.map(GroupSetting::Editors),
            self.adders.map(GroupSetting::Adders),
            self.join_approval.map(GroupSetting::JoinApproval),
        ]
        .into_iter()
        .flatten()
    }
}

/// A person who asks to join a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRequest {
    /// The person, as a member without rights.
    pub person: Participant,
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub requested_at: Option<Timestamp>,
}

/// The answer to a person who asks to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinDecision {
    Approve,
    Decline,
}

/// A group in the list of all groups, with fewer fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGroup {
    pub id: GroupId,
    pub name: String,
    pub owner: Option<Person>,
    pub created_at: Option<Timestamp>,
    /// Number of members, if the API gave it.
    pub size: Option<usize>,
    /// Whether an admin must approve those who join by the invite link, if the API gave it.
    pub join_approval: Option<bool>,
}

/// A member of a group. At least one of the two ids is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub phone: Option<PhoneNumber>,
    pub lid: Option<Lid>,
    pub role: Role,
}

/// The role of a member in the group, ordered from the least to the most rights.
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
    /// Returns whether this member has exactly this id. [`MemberIndex`](crate::MemberIndex) also knows a number's other
    /// form.
    pub fn is(&self, person: &Person) -> bool {
        match person {
            Person::Phone(number) => self.phone.as_ref() == Some(number),
            Person::Lid(lid) => self.lid.as_ref() == Some(lid),
        }
    }

    /// Returns the id under which the list shows this member, who is that person: the person's own, or else the
    /// number in the list. The API knows a member by this id.
    pub fn id_of(&self, person: &Person) -> Person {
        match &self.phone {
            Some(listed) if !self.is(person) => Person::Phone(listed.clone()),
            _ => person.clone(),
        }
    }
}

/// The preview of an invite, read without joining.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitePreview {
    pub id: GroupId,
    pub name: String,
    /// Number of members.
    pub size: Option<u64>,
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub created_at: Option<Timestamp>,
    /// The person who created the invite.
    pub inviter: Option<Lid>,
    /// The members that the API shows.
    pub participants: Vec<Participant>,
}

/// The API's report of one added person, if it gave one (the contract leaves this open).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddAnswer {
    pub person: Person,
    /// WhatsApp's code: 200 added, 403 privacy, 404 not on WhatsApp, 408 left recently, 409 member already, …
    pub code: u16,
    /// Other ids that the report gives for this person: WhatsApp may list them under one of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<Person>,
}

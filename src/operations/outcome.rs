//! Outcomes of operations. The journal stores them, and the replies show them.

use groups_api::Session;
use serde::{Deserialize, Serialize};
use whatsapp::{Group, GroupId, InviteCode, InvitePreview, Participant, Person, SessionName};

use super::standing::{AddResult, AddStatus};
use crate::access::{ChannelId, Given, RoleId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    Created {
        group: GroupId,
        name: String,
        people: Vec<AddResult>,
        /// Set if a person needs the link and the API gave it.
        invite: Option<InviteCode>,
        /// `None` if none was requested.
        described: Option<Part>,
        /// `None` if none was requested.
        #[serde(default)]
        pictured: Option<Part>,
    },
    Groups {
        session: SessionName,
        search: Option<String>,
        /// Sorted by name.
        groups: Vec<GroupSummary>,
        /// Number of further entries that could not be read.
        #[serde(default)]
        unread: usize,
    },
    Group {
        group: Group,
    },
    Renamed {
        before: String,
        after: String,
    },
    Described {
        text: String,
        /// The previous text.
        #[serde(default)]
        unchanged: bool,
    },
    PictureSet {
        /// `None` if the picture was an image.
        url: Option<String>,
    },
    Left,
    Deleted,
    Joined {
        group: GroupId,
        name: Option<String>,
    },
    Previewed {
        preview: InvitePreview,
    },
    Members {
        members: Vec<Participant>,
        /// Number of further entries that could not be read.
        #[serde(default)]
        unread: usize,
    },
    /// The list as a file.
    MembersTaken {
        members: Vec<Participant>,
    },
    /// The stored form of [`Self::MembersTaken`].
    MembersExported {
        members: usize,
    },
    Added {
        people: Vec<AddResult>,
        invite: Option<InviteCode>,
        /// Unix seconds after which the people who were not added can be requested. `None` if it is not known.
        #[serde(default)]
        rest_at: Option<i64>,
    },
    Removed {
        people: Vec<Removed>,
    },
    AdminsChanged {
        people: Vec<AdminResult>,
        /// The current admins; `None` if the members could not be read back.
        admins: Option<Vec<Participant>>,
    },
    Invite {
        code: InviteCode,
    },
    /// The stored form of [`Self::Invite`].
    InviteShown,
    InviteRevoked {
        /// The new code; `None` if the API did not give it.
        code: Option<InviteCode>,
    },
    Sessions {
        sessions: Vec<Session>,
    },
    /// The audit log was exported as a file.
    AuditExported {
        rows: usize,
    },
    /// A role was granted capabilities; each is listed as it was granted.
    Granted {
        role: RoleId,
        given: Vec<Given>,
    },
    Revoked {
        role: RoleId,
        taken: Vec<Given>,
    },
    /// The server's channel was set or removed.
    ChannelSet {
        purpose: Purpose,
        channel: Option<ChannelId>,
    },
}

/// The purpose of a server's channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Changes and refusals.
    Log,
    /// Requests for approval.
    Approvals,
}

/// Result of setting one part of a new group. (Earlier releases wrote `true` or `false`.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "WrittenPart")]
pub enum Part {
    Set,
    NotSet,
    /// It was requested, and the answer was lost.
    Unconfirmed,
}

#[derive(Deserialize)]
#[serde(untagged, rename_all = "snake_case")]
enum WrittenPart {
    IsSet(bool),
    Word(PartWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PartWord {
    Set,
    NotSet,
    Unconfirmed,
}

impl From<WrittenPart> for Part {
    fn from(written: WrittenPart) -> Self {
        match written {
            WrittenPart::IsSet(true) | WrittenPart::Word(PartWord::Set) => Self::Set,
            WrittenPart::IsSet(false) | WrittenPart::Word(PartWord::NotSet) => Self::NotSet,
            WrittenPart::Word(PartWord::Unconfirmed) => Self::Unconfirmed,
        }
    }
}

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSummary {
    pub id: GroupId,
    pub name: String,
    /// Number of members, if the API gave it.
    pub size: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    pub person: Person,
    pub removal: Removal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    Removed,
    NoMember,
    /// WhatsApp does not allow the removal of a group's creator.
    Creator,
    /// The account that Usher uses. It leaves by `/wa-group leave`, which needs a separate capability.
    OwnAccount,
    StillThere,
    /// The members could not be read back.
    Unconfirmed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminResult {
    pub person: Person,
    pub result: AdminChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdminChange {
    Changed,
    /// The member already had the requested role.
    NothingToDo,
    NoMember,
    /// WhatsApp does not allow the demotion of a group's creator.
    Creator,
    /// The account that Usher uses.
    OwnAccount,
    NotChanged,
    Unconfirmed,
}

impl Outcome {
    /// Leaves out the groups that `may_see` rejects: a list shows nothing outside the actor's scope.
    pub fn restrict(&mut self, may_see: impl Fn(&SessionName, Option<&GroupId>) -> bool) {
        match self {
            Self::Groups { session, groups, .. } => groups.retain(|group| may_see(session, Some(&group.id))),
            Self::Sessions { sessions } => sessions.retain(|session| may_see(&session.name, None)),
            _ => {}
        }
    }

    /// Returns the outcome in its stored form: without invite codes, which let any reader join, and without data that
    /// was only read.
    #[must_use]
    pub fn as_written(&self) -> Self {
        let mut outcome = self.clone();
        match &mut outcome {
            Self::Created { invite, .. } | Self::Added { invite, .. } => *invite = None,
            Self::InviteRevoked { code } => *code = None,
            Self::Invite { .. } => outcome = Self::InviteShown,
            Self::MembersTaken { members } => outcome = Self::MembersExported { members: members.len() },
            _ => {}
        }
        outcome
    }

    /// Returns the group that the outcome identifies, where the operation named none.
    pub fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        match self {
            Self::Created { group, name, .. } => Some((group, Some(name))),
            Self::Joined { group, name } => Some((group, name.as_deref())),
            _ => None,
        }
    }

    /// Returns whether the operation changed something: a request may succeed and change nothing.
    pub fn changed_something(&self) -> bool {
        match self {
            Self::Renamed { before, after } => before != after,
            Self::Described { unchanged, .. } => !unchanged,
            Self::Added { people, .. } => people.iter().any(|stood| stood.standing == AddStatus::Added),
            Self::Removed { people } => people.iter().any(|removed| removed.removal == Removal::Removed),
            Self::AdminsChanged { people, .. } => people.iter().any(|person| person.result == AdminChange::Changed),
            _ => true,
        }
    }

    /// Returns whether a part of the outcome was requested but is not confirmed, so that it may still take effect.
    pub fn is_unconfirmed(&self) -> bool {
        match self {
            Self::Created { people, described, .. } => {
                *described == Some(Part::Unconfirmed) || people.iter().any(AddResult::is_unconfirmed)
            }
            Self::Added { people, .. } => people.iter().any(AddResult::is_unconfirmed),
            Self::Removed { people } => people.iter().any(|one| one.removal == Removal::Unconfirmed),
            Self::AdminsChanged { people, .. } => people.iter().any(|one| one.result == AdminChange::Unconfirmed),
            _ => false,
        }
    }

    /// Returns the outcome with its unconfirmed parts as `now` shows them, or `None` if `now` confirms none of them.
    #[must_use]
    pub fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        match (&mut confirmed, now) {
            (Self::Created { people, described, .. }, Self::Created { people: now, described: is, .. }) => {
                confirm_people(people, now);
                if *described == Some(Part::Unconfirmed) {
                    *described = *is;
                }
            }
            (Self::Added { people, .. }, Self::Added { people: now, .. }) => confirm_people(people, now),
            (Self::Removed { people }, Self::Removed { people: now }) => {
                for (one, now) in people.iter_mut().zip(now).filter(|(one, _)| one.removal == Removal::Unconfirmed) {
                    one.removal = now.removal;
                }
            }
            (Self::AdminsChanged { people, admins }, Self::AdminsChanged { people: now, admins: are }) => {
                for (one, now) in people.iter_mut().zip(now).filter(|(one, _)| one.result == AdminChange::Unconfirmed) {
                    one.result = now.result;
                }
                admins.clone_from(are);
            }
            _ => return None,
        }
        // The list of admins also changes without this operation.
        let is_same = match (&confirmed, self) {
            (Self::AdminsChanged { people, .. }, Self::AdminsChanged { people: before, .. }) => people == before,
            (confirmed, before) => confirmed == before,
        };
        (!is_same).then_some(confirmed)
    }
}

/// Returns whether both name the same people in the same order.
fn confirm_people(people: &mut [AddResult], now: &[AddResult]) {
    for (stood, now) in people.iter_mut().zip(now).filter(|(stood, _)| stood.is_unconfirmed()) {
        stood.standing = now.standing;
    }
}

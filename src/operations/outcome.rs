//! What came of an operation: data, kept in the journal and shown by the replies.

use serde::{Deserialize, Serialize};

use super::standing::{Standing, Stood};
use crate::access::{ChannelId, Given, RoleId};
use crate::groups_api::ids::{GroupId, InviteCode, Person, SessionName};
use crate::groups_api::model::{Group, InvitePreview, Participant, Session};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    Created {
        group: GroupId,
        name: String,
        people: Vec<Stood>,
        /// Where somebody needs it and it could be had.
        invite: Option<InviteCode>,
        /// Absent where none was asked for.
        described: Option<Part>,
        /// Likewise.
        #[serde(default)]
        pictured: Option<Part>,
    },
    Groups {
        session: SessionName,
        search: Option<String>,
        /// Sorted by name.
        groups: Vec<GroupLine>,
        /// How many more entries could not be read.
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
        /// It was this text before.
        #[serde(default)]
        unchanged: bool,
    },
    PictureSet {
        /// Absent where it was an image.
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
        /// How many more entries could not be read.
        #[serde(default)]
        unread: usize,
    },
    /// For a file.
    MembersTaken {
        members: Vec<Participant>,
    },
    /// What is written down of [`Self::MembersTaken`].
    MembersExported {
        members: usize,
    },
    Added {
        people: Vec<Stood>,
        invite: Option<InviteCode>,
        /// When those may be asked for who were not; Unix seconds. Absent where nobody said.
        #[serde(default)]
        rest_at: Option<i64>,
    },
    Removed {
        people: Vec<Removed>,
    },
    AdminsChanged {
        people: Vec<AdminResult>,
        /// Who is an admin now; absent where the members could not be read back.
        admins: Option<Vec<Participant>>,
    },
    Invite {
        code: InviteCode,
    },
    /// What is written down of [`Self::Invite`].
    InviteShown,
    InviteRevoked {
        /// The new code; absent where the API did not give it.
        code: Option<InviteCode>,
    },
    Sessions {
        sessions: Vec<Session>,
    },
    /// The journal was taken out as a file.
    AuditExported {
        rows: usize,
    },
    /// A role was given rights; each is there as it was given.
    Granted {
        role: RoleId,
        given: Vec<Given>,
    },
    Revoked {
        role: RoleId,
        taken: Vec<Given>,
    },
    /// Where a server's channel is, or is no more.
    ChannelSet {
        purpose: Purpose,
        channel: Option<ChannelId>,
    },
}

/// What a server has a channel for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Changes and refusals.
    Log,
    /// Requests for approval.
    Approvals,
}

/// Whether a part of a new group was set. (The releases before wrote `true` or `false`.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "WrittenPart")]
pub enum Part {
    Set,
    NotSet,
    /// It was asked for, and the answer was lost.
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
pub struct GroupLine {
    pub id: GroupId,
    pub name: String,
    /// Number of members, where the API gave them.
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
    /// WhatsApp lets nobody remove a group's creator.
    Creator,
    /// The account that Usher uses leaves by `/wa-group leave`, which needs a permission of its own.
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
    /// Was what they were to become.
    NothingToDo,
    NoMember,
    /// WhatsApp lets nobody demote a group's creator.
    Creator,
    /// The account that Usher uses.
    OwnAccount,
    NotChanged,
    Unconfirmed,
}

impl Outcome {
    /// Keeps out what `may_see` refuses: a list shows nothing outside the asker's scope.
    pub fn restrict(&mut self, may_see: impl Fn(&SessionName, Option<&GroupId>) -> bool) {
        match self {
            Self::Groups { session, groups, .. } => groups.retain(|group| may_see(session, Some(&group.id))),
            Self::Sessions { sessions } => sessions.retain(|session| may_see(&session.name, None)),
            _ => {}
        }
    }

    /// As it may be written down: without invite codes, for whoever has one can join, and without what was only read.
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

    /// The group that it made known, where the operation did not name one.
    pub fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        match self {
            Self::Created { group, name, .. } => Some((group, Some(name))),
            Self::Joined { group, name } => Some((group, name.as_deref())),
            _ => None,
        }
    }

    /// Whether something was changed by it: a request may succeed and change nothing.
    pub fn changed_something(&self) -> bool {
        match self {
            Self::Renamed { before, after } => before != after,
            Self::Described { unchanged, .. } => !unchanged,
            Self::Added { people, .. } => people.iter().any(|stood| stood.standing == Standing::Added),
            Self::Removed { people } => people.iter().any(|removed| removed.removal == Removal::Removed),
            Self::AdminsChanged { people, .. } => people.iter().any(|person| person.result == AdminChange::Changed),
            _ => true,
        }
    }

    /// Whether a part of it was asked for and is not confirmed, so that it may still take effect.
    pub fn is_unconfirmed(&self) -> bool {
        match self {
            Self::Created { people, described, .. } => {
                *described == Some(Part::Unconfirmed) || people.iter().any(Stood::is_unconfirmed)
            }
            Self::Added { people, .. } => people.iter().any(Stood::is_unconfirmed),
            Self::Removed { people } => people.iter().any(|one| one.removal == Removal::Unconfirmed),
            Self::AdminsChanged { people, .. } => people.iter().any(|one| one.result == AdminChange::Unconfirmed),
            _ => false,
        }
    }

    /// The same outcome with the parts that were not confirmed as `now` shows them; `None` where it confirms none.
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
        // Who is an admin changes without this too.
        let is_same = match (&confirmed, self) {
            (Self::AdminsChanged { people, .. }, Self::AdminsChanged { people: before, .. }) => people == before,
            (confirmed, before) => confirmed == before,
        };
        (!is_same).then_some(confirmed)
    }
}

/// Both name the same people in the same order.
fn confirm_people(people: &mut [Stood], now: &[Stood]) {
    for (stood, now) in people.iter_mut().zip(now).filter(|(stood, _)| stood.is_unconfirmed()) {
        stood.standing = now.standing;
    }
}

//! Errors of the group or session that a user named.

use whatsapp::PhoneNumber;

use crate::access::Capability;
use crate::operations::GroupSummary;

/// Why it is not known which group or session a user means.
#[derive(Debug, Clone, thiserror::Error)]
pub enum GroupError {
    #[error("the server has no such session")]
    NoSuchSession { sessions: Vec<String> },
    #[error("no group in scope has that name")]
    NoSuchGroup {
        name: String,
        /// The groups that the user may mean, the likeliest first. All of them are in their scope.
        offered: Vec<GroupSummary>,
        /// True if the first of them have a name like the one that was typed.
        is_like: bool,
    },
    /// WhatsApp lets only admins of the group do this. Nothing was sent, or WhatsApp refused it.
    #[error("the account is no admin of the group")]
    NotAdmin {
        /// The number that an admin of the group must make an admin, if it is known.
        number: Option<PhoneNumber>,
    },
    #[error("{} groups have that name", .0.groups.len())]
    Ambiguous(Ambiguous),
    /// A list of groups in which these entries are not clear.
    #[error("{} entries of the list are no groups", .0.len())]
    BadList(Vec<BadGroup>),
    /// A list of groups without an entry.
    #[error("no group named")]
    NoneNamed,
}

impl GroupError {
    /// Returns the groups of which the user can choose one.
    pub fn offered(&self) -> &[GroupSummary] {
        match self {
            Self::NoSuchSession { .. } | Self::NotAdmin { .. } | Self::BadList(_) | Self::NoneNamed => &[],
            Self::NoSuchGroup { offered, .. } => offered,
            Self::Ambiguous(namesakes) => &namesakes.groups,
        }
    }

    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::NoSuchSession { .. }
            | Self::NoSuchGroup { .. }
            | Self::Ambiguous(_)
            | Self::BadList(_)
            | Self::NoneNamed => "declined",
            Self::NotAdmin { .. } => "failed",
        }
    }
}

/// The groups that a user may have meant.
#[derive(Debug, Clone)]
pub struct Ambiguous {
    /// The capability that the user needs in the group.
    pub needs: Capability,
    pub name: String,
    /// All groups on which the user may use it.
    pub groups: Vec<GroupSummary>,
    /// The page to show, counted from 0.
    pub page: usize,
}

/// An entry of a list of groups that is not clear.
#[derive(Debug, Clone)]
pub struct BadGroup {
    /// The number of the entry, counted from 1.
    pub place: usize,
    /// The entry, as typed.
    pub text: String,
    pub reason: BadGroupReason,
}

/// Why an entry of a list of groups is not clear. All groups are in the user's scope.
#[derive(Debug, Clone)]
pub enum BadGroupReason {
    /// It is neither a group nor a set.
    Unknown {
        /// The groups with a name like it.
        like: Vec<GroupSummary>,
    },
    /// Several groups have the name, or a group and a set.
    Ambiguous { groups: Vec<GroupSummary>, is_set: bool },
    /// A set without a group in the user's scope.
    EmptySet,
}

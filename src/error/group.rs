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
}

impl GroupError {
    /// Returns the groups of which the user can choose one.
    pub fn offered(&self) -> &[GroupSummary] {
        match self {
            Self::NoSuchSession { .. } | Self::NotAdmin { .. } => &[],
            Self::NoSuchGroup { offered, .. } => offered,
            Self::Ambiguous(namesakes) => &namesakes.groups,
        }
    }

    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::NoSuchSession { .. } | Self::NoSuchGroup { .. } | Self::Ambiguous(_) => "declined",
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

//! What allows an operation to begin, beside the rights of its user.

use super::ConfirmationId;
use super::access_request::{Approvers, RequestId};
use super::schedule::ScheduleId;
use crate::access::UserId;

/// A token that is consumed at the moment an operation begins, so that it begins once.
#[derive(Debug, Clone, Copy)]
pub enum Authorization {
    /// An accepted confirmation.
    Confirmation(ConfirmationId),
    /// An approved request, and its approvers.
    Request(RequestId, Approvers),
    /// A scheduled operation that is due, and its approver if its user may only request it.
    Scheduled(ScheduleId, Option<UserId>),
}

impl Authorization {
    /// Returns whether its user may only request the operation, and another person approved it.
    pub fn is_approved(self) -> bool {
        self.approver().is_some()
    }

    /// Returns who approved the operation; of two people, the second.
    pub(super) fn approver(self) -> Option<UserId> {
        match self {
            Self::Request(_, approvers) => Some(approvers.last),
            Self::Scheduled(_, approver) => approver,
            Self::Confirmation(_) => None,
        }
    }

    /// Returns the first of two people who approved the operation.
    pub(super) fn first_approver(self) -> Option<UserId> {
        match self {
            Self::Request(_, approvers) => approvers.first,
            Self::Scheduled(..) | Self::Confirmation(_) => None,
        }
    }

    /// Returns whether its user does nothing at the moment at which the operation begins. An attempt that begins nothing
    /// may be repeated.
    pub fn is_without_user(self) -> bool {
        match self {
            Self::Request(..) | Self::Scheduled(..) => true,
            Self::Confirmation(_) => false,
        }
    }
}

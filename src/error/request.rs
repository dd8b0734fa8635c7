//! Errors of requests for approval.

use crate::access::{Capability, UserId};
use crate::store::State;

/// Why a request for approval cannot be made, decided or cancelled.
#[derive(Debug, Clone, thiserror::Error)]
pub enum RequestError {
    /// The user may ask for it, but there is no channel for requests.
    #[error("no approvals channel is set")]
    NoApprovalsChannel { needs: Capability },
    #[error("too many requests are open")]
    TooManyOpen,
    #[error("no such request")]
    NoSuchRequest,
    #[error("the user's own request")]
    OwnRequest,
    /// The user is the first of two people who approved it.
    #[error("the user has approved the request already")]
    ApprovedAlready,
    #[error("the request is being decided")]
    BeingDecided,
    /// The message shows a different operation from the stored one.
    #[error("the request differs from the message")]
    NotAsShown,
    #[error("the request is {}", state.name())]
    Decided { state: State, by: Option<UserId> },
}

impl RequestError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::OwnRequest => "refused",
            Self::NoApprovalsChannel { .. }
            | Self::TooManyOpen
            | Self::NoSuchRequest
            | Self::ApprovedAlready
            | Self::BeingDecided
            | Self::NotAsShown
            | Self::Decided { .. } => "declined",
        }
    }
}

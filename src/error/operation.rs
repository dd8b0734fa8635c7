//! Errors of operations that were attempted.

use groups_api::Effect;
use usher_clock::Timestamp;

use crate::operations::{Failure, Operation};
use crate::store::AuditId;

/// Why an operation was not carried out, or is not known to be.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OperationError {
    #[error(transparent)]
    Failed(#[from] Failure),
    #[error("not confirmed: {}", .0.failure)]
    NotConfirmed(Box<NotConfirmed>),
    /// The same change was requested at `since`, and is not settled yet.
    #[error("the same change is not settled yet")]
    Unsettled { since: Timestamp },
    /// The change is being verified, until then at most. Never a final answer.
    #[error("the change is being verified")]
    BeingChecked { until: Timestamp },
}

/// A requested change whose answer was lost, and that reading did not confirm.
#[derive(Debug, Clone)]
pub struct NotConfirmed {
    pub case: AuditId,
    pub operation: Operation,
    pub failure: Failure,
}

impl From<NotConfirmed> for OperationError {
    fn from(not_confirmed: NotConfirmed) -> Self {
        Self::NotConfirmed(Box::new(not_confirmed))
    }
}

impl OperationError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::NotConfirmed(_)
            | Self::BeingChecked { .. }
            | Self::Failed(Failure { carried: Effect::Maybe, .. }) => "unknown",
            Self::Failed(Failure { carried: Effect::No, .. }) => "failed",
            Self::Unsettled { .. } => "declined",
        }
    }

    /// As [`UserError::is_effect_unknown`](super::UserError::is_effect_unknown).
    pub(super) fn is_effect_unknown(&self) -> bool {
        match self {
            Self::NotConfirmed(_)
            | Self::BeingChecked { .. }
            | Self::Failed(Failure { carried: Effect::Maybe, .. }) => true,
            // The change that is not settled is an earlier one.
            Self::Failed(Failure { carried: Effect::No, .. }) | Self::Unsettled { .. } => false,
        }
    }
}

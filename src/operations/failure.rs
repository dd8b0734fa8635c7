//! Failures of operations, and the state of a change whose answer was lost.

use groups_api::{ApiError, Effect};
use serde::{Deserialize, Serialize};

use super::GroupSummary;

/// A failure that ended an operation before its requested result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{cause}")]
pub struct Failure {
    #[source]
    pub cause: ApiError,
    /// Tells whether the change may have been carried out nevertheless, or still be.
    pub carried: Effect,
    /// The state that a read showed, where the answer was lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Box<Doubt>>,
}

/// The state of a change whose answer was lost, after all the time in which it may take effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    pub sign: Sign,
    /// How long the state was read, in seconds.
    pub waited: u64,
    /// Groups that may be the created one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<GroupSummary>,
    /// The error that kept the state from being read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<ApiError>,
}

/// Result of the last read of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// The state from before the change.
    Unchanged,
    /// Neither the state from before nor the requested one.
    Unclear,
    /// The API does not show the changed property.
    NotShown,
    /// The state could not be read.
    Unreadable,
}

impl Doubt {
    pub(super) fn of(sign: Sign) -> Self {
        Self { sign, waited: 0, candidates: Vec::new(), unreadable: None }
    }
}

impl Failure {
    pub fn new(cause: ApiError, carried: Effect) -> Self {
        Self { cause, carried, doubt: None }
    }

    /// Creates the failure of a read: nothing was changed.
    pub fn of_read(cause: ApiError) -> Self {
        Self::new(cause, Effect::No)
    }

    /// Creates the failure of a change that failed, or whose answer does not show the result.
    pub fn of_change(cause: ApiError) -> Self {
        let carried = cause.changed();
        Self::new(cause, carried)
    }

    /// Creates the failure of a change whose answer was lost, where reading did not show the result either.
    pub(super) fn in_doubt(cause: ApiError, doubt: Doubt) -> Self {
        // The state cannot be read for the same reason that the answer was lost.
        let cause = match &doubt.unreadable {
            Some(unreadable @ ApiError::NotConnected { .. }) => unreadable.clone(),
            _ => cause,
        };
        Self { cause, carried: Effect::Maybe, doubt: Some(Box::new(doubt)) }
    }

    /// Returns whether no read can show the result.
    pub fn is_not_shown(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.sign == Sign::NotShown)
    }

    /// Returns whether the last read showed the state from before the change.
    pub(super) fn is_unchanged(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.sign == Sign::Unchanged)
    }
}

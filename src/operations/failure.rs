//! How an operation failed, and what is known of a change whose answer was lost.

use serde::{Deserialize, Serialize};

use super::GroupLine;
use crate::groups_api::{ApiError, Carried};

/// Why an operation did not end as requested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{cause}")]
pub struct Failure {
    #[source]
    pub cause: ApiError,
    /// Whether it may have been carried out all the same, or still be.
    pub carried: Carried,
    /// What reading the state showed, where the answer was lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Box<Doubt>>,
}

/// What is known of a change whose answer was lost, after all the time in which it may take effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    pub sign: Sign,
    /// For how long the state was read, in seconds.
    pub waited: u64,
    /// Groups that may be the one that was to be created.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<GroupLine>,
    /// Why the state could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<ApiError>,
}

/// What the last read of the state showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// The state from before the change.
    Unchanged,
    /// Neither that nor the requested one.
    Unclear,
    /// The API does not show what the change is about.
    NotShown,
    /// It could not be read.
    Unreadable,
}

impl Doubt {
    pub(super) fn of(sign: Sign) -> Self {
        Self { sign, waited: 0, candidates: Vec::new(), unreadable: None }
    }
}

impl Failure {
    pub fn new(cause: ApiError, carried: Carried) -> Self {
        Self { cause, carried, doubt: None }
    }

    /// A read failed, and so nothing was changed.
    pub fn of_read(cause: ApiError) -> Self {
        Self::new(cause, Carried::No)
    }

    /// A change failed, or its answer does not tell.
    pub fn of_change(cause: ApiError) -> Self {
        let carried = cause.changed();
        Self::new(cause, carried)
    }

    /// The answer to a change was lost, and reading did not tell either.
    pub(super) fn in_doubt(cause: ApiError, doubt: Doubt) -> Self {
        // Why the state cannot be read is why the answer was lost.
        let cause = match &doubt.unreadable {
            Some(unreadable @ ApiError::NotConnected { .. }) => unreadable.clone(),
            _ => cause,
        };
        Self { cause, carried: Carried::Maybe, doubt: Some(Box::new(doubt)) }
    }

    /// Whether no read can tell it.
    pub fn is_not_shown(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.sign == Sign::NotShown)
    }

    /// Whether the last read showed the state from before the change.
    pub(super) fn is_unchanged(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.sign == Sign::Unchanged)
    }
}

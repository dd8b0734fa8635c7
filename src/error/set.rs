//! Errors of sets of groups.

/// Why a set of groups cannot be saved or deleted.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SetError {
    #[error("no name of a set")]
    BadName,
    #[error("the server has no such set in scope")]
    NoSuchSet {
        name: String,
        /// The names of the sets in the user's scope.
        sets: Vec<String>,
    },
    /// The user does not manage access in all of its groups.
    #[error("the set has groups outside of the user's scope")]
    OutsideScope { name: String },
    #[error("a set of {given} groups")]
    TooManyGroups { given: usize },
    #[error("the server has too many sets")]
    TooManySets,
    /// Somebody else changed the set at the same time.
    #[error("the set has changed")]
    Changed,
}

impl SetError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::OutsideScope { .. } => "refused",
            Self::BadName | Self::NoSuchSet { .. } | Self::TooManyGroups { .. } | Self::TooManySets | Self::Changed => {
                "declined"
            }
        }
    }
}

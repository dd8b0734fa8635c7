//! Errors of confirmations.

/// Why a user's answer to a confirmation does not confirm the operation.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ConfirmationError {
    /// It expired, was used, or belongs to an earlier run of the bot.
    #[error("the confirmation is no longer valid")]
    Gone,
    /// An undo that expired or was used.
    #[error("the undo is no longer possible")]
    UndoGone,
    /// Another press was first.
    #[error("answered already")]
    Answered,
    #[error("another user's confirmation")]
    NotYours,
    #[error("the typed name does not match")]
    WrongName,
}

impl ConfirmationError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::NotYours => "refused",
            Self::Gone | Self::UndoGone | Self::Answered | Self::WrongName => "declined",
        }
    }
}

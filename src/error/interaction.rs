//! Errors of the interaction itself.

/// Why an interaction cannot be handled, whatever it requests.
#[derive(Debug, Clone, thiserror::Error)]
pub enum InteractionError {
    /// `nearest`: the command that the user may have meant.
    #[error("unknown command")]
    UnknownCommand { nearest: Option<String> },
    /// Discord sent data that this version cannot read; the log says where.
    #[error("unreadable interaction")]
    Unreadable,
    /// The buttons are too old.
    #[error("the page is too old")]
    PageGone,
    /// Discord did not confirm that it received the acknowledgement.
    #[error("the acknowledgement may not have arrived")]
    NotAcknowledged,
    /// The bot was restarted before the operation began.
    #[error("interrupted before it began")]
    CutShort,
}

impl InteractionError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::Unreadable | Self::CutShort => "failed",
            Self::UnknownCommand { .. } | Self::PageGone | Self::NotAcknowledged => "declined",
        }
    }
}

//! Errors of attached files.

use whatsapp::people::UnreadableList;

use crate::picture::BadPicture;

/// Why a file that a user attached cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AttachmentError {
    /// A list of people, attached or pasted.
    #[error("the list of people is {0}")]
    List(#[from] UnreadableList),
    #[error("reading the file took too long")]
    TooSlow,
    #[error(transparent)]
    Picture(#[from] BadPicture),
    #[error("failed to download the attachment")]
    NotDownloaded,
}

impl AttachmentError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::List(_) | Self::TooSlow | Self::Picture(_) | Self::NotDownloaded => "declined",
        }
    }
}

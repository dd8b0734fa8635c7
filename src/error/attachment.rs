//! Errors of attached files.

use crate::operations::BadFile;
use crate::picture::BadPicture;

/// Why a file that a user attached cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AttachmentError {
    #[error(transparent)]
    File(#[from] BadFile),
    #[error(transparent)]
    Picture(#[from] BadPicture),
    #[error("failed to download the attachment")]
    NotDownloaded,
}

impl AttachmentError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::File(_) | Self::Picture(_) | Self::NotDownloaded => "declined",
        }
    }
}

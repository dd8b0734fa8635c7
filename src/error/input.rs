//! Errors of what a user typed or chose.

use whatsapp::InvalidId;

use crate::operations::BadText;
use crate::people_list::ReadList;

/// Why the options or texts of a user cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum InputError {
    #[error(transparent)]
    Id(#[from] InvalidId),
    #[error(transparent)]
    Text(#[from] BadText),
    /// A list of people that names nobody, or of which nothing can be read.
    #[error("nobody found in the list; {} entries are unclear", .0.unclear)]
    NobodyFound(Box<ReadList>),
    /// Nobody is named at all.
    #[error("nobody named")]
    NobodyNamed,
    /// A command for one person names several.
    #[error("{given} people, where one is meant")]
    OnePersonOnly { given: usize },
    /// Nobody asks to join the group.
    #[error("nobody asks to join")]
    NobodyAsks,
    #[error("{given} people, more than {max}")]
    TooManyPeople { given: usize, max: usize },
    /// One of these options is required.
    #[error("missing option: one of {0:?}")]
    OptionMissing(&'static [&'static str]),
    /// The server requires a reason.
    #[error("a reason is required")]
    ReasonMissing,
    /// An entry of the audit log to which its person can add no reason.
    #[error("no reason for a refused request")]
    NoReasonForRefusal,
    /// Two options that exclude each other.
    #[error("both an image and an address")]
    TwoPictures,
    #[error("no such preset")]
    NoSuchPreset { name: String },
    #[error("no such capability")]
    NoSuchCapability { name: String },
    #[error("no such case in scope")]
    NoSuchCase,
    #[error("no invite link in the message")]
    NoInvite,
}

impl InputError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::Id(_)
            | Self::Text(_)
            | Self::NobodyFound(_)
            | Self::NobodyNamed
            | Self::OnePersonOnly { .. }
            | Self::NobodyAsks
            | Self::TooManyPeople { .. }
            | Self::OptionMissing(_)
            | Self::ReasonMissing
            | Self::NoReasonForRefusal
            | Self::TwoPictures
            | Self::NoSuchPreset { .. }
            | Self::NoSuchCapability { .. }
            | Self::NoSuchCase
            | Self::NoInvite => "declined",
        }
    }
}

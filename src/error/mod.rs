//! The error types and their uses.
//!
//! - [`ApiError`](groups_api::ApiError): an error answer of the groups API, or a missing one. Callers branch on
//!   its variants.
//! - [`Failure`]: an operation that failed, and whether it changed anything.
//! - [`UserError`]: why a user's request failed. The user may read everything in it except the cause of
//!   [`Unavailable::Store`], which is only logged. The replies contain the texts. No other error is ever shown to users.
//! - `anyhow::Error`: all other errors. Each is logged once, with the reference that the user sees.
//!
//! Conversions log nothing. A [`UserError`] is logged where it is answered, with the reference that the user sees. Code
//! that drops one logs it there.

mod access;
mod attachment;
mod confirmation;
mod group;
mod input;
mod interaction;
mod operation;
mod request;
mod set;
mod settings;
mod unavailable;

pub use access::AccessError;
pub use attachment::AttachmentError;
pub use confirmation::ConfirmationError;
pub use group::{Ambiguous, BadGroup, BadGroupReason, GroupError};
pub use input::InputError;
pub use interaction::InteractionError;
pub use operation::{NotConfirmed, OperationError};
pub use request::RequestError;
pub use set::SetError;
pub use settings::SettingsError;
pub use unavailable::Unavailable;

use whatsapp::InvalidId;
use whatsapp::people::UnreadableList;

use crate::access::Refusal;
use crate::compute::ComputeError;
use crate::operations::{BadText, Failure};
use crate::picture::BadPicture;
use crate::store::{StoreError, TooMuch};

/// Why a user's request failed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum UserError {
    #[error(transparent)]
    Access(#[from] AccessError),
    #[error(transparent)]
    Input(#[from] InputError),
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    #[error(transparent)]
    Group(#[from] GroupError),
    #[error(transparent)]
    Request(#[from] RequestError),
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    #[error(transparent)]
    Set(#[from] SetError),
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Confirmation(#[from] ConfirmationError),
    #[error(transparent)]
    Operation(#[from] OperationError),
    #[error(transparent)]
    Interaction(#[from] InteractionError),
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
    /// Another interaction, or another instance, works on it and will answer. Never shown.
    #[error("in progress elsewhere")]
    Elsewhere,
}

/// Defines conversions in two steps, so that `?` takes an error of a nested enum at once.
macro_rules! nest {
    ($($Error:ty => $Nested:ty),+ $(,)?) => {
        $(
            impl From<$Error> for UserError {
                fn from(error: $Error) -> Self {
                    <$Nested>::from(error).into()
                }
            }
        )+
    };
}

nest! {
    Refusal => AccessError,
    InvalidId => InputError,
    BadText => InputError,
    UnreadableList => AttachmentError,
    BadPicture => AttachmentError,
    Failure => OperationError,
    StoreError => Unavailable,
}

impl From<ComputeError> for UserError {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::Busy => Unavailable::Busy.into(),
            ComputeError::TimedOut => AttachmentError::TooSlow.into(),
            ComputeError::Failed => Unavailable::Internal.into(),
        }
    }
}

impl UserError {
    /// Returns the name of the error for the metrics.
    pub fn outcome(&self) -> &'static str {
        match self {
            Self::Access(problem) => problem.outcome(),
            Self::Input(problem) => problem.outcome(),
            Self::Attachment(problem) => problem.outcome(),
            Self::Group(problem) => problem.outcome(),
            Self::Request(problem) => problem.outcome(),
            Self::Set(problem) => problem.outcome(),
            Self::Settings(problem) => problem.outcome(),
            Self::Confirmation(problem) => problem.outcome(),
            Self::Operation(problem) => problem.outcome(),
            Self::Interaction(problem) => problem.outcome(),
            Self::Unavailable(problem) => problem.outcome(),
            Self::TooMuch(TooMuch::InAMinute { .. } | TooMuch::Asked { .. } | TooMuch::InADay { .. }) => "refused",
            Self::Elsewhere => "declined",
        }
    }

    /// Returns whether the store failed, so that another read of it would fail too.
    pub fn is_store_failure(&self) -> bool {
        matches!(self, Self::Unavailable(problem) if problem.is_store_failure())
    }

    /// Returns whether a change was requested and its effect is unknown.
    pub fn is_effect_unknown(&self) -> bool {
        matches!(self, Self::Operation(problem) if problem.is_effect_unknown())
    }
}

#[cfg(test)]
mod tests;

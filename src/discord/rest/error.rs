//! Why a request to Discord failed, as callers need to know it.

use reqwest::StatusCode;

/// Discord, "JSON Error Codes".
const ALREADY_ACKNOWLEDGED: u64 = 40060;
/// Codes of a refusal that is about the message's form (Discord, "JSON Error Codes").
const ABOUT_FORM: [u64; 4] = [40005, 50006, 50035, 50109];

/// Why an answer did not get through. Never holds a token or a text.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RestError {
    #[error("Discord refused the answer: status {status}, code {code}")]
    Refused { status: StatusCode, code: u64 },
    #[error("Discord could not be reached")]
    Unreachable(#[source] reqwest::Error),
    #[error("Discord did not take the answer in time")]
    TooLate,
    #[error("not sent: Discord has refused too many requests lately")]
    HeldBack,
    #[error("the answer could not be written")]
    Unsendable,
    #[error("what Discord said could not be read")]
    Unreadable,
    #[error("the address is none of Discord's")]
    NotDiscords,
}

impl RestError {
    /// Whether this interaction was acknowledged by an earlier request.
    pub(crate) fn is_already_acknowledged(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ACKNOWLEDGED, .. })
    }

    /// Whether it was not sent, and the log says why already.
    pub(crate) fn is_held_back(&self) -> bool {
        matches!(self, Self::HeldBack)
    }

    /// Whether the bot may not do it.
    pub(crate) fn is_forbidden(&self) -> bool {
        matches!(self, Self::Refused { status: StatusCode::FORBIDDEN, .. })
    }

    /// Returns Discord's code where the channel itself refuses a post: a permission, the channel or the thread is gone or
    /// closed. `None` of a refusal that is about the message's form, of a rate limit and of a fault of Discord's.
    pub(crate) fn refused_by_channel(&self) -> Option<u64> {
        let Self::Refused { status, code } = self else { return None };
        match *status {
            StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Some(*code),
            StatusCode::BAD_REQUEST if !ABOUT_FORM.contains(code) => Some(*code),
            _ => None,
        }
    }

    /// Returns whether Discord accepts no message of this form, to whatever channel.
    pub(crate) fn is_about_form(&self) -> bool {
        match self {
            Self::Refused { status, code } => status.is_client_error() && ABOUT_FORM.contains(code),
            Self::Unsendable => true,
            _ => false,
        }
    }

    /// Whether trying again later is of no use: the message, the channel or the right to write there is gone.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Refused { status, .. } if status.is_client_error() && *status != StatusCode::TOO_MANY_REQUESTS)
    }
}

//! Errors of requests to Discord.

use reqwest::StatusCode;

/// Discord, "JSON Error Codes".
const ALREADY_ACKNOWLEDGED: u64 = 40060;
/// Codes of a refusal of the message's form (Discord, "JSON Error Codes").
const ABOUT_FORM: [u64; 4] = [40005, 50006, 50035, 50109];

/// The reason why a request failed. Never contains a token or a text.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RestError {
    #[error("Discord refused the request: status {status}, code {code}")]
    Refused { status: StatusCode, code: u64 },
    #[error("failed to reach Discord")]
    Unreachable(#[source] reqwest::Error),
    #[error("deadline exceeded")]
    TooLate,
    #[error("held back: Discord refused too many requests lately")]
    HeldBack,
    #[error("failed to serialize the message")]
    Unsendable,
    #[error("failed to parse Discord's answer")]
    Unreadable,
    #[error("not an address of Discord")]
    NotDiscords,
}

impl RestError {
    /// Returns Discord's code, its HTTP status if it gave no code, or the cause in a word.
    pub(super) fn code(&self) -> String {
        match self {
            Self::Refused { status, code: 0 } => status.as_str().to_owned(),
            Self::Refused { code, .. } => code.to_string(),
            Self::Unreachable(_) => "unreachable".to_owned(),
            Self::TooLate => "too_late".to_owned(),
            Self::HeldBack => "held_back".to_owned(),
            Self::Unsendable => "unsendable".to_owned(),
            Self::Unreadable => "unreadable".to_owned(),
            Self::NotDiscords => "not_discord".to_owned(),
        }
    }

    /// Returns whether an earlier request acknowledged this interaction.
    pub(crate) fn is_already_acknowledged(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ACKNOWLEDGED, .. })
    }

    /// Returns whether the request was not sent because posts are held back. The log contains the reason already.
    pub(crate) fn is_held_back(&self) -> bool {
        matches!(self, Self::HeldBack)
    }

    /// Returns whether the bot lacks a permission.
    pub(crate) fn is_forbidden(&self) -> bool {
        matches!(self, Self::Refused { status: StatusCode::FORBIDDEN, .. })
    }

    /// Returns Discord's code if the channel itself refuses a post: a permission is missing, or the channel or thread
    /// is gone or closed. Returns `None` for a refusal of the message's form, a rate limit and a fault of Discord.
    pub(crate) fn refused_by_channel(&self) -> Option<u64> {
        let Self::Refused { status, code } = self else { return None };
        match *status {
            StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Some(*code),
            StatusCode::BAD_REQUEST if !ABOUT_FORM.contains(code) => Some(*code),
            _ => None,
        }
    }

    /// Returns whether Discord accepts no message of this form, in any channel.
    pub(crate) fn is_about_form(&self) -> bool {
        match self {
            Self::Refused { status, code } => status.is_client_error() && ABOUT_FORM.contains(code),
            Self::Unsendable => true,
            _ => false,
        }
    }

    /// Returns whether a retry is useless: the message, the channel or the permission to write there is gone.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Refused { status, .. } if status.is_client_error() && *status != StatusCode::TOO_MANY_REQUESTS)
    }
}

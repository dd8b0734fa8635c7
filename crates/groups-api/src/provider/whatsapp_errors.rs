//! Errors of WhatsApp itself, which providers pass on in words and codes of their own, often with the status 500.

use super::CallError;
use crate::ask::{Ask, What};
use crate::error::ApiError;
use crate::retry::AttemptFailure;

/// Why WhatsApp did not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WhatsAppError {
    /// The account is no admin, or no member (401, 403).
    Forbidden,
    /// No such group (404).
    NotFound,
    /// The invite is invalid or was revoked (406, 410).
    NoInvite,
    BadRequest,
    /// It does not fit the state of the group: a member already, or full (409, 419).
    Conflict,
    /// 429
    RateLimited,
    /// WhatsApp gave no answer: whether it was done is unknown.
    NoAnswer,
}

impl WhatsAppError {
    /// Returns the meaning of WhatsApp's code.
    pub(super) fn of_code(code: u64) -> Option<Self> {
        Some(match code {
            400 => Self::BadRequest,
            401 | 403 => Self::Forbidden,
            404 => Self::NotFound,
            406 | 410 => Self::NoInvite,
            // 428: the connection was closed. 408: it timed out. 440: another client took it over.
            408 | 428 | 440 => Self::NoAnswer,
            409 | 419 => Self::Conflict,
            429 => Self::RateLimited,
            _ => return None,
        })
    }

    /// Returns the error of a request that ended so.
    pub(super) fn of(self, ask: &Ask) -> CallError {
        let is_invite = matches!(ask.what, What::Join(_) | What::Preview(_));
        match self {
            Self::Forbidden => ApiError::Forbidden { said: None }.into(),
            Self::NotFound => ApiError::NotFound.into(),
            Self::NoInvite if is_invite => ApiError::NotFound.into(),
            Self::NoInvite | Self::BadRequest => ApiError::BadRequest { said: None, named: Vec::new() }.into(),
            Self::Conflict => ApiError::Conflict { said: None }.into(),
            Self::RateLimited => AttemptFailure::AccountLimited { maybe_done: false }.into(),
            // Not `AnswerLost`: the account may have lost its connection, which is looked at.
            Self::NoAnswer => AttemptFailure::ServerError { status: 504, in_own_words: false }.into(),
        }
    }
}

/// What providers and the libraries beneath them say, in lower case, and what it means. The first match counts.
const WORDS: [(&str, WhatsAppError); 30] = [
    ("forbidden", WhatsAppError::Forbidden),
    ("not-authorized", WhatsAppError::Forbidden),
    ("status 401", WhatsAppError::Forbidden),
    ("status 403", WhatsAppError::Forbidden),
    ("you don't have the permission", WhatsAppError::Forbidden),
    // Of a read, so the account is not in the group any more: for it, the group is gone.
    ("not participating in that group", WhatsAppError::NotFound),
    ("item-not-found", WhatsAppError::NotFound),
    ("status 404", WhatsAppError::NotFound),
    ("that group does not exist", WhatsAppError::NotFound),
    ("group with id", WhatsAppError::NotFound),
    ("rate-overlimit", WhatsAppError::RateLimited),
    ("status 429", WhatsAppError::RateLimited),
    ("invite link has been revoked", WhatsAppError::NoInvite),
    ("invite link is not valid", WhatsAppError::NoInvite),
    ("status 406", WhatsAppError::NoInvite),
    ("status 410", WhatsAppError::NoInvite),
    ("not-acceptable", WhatsAppError::NoInvite),
    ("gone", WhatsAppError::NoInvite),
    ("status 409", WhatsAppError::Conflict),
    ("conflict", WhatsAppError::Conflict),
    ("status 419", WhatsAppError::Conflict),
    ("status 400", WhatsAppError::BadRequest),
    ("bad-request", WhatsAppError::BadRequest),
    ("timed out", WhatsAppError::NoAnswer),
    ("timeout", WhatsAppError::NoAnswer),
    ("deadline", WhatsAppError::NoAnswer),
    ("connection closed", WhatsAppError::NoAnswer),
    ("connection terminated", WhatsAppError::NoAnswer),
    ("connection was lost", WhatsAppError::NoAnswer),
    ("websocket disconnected", WhatsAppError::NoAnswer),
];

/// Returns the meaning of an error's text, if it is known.
pub(super) fn of_words(text: &str) -> Option<WhatsAppError> {
    let text = text.to_ascii_lowercase();
    WORDS.iter().find(|(words, _)| has_words(&text, words)).map(|(_, error)| *error)
}

/// Returns whether the text has these words, and not only as a part of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|rest| rest.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_libraries_are_understood() {
        for (text, expected) in [
            ("Error: forbidden", Some(WhatsAppError::Forbidden)),
            ("info query returned status 403: forbidden", Some(WhatsAppError::Forbidden)),
            ("not-authorized", Some(WhatsAppError::Forbidden)),
            ("you're not participating in that group", Some(WhatsAppError::NotFound)),
            ("Group with id '999@g.us' not found", Some(WhatsAppError::NotFound)),
            ("info query returned status 429: rate-overlimit", Some(WhatsAppError::RateLimited)),
            ("that group invite link has been revoked", Some(WhatsAppError::NoInvite)),
            ("Error: Timed Out", Some(WhatsAppError::NoAnswer)),
            ("websocket disconnected before info query returned response", Some(WhatsAppError::NoAnswer)),
            ("context deadline exceeded", Some(WhatsAppError::NoAnswer)),
            ("Cannot read properties of undefined (reading 'map')", None),
            ("status 4031", None),
            ("bygone days", None),
            ("", None),
        ] {
            assert_eq!(of_words(text), expected, "{text}");
        }
    }
}

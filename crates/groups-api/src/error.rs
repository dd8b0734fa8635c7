//! Errors of requests to the groups API. They are distinct only where a caller acts differently, and hold only those
//! texts of the API that are safe to show. No error here holds a URL, a key, a body, a phone number or an invite code.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use whatsapp::SessionName;

use crate::address::BadAddress;
use crate::provider::NotOffered;
use crate::wire::{DisconnectReason, SessionStatus};

/// Longest text of the API that is kept.
const SAID_CHARS_MAX: usize = 200;
/// A longer run of characters without a space is no word: it may be a key.
const WORD_CHARS_MAX: usize = 40;

/// A reason why [`super::GroupsApi::new`] rejected its settings. The texts are written for the operator.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error(transparent)]
    Address(#[from] BadAddress),
    #[error("the key is empty or contains characters that are invalid in a header")]
    Key,
    #[error("the key must be the user name and the password of the server, as user:password")]
    KeyPair,
    #[error("failed to create the HTTP client")]
    Http(#[source] reqwest::Error),
}

/// An error of an operation of the groups API. The texts are for logs. The stored form drops the API's own text, which
/// may name people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "error", rename_all = "snake_case")]
pub enum ApiError {
    #[error("the groups API rejected the request as invalid")]
    BadRequest {
        #[serde(skip)]
        said: Option<ApiMessage>,
        /// The places, among the people of the request, of those whom the refusal names.
        #[serde(skip)]
        named: Vec<usize>,
    },
    #[error("the groups API rejected the key")]
    Unauthorized,
    #[error("the groups API forbids this to the key or the account")]
    Forbidden {
        #[serde(skip)]
        said: Option<ApiMessage>,
    },
    #[error("not found by the groups API")]
    NotFound,
    #[error("the groups API reported a conflict")]
    Conflict {
        #[serde(skip)]
        said: Option<ApiMessage>,
    },
    /// The wait would be longer than a request may wait. `retry_after` is the API's own value, if it gave one.
    #[error("rate limit of the groups API exceeded")]
    RateLimited { retry_after: Option<Duration> },
    /// Refused by Usher before anything was sent: too many requests are waiting.
    #[error("too many requests to the groups API are waiting")]
    Busy { retry_after: Duration },
    /// Refused by Usher before anything was sent: the API failed several times in a row.
    #[error("circuit breaker open: the groups API failed repeatedly")]
    Resting { retry_after: Duration },
    /// As [`Self::Resting`], for requests of one account.
    #[error("circuit breaker open for the account {session}: it failed repeatedly")]
    AccountResting { session: SessionName, retry_after: Duration },
    /// The session's account is not connected to WhatsApp, so the request failed.
    #[error("the session is not connected: {status} {}", reason.as_ref().map_or("", DisconnectReason::as_str))]
    NotConnected { status: SessionStatus, reason: Option<DisconnectReason> },
    /// A read without an answer, or a change that was certainly not carried out.
    #[error("the groups API is unavailable")]
    Unavailable,
    /// A change that may or may not have been carried out, now or later: its answer was lost, or a system in between
    /// answered in the API's place (502, 504, a page).
    #[error("the answer of the groups API to a change was lost")]
    Lost,
    /// A change to which the API itself answered 500 or 503: its work on the request has ended, with or without effect.
    #[error("the groups API failed on a change")]
    ServerError,
    /// The provider cannot do it, so nothing was sent.
    #[error("the provider cannot {0}")]
    NotOffered(NotOffered),
    /// A change that was started in the journal and never sent, because Usher was interrupted before.
    #[error("the request was not sent")]
    NotSent,
    /// An answer that breaks the contract: a redirect, a page of a proxy, cut JSON, a missing field.
    #[error("failed to read the answer of the groups API")]
    Garbled,
    #[error("the answer of the groups API is too large")]
    TooLarge,
}

/// The effect of a failed change: it may have been carried out nevertheless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    No,
    /// Only reading the state back shows it.
    Maybe,
}

impl From<NotOffered> for ApiError {
    fn from(what: NotOffered) -> Self {
        Self::NotOffered(what)
    }
}

impl ApiError {
    /// Returns whether the same request may succeed a little later, with no other change.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::RateLimited { .. }
                | Self::Busy { .. }
                | Self::Resting { .. }
                | Self::AccountResting { .. }
                | Self::NotConnected { .. }
                | Self::Unavailable
        )
    }

    /// Returns how long the API, or this client, asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } => *retry_after,
            Self::Busy { retry_after } | Self::Resting { retry_after } | Self::AccountResting { retry_after, .. } => {
                Some(*retry_after)
            }
            _ => None,
        }
    }

    /// Returns, for the error of a change, whether WhatsApp may have received it, with or without effect. It certainly
    /// did not if the request was never sent, or if the API refused it by itself: for the key (401), or for its own
    /// rate limit (429), which is counted for each key (contract, "Rate limit").
    pub fn may_have_asked(&self) -> bool {
        match self {
            Self::NotSent
            | Self::NotOffered(_)
            | Self::Busy { .. }
            | Self::Resting { .. }
            | Self::AccountResting { .. }
            // For a change, this error means that no connection could be made.
            | Self::Unavailable
            | Self::Unauthorized
            | Self::RateLimited { .. } => false,
            // The request itself may have logged the account out (field notes, section 3).
            Self::NotConnected { .. }
            | Self::BadRequest { .. }
            | Self::Forbidden { .. }
            | Self::NotFound
            | Self::Conflict { .. }
            | Self::Lost
            | Self::ServerError
            | Self::Garbled
            | Self::TooLarge => true,
        }
    }

    /// Returns, for the error of a change, whether it may have been carried out. (A read changes nothing, whatever its
    /// error.)
    pub fn changed(&self) -> Effect {
        match self {
            Self::Lost | Self::ServerError | Self::Garbled | Self::TooLarge => Effect::Maybe,
            Self::NotSent
            | Self::NotOffered(_)
            | Self::BadRequest { .. }
            | Self::Unauthorized
            | Self::Forbidden { .. }
            | Self::NotFound
            | Self::Conflict { .. }
            | Self::RateLimited { .. }
            | Self::Busy { .. }
            | Self::Resting { .. }
            | Self::AccountResting { .. }
            | Self::NotConnected { .. }
            | Self::Unavailable => Effect::No,
        }
    }
}

/// The API's text on a request that it refused: one short line without keys, addresses and paths. It is still foreign
/// text, to be escaped where it is shown. `Debug` hides it, because it may name a person.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiMessage(String);

impl ApiMessage {
    /// Cleans a text. Returns `None` if nothing is left, or if the text holds parts that people must not see.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let line: String = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control() && !is_invisible(*c))
            .collect();
        if line.to_lowercase().contains("titan_") || line.split(' ').any(is_internal) {
            return None;
        }
        let line: String = line.trim().chars().take(SAID_CHARS_MAX).collect();
        (!line.is_empty()).then_some(Self(line))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ApiMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ApiMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiMessage(…)")
    }
}

/// Returns whether a character is invisible and could hide a key, or reverse the direction of the line.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Returns whether a word looks like an address, a path or a secret. It prefers false positives: a lost remark costs
/// little.
fn is_internal(word: &str) -> bool {
    word.chars().count() > WORD_CHARS_MAX
        || word.contains("//")
        || word.contains('\\')
        || word.matches('/').count() > 1
        || word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '.' | '~' | '-' | '_')).any(is_path)
        || word.split(|c: char| !c.is_ascii_hexdigit() && c != ':').any(|part| part.parse::<IpAddr>().is_ok())
        || word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | ':')).any(is_host)
}

fn is_path(part: &str) -> bool {
    ["/", "./", "../", "~/"].iter().any(|start| part.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
}

/// Returns whether a word looks like a host: `localhost`, `api.example`, `db-1:5432`, `10.0.0.1`, `server.js`.
fn is_host(part: &str) -> bool {
    let part = part.trim_matches(['.', ':', '-', '_']);
    if let Some((name, port)) = part.rsplit_once(':')
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit())
    {
        // A time of day is no host.
        return !name.bytes().all(|b| b.is_ascii_digit() || b == b':');
    }
    let labels = part.split('.').count();
    let last = part.rsplit('.').next().unwrap_or(part);
    part.eq_ignore_ascii_case("localhost")
        || labels > 1 && last.chars().count() > 1 && last.chars().all(char::is_alphabetic)
        || labels > 3 && part.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_words_of_the_api_are_passed_on() {
        for (text, said) in [
            ("name is too long", "name is too long"),
            (
                "You can't do that, e.g. now... (error 25.5, and/or 12:30)",
                "You can't do that, e.g. now... (error 25.5, and/or 12:30)",
            ),
            ("  two\nlines\t\u{7}here ", "two lines here"),
            ("grupo não encontrado: acesso negado.", "grupo não encontrado: acesso negado."),
            (&"word ".repeat(60), &"word ".repeat(40)),
        ] {
            assert_eq!(ApiMessage::from_text(text).unwrap().as_str(), said);
        }
    }

    #[test]
    fn what_holds_a_key_an_address_or_a_path_is_dropped_altogether() {
        for text in [
            "",
            " \n",
            "bad key titan_abc",
            "bad key TITAN_abc",
            "bad key tit\u{0}an_abc",
            "bad key tit\u{200b}an_abc",
            &format!("{} titan_abc", "word ".repeat(60)),
            "see https://docs.example.com/x",
            "see www.example.com.",
            "connect to db-1:5432 failed",
            "connect ECONNREFUSED 10.0.0.1",
            "connect ECONNREFUSED 10.0.0.1:5432",
            "connect to [::1]:80 or fe80::1",
            "dial localhost",
            "at /srv/app/index",
            "at (/srv)",
            "open ~/secret",
            "open ../secret",
            "in server.js:12",
            r"in C:\titan\x",
            "GET api/sessions/x",
            "code aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee",
        ] {
            assert_eq!(ApiMessage::from_text(text).map(|said| said.0), None, "{text}");
        }
    }

    #[test]
    fn debug_shows_nothing_of_what_was_said() {
        let error = ApiError::Conflict { said: ApiMessage::from_text("Ana is a member already") };
        assert!(!format!("{error:?} {error}").contains("Ana"));
    }

    proptest! {
        #[test]
        fn whatever_is_said_stays_one_short_line(text in "\\PC{0,300}|(?s).{0,300}") {
            if let Some(said) = ApiMessage::from_text(&text) {
                prop_assert!(said.as_str().chars().count() <= SAID_CHARS_MAX);
                prop_assert!(!said.as_str().chars().any(char::is_control));
            }
        }
    }
}

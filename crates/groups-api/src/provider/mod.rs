//! Providers: the servers between Usher and WhatsApp. Each has a [`Dialect`], which says how a request is written, and
//! what an answer or a refusal means. Dialects are pure functions: they know no socket and no clock.
//!
//! A further provider takes a file with its dialect here, a line in [`Provider`], and a
//! [vocabulary](crate::wire::Vocabulary) if the library beneath it has none yet (`docs/providers/adding.md`).

mod evolution;
mod features;
mod gowa;
mod openwa;
mod request;
#[cfg(test)]
mod tests;
mod titan;
mod waha;
mod whatsapp_errors;

use std::fmt;
use std::io::Read;
use std::str::FromStr;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ask::{Ask, What};
use crate::breaker::HealthSignal;
use crate::error::{ApiError, SetupError};
use crate::model::Session;
use crate::retry::AttemptFailure;
use crate::wire::{self, ListPlace, MemberNames, Unread, Vocabulary};

pub use features::{Features, NameLimit, NotOffered, PEOPLE_PER_REQUEST};
pub(crate) use request::{HttpRequest, PictureForm, RequestBody, segment};

/// A provider that this client speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Provider {
    #[default]
    Titan,
    Waha,
    Evolution,
    Gowa,
    OpenWa,
}

/// Time limit of one attempt, unless the configuration or the provider says another.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(20);

impl Provider {
    /// All providers, in the order of the documents.
    pub const ALL: [Self; 5] = [Self::Titan, Self::Waha, Self::Evolution, Self::Gowa, Self::OpenWa];

    /// Returns the name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Titan => "titan",
            Self::Waha => "waha",
            Self::Evolution => "evolution",
            Self::Gowa => "gowa",
            Self::OpenWa => "openwa",
        }
    }

    /// Returns the name for readers.
    pub fn title(self) -> &'static str {
        match self {
            Self::Titan => "Titan",
            Self::Waha => "WAHA",
            Self::Evolution => "Evolution API",
            Self::Gowa => "GOWA",
            Self::OpenWa => "OpenWA",
        }
    }

    /// Returns the engines that the provider may have.
    pub fn engines(self) -> &'static [Engine] {
        match self {
            Self::Titan | Self::Evolution | Self::Gowa | Self::OpenWa => &[Engine::Only],
            Self::Waha => &[Engine::Noweb, Engine::Gows, Engine::Webjs],
        }
    }

    /// Returns what the provider can do.
    pub fn features(self, engine: Engine) -> Features {
        self.dialect().features(engine)
    }

    /// Returns the time limit of a change, unless the configuration says another.
    pub fn timeout(self) -> Duration {
        self.dialect().change_limit()
    }

    /// Returns why the key cannot be one of this provider.
    pub fn check_key(self, key: &SecretString) -> Result<(), SetupError> {
        self.dialect().headers(key).map(drop)
    }

    pub(crate) fn dialect(self) -> &'static dyn Dialect {
        match self {
            Self::Titan => &titan::Titan,
            Self::Waha => &waha::Waha,
            Self::Evolution => &evolution::Evolution,
            Self::Gowa => &gowa::Gowa,
            Self::OpenWa => &openwa::OpenWa,
        }
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No provider has that name. The text is written for the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected one of: {}", Provider::ALL.map(Provider::name).join(", "))]
pub struct UnknownProvider;

impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(name: &str) -> Result<Self, UnknownProvider> {
        Self::ALL.into_iter().find(|provider| provider.name() == name).ok_or(UnknownProvider)
    }
}

impl TryFrom<String> for Provider {
    type Error = UnknownProvider;

    fn try_from(name: String) -> Result<Self, UnknownProvider> {
        name.parse()
    }
}

/// The library beneath a provider, where it may have several. Answers and ids follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// The only one of the provider, or one that is not known.
    #[default]
    Only,
    /// WAHA, by Baileys.
    Noweb,
    /// WAHA, by whatsmeow.
    Gows,
    /// WAHA, by whatsapp-web.js.
    Webjs,
}

impl Engine {
    /// Returns whether the provider has no other engine, or its engine is not known.
    pub fn is_only(&self) -> bool {
        *self == Self::Only
    }

    /// Returns the name that its provider has for it; empty if there is only one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Only => "",
            Self::Noweb => "NOWEB",
            Self::Gows => "GOWS",
            Self::Webjs => "WEBJS",
        }
    }
}

/// How a provider is asked, and how its answers are read.
pub(crate) trait Dialect: fmt::Debug + Send + Sync {
    /// Returns the headers that sign every request with the key.
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError>;

    /// Returns whether a session must be read before it is asked: requests depend on its [`Engine`], or name its own id.
    fn needs_session(&self) -> bool {
        false
    }

    /// Returns the time limit of one attempt at a change, unless the configuration says another.
    fn change_limit(&self) -> Duration {
        TIME_LIMIT
    }

    /// Returns the time limit of one attempt, unless the configuration says another.
    fn time_limit(&self, what: &What) -> Duration {
        if what.is_read() { TIME_LIMIT } else { self.change_limit() }
    }

    /// Returns what the provider can do.
    fn features(&self, engine: Engine) -> Features;

    /// Returns the request that asks this, or why the provider cannot do it.
    fn request(&self, ask: &Ask, engine: Engine) -> Result<HttpRequest, NotOffered>;

    /// Returns the names of the fields in answers.
    fn vocabulary(&self, engine: Engine) -> &'static Vocabulary;

    /// Returns the names of the fields in a list of members.
    fn member_names(&self, engine: Engine) -> &'static MemberNames {
        &self.vocabulary(engine).member
    }

    /// Returns where an answer has its list.
    fn list_place(&self, ask: &Ask, engine: Engine) -> ListPlace;

    /// Reads the answer to a read that is no list.
    fn read(&self, ask: &Ask, engine: Engine, body: &mut dyn Read) -> Result<Value, Unread>;

    /// Reads the answer to a change, `null` if it is empty. Fails if it does not say that the change was carried out.
    fn done(&self, ask: &Ask, engine: Engine, body: &mut dyn Read) -> Result<Value, Unread>;

    /// Reads one session of a list of sessions, or the answer about one.
    fn session(&self, entry: &Value) -> Option<Session>;

    /// Returns whether an answer whose status reports no success has the results of single people, and is read as an
    /// answer.
    fn has_results(&self, _ask: &Ask, _answer: &FailedAnswer) -> bool {
        false
    }

    /// Returns what an answer means whose status reports no success.
    fn failure(&self, ask: &Ask, engine: Engine, answer: &FailedAnswer) -> FailureMeaning;
}

/// An answer whose status reports no success.
pub(crate) struct FailedAnswer {
    pub(crate) status: StatusCode,
    /// The value of the header `Retry-After`.
    pub(crate) retry_after: Option<Duration>,
    /// Empty if it is too long or was cut off.
    pub(crate) body: Vec<u8>,
}

/// What a failed answer means.
pub(crate) struct FailureMeaning {
    pub(crate) error: CallError,
    /// What it shows of the provider and of the account.
    pub(crate) signal: HealthSignal,
}

/// Why an attempt has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CallError {
    /// Another attempt would end in the same way.
    Final(ApiError),
    /// Another attempt may succeed.
    Attempt(AttemptFailure),
}

impl From<ApiError> for CallError {
    fn from(error: ApiError) -> Self {
        Self::Final(error)
    }
}

impl From<AttemptFailure> for CallError {
    fn from(failure: AttemptFailure) -> Self {
        Self::Attempt(failure)
    }
}

/// Returns what an answer means that the provider did not write: a system in between answered in its place, and may have
/// passed the request on before.
pub(crate) fn foreign(ask: &Ask, answer: &FailedAnswer) -> FailureMeaning {
    let status = answer.status;
    let error = match status {
        StatusCode::TOO_MANY_REQUESTS => AttemptFailure::RateLimited { retry_after: answer.retry_after }.into(),
        _ if status.is_server_error() => {
            AttemptFailure::ServerError { status: status.as_u16(), in_own_words: false }.into()
        }
        // A redirect would send the key to another address.
        _ if !status.is_client_error() => ApiError::Garbled.into(),
        _ if !ask.what.is_read() => ApiError::Lost.into(),
        StatusCode::UNAUTHORIZED => ApiError::Unauthorized.into(),
        StatusCode::NOT_FOUND => ApiError::NotFound.into(),
        _ => ApiError::BadRequest { said: None, named: Vec::new() }.into(),
    };
    FailureMeaning { error, signal: signal_of(status) }
}

/// Reads an answer without an envelope, of a provider that finds a session by its name in a list.
fn read_plain(ask: &Ask, body: &mut dyn Read) -> Result<Value, Unread> {
    let answer = wire::json(body)?;
    match (&ask.what, &answer) {
        (What::Session, Value::Array(all)) => all.first().cloned().ok_or(Unread::Refused(ApiError::NotFound)),
        _ => Ok(answer),
    }
}

/// Returns what a status that reports no success shows by itself.
fn signal_of(status: StatusCode) -> HealthSignal {
    match status {
        StatusCode::UNAUTHORIZED => HealthSignal::KeyRefused,
        _ if status.is_client_error() => HealthSignal::Alive,
        _ => HealthSignal::Trouble,
    }
}

/// Returns the header that signs requests, which no log shows.
fn signed(name: HeaderName, key: &str) -> Result<HeaderMap, SetupError> {
    let mut value = HeaderValue::from_str(key).map_err(|_| SetupError::Key)?;
    value.set_sensitive(true);
    Ok(HeaderMap::from_iter([(name, value)]))
}

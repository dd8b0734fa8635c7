//! Other providers: the same world behind the paths, forms and refusals of other servers for WhatsApp.
//!
//! A [`Dialect`] is one of them. It gets a request as [`Asked`], and the pipeline does the rest: the record, the key,
//! faults. [`vocabulary`] holds the names that the libraries beneath these servers use for groups and members. The
//! forms follow recorded answers of the real servers, their published descriptions and their sources.

mod asked;
mod evolution;
mod gowa;
mod handlers;
mod into_titan;
mod openwa;
mod vocabulary;
mod waha;

use std::fmt;
use std::str::FromStr;

use axum::response::Response;

pub(super) use asked::{Asked, Route};

use super::operation::Operation;
use super::refusal::Refusal;
use super::world::World;

/// The server as which the stand-in serves its world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Provider {
    /// Titan's groups API, by the contract.
    #[default]
    Titan,
    Waha(WahaEngine),
    Evolution,
    Gowa,
    OpenWa,
}

/// The library beneath WAHA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum WahaEngine {
    /// Baileys
    #[default]
    Noweb,
    /// whatsmeow
    Gows,
    /// whatsapp-web.js
    Webjs,
}

/// A name that is not the one of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected one of {}", names())]
pub struct UnknownProvider;

impl Provider {
    /// All providers, with each engine of WAHA.
    pub const ALL: [Self; 7] = [
        Self::Titan,
        Self::Waha(WahaEngine::Noweb),
        Self::Waha(WahaEngine::Gows),
        Self::Waha(WahaEngine::Webjs),
        Self::Evolution,
        Self::Gowa,
        Self::OpenWa,
    ];

    /// Returns the name by which a provider is chosen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Titan => "titan",
            Self::Waha(WahaEngine::Noweb) => "waha-noweb",
            Self::Waha(WahaEngine::Gows) => "waha-gows",
            Self::Waha(WahaEngine::Webjs) => "waha-webjs",
            Self::Evolution => "evolution",
            Self::Gowa => "gowa",
            Self::OpenWa => "openwa",
        }
    }

    /// Returns the name that people read. It is the same in every language.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Titan => "Titan",
            Self::Waha(WahaEngine::Noweb) => "WAHA (NOWEB)",
            Self::Waha(WahaEngine::Gows) => "WAHA (GOWS)",
            Self::Waha(WahaEngine::Webjs) => "WAHA (WEBJS)",
            Self::Evolution => "Evolution API",
            Self::Gowa => "GOWA",
            Self::OpenWa => "OpenWA",
        }
    }

    /// Returns the name in the configuration of a client, for which the engines of WAHA are one provider.
    pub fn configured(self) -> &'static str {
        match self {
            Self::Waha(_) => "waha",
            other => other.name(),
        }
    }

    /// Returns the arguments of curl that show this key, and the path, for a first list.
    pub(crate) fn example(self, key: &str) -> (String, &'static str) {
        match self {
            Self::Titan => (format!("-H 'Authorization: Bearer {key}'"), "/api/sessions/default/groups"),
            Self::Waha(_) => (format!("-H 'X-Api-Key: {key}'"), "/api/default/groups"),
            Self::Evolution => (format!("-H 'apikey: {key}'"), "/group/fetchAllGroups/default?getParticipants=false"),
            // Its groups need the id of a session, which this list tells.
            Self::OpenWa => (format!("-H 'X-API-Key: {key}'"), "/api/sessions"),
            Self::Gowa => (format!("-H 'X-Device-Id: default' -u '{key}'"), "/user/my/groups"),
        }
    }

    /// Returns how the provider is spoken to. `None` for Titan, which the routes of the contract serve.
    pub(super) fn dialect(self) -> Option<&'static dyn Dialect> {
        Some(match self {
            Self::Titan => return None,
            Self::Waha(WahaEngine::Noweb) => &waha::Waha(WahaEngine::Noweb),
            Self::Waha(WahaEngine::Gows) => &waha::Waha(WahaEngine::Gows),
            Self::Waha(WahaEngine::Webjs) => &waha::Waha(WahaEngine::Webjs),
            Self::Evolution => &evolution::Evolution,
            Self::Gowa => &gowa::Gowa,
            Self::OpenWa => &openwa::OpenWa,
        })
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Provider {
    type Err = UnknownProvider;

    /// Reads a name. `waha` is WAHA with its NOWEB engine.
    fn from_str(text: &str) -> Result<Self, UnknownProvider> {
        let text = if text == "waha" { "waha-noweb" } else { text };
        Self::ALL.into_iter().find(|provider| provider.name() == text).ok_or(UnknownProvider)
    }
}

/// Returns an id for a session, which is the same in every world.
pub(super) fn stable_id(session: &str) -> String {
    let mut bytes = [0; 16];
    for (at, byte) in session.bytes().enumerate() {
        if let Some(place) = bytes.get_mut(at % 16) {
            *place = u8::wrapping_add(u8::wrapping_mul(*place, 31), byte);
        }
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

fn names() -> String {
    Provider::ALL.map(Provider::name).join(", ")
}

/// The reason why a request is not carried out.
enum Failure {
    /// It has not the form that the provider demands.
    Form(Box<Response>),
    Refused(Refusal),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

type Answered = Result<Response, Failure>;

fn settle(answered: Answered) -> Result<Response, Refusal> {
    match answered {
        Ok(response) => Ok(response),
        Err(Failure::Form(response)) => Ok(*response),
        Err(Failure::Refused(refusal)) => Err(refusal),
    }
}

/// A provider's way to be asked and to answer.
pub(super) trait Dialect: Send + Sync {
    /// Returns the requests that the provider takes. The first one that fits is used.
    fn routes(&self) -> &'static [Route];

    /// Returns the operation that a request is. A route may be one of several, by its body.
    fn operation(&self, asked: &Asked) -> Option<Operation> {
        asked.operation
    }

    /// Returns the session that a request is about.
    fn session(&self, asked: &Asked, _world: &World) -> Option<String> {
        asked.part("session").map(str::to_owned)
    }

    /// Returns the key of a request.
    fn key(&self, asked: &Asked, world: &World) -> Option<String>;

    /// Returns a refusal that comes before the key is looked at.
    fn before_key(&self, _asked: &Asked, _world: &World) -> Option<Refusal> {
        None
    }

    /// Returns whether a request needs no key.
    fn is_public(&self, _asked: &Asked) -> bool {
        false
    }

    /// Carries out a request to one of the routes.
    fn answer(&self, asked: &Asked, world: &mut World) -> Result<Response, Refusal>;

    /// Returns a refusal in the provider's form.
    fn refuse(&self, asked: &Asked, refusal: &Refusal, world: &World) -> Response;
}

#[cfg(test)]
pub(super) fn gowa_routes() -> &'static [Route] {
    gowa::ROUTES
}

#[cfg(test)]
pub(super) fn waha_routes() -> &'static [Route] {
    waha::ROUTES
}

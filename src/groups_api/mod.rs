//! Client of the groups API: one method an operation (`endpoints`), one road to the network (`send`), and behind it the
//! rules of the road: when to ask again (`retry`), how many at once (`gate`), when not at all (`breaker`), how to read what
//! is answered (`wire`).
//!
//! Must not know Discord, a store or the sandbox.

mod account;
mod answer;
mod breaker;
mod endpoints;
mod error;
mod gate;
pub mod ids;
mod invite_links;
pub mod model;
mod retry;
mod send;
#[cfg(test)]
mod tests;
mod wire;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;
use url::Url;

use crate::address::{Http, check_base_url};
use crate::clock::Clock;
use crate::metrics::Metrics;

pub use account::Account;
pub use breaker::Reached;
pub use endpoints::Picture;
pub use error::{ApiError, Carried, Said, SetupError};
pub use gate::{Lane, Urgency};
pub use wire::Listed;

use account::Accounts;
use breaker::Breaker;
use gate::Gates;

/// Connections that have been idle for longer are not used again: many servers close them after 5 seconds, and a
/// request that meets the closing may be lost.
const IDLE_CONNECTION: Duration = Duration::from_secs(4);
/// Idle connections that are kept. Those above are closed at once, since nobody closes them later: reqwest, as it is now,
/// looks at their age only when it needs one. Each holds 25 KB.
const IDLE_CONNECTIONS: usize = 32;

/// The groups API, as one key sees it. Copies share connections and limits.
#[derive(Clone)]
pub struct GroupsApi {
    inner: Arc<Inner>,
    lane: Lane,
    waits_for_the_limit: bool,
}

/// What [`GroupsApi::new`] needs to know.
#[derive(Debug, Clone)]
pub struct Settings {
    /// May have a path.
    pub base_url: Url,
    /// Whether `http://` to another machine is taken (`groups_api.allow_http`).
    pub http: Http,
    pub key: SecretString,
    /// Sessions that are configured. Where there is one, its failures are those of the API.
    pub sessions: usize,
    /// For one attempt, from connecting to the last byte of the answer.
    pub timeout: Duration,
    /// How long a change whose answer was lost may still take effect (`groups_api.settle_within`).
    pub settle_within: Duration,
    /// Attempts that may start in any one second, for each session.
    pub requests_per_second: NonZeroU32,
    /// Requests in flight, for each session.
    pub concurrency: usize,
    /// Requests that may wait for their turn, for each session; those beyond are refused as [`ApiError::Busy`].
    pub queue: usize,
    pub clock: Clock,
    pub metrics: Metrics,
}

struct Inner {
    http: reqwest::Client,
    base_url: Url,
    gates: Gates,
    accounts: Accounts,
    breaker: Breaker,
    settle_within: Duration,
    clock: Clock,
    metrics: Metrics,
}

impl GroupsApi {
    pub fn new(settings: Settings) -> Result<Self, SetupError> {
        check_base_url(&settings.base_url, settings.http)?;
        let http = reqwest::Client::builder()
            .default_headers(headers(&settings.key)?)
            .user_agent(concat!("usher/", env!("CARGO_PKG_VERSION")))
            .timeout(settings.timeout)
            // Shorter than the whole, so that a connection that never came about is known as such: nothing was sent.
            .connect_timeout(settings.timeout / 2)
            .pool_idle_timeout(IDLE_CONNECTION)
            .pool_max_idle_per_host(IDLE_CONNECTIONS)
            // The key goes to the configured host and nowhere else.
            .redirect(reqwest::redirect::Policy::none())
            // Environment variables that name a proxy are not heeded: the key goes straight to the API.
            .no_proxy()
            .https_only(settings.base_url.scheme() == "https")
            .build()
            .map_err(|error| SetupError::Http(error.without_url()))?;
        let gates = Gates::new(&settings);
        let Settings { base_url, sessions, settle_within, clock, metrics, .. } = settings;
        let (accounts, breaker) = (Accounts::new(), Breaker::new(sessions, clock.clone()));
        let inner = Inner { http, base_url, gates, accounts, breaker, settle_within, clock, metrics };
        let lane = Lane { server: 0, urgency: Urgency::People };
        Ok(Self { inner: Arc::new(inner), lane, waits_for_the_limit: true })
    }

    /// The same API, asked on behalf of one server and with that urgency. A new one asks for people of no server.
    #[must_use]
    pub fn on_behalf_of(&self, lane: Lane) -> Self {
        Self { lane, ..self.clone() }
    }

    /// The same API, for somebody who wants to be told at once that it asks for a pause (429).
    #[must_use]
    pub fn without_patience(&self) -> Self {
        Self { waits_for_the_limit: false, ..self.clone() }
    }

    /// Requests that wait for their turn, in all sessions.
    pub fn waiting(&self) -> usize {
        self.inner.gates.waiting()
    }

    /// Waits, by the clock that the requests go by.
    pub async fn pause(&self, pause: Duration) {
        self.inner.clock.sleep(pause).await;
    }

    /// How long a change whose answer was lost may still take effect: a read that shows the old state proves nothing before.
    pub fn settle_within(&self) -> Duration {
        self.inner.settle_within
    }

    /// The time since 1970, as written to the journal.
    pub fn unix(&self) -> Duration {
        self.inner.clock.steady_unix()
    }

    /// For reckoning with pauses.
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// The time, in seconds since 1970, as the API counts it in a group's `createdAt`.
    pub fn unix_seconds(&self) -> i64 {
        i64::try_from(self.inner.clock.unix().as_secs()).unwrap_or(i64::MAX)
    }

    /// When the API last answered, and whether it is asked at present. Asks nothing.
    pub fn reached_lately(&self) -> Reached {
        self.inner.breaker.reached()
    }
}

fn headers(key: &SecretString) -> Result<HeaderMap, SetupError> {
    let key = key.expose_secret();
    if key.is_empty() {
        return Err(SetupError::Key);
    }
    let mut bearer = HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_| SetupError::Key)?;
    bearer.set_sensitive(true);
    Ok(HeaderMap::from_iter([(AUTHORIZATION, bearer)]))
}

//! Client of an HTTP API that manages WhatsApp groups. [`GroupsApi`] has one method for each operation.
//!
//! - **At most once.** A change that may have been carried out is never sent again. [`ApiError::changed`] says whether a
//!   failed change may have taken effect, and [`ApiError::may_have_asked`] whether WhatsApp may have received it.
//! - **Reads are repeated**, with growing pauses, and every request waits for the API's rate limit (429).
//! - **A rate limiter for each session** keeps the order fair between servers, and interactive requests first ([`Lane`]).
//! - **Circuit breakers**, one for each account and one for the API, stop requests that would fail.
//! - **Tolerant parsing** of every form that the API's contract leaves open, into the types of [`whatsapp`], within
//!   bounded memory.
//! - **Nothing secret in logs.** Errors and log lines hold no URL, key, body, phone number or invite code.
//!
//! ```
//! # use std::sync::Arc;
//! # use std::time::Duration;
//! use groups_api::address::Http;
//! use groups_api::{ApiError, ClientSettings, GroupsApi, Provider};
//! use usher_clock::Clock;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let api = GroupsApi::new(ClientSettings {
//!     provider: Provider::Titan,
//!     base_url: "http://127.0.0.1:1".parse()?,
//!     http: Http::Loopback,
//!     key: "a key".into(),
//!     user_agent: "example/1.0".to_owned(),
//!     sessions: 1,
//!     timeout: Some(Duration::from_secs(10)),
//!     settle_within: Duration::from_secs(90),
//!     requests_per_second: std::num::NonZero::<u32>::MIN,
//!     concurrency: 1,
//!     queue: 10,
//!     clock: Clock::system(),
//!     metrics: Arc::new(()),
//! })?;
//! let session = "default".parse()?;
//! // No server listens there. A connection that cannot be made is tried again, and then reported.
//! assert_eq!(api.groups(&session).await, Err(ApiError::Unavailable));
//! # Ok(())
//! # }
//! ```
//!
//! `endpoints` has the operations, and `send` sends all requests. The rules for a request are in `retry` (when to
//! repeat it), `rate_limiter` (how many at once), `breaker` (when to send none) and `wire` (how to parse an answer).

mod account;
pub mod address;
mod answer;
mod ask;
mod breaker;
mod condition;
mod endpoints;
mod error;
mod metrics;
mod model;
mod provider;
mod rate_limiter;
mod retry;
mod send;
#[cfg(test)]
mod tests;
mod wire;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;
use url::Url;
use usher_clock::{Clock, Timestamp};

pub use account::Account;
pub use breaker::Reached;
pub use condition::AccountCondition;
pub use endpoints::NewPicture;
pub use error::{ApiError, ApiMessage, Effect, SetupError};
pub use metrics::RequestMetrics;
pub use model::{DisconnectReason, Joined, Session, SessionStatus};
pub use provider::{Engine, Features, NameLimit, NotOffered, PEOPLE_PER_REQUEST, Provider, UnknownProvider};
pub use rate_limiter::{Lane, Urgency};
pub use wire::Listed;

use account::{Accounts, KnownSessions};
use address::{Http, check_base_url};
use breaker::Breaker;
use provider::{Dialect, TIME_LIMIT};
use rate_limiter::RateLimiters;

/// Idle connections are closed after this time: many servers close them after 5 seconds, and a request sent at that
/// moment may be lost.
const IDLE_CONNECTION: Duration = Duration::from_secs(4);
/// Idle connections that are kept. Further ones are closed at once. Each holds 25 KB.
const IDLE_CONNECTIONS: usize = 32;

/// The groups API for one key. Clones share connections and limits.
#[derive(Clone)]
pub struct GroupsApi {
    inner: Arc<Inner>,
    lane: Lane,
    waits_for_the_limit: bool,
}

/// The settings of [`GroupsApi::new`].
#[derive(Debug, Clone)]
pub struct ClientSettings {
    pub provider: Provider,
    /// May have a path.
    pub base_url: Url,
    /// Allows `http://` to another machine (`groups_api.allow_http`).
    pub http: Http,
    pub key: SecretString,
    /// The value of the header `User-Agent`.
    pub user_agent: String,
    /// Number of configured sessions. If there is one, its failures count as those of the API.
    pub sessions: usize,
    /// Time limit of one attempt, from connecting to the last byte of the answer. `None`: 20 seconds, and longer for
    /// what the provider is slow at.
    pub timeout: Option<Duration>,
    /// How long a change whose answer was lost may still take effect (`groups_api.settle_within`).
    pub settle_within: Duration,
    /// Attempts that may start in any one second, for each session.
    pub requests_per_second: NonZeroU32,
    /// Requests in flight, for each session.
    pub concurrency: usize,
    /// Requests that may wait for their turn, for each session; further ones are refused as [`ApiError::Busy`].
    pub queue: usize,
    pub clock: Clock,
    pub metrics: Arc<dyn RequestMetrics>,
}

struct Inner {
    provider: Provider,
    dialect: &'static dyn Dialect,
    http: reqwest::Client,
    timeout: Option<Duration>,
    base_url: Url,
    rate_limiters: RateLimiters,
    accounts: Accounts,
    known_sessions: KnownSessions,
    breaker: Breaker,
    settle_within: Duration,
    clock: Clock,
    metrics: Arc<dyn RequestMetrics>,
}

impl GroupsApi {
    pub fn new(settings: ClientSettings) -> Result<Self, SetupError> {
        check_base_url(&settings.base_url, settings.http)?;
        if settings.key.expose_secret().is_empty() {
            return Err(SetupError::Key);
        }
        let dialect = settings.provider.dialect();
        let http = reqwest::Client::builder()
            .default_headers(dialect.headers(&settings.key)?)
            .user_agent(&settings.user_agent)
            // Shorter than the time-out of each request, so that a failed connection is known as such: nothing was sent.
            .connect_timeout(settings.timeout.unwrap_or(TIME_LIMIT) / 2)
            .pool_idle_timeout(IDLE_CONNECTION)
            .pool_max_idle_per_host(IDLE_CONNECTIONS)
            // The key is sent only to the configured host.
            .redirect(reqwest::redirect::Policy::none())
            // Proxy environment variables are ignored: the key goes straight to the API.
            .no_proxy()
            .https_only(settings.base_url.scheme() == "https")
            .build()
            .map_err(|error| SetupError::Http(error.without_url()))?;
        let rate_limiters = RateLimiters::new(&settings);
        let ClientSettings { provider, timeout, base_url, sessions, settle_within, clock, metrics, .. } = settings;
        let inner = Inner {
            provider,
            dialect,
            http,
            timeout,
            base_url,
            rate_limiters,
            accounts: Accounts::new(),
            known_sessions: KnownSessions::new(),
            breaker: Breaker::new(sessions, clock.clone()),
            settle_within,
            clock,
            metrics,
        };
        let lane = Lane { server: 0, urgency: Urgency::People };
        Ok(Self { inner: Arc::new(inner), lane, waits_for_the_limit: true })
    }

    /// Returns the same API for requests of that server and priority. A new client sends interactive requests of no
    /// server.
    #[must_use]
    pub fn on_behalf_of(&self, lane: Lane) -> Self {
        Self { lane, ..self.clone() }
    }

    /// Returns the same API for a caller that handles pauses (429) itself.
    #[must_use]
    pub fn without_patience(&self) -> Self {
        Self { waits_for_the_limit: false, ..self.clone() }
    }

    pub fn provider(&self) -> Provider {
        self.inner.provider
    }

    /// Sets the number of configured sessions ([`ClientSettings::sessions`]).
    pub fn set_sessions(&self, sessions: usize) {
        self.inner.breaker.set_accounts(sessions);
    }

    /// Returns the number of requests that wait for their turn, in all sessions.
    pub fn waiting(&self) -> usize {
        self.inner.rate_limiters.waiting()
    }

    /// Sleeps by the clock of the requests.
    pub async fn pause(&self, pause: Duration) {
        self.inner.clock.sleep(pause).await;
    }

    /// Returns how long a change whose answer was lost may still take effect. Before, a read that shows the old state
    /// proves nothing.
    pub fn settle_within(&self) -> Duration {
        self.inner.settle_within
    }

    /// Returns the time of day that no correction moves, as recorded in the journal.
    pub fn steady_utc(&self) -> Timestamp {
        self.inner.clock.steady_utc()
    }

    /// Returns the current instant, to compute pauses.
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// Returns the time by Discord's clock.
    pub fn now_utc(&self) -> Timestamp {
        self.inner.clock.now_utc()
    }

    /// Returns when the API last answered, and whether requests are sent at present. Sends no request.
    pub fn reached_lately(&self) -> Reached {
        self.inner.breaker.reached()
    }
}

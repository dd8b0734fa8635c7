//! Answers to interactions: acknowledgement, edit of the original, follow-up. Not by way of serenity's HTTP client, which
//! has no time-out, formats token and body into a log span, and puts every edit of the application into one rate-limit
//! bucket. The types make it impossible to acknowledge an interaction twice, or to edit one that was not acknowledged.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, StatusCode, header};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serenity::all::CreateModal;
use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::reply::Message;
use crate::access::InteractionId;
use crate::clock::Clock;

/// Discord, "Interaction Callback": the first response must be there within 3 s; what comes later is lost.
const ACKNOWLEDGE_WITHIN: Duration = Duration::from_millis(2_800);
/// Discord, "Followup Messages": a token is good for 15 minutes; this leaves room for the last try.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);
const TRIES_MAX: u32 = 6;
/// Requests under way at once, acknowledgements and everything else apart: a thousand people at once must not open a
/// thousand connections, nor may their answers hold up an acknowledgement.
const LANE: usize = 64;
/// Discord, "Message Flags": only the person who asked sees it.
const EPHEMERAL: u64 = 1 << 6;
/// Discord, "JSON Error Codes".
const ALREADY_ACKNOWLEDGED: u64 = 40060;

/// Why an answer did not get through. Never holds a token or a text.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RestError {
    #[error("Discord refused the answer: status {status}, code {code}")]
    Refused { status: StatusCode, code: u64 },
    #[error("Discord could not be reached")]
    Unreachable(#[source] reqwest::Error),
    #[error("Discord did not take the answer in time")]
    TooLate,
}

impl RestError {
    /// Whether this interaction was acknowledged by an earlier request.
    pub(crate) fn is_already_acknowledged(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ACKNOWLEDGED, .. })
    }
}

/// Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Rest {
    http: reqwest::Client,
    /// `https://discord.com`, or what stands in its place; without a `/` at the end.
    base: String,
    clock: Clock,
    at_once: Arc<Semaphore>,
    later: Arc<Semaphore>,
}

impl Rest {
    pub(crate) fn new(http: reqwest::Client, base: &str, clock: Clock) -> Self {
        let lane = || Arc::new(Semaphore::new(LANE));
        Self { http, base: base.trim_end_matches('/').to_owned(), clock, at_once: lane(), later: lane() }
    }

    pub(crate) fn arrived(&self, id: InteractionId, application: u64, token: &str) -> Arrived {
        let (now, age) = (self.clock.now(), self.age(id));
        let at = now.checked_sub(age).unwrap_or(now);
        Arrived { rest: self.clone(), id, application, token: SecretString::from(token), at }
    }

    /// How long ago Discord made an interaction.
    pub(crate) fn age(&self, id: InteractionId) -> Duration {
        self.clock.unix().saturating_sub(Duration::from_millis(id.unix_millis()))
    }

    /// Sends until Discord takes it.
    async fn send(&self, call: Call<'_>, body: &impl Serialize) -> Result<(), RestError> {
        let Call { turns, method, path, repeatable, deadline } = call;
        // Fails never: the semaphore is not closed.
        let _turn = turns.acquire().await.ok();
        let mut tries = 0;
        loop {
            tries += 1;
            let left = deadline.saturating_duration_since(self.clock.now());
            if left.is_zero() {
                return Err(RestError::TooLate);
            }
            let request = self
                .http
                .request(method.clone(), format!("{}/api/v10{path}", self.base))
                .timeout(left.min(REQUEST_TIMEOUT))
                .json(body);
            let (error, pause) = match request.send().await {
                Ok(response) if response.status().is_success() => return Ok(()),
                Ok(response) => refused(response, repeatable.then(|| growing(tries))).await,
                Err(error) => {
                    let again = repeatable || error.is_connect();
                    (RestError::Unreachable(error.without_url()), again.then(|| growing(tries)))
                }
            };
            match pause {
                Some(pause) if tries < TRIES_MAX && pause < left => self.clock.sleep(pause).await,
                _ => return Err(error),
            }
        }
    }
}

/// One request to Discord.
struct Call<'a> {
    turns: &'a Semaphore,
    method: Method,
    path: &'a str,
    /// Whether it may be sent again where the first try may have arrived.
    repeatable: bool,
    deadline: Instant,
}

/// The error, and the pause after which to try again, if at all. `after_fault`: the pause where Discord itself failed.
async fn refused(response: reqwest::Response, after_fault: Option<Duration>) -> (RestError, Option<Duration>) {
    #[derive(Deserialize)]
    struct Body {
        code: u64,
    }
    let status = response.status();
    let retry_after = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let code = response.json().await.map_or(0, |Body { code }| code);
    let pause = match status {
        // Discord carried nothing out.
        StatusCode::TOO_MANY_REQUESTS => {
            Some(Duration::try_from_secs_f64(retry_after.unwrap_or(1.0)).unwrap_or_default())
        }
        _ if status.is_server_error() => after_fault,
        _ => None,
    };
    (RestError::Refused { status, code }, pause)
}

fn growing(tries: u32) -> Duration {
    let longest = Duration::from_millis(250) * 2_u32.pow(tries.min(6));
    longest.mul_f64(fastrand::f64().mul_add(0.5, 0.5))
}

/// An interaction that was not acknowledged yet. Each way to acknowledge it uses it up.
#[derive(Debug)]
pub(crate) struct Arrived {
    rest: Rest,
    id: InteractionId,
    application: u64,
    token: SecretString,
    at: Instant,
}

impl Arrived {
    /// A private answer, at once.
    pub(crate) async fn reply(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 4, "data": private(message) })).await
    }

    /// A private "thinking…", to be edited.
    pub(crate) async fn defer(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 5, "data": { "flags": EPHEMERAL } })).await
    }

    /// Puts `message` in the place of the one whose button was pressed.
    pub(crate) async fn update(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 7, "data": message })).await
    }

    pub(crate) async fn open(self, modal: &CreateModal) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 9, "data": modal })).await.map(|_| ())
    }

    /// The last resort, where it is not known whether the interaction was acknowledged.
    pub(crate) async fn report(self, message: &Message) -> Result<(), RestError> {
        let later = Acknowledged {
            rest: self.rest.clone(),
            application: self.application,
            token: self.token.clone(),
            at: self.at,
        };
        match self.reply(message).await {
            Err(error) if error.is_already_acknowledged() => later.edit(message).await,
            other => other.map(|_| ()),
        }
    }

    /// Sent once: an acknowledgement that fails may have arrived all the same, and then a second one gets 40060.
    async fn acknowledge(self, body: &serde_json::Value) -> Result<Acknowledged, RestError> {
        let path = format!("/interactions/{}/{}/callback", self.id, self.token.expose_secret());
        let deadline = self.at + ACKNOWLEDGE_WITHIN;
        let turns = &self.rest.at_once;
        self.rest.send(Call { turns, method: Method::POST, path: &path, repeatable: false, deadline }, body).await?;
        // Whoever waits to be acknowledged comes first: what is to follow takes its turn behind them, and gives it back.
        drop(turns.acquire().await.ok());
        Ok(Acknowledged { rest: self.rest, application: self.application, token: self.token, at: self.at })
    }
}

/// An interaction that was acknowledged: its answer can be edited, and the channel told.
#[derive(Debug, Clone)]
pub(crate) struct Acknowledged {
    rest: Rest,
    application: u64,
    token: SecretString,
    at: Instant,
}

impl Acknowledged {
    /// Puts `message` in the place of the first answer.
    pub(crate) async fn edit(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}/messages/@original", self.application, self.token.expose_secret());
        self.send(Method::PATCH, &path, message, true).await
    }

    /// A public follow-up. Not sent again where the first try may have arrived: a notice is not told twice.
    pub(crate) async fn tell_channel(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, message, false).await
    }

    async fn send(&self, method: Method, path: &str, message: &Message, repeatable: bool) -> Result<(), RestError> {
        let (turns, deadline) = (&self.rest.later, self.at + TOKEN_LIFE);
        self.rest.send(Call { turns, method, path, repeatable, deadline }, message).await
    }
}

fn private(message: &Message) -> impl Serialize {
    #[derive(Serialize)]
    struct Private<'a> {
        #[serde(flatten)]
        message: &'a Message,
        flags: u64,
    }
    Private { message, flags: EPHEMERAL }
}

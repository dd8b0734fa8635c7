//! Answers to interactions: acknowledgement, edit of the original, follow-up. Not by way of serenity's HTTP client, which
//! has no time-out, formats token and body into a log span, and puts every edit of the application into one rate-limit
//! bucket. The types make it impossible to acknowledge an interaction twice, or to edit one that was not acknowledged.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use reqwest::{Method, StatusCode, header, multipart};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serenity::all::CreateModal;
use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::reply::Message;
use crate::access::{ChannelId, InteractionId};
use crate::clock::Clock;

/// Discord, "Interaction Callback": the first response must be there within 3 s; what comes later is lost.
const ACKNOWLEDGE_WITHIN: Duration = Duration::from_millis(2_800);
/// Discord, "Followup Messages": a token is good for 15 minutes; this leaves room for the last try.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);
const TRIES_MAX: u32 = 6;
/// For a post to a channel, which nobody waits for.
const POST_WITHIN: Duration = Duration::from_secs(60);
/// A smaller difference between two clocks may be the header's age.
const SKEW_COUNTED_MS: i64 = 2_000;
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
    #[error("the answer could not be written")]
    Unsendable,
}

impl RestError {
    /// Whether this interaction was acknowledged by an earlier request.
    pub(crate) fn is_already_acknowledged(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ACKNOWLEDGED, .. })
    }

    /// Whether trying again later is of no use: the message, the channel or the right to write there is gone.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Refused { status, .. } if status.is_client_error() && *status != StatusCode::TOO_MANY_REQUESTS)
    }
}

/// Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Rest {
    http: reqwest::Client,
    /// `https://discord.com`, or what stands in its place; without a `/` at the end.
    base: String,
    clock: Clock,
    /// For what is not an answer to an interaction.
    bot_token: SecretString,
    at_once: Arc<Semaphore>,
    later: Arc<Semaphore>,
    /// How far Discord's clock is ahead of this machine's, in milliseconds, as its answers show.
    ahead_ms: Arc<AtomicI64>,
}

impl Rest {
    pub(crate) fn new(http: reqwest::Client, base: &str, bot_token: SecretString, clock: Clock) -> Self {
        let lane = || Arc::new(Semaphore::new(LANE));
        let (at_once, later, ahead_ms) = (lane(), lane(), Arc::default());
        Self { http, base: base.trim_end_matches('/').to_owned(), clock, bot_token, at_once, later, ahead_ms }
    }

    /// An interaction that was acknowledged earlier, perhaps by another run.
    pub(crate) fn earlier(&self, id: InteractionId, application: u64, token: &SecretString) -> Acknowledged {
        self.arrived(id, application, token.expose_secret()).acknowledged()
    }

    /// Posts to a channel, as the bot. `nonce`: Discord makes one message of all that bear the same within a few minutes,
    /// so that it is safe to send again.
    pub(crate) async fn post(&self, channel: ChannelId, message: &Message, nonce: &str) -> Result<(), RestError> {
        #[derive(Serialize)]
        struct Once<'a> {
            #[serde(flatten)]
            message: &'a Message,
            nonce: &'a str,
            enforce_nonce: bool,
        }
        let path = format!("/channels/{channel}/messages");
        let deadline = self.clock.now() + POST_WITHIN;
        let call = Call {
            turns: &self.later,
            method: Method::POST,
            path: &path,
            repeatable: true,
            deadline,
            authorization: Some(&self.bot_token),
        };
        self.send(call, Body::Json(&Once { message, nonce, enforce_nonce: true })).await
    }

    /// Asks Discord for the time, so that the age of an interaction is known though this machine's clock may be wrong.
    pub(crate) async fn ask_for_the_time(&self) -> Result<(), RestError> {
        let request = self.http.get(format!("{}/api/v10/gateway", self.base)).timeout(REQUEST_TIMEOUT);
        let response = request.send().await.map_err(|error| RestError::Unreachable(error.without_url()))?;
        self.learn_the_time(&response);
        Ok(())
    }

    /// A `Date` header has whole seconds, and is some of them old: smaller differences are none.
    fn learn_the_time(&self, response: &reqwest::Response) {
        let date = response.headers().get(header::DATE).and_then(|date| date.to_str().ok());
        let Some(theirs) = date.and_then(|date| httpdate::parse_http_date(date).ok()) else { return };
        let theirs = theirs.duration_since(UNIX_EPOCH).unwrap_or_default() + Duration::from_millis(500);
        let signed = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        let ahead = signed(theirs) - signed(self.clock.unix());
        let counted = if ahead.abs() < SKEW_COUNTED_MS { 0 } else { ahead };
        if self.ahead_ms.swap(counted, Ordering::Relaxed).abs_diff(counted) > SKEW_COUNTED_MS.unsigned_abs() {
            tracing::warn!(ahead_ms = counted, "this machine's clock differs from Discord's");
        }
    }

    pub(crate) fn arrived(&self, id: InteractionId, application: u64, token: &str) -> Arrived {
        let (now, age) = (self.clock.now(), self.age(id));
        let at = now.checked_sub(age).unwrap_or(now);
        Arrived { rest: self.clone(), id, application, token: SecretString::from(token), at }
    }

    /// How long ago Discord made an interaction.
    pub(crate) fn age(&self, id: InteractionId) -> Duration {
        let now = i64::try_from(self.clock.unix().as_millis()).unwrap_or(i64::MAX);
        let made = i64::try_from(id.unix_millis()).unwrap_or(i64::MAX);
        let age = now.saturating_add(self.ahead_ms.load(Ordering::Relaxed)).saturating_sub(made);
        Duration::from_millis(u64::try_from(age).unwrap_or_default())
    }

    /// Sends until Discord takes it.
    async fn send<T: Serialize>(&self, call: Call<'_>, body: Body<'_, T>) -> Result<(), RestError> {
        let Call { turns, method, path, repeatable, deadline, authorization } = call;
        // Fails never: the semaphore is not closed.
        let _turn = turns.acquire().await.ok();
        let mut tries = 0;
        loop {
            tries += 1;
            let left = deadline.saturating_duration_since(self.clock.now());
            if left.is_zero() {
                return Err(RestError::TooLate);
            }
            let mut request = self
                .http
                .request(method.clone(), format!("{}/api/v10{path}", self.base))
                .timeout(left.min(REQUEST_TIMEOUT));
            if let Some(token) = authorization {
                request = request.header(header::AUTHORIZATION, format!("Bot {}", token.expose_secret()));
            }
            let answer = body.put_into(request)?.send().await;
            if let Ok(response) = &answer {
                self.learn_the_time(response);
            }
            let (error, pause) = match answer {
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
    authorization: Option<&'a SecretString>,
}

/// What is sent.
enum Body<'a, T> {
    /// For a request that takes none.
    Empty,
    Json(&'a T),
    /// A message with a file (Discord, "Uploading Files").
    File(&'a T, &'a Upload),
}

/// A file to go with a message.
#[derive(Debug)]
pub(crate) struct Upload {
    pub(crate) name: &'static str,
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl<T: Serialize> Body<'_, T> {
    fn put_into(&self, request: reqwest::RequestBuilder) -> Result<reqwest::RequestBuilder, RestError> {
        match self {
            Self::Empty => Ok(request),
            Self::Json(json) => Ok(request.json(json)),
            Self::File(json, file) => {
                let json = serde_json::to_vec(json).map_err(|_| RestError::Unsendable)?;
                let part = |bytes: Vec<u8>, content_type| {
                    multipart::Part::bytes(bytes).mime_str(content_type).map_err(|_| RestError::Unsendable)
                };
                let form = multipart::Form::new()
                    .part("payload_json", part(json, "application/json")?)
                    .part("files[0]", part(file.bytes.clone(), file.content_type)?.file_name(file.name));
                Ok(request.multipart(form))
            }
        }
    }
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

    /// Promises a new version of the message whose button was pressed.
    pub(crate) async fn defer_update(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 6 })).await
    }

    pub(crate) async fn open(self, modal: &CreateModal) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 9, "data": modal })).await.map(|_| ())
    }

    /// The same interaction, taken to be acknowledged.
    pub(crate) fn acknowledged(&self) -> Acknowledged {
        let Self { rest, application, token, at, .. } = self;
        Acknowledged { rest: rest.clone(), application: *application, token: token.clone(), at: *at }
    }

    /// The last resort, where it is not known whether the interaction was acknowledged.
    pub(crate) async fn report(self, message: &Message) -> Result<(), RestError> {
        let later = self.acknowledged();
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
        let (method, authorization) = (Method::POST, None);
        let call = Call { turns, method, path: &path, repeatable: false, deadline, authorization };
        self.rest.send(call, Body::Json(body)).await?;
        // Whoever waits to be acknowledged comes first: what is to follow takes its turn behind them, and gives it back.
        drop(turns.acquire().await.ok());
        Ok(self.acknowledged())
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
        self.send(Method::PATCH, &self.original(), Body::Json(message), true).await
    }

    /// As [`Self::edit`], with a file.
    pub(crate) async fn edit_with(&self, message: &Message, file: &Upload) -> Result<(), RestError> {
        self.send(Method::PATCH, &self.original(), Body::File(message, file), true).await
    }

    /// A public follow-up. Not sent again where the first try may have arrived: a notice is not told twice.
    pub(crate) async fn tell_channel(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, Body::Json(message), false).await
    }

    /// Whether Discord has an answer to this interaction, and so an acknowledgement.
    pub(crate) async fn is_there(&self) -> Result<bool, RestError> {
        match self.send(Method::GET, &self.original(), Body::<()>::Empty, true).await {
            Ok(()) => Ok(true),
            Err(RestError::Refused { status: StatusCode::NOT_FOUND, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether Discord still takes edits.
    pub(crate) fn is_alive(&self) -> bool {
        self.rest.clock.now() < self.at + TOKEN_LIFE
    }

    fn original(&self) -> String {
        format!("/webhooks/{}/{}/messages/@original", self.application, self.token.expose_secret())
    }

    async fn send<T: Serialize>(
        &self,
        method: Method,
        path: &str,
        body: Body<'_, T>,
        repeatable: bool,
    ) -> Result<(), RestError> {
        let (turns, deadline) = (&self.rest.later, self.at + TOKEN_LIFE);
        self.rest.send(Call { turns, method, path, repeatable, deadline, authorization: None }, body).await
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

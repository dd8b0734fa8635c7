//! Client of Discord's REST API: answers to interactions, messages to channels and users, and a few reads. It does not
//! use serenity's HTTP client, which has no timeout, formats token and body into a log span, and puts every edit of the
//! application into one rate-limit bucket.

mod answer;
mod brake;
mod call;
mod command_ids;
mod error;
mod guilds;
mod membership;
mod time;

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, header};
use secrecy::{ExposeSecret, SecretString};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};
use tokio::time::Instant;
use url::Url;
use usher_clock::{Clock, Timestamp};

pub(crate) use answer::{Acknowledged, Arrived};
pub(crate) use command_ids::{CommandIds, RegisteredCommands};
pub(crate) use error::RestError;

use brake::{Brake, Limited, RequestPurpose};
use call::{Body, RestCall, refused};
use time::Offset;

use super::reply::{File, Message};
use crate::access::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::metrics::Metrics;

const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);
/// Timeout of a request for Discord's time. An interaction waits for it.
const TIME_WITHIN: Duration = Duration::from_millis(1_500);
/// Minimum interval between requests for the time, however many interactions seem late.
const TIME_ASKED_EVERY: Duration = Duration::from_secs(1);
/// Interval of the periodic requests for the time, which detect a suspended machine or a drifting clock.
const TIME_KEPT_EVERY: Duration = Duration::from_secs(60);
const DOWNLOAD_TIMEOUT: Duration = Duration::from_secs(30);
/// Hosts of Discord's attachments.
const CDN: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
const TRIES_MAX: u32 = 6;
/// Deadline of a post to a channel. No one waits for it.
const POST_WITHIN: Duration = Duration::from_secs(60);
/// Maximum number of concurrent requests, counted separately for acknowledgements and for everything else. A thousand
/// concurrent users must not open a thousand connections, and their answers must not delay an acknowledgement.
const LANE: usize = 64;

/// The client. It is cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Rest {
    http: reqwest::Client,
    /// `https://discord.com` or its replacement, without a trailing `/`.
    base: String,
    clock: Clock,
    /// Authorizes all requests except responses to interactions.
    bot_token: SecretString,
    at_once: Arc<Semaphore>,
    later: Arc<Semaphore>,
    brake: Arc<Brake>,
    /// The lead of Discord's clock over this machine's.
    offset: Arc<Offset>,
    /// Time of the last request for Discord's time.
    time_asked: Arc<Mutex<Option<Instant>>>,
    metrics: Metrics,
}

impl Rest {
    pub(crate) fn new(
        http: reqwest::Client,
        base: &str,
        bot_token: SecretString,
        clock: Clock,
        metrics: Metrics,
    ) -> Self {
        let brake = Arc::new(Brake::new(clock.clone(), metrics.clone()));
        let lane = || Arc::new(Semaphore::new(LANE));
        let (at_once, later) = (lane(), lane());
        let base = base.trim_end_matches('/').to_owned();
        let (offset, time_asked) = (Arc::new(Offset::new()), Arc::default());
        Self { http, base, clock, bot_token, at_once, later, brake, offset, time_asked, metrics }
    }

    /// Returns an interaction that was acknowledged earlier, perhaps by another process.
    pub(crate) fn earlier(&self, id: InteractionId, application: u64, token: &SecretString) -> Acknowledged {
        self.arrived(id, application, token.expose_secret()).acknowledged()
    }

    /// Posts to a channel as the bot. `nonce`: Discord creates one message for all requests with the same nonce within
    /// a few minutes, so a retry is safe.
    pub(crate) async fn post(
        &self,
        channel: ChannelId,
        message: &Message,
        nonce: &str,
    ) -> Result<MessageId, RestError> {
        self.post_body(channel, message, message.files(), nonce).await
    }

    /// Posts a message that was stored as JSON. `nonce` as for [`Self::post`].
    pub(crate) async fn post_json(
        &self,
        channel: ChannelId,
        message: &Value,
        nonce: &str,
    ) -> Result<MessageId, RestError> {
        self.post_body(channel, message, &[], nonce).await
    }

    async fn post_body<T: Serialize>(
        &self,
        channel: ChannelId,
        message: &T,
        files: &[File],
        nonce: &str,
    ) -> Result<MessageId, RestError> {
        #[derive(Serialize)]
        struct Once<'a, T> {
            #[serde(flatten)]
            message: &'a T,
            nonce: &'a str,
            enforce_nonce: bool,
        }
        let path = format!("/channels/{channel}/messages");
        let once = Once { message, nonce, enforce_nonce: true };
        let body = Body::new(&once, files);
        let NamedObject { id } = self.as_bot(Method::POST, &path, body).await?;
        Ok(MessageId(id.0))
    }

    /// Replaces a message that the bot posted with `message`.
    pub(crate) async fn edit_post(
        &self,
        channel: ChannelId,
        id: MessageId,
        message: &Message,
    ) -> Result<(), RestError> {
        let path = format!("/channels/{channel}/messages/{id}");
        self.as_bot::<_, IgnoredAny>(Method::PATCH, &path, Body::new(message, message.files())).await.map(drop)
    }

    /// Sends a direct message to a user. `nonce` as for [`Self::post`].
    pub(crate) async fn direct(&self, to: UserId, message: &Message, nonce: &str) -> Result<(), RestError> {
        let body = json!({ "recipient_id": to });
        let NamedObject { id } = self.as_bot(Method::POST, "/users/@me/channels", Body::Json(&body)).await?;
        self.post(id, message, nonce).await.map(drop)
    }

    /// Returns the id of the bot's application.
    pub(crate) async fn application(&self) -> Result<u64, RestError> {
        let NamedObject { id } = self.read("/applications/@me").await?;
        Ok(id.0)
    }

    /// Replaces all commands of a server, or all global commands, with these. Returns their ids.
    pub(crate) async fn put_commands(
        &self,
        application: u64,
        guild: Option<GuildId>,
        commands: &[Value],
    ) -> Result<CommandIds, RestError> {
        #[derive(Deserialize)]
        struct Registered {
            #[serde(flatten)]
            named: NamedObject,
            name: String,
        }
        let path = match guild {
            Some(guild) => format!("/applications/{application}/guilds/{guild}/commands"),
            None => format!("/applications/{application}/commands"),
        };
        let registered: Vec<Registered> = self.as_bot(Method::PUT, &path, Body::Json(&commands)).await?;
        Ok(registered.into_iter().map(|Registered { named, name }| ((guild, name), named.id.0)).collect())
    }

    /// Reads a resource with the bot's token.
    pub(crate) async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, RestError> {
        self.as_bot(Method::GET, path, Body::<()>::Empty).await
    }

    async fn as_bot<B: Serialize, T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Body<'_, B>,
    ) -> Result<T, RestError> {
        let deadline = self.clock.now() + POST_WITHIN;
        let call = RestCall { purpose: RequestPurpose::Bot, method, path, repeatable: true, deadline };
        self.send(call, body).await?.json().await.map_err(|_| RestError::Unreadable)
    }

    /// Downloads an attachment, from Discord's hosts only. Returns `None` if it is larger than `most` bytes.
    pub(crate) async fn attachment(&self, url: &str, most: usize) -> Result<Option<Vec<u8>>, RestError> {
        let url = Url::parse(url).ok().filter(|url| self.is_discords(url)).ok_or(RestError::NotDiscords)?;
        let unreachable = |error: reqwest::Error| RestError::Unreachable(error.without_url());
        let mut response = self.http.get(url).timeout(DOWNLOAD_TIMEOUT).send().await.map_err(unreachable)?;
        if !response.status().is_success() {
            return Err(RestError::Refused { status: response.status(), code: 0 });
        }
        // A buffer that grows takes up to twice the size of the file.
        let length = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
        let mut bytes = Vec::with_capacity(length.min(most));
        while let Some(part) = response.chunk().await.map_err(unreachable)? {
            if bytes.len() + part.len() > most {
                return Ok(None);
            }
            bytes.extend_from_slice(&part);
        }
        Ok(Some(bytes))
    }

    /// Returns whether the URL is on Discord's file hosts (Discord, "CDN") or on the configured replacement of Discord.
    fn is_discords(&self, url: &Url) -> bool {
        let is_cdn = url.scheme() == "https" && url.host_str().is_some_and(|host| CDN.contains(&host));
        is_cdn || Url::parse(&self.base).is_ok_and(|base| base.origin() == url.origin())
    }

    /// Requests the time from Discord. With it the age of an interaction is right even if this machine's clock is
    /// wrong.
    pub(crate) async fn ask_for_the_time(&self) -> Result<(), RestError> {
        let request = self.http.get(format!("{}/api/v10/gateway", self.base)).timeout(TIME_WITHIN);
        let sent = self.clock.steady_utc();
        let response = request.send().await.map_err(|error| RestError::Unreachable(error.without_url()))?;
        self.learn_the_time(&response, sent);
        self.brake.note(RequestPurpose::Answer, response.status(), Limited::default());
        Ok(())
    }

    /// Requests the time like [`Self::ask_for_the_time`], unless this happened a moment ago. Concurrent callers wait
    /// for the same answer.
    pub(crate) async fn make_sure_of_the_time(&self) {
        let mut asked = self.time_asked.lock().await;
        let now = self.clock.now();
        if asked.is_some_and(|asked| now.saturating_duration_since(asked) < TIME_ASKED_EVERY) {
            return;
        }
        if let Err(error) = self.ask_for_the_time().await {
            tracing::warn!(%error, "failed to ask Discord for the time");
        }
        // Callers that waited for this answer do not send another request.
        *asked = Some(self.clock.now());
    }

    /// Requests the time periodically. Never returns.
    pub(crate) async fn keep_the_time(&self) {
        loop {
            self.clock.sleep(TIME_KEPT_EVERY).await;
            if let Err(error) = self.ask_for_the_time().await {
                tracing::debug!(%error, "failed to ask Discord for the time");
            }
        }
    }

    fn learn_the_time(&self, response: &reqwest::Response, sent: Timestamp) {
        self.offset.learn(response.headers(), sent, self.clock.steady_utc());
        self.clock.correct(self.offset.ahead());
    }

    pub(crate) fn arrived(&self, id: InteractionId, application: u64, token: &str) -> Arrived {
        let (now, age) = (self.clock.now(), self.age(id));
        let at = now.checked_sub(age).unwrap_or(now);
        Arrived { rest: self.clone(), id, application, token: SecretString::from(token), at }
    }

    /// Returns the time since Discord created an interaction.
    pub(crate) fn age(&self, id: InteractionId) -> Duration {
        self.clock.now_utc().duration_since(id.created_at())
    }

    /// Sends a request, with retries. A request holds no permit while it waits to be retried.
    async fn send<T: Serialize>(&self, call: RestCall<'_>, body: Body<'_, T>) -> Result<reqwest::Response, RestError> {
        let RestCall { purpose, method, path, repeatable, deadline } = call;
        let mut tries = 0;
        loop {
            tries += 1;
            let turn = self.turn(purpose, deadline).await?;
            let left = deadline.saturating_duration_since(self.clock.now());
            if left.is_zero() {
                return Err(RestError::TooLate);
            }
            let mut request = self
                .http
                .request(method.clone(), format!("{}/api/v10{path}", self.base))
                .timeout(left.min(REQUEST_TIMEOUT));
            if purpose == RequestPurpose::Bot {
                request = request.header(header::AUTHORIZATION, format!("Bot {}", self.bot_token.expose_secret()));
            }
            let (request, sent) = (body.put_into(request)?, self.clock.steady_utc());
            let answer = request.send().await;
            if let Ok(response) = &answer {
                self.learn_the_time(response, sent);
            }
            let (error, pause) = match answer {
                Ok(response) if response.status().is_success() => return Ok(response),
                Ok(response) => {
                    let status = response.status();
                    let (error, limited, pause) = refused(response, repeatable.then(|| growing(tries))).await;
                    self.brake.note(purpose, status, limited);
                    (error, pause)
                }
                Err(error) => {
                    let again = repeatable || error.is_connect();
                    (RestError::Unreachable(error.without_url()), again.then(|| growing(tries)))
                }
            };
            drop(turn);
            match pause {
                Some(pause) if tries < TRIES_MAX && pause < left => self.clock.sleep(pause).await,
                _ => return Err(error),
            }
        }
    }

    /// Waits for a permit, and for the end of a pause that Discord imposed on all requests.
    async fn turn(&self, purpose: RequestPurpose, deadline: Instant) -> Result<Option<SemaphorePermit<'_>>, RestError> {
        let turns = match purpose {
            RequestPurpose::Acknowledge => &self.at_once,
            RequestPurpose::Answer | RequestPurpose::Bot => &self.later,
        };
        loop {
            // This never fails: the semaphore is never closed.
            let turn = turns.acquire().await.ok();
            match self.brake.pause(purpose)? {
                None => return Ok(turn),
                Some(pause) if self.clock.now() + pause >= deadline => return Err(RestError::TooLate),
                Some(pause) => {
                    drop(turn);
                    self.clock.sleep(pause).await;
                }
            }
        }
    }
}

/// The id of a message, a channel, a command or an application.
#[derive(Deserialize)]
struct NamedObject {
    id: ChannelId,
}

fn growing(tries: u32) -> Duration {
    let longest = Duration::from_millis(250) * 2_u32.pow(tries.min(6));
    longest.mul_f64(fastrand::f64().mul_add(0.5, 0.5))
}

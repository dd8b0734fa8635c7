//! The one road to the network: limits, authentication, time-out, size limit, asking again and tracing, for every
//! request alike. Knows status codes and bytes, but no operation and nothing of what an answer means.
//!
//! Log lines here name the operation and the status, never a URL, a body or anything else that came with the request.

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::RETRY_AFTER;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Map, Value};

use super::error::{ApiError, Said};
use super::gate::Told;
use super::ids::{GroupId, SessionName};
use super::retry::{self, Failure, Next, SoFar};
use super::{GroupsApi, wire};

/// Largest answer that is read.
const ANSWER_BYTES_MAX: usize = 8 << 20;
/// Largest refusal that is read for what the API said.
const REFUSAL_BYTES_MAX: usize = 64 << 10;
/// No wait that an API may name is taken to be longer.
const RETRY_AFTER_MAX: f64 = 24.0 * 60.0 * 60.0;
/// Characters that are themselves in a path segment: the unreserved ones of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request, ready to be sent as often as need be.
pub(super) struct Call {
    /// For log lines.
    operation: &'static str,
    method: Method,
    session: Option<SessionName>,
    /// After the base URL, percent-encoded.
    path: String,
    query: Option<(&'static str, String)>,
    body: Option<Value>,
}

impl Call {
    /// A read below `/api/sessions`; `session` says whose limits it counts against.
    pub(super) fn sessions(operation: &'static str, session: Option<&SessionName>) -> Self {
        let path = session.map_or_else(|| "/api/sessions".to_owned(), |name| format!("/api/sessions/{name}"));
        Self { operation, method: Method::GET, session: session.cloned(), path, query: None, body: None }
    }

    /// A read below the session's groups.
    pub(super) fn read(operation: &'static str, session: &SessionName, rest: &str) -> Self {
        let path = format!("/api/sessions/{session}/groups{rest}");
        Self { operation, method: Method::GET, session: Some(session.clone()), path, query: None, body: None }
    }

    /// A change below the session's groups. Its body names the session beside the fields given.
    pub(super) fn change(operation: &'static str, method: Method, session: &SessionName, rest: &str) -> Self {
        Self { method, ..Self::read(operation, session, rest) }.with("session", session.as_str())
    }

    /// The same call with one more field in its body.
    pub(super) fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        let body = self.body.get_or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(fields) = body {
            fields.insert(field.to_owned(), value.into());
        }
        self
    }

    pub(super) fn with_query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query = Some((name, value.into()));
        self
    }

    fn is_read(&self) -> bool {
        self.method == Method::GET
    }

    fn is_idempotent(&self) -> bool {
        self.is_read() || self.method == Method::PUT
    }
}

/// `/{groupId}` and what follows it.
pub(super) fn group_path(group: &GroupId, rest: &str) -> String {
    format!("/{}{rest}", utf8_percent_encode(group.as_str(), SEGMENT))
}

/// The answer to a request that succeeded.
pub(super) struct Answer {
    body: Result<Vec<u8>, Unread>,
}

impl Answer {
    /// What `data` holds.
    pub(super) fn data(self) -> Result<Value, ApiError> {
        match self.body {
            Ok(body) => wire::data(&body).ok_or(ApiError::Garbled),
            Err(Unread::TooLarge) => Err(ApiError::TooLarge),
            Err(Unread::Cut) => Err(ApiError::Garbled),
        }
    }
}

impl GroupsApi {
    /// Sends the request until it is answered or hopeless. Any 2xx is success, whatever its body.
    pub(super) async fn send(&self, call: Call) -> Result<Answer, ApiError> {
        let clock = &self.inner.clock;
        let gate = self.inner.gates.of(call.session.as_ref());
        let pass = gate.enter(self.lane).await?;
        let mut so_far = SoFar::default();
        let mut maybe_carried_out = false;
        loop {
            let failure = match self.attempt(&call, so_far).await {
                Ok(outcome) => return outcome,
                Err(failure) => failure,
            };
            maybe_carried_out |= failure.may_be_carried_out() && !call.is_read();
            match retry::next(call.is_idempotent(), failure, so_far, fastrand::f64()) {
                Next::Wait(pause) => {
                    so_far = so_far.and(failure, pause);
                    clock.sleep(pause).await;
                    pass.again().await;
                }
                Next::GiveUp => return Err(hopeless(failure, maybe_carried_out)),
            }
        }
    }

    /// One attempt, and one line in the log about it. The outer error is for failures that asking again may cure.
    async fn attempt(&self, call: &Call, so_far: SoFar) -> Result<Result<Answer, ApiError>, Failure> {
        let began = self.inner.clock.now();
        let answered = self.request(call).send().await;
        let status = answered.as_ref().ok().map(|response| response.status().as_u16());
        let cause = answered.as_ref().err().map(innermost);
        if let Some(told) = answered.as_ref().ok().and_then(quota) {
            self.inner.gates.note(told);
        }
        let outcome = match answered {
            Ok(response) => outcome(call, response).await,
            // A request that could not even be built was not sent either.
            Err(error) if error.is_connect() || error.is_builder() => Err(Failure::NoConnection),
            Err(_) => Err(Failure::AnswerLost),
        };
        let failed = match &outcome {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(failure) => Some(format!("{failure:?}")),
        };
        tracing::debug!(
            operation = call.operation,
            status,
            attempt = so_far.failed + so_far.limited + 1,
            milliseconds = (self.inner.clock.now() - began).as_millis(),
            failed,
            cause,
            "asked the groups API"
        );
        outcome
    }

    fn request(&self, call: &Call) -> reqwest::RequestBuilder {
        let mut url = self.inner.base_url.clone();
        url.set_path(&format!("{}{}", self.inner.base_url.path().trim_end_matches('/'), call.path));
        if let Some((name, value)) = &call.query {
            url.query_pairs_mut().append_pair(name, value);
        }
        let request = self.inner.http.request(call.method.clone(), url);
        match &call.body {
            Some(body) => request.json(body),
            None => request,
        }
    }
}

/// What an answer comes to, by its status.
async fn outcome(call: &Call, response: Response) -> Result<Result<Answer, ApiError>, Failure> {
    let status = response.status();
    if status.is_success() {
        let body = read_body(response, ANSWER_BYTES_MAX).await;
        if call.is_read() && matches!(body, Err(Unread::Cut)) {
            return Err(Failure::AnswerLost);
        }
        return Ok(Ok(Answer { body }));
    }
    match status {
        StatusCode::TOO_MANY_REQUESTS => Err(Failure::RateLimited { retry_after: retry_after(&response) }),
        _ if status.is_server_error() => Err(Failure::ServerError(status.as_u16())),
        // A redirect would carry the key to wherever it points.
        _ if !status.is_client_error() => Ok(Err(ApiError::Garbled)),
        _ => Ok(Err(refusal(response).await)),
    }
}

async fn refusal(response: Response) -> ApiError {
    let status = response.status();
    let body = read_body(response, REFUSAL_BYTES_MAX).await.unwrap_or_default();
    let said = wire::error_text(&body).as_deref().and_then(Said::from_text);
    match status {
        StatusCode::UNAUTHORIZED => ApiError::Unauthorized,
        StatusCode::FORBIDDEN => ApiError::Forbidden { said },
        StatusCode::NOT_FOUND => ApiError::NotFound,
        StatusCode::CONFLICT => ApiError::Conflict { said },
        _ => ApiError::BadRequest { said },
    }
}

/// What is left to say after the last failure. An earlier attempt may have been carried out even if the last was not.
fn hopeless(failure: Failure, maybe_carried_out: bool) -> ApiError {
    match failure {
        _ if maybe_carried_out => ApiError::Lost,
        Failure::RateLimited { retry_after } => ApiError::RateLimited { retry_after },
        Failure::NoConnection | Failure::AnswerLost | Failure::ServerError(_) => ApiError::Unavailable,
    }
}

/// Why a body is not there as a whole.
#[derive(Debug)]
enum Unread {
    /// The connection broke, or the time was up.
    Cut,
    TooLarge,
}

/// Reads no more than the limit, whatever length was announced.
async fn read_body(mut response: Response, limit: usize) -> Result<Vec<u8>, Unread> {
    if response.content_length().is_some_and(|length| length > limit as u64) {
        return Err(Unread::TooLarge);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| Unread::Cut)? {
        if body.len() + chunk.len() > limit {
            return Err(Unread::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// What the answer says of the key's rate limit.
fn quota(response: &Response) -> Option<Told> {
    let number = |name| response.headers().get(name)?.to_str().ok()?.trim().parse().ok();
    Some(Told { limit: number("x-ratelimit-limit")?, remaining: number("x-ratelimit-remaining")? })
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds: f64 = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    (seconds >= 0.0).then(|| Duration::from_secs_f64(seconds.min(RETRY_AFTER_MAX)))
}

/// The cause at the bottom (`Connection refused`, `invalid peer certificate`), without the URL that lies at the top.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause.and_then(std::error::Error::source) {
        cause = Some(deeper);
    }
    cause.map_or_else(|| "unknown".to_owned(), ToString::to_string)
}

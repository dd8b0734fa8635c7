//! Sends every request to the groups API, with limits, authentication, time-out, size limit, retries and tracing. It
//! handles status codes and bytes, and knows neither the operations nor the meaning of an answer.
//!
//! Log lines here name the operation and the status, never a URL, a body or other content of the request.

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::RETRY_AFTER;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Map, Value};
use whatsapp::{GroupId, SessionName};

use super::answer::{Answer, DataReader, read_body};
use super::breaker::{HealthSignal, Leave};
use super::error::{ApiError, ApiMessage};
use super::model::Session;
use super::rate_limiter::{Permit, RateLimitHeaders};
use super::retry::{self, AttemptFailure, Next, SoFar};
use super::wire::{self, SessionStatus, Unread};
use super::{GroupsApi, Inner};

/// The field of a change's body that lists people.
pub(super) const PEOPLE_FIELD: &str = "participants";
/// Largest refusal whose text is read.
const REFUSAL_BYTES_MAX: usize = 64 << 10;
/// Longest wait that is accepted from the API; a longer one is cut to this.
const RETRY_AFTER_MAX: f64 = 24.0 * 60.0 * 60.0;
/// Characters that need no encoding in a path segment: the unreserved ones of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request that can be sent several times.
pub(super) struct Call {
    /// For log lines.
    operation: &'static str,
    method: Method,
    session: Option<SessionName>,
    /// The path after the base URL, percent-encoded.
    path: String,
    query: Option<(&'static str, String)>,
    body: Option<Value>,
    /// True if the request needs a connected account.
    needs_account: bool,
}

impl Call {
    /// Creates a read below `/api/sessions`. The limits of `session` apply to it.
    pub(super) fn sessions(operation: &'static str, session: Option<&SessionName>) -> Self {
        let path = session.map_or_else(|| "/api/sessions".to_owned(), |name| format!("/api/sessions/{name}"));
        let (session, method) = (session.cloned(), Method::GET);
        Self { operation, method, session, path, query: None, body: None, needs_account: false }
    }

    /// Creates a read below the session's groups.
    pub(super) fn read(operation: &'static str, session: &SessionName, rest: &str) -> Self {
        let path = format!("/api/sessions/{session}/groups{rest}");
        Self { path, needs_account: true, ..Self::sessions(operation, Some(session)) }
    }

    /// Creates a change below the session's groups. Its body names the session beside the given fields.
    pub(super) fn change(operation: &'static str, method: Method, session: &SessionName, rest: &str) -> Self {
        Self { method, ..Self::read(operation, session, rest) }.with("session", session.as_str())
    }

    /// Adds one field to the body.
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
}

/// Returns `/{groupId}` and the rest of the path.
pub(super) fn group_path(group: &GroupId, rest: &str) -> String {
    format!("/{}{rest}", utf8_percent_encode(group.as_str(), SEGMENT))
}

impl GroupsApi {
    /// Sends the request until it is answered or cannot succeed. An answer in the wrong form is [`ApiError::Garbled`].
    pub(super) async fn send<A: Answer>(&self, call: Call) -> Result<A, ApiError> {
        let Inner { clock, breaker, rate_limiters, .. } = &*self.inner;
        let rate_limiter = rate_limiters.of(call.session.as_ref());
        let pass = breaker.unless_open(&call.session, rate_limiter.enter(self.lane)).await?;
        let mut so_far = if self.waits_for_the_limit { SoFar::default() } else { SoFar::IMPATIENT };
        let mut maybe_carried_out = false;
        let mut session_asked = !call.needs_account;
        loop {
            let leave = breaker.let_through(&call.session).map_err(|refusal| or_lost(refusal, maybe_carried_out))?;
            let Attempt { sign, outcome } = self.attempt::<A>(&call, so_far).await;
            if let Err(CallError::Attempt(failure)) = &outcome {
                maybe_carried_out |= failure.may_be_carried_out() && !call.is_read();
            }
            if !session_asked && session_may_explain(&outcome) {
                session_asked = true;
                if let Some(cause) = self.not_connected(&call, &pass, &leave).await {
                    // The error says nothing of the API, which serves other sessions too.
                    return Err(or_lost(cause, maybe_carried_out));
                }
            }
            leave.tell(sign);
            let failure = match outcome {
                Ok(answer) => {
                    if let (Some(session), true) = (&call.session, call.needs_account) {
                        self.inner.metrics.account(session, true);
                    }
                    return Ok(answer);
                }
                // An earlier attempt may be carried out although this one was refused.
                Err(CallError::Final(error)) => return Err(or_lost(error, maybe_carried_out)),
                Err(CallError::Attempt(failure)) => failure,
            };
            match retry::next(call.is_read(), failure, so_far, fastrand::f64()) {
                Next::Wait(pause) => {
                    so_far = so_far.and(failure, pause);
                    let wait = async {
                        clock.sleep(pause).await;
                        pass.again().await;
                        Ok(())
                    };
                    breaker
                        .unless_open(&call.session, wait)
                        .await
                        .map_err(|refusal| or_lost(refusal, maybe_carried_out))?;
                }
                Next::GiveUp => return Err(hopeless(failure, call.is_read(), maybe_carried_out)),
            }
        }
    }

    /// Checks once whether the call's session is connected. Returns the error if it certainly is not.
    async fn not_connected(&self, call: &Call, pass: &Permit<'_>, leave: &Leave<'_>) -> Option<ApiError> {
        pass.again().await;
        let Attempt { sign, outcome } =
            self.attempt::<DataReader>(&Call::sessions("session", call.session.as_ref()), SoFar::default()).await;
        // The API itself answers here, whatever the state of the account.
        leave.tell_of_api(sign);
        let session = wire::session(&outcome.ok()?.0)?;
        self.note_account(&session);
        let known = !session.is_connected() && session.status != SessionStatus::Unknown;
        known.then_some(ApiError::NotConnected { status: session.status, reason: session.status_reason })
    }

    /// Notes whether the session's account is connected, if the API says so.
    pub(super) fn note_account(&self, session: &Session) {
        if session.status != SessionStatus::Unknown {
            self.inner.metrics.account(&session.name, session.is_connected());
        }
    }

    /// Makes one attempt, and logs one line about it.
    async fn attempt<A: Answer>(&self, call: &Call, so_far: SoFar) -> Attempt<A> {
        let began = self.inner.clock.now();
        let answered = self.request(call).send().await;
        let status = answered.as_ref().ok().map(Response::status);
        let cause = answered.as_ref().err().map(innermost);
        let connected = !answered.as_ref().is_err_and(reqwest::Error::is_connect);
        self.inner.metrics.requested(call.operation, status.map(|status| status.as_u16()));
        if let Some(told) = answered.as_ref().ok().and_then(quota) {
            self.inner.rate_limiters.note(told);
        }
        let outcome = match answered {
            Ok(response) => outcome(call, response).await,
            // A request that could not be built was not sent either.
            Err(error) if error.is_connect() || error.is_builder() => Err(AttemptFailure::NoConnection.into()),
            Err(_) => Err(AttemptFailure::AnswerLost.into()),
        };
        let failed = match &outcome {
            Ok(_) => None,
            Err(CallError::Final(error)) => Some(error.to_string()),
            Err(CallError::Attempt(failure)) => Some(format!("{failure:?}")),
        };
        tracing::debug!(
            operation = call.operation,
            status = status.map(|status| status.as_u16()),
            attempt = so_far.failed + so_far.limited + 1,
            milliseconds = (self.inner.clock.now() - began).as_millis(),
            failed,
            cause,
            "asked the groups API"
        );
        Attempt { sign: HealthSignal::of(status, connected), outcome }
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

/// The result of one attempt.
struct Attempt<A> {
    /// The sign for the circuit breakers.
    sign: HealthSignal,
    outcome: Result<A, CallError>,
}

/// Why an attempt has no answer.
enum CallError {
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

/// Returns whether the API may answer so for an account that is not connected. A missing answer does not count: the
/// check would only fail in the same way.
fn session_may_explain<A>(outcome: &Result<A, CallError>) -> bool {
    matches!(
        outcome,
        Err(CallError::Attempt(AttemptFailure::ServerError { .. }) | CallError::Final(ApiError::Conflict { .. }))
    )
}

/// Returns the outcome for an answer, by its status.
async fn outcome<A: Answer>(call: &Call, response: Response) -> Result<A, CallError> {
    let status = response.status();
    if status.is_success() {
        return match A::read(response).await {
            Ok(answer) => Ok(answer),
            Err(Unread::Cut) if call.is_read() => Err(AttemptFailure::AnswerLost.into()),
            Err(Unread::TooLarge) => Err(ApiError::TooLarge.into()),
            Err(Unread::Cut | Unread::Garbled) => Err(ApiError::Garbled.into()),
        };
    }
    match status {
        StatusCode::TOO_MANY_REQUESTS => {
            Err(AttemptFailure::RateLimited { retry_after: retry_after(&response) }.into())
        }
        _ if status.is_server_error() => {
            let own = matches!(status, StatusCode::INTERNAL_SERVER_ERROR | StatusCode::SERVICE_UNAVAILABLE);
            let in_own_words = own && !call.is_read() && says_error(response).await;
            Err(AttemptFailure::ServerError { status: status.as_u16(), in_own_words }.into())
        }
        // A redirect would send the key to another address.
        _ if !status.is_client_error() => Err(ApiError::Garbled.into()),
        _ => Err(refusal(response, call).await.into()),
    }
}

/// Returns whether an answer is the API's own report of an error, rather than the page of a system in between.
async fn says_error(response: Response) -> bool {
    let body = read_body(response, REFUSAL_BYTES_MAX).await.unwrap_or_default();
    wire::error_text(&body).is_some()
}

async fn refusal(response: Response, call: &Call) -> ApiError {
    let status = response.status();
    let body = read_body(response, REFUSAL_BYTES_MAX).await.unwrap_or_default();
    let text = wire::error_text(&body);
    // A system in between may have passed the change on before it answered by itself.
    if !call.is_read() && text.is_none() {
        return ApiError::Lost;
    }
    let said = text.as_deref().and_then(ApiMessage::from_text);
    match status {
        StatusCode::UNAUTHORIZED => ApiError::Unauthorized,
        StatusCode::FORBIDDEN => ApiError::Forbidden { said },
        StatusCode::NOT_FOUND => ApiError::NotFound,
        StatusCode::CONFLICT => ApiError::Conflict { said },
        _ => {
            let named = call.body.as_ref().and_then(|fields| fields.get(PEOPLE_FIELD));
            ApiError::BadRequest {
                said,
                named: named.map_or_else(Vec::new, |people| wire::named_places(&body, people)),
            }
        }
    }
}

/// Returns the error of a request that is not sent again. An earlier attempt may have been carried out.
fn or_lost(error: ApiError, maybe_carried_out: bool) -> ApiError {
    if maybe_carried_out { ApiError::Lost } else { error }
}

/// Returns the error after the last failure.
fn hopeless(failure: AttemptFailure, is_read: bool, maybe_carried_out: bool) -> ApiError {
    let error = match failure {
        AttemptFailure::ServerError { in_own_words: true, .. } if !is_read => return ApiError::ServerError,
        AttemptFailure::RateLimited { retry_after } => ApiError::RateLimited { retry_after },
        AttemptFailure::NoConnection | AttemptFailure::AnswerLost | AttemptFailure::ServerError { .. } => {
            ApiError::Unavailable
        }
    };
    or_lost(error, maybe_carried_out)
}

/// Reads the key's rate limit from the answer.
fn quota(response: &Response) -> Option<RateLimitHeaders> {
    let number = |name| response.headers().get(name)?.to_str().ok()?.trim().parse().ok();
    Some(RateLimitHeaders { limit: number("x-ratelimit-limit")?, remaining: number("x-ratelimit-remaining")? })
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds: f64 = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    (seconds >= 0.0).then(|| Duration::from_secs_f64(seconds.min(RETRY_AFTER_MAX)))
}

/// Returns the root cause (`Connection refused`, `invalid peer certificate`) without the URL of the outer error.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause.and_then(std::error::Error::source) {
        cause = Some(deeper);
    }
    cause.map_or_else(|| "unknown".to_owned(), ToString::to_string)
}

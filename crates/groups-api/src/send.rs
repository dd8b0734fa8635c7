//! Sends every request to the provider, with limits, authentication, time-out, size limit, retries and tracing. It
//! handles status codes and bytes, and knows neither the operations nor the meaning of an answer.
//!
//! Log lines here name the operation and the status, never a URL, a body or other content of the request.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Response;
use reqwest::header::RETRY_AFTER;

use super::account::SessionFacts;
use super::answer::{AnswerContext, AnswerReader, read_body};
use super::ask::{Ask, What};
use super::breaker::{HealthSignal, Leave};
use super::endpoints::SESSION;
use super::error::{ApiError, Effect};
use super::provider::{CallError, Engine, FailedAnswer, FailureMeaning, HttpRequest, RequestBody};
use super::rate_limiter::{Permit, RateLimitHeaders};
use super::retry::{self, AttemptFailure, Next, SoFar};
use super::wire::{SessionStatus, Unread};
use super::{GroupsApi, Inner};

/// Largest refusal whose text is read.
const REFUSAL_BYTES_MAX: usize = 64 << 10;
/// Longest wait that is accepted from the API; a longer one is cut to this.
const RETRY_AFTER_MAX: f64 = 24.0 * 60.0 * 60.0;

/// A request that can be sent several times.
struct Call {
    context: AnswerContext,
    request: HttpRequest,
}

impl Call {
    fn what(&self) -> &What {
        &self.context.ask.what
    }
}

impl GroupsApi {
    /// Asks until there is an answer, or none can come. An answer in the wrong form is [`ApiError::Garbled`].
    pub(super) async fn send<T: Send + 'static>(&self, ask: Ask, reader: AnswerReader<T>) -> Result<T, ApiError> {
        let SessionFacts { engine, id } = self.facts_for(&ask).await?;
        let call = self.call(Ask { session_id: id, ..ask }, engine)?;
        let answer = self.send_call(&call, reader).await;
        if let (Err(ApiError::NotConnected { .. }), Some(session)) = (&answer, &call.context.ask.session) {
            self.forget_id(session);
        }
        answer
    }

    /// Asks once for what needs no account. An answer counts for the circuit breakers, and a rejected key does; any other
    /// failure does not, because requests that nobody waits for must not stop those of people.
    pub(super) async fn send_once<T: Send + 'static>(&self, ask: Ask, reader: AnswerReader<T>) -> Result<T, ApiError> {
        let call = self.call(ask, Engine::default())?;
        let session = &call.context.ask.session;
        let Inner { breaker, rate_limiters, .. } = &*self.inner;
        let rate_limiter = rate_limiters.of(session.as_ref());
        let _permit = breaker.unless_open(session, rate_limiter.enter(self.lane)).await?;
        let leave = breaker.let_through(session)?;
        let Attempt { sign, outcome } = self.attempt(&call, reader, SoFar::IMPATIENT).await;
        match sign {
            HealthSignal::Alive if session.is_none() => leave.tell(sign),
            // The API answers here whatever the state of the account.
            HealthSignal::Alive | HealthSignal::KeyRefused => leave.tell_of_api(sign),
            HealthSignal::Trouble | HealthSignal::Unreachable => {}
        }
        outcome.map_err(|error| match error {
            CallError::Final(error) => error,
            CallError::Attempt(failure) => hopeless(failure, true, false),
        })
    }

    /// Returns the facts of the account that is needed, if requests need them.
    async fn facts_for(&self, ask: &Ask) -> Result<SessionFacts, ApiError> {
        let Some(session) = ask.session.as_ref().filter(|_| ask.what.needs_account()) else {
            return Ok(SessionFacts::default());
        };
        match self.facts(session).await {
            Ok(facts) => Ok(facts),
            // The request itself is refused then, in the provider's own words.
            Err(ApiError::NotFound) => Ok(SessionFacts::default()),
            // Nothing was changed, although reading failed.
            Err(error) if !ask.what.is_read() && error.changed() == Effect::Maybe => Err(ApiError::Unavailable),
            Err(error) => Err(error),
        }
    }

    /// Returns the request that asks this.
    fn call(&self, ask: Ask, engine: Engine) -> Result<Call, ApiError> {
        let dialect = self.inner.dialect;
        let request = dialect.request(&ask, engine)?;
        Ok(Call { context: AnswerContext { dialect, engine, ask: Arc::new(ask) }, request })
    }

    async fn send_call<T: Send + 'static>(&self, call: &Call, reader: AnswerReader<T>) -> Result<T, ApiError> {
        let (session, is_read) = (&call.context.ask.session, call.what().is_read());
        let Inner { clock, breaker, rate_limiters, .. } = &*self.inner;
        let rate_limiter = rate_limiters.of(session.as_ref());
        let pass = breaker.unless_open(session, rate_limiter.enter(self.lane)).await?;
        let mut so_far = if self.waits_for_the_limit { SoFar::default() } else { SoFar::IMPATIENT };
        let mut maybe_carried_out = false;
        let mut session_asked = !call.what().needs_account();
        loop {
            if call.what().needs_account()
                && let Some(left) = rate_limiter.rests_for()
            {
                return Err(or_lost(ApiError::RateLimited { retry_after: Some(left) }, maybe_carried_out));
            }
            let leave = breaker.let_through(session).map_err(|refusal| or_lost(refusal, maybe_carried_out))?;
            let Attempt { sign, outcome } = self.attempt(call, reader, so_far).await;
            if let Err(CallError::Attempt(failure)) = &outcome {
                maybe_carried_out |= failure.may_be_carried_out() && !is_read;
                if matches!(failure, AttemptFailure::AccountLimited { .. }) {
                    rate_limiter.rest(retry::ACCOUNT_RESTS_FOR);
                }
            }
            if !session_asked && session_may_explain(&outcome) {
                session_asked = true;
                if let Some(cause) = self.not_connected(call, &pass, &leave).await {
                    // The error says nothing of the API, which serves other sessions too.
                    return Err(or_lost(cause, maybe_carried_out));
                }
            }
            leave.tell(sign);
            let failure = match outcome {
                Ok(answer) => {
                    if let (Some(session), true) = (session, call.what().needs_account()) {
                        self.inner.metrics.account(session, true);
                    }
                    return Ok(answer);
                }
                // An earlier attempt may be carried out although this one was refused.
                Err(CallError::Final(error)) => return Err(or_lost(error, maybe_carried_out)),
                Err(CallError::Attempt(failure)) => failure,
            };
            match retry::next(is_read, failure, so_far, fastrand::f64()) {
                Next::Wait(pause) => {
                    so_far = so_far.and(failure, pause);
                    let wait = async {
                        clock.sleep(pause).await;
                        pass.again().await;
                        Ok(())
                    };
                    breaker.unless_open(session, wait).await.map_err(|refusal| or_lost(refusal, maybe_carried_out))?;
                }
                Next::GiveUp => return Err(hopeless(failure, is_read, maybe_carried_out)),
            }
        }
    }

    /// Checks once whether the call's session is connected. Returns the error if it certainly is not.
    async fn not_connected(&self, call: &Call, pass: &Permit<'_>, leave: &Leave<'_>) -> Option<ApiError> {
        pass.again().await;
        let ask = Ask { session: call.context.ask.session.clone(), session_id: None, what: What::Session };
        let question = self.call(ask, call.context.engine).ok()?;
        let Attempt { sign, outcome } = self.attempt(&question, SESSION, SoFar::default()).await;
        // The API itself answers here, whatever the state of the account.
        leave.tell_of_api(sign);
        let session = outcome.ok()?;
        self.note_session(&session);
        let known = !session.is_connected() && session.status != SessionStatus::Unknown;
        known.then_some(ApiError::NotConnected { status: session.status, reason: session.status_reason })
    }

    /// Makes one attempt, and logs one line about it.
    async fn attempt<T: Send + 'static>(&self, call: &Call, reader: AnswerReader<T>, so_far: SoFar) -> Attempt<T> {
        let began = self.inner.clock.now();
        let answered = self.request(call).send().await;
        let status = answered.as_ref().ok().map(Response::status);
        let cause = answered.as_ref().err().map(innermost);
        self.inner.metrics.requested(call.what().name(), status.map(|status| status.as_u16()));
        if let Some(told) = answered.as_ref().ok().and_then(quota) {
            self.inner.rate_limiters.note(told);
        }
        let (sign, outcome) = match answered {
            Ok(response) if response.status().is_success() => {
                (HealthSignal::Alive, read_answer(call, reader, response).await)
            }
            Ok(response) => failed(call, reader, response).await,
            // A request that could not be built was not sent either.
            Err(error) if error.is_connect() => (HealthSignal::Unreachable, Err(AttemptFailure::NoConnection.into())),
            Err(error) if error.is_builder() => (HealthSignal::Trouble, Err(AttemptFailure::NoConnection.into())),
            Err(_) => (HealthSignal::Trouble, Err(AttemptFailure::AnswerLost.into())),
        };
        let failed = match &outcome {
            Ok(_) => None,
            Err(CallError::Final(error)) => Some(error.to_string()),
            Err(CallError::Attempt(failure)) => Some(format!("{failure:?}")),
        };
        tracing::debug!(
            operation = call.what().name(),
            status = status.map(|status| status.as_u16()),
            attempt = so_far.failed + so_far.limited + 1,
            milliseconds = (self.inner.clock.now() - began).as_millis(),
            failed,
            cause,
            "asked the groups API"
        );
        Attempt { sign, outcome }
    }

    fn request(&self, call: &Call) -> reqwest::RequestBuilder {
        let HttpRequest { method, path, query, headers, content } = &call.request;
        let mut url = self.inner.base_url.clone();
        url.set_path(&format!("{}{path}", self.inner.base_url.path().trim_end_matches('/')));
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let limit = self.inner.timeout.unwrap_or_else(|| self.inner.dialect.time_limit(call.what()));
        let request = self.inner.http.request(method.clone(), url).timeout(limit);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        match content {
            RequestBody::None => request,
            RequestBody::Json(body) => request.json(body),
            RequestBody::Form(form) => request.multipart(form.to_multipart()),
        }
    }
}

/// The result of one attempt.
struct Attempt<A> {
    /// The sign for the circuit breakers.
    sign: HealthSignal,
    outcome: Result<A, CallError>,
}

/// Returns whether the API may answer so for an account that is not connected. A missing answer does not count: the
/// check would only fail in the same way.
fn session_may_explain<A>(outcome: &Result<A, CallError>) -> bool {
    matches!(
        outcome,
        Err(CallError::Attempt(AttemptFailure::ServerError { .. })
            | CallError::Final(
                ApiError::Conflict { .. } | ApiError::NotConnected { status: SessionStatus::Unknown, .. }
            ))
    )
}

/// Reads an answer whose status reports success.
async fn read_answer<T: Send + 'static>(
    call: &Call,
    reader: AnswerReader<T>,
    response: Response,
) -> Result<T, CallError> {
    judged(call, reader.read(&call.context, response).await)
}

/// Returns the result of an attempt whose answer was read.
fn judged<T>(call: &Call, read: Result<T, Unread>) -> Result<T, CallError> {
    match read {
        Ok(answer) => Ok(answer),
        Err(Unread::Cut) if call.what().is_read() => Err(AttemptFailure::AnswerLost.into()),
        Err(Unread::TooLarge) => Err(ApiError::TooLarge.into()),
        Err(Unread::Cut | Unread::Garbled) => Err(ApiError::Garbled.into()),
        Err(Unread::Refused(error)) => Err(error.into()),
    }
}

/// Reads an answer whose status reports no success.
async fn failed<T: Send + 'static>(
    call: &Call,
    reader: AnswerReader<T>,
    response: Response,
) -> (HealthSignal, Result<T, CallError>) {
    let (status, retry_after) = (response.status(), retry_after(&response));
    let body = read_body(response, REFUSAL_BYTES_MAX).await.unwrap_or_default();
    let AnswerContext { dialect, engine, ask } = &call.context;
    let answer = FailedAnswer { status, retry_after, body };
    if dialect.has_results(ask, &answer) {
        return (HealthSignal::Alive, judged(call, reader.read_bytes(&call.context, &answer.body)));
    }
    let FailureMeaning { error, signal } = dialect.failure(ask, *engine, &answer);
    (signal, Err(error))
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
        AttemptFailure::AccountLimited { .. } => ApiError::RateLimited { retry_after: Some(retry::ACCOUNT_RESTS_FOR) },
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

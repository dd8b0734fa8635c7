//! The steps that every call passes before and after its handler: the record, faults, the key, the rate limit, and the
//! option not to wait for the result.

use std::future::pending;
use std::sync::Arc;

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};
use tokio::time::Instant;
use uuid::Uuid;

use super::auth::Quota;
use super::calls::Call;
use super::connection::Peer;
use super::faults::Fault;
use super::operation::Operation;
use super::providers::{Asked, Dialect, Provider};
use super::refusal::{Cause, Refusal};
use super::world::{CommandResult, World};
use super::{Shared, wire};

/// Maximum size of a body. A picture in base64 fits well.
const BODY_BYTES: usize = 16 * 1024 * 1024;
/// Size of the padding of a huge answer.
const HUGE_BYTES: usize = 8 * 1024 * 1024 + 1;

const PROXY_PAGE: &str = "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>";

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// Records the call and its result.
pub(super) async fn pipeline(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    // The body is read completely first, so that a fault applies only to a complete request.
    let body = to_bytes(body, BODY_BYTES).await.ok();
    let seen = body.as_deref().unwrap_or_default();
    let received = shared.clock.now();
    let target = Target::of(&shared, &parts, seen);
    let call = Call {
        operation: target.operation,
        session: target.session.clone(),
        is_foreign: target.asked.is_some(),
        reads_engine: matches!(shared.provider, Provider::Waha(_) | Provider::OpenWa),
        ..Call::new(parts.method.clone(), &parts.uri, seen, shared.clock.now_utc())
    };
    let number = shared.record(call);
    // The call runs in a task of its own: a server completes a received call even if the client has disconnected.
    let (stop, tasks) = (shared.stop.clone(), shared.tasks.clone());
    let carried_out = tasks.spawn(stop.run_until_cancelled_owned(async move {
        let call = Passage { shared: &shared, peer, number, received, target };
        let response = call.pass(parts, body, next).await;
        shared.amend(number, |call| {
            call.status = Some(response.status().as_u16());
            call.took = Some(shared.clock.now() - received);
        });
        response
    }));
    match carried_out.await {
        Ok(Some(response)) => response,
        // The server stops, or a handler has panicked.
        Ok(None) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A call in progress.
struct Passage<'a> {
    shared: &'a Shared,
    peer: Peer,
    number: u64,
    /// Pauses start at this time, so that a test that sees the recorded call can move the clock past them.
    received: Instant,
    target: Target,
}

/// The part of the API that a call is for.
struct Target {
    operation: Option<Operation>,
    /// The path of Titan's route, if there is one.
    path: Option<&'static str>,
    session: Option<String>,
    /// The request, as a provider other than Titan reads it.
    asked: Option<(&'static dyn Dialect, Asked)>,
}

impl Target {
    fn of(shared: &Shared, parts: &Parts, body: &[u8]) -> Self {
        if let Some(dialect) = shared.provider.dialect() {
            let mut asked = Asked::new(dialect.routes(), parts, body, shared.now());
            asked.operation = dialect.operation(&asked);
            asked.session = dialect.session(&asked, &shared.lock_world());
            let (operation, session) = (asked.operation, asked.session.clone());
            return Self { operation, path: None, session, asked: Some((dialect, asked)) };
        }
        let path = Operation::route(parts.uri.path());
        let operation = path.and_then(|path| Operation::find(&parts.method, path));
        let session = parts.uri.path().split('/').nth(3).map(str::to_owned);
        Self { operation, path, session, asked: None }
    }

    /// Returns the key that the request has.
    fn key(&self, world: &World, headers: &HeaderMap) -> Option<String> {
        if let Some((dialect, asked)) = &self.asked {
            return dialect.key(asked, world);
        }
        let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        authorization.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned)
    }
}

impl Passage<'_> {
    async fn pass(self, parts: Parts, body: Option<Bytes>, next: Next) -> Response {
        let Target { operation, session, .. } = &self.target;
        let now = self.shared.clock.now();
        let (quota, verdict, fault, latency) = self.shared.world(|world| {
            let key = self.target.key(world, &parts.headers);
            let (quota, verdict) = world.check_key(key.as_deref(), operation.map(Operation::scope), now);
            (quota, verdict, world.strike(*operation, &parts.method, session.as_deref()), world.settings.latency)
        });
        self.shared.amend(self.number, |call| call.authorized = verdict.is_ok());
        self.shared.clock.sleep_until(self.received + latency).await;
        if let Some(response) = self.struck(fault.as_ref(), quota).await {
            return response;
        }
        let mut response = match self.refuse(verdict, &parts) {
            Some(response) => response,
            None => self.carry_out(parts, body, next).await,
        };
        self.tell_quota(&mut response, quota);
        self.struck_after(fault, response).await
    }

    /// Applies the part of a fault before the call is carried out.
    async fn struck(&self, fault: Option<&Fault>, quota: Quota) -> Option<Response> {
        let mut response = match fault? {
            Fault::Delay(pause) => {
                self.shared.clock.sleep_until(self.received + *pause).await;
                return None;
            }
            Fault::Drop => return self.peer.cut().await,
            Fault::Silence => return pending().await,
            // These two come from a proxy, which does not know the rate limits.
            Fault::Html(status) => {
                return Some((status_code(*status), Html(PROXY_PAGE)).into_response());
            }
            Fault::Answer(body) => return Some(Body::from(body.clone()).into_response()),
            Fault::Redirect(to) => {
                let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
                return Some((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response());
            }
            Fault::Status(status) => self.injected(*status),
            Fault::RateLimited { retry_after } => {
                let mut response = self.render(&Refusal::too_many(*retry_after));
                self.tell_quota(&mut response, Quota { remaining: 0, ..quota });
                return Some(response);
            }
            Fault::StatusAfter(_)
            | Fault::DropAfter
            | Fault::SilenceAfter
            | Fault::AnswerAfter(_)
            | Fault::Truncated
            | Fault::Huge
            | Fault::LastAnswer => return None,
        };
        self.tell_quota(&mut response, quota);
        Some(response)
    }

    /// Applies a fault to the answer.
    async fn struck_after(&self, fault: Option<Fault>, response: Response) -> Response {
        match fault {
            Some(Fault::StatusAfter(status)) => {
                let mut failed = self.injected(status);
                for name in [LIMIT, REMAINING] {
                    if let Some(value) = response.headers().get(&name) {
                        failed.headers_mut().insert(name, value.clone());
                    }
                }
                failed
            }
            Some(Fault::DropAfter) => self.peer.cut().await,
            Some(Fault::SilenceAfter) => pending().await,
            Some(Fault::AnswerAfter(body)) => with_body(response.into_parts().0, Bytes::from(body)),
            Some(Fault::Truncated) => {
                let (parts, bytes) = body_of(response).await;
                with_body(parts, bytes.slice(..bytes.len() / 2))
            }
            Some(Fault::Huge) => inflate(response).await,
            Some(Fault::LastAnswer) => {
                self.shared.connections.refuse(Some(self.peer.address())).await;
                let mut response = response;
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                response
            }
            _ => response,
        }
    }

    /// Refuses calls that are invalid regardless of their body.
    fn refuse(&self, verdict: Result<(), Refusal>, parts: &Parts) -> Option<Response> {
        if let Some((dialect, asked)) = &self.target.asked {
            let no_route = || Refusal::new(StatusCode::NOT_FOUND, "no such path").because(Cause::NoRoute);
            let before = dialect.before_key(asked, &self.shared.lock_world());
            let verdict = verdict.err().filter(|_| !dialect.is_public(asked));
            let refusal = before.or(verdict).or_else(|| asked.operation.is_none().then(no_route))?;
            return Some(self.render(&refusal));
        }
        match (verdict, self.target.operation, self.target.path) {
            (Err(refusal), _, _) if refusal.status == StatusCode::TOO_MANY_REQUESTS => Some(refusal.into_response()),
            (_, None, Some(path)) => Some(not_allowed(path)),
            (Err(refusal), Some(_), _) => Some(refusal.into_response()),
            (Ok(()), Some(_), _) if parts.uri.path().contains('@') => {
                let error = "groupId: percent-encode the @ in paths, as %40";
                Some(Refusal::invalid(error).into_response())
            }
            // An unknown path passes with any key: the router answers it.
            (_, None, None) | (Ok(()), Some(_), _) => None,
        }
    }

    async fn carry_out(&self, parts: Parts, body: Option<Bytes>, next: Next) -> Response {
        let Some(body) = body else {
            return self.render(&Refusal::invalid("the body is too long, or was not received to its end"));
        };
        if let Some((dialect, asked)) = &self.target.asked {
            let answered = self.shared.world(|world| dialect.answer(asked, world));
            return answered.unwrap_or_else(|refusal| self.render(&refusal));
        }
        let asynchronous =
            self.target.operation.filter(|operation| operation.changes() && prefers_async(&parts.headers));
        let session = self.target.session.clone().unwrap_or_default();
        let response = next.run(Request::from_parts(parts, Body::from(body))).await;
        match asynchronous {
            // An invalid request is refused at once. A refusal of WhatsApp is a result like any other.
            Some(operation) if response.status() != StatusCode::BAD_REQUEST => {
                self.accept(operation, session, response).await
            }
            _ => response,
        }
    }

    /// Accepts an asynchronous call. The webhook for the result does not exist yet; until then only the world keeps the
    /// result.
    async fn accept(&self, operation: Operation, session: String, response: Response) -> Response {
        let correlation_id = Uuid::new_v4().to_string();
        let status = response.status().as_u16();
        let body = serde_json::from_slice(&body_of(response).await.1).ok();
        let result = CommandResult { correlation_id: correlation_id.clone(), session, operation, status, body };
        self.shared.world(|world| world.keep_result(result));
        let data = wire::Accepted { correlation_id };
        (StatusCode::ACCEPTED, Json(wire::Envelope { data })).into_response()
    }

    /// Returns a refusal in the form of the provider.
    fn render(&self, refusal: &Refusal) -> Response {
        self.shared.amend(self.number, |call| call.refused = Some(refusal.status.as_u16()));
        match &self.target.asked {
            None => refusal.clone().into_response(),
            // It is in front of the provider, and knows nothing of its forms.
            Some(_) if refusal.cause == Cause::Proxy => (refusal.status, Html(PROXY_PAGE)).into_response(),
            Some((dialect, asked)) => dialect.refuse(asked, refusal, &self.shared.lock_world()),
        }
    }

    fn injected(&self, status: u16) -> Response {
        self.render(&Refusal::new(status_code(status), format!("injected fault: {status}")))
    }

    /// Adds the rate limit headers, which only Titan has.
    fn tell_quota(&self, response: &mut Response, quota: Quota) {
        if self.target.asked.is_none() {
            response.headers_mut().insert(LIMIT, HeaderValue::from(quota.limit));
            response.headers_mut().insert(REMAINING, HeaderValue::from(quota.remaining));
        }
    }
}

impl Shared {
    fn record(&self, call: Call) -> u64 {
        let number = self.calls().record(call);
        self.changes.send_replace(());
        number
    }

    fn amend(&self, number: u64, amend: impl FnOnce(&mut Call)) {
        self.calls().amend(number, amend);
        self.changes.send_replace(());
    }
}

fn not_allowed(path: &str) -> Response {
    let methods = Operation::ALL.into_iter().filter(|operation| operation.path() == path);
    let methods: Vec<Method> = methods.map(Operation::method).collect();
    let allow = methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ");
    let refusal = Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "method not allowed here");
    ([(header::ALLOW, allow)], refusal).into_response()
}

fn prefers_async(headers: &HeaderMap) -> bool {
    let preferences = headers.get_all("prefer").into_iter().filter_map(|value| value.to_str().ok());
    preferences.flat_map(|value| value.split(',')).any(|one| one.trim().eq_ignore_ascii_case("respond-async"))
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Splits a response. Reading the body does not fail, because it is in memory.
async fn body_of(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    (parts, to_bytes(body, usize::MAX).await.unwrap_or_default())
}

/// Returns a response with this body. The header with the old length is removed.
fn with_body(mut parts: axum::http::response::Parts, body: Bytes) -> Response {
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(body))
}

/// Pads the answer with a huge field, or with spaces if it is no object. It stays valid JSON.
async fn inflate(response: Response) -> Response {
    let (mut parts, bytes) = body_of(response).await;
    if parts.status == StatusCode::NO_CONTENT {
        parts.status = StatusCode::OK;
    }
    let mut answer: Value = serde_json::from_slice(&bytes).unwrap_or_else(|_| json!({}));
    if !answer.is_object() {
        return with_body(parts, Bytes::from(format!("{answer}{}", " ".repeat(HUGE_BYTES))));
    }
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("padding".to_owned(), Value::String("x".repeat(HUGE_BYTES)));
    }
    with_body(parts, Bytes::from(answer.to_string()))
}

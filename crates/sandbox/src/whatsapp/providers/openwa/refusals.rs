//! What a refusal looks like: Nest's form, with statuses that mean what they say, except that WhatsApp's rate limit is a
//! 503.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::Failure;
use super::super::asked::{Asked, json};
use super::sessions;
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::World;

/// Returns a refusal in Nest's form.
pub(super) fn nest(status: u16, message: &Value) -> Response {
    let error = match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => return json(status, &json!({ "statusCode": status, "message": message })),
    };
    json(status, &json!({ "message": message, "error": error, "statusCode": status }))
}

/// Refuses a request that does not match its description.
pub(super) fn invalid(problems: &[String]) -> Failure {
    Failure::Form(Box::new(nest(400, &json!(problems))))
}

/// Refuses a request with one text.
pub(super) fn refused(message: &str) -> Failure {
    Failure::Form(Box::new(nest(400, &json!(message))))
}

pub(super) fn render(asked: &Asked, refusal: &Refusal, world: &World) -> Response {
    let of_sessions =
        matches!(asked.operation, Some(Operation::ListSessions | Operation::GetSession | Operation::ListGroups));
    let id = asked.part("session").unwrap_or_default();
    let no_session = format!("Session with ID '{id}' not found");
    let (status, message) = match refusal.cause {
        Cause::Key if asked.header("x-api-key").is_none() => (401, "API key is required".to_owned()),
        Cause::Key => (401, "Invalid API key".to_owned()),
        Cause::Scope => (403, "Insufficient permissions. Required: operator".to_owned()),
        Cause::NoRoute => (404, format!("Cannot {} {}", asked.method, asked.path)),
        Cause::NoSession | Cause::NotFound if of_sessions => (404, no_session),
        Cause::NoSession => (400, "Session is not started".to_owned()),
        Cause::NotConnected => {
            let loaded = world.session(asked.session()).is_some_and(sessions::has_engine);
            let message = if loaded { "The session is not ready" } else { "Session is not started" };
            (if loaded { 409 } else { 400 }, message.to_owned())
        }
        Cause::NotAdmin => (403, "WhatsApp refused the operation: admin rights are required".to_owned()),
        Cause::NotFound => (404, format!("Group {} not found", asked.part("id").unwrap_or_default())),
        Cause::NoInvite if asked.operation == Some(Operation::JoinGroup) => (400, "Invalid invite code".to_owned()),
        Cause::NoInvite => (404, "No such invite".to_owned()),
        Cause::AlreadyIn => (409, "WhatsApp refused the operation: conflict".to_owned()),
        Cause::Full => (403, "WhatsApp refused the operation: resource-limit".to_owned()),
        Cause::TooMany => (503, "WhatsApp rate-limited the request (code 429)".to_owned()),
        Cause::Invalid => (400, refusal.error.to_string()),
        Cause::NotOffered => (501, "Not supported by this engine".to_owned()),
        Cause::Proxy | Cause::Failed => (500, "Internal server error".to_owned()),
    };
    nest(status, &json!(message))
}

//! What a refusal looks like: Nest's forms, and an envelope around everything that an engine throws. The envelope
//! repeats the request and shows a stack, as the real one does.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::WahaEngine;
use super::super::asked::{Asked, answer, json, moment, nothing};
use super::super::vocabulary::whatsapp_error;
use super::sessions;
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::World;

const VERSION: &str = "2026.8.2";

pub(super) fn engine_name(engine: WahaEngine) -> &'static str {
    match engine {
        WahaEngine::Noweb => "NOWEB",
        WahaEngine::Gows => "GOWS",
        WahaEngine::Webjs => "WEBJS",
    }
}

/// Returns a refusal in Nest's form.
pub(super) fn nest(status: u16, error: &str, message: &str) -> Response {
    json(status, &json!({ "message": message, "error": error, "statusCode": status }))
}

pub(super) fn render(engine: WahaEngine, asked: &Asked, refusal: &Refusal, world: &World) -> Response {
    let session = asked.session();
    let of_sessions = matches!(asked.operation, Some(Operation::ListSessions | Operation::GetSession));
    match refusal.cause {
        Cause::Key => json(401, &json!({ "message": "Unauthorized", "statusCode": 401 })),
        Cause::Scope => nest(403, "Forbidden", "Forbidden resource"),
        Cause::NotAdmin if of_sessions => nest(403, "Forbidden", "Forbidden resource"),
        Cause::NoSession | Cause::NotFound if of_sessions => nest(404, "Not Found", "Session not found"),
        Cause::NoSession => {
            let error = format!("Session \"{session}\" does not exist");
            json(422, &json!({ "error": error, "session": session }))
        }
        Cause::NotConnected => json(
            422,
            &json!({
                "error": "Session status is not as expected. Try again later or restart the session",
                "session": session,
                "status": world.session(session).map_or("STOPPED", sessions::status),
                "expected": ["WORKING"],
            }),
        ),
        Cause::NoRoute => nest(404, "Not Found", &format!("Cannot {} {}", asked.method, asked.path)),
        Cause::NotOffered => {
            let engine = engine_name(engine);
            let text = format!(
                "The method is not implemented by '{engine}' engine. Check the docs and try another engine: \
                 https://waha.devlike.pro/"
            );
            nest(501, "Not Implemented", &text)
        }
        Cause::NotAdmin if engine == WahaEngine::Webjs => {
            swallowed(asked.operation).unwrap_or_else(|| thrown(engine, asked, &exception(engine, asked, refusal)))
        }
        _ => thrown(engine, asked, &exception(engine, asked, refusal)),
    }
}

/// Returns the success that whatsapp-web.js makes of WhatsApp's refusal: `false`, a sentence, or nothing.
fn swallowed(operation: Option<Operation>) -> Option<Response> {
    const NO_ADMIN: &str = "AddParticipantsError: You have no admin rights to add a participant to a group";
    match operation? {
        Operation::UpdateSubject | Operation::UpdateDescription | Operation::UpdateSettings => {
            Some(json(200, &json!(false)))
        }
        Operation::SetPicture => Some(json(200, &json!({ "success": false }))),
        Operation::AddParticipants => Some(text(NO_ADMIN)),
        Operation::GetInvite | Operation::RevokeInvite => Some(nothing(200)),
        _ => None,
    }
}

/// Returns a text as the servers over Express send one.
pub(super) fn text(text: &str) -> Response {
    answer(200, "text/html; charset=utf-8", text.to_owned())
}

/// Returns what the engine throws.
fn exception(engine: WahaEngine, asked: &Asked, refusal: &Refusal) -> Value {
    let of_invites = matches!(asked.operation, Some(Operation::GetInvite | Operation::RevokeInvite));
    let (code, word) = whatsapp_error(refusal.cause, of_invites);
    if refusal.cause == Cause::Failed {
        let name = if refusal.status.is_client_error() { "TypeError" } else { "Error" };
        return json!({ "message": refusal.error, "name": name, "stack": stack(name, &refusal.error) });
    }
    match engine {
        WahaEngine::Noweb if asked.operation == Some(Operation::GetGroup) && refusal.cause == Cause::NotFound => {
            let message = format!("Group with id '{}' not found", asked.part("id").unwrap_or_default());
            json!({ "message": message, "name": "Error", "stack": stack("Error", &message) })
        }
        WahaEngine::Noweb => json!({
            "message": word, "data": code, "isBoom": true, "isServer": true, "output": {},
            "name": "Error", "stack": stack("Error", word),
        }),
        WahaEngine::Gows => {
            let details = match refusal.cause {
                Cause::NotAdmin if of_invites => {
                    "you don't have the permission to get the group's invite link".to_owned()
                }
                Cause::NoInvite => "that group invite link has been revoked".to_owned(),
                _ => format!("info query returned status {code}: {word}"),
            };
            let message = format!("2 UNKNOWN: {details}");
            let stack = stack("Error", &message);
            json!({ "code": 2, "details": details, "metadata": {}, "message": message, "name": "Error", "stack": stack })
        }
        WahaEngine::Webjs => {
            json!({ "message": word, "name": "ServerStatusCodeError", "stack": stack("ServerStatusCodeError", word) })
        }
    }
}

fn stack(name: &str, message: &str) -> String {
    format!(
        "{name}: {message}\n    at WhatsappSession.call (/app/dist/core/engines/session.core.js:1559:23)\n    \
         at process.processTicksAndRejections (node:internal/process/task_queues:95:5)"
    )
}

/// Returns what the server is, by its own account.
pub(super) fn environment(engine: WahaEngine) -> Value {
    json!({
        "version": VERSION, "engine": engine_name(engine), "tier": "CORE", "browser": null,
        "platform": "linux/x64", "worker": { "id": null },
    })
}

/// Returns the envelope around something that was thrown.
fn thrown(engine: WahaEngine, asked: &Asked, exception: &Value) -> Response {
    let query: Map<String, Value> = asked.query.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let mut request = json!({ "path": asked.path, "method": asked.method.as_str(), "query": query });
    if let (Some(request), Ok(body)) = (request.as_object_mut(), serde_json::from_slice::<Value>(&asked.body)) {
        request.insert("body".to_owned(), body);
    }
    let timestamp = format!("{}.000Z", moment(asked.now));
    let version = environment(engine);
    json(
        500,
        &json!({
            "statusCode": 500, "timestamp": timestamp, "exception": exception, "request": request, "version": version,
        }),
    )
}

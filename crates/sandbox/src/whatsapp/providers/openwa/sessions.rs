//! Sessions, each with an id beside its name.

use axum::response::Response;
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::asked::{Asked, json, moment};
use super::super::stable_id;
use super::refusals::nest;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::{Session, SessionStatus, StatusReason, World};

/// Returns the id of a session: its name, if that is one.
pub(super) fn id(name: &str) -> String {
    if Uuid::parse_str(name).is_ok() { name.to_owned() } else { stable_id(name) }
}

/// Lists the sessions, or the one that the query names.
pub(super) fn list(asked: &Asked, world: &World) -> Response {
    let wanted = asked.query("name");
    if wanted == Some("") {
        return nest(400, &json!("name must be a single non-empty value"));
    }
    let shown = world.sessions().filter(|session| wanted.is_none_or(|wanted| wanted == session.name));
    json(200, &shown.map(|session| view(world, session)).collect())
}

pub(super) fn read(asked: &Asked, world: &World) -> Result<Response, Refusal> {
    if asked.part("session").is_none_or(|id| Uuid::parse_str(id).is_err()) {
        return Ok(nest(400, &json!("Validation failed (uuid is expected)")));
    }
    Ok(json(200, &view(world, world.find_session(asked.session())?)))
}

/// Returns whether the session is started, although it may not be connected.
pub(super) fn has_engine(session: &Session) -> bool {
    session.status != SessionStatus::Disconnected
        || matches!(
            session.reason,
            Some(StatusReason::AutoReconnect | StatusReason::StreamError | StatusReason::ScanQr)
        )
}

fn view(world: &World, session: &Session) -> Value {
    let status = match (session.status, session.reason) {
        (SessionStatus::Connected, _) => "ready",
        (SessionStatus::Connecting, _) | (_, Some(StatusReason::AutoReconnect)) => "initializing",
        (_, Some(StatusReason::ScanQr)) => "qr_ready",
        (_, Some(StatusReason::Failed | StatusReason::TemporaryBan)) => "failed",
        _ => "disconnected",
    };
    let account = world.person(session.account);
    let unlinked = session.reason == Some(StatusReason::LoggedOut);
    let phone = account.and_then(|account| account.phone.as_ref()).filter(|_| !unlinked);
    let since = format!("{}.000Z", moment(session.updated_at));
    json!({
        "id": id(&session.name),
        "name": session.name,
        "status": status,
        "phone": phone,
        "pushName": account.and_then(|account| account.name.as_ref()),
        "connectedAt": since,
        "lastActive": since,
        "createdAt": format!("{}.000Z", moment(session.created_at)),
        "updatedAt": since,
        "lastError": (status == "failed").then_some("The account was refused"),
        "restriction": null,
        "engineLoaded": has_engine(session),
    })
}

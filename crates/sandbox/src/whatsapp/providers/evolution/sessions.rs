//! Instances. The list shows the token of each, which opens it.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::asked::{Asked, json, moment};
use super::super::stable_id;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::{Session, SessionStatus, StatusReason, World};

/// The path of the list of instances.
pub(super) const LIST: &str = "/instance/fetchInstances";

/// Returns the token of an instance: a key for this instance alone.
pub(super) fn token(session: &str) -> String {
    format!("evolution-token-of-{session}")
}

pub(super) fn list(world: &World) -> Response {
    json(200, &world.sessions().map(|session| view(world, session)).collect())
}

/// Returns one instance: as a list of one, or its state on the path for that.
pub(super) fn read(asked: &Asked, world: &World) -> Result<Response, Refusal> {
    let session = world.find_session(asked.session())?;
    let of_list = asked.path == LIST;
    let state = || json!({ "instance": { "instanceName": session.name, "state": state(session) } });
    Ok(json(200, &if of_list { json!([view(world, session)]) } else { state() }))
}

/// Returns the name in the query of a list of one instance.
pub(super) fn only(asked: &Asked) -> Option<&str> {
    asked.query("instanceName").filter(|_| asked.path == LIST)
}

/// Returns the state of the client in memory.
fn state(session: &Session) -> &'static str {
    match (session.status, session.reason) {
        (SessionStatus::Connected, _) => "open",
        (SessionStatus::Connecting, _) | (_, Some(StatusReason::AutoReconnect | StatusReason::ScanQr)) => "connecting",
        _ => "close",
    }
}

/// Returns the status in the database. It changes to `connecting` only where a QR code is shown, and not where the client
/// connects again by itself.
fn stored_status(session: &Session) -> &'static str {
    match (state(session), session.reason) {
        ("connecting", Some(StatusReason::ScanQr)) => "connecting",
        ("connecting", _) => "open",
        (state, _) => state,
    }
}

/// Returns Baileys' code for the end of a connection.
fn reason_code(session: &Session) -> Option<u16> {
    Some(match session.reason? {
        StatusReason::LoggedOut => 401,
        StatusReason::TemporaryBan => 403,
        StatusReason::QrTimeout => 408,
        StatusReason::Failed => 500,
        StatusReason::StreamError => 515,
        StatusReason::AutoReconnect | StatusReason::ScanQr | StatusReason::ManualStop => return None,
    })
}

fn view(world: &World, session: &Session) -> Value {
    let account = world.person(session.account);
    let phone = account.and_then(|account| account.phone.as_ref());
    let code = reason_code(session);
    let since = format!("{}.000Z", moment(session.updated_at));
    json!({
        "id": stable_id(&session.name),
        "name": session.name,
        "connectionStatus": stored_status(session),
        "ownerJid": phone.map(|phone| format!("{phone}@s.whatsapp.net")),
        "profileName": account.and_then(|account| account.name.as_ref()),
        "profilePicUrl": null,
        "integration": "WHATSAPP-BAILEYS",
        "number": null,
        "businessId": null,
        "token": token(&session.name),
        "clientName": "evolution_exchange",
        "disconnectionReasonCode": code,
        "disconnectionObject": null,
        "disconnectionAt": code.map(|_| &since),
        "createdAt": format!("{}.000Z", moment(session.created_at)),
        "updatedAt": since,
        "Setting": { "rejectCall": false, "groupsIgnore": false, "alwaysOnline": false },
    })
}

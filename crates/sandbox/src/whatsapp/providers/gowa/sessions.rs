//! Devices.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::asked::{Asked, moment};
use super::success;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::{Session, SessionStatus, StatusReason, World};

pub(super) fn list(world: &World) -> Response {
    success("List devices", world.sessions().map(|session| view(world, session)).collect())
}

pub(super) fn read(asked: &Asked, world: &World) -> Result<Response, Refusal> {
    let session = world.find_session(asked.session())?;
    if !asked.path.ends_with("/status") {
        return Ok(success("Device info", view(world, session)));
    }
    let connected = session.status == SessionStatus::Connected;
    let status = json!({ "device_id": session.name, "is_connected": connected, "is_logged_in": is_logged_in(session) });
    Ok(success("Device status", status))
}

/// Returns whether the device is still linked to the account.
pub(super) fn is_logged_in(session: &Session) -> bool {
    let unlinked = [StatusReason::LoggedOut, StatusReason::ScanQr, StatusReason::QrTimeout];
    session.reason.is_none_or(|reason| !unlinked.contains(&reason))
}

fn view(world: &World, session: &Session) -> Value {
    let state = match (session.status, session.reason) {
        (SessionStatus::Connected, _) => "logged_in",
        (SessionStatus::Connecting, _) | (_, Some(StatusReason::AutoReconnect)) => "connecting",
        _ => "disconnected",
    };
    let account = world.person(session.account).filter(|_| is_logged_in(session));
    let phone = account.and_then(|account| account.phone.as_ref());
    json!({
        "id": session.name,
        "phone_number": phone.cloned().unwrap_or_default(),
        "display_name": account.and_then(|account| account.name.clone()).unwrap_or_default(),
        "state": state,
        "jid": phone.map(|phone| format!("{phone}@s.whatsapp.net")).unwrap_or_default(),
        "created_at": format!("{}Z", moment(session.created_at)),
    })
}

//! Sessions. The list omits those that are stopped, unless it is asked for all.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::WahaEngine;
use super::super::asked::{Asked, json};
use super::refusals::engine_name;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::{Session, SessionStatus, StatusReason, World};

const STOPPED: &str = "STOPPED";
const WORKING: &str = "WORKING";

/// Returns WAHA's word for the state of a session.
pub(super) fn status(session: &Session) -> &'static str {
    match (session.status, session.reason) {
        (SessionStatus::Connected, _) => WORKING,
        (SessionStatus::Connecting, _) | (_, Some(StatusReason::AutoReconnect)) => "STARTING",
        (_, Some(StatusReason::ScanQr)) => "SCAN_QR_CODE",
        (_, None | Some(StatusReason::ManualStop)) => STOPPED,
        _ => "FAILED",
    }
}

pub(super) fn list(asked: &Asked, world: &World, engine: WahaEngine) -> Response {
    let all = asked.query("all") == Some("true");
    let shown = world.sessions().filter(|session| all || status(session) != STOPPED);
    // Only the answer about one session names its engine.
    let without_engine = |session: &Session| {
        let mut shown = view(world, session, engine);
        if let Some(shown) = shown.as_object_mut() {
            shown.remove("engine");
        }
        shown
    };
    json(200, &shown.map(without_engine).collect())
}

pub(super) fn read(asked: &Asked, world: &World, engine: WahaEngine) -> Result<Response, Refusal> {
    Ok(json(200, &view(world, world.find_session(asked.session())?, engine)))
}

fn view(world: &World, session: &Session, engine: WahaEngine) -> Value {
    let status = status(session);
    let account = world.person(session.account).filter(|_| status == WORKING);
    let me = account.map(|account| {
        json!({
            "id": account.phone.as_ref().map_or_else(|| account.lid_jid(), |phone| format!("{phone}@c.us")),
            "pushName": account.name,
            "lid": account.lid_jid(),
        })
    });
    let engine = (status != STOPPED).then(|| engine_name(engine));
    json!({
        "name": session.name,
        "status": status,
        "config": {},
        "me": me,
        "presence": null,
        "timestamps": { "activity": null },
        "engine": { "engine": engine },
    })
}

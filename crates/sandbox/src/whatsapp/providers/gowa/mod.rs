//! GOWA, which is go-whatsapp-web-multidevice, version 9. It sits on whatsmeow, names people by bare numbers alone, and
//! tells no codes for single people.

mod groups;
mod multipart;
mod people;
mod refusals;
mod sessions;
mod settings;

use axum::http::header;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::asked::{Asked, Route, answer};
use super::handlers::{SessionHandlers, carry_out};
use super::{Answered, Dialect, Failure, settle};
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::World;

#[rustfmt::skip] // a table
pub(super) const ROUTES: &[Route] = &[
    Route::new("GET", "/app/info", Operation::GetVersion),
    Route::new("GET", "/devices", Operation::ListSessions),
    Route::new("GET", "/devices/{session}", Operation::GetSession),
    Route::new("GET", "/devices/{session}/status", Operation::GetSession),
    Route::new("POST", "/group", Operation::CreateGroup),
    Route::new("GET", "/user/my/groups", Operation::ListGroups),
    Route::new("GET", "/group/info", Operation::GetGroup),
    Route::new("POST", "/group/name", Operation::UpdateSubject),
    Route::new("POST", "/group/topic", Operation::UpdateDescription),
    Route::new("POST", "/group/photo", Operation::SetPicture),
    Route::new("POST", "/group/leave", Operation::LeaveGroup),
    Route::new("GET", "/group/participants", Operation::ListParticipants),
    Route::new("POST", "/group/participants", Operation::AddParticipants),
    Route::new("POST", "/group/participants/remove", Operation::RemoveParticipants),
    Route::new("POST", "/group/participants/promote", Operation::PromoteParticipants),
    Route::new("POST", "/group/participants/demote", Operation::DemoteParticipants),
    Route::new("GET", "/group/invite-link", Operation::RevokeInvite).with("reset", "true"),
    Route::new("GET", "/group/invite-link", Operation::GetInvite),
    Route::new("POST", "/group/join-with-link", Operation::JoinGroup),
    Route::new("GET", "/group/info-from-link", Operation::PreviewInvite),
    Route::new("POST", "/group/locked", Operation::UpdateSettings),
    Route::new("POST", "/group/announce", Operation::UpdateSettings),
    Route::new("GET", "/group/participant-requests", Operation::ListJoinRequests),
    Route::new("POST", "/group/participant-requests/approve", Operation::ApproveJoinRequests),
    Route::new("POST", "/group/participant-requests/reject", Operation::DeclineJoinRequests),
];

pub(super) struct Gowa;

impl Dialect for Gowa {
    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    /// Returns the device of the path, the header or the query. Without any it is the only one that there is.
    fn session(&self, asked: &Asked, world: &World) -> Option<String> {
        if !needs_device(asked) {
            return None;
        }
        let named = asked.part("session").or_else(|| asked.header("x-device-id")).or_else(|| asked.query("device_id"));
        let only = || world.sessions().next().filter(|_| world.sessions().count() == 1);
        named.map(str::to_owned).or_else(|| only().map(|session| session.name.clone()))
    }

    fn key(&self, asked: &Asked, _world: &World) -> Option<String> {
        let encoded = asked.header(header::AUTHORIZATION.as_str())?.strip_prefix("Basic ")?;
        String::from_utf8(STANDARD.decode(encoded).ok()?).ok()
    }

    fn answer(&self, asked: &Asked, world: &mut World) -> Result<Response, Refusal> {
        settle(Call::of(asked, world).and_then(|call| carry_out(&call, asked.operation, world)))
    }

    fn refuse(&self, asked: &Asked, refusal: &Refusal, world: &World) -> Response {
        refusals::render(asked, refusal, world)
    }
}

/// A request with its body.
struct Call<'a> {
    asked: &'a Asked,
    body: Value,
}

impl SessionHandlers for Call<'_> {
    fn list_sessions(&self, world: &World) -> Answered {
        Ok(sessions::list(world))
    }

    fn read_session(&self, world: &World) -> Answered {
        Ok(sessions::read(self.asked, world)?)
    }

    fn version(&self, _world: &World) -> Answered {
        let info = json!({ "version": "v9.0.0", "os": "GOWA", "base_path": "", "chatwoot_enabled": false });
        Ok(success("Fetch app info success", info))
    }
}

impl<'a> Call<'a> {
    /// Looks for the device, and reads the body.
    fn of(asked: &'a Asked, world: &World) -> Result<Self, Failure> {
        if needs_device(asked) {
            if asked.session.is_none() {
                let message = "device_id is required: send the X-Device-Id header or the device_id query";
                return Err(refusals::form(400, "DEVICE_ID_REQUIRED", message));
            }
            world.find_session(asked.session())?;
        }
        let body = if asked.operation == Some(Operation::SetPicture) { Ok(Value::Null) } else { asked.json() };
        let body = body.map_err(|error| refusals::form(500, "INTERNAL_SERVER_ERROR", &error.to_string()))?;
        Ok(Self { asked, body })
    }

    fn session(&self) -> &str {
        self.asked.session()
    }

    /// Returns a text of the body, or of the query of a read.
    fn field(&self, name: &str) -> Result<&str, Failure> {
        let given = self.body.get(name).and_then(Value::as_str).or_else(|| self.asked.query(name));
        given.filter(|text| !text.is_empty()).ok_or_else(|| refusals::invalid(&format!("{name}: cannot be blank.")))
    }

    fn group(&self) -> Result<&str, Failure> {
        check_group(self.field("group_id")?)
    }
}

/// Returns whether a request is about one device.
fn needs_device(asked: &Asked) -> bool {
    !matches!(asked.operation, Some(Operation::ListSessions | Operation::GetVersion))
}

fn check_group(group: &str) -> Result<&str, Failure> {
    if group.ends_with("@g.us") { Ok(group) } else { Err(refusals::form(400, "INVALID_JID", "your JID is invalid")) }
}

/// Returns a success with `results`, which are left out if they are null.
fn success(message: &str, results: Value) -> Response {
    let mut body = json!({ "code": "SUCCESS", "message": message });
    if let Some(body) = body.as_object_mut().filter(|_| !results.is_null()) {
        body.insert("results".to_owned(), results);
    }
    answer(200, "application/json", body.to_string())
}

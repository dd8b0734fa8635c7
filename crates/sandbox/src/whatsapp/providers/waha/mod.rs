//! WAHA, with its engines NOWEB, GOWS and WEBJS. The engine decides how a person is named in requests, and what the
//! answers look like.
//!
//! The real server waits up to ten seconds for a session that is not connected before it refuses. This one does not.

mod groups;
mod people;
mod refusals;
mod sessions;
mod settings;

use axum::response::Response;
use serde_json::Value;

use super::asked::{Asked, Route, json};
use super::handlers::{SessionHandlers, carry_out};
use super::{Answered, Dialect, WahaEngine, settle};
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::World;

#[rustfmt::skip] // a table
pub(super) const ROUTES: &[Route] = &[
    Route::new("GET", "/api/server/version", Operation::GetVersion),
    Route::new("GET", "/api/sessions", Operation::ListSessions),
    Route::new("GET", "/api/sessions/{session}", Operation::GetSession),
    Route::new("POST", "/api/{session}/groups", Operation::CreateGroup),
    Route::new("GET", "/api/{session}/groups", Operation::ListGroups),
    Route::new("GET", "/api/{session}/groups/join-info", Operation::PreviewInvite),
    Route::new("POST", "/api/{session}/groups/join", Operation::JoinGroup),
    Route::new("GET", "/api/{session}/groups/{id}", Operation::GetGroup),
    Route::new("DELETE", "/api/{session}/groups/{id}", Operation::DeleteGroup),
    Route::new("PUT", "/api/{session}/groups/{id}/subject", Operation::UpdateSubject),
    Route::new("PUT", "/api/{session}/groups/{id}/description", Operation::UpdateDescription),
    Route::new("PUT", "/api/{session}/groups/{id}/picture", Operation::SetPicture),
    Route::new("POST", "/api/{session}/groups/{id}/leave", Operation::LeaveGroup),
    Route::new("GET", "/api/{session}/groups/{id}/participants/v2", Operation::ListParticipants),
    Route::new("GET", "/api/{session}/groups/{id}/participants", Operation::ListParticipants),
    Route::new("POST", "/api/{session}/groups/{id}/participants/add", Operation::AddParticipants),
    Route::new("POST", "/api/{session}/groups/{id}/participants/remove", Operation::RemoveParticipants),
    Route::new("POST", "/api/{session}/groups/{id}/admin/promote", Operation::PromoteParticipants),
    Route::new("POST", "/api/{session}/groups/{id}/admin/demote", Operation::DemoteParticipants),
    Route::new("GET", "/api/{session}/groups/{id}/settings/security/info-admin-only", Operation::GetSettings),
    Route::new("PUT", "/api/{session}/groups/{id}/settings/security/info-admin-only", Operation::UpdateSettings),
    Route::new("GET", "/api/{session}/groups/{id}/settings/security/messages-admin-only", Operation::GetSettings),
    Route::new("PUT", "/api/{session}/groups/{id}/settings/security/messages-admin-only", Operation::UpdateSettings),
    Route::new("GET", "/api/{session}/groups/{id}/invite-code", Operation::GetInvite),
    Route::new("POST", "/api/{session}/groups/{id}/invite-code/revoke", Operation::RevokeInvite),
];

pub(super) struct Waha(pub(super) WahaEngine);

impl Dialect for Waha {
    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn key(&self, asked: &Asked, _world: &World) -> Option<String> {
        asked.header("x-api-key").map(str::to_owned)
    }

    fn answer(&self, asked: &Asked, world: &mut World) -> Result<Response, Refusal> {
        let body = match asked.json() {
            Ok(body) => body,
            Err(error) => return Ok(refusals::nest(400, "Bad Request", &error.to_string())),
        };
        if !matches!(asked.operation, Some(Operation::ListSessions | Operation::GetSession | Operation::GetVersion)) {
            world.account(asked.session())?;
        }
        settle(carry_out(&Call { engine: self.0, asked, body }, asked.operation, world))
    }

    fn refuse(&self, asked: &Asked, refusal: &Refusal, world: &World) -> Response {
        refusals::render(self.0, asked, refusal, world)
    }
}

/// A request with its body. The session of one about groups is connected.
struct Call<'a> {
    engine: WahaEngine,
    asked: &'a Asked,
    body: Value,
}

impl SessionHandlers for Call<'_> {
    fn list_sessions(&self, world: &World) -> Answered {
        Ok(sessions::list(self.asked, world, self.engine))
    }

    fn read_session(&self, world: &World) -> Answered {
        Ok(sessions::read(self.asked, world, self.engine)?)
    }

    fn version(&self, _world: &World) -> Answered {
        Ok(json(200, &refusals::environment(self.engine)))
    }
}

impl Call<'_> {
    fn session(&self) -> &str {
        self.asked.session()
    }

    fn group(&self) -> &str {
        self.asked.part("id").unwrap_or_default()
    }

    /// Returns a text of the body. WAHA checks no bodies: the engine fails over one that lacks a part.
    fn text(&self, name: &str) -> Result<&str, Refusal> {
        let error = "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an \
                     Array-like Object. Received undefined";
        self.body.get(name).and_then(Value::as_str).ok_or_else(|| unread(error))
    }
}

/// Returns the failure of an engine over a request that it cannot read. Its status tells it from a failure that is not
/// the client's fault.
fn unread(error: &'static str) -> Refusal {
    Refusal::invalid(error).because(Cause::Failed)
}

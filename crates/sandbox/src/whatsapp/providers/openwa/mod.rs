//! `OpenWA` 0.12, with its Baileys engine. Its paths are nearly those of the contract, without an envelope. A session has
//! an id beside its name, and requests name the id.

mod groups;
mod people;
mod refusals;
mod sessions;
mod settings;

use axum::response::Response;
use serde_json::{Value, json};

use super::asked::{self, Asked, Route, moment};
use super::handlers::{SessionHandlers, carry_out};
use super::{Answered, Dialect, Failure, settle};
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::World;

#[rustfmt::skip] // a table
const ROUTES: &[Route] = &[
    Route::new("GET", "/api/health", Operation::GetVersion),
    Route::new("GET", "/api/sessions", Operation::ListSessions),
    Route::new("GET", "/api/sessions/{session}", Operation::GetSession),
    Route::new("POST", "/api/sessions/{session}/groups", Operation::CreateGroup),
    Route::new("GET", "/api/sessions/{session}/groups", Operation::ListGroups),
    Route::new("GET", "/api/sessions/{session}/groups/join-info", Operation::PreviewInvite),
    Route::new("POST", "/api/sessions/{session}/groups/join", Operation::JoinGroup),
    // The members come with the group alone.
    Route::new("GET", "/api/sessions/{session}/groups/{id}", Operation::GetGroup),
    Route::new("PUT", "/api/sessions/{session}/groups/{id}/subject", Operation::UpdateSubject),
    Route::new("PUT", "/api/sessions/{session}/groups/{id}/description", Operation::UpdateDescription),
    Route::new("PUT", "/api/sessions/{session}/groups/{id}/picture", Operation::SetPicture),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/leave", Operation::LeaveGroup),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/participants", Operation::AddParticipants),
    Route::new("DELETE", "/api/sessions/{session}/groups/{id}/participants", Operation::RemoveParticipants),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/participants/promote", Operation::PromoteParticipants),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/participants/demote", Operation::DemoteParticipants),
    Route::new("GET", "/api/sessions/{session}/groups/{id}/settings", Operation::GetSettings),
    Route::new("PUT", "/api/sessions/{session}/groups/{id}/settings", Operation::UpdateSettings),
    Route::new("GET", "/api/sessions/{session}/groups/{id}/membership-requests", Operation::ListJoinRequests),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/membership-requests/approve", Operation::ApproveJoinRequests),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/membership-requests/reject", Operation::DeclineJoinRequests),
    Route::new("GET", "/api/sessions/{session}/groups/{id}/invite-code", Operation::GetInvite),
    Route::new("POST", "/api/sessions/{session}/groups/{id}/invite-code/revoke", Operation::RevokeInvite),
];

pub(super) struct OpenWa;

impl Dialect for OpenWa {
    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    /// A list of the sessions of one name is a read of that session.
    fn operation(&self, asked: &Asked) -> Option<Operation> {
        match asked.operation {
            Some(Operation::ListSessions) if asked.query("name").is_some() => Some(Operation::GetSession),
            operation => operation,
        }
    }

    /// Returns the name of the session whose id is in the path.
    fn session(&self, asked: &Asked, world: &World) -> Option<String> {
        let Some(id) = asked.part("session") else { return asked.query("name").map(str::to_owned) };
        let known = world.sessions().find(|session| sessions::id(&session.name) == id);
        // An unknown id is no session's name.
        Some(known.map_or_else(|| format!("unknown:{id}"), |session| session.name.clone()))
    }

    fn key(&self, asked: &Asked, _world: &World) -> Option<String> {
        let bearer = || asked.header("authorization")?.strip_prefix("Bearer ");
        asked.header("x-api-key").or_else(bearer).map(str::to_owned)
    }

    fn is_public(&self, asked: &Asked) -> bool {
        asked.operation == Some(Operation::GetVersion)
    }

    fn answer(&self, asked: &Asked, world: &mut World) -> Result<Response, Refusal> {
        let body = match asked.json() {
            Ok(body) => body,
            Err(error) => return Ok(refusals::nest(400, &error.to_string().into())),
        };
        settle(carry_out(&Call { asked, body }, asked.operation, world))
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
        Ok(sessions::list(self.asked, world))
    }

    fn read_session(&self, world: &World) -> Answered {
        // A session is found by its name in the list.
        match self.asked.part("session") {
            Some(_) => Ok(sessions::read(self.asked, world)?),
            None => Ok(sessions::list(self.asked, world)),
        }
    }

    /// Tells the version only to those who have a key.
    fn version(&self, world: &World) -> Answered {
        let mut health = json!({ "status": "ok", "timestamp": format!("{}.000Z", moment(self.asked.now)) });
        let is_known = OpenWa.key(self.asked, world).is_some_and(|key| key == world.key());
        if let Some(health) = health.as_object_mut().filter(|_| is_known) {
            health.insert("version".to_owned(), "0.12.5".into());
        }
        Ok(asked::json(200, &health))
    }
}

impl Call<'_> {
    fn session(&self) -> &str {
        self.asked.session()
    }

    fn group(&self) -> &str {
        self.asked.part("id").unwrap_or_default()
    }

    /// Refuses a body with other fields than these.
    fn only(&self, known: &[&str]) -> Result<(), Failure> {
        let fields = self.body.as_object().map(|body| body.keys());
        let unknown = fields.into_iter().flatten().filter(|name| !known.contains(&name.as_str()));
        let problems: Vec<String> = unknown.map(|name| format!("property {name} should not exist")).collect();
        if problems.is_empty() { Ok(()) } else { Err(refusals::invalid(&problems)) }
    }

    /// Returns a text of the body with at most `most` characters.
    fn text(&self, name: &str, least: usize, most: usize) -> Result<&str, Failure> {
        let problem = match self.body.get(name).and_then(Value::as_str) {
            Some(text) if text.chars().count() < least => format!("{name} should not be empty"),
            Some(text) if text.chars().count() > most => {
                format!("{name} must be shorter than or equal to {most} characters")
            }
            Some(text) => return Ok(text),
            None => format!("{name} must be a string"),
        };
        Err(refusals::invalid(&[problem]))
    }
}

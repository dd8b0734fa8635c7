//! Evolution API 2.3. It sits on Baileys, checks requests by schemas, and answers WhatsApp's refusals with a status that
//! says more about the path than about the refusal.

mod groups;
mod people;
mod refusals;
mod sessions;
mod settings;

use axum::response::Response;
use serde_json::{Value, json};

use super::asked::{self, Asked, Route};
use super::handlers::{SessionHandlers, carry_out};
use super::{Answered, Dialect, Failure, settle};
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::World;

#[rustfmt::skip] // a table
const ROUTES: &[Route] = &[
    Route::new("GET", "/", Operation::GetVersion),
    Route::new("GET", sessions::LIST, Operation::ListSessions),
    Route::new("GET", "/instance/connectionState/{session}", Operation::GetSession),
    Route::new("POST", "/group/create/{session}", Operation::CreateGroup),
    Route::new("GET", "/group/fetchAllGroups/{session}", Operation::ListGroups),
    Route::new("GET", "/group/findGroupInfos/{session}", Operation::GetGroup),
    Route::new("POST", "/group/updateGroupSubject/{session}", Operation::UpdateSubject),
    Route::new("POST", "/group/updateGroupDescription/{session}", Operation::UpdateDescription),
    Route::new("POST", "/group/updateGroupPicture/{session}", Operation::SetPicture),
    Route::new("DELETE", "/group/leaveGroup/{session}", Operation::LeaveGroup),
    Route::new("GET", "/group/participants/{session}", Operation::ListParticipants),
    // The body says which of the four actions it is.
    Route::new("POST", "/group/updateParticipant/{session}", Operation::AddParticipants),
    Route::new("POST", "/group/updateSetting/{session}", Operation::UpdateSettings),
    Route::new("GET", "/group/inviteCode/{session}", Operation::GetInvite),
    Route::new("POST", "/group/revokeInviteCode/{session}", Operation::RevokeInvite),
    Route::new("GET", "/group/acceptInviteCode/{session}", Operation::JoinGroup),
    Route::new("GET", "/group/inviteInfo/{session}", Operation::PreviewInvite),
];

pub(super) struct Evolution;

impl Dialect for Evolution {
    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn operation(&self, asked: &Asked) -> Option<Operation> {
        let body = asked.json().unwrap_or_default();
        let action = body.get("action").and_then(Value::as_str);
        match (asked.operation?, action) {
            (Operation::AddParticipants, Some("remove")) => Some(Operation::RemoveParticipants),
            (Operation::AddParticipants, Some("promote")) => Some(Operation::PromoteParticipants),
            (Operation::AddParticipants, Some("demote")) => Some(Operation::DemoteParticipants),
            // The query says whether it is a list of one.
            (Operation::ListSessions, _) if sessions::only(asked).is_some() => Some(Operation::GetSession),
            (operation, _) => Some(operation),
        }
    }

    fn session(&self, asked: &Asked, _world: &World) -> Option<String> {
        asked.part("session").or_else(|| sessions::only(asked)).map(str::to_owned)
    }

    /// Takes the global key, or the token of the instance that the request is about.
    fn key(&self, asked: &Asked, world: &World) -> Option<String> {
        let given = asked.header("apikey")?;
        let token = asked.session.as_deref().map(sessions::token);
        Some(if token.as_deref() == Some(given) { world.key() } else { given }.to_owned())
    }

    /// An unknown instance in a path is refused before the key is looked at.
    fn before_key(&self, asked: &Asked, world: &World) -> Option<Refusal> {
        let session = asked.part("session")?;
        let unknown = || Refusal::not_found("no such instance").because(Cause::NoSession);
        world.session(session).is_none().then(unknown)
    }

    fn is_public(&self, asked: &Asked) -> bool {
        asked.operation == Some(Operation::GetVersion)
    }

    fn answer(&self, asked: &Asked, world: &mut World) -> Result<Response, Refusal> {
        let body = match asked.json() {
            Ok(body) => body,
            Err(error) => return Ok(refusals::broken(&error.to_string())),
        };
        let call = Call { asked, body };
        settle(carry_out(&call, asked.operation, world))
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
        let message = "Welcome to the Evolution API, it is working!";
        let welcome = json!({
            "status": 200,
            "message": message,
            "version": "2.3.7",
            "clientName": "evolution_exchange",
            "documentation": "https://doc.evolution-api.com",
            "whatsappWebVersion": "2.3000.1029030078",
        });
        Ok(asked::json(200, &welcome))
    }
}

impl Call<'_> {
    fn session(&self) -> &str {
        self.asked.session()
    }

    /// Returns the group, which is in the query or in the body.
    fn group(&self) -> Result<String, Failure> {
        let in_body = self.body.get("groupJid").and_then(Value::as_str);
        let Some(group) = self.asked.query("groupJid").or(in_body).filter(|group| !group.is_empty()) else {
            let hint = json!(["The group id needs to be informed in the query", "ex: \"groupJid=120362@g.us\""]);
            return Err(refusals::invalid(&hint));
        };
        Ok(if group.contains('@') { group.to_owned() } else { format!("{group}@g.us") })
    }

    /// Returns a text of the body that must not be empty.
    fn text(&self, name: &str) -> Result<&str, Failure> {
        let problem = match self.body.get(name).and_then(Value::as_str) {
            Some(text) if !text.is_empty() => return Ok(text),
            Some(_) => json!([{ "property": name, "message": format!("The \"{name}\" cannot be empty") }]),
            None => json!([[format!("instance requires property \"{name}\"")]]),
        };
        Err(refusals::invalid(&problem))
    }
}

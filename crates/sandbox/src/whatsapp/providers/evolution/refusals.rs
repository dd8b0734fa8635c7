//! What a refusal looks like. The text of what happened is the second message; the first one and the status belong to
//! the path.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::Failure;
use super::super::asked::{Asked, json};
use super::super::vocabulary::whatsapp_error;
use super::sessions;
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::{SessionStatus, StatusReason, World};

fn failed(status: u16, message: &Value) -> Response {
    let error = match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        _ => "Internal Server Error",
    };
    json(status, &json!({ "status": status, "error": error, "response": { "message": message } }))
}

/// Refuses a request that does not match its schema.
pub(super) fn invalid(message: &Value) -> Failure {
    Failure::Form(Box::new(failed(400, message)))
}

/// Refuses a body that is no JSON.
pub(super) fn broken(message: &str) -> Response {
    let body = json!({ "status": 400, "error": "Internal Server Error", "response": { "message": message } });
    json(400, &body)
}

/// The status and the first message of a path's failures, and Baileys' function for it.
fn of_path(operation: Operation) -> Option<(u16, &'static str, &'static str)> {
    Some(match operation {
        Operation::CreateGroup => (500, "Error creating group", "onWhatsApp"),
        Operation::GetGroup => (404, "Error fetching group", "groupMetadata"),
        Operation::UpdateSubject => (500, "Error updating group subject", "groupUpdateSubject"),
        Operation::UpdateDescription => (500, "Error updating group description", "groupUpdateDescription"),
        Operation::SetPicture => (500, "Error update group picture", "updateProfilePicture"),
        Operation::LeaveGroup => (400, "Unable to leave the group", "groupLeave"),
        Operation::ListParticipants => (404, "No participants", "groupMetadata"),
        Operation::AddParticipants
        | Operation::RemoveParticipants
        | Operation::PromoteParticipants
        | Operation::DemoteParticipants => (400, "Error updating participants", "groupParticipantsUpdate"),
        Operation::UpdateSettings => (400, "Error updating setting", "groupSettingUpdate"),
        Operation::GetInvite => (404, "No invite code", "groupInviteCode"),
        Operation::RevokeInvite => (404, "Revoke error", "groupRevokeInvite"),
        Operation::JoinGroup => (404, "Accept invite error", "groupAcceptInvite"),
        Operation::PreviewInvite => (404, "No invite info", "groupGetInviteInfo"),
        Operation::ListGroups
        | Operation::ListSessions
        | Operation::GetSession
        | Operation::DeleteGroup
        | Operation::GetSettings
        | Operation::ListJoinRequests
        | Operation::ApproveJoinRequests
        | Operation::DeclineJoinRequests
        | Operation::GetVersion => return None,
    })
}

pub(super) fn render(asked: &Asked, refusal: &Refusal, world: &World) -> Response {
    let of_sessions = matches!(asked.operation, Some(Operation::ListSessions | Operation::GetSession));
    match refusal.cause {
        Cause::Key | Cause::Scope => return failed(401, &json!("Unauthorized")),
        Cause::NoRoute => return failed(404, &json!([format!("Cannot {} {}", asked.method, asked.path)])),
        Cause::NotAdmin if of_sessions => return failed(403, &json!("Forbidden")),
        Cause::NoSession => return no_instance(asked),
        Cause::NotFound if of_sessions => return no_instance(asked),
        _ => {}
    }
    let Some((status, first, function)) = asked.operation.and_then(of_path) else {
        let text = happened(asked, refusal, world, "");
        let bare = text.split_once(": ").map_or(text.as_str(), |(_, message)| message);
        return failed(500, &json!(bare));
    };
    // This one path tells the code in the place of what happened.
    let second = match asked.operation {
        Some(Operation::PreviewInvite) => asked.query("inviteCode").unwrap_or_default().to_owned(),
        _ => happened(asked, refusal, world, function),
    };
    failed(status, &json!([first, second]))
}

fn no_instance(asked: &Asked) -> Response {
    let name = asked.session();
    let text = match sessions::only(asked) {
        Some(_) => format!("Instance \"{name}\" not found"),
        None => format!("The \"{name}\" instance does not exist"),
    };
    failed(404, &json!([text]))
}

/// Returns what Baileys threw.
fn happened(asked: &Asked, refusal: &Refusal, world: &World, function: &str) -> String {
    let of_invites = matches!(asked.operation, Some(Operation::GetInvite | Operation::RevokeInvite));
    match refusal.cause {
        Cause::NotConnected => {
            // Without a connection since the start there is no client object.
            let has_client = world.session(asked.session()).is_some_and(|session| match session.reason {
                Some(StatusReason::AutoReconnect | StatusReason::StreamError | StatusReason::ScanQr) => true,
                _ => session.status == SessionStatus::Connecting,
            });
            match function {
                _ if has_client => "Error: Connection Closed".to_owned(),
                "" => "TypeError: Cannot convert undefined or null to object".to_owned(),
                _ => format!("TypeError: Cannot read properties of undefined (reading '{function}')"),
            }
        }
        Cause::Invalid if asked.operation == Some(Operation::SetPicture) => "[object Object]".to_owned(),
        Cause::Failed => format!("Error: {}", refusal.error),
        cause => format!("Error: {}", whatsapp_error(cause, of_invites).1),
    }
}

//! What a refusal looks like: an envelope with a code of GOWA's own, and whatsmeow's texts.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde_json::json;

use super::super::Failure;
use super::super::asked::{Asked, answer};
use super::super::vocabulary::whatsapp_error;
use super::sessions::is_logged_in;
use crate::whatsapp::operation::Operation;
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::World;

const TEXT: &str = "text/plain; charset=utf-8";

fn failed(status: u16, code: &str, message: &str) -> Response {
    answer(status, "application/json", json!({ "code": code, "message": message }).to_string())
}

/// Refuses a request before WhatsApp is asked.
pub(super) fn form(status: u16, code: &str, message: &str) -> Failure {
    Failure::Form(Box::new(failed(status, code, message)))
}

pub(super) fn invalid(message: &str) -> Failure {
    form(400, "VALIDATION_ERROR", message)
}

pub(super) fn render(asked: &Asked, refusal: &Refusal, world: &World) -> Response {
    match refusal.cause {
        Cause::Key | Cause::Scope => {
            let mut response = answer(401, TEXT, "Unauthorized".to_owned());
            let realm = HeaderValue::from_static("basic realm=\"Restricted\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, realm);
            response
        }
        Cause::NoRoute => answer(404, TEXT, format!("Cannot {} {}", asked.method, asked.path)),
        Cause::NoSession if asked.path.ends_with("/status") => {
            failed(500, "INTERNAL_SERVER_ERROR", &format!("device {} not found", asked.session()))
        }
        Cause::NoSession => failed(404, "DEVICE_NOT_FOUND", "device not found; create a device first"),
        Cause::NotConnected => {
            let logged_in = world.session(asked.session()).is_some_and(is_logged_in);
            let message = if logged_in {
                "you are not connect to services server, please reconnect"
            } else {
                "you are not logged in"
            };
            failed(401, "AUTHENTICATION_ERROR", message)
        }
        _ => failed(500, "INTERNAL_SERVER_ERROR", &told(asked, refusal, world)),
    }
}

/// Returns whatsmeow's text for what WhatsApp answered.
fn told(asked: &Asked, refusal: &Refusal, world: &World) -> String {
    let of_invites = matches!(asked.operation, Some(Operation::GetInvite | Operation::RevokeInvite));
    let reads = of_invites || matches!(asked.operation, Some(Operation::GetGroup | Operation::ListParticipants));
    let (code, name) = whatsapp_error(refusal.cause, of_invites);
    match refusal.cause {
        Cause::NotAdmin if of_invites => "you don't have the permission to get the group's invite link".to_owned(),
        Cause::NotFound if reads => {
            let there = asked.query("group_id").is_some_and(|group| world.group(group).is_some());
            if there { "you're not participating in that group" } else { "that group does not exist" }.to_owned()
        }
        Cause::NoInvite => "that group invite link has been revoked".to_owned(),
        Cause::Failed => refusal.error.to_string(),
        Cause::Invalid => format!("info query returned status 400: {}", refusal.error),
        _ => format!("info query returned status {code}: {name}"),
    }
}

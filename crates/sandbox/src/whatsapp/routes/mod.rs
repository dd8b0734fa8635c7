//! The thin HTTP layer over the world: one handler for each operation.

pub(super) mod groups;
pub(super) mod invites;
pub(super) mod participants;
mod request;
pub(super) mod sessions;

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, delete, get, post, put};
use axum::{Json, Router, middleware};
use serde::Serialize;
use serde_json::json;

use super::operation::Operation;
use super::pipeline::pipeline;
use super::providers::Provider;
use super::refusal::Refusal;
use super::world::{Answers, World};
use super::{Shared, openapi, wire};

/// Returns the router with all endpoints.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    if shared.provider != Provider::Titan {
        // The pipeline itself answers in the words of another provider, whatever the path is.
        let pipeline = middleware::from_fn_with_state(shared, pipeline);
        return Router::new().fallback(async || StatusCode::NOT_FOUND).layer(pipeline);
    }
    let operations = Operation::ALL.into_iter().fold(Router::new(), |router, operation| {
        // The router merges two operations on one path.
        router.route(operation.path(), handler(operation))
    });
    operations
        .fallback(no_such_path)
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), pipeline))
        // This route is not part of the API: it has no key, no faults and no record.
        .route("/openapi.json", get(async || Json(openapi::document())))
        .with_state(shared)
}

async fn no_such_path() -> Refusal {
    Refusal::not_found("no such path")
}

fn handler(operation: Operation) -> MethodRouter<Arc<Shared>> {
    match operation {
        Operation::CreateGroup => post(groups::create),
        Operation::ListGroups => get(groups::list),
        Operation::GetGroup => get(groups::read),
        Operation::UpdateSubject => put(groups::update_subject),
        Operation::UpdateDescription => put(groups::update_description),
        Operation::SetPicture => put(groups::set_picture),
        Operation::LeaveGroup => post(groups::leave),
        Operation::DeleteGroup => delete(groups::remove),
        Operation::ListParticipants => get(participants::list),
        Operation::AddParticipants => post(participants::add),
        Operation::RemoveParticipants => delete(participants::remove),
        Operation::PromoteParticipants => post(participants::promote),
        Operation::DemoteParticipants => post(participants::demote),
        Operation::GetInvite => get(invites::read),
        Operation::RevokeInvite => delete(invites::revoke),
        Operation::JoinGroup => post(invites::join),
        Operation::PreviewInvite => get(invites::preview),
        Operation::ListSessions => get(sessions::list),
        Operation::GetSession => get(sessions::read),
        Operation::GetSettings
        | Operation::UpdateSettings
        | Operation::ListJoinRequests
        | Operation::ApproveJoinRequests
        | Operation::DeclineJoinRequests
        | Operation::GetVersion => any(no_such_path),
    }
}

/// The result of a handler.
pub(crate) type Answered = Result<Response, Refusal>;

/// Returns a 200 with `data`.
fn found<T: Serialize>(data: T) -> Response {
    Json(wire::Envelope { data }).into_response()
}

/// Returns the answer to a change for which the contract leaves the content of `data` open.
fn changed<T: Serialize>(world: &World, data: T) -> Response {
    match world.settings.answers {
        Answers::Object => found(data),
        Answers::Empty => found(json!({})),
        Answers::Nothing => StatusCode::NO_CONTENT.into_response(),
    }
}

/// Changes a group. Returns the same as [`changed`], with only the id of the group as data.
fn change_group(
    shared: &Shared,
    group: String,
    change: impl FnOnce(&mut World, &str) -> Result<(), Refusal>,
) -> Answered {
    shared.world(|world| {
        change(world, &group)?;
        Ok(changed(world, wire::Changed { id: Some(group) }))
    })
}

//! Operations 1 to 8: groups themselves.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::request::{Body, GroupId, NoBody, Session};
use super::{Answered, change_group, found};
use crate::whatsapp::wire::{self, Envelope};
use crate::whatsapp::{Shared, refusal::Refusal};

/// Create a group
///
/// The account becomes its super admin. People who could not be added are not in the answer's `participants`. People
/// who do not allow others to add them need the invite link.
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups", operation_id = "createGroup", tag = "groups",
    request_body = wire::CreateGroup,
    responses((status = 201, description = "The new group, with those who are in it.", body = Envelope<wire::Group>)),
)]
pub(crate) async fn create(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    Body(request): Body<wire::CreateGroup>,
) -> Answered {
    let now = shared.now();
    shared.world(|world| {
        let id = world.create_group(&session, &request.name, &request.participants, now)?;
        let group = world.group(&id).ok_or_else(|| Refusal::not_found("no such group"))?;
        let data = world.view_group(group);
        Ok((StatusCode::CREATED, Json(Envelope { data })).into_response())
    })
}

/// List groups
///
/// Lists every group that the account is in. `participants` may be absent here.
#[utoipa::path(
    get, path = "/api/sessions/{session}/groups", operation_id = "listGroups", tag = "groups",
    responses((status = 200, description = "The groups.", body = Envelope<Vec<wire::Group>>)),
)]
pub(crate) async fn list(State(shared): State<Arc<Shared>>, Session(session): Session) -> Answered {
    shared.world(|world| {
        let groups = world.groups_of(&session)?.map(|group| world.view_group_in_list(group));
        Ok(found(groups.collect::<Vec<_>>()))
    })
}

/// Get a group
#[utoipa::path(
    get, path = "/api/sessions/{session}/groups/{groupId}", operation_id = "getGroup", tag = "groups",
    responses((status = 200, description = "The group, with its participants.", body = Envelope<wire::Group>)),
)]
pub(crate) async fn read(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
) -> Answered {
    shared.world(|world| Ok(found(world.view_group(world.group_of(&session, &group)?))))
}

/// Update the subject
///
/// The account must be an admin.
#[utoipa::path(
    put, path = "/api/sessions/{session}/groups/{groupId}/subject", operation_id = "updateSubject", tag = "groups",
    request_body = wire::UpdateSubject,
    responses((status = 200, description = "Done.", body = Envelope<wire::Changed>)),
)]
pub(crate) async fn update_subject(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::UpdateSubject>,
) -> Answered {
    change_group(&shared, group, |world, group| world.set_subject(&session, group, &request.subject))
}

/// Update the description
///
/// The account must be an admin.
#[utoipa::path(
    put, path = "/api/sessions/{session}/groups/{groupId}/description", operation_id = "updateDescription",
    tag = "groups", request_body = wire::UpdateDescription,
    responses((status = 200, description = "Done.", body = Envelope<wire::Changed>)),
)]
pub(crate) async fn update_description(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::UpdateDescription>,
) -> Answered {
    change_group(&shared, group, |world, group| world.set_description(&session, group, &request.description))
}

/// Set the picture
///
/// Takes either an https `url` or `base64`. The account must be an admin.
#[utoipa::path(
    put, path = "/api/sessions/{session}/groups/{groupId}/picture", operation_id = "setPicture", tag = "groups",
    request_body = wire::SetPicture,
    responses((status = 200, description = "Done.", body = Envelope<wire::Changed>)),
)]
pub(crate) async fn set_picture(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::SetPicture>,
) -> Answered {
    change_group(&shared, group, |world, group| {
        world.set_picture(&session, group, request.url.as_deref(), request.base64.as_deref())
    })
}

/// Leave a group
///
/// Afterwards the account can no longer see it (404).
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups/{groupId}/leave", operation_id = "leaveGroup", tag = "groups",
    request_body = wire::Plain,
    responses((status = 200, description = "Done.", body = Envelope<wire::Changed>)),
)]
pub(crate) async fn leave(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    NoBody: NoBody,
) -> Answered {
    change_group(&shared, group, |world, group| world.leave_group(&session, group))
}

/// Delete a group
///
/// Deletes it for everyone. The account must be the super admin.
#[utoipa::path(
    delete, path = "/api/sessions/{session}/groups/{groupId}", operation_id = "deleteGroup", tag = "groups",
    request_body = wire::Plain,
    responses((status = 200, description = "Done.", body = Envelope<wire::Changed>)),
)]
pub(crate) async fn remove(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    NoBody: NoBody,
) -> Answered {
    change_group(&shared, group, |world, group| world.delete_group(&session, group))
}

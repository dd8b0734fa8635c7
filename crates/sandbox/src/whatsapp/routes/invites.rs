//! Operations 14 to 17: invite links.

use std::sync::Arc;

use axum::extract::State;

use super::request::{Body, Code, GroupId, NoBody, Session};
use super::{Answered, changed, found};
use crate::whatsapp::wire::{self, Envelope};
use crate::whatsapp::{Shared, refusal::Refusal};

/// Get the invite link
///
/// The account must be an admin.
#[utoipa::path(
    get, path = "/api/sessions/{session}/groups/{groupId}/invite", operation_id = "getInvite", tag = "invites",
    responses((status = 200, description = "The invite.", body = Envelope<wire::Invite>)),
)]
pub(crate) async fn read(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
) -> Answered {
    shared.world(|world| Ok(found(world.view_invite(world.invite_of(&session, &group)?))))
}

/// Revoke the invite link
///
/// The old link stops working, and a new one is created. If the answer does not contain it, read it afterwards. The
/// account must be an admin.
#[utoipa::path(
    delete, path = "/api/sessions/{session}/groups/{groupId}/invite", operation_id = "revokeInvite", tag = "invites",
    request_body = wire::Plain,
    responses((status = 200, description = "The new invite.", body = Envelope<wire::Invite>)),
)]
pub(crate) async fn revoke(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    NoBody: NoBody,
) -> Answered {
    shared.world(|world| {
        world.revoke_invite(&session, &group)?;
        let invite = world.view_invite(world.invite_of(&session, &group)?);
        Ok(changed(world, invite))
    })
}

/// Join by invite code
///
/// 409 if the account is in the group already, or if the group is full; 404 if the code is invalid.
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups/join", operation_id = "joinGroup", tag = "invites",
    request_body = wire::Join,
    responses((status = 200, description = "The group.", body = Envelope<wire::Joined>)),
)]
pub(crate) async fn join(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    Body(request): Body<wire::Join>,
) -> Answered {
    let now = shared.now();
    shared.world(|world| {
        let id = world.join_group(&session, &request.code, now)?;
        let group = world.group(&id).ok_or_else(|| Refusal::not_found("no such group"))?;
        Ok(found(world.view_joined(group)))
    })
}

/// Preview an invite
///
/// Does not join the group. 404 if the code is invalid.
#[utoipa::path(
    get, path = "/api/sessions/{session}/groups/join", operation_id = "previewInvite", tag = "invites",
    params(("code" = String, Query, description = "The last segment of the link.", example = "F1nOpaqueCode00000000A")),
    responses((status = 200, description = "What it leads to.", body = Envelope<wire::InvitePreview>)),
)]
pub(crate) async fn preview(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    Code(code): Code,
) -> Answered {
    shared.world(|world| Ok(found(world.view_preview(world.group_invited_to(&session, &code)?))))
}

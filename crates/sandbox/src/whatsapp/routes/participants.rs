//! Operations 9 to 13: the people in a group.

use std::sync::Arc;

use axum::extract::State;

use super::request::{Body, GroupId, Session};
use super::{Answered, changed, found};
use crate::whatsapp::Shared;
use crate::whatsapp::wire::{self, Envelope};
use crate::whatsapp::world::{Action, view_outcomes};

/// List participants
#[utoipa::path(
    get, path = "/api/sessions/{session}/groups/{groupId}/participants", operation_id = "listParticipants",
    tag = "participants",
    responses((status = 200, description = "The members.", body = Envelope<Vec<wire::Participant>>)),
)]
pub(crate) async fn list(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
) -> Answered {
    shared.world(|world| Ok(found(world.view_participants(world.group_of(&session, &group)?))))
}

/// Add participants
///
/// The account must be an admin. The request may succeed although not everyone is in the group: a person may not allow
/// others to add them, and then needs the invite link; a number may not be on WhatsApp. If the answer does not contain
/// the results, read the participants afterwards.
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups/{groupId}/participants", operation_id = "addParticipants",
    tag = "participants", request_body = wire::People,
    responses((
        status = 200,
        description = "What came of each. Open in the contract: the results have many forms, or are left out.",
        body = Envelope<serde_json::Value>,
    )),
)]
pub(crate) async fn add(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::People>,
) -> Answered {
    shared.world(|world| {
        let outcomes = world.add_participants(&session, &group, &request.participants)?;
        Ok(changed(world, world.view_added(outcomes)))
    })
}

/// Remove participants
///
/// The body of the request names the people to remove. The account must be an admin.
#[utoipa::path(
    delete, path = "/api/sessions/{session}/groups/{groupId}/participants", operation_id = "removeParticipants",
    tag = "participants", request_body = wire::People,
    responses((status = 200, description = "What came of each.", body = Envelope<wire::Outcomes>)),
)]
pub(crate) async fn remove(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::People>,
) -> Answered {
    act(&shared, Action::Remove, &session, &group, &request)
}

/// Promote to admin
///
/// The account must be the super admin.
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups/{groupId}/participants/promote", operation_id = "promoteParticipants",
    tag = "participants", request_body = wire::People,
    responses((status = 200, description = "What came of each.", body = Envelope<wire::Outcomes>)),
)]
pub(crate) async fn promote(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::People>,
) -> Answered {
    act(&shared, Action::Promote, &session, &group, &request)
}

/// Demote from admin
///
/// The account must be the super admin.
#[utoipa::path(
    post, path = "/api/sessions/{session}/groups/{groupId}/participants/demote", operation_id = "demoteParticipants",
    tag = "participants", request_body = wire::People,
    responses((status = 200, description = "What came of each.", body = Envelope<wire::Outcomes>)),
)]
pub(crate) async fn demote(
    State(shared): State<Arc<Shared>>,
    Session(session): Session,
    GroupId(group): GroupId,
    Body(request): Body<wire::People>,
) -> Answered {
    act(&shared, Action::Demote, &session, &group, &request)
}

fn act(shared: &Shared, action: Action, session: &str, group: &str, request: &wire::People) -> Answered {
    shared.world(|world| {
        let outcomes = world.act_on_participants(action, session, group, &request.participants)?;
        Ok(changed(world, view_outcomes(outcomes)))
    })
}

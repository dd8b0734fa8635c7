//! Sessions, and whether their accounts are connected.

use std::sync::Arc;

use axum::extract::State;

use super::request::Session;
use super::{Answered, found};
use crate::whatsapp::Shared;
use crate::whatsapp::wire::{self, Envelope};

/// List sessions
#[utoipa::path(
    get, path = "/api/sessions", operation_id = "listSessions", tag = "sessions",
    responses((status = 200, description = "The sessions.", body = Envelope<Vec<wire::Session>>)),
)]
pub(crate) async fn list(State(shared): State<Arc<Shared>>) -> Answered {
    shared.world(|world| Ok(found(world.sessions().map(|session| world.view_session(session)).collect::<Vec<_>>())))
}

/// Get a session
#[utoipa::path(
    get, path = "/api/sessions/{session}", operation_id = "getSession", tag = "sessions",
    responses((status = 200, description = "The session.", body = Envelope<wire::Session>)),
)]
pub(crate) async fn read(State(shared): State<Arc<Shared>>, Session(session): Session) -> Answered {
    shared.world(|world| Ok(found(world.view_session(world.find_session(&session)?))))
}

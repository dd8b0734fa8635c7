//! Handles the buttons about an invite.

use whatsapp::{GroupId, InviteCode};

use crate::access::Groups;
use crate::discord::Error;
use crate::discord::interaction::Responder;
use crate::discord::interaction::pipeline::{PipelineRequest, on_group, on_session};
use crate::operations::{JoinGroup, ShowInvite};

/// Handles the button that shows a message to send to people who must be invited.
pub(super) async fn show_message(responder: Responder, group: &GroupId) -> Result<(), Error> {
    let request = PipelineRequest::new(responder);
    on_group(request, group.as_str(), |at| ShowInvite { at, to_send: true }).await
}

/// Handles the button that joins the group of a previewed invite.
pub(super) async fn join(responder: Responder, code: InviteCode) -> Result<(), Error> {
    let request = PipelineRequest::new(responder);
    on_session(request, None, Groups::Any, |session| JoinGroup { session, invite: code.into() }).await
}

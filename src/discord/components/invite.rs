//! Handles the buttons about an invite.

use whatsapp::{GroupId, InviteCode};

use crate::access::{Groups, InteractionId};
use crate::discord::interaction::pipeline::{on_group, on_session, try_on_group};
use crate::discord::interaction::refused::NOT_SHOWN;
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::{Error, reply};
use crate::operations::{GroupRef, Invitation, JoinGroup, Perform as _, ShowInvite};
use crate::services::NameLookup;

/// Handles the button that shows a message to send to people who must be invited: those whom the interaction `added_by`
/// could not add. The message is the server's own, or in
/// its language: its readers are the server's people.
pub(super) async fn show_message(
    responder: Responder,
    group: &GroupId,
    added_by: Option<InteractionId>,
) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let build = responder.actor().cloned().map(|actor| {
        async move |at: GroupRef| {
            let services = &bot_state.services;
            let people = match added_by {
                Some(added_by) => services.audit.to_invite(&actor, &at.group, added_by).await?,
                None => Vec::new(),
            };
            let settings = services.settings.get(actor.guild).await?;
            let at = if at.name.is_some() {
                at
            } else {
                // The message names the group.
                services
                    .groups
                    .resolve(&settings, &actor, ShowInvite::NEEDS, at.group.as_str(), NameLookup::Needed)
                    .await?
            };
            let text = match &settings.invitation {
                Some(own) => own.clone(),
                None => reply::invitation_of(bot_state.language_of(actor.guild).await)?,
            };
            Ok(ShowInvite { at, to_send: true, invitation: Some(Invitation { text, people }) })
        }
    });
    try_on_group::<ShowInvite, _, _>(PipelineRequest::new(responder), group.as_str(), build, NOT_SHOWN).await
}

/// Handles the button that shows the invite link of a group.
pub(super) async fn show(responder: Responder, group: &GroupId) -> Result<(), Error> {
    let build = |at| ShowInvite { at, to_send: false, invitation: None };
    on_group(PipelineRequest::new(responder), group.as_str(), build).await
}

/// Handles the button that joins the group of a previewed invite. The answer replaces the preview, since the button has
/// no further use.
pub(super) async fn join(responder: Responder, code: InviteCode) -> Result<(), Error> {
    let request = PipelineRequest::in_place(responder);
    on_session(request, None, Groups::Any, |session| JoinGroup { session, invite: code.into() }).await
}

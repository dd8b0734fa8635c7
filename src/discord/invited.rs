//! Handles the buttons about an invite.

use serenity::all::ComponentInteraction;

use super::pipeline::{PipelineRequest, on_group, on_session};
use super::reply::Invited;
use super::responder::Responder;
use super::{Data, Error};
use crate::access::Groups;
use crate::operations::{JoinGroup, ShowInvite};

pub(super) async fn pressed(
    bot_state: &Data,
    interaction: &ComponentInteraction,
    wanted: Invited,
) -> Result<(), Error> {
    let asked = PipelineRequest::new(Responder::of_component(bot_state, interaction));
    match wanted {
        Invited::Message(group) => {
            on_group(asked, group.as_str(), Ok(async |at| Ok(ShowInvite { at, to_send: true }))).await
        }
        Invited::Join(code) => {
            on_session(
                asked,
                None,
                Groups::Any,
                Ok(async move |session| Ok(JoinGroup { session, invite: code.into() })),
            )
            .await
        }
    }
}

//! Handles `/wa-group describe` without a text: opens a modal with the present text. A modal must be the first
//! response, within three seconds. If the API takes longer to return the present text, a button opens the modal
//! afterwards.

use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};
use whatsapp::GroupId;

use super::pipeline::{PipelineRequest, on_group};
use super::reply::{self, Edit};
use super::responder::{Responder, typed_in};
use super::{Context, Data, Error};
use crate::access::{Capability, Groups, Target};
use crate::error::UserError;
use crate::operations::{DescribeGroup, Description, GroupRef, Perform as _};
use crate::store::AuditSubject;

/// Maximum time that the first response waits for the API.
const PATIENCE: Duration = Duration::from_millis(1_500);
const NEEDS: Capability = DescribeGroup::NEEDS;

pub(crate) async fn ask(ctx: Context<'_>, group: &str) -> Result<(), Error> {
    open(ctx.data(), Responder::of_command(ctx.data(), ctx.interaction), group).await
}

/// Handles the button that opens the modal.
pub(super) async fn edit(bot_state: &Data, interaction: &ComponentInteraction, edit: &Edit) -> Result<(), Error> {
    open(bot_state, Responder::of_component(bot_state, interaction), edit.group.as_str()).await
}

/// Handles the submitted modal.
pub(super) async fn sent_off(bot_state: &Data, interaction: &ModalInteraction, edit: &Edit) -> Result<(), Error> {
    let written = reply::text_field(typed_in(interaction)).unwrap_or_default();
    let asked = PipelineRequest::new(Responder::of_modal(bot_state, interaction).with_draft(written));
    let text = Description::parse(written).map_err(UserError::from);
    on_group(asked, edit.group.as_str(), text.map(|text| async move |at| Ok(DescribeGroup { at, text }))).await
}

async fn open(bot_state: &Data, responder: Responder, group: &str) -> Result<(), Error> {
    let id = group.trim().parse::<GroupId>().ok();
    let what = AuditSubject { group: id.clone(), ..AuditSubject::of(DescribeGroup::NAME) };
    let target = Target { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let actor = match responder.actor() {
        Ok(actor) => actor.clone(),
        Err(problem) => return responder.refuse(&problem, what).await,
    };
    if let Err(problem) = bot_state.services.authorize(&actor, NEEDS, target).await {
        return responder.refuse(&problem, what).await;
    }
    let present = async {
        let at = bot_state.services.resolve_group(&actor, NEEDS, group, true).await?;
        let text = bot_state.services.description(&actor, &at).await?;
        Ok::<(GroupRef, String), UserError>((at, text))
    };
    let mut present = Box::pin(present);
    let early = tokio::select! {
        present = &mut present => Some(present),
        () = bot_state.clock.sleep(PATIENCE) => None,
    };
    match early {
        Some(Ok((at, text))) => {
            let modal = reply::describe(responder.language(), &at, &text);
            responder.open(&modal).await
        }
        Some(Err(problem)) => responder.refuse(&problem, what).await,
        None => {
            let deferred = responder.defer().await?;
            match present.await {
                Ok((at, _)) => deferred.answer(&reply::describe_ready(deferred.language(), &at)).await,
                Err(problem) => deferred.say_no(&problem, what).await,
            }
        }
    }
}

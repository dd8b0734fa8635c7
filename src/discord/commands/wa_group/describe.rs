//! `/wa-group describe`. Without a text, it opens a modal with the present text. A modal must be the first
//! response, within three seconds. If the API takes longer to return the present text, a button opens the modal
//! afterwards.

use std::time::Duration;

use whatsapp::GroupId;

use crate::access::Capability;
use crate::discord::interaction::pipeline::{authorize_on_group, on_group_if};
use crate::discord::interaction::refused::{NOT_SHOWN, what_was_meant};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::{Context, Error, autocomplete, reply};
use crate::error::UserError;
use crate::operations::{DescribeGroup, Description, GroupRef, Perform as _};
use crate::services::NameLookup;

/// Maximum time that the first response waits for the API.
const PATIENCE: Duration = Duration::from_millis(1_500);
const NEEDS: Capability = DescribeGroup::NEEDS;

/// Change the description of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn describe(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<DescribeGroup>"]
    group: String,
    #[description = "The new description; leave it out to edit the current one in a window"]
    #[max_length = 2048]
    text: Option<String>,
) -> Result<(), Error> {
    let Some(text) = text else { return open(Responder::of_command(ctx.data(), ctx.interaction), &group).await };
    let asked = PipelineRequest::new(Responder::of_command(ctx.data(), ctx.interaction).with_draft(&text));
    let text = Description::parse(&text).map_err(UserError::from);
    on_group_if(asked, &group, text.map(|text| |at| DescribeGroup { at, text, only_from: None })).await
}

/// Handles the submitted modal, in which the user `typed` the new text.
pub(in crate::discord) async fn submit(
    responder: Responder,
    group: &GroupId,
    typed: Option<&str>,
) -> Result<(), Error> {
    let written = typed.unwrap_or_default();
    let request = PipelineRequest::new(responder.with_draft(written));
    let text = Description::parse(written).map_err(UserError::from);
    on_group_if(request, group.as_str(), text.map(|text| |at| DescribeGroup { at, text, only_from: None })).await
}

/// Handles the command and the button: opens the modal.
pub(in crate::discord) async fn open(responder: Responder, group: &str) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let authorized = authorize_on_group::<DescribeGroup>(&responder, group).await;
    let authorized = authorized.and_then(|(settings, _)| Ok((settings, responder.actor()?.clone())));
    let what = what_was_meant::<DescribeGroup>(&responder, group, NOT_SHOWN).await;
    let (settings, actor) = match authorized {
        Ok(authorized) => authorized,
        Err(problem) => return responder.refuse(&problem, what).await,
    };
    let present = async {
        let at = bot_state.services.groups.resolve(&settings, &actor, NEEDS, group, NameLookup::Needed).await?;
        let text = bot_state.services.groups.description(&settings, &actor, &at).await?;
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

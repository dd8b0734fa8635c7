//! Handles `/wa-group describe` without a text: opens a modal with the present text. A modal must be the first
//! response, within three seconds. If the API takes longer to return the present text, a button opens the modal
//! afterwards.

use std::time::Duration;

use super::interaction::pipeline::{PipelineRequest, authorize_on_group, try_on_group};
use super::interaction::responder::Responder;
use super::{Context, Error, reply};
use crate::access::Capability;
use crate::error::UserError;
use crate::groups_api::ids::GroupId;
use crate::operations::{DescribeGroup, Description, GroupRef, Perform as _};

/// Maximum time that the first response waits for the API.
const PATIENCE: Duration = Duration::from_millis(1_500);
const NEEDS: Capability = DescribeGroup::NEEDS;

pub(crate) async fn ask(ctx: Context<'_>, group: &str) -> Result<(), Error> {
    open(Responder::of_command(ctx.data(), ctx.interaction), group).await
}

/// Handles the submitted modal, in which the user `typed` the new text.
pub(super) async fn submit(responder: Responder, group: &GroupId, typed: Option<&str>) -> Result<(), Error> {
    let written = typed.unwrap_or_default();
    let request = PipelineRequest::new(responder.with_draft(written));
    let text = Description::parse(written).map_err(UserError::from);
    try_on_group(request, group.as_str(), text.map(|text| async move |at| Ok(DescribeGroup { at, text }))).await
}

/// Handles the command and the button: opens the modal.
pub(super) async fn open(responder: Responder, group: &str) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let (admitted, what) = authorize_on_group::<DescribeGroup>(&responder, group).await;
    let actor = match admitted.and_then(|_| responder.actor().cloned()) {
        Ok(actor) => actor,
        Err(problem) => return responder.refuse(&problem, what).await,
    };
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

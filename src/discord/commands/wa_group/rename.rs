//! `/wa-group rename`, and the button below a group that opens a window for its new name.

use whatsapp::GroupId;

use crate::discord::interaction::pipeline::{authorize_on_group, on_group_if};
use crate::discord::interaction::refused::{NOT_SHOWN, what_was_meant};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::{Context, Error, autocomplete, reply};
use crate::error::UserError;
use crate::operations::{GroupName, RenameGroup};

/// Rename a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn rename(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<RenameGroup>"]
    group: String,
    #[description = "The new name, for example Street Party"]
    #[min_length = 1]
    name: String,
) -> Result<(), Error> {
    run(Responder::of_command(ctx.data(), ctx.interaction), &group, &name).await
}

/// Handles the button: opens the window, with the present name as far as it is known.
pub(in crate::discord) async fn open(responder: Responder, group: &GroupId) -> Result<(), Error> {
    let authorized = authorize_on_group::<RenameGroup>(&responder, group.as_str()).await;
    match authorized.and_then(|(settings, _)| Ok((settings, responder.actor()?.clone()))) {
        Ok((settings, actor)) => {
            let services = &responder.bot_state().services;
            let known = services.groups.known(&settings, &actor, group);
            let modal = reply::rename(responder.language(), group, known.as_ref(), services.name_chars());
            responder.open(&modal).await
        }
        Err(problem) => {
            let what = what_was_meant::<RenameGroup>(&responder, group.as_str(), NOT_SHOWN).await;
            responder.refuse(&problem, what).await
        }
    }
}

/// Handles the submitted window, in which the user `typed` the new name.
pub(in crate::discord) async fn submit(
    responder: Responder,
    group: &GroupId,
    typed: Option<&str>,
) -> Result<(), Error> {
    run(responder, group.as_str(), typed.unwrap_or_default()).await
}

async fn run(responder: Responder, group: &str, name: &str) -> Result<(), Error> {
    let name_chars = responder.bot_state().services.name_chars();
    let name = GroupName::parse(name, name_chars).map_err(UserError::from);
    let build = name.map(|name| |at| RenameGroup { at, name, only_from: None });
    on_group_if(PipelineRequest::new(responder), group, build).await
}

//! `/wa-request`: requests for approval.

use crate::command_name::CommandName;
use crate::discord::interaction::pipeline::{RunningCommand, begin};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::{Context, Error, approvals, autocomplete, reply};
use crate::error::{RequestError, UserError};
use crate::store::RequestId;

/// See, decide and withdraw requests
#[poise::command(slash_command, guild_only, rename = "wa-request", subcommands("list", "cancel"), subcommand_required)]
pub(super) async fn wa_request(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// List your requests, and those that you can decide
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::RequestsList).await? else { return Ok(()) };
    show(command, 0).await
}

/// Withdraw one of your requests
#[poise::command(slash_command)]
pub(super) async fn cancel(
    ctx: Context<'_>,
    #[description = "Number of the request, for example 3"]
    #[min = 1]
    #[autocomplete = "autocomplete::own_request"]
    id: i64,
) -> Result<(), Error> {
    let id = RequestId(id);
    let Some(command) = begin(ctx, CommandName::RequestsCancel).await? else { return Ok(()) };
    let Some(_turn) = approvals::take_turn(command.bot_state(), id).await else {
        return command.end(Err(RequestError::BeingDecided.into())).await;
    };
    let cancelled = async {
        let request = command.services().approvals.cancel(command.actor(), id).await?;
        approvals::notify(command.bot_state(), &request, None, None).await;
        Ok(reply::request_cancelled(command.language(), &request))
    };
    let cancelled = cancelled.await;
    command.end(cancelled).await
}

/// Handles a button that shows another page of the list.
pub(in crate::discord) async fn turn(responder: Responder, page: usize) -> Result<(), Error> {
    let Some(command) = begin(PipelineRequest::in_place(responder), CommandName::RequestsList).await? else {
        return Ok(());
    };
    show(command, page).await
}

async fn show(command: RunningCommand, page: usize) -> Result<(), Error> {
    let all = command.services().approvals.list(command.settings(), command.actor()).await;
    let listed = all.map(|all| reply::requests(command.language(), &all, page, None)).map_err(UserError::from);
    command.end(listed).await
}

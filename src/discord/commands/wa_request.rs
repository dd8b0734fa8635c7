//! `/wa-request`: requests for approval.

use crate::command_name::CommandName;
use crate::discord::interaction::pipeline::begin;
use crate::discord::{Context, Error, approvals, autocomplete, reply};
use crate::error::{RequestError, UserError};
use crate::store::RequestId;

/// See and withdraw your requests
#[poise::command(slash_command, guild_only, rename = "wa-request", subcommands("list", "cancel"), subcommand_required)]
pub(super) async fn wa_request(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// List your requests, and everyone's if you manage permissions
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::RequestsList).await? else { return Ok(()) };
    let all = command.services().approvals.list(command.settings(), command.actor()).await;
    let listed = all.map(|all| reply::requests(command.language(), &all)).map_err(UserError::from);
    command.end(listed).await
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

//! `/wa-set`: sets of groups.

use std::time::Duration;

use crate::access::{Capability, SetName};
use crate::command_name::CommandName;
use crate::discord::interaction::pipeline::{RunningCommand, begin};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::{Context, Error, autocomplete, reply};
use crate::error::SetError;

/// Maximum time that an answer waits for the names of groups; without them it shows their ids.
const PATIENCE: Duration = Duration::from_secs(3);

/// Save and see sets of groups
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-set",
    subcommands("save", "list", "delete"),
    subcommand_required
)]
pub(super) async fn wa_set(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Save several groups under one name
#[poise::command(slash_command)]
pub(super) async fn save(
    ctx: Context<'_>,
    #[description = "Name of the set, for example North; an existing set is replaced"]
    #[autocomplete = "autocomplete::managed_set"]
    name: String,
    #[description = "Groups and sets, with commas: type a part of their names"]
    #[autocomplete = "autocomplete::managed_groups"]
    groups: String,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::SetsSave).await? else { return Ok(()) };
    let saved = async {
        let (services, settings) = (command.services(), command.settings());
        let name = SetName::parse(&name).map_err(|_| SetError::BadName)?;
        let needs = Capability::AccessManage;
        let resolved = services.groups.resolve_many(settings, command.actor(), needs, &groups).await?;
        let saved = services.sets.save(command.request(), name, &resolved).await?;
        let names = services.groups.names(settings, PATIENCE).await.into();
        Ok(reply::set_saved(command.language(), &saved, resolved.gone.len(), &names))
    };
    let saved = saved.await;
    command.end(saved).await
}

/// List the sets of groups
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::SetsList).await? else { return Ok(()) };
    show(command, 0).await
}

/// Delete a set of groups; the groups stay
#[poise::command(slash_command)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "Name of the set"]
    #[autocomplete = "autocomplete::managed_set"]
    name: String,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::SetsDelete).await? else { return Ok(()) };
    let deleted = command.services().sets.delete(command.request(), &name).await;
    let deleted = deleted.map(|deleted| reply::set_deleted(command.language(), &deleted));
    command.end(deleted).await
}

/// Handles a button that shows another page of the list.
pub(in crate::discord) async fn turn(responder: Responder, page: usize) -> Result<(), Error> {
    let Some(command) = begin(PipelineRequest::in_place(responder), CommandName::SetsList).await? else {
        return Ok(());
    };
    show(command, page).await
}

async fn show(command: RunningCommand, page: usize) -> Result<(), Error> {
    let shown = async {
        let (services, settings) = (command.services(), command.settings());
        let sets = services.sets.in_scope(settings, command.actor()).await?;
        let names = services.groups.names(settings, PATIENCE).await.into();
        Ok(reply::sets(command.language(), &sets, &names, page))
    };
    let shown = shown.await;
    command.end(shown).await
}

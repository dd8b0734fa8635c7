//! `/wa-group admins`

use crate::discord::interaction::pipeline::try_on_group;
use crate::discord::{Context, Error, attachments, autocomplete};
use crate::operations::{ChangeAdmins, Rank};

/// The admins of WhatsApp groups
#[poise::command(slash_command, subcommands("demote", "promote"), subcommand_required)]
pub(super) async fn admins(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Make members admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn promote(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: String,
) -> Result<(), Error> {
    change(ctx, &group, &members, Rank::Admin).await
}

/// Take the admin role from members of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn demote(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: String,
) -> Result<(), Error> {
    change(ctx, &group, &members, Rank::Member).await
}

async fn change(ctx: Context<'_>, group: &str, members: &str, to: Rank) -> Result<(), Error> {
    let people = attachments::people_typed::<ChangeAdmins>(ctx, members).await;
    try_on_group(ctx, group, people.map(|people| async move |at| Ok(ChangeAdmins { at, people, to }))).await
}

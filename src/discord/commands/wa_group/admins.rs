//! `/wa-group admins`

use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{ChangeAdmins, Labels, Rank};

/// Choose the admins of WhatsApp groups
#[poise::command(slash_command, subcommands("demote", "promote"), subcommand_required)]
pub(super) async fn admins(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Make members admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn promote(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999, +49 1512 3456789"] members: String,
) -> Result<(), Error> {
    change(ctx, &group, &members, Rank::Admin).await
}

/// Remove members as admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn demote(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999, +49 1512 3456789"] members: String,
) -> Result<(), Error> {
    change(ctx, &group, &members, Rank::Member).await
}

async fn change(ctx: Context<'_>, group: &str, members: &str, to: Rank) -> Result<(), Error> {
    let build = |at| ChangeAdmins { at, people: Vec::new(), labels: Labels::default(), to };
    on_people_of_group(ctx, group, lists::source(Some(members), None), build).await
}

//! `/wa-group`: WhatsApp groups.

mod admins;
mod create;
mod delete;
mod describe;
mod help;
mod invite;
mod join;
mod leave;
mod list;
mod members;
mod picture;
mod preview;
mod rename;
mod show;

use crate::discord::{Context, Error};

/// Run WhatsApp groups
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-group",
    subcommands(
        "create::create",
        "list::list",
        "show::show",
        "rename::rename",
        "describe::describe",
        "picture::picture",
        "leave::leave",
        "delete::delete",
        "join::join",
        "preview::preview",
        "help::help",
        "members::members",
        "admins::admins",
        "invite::invite"
    ),
    subcommand_required
)]
pub(super) async fn wa_group(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

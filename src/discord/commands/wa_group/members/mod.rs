//! `/wa-group members`

mod add;
mod export;
mod find;
mod list;
mod remove;

pub(in crate::discord) use add::{nobody_yet, open, submit};

use crate::discord::{Context, Error};

/// List, add and remove members of WhatsApp groups
#[poise::command(
    slash_command,
    subcommands("add::add", "export::export", "find::find", "list::list", "remove::remove"),
    subcommand_required
)]
pub(super) async fn members(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

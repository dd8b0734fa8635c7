//! `/wa-group invite`

mod revoke;
mod show;

use crate::discord::{Context, Error};

/// The invite links of WhatsApp groups
#[poise::command(slash_command, subcommands("revoke::revoke", "show::show"), subcommand_required)]
pub(super) async fn invite(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

//! `/wa-group admins`

mod demote;
mod promote;

use crate::discord::{Context, Error};

/// The admins of WhatsApp groups
#[poise::command(slash_command, subcommands("demote::demote", "promote::promote"), subcommand_required)]
pub(super) async fn admins(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

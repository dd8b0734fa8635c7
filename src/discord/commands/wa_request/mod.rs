//! `/wa-request`: requests for approval.

mod cancel;
mod list;

use crate::discord::{Context, Error};

/// See and take back what you have asked for
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-request",
    subcommands("list::list", "cancel::cancel"),
    subcommand_required
)]
pub(super) async fn wa_request(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

//! `/wa-access`: the grants of a server.

mod check;
mod grant;
mod revoke;
mod show;

use crate::discord::{Context, Error};

/// See and change who may do what
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-access",
    subcommands("show::show", "grant::grant", "revoke::revoke", "check::check"),
    subcommand_required
)]
pub(super) async fn wa_access(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

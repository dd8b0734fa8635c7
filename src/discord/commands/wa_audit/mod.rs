//! `/wa-audit`: the audit log of a server's groups, with changes and refusals.

mod export;
mod recent;
mod show;
mod stop;

use crate::discord::{Context, Error};

/// See what was done, by whom, and who was refused
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-audit",
    subcommands("recent::recent", "show::show", "export::export", "stop::stop"),
    subcommand_required
)]
pub(super) async fn wa_audit(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

//! `/wa-session`: the WhatsApp accounts that a server may use.

mod list;

use crate::discord::{Context, Error};

/// See the WhatsApp accounts of this server
#[poise::command(slash_command, guild_only, rename = "wa-session", subcommands("list::list"), subcommand_required)]
pub(super) async fn wa_session(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

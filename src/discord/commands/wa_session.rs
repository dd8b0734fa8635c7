//! `/wa-session`: the WhatsApp accounts that a server may use.

use crate::access::Groups;
use crate::discord::interaction::pipeline::on_session;
use crate::discord::{Context, Error};
use crate::operations::ListSessions;

/// See the WhatsApp accounts of this server
#[poise::command(slash_command, guild_only, rename = "wa-session", subcommands("list"), subcommand_required)]
pub(super) async fn wa_session(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show this server's WhatsApp accounts and whether they are connected
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    on_session(ctx, None, Groups::InScope, |_default| ListSessions {}).await
}

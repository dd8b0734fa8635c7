//! `/wa-setup`: the first settings of a server.

use crate::discord::{Context, Error, setup};

/// See what is set up here and what is missing, and set it
#[poise::command(slash_command, guild_only, rename = "wa-setup")]
pub(super) async fn wa_setup(ctx: Context<'_>) -> Result<(), Error> {
    setup::show(ctx).await
}

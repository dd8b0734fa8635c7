use crate::access::Groups;
use crate::discord::interaction::pipeline::on_session;
use crate::discord::{Context, Error};
use crate::operations::ListSessions;

/// Show the WhatsApp accounts that this server may use, and whether they are connected
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    on_session(ctx, None, Groups::InScope, |_default| ListSessions {}).await
}

use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::RevokeInvite;

/// Revoke the invite link of a WhatsApp group and make a new one
#[poise::command(slash_command)]
pub(super) async fn revoke(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<RevokeInvite>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| RevokeInvite { at }).await
}

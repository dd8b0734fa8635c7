use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::ShowInvite;

/// Show the invite link of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<ShowInvite>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ShowInvite { at, to_send: false }).await
}

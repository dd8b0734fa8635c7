use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::LeaveGroup;

/// Make the WhatsApp account leave a group
#[poise::command(slash_command)]
pub(super) async fn leave(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<LeaveGroup>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| LeaveGroup { at }).await
}

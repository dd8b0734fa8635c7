use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::DeleteGroup;

/// Delete a WhatsApp group for all its members
#[poise::command(slash_command)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<DeleteGroup>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| DeleteGroup { at }).await
}

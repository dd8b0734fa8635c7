use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::ShowGroup;

/// Show a WhatsApp group: description, owner, size and admins
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<ShowGroup>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ShowGroup { at }).await
}

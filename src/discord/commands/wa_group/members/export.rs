use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::ExportMembers;

/// Export the members of a WhatsApp group as CSV
#[poise::command(slash_command)]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ExportMembers>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ExportMembers { at }).await
}

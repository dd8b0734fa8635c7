use crate::discord::road::on_group;
use crate::discord::{Context, Error, offers};
use crate::operations::DeleteGroup;

/// Delete a WhatsApp group for all its members
#[poise::command(slash_command)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<DeleteGroup>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, Ok(async |at| Ok(DeleteGroup { at }))).await
}

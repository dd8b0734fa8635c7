use crate::discord::interaction::pipeline::on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::ListMembers;

/// List the members of a WhatsApp group, admins first
#[poise::command(slash_command)]
pub(super) async fn list(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ListMembers>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ListMembers { at, page: 0 }).await
}

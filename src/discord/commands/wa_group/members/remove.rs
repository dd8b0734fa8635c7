use crate::discord::interaction::pipeline::try_on_group;
use crate::discord::{Context, Error, attachments, autocomplete};
use crate::operations::RemoveMembers;

/// Remove people from a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn remove(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<RemoveMembers>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: String,
) -> Result<(), Error> {
    let people = attachments::people_typed::<RemoveMembers>(ctx, &members).await;
    try_on_group(ctx, &group, people.map(|people| async move |at| Ok(RemoveMembers { at, people }))).await
}

use serenity::all::Attachment;

use crate::discord::interaction::pipeline::try_on_group;
use crate::discord::{Context, Error, attachments, autocomplete};
use crate::operations::AddMembers;

/// Add people to a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn add(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<AddMembers>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: Option<String>,
    #[description = "A text or CSV file of phone numbers"] file: Option<Attachment>,
) -> Result<(), Error> {
    let people = attachments::People::named::<AddMembers>(ctx, members.as_deref(), file.as_ref()).await;
    let people = people.and_then(attachments::People::not_empty);
    try_on_group(ctx, &group, people.map(|people| async move |at| Ok(AddMembers { at, people: people.read().await? })))
        .await
}

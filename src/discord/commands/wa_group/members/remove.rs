use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{Labels, RemoveMembers};

/// Remove people from a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn remove(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<RemoveMembers>"]
    group: String,
    #[description = "Their phone numbers, in any form"] members: String,
) -> Result<(), Error> {
    let build = |at| RemoveMembers { at, people: Vec::new(), labels: Labels::default() };
    on_people_of_group(ctx, &group, lists::source(Some(&members), None), build).await
}

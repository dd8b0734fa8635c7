use crate::discord::commands::wa_group::with_reason;
use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{Labels, RemoveMembers};

/// Remove people from a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn remove(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<RemoveMembers>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999, +49 1512 3456789"] members: String,
    #[description = "Why? Shown in the audit log"]
    #[max_length = 300]
    reason: Option<String>,
) -> Result<(), Error> {
    let (request, reason) = with_reason(ctx, reason.as_deref());
    let build = reason.map(|reason| |at| RemoveMembers { at, people: Vec::new(), labels: Labels::default(), reason });
    on_people_of_group(request, &group, lists::source(Some(&members), None), build).await
}

use crate::discord::interaction::pipeline::on_group;
use crate::discord::reply::role_named;
use crate::discord::{Context, Error, autocomplete};
use crate::language::Language;
use crate::operations::FindMembers;

/// Find members of a WhatsApp group by number or role
#[poise::command(slash_command)]
pub(super) async fn find(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<FindMembers>"]
    group: String,
    #[description = "A phone number or a part of it, or a role: creator, admin or member"]
    #[max_length = 60]
    search: String,
) -> Result<(), Error> {
    let search = search.trim().to_owned();
    let role = role_named(Language::of_locale(&ctx.interaction.locale), &search);
    on_group(ctx, &group, |at| FindMembers { at, search, role, page: 0 }).await
}

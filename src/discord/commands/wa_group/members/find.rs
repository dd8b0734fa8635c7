use crate::discord::interaction::pipeline::on_group;
use crate::discord::reply::role_named;
use crate::discord::{Context, Error, autocomplete};
use crate::language::Language;
use crate::operations::FindMembers;

/// Find members of a WhatsApp group by phone number or role
#[poise::command(slash_command)]
pub(super) async fn find(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<FindMembers>"]
    group: String,
    #[description = "Phone number or a part of it, for example 97777, or a role: creator, admin, member"]
    #[min_length = 1]
    #[max_length = 60]
    search: String,
) -> Result<(), Error> {
    let search = search.trim().to_owned();
    let role = role_named(Language::of_locale(&ctx.interaction.locale), &search);
    on_group(ctx, &group, |at| FindMembers { at, search, role, page: 0 }).await
}

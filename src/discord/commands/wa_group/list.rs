use crate::access::Groups;
use crate::discord::interaction::pipeline::on_session;
use crate::discord::{Context, Error, autocomplete};
use crate::operations::ListGroups;

/// List the WhatsApp groups that you may see
#[poise::command(slash_command)]
pub(super) async fn list(
    ctx: Context<'_>,
    #[description = "Part of a name"]
    #[max_length = 60]
    search: Option<String>,
    #[description = "WhatsApp account whose groups to list; without it, this server's default"]
    #[autocomplete = "autocomplete::session::<ListGroups>"]
    session: Option<String>,
) -> Result<(), Error> {
    let search = search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    on_session(ctx, session.as_deref(), Groups::InScope, |session| ListGroups { session, search, page: 0 }).await
}

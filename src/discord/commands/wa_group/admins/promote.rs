use crate::discord::road::on_group;
use crate::discord::{Context, Error, offers};
use crate::error::Problem;
use crate::operations::{ChangeAdmins, Rank, parse_members};

/// Make members admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn promote(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: String,
) -> Result<(), Error> {
    let people = parse_members(&members, ctx.data().desk.region()).map_err(Problem::from);
    on_group(ctx, &group, people.map(|people| async move |at| Ok(ChangeAdmins { at, people, to: Rank::Admin }))).await
}

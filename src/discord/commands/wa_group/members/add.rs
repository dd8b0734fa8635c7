use crate::discord::road::on_group;
use crate::discord::{Context, Error, offers};
use crate::error::Problem;
use crate::operations::{AddMembers, parse_members};

/// Add people to a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn add(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<AddMembers>"]
    group: String,
    #[description = "Phone numbers with country code, separated by commas"] members: Option<String>,
) -> Result<(), Error> {
    let people = parse_members(members.as_deref().unwrap_or_default()).map_err(Problem::from);
    on_group(ctx, &group, people.map(|people| |at| AddMembers { at, people })).await
}

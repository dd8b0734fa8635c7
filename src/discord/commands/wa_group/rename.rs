use crate::discord::interaction::pipeline::try_on_group;
use crate::discord::{Context, Error, autocomplete};
use crate::error::UserError;
use crate::operations::{GroupName, RenameGroup};

/// Rename a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn rename(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<RenameGroup>"]
    group: String,
    #[description = "The new name, up to 25 characters"] name: String,
) -> Result<(), Error> {
    let name = GroupName::parse(&name, ctx.data().services.name_chars()).map_err(UserError::from);
    try_on_group(ctx, &group, name.map(|name| async move |at| Ok(RenameGroup { at, name }))).await
}

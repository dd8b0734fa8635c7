use crate::discord::access::{self, Typed};
use crate::discord::{Context, Error, autocomplete};

/// Take rights from a role that were given here
#[poise::command(slash_command)]
pub(super) async fn revoke(
    ctx: Context<'_>,
    #[description = "Whom to take them from"] role: serenity::all::Role,
    #[description = "Only what this bundle holds"]
    #[autocomplete = "autocomplete::preset"]
    preset: Option<String>,
    #[description = "Only this right, or several separated by commas"]
    #[autocomplete = "autocomplete::capability"]
    capability: Option<String>,
    #[description = "Only what was given for this group"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
) -> Result<(), Error> {
    access::revoke(ctx, Typed { role: role.id.get(), preset, capability, group, ..Typed::default() }).await
}

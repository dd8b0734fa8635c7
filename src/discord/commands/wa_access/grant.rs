use crate::discord::access::{self, Typed};
use crate::discord::{Context, Error, autocomplete};

/// Give a role rights, at once and in this server
#[poise::command(slash_command)]
#[expect(clippy::too_many_arguments, reason = "one for each option")]
pub(super) async fn grant(
    ctx: Context<'_>,
    #[description = "Whom to give them"] role: serenity::all::Role,
    #[description = "A bundle of rights: viewer, helper, moderator, manager or owner"]
    #[autocomplete = "autocomplete::preset"]
    preset: Option<String>,
    #[description = "A single right, or several separated by commas"]
    #[autocomplete = "autocomplete::capability"]
    capability: Option<String>,
    #[description = "Only in this group"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
    #[description = "Only in this WhatsApp account"]
    #[autocomplete = "autocomplete::managed_session"]
    session: Option<String>,
    #[description = "Rights that they may only ask for: all of these, or single ones"]
    #[autocomplete = "autocomplete::needs_approval"]
    needs_approval: Option<String>,
) -> Result<(), Error> {
    access::grant(ctx, Typed { role: role.id.get(), preset, capability, group, session, needs_approval }).await
}

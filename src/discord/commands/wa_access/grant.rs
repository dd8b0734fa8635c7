use crate::discord::access::{self, Typed};
use crate::discord::{Context, Error, offers};

/// Give a role rights, at once and in this server
#[poise::command(slash_command)]
#[expect(clippy::too_many_arguments, reason = "one for each option")]
pub(super) async fn grant(
    ctx: Context<'_>,
    #[description = "Whom to give them"] role: serenity::all::Role,
    #[description = "A bundle of rights: viewer, helper, moderator, manager or owner"]
    #[autocomplete = "offers::preset"]
    preset: Option<String>,
    #[description = "A single right, or several separated by commas"]
    #[autocomplete = "offers::capability"]
    capability: Option<String>,
    #[description = "Only in this group"]
    #[autocomplete = "offers::managed_group"]
    group: Option<String>,
    #[description = "Only in this WhatsApp account"]
    #[autocomplete = "offers::managed_session"]
    session: Option<String>,
    #[description = "Rights that they may only ask for: all of these, or single ones"]
    #[autocomplete = "offers::needs_approval"]
    needs_approval: Option<String>,
) -> Result<(), Error> {
    access::grant(ctx, Typed { role: role.id.get(), preset, capability, group, session, needs_approval }).await
}

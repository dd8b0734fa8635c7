use crate::discord::{Context, Error, access, autocomplete};

/// See what somebody may do, and through which role
#[poise::command(slash_command)]
pub(super) async fn check(
    ctx: Context<'_>,
    #[description = "Whom to look at"] user: serenity::all::User,
    #[description = "In this group"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
) -> Result<(), Error> {
    access::check(ctx, user.id.get(), group.as_deref()).await
}

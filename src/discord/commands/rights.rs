use serenity::all::User;

use crate::discord::{Context, Error, access};

/// Offered in the menu of a person.
#[poise::command(context_menu_command = "WhatsApp: what may they do?", guild_only)]
pub(super) async fn rights(ctx: Context<'_>, user: User) -> Result<(), Error> {
    access::check(ctx, user.id.get(), None).await
}

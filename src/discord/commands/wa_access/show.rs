use crate::discord::{Context, Error, access};

/// Show the grants of this server, and where they come from
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "Only those of this role"] role: Option<serenity::all::Role>,
    #[description = "Only those that this person has"] user: Option<serenity::all::User>,
) -> Result<(), Error> {
    access::show(ctx, role.map(|role| role.id.get()), user.map(|user| user.id.get())).await
}

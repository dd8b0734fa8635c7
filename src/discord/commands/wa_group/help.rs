use crate::discord::{Context, Error, autocomplete, help as discord_help};

/// What you can do here, and how
#[poise::command(slash_command)]
pub(super) async fn help(
    ctx: Context<'_>,
    #[description = "What you want to know more about"]
    #[autocomplete = "autocomplete::topic"]
    topic: Option<String>,
) -> Result<(), Error> {
    discord_help::show(ctx, topic.as_deref()).await
}

use crate::discord::{Context, Error, approvals};

/// List your requests, and everybody's if you manage access
#[poise::command(slash_command)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    approvals::list(ctx).await
}

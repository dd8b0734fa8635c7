use crate::discord::{Context, Error, cases};
use crate::store::AuditId;

/// Show one case with all that is known of it
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "The number of the case"]
    #[min = 1]
    case: i64,
) -> Result<(), Error> {
    cases::show(ctx, AuditId(case)).await
}

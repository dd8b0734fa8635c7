use crate::discord::{Context, Error, autocomplete, cases};
use crate::store::AuditId;

/// Stop a job that is under way, whoever started it
#[poise::command(slash_command)]
pub(super) async fn stop(
    ctx: Context<'_>,
    #[description = "The number of the job"]
    #[autocomplete = "autocomplete::stoppable"]
    #[min = 1]
    id: i64,
) -> Result<(), Error> {
    cases::stop(ctx, AuditId(id)).await
}

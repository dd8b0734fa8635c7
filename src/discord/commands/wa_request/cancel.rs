use crate::discord::{Context, Error, approvals, autocomplete};
use crate::store::RequestId;

/// Take a request of yours back
#[poise::command(slash_command)]
pub(super) async fn cancel(
    ctx: Context<'_>,
    #[description = "The number of the request"]
    #[min = 1]
    #[autocomplete = "autocomplete::own_request"]
    id: i64,
) -> Result<(), Error> {
    approvals::cancel(ctx, RequestId(id)).await
}

use crate::discord::cases::{self, DAYS_MAX};
use crate::discord::{Context, Error};

/// Take the cases that you may see as a file for a spreadsheet
#[poise::command(slash_command)]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "Only the last so many days"]
    #[min = 1]
    #[max = 3650]
    days: Option<u32>,
) -> Result<(), Error> {
    cases::export(ctx, days.map(|days| days.clamp(1, DAYS_MAX))).await
}

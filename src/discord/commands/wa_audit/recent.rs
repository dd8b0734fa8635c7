use crate::access::UserId;
use crate::discord::cases::{self, DAYS_MAX};
use crate::discord::{Context, Error, autocomplete};
use crate::services::CaseFilter;

/// List the latest changes and refusals that you may see
#[poise::command(slash_command)]
pub(super) async fn recent(
    ctx: Context<'_>,
    #[description = "Only what this person did"] user: Option<serenity::all::User>,
    #[description = "Only in this group"]
    #[autocomplete = "autocomplete::audited_group"]
    group: Option<String>,
    #[description = "Only this operation, such as invites.revoke"]
    #[autocomplete = "autocomplete::audited_operation"]
    operation: Option<String>,
    #[description = "Only the last so many days"]
    #[min = 1]
    #[max = 3650]
    days: Option<u32>,
) -> Result<(), Error> {
    let filter = CaseFilter {
        user: user.map(|user| UserId(user.id.get())),
        group: None,
        operation: operation.map(|name| name.trim().to_lowercase()),
        days: days.map(|days| days.clamp(1, DAYS_MAX)),
    };
    cases::recent(ctx, filter, group.as_deref()).await
}

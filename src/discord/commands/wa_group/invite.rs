//! `/wa-group invite`

use super::with_reason;
use crate::discord::interaction::pipeline::{on_group, on_group_if};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{RevokeInvite, ShowInvite};

/// Show or revoke invite links of WhatsApp groups
#[poise::command(slash_command, subcommands("revoke", "show"), subcommand_required)]
pub(super) async fn invite(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show the invite link of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ShowInvite>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ShowInvite { at, to_send: false, invitation: None }).await
}

/// Revoke the invite link of a WhatsApp group and get a new one
#[poise::command(slash_command)]
pub(super) async fn revoke(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<RevokeInvite>"]
    group: String,
    #[description = "Why? Shown in the audit log"]
    #[max_length = 300]
    reason: Option<String>,
) -> Result<(), Error> {
    let (request, reason) = with_reason(ctx, reason.as_deref());
    on_group_if(request, &group, reason.map(|reason| |at| RevokeInvite { at, reason })).await
}

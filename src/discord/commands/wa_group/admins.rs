//! `/wa-group admins`

use super::with_reason;
use crate::discord::interaction::PipelineRequest;

use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete};
use crate::error::UserError;
use crate::operations::{ChangeAdmins, Labels, Rank, Reason};

/// Choose the admins of WhatsApp groups
#[poise::command(slash_command, subcommands("demote", "promote"), subcommand_required)]
pub(super) async fn admins(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Make members admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn promote(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999, +49 1512 3456789"] members: String,
) -> Result<(), Error> {
    change(ctx.into(), &group, &members, Rank::Admin, Ok(None)).await
}

/// Remove members as admins of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn demote(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ChangeAdmins>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999, +49 1512 3456789"] members: String,
    #[description = "Why? Shown in the audit log"]
    #[max_length = 300]
    reason: Option<String>,
) -> Result<(), Error> {
    let (request, reason) = with_reason(ctx, reason.as_deref());
    change(request, &group, &members, Rank::Member, reason).await
}

async fn change(
    request: PipelineRequest,
    group: &str,
    members: &str,
    to: Rank,
    reason: Result<Option<Reason>, UserError>,
) -> Result<(), Error> {
    let build =
        reason.map(|reason| move |at| ChangeAdmins { at, people: Vec::new(), labels: Labels::default(), to, reason });
    on_people_of_group(request, group, lists::source(Some(members), None), build).await
}

//! `/wa-group requests`

use whatsapp::JoinDecision;

use crate::discord::interaction::PipelineRequest;
use crate::discord::interaction::pipeline::{on_group, try_on_group};
use crate::discord::interaction::refused::NOT_SHOWN;
use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{DecideJoinRequests, GroupRef, Labels, ListJoinRequests};

/// Decide who may join WhatsApp groups
#[poise::command(slash_command, subcommands("list", "approve", "decline"), subcommand_required)]
pub(super) async fn requests(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// List the people who ask to join a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn list(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ListJoinRequests>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ListJoinRequests { at, page: 0 }).await
}

/// Let people join a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn approve(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<DecideJoinRequests>"]
    group: String,
    #[description = "Phone numbers; leave it out for everyone who asks"] members: Option<String>,
) -> Result<(), Error> {
    decide(ctx, &group, members.as_deref(), JoinDecision::Approve).await
}

/// Decline people who ask to join a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn decline(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<DecideJoinRequests>"]
    group: String,
    #[description = "Phone numbers; leave it out for everyone who asks"] members: Option<String>,
) -> Result<(), Error> {
    decide(ctx, &group, members.as_deref(), JoinDecision::Decline).await
}

async fn decide(ctx: Context<'_>, group: &str, members: Option<&str>, decision: JoinDecision) -> Result<(), Error> {
    if members.is_none() {
        return decide_all(ctx, group, decision).await;
    }
    let build = |at: GroupRef| DecideJoinRequests {
        at,
        people: Vec::new(),
        labels: Labels::default(),
        decision,
        is_of_all: false,
        hidden: 0,
    };
    on_people_of_group(ctx, group, lists::source(members, None), Ok(build)).await
}

/// Decides the requests of everyone who asks to join the group, after a confirmation.
pub(in crate::discord) async fn decide_all(
    request: impl Into<PipelineRequest>,
    group: &str,
    decision: JoinDecision,
) -> Result<(), Error> {
    let request = request.into();
    let bot_state = request.bot_state().clone();
    let actor = request.actor();
    let build = async |at| bot_state.services.executor.everyone_who_asks(&actor?, at, decision).await;
    try_on_group::<DecideJoinRequests, _, _>(request, group, Ok(build), NOT_SHOWN).await
}

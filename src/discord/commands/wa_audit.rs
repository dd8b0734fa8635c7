//! `/wa-audit`: the audit log of a server's groups, with changes and refusals, and the buttons of its pages and jobs.

use serenity::all::User;

use crate::access::{Capability, InteractionId, UserId};
use crate::command_name::CommandName;
use crate::discord::components::{CasesAt, is_old};
use crate::discord::interaction::pipeline::{self, RunningCommand, answer_at_once, begin};
use crate::discord::interaction::{PipelineRequest, Responder, in_time};
use crate::discord::{Context, Error, autocomplete, reply};
use crate::error::{InputError, InteractionError, UserError};
use crate::operations::Reason;
use crate::services::{CaseFilter, NameLookup, Which};
use crate::store::{AuditId, AuditResult, Start};

/// Maximum of the option `days`: ten years.
const DAYS_MAX: u32 = 3_650;

/// See who changed what, and who was refused
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-audit",
    subcommands("recent", "show", "export", "reason", "stop"),
    subcommand_required
)]
pub(super) async fn wa_audit(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// List the latest log entries
#[poise::command(slash_command)]
pub(super) async fn recent(
    ctx: Context<'_>,
    #[description = "Only what this person did"] user: Option<User>,
    #[description = "Only in this group: type a part of its name"]
    #[autocomplete = "autocomplete::audited_group"]
    group: Option<String>,
    #[description = "Only this kind of action, for example invites.revoke"]
    #[autocomplete = "autocomplete::audited_operation"]
    operation: Option<String>,
    #[description = "Only the last N days, for example 7"]
    #[min = 1]
    #[max = 3650]
    days: Option<u32>,
    // Its choices are declared where the commands are registered.
    #[description = "Only entries with this result"] result: Option<String>,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditRecent).await? else { return Ok(()) };
    let page = async {
        let group = match &group {
            Some(text) => {
                let (groups, settings) = (&command.services().groups, command.settings());
                Some(
                    groups
                        .resolve(settings, command.actor(), Capability::AuditRead, text, NameLookup::Cached)
                        .await?
                        .group,
                )
            }
            None => None,
        };
        let filter = CaseFilter {
            user: user.map(|user| UserId(user.id.get())),
            group,
            operation: operation.map(|name| name.trim().to_lowercase()),
            days: days.map(|days| days.clamp(1, DAYS_MAX)),
            result: match result {
                Some(name) => Some(AuditResult::named(&name).ok_or(InputError::OptionMissing(&["result"]))?),
                None => None,
            },
        };
        page(&command, &CasesAt { start: Start::Newest, filter }).await
    };
    let page = page.await;
    command.end(page).await
}

/// Handles a button below a page.
pub(in crate::discord) async fn turn(responder: Responder, to: &CasesAt) -> Result<(), Error> {
    if is_old(&responder) {
        return pipeline::refuse(responder, CommandName::AuditRecent, &InteractionError::PageGone.into()).await;
    }
    let request = PipelineRequest::in_place(responder);
    let Some(command) = begin(request, CommandName::AuditRecent).await? else { return Ok(()) };
    let page = page(&command, to).await;
    command.end(page).await
}

async fn page(command: &RunningCommand, at: &CasesAt) -> Result<reply::Message, UserError> {
    let mut page = command.services().audit.page(command.actor(), &at.filter, at.start).await?;
    command.services().groups.name_entries(command.settings(), &mut page.rows).await;
    Ok(reply::cases(command.language(), &page, &at.filter))
}

/// Show details of one log entry
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "Number of the log entry, for example 27"]
    #[min = 1]
    case: i64,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditShow).await? else { return Ok(()) };
    let shown = async {
        let (mut row, in_full) = command.services().audit.get(command.actor(), AuditId(case)).await?;
        command.services().groups.name_entries(command.settings(), std::slice::from_mut(&mut row)).await;
        Ok(reply::case_shown(command.language(), &row, in_full))
    };
    let shown = shown.await;
    command.end(shown).await
}

/// Export the audit log as CSV
#[poise::command(slash_command)]
pub(super) async fn export(
    ctx: Context<'_>,
    #[description = "Only the last N days, for example 7"]
    #[min = 1]
    #[max = 3650]
    days: Option<u32>,
) -> Result<(), Error> {
    let days = days.map(|days| days.clamp(1, DAYS_MAX));
    let Some(command) = begin(ctx, CommandName::AuditExport).await? else { return Ok(()) };
    let file_bytes = usize::try_from(ctx.interaction.attachment_size_limit).unwrap_or(usize::MAX);
    let (export, room) =
        match command.services().audit.export(command.request(), days, file_bytes, reply::plain_case).await {
            Ok((export, room)) => (Ok(reply::exported(command.language(), export)), Some(room)),
            Err(problem) => (Err(problem), None),
        };
    let answered = command.end(export).await;
    // The files need the memory until they are sent.
    drop(room);
    answered
}

/// Add or change the reason of a log entry
#[poise::command(slash_command)]
pub(super) async fn reason(
    ctx: Context<'_>,
    #[description = "Number of the log entry, for example 27"]
    #[min = 1]
    id: i64,
    #[description = "The reason, for example: spam"]
    #[max_length = 300]
    text: String,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditReason).await? else { return Ok(()) };
    let saved = async {
        let reason = Reason::parse(&text)?.ok_or(InputError::ReasonMissing)?;
        command.services().audit.set_reason(command.request(), AuditId(id), &reason).await
    };
    let saved = saved.await.map(|changed| reply::reason_saved(command.language(), &changed));
    command.end(saved).await
}

/// Stop a running job, also one that someone else started
#[poise::command(slash_command)]
pub(super) async fn stop(
    ctx: Context<'_>,
    #[description = "Number of the job, for example 27"]
    #[autocomplete = "autocomplete::stoppable"]
    #[min = 1]
    id: i64,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditStop).await? else { return Ok(()) };
    let found = command.services().executor.stop(command.actor(), Which::Case(AuditId(id))).await;
    let stopping = found.map(|found| reply::stopping(command.language(), found));
    command.end(stopping).await
}

/// Handles the button below the progress of a job.
pub(in crate::discord) async fn stop_pressed(responder: Responder, job: InteractionId) -> Result<(), Error> {
    let found = match responder.actor() {
        Ok(actor) => in_time(responder.bot_state().services.executor.stop(actor, Which::Interaction(job))).await,
        Err(problem) => Err(problem),
    };
    let stopping = found.map(|found| reply::stopping(responder.language(), found));
    answer_at_once(responder, CommandName::AuditStop, stopping).await
}

//! Handles `/wa-audit` and its buttons.

use serenity::all::ComponentInteraction;

use super::components::CasesAt;
use super::components::is_old;
use super::interaction::pipeline::{self, PipelineRequest, RunningCommand, answer_at_once, begin};
use super::interaction::responder::{Responder, in_time};
use super::{Context, Error, reply};
use crate::access::{Capability, InteractionId};
use crate::command_name::CommandName;
use crate::error::UserError;
use crate::services::{CaseFilter, Which};
use crate::store::{AuditId, Start};

/// Maximum of the option `days`: ten years.
pub(crate) const DAYS_MAX: u32 = 3_650;

pub(crate) async fn recent(ctx: Context<'_>, filter: CaseFilter, group: Option<&str>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditRecent).await? else { return Ok(()) };
    let page = async {
        let mut filter = filter;
        if let Some(text) = group {
            let at = command.services().resolve_group(command.actor(), Capability::AuditRead, text, false).await?;
            filter.group = Some(at.group);
        }
        page(&command, &CasesAt { start: Start::Newest, filter }).await
    };
    let page = page.await;
    command.end(page).await
}

/// Handles a button below a page.
pub(super) async fn turn(responder: Responder, pressed: &ComponentInteraction, to: &CasesAt) -> Result<(), Error> {
    if is_old(responder.bot_state(), pressed) {
        return pipeline::refuse(responder, CommandName::AuditRecent, &UserError::PageGone).await;
    }
    let request = PipelineRequest::in_place(responder);
    let Some(command) = begin(request, CommandName::AuditRecent).await? else { return Ok(()) };
    let page = page(&command, to).await;
    command.end(page).await
}

async fn page(command: &RunningCommand, at: &CasesAt) -> Result<reply::Message, UserError> {
    let page = command.services().cases(command.actor(), &at.filter, at.start).await?;
    Ok(reply::cases(command.language(), &page, &at.filter))
}

pub(crate) async fn show(ctx: Context<'_>, case: AuditId) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditShow).await? else { return Ok(()) };
    let found = command.services().case(command.actor(), case).await;
    let shown = found.map(|(row, in_full)| reply::case_shown(command.language(), &row, in_full));
    command.end(shown).await
}

pub(crate) async fn export(ctx: Context<'_>, days: Option<u32>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditExport).await? else { return Ok(()) };
    let file_bytes = usize::try_from(ctx.interaction.attachment_size_limit).unwrap_or(usize::MAX);
    let (export, room) = match command.services().export(command.request(), days, file_bytes).await {
        Ok((export, room)) => (Ok(reply::exported(command.language(), export)), Some(room)),
        Err(problem) => (Err(problem), None),
    };
    let answered = command.end(export).await;
    // The files need the memory until they are sent.
    drop(room);
    answered
}

/// Handles `/wa-audit stop`.
pub(crate) async fn stop(ctx: Context<'_>, case: AuditId) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AuditStop).await? else { return Ok(()) };
    let found = command.services().stop(command.actor(), Which::Case(case)).await;
    let stopping = found.map(|found| reply::stopping(command.language(), found));
    command.end(stopping).await
}

/// Handles the button below the progress of a job.
pub(super) async fn stop_pressed(responder: Responder, job: InteractionId) -> Result<(), Error> {
    let found = match responder.actor() {
        Ok(actor) => in_time(responder.bot_state().services.stop(actor, Which::Interaction(job))).await,
        Err(problem) => Err(problem),
    };
    let stopping = found.map(|found| reply::stopping(responder.language(), found));
    answer_at_once(responder, CommandName::AuditStop, stopping).await
}

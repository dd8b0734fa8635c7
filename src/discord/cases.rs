//! Handles `/wa-audit` and its buttons.

use serenity::all::ComponentInteraction;

use super::components::CasesAt;
use super::pages::is_old;
use super::responder::{DeferredInteraction, Responder, in_time};
use super::{Context, Data, Error, pipeline, reply};
use crate::access::{Capability, InteractionId, Target};
use crate::error::UserError;
use crate::services::{CaseFilter, Which};
use crate::store::{AuditId, AuditSubject, Start};

/// The name of this command in refusals and metrics.
const STOP: &str = "audit.stop";
/// Maximum of the option `days`: ten years.
pub(crate) const DAYS_MAX: u32 = 3_650;

pub(crate) async fn recent(ctx: Context<'_>, mut filter: CaseFilter, group: Option<&str>) -> Result<(), Error> {
    let Some(deferred) = pipeline::authorized(ctx, Capability::AuditRead, "audit.recent").await? else { return Ok(()) };
    if let Some(text) = group {
        match ctx.data().services.resolve_group(deferred.actor(), Capability::AuditRead, text, false).await {
            Ok(at) => filter.group = Some(at.group),
            Err(problem) => return deferred.say_no(&problem, AuditSubject::of("audit.recent")).await,
        }
    }
    show_page(ctx.data(), &deferred, &CasesAt { start: Start::Newest, filter }).await
}

/// Handles a button below a page.
pub(super) async fn turn(responder: Responder, pressed: &ComponentInteraction, to: &CasesAt) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    if is_old(&bot_state, pressed) {
        return responder.refuse(&UserError::PageGone, AuditSubject::of("audit.recent")).await;
    }
    if let Err(problem) = responder.require(Capability::AuditRead, Target::IN_SCOPE).await {
        return responder.refuse(&problem, AuditSubject::of("audit.recent")).await;
    }
    let deferred = responder.defer_update().await?;
    show_page(&bot_state, &deferred, to).await
}

pub(crate) async fn show(ctx: Context<'_>, case: AuditId) -> Result<(), Error> {
    let Some(deferred) = pipeline::authorized(ctx, Capability::AuditRead, "audit.show").await? else { return Ok(()) };
    match ctx.data().services.case(deferred.actor(), case).await {
        Ok((row, in_full)) => deferred.answer(&reply::case_shown(deferred.language(), &row, in_full)).await,
        Err(problem) => deferred.say_no(&problem, AuditSubject::of("audit.show")).await,
    }
}

pub(crate) async fn export(ctx: Context<'_>, days: Option<u32>) -> Result<(), Error> {
    let Some(deferred) = pipeline::authorized(ctx, Capability::AuditRead, "audit.export").await? else { return Ok(()) };
    let file_bytes = usize::try_from(ctx.interaction.attachment_size_limit).unwrap_or(usize::MAX);
    match ctx.data().services.export(deferred.request(), days, file_bytes).await {
        Ok((export, room)) => {
            let answered = deferred.answer(&reply::exported(deferred.language(), export)).await;
            drop(room);
            answered
        }
        Err(problem) => deferred.say_no(&problem, AuditSubject::of("audit.export")).await,
    }
}

/// Handles `/wa-audit stop`.
pub(crate) async fn stop(ctx: Context<'_>, case: AuditId) -> Result<(), Error> {
    let Some(deferred) = pipeline::authorized(ctx, Capability::AccessManage, STOP).await? else { return Ok(()) };
    match ctx.data().services.stop(deferred.actor(), Which::Case(case)).await {
        Ok(found) => deferred.answer(&reply::stopping(deferred.language(), found)).await,
        Err(problem) => deferred.say_no(&problem, AuditSubject::of(STOP)).await,
    }
}

/// Handles the button below the progress of a job.
pub(super) async fn stop_pressed(responder: Responder, job: InteractionId) -> Result<(), Error> {
    let found = match responder.actor() {
        Ok(actor) => in_time(responder.bot_state().services.stop(actor, Which::Interaction(job))).await,
        Err(problem) => Err(problem),
    };
    match found {
        Ok(found) => {
            let message = reply::stopping(responder.language(), found);
            responder.reply(&message).await
        }
        Err(problem) => responder.refuse(&problem, AuditSubject::of(STOP)).await,
    }
}

async fn show_page(bot_state: &Data, deferred: &DeferredInteraction, to: &CasesAt) -> Result<(), Error> {
    match bot_state.services.cases(deferred.actor(), &to.filter, to.start).await {
        Ok(page) => deferred.answer(&reply::cases(deferred.language(), &page, &to.filter)).await,
        Err(problem) => deferred.say_no(&problem, AuditSubject::of("audit.recent")).await,
    }
}

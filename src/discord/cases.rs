//! From `/wa-audit` and its buttons to the journal.

use serenity::all::ComponentInteraction;

use super::pages::is_old;
use super::reply::{self, CasesAt};
use super::visit::{Visit, Waiting, in_time};
use super::{Context, Data, Error};
use crate::access::{Capability, Groups, InteractionId, Reach};
use crate::desk::{CaseFilter, Which};
use crate::error::Problem;
use crate::store::{Case, Start, What};

/// The name of stopping in refusals and metrics.
const STOP: &str = "audit.stop";
/// Of an option `days`: ten years.
pub(crate) const DAYS_MAX: u32 = 3_650;

pub(crate) async fn recent(ctx: Context<'_>, mut filter: CaseFilter, group: Option<&str>) -> Result<(), Error> {
    let Some(waiting) = admit(ctx, "audit.recent").await? else { return Ok(()) };
    if let Some(text) = group {
        match ctx.data().desk.locate(waiting.asker(), Capability::AuditRead, text, false).await {
            Ok(at) => filter.group = Some(at.group),
            Err(problem) => return waiting.say_no(&problem, what("audit.recent")).await,
        }
    }
    show_page(ctx.data(), &waiting, &CasesAt { start: Start::Newest, filter }).await
}

/// A button below a page.
pub(crate) async fn turn(front: &Data, interaction: &ComponentInteraction, to: &CasesAt) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    if is_old(front, interaction) {
        return visit.refuse(&Problem::PageGone, what("audit.recent")).await;
    }
    if let Err(problem) = visit.permit(Capability::AuditRead, REACH).await {
        return visit.refuse(&problem, what("audit.recent")).await;
    }
    let waiting = visit.defer_update().await?;
    show_page(front, &waiting, to).await
}

pub(crate) async fn show(ctx: Context<'_>, case: Case) -> Result<(), Error> {
    let Some(waiting) = admit(ctx, "audit.show").await? else { return Ok(()) };
    match ctx.data().desk.case(waiting.asker(), case).await {
        Ok((row, in_full)) => waiting.answer(&reply::case_shown(waiting.language(), &row, in_full)).await,
        Err(problem) => waiting.say_no(&problem, what("audit.show")).await,
    }
}

pub(crate) async fn export(ctx: Context<'_>, days: Option<u32>) -> Result<(), Error> {
    let Some(waiting) = admit(ctx, "audit.export").await? else { return Ok(()) };
    let file_bytes = usize::try_from(ctx.interaction.attachment_size_limit).unwrap_or(usize::MAX);
    match ctx.data().desk.export(waiting.request(), days, file_bytes).await {
        Ok((export, room)) => {
            let answered = waiting.answer(&reply::exported(waiting.language(), export)).await;
            drop(room);
            answered
        }
        Err(problem) => waiting.say_no(&problem, what("audit.export")).await,
    }
}

/// `/wa-audit stop`
pub(crate) async fn stop(ctx: Context<'_>, case: Case) -> Result<(), Error> {
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    if let Err(problem) = visit.permit(Capability::AccessManage, REACH).await {
        return visit.refuse(&problem, what(STOP)).await;
    }
    let waiting = visit.defer().await?;
    match ctx.data().desk.stop(waiting.asker(), Which::Case(case)).await {
        Ok(found) => waiting.answer(&reply::stopping(waiting.language(), found)).await,
        Err(problem) => waiting.say_no(&problem, what(STOP)).await,
    }
}

/// The button below the progress of a job.
pub(crate) async fn stop_pressed(
    front: &Data,
    interaction: &ComponentInteraction,
    job: InteractionId,
) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    let found = match visit.asker() {
        Ok(asker) => in_time(front.desk.stop(asker, Which::Interaction(job))).await,
        Err(problem) => Err(problem),
    };
    match found {
        Ok(found) => {
            let message = reply::stopping(visit.language(), found);
            visit.reply(&message).await
        }
        Err(problem) => visit.refuse(&problem, what(STOP)).await,
    }
}

/// Any part of the journal.
const REACH: Reach<'_> = Reach { session: None, groups: Groups::InScope };

/// Decides access from the interaction alone, and acknowledges; `None` where it was refused.
async fn admit(ctx: Context<'_>, name: &str) -> Result<Option<Waiting>, Error> {
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    match visit.permit(Capability::AuditRead, REACH).await {
        Ok(()) => visit.defer().await.map(Some),
        Err(problem) => visit.refuse(&problem, what(name)).await.map(|()| None),
    }
}

async fn show_page(front: &Data, waiting: &Waiting, to: &CasesAt) -> Result<(), Error> {
    match front.desk.cases(waiting.asker(), &to.filter, to.start).await {
        Ok(page) => waiting.answer(&reply::cases(waiting.language(), &page, &to.filter)).await,
        Err(problem) => waiting.say_no(&problem, what("audit.recent")).await,
    }
}

fn what(operation: &str) -> What {
    What { operation: operation.to_owned(), ..What::default() }
}

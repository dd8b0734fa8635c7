//! Requests for approval: decided by a press, listed and taken back by their askers. Each step is in the store before it is
//! taken here; what is cut short between two is gone on with by [`tell::look_after`].

mod tell;
mod unfinished;

use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::commands::wa_request;
use super::reply::{self, Verdict};
use super::rest::Acknowledged;
use super::visit::{Visit, Waiting, typed_in};
use super::{Context, Data, Error};
use crate::access::{Asker, InteractionId};
use crate::desk::{Approval, Done, Progress, Running, result_of};
use crate::error::Problem;
use crate::failpoint;
use crate::operations::Operation;
use crate::store::{AccessRequest, RequestId, State, What};

use tell::tell;
pub(super) use tell::{look_after, post, tell_that_it_waits};
use unfinished::Unfinished;

/// How long an approval waits for the command that asked to finish its answer, which takes a moment.
const FINISHING_LOOKS: u32 = 50;
const FINISHING_LOOK_EVERY: Duration = Duration::from_millis(100);

/// Keeps an operation, and asks those who may approve it.
pub(super) async fn ask(waiting: Waiting, operation: Operation) -> Result<(), Error> {
    let (front, what) = (waiting.front().clone(), What::from(&operation));
    match front.desk.ask(waiting.request(), operation).await {
        Ok(request) => {
            front.metrics.answered(&what.operation, "asked");
            failpoint::reached("after asking").await;
            // Until it is posted and answered, nobody else posts it.
            let _telling = front.desk.tell_of(request.id);
            let posting = post(&front, &request).await;
            waiting.answer(&reply::asked(waiting.language(), &request, posting)).await
        }
        Err(problem) => waiting.say_no(&problem, what).await,
    }
}

/// A button below a posted request.
pub(super) async fn pressed(front: &Data, interaction: &ComponentInteraction, verdict: Verdict) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    let (Verdict::Approve(id) | Verdict::Deny(id) | Verdict::Details(id)) = verdict;
    let (asker, request) = match to_decide(front, &visit, id).await {
        Ok(found) => found,
        Err(problem) => return turn_down(visit, id, &problem).await,
    };
    match verdict {
        Verdict::Details(_) => {
            let details = reply::request_details(visit.language(), &request);
            visit.reply(&details).await
        }
        Verdict::Deny(_) => {
            let modal = reply::ask_for_reason(visit.language(), id);
            visit.open(&modal).await
        }
        Verdict::Approve(_) => {
            let Some(_telling) = front.desk.tell_of(id) else {
                return turn_down(visit, id, &Problem::BeingDecided).await;
            };
            let pressed = visit.press().await?;
            let unfinished = Unfinished::new(front, id);
            let result = carry_out(front, &asker, &request).await;
            let concluded = conclude(front, id, &pressed, result).await;
            unfinished.end(concluded)
        }
    }
}

/// The modal for a reason was sent off.
pub(super) async fn denied(front: &Data, interaction: &ModalInteraction, id: RequestId) -> Result<(), Error> {
    let visit = Visit::of_modal(front, interaction);
    let reason = reply::reason_field(typed_in(interaction));
    let asker = match to_decide(front, &visit, id).await {
        Ok((asker, _)) => asker,
        Err(problem) => return turn_down(visit, id, &problem).await,
    };
    let Some(_telling) = front.desk.tell_of(id) else {
        return turn_down(visit, id, &Problem::BeingDecided).await;
    };
    // Before the decision: where another copy has received it too, one of the two goes on.
    let pressed = visit.press().await?;
    let unfinished = Unfinished::new(front, id);
    let concluded = match front.desk.deny(&asker, id, reason).await {
        Ok(request) => {
            tell(front, &request, None, Some(&pressed)).await;
            Ok(())
        }
        Err(problem) => show_as_it_is(front, id, &pressed, Some(&problem)).await,
    };
    unfinished.end(concluded)
}

/// `/wa-request list`
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let front = ctx.data();
    let visit = Visit::of_command(front, ctx.interaction);
    if let Err(problem) = visit.server().await {
        return visit.refuse(&problem, what(wa_request::LIST)).await;
    }
    let waiting = visit.defer().await?;
    match front.desk.requests(waiting.asker()).await {
        Ok(all) => waiting.answer(&reply::requests(waiting.language(), &all)).await,
        Err(problem) => waiting.say_no(&problem, what(wa_request::LIST)).await,
    }
}

/// `/wa-request cancel`
pub(super) async fn cancel(ctx: Context<'_>, id: RequestId) -> Result<(), Error> {
    let front = ctx.data();
    let visit = Visit::of_command(front, ctx.interaction);
    if let Err(problem) = visit.server().await {
        return visit.refuse(&problem, what(wa_request::CANCEL)).await;
    }
    let waiting = visit.defer().await?;
    let Some(_telling) = front.desk.tell_of(id) else {
        return waiting.say_no(&Problem::BeingDecided, what(wa_request::CANCEL)).await;
    };
    match front.desk.cancel(waiting.asker(), id).await {
        Ok(request) => {
            tell(front, &request, None, None).await;
            waiting.answer(&reply::request_cancelled(waiting.language(), &request)).await
        }
        Err(problem) => waiting.say_no(&problem, what(wa_request::CANCEL)).await,
    }
}

/// The asker of the press, and the request that they may decide.
async fn to_decide(front: &Data, visit: &Visit, id: RequestId) -> Result<(Asker, AccessRequest), Problem> {
    let asker = visit.asker()?;
    Ok((asker.clone(), front.desk.to_decide(asker, id).await?))
}

/// Says no to a press, privately: what was posted stays for the others.
async fn turn_down(visit: Visit, id: RequestId, problem: &Problem) -> Result<(), Error> {
    let request = visit.front().desk.store().requests().get(id).await.ok().flatten();
    visit.refuse(problem, request.map(|request| What::from(&request.operation)).unwrap_or_default()).await
}

/// Carries an approved request out, as its asker's.
async fn carry_out(front: &Data, by: &Asker, request: &AccessRequest) -> Result<Done, Problem> {
    let roles = front.rest.roles_of(request.guild, request.asker).await.map_err(|error| {
        tracing::warn!(%error, "the roles of somebody who asks could not be read");
        Problem::DiscordSilent
    })?;
    let Approval { request: as_asker, cleared } = front.desk.approve(by, request.id, roles).await?;
    // Until it has ended, nobody else takes it for abandoned.
    let _running = work_on(front, as_asker.interaction).await?;
    let operation = cleared.operation().name();
    let result = front.desk.run(&as_asker, cleared, Progress::default()).await;
    match &result {
        Ok(_) => tracing::info!(request = request.id.0, operation, "approved and carried out"),
        Err(Problem::Elsewhere) => tracing::info!(request = request.id.0, operation, "somebody else has it"),
        Err(problem) => tracing::warn!(request = request.id.0, operation, %problem, "approved and not carried out"),
    }
    front.metrics.answered(operation, result.as_ref().map_or_else(Problem::outcome, |_| "done"));
    result
}

/// The command that asked may still be finishing its answer.
async fn work_on(front: &Data, interaction: InteractionId) -> Result<Running, Problem> {
    for _ in 0..FINISHING_LOOKS {
        if let Some(running) = front.desk.work_on(interaction) {
            return Ok(running);
        }
        front.clock.sleep(FINISHING_LOOK_EVERY).await;
    }
    Err(Problem::BeingDecided)
}

/// Shows how a press ended: in the message, and to everybody concerned if it decided something.
async fn conclude(
    front: &Data,
    id: RequestId,
    pressed: &Acknowledged,
    result: Result<Done, Problem>,
) -> Result<(), Error> {
    failpoint::reached("before telling").await;
    let Some(now) = front.desk.store().requests().get(id).await? else { return Ok(()) };
    match (&result, now.state) {
        // It was found void, here.
        (Err(Problem::RequestDecided { .. }), State::Void) if now.owner.as_ref() == Some(front.desk.team().me()) => {
            tell(front, &now, None, Some(pressed)).await;
        }
        // Whoever has it, or was first, tells.
        (Err(Problem::Elsewhere | Problem::RequestDecided { .. }), _) => {
            show_as_it_is(front, id, pressed, None).await?;
        }
        (_, State::Approved) => {
            tell(front, &now, Some(&result), Some(pressed)).await;
        }
        (result, _) => show_as_it_is(front, id, pressed, result.as_ref().err()).await?,
    }
    Ok(())
}

/// Shows a request as it stands, and looks again afterwards: what another copy has shown meanwhile must not be covered by
/// something older.
async fn show_as_it_is(
    front: &Data,
    id: RequestId,
    pressed: &Acknowledged,
    trouble: Option<&Problem>,
) -> Result<(), Error> {
    let store = front.desk.store();
    let mut shown = None;
    loop {
        let Some(request) = store.requests().get(id).await? else { return Ok(()) };
        let row = store.journal().of_interaction(request.interaction).await?.filter(|row| row.ended.is_some());
        let stands = (request.state, row.is_some());
        if shown == Some(stands) {
            return Ok(());
        }
        let result = row.as_ref().filter(|_| request.state == State::Approved).map(result_of);
        let trouble = trouble.filter(|_| request.state == State::Open);
        let say = front.language_of(request.guild).await;
        pressed.edit(&reply::request_posted(say, &request, result.as_ref(), trouble)).await?;
        shown = Some(stands);
    }
}

fn what(operation: &str) -> What {
    What { operation: operation.to_owned(), ..What::default() }
}

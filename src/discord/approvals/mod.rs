//! Requests for approval: decided by a press, listed and taken back by their askers. Each step is in the store before it is
//! taken here; what is cut short between two is gone on with by [`tell::look_after`].

mod tell;

use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};
use tokio::sync::watch;

use super::commands::wa_request;
use super::reply::{self, Verdict};
use super::rest::Acknowledged;
use super::visit::{Visit, Waiting, in_time, typed_in};
use super::{Context, Data, Error};
use crate::access::{Asker, InteractionId};
use crate::desk::{Approval, Done, Members as _, Running, result_of};
use crate::error::Problem;
use crate::failpoint;
use crate::language::Language;
use crate::operations::{Confirm, Operation, Step, Wait};
use crate::store::{AccessRequest, Digest, RequestId, State, StoreError, What};

pub(crate) use tell::Closed;
use tell::tell;
pub(super) use tell::{look_after, post, tell_that_it_waits};

/// How long an approval waits for the command that asked to finish its answer, which takes a moment.
const FINISHING_LOOKS: u32 = 50;
const FINISHING_LOOK_EVERY: Duration = Duration::from_millis(100);
/// How long the store is waited for to say what a refusal is about, before the press is acknowledged (Discord: within 3 s).
const NAME_WITHIN: Duration = Duration::from_millis(500);

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
    let (Verdict::Approve(id, _) | Verdict::Deny(id) | Verdict::Details(id)) = verdict;
    let (asker, request) = match to_decide(front, &visit, id).await {
        Ok(found) => found,
        Err(problem) => return turn_down(visit, id, &problem).await,
    };
    match verdict {
        Verdict::Details(_) => show_details(front, visit, request).await,
        Verdict::Deny(_) => {
            let modal = reply::ask_for_reason(visit.language(), id);
            visit.open(&modal).await
        }
        Verdict::Approve(_, shown) if shown != Some(request.digest) => show_stored(front, visit, id).await,
        Verdict::Approve(..) if request.operation.confirm() == Confirm::TypeName => {
            let modal = reply::ask_for_name(visit.language(), verdict, &request.operation);
            visit.open(&modal).await
        }
        Verdict::Approve(..) => approve(front, visit, &asker, &request).await,
    }
}

/// The modal for the group's name was sent off, by somebody who approves.
pub(super) async fn named(
    front: &Data,
    interaction: &ModalInteraction,
    id: RequestId,
    shown: Option<Digest>,
) -> Result<(), Error> {
    let visit = Visit::of_modal(front, interaction);
    let (asker, request) = match to_decide(front, &visit, id).await {
        Ok(found) => found,
        Err(problem) => return turn_down(visit, id, &problem).await,
    };
    if shown != Some(request.digest) {
        return show_stored(front, visit, id).await;
    }
    if !request.operation.is_confirmed_by(reply::name_field(typed_in(interaction))) {
        return turn_down(visit, id, &Problem::WrongName).await;
    }
    approve(front, visit, &asker, &request).await
}

/// Shows the request as it is stored, in the place of a message that showed another operation.
async fn show_stored(front: &Data, visit: Visit, id: RequestId) -> Result<(), Error> {
    let say = visit.language();
    let pressed = visit.press().await?;
    show_as_it_is(front, id, &pressed, say, Some(&Problem::NotAsShown)).await
}

async fn approve(front: &Data, visit: Visit, asker: &Asker, request: &AccessRequest) -> Result<(), Error> {
    let Some(_telling) = front.desk.tell_of(request.id) else {
        return turn_down(visit, request.id, &Problem::BeingDecided).await;
    };
    let say = visit.language();
    let pressed = visit.press().await?;
    let result = carry_out(front, asker, request, &pressed).await;
    conclude(front, request.id, &pressed, say, result).await
}

/// Shows all of a request, privately. Its files take milliseconds.
async fn show_details(front: &Data, visit: Visit, request: AccessRequest) -> Result<(), Error> {
    let waiting = visit.defer().await?;
    let say = waiting.language();
    let details = front.compute.run(move || reply::request_details(say, &request)).await?;
    waiting.answer(&details).await
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
    let say = visit.language();
    let pressed = visit.press().await?;
    match front.desk.deny(&asker, id, reason).await {
        Ok(request) => {
            tell(front, &request, None, Some(&pressed)).await;
            Ok(())
        }
        Err(problem) => show_as_it_is(front, id, &pressed, say, Some(&problem)).await,
    }
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
    Ok((asker.clone(), in_time(front.desk.to_decide(asker, id)).await?))
}

/// Says no to a press, privately: what was posted stays for the others.
async fn turn_down(visit: Visit, id: RequestId, problem: &Problem) -> Result<(), Error> {
    let what = if matches!(problem, Problem::NotWritten) {
        None
    } else {
        let requests = visit.front().desk.store().requests();
        tokio::time::timeout(NAME_WITHIN, requests.get(id)).await.ok().and_then(Result::ok).flatten()
    };
    visit.refuse(problem, what.map(|request| What::from(&request.operation)).unwrap_or_default()).await
}

/// Carries an approved request out, as its asker's.
async fn carry_out(front: &Data, by: &Asker, request: &AccessRequest, pressed: &Acknowledged) -> Result<Done, Problem> {
    if let Some(since) = front.desk.to_warn_of(request).await? {
        return Err(Problem::Unsettled { since });
    }
    let membership = front.rest.membership(request.guild, request.asker).await.map_err(|error| {
        tracing::warn!(%error, "failed to read the roles of a requester");
        Problem::DiscordSilent
    })?;
    let Approval { request: as_asker, cleared } =
        front.desk.approve(by, request.id, request.digest, membership).await?;
    // Until it has ended, nobody else takes it for abandoned.
    let _running = work_on(front, as_asker.interaction).await?;
    let operation = cleared.operation().name();
    let (progress, step) = watch::channel(None);
    let run = front.desk.run(&as_asker, cleared, progress, &front.rest);
    let (result, ()) = tokio::join!(run, show_checking(front, request.id, pressed, step));
    match &result {
        Ok(_) => tracing::info!(request = request.id.0, operation, "approved and carried out"),
        Err(Problem::Elsewhere) => tracing::info!(request = request.id.0, operation, "somebody else has it"),
        Err(problem) => tracing::warn!(request = request.id.0, operation, %problem, "approved and not carried out"),
    }
    front.metrics.answered(operation, result.as_ref().map_or_else(Problem::outcome, |_| "done"));
    result
}

/// Shows in the message that it is being checked whether the change took effect, where its answer was lost.
async fn show_checking(front: &Data, id: RequestId, pressed: &Acknowledged, mut step: watch::Receiver<Option<Step>>) {
    while step.changed().await.is_ok() {
        let Some(Step { wait: Wait::Settle { until }, .. }) = *step.borrow_and_update() else { continue };
        let Ok(Some(request)) = front.desk.store().requests().get(id).await else { continue };
        let say = front.language_of(request.guild).await;
        let checking = Err(Problem::BeingChecked { until });
        if let Err(error) = pressed.edit(&reply::request_posted(say, &request, Some(&checking), None)).await {
            tracing::debug!(%error, "failed to show that a change is being checked");
        }
    }
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
    say: Language,
    result: Result<Done, Problem>,
) -> Result<(), Error> {
    failpoint::reached("before telling").await;
    let now = match front.desk.store().requests().get(id).await {
        Ok(Some(now)) => now,
        Ok(None) => return Ok(()),
        Err(error) => return say_unread(front, pressed, say, &error).await,
    };
    match (&result, now.state) {
        // It was found void, here.
        (Err(Problem::RequestDecided { .. }), State::Void) if now.owner.as_ref() == Some(front.desk.team().me()) => {
            tell(front, &now, None, Some(pressed)).await;
        }
        // Whoever has it, or was first, tells.
        (Err(Problem::Elsewhere | Problem::RequestDecided { .. }), _) => {
            show_as_it_is(front, id, pressed, say, None).await?;
        }
        (_, State::Approved) => {
            tell(front, &now, Some(&result), Some(pressed)).await;
        }
        (result, _) => show_as_it_is(front, id, pressed, say, result.as_ref().err()).await?,
    }
    Ok(())
}

/// Shows a request as it stands, and looks again afterwards: what another copy has shown meanwhile must not be covered by
/// something older.
async fn show_as_it_is(
    front: &Data,
    id: RequestId,
    pressed: &Acknowledged,
    say: Language,
    trouble: Option<&Problem>,
) -> Result<(), Error> {
    let store = front.desk.store();
    let mut shown = None;
    loop {
        let read = async {
            let Some(request) = store.requests().get(id).await? else { return Ok(None) };
            let row = store.journal().of_interaction(request.interaction).await?;
            Ok(Some((request, row.filter(|row| row.ended.is_some()))))
        };
        let (request, row) = match read.await {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            Err(error) => return say_unread(front, pressed, say, &error).await,
        };
        let stands = (request.state, row.is_some());
        if shown == Some(stands) {
            return Ok(());
        }
        let result = row.as_ref().filter(|_| request.state == State::Approved).map(result_of);
        let trouble = trouble.filter(|_| request.state == State::Open);
        let of_server = front.language_of(request.guild).await;
        pressed.edit(&reply::request_posted(of_server, &request, result.as_ref(), trouble)).await?;
        shown = Some(stands);
    }
}

/// The store failed after a press. What is posted stays as it is, with its buttons: it was decided or it was not, and
/// what was decided is told once the store answers. Only the person who pressed learns of the failure.
async fn say_unread(front: &Data, pressed: &Acknowledged, say: Language, error: &StoreError) -> Result<(), Error> {
    tracing::error!(%error, "failed to read a request after a press");
    front.metrics.answered("", Problem::NotWritten.outcome());
    Ok(pressed.tell_privately(&reply::press_unread(say)).await?)
}

fn what(operation: &str) -> What {
    What { operation: operation.to_owned(), ..What::default() }
}

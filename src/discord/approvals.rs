//! Requests for approval on their way: posted, decided by a press, and told to everybody concerned. Each step is in the
//! store before it is taken here; what is cut short between two is gone on with by the [caretaker](super::caretaker).

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::commands::wa_request;
use super::confirm::fields;
use super::reply::{self, Posting, Verdict};
use super::rest::{Acknowledged, RestError};
use super::visit::{Visit, reference};
use super::{Context, Data, Error};
use crate::access::Asker;
use crate::desk::{Approval, Done, Progress};
use crate::error::Problem;
use crate::failpoint;
use crate::store::{AccessRequest, RequestId, State, StoreError, What};

/// A button below a posted request.
pub(super) async fn pressed(front: &Data, interaction: &ComponentInteraction, verdict: Verdict) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    let (Verdict::Approve(id) | Verdict::Deny(id) | Verdict::Details(id)) = verdict;
    let (asker, request) = match to_decide(front, &visit, id).await {
        Ok(found) => found,
        Err(problem) => return turn_down(visit, id, &problem).await,
    };
    match verdict {
        Verdict::Details(_) => visit.reply(&reply::request_details(&request)).await,
        Verdict::Deny(_) => visit.open(&reply::ask_for_reason(id)).await,
        Verdict::Approve(_) => {
            let Some(_telling) = front.desk.tell_of(id) else {
                return turn_down(visit, id, &Problem::BeingDecided).await;
            };
            let pressed = visit.press().await?;
            let result = carry_out(front, &asker, &request).await;
            conclude(front, id, &pressed, result).await
        }
    }
}

/// The modal for a reason was sent off.
pub(super) async fn denied(front: &Data, interaction: &ModalInteraction, id: RequestId) -> Result<(), Error> {
    let visit = Visit::of_modal(front, interaction);
    let reason = reply::reason_field(fields(interaction));
    let denied = match to_decide(front, &visit, id).await {
        Ok((asker, _)) => {
            let telling = front.desk.tell_of(id).ok_or(Problem::BeingDecided);
            let denied = async { Ok((telling?, front.desk.deny(&asker, id, reason).await?)) };
            denied.await
        }
        Err(problem) => Err(problem),
    };
    match denied {
        Ok((_telling, request)) => {
            let pressed = visit.press().await?;
            tell(front, &request, None, Some(&pressed)).await;
            Ok(())
        }
        Err(problem) => turn_down(visit, id, &problem).await,
    }
}

/// `/wa-request list`
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let front = ctx.data();
    let visit = Visit::of_command(front, ctx.interaction);
    let all = match visit.asker() {
        Ok(asker) => front.desk.requests(asker).await,
        Err(problem) => Err(problem),
    };
    match all {
        Ok(all) => visit.reply(&reply::requests(&all)).await,
        Err(problem) => visit.refuse(&problem, what(wa_request::LIST)).await,
    }
}

/// `/wa-request cancel`
pub(super) async fn cancel(ctx: Context<'_>, id: RequestId) -> Result<(), Error> {
    let front = ctx.data();
    let visit = Visit::of_command(front, ctx.interaction);
    let Some(_telling) = front.desk.tell_of(id) else {
        return visit.refuse(&Problem::BeingDecided, what(wa_request::CANCEL)).await;
    };
    let cancelled = match visit.asker() {
        Ok(asker) => front.desk.cancel(asker, id).await,
        Err(problem) => Err(problem),
    };
    match cancelled {
        Ok(request) => {
            visit.reply(&reply::request_cancelled(&request)).await?;
            tell(front, &request, None, None).await;
            Ok(())
        }
        Err(problem) => visit.refuse(&problem, what(wa_request::CANCEL)).await,
    }
}

/// Shows an open request to those who may decide it, where it is not shown yet.
pub(super) async fn post(front: &Data, request: &AccessRequest) -> Posting {
    if request.posted.is_some() {
        return Posting::Done;
    }
    let requests = front.desk.store().requests();
    let posted = match front.desk.approvals_channel(request.guild).await {
        Some(channel) => {
            let message = reply::request_posted(request, None, None);
            let nonce = format!("request-{}", request.id);
            let post = front.rest.post(channel, &message, &nonce).await;
            post.map(|message| (channel, message)).map_err(Some)
        }
        None => Err(None),
    };
    let noted = match &posted {
        Ok((channel, message)) => requests.posted(request.id, *channel, *message).await.map(|()| Posting::Done),
        Err(Some(error)) if !error.is_final() => Ok(Posting::Later),
        Err(_) => requests.undeliverable(request.id).await.map(|_| Posting::Impossible),
    };
    if let Err(Some(error)) = &posted {
        tracing::warn!(request = request.id.0, %error, "a request could not be posted");
    }
    noted.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "whether a request was posted could not be written down");
        Posting::Later
    })
}

/// Goes on with a request whose state somebody is to be told of; whether everybody knows now.
pub(super) async fn go_on(front: &Data, request: &AccessRequest) -> Result<bool, StoreError> {
    let Some(_telling) = front.desk.tell_of(request.id) else { return Ok(true) };
    if request.state == State::Open {
        let posting = post(front, request).await;
        // Whoever was told that it could not be posted hears that it could, and the other way round.
        if posting == Posting::Done || (posting == Posting::Impossible && !request.undeliverable) {
            tell_that_it_waits(front, request, posting).await;
        }
        return Ok(posting == Posting::Done);
    }
    let row = front.desk.store().journal().of_interaction(request.interaction).await?;
    let result = match request.state {
        State::Approved => row.as_ref().map(super::caretaker::result_of),
        _ => None,
    };
    Ok(tell(front, request, result.as_ref(), None).await)
}

/// Tells the asker that their request waits for somebody.
pub(super) async fn tell_that_it_waits(front: &Data, request: &AccessRequest, posting: Posting) {
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::asked(request, posting)).await
    {
        tracing::debug!(%error, "how a request stands could not be told");
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
    let _running = front.desk.work_on(as_asker.interaction).ok_or(Problem::Elsewhere)?;
    let operation = cleared.operation().name();
    let result = front.desk.run(&as_asker, cleared, Progress::default()).await;
    match &result {
        Ok(_) => tracing::info!(request = request.id.0, operation, "approved and carried out"),
        Err(problem) => tracing::warn!(request = request.id.0, operation, %problem, "approved and not carried out"),
    }
    front.metrics.answered(operation, result.as_ref().map_or_else(Problem::outcome, |_| "done"));
    result
}

/// Shows how a press ended: in the message, and to the asker if it decided something.
async fn conclude(
    front: &Data,
    id: RequestId,
    pressed: &Acknowledged,
    result: Result<Done, Problem>,
) -> Result<(), Error> {
    failpoint::reached("before telling").await;
    let Some(now) = front.desk.store().requests().get(id).await? else { return Ok(()) };
    let decided_here = now.owner.as_ref() == Some(front.desk.team().me());
    match (now.state, &result) {
        (State::Open, Err(problem)) => pressed.edit(&reply::request_posted(&now, None, Some(problem))).await?,
        // Another copy was first, and tells.
        (_, Err(Problem::Elsewhere)) if !decided_here => pressed.edit(&reply::request_posted(&now, None, None)).await?,
        (State::Approved, _) => drop(tell(front, &now, Some(&result), Some(pressed)).await),
        _ => drop(tell(front, &now, None, Some(pressed)).await),
    }
    Ok(())
}

/// Tells everybody concerned how a request ended; whether they know now. What could not be told is tried again.
async fn tell(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
    pressed: Option<&Acknowledged>,
) -> bool {
    let told = async {
        let shown = reply::request_posted(request, result, None);
        match (pressed, request.posted) {
            (Some(pressed), _) => or_gone(pressed.edit(&shown).await)?,
            (None, Some((channel, message))) => or_gone(front.rest.edit_post(channel, message, &shown).await)?,
            (None, None) => {}
        }
        tell_asker(front, request, result).await?;
        tell_channel(front, request, result).await
    };
    if let Err(error) = told.await {
        tracing::warn!(request = request.id.0, %error, "how a request ended could not be told yet");
        return false;
    }
    if let Err(error) = front.desk.store().requests().told(request.id).await {
        tracing::warn!(request = request.id.0, %error, "that a request was told could not be written down");
    }
    true
}

/// In the answer to the command while Discord takes edits of it, else in a direct message, else where it was asked for.
async fn tell_asker(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
) -> Result<(), RestError> {
    let message = reply::request_told(request, result, &reference(request.interaction));
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() {
        match answer.edit(&message).await {
            Err(error) if error.is_final() => {}
            other => return other,
        }
    }
    // Who has taken it back knows.
    if request.state == State::Cancelled {
        return Ok(());
    }
    let nonce = format!("told-{}", request.id);
    match front.rest.direct(request.asker, &message, &nonce).await {
        Err(error) if error.is_final() => {
            tracing::info!(request = request.id.0, %error, "its asker takes no direct messages");
        }
        other => return other,
    }
    let message = reply::request_told_in_public(request, result);
    or_gone(front.rest.post(request.channel, &message, &nonce).await.map(drop))
}

/// A change that was carried out is told where it was asked for.
async fn tell_channel(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
) -> Result<(), RestError> {
    let Some(Ok(done)) = result else { return Ok(()) };
    let Some(notice) = reply::approved_notice(done, request) else { return Ok(()) };
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && answer.tell_channel(&notice).await.is_ok() {
        return Ok(());
    }
    or_gone(front.rest.post(request.channel, &notice, &format!("done-{}", request.id)).await.map(drop))
}

/// Where the message, the channel or the right to write there is gone, there is nobody left to tell.
fn or_gone(result: Result<(), RestError>) -> Result<(), RestError> {
    match result {
        Err(error) if error.is_final() => {
            tracing::warn!(%error, "a message could not be written");
            Ok(())
        }
        other => other,
    }
}

fn what(operation: &str) -> What {
    What { operation: operation.to_owned(), ..What::default() }
}

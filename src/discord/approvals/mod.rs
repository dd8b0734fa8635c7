//! Requests for approval: approvers decide them by a button. The store records each step before this module performs it;
//! the approvals worker resumes what was interrupted between two steps.

mod notify;

use std::time::Duration;

use tokio::sync::watch;

use super::components::CustomId;
use super::interaction::{DeferredInteraction, Responder, in_time, log_problem};
use super::reply::{self, About};
use super::rest::Acknowledged;
use super::{Data, Error};
use crate::access::{Actor, InteractionId};
use crate::error::{ConfirmationError, OperationError, RequestError, Unavailable, UserError};
use crate::failpoint;
use crate::language::Language;
use crate::operations::{Confirm, Operation, Step, Wait};
use crate::services::{Approval, Done, Mark, Members as _, result_of};
use crate::store::{AccessRequest, AuditSubject, Digest, RequestId, State};

pub(crate) use notify::{ClosedChannels, is_closed, notify, notify_that_it_waits, post};

/// Maximum wait until another task of this instance has finished with a request, which takes a moment: the requesting
/// command with its answer, or the worker with the post.
const FINISHING_WITHIN: Duration = Duration::from_secs(5);

/// Stores an operation, and asks the members who may approve it.
pub(super) async fn ask(deferred: DeferredInteraction, operation: Operation) -> Result<(), Error> {
    let (bot_state, what) = (deferred.bot_state().clone(), AuditSubject::from(&operation));
    match bot_state.services.approvals.create(deferred.request(), operation).await {
        Ok(request) => {
            bot_state.metrics.answered(&what.operation, "asked");
            failpoint::reached("after asking").await;
            // Keeps other tasks from posting it until it is posted and answered.
            let _notifying = bot_state.services.approvals.begin_notifying(request.id);
            let posting = post(&bot_state, &request).await;
            deferred.answer(&reply::asked(deferred.language(), &request, posting)).await
        }
        Err(problem) => deferred.say_no(&problem, what).await,
    }
}

/// Handles the button that approves. `shown`: the digest of the operation in the message.
pub(super) async fn approve_pressed(responder: Responder, id: RequestId, shown: Option<Digest>) -> Result<(), Error> {
    let Some((responder, actor, request)) = authorized(responder, id).await? else { return Ok(()) };
    if shown != Some(request.digest) {
        return show_stored(responder, id).await;
    }
    if request.operation.confirm() == Confirm::TypeName {
        let modal = reply::ask_for_name(responder.language(), CustomId::Approve(id, shown), &request.operation);
        return responder.open(&modal).await;
    }
    approve(responder, &actor, &request).await
}

/// Handles the modal in which an approver `typed` the group's name.
pub(super) async fn approve_named(
    responder: Responder,
    id: RequestId,
    shown: Option<Digest>,
    typed: Option<&str>,
) -> Result<(), Error> {
    let Some((responder, actor, request)) = authorized(responder, id).await? else { return Ok(()) };
    if shown != Some(request.digest) {
        return show_stored(responder, id).await;
    }
    if !request.operation.is_confirmed_by(typed) {
        return turn_down(responder, &request, &ConfirmationError::WrongName.into()).await;
    }
    approve(responder, &actor, &request).await
}

/// Handles the button that opens the modal for the reason of a denial.
pub(super) async fn ask_for_reason(responder: Responder, id: RequestId) -> Result<(), Error> {
    let Some((responder, ..)) = authorized(responder, id).await? else { return Ok(()) };
    let modal = reply::ask_for_reason(responder.language(), id);
    responder.open(&modal).await
}

/// Replaces a message that showed another operation with the request as it is stored.
async fn show_stored(responder: Responder, id: RequestId) -> Result<(), Error> {
    let (bot_state, i18n) = (responder.bot_state().clone(), responder.language());
    let pressed = responder.press().await?;
    show_as_it_is(&bot_state, id, &pressed, i18n, Some(&RequestError::NotAsShown.into())).await
}

async fn approve(responder: Responder, actor: &Actor, request: &AccessRequest) -> Result<(), Error> {
    let (bot_state, i18n) = (responder.bot_state().clone(), responder.language());
    // Acknowledged before its turn: of several instances that received the press, only one waits for the turn. If each
    // refused the presses that arrive during its own, all presses could be refused.
    let name = responder.user_name().map(str::to_owned);
    let pressed = responder.press().await?;
    let Some(_turn) = take_turn(&bot_state, request.id).await else {
        return say_busy(&bot_state, request, &pressed, i18n).await;
    };
    bot_state.services.approvals.note_name(actor, name).await;
    let result = carry_out(&bot_state, actor, request, &pressed).await;
    log_result(request, &result);
    conclude(&bot_state, request, &pressed, i18n, result).await
}

/// Handles the button that shows all details of a request, privately. Their files take milliseconds to build.
pub(super) async fn show_details(responder: Responder, id: RequestId) -> Result<(), Error> {
    let Some((responder, _, request)) = authorized(responder, id).await? else { return Ok(()) };
    let deferred = responder.defer().await?;
    let i18n = deferred.language();
    let account = deferred.bot_state().services.settings.account_names(request.guild);
    let details = deferred.bot_state().compute.run(move || reply::request_details(i18n, &request, account)).await?;
    deferred.answer(&details).await
}

/// Handles the modal in which an approver `typed` the reason of a denial.
pub(super) async fn deny(responder: Responder, id: RequestId, typed: Option<&str>) -> Result<(), Error> {
    let (bot_state, i18n) = (responder.bot_state().clone(), responder.language());
    let reason = typed.and_then(reply::reason);
    let Some((responder, actor, request)) = authorized(responder, id).await? else { return Ok(()) };
    let name = responder.user_name().map(str::to_owned);
    let pressed = responder.press().await?;
    let Some(_turn) = take_turn(&bot_state, id).await else {
        return say_busy(&bot_state, &request, &pressed, i18n).await;
    };
    bot_state.services.approvals.note_name(&actor, name).await;
    match bot_state.services.approvals.deny(&actor, &request, reason).await {
        Ok(request) => {
            notify(&bot_state, &request, None, Some(&pressed)).await;
            Ok(())
        }
        Err(problem) => {
            log_problem(&problem);
            show_as_it_is(&bot_state, id, &pressed, i18n, Some(&problem)).await
        }
    }
}

/// Reads the request that a press is about, and authorizes the press. Returns the request for all that follows, or
/// `None` if the press was refused.
async fn authorized(responder: Responder, id: RequestId) -> Result<Option<(Responder, Actor, AccessRequest)>, Error> {
    let approvals = &responder.bot_state().services.approvals;
    let mut found = None;
    let authorized = in_time(async {
        let actor = responder.actor()?;
        let request = found.insert(approvals.get(actor.guild, id).await?);
        approvals.authorize(actor, request).await?;
        Ok(actor.clone())
    });
    match (authorized.await, found) {
        (Ok(actor), Some(request)) => Ok(Some((responder, actor, request))),
        (Err(problem), Some(request)) => turn_down(responder, &request, &problem).await.map(|()| None),
        (Err(problem), None) => responder.refuse(&problem, AuditSubject::default()).await.map(|()| None),
        (Ok(_), None) => Err(UserError::from(Unavailable::Internal).into()),
    }
}

/// Refuses a press, privately: the posted message stays for the others.
async fn turn_down(responder: Responder, request: &AccessRequest, problem: &UserError) -> Result<(), Error> {
    responder.refuse(problem, AuditSubject::from(&request.operation)).await
}

/// Runs an approved request on behalf of its requester.
async fn carry_out(
    bot_state: &Data,
    by: &Actor,
    request: &AccessRequest,
    pressed: &Acknowledged,
) -> Result<Done, UserError> {
    let membership = bot_state.rest.membership(request.guild, request.actor).await.map_err(|error| {
        tracing::warn!(%error, "failed to read the roles of a requester");
        Unavailable::DiscordSilent
    })?;
    let Approval { request: as_asker, authorized } =
        bot_state.services.approvals.approve(by, request, membership).await?;
    if let Some(since) = bot_state.services.unsettled.warning_for(request).await? {
        return Err(OperationError::Unsettled { since }.into());
    }
    // Keeps the recovery worker from treating it as abandoned until it has ended.
    let _running = work_on(bot_state, as_asker.interaction).await?;
    let operation = authorized.operation().name();
    let (progress, step) = watch::channel(None);
    let run = bot_state.services.executor.run(&as_asker, authorized, progress, &bot_state.rest);
    let (result, ()) = tokio::join!(run, show_checking(bot_state, by, request, pressed, step));
    bot_state.metrics.answered(operation, result.as_ref().map_or_else(UserError::outcome, |_| "done"));
    result
}

fn log_result(request: &AccessRequest, result: &Result<Done, UserError>) {
    let (request, operation) = (request.id.0, request.operation.name());
    match result {
        Ok(_) => tracing::info!(request, operation, "approved and carried out"),
        Err(UserError::Elsewhere) => tracing::info!(request, operation, "another instance runs it"),
        Err(problem) => tracing::info_span!("approval", request, operation).in_scope(|| log_problem(problem)),
    }
}

/// Shows in the message that Usher is checking whether the change took effect, if its answer was lost.
async fn show_checking(
    bot_state: &Data,
    by: &Actor,
    request: &AccessRequest,
    pressed: &Acknowledged,
    mut step: watch::Receiver<Option<Step>>,
) {
    while step.changed().await.is_ok() {
        let Some(Step { wait: Wait::Settle { until }, .. }) = *step.borrow_and_update() else { continue };
        let approved = AccessRequest { state: State::Approved, decided_by: Some(by.user), ..request.clone() };
        let i18n = bot_state.language_of(request.guild).await;
        let account = bot_state.services.settings.account_names(request.guild);
        let checking = Err(OperationError::BeingChecked { until }.into());
        if let Err(error) = pressed.edit(&reply::request_posted(i18n, &approved, Some(&checking), None, account)).await
        {
            tracing::debug!(%error, "failed to show that a change is being checked");
        }
    }
}

/// Waits until this instance does nothing else with a request, such as posting it. Returns `None` if that takes longer
/// than [`FINISHING_WITHIN`].
pub(super) async fn take_turn(bot_state: &Data, id: RequestId) -> Option<Mark<RequestId>> {
    soon(bot_state, bot_state.services.approvals.begin_notifying_when_free(id)).await
}

/// Takes the interaction over, after the requesting command has finished its answer.
async fn work_on(bot_state: &Data, interaction: InteractionId) -> Result<Mark<InteractionId>, UserError> {
    let running = soon(bot_state, bot_state.services.interactions.work_on_when_free(interaction)).await;
    Ok(running.ok_or(RequestError::BeingDecided)?)
}

async fn soon<T>(bot_state: &Data, free: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        free = free => Some(free),
        () = bot_state.clock.sleep(FINISHING_WITHIN) => None,
    }
}

/// Shows the result of a press: in the message, and to all members concerned if it decided the request.
async fn conclude(
    bot_state: &Data,
    &AccessRequest { guild, id, .. }: &AccessRequest,
    pressed: &Acknowledged,
    i18n: Language,
    result: Result<Done, UserError>,
) -> Result<(), Error> {
    failpoint::reached("before telling").await;
    let now = match bot_state.services.approvals.get(guild, id).await {
        Ok(now) => now,
        Err(UserError::Request(RequestError::NoSuchRequest)) => return Ok(()),
        Err(problem) => return say_unread(bot_state, pressed, i18n, &problem).await,
    };
    match (&result, now.state) {
        // This instance found the request void.
        (Err(UserError::Request(RequestError::Decided { .. })), State::Void)
            if bot_state.services.approvals.is_own(&now) =>
        {
            notify(bot_state, &now, None, Some(pressed)).await;
        }
        // The task or instance that runs it, or was first, reports the outcome.
        (Err(UserError::Elsewhere | UserError::Request(RequestError::Decided { .. })), _) => {
            show_as_it_is(bot_state, id, pressed, i18n, None).await?;
        }
        // A press that another instance's was faster than has a result of its own, which is not that of the request.
        (_, State::Approved) if bot_state.services.approvals.is_own(&now) => {
            notify(bot_state, &now, Some(&result), Some(pressed)).await;
        }
        (result, _) => show_as_it_is(bot_state, id, pressed, i18n, result.as_ref().err()).await?,
    }
    Ok(())
}

/// Shows the current state of a request, and reads the state again afterwards: an older state must not replace a newer
/// one that another instance showed meanwhile.
async fn show_as_it_is(
    bot_state: &Data,
    id: RequestId,
    pressed: &Acknowledged,
    i18n: Language,
    trouble: Option<&UserError>,
) -> Result<(), Error> {
    let mut shown = None;
    loop {
        let (request, row) = match bot_state.services.approvals.with_outcome(id).await {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            Err(error) => return say_unread(bot_state, pressed, i18n, &error.into()).await,
        };
        let stands = (request.state, row.is_some());
        if shown == Some(stands) {
            return Ok(());
        }
        let result = row.as_ref().filter(|_| request.state == State::Approved).map(result_of);
        let trouble = trouble.filter(|_| request.state == State::Open);
        let of_server = bot_state.language_of(request.guild).await;
        let account = bot_state.services.settings.account_names(request.guild);
        pressed.edit(&reply::request_posted(of_server, &request, result.as_ref(), trouble, account)).await?;
        shown = Some(stands);
    }
}

/// Tells the user who pressed that Usher is working on the request already. The posted message stays as it is: the
/// task that has the turn edits it.
async fn say_busy(
    bot_state: &Data,
    request: &AccessRequest,
    pressed: &Acknowledged,
    i18n: Language,
) -> Result<(), Error> {
    let busy = UserError::from(RequestError::BeingDecided);
    bot_state.metrics.answered(request.operation.name(), busy.outcome());
    Ok(pressed.tell_privately(&reply::problem(i18n, &busy, About::default())).await?)
}

/// Reports a failure of the store after a press, only to the user who pressed. The posted message stays as it is, with
/// its buttons: whether the request was decided is unknown, and a decision is reported once the store answers.
async fn say_unread(
    bot_state: &Data,
    pressed: &Acknowledged,
    i18n: Language,
    problem: &UserError,
) -> Result<(), Error> {
    log_problem(problem);
    bot_state.metrics.answered("", problem.outcome());
    Ok(pressed.tell_privately(&reply::press_unread(i18n)).await?)
}

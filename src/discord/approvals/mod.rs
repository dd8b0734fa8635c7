//! Requests for approval: approvers decide them by a button. The store records each step before this module performs it;
//! the approvals worker resumes what was interrupted between two steps.

mod notify;
mod press;
mod reminders;

use std::time::Duration;

use tokio::sync::watch;

use super::interaction::{DeferredInteraction, Responder, in_time, log_problem};
use super::reply::{self, PostNote, Posting};
use super::{Data, Error};
use crate::access::{Actor, InteractionId, UserId};
use crate::error::{ConfirmationError, OperationError, RequestError, Unavailable, UserError};
use crate::failpoint;
use crate::operations::{Confirm, Operation, Step, Wait};
use crate::services::{Approval, ApprovalStep, Done, Mark};
use crate::store::{AccessRequest, AuditSubject, Digest, RequestId, State};

pub(crate) use notify::{ClosedChannels, is_closed, notify, notify_that_it_waits, post, post_for_approvers};
use press::Press;
pub(super) use press::PressedOn;
pub(crate) use press::show_first_approval;
pub(crate) use reminders::remind;

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
pub(super) async fn approve_pressed(
    responder: Responder,
    id: RequestId,
    shown: Option<Digest>,
    on: PressedOn,
) -> Result<(), Error> {
    let Some((responder, actor, request)) = authorized(responder, id, on, PressKind::Approve).await? else {
        return Ok(());
    };
    if shown != Some(request.digest) {
        return show_stored(responder, actor, id, on).await;
    }
    if request.operation.confirm() == Confirm::TypeName {
        let modal = reply::ask_for_name(responder.language(), on.approve(id, request.digest), &request.operation);
        return responder.open(&modal).await;
    }
    approve(responder, actor, &request, on).await
}

/// Handles the modal in which an approver `typed` the group's name.
pub(super) async fn approve_named(
    responder: Responder,
    id: RequestId,
    shown: Option<Digest>,
    typed: Option<&str>,
    on: PressedOn,
) -> Result<(), Error> {
    let Some((responder, actor, request)) = authorized(responder, id, on, PressKind::Approve).await? else {
        return Ok(());
    };
    if shown != Some(request.digest) {
        return show_stored(responder, actor, id, on).await;
    }
    if !request.operation.is_confirmed_by(typed) {
        return turn_down(responder, &request, &ConfirmationError::WrongName.into()).await;
    }
    approve(responder, actor, &request, on).await
}

/// Handles the button that opens the modal for the reason of a denial.
pub(super) async fn ask_for_reason(responder: Responder, id: RequestId, on: PressedOn) -> Result<(), Error> {
    let Some((responder, ..)) = authorized(responder, id, on, PressKind::Other).await? else { return Ok(()) };
    let modal = reply::ask_for_reason(responder.language(), on.deny(id));
    responder.open(&modal).await
}

/// Replaces a message that showed another operation with the request as it is stored.
async fn show_stored(responder: Responder, actor: Actor, id: RequestId, on: PressedOn) -> Result<(), Error> {
    let press = Press::acknowledge(responder, actor, on).await?;
    press.show_as_it_is(id, Some(PostNote::Problem(&RequestError::NotAsShown.into()))).await
}

async fn approve(responder: Responder, actor: Actor, request: &AccessRequest, on: PressedOn) -> Result<(), Error> {
    // Acknowledged before its turn: of several instances that received the press, only one waits for the turn. If each
    // refused the presses that arrive during its own, all presses could be refused.
    let name = responder.user_name().map(str::to_owned);
    let press = Press::acknowledge(responder, actor, on).await?;
    let Some(_turn) = take_turn(&press.bot_state, request.id).await else {
        return press.say_busy(request).await;
    };
    press.bot_state.services.approvals.note_name(&press.actor, name).await;
    let result = carry_out(&press, request).await;
    log_result(request, &result);
    conclude(&press, request, result).await
}

/// Handles the button that shows all details of a request, privately. Their files take milliseconds to build.
pub(super) async fn show_details(responder: Responder, id: RequestId) -> Result<(), Error> {
    let Some((responder, _, request)) = authorized(responder, id, PressedOn::Post, PressKind::Other).await? else {
        return Ok(());
    };
    let deferred = responder.defer().await?;
    let i18n = deferred.language();
    let account = deferred.bot_state().services.settings.account_names(request.guild);
    let details = deferred.bot_state().compute.run(move || reply::request_details(i18n, &request, account)).await?;
    deferred.answer(&details).await
}

/// Handles the modal in which an approver `typed` the reason of a denial.
pub(super) async fn deny(responder: Responder, id: RequestId, typed: Option<&str>, on: PressedOn) -> Result<(), Error> {
    let reason = typed.and_then(reply::reason);
    let Some((responder, actor, request)) = authorized(responder, id, on, PressKind::Other).await? else {
        return Ok(());
    };
    let name = responder.user_name().map(str::to_owned);
    let press = Press::acknowledge(responder, actor, on).await?;
    let Some(_turn) = take_turn(&press.bot_state, id).await else { return press.say_busy(&request).await };
    press.bot_state.services.approvals.note_name(&press.actor, name).await;
    match press.bot_state.services.approvals.deny(&press.actor, &request, reason).await {
        Ok(request) => press.notify(&request, None).await,
        Err(problem) => {
            log_problem(&problem);
            press.show_as_it_is(id, Some(PostNote::Problem(&problem))).await
        }
    }
}

/// Handles the button that withdraws the user's own request in a list. The list shows this page afterwards.
pub(super) async fn withdraw(responder: Responder, id: RequestId, page: usize) -> Result<(), Error> {
    let actor = match responder.actor() {
        Ok(actor) => actor.clone(),
        Err(problem) => return responder.refuse(&problem, AuditSubject::default()).await,
    };
    let press = Press::acknowledge(responder, actor, PressedOn::List { page }).await?;
    let approvals = &press.bot_state.services.approvals;
    let withdrawn = async {
        let _turn = take_turn(&press.bot_state, id).await.ok_or(RequestError::BeingDecided)?;
        let request = approvals.cancel(&press.actor, id).await?;
        notify(&press.bot_state, &request, None, None).await;
        Ok::<_, UserError>(request)
    };
    let note = match withdrawn.await {
        Ok(request) => reply::listed_result(press.i18n, &request, None),
        Err(problem) => {
            log_problem(&problem);
            reply::listed_problem(press.i18n, id, &problem)
        }
    };
    press.show_list(note).await
}

/// What a press is meant to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PressKind {
    Approve,
    Other,
}

/// Reads the request that a press is about, and authorizes the press. Returns the request for all that follows, or
/// `None` if the press was refused.
async fn authorized(
    responder: Responder,
    id: RequestId,
    on: PressedOn,
    kind: PressKind,
) -> Result<Option<(Responder, Actor, AccessRequest)>, Error> {
    let approvals = &responder.bot_state().services.approvals;
    let mut found = None;
    let authorized = in_time(async {
        let actor = responder.actor()?;
        let request = found.insert(approvals.get(actor.guild, id).await?);
        match kind {
            PressKind::Approve => approvals.authorize_approval(actor, request).await?,
            PressKind::Other => approvals.authorize(actor, request).await?,
        };
        Ok(actor.clone())
    });
    match (authorized.await, found, on) {
        (Ok(actor), Some(request), _) => Ok(Some((responder, actor, request))),
        // The list shows an old state.
        (Err(problem @ UserError::Request(_)), Some(request), PressedOn::List { .. }) => {
            log_problem(&problem);
            responder.bot_state().metrics.answered(request.operation.name(), problem.outcome());
            let actor = responder.actor()?.clone();
            let press = Press::acknowledge(responder, actor, on).await?;
            press.show_list(reply::listed_problem(press.i18n, id, &problem)).await.map(|()| None)
        }
        (Err(problem), Some(request), _) => turn_down(responder, &request, &problem).await.map(|()| None),
        (Err(problem), None, _) => responder.refuse(&problem, AuditSubject::default()).await.map(|()| None),
        (Ok(_), None, _) => Err(UserError::from(Unavailable::Internal).into()),
    }
}

/// Refuses a press, privately: the posted message stays for the others.
async fn turn_down(responder: Responder, request: &AccessRequest, problem: &UserError) -> Result<(), Error> {
    responder.refuse(problem, AuditSubject::from(&request.operation)).await
}

/// The effect of an approval.
enum Approved {
    Done(Box<Done>),
    /// The first of two approvals is recorded. `lost`: who approved it before, and may not do so any more.
    OneMore {
        lost: Option<UserId>,
    },
}

/// Approves a request, and runs it on behalf of its requester if it has all approvals.
async fn carry_out(press: &Press, request: &AccessRequest) -> Result<Approved, UserError> {
    let bot_state = &press.bot_state;
    let step = bot_state.services.approvals.approve(&press.actor, request, &bot_state.rest).await?;
    let Approval { request: as_asker, authorized } = match step {
        ApprovalStep::Run(approval) => *approval,
        ApprovalStep::OneMore { lost } => {
            bot_state.metrics.answered(request.operation.name(), "asked");
            return Ok(Approved::OneMore { lost });
        }
    };
    if let Some(since) = bot_state.services.unsettled.warning_for(request).await? {
        return Err(OperationError::Unsettled { since }.into());
    }
    // Keeps the recovery worker from treating it as abandoned until it has ended.
    let _running = work_on(bot_state, as_asker.interaction).await?;
    let operation = authorized.operation().name();
    let (progress, step) = watch::channel(None);
    let run = bot_state.services.executor.run(&as_asker, authorized, progress, &bot_state.rest);
    let (result, ()) = tokio::join!(run, show_checking(press, request, step));
    bot_state.metrics.answered(operation, result.as_ref().map_or_else(UserError::outcome, |_| "done"));
    result.map(|done| Approved::Done(Box::new(done)))
}

fn log_result(request: &AccessRequest, result: &Result<Approved, UserError>) {
    let (request, operation) = (request.id.0, request.operation.name());
    match result {
        Ok(Approved::OneMore { .. }) => tracing::info!(request, operation, "approved by one of two people"),
        Ok(Approved::Done(_)) => tracing::info!(request, operation, "approved and carried out"),
        Err(UserError::Elsewhere) => tracing::info!(request, operation, "another instance runs it"),
        Err(problem) => tracing::info_span!("approval", request, operation).in_scope(|| log_problem(problem)),
    }
}

/// Shows in the post that Usher is checking whether the change took effect, if its answer was lost.
async fn show_checking(press: &Press, request: &AccessRequest, mut step: watch::Receiver<Option<Step>>) {
    let bot_state = &press.bot_state;
    while step.changed().await.is_ok() {
        let Some(Step { wait: Wait::Settle { until }, .. }) = *step.borrow_and_update() else { continue };
        let approved = AccessRequest { state: State::Approved, decided_by: Some(press.actor.user), ..request.clone() };
        let i18n = bot_state.language_of(request.guild).await;
        let account = bot_state.services.settings.account_names(request.guild);
        let checking = Err(OperationError::BeingChecked { until }.into());
        let shown = reply::request_posted(i18n, &approved, Some(&checking), None, account);
        if let Err(error) = press.edit_post(request, &shown).await {
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
    press: &Press,
    &AccessRequest { guild, id, .. }: &AccessRequest,
    result: Result<Approved, UserError>,
) -> Result<(), Error> {
    failpoint::reached("before telling").await;
    let bot_state = &press.bot_state;
    let now = match bot_state.services.approvals.get(guild, id).await {
        Ok(now) => now,
        Err(UserError::Request(RequestError::NoSuchRequest)) => return Ok(()),
        Err(problem) => return press.say_unread(&problem).await,
    };
    let result = match result {
        Ok(Approved::OneMore { lost }) => {
            // Another instance may carry it out meanwhile, and tells the requester.
            if now.state == State::Open {
                notify_that_it_waits(bot_state, &now, Posting::Done).await;
            }
            return press.show_as_it_is(id, lost.map(PostNote::ApprovalLost)).await;
        }
        Ok(Approved::Done(done)) => Ok(*done),
        Err(problem) => Err(problem),
    };
    match (&result, now.state) {
        // This instance found the request void.
        (Err(UserError::Request(RequestError::Decided { .. })), State::Void)
            if bot_state.services.approvals.is_own(&now) =>
        {
            press.notify(&now, None).await
        }
        // The task or instance that runs it, or was first, reports the outcome. A second press of the first approver that
        // came before the first one was stored changes nothing.
        (
            Err(
                UserError::Elsewhere | UserError::Request(RequestError::Decided { .. } | RequestError::ApprovedAlready),
            ),
            _,
        ) => press.show_as_it_is(id, None).await,
        // A press that another instance's was faster than has a result of its own, which is not that of the request.
        (_, State::Approved) if bot_state.services.approvals.is_own(&now) => press.notify(&now, Some(&result)).await,
        (result, _) => press.show_as_it_is(id, result.as_ref().err().map(PostNote::Problem)).await,
    }
}

//! The pipeline from a command to its answer. For an operation: authorize from the interaction only, acknowledge at
//! once, resolve the group or session, authorize again, then execute, ask for a confirmation or an approval, or refuse.
//! A command that is no operation takes the same path as far as it goes: [`begin`] authorizes and acknowledges, and
//! [`RunningCommand::end`] answers.

use std::sync::Arc;

use serenity::all::CreateActionRow;
use tokio::sync::watch;
use usher_clock::Timestamp;
use whatsapp::{GroupId, SessionName};

use super::deferred::DeferredInteraction;
use super::pipeline_request::PipelineRequest;
use super::progress::show_progress;
use super::refused::{NOT_SHOWN, meant_on_group, what_was_meant};
use super::responder::Responder;
use crate::access::{Actor, Groups, Target};
use crate::command_name::{CommandName, Requirement};
use crate::discord::rest::RestError;
use crate::discord::{BotState, Data, Error, approvals, reply};
use crate::error::{GroupError, InputError, UserError};
use crate::language::Language;
use crate::operations::{Confirm, GroupRef, Operation, Perform, journalled};
use crate::people_list::{ListPreview, Planned};
use crate::services::{Admission, AuthorizedOperation, CurrentSettings, NameLookup, NextStep, Request, Services};
use crate::store::{AuditSubject, TooMuch};

/// Runs an operation on one group, given by JID or by name. `build` creates the operation from the group.
pub(crate) async fn on_group<O: Perform + Into<Operation>>(
    request: impl Into<PipelineRequest>,
    group: &str,
    build: impl FnOnce(GroupRef) -> O + Clone,
) -> Result<(), Error> {
    on_group_if(request, group, Ok(build)).await
}

/// As [`on_group`]. `build` is an error if the typed options are invalid.
pub(crate) async fn on_group_if<O: Perform + Into<Operation>>(
    request: impl Into<PipelineRequest>,
    group: &str,
    build: Result<impl FnOnce(GroupRef) -> O + Clone, UserError>,
) -> Result<(), Error> {
    let meant = build.as_ref().ok().cloned().map(|build| |at| Some(build(at).into()));
    let build = build.map(|build| async |at| Ok(build(at)));
    try_on_group::<O, O, _>(request, group, build, meant).await
}

/// As [`on_group`]. `build` is an error if the typed options are invalid, and itself fails if the operation cannot be
/// created, for example because an attachment cannot be read. `meant` creates the operation that the audit log shows if
/// it is refused, without I/O and as far as that is possible.
pub(crate) async fn try_on_group<O, P, B>(
    request: impl Into<PipelineRequest>,
    group: &str,
    build: Result<B, UserError>,
    meant: Option<impl FnOnce(GroupRef) -> Option<Operation>>,
) -> Result<(), Error>
where
    O: Perform,
    B: AsyncFnOnce(GroupRef) -> Result<P, UserError>,
    P: Into<Planned>,
{
    let request = request.into();
    let authorized = authorize_on_group::<O>(&request.responder, group).await;
    let (settings, admission, build) = match authorized.and_then(|(settings, admission)| {
        let misses_reason = request.lacks_reason && settings.reasons.required;
        if misses_reason { Err(InputError::ReasonMissing.into()) } else { Ok((settings, admission, build?)) }
    }) {
        Ok(admitted) => admitted,
        Err(problem) => {
            let what = what_was_meant::<O>(&request.responder, group, meant).await;
            return request.responder.refuse(&problem, what).await;
        }
    };
    let deferred = request.acknowledge().await?;
    let name = match admission {
        Admission::Free if O::CONFIRM == Confirm::No && journalled().contains(&O::NAME) => NameLookup::Soon,
        Admission::Free if O::CONFIRM == Confirm::No => NameLookup::Cached,
        // Confirmations and requests for approval show the group's name.
        Admission::Free | Admission::IfApproved => NameLookup::Needed,
    };
    let services = &deferred.bot_state().services;
    match services.groups.resolve(&settings, deferred.actor(), O::NEEDS, group, name).await {
        Ok(at) => {
            let mut what = meant_on_group(services, &settings, O::NAME, group, NOT_SHOWN);
            let next = async {
                let planned: Planned = build(at).await?.into();
                what = AuditSubject::from(&planned.operation);
                services.executor.reauthorize(deferred.actor(), planned).await
            };
            let next = next.await;
            take_step(deferred, next, what).await
        }
        Err(UserError::Group(problem)) => {
            let planned = match (settings.default_session(), problem.offered().first()) {
                (Some(session), Some(line)) => {
                    let (session, group) = (session.clone(), line.id.clone());
                    // The chosen group takes its place.
                    let at = GroupRef { session, group, name: None, is_name_secret: false };
                    build(at).await.ok().map(Into::into)
                }
                _ => None,
            };
            Box::pin(offer_groups(deferred, problem, planned, AuditSubject::of(O::NAME))).await
        }
        Err(problem) => {
            let what = meant_on_group(services, &settings, O::NAME, group, NOT_SHOWN);
            Box::pin(deferred.say_no(&problem, what)).await
        }
    }
}

/// Says that it is not known which group is meant, with a menu of those that may be. `planned`: what is carried out once
/// the actor has chosen; `None` if that could not be planned.
async fn offer_groups(
    deferred: DeferredInteraction,
    problem: GroupError,
    planned: Option<Planned>,
    what: AuditSubject,
) -> Result<(), Error> {
    let menu = match planned {
        Some(planned) => {
            let stored = deferred.bot_state().services.confirmations.insert_choice(deferred.request(), planned).await;
            let stored = stored.inspect_err(|error| tracing::info!(%error, "failed to offer groups to choose from"));
            stored.ok().map(|(id, _expires_at)| reply::group_menu(deferred.language(), id, problem.offered()))
        }
        None => None,
    };
    deferred.say_no_with(&problem.into(), what, menu).await
}

/// Authorizes an operation on one group, given by JID or by name, from the interaction only. Returns the settings that
/// decided.
pub(crate) async fn authorize_on_group<O: Perform>(
    responder: &Responder,
    group: &str,
) -> Result<(CurrentSettings, Admission), UserError> {
    let id = group.trim().parse::<GroupId>().ok();
    let target = Target { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let (actor, settings) = (responder.actor()?, responder.settings().await?);
    let admission = settings.authorize(actor, O::NEEDS, target)?;
    Ok((settings, admission))
}

/// Runs an operation in a session, or in the server's default session. `groups`: the groups that it concerns. `build`
/// creates the operation from the session.
pub(crate) async fn on_session<O: Perform + Into<Operation>>(
    request: impl Into<PipelineRequest>,
    session: Option<&str>,
    groups: Groups<'_>,
    build: impl FnOnce(SessionName) -> O,
) -> Result<(), Error> {
    try_on_session::<O, O, _>(request, session, groups, Ok(async |session| Ok(build(session)))).await
}

/// As [`on_session`]. `build` as for [`try_on_group`].
pub(crate) async fn try_on_session<O, P, B>(
    request: impl Into<PipelineRequest>,
    session: Option<&str>,
    groups: Groups<'_>,
    build: Result<B, UserError>,
) -> Result<(), Error>
where
    O: Perform,
    B: AsyncFnOnce(SessionName) -> Result<P, UserError>,
    P: Into<Planned>,
{
    let request = request.into();
    let services = &request.responder.bot_state().clone().services;
    let admitted = async {
        let (actor, settings) = (request.responder.actor()?, request.responder.settings().await?);
        settings.authorize(actor, O::NEEDS, Target { session: None, groups })?;
        let session = settings.session(session)?;
        if O::IN_ONE_SESSION {
            settings.authorize(actor, O::NEEDS, Target { session: Some(&session), groups })?;
        }
        Ok((session, build?))
    };
    let mut what = AuditSubject::of(O::NAME);
    let (session, build) = match admitted.await {
        Ok(admitted) => admitted,
        Err(problem) => return request.responder.refuse(&problem, what).await,
    };
    let deferred = request.acknowledge().await?;
    let next = async {
        let planned: Planned = build(session).await?.into();
        what = AuditSubject::from(&planned.operation);
        services.executor.reauthorize(deferred.actor(), planned).await
    };
    let next = next.await;
    take_step(deferred, next, what).await
}

/// Takes the next step: executes the operation, asks the actor or an approver, or refuses. Each future is boxed, so
/// that a task that waits for its acknowledgement does not hold the memory of the largest one.
pub(crate) async fn take_step(
    deferred: DeferredInteraction,
    next: Result<NextStep, UserError>,
    what: AuditSubject,
) -> Result<(), Error> {
    match next {
        Ok(NextStep::Go(authorized)) => Box::pin(execute(deferred, authorized)).await,
        Ok(NextStep::Confirm { operation, unsettled }) => Box::pin(confirm(deferred, operation, unsettled)).await,
        Ok(NextStep::Preview { operation, preview, unsettled }) => {
            Box::pin(show_preview(deferred, operation, preview.into(), unsettled)).await
        }
        Ok(NextStep::Ask(operation)) => Box::pin(approvals::ask(deferred, operation)).await,
        Err(problem) => Box::pin(deferred.say_no(&problem, what)).await,
    }
}

/// Stores the operation and asks the actor to confirm it. `unsettled`: when the same change was requested, if
/// that change is not settled yet.
pub(crate) async fn confirm(
    deferred: DeferredInteraction,
    operation: Operation,
    unsettled: Option<Timestamp>,
) -> Result<(), Error> {
    let BotState { services, metrics, .. } = &**deferred.bot_state();
    let inserted = services.confirmations.insert(deferred.request(), operation.clone(), unsettled, None).await;
    let (id, expires_at) = match inserted {
        Ok(inserted) => inserted,
        Err(problem) => return deferred.say_no(&problem, AuditSubject::from(&operation)).await,
    };
    metrics.answered(operation.name(), "asked");
    let question = reply::ask(deferred.language(), id, &operation, unsettled, expires_at);
    if let Err(error) = deferred.answer(&question).await {
        // No one can answer a question that no one sees.
        services.confirmations.delete(id).await?;
        return Err(error);
    }
    Ok(())
}

/// Stores the operation, and shows the actor how the list was read that its people come from.
async fn show_preview(
    deferred: DeferredInteraction,
    operation: Operation,
    preview: Arc<ListPreview>,
    unsettled: Option<Timestamp>,
) -> Result<(), Error> {
    let BotState { services, metrics, compute, .. } = &**deferred.bot_state();
    let (request, kept) = (deferred.request(), preview.clone());
    let inserted = services.confirmations.insert(request, operation.clone(), unsettled, Some(kept)).await;
    let (id, expires_at) = match inserted {
        Ok(inserted) => inserted,
        Err(problem) => return deferred.say_no(&problem, AuditSubject::from(&operation)).await,
    };
    metrics.answered(operation.name(), "asked");
    let i18n = deferred.language();
    let shown = reply::PreviewCard { id, operation, preview, unsettled, expires_at, page: 0, note: None };
    let message = compute.run(move || reply::preview(i18n, &shown)).await?;
    if let Err(error) = deferred.answer(&message).await {
        // No one can answer a question that no one sees.
        services.confirmations.delete(id).await?;
        return Err(error);
    }
    Ok(())
}

/// Executes the operation, shows its result, and announces a change in the channel.
pub(crate) async fn execute(deferred: DeferredInteraction, authorized: AuthorizedOperation) -> Result<(), Error> {
    let BotState { services, metrics, rest, .. } = &**deferred.bot_state();
    let operation = authorized.operation().clone();
    let (progress, step) = watch::channel(None);
    let run = services.executor.run(deferred.request(), authorized, progress, rest);
    let (i18n, interaction) = (deferred.language(), deferred.request().interaction);
    let message = |step, taken| reply::progress(i18n, &operation, step, interaction, taken);
    let (result, ()) = tokio::join!(run, show_progress(&deferred, step, message));
    match result {
        Ok(done) => {
            tracing::info!(operation = operation.name(), "operation carried out");
            metrics.answered(operation.name(), "done");
            let done = Arc::new(done);
            let mut message = deferred.message_of(&done).await?;
            if let Some(undo) = done.next.undo {
                message = message.with_button(reply::undo_button(i18n, undo));
            }
            let answered = if done.outcome.is_unconfirmed() {
                deferred.answer_for_now(&message).await
            } else {
                deferred.answer(&message).await
            };
            // The change happened, so announce it even if the answer failed. If the answer may still succeed, the
            // recovery worker sends it later together with the announcement.
            let unsent = answered.as_ref().err().and_then(|error| error.downcast_ref::<RestError>());
            if unsent.is_none_or(RestError::is_final) {
                deferred.announce(&done).await?;
            }
            answered
        }
        Err(UserError::Elsewhere) => {
            tracing::info!("another instance runs the operation");
            Ok(())
        }
        Err(problem) => {
            let instead = offer_for_today(&deferred, &operation, &problem).await;
            deferred.say_no_with(&problem, AuditSubject::from(&operation), instead).await
        }
    }
}

/// Returns buttons that add as many people as the account may add today, and the others later, if it may not add all now.
async fn offer_for_today(
    deferred: &DeferredInteraction,
    refused: &Operation,
    problem: &UserError,
) -> Option<CreateActionRow> {
    let UserError::TooMuch(TooMuch::InADay { left, .. }) = problem else { return None };
    let parts = refused.in_parts(*left)?;
    let stored = deferred.bot_state().services.confirmations.insert(deferred.request(), parts, None, None).await;
    let (id, _expires_at) =
        stored.inspect_err(|error| tracing::info!(%error, "failed to offer an addition in parts")).ok()?;
    Some(reply::offer_for_today(deferred.language(), id, *left))
}

/// A command that is no operation, after it was authorized and acknowledged.
pub(crate) struct RunningCommand {
    name: CommandName,
    /// The settings by which the command was authorized.
    settings: CurrentSettings,
    deferred: DeferredInteraction,
}

/// Authorizes a command that is no operation, from the interaction only, and acknowledges it. Returns `None` if it was
/// refused.
pub(crate) async fn begin(
    request: impl Into<PipelineRequest>,
    name: CommandName,
) -> Result<Option<RunningCommand>, Error> {
    let request = request.into();
    match authorize(&request.responder, name).await {
        Ok(settings) => Ok(Some(RunningCommand { name, settings, deferred: request.acknowledge().await? })),
        Err(problem) => refuse(request.responder, name, &problem).await.map(|()| None),
    }
}

/// Returns the settings of the actor's server, or the error that refuses the command to the actor.
pub(crate) async fn authorize(responder: &Responder, name: CommandName) -> Result<CurrentSettings, UserError> {
    let (actor, settings) = (responder.actor()?, responder.settings().await?);
    match name.requires() {
        Requirement::Nothing => {}
        Requirement::Capability(needs) => settings.require(actor, needs, Target::IN_SCOPE)?,
        Requirement::Administrator => settings.require_administrator(actor)?,
    }
    Ok(settings)
}

/// Answers a command that is no operation with its acknowledgement: at once, and privately.
pub(crate) async fn answer_at_once(
    responder: Responder,
    name: CommandName,
    result: Result<reply::Message, UserError>,
) -> Result<(), Error> {
    match result {
        Ok(message) => {
            responder.bot_state().metrics.answered(name.as_str(), "done");
            responder.reply(&message).await
        }
        Err(problem) => refuse(responder, name, &problem).await,
    }
}

/// Refuses a command that is no operation, at once.
pub(crate) async fn refuse(responder: Responder, name: CommandName, problem: &UserError) -> Result<(), Error> {
    responder.refuse(problem, AuditSubject::of(name.as_str())).await
}

impl RunningCommand {
    pub(crate) fn bot_state(&self) -> &Data {
        self.deferred.bot_state()
    }

    pub(crate) fn services(&self) -> &Services {
        &self.deferred.bot_state().services
    }

    pub(crate) fn settings(&self) -> &CurrentSettings {
        &self.settings
    }

    pub(crate) fn request(&self) -> &Request {
        self.deferred.request()
    }

    pub(crate) fn actor(&self) -> &Actor {
        self.deferred.actor()
    }

    pub(crate) fn language(&self) -> Language {
        self.deferred.language()
    }

    /// Shows how far the work is, until it ends.
    pub(crate) async fn show_progress<T: Copy>(
        &self,
        step: watch::Receiver<Option<T>>,
        message: impl Fn(Language, T) -> reply::Message,
    ) {
        show_progress(&self.deferred, step, |step, _taken| message(self.language(), step)).await;
    }

    /// Answers with the result, and counts it. Shows nothing if another instance answers.
    pub(crate) async fn end(self, result: Result<reply::Message, UserError>) -> Result<(), Error> {
        match result {
            Ok(message) => {
                self.bot_state().metrics.answered(self.name.as_str(), "done");
                self.deferred.answer(&message).await
            }
            Err(UserError::Elsewhere) => Ok(()),
            Err(problem) => self.deferred.say_no(&problem, AuditSubject::of(self.name.as_str())).await,
        }
    }

    /// As [`Self::end`], for a message that shows trouble with the log channel itself. `outcome`: the end to count.
    pub(crate) async fn end_without_note(self, message: &reply::Message, outcome: &'static str) -> Result<(), Error> {
        self.bot_state().metrics.answered(self.name.as_str(), outcome);
        self.deferred.answer_without_note(message).await
    }
}

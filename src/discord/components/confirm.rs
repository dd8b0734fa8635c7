//! Handles the buttons and modals of a confirmation. Access is decided again at the press. Only the actor can answer a
//! confirmation, and only once.

use super::CustomId;
use crate::discord::interaction::pipeline;
use crate::discord::interaction::{DeferredInteraction, NotMine, Responder, in_time};
use crate::discord::{Error, reply};
use crate::error::{AccessError, ConfirmationError, OperationError, UserError};
use crate::people_list::Selection;
use crate::services::{AuthorizedOperation, Confirmations, NextStep, selected};
use crate::store::{AuditSubject, ConfirmationId, PendingConfirmation};

/// Handles the button that cancels.
pub(super) async fn cancel(responder: Responder, id: ConfirmationId) -> Result<(), Error> {
    match withdraw(&responder, id).await {
        Ok(()) => {
            let message = reply::withdrawn(responder.language());
            responder.update(&message).await
        }
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Handles the button that opens the modal for the group's name.
pub(super) async fn ask_for_name(responder: Responder, id: ConfirmationId) -> Result<(), Error> {
    match awaiting(&responder, id).await {
        Ok(PendingConfirmation { operation, .. }) => {
            responder.bot_state().services.confirmations.extend_for_typing(id).await;
            let modal = reply::ask_for_name(responder.language(), CustomId::TypeName(id), &operation);
            responder.open(&modal).await
        }
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Returns the pending confirmation of this user, and authorizes again.
pub(super) async fn awaiting(responder: &Responder, id: ConfirmationId) -> Result<PendingConfirmation, UserError> {
    in_time(responder.bot_state().services.confirmations.get(responder.actor()?, id)).await
}

/// Deletes the confirmation before the response: only the store knows whether another press, perhaps at another
/// instance, was first.
async fn withdraw(responder: &Responder, id: ConfirmationId) -> Result<(), UserError> {
    awaiting(responder, id).await?;
    let withdrawn = in_time(async { Ok(responder.bot_state().services.confirmations.delete(id).await?) }).await?;
    if withdrawn { Ok(()) } else { Err(ConfirmationError::Answered.into()) }
}

/// Handles the buttons that confirm, and the modal for the group's name, in which the user `typed` a text. `selection`:
/// the people of a list whom the user chose.
pub(super) async fn confirm(
    responder: Responder,
    id: ConfirmationId,
    selection: Selection,
    typed: Option<&str>,
) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let accepted = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.confirmations.accept(actor, id, typed, selection)).await,
        Err(problem) => Err(problem),
    };
    match accepted {
        Ok(NextStep::Go(authorized)) => run(responder, id, authorized).await,
        Ok(next) => replace(responder.defer_update().await?, id, Ok(next)).await,
        Err(UserError::Confirmation(ConfirmationError::WrongName)) => match awaiting(&responder, id).await {
            Ok(PendingConfirmation { operation, expires_at, .. }) => {
                bot_state.metrics.answered(operation.name(), UserError::from(ConfirmationError::WrongName).outcome());
                let message = reply::ask_again(responder.language(), id, &operation, expires_at);
                responder.update(&message).await
            }
            Err(problem) => turn_down(responder, id, &problem).await,
        },
        Err(UserError::Operation(OperationError::Unsettled { since })) => {
            let pending = awaiting(&responder, id).await;
            // The card did not say that the same change is not confirmed, so ask once more.
            match pending.and_then(|pending| selected(&pending, selection)) {
                Ok(operation) => {
                    let next = NextStep::Confirm { operation, unsettled: Some(since) };
                    replace(responder.defer_update().await?, id, Ok(next)).await
                }
                Err(problem) => turn_down(responder, id, &problem).await,
            }
        }
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Handles the button that undoes an operation.
pub(super) async fn undo(responder: Responder, id: ConfirmationId) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let accepted = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.confirmations.accept_undo(actor, id)).await,
        Err(problem) => Err(problem),
    };
    match accepted {
        Ok(authorized) => run(responder, id, authorized).await,
        // The message still shows what was done.
        Err(problem) => {
            let what = in_time(async { Ok(bot_state.services.confirmations.subject(id).await) }).await;
            responder.refuse(&problem, what.unwrap_or_default()).await
        }
    }
}

/// Runs a confirmed operation, if this press is the first. A later one must not change the message, which shows the
/// outcome of the first.
async fn run(responder: Responder, id: ConfirmationId, authorized: AuthorizedOperation) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let confirmations = &bot_state.services.confirmations;
    let Some(press) = responder.interaction() else { return refuse_second(responder, &authorized).await };
    match in_time(confirmations.confirm(&authorized, press)).await {
        Ok(()) => match responder.work_on(authorized.operation()).await {
            Ok(deferred) => pipeline::execute(deferred, authorized).await,
            Err(error) => {
                // Another instance has the same press, or Discord does not show it as answered: it may come again.
                if error.downcast_ref::<NotMine>().is_none()
                    && let Err(error) = confirmations.release(id, press).await
                {
                    tracing::warn!(%error, "failed to let another press confirm an operation");
                }
                Err(error)
            }
        },
        Err(UserError::Elsewhere) => refuse_second(responder, &authorized).await,
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

async fn refuse_second(responder: Responder, authorized: &AuthorizedOperation) -> Result<(), Error> {
    responder.refuse(&ConfirmationError::Answered.into(), AuditSubject::from(authorized.operation())).await
}

/// Deletes a confirmation, and takes the next step in its message.
pub(super) async fn replace(
    deferred: DeferredInteraction,
    id: ConfirmationId,
    next: Result<NextStep, UserError>,
) -> Result<(), Error> {
    let services = &deferred.bot_state().services;
    let what = services.confirmations.subject(id).await;
    if services.confirmations.delete(id).await? {
        return pipeline::take_step(deferred, next, what).await;
    }
    // Another press was first and shows its outcome in the same message.
    services.interactions.answered(deferred.request().interaction).await;
    Ok(())
}

/// Shows an error and deletes the confirmation, unless it belongs to another user. A confirmation that is gone was
/// perhaps answered. Its message shows the outcome, so it is not overwritten.
pub(super) async fn turn_down(responder: Responder, id: ConfirmationId, problem: &UserError) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    // If the store failed already, do not read it a second time.
    let what = if problem.is_store_failure() {
        AuditSubject::default()
    } else {
        in_time(async { Ok(bot_state.services.confirmations.subject(id).await) }).await.unwrap_or_default()
    };
    let is_gone = what.operation.is_empty();
    let is_others = matches!(
        problem,
        UserError::Confirmation(ConfirmationError::NotYours) | UserError::Access(AccessError::NotInAServer)
    );
    if let UserError::Confirmation(ConfirmationError::Gone) = problem
        && responder.message_age().is_some_and(|age| age < Confirmations::SHORTEST)
    {
        return responder.refuse(&ConfirmationError::Answered.into(), what).await;
    }
    if is_gone || is_others {
        return responder.refuse(problem, what).await;
    }
    responder.refuse_in_place(problem, what).await?;
    bot_state.services.confirmations.delete(id).await?;
    Ok(())
}

//! Handles the buttons and modals of a confirmation. Access is decided again at the press. Only the actor can answer a
//! confirmation, and only once.

use usher_clock::Timestamp;

use super::CustomId;
use crate::discord::interaction::pipeline;
use crate::discord::interaction::{Responder, in_time};
use crate::discord::{Error, reply};
use crate::error::{AccessError, ConfirmationError, OperationError, UserError};
use crate::operations::Operation;
use crate::store::{AuditSubject, ConfirmationId};

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
        Ok(operation) => {
            responder.bot_state().services.confirmations.extend_for_typing(id).await;
            let modal = reply::ask_for_name(responder.language(), CustomId::TypeName(id), &operation);
            responder.open(&modal).await
        }
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

async fn awaiting(responder: &Responder, id: ConfirmationId) -> Result<Operation, UserError> {
    let pending = in_time(responder.bot_state().services.confirmations.get(responder.actor()?, id)).await?;
    Ok(pending.operation)
}

/// Deletes the confirmation before the response: only the store knows whether another press, perhaps at another
/// instance, was first.
async fn withdraw(responder: &Responder, id: ConfirmationId) -> Result<(), UserError> {
    awaiting(responder, id).await?;
    let withdrawn = in_time(async { Ok(responder.bot_state().services.confirmations.delete(id).await?) }).await?;
    if withdrawn { Ok(()) } else { Err(ConfirmationError::Gone.into()) }
}

/// Handles the button that confirms, and the modal for the group's name, in which the user `typed` a text.
pub(super) async fn confirm(responder: Responder, id: ConfirmationId, typed: Option<&str>) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let cleared = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.confirmations.accept(actor, id, typed)).await,
        Err(problem) => Err(problem),
    };
    match cleared {
        Ok(cleared) => {
            let deferred = responder.work_on(cleared.operation()).await?;
            match bot_state.services.confirmations.extend_for_pre_check(&cleared).await {
                Ok(()) => pipeline::execute(deferred, cleared).await,
                Err(UserError::Elsewhere) => {
                    // Another press was first and shows its outcome in the same message. This one needs no answer.
                    bot_state.services.interactions.answered(deferred.request().interaction).await;
                    Ok(())
                }
                Err(problem) => deferred.say_no(&problem, AuditSubject::from(cleared.operation())).await,
            }
        }
        Err(UserError::Confirmation(ConfirmationError::WrongName)) => match awaiting(&responder, id).await {
            Ok(operation) => {
                bot_state.metrics.answered(operation.name(), UserError::from(ConfirmationError::WrongName).outcome());
                let message = reply::ask_again(responder.language(), id, &operation);
                responder.update(&message).await
            }
            Err(problem) => turn_down(responder, id, &problem).await,
        },
        Err(UserError::Operation(OperationError::Unsettled { since })) => match awaiting(&responder, id).await {
            Ok(operation) => ask_once_more(responder, id, operation, since).await,
            Err(problem) => turn_down(responder, id, &problem).await,
        },
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Replaces a confirmation that did not show that the same change, requested at `since`, is not confirmed.
async fn ask_once_more(
    responder: Responder,
    id: ConfirmationId,
    operation: Operation,
    since: Timestamp,
) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let deferred = responder.defer_update().await?;
    if bot_state.services.confirmations.delete(id).await? {
        return pipeline::confirm(deferred, operation, Some(since)).await;
    }
    // Another press was first and shows its outcome in the same message.
    bot_state.services.interactions.answered(deferred.request().interaction).await;
    Ok(())
}

/// Shows an error and deletes the confirmation, unless it belongs to another user. A confirmation that is gone was
/// perhaps answered. Its message shows the outcome, so it is not overwritten.
async fn turn_down(responder: Responder, id: ConfirmationId, problem: &UserError) -> Result<(), Error> {
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
    if is_gone || is_others {
        return responder.refuse(problem, what).await;
    }
    responder.refuse_in_place(problem, what).await?;
    bot_state.services.confirmations.delete(id).await?;
    Ok(())
}

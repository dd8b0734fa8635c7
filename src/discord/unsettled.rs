//! Changes that were reported as not confirmed: the button that checks at once, and the messages to all members
//! concerned when a change took effect after all.

use usher_clock::Timestamp;

use super::interaction::{Responder, in_time, tell_channel};
use super::rest::Acknowledged;
use super::{Data, Error, deliver, reply};
use crate::error::{OperationError, UserError};
use crate::services::{Done, Recheck, result_of};
use crate::store::{AuditId, AuditRecord, AuditSubject};

/// Handles the button below a change that is not confirmed.
pub(super) async fn pressed(responder: Responder, case: AuditId) -> Result<(), Error> {
    let bot_state = &responder.bot_state().clone();
    let found = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.unsettled.get(actor, case)).await,
        Err(problem) => Err(problem),
    };
    let row = match found {
        Ok(row) => row,
        Err(problem) => return responder.refuse(&problem, AuditSubject::default()).await,
    };
    let i18n = responder.language();
    let pressed = responder.press().await?;
    let unconfirmed = match result_of(&row) {
        Err(UserError::Operation(OperationError::NotConfirmed(unconfirmed))) => Some(unconfirmed),
        _ => None,
    };
    let message = match (bot_state.services.unsettled.recheck(row).await, unconfirmed) {
        (Ok(Recheck::Confirmed(row, done)), _) => {
            pressed.edit(&reply::confirmed_late(i18n, &done)).await?;
            return notify_others(bot_state, &row, &done, &pressed).await;
        }
        (Ok(Recheck::Open), Some(unconfirmed)) => {
            reply::still_not_confirmed(i18n, &unconfirmed, bot_state.clock.now_utc())
        }
        (Ok(Recheck::Unreadable(error)), Some(unconfirmed)) => reply::not_readable_now(i18n, *unconfirmed, error),
        (Ok(Recheck::Over(row)), _) => match result_of(&row) {
            Ok(done) => reply::confirmed_late(i18n, &done),
            Err(_) => reply::check_over(i18n),
        },
        (Ok(Recheck::Open | Recheck::Unreadable(_)), None) => reply::check_over(i18n),
        // The message stays as it is, with its button.
        (Err(problem), _) => {
            tracing::warn!(case = case.0, %problem, "failed to check a change again");
            return Ok(pressed.tell_privately(&reply::check_failed(i18n)).await?);
        }
    };
    Ok(pressed.edit(&message).await?)
}

/// Informs the other members concerned that a change took effect, after a press showed it to its requester.
async fn notify_others(bot_state: &Data, row: &AuditRecord, done: &Done, pressed: &Acknowledged) -> Result<(), Error> {
    let is_notified = bot_state.services.approvals.notify_again(row.entry.interaction).await?;
    bot_state.services.unsettled.end_watch(row).await?;
    if !is_notified {
        tell_channel(bot_state, pressed, row.entry.guild, row.entry.user, done).await?;
    }
    Ok(())
}

/// Informs the requester that a change took effect after all: in the answer while Discord accepts edits of it, else in
/// the log channel, else by direct message. The log channel gets its line from the audit log.
pub(crate) async fn notify(bot_state: &Data, row: &AuditRecord, done: &Done) -> Result<(), Error> {
    let unsettled = &bot_state.services.unsettled;
    if bot_state.services.approvals.notify_again(row.entry.interaction).await? {
        return Ok(unsettled.end_watch(row).await?);
    }
    let (guild, requester) = (row.entry.guild, row.entry.user);
    if let Some(pending) = bot_state.services.interactions.editable(row.entry.interaction).await? {
        let answer = bot_state.rest.earlier(pending.interaction, pending.application, &pending.token);
        if answer.is_alive() {
            match answer.edit(&reply::confirmed_late(pending.language, done)).await {
                Ok(()) => {
                    unsettled.end_watch(row).await?;
                    return Ok(tell_channel(bot_state, &answer, guild, requester, done).await?);
                }
                Err(error) if error.is_final() => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    let message = reply::confirmed_late_to(bot_state.language_of(guild).await, done, requester);
    let nonce = format!("late-{}-{}", row.case.0, row.confirmed.map_or(0, Timestamp::as_secs));
    deliver::late(bot_state, guild, row.entry.interaction, requester, &message, &nonce).await?;
    Ok(unsettled.end_watch(row).await?)
}

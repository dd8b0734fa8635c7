//! Changes that were reported as not confirmed: the worker that checks them again, the button that checks at once, and
//! the messages to all members concerned when a change took effect after all.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};

use super::interaction::{Responder, in_time, tell_channel};
use super::log_channel;
use super::reply;
use super::rest::Acknowledged;
use super::{Data, Error};
use crate::error::UserError;
use crate::services::{Done, Recheck, result_of};
use crate::store::{AuditId, AuditRecord, AuditSubject, PendingInteraction, StoreError};

/// Interval at which the worker reads the changes that are due from the store.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Maximum number of changes checked concurrently.
const AT_ONCE: usize = 8;

/// Checks changes that are due again. Never returns.
pub(super) async fn watch(bot_state: Data) {
    loop {
        match bot_state.services.due_for_recheck().await {
            Ok(due) => {
                let looks = stream::iter(due).for_each_concurrent(AT_ONCE, async |row| look(&bot_state, row).await);
                looks.await;
            }
            Err(error) => tracing::warn!(%error, "failed to read the changes to check again"),
        }
        bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

async fn look(bot_state: &Data, row: AuditRecord) {
    let case = row.case.0;
    match bot_state.services.recheck(row).await {
        Ok(Recheck::Confirmed(row, done)) => {
            tracing::info!(case, "a change took effect after it was reported as not confirmed");
            tell_or_log(bot_state, &row, &done).await;
        }
        // An earlier check confirmed it, but failed to inform the requester.
        Ok(Recheck::Over(row)) if row.is_confirmed() => {
            if let Ok(done) = result_of(&row) {
                tell_or_log(bot_state, &row, &done).await;
            }
        }
        Ok(Recheck::Open | Recheck::Unreadable(_) | Recheck::Over(_)) => {}
        Err(problem) => tracing::warn!(case, %problem, "failed to check a change again"),
    }
}

async fn tell_or_log(bot_state: &Data, row: &AuditRecord, done: &Done) {
    if let Err(error) = tell(bot_state, row, done).await {
        tracing::warn!(case = row.case.0, %error, "failed to tell the requester that a change took effect after all");
    }
}

/// Handles the button below a change that is not confirmed.
pub(super) async fn pressed(responder: Responder, case: AuditId) -> Result<(), Error> {
    let bot_state = &responder.bot_state().clone();
    let found = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.unconfirmed(actor, case)).await,
        Err(problem) => Err(problem),
    };
    let row = match found {
        Ok(row) => row,
        Err(problem) => return responder.refuse(&problem, AuditSubject::default()).await,
    };
    let say = responder.language();
    let pressed = responder.press().await?;
    let unconfirmed = match result_of(&row) {
        Err(UserError::NotConfirmed(unconfirmed)) => Some(unconfirmed),
        _ => None,
    };
    let message = match (bot_state.services.recheck(row).await, unconfirmed) {
        (Ok(Recheck::Confirmed(row, done)), _) => {
            pressed.edit(&reply::confirmed_late(say, &done)).await?;
            return tell_others(bot_state, &row, &done, &pressed).await;
        }
        (Ok(Recheck::Open), Some(unconfirmed)) => reply::still_not_confirmed(say, &unconfirmed, bot_state.clock.unix()),
        (Ok(Recheck::Unreadable(error)), Some(unconfirmed)) => reply::not_readable_now(say, *unconfirmed, error),
        (Ok(Recheck::Over(row)), _) => match result_of(&row) {
            Ok(done) => reply::confirmed_late(say, &done),
            Err(_) => reply::check_over(say),
        },
        (Ok(Recheck::Open | Recheck::Unreadable(_)), None) => reply::check_over(say),
        // The message stays as it is, with its button.
        (Err(problem), _) => {
            tracing::warn!(case = case.0, %problem, "failed to check a change again");
            return Ok(pressed.tell_privately(&reply::check_failed(say)).await?);
        }
    };
    Ok(pressed.edit(&message).await?)
}

/// Informs the other members concerned that a change took effect, after a press showed it to its requester.
async fn tell_others(bot_state: &Data, row: &AuditRecord, done: &Done, pressed: &Acknowledged) -> Result<(), Error> {
    let is_told = tell_again(bot_state, row).await?;
    end_watch(bot_state, row).await?;
    if !is_told {
        tell_channel(bot_state, pressed, row.entry.guild, row.entry.user, done).await?;
    }
    Ok(())
}

/// Informs the requester: in the answer while Discord accepts edits of it, else in the log channel, else by direct
/// message. The log channel gets its line from the audit log.
async fn tell(bot_state: &Data, row: &AuditRecord, done: &Done) -> Result<(), Error> {
    if tell_again(bot_state, row).await? {
        return end_watch(bot_state, row).await;
    }
    let (guild, requester) = (row.entry.guild, row.entry.user);
    if let Some(responder) = bot_state
        .services
        .store()
        .interactions()
        .get(row.entry.interaction)
        .await?
        .filter(PendingInteraction::has_token)
    {
        let answer = bot_state.rest.earlier(responder.interaction, responder.application, &responder.token);
        if answer.is_alive() {
            match answer.edit(&reply::confirmed_late(responder.language, done)).await {
                Ok(()) => {
                    end_watch(bot_state, row).await?;
                    return Ok(tell_channel(bot_state, &answer, guild, requester, done).await?);
                }
                Err(error) if error.is_final() => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    let message = reply::confirmed_late_to(bot_state.language_of(guild).await, done, requester);
    let nonce = format!("late-{}-{}", row.case.0, row.confirmed.map_or(0, |at| at.as_secs()));
    log_channel::tell_late(bot_state, guild, row.entry.interaction, requester, &message, &nonce).await?;
    end_watch(bot_state, row).await
}

/// Ends the checks of a change after its requester was informed. A change that is confirmed in part is still checked.
async fn end_watch(bot_state: &Data, row: &AuditRecord) -> Result<(), Error> {
    if row.is_confirmed() {
        bot_state.services.store().journal().end_watch(row.case).await?;
    }
    Ok(())
}

/// Reports the outcome of an approved change's request again to all members concerned. Returns whether there is a
/// request.
async fn tell_again(bot_state: &Data, row: &AuditRecord) -> Result<bool, StoreError> {
    let requests = bot_state.services.store().requests();
    match requests.of_interaction(row.entry.interaction).await? {
        Some(request) => requests.tell_again(request.id).await.map(|()| true),
        None => Ok(false),
    }
}

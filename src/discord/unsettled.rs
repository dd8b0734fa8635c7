//! Changes that were reported as not confirmed: the worker that looks at them again, the button that does it at once, and
//! telling everyone concerned of what took effect after all.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use serenity::all::ComponentInteraction;

use super::reply::{self, CheckAgain};
use super::rest::Acknowledged;
use super::{Data, Error};
use super::{log_channel, visit};
use crate::desk::{Done, Recheck, result_of};
use crate::error::Problem;
use crate::store::{Row, StoreError, Visit, What};

/// How often the worker asks the store for changes that are due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Changes looked at concurrently.
const AT_ONCE: usize = 8;

/// Looks again at changes that are due, for as long as it runs.
pub(super) async fn watch(front: Data) {
    loop {
        match front.desk.due_for_recheck().await {
            Ok(due) => {
                let looks = stream::iter(due).for_each_concurrent(AT_ONCE, async |row| look(&front, row).await);
                looks.await;
            }
            Err(error) => tracing::warn!(%error, "failed to read which changes are to be looked at again"),
        }
        front.clock.sleep(LOOK_EVERY).await;
    }
}

async fn look(front: &Data, row: Row) {
    let case = row.case.0;
    match front.desk.recheck(row).await {
        Ok(Recheck::Confirmed(row, done)) => {
            tracing::info!(case, "a change took effect after it was reported as not confirmed");
            tell_or_log(front, &row, &done).await;
        }
        // An earlier look confirmed it, and could not tell the requester.
        Ok(Recheck::Over(row)) if row.is_confirmed() => {
            if let Ok(done) = result_of(&row) {
                tell_or_log(front, &row, &done).await;
            }
        }
        Ok(Recheck::Open | Recheck::Unreadable(_) | Recheck::Over(_)) => {}
        Err(problem) => tracing::warn!(case, %problem, "failed to look at a change again"),
    }
}

async fn tell_or_log(front: &Data, row: &Row, done: &Done) {
    if let Err(error) = tell(front, row, done).await {
        tracing::warn!(case = row.case.0, %error, "failed to tell the requester that a change took effect after all");
    }
}

/// The button below a change that is not confirmed.
pub(super) async fn pressed(
    front: &Data,
    interaction: &ComponentInteraction,
    CheckAgain(case): CheckAgain,
) -> Result<(), Error> {
    let visit = visit::Visit::of_component(front, interaction);
    let found = match visit.asker() {
        Ok(asker) => visit::in_time(front.desk.unconfirmed(asker, case)).await,
        Err(problem) => Err(problem),
    };
    let row = match found {
        Ok(row) => row,
        Err(problem) => return visit.refuse(&problem, What::default()).await,
    };
    let say = visit.language();
    let pressed = visit.press().await?;
    let unconfirmed = match result_of(&row) {
        Err(Problem::NotConfirmed(unconfirmed)) => Some(unconfirmed),
        _ => None,
    };
    let message = match (front.desk.recheck(row).await, unconfirmed) {
        (Ok(Recheck::Confirmed(row, done)), _) => {
            pressed.edit(&reply::confirmed_late(say, &done)).await?;
            return tell_others(front, &row, &done, &pressed).await;
        }
        (Ok(Recheck::Open), Some(unconfirmed)) => reply::still_not_confirmed(say, &unconfirmed, front.clock.unix()),
        (Ok(Recheck::Unreadable(error)), Some(unconfirmed)) => reply::not_readable_now(say, *unconfirmed, error),
        (Ok(Recheck::Over(row)), _) => match result_of(&row) {
            Ok(done) => reply::confirmed_late(say, &done),
            Err(_) => reply::check_over(say),
        },
        (Ok(Recheck::Open | Recheck::Unreadable(_)), None) => reply::check_over(say),
        // What is shown stays as it is, with its button.
        (Err(problem), _) => {
            tracing::warn!(case = case.0, %problem, "failed to look at a change again");
            return Ok(pressed.tell_privately(&reply::check_failed(say)).await?);
        }
    };
    Ok(pressed.edit(&message).await?)
}

/// Tells those who read of it elsewhere that a change took effect, after a press showed it to its requester.
async fn tell_others(front: &Data, row: &Row, done: &Done, pressed: &Acknowledged) -> Result<(), Error> {
    let is_told = tell_again(front, row).await?;
    end_watch(front, row).await?;
    if !is_told {
        visit::tell_channel(front, pressed, row.entry.guild, row.entry.user, done).await?;
    }
    Ok(())
}

/// Tells the requester: in the answer while Discord takes edits of it, else in the log channel, else by direct message.
/// The log channel gets its line from the audit log.
async fn tell(front: &Data, row: &Row, done: &Done) -> Result<(), Error> {
    if tell_again(front, row).await? {
        return end_watch(front, row).await;
    }
    let (guild, requester) = (row.entry.guild, row.entry.user);
    if let Some(visit) = front.desk.store().visits().get(row.entry.interaction).await?.filter(Visit::has_token) {
        let answer = front.rest.earlier(visit.interaction, visit.application, &visit.token);
        if answer.is_alive() {
            match answer.edit(&reply::confirmed_late(visit.language, done)).await {
                Ok(()) => {
                    end_watch(front, row).await?;
                    return Ok(visit::tell_channel(front, &answer, guild, requester, done).await?);
                }
                Err(error) if error.is_final() => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    let message = reply::confirmed_late_to(front.language_of(guild).await, done, requester);
    let nonce = format!("late-{}-{}", row.case.0, row.confirmed.map_or(0, |at| at.as_secs()));
    log_channel::tell_late(front, guild, row.entry.interaction, requester, &message, &nonce).await?;
    end_watch(front, row).await
}

/// The requester was told that the change is confirmed. What is confirmed in part is still looked at.
async fn end_watch(front: &Data, row: &Row) -> Result<(), Error> {
    if row.is_confirmed() {
        front.desk.store().journal().end_watch(row.case).await?;
    }
    Ok(())
}

/// Where the change was approved, its request is told again to everyone concerned, as it stands now.
async fn tell_again(front: &Data, row: &Row) -> Result<bool, StoreError> {
    let requests = front.desk.store().requests();
    match requests.of_interaction(row.entry.interaction).await? {
        Some(request) => requests.tell_again(request.id).await.map(|()| true),
        None => Ok(false),
    }
}

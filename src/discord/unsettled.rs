//! Changes that were reported as not confirmed: the worker that looks at them again, the button that does it at once, and
//! telling everyone concerned of what took effect after all.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use serenity::all::ComponentInteraction;

use super::reply::{self, CheckAgain};
use super::rest::RestError;
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
            if let Err(error) = tell(front, &row, &done).await {
                tracing::warn!(case, %error, "failed to tell the requester that a change took effect after all");
            }
        }
        Ok(Recheck::Open | Recheck::Over(_)) => {}
        Err(problem) => tracing::warn!(case, %problem, "failed to look at a change again"),
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
        Ok(asker) => front.desk.unconfirmed(asker, case).await,
        Err(problem) => Err(problem),
    };
    let row = match found {
        Ok(row) => row,
        Err(problem) => return visit.refuse(&problem, What::default()).await,
    };
    let what = row.entry.what.clone();
    let waiting = visit.defer_update().await?;
    let say = waiting.language();
    match front.desk.recheck(row.clone()).await {
        Ok(Recheck::Confirmed(row, done)) => {
            waiting.answer(&reply::confirmed_late(say, &done)).await?;
            let told =
                if tell_again(front, &row).await? { Ok(()) } else { waiting.tell_channel(&done, row.entry.user).await };
            told.map_err(Error::from)
        }
        Ok(Recheck::Over(row)) => match result_of(&row) {
            Ok(done) => waiting.answer(&reply::confirmed_late(say, &done)).await,
            Err(_) => waiting.answer(&reply::check_over(say)).await,
        },
        Ok(Recheck::Open) => match result_of(&row) {
            Err(Problem::NotConfirmed(unconfirmed)) => {
                let message = reply::still_not_confirmed(say, &unconfirmed, front.clock.unix());
                waiting.answer(&message).await
            }
            Err(problem) => waiting.say_no(&problem, what).await,
            Ok(done) => waiting.answer(&reply::confirmed_late(say, &done)).await,
        },
        Err(problem) => waiting.say_no(&problem, what).await,
    }
}

/// Tells the requester: in the answer while Discord takes edits of it, else in the log channel, else by direct message.
/// The log channel gets its line from the audit log.
async fn tell(front: &Data, row: &Row, done: &Done) -> Result<(), Error> {
    if tell_again(front, row).await? {
        return Ok(());
    }
    let (guild, requester) = (row.entry.guild, row.entry.user);
    if let Some(visit) = front.desk.store().visits().get(row.entry.interaction).await?.filter(Visit::has_token) {
        let answer = front.rest.earlier(visit.interaction, visit.application, &visit.token);
        if answer.is_alive() {
            match answer.edit(&reply::confirmed_late(visit.language, done)).await {
                Ok(()) => {
                    let say = front.language_of(guild).await;
                    if let Some(notice) = reply::notice(say, done, requester) {
                        answer.tell_channel(&notice).await?;
                    }
                    return Ok(());
                }
                Err(error) if error.is_final() => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    let message = reply::confirmed_late_to(front.language_of(guild).await, done, requester);
    if log_channel::queue_late(front, guild, row.entry.interaction, &message).await? {
        return Ok(());
    }
    let nonce = format!("late-{}-{}", row.case.0, row.confirmed.map_or(0, |at| at.as_secs()));
    match front.rest.direct(requester, &message, &nonce).await {
        Err(error) if error.is_final() => {
            tracing::info!(case = row.case.0, %error, "a requester cannot be told that a change took effect after all");
            Ok(())
        }
        other => other.map_err(|error: RestError| error.into()),
    }
}

/// Where the change was approved, its request is told again to everyone concerned, as it stands now.
async fn tell_again(front: &Data, row: &Row) -> Result<bool, StoreError> {
    let requests = front.desk.store().requests();
    match requests.of_interaction(row.entry.interaction).await? {
        Some(request) => requests.tell_again(request.id).await.map(|()| true),
        None => Ok(false),
    }
}

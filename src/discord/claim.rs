//! Who answers an interaction, where several copies of the bot receive it.
//!
//! The argument. Discord accepts one acknowledgement of an interaction and answers every other with 40060; so the
//! acknowledgement is itself the claim, and costs nothing beside what is sent anyway. Whoever wins it owns the
//! interaction in the store's `visits` from then on. It is noted there first, so that whoever was told to wait is found
//! again after a crash; the note waits for no disk, and the acknowledgement for the note a moment at most.
//!
//! Whoever loses it watches. As long as the owner is alive there is nothing to do. Once the owner is gone, one watcher
//! takes the note over, in one statement that succeeds for one; and if the journal shows nothing begun, it does what was
//! asked for as if it had won. If the journal shows a beginning, [`Caretaker`](super::caretaker) reads back and reports.
//! A change that two copies should come to begin all the same begins once: `journal.interaction` is unique, and the row
//! is written before anything is sent.
//!
//! An acknowledgement that failed otherwise may have arrived or not. With several copies it is treated like a lost one,
//! and whoever takes the note over asks Discord first whether the interaction was acknowledged at all: if not, the person
//! was told so by Discord and will repeat it, and nothing is done. A copy alone does nothing in either case, and says so.

use std::pin::pin;
use std::time::Duration;

use super::rest::{Acknowledged, Arrived, RestError};
use super::{Data, Error, reply};
use crate::desk::Request;
use crate::error::Problem;
use crate::failpoint;
use crate::store::Visit;

/// How long an acknowledgement waits for its note; a store that hangs must not make it late.
const NOTE_WITHIN: Duration = Duration::from_millis(200);
/// How often a watcher looks.
const LOOK_EVERY: Duration = Duration::from_secs(4);

/// Somebody else answers, or Discord has given the interaction up.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("somebody else answers")]
pub(crate) struct NotMine;

/// Acknowledges, or waits until it is clear that somebody else has. Gives what is to be answered here.
pub(super) async fn claim(
    front: &Data,
    request: &Request,
    reference: &str,
    arrived: Arrived,
    acknowledge: impl AsyncFnOnce(Arrived) -> Result<Acknowledged, RestError>,
) -> Result<Acknowledged, Error> {
    let (visits, team) = (front.desk.store().visits(), front.desk.team());
    let visit = Visit {
        interaction: request.interaction,
        application: request.application,
        token: request.token.clone(),
        guild: request.asker.guild,
        asker: request.asker.user,
        language: request.language,
        arrived: front.clock.unix(),
        owner: Some(team.me().clone()),
        answered: false,
    };
    let later = arrived.acknowledged();
    failpoint::reached("before acknowledgement").await;
    let mut note = pin!(visits.note(visit.clone()));
    let early = tokio::time::timeout(NOTE_WITHIN, &mut note).await;
    let (acknowledged, noted) = if let Ok(noted) = early {
        (acknowledge(arrived).await, noted)
    } else {
        tokio::join!(acknowledge(arrived), note)
    };
    if let Err(error) = noted {
        tracing::warn!(%error, "that an interaction arrived could not be noted");
    }
    failpoint::reached("after acknowledgement").await;
    match acknowledged {
        Ok(acknowledged) => {
            front.metrics.acknowledged(front.rest.age(request.interaction));
            if team.is_shared()
                && let Err(error) = visits.own(&visit).await
            {
                tracing::warn!(%error, "who answers an interaction could not be noted");
            }
            Ok(acknowledged)
        }
        Err(error) if team.is_shared() => {
            if let Err(error) = visits.release(request.interaction, team.me()).await {
                tracing::warn!(%error, "an interaction could not be given up");
            }
            watch(front, request, later, error).await
        }
        Err(error) => {
            // Discord delivered it twice, and the first is being answered.
            if error.is_already_acknowledged() {
                return Err(NotMine.into());
            }
            // It may have arrived: then the person waits for an answer.
            let message = reply::problem(request.language, &Problem::NotAcknowledged, reference);
            if let Err(error) = later.edit(&message).await {
                tracing::debug!(%error, "the interaction was not acknowledged");
            }
            front.desk.answered(request.interaction).await;
            Err(error.into())
        }
    }
}

/// Waits until the interaction is answered, or is this copy's to answer.
async fn watch(front: &Data, request: &Request, later: Acknowledged, lost: RestError) -> Result<Acknowledged, Error> {
    let (visits, journal, team) = (front.desk.store().visits(), front.desk.store().journal(), front.desk.team());
    tracing::debug!(%lost, "another copy may have it");
    let _aside = front.work.aside();
    while later.is_alive() {
        tokio::select! {
            () = front.clock.sleep(LOOK_EVERY) => {}
            () = front.stopping.cancelled() => return Err(NotMine.into()),
        }
        let Ok(found) = visits.get(request.interaction).await else { continue };
        let Some(visit) = found.filter(|visit| !visit.answered) else { return Err(NotMine.into()) };
        if visit.owner.as_ref().is_some_and(|owner| !team.is_gone(owner)) {
            continue;
        }
        let Ok(begun) = journal.of_interaction(request.interaction).await else { continue };
        // What was begun is the caretakers'.
        if begun.is_some() || !visits.take_over(&visit, team.me()).await? {
            return Err(NotMine.into());
        }
        if later.is_there().await? {
            tracing::info!("taken over from a copy that is gone");
            return Ok(later);
        }
        // Nobody has acknowledged it.
        front.desk.answered(request.interaction).await;
    }
    Err(NotMine.into())
}

//! Ownership of an interaction that several instances receive.
//!
//! Discord accepts one acknowledgement of an interaction and answers every other with 40060. The acknowledgement is
//! therefore itself the claim, and costs no extra request. The instance that wins it owns the interaction in the
//! store's table `visits` from then on. The instance inserts the row first, so that an acknowledged interaction is
//! found again after a crash. The insert does not wait for the disk, and the acknowledgement waits only a moment for
//! the insert.
//!
//! An instance that loses watches. It does nothing while the owner is alive. Once the owner is gone, one watcher takes
//! over the row, in one statement that succeeds for one instance only. If the journal shows no beginning, the watcher
//! runs the operation as if it had won. If the journal shows a beginning, the recovery worker verifies and
//! reports. If two instances begin the same change anyway, it begins once: `journal.interaction` is
//! unique, and the row is written before any request is sent.
//!
//! An acknowledgement that failed otherwise may have arrived or not. In a cluster it is treated like a lost one, and
//! the instance that takes over the row first asks Discord whether the interaction was acknowledged at all. If not,
//! Discord showed the user a failure and the user will repeat the command, so nothing is done. A single instance does
//! nothing in either case, and reports the error.

use std::pin::pin;
use std::time::Duration;

use crate::discord::reply::About;
use crate::discord::rest::{Acknowledged, Arrived, RestError};
use crate::discord::{Data, Error, reply};
use crate::error::InteractionError;
use crate::failpoint;
use crate::services::{Request, Takeover};

/// Maximum time that an acknowledgement waits for the insert; a store that hangs must not delay it.
const NOTE_WITHIN: Duration = Duration::from_millis(200);
/// Interval between a watcher's checks.
const LOOK_EVERY: Duration = Duration::from_secs(4);

/// Another task or instance answers, or Discord no longer accepts an answer.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("another instance answers the interaction")]
pub(crate) struct NotMine;

/// Acknowledges the interaction, or watches the instance that did. Returns the interaction if this instance must answer
/// it.
pub(super) async fn take(
    bot_state: &Data,
    request: &Request,
    arrived: Arrived,
    acknowledge: impl AsyncFnOnce(Arrived) -> Result<Acknowledged, RestError>,
) -> Result<Acknowledged, Error> {
    let (interactions, cluster) = (&bot_state.services.interactions, &bot_state.services.cluster);
    let later = arrived.acknowledged();
    failpoint::reached("before acknowledgement").await;
    let mut note = pin!(interactions.insert(request));
    let early = tokio::time::timeout(NOTE_WITHIN, &mut note).await;
    let (acknowledged, noted) = if let Ok(noted) = early {
        (acknowledge(arrived).await, noted)
    } else {
        tokio::join!(acknowledge(arrived), note)
    };
    if let Err(error) = noted {
        tracing::warn!(%error, "failed to insert a pending interaction");
    }
    failpoint::reached("after acknowledgement").await;
    match acknowledged {
        Ok(acknowledged) => {
            bot_state.metrics.acknowledged(bot_state.rest.age(request.interaction));
            if cluster.is_shared()
                && let Err(error) = interactions.own(request).await
            {
                tracing::warn!(%error, "failed to store the owner of an interaction");
            }
            Ok(acknowledged)
        }
        Err(error) if cluster.is_shared() => {
            if let Err(error) = interactions.release(request.interaction).await {
                tracing::warn!(%error, "failed to release an interaction");
            }
            watch(bot_state, request, later, error).await
        }
        Err(error) => {
            // Discord delivered it twice, and the first delivery is being answered.
            if error.is_already_acknowledged() {
                return Err(NotMine.into());
            }
            // If the acknowledgement arrived, the user waits for an answer.
            let message = reply::problem(request.language, &InteractionError::NotAcknowledged.into(), About::default());
            if let Err(error) = later.edit(&message).await {
                tracing::debug!(%error, "failed to acknowledge an interaction");
            }
            bot_state.services.interactions.answered(request.interaction).await;
            Err(error.into())
        }
    }
}

/// Waits until the interaction is answered, or this instance must answer it.
async fn watch(
    bot_state: &Data,
    request: &Request,
    later: Acknowledged,
    lost: RestError,
) -> Result<Acknowledged, Error> {
    tracing::debug!(%lost, "another instance may own the interaction");
    let _aside = bot_state.work.aside();
    while later.is_alive() {
        tokio::select! {
            () = bot_state.clock.sleep(LOOK_EVERY) => {}
            () = bot_state.stopping.cancelled() => return Err(NotMine.into()),
        }
        match bot_state.services.interactions.take_over(request.interaction).await? {
            Takeover::Taken => {}
            Takeover::NotYet => continue,
            Takeover::Never => return Err(NotMine.into()),
        }
        if later.is_there().await? {
            tracing::info!("took over an interaction from an instance that is gone");
            return Ok(later);
        }
        // No instance has acknowledged it.
        bot_state.services.interactions.answered(request.interaction).await;
    }
    Err(NotMine.into())
}

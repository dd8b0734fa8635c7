//! Posts to the servers' log channels.

use std::time::Duration;

use super::rest::RestError;
use super::{Data, reply};
use crate::desk::Done;
use crate::error::Problem;
use crate::store::{Case, StoreError, Visit};

/// What could not be done is tried again after this pause.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// The log channels are looked after at least so often.
const POST_EVERY: Duration = Duration::from_secs(5);

/// Tells the log channels of what has ended.
pub(super) async fn look_after(front: Data) {
    loop {
        if let Err(pause) = post_all(&front).await {
            front.clock.sleep(pause).await;
        }
        tokio::select! {
            () = front.desk.news() => {}
            () = front.clock.sleep(POST_EVERY) => {}
        }
    }
}

pub(super) async fn mention(
    front: &Data,
    visit: &Visit,
    case: Option<Case>,
    result: &Result<Done, Problem>,
) -> Result<(), RestError> {
    let Some(channel) = front.desk.log_channel(visit.guild).await else { return Ok(()) };
    let say = front.language_of(visit.guild).await;
    let message = reply::told_late(say, visit.asker, case, result);
    match front.rest.post(channel, &message, &format!("late-{}", visit.interaction)).await {
        Err(error) if error.is_final() => {
            tracing::warn!(%channel, %error, "the log channel cannot be written");
            Ok(())
        }
        other => other.map(drop),
    }
}

/// `Err`: the pause after which to try again.
async fn post_all(front: &Data) -> Result<(), Duration> {
    let store = |error: StoreError| {
        tracing::warn!(%error, "the log channels wait for the store");
        AGAIN_AFTER
    };
    loop {
        let rows = front.desk.to_be_posted().await.map_err(store)?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut nowhere = Vec::new();
        for row in rows {
            let Some(channel) = front.desk.log_channel(row.entry.guild).await else {
                nowhere.push(row.case);
                continue;
            };
            let nonce = format!("case-{}", row.case.0);
            let say = front.language_of(row.entry.guild).await;
            match front.rest.post(channel, &reply::case_line(say, &row), &nonce).await {
                Ok(_) => {}
                Err(error) if error.is_final() => {
                    tracing::warn!(%channel, %error, "the log channel cannot be written");
                }
                Err(error) => {
                    tracing::warn!(%channel, %error, "the log channel waits");
                    return Err(AGAIN_AFTER);
                }
            }
            front.desk.posted(&[row.case]).await.map_err(store)?;
        }
        front.desk.posted(&nowhere).await.map_err(store)?;
    }
}

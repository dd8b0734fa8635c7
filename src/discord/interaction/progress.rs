//! Shows how far long work is.

use std::time::Duration;

use tokio::sync::watch;

use super::deferred::DeferredInteraction;
use crate::discord::reply;

/// Interval between edits that show the progress.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

/// Shows the progress of long work until it ends: the message of each step, given the time since the first. Waits for an
/// edit that is under way then, so that the edit does not arrive after the answer.
pub(super) async fn show_progress<T: Copy>(
    deferred: &DeferredInteraction,
    mut step: watch::Receiver<Option<T>>,
    message: impl Fn(T, Duration) -> reply::Message,
) {
    let clock = &deferred.bot_state().clock;
    let mut begun = None;
    while step.changed().await.is_ok() {
        let Some(now) = *step.borrow_and_update() else { continue };
        let taken = clock.now().saturating_duration_since(*begun.get_or_insert(clock.now()));
        if let Err(error) = deferred.show_meanwhile(&message(now, taken)).await {
            tracing::debug!(%error, "failed to show the progress of an interaction");
        }
        let mut ahead = step.clone();
        let over = async { while ahead.changed().await.is_ok() {} };
        tokio::select! {
            () = clock.sleep(PROGRESS_EVERY) => {}
            () = over => {}
        }
    }
}

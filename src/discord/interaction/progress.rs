//! Shows how far a long operation is.

use std::time::Duration;

use tokio::sync::watch;

use super::deferred::DeferredInteraction;
use crate::discord::reply;
use crate::operations::{Operation, Step};

/// Interval between edits that show the progress of an operation.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

/// Shows the progress of a long operation until it ends. Waits for an edit that is under way then, so that the edit
/// does not arrive after the answer.
pub(super) async fn show_progress(
    deferred: &DeferredInteraction,
    operation: &Operation,
    mut step: watch::Receiver<Option<Step>>,
) {
    let (clock, interaction) = (&deferred.bot_state().clock, deferred.request().interaction);
    let mut begun = None;
    while step.changed().await.is_ok() {
        let Some(now) = *step.borrow_and_update() else { continue };
        let taken = clock.now().saturating_duration_since(*begun.get_or_insert(clock.now()));
        let progress = reply::progress(deferred.language(), operation, now, interaction, taken);
        if let Err(error) = deferred.show_meanwhile(&progress).await {
            tracing::debug!(%error, "failed to show the progress of an operation");
        }
        let mut ahead = step.clone();
        let over = async { while ahead.changed().await.is_ok() {} };
        tokio::select! {
            () = clock.sleep(PROGRESS_EVERY) => {}
            () = over => {}
        }
    }
}

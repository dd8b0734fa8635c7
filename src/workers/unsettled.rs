//! Changes that were reported as not confirmed: verifies them again when they are due.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};

use crate::discord::{Data, unsettled};
use crate::services::{Done, Recheck, result_of};
use crate::store::AuditRecord;

/// Interval between reads of the changes that are due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Maximum number of changes checked concurrently.
const AT_ONCE: usize = 8;

/// Checks changes that are due again. Never returns.
pub(crate) async fn run(bot_state: Data) {
    loop {
        match bot_state.services.unsettled.take_due().await {
            Ok(due) => {
                let checks = stream::iter(due).for_each_concurrent(AT_ONCE, async |row| check(&bot_state, row).await);
                checks.await;
            }
            Err(error) => tracing::warn!(%error, "failed to read the changes to check again"),
        }
        bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

async fn check(bot_state: &Data, row: AuditRecord) {
    let case = row.case.0;
    match bot_state.services.unsettled.recheck(row).await {
        Ok(Recheck::Confirmed(row, done)) => {
            tracing::info!(case, "a change took effect after it was reported as not confirmed");
            notify(bot_state, &row, &done).await;
        }
        // An earlier check confirmed it, but failed to inform the requester.
        Ok(Recheck::Over(row)) if row.is_confirmed() => {
            if let Ok(done) = result_of(&row) {
                notify(bot_state, &row, &done).await;
            }
        }
        Ok(Recheck::Open | Recheck::Unreadable(_) | Recheck::Over(_)) => {}
        Err(problem) => tracing::warn!(case, %problem, "failed to check a change again"),
    }
}

async fn notify(bot_state: &Data, row: &AuditRecord, done: &Done) {
    if let Err(error) = unsettled::notify(bot_state, row, done).await {
        tracing::warn!(case = row.case.0, %error, "failed to tell the requester that a change took effect after all");
    }
}

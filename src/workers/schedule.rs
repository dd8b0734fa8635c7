//! Begins the operations that were scheduled, when they are due, and reports what they came to.

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};

use crate::discord::{Data, deliver};
use crate::services::{Ended, ScheduledRun};
use crate::store::{ScheduleId, ScheduledOperation, Store, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Maximum operations in progress. Each adds many people, and may take an hour.
const AT_ONCE: usize = 16;

/// Begins due operations periodically, each in a task of its own. Never returns.
pub(crate) async fn run(bot_state: Data, store: Store) {
    let (mut tasks, mut running) = (JoinSet::new(), HashMap::<Id, ScheduleId>::new());
    loop {
        while let Some(ended) = tasks.try_join_next_with_id() {
            running.remove(&ended.as_ref().map_or_else(JoinError::id, |(id, ())| *id));
            if let Err(error) = ended {
                tracing::error!(%error, "failed to carry out a scheduled operation");
            }
        }
        match bot_state.services.executor.due().await {
            Ok(due) => {
                for scheduled in due {
                    let is_running = running.values().any(|id| *id == scheduled.id);
                    if tasks.len() < AT_ONCE && !is_running {
                        let id = scheduled.id;
                        let task = tasks.spawn(begin(bot_state.clone(), store.clone(), scheduled));
                        running.insert(task.id(), id);
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "failed to read the scheduled operations"),
        }
        bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

async fn begin(bot_state: Data, store: Store, scheduled: ScheduledOperation) {
    let id = scheduled.id;
    if let Err(error) = carry_out(&bot_state, &store, scheduled).await {
        tracing::warn!(%id, %error, "failed to begin a scheduled operation; trying again");
    }
}

/// Carries a scheduled operation out, and reports its outcome to its user.
async fn carry_out(bot_state: &Data, store: &Store, scheduled: ScheduledOperation) -> Result<(), StoreError> {
    let language = bot_state.language_of(scheduled.guild).await;
    let run = bot_state.services.executor.run_scheduled(scheduled, &bot_state.rest, language).await?;
    let ScheduledRun::Ended(ended) = run else { return Ok(()) };
    let Ended { entry, result } = *ended;
    let case = store.journal().of_interaction(entry.interaction).await?.map(|row| row.case);
    if let Some(pending) = store.interactions().get(entry.interaction).await? {
        // If that fails, the recovery worker reports it.
        let case = case.map(|case| (case, entry.what.operation.as_str()));
        deliver::outcome(bot_state, &pending, case, result).await;
    }
    Ok(())
}

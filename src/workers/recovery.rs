//! Recovers what a crashed instance left: resumes its operations, and answers its interactions.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use usher_clock::Timestamp;

use crate::access::{GuildId, InteractionId};
use crate::discord::{Data, approvals, deliver};
use crate::error::{InteractionError, UserError};
use crate::services::{Done, Ended, Mark, Recovery, result_of};
use crate::store::{AccessRequest, AuditId, AuditRecord, PendingInteraction, State, Store, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pause before failed work is retried.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// In a cluster, the time that watchers have to take over an abandoned interaction for which nothing was begun.
const WATCHERS_HAVE: Duration = Duration::from_secs(60);
/// Maximum number of abandoned interactions answered concurrently.
const ANSWERED_AT_ONCE: usize = 8;
/// Maximum number of abandoned operations resumed concurrently, in all servers and in one. A long addition may take an
/// hour.
const RESUMED_AT_ONCE: usize = 64;
const RESUMED_OF_SERVER: usize = 8;

struct RecoveryWorker {
    bot_state: Data,
    store: Store,
    /// Interactions with the earliest time of their next attempt, after a failed attempt.
    not_before: HashMap<InteractionId, Instant>,
    /// Operations that are being resumed.
    resuming: JoinSet<Resumed>,
    /// The servers of the operations in `resuming`.
    resuming_for: HashMap<Id, GuildId>,
    /// Interactions that are being answered. The flag tells whether that succeeded.
    answering: JoinSet<(InteractionId, bool)>,
    /// Interactions whose requester sees that the outcome is being checked.
    checking: HashSet<InteractionId>,
}

/// Recovers periodically. Never returns.
pub(crate) async fn run(bot_state: Data, store: Store) {
    let mut worker = RecoveryWorker {
        bot_state,
        store,
        not_before: HashMap::new(),
        resuming: JoinSet::new(),
        resuming_for: HashMap::new(),
        answering: JoinSet::new(),
        checking: HashSet::new(),
    };
    loop {
        if let Err(error) = worker.round().await {
            tracing::warn!(%error, "failed to read the store for abandoned work");
        }
        worker.bot_state.clock.sleep(LOOK_EVERY).await;
    }
}

impl RecoveryWorker {
    async fn round(&mut self) -> Result<(), StoreError> {
        let now = self.bot_state.clock.now();
        self.not_before.retain(|_, at| *at > now);
        // A result that is queued here is no abandoned work.
        self.bot_state.services.write_retry.retry().await?;
        self.resume().await?;
        self.answer().await
    }

    /// Resumes operations of instances that are gone, and reports their outcome. Each has a task of its own, since a
    /// job of many requests may take long.
    async fn resume(&mut self) -> Result<(), StoreError> {
        while let Some(resumed) = self.resuming.try_join_next_with_id() {
            self.resuming_for.remove(&resumed.as_ref().map_or_else(JoinError::id, |(id, _)| *id));
            match resumed.map(|(_, resumed)| resumed) {
                Ok(Resumed { interaction, shown, again_after: Some(pause) }) => {
                    self.not_before.insert(interaction, self.bot_state.clock.now() + pause);
                    if shown {
                        self.checking.insert(interaction);
                    }
                }
                Ok(Resumed { interaction, again_after: None, .. }) => {
                    self.checking.remove(&interaction);
                }
                Err(error) => tracing::error!(%error, "failed to resume an operation"),
            }
        }
        for row in self.bot_state.services.executor.abandoned().await? {
            let (interaction, guild) = (row.entry.interaction, row.entry.guild);
            if self.resuming.len() >= RESUMED_AT_ONCE {
                break;
            }
            let of_server = self.resuming_for.values().filter(|server| **server == guild).count();
            if of_server < RESUMED_OF_SERVER && self.is_due(interaction) {
                // Until its task owns it.
                self.not_before.insert(interaction, self.bot_state.clock.now() + AGAIN_AFTER);
                let shown = self.checking.contains(&interaction);
                let task = self.resuming.spawn(resume(self.bot_state.clone(), self.store.clone(), row, shown));
                self.resuming_for.insert(task.id(), guild);
            }
        }
        Ok(())
    }

    /// Answers interactions that were acknowledged and then abandoned. Each has a task of its own, since Discord may be
    /// slow with one of them.
    async fn answer(&mut self) -> Result<(), StoreError> {
        while let Some(answered) = self.answering.try_join_next() {
            match answered {
                Ok((interaction, false)) => {
                    self.not_before.insert(interaction, self.bot_state.clock.now() + AGAIN_AFTER);
                }
                Ok((_, true)) => {}
                Err(error) => tracing::error!(%error, "failed to answer an interaction"),
            }
        }
        for pending in self.bot_state.services.interactions.unanswered().await? {
            if self.answering.len() >= ANSWERED_AT_ONCE {
                break;
            }
            if !self.is_due(pending.interaction) {
                continue;
            }
            // Its task owns it until the task ends.
            let Some(running) = self.bot_state.services.interactions.work_on(pending.interaction) else { continue };
            if let Some(owed) = owed_to(&self.bot_state, &self.store, &pending).await? {
                self.answering.spawn(answer(self.bot_state.clone(), pending, owed, running));
            }
        }
        Ok(())
    }

    fn is_due(&self, interaction: InteractionId) -> bool {
        let now = self.bot_state.clock.now();
        self.not_before.get(&interaction).is_none_or(|at| *at <= now)
    }
}

/// The answer that an abandoned interaction is owed.
enum Owed {
    /// The operation waits for approval.
    Waits(Box<AccessRequest>),
    /// The operation ended with this result. Its case and its name are set if something was begun.
    Ended(Option<(AuditId, String)>, Box<Result<Done, UserError>>),
}

/// Returns the answer that is owed. Returns `None` if another task answers it or the operation has not ended.
async fn owed_to(bot_state: &Data, store: &Store, pending: &PendingInteraction) -> Result<Option<Owed>, StoreError> {
    if let Some(request) = store.requests().of_interaction(pending.interaction).await? {
        return Ok(Some(Owed::Waits(Box::new(request))));
    }
    let row = store.journal().of_interaction(pending.interaction).await?;
    let result = match &row {
        // The task that resumes it answers.
        Some(AuditRecord { ended: None, .. }) => return Ok(None),
        Some(row) => result_of(row),
        // It begins at another time, or was reported.
        None if pending.is_scheduled() => {
            bot_state.services.interactions.answered(pending.interaction).await;
            return Ok(None);
        }
        None if bot_state.services.cluster.is_shared() && bot_state.rest.age(pending.interaction) < WATCHERS_HAVE => {
            return Ok(None);
        }
        None => Err(InteractionError::CutShort.into()),
    };
    let case = row.map(|row| (row.case, row.entry.what.operation));
    Ok(Some(Owed::Ended(case, Box::new(result))))
}

/// Answers an abandoned interaction. Returns it, and whether its requester was informed.
async fn answer(
    bot_state: Data,
    pending: PendingInteraction,
    owed: Owed,
    _running: Mark<InteractionId>,
) -> (InteractionId, bool) {
    let is_informed = match owed {
        Owed::Waits(request) => {
            if request.state == State::Open {
                let posting = approvals::post(&bot_state, &request).await;
                approvals::notify_that_it_waits(&bot_state, &request, posting).await;
            }
            // A later message reports its outcome.
            bot_state.services.interactions.answered(pending.interaction).await;
            true
        }
        Owed::Ended(case, result) => {
            let case = case.as_ref().map(|(case, operation)| (*case, operation.as_str()));
            deliver::outcome(&bot_state, &pending, case, *result).await
        }
    };
    (pending.interaction, is_informed)
}

/// The result of resuming an operation.
struct Resumed {
    interaction: InteractionId,
    /// Set if the requester sees that the outcome is being checked.
    shown: bool,
    /// The pause before the next attempt, if one is needed.
    again_after: Option<Duration>,
}

/// Resumes an operation. `shown`: whether the requester sees already that the outcome is being checked.
async fn resume(bot_state: Data, store: Store, row: AuditRecord, mut shown: bool) -> Resumed {
    let interaction = row.entry.interaction;
    let again_after = resume_row(&bot_state, &store, row, &mut shown).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "failed to take over an operation");
        Some(AGAIN_AFTER)
    });
    Resumed { interaction, shown, again_after }
}

/// Takes over a row and completes it. Returns the pause before the next attempt, if it could not be completed.
async fn resume_row(
    bot_state: &Data,
    store: &Store,
    row: AuditRecord,
    shown: &mut bool,
) -> Result<Option<Duration>, StoreError> {
    let services = &bot_state.services;
    let Some(row) = services.executor.take_over(row).await? else { return Ok(None) };
    let interaction = row.entry.interaction;
    let Some(_running) = services.interactions.work_on(interaction) else { return Ok(None) };
    let (case, operation) = (row.case, row.entry.what.data.clone());
    tracing::info!(case = case.0, operation = row.entry.what.operation, tries = row.tries, "resuming an operation");
    match services.executor.resume(row, &bot_state.rest).await {
        Recovery::Ended(ended) => {
            let Ended { entry, result } = *ended;
            let pending = store.interactions().get(entry.interaction).await?;
            let is_informed = match pending.filter(|pending| !pending.answered) {
                Some(pending) => {
                    deliver::outcome(bot_state, &pending, Some((case, &entry.what.operation)), result).await
                }
                None => true,
            };
            Ok((!is_informed).then_some(AGAIN_AFTER))
        }
        Recovery::Later { settles_by } => {
            if let (Some(until), Some(operation), false) = (settles_by, operation, *shown) {
                let pending = store.interactions().get(interaction).await?;
                if let Some(pending) = pending.filter(|pending| !pending.answered && pending.has_token()) {
                    deliver::checking(bot_state, &pending, &operation, until).await;
                }
                *shown = true;
            }
            Ok(Some(pause_until(bot_state, settles_by)))
        }
    }
}

/// Returns the pause before the next check: an eighth of the time that is left, so that the result is noticed soon.
fn pause_until(bot_state: &Data, settles_by: Option<Timestamp>) -> Duration {
    let now = bot_state.clock.now_utc();
    settles_by.map_or(AGAIN_AFTER, |until| (until.duration_since(now) / 8).clamp(LOOK_EVERY, AGAIN_AFTER))
}

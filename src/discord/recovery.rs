//! Background tasks: the heartbeat, the expiry of confirmations, the recovery of operations that a crashed instance
//! left, and the deletion of old rows. For requests see [`approvals`], for the log channels [`log_channel`]. Before
//! work that only one instance may do, the instance takes ownership in the store.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::interaction::tell_channel;
use super::rest::RestError;
use super::{Data, approvals, log_channel, reply, unsettled};
use crate::access::{GuildId, InteractionId};
use crate::error::UserError;
use crate::operations::Operation;
use crate::services::{BEAT_EVERY, Done, Ended, Mark, Recovery, is_unconfirmed, result_of};
use crate::store::{AccessRequest, AuditId, AuditRecord, PendingInteraction, Retention, State, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pause before failed work is retried.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// In a cluster, the time that watchers have to take over an abandoned interaction for which nothing was begun.
const WATCHERS_HAVE: Duration = Duration::from_secs(60);
const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);
/// Maximum number of expired questions edited, and of abandoned interactions answered, concurrently.
const AT_ONCE: usize = 8;
/// Maximum number of abandoned operations resumed concurrently, in all servers and in one. A long addition may take an
/// hour.
const RESUMED_AT_ONCE: usize = 64;
const RESUMED_OF_SERVER: usize = 8;

pub(super) struct RecoveryWorker {
    bot_state: Data,
    retention: Retention,
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
    /// Time of the last deletion of old rows.
    forgot: Option<Instant>,
    /// Set once the log says that nothing is deleted because the time is in doubt.
    in_doubt: bool,
}

impl RecoveryWorker {
    pub(super) fn new(bot_state: Data, retention: Retention) -> Self {
        let (not_before, checking) = (HashMap::new(), HashSet::new());
        let (resuming, resuming_for, answering) = (JoinSet::new(), HashMap::new(), JoinSet::new());
        let (forgot, in_doubt) = (None, false);
        Self { bot_state, retention, not_before, resuming, resuming_for, answering, checking, forgot, in_doubt }
    }

    /// Writes the heartbeat periodically, in a task of its own that no other work can delay.
    pub(super) async fn beat(bot_state: Data) {
        loop {
            if let Err(error) = bot_state.services.cluster().beat().await {
                tracing::warn!(%error, "failed to write the heartbeat");
            }
            bot_state.clock.sleep(BEAT_EVERY).await;
        }
    }

    pub(super) async fn look_after(mut self) {
        loop {
            let round = [
                ("write retries", self.bot_state.services.catch_up().await),
                ("expired confirmations", self.run_out().await),
                ("abandoned operations", self.resume().await),
                ("unanswered interactions", self.answer().await),
                ("refusal counts", log_channel::tell_more_refusals(&self.bot_state, false).await),
                ("old rows", self.forget().await),
            ];
            for (what, result) in round {
                if let Err(error) = result {
                    tracing::warn!(what, %error, "failed to access the store");
                    break;
                }
            }
            self.bot_state.clock.sleep(LOOK_EVERY).await;
        }
    }

    /// Removes the buttons of confirmations that expired.
    async fn run_out(&self) -> Result<(), StoreError> {
        let gone = self.bot_state.services.run_out().await?;
        let bot_state = &self.bot_state;
        let edits = stream::iter(gone).for_each_concurrent(AT_ONCE, async |pending| {
            let question = bot_state.rest.earlier(pending.interaction, pending.application, &pending.token);
            if let Err(error) = question.edit(&reply::expired(pending.language)).await {
                tracing::debug!(%error, "failed to remove the buttons of a confirmation");
            }
        });
        edits.await;
        Ok(())
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
        for row in self.bot_state.services.orphans().await? {
            let (interaction, guild) = (row.entry.interaction, row.entry.guild);
            if self.resuming.len() >= RESUMED_AT_ONCE {
                break;
            }
            let of_server = self.resuming_for.values().filter(|server| **server == guild).count();
            if of_server < RESUMED_OF_SERVER && self.is_due(interaction) {
                // Until its task owns it.
                self.not_before.insert(interaction, self.bot_state.clock.now() + AGAIN_AFTER);
                let shown = self.checking.contains(&interaction);
                let task = self.resuming.spawn(resume(self.bot_state.clone(), row, shown));
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
        for responder in self.bot_state.services.unanswered().await? {
            if self.answering.len() >= AT_ONCE {
                break;
            }
            if !self.is_due(responder.interaction) {
                continue;
            }
            // Its task owns it until the task ends.
            let Some(running) = self.bot_state.services.work_on(responder.interaction) else { continue };
            if let Some(owed) = owed_to(&self.bot_state, &responder).await? {
                self.answering.spawn(answer(self.bot_state.clone(), responder, owed, running));
            }
        }
        Ok(())
    }

    async fn forget(&mut self) -> Result<(), StoreError> {
        let now = self.bot_state.clock.now();
        if self.forgot.is_some_and(|at| now.saturating_duration_since(at) < FORGET_EVERY) {
            return Ok(());
        }
        self.not_before.retain(|_, at| *at > now);
        if self.bot_state.clock.is_in_doubt() {
            if !std::mem::replace(&mut self.in_doubt, true) {
                tracing::warn!("stopped deleting old rows: this machine's clock differs from Discord's");
            }
            return Ok(());
        }
        self.in_doubt = false;
        self.bot_state.services.store().forget(self.retention, self.bot_state.clock.unix()).await?;
        self.forgot = Some(now);
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
    /// The operation ended with this result. The case is set if something was begun.
    Ended(Option<AuditId>, Box<Result<Done, UserError>>),
}

/// Returns the answer that is owed. Returns `None` if another task answers it or the operation has not ended.
async fn owed_to(bot_state: &Data, responder: &PendingInteraction) -> Result<Option<Owed>, StoreError> {
    let store = bot_state.services.store();
    if let Some(request) = store.requests().of_interaction(responder.interaction).await? {
        return Ok(Some(Owed::Waits(Box::new(request))));
    }
    let row = store.journal().of_interaction(responder.interaction).await?;
    let result = match &row {
        // The task that resumes it answers.
        Some(AuditRecord { ended: None, .. }) => return Ok(None),
        Some(row) => result_of(row),
        None if bot_state.services.cluster().is_shared()
            && bot_state.rest.age(responder.interaction) < WATCHERS_HAVE =>
        {
            return Ok(None);
        }
        None => Err(UserError::CutShort),
    };
    Ok(Some(Owed::Ended(row.map(|row| row.case), Box::new(result))))
}

/// Answers an abandoned interaction. Returns it, and whether its requester was informed.
async fn answer(
    bot_state: Data,
    responder: PendingInteraction,
    owed: Owed,
    _running: Mark<InteractionId>,
) -> (InteractionId, bool) {
    let is_told = match owed {
        Owed::Waits(request) => {
            if request.state == State::Open {
                let posting = approvals::post(&bot_state, &request).await;
                approvals::tell_that_it_waits(&bot_state, &request, posting).await;
            }
            // A later message reports its outcome.
            bot_state.services.answered(responder.interaction).await;
            true
        }
        Owed::Ended(case, result) => tell(&bot_state, &responder, case, *result).await,
    };
    (responder.interaction, is_told)
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
async fn resume(bot_state: Data, row: AuditRecord, mut shown: bool) -> Resumed {
    let interaction = row.entry.interaction;
    let again_after = resume_row(&bot_state, row, &mut shown).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "failed to take over an operation");
        Some(AGAIN_AFTER)
    });
    Resumed { interaction, shown, again_after }
}

/// Takes over a row and completes it. Returns the pause before the next attempt, if it could not be completed.
async fn resume_row(bot_state: &Data, row: AuditRecord, shown: &mut bool) -> Result<Option<Duration>, StoreError> {
    let (journal, cluster) = (bot_state.services.store().journal(), bot_state.services.cluster());
    let row = match &row.owner {
        Some(owner) if owner != cluster.me() => match journal.take_over(row.case, owner, cluster.me()).await? {
            Some(taken) => taken,
            None => return Ok(None),
        },
        _ => row,
    };
    let interaction = row.entry.interaction;
    let Some(_running) = bot_state.services.work_on(interaction) else { return Ok(None) };
    let (case, operation) = (row.case, row.entry.what.data.clone());
    tracing::info!(case = case.0, operation = row.entry.what.operation, tries = row.tries, "resuming an operation");
    match bot_state.services.go_on(row, &bot_state.rest).await {
        Recovery::Ended(ended) => {
            let Ended { entry, result } = *ended;
            let responder = bot_state.services.store().interactions().get(entry.interaction).await?;
            let told = match responder.filter(|responder| !responder.answered) {
                Some(responder) => tell(bot_state, &responder, Some(case), result).await,
                None => true,
            };
            Ok((!told).then_some(AGAIN_AFTER))
        }
        Recovery::Later { settles_by } => {
            if let (Some(until), Some(operation), false) = (settles_by, operation, *shown) {
                show_checking(bot_state, interaction, &operation, until).await?;
                *shown = true;
            }
            Ok(Some(pause_until(bot_state, settles_by)))
        }
    }
}

/// Returns the pause before the next check: an eighth of the time that is left, so that the result is noticed soon.
fn pause_until(bot_state: &Data, settles_by: Option<i64>) -> Duration {
    let now = i64::try_from(bot_state.clock.unix().as_secs()).unwrap_or(i64::MAX);
    match settles_by.map(|until| u64::try_from(until.saturating_sub(now)).unwrap_or_default()) {
        Some(left) => (Duration::from_secs(left) / 8).clamp(LOOK_EVERY, AGAIN_AFTER),
        None => AGAIN_AFTER,
    }
}

/// Shows the requester that Usher is checking whether their change took effect.
async fn show_checking(
    bot_state: &Data,
    interaction: InteractionId,
    operation: &Operation,
    until: i64,
) -> Result<(), StoreError> {
    let responder = bot_state.services.store().interactions().get(interaction).await?;
    let Some(responder) = responder.filter(|responder| !responder.answered && responder.has_token()) else {
        return Ok(());
    };
    let answer = bot_state.rest.earlier(responder.interaction, responder.application, &responder.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::settling(responder.language, operation, until, true)).await
    {
        tracing::debug!(%error, "failed to show that a change is being checked");
    }
    Ok(())
}

/// Reports the outcome to the actor: in the message that they see while Discord accepts edits of it, otherwise in the
/// log channel. There the message mentions them, the only ping that this bot ever sends. Returns whether they were
/// informed.
async fn tell(
    bot_state: &Data,
    responder: &PendingInteraction,
    case: Option<AuditId>,
    result: Result<Done, UserError>,
) -> bool {
    let answer = bot_state.rest.earlier(responder.interaction, responder.application, &responder.token);
    let reference = super::interaction::reference(responder.interaction);
    if answer.is_alive() {
        let message = match &result {
            Ok(done) => reply::done(responder.language, done),
            Err(problem) => reply::problem(responder.language, problem, &reference),
        };
        match answer.edit(&message).await {
            Ok(()) => {
                if is_unconfirmed(&result) {
                    // A later edit corrects it if the change takes effect after all.
                    bot_state.services.answered_for_now(responder.interaction).await;
                } else {
                    bot_state.services.answered(responder.interaction).await;
                }
                if let Ok(done) = &result
                    && let Err(error) = tell_channel(bot_state, &answer, responder.guild, responder.actor, done).await
                {
                    tracing::warn!(%error, "failed to announce a change in the channel");
                }
                return true;
            }
            // The acknowledgement came too late and Discord showed the failure. Nothing was done, or it was reported.
            Err(error) if error.is_final() && case.is_none() => {
                bot_state.services.answered(responder.interaction).await;
                return true;
            }
            Err(error) if error.is_final() => {}
            Err(error) => {
                tracing::warn!(reference, %error, "failed to send an answer");
                return false;
            }
        }
    }
    match log_channel::mention(bot_state, responder, case, &result).await {
        Ok(()) => {
            bot_state.services.answered(responder.interaction).await;
            true
        }
        // The rate limiter (`brake`) logs the reason once.
        Err(error) if error.downcast_ref::<RestError>().is_some_and(RestError::is_held_back) => false,
        Err(error) => {
            tracing::warn!(reference, %error, "failed to report the outcome of an operation");
            false
        }
    }
}

/// Starts the background tasks. They run until `bot_state.ended`, also while the bot drains.
pub(super) fn start(bot_state: &Data, retention: Retention) {
    let until_ended = || bot_state.ended.clone();
    let recovery = RecoveryWorker::new(bot_state.clone(), retention);
    bot_state.tasks.spawn(until_ended().run_until_cancelled_owned(RecoveryWorker::beat(bot_state.clone())));
    bot_state.tasks.spawn(until_ended().run_until_cancelled_owned(recovery.look_after()));
    bot_state.tasks.spawn(until_ended().run_until_cancelled_owned(log_channel::look_after(bot_state.clone())));
    bot_state.tasks.spawn(until_ended().run_until_cancelled_owned(approvals::look_after(bot_state.clone())));
    bot_state.tasks.spawn(until_ended().run_until_cancelled_owned(unsettled::watch(bot_state.clone())));
}

//! What is done behind people's backs: heartbeat, questions that run out, what a crashed run has left, and forgetting what
//! is old; for requests see [`approvals`], for the log channels [`log_channel`]. What two copies must not both do is taken
//! in the store first.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::rest::RestError;
use super::visit::tell_channel;
use super::{Data, approvals, log_channel, reply, unsettled};
use crate::access::{GuildId, InteractionId};
use crate::desk::{BEAT_EVERY, Done, Ended, Recovery, Running, is_unconfirmed, result_of};
use crate::error::Problem;
use crate::operations::Operation;
use crate::store::{AccessRequest, Case, Retention, Row, State, StoreError, Visit};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What could not be done is tried again after this pause.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Left interactions of which nothing was begun are their watchers' for so long, where there are other copies.
const WATCHERS_HAVE: Duration = Duration::from_secs(60);
const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);
/// Questions whose buttons are taken away, and left interactions answered, at once.
const AT_ONCE: usize = 8;
/// Left operations gone on with at once: of all servers, and of one. A long addition may take an hour.
const RESUMED_AT_ONCE: usize = 64;
const RESUMED_OF_SERVER: usize = 8;

pub(super) struct Caretaker {
    front: Data,
    retention: Retention,
    /// Interactions that are left alone until then: what was tried for them could not be done.
    not_before: HashMap<InteractionId, Instant>,
    /// Operations that are being resumed.
    resuming: JoinSet<Resumed>,
    /// Whose they are.
    resuming_for: HashMap<Id, GuildId>,
    /// Interactions that are being answered, and whether that could be done.
    answering: JoinSet<(InteractionId, bool)>,
    /// Interactions whose people see that it is being checked how they ended.
    checking: HashSet<InteractionId>,
    /// When old rows were last forgotten.
    forgot: Option<Instant>,
    /// Whether it was logged that nothing is forgotten, because it is not known how late it is.
    in_doubt: bool,
}

impl Caretaker {
    pub(super) fn new(front: Data, retention: Retention) -> Self {
        let (not_before, checking) = (HashMap::new(), HashSet::new());
        let (resuming, resuming_for, answering) = (JoinSet::new(), HashMap::new(), JoinSet::new());
        let (forgot, in_doubt) = (None, false);
        Self { front, retention, not_before, resuming, resuming_for, answering, checking, forgot, in_doubt }
    }

    /// Beats for as long as it runs, apart from all work that could hold it up.
    pub(super) async fn beat(front: Data) {
        loop {
            if let Err(error) = front.desk.team().beat().await {
                tracing::warn!(%error, "the heartbeat could not be written");
            }
            front.clock.sleep(BEAT_EVERY).await;
        }
    }

    pub(super) async fn look_after(mut self) {
        loop {
            let round = [
                ("what could not be written", self.front.desk.catch_up().await),
                ("questions that ran out", self.run_out().await),
                ("what was left open", self.resume().await),
                ("what was left unanswered", self.answer().await),
                ("refusals that are counted", log_channel::tell_more_refusals(&self.front, false).await),
                ("what is old", self.forget().await),
            ];
            for (what, result) in round {
                if let Err(error) = result {
                    tracing::warn!(what, %error, "the store fails");
                    break;
                }
            }
            self.front.clock.sleep(LOOK_EVERY).await;
        }
    }

    /// Takes the buttons away from questions that were not answered.
    async fn run_out(&self) -> Result<(), StoreError> {
        let gone = self.front.desk.run_out().await?;
        let front = &self.front;
        let edits = stream::iter(gone).for_each_concurrent(AT_ONCE, async |pending| {
            let question = front.rest.earlier(pending.interaction, pending.application, &pending.token);
            if let Err(error) = question.edit(&reply::expired(pending.language)).await {
                tracing::debug!(%error, "the buttons of a question could not be taken away");
            }
        });
        edits.await;
        Ok(())
    }

    /// Resumes operations that were begun by a process that is gone, and tells how they ended. A job of many requests may
    /// take long, so that each has a task of its own.
    async fn resume(&mut self) -> Result<(), StoreError> {
        while let Some(resumed) = self.resuming.try_join_next_with_id() {
            self.resuming_for.remove(&resumed.as_ref().map_or_else(JoinError::id, |(id, _)| *id));
            match resumed.map(|(_, resumed)| resumed) {
                Ok(Resumed { interaction, shown, again_after: Some(pause) }) => {
                    self.not_before.insert(interaction, self.front.clock.now() + pause);
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
        for row in self.front.desk.orphans().await? {
            let (interaction, guild) = (row.entry.interaction, row.entry.guild);
            if self.resuming.len() >= RESUMED_AT_ONCE {
                break;
            }
            let of_server = self.resuming_for.values().filter(|server| **server == guild).count();
            if of_server < RESUMED_OF_SERVER && self.is_due(interaction) {
                // Until its task has it.
                self.not_before.insert(interaction, self.front.clock.now() + AGAIN_AFTER);
                let shown = self.checking.contains(&interaction);
                let task = self.resuming.spawn(resume(self.front.clone(), row, shown));
                self.resuming_for.insert(task.id(), guild);
            }
        }
        Ok(())
    }

    /// Answers interactions that were acknowledged and then left alone. Discord may take long with one of them, so that
    /// each has a task of its own.
    async fn answer(&mut self) -> Result<(), StoreError> {
        while let Some(answered) = self.answering.try_join_next() {
            match answered {
                Ok((interaction, false)) => {
                    self.not_before.insert(interaction, self.front.clock.now() + AGAIN_AFTER);
                }
                Ok((_, true)) => {}
                Err(error) => tracing::error!(%error, "failed to answer an interaction"),
            }
        }
        for visit in self.front.desk.unanswered().await? {
            if self.answering.len() >= AT_ONCE {
                break;
            }
            if !self.is_due(visit.interaction) {
                continue;
            }
            // Its task has it until it ends.
            let Some(running) = self.front.desk.work_on(visit.interaction) else { continue };
            if let Some(owed) = owed_to(&self.front, &visit).await? {
                self.answering.spawn(answer(self.front.clone(), visit, owed, running));
            }
        }
        Ok(())
    }

    async fn forget(&mut self) -> Result<(), StoreError> {
        let now = self.front.clock.now();
        if self.forgot.is_some_and(|at| now.saturating_duration_since(at) < FORGET_EVERY) {
            return Ok(());
        }
        self.not_before.retain(|_, at| *at > now);
        if self.front.clock.is_in_doubt() {
            if !std::mem::replace(&mut self.in_doubt, true) {
                tracing::warn!("nothing is deleted for its age: this machine's clock and Discord's do not agree");
            }
            return Ok(());
        }
        self.in_doubt = false;
        self.front.desk.store().forget(self.retention, self.front.clock.unix()).await?;
        self.forgot = Some(now);
        Ok(())
    }

    fn is_due(&self, interaction: InteractionId) -> bool {
        let now = self.front.clock.now();
        self.not_before.get(&interaction).is_none_or(|at| *at <= now)
    }
}

/// What is to be said in answer to an interaction that was left alone.
enum Owed {
    /// Somebody is asked for approval.
    Waits(Box<AccessRequest>),
    /// How it ended, and its case where something was begun.
    Ended(Option<Case>, Box<Result<Done, Problem>>),
}

/// `None` where somebody else is to answer it, or where it has not ended.
async fn owed_to(front: &Data, visit: &Visit) -> Result<Option<Owed>, StoreError> {
    let store = front.desk.store();
    if let Some(request) = store.requests().of_interaction(visit.interaction).await? {
        return Ok(Some(Owed::Waits(Box::new(request))));
    }
    let row = store.journal().of_interaction(visit.interaction).await?;
    let result = match &row {
        // Whoever resumes it answers.
        Some(Row { ended: None, .. }) => return Ok(None),
        Some(row) => result_of(row),
        None if front.desk.team().is_shared() && front.rest.age(visit.interaction) < WATCHERS_HAVE => return Ok(None),
        None => Err(Problem::CutShort),
    };
    Ok(Some(Owed::Ended(row.map(|row| row.case), Box::new(result))))
}

/// Gives the interaction, and whether its requester was told.
async fn answer(front: Data, visit: Visit, owed: Owed, _running: Running) -> (InteractionId, bool) {
    let is_told = match owed {
        Owed::Waits(request) => {
            if request.state == State::Open {
                let posting = approvals::post(&front, &request).await;
                approvals::tell_that_it_waits(&front, &request, posting).await;
            }
            // How it ends is told later.
            front.desk.answered(visit.interaction).await;
            true
        }
        Owed::Ended(case, result) => tell(&front, &visit, case, *result).await,
    };
    (visit.interaction, is_told)
}

/// What came of resuming an operation.
struct Resumed {
    interaction: InteractionId,
    /// Whether the requester sees that it is being checked how it ended.
    shown: bool,
    /// It is to be tried again after this pause.
    again_after: Option<Duration>,
}

/// `shown`: whether the requester sees already that it is being checked how it ended.
async fn resume(front: Data, row: Row, mut shown: bool) -> Resumed {
    let interaction = row.entry.interaction;
    let again_after = resume_row(&front, row, &mut shown).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "failed to take over an operation");
        Some(AGAIN_AFTER)
    });
    Resumed { interaction, shown, again_after }
}

/// Takes a row over and brings it to its end. Gives the pause after which to try again, where that could not be done.
async fn resume_row(front: &Data, row: Row, shown: &mut bool) -> Result<Option<Duration>, StoreError> {
    let (journal, team) = (front.desk.store().journal(), front.desk.team());
    let row = match &row.owner {
        Some(owner) if owner != team.me() => match journal.take_over(row.case, owner, team.me()).await? {
            Some(taken) => taken,
            None => return Ok(None),
        },
        _ => row,
    };
    let interaction = row.entry.interaction;
    let Some(_running) = front.desk.work_on(interaction) else { return Ok(None) };
    let (case, operation) = (row.case, row.entry.what.data.clone());
    tracing::info!(case = case.0, operation = row.entry.what.operation, tries = row.tries, "resuming an operation");
    match front.desk.go_on(row, &front.rest).await {
        Recovery::Ended(ended) => {
            let Ended { entry, result } = *ended;
            let visit = front.desk.store().visits().get(entry.interaction).await?;
            let told = match visit.filter(|visit| !visit.answered) {
                Some(visit) => tell(front, &visit, Some(case), result).await,
                None => true,
            };
            Ok((!told).then_some(AGAIN_AFTER))
        }
        Recovery::Later { settles_by } => {
            if let (Some(until), Some(operation), false) = (settles_by, operation, *shown) {
                show_checking(front, interaction, &operation, until).await?;
                *shown = true;
            }
            Ok(Some(pause_until(front, settles_by)))
        }
    }
}

/// More often at first, and not long after it is settled.
fn pause_until(front: &Data, settles_by: Option<i64>) -> Duration {
    let now = i64::try_from(front.clock.unix().as_secs()).unwrap_or(i64::MAX);
    match settles_by.map(|until| u64::try_from(until.saturating_sub(now)).unwrap_or_default()) {
        Some(left) => (Duration::from_secs(left) / 8).clamp(LOOK_EVERY, AGAIN_AFTER),
        None => AGAIN_AFTER,
    }
}

/// Shows the requester that it is being checked whether their change took effect.
async fn show_checking(
    front: &Data,
    interaction: InteractionId,
    operation: &Operation,
    until: i64,
) -> Result<(), StoreError> {
    let visit = front.desk.store().visits().get(interaction).await?;
    let Some(visit) = visit.filter(|visit| !visit.answered && visit.has_token()) else { return Ok(()) };
    let answer = front.rest.earlier(visit.interaction, visit.application, &visit.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::settling(visit.language, operation, until, true)).await
    {
        tracing::debug!(%error, "failed to show that a change is being checked");
    }
    Ok(())
}

/// Tells the asker how it ended: in the message that they see as long as Discord takes edits of it, else in the log
/// channel, where they are mentioned: the only ping that this bot ever makes. Whether somebody was told.
async fn tell(front: &Data, visit: &Visit, case: Option<Case>, result: Result<Done, Problem>) -> bool {
    let answer = front.rest.earlier(visit.interaction, visit.application, &visit.token);
    let reference = super::visit::reference(visit.interaction);
    if answer.is_alive() {
        let message = match &result {
            Ok(done) => reply::done(visit.language, done),
            Err(problem) => reply::problem(visit.language, problem, &reference),
        };
        match answer.edit(&message).await {
            Ok(()) => {
                if is_unconfirmed(&result) {
                    // It is edited again if the change takes effect after all.
                    front.desk.answered_for_now(visit.interaction).await;
                } else {
                    front.desk.answered(visit.interaction).await;
                }
                if let Ok(done) = &result
                    && let Err(error) = tell_channel(front, &answer, visit.guild, visit.asker, done).await
                {
                    tracing::warn!(%error, "the channel could not be told");
                }
                return true;
            }
            // Discord was not told of it in time, and has told the person so; nothing was done, or it was told.
            Err(error) if error.is_final() && case.is_none() => {
                front.desk.answered(visit.interaction).await;
                return true;
            }
            Err(error) if error.is_final() => {}
            Err(error) => {
                tracing::warn!(reference, %error, "an answer did not get through");
                return false;
            }
        }
    }
    match log_channel::mention(front, visit, case, &result).await {
        Ok(()) => {
            front.desk.answered(visit.interaction).await;
            true
        }
        // The log says once why.
        Err(error) if error.downcast_ref::<RestError>().is_some_and(RestError::is_held_back) => false,
        Err(error) => {
            tracing::warn!(reference, %error, "nobody could be told yet how an operation ended");
            false
        }
    }
}

/// Starts the loops. They go on while the bot drains, until `front.ended`.
pub(super) fn start(front: &Data, retention: Retention) {
    let until_ended = || front.ended.clone();
    let caretaker = Caretaker::new(front.clone(), retention);
    front.tasks.spawn(until_ended().run_until_cancelled_owned(Caretaker::beat(front.clone())));
    front.tasks.spawn(until_ended().run_until_cancelled_owned(caretaker.look_after()));
    front.tasks.spawn(until_ended().run_until_cancelled_owned(log_channel::look_after(front.clone())));
    front.tasks.spawn(until_ended().run_until_cancelled_owned(approvals::look_after(front.clone())));
    front.tasks.spawn(until_ended().run_until_cancelled_owned(unsettled::watch(front.clone())));
}

//! What is done behind people's backs: heartbeat, questions that run out, what a crashed run has left, and forgetting what
//! is old; for requests see [`approvals`], for the log channels [`log_channel`]. What two copies must not both do is taken
//! in the store first.

use std::collections::HashMap;
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::time::Instant;

use super::{Data, approvals, log_channel, reply};
use crate::access::InteractionId;
use crate::desk::{BEAT_EVERY, Done, Ended, Recovery, result_of};
use crate::error::Problem;
use crate::store::{Case, Retention, Row, State, StoreError, Visit};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What could not be done is tried again after this pause.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Left interactions of which nothing was begun are their watchers' for so long, where there are other copies.
const WATCHERS_HAVE: Duration = Duration::from_secs(60);
const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);
/// Left operations gone on with at once.
const AT_ONCE: usize = 8;

pub(super) struct Caretaker {
    front: Data,
    retention: Retention,
    /// What was tried and could not be done, and when.
    tried: HashMap<InteractionId, Instant>,
    /// When old rows were last forgotten.
    forgot: Option<Instant>,
}

impl Caretaker {
    pub(super) fn new(front: Data, retention: Retention) -> Self {
        Self { front, retention, tried: HashMap::new(), forgot: None }
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
                ("what was left open", self.go_on().await),
                ("what was left unanswered", self.answer().await),
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

    /// Goes on with operations that were begun by a copy that is gone, and tells how they ended.
    async fn go_on(&mut self) -> Result<(), StoreError> {
        let due: Vec<Row> =
            self.front.desk.orphans().await?.into_iter().filter(|row| self.is_due(row.entry.interaction)).collect();
        if due.is_empty() {
            return Ok(());
        }
        let front = &self.front;
        let later: Vec<InteractionId> = stream::iter(due)
            .map(async |row| {
                let interaction = row.entry.interaction;
                match go_on_with(front, row).await {
                    Ok(done) => (!done).then_some(interaction),
                    Err(error) => {
                        tracing::warn!(%error, "what was left open could not be taken over");
                        Some(interaction)
                    }
                }
            })
            .buffer_unordered(AT_ONCE)
            .filter_map(async |later| later)
            .collect()
            .await;
        let now = self.front.clock.now();
        self.tried.extend(later.into_iter().map(|interaction| (interaction, now)));
        Ok(())
    }

    /// Answers interactions that were acknowledged and then left alone.
    async fn answer(&mut self) -> Result<(), StoreError> {
        for visit in self.front.desk.unanswered().await? {
            if !self.is_due(visit.interaction) {
                continue;
            }
            let Some(_running) = self.front.desk.work_on(visit.interaction) else { continue };
            let store = self.front.desk.store();
            // Somebody is asked for approval: the asker is told that, and later how it ends.
            if let Some(request) = store.requests().of_interaction(visit.interaction).await? {
                if request.state == State::Open {
                    let posting = approvals::post(&self.front, &request).await;
                    approvals::tell_that_it_waits(&self.front, &request, posting).await;
                }
                self.front.desk.answered(visit.interaction).await;
                continue;
            }
            let row = store.journal().of_interaction(visit.interaction).await?;
            let result = match &row {
                // Begun and not ended: whoever goes on with it answers.
                Some(Row { ended: None, .. }) => continue,
                Some(row) => result_of(row),
                None if self.front.desk.team().is_shared()
                    && self.front.rest.age(visit.interaction) < WATCHERS_HAVE =>
                {
                    continue;
                }
                None => Err(Problem::CutShort),
            };
            let told = tell(&self.front, &visit, row.as_ref().map(|row| row.case), result).await;
            if !told {
                self.tried.insert(visit.interaction, self.front.clock.now());
            }
        }
        Ok(())
    }

    async fn forget(&mut self) -> Result<(), StoreError> {
        let now = self.front.clock.now();
        if self.forgot.is_some_and(|at| now.saturating_duration_since(at) < FORGET_EVERY) {
            return Ok(());
        }
        self.tried.retain(|_, at| now.saturating_duration_since(*at) < AGAIN_AFTER);
        self.front.desk.store().forget(self.retention, self.front.clock.unix()).await?;
        self.forgot = Some(now);
        Ok(())
    }

    fn is_due(&self, interaction: InteractionId) -> bool {
        let now = self.front.clock.now();
        self.tried.get(&interaction).is_none_or(|at| now.saturating_duration_since(*at) >= AGAIN_AFTER)
    }
}

/// Takes a row over and brings it to its end; whether that could be done.
async fn go_on_with(front: &Data, row: Row) -> Result<bool, StoreError> {
    let (journal, team) = (front.desk.store().journal(), front.desk.team());
    let row = match &row.owner {
        Some(owner) if owner != team.me() => match journal.take_over(owner, team.me()).await? {
            Some(taken) => taken,
            None => return Ok(true),
        },
        _ => row,
    };
    let Some(_running) = front.desk.work_on(row.entry.interaction) else { return Ok(true) };
    let case = row.case;
    tracing::info!(
        case = case.0,
        operation = row.entry.what.operation,
        tries = row.tries,
        "going on with what was left"
    );
    let Recovery::Ended(ended) = front.desk.go_on(row).await else { return Ok(false) };
    let Ended { entry, result } = *ended;
    if let Some(visit) = front.desk.store().visits().get(entry.interaction).await?.filter(|visit| !visit.answered) {
        return Ok(tell(front, &visit, Some(case), result).await);
    }
    Ok(true)
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
                front.desk.answered(visit.interaction).await;
                let say = front.language_of(visit.guild).await;
                if let Some(notice) = result.ok().and_then(|done| reply::notice(say, &done, visit.asker))
                    && let Err(error) = answer.tell_channel(&notice).await
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
}

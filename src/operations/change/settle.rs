//! Determines by reading whether a request with an unknown answer took effect.

use std::time::Duration;

use groups_api::{ApiError, Effect, GroupsApi};
use serde_json::Value;
use usher_clock::Timestamp;
use whatsapp::GroupId;

use super::carry_out::Job;
use super::{Change, ExecutionError, Progress, ProgressJournal, Verification, Wait};
use crate::operations::{Doubt, Failure, Sign};

/// The pauses before each read of the state; the last one is repeated.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(15),
];
/// The pauses before the two reads after an error that the API reported itself.
const AFTER_ERROR: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(7)];

/// The fate of a request.
pub(super) enum Settled<A> {
    Applied(A),
    /// The API ended its work on the request with an error, and the change is not visible.
    NotApplied,
    /// As far as is known, it may still take effect.
    Open(Doubt),
}

/// Result of one read of the state for a request.
enum StateRead<A> {
    Applied(A),
    /// More may follow.
    Partly(A),
    Not(Doubt),
}

impl<C: Change, B: ProgressJournal> Job<'_, C, B> {
    /// Settles the request that failed with `error`, which does not show whether it took effect.
    pub(super) async fn settle(&mut self, error: &ApiError) -> Settled<C::Answer> {
        let lost_at = match self.note_loss().await {
            Ok(lost_at) => lost_at,
            // It is settled nevertheless. If this process ends now, the next one settles it again.
            Err(_unwritten) => self.api.steady_utc(),
        };
        if *error == ApiError::ServerError
            && let Some(settled) = self.settle_error().await
        {
            return settled;
        }
        self.tell(Wait::Settle { until: self.deadline(lost_at) });
        let mut pauses = PAUSES.into_iter();
        let mut pause = Duration::ZERO;
        loop {
            pause = pauses.next().unwrap_or(pause);
            let left = self.deadline(lost_at).duration_since(self.api.steady_utc());
            self.api.pause(pause.min(left)).await;
            if let Some(settled) = self.read_once(lost_at).await {
                return settled;
            }
        }
    }

    /// Settles a request that another process may have sent, without waiting. Returns [`ExecutionError::Unsettled`]
    /// while it may still take effect.
    pub(super) async fn settle_resumed(&mut self) -> Result<Settled<C::Answer>, ExecutionError<B::Error>> {
        let lost_at = match self.progress.lost_at {
            Some(lost_at) => lost_at,
            // That process may have waited for its turn before it sent the request. The exact time is unknown: it was
            // sent before now.
            None => self.note_loss().await.map_err(ExecutionError::ProgressJournal)?,
        };
        let settled = self.read_once(lost_at).await;
        settled.ok_or_else(|| ExecutionError::Unsettled { until: self.deadline(lost_at) })
    }

    /// Reads once. Returns `None` if the read proves nothing yet.
    async fn read_once(&mut self, lost_at: Timestamp) -> Option<Settled<C::Answer>> {
        let is_last = self.api.steady_utc() >= self.deadline(lost_at);
        match self.read().await {
            StateRead::Applied(answer) => Some(Settled::Applied(answer)),
            StateRead::Partly(answer) if is_last => Some(Settled::Applied(answer)),
            StateRead::Not(doubt) if is_last || doubt.sign == Sign::NotShown => {
                let waited = self.api.steady_utc().duration_since(lost_at).as_secs();
                Some(Settled::Open(Doubt { waited, ..doubt }))
            }
            StateRead::Partly(_) | StateRead::Not(_) => None,
        }
    }

    /// Reads twice after an error that the API reported itself: its work on the request has ended. Returns `None` if
    /// the reads show neither result.
    async fn settle_error(&mut self) -> Option<Settled<C::Answer>> {
        let mut partly = None;
        let mut unchanged = 0;
        for pause in AFTER_ERROR {
            self.api.pause(pause).await;
            match self.read().await {
                StateRead::Applied(answer) => return Some(Settled::Applied(answer)),
                StateRead::Partly(answer) => partly = Some(answer),
                StateRead::Not(doubt) if doubt.sign == Sign::Unchanged => unchanged += 1,
                StateRead::Not(_) => {}
            }
        }
        match partly {
            Some(answer) => Some(Settled::Applied(answer)),
            None => (unchanged == AFTER_ERROR.len()).then_some(Settled::NotApplied),
        }
    }

    async fn read(&mut self) -> StateRead<C::Answer> {
        // If the store cannot be read, another command may have caused the state.
        let Ok(others) = self.journal.others().await else {
            return StateRead::Not(Doubt::of(Sign::Unreadable));
        };
        C::exclude(&mut self.progress.before, others.made_groups);
        match self.change.verify(self.api, &self.progress.before, &self.progress.answers).await {
            Ok(Verification::Applied(_) | Verification::Partly(_)) if others.same_change => {
                StateRead::Not(Doubt::of(Sign::Unclear))
            }
            Ok(Verification::Applied(answer)) => StateRead::Applied(answer),
            Ok(Verification::Partly(answer)) => StateRead::Partly(answer),
            Ok(Verification::Unchanged) => StateRead::Not(Doubt::of(Sign::Unchanged)),
            Ok(Verification::Unclear(candidates)) => StateRead::Not(Doubt { candidates, ..Doubt::of(Sign::Unclear) }),
            Ok(Verification::NotShown) => StateRead::Not(Doubt::of(Sign::NotShown)),
            Err(error) => StateRead::Not(Doubt { unreadable: Some(error), ..Doubt::of(Sign::Unreadable) }),
        }
    }

    /// Records that the answer to the next request is lost. Returns the time of it.
    async fn note_loss(&mut self) -> Result<Timestamp, B::Error> {
        let now = self.api.steady_utc();
        self.progress.lost_at = Some(now);
        self.journal.note(&self.progress.written(), Some(now)).await?;
        Ok(now)
    }

    /// Returns until when a request whose answer was lost at that time may still take effect.
    fn deadline(&self, lost_at: Timestamp) -> Timestamp {
        lost_at + self.api.settle_within()
    }
}

/// Reads once more after a change that was reported as not confirmed, in whole or in part. Returns the current outcome,
/// or `None` if no request is known to have taken effect.
pub(in crate::operations) async fn recheck<C: Change>(
    change: &C,
    api: &GroupsApi,
    progress: Value,
    made_groups: Vec<GroupId>,
) -> Result<Option<C::Outcome>, ApiError> {
    let Ok(mut progress) = serde_json::from_value::<Progress<C::Before, C::Answer>>(progress) else { return Ok(None) };
    C::exclude(&mut progress.before, made_groups);
    let mut stopped = None;
    if progress.sending && progress.answers.len() < change.requests(&progress.before, &progress.answers) {
        match change.verify(api, &progress.before, &progress.answers).await? {
            Verification::Applied(answer) | Verification::Partly(answer) => progress.answers.push(answer),
            Verification::Unchanged | Verification::Unclear(_) | Verification::NotShown => {
                stopped = Some(Failure::new(ApiError::Lost, Effect::Maybe));
            }
        }
    }
    if progress.answers.is_empty() {
        return Ok(None);
    }
    let now = change.outcome(api, progress.before, progress.answers, stopped.as_ref()).await;
    now.map(Some).map_err(|failure| failure.cause)
}

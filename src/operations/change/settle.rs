//! Finding out, by reading, what became of a request whose answer is not known.

use std::time::Duration;

use serde_json::Value;

use super::carry_out::Job;
use super::{Book, Change, Halt, Progress, Verification, Wait};
use crate::groups_api::ids::GroupId;
use crate::groups_api::{ApiError, Carried, GroupsApi};
use crate::operations::{Doubt, Failure, Outcome, Sign};

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

/// What became of a request.
pub(super) enum Settled<A> {
    Applied(A),
    /// The API ended its work on the request with an error, and the change is not there.
    NotApplied,
    /// For all that is known, it may still take effect.
    Open(Doubt),
}

/// What one read of the state shows of a request.
enum Read<A> {
    Applied(A),
    /// More may follow.
    Partly(A),
    Not(Doubt),
}

impl<C: Change, B: Book> Job<'_, C, B> {
    /// Settles the request that was answered with `error`, which does not tell whether it took effect.
    pub(super) async fn settle(&mut self, error: &ApiError) -> Settled<C::Answer> {
        let lost_at = match self.note_loss().await {
            Ok(lost_at) => lost_at,
            // It is settled all the same. Should this process end now, the next one settles it again.
            Err(_unwritten) => self.api.unix(),
        };
        if *error == ApiError::ServerError
            && let Some(settled) = self.settle_error().await
        {
            return settled;
        }
        self.tell(Wait::Settle { until: seconds(self.deadline(lost_at)) });
        let mut pauses = PAUSES.into_iter();
        let mut pause = Duration::ZERO;
        loop {
            pause = pauses.next().unwrap_or(pause);
            let left = self.deadline(lost_at).saturating_sub(self.api.unix());
            self.api.pause(pause.min(left)).await;
            if let Some(settled) = self.look(lost_at).await {
                return settled;
            }
        }
    }

    /// Settles what another process may have sent, without waiting: [`Halt::Unsettled`] while it may still take effect.
    pub(super) async fn settle_resumed(&mut self) -> Result<Settled<C::Answer>, Halt<B::Error>> {
        let lost_at = match self.progress.lost_since() {
            Some(lost_at) => lost_at,
            // That process may have waited for its turn before it sent the request: it left before now, and no more is
            // known.
            None => self.note_loss().await.map_err(Halt::Book)?,
        };
        let settled = self.look(lost_at).await;
        settled.ok_or_else(|| Halt::Unsettled { until: seconds(self.deadline(lost_at)) })
    }

    /// Reads once. `None` where it proves nothing yet.
    async fn look(&mut self, lost_at: Duration) -> Option<Settled<C::Answer>> {
        let is_last = self.api.unix() >= self.deadline(lost_at);
        match self.read().await {
            Read::Applied(answer) => Some(Settled::Applied(answer)),
            Read::Partly(answer) if is_last => Some(Settled::Applied(answer)),
            Read::Not(doubt) if is_last || doubt.sign == Sign::NotShown => {
                let waited = self.api.unix().saturating_sub(lost_at).as_secs();
                Some(Settled::Open(Doubt { waited, ..doubt }))
            }
            Read::Partly(_) | Read::Not(_) => None,
        }
    }

    /// Reads twice after an error that the API reported itself: its work on the request has ended. `None` where the reads
    /// do not show it either way.
    async fn settle_error(&mut self) -> Option<Settled<C::Answer>> {
        let mut partly = None;
        let mut unchanged = 0;
        for pause in AFTER_ERROR {
            self.api.pause(pause).await;
            match self.read().await {
                Read::Applied(answer) => return Some(Settled::Applied(answer)),
                Read::Partly(answer) => partly = Some(answer),
                Read::Not(doubt) if doubt.sign == Sign::Unchanged => unchanged += 1,
                Read::Not(_) => {}
            }
        }
        match partly {
            Some(answer) => Some(Settled::Applied(answer)),
            None => (unchanged == AFTER_ERROR.len()).then_some(Settled::NotApplied),
        }
    }

    async fn read(&mut self) -> Read<C::Answer> {
        // Where the store cannot be read, what the state shows may be the doing of another command.
        let Ok(others) = self.book.others().await else {
            return Read::Not(Doubt::of(Sign::Unreadable));
        };
        C::exclude(&mut self.progress.before, others.made_groups);
        match self.change.verify(self.api, &self.progress.before, &self.progress.answers).await {
            Ok(Verification::Applied(_) | Verification::Partly(_)) if others.same_change => {
                Read::Not(Doubt::of(Sign::Unclear))
            }
            Ok(Verification::Applied(answer)) => Read::Applied(answer),
            Ok(Verification::Partly(answer)) => Read::Partly(answer),
            Ok(Verification::Unchanged) => Read::Not(Doubt::of(Sign::Unchanged)),
            Ok(Verification::Unclear(candidates)) => Read::Not(Doubt { candidates, ..Doubt::of(Sign::Unclear) }),
            Ok(Verification::NotShown) => Read::Not(Doubt::of(Sign::NotShown)),
            Err(error) => Read::Not(Doubt { unreadable: Some(error), ..Doubt::of(Sign::Unreadable) }),
        }
    }

    /// Notes that the answer to the next request is lost. Gives the time of it, since 1970.
    async fn note_loss(&mut self) -> Result<Duration, B::Error> {
        let now = self.api.unix();
        self.progress.lost_at = u64::try_from(now.as_millis()).ok();
        self.book.note(&self.progress.written(), Some(now)).await?;
        Ok(now)
    }

    /// Until when a request whose answer was lost then may still take effect.
    fn deadline(&self, lost_at: Duration) -> Duration {
        lost_at + self.api.settle_within()
    }
}

fn seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX)
}

/// Reads once more after a change that was reported as not confirmed, in whole (`told` is `None`) or in part. Gives the
/// outcome as it is now, where the state confirms more than was reported.
pub(in crate::operations) async fn recheck<C: Change>(
    change: &C,
    api: &GroupsApi,
    progress: Value,
    made_groups: Vec<GroupId>,
    told: Option<&Outcome>,
) -> Result<Option<Outcome>, ApiError> {
    let Ok(mut progress) = serde_json::from_value::<Progress<C::Before, C::Answer>>(progress) else { return Ok(None) };
    C::exclude(&mut progress.before, made_groups);
    let mut stopped = None;
    if progress.sending && progress.answers.len() < change.requests(&progress.before) {
        match change.verify(api, &progress.before, &progress.answers).await? {
            Verification::Applied(answer) | Verification::Partly(answer) => progress.answers.push(answer),
            Verification::Unchanged | Verification::Unclear(_) | Verification::NotShown => {
                stopped = Some(Failure::new(ApiError::Lost, Carried::Maybe));
            }
        }
    }
    if progress.answers.is_empty() {
        return Ok(None);
    }
    let now = change.outcome(api, progress.before, progress.answers, stopped.as_ref()).await;
    let now = now.map_err(|failure| failure.cause)?;
    Ok(match told {
        None => Some(now),
        Some(told) => told.confirmed_by(&now),
    })
}

//! Carries a change out, request by request.

use std::time::Duration;

use groups_api::{ApiError, Effect, GroupsApi};
use usher_clock::Timestamp;

use super::settle::Settled;
use super::{Change, ExecutionError, MaySend, Pace, Progress, ProgressJournal, SavedProgress, Step, Wait};
use crate::failpoint;
use crate::operations::{Adds, Failure, OperationOutcome as _};

/// Longest single pause that a job of many requests accepts from the API; a longer one ends the job.
const REST_MAX: Duration = Duration::from_secs(10 * 60);
/// Interval at which a pausing job checks whether a person stopped it.
const LISTEN_EVERY: Duration = Duration::from_secs(2);
/// The pause after a 429 that gives no time.
const REST_UNSAID: Duration = Duration::from_secs(60);
/// How often a job tries to record that it sends its next request, before it ends.
const NOTE_TRIES: u32 = 5;

/// Result of one request.
enum Sent<A> {
    Answered(A),
    Failed(Failure),
}

/// Tells whether the same request was sent before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IsRepeat {
    No,
    Yes,
}

/// A change in progress.
pub(super) struct Job<'a, C: Change, B: ProgressJournal> {
    pub(super) change: &'a C,
    pub(super) api: &'a GroupsApi,
    pub(super) journal: &'a mut B,
    pub(super) progress: Progress<C::Before, C::Answer>,
    /// True if requests may be sent. Otherwise only a request that may have been sent is settled.
    may_send: bool,
}

/// Carries a change out, or resumes one that another process has `saved`.
pub(in crate::operations) async fn carry_out<C: Change, B: ProgressJournal>(
    change: &C,
    api: &GroupsApi,
    journal: &mut B,
    saved: Option<SavedProgress>,
) -> Result<C::Outcome, ExecutionError<B::Error>> {
    let Some(saved) = saved else {
        let mut before = change.snapshot(api).await?;
        if change.requests(&before, &[]) == 0 {
            return Ok(change.outcome(api, before, Vec::new(), None).await?);
        }
        let adds = change.adds(&before, &[]).rest;
        if adds > 0 && journal.pace(adds).await.map_err(ExecutionError::ProgressJournal)? == Pace::Careful {
            C::slow_down(&mut before);
        }
        let (answers, sending, lost_at, asked) = (Vec::new(), true, None, 0);
        let progress = Progress { before, answers, sending, lost_at, asked, reserved: adds };
        journal.begin(&progress.written(), adds).await.map_err(ExecutionError::ProgressJournal)?;
        failpoint::reached("after begin").await;
        return Job { change, api, journal, progress, may_send: true }.run(None).await;
    };
    if saved.never_sent {
        return Err(Failure::new(ApiError::NotSent, Effect::No).into());
    }
    // Progress in the format of another version is ignored.
    let lost = |_| Failure::new(ApiError::Lost, Effect::Maybe);
    let progress: Progress<C::Before, C::Answer> = serde_json::from_value(saved.progress).map_err(lost)?;
    let mut job = Job { change, api, journal, progress, may_send: saved.may_send };
    let in_doubt = job.progress.sending && job.has_more();
    job.resume_count();
    if in_doubt {
        job.count_request(IsRepeat::No);
    }
    let first = if in_doubt { Some(job.resume().await?) } else { None };
    // The job may have been stopped during a pause, and the other process ended before it read that.
    if first.is_none() && job.has_more() && job.rest(Duration::ZERO, Wait::Answer).await {
        return job.end(None).await;
    }
    job.run(first).await
}

impl<C: Change, B: ProgressJournal> Job<'_, C, B> {
    /// Runs the remaining requests. `first`: the result of the next request, if there is one already.
    async fn run(mut self, mut first: Option<Sent<C::Answer>>) -> Result<C::Outcome, ExecutionError<B::Error>> {
        self.tell(Wait::Answer);
        let mut rested = false;
        let mut stopped = None;
        while self.has_more() {
            let sent = match first.take() {
                Some(sent) => sent,
                None => self.attempt().await,
            };
            failpoint::reached("after request").await;
            let (pause, wait) = match sent {
                Sent::Answered(answer) => {
                    rested = false;
                    self.answered(answer);
                    self.pace()
                }
                Sent::Failed(Failure { cause: ApiError::RateLimited { retry_after }, .. })
                    if self.is_long()
                        && !rested
                        && !self.change.is_optional(&self.progress.before, &self.progress.answers)
                        && retry_after.is_none_or(|pause| pause <= REST_MAX) =>
                {
                    rested = true;
                    self.progress.sending = false;
                    let pause = jittered(retry_after.unwrap_or(REST_UNSAID));
                    (pause, Wait::RateLimit { until: self.seconds_after(pause) })
                }
                Sent::Failed(failure) => match self.part_failed(&failure) {
                    Some(answer) => {
                        self.answered(answer);
                        self.pace()
                    }
                    None if self.progress.answers.is_empty() && !self.is_continued(&failure) => {
                        return Err(failure.into());
                    }
                    // A part was done: the outcome says how far it came.
                    None => {
                        stopped = Some(failure);
                        break;
                    }
                },
            };
            if self.has_more() && (self.rest(pause, wait).await || self.is_account_lost().await) {
                break;
            }
        }
        self.end(stopped).await
    }

    /// Returns the outcome. If a part of it is not confirmed, the journal keeps the data for a later read.
    async fn end(self, stopped: Option<Failure>) -> Result<C::Outcome, ExecutionError<B::Error>> {
        let Self { change, api, journal, progress, .. } = self;
        let written = progress.written();
        let outcome = change.outcome(api, progress.before, progress.answers, stopped.as_ref()).await?;
        if outcome.is_unconfirmed()
            && let Err(_unwritten) = journal.note(&written, Some(api.steady_utc())).await
        {
            tracing::warn!("failed to record an unconfirmed change; it is not checked again");
        }
        Ok(outcome)
    }

    /// Returns the number of all requests, as far as the answers so far show it.
    fn requests(&self) -> usize {
        self.change.requests(&self.progress.before, &self.progress.answers)
    }

    fn has_more(&self) -> bool {
        self.progress.answers.len() < self.requests()
    }

    fn is_long(&self) -> bool {
        self.requests() > 1
    }

    fn is_continued(&self, failure: &Failure) -> bool {
        failure.carried == Effect::Maybe && self.change.is_continued()
    }

    fn part_failed(&self, failure: &Failure) -> Option<C::Answer> {
        self.change.part_failed(&self.progress.before, &self.progress.answers, failure)
    }

    /// Returns the pause before the next request.
    fn pace(&self) -> (Duration, Wait) {
        let pause = self.change.pause(&self.progress.before);
        (pause, Wait::Pace { until: self.seconds_after(pause) })
    }

    pub(super) fn tell(&self, wait: Wait) {
        // A single request ends before there is progress to show, unless its answer is lost.
        if self.is_long() || matches!(wait, Wait::Settle { .. }) {
            let (answered, of) = (self.progress.answers.len(), self.requests());
            let people = self.change.reached(&self.progress.before, &self.progress.answers);
            self.journal.tell(Step { answered, of, people, wait });
        }
    }

    fn answered(&mut self, answer: C::Answer) {
        self.progress.answers.push(answer);
        self.progress.sending = false;
        self.progress.lost_at = None;
    }

    fn seconds_after(&self, pause: Duration) -> Timestamp {
        whole_seconds_after(self.api.now_utc(), pause)
    }

    /// Sends the next request. If its answer does not show the result, settles it. In a job of many requests, sends it
    /// once more if it has not taken effect within the time that it had.
    async fn attempt(&mut self) -> Sent<C::Answer> {
        match self.send(IsRepeat::No).await {
            Sent::Failed(failure) => self.attempt_again(failure).await,
            Sent::Answered(answer) => Sent::Answered(answer),
        }
    }

    /// Sends the `failed` request once more, where that is safe and the job may continue.
    async fn attempt_again(&mut self, failed: Failure) -> Sent<C::Answer> {
        let without_effect = match failed.carried {
            Effect::Maybe => failed.is_unchanged(),
            Effect::No => failed.cause == ApiError::ServerError,
        };
        let may_send = self.may_send && self.is_long() && C::IDEMPOTENT;
        if !(without_effect && may_send) || self.journal.may_send().await != MaySend::Yes {
            return Sent::Failed(failed);
        }
        let lost_at = self.progress.lost_at;
        self.progress.sending = false;
        if !self.has_room(IsRepeat::Yes).await {
            tracing::info!("request not repeated: the account's budget for the day is used up");
            self.progress.sending = failed.carried == Effect::Maybe;
            return Sent::Failed(failed);
        }
        match self.send(IsRepeat::Yes).await {
            // The result of the first one is still unknown.
            Sent::Failed(second) if failed.carried == Effect::Maybe && second.carried == Effect::No => {
                self.progress.sending = true;
                self.progress.lost_at = lost_at;
                Sent::Failed(failed)
            }
            sent => sent,
        }
    }

    async fn send(&mut self, is_repeat: IsRepeat) -> Sent<C::Answer> {
        if !self.may_send || !self.has_room(is_repeat).await || !self.note_sending().await {
            return Sent::Failed(Failure::new(ApiError::NotSent, Effect::No));
        }
        // A job shows its pause, rather than waiting silently for the rate limit.
        let sender = if self.is_long() { self.api.without_patience() } else { self.api.clone() };
        let sent = self.change.send(&sender, &self.progress.before, &self.progress.answers).await;
        if sent.as_ref().err().is_none_or(ApiError::may_have_asked) {
            self.count_request(is_repeat);
        }
        match sent {
            Ok(answer) => Sent::Answered(answer),
            Err(error) if error.changed() == Effect::No => Sent::Failed(Failure::of_change(error)),
            Err(error) => match self.settle(&error).await {
                Settled::Applied(answer) => Sent::Answered(answer),
                Settled::NotApplied => Sent::Failed(Failure::new(error, Effect::No)),
                Settled::Open(doubt) => Sent::Failed(Failure::in_doubt(error, doubt)),
            },
        }
    }

    /// Returns how many people the next request newly asks WhatsApp to add, and how many it and all later ones do. A
    /// request that is sent a second time asks for all its people again.
    fn to_add(&self, is_repeat: IsRepeat) -> (usize, usize) {
        let Adds { next, new, rest } = self.change.adds(&self.progress.before, &self.progress.answers);
        let again = match is_repeat {
            IsRepeat::Yes => next.saturating_sub(new),
            IsRepeat::No => 0,
        };
        (new + again, rest + again)
    }

    /// Resumes the count where the other process stopped.
    fn resume_count(&mut self) {
        let all = self.change.adds(&self.progress.before, &[]).rest;
        if self.progress.reserved < all {
            // The last release recorded neither figure.
            let rest = self.change.adds(&self.progress.before, &self.progress.answers).rest;
            self.progress.reserved = all;
            self.progress.asked = all.saturating_sub(rest);
        }
        self.journal.asked(self.progress.asked);
    }

    /// Counts the people that the next request has asked WhatsApp to add, or may have.
    fn count_request(&mut self, is_repeat: IsRepeat) {
        self.progress.asked += self.to_add(is_repeat).0;
        self.journal.asked(self.progress.asked);
    }

    /// Returns whether the account's budget has room for the next request and those after it. Room is reserved at the
    /// start; a repeated request reserves more.
    async fn has_room(&mut self, is_repeat: IsRepeat) -> bool {
        let needed = self.progress.asked + self.to_add(is_repeat).1;
        let more = needed.saturating_sub(self.progress.reserved);
        if more == 0 {
            return true;
        }
        let has_room = self.journal.reserve(more).await.unwrap_or_default();
        if has_room {
            self.progress.reserved = needed;
        }
        has_room
    }

    /// Records that the next request is about to be sent, unless the journal says so already. If that fails, it must
    /// not be sent.
    async fn note_sending(&mut self) -> bool {
        if self.progress.sending {
            return true;
        }
        self.progress.sending = true;
        self.progress.lost_at = None;
        for tries in 1..=NOTE_TRIES {
            if self.journal.note(&self.progress.written(), None).await.is_ok() {
                return true;
            }
            if tries < NOTE_TRIES {
                self.api.pause(LISTEN_EVERY).await;
            }
        }
        self.progress.sending = false;
        false
    }

    /// Settles the request that another process may have sent. In a job of many requests, sends it once more if it has
    /// not taken effect within the time that it had.
    async fn resume(&mut self) -> Result<Sent<C::Answer>, ExecutionError<B::Error>> {
        match self.settle_resumed().await? {
            Settled::Applied(answer) => Ok(Sent::Answered(answer)),
            Settled::NotApplied => Ok(Sent::Failed(Failure::new(ApiError::Lost, Effect::No))),
            Settled::Open(doubt) => Ok(self.attempt_again(Failure::in_doubt(ApiError::Lost, doubt)).await),
        }
    }

    /// Returns whether the account was lost after requests that added people, and the next one would add more.
    async fn is_account_lost(&mut self) -> bool {
        self.progress.asked > 0 && self.to_add(IsRepeat::No).0 > 0 && self.journal.is_account_lost().await
    }

    /// Pauses before the next request, or until the job is stopped. Returns whether it was stopped.
    async fn rest(&mut self, pause: Duration, wait: Wait) -> bool {
        if pause.is_zero() {
            self.tell(Wait::Answer);
        } else {
            // If this process ends now, the next one knows that no request is in flight.
            if let Err(_unwritten) = self.journal.note(&self.progress.written(), None).await {
                tracing::warn!(
                    "failed to record the progress of an operation: the next process settles its last request again"
                );
            }
            self.tell(wait);
        }
        let end = self.api.now() + pause;
        loop {
            let may_send = self.journal.may_send().await;
            let left = end.saturating_duration_since(self.api.now());
            match may_send {
                MaySend::No => return true,
                MaySend::Yes if left.is_zero() => return false,
                MaySend::Yes => self.api.pause(left.min(LISTEN_EVERY)).await,
                MaySend::NotYet => self.api.pause(LISTEN_EVERY).await,
            }
        }
    }
}

/// Returns the end of a pause, as it is shown: both are rounded down to the second.
pub(in crate::operations) fn whole_seconds_after(now: Timestamp, pause: Duration) -> Timestamp {
    now.whole_seconds() + Duration::from_secs(pause.as_secs())
}

/// Adds jitter to a pause, so that jobs with the same pause do not continue at the same moment.
pub(in crate::operations) fn jittered(pause: Duration) -> Duration {
    pause.mul_f64(1.0 + fastrand::f64() / 2.0)
}

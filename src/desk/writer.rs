//! The journal's row of one operation: where the operation notes how far it is, and asks whether it may go on.

use std::time::Duration;

use serde_json::Value;

use super::authority::{Authority, Members};
use super::{Desk, Progress};
use crate::error::Problem;
use crate::operations::{Book, MaySend, Others, Pace, Step};
use crate::store::{BeginError, Beginning, Case, Entry, Stopped, StoreError, Ticket};

/// People are added slowly once less than this part of a session's daily budget is left.
const LITTLE_LEFT: usize = 5;

/// Why an operation was not begun, or not noted.
#[derive(Debug)]
pub(super) enum Unwritten {
    /// Its requester may not do it any more.
    Refused(Problem),
    Begin(BeginError),
}

impl From<StoreError> for Unwritten {
    fn from(error: StoreError) -> Self {
        Self::Begin(error.into())
    }
}

pub(super) struct JournalWriter<'a, M> {
    pub(super) desk: &'a Desk,
    pub(super) entry: Entry,
    pub(super) ticket: Option<Ticket>,
    pub(super) case: Option<Case>,
    /// People whom WhatsApp was asked to add so far.
    pub(super) asked: Option<usize>,
    pub(super) progress: Progress,
    pub(super) authority: Authority<'a, M>,
    /// Why it was ended before all of it was sent.
    pub(super) stopped: Option<Stopped>,
}

impl<M: Members> Book for JournalWriter<'_, M> {
    type Error = Unwritten;

    async fn pace(&self, adds: usize) -> Result<Pace, Unwritten> {
        let (Some(session), budget) = (&self.entry.what.session, self.desk.rates.adds_per_day as usize) else {
            return Ok(Pace::Careful);
        };
        let spent = self.desk.store.added_lately(session, self.desk.clock.unix()).await?;
        let left = budget.saturating_sub(spent).saturating_sub(adds);
        Ok(if left < budget / LITTLE_LEFT { Pace::Careful } else { Pace::Full })
    }

    async fn begin(&mut self, progress: &Value, adds: usize) -> Result<(), Unwritten> {
        // The state was read since access was decided, which may take long.
        self.authority.permit().await.map_err(Unwritten::Refused)?;
        let (desk, now) = (self.desk, self.desk.clock.unix());
        let beginning = Beginning { entry: &self.entry, progress, ticket: self.ticket, owner: desk.team.me(), adds };
        let begun = desk.store.journal().begin(beginning, &desk.rates, now).await;
        if let Some(Ticket::Question(id)) = self.ticket {
            desk.questions.remove(&id);
        }
        self.case = Some(begun.map_err(Unwritten::Begin)?);
        Ok(())
    }

    async fn may_send(&mut self) -> MaySend {
        let may_send = match self.case {
            Some(case) => self.authority.check_case(case).await,
            None => self.authority.check().await,
        };
        may_send.unwrap_or_else(|stopped| {
            tracing::info!(case = self.case.map(|case| case.0), ?stopped, "an operation is stopped");
            self.stopped = Some(stopped);
            MaySend::No
        })
    }

    async fn reserve(&mut self, adds: usize) -> Result<bool, Unwritten> {
        let (desk, now) = (self.desk, self.desk.clock.unix());
        let (Some(case), Some(session)) = (self.case, &self.entry.what.session) else { return Ok(false) };
        desk.store.journal().reserve(case, session, adds, &desk.rates, now).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to reserve a part of an account's budget");
            Unwritten::Begin(error.into())
        })
    }

    fn asked(&mut self, adds: usize) {
        self.asked = Some(adds);
    }

    fn tell(&self, step: Step) {
        self.progress.send_replace(Some(step));
    }

    async fn note(&mut self, progress: &Value, unsettled_since: Option<Duration>) -> Result<(), Unwritten> {
        let Some(case) = self.case else { return Ok(()) };
        self.desk.store.journal().note(case, progress, unsettled_since).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to note how far an operation is");
            error.into()
        })
    }

    async fn others(&self) -> Result<Others, Unwritten> {
        let Some(case) = self.case else { return Ok(Others::default()) };
        self.desk.others(case, &self.entry.what).await.map_err(|error| {
            tracing::warn!(case = case.0, %error, "failed to read whether the same change was made meanwhile");
            error.into()
        })
    }
}

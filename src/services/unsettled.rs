//! Changes whose answer was lost: warns before the same change is sent again, and verifies changes that were reported
//! as not confirmed.

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use groups_api::{ApiError, Lane, Urgency};
use serde_json::Value;
use usher_clock::Timestamp;
use whatsapp::GroupId;

use super::{Done, GuildSettings, NextSteps, Resources};
use crate::access::Actor;
use crate::error::{InputError, OperationError, UserError};
use crate::operations::{Operation, Others, Outcome, Repetition};
use crate::store::{
    AccessRequest, AuditEnd, AuditId, AuditOutcome, AuditRecord, AuditSubject, RequestId, StoreError, UNSETTLED_FOR,
};

/// Maximum watched changes that are verified in one pass.
const WATCHED_AT_ONCE: i64 = 100;

/// The result of a recheck.
#[derive(Debug)]
pub enum Recheck {
    /// The change took effect, in whole or in a part that was not confirmed. The journal is updated.
    Confirmed(Box<AuditRecord>, Box<Done>),
    /// The change is still not confirmed.
    Open,
    /// The state could not be read.
    Unreadable(ApiError),
    /// The change was settled before.
    Over(Box<AuditRecord>),
}

/// Returns whether the change was requested, in whole or in part, and is not confirmed. Its answer may be corrected
/// later.
pub fn is_unconfirmed(result: &Result<Done, UserError>) -> bool {
    match result {
        Ok(done) => done.outcome.is_unconfirmed(),
        Err(problem) => matches!(problem, UserError::Operation(OperationError::NotConfirmed(_))),
    }
}

fn asks(row: &AuditRecord, is_same: impl FnOnce(&Operation) -> bool) -> bool {
    row.entry.what.data.as_ref().is_some_and(is_same)
}

/// The changes whose effect is not known, or was not known when they were reported.
pub struct UnsettledChanges {
    resources: Resources,
    settings: Arc<GuildSettings>,
    /// Requests whose approver was warned of the same, still unconfirmed change, with the time at which that change was
    /// requested.
    warned: DashMap<RequestId, Timestamp>,
}

impl UnsettledChanges {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>) -> Self {
        Self { resources, settings, warned: DashMap::new() }
    }

    /// Returns when the same change was requested, if that change is not settled yet.
    pub async fn requested_at(&self, operation: &Operation) -> Result<Option<Timestamp>, StoreError> {
        self.lost_within(operation, UNSETTLED_FOR).await
    }

    /// Returns when the same change was requested, if it is still being verified.
    async fn being_checked(&self, operation: &Operation) -> Result<Option<Timestamp>, StoreError> {
        self.lost_within(operation, self.resources.api.settle_within()).await
    }

    /// Returns when the same change as that of a request was requested, if the approver must be warned
    /// before the request runs. The approver is warned while the change is being verified. They are also warned once if
    /// it is not confirmed and was requested after the request was posted; the post itself names an earlier one.
    pub async fn warning_for(&self, request: &AccessRequest) -> Result<Option<Timestamp>, StoreError> {
        if let Some(since) = self.being_checked(&request.operation).await? {
            return Ok(Some(since));
        }
        let Some(since) = self.requested_at(&request.operation).await?.filter(|since| *since > request.asked) else {
            return Ok(None);
        };
        let now = self.resources.clock.steady_utc();
        self.warned.retain(|_, warned| *warned + UNSETTLED_FOR > now);
        let is_warned = self.warned.insert(request.id, since) == Some(since);
        Ok((!is_warned).then_some(since))
    }

    async fn lost_within(&self, operation: &Operation, age: Duration) -> Result<Option<Timestamp>, StoreError> {
        let (true, Some(session)) = (operation.changes(), operation.session()) else { return Ok(None) };
        let rows = self
            .resources
            .store
            .journal()
            .unsettled(session, self.resources.clock.steady_utc().saturating_sub(age))
            .await?;
        let same = rows.iter().find(|row| row.entry.what.data.as_ref().is_some_and(|other| operation.repeats(other)));
        Ok(same.map(|row| row.begun))
    }

    /// Returns an unconfirmed change, if the actor may make such a change there.
    pub async fn get(&self, actor: &Actor, case: AuditId) -> Result<AuditRecord, UserError> {
        let row = self.resources.store.journal().find(actor.guild, case).await?.ok_or(InputError::NoSuchCase)?;
        let operation = row.entry.what.data.as_ref().ok_or(InputError::NoSuchCase)?;
        let (needs, target) = (operation.needs(), operation.target());
        let settings = self.settings.get(actor.guild).await?;
        if row.entry.user == actor.user {
            // The change may have been approved for them.
            settings.require_request(actor, needs, target)?;
        } else {
            settings.require(actor, needs, target)?;
        }
        Ok(row)
    }

    /// Returns the watched changes that are due for a recheck. Each is given to one instance.
    pub async fn take_due(&self) -> Result<Vec<AuditRecord>, StoreError> {
        let (journal, now) = (self.resources.store.journal(), self.resources.clock.now_utc());
        let mut due = Vec::new();
        for row in journal.to_watch(now, WATCHED_AT_ONCE).await? {
            match journal.take_watch(&row, now).await {
                Ok(true) => due.push(row),
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(case = row.case.0, %error, "failed to take a change for a recheck");
                    break;
                }
            }
        }
        Ok(due)
    }

    /// Verifies again whether a change that was reported as not confirmed took effect.
    pub async fn recheck(&self, row: AuditRecord) -> Result<Recheck, UserError> {
        let (journal, now) = (self.resources.store.journal(), self.resources.clock.now_utc());
        let reported = match row.end() {
            Some(end) if row.lost.is_some() && end.can_be_confirmed() => end,
            _ => return Ok(Recheck::Over(Box::new(row))),
        };
        let (Some(operation), Some(progress)) = (row.entry.what.data.clone(), row.progress.clone()) else {
            return Ok(Recheck::Over(Box::new(row)));
        };
        let others = self.others(row.case, &row.entry.what).await?;
        let read = match others {
            Others { same_change: true, .. } => Ok(None),
            Others { made_groups, .. } => self.read_again(&row, &operation, progress, made_groups, &reported).await,
        };
        let outcome = match read {
            Ok(Some(outcome)) => outcome,
            Ok(None) => {
                journal.looked(&row, now).await?;
                return Ok(Recheck::Open);
            }
            Err(error) => {
                tracing::info!(case = row.case.0, %error, "failed to read whether a change took effect");
                return Ok(Recheck::Unreadable(error));
            }
        };
        let what = row.entry.what.clone().with_group_of(&outcome);
        self.resources.group_cache.note(&operation, &outcome);
        let stopped = match reported {
            AuditEnd::Done { stopped, .. } => stopped,
            _ => None,
        };
        let end = AuditEnd::Done { outcome: Box::new(outcome.as_written().into()), stopped };
        let confirmed = journal.confirm(&row, &what, &end, self.resources.clock.now_utc()).await?;
        let now = journal.find(row.entry.guild, row.case).await?.ok_or(InputError::NoSuchCase)?;
        if !confirmed {
            // Another recheck came first and has announced the result.
            return Ok(Recheck::Over(Box::new(now)));
        }
        self.resources.log_has_news();
        let interaction = row.entry.interaction;
        let account = self.settings.account_names(row.entry.guild);
        let done = Done {
            operation,
            outcome,
            shows_numbers: false,
            account,
            stopped,
            interaction,
            next: NextSteps::default(),
        };
        Ok(Recheck::Confirmed(Box::new(now), Box::new(done)))
    }

    /// Ends the checks of a change after its requester was informed. A change that is confirmed in part is still checked.
    pub async fn end_watch(&self, row: &AuditRecord) -> Result<(), StoreError> {
        if row.is_confirmed() {
            self.resources.store.journal().end_watch(row.case).await?;
        }
        Ok(())
    }

    /// Returns what other commands may have done to the state that this case's change is about.
    pub(super) async fn others(&self, case: AuditId, what: &AuditSubject) -> Result<Others, StoreError> {
        let (Some(operation), Some(session)) = (&what.data, &what.session) else { return Ok(Others::default()) };
        let (journal, since) =
            (self.resources.store.journal(), self.resources.clock.steady_utc().saturating_sub(UNSETTLED_FOR));
        let rivals = journal.unsettled(session, since).await?;
        let mut rivals = rivals.iter().filter(|row| row.case != case && asks(row, |other| operation.repeats(other)));
        Ok(match operation.repetition() {
            // A running command has not recorded its group yet.
            Some(Repetition::OwnGroup) => Others {
                same_change: rivals.any(|row| row.ended.is_none()),
                made_groups: journal.made_groups(session, case, since).await?,
            },
            Some(Repetition::OwnLink) if rivals.next().is_some() => Others { same_change: true, ..Others::default() },
            Some(Repetition::OwnLink | Repetition::SameState) | None => {
                let later = journal.done_after(case, session, &what.operation).await?;
                let same_change = later.iter().any(|row| asks(row, |other| other.covers(operation)));
                Others { same_change, ..Others::default() }
            }
        })
    }

    async fn read_again(
        &self,
        row: &AuditRecord,
        operation: &Operation,
        progress: Value,
        made_groups: Vec<GroupId>,
        reported: &AuditEnd,
    ) -> Result<Option<Outcome>, ApiError> {
        let reported = match reported {
            AuditEnd::Done { outcome, .. } => match &**outcome {
                AuditOutcome::Operation(outcome) => Some(outcome),
                AuditOutcome::Admin(_) => return Ok(None),
            },
            _ => None,
        };
        let api = self.resources.api.on_behalf_of(Lane { server: row.entry.guild.0, urgency: Urgency::People });
        operation.recheck(&api, progress, made_groups, reported).await
    }
}

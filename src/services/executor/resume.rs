//! Resumes operations that an earlier run, or an instance that is gone, left open.

use groups_api::{ApiError, Effect};
use usher_clock::Timestamp;

use super::authority::{Authority, KnownRoles, Members};
use super::journal_writer::JournalWriter;
use super::{AccountNames, Done, Executor, JobProgress, NextSteps, RESUME_WITHIN, Written, failure, lane, problem};
use crate::error::{Unavailable, UserError};
use crate::operations::{ExecutionError, Failure, SavedProgress};
use crate::services::write_retry::PendingEnd;
use crate::store::{AuditEnd, AuditEntry, AuditOutcome, AuditRecord, LEFT_ALONE_FOR, StoreError};

/// Maximum open rows per read.
const OPEN_AT_ONCE: i64 = 1_000;

/// An operation that another run began, and its result.
#[derive(Debug)]
pub struct Ended {
    pub entry: AuditEntry,
    pub result: Result<Done, UserError>,
}

/// The result of resuming an operation.
#[derive(Debug)]
pub enum Recovery {
    /// Boxed: rare and large.
    Ended(Box<Ended>),
    /// The result is not known yet. `settles_by`: until when the last request may still take effect, if
    /// known.
    Later { settles_by: Option<Timestamp> },
}

impl Executor {
    /// Returns the open rows without a worker: their instance is gone, or this instance has released them.
    pub async fn abandoned(&self) -> Result<Vec<AuditRecord>, StoreError> {
        let rows = self.resources.store.journal().open(OPEN_AT_ONCE).await?;
        let now = self.resources.clock.now_utc();
        let is_orphan = |row: &AuditRecord| match &row.owner {
            // A newer instance knows the operation.
            _ if row.entry.what.data.is_none()
                && self.resources.cluster.is_shared()
                && row.begun + LEFT_ALONE_FOR > now =>
            {
                false
            }
            Some(owner) if owner == self.resources.cluster.me() => {
                !self.interactions.is_in_hand(row.entry.interaction, Some(row.case))
            }
            Some(owner) => self.resources.cluster.is_gone(owner),
            None => true,
        };
        Ok(rows.into_iter().filter(is_orphan).collect())
    }

    /// Makes this instance the owner of an abandoned row. Returns the row, or `None` if another instance was first.
    pub async fn take_over(&self, row: AuditRecord) -> Result<Option<AuditRecord>, StoreError> {
        let me = self.resources.cluster.me();
        match &row.owner {
            Some(owner) if owner != me => self.resources.store.journal().take_over(row.case, owner, me).await,
            _ => Ok(Some(row)),
        }
    }

    /// Resumes a row that another run left open: verifies a single request and ends its row, or finishes a longer job.
    pub async fn resume(&self, row: AuditRecord, members: &impl Members) -> Recovery {
        let AuditRecord { case, entry, begun, progress, approver, .. } = row;
        let age = self.resources.clock.now_utc().duration_since(begun);
        let Some(operation) = entry.what.data.clone() else {
            // A version that knew the operation wrote the row; this version does not know it.
            let failure = Failure::new(ApiError::Lost, Effect::Maybe);
            let end = AuditEnd::Failed { failure: failure.clone() };
            self.write_end(case, PendingEnd { what: entry.what.clone(), end, adds: None, next: None, undo: None })
                .await;
            return Recovery::Ended(Box::new(Ended { entry, result: Err(failure.into()) }));
        };
        let never_sent = self.unconfirmed.remove(&entry.interaction).is_some();
        let left = SavedProgress { progress: progress.unwrap_or_default(), may_send: age < RESUME_WITHIN, never_sent };
        let progress = JobProgress::default();
        let authority = Authority {
            executor: self,
            members,
            operation: &operation,
            guild: entry.guild,
            user: entry.user,
            is_approved: approver.is_some(),
            known: KnownRoles::default(),
        };
        let mut writer = JournalWriter {
            executor: self,
            entry,
            authorization: None,
            case: Some(case),
            asked: None,
            progress,
            authority,
            stopped: None,
        };
        let api = self.resources.api.on_behalf_of(lane(writer.entry.guild.0, &operation));
        let run = self.resources.cluster.while_on_duty(operation.run(&api, &mut writer, Some(left))).await;
        let JournalWriter { entry, case, asked, stopped, .. } = writer;
        let result = match run {
            None | Some(Err(ExecutionError::ProgressJournal(_))) => return Recovery::Later { settles_by: None },
            Some(Err(ExecutionError::Unsettled { until })) => return Recovery::Later { settles_by: Some(until) },
            Some(result) => result.map_err(failure),
        };
        self.end(Written { case, asked, entry: &entry, authorization: None, stopped, undo: None }, &operation, &result)
            .await;
        let result = match result {
            Ok(outcome) => {
                self.resources.group_cache.note(&operation, &outcome);
                // The requester's present rights are not known.
                let shows_numbers = false;
                let account = self.settings.account_names(entry.guild);
                Ok(Done {
                    operation,
                    outcome,
                    shows_numbers,
                    account,
                    stopped,
                    interaction: entry.interaction,
                    next: NextSteps::default(),
                })
            }
            Err(failure) => Err(problem(case, &operation, failure)),
        };
        Recovery::Ended(Box::new(Ended { entry, result }))
    }
}

/// Returns the result of an ended row for its requester.
pub fn result_of(row: &AuditRecord) -> Result<Done, UserError> {
    let Some(end) = row.end() else {
        return Err(Failure::new(ApiError::Lost, Effect::Maybe).into());
    };
    match (end, row.entry.what.data.clone()) {
        (AuditEnd::Done { outcome, stopped }, Some(operation)) => match *outcome {
            AuditOutcome::Operation(outcome) => {
                let (shows_numbers, account, interaction) = (false, AccountNames::Hidden, row.entry.interaction);
                Ok(Done {
                    operation,
                    outcome,
                    shows_numbers,
                    account,
                    stopped,
                    interaction,
                    next: NextSteps::default(),
                })
            }
            AuditOutcome::Admin(_) => Err(Unavailable::Internal.into()),
        },
        (AuditEnd::Failed { failure }, Some(operation)) => Err(problem(Some(row.case), &operation, failure)),
        (AuditEnd::Failed { failure }, None) => Err(failure.into()),
        // A refusal has its own answer, and every other ended row has an operation.
        (AuditEnd::Done { .. } | AuditEnd::Refused { .. } | AuditEnd::NotApproved { .. }, _) => {
            Err(Unavailable::Internal.into())
        }
    }
}

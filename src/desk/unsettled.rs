//! Changes whose answer was lost: asking before the same is sent again, and looking again at what was reported as not
//! confirmed.

use std::time::Duration;

use serde_json::Value;

use super::{Desk, Done};
use crate::access::Asker;
use crate::error::Problem;
use crate::groups_api::ids::GroupId;
use crate::groups_api::{ApiError, Lane, Urgency};
use crate::operations::{Operation, Others, Outcome};
use crate::store::{AccessRequest, Case, End, Row, StoreError, UNSETTLED_FOR, What};

/// Watched changes that are looked at in one go.
const WATCHED_AT_ONCE: i64 = 100;

/// What a second look at a change showed.
#[derive(Debug)]
pub enum Recheck {
    /// It took effect, in whole or in a part that was not confirmed. The journal says so now.
    Confirmed(Box<Row>, Box<Done>),
    /// It is still not confirmed.
    Open,
    /// The state could not be read.
    Unreadable(ApiError),
    /// There is nothing to look at any more: it was settled before.
    Over(Box<Row>),
}

/// Whether it was asked for, in whole or in part, and is not confirmed: what is told of it may be corrected later.
pub fn is_unconfirmed(result: &Result<Done, Problem>) -> bool {
    match result {
        Ok(done) => done.outcome.is_unconfirmed(),
        Err(problem) => matches!(problem, Problem::NotConfirmed(_)),
    }
}

fn asks(row: &Row, is_same: impl FnOnce(&Operation) -> bool) -> bool {
    row.entry.what.data.as_ref().is_some_and(is_same)
}

impl Desk {
    /// When the same change was asked for (since 1970), where that is not settled yet.
    pub async fn unsettled(&self, operation: &Operation) -> Result<Option<Duration>, Problem> {
        self.lost_within(operation, UNSETTLED_FOR).await
    }

    /// When the same change was asked for (since 1970), where it is being checked whether that took effect.
    async fn being_checked(&self, operation: &Operation) -> Result<Option<Duration>, Problem> {
        self.lost_within(operation, self.api.settle_within()).await
    }

    /// When the same change as that of a request was asked for (since 1970), where the approver is to hear of it before
    /// the request is carried out: while that is being checked, and once where it is not confirmed and was asked for after
    /// the request was posted, which said so of an earlier one.
    pub async fn to_warn_of(&self, request: &AccessRequest) -> Result<Option<Duration>, Problem> {
        if let Some(since) = self.being_checked(&request.operation).await? {
            return Ok(Some(since));
        }
        let Some(since) = self.unsettled(&request.operation).await?.filter(|since| *since > request.asked) else {
            return Ok(None);
        };
        let now = self.clock.steady_unix();
        self.warned.retain(|_, warned| *warned + UNSETTLED_FOR > now);
        let is_told = self.warned.insert(request.id, since) == Some(since);
        Ok((!is_told).then_some(since))
    }

    async fn lost_within(&self, operation: &Operation, age: Duration) -> Result<Option<Duration>, Problem> {
        let (true, Some(session)) = (operation.changes(), operation.session()) else { return Ok(None) };
        let rows = self.store.journal().unsettled(session, self.clock.steady_unix().saturating_sub(age)).await?;
        let same = rows.iter().find(|row| row.entry.what.data.as_ref().is_some_and(|other| operation.repeats(other)));
        Ok(same.map(|row| row.begun))
    }

    /// A change that is not confirmed, for a person who may make such a change there.
    pub async fn unconfirmed(&self, asker: &Asker, case: Case) -> Result<Row, Problem> {
        let row = self.store.journal().find(asker.guild, case).await?.ok_or(Problem::NoSuchCase)?;
        let operation = row.entry.what.data.as_ref().ok_or(Problem::NoSuchCase)?;
        let (needs, reach) = (operation.needs(), operation.reach());
        if row.entry.user == asker.user {
            // It may have been approved for them.
            self.server(asker).await?.may_ask(asker, needs, reach)?;
        } else {
            self.permit(asker, needs, reach).await?;
        }
        Ok(row)
    }

    /// Watched changes that are due for a look; each is given to one instance.
    pub async fn due_for_recheck(&self) -> Result<Vec<Row>, StoreError> {
        let (journal, now) = (self.store.journal(), self.clock.unix());
        let mut due = Vec::new();
        for row in journal.to_watch(now, WATCHED_AT_ONCE).await? {
            match journal.take_watch(&row, now).await {
                Ok(true) => due.push(row),
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(case = row.case.0, %error, "failed to take a change for another look");
                    break;
                }
            }
        }
        Ok(due)
    }

    /// Reads once more whether a change that was reported as not confirmed took effect.
    pub async fn recheck(&self, row: Row) -> Result<Recheck, Problem> {
        let (journal, now) = (self.store.journal(), self.clock.unix());
        let told = match row.end() {
            Some(end) if row.lost.is_some() && end.can_be_confirmed() => end,
            _ => return Ok(Recheck::Over(Box::new(row))),
        };
        let (Some(operation), Some(progress)) = (row.entry.what.data.clone(), row.progress.clone()) else {
            return Ok(Recheck::Over(Box::new(row)));
        };
        let others = self.others(row.case, &row.entry.what).await?;
        let read = match others {
            Others { same_change: true, .. } => Ok(None),
            Others { made_groups, .. } => self.read_again(&row, &operation, progress, made_groups, &told).await,
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
        let mut what = row.entry.what.clone();
        if let Some((group, name)) = outcome.group() {
            what.group = Some(group.clone());
            what.group_name = name.map(str::to_owned);
        }
        self.directory.note(&operation, &outcome);
        let stopped = match told {
            End::Done { stopped, .. } => stopped,
            _ => None,
        };
        let end = End::Done { outcome: Box::new(outcome.as_written()), stopped };
        let confirmed = journal.confirm(&row, &what, &end, self.clock.unix()).await?;
        let now = journal.find(row.entry.guild, row.case).await?.ok_or(Problem::NoSuchCase)?;
        if !confirmed {
            // Another look was first, and has told everyone.
            return Ok(Recheck::Over(Box::new(now)));
        }
        self.log_has_news();
        Ok(Recheck::Confirmed(Box::new(now), Box::new(Done { operation, outcome, shows_numbers: false, stopped })))
    }

    /// What other commands may have done to the state that the change of this case is about.
    pub(super) async fn others(&self, case: Case, what: &What) -> Result<Others, StoreError> {
        let (Some(operation), Some(session)) = (&what.data, &what.session) else { return Ok(Others::default()) };
        let (journal, since) = (self.store.journal(), self.clock.steady_unix().saturating_sub(UNSETTLED_FOR));
        let rivals = journal.unsettled(session, since).await?;
        let mut rivals = rivals.iter().filter(|row| row.case != case && asks(row, |other| operation.repeats(other)));
        Ok(match operation {
            // Each makes a group of its own; one that is under way has not said yet which.
            Operation::CreateGroup(_) => Others {
                same_change: rivals.any(|row| row.ended.is_none()),
                made_groups: journal.made_groups(session, case, since).await?,
            },
            // Each makes a link of its own, and nobody can tell whose the present one is.
            Operation::RevokeInvite(_) if rivals.next().is_some() => Others { same_change: true, ..Others::default() },
            _ => {
                let later = journal.done_after(case, session, &what.operation).await?;
                let same_change = later.iter().any(|row| asks(row, |other| other.covers(operation)));
                Others { same_change, ..Others::default() }
            }
        })
    }

    async fn read_again(
        &self,
        row: &Row,
        operation: &Operation,
        progress: Value,
        made_groups: Vec<GroupId>,
        told: &End,
    ) -> Result<Option<Outcome>, ApiError> {
        let told = match told {
            End::Done { outcome, .. } => Some(&**outcome),
            _ => None,
        };
        let api = self.api.on_behalf_of(Lane { server: row.entry.guild.0, urgency: Urgency::People });
        operation.recheck(&api, progress, made_groups, told).await
    }
}

//! The result of an entry, as readers filter and see it.

use super::row::{AuditEnd, AuditRecord, AuditStatus};
use crate::operations::{Operation, Rank};
use whatsapp::JoinDecision;

/// The results of people that are a change.
const CHANGED: [&str; 5] = ["added", "removed", "changed", "approved", "declined"];

/// The result of an entry of the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditResult {
    /// It has not ended.
    Open,
    Done,
    /// It ended, and nothing had to change or could be changed.
    NoChange,
    /// Also a request that was not approved.
    Refused,
    /// Nothing was changed.
    Failed,
    /// It is unknown of the change or of a part of it whether it took effect.
    NotConfirmed,
}

impl AuditResult {
    /// The results of entries that have ended.
    pub const ENDED: [Self; 5] = [Self::Done, Self::NoChange, Self::Refused, Self::Failed, Self::NotConfirmed];

    /// Returns the name in exports and in the ids of buttons, which never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::NoChange => "no_change",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::NotConfirmed => "not_confirmed",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ENDED.into_iter().find(|result| result.name() == name)
    }

    /// Returns the condition for rows that may have this result. [`AuditRecord::result`] decides: rows of older releases
    /// do not say whether they changed something.
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::Open => "ended_at IS NULL",
            Self::Done => {
                "result = 'done' AND lost_at IS NULL AND (changed IS NULL OR changed = 1 OR confirmed_at IS NOT NULL)"
            }
            Self::NoChange => {
                "result = 'done' AND lost_at IS NULL AND (changed IS NULL OR changed = 0 OR confirmed_at IS NOT NULL)"
            }
            Self::Refused => "result = 'refused'",
            Self::Failed => "result = 'failed'",
            Self::NotConfirmed => "(result = 'unknown' OR (result = 'done' AND lost_at IS NOT NULL))",
        }
    }
}

impl AuditRecord {
    pub fn result(&self) -> AuditResult {
        match self.verdict {
            None => AuditResult::Open,
            Some(AuditStatus::Refused) => AuditResult::Refused,
            Some(AuditStatus::Failed) => AuditResult::Failed,
            Some(AuditStatus::Unknown) => AuditResult::NotConfirmed,
            Some(AuditStatus::Done) if self.lost.is_some() => AuditResult::NotConfirmed,
            Some(AuditStatus::Done) if self.changed_something() => AuditResult::Done,
            Some(AuditStatus::Done) => AuditResult::NoChange,
        }
    }

    /// Returns whether an operation that was carried out changed something.
    fn changed_something(&self) -> bool {
        // What was recorded at the end does not hold for a change that was confirmed later.
        if let (Some(changed), None) = (self.changed, self.confirmed) {
            return changed;
        }
        if let Some(AuditEnd::Done { outcome, .. }) = self.end() {
            return outcome.changed_something();
        }
        // Retention has masked the people, or a later version wrote the outcome.
        let people = self.people();
        people.is_empty() || people.iter().any(|(_, became)| CHANGED.contains(became))
    }

    /// Returns the role that people were to receive, if the entry is about admins and says so.
    pub fn rank(&self) -> Option<Rank> {
        if let Some(Operation::ChangeAdmins(change)) = &self.entry.what.data {
            return Some(change.to);
        }
        serde_json::from_value(self.detail.as_ref()?.get("outcome")?.get("to")?.clone()).ok()
    }

    /// Returns how requests to join were decided, if the entry is about some and says so.
    pub fn join_decision(&self) -> Option<JoinDecision> {
        if let Some(Operation::DecideJoinRequests(decide)) = &self.entry.what.data {
            return Some(decide.decision);
        }
        serde_json::from_value(self.detail.as_ref()?.get("outcome")?.get("decision")?.clone()).ok()
    }

    /// Returns the people as recorded, and the result for each.
    pub fn people(&self) -> Vec<(&str, &str)> {
        let people = self.detail.as_ref().and_then(|detail| detail.get("outcome")?.get("people")?.as_array());
        people
            .into_iter()
            .flatten()
            .filter_map(|one| {
                let became = ["standing", "removal", "result"].iter().find_map(|key| one.get(key)?.as_str())?;
                Some((one.get("person")?.as_str()?, became))
            })
            .collect()
    }

    /// Returns the people of whom the record says that they were added, removed, or made something else, as recorded.
    pub fn changed_people(&self) -> impl Iterator<Item = &str> {
        self.people().into_iter().filter(|(_, became)| CHANGED.contains(became)).map(|(person, _)| person)
    }
}

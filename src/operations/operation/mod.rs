//! All operations and all outcomes, generated from the list of operations.

mod methods;

use std::sync::LazyLock;

use groups_api::{ApiError, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupId, GroupSettings, Person, SessionName};

use super::{
    ActsOn, Change as _, Confirm, ExecutionError, Failure, GroupRef, Labels, ListChange, OperationOutcome, Perform,
    ProgressJournal, Read, Reason, Repetition, RequestedInvite, SavedProgress, change,
};
use crate::access::Capability;
use crate::command_name::CommandName;
use crate::picture::Picture;

/// Declares the enums of all operations and of all outcomes.
macro_rules! declare {
    (
        reads: $($Read:ident = $read:literal),+;
        changes: $($Change:ident = $change:literal),+;
    ) => {
        /// Any operation.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "operation", rename_all = "snake_case")]
        pub enum Operation { $($Read(super::$Read),)+ $($Change(super::$Change)),+ }

        /// The outcome of any operation.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "outcome")]
        pub enum Outcome {
            $(#[serde(rename = $read)] $Read(<super::$Read as Perform>::Outcome),)+
            $(#[serde(rename = $change)] $Change(<super::$Change as Perform>::Outcome)),+
        }

        /// An operation with an outcome of its own.
        #[derive(Debug, Clone, Copy)]
        pub enum Completed<'a> {
            $($Read(&'a super::$Read, &'a <super::$Read as Perform>::Outcome),)+
            $($Change(&'a super::$Change, &'a <super::$Change as Perform>::Outcome)),+
        }

        impl<'a> Completed<'a> {
            /// Returns `None` if the outcome is another operation's, as in a damaged row of the journal.
            pub fn new(operation: &'a Operation, outcome: &'a Outcome) -> Option<Self> {
                match (operation, outcome) {
                    $((Operation::$Read(operation), Outcome::$Read(outcome)) => {
                        Some(Self::$Read(operation, outcome))
                    })+
                    $((Operation::$Change(operation), Outcome::$Change(outcome)) => {
                        Some(Self::$Change(operation, outcome))
                    })+
                    _ => None,
                }
            }
        }

        /// The names of the operations that change something.
        const CHANGES: &[&str] = &[$(super::$Change::NAME),+];
        /// True for each of them that falls under the strict rate limit.
        const STRICTLY_LIMITED: &[bool] = &[$(super::$Change::STRICT_RATE_LIMIT),+];
        /// The names of the reads, and whether the audit log records each.
        const READS: &[(&str, bool)] = &[$((super::$Read::NAME, super::$Read::AUDITED)),+];

        impl Operation {
            pub fn name(&self) -> &'static str {
                match self { $(Self::$Read(_) => super::$Read::NAME,)+ $(Self::$Change(_) => super::$Change::NAME),+ }
            }

            pub fn needs(&self) -> Capability {
                match self { $(Self::$Read(_) => super::$Read::NEEDS,)+ $(Self::$Change(_) => super::$Change::NEEDS),+ }
            }

            /// As [`Perform::is_open`].
            pub fn is_open(&self, settings: &GroupSettings) -> bool {
                match self {
                    $(Self::$Read(_) => super::$Read::is_open(settings),)+
                    $(Self::$Change(_) => super::$Change::is_open(settings)),+
                }
            }

            /// As [`Perform::NEEDS_ADMIN`].
            pub fn needs_admin(&self) -> bool {
                match self {
                    $(Self::$Read(_) => super::$Read::NEEDS_ADMIN,)+
                    $(Self::$Change(_) => super::$Change::NEEDS_ADMIN),+
                }
            }

            pub fn confirm(&self) -> Confirm {
                match self {
                    $(Self::$Read(operation) => operation.confirm(),)+
                    $(Self::$Change(operation) => operation.confirm()),+
                }
            }

            /// Returns whether the operation changes something and is therefore posted to the log channel.
            pub fn changes(&self) -> bool {
                match self { $(Self::$Read(_) => false,)+ $(Self::$Change(_) => true),+ }
            }

            /// Returns the result of the same change by two commands; `None` for a read.
            pub fn repetition(&self) -> Option<Repetition> {
                match self { $(Self::$Read(_) => None,)+ $(Self::$Change(_) => Some(super::$Change::REPETITION)),+ }
            }

            /// Returns whether this change requests what the other one requests, in whole or in part. While a change
            /// is not confirmed, the same change must not be sent without a confirmation.
            pub fn repeats(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$Change(one), Self::$Change(other)) => one.repeats(other),)+
                    _ => false,
                }
            }

            pub fn acts_on(&self) -> ActsOn<'_> {
                match self {
                    $(Self::$Read(operation) => operation.acts_on(),)+
                    $(Self::$Change(operation) => operation.acts_on()),+
                }
            }

            /// As [`Perform::with_group`].
            #[must_use]
            pub fn with_group(self, at: GroupRef) -> Self {
                match self {
                    $(Self::$Read(operation) => Self::$Read(operation.with_group(at)),)+
                    $(Self::$Change(operation) => Self::$Change(operation.with_group(at))),+
                }
            }

            /// As [`Perform::undo`].
            pub fn undo(&self, outcome: &Outcome, name_chars: usize) -> Option<Self> {
                match Completed::new(self, outcome)? {
                    $(Completed::$Read(operation, outcome) => operation.undo(outcome, name_chars),)+
                    $(Completed::$Change(operation, outcome) => operation.undo(outcome, name_chars)),+
                }
            }

            /// As [`Perform::labels`].
            pub fn labels(&self) -> Option<&Labels> {
                match self {
                    $(Self::$Read(operation) => operation.labels(),)+
                    $(Self::$Change(operation) => operation.labels()),+
                }
            }

            /// As [`Perform::people`].
            pub fn people(&self) -> &[Person] {
                match self {
                    $(Self::$Read(operation) => operation.people(),)+
                    $(Self::$Change(operation) => operation.people()),+
                }
            }

            /// As [`Perform::lacks`].
            pub fn lacks(&self, features: &Features) -> Option<NotOffered> {
                match self {
                    $(Self::$Read(operation) => operation.lacks(features),)+
                    $(Self::$Change(operation) => operation.lacks(features)),+
                }
            }

            /// As [`Perform::long_text`].
            pub fn long_text(&self) -> Option<&str> {
                match self {
                    $(Self::$Read(operation) => operation.long_text(),)+
                    $(Self::$Change(operation) => operation.long_text()),+
                }
            }

            /// As [`Perform::reason`].
            pub fn reason(&self) -> Option<&Reason> {
                match self {
                    $(Self::$Read(operation) => operation.reason(),)+
                    $(Self::$Change(operation) => operation.reason()),+
                }
            }

            /// As [`Perform::takes_reason`].
            pub fn takes_reason(&self) -> bool {
                match self {
                    $(Self::$Read(operation) => operation.takes_reason(),)+
                    $(Self::$Change(operation) => operation.takes_reason()),+
                }
            }

            /// As [`Perform::picture`].
            pub fn picture(&self) -> Option<&Picture> {
                match self {
                    $(Self::$Read(operation) => operation.picture(),)+
                    $(Self::$Change(operation) => operation.picture()),+
                }
            }

            /// As [`Perform::invite`].
            pub fn invite(&self) -> Option<&RequestedInvite> {
                match self {
                    $(Self::$Read(operation) => operation.invite(),)+
                    $(Self::$Change(operation) => operation.invite()),+
                }
            }

            /// As [`Perform::as_kept`].
            pub fn as_kept(&self) -> Option<Self> {
                match self {
                    $(Self::$Read(operation) => operation.as_kept().map(Self::$Read),)+
                    $(Self::$Change(operation) => operation.as_kept().map(Self::$Change)),+
                }
            }

            /// Carries the operation out, or resumes it from what an ended run has `saved`. Boxed to keep the future
            /// small: its size would otherwise be that of the largest operation.
            pub async fn run<B: ProgressJournal>(
                &self,
                api: &GroupsApi,
                journal: &mut B,
                saved: Option<SavedProgress>,
            ) -> Result<Outcome, ExecutionError<B::Error>> {
                match self {
                    $(Self::$Read(operation) => {
                        Box::pin(read(operation, api, journal, saved)).await.map(Outcome::$Read)
                    })+
                    $(Self::$Change(operation) => {
                        Box::pin(change::carry_out(operation, api, journal, saved)).await.map(Outcome::$Change)
                    })+
                }
            }

            /// Reads the state once more after a change that was reported as not confirmed: in whole, where `told` is
            /// `None`, or in part. `progress` is the journal's record of the change, and `made_groups` are the groups
            /// that other commands created since. Returns the current outcome if the state confirms more than was
            /// reported.
            pub async fn recheck(
                &self,
                api: &GroupsApi,
                progress: serde_json::Value,
                made_groups: Vec<GroupId>,
                told: Option<&Outcome>,
            ) -> Result<Option<Outcome>, ApiError> {
                match (self, told) {
                    $((Self::$Change(operation), None) => {
                        let now = Box::pin(change::recheck(operation, api, progress, made_groups)).await?;
                        Ok(now.map(Outcome::$Change))
                    })+
                    $((Self::$Change(operation), Some(Outcome::$Change(told))) => {
                        let now = Box::pin(change::recheck(operation, api, progress, made_groups)).await?;
                        Ok(now.and_then(|now| told.confirmed_by(&now)).map(Outcome::$Change))
                    })+
                    // A read has nothing to confirm, and neither has an outcome of another operation.
                    _ => Ok(None),
                }
            }
        }

        impl Outcome {
            /// As [`OperationOutcome::changed_something`].
            pub fn changed_something(&self) -> bool {
                match self {
                    $(Self::$Read(outcome) => outcome.changed_something(),)+
                    $(Self::$Change(outcome) => outcome.changed_something()),+
                }
            }

            /// As [`OperationOutcome::is_unconfirmed`].
            pub fn is_unconfirmed(&self) -> bool {
                match self {
                    $(Self::$Read(outcome) => outcome.is_unconfirmed(),)+
                    $(Self::$Change(outcome) => outcome.is_unconfirmed()),+
                }
            }

            /// As [`OperationOutcome::group`].
            pub fn group(&self) -> Option<(&GroupId, Option<&str>)> {
                match self {
                    $(Self::$Read(outcome) => outcome.group(),)+
                    $(Self::$Change(outcome) => outcome.group()),+
                }
            }

            /// As [`OperationOutcome::list_change`].
            pub fn list_change(&self, at: Option<&GroupRef>) -> Option<ListChange> {
                match self {
                    $(Self::$Read(outcome) => outcome.list_change(at),)+
                    $(Self::$Change(outcome) => outcome.list_change(at)),+
                }
            }

            /// As [`OperationOutcome::restrict`].
            pub fn restrict(&mut self, may_see: impl Fn(&SessionName, Option<&GroupId>) -> bool) {
                match self {
                    $(Self::$Read(outcome) => outcome.restrict(&may_see),)+
                    $(Self::$Change(outcome) => outcome.restrict(&may_see)),+
                }
            }

            /// Returns the outcome in its stored form: without invite codes, and without tables.
            #[must_use]
            pub fn as_written(&self) -> Self {
                let mut written = self.clone();
                match &mut written {
                    $(Self::$Read(outcome) => outcome.forget_codes(),)+
                    $(Self::$Change(outcome) => outcome.forget_codes()),+
                }
                written
            }
        }

        $(impl From<super::$Read> for Operation {
            fn from(operation: super::$Read) -> Self { Self::$Read(operation) }
        })+
        $(impl From<super::$Change> for Operation {
            fn from(operation: super::$Change) -> Self { Self::$Change(operation) }
        })+
    };
}

super::for_each_operation!(declare);

/// Returns the names of the operations that change something in WhatsApp.
pub fn change_names() -> &'static [&'static str] {
    CHANGES
}

/// Returns the names of the changes that WhatsApp watches closely.
pub fn strictly_limited_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        CHANGES.iter().zip(STRICTLY_LIMITED).filter(|(_, is_limited)| **is_limited).map(|(name, _)| *name).collect()
    });
    &NAMES
}

/// Returns the names under which the journal stores entries, denied reads excluded.
pub fn journalled() -> Vec<&'static str> {
    let mut names = CHANGES.to_vec();
    names.extend(READS.iter().filter(|(_, is_audited)| *is_audited).map(|(name, _)| *name));
    names.extend(CommandName::JOURNALLED.map(CommandName::as_str));
    names
}

/// Runs a read. An audited read is recorded before it runs. A read that an ended run has begun is not repeated: no one
/// waits for its answer any more.
async fn read<R: Read + Sync, B: ProgressJournal>(
    operation: &R,
    api: &GroupsApi,
    journal: &mut B,
    saved: Option<SavedProgress>,
) -> Result<R::Outcome, ExecutionError<B::Error>> {
    if saved.is_some() {
        return Err(Failure::of_read(ApiError::Lost).into());
    }
    if R::AUDITED {
        journal.begin(&serde_json::Value::Null, 0).await.map_err(ExecutionError::ProgressJournal)?;
    }
    Ok(operation.run(api).await?)
}

/// Returns the names of all operations.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    CHANGES.iter().copied().chain(READS.iter().map(|(name, _)| *name))
}

#[cfg(test)]
mod tests;

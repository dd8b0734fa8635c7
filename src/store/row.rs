//! A row of the journal as data: a request and its end.

use std::fmt;

use groups_api::Effect;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use usher_clock::Timestamp;
use whatsapp::{GroupId, SessionName};

use super::admin_outcome::AdminOutcome;
use super::{InstanceId, Store, StoreError, garbled, unsigned};
use crate::access::{Capability, ChannelId, Groups, GuildId, InteractionId, Target, UserId};
use crate::operations::{Failure, Operation, Outcome};

/// Maximum unreadable rows in memory; each is logged once.
const UNREADABLE_MAX: usize = 1_000;

/// The number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AuditId(pub i64);

/// A request: its requester, place and operation.
#[derive(Debug, Clone)]
pub struct AuditEntry {
    pub guild: GuildId,
    pub channel: ChannelId,
    pub user: UserId,
    /// What Discord calls the person, if their interaction said so. [`UserNames`](super::UserNames) keeps it; an entry
    /// that is read has none.
    pub user_name: Option<String>,
    pub interaction: InteractionId,
    pub what: AuditSubject,
}

/// The requested operation, as far as it is known. Of a refusal, the group may be only a name as it was typed.
#[derive(Debug, Clone, Default)]
pub struct AuditSubject {
    /// For example `invites.revoke`.
    pub operation: String,
    pub session: Option<SessionName>,
    pub group: Option<GroupId>,
    pub group_name: Option<String>,
    pub data: Option<Operation>,
}

impl AuditSubject {
    /// Returns a subject of which only the operation's name is known.
    pub fn of(operation: &str) -> Self {
        Self { operation: operation.to_owned(), ..Self::default() }
    }

    /// Sets the group to the one that the outcome names, such as one that was created or joined.
    #[must_use]
    pub fn with_group_of(mut self, outcome: &Outcome) -> Self {
        if let Some((group, name)) = outcome.group() {
            self.group = Some(group.clone());
            self.group_name = name.map(str::to_owned);
        }
        self
    }

    /// Returns the target of the operation, as far as it is known.
    pub fn target(&self) -> Target<'_> {
        Target { session: self.session.as_ref(), groups: self.group.as_ref().map_or(Groups::Any, Groups::One) }
    }
}

impl From<&Operation> for AuditSubject {
    fn from(operation: &Operation) -> Self {
        let at = operation.group();
        Self {
            operation: operation.name().to_owned(),
            session: operation.session().cloned(),
            group: at.map(|at| at.group.clone()),
            group_name: at.and_then(|at| at.name.clone()),
            data: Some(operation.clone()),
        }
    }
}

/// The end of an operation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum AuditEnd {
    Done {
        /// Without invite codes: a reader of the journal must not be able to join by them.
        outcome: Box<AuditOutcome>,
        /// Why the job ended before all of it was sent.
        #[serde(default)]
        stopped: Option<Stopped>,
    },
    Refused {
        needs: Capability,
        /// Further refusals of the same person in that minute without a row of their own.
        #[serde(default, skip_serializing_if = "is_zero")]
        more: u64,
    },
    /// It was requested, and not approved.
    NotApproved {
        how: NotApproved,
    },
    Failed {
        failure: Failure,
    },
}

/// A recorded outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AuditOutcome {
    Operation(Outcome),
    Admin(AdminOutcome),
}

impl AuditOutcome {
    /// Returns whether something changed.
    pub fn changed_something(&self) -> bool {
        match self {
            Self::Operation(outcome) => outcome.changed_something(),
            Self::Admin(_) => true,
        }
    }

    /// Returns whether a part of the outcome is not confirmed, so that it may still take effect.
    pub fn is_unconfirmed(&self) -> bool {
        match self {
            Self::Operation(outcome) => outcome.is_unconfirmed(),
            Self::Admin(_) => false,
        }
    }
}

impl From<Outcome> for AuditOutcome {
    fn from(outcome: Outcome) -> Self {
        Self::Operation(outcome)
    }
}

impl From<AdminOutcome> for AuditOutcome {
    fn from(outcome: AdminOutcome) -> Self {
        Self::Admin(outcome)
    }
}

/// Why a job ended before all of it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// This person stopped it.
    By(UserId),
    /// The requester may not do it any more.
    NotAllowed,
    /// The requester has left the server.
    NotAMember,
    /// The bot is not in the server any more.
    NoServer,
    /// It could not be read whether the requester may still do it.
    Unknown,
    /// It was to begin by itself, and could not for a day.
    Overdue,
    /// The account was logged out, banned or stopped after a request of the job that added people.
    AccountLost,
}

/// The end of an unapproved request. The decider is in the row's `approver`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum NotApproved {
    Denied { reason: Option<String> },
    Cancelled,
    Expired,
}

/// The kind of an [`AuditEnd`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditStatus {
    Done,
    Refused,
    /// Nothing was changed.
    Failed,
    /// It is unknown whether anything was changed.
    Unknown,
}

impl AuditStatus {
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl AuditEnd {
    pub fn refused(needs: Capability) -> Self {
        Self::Refused { needs, more: 0 }
    }

    /// Returns whether the change was requested, in whole or in part, and is not confirmed: it may still take effect.
    pub fn is_unconfirmed(&self) -> bool {
        match self {
            Self::Done { outcome, .. } => outcome.is_unconfirmed(),
            Self::Failed { failure } => failure.carried == Effect::Maybe,
            Self::Refused { .. } | Self::NotApproved { .. } => false,
        }
    }

    /// Returns whether reading the state may confirm it later.
    pub fn can_be_confirmed(&self) -> bool {
        self.is_unconfirmed() && !matches!(self, Self::Failed { failure } if failure.is_not_shown())
    }

    /// Returns whether it ended with a change.
    pub fn changed_something(&self) -> bool {
        matches!(self, Self::Done { outcome, .. } if outcome.changed_something())
    }

    pub fn verdict(&self) -> AuditStatus {
        match self {
            Self::Done { .. } => AuditStatus::Done,
            Self::Refused { .. } | Self::NotApproved { .. } => AuditStatus::Refused,
            Self::Failed { failure: Failure { carried: Effect::No, .. } } => AuditStatus::Failed,
            Self::Failed { .. } => AuditStatus::Unknown,
        }
    }
}

#[derive(Clone)]
pub struct AuditRecord {
    pub case: AuditId,
    pub entry: AuditEntry,
    pub begun: Timestamp,
    /// 1, plus 1 for each time that another run took it over.
    pub tries: i64,
    /// The instance that works on it; `None` once it has ended.
    pub owner: Option<InstanceId>,
    /// The operation's recorded progress.
    pub progress: Option<Value>,
    pub ended: Option<Timestamp>,
    pub verdict: Option<AuditStatus>,
    /// Its end, as stored; phone numbers in it are masked once the row is old enough.
    pub detail: Option<Value>,
    /// The person who approved or denied it, if it needed approval.
    pub approver: Option<UserId>,
    /// The first of two people who had to approve it. The second, or who denied it afterwards, is `approver`.
    pub first_approver: Option<UserId>,
    /// Why it was done, in the words of a person.
    pub reason: Option<String>,
    /// Who changed the reason last, if it was not the person of the entry.
    pub reason_by: Option<UserId>,
    /// Whether it had changed something when it ended. Rows of older releases do not say it.
    pub changed: Option<bool>,
    /// Since when the answer to its request is lost; `None` if the change is settled.
    pub lost: Option<Timestamp>,
    /// When the state is read next, because the change was reported as not confirmed.
    pub watch: Option<Timestamp>,
    /// When the change was found, after that report, to have taken effect.
    pub confirmed: Option<Timestamp>,
}

/// Leaves out the data about people.
impl fmt::Debug for AuditRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { case, entry, tries, verdict, .. } = self;
        write!(f, "Row({}, {}, {} tries, {verdict:?})", case.0, entry.what.operation, tries)
    }
}

impl AuditRecord {
    /// Returns how it ended; `None` if it has not ended, or if masking has made the end unreadable as data.
    pub fn end(&self) -> Option<AuditEnd> {
        serde_json::from_value(self.detail.clone()?).ok()
    }

    /// Returns whether the change was reported as not confirmed, and is confirmed in every part now.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed.is_some() && self.lost.is_none()
    }
}

impl Store {
    /// Returns the rows that can be read. An unreadable row, perhaps of a later version, is skipped and logged once.
    pub(super) fn readable(&self, rows: &[AnyRow]) -> Vec<AuditRecord> {
        let readable = |row| match read(row) {
            Ok(row) => Some(row),
            Err(error) => {
                let case = row.try_get("id").unwrap_or_default();
                if self.unreadable.len() < UNREADABLE_MAX && self.unreadable.insert(case) {
                    tracing::error!(case, %error, "failed to read an entry of the audit log");
                }
                None
            }
        };
        rows.iter().filter_map(readable).collect()
    }
}

pub(super) fn read(row: &AnyRow) -> Result<AuditRecord, StoreError> {
    let id = |column| Ok::<u64, StoreError>(unsigned(row.try_get::<i64, _>(column)?));
    let text = |column| Ok::<Option<String>, StoreError>(row.try_get(column)?);
    let json = |column| text(column)?.map(|text| serde_json::from_str(&text).map_err(garbled)).transpose();
    let verdict = match text("result")?.as_deref() {
        None => None,
        Some("done") => Some(AuditStatus::Done),
        Some("refused") => Some(AuditStatus::Refused),
        Some("failed") => Some(AuditStatus::Failed),
        Some("unknown") => Some(AuditStatus::Unknown),
        Some(other) => return Err(garbled(format!("the result {other}"))),
    };
    let what = AuditSubject {
        operation: row.try_get("operation")?,
        session: text("session")?.map(|name| name.parse().map_err(garbled)).transpose()?,
        group: text("group_id")?.map(|group| group.parse().map_err(garbled)).transpose()?,
        group_name: text("group_name")?,
        // An operation that this version does not know cannot be resumed; the row is shown all the same.
        data: json("data")?.and_then(|data: Value| serde_json::from_value(data).ok()),
    };
    let entry = AuditEntry {
        guild: GuildId(id("guild")?),
        channel: ChannelId(id("channel")?),
        user: UserId(id("asker")?),
        user_name: None,
        interaction: InteractionId(id("interaction")?),
        what,
    };
    Ok(AuditRecord {
        case: AuditId(row.try_get("id")?),
        entry,
        begun: Timestamp::from_millis(row.try_get("begun_at")?),
        tries: row.try_get("tries")?,
        owner: text("owner")?.map(InstanceId),
        progress: json("progress")?,
        ended: row.try_get::<Option<i64>, _>("ended_at")?.map(Timestamp::from_millis),
        verdict,
        detail: json("detail")?,
        approver: row.try_get::<Option<i64>, _>("approver")?.map(|id| UserId(unsigned(id))),
        first_approver: row.try_get::<Option<i64>, _>("first_approver")?.map(|id| UserId(unsigned(id))),
        reason: text("reason")?,
        reason_by: row.try_get::<Option<i64>, _>("reason_by")?.map(|id| UserId(unsigned(id))),
        changed: row.try_get::<Option<i64>, _>("changed")?.map(|changed| changed != 0),
        lost: row.try_get::<Option<i64>, _>("lost_at")?.map(Timestamp::from_millis),
        watch: row.try_get::<Option<i64>, _>("watch_at")?.map(Timestamp::from_millis),
        confirmed: row.try_get::<Option<i64>, _>("confirmed_at")?.map(Timestamp::from_millis),
    })
}

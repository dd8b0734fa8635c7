//! A row of the journal, as data: who asked for what, and how it ended.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{CopyId, Store, StoreError, from_millis, garbled, unsigned};
use crate::access::{Capability, ChannelId, Groups, GuildId, InteractionId, Reach, UserId};
use crate::groups_api::Carried;
use crate::groups_api::ids::{GroupId, SessionName};
use crate::operations::{Failure, Operation, Outcome};

/// Rows that cannot be read and are logged.
const UNREADABLE_MAX: usize = 1_000;

/// The number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Case(pub i64);

/// Who asked for what.
#[derive(Debug, Clone)]
pub struct Entry {
    pub guild: GuildId,
    pub channel: ChannelId,
    pub user: UserId,
    pub interaction: InteractionId,
    pub what: What,
}

/// What was asked for, as far as it is known: of a refusal, the operation as data is not.
#[derive(Debug, Clone, Default)]
pub struct What {
    /// Such as `invites.revoke`.
    pub operation: String,
    pub session: Option<SessionName>,
    pub group: Option<GroupId>,
    pub group_name: Option<String>,
    pub data: Option<Operation>,
}

impl What {
    /// What it touches, as far as it is known.
    pub fn reach(&self) -> Reach<'_> {
        Reach { session: self.session.as_ref(), groups: self.group.as_ref().map_or(Groups::Any, Groups::One) }
    }
}

impl From<&Operation> for What {
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

/// How it ended.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    Done {
        /// Without invite codes: whoever reads the journal must not be able to join by it.
        outcome: Box<Outcome>,
        /// Why it was ended before all of it was sent.
        #[serde(default)]
        stopped: Option<Stopped>,
    },
    Refused {
        needs: Capability,
        /// Refusals of the same person in that minute that have no row of their own.
        #[serde(default, skip_serializing_if = "is_zero")]
        more: u64,
    },
    /// It was asked for, and nobody approved it.
    NotApproved {
        how: NotApproved,
    },
    Failed {
        failure: Failure,
    },
}

/// Why a job was ended before all of it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// This person wanted it to stop.
    By(UserId),
    /// Its requester may not do it any more.
    NotAllowed,
    /// Its requester has left the server.
    NotAMember,
    /// The bot is not in the server any more.
    NoServer,
    /// It could not be read whether its requester may still do it.
    Unknown,
}

/// How a request ended that nobody approved. Who denied it is the row's approver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum NotApproved {
    Denied { reason: Option<String> },
    Cancelled,
    Expired,
}

/// An [`End`] in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Done,
    Refused,
    /// Nothing was changed.
    Failed,
    /// Nobody knows whether something was changed.
    Unknown,
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl End {
    pub fn refused(needs: Capability) -> Self {
        Self::Refused { needs, more: 0 }
    }

    /// Whether it was asked for, in whole or in part, and is not confirmed: it may still take effect.
    pub fn is_unconfirmed(&self) -> bool {
        match self {
            Self::Done { outcome, .. } => outcome.is_unconfirmed(),
            Self::Failed { failure } => failure.carried == Carried::Maybe,
            Self::Refused { .. } | Self::NotApproved { .. } => false,
        }
    }

    /// Whether reading the state may confirm it later.
    pub fn can_be_confirmed(&self) -> bool {
        self.is_unconfirmed() && !matches!(self, Self::Failed { failure } if failure.is_not_shown())
    }

    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Done { .. } => Verdict::Done,
            Self::Refused { .. } | Self::NotApproved { .. } => Verdict::Refused,
            Self::Failed { failure: Failure { carried: Carried::No, .. } } => Verdict::Failed,
            Self::Failed { .. } => Verdict::Unknown,
        }
    }
}

#[derive(Clone)]
pub struct Row {
    pub case: Case,
    pub entry: Entry,
    /// Since 1970.
    pub begun: Duration,
    /// 1, and one more for each time that somebody else took it up.
    pub tries: i64,
    /// Who works on it; absent once it has ended.
    pub owner: Option<CopyId>,
    /// What its operation wrote down on the way.
    pub progress: Option<Value>,
    pub ended: Option<Duration>,
    pub verdict: Option<Verdict>,
    /// How it ended, as written; phone numbers in it are masked once the row is old enough.
    pub detail: Option<Value>,
    /// Who approved it, or denied it, where somebody had to.
    pub approver: Option<UserId>,
    /// Since when the answer to its request is lost; absent where the change is settled.
    pub lost: Option<Duration>,
    /// When the state is read next, because it was reported as not confirmed.
    pub watch: Option<Duration>,
    /// When it was found, after that report, that it took effect.
    pub confirmed: Option<Duration>,
}

/// Without what it holds of people.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { case, entry, tries, verdict, .. } = self;
        write!(f, "Row({}, {}, {} tries, {verdict:?})", case.0, entry.what.operation, tries)
    }
}

impl Row {
    /// How it ended; absent where it has not, or where masking has made it unreadable as data.
    pub fn end(&self) -> Option<End> {
        serde_json::from_value(self.detail.clone()?).ok()
    }

    /// Whether it was reported as not confirmed, and is confirmed in every part now.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed.is_some() && self.lost.is_none()
    }
}

impl Store {
    /// The rows that can be read. Another one, of a later version perhaps, stands in nobody's way; it is logged once.
    pub(super) fn readable(&self, rows: &[AnyRow]) -> Vec<Row> {
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

pub(super) fn read(row: &AnyRow) -> Result<Row, StoreError> {
    let id = |column| Ok::<u64, StoreError>(unsigned(row.try_get::<i64, _>(column)?));
    let text = |column| Ok::<Option<String>, StoreError>(row.try_get(column)?);
    let json = |column| text(column)?.map(|text| serde_json::from_str(&text).map_err(garbled)).transpose();
    let verdict = match text("result")?.as_deref() {
        None => None,
        Some("done") => Some(Verdict::Done),
        Some("refused") => Some(Verdict::Refused),
        Some("failed") => Some(Verdict::Failed),
        Some("unknown") => Some(Verdict::Unknown),
        Some(other) => return Err(garbled(format!("the result {other}"))),
    };
    let what = What {
        operation: row.try_get("operation")?,
        session: text("session")?.map(|name| name.parse().map_err(garbled)).transpose()?,
        group: text("group_id")?.map(|group| group.parse().map_err(garbled)).transpose()?,
        group_name: text("group_name")?,
        // An operation that this version does not know cannot be gone on with; the row is shown all the same.
        data: json("data")?.and_then(|data: Value| serde_json::from_value(data).ok()),
    };
    let entry = Entry {
        guild: GuildId(id("guild")?),
        channel: ChannelId(id("channel")?),
        user: UserId(id("asker")?),
        interaction: InteractionId(id("interaction")?),
        what,
    };
    Ok(Row {
        case: Case(row.try_get("id")?),
        entry,
        begun: from_millis(row.try_get("begun_at")?),
        tries: row.try_get("tries")?,
        owner: text("owner")?.map(CopyId),
        progress: json("progress")?,
        ended: row.try_get::<Option<i64>, _>("ended_at")?.map(from_millis),
        verdict,
        detail: json("detail")?,
        approver: row.try_get::<Option<i64>, _>("approver")?.map(|id| UserId(unsigned(id))),
        lost: row.try_get::<Option<i64>, _>("lost_at")?.map(from_millis),
        watch: row.try_get::<Option<i64>, _>("watch_at")?.map(from_millis),
        confirmed: row.try_get::<Option<i64>, _>("confirmed_at")?.map(from_millis),
    })
}

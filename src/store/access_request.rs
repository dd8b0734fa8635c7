//! A request for approval as data, and its decision.

use std::fmt;
use std::str::FromStr;

use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use usher_clock::Timestamp;

use super::row::{AuditEntry, AuditSubject};
use super::{InstanceId, StoreError};
use crate::access::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::language::Language;
use crate::operations::Operation;

/// The number of a request, as shown to users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub i64);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RequestId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// The digest of a text: the beginning of its SHA-256. A message that shows a request contains that of the stored
/// operation, so that no one approves another operation than the one they saw, even if the store has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(u64);

impl Digest {
    pub fn of_operation(operation: &Operation) -> Self {
        Self::of(&serde_json::to_string(operation).unwrap_or_default())
    }

    pub(super) fn of(stored: &str) -> Self {
        let start = Sha256::digest(stored).iter().take(8).fold(0, |start, byte| start << 8 | u64::from(*byte));
        Self(start)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Digest {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let is_hex = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hex { u64::from_str_radix(text, 16).map(Self).map_err(|_| ()) } else { Err(()) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    /// Also carried out or tried: the journal's row of its interaction says how that ended.
    Approved,
    Denied,
    /// By its requester.
    Cancelled,
    Expired,
    /// Approved, but its requester may not even ask for it any more.
    Void,
}

impl State {
    pub const ALL: [Self; 6] = [Self::Open, Self::Approved, Self::Denied, Self::Cancelled, Self::Expired, Self::Void];

    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Void => "void",
        }
    }
}

/// A request for approval, and its requester.
#[derive(Debug, Clone)]
pub struct AccessRequest {
    pub id: RequestId,
    pub interaction: InteractionId,
    pub guild: GuildId,
    /// The channel of the request.
    pub channel: ChannelId,
    pub actor: UserId,
    pub application: u64,
    pub token: SecretString,
    /// The requester's language.
    pub language: Language,
    pub operation: Operation,
    /// The digest of `operation`, as it is stored.
    pub digest: Digest,
    pub asked: Timestamp,
    pub expires_at: Timestamp,
    pub state: State,
    /// Two different people must approve it.
    pub needs_two: bool,
    /// The first of two people who approved it.
    pub first_approver: Option<UserId>,
    pub decided_by: Option<UserId>,
    pub decided: Option<Timestamp>,
    /// Why it was denied, in the words of the decider.
    pub reason: Option<String>,
    /// The message that shows it.
    pub posted: Option<(ChannelId, MessageId)>,
    /// It could not be posted, and a retry helps only after a manual fix.
    pub undeliverable: bool,
    /// Its present state was announced to everyone concerned.
    pub notified: bool,
    /// The instance that must announce it.
    pub owner: Option<InstanceId>,
}

impl AccessRequest {
    /// Returns the journal entry of the request.
    pub fn entry(&self) -> AuditEntry {
        let Self { interaction, guild, channel, actor, operation, .. } = self;
        AuditEntry {
            guild: *guild,
            channel: *channel,
            user: *actor,
            user_name: None,
            interaction: *interaction,
            what: AuditSubject::from(operation),
        }
    }

    /// Returns whether the answer to its requester can be edited: the token is deleted once they know how it ended.
    pub fn has_token(&self) -> bool {
        !self.token.expose_secret().is_empty()
    }
}

/// Why a request was not stored.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// The requester has reached the limit of open requests.
    #[error("too many open requests")]
    TooManyOpen,
    /// The requester has reached the limit of requests per minute.
    #[error("too many requests in a minute")]
    TooManyInAMinute { free_at: Timestamp },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for AskError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// The people who approved an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approvers {
    /// The first of two, if two had to approve it.
    pub first: Option<UserId>,
    /// The one whose approval carries it out.
    pub last: UserId,
}

/// A decision about a request.
#[derive(Debug, Clone)]
pub struct RequestDecision {
    pub state: State,
    /// The decider; `None` if it was not a person.
    pub by: Option<UserId>,
    pub reason: Option<String>,
}

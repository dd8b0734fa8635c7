//! The error types and their uses.
//!
//! - [`ApiError`](groups_api::ApiError): an error answer of the groups API, or a missing one. Callers branch on
//!   its variants.
//! - [`Failure`]: an operation that failed, and whether it changed anything.
//! - [`UserError`]: why a user's request failed. The user may read everything in it; the replies contain the texts. No
//!   other error is ever shown to users.
//! - `anyhow::Error`: all other errors. Each is logged once, with the reference that the user sees.

use groups_api::Effect;
use usher_clock::Timestamp;
use whatsapp::InvalidId;

use crate::access::{Capability, ChannelId, Refusal, UserId};
use crate::compute::ComputeError;
use crate::operations::{BadFile, BadMemberFile, BadMembers, BadText, Failure, GroupSummary, Operation};
use crate::picture::BadPicture;
use crate::store::{AuditId, State, StoreError, TooMuch};

/// The groups that a user may have meant.
#[derive(Debug, Clone)]
pub struct Ambiguous {
    /// The capability that the user needs in the group.
    pub needs: Capability,
    pub name: String,
    /// All groups on which the user may use it.
    pub groups: Vec<GroupSummary>,
    /// The page to show, counted from 0.
    pub page: usize,
}

/// A requested change whose answer was lost, and that reading did not confirm.
#[derive(Debug, Clone)]
pub struct NotConfirmed {
    pub case: AuditId,
    pub operation: Operation,
    pub failure: Failure,
}

/// Why a user's request failed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum UserError {
    #[error("used outside a server")]
    NotInAServer,
    #[error("the server is not configured")]
    ServerNotConfigured,
    #[error(transparent)]
    Refused(#[from] Refusal),

    #[error(transparent)]
    BadId(#[from] InvalidId),
    #[error(transparent)]
    BadMembers(#[from] BadMembers),
    #[error(transparent)]
    BadText(#[from] BadText),
    #[error(transparent)]
    BadFile(#[from] BadFile),
    #[error(transparent)]
    BadPicture(#[from] BadPicture),
    /// A file that the user attached.
    #[error("failed to download the attachment")]
    NotDownloaded,
    /// Two options that exclude each other.
    #[error("both an image and an address")]
    TwoPictures,
    #[error("no invite link in the message")]
    NoInvite,
    /// The buttons are too old.
    #[error("the page is too old")]
    PageGone,
    /// One of these options is required.
    #[error("missing option: one of {0:?}")]
    OptionMissing(&'static [&'static str]),
    #[error("{given} people, more than {max}")]
    TooManyPeople { given: usize, max: usize },
    #[error("the server has no such session")]
    NoSuchSession { sessions: Vec<String> },
    #[error("no group in scope has that name")]
    NoSuchGroup { name: String },
    #[error("{} groups have that name", .0.groups.len())]
    AmbiguousGroup(Ambiguous),

    /// The user may ask for it, but there is no channel for requests.
    #[error("no approvals channel is set")]
    NoApprovalsChannel { needs: Capability },
    #[error("too many requests are open")]
    TooManyRequests,
    #[error("no such request")]
    NoSuchRequest,
    #[error("the user's own request")]
    OwnRequest,
    #[error("the request is being decided")]
    BeingDecided,
    /// The message shows a different operation from the stored one.
    #[error("the request differs from the message")]
    NotAsShown,
    #[error("the request is {}", state.name())]
    RequestDecided { state: State, by: Option<UserId> },
    #[error(transparent)]
    TooMuch(#[from] TooMuch),

    /// A user cannot grant more than they hold.
    #[error("more than the user holds")]
    BeyondOwn { capabilities: Vec<Capability> },
    /// `in_file`: the configuration file grants it.
    #[error("nothing to revoke")]
    NothingToRevoke { in_file: bool },
    #[error("the role has the rights already")]
    NothingToGrant,
    /// The capabilities concern no group in particular.
    #[error("no effect in a single group")]
    NoEffectInGroup { capabilities: Vec<Capability> },
    #[error("already set")]
    SetAlready,
    #[error("set by the configuration file")]
    FixedByFile,
    #[error("not an Administrator")]
    NotAdministrator,
    #[error("no such preset")]
    NoSuchPreset { name: String },
    #[error("no such capability")]
    NoSuchCapability { name: String },
    #[error("not a member of the server")]
    NotAMember,
    /// The bot lacks permissions in a channel.
    #[error("the bot cannot write to the channel")]
    CannotWrite { channel: ChannelId },
    #[error("no answer from Discord")]
    DiscordSilent,

    /// The confirmation expired, was used, or belongs to an earlier run of the bot.
    #[error("the confirmation is no longer valid")]
    ConfirmationGone,
    #[error("another user's confirmation")]
    NotYours,
    #[error("the typed name does not match")]
    WrongName,

    #[error(transparent)]
    Failed(#[from] Failure),
    #[error("not confirmed: {}", .0.failure)]
    NotConfirmed(Box<NotConfirmed>),
    /// The same change was requested at `since`, and is not settled yet.
    #[error("the same change is not settled yet")]
    Unsettled { since: Timestamp },
    /// The change is being verified, until then at most. Never a final answer.
    #[error("the change is being verified")]
    BeingChecked { until: Timestamp },
    /// Another interaction, or another instance, works on it and will answer. Never shown.
    #[error("in progress elsewhere")]
    Elsewhere,
    /// An operation that cannot be written to the journal is not run.
    #[error("failed to write to the store")]
    NotWritten,
    /// Discord did not confirm that it received the acknowledgement.
    #[error("the acknowledgement may not have arrived")]
    NotAcknowledged,
    /// The bot was restarted before the operation began.
    #[error("interrupted before it began")]
    CutShort,
    #[error("no such case in scope")]
    NoSuchCase,
    /// A limit of the bot itself was reached.
    #[error("too much in progress")]
    Busy,
    #[error("the bot is stopping")]
    Stopping,
    /// `nearest`: the command that the user may have meant.
    #[error("unknown command")]
    UnknownCommand { nearest: Option<String> },
    /// Discord sent data that this version cannot read; the log says where.
    #[error("unreadable interaction")]
    Unreadable,
    /// A bug; the log says which.
    #[error("internal error")]
    Internal,
}

impl From<StoreError> for UserError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::NotWritten
    }
}

impl From<ComputeError> for UserError {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::Busy => Self::Busy,
            ComputeError::TimedOut => Self::BadFile(BadFile::TooSlow),
            ComputeError::Failed => Self::Internal,
        }
    }
}

impl From<BadMemberFile> for UserError {
    fn from(bad: BadMemberFile) -> Self {
        match bad {
            BadMemberFile::File(bad) => Self::BadFile(bad),
            BadMemberFile::Members(bad) => Self::BadMembers(bad),
        }
    }
}

impl UserError {
    /// Returns the name of the error for the metrics.
    pub fn outcome(&self) -> &'static str {
        match self {
            Self::Refused(_)
            | Self::NotYours
            | Self::NotInAServer
            | Self::ServerNotConfigured
            | Self::OwnRequest
            | Self::TooMuch(_)
            | Self::BeyondOwn { .. }
            | Self::NotAdministrator => "refused",
            Self::NotConfirmed(_) | Self::Failed(Failure { carried: Effect::Maybe, .. }) => "unknown",
            Self::Failed(_) | Self::NotWritten | Self::Busy | Self::Internal | Self::Unreadable | Self::CutShort => {
                "failed"
            }
            _ => "declined",
        }
    }
}

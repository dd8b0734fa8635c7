//! Which error goes where.
//!
//! - [`ApiError`](crate::groups_api::ApiError): what the groups API answered, or did not. Its variants are what callers
//!   branch on.
//! - [`Failure`]: an operation that did not end as wished, and whether it changed anything.
//! - [`Problem`]: why somebody did not get what they asked for; everything in it may be read by that person, and the
//!   replies put it into words. Nothing else is ever shown to people.
//! - `anyhow::Error`: the rest. It is logged once, with the reference that the person sees.

use std::time::Duration;

use crate::access::{Capability, ChannelId, Refusal, UserId};
use crate::compute::ComputeError;
use crate::groups_api::Carried;
use crate::groups_api::ids::InvalidId;
use crate::operations::{BadFile, BadMembers, BadRoster, BadText, Failure, GroupLine, Operation};
use crate::picture::BadPicture;
use crate::store::{Case, State, StoreError, TooMuch};

/// The groups that somebody may have meant.
#[derive(Debug, Clone)]
pub struct Ambiguous {
    /// What they are wanted for.
    pub needs: Capability,
    pub name: String,
    /// All that they may use it on.
    pub groups: Vec<GroupLine>,
    /// Which page of them is to be shown, counted from 0.
    pub page: usize,
}

/// A change that was asked for, whose answer was lost, and that reading did not confirm.
#[derive(Debug, Clone)]
pub struct NotConfirmed {
    pub case: Case,
    pub operation: Operation,
    pub failure: Failure,
}

/// Why somebody did not get what they asked for.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Problem {
    #[error("asked for outside a server")]
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
    /// A file that somebody attached.
    #[error("an attachment could not be had")]
    NotDownloaded,
    /// Both of two options that exclude each other.
    #[error("image and address both")]
    TwoPictures,
    #[error("no invite link in the message")]
    NoInvite,
    /// Buttons that are too old.
    #[error("the page is too old")]
    PageGone,
    /// One of these is wanted.
    #[error("an option is wanted: {0:?}")]
    OptionMissing(&'static [&'static str]),
    #[error("{given} people are more than {max}")]
    TooManyPeople { given: usize, max: usize },
    #[error("the server has no such session")]
    NoSuchSession { sessions: Vec<String> },
    #[error("no group in scope has that name")]
    NoSuchGroup { name: String },
    #[error("{} groups have that name", .0.groups.len())]
    AmbiguousGroup(Ambiguous),

    /// It may be asked for, and there is nowhere to ask.
    #[error("no channel for approvals is set")]
    NoApprovalsChannel { needs: Capability },
    #[error("too many requests are open")]
    TooManyRequests,
    #[error("no such request")]
    NoSuchRequest,
    #[error("somebody's own request")]
    OwnRequest,
    #[error("somebody decides the request at this moment")]
    BeingDecided,
    /// The message shows another operation than the one that is stored.
    #[error("the request is not what was shown")]
    NotAsShown,
    #[error("the request is {}", state.name())]
    RequestDecided { state: State, by: Option<UserId> },
    #[error(transparent)]
    TooMuch(#[from] TooMuch),

    /// Nobody gives more than they hold.
    #[error("more than the giver holds")]
    BeyondOwn { capabilities: Vec<Capability> },
    /// `in_file`: the configuration file gives it.
    #[error("nothing to revoke")]
    NothingToRevoke { in_file: bool },
    #[error("the role has it already")]
    NothingToGrant,
    /// It is about no group in particular.
    #[error("without effect in a single group")]
    NoEffectInGroup { capabilities: Vec<Capability> },
    #[error("it is set already")]
    SetAlready,
    #[error("the configuration file sets it")]
    FixedByFile,
    #[error("no Administrator")]
    NotAdministrator,
    #[error("no such preset")]
    NoSuchPreset { name: String },
    #[error("no such capability")]
    NoSuchCapability { name: String },
    #[error("no member of the server")]
    NotAMember,
    /// What the bot may not do in a channel.
    #[error("the bot cannot write to the channel")]
    CannotWrite { channel: ChannelId },
    #[error("Discord does not answer")]
    DiscordSilent,

    /// The confirmation ran out, was used, or is of an earlier run of the bot.
    #[error("the confirmation is no longer good")]
    ConfirmationGone,
    #[error("somebody else's confirmation")]
    NotYours,
    #[error("the name typed is another")]
    WrongName,

    #[error(transparent)]
    Failed(#[from] Failure),
    #[error("not confirmed: {}", .0.failure)]
    NotConfirmed(Box<NotConfirmed>),
    /// The same change was asked for at `since` (since 1970), and is not settled yet.
    #[error("the same change is not settled yet")]
    Unsettled { since: Duration },
    /// It is being checked whether it took effect, until then at most (seconds since 1970). Never a last answer.
    #[error("it is being checked whether it took effect")]
    BeingChecked { until: i64 },
    /// Another interaction, or another copy of the bot, has it and will answer. Never shown.
    #[error("somebody else has it")]
    Elsewhere,
    /// What cannot be written down is not done.
    #[error("the store cannot be written")]
    NotWritten,
    /// Discord did not say that it took the acknowledgement.
    #[error("the acknowledgement may not have arrived")]
    NotAcknowledged,
    /// The bot was restarted before it began.
    #[error("cut short before it began")]
    CutShort,
    #[error("no such case in scope")]
    NoSuchCase,
    /// A limit of the bot's own was reached.
    #[error("too much is under way")]
    Busy,
    #[error("the bot is stopping")]
    Stopping,
    /// `nearest`: what may have been meant.
    #[error("the command is not known")]
    UnknownCommand { nearest: Option<String> },
    /// Discord sent something that this version cannot read; the log says where.
    #[error("the interaction cannot be read")]
    Unreadable,
    /// A fault of this bot; the log says which.
    #[error("internal fault")]
    Internal,
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::NotWritten
    }
}

impl From<ComputeError> for Problem {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::Busy => Self::Busy,
            ComputeError::TimedOut => Self::BadFile(BadFile::TooSlow),
            ComputeError::Failed => Self::Internal,
        }
    }
}

impl From<BadRoster> for Problem {
    fn from(bad: BadRoster) -> Self {
        match bad {
            BadRoster::File(bad) => Self::BadFile(bad),
            BadRoster::Members(bad) => Self::BadMembers(bad),
        }
    }
}

impl Problem {
    /// In a word, for counting.
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
            Self::NotConfirmed(_) | Self::Failed(Failure { carried: Carried::Maybe, .. }) => "unknown",
            Self::Failed(_) | Self::NotWritten | Self::Busy | Self::Internal | Self::Unreadable | Self::CutShort => {
                "failed"
            }
            _ => "declined",
        }
    }
}

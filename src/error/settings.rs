//! Errors of changes to rights and settings.

use crate::access::{Capability, ChannelId};

/// Why rights or settings cannot be changed or shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SettingsError {
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
    #[error("not a member of the server")]
    NotAMember,
    /// The bot lacks permissions in a channel.
    #[error("the bot cannot write to the channel")]
    CannotWrite { channel: ChannelId },
    #[error("the role @everyone")]
    MentionsEveryone,
    #[error("no country is called that")]
    UnknownCountry { typed: String },
    #[error("no text of an invitation")]
    BadInvitation,
}

impl SettingsError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::BeyondOwn { .. } => "refused",
            Self::NothingToRevoke { .. }
            | Self::NothingToGrant
            | Self::NoEffectInGroup { .. }
            | Self::SetAlready
            | Self::FixedByFile
            | Self::NotAMember
            | Self::CannotWrite { .. }
            | Self::MentionsEveryone
            | Self::UnknownCountry { .. }
            | Self::BadInvitation => "declined",
        }
    }
}

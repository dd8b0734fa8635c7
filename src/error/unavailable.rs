//! Errors of Usher and of what it depends on.

use std::sync::Arc;

use crate::store::StoreError;

/// Why Usher cannot do now what a user may request.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unavailable {
    /// An operation that cannot be written to the journal is not run. The cause is logged and never shown.
    #[error(transparent)]
    Store(Arc<StoreError>),
    /// The settings made in Discord could not be read. The failed read has logged the cause, because most commands
    /// continue without them.
    #[error("failed to read the settings made in Discord")]
    SettingsUnread,
    /// This instance may not send changes, because the store does not have its heartbeat.
    #[error("failed to write the heartbeat of this instance in time")]
    OffDuty,
    #[error("no answer from Discord")]
    DiscordSilent,
    /// A limit of the bot itself was reached.
    #[error("too much in progress")]
    Busy,
    #[error("the bot is stopping")]
    Stopping,
    /// A bug; the log says which.
    #[error("internal error")]
    Internal,
}

impl From<StoreError> for Unavailable {
    fn from(error: StoreError) -> Self {
        Self::Store(Arc::new(error))
    }
}

impl Unavailable {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::Store(_) | Self::SettingsUnread | Self::OffDuty | Self::Busy | Self::Internal => "failed",
            Self::DiscordSilent | Self::Stopping => "declined",
        }
    }

    /// As [`UserError::is_store_failure`](super::UserError::is_store_failure).
    pub(super) fn is_store_failure(&self) -> bool {
        match self {
            Self::Store(_) | Self::SettingsUnread | Self::OffDuty => true,
            Self::DiscordSilent | Self::Busy | Self::Stopping | Self::Internal => false,
        }
    }
}

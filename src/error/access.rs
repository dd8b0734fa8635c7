//! Errors of access.

use crate::access::{GuildId, Refusal};

/// Why a user may not do something at all. Refusals that concern one request, setting or confirmation are with those.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AccessError {
    #[error("used outside a server")]
    NotInAServer,
    #[error("the server is not configured")]
    ServerNotConfigured { server: GuildId },
    #[error("not an Administrator")]
    NotAdministrator,
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl AccessError {
    /// As [`UserError::outcome`](super::UserError::outcome).
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::NotInAServer | Self::ServerNotConfigured { .. } | Self::NotAdministrator | Self::Refused(_) => {
                "refused"
            }
        }
    }
}

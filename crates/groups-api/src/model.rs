//! Answers of the groups API that are no groups.

use serde::{Deserialize, Serialize};
use whatsapp::{GroupId, Lid, Participant, PhoneNumber, SessionName};

use crate::provider::Engine;
pub use crate::wire::{DisconnectReason, SessionStatus};

/// A member whose role the API gave; it may list members by their ids only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RankedParticipant(pub(crate) Participant);

/// A session and its connection to WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub name: SessionName,
    pub status: SessionStatus,
    pub status_reason: Option<DisconnectReason>,
    /// The account's own ids and name, as far as the API gives them.
    pub phone: Option<PhoneNumber>,
    pub push_name: Option<String>,
    pub lid: Option<Lid>,
    #[serde(default, skip_serializing_if = "Engine::is_only")]
    pub engine: Engine,
    /// The provider's own id of the session, where requests have that in place of the name.
    #[serde(skip)]
    pub id: Option<String>,
}

impl Session {
    /// Returns whether the account is connected to WhatsApp.
    pub fn is_connected(&self) -> bool {
        self.status == SessionStatus::Connected
    }
}

/// The answer to a join: the API may give only the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub id: GroupId,
    pub name: Option<String>,
}

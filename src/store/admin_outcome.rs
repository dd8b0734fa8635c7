//! Outcomes of commands that change or export the bot's own data, and no group.

use serde::{Deserialize, Serialize};

use crate::access::{ChannelId, Given, RoleId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum AdminOutcome {
    AuditExported(AuditExported),
    Granted(RightsGranted),
    Revoked(RightsRevoked),
    ChannelSet(ChannelSet),
}

/// The audit log was exported as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditExported {
    pub rows: usize,
}

/// A role was granted capabilities; each is listed as it was granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsGranted {
    pub role: RoleId,
    pub given: Vec<Given>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsRevoked {
    pub role: RoleId,
    pub taken: Vec<Given>,
}

/// The server's channel was set or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelSet {
    pub purpose: Purpose,
    pub channel: Option<ChannelId>,
}

/// The purpose of a server's channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Changes and refusals.
    Log,
    /// Requests for approval.
    Approvals,
}

impl From<AuditExported> for AdminOutcome {
    fn from(outcome: AuditExported) -> Self {
        Self::AuditExported(outcome)
    }
}

impl From<RightsGranted> for AdminOutcome {
    fn from(outcome: RightsGranted) -> Self {
        Self::Granted(outcome)
    }
}

impl From<RightsRevoked> for AdminOutcome {
    fn from(outcome: RightsRevoked) -> Self {
        Self::Revoked(outcome)
    }
}

impl From<ChannelSet> for AdminOutcome {
    fn from(outcome: ChannelSet) -> Self {
        Self::ChannelSet(outcome)
    }
}

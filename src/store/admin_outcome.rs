//! Outcomes of commands that change or export the bot's own data, and no group.

use serde::{Deserialize, Serialize};
use whatsapp::GroupId;
use whatsapp::people::Country;

use super::row::AuditId;
use crate::access::{ChannelId, Given, RoleId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum AdminOutcome {
    AuditExported(AuditExported),
    Granted(RightsGranted),
    Revoked(RightsRevoked),
    ChannelSet(ChannelSet),
    ApprovalsRoleSet(ApprovalsRoleSet),
    CountrySet(CountrySet),
    InvitationSet(InvitationSet),
    ReasonsSet(ReasonsSet),
    ReasonChanged(ReasonChanged),
    SetSaved(SetSaved),
    SetDeleted(SetDeleted),
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

/// The role that Usher mentions when a request arrives was set or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalsRoleSet {
    pub role: Option<RoleId>,
}

/// The server's country of phone numbers was set or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountrySet {
    pub country: Option<Country>,
}

/// The server's own text of invitations was set or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationSet {
    /// True if the server has its own text now.
    pub own: bool,
}

/// Reasons were made required or optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonsSet {
    pub required: bool,
}

/// The reason of an entry of the audit log was added or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonChanged {
    pub case: AuditId,
    pub reason: String,
}

/// A set of groups was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetSaved {
    pub name: String,
    pub groups: Vec<GroupId>,
    /// Whether it replaced a set of the same name.
    pub replaced: bool,
}

/// A set of groups was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetDeleted {
    pub name: String,
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

impl From<ApprovalsRoleSet> for AdminOutcome {
    fn from(outcome: ApprovalsRoleSet) -> Self {
        Self::ApprovalsRoleSet(outcome)
    }
}

impl From<CountrySet> for AdminOutcome {
    fn from(outcome: CountrySet) -> Self {
        Self::CountrySet(outcome)
    }
}

impl From<InvitationSet> for AdminOutcome {
    fn from(outcome: InvitationSet) -> Self {
        Self::InvitationSet(outcome)
    }
}

impl From<ReasonsSet> for AdminOutcome {
    fn from(outcome: ReasonsSet) -> Self {
        Self::ReasonsSet(outcome)
    }
}

impl From<ReasonChanged> for AdminOutcome {
    fn from(outcome: ReasonChanged) -> Self {
        Self::ReasonChanged(outcome)
    }
}

impl From<SetSaved> for AdminOutcome {
    fn from(outcome: SetSaved) -> Self {
        Self::SetSaved(outcome)
    }
}

impl From<SetDeleted> for AdminOutcome {
    fn from(outcome: SetDeleted) -> Self {
        Self::SetDeleted(outcome)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::store::AuditOutcome;

    /// The stored names, which other releases read: they never change.
    #[test]
    fn admin_outcomes_keep_their_stored_form() {
        let given = json!([{
            "role": "7", "scope": { "session": null, "group": null }, "capability": "groups.edit", "needs_approval": true,
        }]);
        for stored in [
            json!({ "outcome": "audit_exported", "rows": 3 }),
            json!({ "outcome": "granted", "role": "7", "given": given }),
            json!({ "outcome": "revoked", "role": "7", "taken": given }),
            json!({ "outcome": "channel_set", "purpose": "log", "channel": "31" }),
            json!({ "outcome": "channel_set", "purpose": "approvals", "channel": null }),
            json!({ "outcome": "approvals_role_set", "role": "41" }),
            json!({ "outcome": "approvals_role_set", "role": null }),
            json!({ "outcome": "country_set", "country": "BR" }),
            json!({ "outcome": "country_set", "country": null }),
            json!({ "outcome": "invitation_set", "own": true }),
            json!({ "outcome": "reasons_set", "required": true }),
            json!({ "outcome": "reason_changed", "case": 27, "reason": "spam" }),
            json!({ "outcome": "set_saved", "name": "North", "groups": ["120363000000000001@g.us"], "replaced": true }),
            json!({ "outcome": "set_deleted", "name": "North" }),
        ] {
            let read: AuditOutcome =
                serde_json::from_value(stored.clone()).unwrap_or_else(|error| panic!("{error}: {stored}"));
            assert_eq!(serde_json::to_value(read).unwrap(), stored);
        }
    }
}

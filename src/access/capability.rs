//! Capabilities, and the presets that bundle them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An action that a grant can allow, in the order in which the presets add them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Capability {
    GroupsRead,
    InvitesRead,
    MembersAdd,
    GroupsEdit,
    MembersRemove,
    MembersApprove,
    InvitesRevoke,
    GroupsCreate,
    GroupsJoin,
    GroupsLeave,
    GroupsSettings,
    AdminsManage,
    MembersExport,
    AuditRead,
    GroupsDelete,
    AccessManage,
}

/// A set of capabilities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CapabilitySet(u32);

impl CapabilitySet {
    pub fn contains(self, capability: Capability) -> bool {
        self.0 & Self::bit(capability) != 0
    }

    fn bit(capability: Capability) -> u32 {
        1 << capability as u32
    }
}

impl FromIterator<Capability> for CapabilitySet {
    fn from_iter<I: IntoIterator<Item = Capability>>(capabilities: I) -> Self {
        Self(capabilities.into_iter().fold(0, |set, capability| set | Self::bit(capability)))
    }
}

/// A bundle of capabilities; each includes all of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    Viewer,
    Helper,
    Moderator,
    Manager,
    Owner,
}

impl Capability {
    pub const ALL: [Self; 16] = [
        Self::GroupsRead,
        Self::InvitesRead,
        Self::MembersAdd,
        Self::GroupsEdit,
        Self::MembersRemove,
        Self::MembersApprove,
        Self::InvitesRevoke,
        Self::GroupsCreate,
        Self::GroupsJoin,
        Self::GroupsLeave,
        Self::GroupsSettings,
        Self::AdminsManage,
        Self::MembersExport,
        Self::AuditRead,
        Self::GroupsDelete,
        Self::AccessManage,
    ];

    /// Returns the name in the configuration and in replies.
    pub fn name(self) -> &'static str {
        match self {
            Self::GroupsRead => "groups.read",
            Self::InvitesRead => "invites.read",
            Self::MembersAdd => "members.add",
            Self::GroupsEdit => "groups.edit",
            Self::MembersRemove => "members.remove",
            Self::MembersApprove => "members.approve",
            Self::InvitesRevoke => "invites.revoke",
            Self::GroupsCreate => "groups.create",
            Self::GroupsJoin => "groups.join",
            Self::GroupsLeave => "groups.leave",
            Self::GroupsSettings => "groups.settings",
            Self::AdminsManage => "admins.manage",
            Self::MembersExport => "members.export",
            Self::AuditRead => "audit.read",
            Self::GroupsDelete => "groups.delete",
            Self::AccessManage => "access.manage",
        }
    }

    /// Returns whether it can be limited to one group: the others concern groups that do not exist yet.
    pub fn is_of_a_group(self) -> bool {
        !matches!(self, Self::GroupsCreate | Self::GroupsJoin)
    }

    /// Returns the smallest preset that includes it.
    fn first_in(self) -> Preset {
        match self {
            Self::GroupsRead => Preset::Viewer,
            Self::InvitesRead | Self::MembersAdd => Preset::Helper,
            Self::GroupsEdit | Self::MembersRemove | Self::MembersApprove | Self::InvitesRevoke => Preset::Moderator,
            Self::GroupsCreate
            | Self::GroupsJoin
            | Self::GroupsLeave
            | Self::GroupsSettings
            | Self::AdminsManage
            | Self::MembersExport
            | Self::AuditRead => Preset::Manager,
            Self::GroupsDelete | Self::AccessManage => Preset::Owner,
        }
    }
}

impl Preset {
    pub const ALL: [Self; 5] = [Self::Viewer, Self::Helper, Self::Moderator, Self::Manager, Self::Owner];

    /// Returns the name in the configuration and in replies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Helper => "helper",
            Self::Moderator => "moderator",
            Self::Manager => "manager",
            Self::Owner => "owner",
        }
    }

    pub fn holds(self, capability: Capability) -> bool {
        capability.first_in() <= self
    }

    pub fn capabilities(self) -> impl Iterator<Item = Capability> {
        Capability::ALL.into_iter().filter(move |capability| self.holds(*capability))
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<Capability> for &'static str {
    fn from(capability: Capability) -> Self {
        capability.name()
    }
}

impl FromStr for Capability {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|capability| capability.name() == text).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("is no capability; there are {names}")
        })
    }
}

impl FromStr for Preset {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|preset| preset.name() == text).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("is no preset; there are {names}")
        })
    }
}

impl TryFrom<String> for Capability {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_preset_adds_what_the_table_of_commands_says() {
        let names = |preset: Preset| preset.capabilities().map(Capability::name).collect::<Vec<_>>().join(" ");
        let mut expected = "groups.read".to_owned();
        assert_eq!(names(Preset::Viewer), expected);
        for (preset, added) in [
            (Preset::Helper, "invites.read members.add"),
            (Preset::Moderator, "groups.edit members.remove members.approve invites.revoke"),
            (
                Preset::Manager,
                "groups.create groups.join groups.leave groups.settings admins.manage members.export audit.read",
            ),
            (Preset::Owner, "groups.delete access.manage"),
        ] {
            expected = format!("{expected} {added}");
            assert_eq!(names(preset), expected);
        }
    }

    #[test]
    fn a_capability_is_read_back_from_its_name() {
        for capability in Capability::ALL {
            assert_eq!(capability.name().parse(), Ok(capability));
        }
        assert!("groups.*".parse::<Capability>().unwrap_err().contains("groups.read"));
        for preset in Preset::ALL {
            assert_eq!(preset.name().parse(), Ok(preset));
        }
    }
}

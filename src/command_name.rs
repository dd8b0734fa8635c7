//! The commands that are no operations: they read or change the bot's own data, and change no group. An operation has its
//! own name and capability.

use crate::access::Capability;

/// A command that is no operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandName {
    AuditRecent,
    AuditShow,
    AuditExport,
    AuditStop,
    AuditReason,
    AccessShow,
    AccessCheck,
    AccessGrant,
    AccessRevoke,
    RequestsList,
    RequestsCancel,
    PersonFind,
    SetsSave,
    SetsList,
    SetsDelete,
    Setup,
    Help,
}

/// The requirement for using a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// The server is configured.
    Nothing,
    /// The user has the capability somewhere in the server.
    Capability(Capability),
    /// The user is an Administrator of the server.
    Administrator,
}

impl CommandName {
    /// The commands that the audit log records. They change the bot's own data, or export it.
    pub const JOURNALLED: [Self; 7] = [
        Self::AuditExport,
        Self::AuditReason,
        Self::AccessGrant,
        Self::AccessRevoke,
        Self::SetsSave,
        Self::SetsDelete,
        Self::Setup,
    ];

    const ALL: [Self; 17] = [
        Self::AuditRecent,
        Self::AuditShow,
        Self::AuditExport,
        Self::AuditStop,
        Self::AuditReason,
        Self::AccessShow,
        Self::AccessCheck,
        Self::AccessGrant,
        Self::AccessRevoke,
        Self::RequestsList,
        Self::RequestsCancel,
        Self::PersonFind,
        Self::SetsSave,
        Self::SetsList,
        Self::SetsDelete,
        Self::Setup,
        Self::Help,
    ];

    /// Returns the command of that name in the audit log.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.as_str() == name)
    }

    /// Returns the name in the audit log, in metrics and in logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AuditRecent => "audit.recent",
            Self::AuditShow => "audit.show",
            Self::AuditExport => "audit.export",
            Self::AuditStop => "audit.stop",
            Self::AuditReason => "audit.reason",
            Self::AccessShow => "access.show",
            Self::AccessCheck => "access.check",
            Self::AccessGrant => "access.grant",
            Self::AccessRevoke => "access.revoke",
            Self::RequestsList => "requests.list",
            Self::RequestsCancel => "requests.cancel",
            Self::PersonFind => "person.find",
            Self::SetsSave => "sets.save",
            Self::SetsList => "sets.list",
            Self::SetsDelete => "sets.delete",
            Self::Setup => "setup",
            Self::Help => "help",
        }
    }

    /// Returns the requirement for using the command.
    pub const fn requires(self) -> Requirement {
        match self {
            Self::AuditRecent | Self::AuditShow | Self::AuditExport => Requirement::Capability(Capability::AuditRead),
            Self::AuditStop
            | Self::AccessShow
            | Self::AccessCheck
            | Self::AccessGrant
            | Self::AccessRevoke
            | Self::SetsSave
            | Self::SetsList
            | Self::SetsDelete => Requirement::Capability(Capability::AccessManage),
            Self::PersonFind => Requirement::Capability(Capability::GroupsRead),
            // The reason of one's own entry needs no permission.
            Self::AuditReason | Self::RequestsList | Self::RequestsCancel | Self::Help => Requirement::Nothing,
            Self::Setup => Requirement::Administrator,
        }
    }
}

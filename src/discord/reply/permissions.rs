//! Permissions and commands, as people read them: "rename groups". Only `/wa-access` shows the codes of permissions.

use super::operations;
use crate::access::Capability;
use crate::command_name::CommandName;
use crate::language::Language;

/// Returns what a permission is for.
pub(super) fn permission(i18n: Language, permission: Capability) -> String {
    match permission {
        Capability::GroupsRead => i18n.permission_groups_read(),
        Capability::InvitesRead => i18n.permission_invites_read(),
        Capability::MembersAdd => i18n.permission_members_add(),
        Capability::GroupsEdit => i18n.permission_groups_edit(),
        Capability::MembersRemove => i18n.permission_members_remove(),
        Capability::MembersApprove => i18n.permission_members_approve(),
        Capability::InvitesRevoke => i18n.permission_invites_revoke(),
        Capability::GroupsCreate => i18n.permission_groups_create(),
        Capability::GroupsJoin => i18n.permission_groups_join(),
        Capability::GroupsLeave => i18n.permission_groups_leave(),
        Capability::GroupsSettings => i18n.permission_groups_settings(),
        Capability::AdminsManage => i18n.permission_admins_manage(),
        Capability::MembersExport => i18n.permission_members_export(),
        Capability::AuditRead => i18n.permission_audit_read(),
        Capability::GroupsDelete => i18n.permission_groups_delete(),
        Capability::AccessManage => i18n.permission_access_manage(),
    }
}

/// Returns what the command or operation of that name in the audit log is for; `None` if this version has none.
pub(crate) fn action(i18n: Language, name: &str) -> Option<String> {
    operations::action(i18n, name).or_else(|| CommandName::named(name).map(|command| of_command(i18n, command)))
}

fn of_command(i18n: Language, command: CommandName) -> String {
    match command {
        CommandName::AuditRecent | CommandName::AuditShow => permission(i18n, Capability::AuditRead),
        CommandName::AuditExport => i18n.action_audit_export(),
        CommandName::AuditStop => i18n.action_audit_stop(),
        CommandName::AuditReason => i18n.action_audit_reason(),
        CommandName::AccessShow | CommandName::AccessCheck => i18n.action_access_see(),
        CommandName::AccessGrant | CommandName::AccessRevoke => permission(i18n, Capability::AccessManage),
        CommandName::PersonFind => i18n.action_person_find(),
        CommandName::SetsSave | CommandName::SetsDelete => i18n.action_sets(),
        CommandName::SetsList => i18n.action_sets_list(),
        CommandName::Setup => i18n.action_setup(),
        CommandName::RequestsList | CommandName::RequestsCancel => i18n.action_requests(),
        CommandName::Help => i18n.action_help(),
    }
}

//! Announcements in the channel after a successful change: who did what to which group. They are public. For this
//! reason they contain no invite links or codes, and mask phone numbers.

use super::access::{Names, granted_in_short, mention};
use super::card::{Card, Message, Tone};
use super::operations;
use super::people::bold;
use crate::access::UserId;
use crate::language::Language;
use crate::operations::{Completed, Operation};
use crate::services::Done;
use crate::store::{
    AccessRequest, AdminOutcome, ApprovalsRoleSet, AuditOutcome, ChannelSet, CountrySet, InvitationSet, Purpose,
    ReasonsSet, SetDeleted, SetSaved,
};

/// Returns the announcement; `None` if nothing changed.
pub(crate) fn announcement(i18n: Language, done: &Done, by: UserId) -> Option<Message> {
    announced(i18n, done, by, Vec::new())
}

/// Returns the announcement of an approved request that ran.
pub(crate) fn approved_announcement(i18n: Language, done: &Done, request: &AccessRequest) -> Option<Message> {
    announced(
        i18n,
        done,
        request.actor,
        request.first_approver.into_iter().chain(request.decided_by).map(user).collect(),
    )
}

fn announced(i18n: Language, done: &Done, by: UserId, approvers: Vec<String>) -> Option<Message> {
    let Done { operation, outcome, .. } = done;
    if !operation.changes() || !outcome.changed_something() {
        return None;
    }
    let completed = Completed::new(operation, outcome)?;
    let line = operations::audit_line(i18n, completed, user(by))?;
    let text = match approved_by(i18n, approvers) {
        Some(approved) => format!("{line}\n{approved}"),
        None => line,
    };
    Some(Card::new(Tone::Done, operations::title_after(completed)).text(text).into())
}

/// Returns a sentence that names the one or two approvers; `None` if there are none.
pub(super) fn approved_by(i18n: Language, approvers: Vec<String>) -> Option<String> {
    let mut approvers = approvers.into_iter();
    let first = approvers.next()?;
    Some(i18n.deed_approved(match approvers.next() {
        Some(last) => i18n.approvers(first, last),
        None => first,
    }))
}

/// Returns a sentence for other readers: who did what. Returns `None` for a read that does not concern others.
pub(super) fn audit_line(i18n: Language, done: &Done, by: UserId) -> Option<String> {
    operations::audit_line(i18n, Completed::new(&done.operation, &done.outcome)?, user(by))
}

/// Returns the sentence for a recorded outcome. `operation`: `None` once retention has deleted it. `by`: the name of the
/// person. `names`: of the groups that the outcome names.
pub(super) fn recorded_line(
    i18n: Language,
    operation: Option<&Operation>,
    outcome: &AuditOutcome,
    by: String,
    names: &Names,
) -> Option<String> {
    match outcome {
        AuditOutcome::Operation(outcome) => match operation.and_then(|operation| Completed::new(operation, outcome)) {
            Some(completed) => operations::audit_line(i18n, completed, by),
            None => operations::audit_line_of_outcome(i18n, outcome, by),
        },
        AuditOutcome::Admin(outcome) => Some(admin_line(i18n, outcome, by, names)),
    }
}

fn admin_line(i18n: Language, outcome: &AdminOutcome, who: String, names: &Names) -> String {
    match outcome {
        AdminOutcome::AuditExported(exported) => i18n.deed_journal_exported(who, exported.rows),
        AdminOutcome::Granted(granted) => {
            i18n.deed_granted(who, granted_in_short(i18n, granted.role, &granted.given, names))
        }
        AdminOutcome::Revoked(revoked) => {
            i18n.deed_rights_revoked(who, granted_in_short(i18n, revoked.role, &revoked.taken, names))
        }
        AdminOutcome::ApprovalsRoleSet(ApprovalsRoleSet { role: Some(role) }) => {
            i18n.deed_approvals_role(who, mention(*role))
        }
        AdminOutcome::ApprovalsRoleSet(ApprovalsRoleSet { role: None }) => i18n.deed_approvals_role_gone(who),
        AdminOutcome::CountrySet(CountrySet { country: Some(country) }) => i18n.deed_country(who, country.with_code()),
        AdminOutcome::CountrySet(CountrySet { country: None }) => i18n.deed_country_gone(who),
        AdminOutcome::InvitationSet(InvitationSet { own: true }) => i18n.deed_invitation(who),
        AdminOutcome::InvitationSet(InvitationSet { own: false }) => i18n.deed_invitation_gone(who),
        AdminOutcome::ReasonsSet(ReasonsSet { required: true }) => i18n.deed_reasons_mandatory(who),
        AdminOutcome::ReasonsSet(ReasonsSet { required: false }) => i18n.deed_reasons_optional(who),
        AdminOutcome::ReasonChanged(changed) => i18n.deed_reason_changed(who, changed.case.0.to_string()),
        AdminOutcome::SetSaved(SetSaved { name, groups, replaced: false }) => {
            i18n.deed_set_saved(who, bold(name), groups.len())
        }
        AdminOutcome::SetSaved(SetSaved { name, groups, replaced: true }) => {
            i18n.deed_set_replaced(who, bold(name), groups.len())
        }
        AdminOutcome::SetDeleted(SetDeleted { name }) => i18n.deed_set_deleted(who, bold(name)),
        AdminOutcome::ChannelSet(ChannelSet { purpose, channel }) => {
            let channel = channel.map(|channel| format!("<#{channel}>"));
            match (purpose, channel) {
                (Purpose::Log, Some(channel)) => i18n.deed_log_channel(who, channel),
                (Purpose::Log, None) => i18n.deed_log_channel_gone(who),
                (Purpose::Approvals, Some(channel)) => i18n.deed_approvals_channel(who, channel),
                (Purpose::Approvals, None) => i18n.deed_approvals_channel_gone(who),
            }
        }
    }
}

/// Returns a mention that shows the person's name and pings no one: every message disables pings.
pub(super) fn user(user: UserId) -> String {
    format!("<@{user}>")
}

/// Returns the person of an entry in the audit log, who is not always a user of Discord.
pub(super) fn who(i18n: Language, by: UserId) -> String {
    match by {
        UserId::COMMAND_LINE => i18n.who_owner(),
        UserId::ERASED => i18n.who_erased(),
        by => user(by),
    }
}

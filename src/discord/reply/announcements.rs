//! Announcements in the channel after a successful change: who did what to which group. They are public. For this
//! reason they contain no invite links or codes, and mask phone numbers.

use super::access::granted_in_short;
use super::card::{Card, Message, Tone};
use super::operations;
use crate::access::UserId;
use crate::language::Language;
use crate::operations::{Completed, Operation};
use crate::services::Done;
use crate::store::{AccessRequest, AdminOutcome, AuditOutcome, ChannelSet, Purpose};

/// Returns the announcement; `None` if nothing changed.
pub(crate) fn announcement(say: Language, done: &Done, by: UserId) -> Option<Message> {
    announced(say, done, by, None)
}

/// Returns the announcement of an approved request that ran.
pub(crate) fn approved_announcement(say: Language, done: &Done, request: &AccessRequest) -> Option<Message> {
    announced(say, done, request.actor, request.decided_by)
}

fn announced(say: Language, done: &Done, by: UserId, approver: Option<UserId>) -> Option<Message> {
    let Done { operation, outcome, .. } = done;
    if !operation.changes() || !outcome.changed_something() {
        return None;
    }
    let completed = Completed::new(operation, outcome)?;
    let line = operations::audit_line(say, completed, user(by))?;
    let text = approver.map_or_else(|| line.clone(), |by| format!("{line}\n{}", say.deed_approved(user(by))));
    Some(Card::new(Tone::Done, operations::title_after(completed)).text(text).into())
}

/// Returns a sentence for other readers: who did what. Returns `None` for a read that does not concern others.
pub(super) fn audit_line(say: Language, done: &Done, by: UserId) -> Option<String> {
    operations::audit_line(say, Completed::new(&done.operation, &done.outcome)?, user(by))
}

/// Returns the sentence for a recorded outcome. `operation`: `None` once retention has deleted it.
pub(super) fn recorded_line(
    say: Language,
    operation: Option<&Operation>,
    outcome: &AuditOutcome,
    by: UserId,
) -> Option<String> {
    let by = who(say, by);
    match outcome {
        AuditOutcome::Operation(outcome) => match operation.and_then(|operation| Completed::new(operation, outcome)) {
            Some(completed) => operations::audit_line(say, completed, by),
            None => operations::audit_line_of_outcome(say, outcome, by),
        },
        AuditOutcome::Admin(outcome) => Some(admin_line(say, outcome, by)),
    }
}

fn admin_line(say: Language, outcome: &AdminOutcome, who: String) -> String {
    match outcome {
        AdminOutcome::AuditExported(exported) => say.deed_journal_exported(who, exported.rows),
        AdminOutcome::Granted(granted) => say.deed_granted(who, granted_in_short(say, granted.role, &granted.given)),
        AdminOutcome::Revoked(revoked) => {
            say.deed_rights_revoked(who, granted_in_short(say, revoked.role, &revoked.taken))
        }
        AdminOutcome::ChannelSet(ChannelSet { purpose, channel }) => {
            let channel = channel.map(|channel| format!("<#{channel}>"));
            match (purpose, channel) {
                (Purpose::Log, Some(channel)) => say.deed_log_channel(who, channel),
                (Purpose::Log, None) => say.deed_log_channel_gone(who),
                (Purpose::Approvals, Some(channel)) => say.deed_approvals_channel(who, channel),
                (Purpose::Approvals, None) => say.deed_approvals_channel_gone(who),
            }
        }
    }
}

/// Returns a mention that shows the person's name and pings no one: every message disables pings.
pub(super) fn user(user: UserId) -> String {
    format!("<@{user}>")
}

/// Returns the person of an entry in the audit log, who is not always a user of Discord.
pub(super) fn who(say: Language, by: UserId) -> String {
    match by {
        UserId::COMMAND_LINE => say.who_owner(),
        UserId::ERASED => say.who_erased(),
        by => user(by),
    }
}

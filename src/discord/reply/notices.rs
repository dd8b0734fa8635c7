//! Announcements in the channel after a successful change: who did what to which group. They are public. For this
//! reason they contain no invite links or codes, and mask phone numbers.

use whatsapp::Person;

use super::access::granted_in_short;
use super::card::{Card, Message, Tone};
use super::outcomes::{name_or_id, rank, title};
use super::people::enumerate;
use super::text::escape;
use crate::access::UserId;
use crate::language::Language;
use crate::operations::{AddResult, AddStatus, AdminChange, Outcome, Purpose, Rank, Removal};
use crate::services::Done;
use crate::store::AccessRequest;

/// Returns the announcement; `None` if nothing changed.
pub(crate) fn notice(say: Language, done: &Done, by: UserId) -> Option<Message> {
    told(say, done, by, None)
}

/// Returns the announcement of an approved request that ran.
pub(crate) fn approved_notice(say: Language, done: &Done, request: &AccessRequest) -> Option<Message> {
    told(say, done, request.actor, request.decided_by)
}

fn told(say: Language, done: &Done, by: UserId, approver: Option<UserId>) -> Option<Message> {
    let Done { operation, outcome, .. } = done;
    if !operation.changes() || !outcome.changed_something() {
        return None;
    }
    let deed = deed(say, done, by)?;
    let title = match outcome {
        Outcome::Created { name, .. } => escape(name),
        Outcome::Renamed { after, .. } => escape(after),
        Outcome::Joined { group, name } => name_or_id(name.as_deref(), group),
        _ => title(operation),
    };
    let text = approver.map_or_else(|| deed.clone(), |by| format!("{deed}\n{}", say.deed_approved(user(by))));
    Some(Card::new(Tone::Done, title).text(text).into())
}

/// Returns a sentence for other readers: who did what. Returns `None` for a read that does not concern others.
pub(super) fn deed(say: Language, done: &Done, by: UserId) -> Option<String> {
    deed_of(say, &done.outcome, rank(&done.operation), by)
}

/// Returns the sentence for an outcome. `to`: the new rank, for a change of admins.
pub(super) fn deed_of(say: Language, outcome: &Outcome, to: Rank, by: UserId) -> Option<String> {
    let who = user(by);
    Some(match outcome {
        Outcome::Created { people, .. } => match added(say, people) {
            names if names.is_empty() => say.deed_created(who),
            names => say.deed_created_with(who, names),
        },
        Outcome::Renamed { before, after } => say.deed_renamed(who, escape(before), escape(after)),
        Outcome::Described { .. } => say.deed_described(who),
        Outcome::PictureSet { .. } => say.deed_picture(who),
        Outcome::Left => say.deed_left(who),
        Outcome::Deleted => say.deed_deleted(who),
        Outcome::Joined { .. } => say.deed_joined(who),
        Outcome::Added { people, .. } => say.deed_added(who, added(say, people)),
        Outcome::Removed { people } => {
            let removed = people.iter().filter(|one| one.removal == Removal::Removed).map(|one| &one.person);
            say.deed_removed(who, names(say, removed))
        }
        Outcome::AdminsChanged { people, .. } => {
            let changed = people.iter().filter(|one| one.result == AdminChange::Changed).map(|one| &one.person);
            match to {
                Rank::Admin => say.deed_promoted(who, names(say, changed)),
                Rank::Member => say.deed_demoted(who, names(say, changed)),
            }
        }
        Outcome::InviteRevoked { .. } => say.deed_invite_revoked(who),
        Outcome::InviteShown | Outcome::Invite { .. } => say.deed_invite_shown(who),
        Outcome::MembersExported { .. } | Outcome::MembersTaken { .. } => say.deed_members_exported(who),
        Outcome::AuditExported { rows } => say.deed_journal_exported(who, *rows),
        Outcome::Granted { role, given } => say.deed_granted(who, granted_in_short(say, *role, given)),
        Outcome::Revoked { role, taken } => say.deed_rights_revoked(who, granted_in_short(say, *role, taken)),
        Outcome::ChannelSet { purpose, channel } => {
            let channel = channel.map(|channel| format!("<#{channel}>"));
            match (purpose, channel) {
                (Purpose::Log, Some(channel)) => say.deed_log_channel(who, channel),
                (Purpose::Log, None) => say.deed_log_channel_gone(who),
                (Purpose::Approvals, Some(channel)) => say.deed_approvals_channel(who, channel),
                (Purpose::Approvals, None) => say.deed_approvals_channel_gone(who),
            }
        }
        Outcome::Groups { .. }
        | Outcome::Group { .. }
        | Outcome::Previewed { .. }
        | Outcome::Members { .. }
        | Outcome::Sessions { .. } => return None,
    })
}

/// Returns a mention that shows the person's name and pings no one: every message disables pings.
pub(super) fn user(user: UserId) -> String {
    format!("<@{user}>")
}

fn added(say: Language, people: &[AddResult]) -> String {
    let added = people.iter().filter(|stood| stood.standing == AddStatus::Added).map(|stood| &stood.person);
    names(say, added)
}

fn names<'a>(say: Language, people: impl Iterator<Item = &'a Person>) -> String {
    enumerate(say, &people.map(Person::masked).collect::<Vec<_>>())
}

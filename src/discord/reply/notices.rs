//! What the channel is told of a change that succeeded: who did what to which group. Public, and so without invite links
//! and codes, and with phone numbers masked.

use super::access::granted_in_short;
use super::card::{Card, Message, Tone};
use super::outcomes::{name_or_id, title};
use super::people::enumerate;
use super::text::escape;
use crate::access::UserId;
use crate::desk::Done;
use crate::groups_api::ids::Person;
use crate::operations::{AdminChange, ChangeAdmins, Operation, Outcome, Purpose, Rank, Removal, Standing};
use crate::store::AccessRequest;

/// The notice; `None` where nothing was changed.
pub(crate) fn notice(done: &Done, by: UserId) -> Option<Message> {
    told(done, by, "")
}

/// The notice of what was carried out because somebody approved it.
pub(crate) fn approved_notice(done: &Done, request: &AccessRequest) -> Option<Message> {
    let approved = request.decided_by.map(|by| format!(" <@{by}> approved it."));
    told(done, request.asker, &approved.unwrap_or_default())
}

fn told(done: &Done, by: UserId, approved: &str) -> Option<Message> {
    let Done { operation, outcome, .. } = done;
    if !operation.changes() || !outcome.changed_something() {
        return None;
    }
    let what = deed(done)?;
    let title = match outcome {
        Outcome::Created { name, .. } => escape(name),
        Outcome::Renamed { after, .. } => escape(after),
        Outcome::Joined { group, name } => name_or_id(name.as_deref(), group),
        _ => title(operation),
    };
    Some(Card::new(Tone::Done, title).text(format!("<@{by}> {what}.{approved}")).into())
}

/// What was done, such as `renamed **A** to **B**`, fit for others to read; `None` of a read that is nobody's business.
pub(super) fn deed(done: &Done) -> Option<String> {
    let to_member = matches!(done.operation, Operation::ChangeAdmins(ChangeAdmins { to: Rank::Member, .. }));
    deed_of(&done.outcome, to_member)
}

/// `to_member`: of a change of admins, that the role was taken away.
pub(super) fn deed_of(outcome: &Outcome, to_member: bool) -> Option<String> {
    Some(match outcome {
        Outcome::Created { people, .. } => {
            let joined = people.iter().filter(|stood| stood.standing == Standing::Added).map(|stood| &stood.person);
            match names(joined) {
                names if names.is_empty() => "created this group".to_owned(),
                names => format!("created this group with {names}"),
            }
        }
        Outcome::Renamed { before, after } => format!("renamed **{}** to **{}**", escape(before), escape(after)),
        Outcome::Described { .. } => "changed the description".to_owned(),
        Outcome::PictureSet { .. } => "changed the picture".to_owned(),
        Outcome::Left => "made the account leave this group".to_owned(),
        Outcome::Deleted => "deleted this group".to_owned(),
        Outcome::Joined { .. } => "made the account join this group".to_owned(),
        Outcome::Added { people, .. } => {
            let added = people.iter().filter(|stood| stood.standing == Standing::Added).map(|stood| &stood.person);
            format!("added {}", names(added))
        }
        Outcome::Removed { people } => {
            let removed = people.iter().filter(|one| one.removal == Removal::Removed).map(|one| &one.person);
            format!("removed {}", names(removed))
        }
        Outcome::AdminsChanged { people, .. } => {
            let changed = people.iter().filter(|one| one.result == AdminChange::Changed).map(|one| &one.person);
            if to_member {
                format!("took the admin role from {}", names(changed))
            } else {
                format!("made {} admin", names(changed))
            }
        }
        Outcome::InviteRevoked { .. } => "revoked the invite link; the old one no longer works".to_owned(),
        Outcome::InviteShown | Outcome::Invite { .. } => "looked at the invite link".to_owned(),
        Outcome::AuditExported { rows } => format!("took {rows} cases out of the journal as a file"),
        Outcome::Granted { role, given } => format!("gave rights to {}", granted_in_short(*role, given)),
        Outcome::Revoked { role, taken } => format!("took rights from {}", granted_in_short(*role, taken)),
        Outcome::ChannelSet { purpose, channel } => {
            let what = match purpose {
                Purpose::Log => "the log channel",
                Purpose::Approvals => "the channel for approvals",
            };
            channel.map_or_else(|| format!("took {what} away"), |channel| format!("made <#{channel}> {what}"))
        }
        Outcome::Groups { .. }
        | Outcome::Group { .. }
        | Outcome::Previewed { .. }
        | Outcome::Members { .. }
        | Outcome::Sessions { .. } => return None,
    })
}

fn names<'a>(people: impl Iterator<Item = &'a Person>) -> String {
    enumerate(&people.map(Person::masked).collect::<Vec<_>>())
}

//! Lists of people in words: who got in, who did not and why.

use std::collections::BTreeMap;

use super::text::{Numbers, clamp, escape, member};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{Participant, Role};
use crate::operations::{AdminChange, Removal, Standing, Stood};

/// People named in one place; of more than these, the number is told.
const NAMED_MAX: usize = 20;

/// The person in full, for a private answer.
pub(super) fn person(person: &Person) -> String {
    match person {
        Person::Phone(number) => number.to_string(),
        Person::Lid(lid) => lid.to_string(),
    }
}

/// `one, two and 3 more`
pub(super) fn enumerate(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(NAMED_MAX).map(String::as_str).collect();
    match (names.len().saturating_sub(NAMED_MAX), first.split_last()) {
        (_, None) => String::new(),
        (0, Some((last, []))) => (*last).to_owned(),
        (0, Some((last, others))) => format!("{} and {last}", others.join(", ")),
        (more, Some(_)) => format!("{} and {more} more", first.join(", ")),
    }
}

/// `1 person`, `2 people`
pub(super) fn count(number: usize) -> String {
    if number == 1 { "1 person".to_owned() } else { format!("{number} people") }
}

/// Groups people by what became of them; a line for each kind, in the order of `K`.
fn by_kind<K: Ord>(people: impl Iterator<Item = (K, String)>) -> BTreeMap<K, Vec<String>> {
    let mut kinds: BTreeMap<K, Vec<String>> = BTreeMap::new();
    for (kind, name) in people {
        kinds.entry(kind).or_default().push(name);
    }
    kinds
}

/// A line for each standing that somebody has: what it means, and who.
pub(super) fn standings(people: &[Stood]) -> String {
    let kinds = by_kind(people.iter().map(|stood| (stood.standing, person(&stood.person))));
    let lines = kinds.iter().map(|(standing, names)| {
        let meaning = match standing {
            Standing::Added => "Added",
            Standing::AlreadyMember => "Already in the group",
            Standing::MustBeInvited => "Not added, must be invited (their privacy settings, most likely)",
            Standing::NotOnWhatsApp => "Not on WhatsApp",
            Standing::LeftRecently => "Left a short while ago and cannot be added back yet; invite them",
            Standing::GroupFull => "Not added, the group is full",
            Standing::Refused => "Refused by WhatsApp; invite them",
            Standing::NotAsked => "Not asked for, because the API refused; try these again",
            Standing::Unconfirmed => "Unknown: asked for, and not confirmed. Look at the members before you try again",
        };
        format!("**{meaning}** ({}): {}", names.len(), enumerate(names))
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn removals(people: &[crate::operations::Removed]) -> String {
    let kinds = by_kind(people.iter().map(|removed| (removed.removal, person(&removed.person))));
    let lines = kinds.iter().map(|(removal, names)| {
        let meaning = match removal {
            Removal::Removed => "Removed",
            Removal::NoMember => "Not in the group",
            Removal::Creator => "Created the group and cannot be removed",
            Removal::StillThere => "Still in the group",
            Removal::Unconfirmed => "Unknown: asked for, and not confirmed. Look at the members before you try again",
        };
        format!("**{meaning}** ({}): {}", names.len(), enumerate(names))
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn admin_changes(people: &[crate::operations::AdminResult], to_admin: bool) -> String {
    let kinds = by_kind(people.iter().map(|result| (result.result, person(&result.person))));
    let lines = kinds.iter().map(|(change, names)| {
        let meaning = match (change, to_admin) {
            (AdminChange::Changed, true) => "Now an admin",
            (AdminChange::Changed, false) => "No longer an admin",
            (AdminChange::NothingToDo, true) => "Was an admin already",
            (AdminChange::NothingToDo, false) => "Was no admin",
            (AdminChange::NoMember, _) => "Not in the group",
            (AdminChange::Creator, _) => "Created the group and cannot be demoted",
            (AdminChange::NotChanged, _) => "Not changed by WhatsApp",
            (AdminChange::Unconfirmed, _) => {
                "Unknown: asked for, and not confirmed. Look at the admins before you try again"
            }
        };
        format!("**{meaning}** ({}): {}", names.len(), enumerate(names))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line for each member, with the role, at most `most` of them.
pub(super) fn members(members: &[Participant], most: usize, numbers: Numbers) -> String {
    let line = |participant: &Participant| {
        let role = match participant.role {
            Role::SuperAdmin => " · creator",
            Role::Admin => " · admin",
            Role::Member => "",
        };
        format!("{}{role}", member(participant, numbers))
    };
    let mut lines: Vec<String> = members.iter().take(most).map(line).collect();
    if members.len() > most {
        lines.push(format!("… and {} more.", members.len() - most));
    }
    lines.join("\n")
}

/// What somebody typed, shown back to them.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", clamp(&escape(text), 60))
}

//! Lists of people in words: who got in, who did not and why.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::text::{Numbers, clamp, escape, member};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{Participant, Role};
use crate::language::Language;
use crate::operations::{AdminChange, AdminResult, Rank, Removal, Removed, Standing, Stood};

/// People named in one place; of more than these, the number is told.
pub(super) const NAMED_MAX: usize = 20;

/// The person in full, for a private answer.
pub(super) fn person(person: &Person) -> String {
    match person {
        Person::Phone(number) => number.to_string(),
        Person::Lid(lid) => lid.to_string(),
    }
}

/// `one, two and 3 more`
pub(super) fn enumerate(say: Language, names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(NAMED_MAX).map(String::as_str).collect();
    match (names.len().saturating_sub(NAMED_MAX), first.split_last()) {
        (_, None) => String::new(),
        (0, Some((last, []))) => (*last).to_owned(),
        (0, Some((last, others))) => say.list_and(others.join(", "), *last),
        (more, Some(_)) => say.list_and_more(first.join(", "), more),
    }
}

/// A line for each thing that became of somebody, in the order of `K`: what it means, of how many, and of whom.
fn by_kind<K: Ord>(people: impl Iterator<Item = (K, String)>, say: Language, meaning: impl Fn(K) -> String) -> String {
    let mut kinds: BTreeMap<K, Vec<String>> = BTreeMap::new();
    for (kind, name) in people {
        kinds.entry(kind).or_default().push(name);
    }
    let line = |(kind, names): (K, Vec<String>)| {
        format!("**{}** ({}): {}", meaning(kind), say.number(names.len()), enumerate(say, &names))
    };
    kinds.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(super) fn standings(say: Language, people: &[Stood]) -> String {
    let all = people.iter().map(|stood| (stood.standing, person(&stood.person)));
    by_kind(all, say, |standing| of_standing(say, standing))
}

pub(super) fn removals(say: Language, people: &[Removed]) -> String {
    let all = people.iter().map(|removed| (removed.removal, person(&removed.person)));
    by_kind(all, say, |removal| of_removal(say, removal))
}

/// `to`: what they were to become.
pub(super) fn admin_changes(say: Language, people: &[AdminResult], to: Rank) -> String {
    let all = people.iter().map(|result| (result.result, person(&result.person)));
    by_kind(all, say, |change| of_admin_change(say, change, to))
}

/// What became of somebody, by its name in the journal.
pub(super) fn became(say: Language, name: &str, to: Rank) -> String {
    fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
        serde_json::from_value(name.into()).ok()
    }
    let standing = read(name).map(|standing| of_standing(say, standing));
    let removal = || read(name).map(|removal| of_removal(say, removal));
    let change = || read(name).map(|change| of_admin_change(say, change, to));
    standing.or_else(removal).or_else(change).unwrap_or_else(|| escape(name))
}

pub(super) fn of_standing(say: Language, standing: Standing) -> String {
    match standing {
        Standing::Added => say.standing_added(),
        Standing::AlreadyMember => say.standing_already_member(),
        Standing::MustBeInvited => say.standing_must_be_invited(),
        Standing::NotOnWhatsApp => say.standing_not_on_whatsapp(),
        Standing::LeftRecently => say.standing_left_recently(),
        Standing::GroupFull => say.standing_group_full(),
        Standing::Refused => say.standing_refused(),
        Standing::NotAsked => say.standing_not_asked(),
        Standing::Unconfirmed => say.standing_unconfirmed(),
    }
}

fn of_removal(say: Language, removal: Removal) -> String {
    match removal {
        Removal::Removed => say.removal_removed(),
        Removal::NoMember => say.removal_no_member(),
        Removal::Creator => say.removal_creator(),
        Removal::OwnAccount => say.removal_own_account(),
        Removal::StillThere => say.removal_still_there(),
        Removal::Unconfirmed => say.removal_unconfirmed(),
    }
}

fn of_admin_change(say: Language, change: AdminChange, to: Rank) -> String {
    match (change, to) {
        (AdminChange::Changed, Rank::Admin) => say.admin_made(),
        (AdminChange::Changed, Rank::Member) => say.admin_taken(),
        (AdminChange::NothingToDo, Rank::Admin) => say.admin_was_already(),
        (AdminChange::NothingToDo, Rank::Member) => say.admin_was_none(),
        (AdminChange::NoMember, _) => say.admin_no_member(),
        (AdminChange::Creator, _) => say.admin_creator(),
        (AdminChange::OwnAccount, _) => say.admin_own_account(),
        (AdminChange::NotChanged, _) => say.admin_not_changed(),
        (AdminChange::Unconfirmed, _) => say.admin_unconfirmed(),
    }
}

/// A line for each member, with the role, at most `most` of them.
pub(super) fn members(say: Language, members: &[Participant], most: usize, numbers: Numbers) -> String {
    let mut lines: Vec<String> = members.iter().take(most).map(|one| member_line(say, one, numbers)).collect();
    if members.len() > most {
        lines.push(say.list_goes_on(members.len() - most));
    }
    lines.join("\n")
}

pub(super) fn member_line(say: Language, participant: &Participant, numbers: Numbers) -> String {
    let name = member(say, participant, numbers);
    match participant.role {
        Role::SuperAdmin => format!("{name} · {}", say.creator()),
        Role::Admin => format!("{name} · {}", say.admin()),
        Role::Member => name,
    }
}

/// What somebody typed, shown back to them.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", clamp(&escape(text), 60))
}

//! Texts about lists of people: who was added, who was not, and why.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use whatsapp::{Participant, Person, Role};

use super::text::{NumberMask, clamp, escape, member};
use crate::language::Language;
use crate::operations::{AddResult, AddStatus, AdminChange, AdminResult, Rank, Removal, Removed};

/// Maximum people named in one place; the text counts the others.
pub(super) const NAMED_MAX: usize = 20;

/// Returns the person in full, for a private answer.
pub(super) fn person(person: &Person) -> String {
    match person {
        Person::Phone(number) => number.to_string(),
        Person::Lid(lid) => lid.to_string(),
    }
}

/// Returns `one, two and 3 more`.
pub(super) fn enumerate(say: Language, names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(NAMED_MAX).map(String::as_str).collect();
    match (names.len().saturating_sub(NAMED_MAX), first.split_last()) {
        (_, None) => String::new(),
        (0, Some((last, []))) => (*last).to_owned(),
        (0, Some((last, others))) => say.list_and(others.join(", "), *last),
        (more, Some(_)) => say.list_and_more(first.join(", "), more),
    }
}

/// Returns a line for each kind of result, in the order of `K`: its meaning, the number of people, and their names.
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

pub(super) fn standings(say: Language, people: &[AddResult]) -> String {
    let all = people.iter().map(|stood| (stood.standing, person(&stood.person)));
    by_kind(all, say, |standing| of_standing(say, standing))
}

pub(super) fn removals(say: Language, people: &[Removed]) -> String {
    let all = people.iter().map(|removed| (removed.removal, person(&removed.person)));
    by_kind(all, say, |removal| of_removal(say, removal))
}

/// Returns the results of a change of admins. `to`: the requested rank.
pub(super) fn admin_changes(say: Language, people: &[AdminResult], to: Rank) -> String {
    let all = people.iter().map(|result| (result.result, person(&result.person)));
    by_kind(all, say, |change| of_admin_change(say, change, to))
}

/// Returns the text for a person's result, by its name in the journal.
pub(super) fn became(say: Language, name: &str, to: Rank) -> String {
    fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
        serde_json::from_value(name.into()).ok()
    }
    let standing = read(name).map(|standing| of_standing(say, standing));
    let removal = || read(name).map(|removal| of_removal(say, removal));
    let change = || read(name).map(|change| of_admin_change(say, change, to));
    standing.or_else(removal).or_else(change).unwrap_or_else(|| escape(name))
}

pub(super) fn of_standing(say: Language, standing: AddStatus) -> String {
    match standing {
        AddStatus::Added => say.standing_added(),
        AddStatus::AlreadyMember => say.standing_already_member(),
        AddStatus::MustBeInvited => say.standing_must_be_invited(),
        AddStatus::NotOnWhatsApp => say.standing_not_on_whatsapp(),
        AddStatus::LeftRecently => say.standing_left_recently(),
        AddStatus::GroupFull => say.standing_group_full(),
        AddStatus::Refused => say.standing_refused(),
        AddStatus::NotAsked => say.standing_not_asked(),
        AddStatus::Unconfirmed => say.standing_unconfirmed(),
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

/// Returns a line for each member with the role, at most `most` lines.
pub(super) fn members(say: Language, members: &[Participant], most: usize, numbers: NumberMask) -> String {
    let mut lines: Vec<String> = members.iter().take(most).map(|one| member_line(say, one, numbers)).collect();
    if members.len() > most {
        lines.push(say.list_goes_on(members.len() - most));
    }
    lines.join("\n")
}

pub(super) fn member_line(say: Language, participant: &Participant, numbers: NumberMask) -> String {
    let name = member(say, participant, numbers);
    match participant.role {
        Role::SuperAdmin => format!("{name} · {}", say.creator()),
        Role::Admin => format!("{name} · {}", say.admin()),
        Role::Member => name,
    }
}

/// Returns the people who were added, masked.
pub(super) fn added(say: Language, people: &[AddResult]) -> String {
    let added = people.iter().filter(|result| result.standing == AddStatus::Added);
    masked_names(say, added.map(|result| &result.person))
}

/// Returns people for public texts.
pub(super) fn masked_names<'a>(say: Language, people: impl Iterator<Item = &'a Person>) -> String {
    enumerate(say, &people.map(Person::masked).collect::<Vec<_>>())
}

/// Returns a user's input as a quote.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", clamp(&escape(text), 60))
}

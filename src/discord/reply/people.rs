//! Texts about lists of people: who was added, who was not, and why.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use whatsapp::{Participant, Person, Role};

use super::text::{NumberMask, clamp, escape, member};
use crate::language::Language;
use crate::operations::{
    AddResult, AddStatus, AdminChange, AdminResult, DecidedRequest, Labels, Rank, Removal, Removed, RequestResult,
};

/// Maximum people named in one place; the text counts the others.
pub(super) const NAMED_MAX: usize = 20;
/// Most people whom a public text names.
const MASKED_MAX: usize = 5;

/// Maximum characters of a user's input in a sentence.
const TYPED_MAX: usize = 60;

/// Maximum characters of a name from a list.
const LABEL_MAX: usize = 40;

/// Returns the person as a file names them: in a form that other programs read, and Usher too.
pub(super) fn in_file(person: &Person) -> String {
    match person {
        Person::Phone(number) => number.to_string(),
        Person::Lid(lid) => lid.to_string(),
    }
}

/// Returns `one, two and 3 more`. Takes no more names than it shows.
pub(super) fn enumerate(i18n: Language, names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(NAMED_MAX);
    let first: Vec<String> = names.take(NAMED_MAX).collect();
    match (more, first.split_last()) {
        (_, None) => String::new(),
        (0, Some((last, []))) => last.clone(),
        (0, Some((last, others))) => i18n.list_and(others.join(", "), last),
        (more, Some(_)) => i18n.list_and_more(first.join(", "), more),
    }
}

/// Returns a line for each kind of result, in the order of `K`: its meaning, the number of people, and their names.
fn by_kind<'a, K: Ord>(
    i18n: Language,
    people: impl Iterator<Item = (K, &'a Person)>,
    labels: &Labels,
    meaning: impl Fn(K) -> String,
) -> String {
    let mut kinds: BTreeMap<K, Vec<&Person>> = BTreeMap::new();
    for (kind, person) in people {
        kinds.entry(kind).or_default().push(person);
    }
    let line = |(kind, people): (K, Vec<&Person>)| {
        let names = people.iter().map(|person| with_label(labels.of(person), person));
        format!("**{}** ({}): {}", meaning(kind), i18n.number(people.len()), enumerate(i18n, names))
    };
    kinds.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Returns the person in full, after the name that the user's list gave.
pub(super) fn with_label(label: Option<&str>, of: &Person) -> String {
    match label {
        Some(label) => format!("{} {}", clamp(&escape(label), LABEL_MAX), of.readable()),
        None => of.readable(),
    }
}

/// Returns the results of an addition. `rest_follows`: whether Usher adds those who were not requested by itself.
pub(super) fn standings(i18n: Language, people: &[AddResult], labels: &Labels, rest_follows: bool) -> String {
    let all = people.iter().map(|stood| (stood.standing, &stood.person));
    by_kind(i18n, all, labels, |standing| match standing {
        AddStatus::NotAsked if rest_follows => i18n.standing_follows(),
        standing => of_standing(i18n, standing),
    })
}

pub(super) fn removals(i18n: Language, people: &[Removed], labels: &Labels) -> String {
    let all = people.iter().map(|removed| (removed.removal, &removed.person));
    by_kind(i18n, all, labels, |removal| of_removal(i18n, removal))
}

/// Returns the results of a change of admins. `to`: the requested rank.
pub(super) fn admin_changes(i18n: Language, people: &[AdminResult], to: Rank, labels: &Labels) -> String {
    let all = people.iter().map(|result| (result.result, &result.person));
    by_kind(i18n, all, labels, |change| of_admin_change(i18n, change, to))
}

pub(super) fn decisions(i18n: Language, people: &[DecidedRequest], labels: &Labels) -> String {
    let all = people.iter().map(|one| (one.result, &one.person));
    by_kind(i18n, all, labels, |result| of_request(i18n, result))
}

/// Returns the text for a person's result, by its name in the journal.
pub(super) fn became(i18n: Language, name: &str, to: Rank) -> String {
    fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
        serde_json::from_value(name.into()).ok()
    }
    let standing = read(name).map(|standing| of_standing(i18n, standing));
    let removal = || read(name).map(|removal| of_removal(i18n, removal));
    let change = || read(name).map(|change| of_admin_change(i18n, change, to));
    let request = || read(name).map(|result| of_request(i18n, result));
    standing.or_else(removal).or_else(change).or_else(request).unwrap_or_else(|| escape(name))
}

pub(super) fn of_standing(i18n: Language, standing: AddStatus) -> String {
    match standing {
        AddStatus::Added => i18n.standing_added(),
        AddStatus::AlreadyMember => i18n.standing_already_member(),
        AddStatus::Private => i18n.standing_private(),
        AddStatus::MustBeInvited => i18n.standing_must_be_invited(),
        AddStatus::NotAdded => i18n.standing_not_added(),
        AddStatus::NotOnWhatsApp => i18n.standing_not_on_whatsapp(),
        AddStatus::LeftRecently => i18n.standing_left_recently(),
        AddStatus::GroupFull => i18n.standing_group_full(),
        AddStatus::Refused => i18n.standing_refused(),
        AddStatus::NumberRefused => i18n.standing_number_refused(),
        AddStatus::NotAsked => i18n.standing_not_asked(),
        AddStatus::Unconfirmed => i18n.standing_unconfirmed(),
    }
}

fn of_removal(i18n: Language, removal: Removal) -> String {
    match removal {
        Removal::Removed => i18n.removal_removed(),
        Removal::NoMember => i18n.removal_no_member(),
        Removal::Creator => i18n.removal_creator(),
        Removal::OwnAccount => i18n.removal_own_account(),
        Removal::StillThere => i18n.removal_still_there(),
        Removal::Unconfirmed => i18n.removal_unconfirmed(),
    }
}

fn of_admin_change(i18n: Language, change: AdminChange, to: Rank) -> String {
    match (change, to) {
        (AdminChange::Changed, Rank::Admin) => i18n.admin_made(),
        (AdminChange::Changed, Rank::Member) => i18n.admin_taken(),
        (AdminChange::NothingToDo, Rank::Admin) => i18n.admin_was_already(),
        (AdminChange::NothingToDo, Rank::Member) => i18n.admin_was_none(),
        (AdminChange::NoMember, _) => i18n.admin_no_member(),
        (AdminChange::Creator, _) => i18n.admin_creator(),
        (AdminChange::OwnAccount, _) => i18n.admin_own_account(),
        (AdminChange::NotChanged, _) => i18n.admin_not_changed(),
        (AdminChange::Unconfirmed, _) => i18n.admin_unconfirmed(),
    }
}

fn of_request(i18n: Language, result: RequestResult) -> String {
    match result {
        RequestResult::Approved => i18n.request_result_approved(),
        RequestResult::Declined => i18n.request_result_declined(),
        RequestResult::NotAsking => i18n.request_result_not_asking(),
        RequestResult::NotIn => i18n.request_result_not_in(),
        RequestResult::StillAsking => i18n.request_result_still_asking(),
        RequestResult::Unconfirmed => i18n.request_result_unconfirmed(),
    }
}

/// Returns a line for each member with the role, at most `most` lines.
pub(super) fn members(i18n: Language, members: &[Participant], most: usize, numbers: NumberMask) -> String {
    let mut lines: Vec<String> = members.iter().take(most).map(|one| member_line(i18n, one, numbers)).collect();
    if members.len() > most {
        lines.push(i18n.list_goes_on(members.len() - most));
    }
    lines.join("\n")
}

pub(super) fn member_line(i18n: Language, participant: &Participant, numbers: NumberMask) -> String {
    let name = member(i18n, participant, numbers);
    match participant.role {
        Role::SuperAdmin => format!("{name} · {}", i18n.creator()),
        Role::Admin => format!("{name} · {}", i18n.admin()),
        Role::Member => name,
    }
}

/// Returns the people who were added, masked.
pub(super) fn added(i18n: Language, people: &[AddResult]) -> String {
    let added = people.iter().filter(|result| result.standing == AddStatus::Added);
    masked_names(i18n, added.map(|result| &result.person))
}

/// Returns people for public texts. Of many people only the number: their masked numbers say nothing to the reader.
pub(super) fn masked_names<'a>(i18n: Language, people: impl Iterator<Item = &'a Person>) -> String {
    let people: Vec<&Person> = people.collect();
    if people.len() > MASKED_MAX {
        return i18n.people(people.len());
    }
    enumerate(i18n, people.iter().map(|person| person.masked()))
}

/// Returns a user's input in a sentence. Bold sets it apart, so that its own punctuation does not mix with the sentence's.
pub(super) fn bold(text: &str) -> String {
    format!("**{}**", clamp(&escape(text), TYPED_MAX))
}

//! Parts of cards that several operations have in common.

use usher_clock::Timestamp;
use whatsapp::unicode::single_line;
use whatsapp::{InviteCode, Participant, Person};

use crate::discord::reply::card::{Card, File, Tone};
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{NAMED_MAX, in_file, of_standing};
use crate::discord::reply::qr::qr_code;
use crate::discord::reply::text::{NumberMask, member};
use crate::language::Language;
use crate::operations::{AddResult, GroupRef, OperationOutcome};
use crate::picture::Picture;
use crate::table::csv;

/// Maximum members shown at once; the rest is counted.
pub(super) const LINES_MAX: usize = 25;

/// Returns the card of a result that the journal does not hold.
pub(super) fn done_before(i18n: Language, at: &GroupRef) -> Card {
    Card::new(Tone::Shown, title_of_group(at)).text(i18n.done_before())
}

pub(super) fn tone_of(outcome: &impl OperationOutcome) -> Tone {
    if outcome.changed_something() { Tone::Done } else { Tone::Attention }
}

/// Adds the number of list entries that could not be read.
pub(super) fn with_unread(i18n: Language, card: Card, unread: usize) -> Card {
    if unread == 0 { card } else { card.footnote(i18n.entries_unread(unread)) }
}

/// Attaches a report file with the people whom the text could not name. `name`: what a person is called, if it is known.
pub(super) fn with_report<'a>(
    i18n: Language,
    card: Card,
    people: &'a [AddResult],
    file_name: String,
    name: impl Fn(&'a Person) -> Option<&'a str>,
) -> Card {
    if people.len() <= NAMED_MAX {
        return card;
    }
    let report = results_table(i18n, &i18n.column_result(), people.iter(), name);
    card.file(File::csv(file_name, report)).footnote(i18n.report_attached())
}

/// Attaches a file with the people who are `left` and the reason for each, which can be attached to an add again as it
/// is. `name`: what a person is called, if it is known.
pub(super) fn with_not_added<'a>(
    i18n: Language,
    card: Card,
    left: impl Iterator<Item = &'a AddResult>,
    file_name: String,
    name: impl Fn(&'a Person) -> Option<&'a str>,
) -> Card {
    let mut left = left.peekable();
    if left.peek().is_none() {
        return card;
    }
    let table = results_table(i18n, &i18n.column_reason(), left, name);
    let note = i18n.not_added_attached(file_name.as_str());
    card.file(File::csv(file_name, table)).footnote(note)
}

/// Returns a table of people with their names and results. `last`: the title of the results.
fn results_table<'a>(
    i18n: Language,
    last: &str,
    people: impl Iterator<Item = &'a AddResult>,
    name: impl Fn(&'a Person) -> Option<&'a str>,
) -> Vec<u8> {
    let row = |result: &'a AddResult| {
        let name = name(&result.person).map_or_else(String::new, single_line);
        [in_file(&result.person), name, of_standing(i18n, result.standing)]
    };
    csv([&i18n.column_phone(), &i18n.column_name(), last], people.map(row))
}

pub(super) fn with_qr_code(i18n: Language, card: Card, invite: &InviteCode, text: String) -> Card {
    match qr_code(i18n, invite) {
        Some(code) => card.text(format!("{text}\n{}", i18n.qr_hint())).picture(code),
        None => card.text(text),
    }
}

pub(in crate::discord::reply) fn picture_file(i18n: Language, picture: &Picture) -> File {
    File {
        name: "picture.jpg".into(),
        content_type: "image/jpeg",
        bytes: picture.jpeg().into(),
        alt: i18n.picture_alt(),
    }
}

pub(super) fn link(invite: Option<&InviteCode>) -> String {
    invite.map(InviteCode::link).unwrap_or_default()
}

/// Returns what a person is called in the member list, which may have the number of one known by LID, or else by the id.
pub(super) fn known_as(i18n: Language, person: &Person, among: &[Participant], numbers: NumberMask) -> String {
    let known = among.iter().find(|participant| participant.is(person));
    known.map_or_else(|| numbers.name(person), |known| member(i18n, known, numbers))
}

/// Returns a time that Discord shows in the reader's time zone (Discord, "Timestamps").
pub(in crate::discord::reply) fn timestamp(i18n: Language, time: Option<Timestamp>) -> String {
    time.map_or_else(|| i18n.unknown(), |time| format!("<t:{}:D>", time.as_secs()))
}

#[cfg(test)]
mod tests {
    use whatsapp::people::{ReadOptions, read_file};

    use super::*;
    use crate::operations::AddStatus;

    #[test]
    fn names_in_the_file_of_those_not_added_are_read_back() {
        let names = [
            "Ana",
            "João Núñez",
            "=SUM(A1)",
            "Smith, \"Jo\"",
            "+55 club",
            "Class of 2025",
            "भारत",
            "a;b",
            "Bo\nCy",
            "Dr. O'Neil",
        ];
        let result = |of: usize| AddResult {
            person: format!("+55119888800{of:02}").parse().unwrap(),
            standing: AddStatus::MustBeInvited,
        };
        let people: Vec<AddResult> = (0..names.len()).map(result).collect();
        let name = |person: &Person| people.iter().position(|one| one.person == *person).map(|at| names[at]);
        for i18n in Language::ALL {
            let card = with_not_added(i18n, Card::new(Tone::Done, "title"), people.iter(), "a.csv".to_owned(), name);
            let message = crate::discord::reply::card::Message::from(card);
            let list = read_file(&message.files()[0].bytes, ReadOptions::default()).unwrap();
            let found: Vec<&Person> = list.found.iter().map(|one| &one.person).collect();
            assert_eq!(found, people.iter().map(|one| &one.person).collect::<Vec<_>>(), "{i18n}");
            assert!(list.unclear.is_empty(), "{i18n}: {:?}", list.unclear);
            for (one, name) in list.found.iter().zip(names) {
                let label = one.label.as_deref().unwrap_or_default().trim_start_matches('\'');
                assert_eq!(label, single_line(name), "{i18n}");
            }
        }
    }
}

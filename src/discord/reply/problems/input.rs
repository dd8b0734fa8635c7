//! Texts of errors of what a user typed or chose.

use whatsapp::InvalidId;

use super::LISTED_MAX;
use crate::access::{Capability, Preset};
use crate::discord::reply::card::{Card, File, sorry};
use crate::discord::reply::outcomes::code;
use crate::discord::reply::people::quoted;
use crate::discord::reply::text::clamp;
use crate::error::InputError;
use crate::language::Language;
use crate::operations::{BadEntry, BadMembers, BadText, DESCRIPTION_CHARS_MAX, URL_CHARS_MAX, Why};
use crate::table::csv;

/// Maximum characters of an entry in a table of bad entries.
const ENTRY_MAX: usize = 200;

pub(super) fn card(say: Language, problem: &InputError) -> Card {
    match problem {
        InputError::Id(invalid) => bad(say, &bad_id(say, *invalid)),
        InputError::Text(text) => bad(say, &bad_text(say, text)),
        InputError::Members(members) => bad_members(say, members),
        InputError::TooManyPeople { given, max } => bad(say, &say.too_many_people(*max, *given)),
        InputError::OptionMissing(names) => {
            let names: Vec<String> = names.iter().map(|name| code(name)).collect();
            bad(say, &say.option_wanted(names.join(", ")))
        }
        InputError::TwoPictures => sorry(say.bad_picture(), say.picture_either()),
        InputError::NoSuchPreset { name } => {
            bad(say, &say.no_such_preset(quoted(name), names(Preset::ALL.map(Preset::name))))
        }
        InputError::NoSuchCapability { name } => {
            bad(say, &say.no_such_capability(quoted(name), names(Capability::ALL.map(Capability::name))))
        }
        InputError::NoSuchCase => sorry(say.no_such_case(), say.no_such_case_text()),
        InputError::NoInvite => sorry(say.no_invite(), say.no_invite_text()),
    }
}

/// Returns the card with a sentence about invalid input.
fn bad(say: Language, sentence: &str) -> Card {
    sorry(say.does_not_work(), format!("{sentence} {}", say.nothing_sent()))
}

fn bad_id(say: Language, invalid: InvalidId) -> String {
    match invalid {
        InvalidId::Session => say.bad_session(),
        InvalidId::Group => say.bad_group(),
        InvalidId::GroupForPerson => say.bad_group_for_person(),
        InvalidId::Person => say.bad_person(),
        InvalidId::Phone => say.bad_phone(),
        InvalidId::Invite => say.bad_invite(),
        InvalidId::SeveralInvites => say.bad_several_invites(),
    }
}

fn bad_text(say: Language, bad: &BadText) -> String {
    match bad {
        BadText::NameEmpty => say.bad_name_empty(),
        BadText::NameTooLong { given, max } => say.bad_name_long(*max, *given),
        BadText::DescriptionTooLong { given } => say.bad_description_long(DESCRIPTION_CHARS_MAX, *given),
        BadText::PictureUrl => say.bad_picture_url(),
        BadText::PictureUrlPrivate => say.bad_picture_url_private(),
        BadText::PictureUrlTooLong { given } => say.bad_picture_url_long(URL_CHARS_MAX, *given),
    }
}

fn bad_members(say: Language, bad: &BadMembers) -> Card {
    if bad.entries.is_empty() {
        return sorry(say.nobody_named(), say.nobody_named_text());
    }
    let line = |entry: &BadEntry| {
        let place = entry.place.to_string();
        let place = if bad.in_file { say.file_line(place) } else { format!("{place}\\.") };
        format!("{place} {}: {}", quoted(&entry.text), why(say, &entry.why))
    };
    let lines = some_of(say, &bad.entries, line);
    if bad.entries.len() <= LISTED_MAX {
        return sorry(say.bad_entries(), format!("{lines}\n\n{}", say.nothing_sent()));
    }
    let row = |entry: &BadEntry| [entry.place.to_string(), clamp(&entry.text, ENTRY_MAX), why(say, &entry.why)];
    let columns = [say.column_line(), say.column_entry(), say.column_problem()];
    let all = csv(columns.each_ref().map(String::as_str), bad.entries.iter().map(row));
    let attachments = say.bad_entries_attached(bad.entries.len());
    sorry(say.bad_entries(), format!("{lines}\n\n{attachments} {}", say.nothing_sent()))
        .file(File::csv("problems.csv", all))
}

/// Returns a sentence about an invalid entry.
fn why(say: Language, why: &Why) -> String {
    match why {
        Why::Invalid(invalid) => bad_id(say, *invalid),
        Why::Ambiguous => say.bad_ambiguous(),
        Why::NoCountryCode => say.bad_national(),
        Why::TwoCountries => say.bad_two_countries(),
    }
}

/// Returns a line for each of the first items, and the number of the others.
fn some_of<T>(say: Language, all: &[T], line: impl Fn(&T) -> String) -> String {
    let mut lines: Vec<String> = all.iter().take(LISTED_MAX).map(line).collect();
    if all.len() > LISTED_MAX {
        lines.push(say.list_goes_on(all.len() - LISTED_MAX));
    }
    lines.join("\n")
}

/// Returns the existing names, for an unknown one.
fn names<const N: usize>(all: [&str; N]) -> String {
    all.map(code).join(", ")
}

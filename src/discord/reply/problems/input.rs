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

pub(super) fn card(i18n: Language, problem: &InputError) -> Card {
    match problem {
        InputError::Id(invalid) => bad(i18n, &bad_id(i18n, *invalid)),
        InputError::Text(text) => bad(i18n, &bad_text(i18n, text)),
        InputError::Members(members) => bad_members(i18n, members),
        InputError::TooManyPeople { given, max } => bad(i18n, &i18n.too_many_people(*max, *given)),
        InputError::OptionMissing(names) => {
            let names: Vec<String> = names.iter().map(|name| code(name)).collect();
            bad(i18n, &i18n.option_wanted(names.join(", ")))
        }
        InputError::TwoPictures => sorry(i18n.bad_picture(), i18n.picture_either()),
        InputError::NoSuchPreset { name } => {
            bad(i18n, &i18n.no_such_preset(quoted(name), names(Preset::ALL.map(Preset::name))))
        }
        InputError::NoSuchCapability { name } => {
            bad(i18n, &i18n.no_such_capability(quoted(name), names(Capability::ALL.map(Capability::name))))
        }
        InputError::NoSuchCase => sorry(i18n.no_such_case(), i18n.no_such_case_text()),
        InputError::NoInvite => sorry(i18n.no_invite(), i18n.no_invite_text()),
    }
}

/// Returns the card with a sentence about invalid input.
fn bad(i18n: Language, sentence: &str) -> Card {
    sorry(i18n.does_not_work(), format!("{sentence} {}", i18n.nothing_sent()))
}

fn bad_id(i18n: Language, invalid: InvalidId) -> String {
    match invalid {
        InvalidId::Session => i18n.bad_session(),
        InvalidId::Group => i18n.bad_group(),
        InvalidId::GroupForPerson => i18n.bad_group_for_person(),
        InvalidId::Person => i18n.bad_person(),
        InvalidId::Phone => i18n.bad_phone(),
        InvalidId::Invite => i18n.bad_invite(),
        InvalidId::SeveralInvites => i18n.bad_several_invites(),
    }
}

fn bad_text(i18n: Language, bad: &BadText) -> String {
    match bad {
        BadText::NameEmpty => i18n.bad_name_empty(),
        BadText::NameTooLong { given, max } => i18n.bad_name_long(*max, *given),
        BadText::DescriptionTooLong { given } => i18n.bad_description_long(DESCRIPTION_CHARS_MAX, *given),
        BadText::PictureUrl => i18n.bad_picture_url(),
        BadText::PictureUrlPrivate => i18n.bad_picture_url_private(),
        BadText::PictureUrlTooLong { given } => i18n.bad_picture_url_long(URL_CHARS_MAX, *given),
    }
}

fn bad_members(i18n: Language, bad: &BadMembers) -> Card {
    if bad.entries.is_empty() {
        return sorry(i18n.nobody_named(), i18n.nobody_named_text());
    }
    let line = |entry: &BadEntry| {
        let place = entry.place.to_string();
        let place = if bad.in_file { i18n.file_line(place) } else { format!("{place}\\.") };
        format!("{place} {}: {}", quoted(&entry.text), why(i18n, &entry.why))
    };
    let lines = some_of(i18n, &bad.entries, line);
    if bad.entries.len() <= LISTED_MAX {
        return sorry(i18n.bad_entries(), format!("{lines}\n\n{}", i18n.nothing_sent()));
    }
    let row = |entry: &BadEntry| [entry.place.to_string(), clamp(&entry.text, ENTRY_MAX), why(i18n, &entry.why)];
    let columns = [i18n.column_line(), i18n.column_entry(), i18n.column_problem()];
    let all = csv(columns.each_ref().map(String::as_str), bad.entries.iter().map(row));
    let attachments = i18n.bad_entries_attached(bad.entries.len());
    sorry(i18n.bad_entries(), format!("{lines}\n\n{attachments} {}", i18n.nothing_sent()))
        .file(File::csv("problems.csv", all))
}

/// Returns a sentence about an invalid entry.
fn why(i18n: Language, why: &Why) -> String {
    match why {
        Why::Invalid(invalid) => bad_id(i18n, *invalid),
        Why::Ambiguous => i18n.bad_ambiguous(),
        Why::NoCountryCode => i18n.bad_national(),
        Why::TwoCountries => i18n.bad_two_countries(),
    }
}

/// Returns a line for each of the first items, and the number of the others.
fn some_of<T>(i18n: Language, all: &[T], line: impl Fn(&T) -> String) -> String {
    let mut lines: Vec<String> = all.iter().take(LISTED_MAX).map(line).collect();
    if all.len() > LISTED_MAX {
        lines.push(i18n.list_goes_on(all.len() - LISTED_MAX));
    }
    lines.join("\n")
}

/// Returns the existing names, for an unknown one.
fn names<const N: usize>(all: [&str; N]) -> String {
    all.map(code).join(", ")
}

//! The words for the places of a list, and for how its entries were read.

use whatsapp::Person;
use whatsapp::people::{Country, GuessReason, ListFormat, Place, Reading, UnclearReason};

use super::text::{clamp, escape};
use crate::language::Language;
use crate::people_list::{ListPart, ReadList};

/// Characters of a sheet's name.
const SHEET_MAX: usize = 40;

/// Returns where an entry stands, as the program shows it that people made the list with.
pub(super) fn place(i18n: Language, list: &ReadList, origin: ListPart, at: &Place) -> String {
    let part = list.parts().find(|(other, _)| *other == origin).map(|(_, part)| part);
    let format = part.map_or(ListFormat::Text, |part| part.format);
    let is_one_line = part.is_some_and(|part| part.rows.total <= 1);
    let place = match (format, &at.sheet) {
        (ListFormat::Spreadsheet, Some(sheet)) => i18n.list_sheet_row(clamp(&escape(sheet), SHEET_MAX), at.line),
        (ListFormat::Spreadsheet, None) => i18n.list_row(at.line),
        (ListFormat::Json, _) => i18n.list_entry(at.line),
        (ListFormat::Text, _) if is_one_line => i18n.list_entry(at.part),
        (ListFormat::Text | ListFormat::Table | ListFormat::Contacts, _) => i18n.file_line(at.line),
    };
    let is_one_of_two = origin == ListPart::File && list.text.is_some();
    if is_one_of_two { i18n.list_in_file(place) } else { place }
}

/// Returns how a number was read. `name` formats people.
pub(super) fn how(i18n: Language, of: &Person, reading: &Reading, name: impl Fn(&Person) -> String) -> String {
    let own = || match of {
        Person::Phone(number) => Country::of(number).map(Country::with_code).unwrap_or_default(),
        Person::Lid(_) => String::new(),
    };
    match reading {
        Reading::Exact if matches!(of, Person::Lid(_)) => i18n.how_id(),
        Reading::Exact => i18n.how_exact(),
        Reading::National(country) => i18n.how_national(country.with_code()),
        Reading::Guess(GuessReason::PlusMissing) => i18n.guess_plus_missing(own()),
        Reading::Guess(GuessReason::TwoCountries { other }) => {
            i18n.guess_two_countries(name(&Person::Phone(other.clone())))
        }
        Reading::Guess(GuessReason::TrunkZeroMissing) => i18n.guess_trunk_zero_missing(own()),
        Reading::Guess(GuessReason::TrunkPrefix) => i18n.guess_trunk_prefix(own()),
        Reading::Guess(GuessReason::Unassigned) => i18n.guess_unassigned(own()),
        Reading::Guess(GuessReason::CountryNotUnderstood) => i18n.guess_country_not_understood(own()),
    }
}

/// Returns why an entry was not understood.
pub(super) fn unclear(i18n: Language, reason: UnclearReason) -> String {
    match reason {
        UnclearReason::NoNumber => i18n.unclear_no_number(),
        UnclearReason::TooShort => i18n.unclear_too_short(),
        UnclearReason::TooLong => i18n.unclear_too_long(),
        UnclearReason::UnknownCountryCode => i18n.unclear_unknown_country_code(),
        UnclearReason::NoSuchNumber => i18n.unclear_no_such_number(),
        UnclearReason::CountryMissing => i18n.unclear_country_missing(),
        UnclearReason::AreaCodeMissing => i18n.unclear_area_code_missing(),
        UnclearReason::TwoEndings => i18n.unclear_two_endings(),
        UnclearReason::Ambiguous => i18n.unclear_ambiguous(),
        UnclearReason::Letters => i18n.unclear_letters(),
        UnclearReason::Extension => i18n.unclear_extension(),
        UnclearReason::Date => i18n.unclear_date(),
        UnclearReason::Amount => i18n.unclear_amount(),
        UnclearReason::Scientific => i18n.unclear_scientific(),
        UnclearReason::IdNumber => i18n.unclear_id_number(),
        UnclearReason::PostalCode => i18n.unclear_postal_code(),
        UnclearReason::Fax => i18n.unclear_fax(),
        UnclearReason::Masked => i18n.unclear_masked(),
        UnclearReason::DiscordMention => i18n.unclear_discord_mention(),
        UnclearReason::GroupId => i18n.unclear_group_id(),
        UnclearReason::OtherId => i18n.unclear_other_id(),
        UnclearReason::LinkWithoutNumber => i18n.unclear_link_without_number(),
    }
}

//! Lists of people, as moderators paste or attach them: free text, tables, contacts, spreadsheets.
//!
//! Reading is pure and bounded. Each row of a list becomes a person that was *found*, an entry that is *unclear* with
//! its reason, or a *double*; or it is counted as empty or as ignored. A number that had to be guessed says so
//! ([`Reading`]), so that a preview can ask before it is used.
//!
//! ```
//! use whatsapp::people::{ReadOptions, Reading, read_text};
//!
//! let options = ReadOptions { country: "BR".parse().ok() };
//! let list = read_text("1. Ana: 11 97777-0412\n2. Bia +351 912 345 678", options)?;
//! let numbers: Vec<String> = list.found.iter().map(|one| one.person.to_string()).collect();
//! assert_eq!(numbers, ["5511977770412@s.whatsapp.net", "351912345678@s.whatsapp.net"]);
//! assert_eq!(list.found[0].label.as_deref(), Some("Ana"));
//! assert_eq!(list.found[1].reading, Reading::Exact);
//! # Ok::<(), whatsapp::people::UnreadableList>(())
//! ```

mod carrier;
mod chars;
mod collect;
mod columns;
mod context;
mod counter;
mod country_names;
mod file;
mod grouping;
mod label;
mod number;
mod pattern;
mod piece;
mod readable;
mod region;
mod rows;
mod run;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod titles;
mod token;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use crate::equivalents::LineKey;
pub use file::{FILE_BYTES_MAX, read_file};
pub use region::{Country, UnknownCountry, is_metadata_loaded};
pub use text::read_text;

use crate::{Person, PhoneNumber};

/// Most people of one list.
pub const PEOPLE_MAX: usize = 5_000;
/// Most rows of one list, including those without a person.
pub const ROWS_MAX: usize = 20_000;
/// Most cells of one table: the largest contact lists have about a hundred columns.
pub const CELLS_MAX: usize = 500_000;
/// Most columns of one table.
pub const COLUMNS_MAX: usize = 1_000;

/// How a list is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions {
    /// The country of numbers without a country code.
    pub country: Option<Country>,
}

/// The result of reading a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleList {
    pub format: ListFormat,
    /// In the order of the list, each line once.
    pub found: Vec<FoundPerson>,
    pub unclear: Vec<UnclearEntry>,
    pub doubles: Vec<DoubleEntry>,
    pub rows: RowCounts,
    /// The columns that numbers were taken from, the preferred one first. Empty for lists that are no table.
    pub columns: Vec<ChosenColumn>,
}

/// What a list is. Says how its places are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ListFormat {
    /// Free text: lines, and entries in a line.
    Text,
    /// A table in a text file: lines, and columns.
    Table,
    /// A spreadsheet: rows, and columns.
    Spreadsheet,
    /// vCard: the lines of the numbers.
    Contacts,
    /// JSON: the entries of the list.
    Json,
}

/// Where an entry stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Name of the sheet, in a spreadsheet of several.
    #[serde(default, with = "shared_text")]
    pub sheet: Option<Arc<str>>,
    /// Counted from 1: the line that an editor shows, the row of a spreadsheet, or the entry of a JSON list.
    pub line: usize,
    /// Counted from 1: the column of a table, or the entry in a line of text.
    pub part: usize,
}

/// A person of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPerson {
    pub person: Person,
    /// What stands beside the number, usually a name. At most 80 characters on one line.
    pub label: Option<String>,
    pub place: Place,
    pub reading: Reading,
}

/// How a number was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// With its own country code, or as an id of WhatsApp.
    Exact,
    /// As people of this country write it.
    National(Country),
    /// The number is not certain, and needs a confirmation.
    Guess(GuessReason),
}

impl Reading {
    /// Returns whether the number had to be guessed.
    pub fn is_guess(&self) -> bool {
        matches!(self, Self::Guess(_))
    }
}

/// Why a number is a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GuessReason {
    /// It is read as an international number although it has no `+`.
    PlusMissing,
    /// Its digits are a number of the server's country and one of another; `other` is the less likely.
    TwoCountries { other: PhoneNumber },
    /// It is read as a national number without the zero that people of the country write.
    TrunkZeroMissing,
    /// A digit that is dialled only inside the country stood after the country code, and was left out.
    TrunkPrefix,
    /// It has the form of the country's numbers, but this range is not known to be in use.
    Unassigned,
    /// The country that the list gives for it is not known, so it is read with the server's country.
    CountryNotUnderstood,
}

impl GuessReason {
    /// Returns how likely the number is what was meant.
    pub fn confidence(&self) -> Confidence {
        match self {
            Self::TrunkZeroMissing | Self::TrunkPrefix => Confidence::Likely,
            Self::PlusMissing | Self::Unassigned => Confidence::Even,
            Self::TwoCountries { .. } | Self::CountryNotUnderstood => Confidence::Doubtful,
        }
    }
}

/// How sure a guess is, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Doubtful,
    Even,
    Likely,
}

/// An entry that is no person, as far as can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnclearEntry {
    /// The entry as it is written. At most 120 characters on one line.
    pub text: String,
    pub label: Option<String>,
    pub place: Place,
    pub reason: UnclearReason,
}

/// Why an entry is no person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, thiserror::Error)]
pub enum UnclearReason {
    #[error("no phone number")]
    NoNumber,
    #[error("too short for a number of its country")]
    TooShort,
    #[error("too long for a number of its country")]
    TooLong,
    #[error("no country has this code")]
    UnknownCountryCode,
    #[error("its country has no such number")]
    NoSuchNumber,
    #[error("no country code")]
    CountryMissing,
    #[error("no area code")]
    AreaCodeMissing,
    #[error("a number with two endings")]
    TwoEndings,
    #[error("one number or several; put commas between them")]
    Ambiguous,
    #[error("letters in the number")]
    Letters,
    #[error("an extension")]
    Extension,
    #[error("a date or time")]
    Date,
    #[error("an amount or a decimal number")]
    Amount,
    #[error("rounded by a spreadsheet; format the column as text")]
    Scientific,
    #[error("a tax number or another id")]
    IdNumber,
    #[error("a postal code")]
    PostalCode,
    #[error("a fax number")]
    Fax,
    #[error("digits are hidden")]
    Masked,
    #[error("a mention of Discord")]
    DiscordMention,
    #[error("the id of a group")]
    GroupId,
    #[error("an id of something else")]
    OtherId,
    #[error("a link without a number")]
    LinkWithoutNumber,
}

impl UnclearReason {
    /// Returns whether lists have such entries beside people: birthdays, ids, addresses, amounts.
    fn is_of_a_person(self) -> bool {
        matches!(self, Self::Date | Self::IdNumber | Self::PostalCode | Self::Fax | Self::Amount)
    }
}

/// A person who is in the list already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubleEntry {
    pub person: Person,
    pub label: Option<String>,
    pub place: Place,
    /// Where the person stands first.
    pub first: Place,
}

/// What became of the rows: `total` is the sum of the other three.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCounts {
    pub total: usize,
    /// Rows with at least one entry that was found, unclear or double.
    pub with_entries: usize,
    pub empty: usize,
    /// Titles, headings, and lines that introduce a list or name the person of the next line.
    pub ignored: usize,
    /// Further numbers of people that were found by a preferred one. Not rows.
    pub other_numbers: usize,
}

/// A column that numbers were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenColumn {
    #[serde(default, with = "shared_text")]
    pub sheet: Option<Arc<str>>,
    /// Counted from 1.
    pub column: usize,
    pub title: Option<String>,
    pub reason: ColumnReason,
    /// The column of the country codes that numbers of this one were put together with, counted from 1.
    pub country_column: Option<usize>,
}

/// Why numbers were taken from a column, the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ColumnReason {
    /// It is titled as numbers or ids of WhatsApp.
    WhatsApp,
    /// It is titled as mobile numbers.
    Mobile,
    /// It is titled as phone numbers.
    Phone,
    /// It is titled as numbers at home, at work or elsewhere.
    OtherPhone,
    /// It is titled as LIDs.
    Lid,
    /// It holds numbers, and its title says nothing else.
    Content,
}

/// Why nothing of a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableList {
    #[error("more than {FILE_BYTES_MAX} bytes, or more when unpacked than a list of people has")]
    TooLarge,
    #[error("not a list of text, contacts or cells")]
    UnknownFormat,
    #[error("a spreadsheet of an old or protected kind; save it as .xlsx or .csv")]
    UnsupportedSpreadsheet,
    #[error("damaged")]
    Damaged,
    #[error("more than {PEOPLE_MAX} people")]
    TooManyPeople,
    #[error("more than {ROWS_MAX} rows, {COLUMNS_MAX} columns or {CELLS_MAX} cells")]
    TooManyCells,
}

/// The stored form of a shared text.
mod shared_text {
    use std::sync::Arc;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    #[expect(clippy::ref_option, reason = "serde passes the field")]
    pub(super) fn serialize<S: Serializer>(text: &Option<Arc<str>>, serializer: S) -> Result<S::Ok, S::Error> {
        text.as_deref().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Arc<str>>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.map(Arc::from))
    }
}

//! Chooses the columns of a table, by their titles and by what is in them, and reads its rows.

use std::sync::Arc;

use super::collect::Collector;
use super::country_names::country_of_cell;
use super::piece::{Scan, scan};
use super::table::Row;
use super::titles::{self, Title};
use super::{ChosenColumn, ColumnReason, Country, GuessReason, Reading, UnclearReason, UnreadableList, chars, text};
use crate::Person;

/// Titles stand in one of the first rows.
const HEADING_ROWS: usize = 12;
/// Rows that decide about a column without a telling title.
const SAMPLE_ROWS: usize = 200;
/// Fewest digits of a cell that may be a number.
const DIGITS_MIN: usize = 7;

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Index of the row of titles.
    titles: Option<usize>,
    kinds: Vec<Option<Title>>,
    texts: Vec<String>,
    /// Columns of numbers, the preferred one first.
    numbers: Vec<(ColumnReason, usize)>,
    country: Option<usize>,
    area: Option<usize>,
}

/// The content of a column, in the sample.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    filled: usize,
    /// Cells with enough digits for a number.
    long: usize,
    /// Cells with a person of any reading.
    people: usize,
    /// Cells with a person whose country is certain.
    exact: usize,
}

impl Columns {
    pub(super) fn choose(rows: &[Row], collector: &mut Collector) -> Self {
        let mut columns = Self::default();
        columns.find_titles(rows);
        let body = rows.get(columns.titles.map_or(0, |titles| titles + 1)..).unwrap_or_default();
        let width = rows.iter().map(Row::len).max().unwrap_or_default();
        columns.kinds.resize(width, None);
        for column in 0..width {
            let kind = columns.kinds.get(column).copied().flatten();
            let reason = match kind {
                Some(Title::WhatsApp) => Some(ColumnReason::WhatsApp),
                Some(Title::Mobile) => Some(ColumnReason::Mobile),
                Some(Title::Phone) => Some(ColumnReason::Phone),
                Some(Title::OtherPhone) => Some(ColumnReason::OtherPhone),
                None => Some(ColumnReason::Content),
                Some(Title::CountryCode | Title::Country) => {
                    columns.country = columns.country.or(Some(column));
                    None
                }
                Some(Title::AreaCode) => {
                    columns.area = columns.area.or(Some(column));
                    None
                }
                Some(Title::FirstName | Title::LastName | Title::Name | Title::NumberKind | Title::Other) => None,
            };
            if let Some(reason) = reason {
                columns.numbers.push((reason, column));
            }
        }
        columns.keep_by_content(body, collector);
        columns
    }

    /// Finds the row of titles: one with a title of numbers, or without digits and with another title.
    fn find_titles(&mut self, rows: &[Row]) {
        let has_number =
            |row: &Row| row.cells().any(|cell| digits(&chars::plain(cell)) >= DIGITS_MIN || cell.contains('@'));
        let start = rows.iter().take(HEADING_ROWS).take_while(|row| !has_number(row));
        let kinds = |row: &Row| -> Vec<Option<Title>> { row.cells().map(titles::kind).collect() };
        let rated = start.enumerate().filter_map(|(index, row)| {
            let kinds = kinds(row);
            let known = kinds.iter().flatten().count();
            let numbers = kinds.iter().flatten().filter(|kind| kind.is_number()).count();
            let filled = row.cells().filter(|cell| !cell.is_empty()).count();
            let is_title_row = numbers > 0 && known * 2 >= filled.min(4) || (known >= 2 && known * 2 >= filled);
            (is_title_row || known == filled && known == 1 && index == 0).then_some((
                numbers.min(1),
                known,
                index,
                kinds,
            ))
        });
        let best = rated.max_by_key(|(numbers, known, index, _)| (*numbers, *known, usize::MAX - index));
        let Some((_, _, index, kinds)) = best else { return };
        self.titles = Some(index);
        self.kinds = kinds;
        self.texts = rows.get(index).map(|row| row.cells().map(str::to_owned).collect()).unwrap_or_default();
    }

    /// Drops columns that hold no numbers, and columns without a title beside better ones.
    fn keep_by_content(&mut self, body: &[Row], collector: &mut Collector) {
        let mut contents: Vec<Content> = Vec::new();
        contents.resize(self.kinds.len(), Content::default());
        let columns: Vec<usize> = self.numbers.iter().map(|(_, column)| *column).collect();
        for row in body.iter().filter(|row| !row.is_empty()).take(SAMPLE_ROWS) {
            for column in &columns {
                let cell = row.cell(*column);
                let Some(content) = contents.get_mut(*column).filter(|_| !cell.is_empty()) else { continue };
                content.filled += 1;
                let plain = chars::plain(cell);
                if digits(&plain) < DIGITS_MIN && !plain.contains('@') {
                    continue;
                }
                content.long += 1;
                let scan = scan(&plain, false, collector);
                content.people += usize::from(!scan.people.is_empty());
                content.exact += usize::from(scan.people.iter().any(|(_, reading)| *reading == Reading::Exact));
            }
        }
        let content = |column: usize| contents.get(column).copied().unwrap_or_default();
        let titled =
            self.numbers.iter().any(|(reason, column)| *reason != ColumnReason::Content && content(*column).long > 0);
        let exact = self.numbers.iter().any(|(_, column)| content(*column).exact > 0);
        self.numbers.retain(|(reason, column)| {
            let content = content(*column);
            match reason {
                ColumnReason::Content if titled || exact => content.exact > 0,
                ColumnReason::Content => content.people > 0 && content.people * 2 >= content.long,
                // A column of numbers none of which can be read is still the one that was meant, unless it has no
                // digits at all: "WhatsApp: yes".
                _ => content.long > 0 || (!titled && !exact && content.filled > 0),
            }
        });
        self.numbers.sort_by_key(|(reason, column)| {
            let content = content(*column);
            let rank =
                if *reason == ColumnReason::Content { usize::MAX - content.exact * 1000 - content.people } else { 0 };
            (*reason, rank, *column)
        });
    }

    pub(super) fn has_titles(&self) -> bool {
        self.titles.is_some()
    }

    /// Returns the index of the row of titles.
    pub(super) fn titles_end(&self) -> usize {
        self.titles.unwrap_or_default()
    }

    /// Returns the columns of numbers, for a preview.
    pub(super) fn chosen(&self, sheet: Option<&Arc<str>>) -> Vec<ChosenColumn> {
        let title = |column: usize| {
            self.texts.get(column).filter(|title| !title.is_empty()).map(|title| title.chars().take(80).collect())
        };
        let chosen = self.numbers.iter().map(|(reason, column)| ChosenColumn {
            sheet: sheet.cloned(),
            column: column + 1,
            title: title(*column),
            reason: *reason,
            country_column: self.country.map(|country| country + 1),
        });
        chosen.collect()
    }

    /// Reads a row that is not empty.
    pub(super) fn read(&self, row: &Row, collector: &mut Collector) -> Result<(), UnreadableList> {
        let label = self.label(row);
        let country = self.country.map(|column| row.cell(column)).filter(|cell| !cell.is_empty());
        let known = country.map_or(RowCountry::NotGiven, |cell| {
            country_of_cell(cell).map_or(RowCountry::NotUnderstood, RowCountry::Known)
        });
        let mut used: Option<usize> = None;
        let mut failed: Option<(usize, Vec<Found>)> = None;
        for (reason, column) in self.in_order(row) {
            let cell = row.cell(column);
            if used.is_some() {
                collector.list.rows.other_numbers += usize::from(digits(&chars::plain(cell)) >= DIGITS_MIN);
                continue;
            }
            let found = self.read_cell(row, cell, known, collector);
            if found.is_empty() {
                continue;
            }
            let is_person = found.iter().any(|one| matches!(one, Found::Person(..)));
            if !is_person && reason == ColumnReason::Content {
                failed.get_or_insert((column, found));
                continue;
            }
            used = Some(column);
            emit(found, &label, row, column, collector)?;
        }
        if used.is_some() {
            return Ok(());
        }
        if let Some((column, found)) = self.elsewhere(row, collector).or(failed) {
            return emit(found, &label, row, column, collector);
        }
        let column = self.numbers.first().map_or(0, |(_, column)| *column);
        let place = collector.place(row.line, column + 1);
        let cell = row.cell(column);
        let text = if cell.is_empty() { row.summary() } else { cell.to_owned() };
        collector.unclear(&text, UnclearReason::NoNumber, &label, place)
    }

    /// Returns the columns of numbers in the order for a row: the kind that stands beside a number of Google's exports
    /// counts for it.
    fn in_order(&self, row: &Row) -> Vec<(ColumnReason, usize)> {
        let mut numbers = self.numbers.clone();
        for (reason, column) in &mut numbers {
            let beside =
                column.checked_sub(1).filter(|one| self.kinds.get(*one).copied().flatten() == Some(Title::NumberKind));
            let kind = beside.and_then(|one| titles::kind(row.cell(one).trim_start_matches(['*', ' '])));
            *reason = match kind {
                Some(Title::WhatsApp) => ColumnReason::WhatsApp,
                Some(Title::Mobile) => ColumnReason::Mobile,
                _ => *reason,
            };
        }
        numbers.sort_by_key(|(reason, _)| *reason);
        numbers
    }

    /// Reads a cell of numbers, with the row's country and area code.
    fn read_cell(&self, row: &Row, cell: &str, country: RowCountry, collector: &mut Collector) -> Vec<Found> {
        let plain = chars::plain(unquoted(cell));
        if !plain.contains(|c: char| c.is_ascii_digit() || c == '@') {
            return Vec::new();
        }
        let has_code = plain.contains('+') || plain.trim_start().starts_with("00") || plain.contains('@');
        let joined = if has_code { RowCountry::NotGiven } else { country };
        let default = collector.country;
        if let RowCountry::Known(country) = joined {
            collector.country = Some(country);
        }
        let area = self.area.map(|column| digits_only(row.cell(column))).filter(|area| !area.is_empty() && !has_code);
        let mut found = Vec::new();
        for piece in text::pieces(&plain) {
            let with_area = area.as_ref().map(|area| scan(&format!("{area} {piece}"), false, collector));
            let scan = match with_area.filter(|scan| !scan.people.is_empty()) {
                Some(scan) => scan,
                None => scan(piece, false, collector),
            };
            found.extend(Found::of(scan, piece));
        }
        if found.is_empty() {
            // The text of a cell is no list: nothing of it is passed over.
            found.push(Found::Problem(UnclearReason::TooShort, plain.clone(), String::new()));
        }
        for one in &mut found {
            one.set_country(joined);
        }
        collector.country = default;
        found
    }

    /// Finds a number with its country code in a column without a telling title, for a row that has none elsewhere.
    fn elsewhere(&self, row: &Row, collector: &mut Collector) -> Option<(usize, Vec<Found>)> {
        for (column, cell) in row.cells().enumerate() {
            let kind = self.kinds.get(column).copied().flatten();
            if matches!(kind, Some(Title::Other | Title::NumberKind)) || !cell.contains(['+', '@', '/']) {
                continue;
            }
            let plain = chars::plain(unquoted(cell));
            let found: Vec<Found> = text::pieces(&plain)
                .into_iter()
                .flat_map(|piece| Found::of(scan(piece, false, collector), piece))
                .collect();
            if found.iter().any(|one| matches!(one, Found::Person(_, Reading::Exact, _))) {
                return Some((column, found));
            }
        }
        None
    }

    /// Returns the name of a row: from the titled columns, or the first cells that hold no number.
    fn label(&self, row: &Row) -> String {
        let of = |wanted: Title| {
            let columns = self.kinds.iter().enumerate().filter(move |(_, kind)| **kind == Some(wanted));
            columns.map(|(column, _)| row.cell(column)).find(|cell| !cell.is_empty())
        };
        let full: Vec<&str> = [of(Title::FirstName), of(Title::LastName)].into_iter().flatten().collect();
        if let Some(name) = of(Title::Name).filter(|_| full.len() < 2) {
            return name.to_owned();
        }
        if !full.is_empty() {
            return full.join(" ");
        }
        let is_number = |column: usize| self.numbers.iter().any(|(_, number)| *number == column);
        let unknown = row
            .cells()
            .enumerate()
            .filter(|(column, _)| !is_number(*column) && self.kinds.get(*column).copied().flatten().is_none());
        let mut texts =
            unknown.map(|(_, cell)| cell).filter(|cell| cell.contains(char::is_alphabetic) && !cell.contains('@'));
        texts.next().unwrap_or_default().to_owned()
    }
}

/// The country that a row gives for its numbers, in a column of its own.
#[derive(Debug, Clone, Copy)]
enum RowCountry {
    NotGiven,
    Known(Country),
    NotUnderstood,
}

/// What a cell holds.
#[derive(Debug)]
enum Found {
    Person(Person, Reading, String),
    Problem(UnclearReason, String, String),
}

impl Found {
    fn of(scan: Scan, piece: &str) -> Vec<Self> {
        let label = scan.label;
        let people = scan.people.into_iter().map(|(person, reading)| Self::Person(person, reading, label.clone()));
        let mut all: Vec<Self> = people.collect();
        all.extend(scan.problems.into_iter().map(|(reason, text)| Self::Problem(reason, text, label.clone())));
        if let Some(reason) = scan.note.filter(|_| all.is_empty()) {
            all.push(Self::Problem(reason, piece.to_owned(), label));
        }
        all
    }

    /// Takes the country that the row gives for its numbers.
    fn set_country(&mut self, country: RowCountry) {
        let Self::Person(Person::Phone(number), reading, label) = self else { return };
        match (country, &reading) {
            (RowCountry::NotUnderstood, Reading::National(_)) => {
                *reading = Reading::Guess(GuessReason::CountryNotUnderstood);
            }
            (RowCountry::Known(country), Reading::Guess(GuessReason::PlusMissing)) => {
                let own = Country::of(number).and_then(Country::calling_code) == country.calling_code();
                if own {
                    *reading = Reading::Exact;
                } else {
                    *self = Self::Problem(UnclearReason::Ambiguous, number.digits().to_owned(), std::mem::take(label));
                }
            }
            (
                RowCountry::Known(_),
                Reading::National(_) | Reading::Guess(GuessReason::TrunkZeroMissing | GuessReason::TwoCountries { .. }),
            ) => *reading = Reading::Exact,
            _ => {}
        }
    }
}

fn emit(
    found: Vec<Found>,
    row_label: &str,
    row: &Row,
    column: usize,
    collector: &mut Collector,
) -> Result<(), UnreadableList> {
    for one in found {
        let place = collector.place(row.line, column + 1);
        let label = |own: String| if row_label.is_empty() { own } else { row_label.to_owned() };
        match one {
            Found::Person(person, reading, own) => collector.person(person, reading, &label(own), place)?,
            Found::Problem(reason, text, own) => collector.unclear(&text, reason, &label(own), place)?,
        }
    }
    Ok(())
}

/// Returns a cell without what marks it as text in a spreadsheet: `'+55…`, `="+55…"`.
fn unquoted(cell: &str) -> &str {
    let cell = cell.trim().trim_start_matches(['\'', '=']);
    cell.trim_matches('"').trim_start_matches('\'')
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn digits_only(text: &str) -> String {
    chars::plain(text).chars().filter(char::is_ascii_digit).collect()
}

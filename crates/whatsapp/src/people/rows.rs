//! Reads the rows of a table whose columns were chosen.

use super::collect::Collector;
use super::columns::{Columns, DIGITS_MIN};
use super::country_names::country_of_cell;
use super::piece::{Scan, scan};
use super::table::Row;
use super::titles::{self, Title};
use super::{ColumnReason, Country, GuessReason, Reading, UnclearReason, UnreadableList, chars, text};
use crate::Person;

impl Columns {
    /// Reads a row that is not empty.
    pub(super) fn read(&self, row: &Row, collector: &mut Collector) -> Result<(), UnreadableList> {
        let label = self.label(row);
        let country = self.country.map(|column| row.cell(column)).filter(|cell| !cell.is_empty());
        let known = country.map_or(RowCountry::NotGiven, |cell| {
            country_of_cell(cell).map_or(RowCountry::NotUnderstood, RowCountry::Known)
        });
        // The sum below a table is no number of anybody.
        let is_total = titles::is_total(&label);
        let mut used: Option<usize> = None;
        let mut failed: Option<(usize, Vec<Found>)> = None;
        for (reason, column) in self.in_order(row) {
            let cell = row.cell(column);
            if used.is_some() {
                collector.list.rows.other_numbers += usize::from(digits(&chars::plain(cell)) >= DIGITS_MIN);
                continue;
            }
            let mut found = self.read_cell(row, cell, known, collector);
            if is_total {
                found.iter_mut().for_each(Found::set_total);
            }
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
            let mut cells = columns.map(|(column, _)| row.cell(column));
            cells.find(|cell| cell.contains(char::is_alphabetic))
        };
        let full: Vec<&str> = [of(Title::FirstName), of(Title::LastName)].into_iter().flatten().collect();
        if let Some(name) = of(Title::Name).filter(|_| full.len() < 2) {
            // In French, the last name is titled as a name.
            let first = of(Title::FirstName).filter(|first| !name.contains(first));
            return first.map_or_else(|| name.to_owned(), |first| format!("{first} {name}"));
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
        let has_person = !scan.people.is_empty();
        let people = scan.people.into_iter().map(|one| Self::Person(one.person, one.reading, one.label));
        let mut all: Vec<Self> = people.collect();
        // Beside a person, a date or an id is said about them.
        let problems = scan.problems.into_iter().filter(|one| !(has_person && one.reason.is_of_a_person()));
        all.extend(problems.map(|one| Self::Problem(one.reason, one.text, one.label)));
        if let Some(reason) = scan.note.filter(|_| all.is_empty()) {
            all.push(Self::Problem(reason, piece.to_owned(), scan.label));
        }
        all
    }

    /// Makes a number without its country code a sum.
    fn set_total(&mut self) {
        if let Self::Person(person, Reading::National(_) | Reading::Guess(_), label) = self {
            *self = Self::Problem(UnclearReason::Amount, person.to_string(), std::mem::take(label));
        }
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
pub(super) fn unquoted(cell: &str) -> &str {
    let cell = cell.trim().trim_start_matches(['\'', '=']);
    cell.trim_matches('"').trim_start_matches('\'')
}

pub(super) fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn digits_only(text: &str) -> String {
    chars::plain(text).chars().filter(char::is_ascii_digit).collect()
}

//! Chooses the columns of a table, by their titles and by what is in them.

use std::sync::Arc;

use super::collect::Collector;
use super::country_names::country_of_cell;
use super::piece::scan;
use super::rows::{digits, unquoted};
use super::table::Row;
use super::titles::{self, Title};
use super::{ChosenColumn, ColumnReason, Reading, chars, shape};

/// Titles stand in one of the first rows.
const HEADING_ROWS: usize = 12;
/// Rows that decide about a column without a telling title.
const SAMPLE_ROWS: usize = 200;
/// Fewest digits of a cell that may be a number.
pub(super) const DIGITS_MIN: usize = 7;

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Index of the row of titles.
    titles: Option<usize>,
    pub(super) kinds: Vec<Option<Title>>,
    texts: Vec<String>,
    /// Columns of numbers, the preferred one first.
    pub(super) numbers: Vec<(ColumnReason, usize)>,
    pub(super) country: Option<usize>,
    pub(super) area: Option<usize>,
}

/// Returns whether all cells of a column are ids of people at WhatsApp.
fn has_only_ids(body: &[Row], column: usize) -> bool {
    let mut cells =
        body.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).take(SAMPLE_ROWS).peekable();
    let is_id = |cell: &str| ["@s.whatsapp.net", "@c.us", "@lid"].iter().any(|server| cell.ends_with(server));
    cells.peek().is_some() && cells.all(is_id)
}

/// The content of a column, in the sample.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    filled: usize,
    /// Cells with enough digits for a number.
    long: usize,
    /// Cells with a person of any reading.
    people: usize,
    /// Cells with a person who is no guess.
    sure: usize,
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
                Some(Title::Phone | Title::Number) => Some(ColumnReason::Phone),
                Some(Title::OtherPhone) => Some(ColumnReason::OtherPhone),
                Some(Title::Lid) => Some(ColumnReason::Lid),
                None => Some(ColumnReason::Content),
                Some(Title::CountryCode | Title::Country) => {
                    columns.country = columns.country.or(Some(column));
                    None
                }
                Some(Title::AreaCode) => {
                    columns.area = columns.area.or(Some(column));
                    None
                }
                Some(Title::Name) if columns.has_title(column, titles::is_contact) => Some(ColumnReason::Content),
                Some(Title::Other) if columns.has_title(column, titles::is_id) && has_only_ids(body, column) => {
                    Some(ColumnReason::Content)
                }
                Some(Title::FirstName | Title::LastName | Title::Name | Title::NumberKind | Title::Other) => None,
            };
            if let Some(reason) = reason {
                columns.numbers.push((reason, column));
            }
        }
        columns.keep_by_content(body, collector);
        columns.country = columns.country.or_else(|| columns.country_by_content(body));
        columns
    }

    /// Finds the row of titles: one with a title of numbers, or without digits and with another title.
    fn find_titles(&mut self, rows: &[Row]) {
        let is_number = |cell: &str| {
            let plain = chars::plain(cell);
            let words = plain.split_whitespace().filter(|word| shape::word(word).is_none());
            words.map(digits).sum::<usize>() >= DIGITS_MIN || plain.contains('@')
        };
        let has_number = |row: &Row| row.cells().any(is_number);
        let start = rows.iter().take(HEADING_ROWS).take_while(|row| !has_number(row));
        let kinds = |row: &Row| -> Vec<Option<Title>> { row.cells().map(titles::kind).collect() };
        let rated = start.enumerate().filter_map(|(index, row)| {
            let kinds = kinds(row);
            let known = kinds.iter().flatten().count();
            let numbers = kinds.iter().flatten().filter(|kind| kind.is_number()).count();
            let filled = row.cells().filter(|cell| !cell.is_empty()).count();
            let has_digits = row.cells().any(|cell| digits(cell) > 0);
            let is_first = index == 0 && known > 0 && known * 2 >= filled && !has_digits;
            let is_title_row =
                is_first || numbers > 0 && known * 2 >= filled.min(4) || (known >= 2 && known * 2 >= filled);
            is_title_row.then_some((numbers.min(1), known, index, kinds))
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
                let is_guess = Reading::is_guess;
                content.sure += usize::from(scan.people.iter().any(|one| !is_guess(&one.reading)));
                content.exact += usize::from(scan.people.iter().any(|one| one.reading == Reading::Exact));
            }
        }
        let content = |column: usize| contents.get(column).copied().unwrap_or_default();
        let titled =
            self.numbers.iter().any(|(reason, column)| *reason != ColumnReason::Content && content(*column).long > 0);
        let exact = self.numbers.iter().any(|(_, column)| content(*column).exact > 0);
        let kinds = &self.kinds;
        let is_number = |column: usize| kinds.get(column).copied().flatten() == Some(Title::Number);
        let of_phones = |(reason, column): &(ColumnReason, usize)| {
            *reason != ColumnReason::Content && !is_number(*column) && content(*column).long > 0
        };
        let has_phones = self.numbers.iter().any(of_phones);
        self.numbers.retain(|(reason, column)| {
            let content = content(*column);
            // Beside phones, other numbers are those of houses and orders.
            if is_number(*column) && has_phones {
                return content.exact > 0;
            }
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
            let rank = if is_number(*column) {
                1
            } else if *reason == ColumnReason::Content {
                usize::MAX - content.exact * 1_000_000 - content.sure * 1_000 - content.people
            } else {
                0
            };
            (*reason, rank, *column)
        });
    }

    /// Finds a column without a telling title in front of the numbers that holds country codes: all with `+` or `00`,
    /// or all the same. Other short numbers count the rows.
    fn country_by_content(&self, body: &[Row]) -> Option<usize> {
        let column = self.numbers.first()?.1.checked_sub(1)?;
        // `Code` may be one of countries too.
        let kind = self.kinds.get(column).copied().flatten();
        if kind.is_some_and(|kind| kind != Title::Other) {
            return None;
        }
        let cells = body.iter().take(SAMPLE_ROWS).map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
        let first = cells.clone().next()?;
        let is_code = |cell: &str| (1..=5).contains(&digits(cell)) && country_of_cell(cell).is_some();
        let is_marked = |cell: &str| unquoted(cell).starts_with(['+', '(']) || unquoted(cell).starts_with("00");
        let are_same = kind.is_none() && cells.clone().nth(1).is_some() && cells.clone().all(|cell| cell == first);
        (cells.clone().all(is_code) && (are_same || cells.clone().all(is_marked))).then_some(column)
    }

    fn has_title(&self, column: usize, is_wanted: fn(&str) -> bool) -> bool {
        self.texts.get(column).is_some_and(|title| is_wanted(title))
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
}

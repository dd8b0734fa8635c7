//! Reads the people of a file: text with one number a line, or a table with a column of numbers. Either every line is
//! understood, or nothing is sent and every bad one is named.

use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::national::{Region, read_person};
use super::people::{BadEntry, BadMembers, once_each};
use crate::compute::Deadline;
use crate::groups_api::ids::Person;

/// Bytes of a file of people.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;
/// People in one.
pub const FILE_ENTRIES_MAX: usize = 5_000;
/// Rows in one, those without a number included.
pub const FILE_ROWS_MAX: usize = 20_000;
/// Cells in one: the largest contact lists have about a hundred columns.
pub const FILE_CELLS_MAX: usize = 500_000;

/// What the column of numbers is called, in lower case; the first that is there is taken. A row without a number may have
/// an id instead, as in what Usher itself exports.
const NUMBERS: [&str; 32] = [
    "phone_number",
    "phonenumber",
    "phone number",
    "phone",
    "phones",
    "mobile",
    "mobile number",
    "mobile phone",
    "whatsapp",
    "whatsapp number",
    "cell",
    "number",
    "tel",
    "telephone",
    "jid",
    "telefon",
    "telefonnummer",
    "handy",
    "handynummer",
    "mobil",
    "nummer",
    "teléfono",
    "telefono",
    "celular",
    "móvil",
    "número",
    "numero",
    "telefone",
    "téléphone",
    "nomor",
    "nomor telepon",
    "फ़ोन",
];
const IDS: [&str; 1] = ["lid"];

/// Columns of one.
pub const FILE_COLUMNS_MAX: usize = 1_000;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    #[error("more than {FILE_BYTES_MAX} bytes")]
    TooLarge,
    #[error("no text")]
    NotText,
    #[error("no column of phone numbers")]
    NoColumn,
    #[error("more than {FILE_ENTRIES_MAX} entries")]
    TooMany,
    #[error("more than {FILE_ROWS_MAX} rows, {FILE_COLUMNS_MAX} columns or {FILE_CELLS_MAX} cells")]
    TooManyCells,
    /// Its reading reached the deadline.
    #[error("reading took too long")]
    TooSlow,
}

/// Why the people of a file cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRoster {
    File(BadFile),
    Members(BadMembers),
}

/// A cell with something in it, and its line, counted from 1.
struct Cell<'a> {
    line: usize,
    text: &'a str,
}

/// Reads the people of a file, each once, in order. Takes time in proportion to the size of the file, and ends early with
/// [`BadFile::TooSlow`] once `deadline` is reached.
pub fn read_roster(bytes: &[u8], region: Option<Region>, deadline: &Deadline) -> Result<Vec<Person>, BadRoster> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BadRoster::File(BadFile::TooLarge));
    }
    let text = decode(bytes).ok_or(BadRoster::File(BadFile::NotText))?;
    let rows = rows(&text).map_err(BadRoster::File)?;
    let cells = numbers(&rows, region, deadline).map_err(BadRoster::File)?;
    if cells.len() > FILE_ENTRIES_MAX {
        return Err(BadRoster::File(BadFile::TooMany));
    }
    let mut people = Vec::new();
    let mut entries = Vec::new();
    for Cell { line, text } in cells {
        deadline.check().map_err(|_| BadRoster::File(BadFile::TooSlow))?;
        match read_person(whole_number(text), region) {
            Ok(person) => people.push(person),
            Err(why) => entries.push(BadEntry { place: line, text: text.to_owned(), why }),
        }
    }
    if people.is_empty() || !entries.is_empty() {
        return Err(BadRoster::Members(BadMembers { entries, in_file: true }));
    }
    Ok(once_each(people))
}

/// UTF-8 or UTF-16, with a byte order mark or without one. Old spreadsheets write names in other encodings, of which the
/// digits alone are wanted.
fn decode(bytes: &[u8]) -> Option<String> {
    let without_mark = match bytes {
        [0, _, ..] => UTF_16BE,
        [_, 0, ..] => UTF_16LE,
        _ => UTF_8,
    };
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((without_mark, 0));
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    text.chars().all(is_text).then(|| text.into_owned())
}

/// The rows of a table; of text without separators, rows of one cell. Cells are trimmed.
fn rows(text: &str) -> Result<Vec<StringRecord>, BadFile> {
    let count = |separator: char| text.lines().take(20).map(|line| line.matches(separator).count()).sum::<usize>();
    let separators = [b'\t', b';', b','].into_iter();
    let delimiter = separators.max_by_key(|one| (count(char::from(*one)), *one != b',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = 0;
    for row in reader.records() {
        let row = row.map_err(|_| BadFile::NotText)?;
        cells += row.len();
        if rows.len() == FILE_ROWS_MAX || row.len() > FILE_COLUMNS_MAX || cells > FILE_CELLS_MAX {
            return Err(BadFile::TooManyCells);
        }
        rows.push(row);
    }
    Ok(rows)
}

/// How many people each column holds, and whether every filled cell is one.
struct Count {
    by_column: Vec<usize>,
    people_only: bool,
}

impl Count {
    /// Counts in one pass: each cell is read once.
    fn of(rows: &[StringRecord], region: Option<Region>, deadline: &Deadline) -> Result<Self, BadFile> {
        let mut count = Self { by_column: Vec::new(), people_only: true };
        for row in rows {
            if count.by_column.len() < row.len() {
                count.by_column.resize(row.len(), 0);
            }
            for (cell, people) in row.iter().zip(&mut count.by_column) {
                if cell.is_empty() {
                    continue;
                }
                deadline.check().map_err(|_| BadFile::TooSlow)?;
                if is_person(cell, region) {
                    *people += 1;
                } else {
                    count.people_only = false;
                }
            }
        }
        Ok(count)
    }

    /// The column with the most people; of several with as many, the first.
    fn fullest(&self) -> Option<usize> {
        let by_people = self.by_column.iter().enumerate().rev().filter(|(_, people)| **people > 0);
        by_people.max_by_key(|(_, people)| **people).map(|(column, _)| column)
    }
}

/// The cells that are to hold numbers, without the empty ones.
fn numbers<'a>(
    rows: &'a [StringRecord],
    region: Option<Region>,
    deadline: &Deadline,
) -> Result<Vec<Cell<'a>>, BadFile> {
    let has_header = rows.first().is_some_and(|row| !row.iter().any(|cell| is_person(cell, region)));
    let (header, body) = match rows.split_first() {
        Some((header, body)) if has_header => (header.iter().map(str::to_lowercase).collect(), body),
        _ => (Vec::new(), rows),
    };
    let called = |names: &[&str]| names.iter().find_map(|name| header.iter().position(|title| title == name));
    let ids = called(&IDS);
    if let Some(column) = called(&NUMBERS) {
        return Ok(cells(body, column, ids));
    }
    let count = Count::of(body, region, deadline)?;
    // Numbers and nothing else, in one line or in many.
    if count.people_only && header.iter().all(String::is_empty) {
        let filled = |row: &'a StringRecord| row.iter().filter_map(move |text| cell(row, text));
        return Ok(rows.iter().flat_map(filled).collect());
    }
    // A file of one column needs no title, and every line of it is meant to be a number.
    let only = (count.by_column.len() == 1 && header.is_empty()).then_some(0);
    let column = only.or_else(|| count.fullest()).ok_or(BadFile::NoColumn)?;
    Ok(cells(body, column, ids))
}

/// The filled cells of a column; of a row without one, its id.
fn cells(body: &[StringRecord], column: usize, ids: Option<usize>) -> Vec<Cell<'_>> {
    let filled = |row, column| StringRecord::get(row, column).and_then(|text| cell(row, text));
    let read = |row| filled(row, column).or_else(|| filled(row, ids?));
    body.iter().filter_map(read).collect()
}

/// A cell of the row, unless it is empty.
fn cell<'a>(row: &StringRecord, text: &'a str) -> Option<Cell<'a>> {
    let line = row.position().and_then(|position| usize::try_from(position.line()).ok()).unwrap_or_default();
    (!text.is_empty()).then_some(Cell { line, text })
}

/// Returns whether a cell holds a person. Most cells hold too few digits, which is seen at once.
fn is_person(cell: &str, region: Option<Region>) -> bool {
    let may_be_number = cell.contains('@') || cell.chars().filter(|c| c.is_numeric()).nth(2).is_some();
    may_be_number && read_person(whole_number(cell), region).is_ok()
}

/// Some programs write whole numbers with a fraction: 5511999999999.0
fn whole_number(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

#[cfg(test)]
mod tests;

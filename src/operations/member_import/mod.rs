//! Parses the people of a file: text with one number a line, or a table with a column of numbers. If one line is
//! invalid, nothing is sent, and every invalid line is reported.

use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use whatsapp::Person;

use super::national::{Region, read_person};
use super::people::{BadEntry, BadMembers, once_each};
use crate::compute::Deadline;

/// Largest file of people, in bytes.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;
/// Most people in a file.
pub const FILE_ENTRIES_MAX: usize = 5_000;
/// Most rows in a file, including those without a number.
pub const FILE_ROWS_MAX: usize = 20_000;
/// Most cells in a file: the largest contact lists have about a hundred columns.
pub const FILE_CELLS_MAX: usize = 500_000;

/// Titles of the column of numbers, in lower case; the first one that is present is used. A row without a number may
/// have an id instead, as in Usher's own exports.
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

/// Most columns in a file.
pub const FILE_COLUMNS_MAX: usize = 1_000;

/// A reason to reject a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    #[error("more than {FILE_BYTES_MAX} bytes")]
    TooLarge,
    #[error("not a text file")]
    NotText,
    #[error("no column of phone numbers")]
    NoColumn,
    #[error("more than {FILE_ENTRIES_MAX} entries")]
    TooMany,
    #[error("more than {FILE_ROWS_MAX} rows, {FILE_COLUMNS_MAX} columns or {FILE_CELLS_MAX} cells")]
    TooManyCells,
    /// Parsing reached the deadline.
    #[error("parsing took too long")]
    TooSlow,
}

/// A reason why the people of a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadMemberFile {
    File(BadFile),
    Members(BadMembers),
}

/// A cell that is not empty, and its line, counted from 1.
struct Cell<'a> {
    line: usize,
    text: &'a str,
}

/// Parses the people of a file; drops duplicates and keeps the order. Takes time in proportion to the size of the file,
/// and ends early with [`BadFile::TooSlow`] once `deadline` is reached.
pub fn read_member_file(
    bytes: &[u8],
    region: Option<Region>,
    deadline: &Deadline,
) -> Result<Vec<Person>, BadMemberFile> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BadMemberFile::File(BadFile::TooLarge));
    }
    let text = decode(bytes).ok_or(BadMemberFile::File(BadFile::NotText))?;
    let rows = rows(&text).map_err(BadMemberFile::File)?;
    let cells = numbers(&rows, region, deadline).map_err(BadMemberFile::File)?;
    if cells.len() > FILE_ENTRIES_MAX {
        return Err(BadMemberFile::File(BadFile::TooMany));
    }
    let mut people = Vec::new();
    let mut entries = Vec::new();
    for Cell { line, text } in cells {
        deadline.check().map_err(|_| BadMemberFile::File(BadFile::TooSlow))?;
        match read_person(whole_number(text), region) {
            Ok(person) => people.push(person),
            Err(why) => entries.push(BadEntry { place: line, text: text.to_owned(), why }),
        }
    }
    if people.is_empty() || !entries.is_empty() {
        return Err(BadMemberFile::Members(BadMembers { entries, in_file: true }));
    }
    Ok(once_each(people))
}

/// Decodes UTF-8 or UTF-16, with or without a byte order mark. Old spreadsheets write names in other encodings, of
/// which only the digits matter.
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

/// Returns the rows of a table; for text without separators, rows of one cell. Cells are trimmed.
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

/// Number of people in each column, and whether every filled cell of it is a person.
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

    /// Returns the column with the most people; of several with the same number, the first.
    fn fullest(&self) -> Option<usize> {
        let by_people = self.by_column.iter().enumerate().rev().filter(|(_, people)| **people > 0);
        by_people.max_by_key(|(_, people)| **people).map(|(column, _)| column)
    }
}

/// Returns the cells that hold the numbers, without the empty ones.
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
    // The file holds only numbers, in one line or in many.
    if count.people_only && header.iter().all(String::is_empty) {
        let filled = |row: &'a StringRecord| row.iter().filter_map(move |text| cell(row, text));
        return Ok(rows.iter().flat_map(filled).collect());
    }
    // A file of one column needs no title: every line of it counts as a number.
    let only = (count.by_column.len() == 1 && header.is_empty()).then_some(0);
    let column = only.or_else(|| count.fullest()).ok_or(BadFile::NoColumn)?;
    Ok(cells(body, column, ids))
}

/// Returns the filled cells of a column; for a row without one, its id.
fn cells(body: &[StringRecord], column: usize, ids: Option<usize>) -> Vec<Cell<'_>> {
    let filled = |row, column| StringRecord::get(row, column).and_then(|text| cell(row, text));
    let read = |row| filled(row, column).or_else(|| filled(row, ids?));
    body.iter().filter_map(read).collect()
}

/// Returns a cell of the row, unless it is empty.
fn cell<'a>(row: &StringRecord, text: &'a str) -> Option<Cell<'a>> {
    let line = row.position().and_then(|position| usize::try_from(position.line()).ok()).unwrap_or_default();
    (!text.is_empty()).then_some(Cell { line, text })
}

/// Returns whether a cell holds a person. Most cells have too few digits, which is a cheap first test.
fn is_person(cell: &str, region: Option<Region>) -> bool {
    let may_be_number = cell.contains('@') || cell.chars().filter(|c| c.is_numeric()).nth(2).is_some();
    may_be_number && read_person(whole_number(cell), region).is_ok()
}

/// Removes the fraction that some programs write after whole numbers: 5511999999999.0
fn whole_number(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

#[cfg(test)]
mod tests;

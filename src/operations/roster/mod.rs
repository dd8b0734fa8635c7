//! Reads the people of a file: text with one number a line, or a table with a column of numbers. Either every line is
//! understood, or nothing is sent and every bad one is named.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::national::{Region, read_person};
use super::people::{BadEntry, BadMembers, once_each};
use crate::groups_api::ids::Person;

/// Bytes of a file of people.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;
/// People in one.
pub const FILE_ENTRIES_MAX: usize = 5_000;

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
}

/// Why the people of a file cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRoster {
    File(BadFile),
    Members(BadMembers),
}

/// A cell with something in it, and its line, counted from 1.
struct Cell {
    line: usize,
    text: String,
}

/// Reads the people of a file, each once, in order.
pub fn read_roster(bytes: &[u8], region: Option<Region>) -> Result<Vec<Person>, BadRoster> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BadRoster::File(BadFile::TooLarge));
    }
    let text = decode(bytes).ok_or(BadRoster::File(BadFile::NotText))?;
    let rows = rows(&text).ok_or(BadRoster::File(BadFile::NotText))?;
    let cells = numbers(&rows, region).map_err(BadRoster::File)?;
    if cells.len() > FILE_ENTRIES_MAX {
        return Err(BadRoster::File(BadFile::TooMany));
    }
    let mut people = Vec::new();
    let mut entries = Vec::new();
    for Cell { line, text } in cells {
        match read_person(whole_number(&text), region) {
            Ok(person) => people.push(person),
            Err(why) => entries.push(BadEntry { place: line, text, why }),
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
fn rows(text: &str) -> Option<Vec<Vec<Cell>>> {
    let count = |separator: char| text.lines().take(20).map(|line| line.matches(separator).count()).sum::<usize>();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|one| (count(char::from(*one)), *one != b','))?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let line = record.position().and_then(|position| usize::try_from(position.line()).ok()).unwrap_or_default();
        rows.push(record.iter().map(|cell| Cell { line, text: cell.to_owned() }).collect());
    }
    Some(rows)
}

/// The cells that are to hold numbers, without the empty ones.
fn numbers(rows: &[Vec<Cell>], region: Option<Region>) -> Result<Vec<Cell>, BadFile> {
    let is_person = |cell: &Cell| read_person(whole_number(&cell.text), region).is_ok();
    let filled = |cell: &&Cell| !cell.text.is_empty();
    let copy = |cell: &Cell| Cell { line: cell.line, text: cell.text.clone() };
    let all = || rows.iter().flatten().filter(filled);
    // Numbers and nothing else, in one line or in many.
    if all().all(is_person) {
        return Ok(all().map(copy).collect());
    }
    let has_header = rows.first().is_some_and(|row| !row.iter().any(is_person));
    let (header, body) = match rows.split_first() {
        Some((header, body)) if has_header => (header.as_slice(), body),
        _ => (&[][..], rows),
    };
    let called = |names: &[&str]| {
        let place = |name: &&str| header.iter().position(|cell| cell.text.to_lowercase() == *name);
        names.iter().find_map(place)
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let people_in = |column: usize| body.iter().filter(|row| row.get(column).is_some_and(is_person)).count();
    // Of several with as many people, the first.
    let fullest = || (0..columns).rev().max_by_key(|column| people_in(*column)).filter(|column| people_in(*column) > 0);
    // A file of one column needs no title, and every line of it is meant to be a number.
    let only = (columns == 1 && header.is_empty()).then_some(0);
    let column = called(&NUMBERS).or(only).or_else(fullest).ok_or(BadFile::NoColumn)?;
    let ids = called(&IDS);
    let cell = |row: &Vec<Cell>| {
        let filled = |column: usize| row.get(column).filter(filled);
        filled(column).or_else(|| ids.and_then(filled)).map(copy)
    };
    Ok(body.iter().filter_map(cell).collect())
}

/// Some programs write whole numbers with a fraction: 5511999999999.0
fn whole_number(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

#[cfg(test)]
mod tests;

//! Reads files of people, and decides what a text is.

mod contacts;
mod decode;
mod delimited;
mod json;
mod open_document;
mod spreadsheet;

use super::{ListFormat, PeopleList, ReadOptions, UnreadableList, table, text};

/// Largest file of people, in bytes.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;

/// Reads the people of a file. Its content tells its kind: names and content types of files are often wrong.
pub fn read_file(bytes: &[u8], options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(UnreadableList::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return spreadsheet::read(bytes, options);
    }
    // The container of .xls files, and of encrypted .xlsx files.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(UnreadableList::UnsupportedSpreadsheet);
    }
    let text = decode::decode(bytes).ok_or(UnreadableList::UnknownFormat)?;
    read_decoded(&text, options)
}

/// Reads a text that is free text, a table, contacts or JSON.
pub(super) fn read_decoded(text: &str, options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    if let Some(list) = contacts::read(text, options) {
        return list;
    }
    if let Some(list) = json::read(text, options) {
        return list;
    }
    match delimited::table(text)? {
        Some(table) => table::read(&[table], ListFormat::Table, options),
        None => text::read(text, options),
    }
}

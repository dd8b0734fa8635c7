//! Spreadsheets: .xlsx and .ods. Both are archives, so their size is checked before they are read.

use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::open_document;
use crate::people::table::{CellTable, Row, TableLimits};
use crate::people::{COLUMNS_MAX, ListFormat, PeopleList, ReadOptions, UnreadableList, table};

/// Most bytes of all parts together, unpacked. A list of 5,000 people with 20 columns has about five million.
const UNPACKED_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Most elements of a part that is kept in memory as a whole, such as the shared texts.
const ELEMENTS_MAX: usize = 500_000;
const PARTS_MAX: usize = 1_000;
const SHEETS_MAX: usize = 50;

/// Reads the people of a spreadsheet.
pub(super) fn read(bytes: &[u8], options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    let tables = match kind(bytes)? {
        Kind::Excel => excel(bytes)?,
        Kind::OpenDocument => open_document::read(&part(bytes, "content.xml", UNPACKED_BYTES_MAX)?)?,
    };
    table::read(&tables, ListFormat::Spreadsheet, options)
}

enum Kind {
    Excel,
    OpenDocument,
}

/// Tells the kind of an archive, and checks its size by unpacking it.
fn kind(bytes: &[u8]) -> Result<Kind, UnreadableList> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnreadableList::Damaged)?;
    if archive.len() > PARTS_MAX {
        return Err(UnreadableList::TooLarge);
    }
    let has = |name: &str| archive.file_names().any(|part| part.eq_ignore_ascii_case(name));
    let kind = if has("xl/workbook.xml") {
        Kind::Excel
    } else if has("content.xml") && has("mimetype") {
        Kind::OpenDocument
    } else if has("xl/workbook.bin") || has("EncryptedPackage") {
        return Err(UnreadableList::UnsupportedSpreadsheet);
    } else {
        return Err(UnreadableList::UnknownFormat);
    };
    let mut left = UNPACKED_BYTES_MAX;
    let mut buffer = vec![0_u8; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| UnreadableList::Damaged)?;
        // Sheets are read element by element; the other parts as a whole.
        let is_sheet = part.name().to_ascii_lowercase().contains("worksheets/");
        let mut elements = 0;
        loop {
            let read = part.read(&mut buffer).map_err(|_| UnreadableList::Damaged)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            left = left.checked_sub(read).ok_or(UnreadableList::TooLarge)?;
            if !is_sheet {
                elements += chunk.split(|byte| *byte == b'<').count() - 1;
            }
            if elements > ELEMENTS_MAX && matches!(kind, Kind::Excel) {
                return Err(UnreadableList::TooLarge);
            }
        }
    }
    Ok(kind)
}

/// Unpacks one part of an archive.
fn part(bytes: &[u8], name: &str, limit: usize) -> Result<Vec<u8>, UnreadableList> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnreadableList::Damaged)?;
    let part = archive.by_name(name).map_err(|_| UnreadableList::Damaged)?;
    let mut content = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    part.take(limit).read_to_end(&mut content).map_err(|_| UnreadableList::Damaged)?;
    Ok(content)
}

/// Reads the visible sheets of an .xlsx file.
fn excel(bytes: &[u8]) -> Result<Vec<CellTable>, UnreadableList> {
    let damaged = |_| UnreadableList::Damaged;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).take(SHEETS_MAX).collect();
    let mut limits = TableLimits::default();
    let mut tables = Vec::new();
    for name in &names {
        let Ok(mut cells) = book.worksheet_cells_reader(name) else { continue };
        let mut table = CellTable { sheet: sheet_name(name, names.len()), ..CellTable::default() };
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let Some(text) = text_of(cell.get_value()) else { continue };
            let (row, column) = cell.get_position();
            let (line, column) = (index(row) + 1, index(column));
            table.put(line, column, &text, &mut limits)?;
        }
        tables.push(table);
    }
    Ok(tables)
}

fn index(position: u32) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX - 1)
}

/// Returns the name for places in a sheet, if there are several.
pub(super) fn sheet_name(name: &str, sheets: usize) -> Option<Arc<str>> {
    (sheets > 1).then(|| name.chars().take(80).collect::<String>().into())
}

impl CellTable {
    /// Puts a cell into its row. Rows and columns come in order in a usual file; in others, a row is begun again.
    pub(super) fn put(
        &mut self,
        line: usize,
        column: usize,
        text: &str,
        limits: &mut TableLimits,
    ) -> Result<(), UnreadableList> {
        if column >= COLUMNS_MAX {
            return Err(UnreadableList::TooManyCells);
        }
        if self.rows.last().is_none_or(|row| row.line != line || row.len() > column) {
            limits.row(0)?;
            self.rows.push(Row::new(line));
        }
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        limits.cells(column + 1 - row.len())?;
        while row.len() < column {
            row.push("");
        }
        row.push(text);
        Ok(())
    }
}

/// Returns the text of a cell as a person would write it; `None` for an empty one.
fn text_of(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::DateTime(date) => date_text(date),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Returns a number without an exponent: spreadsheets keep phone numbers as decimals, and show large ones as 5.5E+12.
pub(super) fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e18 { format!("{number:.0}") } else { number.to_string() }
}

fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

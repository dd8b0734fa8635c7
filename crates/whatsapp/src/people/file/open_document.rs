//! Reads the sheets of an .ods file, from its `content.xml`.

use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

use quick_xml::{Reader, XmlVersion};

use super::spreadsheet::{number_text, sheet_name};
use crate::people::table::{CellTable, TableLimits};
use crate::people::{COLUMNS_MAX, UnreadableList};

/// Most bytes of the text of one cell.
const CELL_BYTES_MAX: usize = 4_096;
/// Most rows that one row with content stands for.
const REPEATED_ROWS_MAX: usize = 1_000;

#[derive(Default)]
struct Sheets {
    tables: Vec<CellTable>,
    limits: TableLimits,
    line: usize,
    column: usize,
    /// Cells of the present row, with their columns.
    row: Vec<(usize, String)>,
    row_repeats: usize,
    cell: Option<SheetCell>,
    /// Depth of notes, whose text is no content.
    notes: usize,
}

struct SheetCell {
    repeats: usize,
    /// The value of a number or a date.
    value: Option<String>,
    text: String,
}

/// Reads the sheets of a document.
pub(super) fn read(content: &[u8]) -> Result<Vec<CellTable>, UnreadableList> {
    let mut reader = Reader::from_reader(content);
    let mut sheets = Sheets::default();
    loop {
        match reader.read_event().map_err(|_| UnreadableList::Damaged)? {
            Event::Start(start) => sheets.start(&start)?,
            Event::Empty(start) => {
                sheets.start(&start)?;
                sheets.end(start.local_name().as_ref())?;
            }
            Event::End(end) => sheets.end(end.local_name().as_ref())?,
            Event::Text(text) => sheets.text(&text.decode().map_err(|_| UnreadableList::Damaged)?),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten();
                let named = || match &*reference {
                    b"amp" => "&",
                    b"lt" => "<",
                    b"gt" => ">",
                    b"quot" => "\"",
                    b"apos" => "'",
                    _ => "",
                };
                match character {
                    Some(character) => sheets.text(character.encode_utf8(&mut [0; 4])),
                    None => sheets.text(named()),
                }
            }
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if sheets.tables.len() == 1
        && let Some(only) = sheets.tables.first_mut()
    {
        only.sheet = None;
    }
    Ok(sheets.tables)
}

impl Sheets {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), UnreadableList> {
        match element.local_name().as_ref() {
            b"table" => {
                let name = attribute(element, b"name").unwrap_or_default();
                self.tables.push(CellTable { sheet: sheet_name(&name, 2), ..CellTable::default() });
                self.line = 0;
            }
            b"table-row" => {
                self.column = 0;
                self.row.clear();
                self.row_repeats = repeats(element, b"number-rows-repeated");
            }
            b"table-cell" | b"covered-table-cell" => {
                let value = match attribute(element, b"value-type").as_deref() {
                    Some("float" | "currency" | "percentage") => {
                        attribute(element, b"value").and_then(|value| value.parse().ok()).map(number_text)
                    }
                    Some("date") => attribute(element, b"date-value"),
                    _ => None,
                };
                let repeats = repeats(element, b"number-columns-repeated");
                self.cell = Some(SheetCell { repeats, value, text: String::new() });
            }
            b"annotation" => self.notes += 1,
            b"s" | b"tab" => self.text(" "),
            b"p" if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) => self.text("\n"),
            _ => {}
        }
        if self.tables.len() > COLUMNS_MAX { Err(UnreadableList::TooManyCells) } else { Ok(()) }
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = self.cell.as_mut().filter(|_| self.notes == 0) else { return };
        if cell.text.len() + text.len() <= CELL_BYTES_MAX {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<(), UnreadableList> {
        match name {
            b"annotation" => self.notes = self.notes.saturating_sub(1),
            b"table-cell" | b"covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let text = cell.value.unwrap_or(cell.text);
                if !text.trim().is_empty() {
                    for column in self.column..self.column.saturating_add(cell.repeats.min(COLUMNS_MAX)) {
                        if self.row.len() >= COLUMNS_MAX {
                            return Err(UnreadableList::TooManyCells);
                        }
                        self.row.push((column, text.clone()));
                    }
                }
                self.column = self.column.saturating_add(cell.repeats);
            }
            b"table-row" => {
                let count = if self.row.is_empty() { 0 } else { self.row_repeats.min(REPEATED_ROWS_MAX) };
                for repeat in 0..count {
                    let line = self.line.saturating_add(repeat + 1);
                    if let Some(table) = self.tables.last_mut() {
                        for (column, text) in &self.row {
                            table.put(line, *column, text, &mut self.limits)?;
                        }
                    }
                }
                self.line = self.line.saturating_add(self.row_repeats);
                self.row.clear();
            }
            _ => {}
        }
        Ok(())
    }
}

fn repeats(element: &BytesStart<'_>, name: &[u8]) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok();
    value.map(Cow::into_owned)
}

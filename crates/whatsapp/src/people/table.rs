//! Reads tables: rows of cells, whatever file they come from.

use std::sync::Arc;

use super::collect::{Collector, RowKind};
use super::columns::Columns;
use super::{CELLS_MAX, COLUMNS_MAX, ListFormat, PeopleList, ROWS_MAX, ReadOptions, UnreadableList};

/// A row of a table: its cells in one text.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Counted from 1, as the file's program shows it.
    pub(super) line: usize,
    text: String,
    ends: Vec<u32>,
}

impl Row {
    pub(super) fn new(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell.trim());
        // A file has at most a megabyte, and a spreadsheet a few more.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns a cell; an empty text for one that the row does not have.
    pub(super) fn cell(&self, column: usize) -> &str {
        let end = |column: usize| self.ends.get(column).and_then(|end| usize::try_from(*end).ok());
        let start = column.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(column));
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.cell(column))
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.text.contains(|c: char| !c.is_whitespace())
    }

    /// Returns the filled cells with commas between them, as far as they can be shown.
    pub(super) fn summary(&self) -> String {
        let filled: Vec<&str> = self.cells().filter(|cell| !cell.is_empty()).take(12).collect();
        filled.join(", ")
    }
}

#[derive(Debug, Default)]
pub(super) struct CellTable {
    pub(super) sheet: Option<Arc<str>>,
    pub(super) rows: Vec<Row>,
    /// Rows in front that are no part of the table, such as `sep=;`.
    pub(super) ignored: usize,
    /// The first row holds the names of fields, and is no row of the list.
    pub(super) has_made_titles: bool,
}

/// Checks the limits of a table while it is built.
#[derive(Debug, Default)]
pub(super) struct TableLimits {
    rows: usize,
    cells: usize,
}

impl TableLimits {
    /// Counts a row of `cells`.
    pub(super) fn row(&mut self, cells: usize) -> Result<(), UnreadableList> {
        self.rows += 1;
        self.cells += cells;
        let fits = self.rows <= ROWS_MAX && self.cells <= CELLS_MAX && cells <= COLUMNS_MAX;
        if fits { Ok(()) } else { Err(UnreadableList::TooManyCells) }
    }

    /// Counts cells of a row that was counted.
    pub(super) fn cells(&mut self, cells: usize) -> Result<(), UnreadableList> {
        self.cells += cells;
        if self.cells <= CELLS_MAX { Ok(()) } else { Err(UnreadableList::TooManyCells) }
    }
}

/// Reads the people of tables.
pub(super) fn read(
    tables: &[CellTable],
    format: ListFormat,
    options: ReadOptions,
) -> Result<PeopleList, UnreadableList> {
    let mut collector = Collector::new(format, options);
    for table in tables {
        collector.sheet.clone_from(&table.sheet);
        for _ in 0..table.ignored {
            collector.row(RowKind::Ignored)?;
        }
        let columns = Columns::choose(&table.rows, &mut collector);
        for (index, row) in table.rows.iter().enumerate().skip(usize::from(table.has_made_titles)) {
            if row.is_empty() {
                collector.row(RowKind::Empty)?;
            } else if index <= columns.titles_end() && columns.has_titles() {
                collector.row(RowKind::Ignored)?;
            } else {
                columns.read(row, &mut collector)?;
                collector.row(RowKind::Entries)?;
            }
        }
        collector.list.columns.extend(columns.chosen(collector.sheet.as_ref()));
    }
    Ok(collector.list)
}

//! Collects the entries of a list, with its limits.

use std::collections::HashMap;
use std::sync::Arc;

use super::{
    Country, DoubleEntry, FoundPerson, LineKey, ListFormat, PEOPLE_MAX, PeopleList, Place, ROWS_MAX, ReadOptions,
    Reading, RowCounts, UnclearEntry, UnclearReason, UnreadableList,
};
use crate::{Person, unicode};

/// Most characters of a label.
const LABEL_CHARS_MAX: usize = 80;
/// Most characters of an unclear entry.
const TEXT_CHARS_MAX: usize = 120;
/// Limit on the attempts to join words of one list into numbers. Usual lists need one to three a number.
const ATTEMPTS_MAX: usize = 40_000;

pub(super) struct Collector {
    pub(super) country: Option<Country>,
    pub(super) sheet: Option<Arc<str>>,
    pub(super) list: PeopleList,
    /// Attempts left; see [`ATTEMPTS_MAX`].
    pub(super) attempts: usize,
    first: HashMap<LineKey, usize>,
    entries: usize,
}

impl Collector {
    pub(super) fn new(format: ListFormat, options: ReadOptions) -> Self {
        let list = PeopleList {
            format,
            found: Vec::new(),
            unclear: Vec::new(),
            doubles: Vec::new(),
            rows: RowCounts::default(),
            columns: Vec::new(),
        };
        Self { country: options.country, sheet: None, list, attempts: ATTEMPTS_MAX, first: HashMap::new(), entries: 0 }
    }

    pub(super) fn place(&self, line: usize, part: usize) -> Place {
        Place { sheet: self.sheet.clone(), line, part }
    }

    /// Counts one entry. A list has no more entries than rows.
    fn count(&mut self) -> Result<(), UnreadableList> {
        self.entries += 1;
        if self.entries > ROWS_MAX { Err(UnreadableList::TooManyCells) } else { Ok(()) }
    }

    pub(super) fn person(
        &mut self,
        person: Person,
        reading: Reading,
        label: &str,
        place: Place,
    ) -> Result<(), UnreadableList> {
        self.count()?;
        let label = bounded(label, LABEL_CHARS_MAX);
        let key = person.line_key();
        let first = self.first.get(&key).and_then(|index| self.list.found.get_mut(*index));
        if let Some(first) = first {
            // The surest reading of a person counts.
            if first.reading.is_guess() && !reading.is_guess() {
                first.reading = reading;
            }
            if first.label.is_none() {
                first.label.clone_from(&label);
            }
            let first = first.place.clone();
            self.list.doubles.push(DoubleEntry { person, label, place, first });
            return Ok(());
        }
        if self.list.found.len() == PEOPLE_MAX {
            return Err(UnreadableList::TooManyPeople);
        }
        self.first.insert(key, self.list.found.len());
        self.list.found.push(FoundPerson { person, label, place, reading });
        Ok(())
    }

    pub(super) fn unclear(
        &mut self,
        text: &str,
        reason: UnclearReason,
        label: &str,
        place: Place,
    ) -> Result<(), UnreadableList> {
        self.count()?;
        let label = bounded(label, LABEL_CHARS_MAX);
        let text = bounded(text, TEXT_CHARS_MAX).unwrap_or_default();
        self.list.unclear.push(UnclearEntry { text, label, place, reason });
        Ok(())
    }

    /// Counts a row. Returns an error if there are too many.
    pub(super) fn row(&mut self, kind: RowKind) -> Result<(), UnreadableList> {
        let rows = &mut self.list.rows;
        rows.total += 1;
        match kind {
            RowKind::Entries => rows.with_entries += 1,
            RowKind::Empty => rows.empty += 1,
            RowKind::Ignored => rows.ignored += 1,
        }
        if rows.total > ROWS_MAX { Err(UnreadableList::TooManyCells) } else { Ok(()) }
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Entries,
    Empty,
    Ignored,
}

/// Returns a text on one line, with at most `limit` characters; `None` if there is nothing to see.
fn bounded(text: &str, limit: usize) -> Option<String> {
    // More characters than can be shown, so that a long text costs no more than a short one.
    let start: String = text.trim_start().chars().take(limit * 4).collect();
    let line = unicode::single_line(&unicode::shown(&start));
    let line = line.trim_matches(|c: char| matches!(c, ',' | ';' | '|' | ':' | '=' | '-' | '–' | '—' | '•' | '*'));
    let line = line.trim();
    if !unicode::has_visible(line) {
        return None;
    }
    if line.chars().count() <= limit {
        return Some(line.to_owned());
    }
    Some(line.chars().take(limit.saturating_sub(1)).chain(['…']).collect())
}

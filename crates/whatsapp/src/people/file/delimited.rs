//! Tables in text files: CSV with any separator, TSV, and tables that were copied from a spreadsheet.

use crate::people::table::{CellTable, Row};
use crate::people::{CELLS_MAX, COLUMNS_MAX, ROWS_MAX, UnreadableList, chars, shape, text, titles};

/// Lines that decide about the separator.
const SAMPLE_LINES: usize = 60;
/// Titles stand in one of the first lines.
const HEADING_LINES: usize = 12;
/// Most lines of one quoted cell. A longer one is a quotation mark that is not closed.
const QUOTED_LINES_MAX: usize = 20;
/// Fewest digits in a later line of a quoted cell for it to be a row of its own behind a stray quotation mark.
const ROW_DIGITS_MIN: usize = 9;

const SEPARATORS: [char; 6] = ['\t', ';', ',', '|', '^', '~'];

/// Reads a table. Returns `None` for a text that is none.
pub(super) fn table(text: &str) -> Result<Option<CellTable>, UnreadableList> {
    let first = text::lines(text).next().unwrap_or_default();
    let declared = first.trim().trim_matches('"').strip_prefix("sep=").or_else(|| first.trim().strip_prefix("SEP="));
    let declared = declared.map(|rest| rest.chars().next().unwrap_or('\t'));
    let Some(separator) = declared.or_else(|| separator(text)) else { return Ok(None) };
    let mut table = CellTable::default();
    let mut lines: Vec<&str> = text::lines(text).collect();
    let skipped = usize::from(declared.is_some());
    if lines.len() > ROWS_MAX {
        return Err(UnreadableList::TooManyCells);
    }
    // A marker that old programs write at the end.
    if lines.last() == Some(&"\u{1a}") {
        lines.pop();
    }
    table.ignored = skipped;
    let mut index = skipped;
    let mut cells = 0;
    while index < lines.len() {
        let mut row = Row::new(index + 1);
        index += read_row(lines.get(index..).unwrap_or_default(), separator, &mut row)?;
        cells += row.len();
        if cells > CELLS_MAX {
            return Err(UnreadableList::TooManyCells);
        }
        table.rows.push(row);
    }
    Ok(Some(table))
}

/// Reads one row from the first of the lines on. Returns how many lines it takes.
fn read_row(lines: &[&str], separator: char, row: &mut Row) -> Result<usize, UnreadableList> {
    let Some((mut rest, _)) = lines.split_first().map(|(first, others)| (*first, others)) else { return Ok(1) };
    // A table of Markdown has a bar at both ends.
    if separator == '|' {
        let trimmed = rest.trim();
        rest = trimmed.strip_prefix('|').unwrap_or(trimmed);
        rest = rest.strip_suffix('|').unwrap_or(rest);
        if !rest.is_empty() && rest.chars().all(|c| matches!(c, '-' | '|' | ':' | ' ')) {
            row.push("");
            return Ok(1);
        }
    }
    let mut used = 1;
    loop {
        if row.len() == COLUMNS_MAX {
            return Err(UnreadableList::TooManyCells);
        }
        let start = rest.trim_start_matches(' ');
        if start.starts_with('"')
            && let Some(quoted) = Quoted::read(start, lines.get(used..).unwrap_or_default(), separator)
        {
            row.push(&quoted.text);
            used += quoted.more_lines;
            match quoted.rest {
                Some(after) => rest = after,
                None => return Ok(used),
            }
            continue;
        }
        let Some((cell, after)) = rest.split_once(separator) else {
            row.push(rest);
            return Ok(used);
        };
        row.push(cell);
        rest = after;
    }
}

/// A cell in quotation marks.
struct Quoted<'a> {
    text: String,
    more_lines: usize,
    /// What follows behind the separator; `None` at the end of the row.
    rest: Option<&'a str>,
}

impl<'a> Quoted<'a> {
    /// Reads the cell that begins with `"`. Returns `None` if the mark is not closed where a cell can end: then it is a
    /// character like others, and no row behind it is swallowed.
    fn read(start: &'a str, following: &[&'a str], separator: char) -> Option<Self> {
        let mut text = String::new();
        let mut line = start.strip_prefix('"')?;
        let mut more_lines = 0;
        loop {
            if let Some((before, after)) = line.split_once('"') {
                text.push_str(before);
                if let Some(after) = after.strip_prefix('"') {
                    text.push('"');
                    line = after;
                    continue;
                }
                let after = after.trim_start_matches(' ');
                let rest = after.strip_prefix(separator);
                let is_end = after.is_empty() || rest.is_some();
                return is_end.then_some(Self { text, more_lines, rest });
            }
            text.push_str(line);
            text.push('\n');
            line = following.get(more_lines)?;
            more_lines += 1;
            let digits = line.bytes().filter(u8::is_ascii_digit).count();
            let is_row = line.contains(separator) && digits >= ROW_DIGITS_MIN;
            if more_lines > QUOTED_LINES_MAX || is_row {
                return None;
            }
        }
    }
}

/// Finds the separator of a table. Returns `None` for a text that is no table.
fn separator(text: &str) -> Option<char> {
    let sample: Vec<&str> = text::lines(text).filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    let counts = |separator: char| -> Vec<usize> { sample.iter().map(|line| count(line, separator)).collect() };
    let mut best: Option<(usize, char, usize)> = None;
    for separator in SEPARATORS {
        let counts = counts(separator);
        let filled: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
        let usual = filled.iter().copied().max_by_key(|one| filled.iter().filter(|other| *other == one).count());
        let Some(usual) = usual else { continue };
        let same = filled.iter().filter(|count| **count == usual).count();
        let score = same * 100 + usual.min(50);
        if best.is_none_or(|(top, _, _)| score > top) {
            best = Some((score, separator, same));
        }
    }
    let titles = sample.iter().take(HEADING_LINES).find(|line| {
        let separator = best.map_or(',', |(_, separator, _)| separator);
        is_title_row(line, separator)
    });
    match best {
        Some((_, separator, same)) if titles.is_some() && same * 2 >= sample.len().min(4) => Some(separator),
        Some((_, separator, same)) if sample.len() >= 2 && same * 10 >= sample.len() * 7 => {
            has_column_of_text(&sample, separator).then_some(separator)
        }
        _ => titles.map(|_| best.map_or(',', |(_, separator, _)| separator)),
    }
}

/// Counts the separators of a line outside of quotation marks.
fn count(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for c in line.chars() {
        if c == '"' {
            quoted = !quoted;
        }
        count += usize::from(c == separator && !quoted);
    }
    // A mark that is not closed.
    if quoted { line.matches(separator).count() } else { count }
}

/// Returns whether a line is one of titles, with one of phone numbers among them.
fn is_title_row(line: &str, separator: char) -> bool {
    if line.bytes().filter(u8::is_ascii_digit).count() > 60 || line.len() > 8_000 {
        return false;
    }
    let mut kinds = line.split(separator).map(|cell| titles::kind(cell.trim().trim_matches('"')));
    let is_alone = !line.contains(separator);
    let is_heading = is_alone && (line.trim().ends_with(':') || line.split_whitespace().count() > 3);
    !is_heading && kinds.any(|kind| kind.is_some_and(titles::Title::is_number))
}

/// Returns whether a column holds no numbers. Without one, the text is a list of numbers with separators.
fn has_column_of_text(sample: &[&str], separator: char) -> bool {
    let columns = sample.iter().map(|line| count(line, separator) + 1).max().unwrap_or(1).min(COLUMNS_MAX);
    let mut numbers = vec![0_usize; columns];
    let mut filled = vec![0_usize; columns];
    for line in sample {
        for (column, cell) in line.split(separator).enumerate().take(columns) {
            let cell = chars::plain(cell);
            let is_number = cell.bytes().filter(u8::is_ascii_digit).count() >= 7 && shape::word(cell.trim()).is_none();
            if cell.trim().is_empty() {
                continue;
            }
            if let Some(filled) = filled.get_mut(column) {
                *filled += 1;
            }
            if let Some(numbers) = numbers.get_mut(column).filter(|_| is_number) {
                *numbers += 1;
            }
        }
    }
    let has_numbers = numbers.iter().any(|count| *count > 0);
    let different = |(filled, numbers): (&usize, &usize)| *filled * 2 > sample.len() && numbers * 2 < *filled;
    // Two columns of digits, one of which has the country codes.
    let mixed = {
        let plus = |column: usize| {
            sample
                .iter()
                .filter(|line| line.split(separator).nth(column).is_some_and(|cell| cell.contains('+')))
                .count()
        };
        (0..columns).any(|column| plus(column) * 2 > sample.len()) && (0..columns).any(|column| plus(column) == 0)
    };
    has_numbers && (filled.iter().zip(&numbers).any(different) || mixed)
}

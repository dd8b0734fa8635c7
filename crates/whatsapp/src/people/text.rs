//! Reads free text: lines, lists, chats.

use super::collect::{Collector, RowKind};
use super::piece::{Scan, scan};
use super::{
    ListFormat, PeopleList, ROWS_MAX, ReadOptions, Reading, UnclearReason, UnreadableList, chars, counter, file, label,
};

/// A line of more words that has no number introduces the list, or is a message between its entries.
const NAME_WORDS_MAX: usize = 4;

/// Reads the people of a text that was pasted: a list in any form, a table, contacts, JSON.
pub fn read_text(text: &str, options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    if text.len() > file::FILE_BYTES_MAX {
        return Err(UnreadableList::TooLarge);
    }
    file::read_decoded(text.strip_prefix('\u{feff}').unwrap_or(text), options)
}

/// Returns the lines of a text as an editor counts them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text).filter(|text| !text.is_empty());
        };
        let (line, after) = text.split_at_checked(end)?;
        rest = after.strip_prefix("\r\n").or_else(|| after.get(1..));
        Some(line)
    })
}

/// A line that may name the person of the next line.
struct Pending<'a> {
    line: usize,
    text: &'a str,
}

/// Reads free text.
pub(super) fn read(text: &str, options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    let mut collector = Collector::new(ListFormat::Text, options);
    let is_numbered = is_numbered(text);
    let mut pending: Option<Pending<'_>> = None;
    let mut ignored = None;
    for (index, line) in lines(text).enumerate() {
        let number = index + 1;
        let plain = chars::plain(line);
        let content = plain.trim();
        if content.is_empty() || content.starts_with("```") {
            collector.row(RowKind::Empty)?;
            continue;
        }
        let has_link = ["://", "wa.me/", "whatsapp.com/"].iter().any(|part| content.contains(part));
        if !has_link && !content.contains(|c: char| c.is_ascii_digit() || c == '@') {
            flush(pending.take(), &mut collector)?;
            if content.split_whitespace().count() > NAME_WORDS_MAX && !content.contains([',', ';']) {
                ignored.get_or_insert(Pending { line: number, text: line });
                collector.row(RowKind::Ignored)?;
            } else {
                pending = Some(Pending { line: number, text: line });
            }
            continue;
        }
        let name = pending.as_ref().filter(|pending| pending.line + 1 == number && !pending.text.contains([',', ';']));
        let name = name.map(|pending| label::clean(pending.text));
        let entries = TextLine::scan(content, is_numbered, &mut collector)?;
        if name.is_some() && entries.is_one_without_label() {
            pending = None;
            collector.row(RowKind::Ignored)?;
        }
        flush(pending.take(), &mut collector)?;
        entries.emit(number, &name.unwrap_or_default(), line, &mut collector)?;
    }
    flush(pending, &mut collector)?;
    let list = &collector.list;
    // A text without any entry says why.
    if let Some(first) = ignored.filter(|_| list.found.is_empty() && list.unclear.is_empty()) {
        collector.list.rows.ignored -= 1;
        collector.list.rows.with_entries += 1;
        let place = collector.place(first.line, 1);
        collector.unclear(first.text, UnclearReason::NoNumber, "", place)?;
    }
    Ok(collector.list)
}

/// Reports a line that named nobody. A heading is ignored.
fn flush(pending: Option<Pending<'_>>, collector: &mut Collector) -> Result<(), UnreadableList> {
    let Some(pending) = pending else { return Ok(()) };
    if pending.text.trim_end().ends_with(':') || super::titles::kind(pending.text).is_some() {
        return collector.row(RowKind::Ignored);
    }
    collector.row(RowKind::Entries)?;
    let plain = chars::plain(pending.text);
    let mut named = pieces(&plain);
    if named.is_empty() {
        named.push(&plain);
    }
    for (index, piece) in named.into_iter().enumerate() {
        let place = collector.place(pending.line, index + 1);
        collector.unclear(piece, UnclearReason::NoNumber, "", place)?;
    }
    Ok(())
}

/// The entries of a line.
struct TextLine {
    /// With the text of each.
    pieces: Vec<(Scan, String)>,
}

impl TextLine {
    fn scan(content: &str, is_numbered: bool, collector: &mut Collector) -> Result<Self, UnreadableList> {
        let content = without_chat_prefix(content);
        let entries = counter::entries(content);
        if entries.len() > 1 {
            return Self::of(entries.into_iter().flat_map(pieces_of_entry).collect(), true, collector);
        }
        let item = without_ordinal(content, is_numbered);
        let mut line = Self::of(pieces_of_entry(item), true, collector)?;
        let found = |line: &Self| line.pieces.iter().any(|(scan, _)| !scan.people.is_empty());
        if item.len() < content.len() && !is_numbered && !found(&line) {
            // The ordinal was a group of a national number: 06. 12. 34. 56. 78
            let whole = Self::of(pieces_of_entry(content), false, collector)?;
            let is_national = |scan: &Scan| scan.people.iter().all(|one| matches!(one.reading, Reading::National(_)));
            if found(&whole) && whole.pieces.iter().all(|(scan, _)| is_national(scan)) {
                line = whole;
            }
        }
        Ok(line)
    }

    fn of(pieces: Vec<&str>, starts_entry: bool, collector: &mut Collector) -> Result<Self, UnreadableList> {
        if pieces.len() > ROWS_MAX {
            return Err(UnreadableList::TooManyCells);
        }
        let pieces = pieces.into_iter();
        Ok(Self { pieces: pieces.map(|piece| (scan(piece, starts_entry, collector), piece.to_owned())).collect() })
    }

    fn is_one_without_label(&self) -> bool {
        matches!(self.pieces.as_slice(), [(scan, _)] if !scan.people.is_empty() && scan.label.is_empty())
    }

    /// Puts the number in front of each pair of a name and a number, in either order: `Ana, +55…, Bia, +55…`.
    /// Returns whether the line is made of such pairs.
    fn pair_up(&mut self) -> bool {
        let is_name = |scan: &Scan| scan.is_empty() && scan.note.is_none() && !scan.label.is_empty();
        let is_number = |scan: &Scan| !scan.is_empty() && scan.label.is_empty();
        let (mut names, mut numbers) = (0, 0);
        for (index, (scan, _)) in self.pieces.iter().enumerate() {
            names += usize::from(is_name(scan) && index % 2 == 0) + usize::from(is_number(scan) && index % 2 == 1);
            numbers += usize::from(is_number(scan) && index % 2 == 0) + usize::from(is_name(scan) && index % 2 == 1);
        }
        let count = self.pieces.len();
        if numbers == count && count.is_multiple_of(2) {
            for pair in self.pieces.chunks_mut(2) {
                pair.reverse();
            }
            return true;
        }
        names == count && count.is_multiple_of(2)
    }

    /// Takes the name of a line with one number and one name in front of it, whatever else is in it. In a longer line, a
    /// word behind the number may be an entry of its own that is no number.
    fn take_only_name(&mut self) -> Option<String> {
        let is_name = |scan: &Scan| scan.is_empty() && scan.note.is_none() && !scan.label.is_empty();
        let numbers: Vec<(usize, &Scan)> =
            self.pieces.iter().map(|(scan, _)| scan).enumerate().filter(|(_, scan)| !scan.people.is_empty()).collect();
        let [(number, scan)] = numbers.as_slice() else { return None };
        let (number, is_bare) = (*number, scan.label.is_empty());
        let mut names = self.pieces.iter().enumerate().filter(|(_, (scan, _))| is_name(scan)).map(|(index, _)| index);
        let (first, second) = (names.next()?, names.next());
        let name = self.pieces.get_mut(first).filter(|_| is_bare && first < number && second.is_none())?;
        Some(std::mem::take(&mut name.0.label))
    }

    fn emit(mut self, line: usize, name: &str, text: &str, collector: &mut Collector) -> Result<(), UnreadableList> {
        let pairs = self.pair_up();
        let has_people = self.pieces.iter().any(|(scan, _)| !scan.is_empty());
        let has_person = self.pieces.iter().any(|(scan, _)| !scan.people.is_empty());
        let mut label = if pairs { None } else { self.take_only_name() }.unwrap_or_else(|| name.to_owned());
        let mut entries = 0;
        for (index, (scan, piece)) in self.pieces.into_iter().enumerate() {
            if pairs && index % 2 == 0 {
                label = scan.label;
                continue;
            }
            if scan.is_empty() {
                // The number of a list item, in a column of its own.
                // An address is no entry beside a number.
                let is_address = has_people && scan.note.is_none() && scan.label.is_empty();
                let is_ordinal = index == 0 && has_people && scan.note.is_some() && scan.label.is_empty();
                if !is_ordinal && !is_address {
                    let note = scan
                        .note
                        .filter(|note| *note != UnclearReason::TooShort || scan.label.is_empty() || !has_people);
                    let reason = note.unwrap_or(UnclearReason::NoNumber);
                    let place = collector.place(line, index + 1);
                    collector.unclear(&piece, reason, "", place)?;
                    entries += 1;
                }
                continue;
            }
            let has_own = !scan.label.is_empty();
            for one in scan.people {
                let place = collector.place(line, index + 1);
                let beside = if has_own { &*one.label } else { &*label };
                collector.person(one.person, one.reading, beside, place)?;
            }
            for one in scan.problems {
                // Beside a person, a date or an id is said about them.
                if has_person && one.reason.is_of_a_person() {
                    continue;
                }
                let place = collector.place(line, index + 1);
                let beside = if has_own { &*one.label } else { &*label };
                collector.unclear(&one.text, one.reason, beside, place)?;
            }
            entries += 1;
        }
        if entries == 0 {
            let place = collector.place(line, 1);
            collector.unclear(text, UnclearReason::NoNumber, "", place)?;
        }
        collector.row(RowKind::Entries)
    }
}

/// Splits a text at the counters of its entries, and at commas, semicolons, bars, tabs and line breaks. A comma of a
/// decimal number stays.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    counter::entries(text).into_iter().flat_map(pieces_of_entry).collect()
}

fn pieces_of_entry(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (index, c) in text.char_indices() {
        if !matches!(c, ',' | ';' | '|' | '\t' | '\n') || (c == ',' && is_decimal_comma(text, index)) {
            continue;
        }
        pieces.push(text.get(start..index).unwrap_or_default());
        start = index + c.len_utf8();
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces.retain(|piece| piece.chars().any(|c| c.is_alphanumeric() || !c.is_ascii()));
    pieces.into_iter().map(str::trim).collect()
}

/// Returns whether a comma stands in a number such as `5511999999999,00` or `5,51E+12`.
fn is_decimal_comma(text: &str, index: usize) -> bool {
    let before = text.get(..index).unwrap_or_default();
    let after = text.get(index + 1..).unwrap_or_default();
    let fraction = after.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = after.split_at_checked(fraction).unwrap_or_default();
    let has_exponent = rest
        .strip_prefix(['e', 'E'])
        .is_some_and(|rest| rest.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit()));
    let whole = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_amount = fraction == 2 && whole <= 3 && !rest.starts_with(|c: char| c.is_ascii_digit());
    let is_zero = (1..=2).contains(&fraction) && digits.bytes().all(|digit| digit == b'0');
    before.ends_with(|c: char| c.is_ascii_digit()) && fraction > 0 && (has_exponent || is_zero || is_amount)
}

/// Removes the number of a list item, a bullet or a quotation mark in front of a line.
fn without_ordinal(line: &str, is_numbered: bool) -> &str {
    let line = line.trim_start_matches(['-', '*', '•', '>', '#', '–', '·', '‣', '◦', ' ']);
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    let Some((digits, rest)) = ordinal(inner) else { return counter::without_lead(line, is_numbered) };
    // The brackets of an area code are no mark: (11) 97777-0412
    if line.starts_with('(') && !is_numbered {
        return line;
    }
    let marked = rest.trim_start_matches(['.', ')', ':', ']', '°', 'º', 'ª', '-', '/']);
    let has_mark = marked.len() < rest.len() && !rest.starts_with('-');
    let content = marked.trim_start();
    let is_spaced = content.len() < marked.len();
    let is_item = has_mark
        && (is_spaced
            || rest.starts_with([')', ']', '°', 'º', 'ª'])
            || content.starts_with('+')
            || content.starts_with(char::is_alphabetic));
    let is_counted = is_numbered && (is_spaced || has_mark || rest.starts_with('-'));
    let is_short = digits.len() <= 3 || is_numbered;
    if (is_item || is_counted) && is_short && !content.is_empty() { content } else { line }
}

/// Splits a line behind the digits in front of it, at most four.
fn ordinal(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits).then(|| line.split_at_checked(digits)).flatten()
}

/// Returns whether the lines of a text are numbered 1, 2, 3: most lines begin with the number after the one before.
fn is_numbered(text: &str) -> bool {
    let (mut last, mut steps, mut count) = (None, 0_usize, 0_usize);
    for line in lines(text).filter(|line| !line.trim().is_empty()) {
        let plain = chars::plain(&line.chars().take(40).collect::<String>());
        let number = ordinal(plain.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+'));
        let number = number.filter(|(_, rest)| {
            rest.starts_with([' ', '\t', '.', ')', ':', ']', '-', ',', ';', 'º', 'ª', '°']) || rest.starts_with("/ ")
        });
        let is_marked = number.is_some_and(|(_, rest)| rest.starts_with(['.', ')', ':', ']']));
        let number = number.and_then(|(digits, _)| digits.parse::<u32>().ok());
        count += 1;
        // Area codes that follow each other are no numbers of a list.
        if last.is_none() && !is_marked && number.is_some_and(|number| number > 1) {
            return false;
        }
        if let (Some(last), Some(number)) = (last, number) {
            steps += usize::from(number == last + 1);
        }
        last = number.or(last);
    }
    steps >= 1 && (steps + 1) * 10 >= count * 6
}

/// Removes the time of a message in an exported chat: `[17/05/2024, 10:33:12] `, `17.05.24, 10:33 - `.
fn without_chat_prefix(line: &str) -> &str {
    let inner = line.strip_prefix('[').unwrap_or(line);
    let Some((date, rest)) = inner.split_once([',', ' ']) else { return line };
    if super::shape::word(date) != Some(UnclearReason::Date) {
        return line;
    }
    let rest = rest.trim_start();
    let time = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
    if time.len() == rest.len() || !rest.contains(':') {
        return line;
    }
    let lower = time.trim_start();
    let lower = ["AM", "PM", "am", "pm", "a. m.", "p. m.", "a.m.", "p.m."]
        .iter()
        .find_map(|half| lower.strip_prefix(half))
        .unwrap_or(lower);
    let message = lower.trim_start().trim_start_matches([']', '-']).trim_start();
    if message.is_empty() { line } else { message }
}

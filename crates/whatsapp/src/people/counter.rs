//! The marks that count the entries of a list: `1)`, `2.`, `#3`, `nº 4`, `(5)`, `6º`, `a)`, `ii)`.

use super::context;
use super::piece::NOTE_DIGITS_MAX;

/// Most digits of a counter.
const DIGITS_MAX: usize = 3;
/// Fewest digits of an entry behind a counter that is not 1, so that an area code is not taken for it.
const WHOLE_NUMBER_DIGITS_MIN: usize = 10;
/// Words in front of the number of an entry.
const WORDS: [&str; 18] = [
    "#", "nº", "n°", "n.º", "n.°", "n", "no", "№", "nr", "num", "núm", "número", "number", "nomor", "item", "pos",
    "s.no", "sr",
];
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// How a counter is written. The counters of one list are all written alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `(1)`
    Brackets,
    /// `[1]`
    Square,
    /// `#1`, `nº 1`
    Word,
    /// `1)`
    Bracket,
    /// `1.`
    Dot,
    /// `1º`
    Ordinal,
    /// `1:`
    Colon,
    /// `1 -`
    Dash,
    /// `1/`
    Slash,
    /// `1 Ana`, `1 +55`
    Bare,
    /// `a)`
    Letter,
    /// `ii)`
    Roman,
}

const STYLES: [Style; 12] = [
    Style::Brackets,
    Style::Square,
    Style::Word,
    Style::Bracket,
    Style::Dot,
    Style::Ordinal,
    Style::Colon,
    Style::Dash,
    Style::Slash,
    Style::Bare,
    Style::Letter,
    Style::Roman,
];

/// A counter in a text, by byte offsets.
#[derive(Debug, Clone, Copy)]
struct Counter {
    style: Style,
    value: usize,
    start: usize,
    end: usize,
}

/// Splits a text at the counters of its entries, and leaves these out. A text without two counters that follow each
/// other stays whole.
pub(super) fn entries(text: &str) -> Vec<&str> {
    let counters = counters(text);
    let chain = STYLES.iter().find_map(|style| chain(text, &counters, *style));
    let Some(chain) = chain else { return vec![text] };
    let first = chain.first().map_or(0, |first| first.start);
    let front = text.get(..first).filter(|front| is_entry(front));
    let next = chain.iter().skip(1).map(|next| next.start).chain([text.len()]);
    let behind = chain.iter().zip(next).filter_map(|(counter, end)| text.get(counter.end..end));
    front.into_iter().chain(behind).collect()
}

/// Returns whether a text in front of the first counter is more than a heading.
fn is_entry(text: &str) -> bool {
    let text = text.trim();
    digits(text) > 0 || text.contains('@') || (text.contains(char::is_alphabetic) && !text.ends_with(':'))
}

/// Finds the counters of one style that follow each other, with the digits of a number behind each.
fn chain(text: &str, all: &[Counter], style: Style) -> Option<Vec<Counter>> {
    let mut chain: Vec<Counter> = Vec::new();
    for counter in all.iter().filter(|counter| counter.style == style) {
        match chain.last() {
            None if counter.value == 1 || style.is_certain() => chain.push(*counter),
            Some(last) if counter.value == last.value + 1 => chain.push(*counter),
            _ => {}
        }
    }
    let least = if chain.first()?.value == 1 { NOTE_DIGITS_MAX + 1 } else { WHOLE_NUMBER_DIGITS_MIN };
    let next = chain.iter().skip(1).map(|next| next.start).chain([text.len()]);
    let is_number = |entry: &str| entry.contains('@') || entry.contains("wa.me/") || digits(entry) >= least;
    let all_numbers = chain.iter().zip(next).all(|(counter, end)| text.get(counter.end..end).is_some_and(is_number));
    (chain.len() >= 2 && all_numbers).then_some(chain)
}

impl Style {
    /// Returns whether a list can begin with a counter of this style that is not 1.
    fn is_certain(self) -> bool {
        matches!(self, Self::Square | Self::Word | Self::Bracket | Self::Ordinal | Self::Letter)
    }
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn counters(text: &str) -> Vec<Counter> {
    let mut counters = Vec::new();
    let mut last = ' ';
    for (index, c) in text.char_indices() {
        let is_start = c.is_ascii_digit() || c.is_alphabetic() || matches!(c, '(' | '[' | '#' | '№');
        if is_start
            && !last.is_alphanumeric()
            && !matches!(last, '+' | '(' | '[' | '#' | '.' | '-' | '/' | ':' | '\'' | '_')
        {
            let rest = context::start_of(text.get(index..).unwrap_or_default());
            counters.extend(numeric(rest).into_iter().chain(lettered(rest)).map(|(style, value, length)| Counter {
                style,
                value,
                start: index,
                end: index + length,
            }));
        }
        last = c;
    }
    counters
}

/// Reads the counter of digits that a text begins with.
fn numeric(text: &str) -> Option<(Style, usize, usize)> {
    let word = word_length(text);
    let open = text.get(word..)?;
    let bracket = open.chars().next().filter(|c| matches!(c, '(' | '[')).filter(|_| word == 0);
    let inner = open.get(usize::from(bracket.is_some())..)?;
    let length = inner.bytes().take(DIGITS_MAX + 1).take_while(u8::is_ascii_digit).count();
    if !(1..=DIGITS_MAX).contains(&length) {
        return None;
    }
    let (number, rest) = inner.split_at_checked(length)?;
    let value = number.parse().ok()?;
    let (style, mark) = match bracket {
        Some('(') => (Style::Brackets, rest.starts_with(')').then_some(1)?),
        Some(_) => (Style::Square, rest.starts_with(']').then_some(1)?),
        None if word > 0 => (Style::Word, marks(rest)?),
        None => mark(rest)?,
    };
    Some((style, value, word + usize::from(bracket.is_some()) + length + mark))
}

/// Returns the length of the word in front of a counter: `nº `, `No. `, `#`.
fn word_length(text: &str) -> usize {
    let word = text.split(|c: char| c == ' ' || c.is_ascii_digit()).next().unwrap_or_default();
    if word.len() > 12 || !is_word(word) {
        return 0;
    }
    let rest = text.get(word.len()..).unwrap_or_default();
    word.len() + rest.len() - rest.trim_start_matches(' ').len()
}

/// Returns whether a word stands in front of the number of an entry: `nº`, `No.`, `#`.
pub(super) fn is_word(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':']);
    WORDS.iter().any(|one| word.chars().flat_map(char::to_lowercase).eq(one.chars()))
}

/// Returns the length of the marks behind the digits of a counter.
fn marks(rest: &str) -> Option<usize> {
    let after = rest.trim_start_matches(['.', ')', ':', '-', ' ']);
    (after.len() < rest.len() && !after.is_empty()).then_some(rest.len() - after.len())
}

/// Reads the mark behind the digits of a counter.
fn mark(rest: &str) -> Option<(Style, usize)> {
    let style = match rest.chars().next()? {
        ')' => Style::Bracket,
        '.' => Style::Dot,
        'º' | 'ª' | '°' => Style::Ordinal,
        ':' if rest.starts_with(": ") => Style::Colon,
        '/' if rest.starts_with("/ ") => Style::Slash,
        '-' => Style::Dash,
        ' ' => {
            let after = rest.trim_start_matches(' ');
            let is_bare = after.starts_with(|c: char| c == '+' || c.is_alphabetic());
            return if after.starts_with("- ") { Some((Style::Dash, 3)) } else { is_bare.then_some((Style::Bare, 1)) };
        }
        _ => return None,
    };
    Some((style, rest.chars().next()?.len_utf8()))
}

/// Reads the counter of letters that a text begins with: `a)`, `(b)`, `ii)`, `c.`.
fn lettered(text: &str) -> Vec<(Style, usize, usize)> {
    let (open, inner) = text.strip_prefix('(').map_or((0, text), |inner| (1, inner));
    let length = inner.bytes().take(5).take_while(u8::is_ascii_alphabetic).count();
    let Some((letters, rest)) = inner.split_at_checked(length) else { return Vec::new() };
    let is_closed = rest.starts_with(')') || (open == 0 && rest.starts_with(". "));
    if length == 0 || !is_closed {
        return Vec::new();
    }
    let lower = letters.to_ascii_lowercase();
    let end = open + length + 1;
    let letter = lower.bytes().next().filter(|_| length == 1).map(|byte| usize::from(byte - b'a') + 1);
    let roman = ROMAN.iter().position(|one| *one == lower).map(|index| index + 1);
    let letter = letter.map(|value| (Style::Letter, value, end));
    letter.into_iter().chain(roman.map(|value| (Style::Roman, value, end))).collect()
}

/// Returns a line without the counter of a word or of letters in front of it: `nº 1: `, `#1 - `, `a) `, `II. `. Digits
/// that follow a counter without a mark may belong to the number behind it, unless the lines are numbered.
pub(super) fn without_lead(line: &str, is_numbered: bool) -> &str {
    let start = context::start_of(line);
    let lettered = lettered(start).first().and_then(|(.., length)| line.get(*length..));
    if let Some(rest) = lettered {
        let rest = rest.trim_start();
        let is_initial = line.get(1..).is_some_and(|rest| rest.starts_with('.'));
        let is_followed = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('));
        return if is_followed || (!is_initial && digits(rest) > NOTE_DIGITS_MAX) { rest } else { line };
    }
    let word = word_length(start);
    let Some((Style::Word, _, length)) = numeric(start) else { return line };
    let (counter, rest) = line.split_at_checked(length).unwrap_or(("", line));
    let is_marked = counter.get(word..).is_some_and(|counter| counter.contains([')', ':', '.', '-']));
    let is_apart = is_marked || is_numbered || !rest.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    if is_apart && (digits(rest) > NOTE_DIGITS_MAX || rest.contains('@')) { rest } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_told_by_their_counters() {
        for (text, expected) in [
            ("1) 11 97777-0412 2) 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"][..]),
            ("(1) +5511977770412 (2) +5511977770413", &[" +5511977770412 ", " +5511977770413"]),
            ("#1 11 97777-0412 #2 11 97777-0413", &["11 97777-0412 ", "11 97777-0413"]),
            ("nº 1 11 97777-0412 nº 2 11 97777-0413", &["11 97777-0412 ", "11 97777-0413"]),
            ("No. 1: 11 97777-0412 No. 2: 11 97777-0413", &["11 97777-0412 ", "11 97777-0413"]),
            ("1º 11 97777-0412 2º 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"]),
            ("a) 11 97777-0412 b) 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"]),
            ("i) 11 97777-0412 ii) 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"]),
            ("1 - Ana 11 97777-0412 2 - Bia 11 97777-0413", &["Ana 11 97777-0412 ", "Bia 11 97777-0413"]),
            ("Alpha: 1. 11 97777-0412 2. 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"]),
            ("3) 11 97777-0412 4) 11 97777-0413", &[" 11 97777-0412 ", " 11 97777-0413"]),
        ] {
            assert_eq!(entries(text), expected, "{text}");
        }
        for text in [
            "",
            "1",
            "1. 11 97777-0412",
            "(11) 97777-0412 (12) 97777-0413",
            "11) 97777-0412 12) 97777-0413",
            "01. 02. 03. 04. 05",
            "06 12 34 56 78",
            "1.415.555.0123 1.415.555.0124",
            "+1 415 555 0123 +2 415",
            "Ana 1) 2) 11 97777-0412",
            "2024-05-17 11 97777-0412",
        ] {
            assert_eq!(entries(text), [text], "{text}");
        }
    }
}

//! Finds the people in one piece of text: an entry of a line, or a cell.

use super::collect::Collector;
use super::run::read_run;
use super::titles::{self, Title};
use super::token::{GAP, Token, without_tokens};
use super::{ROWS_MAX, Reading, UnclearReason, shape};
use crate::Person;

/// Fewer digits than this are a note beside a number: a room, an age, the number of a list item.
const NOTE_DIGITS_MAX: usize = 6;
/// Most separators between two digits of a number.
const SEPARATORS_MAX: usize = 4;

/// Characters on each side of a run that can say what it is.
const CONTEXT_CHARS: usize = 40;

/// Most characters that are kept of what is no number.
const PROBLEM_CHARS_MAX: usize = 200;

/// Signs and codes that make a number an amount.
const CURRENCIES: [&str; 16] =
    ["$", "€", "£", "¥", "₹", "₽", "₺", "₦", "₱", "R$", "Rp", "USD", "EUR", "BRL", "INR", "IDR"];

/// What a piece holds.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) people: Vec<(Person, Reading)>,
    /// What looks like a number and is none, with its text.
    pub(super) problems: Vec<(UnclearReason, String)>,
    /// The text beside the numbers.
    pub(super) label: String,
    /// What digits are that are too few for a number.
    pub(super) note: Option<UnclearReason>,
}

impl Scan {
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.problems.is_empty()
    }
}

/// Digits with the separators between them, as byte offsets.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
}

/// Finds the people in a piece of plain text ([`super::chars::plain`]). `starts_entry`: the piece may begin with the
/// number of a list item.
pub(super) fn scan(piece: &str, starts_entry: bool, collector: &mut Collector) -> Scan {
    let mut scan = Scan::default();
    let (rest, tokens) = without_tokens(piece);
    for token in tokens {
        match token {
            Token::Person(person) => scan.people.push((person, Reading::Exact)),
            Token::Other(reason, text) => scan.problems.push((reason, text)),
        }
    }
    let has_exact = !scan.people.is_empty() || rest.contains('+');
    let mut label_start = 0;
    let mut runs = runs(&rest);
    if runs.len() > ROWS_MAX {
        runs.clear();
        scan.problems.push((UnclearReason::Ambiguous, piece.chars().take(PROBLEM_CHARS_MAX).collect()));
    }
    for (index, run) in runs.into_iter().enumerate() {
        let part = |from: usize, to: usize| rest.get(from..to).unwrap_or_default();
        let (before, text, after) = (part(0, run.start), part(run.start, run.end), part(run.end, rest.len()));
        let is_first = starts_entry && index == 0 && !before.contains(|c: char| c.is_alphanumeric() || c == GAP);
        let (before, after) = (end_of(before), start_of(after));
        let read = read(before, text, after, is_first, collector);
        let is_note = read.iter().all(|one| matches!(one, One::Note(_)));
        let note = read.iter().find_map(|one| if let One::Note(reason) = one { Some(*reason) } else { None });
        scan.note = scan.note.filter(|reason| *reason != UnclearReason::TooShort).or(note);
        scan.label.push_str(part(label_start, if is_note { run.end } else { run.start }));
        if !is_note {
            scan.label.push(' ');
        }
        label_start = run.end;
        for one in read {
            match one {
                One::Person(person, reading) if !has_exact || text.contains('+') => scan.people.push((person, reading)),
                // Beside a number with its country code, other digits are a note or an id.
                One::Person(..) => scan.problems.push((UnclearReason::Ambiguous, text.to_owned())),
                One::Problem(reason) => {
                    let is_said =
                        reason == UnclearReason::Masked && scan.problems.last().is_some_and(|(one, _)| *one == reason);
                    let is_beside = has_exact && !text.contains('+');
                    if !is_said && !is_beside {
                        let text = if reason == UnclearReason::Masked { piece } else { text };
                        scan.problems.push((reason, text.chars().take(PROBLEM_CHARS_MAX).collect()));
                    }
                }
                One::Note(_) => {}
            }
        }
    }
    scan.label.push_str(rest.get(label_start..).unwrap_or_default());
    scan.label = clean_label(&scan.label);
    // A person who is mentioned, or linked, beside their number.
    if !scan.people.is_empty() {
        let kinds = [UnclearReason::DiscordMention, UnclearReason::LinkWithoutNumber];
        scan.problems.retain(|(reason, _)| !kinds.contains(reason));
    }
    scan
}

/// Returns the characters around a run that can say what it is.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT_CHARS - 1).map_or(0, |(index, _)| index);
    text.get(start..).unwrap_or_default()
}

fn start_of(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT_CHARS).map_or(text.len(), |(index, _)| index);
    text.get(..end).unwrap_or_default()
}

enum One {
    Person(Person, Reading),
    Problem(UnclearReason),
    /// Digits that are too few for a number.
    Note(UnclearReason),
}

/// Reads one run, with the text before and after it.
fn read(before: &str, text: &str, after: &str, is_first: bool, collector: &mut Collector) -> Vec<One> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let has_plus = text.contains('+');
    if let Some(reason) = excluded(before, text, after) {
        let is_short = digits <= NOTE_DIGITS_MAX && !matches!(reason, UnclearReason::Masked | UnclearReason::Letters);
        return vec![if is_short { One::Note(reason) } else { One::Problem(reason) }];
    }
    if let Some(reason) = shape::word(text).filter(|reason| *reason == UnclearReason::Date) {
        return vec![if digits <= NOTE_DIGITS_MAX { One::Note(reason) } else { One::Problem(reason) }];
    }
    if let Some(decimal) = shape::decimal(text) {
        return match decimal {
            shape::Decimal::Whole(whole) => numbers(whole, is_first, collector),
            shape::Decimal::Fraction | shape::Decimal::Scientific => vec![One::Problem(UnclearReason::Amount)],
        };
    }
    let mut all = Vec::new();
    for part in without_dates(text) {
        all.extend(match part {
            Ok(part) => numbers(&part, is_first, collector),
            Err(reason) => vec![One::Problem(reason)],
        });
    }
    let failed = !all.iter().any(|one| matches!(one, One::Person(..)));
    if failed && (is_masked(before, after) || text.contains("..")) {
        return vec![One::Problem(UnclearReason::Masked)];
    }
    let is_glued = after.starts_with(|c: char| c.is_ascii_alphabetic())
        || (failed && after.starts_with(['-', '.']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic()));
    // The last digits are written as letters: 415 555 CALL
    let word: &str = after.split(|c: char| !c.is_ascii_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    let is_word = failed && digits >= 6 && after.starts_with(' ') && word.len() >= 4;
    let is_glued = is_glued || (is_word && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    if is_glued && (digits > 3 || has_plus) {
        return vec![One::Problem(UnclearReason::Letters)];
    }
    if failed && digits <= NOTE_DIGITS_MAX && !has_plus {
        return vec![One::Note(shape::word(text).unwrap_or(UnclearReason::TooShort))];
    }
    all
}

fn numbers(text: &str, is_first: bool, collector: &mut Collector) -> Vec<One> {
    let read = read_run(text, is_first, collector).into_iter();
    read.map(|one| match one {
        Ok((number, reading)) => One::Person(Person::Phone(number), reading),
        Err(reason) => One::Problem(reason),
    })
    .collect()
}

/// Returns why the text around a run says that it is no phone number.
fn excluded(before: &str, text: &str, after: &str) -> Option<UnclearReason> {
    if is_extension(after) {
        return Some(UnclearReason::Extension);
    }
    // An ending of capitals is dialled by its letters: 98888-ABCD.
    let ending = after.strip_prefix(['-', '.']).unwrap_or_default();
    let capitals = ending.bytes().take_while(u8::is_ascii_uppercase).count();
    if capitals >= 2 && !ending.get(capitals..).unwrap_or_default().starts_with(|c: char| c.is_alphabetic()) {
        return Some(UnclearReason::Letters);
    }
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let reason = shape::after_word(word);
    if text.contains('+') {
        return reason.filter(|reason| *reason == UnclearReason::Fax);
    }
    let next = after.split_whitespace().next().unwrap_or_default();
    if after.starts_with('%') || CURRENCIES.iter().any(|sign| word.ends_with(sign) || next == *sign) {
        return Some(UnclearReason::Amount);
    }
    let last = before.chars().next_back();
    if last.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') {
        let is_part = text.bytes().filter(u8::is_ascii_digit).count() <= NOTE_DIGITS_MAX;
        let reason = if is_part { UnclearReason::TooShort } else { UnclearReason::Letters };
        return Some(if is_masked(before, "") { UnclearReason::Masked } else { reason });
    }
    if let Some(exponent) = after.strip_prefix(['e', 'E']) {
        let exponent = exponent.trim_start_matches(['+', '-']);
        if exponent.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(UnclearReason::Scientific);
        }
    }
    if after.starts_with(':') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(UnclearReason::Date);
    }
    reason
}

/// Returns whether an extension follows: `x12`, `ext. 12`, `ramal 12`.
fn is_extension(after: &str) -> bool {
    const WORDS: [&str; 14] = [
        "ext.",
        "ext",
        "extension",
        "extensión",
        "x",
        "ramal",
        "rm.",
        "int.",
        "interno",
        "anexo",
        "poste",
        "durchwahl",
        "dw",
        "#",
    ];
    let after = after.trim_start_matches([' ', '(', ';']);
    let lower: String = after.chars().take(16).collect::<String>().to_lowercase();
    WORDS.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| {
            rest.trim_start_matches([' ', '.', ':', '=', '#']).starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// Returns whether signs that stand for hidden digits are next to a run.
fn is_masked(before: &str, after: &str) -> bool {
    let is_mask = |c: char| {
        matches!(c, '•' | '●' | '∙' | '◦' | '○' | '⋅' | '▪' | '■' | '█' | '*' | 'x' | 'X' | '#' | '_' | '…' | '?')
    };
    let is_separator = |c: &char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let behind = after.chars().skip_while(is_separator).take_while(|c| is_mask(*c)).count();
    let in_front = before.chars().rev().skip_while(is_separator).take_while(|c| is_mask(*c)).count();
    let dots = after.trim_start_matches([' ', '-', ')']).starts_with("...");
    behind >= 2 || in_front >= 2 || dots
}

/// Splits a run at the words that are dates or ids.
fn without_dates(text: &str) -> Vec<Result<String, UnclearReason>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let has_plus = text.contains('+');
    let mut parts = Vec::new();
    let mut part: Vec<&str> = Vec::new();
    for word in &words {
        let is_long = word.len() >= 8;
        let is_safe = words.len() == 1 || (is_long && (!has_plus || word.contains('/')));
        let is_postal_inside = |reason| reason == UnclearReason::PostalCode && words.len() > 1;
        match shape::word(word).filter(|reason| is_safe && !has_plus_in(word) && !is_postal_inside(*reason)) {
            Some(reason) => {
                if !part.is_empty() {
                    parts.push(Ok(part.join(" ")));
                    part.clear();
                }
                parts.push(Err(reason));
            }
            None => part.push(word),
        }
    }
    if !part.is_empty() {
        parts.push(Ok(part.join(" ")));
    }
    // A date beside a number is a note.
    if parts
        .iter()
        .any(|part| part.as_ref().is_ok_and(|part| part.bytes().filter(u8::is_ascii_digit).count() > NOTE_DIGITS_MAX))
    {
        parts.retain(Result::is_ok);
    }
    parts
}

fn has_plus_in(word: &str) -> bool {
    word.contains('+')
}

/// Finds the runs of a text.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Option<Run> = None;
    let mut separators = 0;
    for (index, c) in text.char_indices() {
        match c {
            '0'..='9' => {
                let run = open.get_or_insert(Run { start: index, end: index });
                run.end = index + 1;
                separators = 0;
            }
            '+' => {
                let follows = text.get(index + 1..).unwrap_or_default();
                let is_leading = follows.trim_start_matches([' ', '(', '-']).starts_with(|c: char| c.is_ascii_digit());
                match open.as_mut() {
                    // A plus sign at the end, as in some right-to-left texts.
                    Some(run)
                        if !is_leading && run.end == index && !text.get(run.start..index).is_some_and(has_plus_in) =>
                    {
                        run.end = index + 1;
                    }
                    _ if is_leading => {
                        runs.extend(open.replace(Run { start: index, end: index }).filter(|run| run.end > run.start));
                        separators = 0;
                    }
                    _ => runs.extend(open.take()),
                }
            }
            '(' if open.is_none() => {
                let follows = text.get(index + 1..).unwrap_or_default();
                if follows.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()) {
                    open = Some(Run { start: index, end: index });
                    separators = 0;
                }
            }
            ' ' | '-' | '.' | '/' | '(' | ')' if open.is_some() => {
                separators += 1;
                if separators > SEPARATORS_MAX {
                    runs.extend(open.take());
                }
            }
            _ => runs.extend(open.take()),
        }
    }
    runs.extend(open);
    runs.retain(|run| run.end > run.start);
    runs
}

/// Removes what is left around a label when the numbers are taken out, and words such as `Tel` and `Name:`.
pub(super) fn clean_label(text: &str) -> String {
    let text: String = text.chars().map(|c| if c == GAP { ' ' } else { c }).collect();
    let text = match text.split_once(':') {
        Some((title, name)) if titles::kind(title) == Some(Title::Name) => name.to_owned(),
        _ => text,
    };
    let is_said = |word: &&str| {
        let has_content = word.chars().any(char::is_alphanumeric) || !word.is_ascii();
        has_content && !titles::kind(word).is_some_and(Title::is_number)
    };
    let label = text.split_whitespace().filter(is_said).collect::<Vec<_>>().join(" ");
    let is_edge = |c: char| c.is_ascii_punctuation() && !matches!(c, '!' | '?' | '\'' | '"' | '.');
    let start = label.trim_start_matches(is_edge);
    let label = if start.contains('(') {
        start.trim_end_matches(|c: char| is_edge(c) && c != ')')
    } else {
        start.trim_end_matches(is_edge)
    };
    let is_name = label.chars().any(char::is_alphabetic);
    if is_name { label.trim().to_owned() } else { String::new() }
}

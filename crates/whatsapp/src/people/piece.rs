//! Finds the people in one piece of text: an entry of a line, or a cell.

use std::collections::VecDeque;

use super::collect::Collector;
use super::run::{Ordinal, read_run};
use super::token::{GAP, PERSON, Token, without_tokens};
use super::{ROWS_MAX, Reading, UnclearReason, carrier, context, counter, label, shape};
use crate::Person;

/// Fewer digits than this are a note beside a number: a room, an age, the number of a list item.
pub(super) const NOTE_DIGITS_MAX: usize = 6;
/// Most separators between two digits of a number.
const SEPARATORS_MAX: usize = 4;

/// Most characters that are kept of what is no number.
const PROBLEM_CHARS_MAX: usize = 200;

/// What a piece holds.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) people: Vec<ScannedPerson>,
    /// What looks like a number and is none.
    pub(super) problems: Vec<ScanProblem>,
    /// The text beside all numbers.
    pub(super) label: String,
    /// What digits are that are too few for a number.
    pub(super) note: Option<UnclearReason>,
}

/// A person, with the text beside the number.
#[derive(Debug)]
pub(super) struct ScannedPerson {
    pub(super) person: Person,
    pub(super) reading: Reading,
    pub(super) label: String,
}

/// What looks like a number and is none, with its text and the text beside it.
#[derive(Debug)]
pub(super) struct ScanProblem {
    pub(super) reason: UnclearReason,
    pub(super) text: String,
    pub(super) label: String,
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
    let piece = carrier::without(piece, collector.country);
    let (rest, tokens) = without_tokens(&piece);
    let mut numbers = PieceNumbers::default();
    for token in tokens {
        match token {
            Token::Person(person) => numbers.linked.push_back(person),
            Token::Other(reason, text) => numbers.problems.push((reason, text, None)),
        }
    }
    let mut runs = runs(&rest);
    if runs.len() > ROWS_MAX {
        runs.clear();
        numbers.problem(UnclearReason::Ambiguous, &piece, None);
    }
    let part = |from: usize, to: usize| rest.get(from..to).unwrap_or_default();
    let has_exact = !numbers.linked.is_empty() || runs.iter().any(|run| part(run.start, run.end).contains('+'));
    let mut start = 0;
    for (index, run) in runs.into_iter().enumerate() {
        let (before, text, after) = (part(0, run.start), part(run.start, run.end), part(run.end, rest.len()));
        let is_counted = starts_entry && index == 0 && is_counter(before);
        // The word in front of the number of an entry is no name.
        let since = if is_counted { "" } else { part(start, run.start) };
        numbers.text(since);
        start = run.end;
        let (before, after) = (context::end_of(before), context::start_of(after));
        let ordinal = match is_counted {
            true if before.contains(char::is_alphanumeric) || before.contains('#') => Ordinal::Counted,
            true => Ordinal::First,
            false => Ordinal::None,
        };
        let read = read(before, text, after, ordinal, collector);
        if let Some(reason) = read.iter().find_map(One::note) {
            numbers.note = numbers.note.filter(|reason| *reason != UnclearReason::TooShort).or(Some(reason));
        }
        if !read.iter().all(|one| one.note().is_some()) {
            numbers.run(read, &piece, text, has_exact);
        } else if numbers.has_number() && context::is_ending(since, text, after) {
            let index = numbers.next();
            numbers.problem(UnclearReason::TwoEndings, text, Some(index));
        } else {
            numbers.text(text);
        }
    }
    numbers.text(part(start, rest.len()));
    numbers.scan()
}

/// Returns whether a text has nothing but a word that stands in front of the number of an entry.
fn is_counter(before: &str) -> bool {
    let mut words = before.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    !before.contains([GAP, PERSON]) && words.all(counter::is_word)
}

/// The numbers of a piece, with the index of each in `around`; those without one are said about the piece as a whole.
#[derive(Default)]
struct PieceNumbers {
    people: Vec<(Person, Reading, usize)>,
    problems: Vec<(UnclearReason, String, Option<usize>)>,
    /// The text before each number.
    around: Vec<String>,
    /// The text since the last number.
    since: String,
    note: Option<UnclearReason>,
    /// People who were taken out of the text, in order.
    linked: VecDeque<Person>,
}

impl PieceNumbers {
    fn has_number(&self) -> bool {
        !self.around.is_empty()
    }

    /// Begins the next number. Returns its index.
    fn next(&mut self) -> usize {
        self.around.push(std::mem::take(&mut self.since));
        self.around.len() - 1
    }

    /// Adds a text beside numbers.
    fn text(&mut self, text: &str) {
        for (index, part) in text.split(PERSON).enumerate() {
            if let Some(person) = self.linked.pop_front_if(|_| index > 0) {
                let index = self.next();
                self.people.push((person, Reading::Exact, index));
            }
            self.since.push_str(part);
        }
    }

    fn problem(&mut self, reason: UnclearReason, text: &str, index: Option<usize>) {
        self.problems.push((reason, text.chars().take(PROBLEM_CHARS_MAX).collect(), index));
    }

    /// Adds what was read from a run.
    fn run(&mut self, read: Vec<One>, piece: &str, text: &str, has_exact: bool) {
        let is_beside = has_exact && !text.contains('+');
        let is_short = text.bytes().filter(u8::is_ascii_digit).count() <= NOTE_DIGITS_MAX;
        let is_passed = |reason: UnclearReason| is_beside && (is_short || reason.is_of_a_person());
        let is_number = |one: &One| match one {
            One::Person(..) => true,
            One::Problem(reason) => !is_passed(*reason) && !reason.is_of_a_person(),
            One::Note(_) => false,
        };
        let index = read.iter().any(is_number).then(|| self.next());
        for one in read {
            match one {
                One::Person(person, reading) if !is_beside => {
                    self.people.push((person, reading, index.unwrap_or_default()));
                }
                // Beside a number with its country code, other digits are a note or an id.
                One::Person(..) => self.problem(UnclearReason::Ambiguous, text, index),
                One::Problem(reason) if is_passed(reason) => {}
                One::Problem(UnclearReason::Masked) => {
                    if self.problems.last().is_none_or(|(last, ..)| *last != UnclearReason::Masked) {
                        self.problem(UnclearReason::Masked, piece, index);
                    }
                }
                One::Problem(reason) => self.problem(reason, text, index),
                One::Note(_) => {}
            }
        }
        self.since.push(' ');
    }

    fn scan(mut self) -> Scan {
        self.around.push(std::mem::take(&mut self.since));
        let label = label::clean(&self.around.join(" "));
        let labels = if self.around.len() > 2 { label::of_numbers(&self.around) } else { Vec::new() };
        let of = |index: Option<usize>| match index {
            Some(index) if !labels.is_empty() => labels.get(index).cloned().unwrap_or_default(),
            None if !labels.is_empty() => String::new(),
            _ => label.clone(),
        };
        let mut problems = self.problems;
        // A person who is mentioned, or linked, beside their number.
        if !self.people.is_empty() {
            let kinds = [UnclearReason::DiscordMention, UnclearReason::LinkWithoutNumber];
            problems.retain(|(reason, ..)| !kinds.contains(reason));
        }
        let people = self.people.into_iter();
        let people = people.map(|(person, reading, index)| ScannedPerson { person, reading, label: of(Some(index)) });
        let problems = problems.into_iter().map(|(reason, text, index)| ScanProblem { reason, text, label: of(index) });
        Scan { people: people.collect(), problems: problems.collect(), note: self.note, label: label.clone() }
    }
}

enum One {
    Person(Person, Reading),
    Problem(UnclearReason),
    /// Digits that are too few for a number.
    Note(UnclearReason),
}

impl One {
    fn note(&self) -> Option<UnclearReason> {
        if let Self::Note(reason) = self { Some(*reason) } else { None }
    }
}

/// Reads one run, with the text before and after it.
fn read(before: &str, text: &str, after: &str, ordinal: Ordinal, collector: &mut Collector) -> Vec<One> {
    if let Some(number) = context::without_note(before, text, collector.country) {
        return read(" ", number, after, Ordinal::None, collector);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let has_plus = text.contains('+');
    if let Some(reason) = context::excluded(before, text, after) {
        let is_short = digits <= NOTE_DIGITS_MAX && !matches!(reason, UnclearReason::Masked | UnclearReason::Letters);
        return vec![if is_short { One::Note(reason) } else { One::Problem(reason) }];
    }
    if let Some(reason) = shape::word(text).filter(|reason| *reason == UnclearReason::Date) {
        return vec![if digits <= NOTE_DIGITS_MAX { One::Note(reason) } else { One::Problem(reason) }];
    }
    if let Some(decimal) = shape::decimal(text) {
        return match decimal {
            shape::Decimal::Whole(whole) => numbers(whole, ordinal, collector),
            shape::Decimal::Fraction | shape::Decimal::Scientific => vec![One::Problem(UnclearReason::Amount)],
        };
    }
    let mut all = Vec::new();
    for part in without_dates(text) {
        all.extend(match part {
            Ok(part) => numbers(&part, ordinal, collector),
            Err(reason) => vec![One::Problem(reason)],
        });
    }
    let failed = !all.iter().any(|one| matches!(one, One::Person(..)));
    if failed && (context::is_masked(before, after) || text.contains("..")) {
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

fn numbers(text: &str, ordinal: Ordinal, collector: &mut Collector) -> Vec<One> {
    let read = read_run(text, ordinal, collector).into_iter();
    read.map(|one| match one {
        Ok((number, reading)) => One::Person(Person::Phone(number), reading),
        Err(reason) => One::Problem(reason),
    })
    .collect()
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
        let bare = word.trim_matches(['(', ')']);
        match shape::word(bare).filter(|reason| is_safe && !has_plus_in(word) && !is_postal_inside(*reason)) {
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

//! Reads a run: digits and separators without a letter between them, which may hold several numbers.

use super::collect::Collector;
use super::number::read_number;
use super::{Country, GuessReason, Reading, UnclearReason};
use crate::PhoneNumber;

/// No number, with every prefix that can be dialled, has more digits or words.
const DIGITS_PER_NUMBER_MAX: usize = 18;
const WORDS_PER_NUMBER_MAX: usize = 10;
/// Fewest digits of a number without its country code, for it to stand between others without a separator.
const DIGITS_PER_NUMBER_MIN: usize = 7;
/// Most digits of an ending that stands for the last digits of the number before it: 7946 0018/9.
const ENDING_DIGITS_MAX: usize = 4;
/// Most digits of the number of a list item.
const ORDINAL_DIGITS_MAX: usize = 3;

/// Whether a run may begin with the number of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordinal {
    None,
    /// Nothing stands in front of it.
    First,
    /// A word such as `nº` stands in front of it.
    Counted,
}

pub(super) type NumberRead = Result<(PhoneNumber, Reading), UnclearReason>;

/// Reads the numbers of a run.
pub(super) fn read_run(run: &str, ordinal: Ordinal, collector: &mut Collector) -> Vec<NumberRead> {
    let parts: Vec<&str> = run.split('/').map(str::trim).filter(|part| !part.is_empty()).collect();
    let [before @ .., last] = parts.as_slice() else { return Vec::new() };
    if before.is_empty() {
        return read_words(last, ordinal, collector);
    }
    let country = collector.country;
    let joined = |parts: &[&str]| read_number(&parts.join(" "), country);
    if digits_of(last) <= ENDING_DIGITS_MAX && joined(before).is_ok() {
        return vec![Err(UnclearReason::TwoEndings)];
    }
    let whole = joined(&parts);
    let first_is_number = before.first().is_some_and(|part| read_number(part, country).is_ok());
    if whole.is_ok() && !first_is_number {
        return vec![whole];
    }
    // The number of a list item: 1/ 11 97777-0412
    if let ([first], Ok((_, Reading::Guess(_))) | Err(_)) = (before, &whole)
        && ordinal != Ordinal::None
        && first.len() <= ORDINAL_DIGITS_MAX
        && let Ok((number, reading @ (Reading::Exact | Reading::National(_)))) = read_number(last, country)
    {
        return vec![Ok((number, reading))];
    }
    let all_long = parts.iter().all(|part| digits_of(part) >= DIGITS_PER_NUMBER_MIN);
    if all_long {
        return parts.iter().flat_map(|part| read_words(part, ordinal, collector)).collect();
    }
    vec![whole.and(Err(UnclearReason::Ambiguous))]
}

fn digits_of(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Reads the numbers of a run whose only separators are blanks. A number has blanks too, so the words must form whole
/// numbers in exactly one way.
fn read_words(run: &str, ordinal: Ordinal, collector: &mut Collector) -> Vec<NumberRead> {
    let country = collector.country;
    let spaced = run.replace('(', " (");
    let run = spaced.trim();
    let whole = read_number(run, country);
    let words: Vec<&str> = run.split_whitespace().filter(|word| digits_of(word) > 0).collect();
    // A number, and more digits behind it.
    let mut is_longer = || {
        let most = words.len().min(WORDS_PER_NUMBER_MAX);
        collector.attempts = collector.attempts.saturating_sub(most);
        let is_number =
            |count: usize| words.get(..count).is_some_and(|words| read_number(&words.join(" "), country).is_ok());
        collector.attempts == 0 || (1..most).any(is_number)
    };
    if ordinal != Ordinal::None && !run.contains('+') {
        let without = without_ordinal(run, ordinal).map(|rest| read_number(rest, country));
        match (&whole, without) {
            (Err(_), Some(rest @ Ok(_))) => {
                return vec![if is_longer() { Err(UnclearReason::Ambiguous) } else { rest }];
            }
            (Ok((_, Reading::Guess(GuessReason::PlusMissing))), Some(Ok((rest, Reading::National(by))))) => {
                return vec![Ok((rest, Reading::National(by)))];
            }
            (Ok((number, Reading::Guess(GuessReason::PlusMissing))), Some(Ok((rest, _)))) if *number != rest => {
                return vec![Err(UnclearReason::Ambiguous)];
            }
            _ => {}
        }
    }
    if whole.is_ok() && (is_counted(&words, &whole, ordinal, country) || has_tail(&words, country)) {
        return vec![Err(UnclearReason::Ambiguous)];
    }
    if whole.is_ok() || words.len() == 1 {
        return vec![whole];
    }
    let is_longer = is_longer();
    let split = split_words(&words, collector);
    split.unwrap_or_else(|| vec![if is_longer { Err(UnclearReason::Ambiguous) } else { whole }])
}

/// Returns whether the first digits may count a person or a place, so that the number would be a sure one of the country
/// without them: `Ana 2 11 97777-0412`.
fn is_counted(words: &[&str], whole: &NumberRead, ordinal: Ordinal, country: Option<Country>) -> bool {
    let [first, rest @ ..] = words else { return false };
    let is_guess = matches!(whole, Ok((_, Reading::Guess(_))));
    let is_short = digits_of(first) <= ORDINAL_DIGITS_MAX && !first.contains('+');
    let is_sure = || matches!(read_number(&rest.join(" "), country), Ok((_, Reading::National(_))));
    ordinal == Ordinal::None && is_guess && is_short && is_sure()
}

/// Returns whether the last digits stand apart, and the number is whole without them. In countries with numbers of many
/// lengths a counter behind a number would make another of it: `+49 151 2345678 (1)`.
fn has_tail(words: &[&str], country: Option<Country>) -> bool {
    let [number @ .., last] = words else { return false };
    let most = if last.starts_with('(') { ORDINAL_DIGITS_MAX } else { 1 };
    digits_of(last) <= most && read_number(&number.join(" "), country).is_ok()
}

/// Returns the run without the number of a list item in front: `1 5511…`, `1. 5511…`, `1) 5511…`, `(1) 5511…`,
/// `1 - 5511…`. Two digits without a mark may be an area code.
fn without_ordinal(run: &str, ordinal: Ordinal) -> Option<&str> {
    let inner = run.strip_prefix('(').unwrap_or(run);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = inner.split_at_checked(digits)?;
    let is_closed = inner.len() == run.len() || rest.starts_with(')');
    let is_marked = rest.starts_with(['.', ')']) || rest.starts_with(" - ") || rest.starts_with("- ");
    let is_marked = is_marked && (inner.len() == run.len());
    let most = if is_marked || ordinal == Ordinal::Counted { ORDINAL_DIGITS_MAX } else { 1 };
    let is_ordinal = (1..=most).contains(&digits) && !number.starts_with('0') && is_closed;
    let behind = rest.trim_start_matches([' ', '.', ')', '-']);
    (is_ordinal && behind.len() < rest.len()).then_some(behind)
}

/// Finds the only way to join the words into whole numbers.
fn split_words(words: &[&str], collector: &mut Collector) -> Option<Vec<NumberRead>> {
    let country = collector.country;
    // ways[i]: number of ways to join the words from i on, at most 2, and the length of the first number in that case.
    let mut ways = vec![(0_u8, 0_usize); words.len()];
    ways.push((1, 0));
    for start in (0..words.len()).rev() {
        for length in lengths(words.get(start..).unwrap_or_default()) {
            let after = ways.get(start + length).map_or(0, |(count, _)| *count);
            if after == 0 {
                continue;
            }
            let Some(left) = collector.attempts.checked_sub(1) else {
                return Some(vec![Err(UnclearReason::Ambiguous)]);
            };
            collector.attempts = left;
            let text = words.get(start..start + length)?.join(" ");
            if read_number(&text, country).is_ok()
                && let Some(here) = ways.get_mut(start)
            {
                *here = (2.min(here.0 + after), length);
            }
        }
    }
    match ways.first() {
        None | Some((0, _)) => None,
        Some((1, _)) => {
            let mut found = Vec::new();
            let mut start = 0;
            while let Some((_, length)) = ways.get(start).filter(|(_, length)| *length > 0) {
                found.push(read_number(&words.get(start..start + length)?.join(" "), country));
                start += length;
            }
            Some(found)
        }
        Some(_) => Some(vec![Err(UnclearReason::Ambiguous)]),
    }
}

/// Returns how many of the words can form one number, judged by their digits.
fn lengths(words: &[&str]) -> Vec<usize> {
    let mut digits = 0;
    let mut lengths = Vec::new();
    for (index, word) in words.iter().take(WORDS_PER_NUMBER_MAX).enumerate() {
        digits += digits_of(word);
        if digits > DIGITS_PER_NUMBER_MAX {
            break;
        }
        if digits >= DIGITS_PER_NUMBER_MIN {
            lengths.push(index + 1);
        }
    }
    lengths
}

//! What the words around digits say about them.

use std::ops::RangeInclusive;

use super::number::read_number;
use super::piece::NOTE_DIGITS_MAX;
use super::{Country, Reading, UnclearReason, counter, label, shape};

/// Most digits of a room, an age or a class.
const UNIT_DIGITS_MAX: usize = 4;
/// Digits of an ending that stands for the last digits of the number before it.
const ENDING_DIGITS: RangeInclusive<usize> = 4..=6;

/// Characters on each side of a run that can say what it is.
const CONTEXT_CHARS: usize = 40;

/// Signs that make a number an amount.
const CURRENCY_SIGNS: [&str; 9] = ["$", "€", "£", "¥", "₹", "₽", "₺", "₦", "₱"];
/// Words that make a number an amount.
const CURRENCIES: [&str; 16] =
    ["rp", "rs", "usd", "eur", "euro", "euros", "brl", "reais", "inr", "idr", "mxn", "ars", "cop", "gbp", "chf", "ngn"];

/// Words in front of a short number that is said about a person or a place: a room, a floor, an age, a class.
const UNITS: &str = "apto ap apt apartamento apartment departamento depto dpto appartement sala salón salon quarto cuarto \
    room raum zimmer kamar chambre bloco bloque block bl lote lot quadra torre tower andar piso floor etage étage \
    lantai flat unit unidade unidad suite turma aula class klasse classe clase kelas grade grado série serie idade \
    edad age alter umur âge usia rt rw roll row seat mesa table tisch meja item line linha línea zeile fila baris \
    house haus hausnr hausnummer km gate portão level nível box vaga";

/// Returns the characters around a run that can say what it is.
pub(super) fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT_CHARS - 1).map_or(0, |(index, _)| index);
    text.get(start..).unwrap_or_default()
}

pub(super) fn start_of(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT_CHARS).map_or(text.len(), |(index, _)| index);
    text.get(..end).unwrap_or_default()
}

/// Returns why the text around a run says that it is no phone number.
pub(super) fn excluded(before: &str, text: &str, after: &str) -> Option<UnclearReason> {
    if is_extension(after) {
        return Some(UnclearReason::Extension);
    }
    // An ending of capitals is dialled by its letters: 98888-ABCD.
    let ending = after.strip_prefix(['-', '.']).unwrap_or_default();
    let capitals = ending.bytes().take_while(u8::is_ascii_uppercase).count();
    if capitals >= 2 && !ending.get(capitals..).unwrap_or_default().starts_with(|c: char| c.is_alphabetic()) {
        return Some(UnclearReason::Letters);
    }
    let word = last_word(before);
    let reason = shape::after_word(word);
    if text.contains('+') {
        return reason.filter(|reason| *reason == UnclearReason::Fax);
    }
    let next = after.split_whitespace().next().unwrap_or_default();
    if after.starts_with('%') || is_currency(word) || is_currency(next) {
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

fn is_currency(word: &str) -> bool {
    let name = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    CURRENCY_SIGNS.iter().any(|sign| word.ends_with(sign)) || CURRENCIES.contains(&&*name)
}

/// Returns the last word of a text that says something: of `Order no. #`, the first.
fn last_word(text: &str) -> &str {
    let is_mark = |word: &str| !word.contains(char::is_alphabetic) || counter::is_word(word.trim_end_matches('#'));
    let mut words = text.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    // A currency is a sign alone, and a number in between is none of the words of an id.
    let is_passed = |word: &str| is_mark(word) && !is_currency(word) && !word.contains(|c: char| c.is_ascii_digit());
    if !is_passed(last) || last == "-" {
        return last.trim_end_matches('#');
    }
    words.find(|word| !is_passed(word)).filter(|word| !word.ends_with([',', '.'])).unwrap_or(last)
}

/// Returns the number behind what is said in front of it: a room, an age, an amount, a day, an id.
pub(super) fn without_note<'a>(before: &str, text: &'a str, country: Option<Country>) -> Option<&'a str> {
    if text.contains('+') {
        return None;
    }
    let (first, rest) = text.trim_start().split_once(' ')?;
    let rest = rest.trim_start_matches([' ', '-', '/']);
    let count = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let digits = count(first);
    if count(rest) <= NOTE_DIGITS_MAX || digits == 0 {
        return None;
    }
    let word = last_word(before);
    let name = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_unit = digits <= UNIT_DIGITS_MAX && UNITS.split_whitespace().any(|unit| unit == name);
    let is_sure = || matches!(read_number(rest, country), Ok((_, Reading::Exact | Reading::National(_))));
    let is_amount = is_currency(word);
    let is_id = digits > UNIT_DIGITS_MAX && shape::after_word(word).is_some();
    if is_unit || ((is_amount || is_id) && is_sure()) {
        return Some(rest);
    }
    let is_whole = || read_number(text, country).is_ok();
    let is_apart = rest.starts_with('(') && digits <= NOTE_DIGITS_MAX;
    let is_note = shape::is_short_date(first) || is_apart;
    (is_note && !is_whole() && is_sure()).then_some(rest)
}

/// Returns whether short digits behind a number are another ending of it: `415-555-0123 or 0124`.
pub(super) fn is_ending(since: &str, text: &str, after: &str) -> bool {
    let mut words = since.split_whitespace();
    let is_joined = words.next().is_some_and(label::is_conjunction) && words.next().is_none();
    let is_last = !after.trim_start().starts_with(char::is_alphabetic);
    is_joined && is_last && ENDING_DIGITS.contains(&text.bytes().filter(u8::is_ascii_digit).count())
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
    let lower: String = after.chars().take(32).collect::<String>().to_lowercase();
    WORDS.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        let rest = rest.map(|rest| rest.trim_start_matches([' ', '.', ':', '=', '#']));
        rest.is_some_and(|rest| {
            let digits = rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')'));
            let digits = digits.filter(char::is_ascii_digit).count();
            // The number of the next entry: #2 11 97777-0413
            digits > 0 && (*word != "#" || digits <= NOTE_DIGITS_MAX)
        })
    })
}

/// Returns whether signs that stand for hidden digits are next to a run.
pub(super) fn is_masked(before: &str, after: &str) -> bool {
    let is_mask = |c: char| {
        matches!(c, '•' | '●' | '∙' | '◦' | '○' | '⋅' | '▪' | '■' | '█' | '*' | 'x' | 'X' | '#' | '_' | '…' | '?')
    };
    let is_separator = |c: &char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let behind = after.chars().skip_while(is_separator).take_while(|c| is_mask(*c)).count();
    let in_front = before.chars().rev().skip_while(is_separator).take_while(|c| is_mask(*c)).count();
    let dots = after.trim_start_matches([' ', '-', ')']).starts_with("...");
    behind >= 2 || in_front >= 2 || dots
}

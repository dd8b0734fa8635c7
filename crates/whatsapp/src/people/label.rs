//! What stands beside numbers: the names of people.

use super::titles::{self, Title};
use super::token::{GAP, PERSON};

/// Most characters beside numbers that are looked at. A name is among the first.
const TEXT_CHARS_MAX: usize = 1_000;

/// Words between the people of a list, in the languages of the product and their neighbours.
const CONJUNCTIONS: [&str; 28] = [
    "e", "ou", "y", "o", "u", "i", "and", "or", "&", "/", "und", "oder", "sowie", "et", "dan", "atau", "và", "ve",
    "veya", "и", "или", "और", "या", "و", "أو", "+", "bzw", "aka",
];

/// Returns whether a word stands between people, and is no name.
pub(super) fn is_conjunction(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, '.' | ':' | '(' | ')' | '-' | '*'));
    CONJUNCTIONS.contains(&&*word.to_lowercase())
}

/// Gives each number of a text its label. `around`: the text before each number, and the text behind the last.
///
/// A name stands before its number, or behind it, in the whole text alike. Where both are possible there is no label:
/// the name of somebody else is worse than none.
pub(super) fn of_numbers(around: &[String]) -> Vec<String> {
    let count = around.len().saturating_sub(1);
    let cleaned: Vec<String> = around.iter().map(|text| between(text)).collect();
    let last = cleaned.last().map(String::as_str).unwrap_or_default();
    let first = cleaned.first().map(String::as_str).unwrap_or_default();
    let introduces = |text: &String| text.trim_end().ends_with([':', '-', '=', '<', '(', '>']);
    let in_front = around.get(..count).unwrap_or_default().iter().all(introduces);
    let labels = |from: usize| cleaned.iter().skip(from).take(count).cloned().collect();
    match (first.is_empty(), last.is_empty()) {
        (false, true) => labels(0),
        (false, false) if in_front => labels(0),
        (true, false) => labels(1),
        _ => vec![String::new(); count],
    }
}

/// Returns the text between two numbers without the words that join them.
fn between(text: &str) -> String {
    let is_none = |word: &&str| is_conjunction(word) || !word.chars().any(char::is_alphanumeric);
    let mut words: Vec<&str> = text.split_whitespace().skip_while(is_none).collect();
    while words.last().is_some_and(is_none) {
        words.pop();
    }
    clean(&words.join(" "))
}

/// Removes what is left around a label when the numbers are taken out, and words such as `Tel` and `Name:`.
pub(super) fn clean(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if matches!(c, GAP | PERSON) { ' ' } else { c }).take(TEXT_CHARS_MAX).collect();
    let text = match text.split_once(':') {
        Some((title, name)) if titles::kind(title) == Some(Title::Name) => name.to_owned(),
        _ => text,
    };
    let is_said = |word: &&str| {
        let has_content = word.chars().any(char::is_alphanumeric) || !word.is_ascii();
        let is_title = || word.contains(char::is_alphabetic) && titles::kind(word).is_some_and(Title::is_number);
        has_content && !is_title()
    };
    let label = text.split_whitespace().filter(is_said).collect::<Vec<_>>().join(" ");
    let is_edge = |c: char| c.is_ascii_punctuation() && !matches!(c, '!' | '?' | '\'' | '"' | '.');
    let start = label.trim_start_matches(is_edge);
    let label = if start.contains('(') {
        start.trim_end_matches(|c: char| is_edge(c) && c != ')')
    } else {
        start.trim_end_matches(is_edge)
    };
    let is_name = label.chars().any(char::is_alphabetic) && !is_conjunction(label);
    if is_name { label.trim().to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_own_label() {
        for (around, expected) in [
            (&["Ana ", " Bia ", ""][..], &["Ana", "Bia"][..]),
            (&["Ana: ", " e Bia: ", ""], &["Ana", "Bia"]),
            (&["Ana (", ") y Beto (", ")"], &["Ana", "Beto"]),
            (&["", " Ana ", " Bia"], &["Ana", "Bia"]),
            (&["", " (Ana) und ", " (Bia)"], &["Ana", "Bia"]),
            (&["Ana ", " or ", ""], &["Ana", ""]),
            (&["Ana: ", " Bia: ", " thanks"], &["Ana", "Bia"]),
            (&["People: ", " Ana ", " Bia"], &["", ""]),
            (&["", " Ana ", ""], &["", ""]),
            (&["", " और ", ""], &["", ""]),
            (&["Ana e Bia ", " / Caio ", ""], &["Ana e Bia", "Caio"]),
        ] {
            let around: Vec<String> = around.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(of_numbers(&around), expected, "{around:?}");
        }
    }
}

//! Parses the people that a user typed. If one entry is invalid, nothing is sent, and every invalid entry is reported.

use std::collections::HashSet;

use whatsapp::{InvalidId, Person};

use super::national::{Region, read_person};

/// An international number has at most 15 digits (E.164), so no entry is made of more words than that.
const WORDS_PER_ENTRY_MAX: usize = 15;
const DIGITS_PER_ENTRY_MAX: usize = 15;
/// No country has shorter numbers, national ones included.
const DIGITS_PER_ENTRY_MIN: usize = 3;
/// Limit on the attempts to join words of one text. Valid texts need one or two attempts an entry, and Discord delivers
/// at most 6,000 characters.
const ATTEMPTS_MAX: usize = 4_000;

/// The invalid entries. With any of them, nothing is sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} entries are not valid", entries.len())]
pub struct BadMembers {
    /// Empty if no entry was given.
    pub entries: Vec<BadEntry>,
    /// The places are lines of a file.
    pub in_file: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEntry {
    /// Counted from 1: the position in the text between commas, semicolons and line breaks, or the line of the file.
    pub place: usize,
    pub text: String,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("{0}")]
    Invalid(InvalidId),
    #[error("ambiguous: one number or several; put commas between them")]
    Ambiguous,
    #[error("no country code")]
    NoCountryCode,
    #[error("ambiguous: a national number, or one of another country")]
    TwoCountries,
}

/// Parses phone numbers and JIDs separated by commas, semicolons, line breaks, or spaces between whole entries
/// (`commands.md`, "members"). Drops duplicates and keeps the order.
pub fn parse_members(text: &str, region: Option<Region>) -> Result<Vec<Person>, BadMembers> {
    let mut people = Vec::new();
    let mut entries = Vec::new();
    let mut attempts = ATTEMPTS_MAX;
    let pieces = text.split([',', ';', '\n', '\r']).map(str::trim).filter(|piece| !piece.is_empty());
    for (index, piece) in pieces.enumerate() {
        match read_piece(piece, region, &mut attempts) {
            Ok(found) => people.extend(found),
            Err(why) => entries.push(BadEntry { place: index + 1, text: piece.to_owned(), why }),
        }
    }
    if people.is_empty() || !entries.is_empty() {
        return Err(BadMembers { entries, in_file: false });
    }
    Ok(once_each(people))
}

/// Drops duplicates and keeps the order.
pub fn once_each(mut people: Vec<Person>) -> Vec<Person> {
    let mut seen = HashSet::new();
    people.retain(|person| seen.insert(person.clone()));
    people
}

/// Parses the people in a piece whose only separators are spaces. A number may contain spaces too (`+55 11
/// 99999-9999`), so the piece is accepted only if its words form whole entries in exactly one way. A piece that would
/// take more than the remaining `attempts` is ambiguous.
fn read_piece(piece: &str, region: Option<Region>, attempts: &mut usize) -> Result<Vec<Person>, Why> {
    let whole = read_person(piece, region);
    let words: Vec<&str> = piece.split_whitespace().collect();
    if words.len() == 1 {
        return whole.map(|person| vec![person]);
    }
    // ways[i]: number of ways to join the words from i on, at most 2, and the length of the first entry in that case.
    let mut ways = vec![(0_u8, 0_usize); words.len()];
    ways.push((1, 0));
    for start in (0..words.len()).rev() {
        for length in lengths(words.get(start..).unwrap_or_default()) {
            let after = ways.get(start + length).map_or(0, |(count, _)| *count);
            if after == 0 {
                continue;
            }
            *attempts = attempts.checked_sub(1).ok_or(Why::Ambiguous)?;
            if entry(&words, start, length, region).is_ok()
                && let Some(here) = ways.get_mut(start)
            {
                *here = (2.min(here.0 + after), length);
            }
        }
    }
    match ways.first() {
        Some((0, _)) | None => Err(whole.err().unwrap_or(Why::Invalid(InvalidId::Person))),
        Some((1, _)) => {
            let mut people = Vec::new();
            let mut start = 0;
            while let Some((_, length)) = ways.get(start).filter(|(_, length)| *length > 0) {
                people.push(entry(&words, start, *length, region)?);
                start += length;
            }
            Ok(people)
        }
        Some(_) => Err(Why::Ambiguous),
    }
}

/// Returns how many of the words can form one entry, judged by their digits: a leading sign or an id can only stand in
/// the first word.
fn lengths(words: &[&str]) -> Vec<usize> {
    let mut digits = 0;
    let mut lengths = Vec::new();
    for (index, word) in words.iter().take(WORDS_PER_ENTRY_MAX).enumerate() {
        let is_id = word.contains('@');
        if index > 0 && (is_id || word.starts_with('+')) {
            break;
        }
        digits += word.chars().filter(|c| c.is_numeric()).count();
        if is_id {
            return vec![1];
        }
        if digits > DIGITS_PER_ENTRY_MAX {
            break;
        }
        if digits >= DIGITS_PER_ENTRY_MIN {
            lengths.push(index + 1);
        }
    }
    lengths
}

/// Joins `length` words from `start` on into one entry.
fn entry(words: &[&str], start: usize, length: usize, region: Option<Region>) -> Result<Person, Why> {
    read_person(&words.iter().skip(start).take(length).copied().collect::<Vec<_>>().join(" "), region)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn jids(text: &str) -> Vec<String> {
        parse_members(text, None).unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn people_are_read_however_they_are_separated() {
        let (a, b) = ("5511999999999@s.whatsapp.net", "4915123456789@s.whatsapp.net");
        for text in [
            "+55 11 99999-9999, +49 1512 3456789",
            "5511999999999;4915123456789",
            "5511999999999 4915123456789",
            "+5511999999999 +4915123456789",
            "+55 11 99999-9999 +49 1512 3456789",
            "+55 11 99999-9999\r\n\r\n4915123456789@c.us",
            "5511999999999@s.whatsapp.net 4915123456789@s.whatsapp.net",
            " , 5511999999999 ;; 004915123456789 , ",
            "5511999999999, 4915123456789, +55 (11) 99999 9999",
        ] {
            assert_eq!(jids(text), [a, b], "{text}");
        }
        assert_eq!(jids("123456789@lid 5511999999999"), ["123456789@lid", a]);
    }

    #[test]
    fn three_hundred_doubles_are_one_person() {
        assert_eq!(jids(&"+55 11 99999-9999\n".repeat(300)).len(), 1);
    }

    #[test]
    fn every_bad_entry_is_named_with_its_place() {
        let bad = parse_members("5511999999999, banana, 12; 120363012345678901@g.us", None).unwrap_err();
        let found: Vec<_> =
            bad.entries.iter().map(|entry| (entry.place, entry.text.as_str(), entry.why.clone())).collect();
        assert_eq!(
            found,
            [
                (2, "banana", Why::Invalid(InvalidId::Phone)),
                (3, "12", Why::Invalid(InvalidId::Phone)),
                (4, "120363012345678901@g.us", Why::Invalid(InvalidId::GroupForPerson)),
            ]
        );
        assert_eq!(parse_members(" ,;\n", None), Err(BadMembers { entries: Vec::new(), in_file: false }));
    }

    #[test]
    fn a_long_text_is_read_in_few_attempts() {
        let region = Some(Region::try_from("BR".to_owned()).unwrap());
        for (entry, region) in
            [("+55 11 9{:04}-0000 ", None), ("(11) 9{:04} 0000 ", region), ("55119{:04}0000 ", region)]
        {
            let text: String = (0..350).map(|number| entry.replace("{:04}", &format!("{number:04}"))).collect();
            assert_eq!(parse_members(&text, region).map(|people| people.len()), Ok(350), "{entry}");
        }
        for text in ["1 ".repeat(3_000), "11 ".repeat(2_000), "119 ".repeat(1_500)] {
            assert_eq!(parse_members(&text, region).unwrap_err().entries.len(), 1);
            assert_eq!(parse_members(&text, None).unwrap_err().entries.first().unwrap().why, Why::Ambiguous);
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        // One number of 14 digits, or two of seven.
        let bad = parse_members("1234567 7654321", None).unwrap_err();
        assert_eq!(bad.entries.first().unwrap().why, Why::Ambiguous);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_nobody_is_there_twice(text in "[0-9+@a-z ,;.\n-]{0,200}|\\PC{0,100}") {
            if let Ok(people) = parse_members(&text, None) {
                prop_assert!(!people.is_empty());
                prop_assert_eq!(people.iter().collect::<HashSet<_>>().len(), people.len());
            }
        }

        #[test]
        fn numbers_between_commas_come_back_in_order(numbers in proptest::collection::hash_set("[1-9][0-9]{7,14}", 1..40)) {
            let numbers: Vec<String> = numbers.into_iter().collect();
            let read = jids(&numbers.join(", "));
            let expected: Vec<String> = numbers.iter().map(|n| format!("{n}@s.whatsapp.net")).collect();
            prop_assert_eq!(read, expected);
        }
    }
}

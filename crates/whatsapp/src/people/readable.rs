//! Phone numbers as text for readers: grouped as in their country, and never broken over two lines.

use super::region::{regions_of, split, use_of};
use crate::{Person, PhoneNumber};

const NO_BREAK_SPACE: char = '\u{a0}';
/// Browsers break a line after a plain hyphen between digits, but not after this one.
const NO_BREAK_HYPHEN: char = '\u{2011}';

impl PhoneNumber {
    /// Returns the number for readers: `+55 11 97777-0001`, with no-break spaces (U+00A0) and hyphens (U+2011). WhatsApp
    /// uses the same characters, and every parser of numbers in this crate accepts them. A number that no country can have
    /// is not grouped: `+99912345678`.
    pub fn readable(&self) -> String {
        self.grouped().unwrap_or_else(|| self.to_string())
    }

    /// Returns the number in the groups of its country, if there can be such a number.
    fn grouped(&self) -> Option<String> {
        let (code, national) = split(self.digits())?;
        use_of(code, national)?;
        // A reply must never show another number, whatever the metadata says.
        let is_same = |groups: &String| groups.chars().filter(char::is_ascii_digit).eq(national.chars());
        let groups = groups_of(code, national).filter(is_same).unwrap_or_else(|| national.to_owned());
        Some(format!("+{code} {groups}").chars().map(unbreakable).collect())
    }
}

/// Returns a national number in groups, if it is known how its digits are grouped.
fn groups_of(code: u16, national: &str) -> Option<String> {
    let region = regions_of(code).next()?;
    // WhatsApp lists some accounts under the number that they had before their country changed its numbers.
    let of_older_plan = || match code {
        52 => national.strip_prefix('1').and_then(|rest| Some(format!("1 {}", region.grouped(rest)?))),
        55 => {
            let (area, subscriber) = national.split_at_checked(2)?;
            Some(region.grouped(&format!("{area}9{subscriber}"))?.replacen(" 9", " ", 1))
        }
        _ => None,
    };
    region.grouped(national).or_else(of_older_plan)
}

impl Person {
    /// Returns the person for readers who may see numbers: the number as [`PhoneNumber::readable`], or `123@lid`.
    pub fn readable(&self) -> String {
        match self {
            Self::Phone(number) => number.readable(),
            Self::Lid(lid) => lid.to_string(),
        }
    }
}

fn unbreakable(c: char) -> char {
    match c {
        ' ' => NO_BREAK_SPACE,
        '-' => NO_BREAK_HYPHEN,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use phonenumber::Mode;
    use phonenumber::metadata::DATABASE;
    use proptest::prelude::*;

    use super::*;
    use crate::people::{ReadOptions, read_text};

    /// Returns the numbers that the metadata has as examples of every country and use.
    fn examples() -> Vec<PhoneNumber> {
        let of_country = DATABASE.iter().flat_map(|meta| {
            let kinds = meta.descriptors();
            let kinds = [kinds.mobile(), kinds.fixed_line(), kinds.voip(), kinds.toll_free(), kinds.uan()];
            let examples = kinds.into_iter().flatten().filter_map(|kind| kind.example());
            examples.filter_map(|example| format!("{}{example}", meta.country_code()).parse().ok()).collect::<Vec<_>>()
        });
        of_country.collect()
    }

    fn with_plain_characters(text: &str) -> String {
        text.replace(NO_BREAK_SPACE, " ").replace(NO_BREAK_HYPHEN, "-")
    }

    fn people_in(text: &str) -> Vec<Person> {
        read_text(text, ReadOptions::default()).unwrap().found.into_iter().map(|found| found.person).collect()
    }

    #[test]
    fn a_number_is_grouped_as_in_its_country() {
        for (digits, shown) in [
            ("5511977770001", "+55 11 97777-0001"),
            ("551133334444", "+55 11 3333-4444"),
            // Brazil before the ninth digit.
            ("553188880001", "+55 31 8888-0001"),
            ("525512345678", "+52 55 1234 5678"),
            // Mexico with the mobile digit.
            ("5215512345678", "+52 1 55 1234 5678"),
            ("5491123456789", "+54 9 11 2345-6789"),
            ("541123456789", "+54 11 2345-6789"),
            ("12025550123", "+1 202-555-0123"),
            ("16135550123", "+1 613-555-0123"),
            ("4915123456789", "+49 1512 3456789"),
            ("4930123456", "+49 30 123456"),
            ("447912345678", "+44 7912 345678"),
            ("33631966543", "+33 6 31 96 65 43"),
            ("34612345678", "+34 612 34 56 78"),
            ("390612345678", "+39 06 1234 5678"),
            ("351912345678", "+351 912 345 678"),
            ("79161234567", "+7 916 123-45-67"),
            ("77011234567", "+7 701 123 4567"),
            ("905012345678", "+90 501 234 56 78"),
            ("919876543210", "+91 98765 43210"),
            ("6281234567890", "+62 812-3456-7890"),
            ("8613912345678", "+86 139 1234 5678"),
            ("819012345678", "+81 90-1234-5678"),
            ("2348021234567", "+234 802 123 4567"),
            ("27711234567", "+27 71 123 4567"),
            ("61412345678", "+61 412 345 678"),
            ("966501234567", "+966 50 123 4567"),
            ("99912345678", "+99912345678"),
            ("5511888", "+5511888"),
            ("55123456789012", "+55123456789012"),
        ] {
            let number: PhoneNumber = digits.parse().unwrap();
            assert_eq!(with_plain_characters(&number.readable()), shown);
        }
    }

    #[test]
    fn no_line_breaks_inside_a_number() {
        let number: PhoneNumber = "+55 11 97777-0001".parse().unwrap();
        assert_eq!(number.readable(), "+55\u{a0}11\u{a0}97777\u{2011}0001");
        assert_eq!(number.masked(), "+55\u{a0}•••••\u{a0}0001");
        for number in examples() {
            let all = [number.readable(), number.masked()];
            let breaks = |text: &String| text.contains([' ', '-', '/', '(']);
            assert!(!all.iter().any(breaks), "{all:?}");
        }
    }

    #[test]
    fn groups_are_those_of_the_library() {
        let mut compared = 0;
        for number in examples() {
            let Ok(parsed) = phonenumber::parse(None, number.to_string()) else { continue };
            let expected = parsed.format().mode(Mode::International).to_string();
            // The library takes the first digits of some freephone numbers for a trunk prefix.
            if expected.chars().filter(char::is_ascii_digit).eq(number.digits().chars()) {
                assert_eq!(with_plain_characters(&number.readable()), expected);
                compared += 1;
            }
        }
        assert!(compared > 800, "{compared}");
    }

    #[test]
    fn every_example_is_read_back() {
        for number in examples() {
            let shown = number.readable();
            assert_eq!(shown.parse::<PhoneNumber>().as_ref(), Ok(&number), "{shown}");
            let is_possible = split(number.digits()).and_then(|(code, national)| use_of(code, national)).is_some();
            if is_possible {
                assert_eq!(people_in(&shown), [Person::Phone(number)], "{shown}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_as_the_same_person(digits in "[1-9][0-9]{6,14}|(1|44|49|52|54|55|62|91)[0-9]{8,11}") {
            let number: PhoneNumber = digits.parse().unwrap();
            let shown = number.readable();
            prop_assert_eq!(shown.chars().filter(char::is_ascii_digit).collect::<String>(), digits.clone());
            prop_assert_eq!(shown.parse::<PhoneNumber>(), Ok(number.clone()));
            prop_assert_eq!(shown.parse::<Person>(), Ok(Person::Phone(number)));
            // In a list, however it is written: the form for readers changes nothing.
            prop_assert_eq!(people_in(&shown), people_in(&format!("+{digits}")));
        }
    }
}

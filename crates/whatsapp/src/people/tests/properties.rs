//! Properties of every list. `PROPTEST_CASES` sets the number of lists.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

/// Generates texts that often look like lists of numbers.
fn any_list() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[+]?[0-9 ().-]{1,20}",
        2 => "\\+(55|1|49|44|91|52|54)[ -]?[0-9]{2}[ -]?[0-9]{4,5}[ -]?[0-9]{4}",
        1 => "[0-9]{5,16}(@c.us|@lid|@s.whatsapp.net|@g.us)?",
        1 => "Ana|Bia|CPF|x12|ext|<@[0-9]{5}>|\"|'|=|wa.me/|https://|tel:|sep=;|BEGIN:VCARD|TEL:|[•*]{1,4}|phone|Name|1️⃣",
        1 => "\\PC{0,6}",
        1 => "[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}|[0-9][.,][0-9]{1,8}E\\+[0-9]{2}",
    ];
    let separator = prop_oneof![3 => Just("\n"), 2 => Just(","), 1 => Just(";"), 1 => Just("\t"), 2 => Just(" "), 1 => Just("/"), 1 => Just("\r\n")];
    prop::collection::vec((piece, separator), 0..16)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, separator)| [piece, separator.to_owned()]).collect())
}

fn country() -> impl Strategy<Value = ReadOptions> {
    prop::sample::select(vec!["", "BR", "DE", "US", "IT", "MX", "IN", "RU", "ID", "GB"]).prop_map(options)
}

fn digits(text: &str) -> String {
    chars::plain(text).chars().filter(char::is_ascii_digit).collect()
}

proptest! {
    #[test]
    fn every_row_is_accounted_for(list in any_list(), options in country()) {
        if let Ok(list) = read_text(&list, options) {
            assert_accounted(&list);
        }
    }

    #[test]
    fn no_digit_comes_from_elsewhere(list in any_list(), options in country()) {
        let all = digits(&list);
        let Ok(found) = read_text(&list, options) else { return Ok(()) };
        for one in found.found {
            let Person::Phone(number) = &one.person else { continue };
            let code = Country::of(number).and_then(Country::calling_code).map(|code| code.to_string()).unwrap_or_default();
            let national = number.digits().strip_prefix(&*code).unwrap();
            // Groups of a number can have a (0) between them; each digit stands in the text, in order.
            let mut rest = all.as_str();
            let is_there = national.chars().all(|digit| rest.split_once(digit).map(|(_, after)| rest = after).is_some());
            prop_assert!(is_there, "{} of {:?}", number, list);
        }
    }

    #[test]
    fn bytes_never_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), start in "|PK\u{3}\u{4}|BEGIN:VCARD|\\[|\\{|sep=,\n") {
        let bytes = [start.as_bytes(), &bytes].concat();
        if let Ok(list) = read_file(&bytes, options("BR")) {
            assert_accounted(&list);
        }
    }

    #[test]
    fn arbitrary_text_is_accounted_for(text in "\\PC{0,60}(\n\\PC{0,40}){0,4}", options in country()) {
        if let Ok(list) = read_file(text.as_bytes(), options) {
            assert_accounted(&list);
        }
    }

    #[test]
    fn twice_or_shuffled_gives_the_same_people(
        (numbers, shuffled) in prop::collection::vec("(\\+55 11 9[6-9][0-9]{3}-[0-9]{4}|11 9[6-9][0-9]{7}|\\+49151[0-9]{8})( Ana)?", 1..20)
            .prop_flat_map(|numbers| (Just(numbers.clone()), Just(numbers).prop_shuffle())),
    ) {
        let keys = |lines: &[String]| -> HashSet<LineKey> {
            let list = read_text(&lines.join("\n"), options("BR")).unwrap();
            list.found.iter().map(|one| one.person.line_key()).collect()
        };
        let twice: Vec<String> = numbers.iter().chain(&numbers).cloned().collect();
        prop_assert_eq!(keys(&numbers), keys(&shuffled));
        prop_assert_eq!(keys(&numbers), keys(&twice));
        prop_assert!(!keys(&numbers).is_empty());
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written(subscriber in "9[6-9][0-9]{7}", area in "1[1-9]") {
        let (first, last) = subscriber.split_at(5);
        for written in [
            format!("+55 {area} {first}-{last}"), format!("0055{area}{subscriber}"), format!("({area}) {first}-{last}"),
            format!("0{area} {first} {last}"), format!("55{area}{subscriber}"), format!("wa.me/55{area}{subscriber}"),
            format!("Ana: {area}-{first}-{last}"), format!("1. {area} {first}.{last}"),
        ] {
            let list = read_text(&written, options("BR")).unwrap();
            let found: Vec<String> = list.found.iter().map(|one| one.person.to_string()).collect();
            prop_assert_eq!(found, [format!("55{area}{subscriber}@s.whatsapp.net")], "{}", written);
        }
    }
}

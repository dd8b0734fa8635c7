//! Tests of lists that come in two parts, and of what a user chooses of them.

use proptest::prelude::*;
use whatsapp::people::{ReadOptions, read_text};

use super::*;

fn part(text: &str) -> PeopleList {
    read_text(text, ReadOptions { country: "BR".parse().ok() }).unwrap()
}

fn list(text: Option<&str>, file: Option<&str>) -> ReadList {
    let source = ListSource { text: text.map(str::to_owned), file: None, is_of_others: false };
    ReadList::new(source, "BR".parse().ok(), text.map(part), file.map(part)).unwrap()
}

fn people(list: &ReadList, selection: Selection) -> Vec<String> {
    list.select(selection).0.iter().map(ToString::to_string).collect()
}

#[test]
fn a_person_of_text_and_file_counts_once() {
    // WhatsApp may know Ana without the ninth digit: both are one person.
    let list = list(Some("Ana +55 31 98888-0001"), Some("Ana 31 8888-0001\nBia +55 11 97777-0412\n17/05/2024"));
    assert_eq!(people(&list, Selection::All), ["5531988880001@s.whatsapp.net", "5511977770412@s.whatsapp.net"]);
    assert_eq!((list.doubles, list.unclear), (1, 1));
    let origins: Vec<_> = list.found().map(|(origin, found)| (origin, found.place.line)).collect();
    assert_eq!(origins, [(ListPart::Text, 1), (ListPart::File, 2)]);
    assert!(list.needs_preview());
}

#[test]
fn labels_stand_with_their_people() {
    let list = list(Some("1. Ana: +55 11 97777-0412\n+351 912 345 678"), None);
    let (people, labels) = list.select(Selection::All);
    assert_eq!(people.iter().map(|person| labels.of(person)).collect::<Vec<_>>(), [Some("Ana"), None]);
    assert!(!list.needs_preview());
}

#[test]
fn the_sure_selection_leaves_every_guess_out() {
    let list = list(Some("47 3334-4455\n+55 11 97777-0412\n11 97777-0413"), None);
    assert_eq!(people(&list, Selection::Sure), ["5511977770412@s.whatsapp.net", "5511977770413@s.whatsapp.net"]);
    assert_eq!((list.count(Selection::Sure), list.count(Selection::All), list.guesses().len()), (2, 3, 1));
    assert!(list.needs_preview() && list.depends_on_country());
}

#[test]
fn what_somebody_else_wrote_is_shown_first() {
    let mut list = list(Some("+55 11 97777-0412"), None);
    assert!(!list.needs_preview());
    list.source.is_of_others = true;
    assert!(list.needs_preview());
}

#[test]
fn entries_beyond_the_bound_are_counted() {
    let list = list(Some(&"17/05/2024\n".repeat(NAMED_MAX + 7)), Some(&"18/05/2024\n".repeat(3)));
    assert_eq!((list.unclear, list.named_unclear().count()), (NAMED_MAX + 10, NAMED_MAX + 3));
}

#[test]
fn two_parts_together_have_no_more_people_than_one_list() {
    let numbers =
        |from: usize| (from..=from + PEOPLE_MAX / 2).map(|of| format!("+55219{of:08}\n")).collect::<Vec<_>>().concat();
    let (text, file) = (part(&numbers(0)), part(&numbers(PEOPLE_MAX)));
    let source = ListSource { text: None, file: None, is_of_others: false };
    let joined = ReadList::new(source.clone(), None, Some(text.clone()), Some(file));
    assert_eq!(joined.unwrap_err(), UnreadableList::TooManyPeople);
    assert!(ReadList::new(source, None, Some(text.clone()), Some(text)).is_ok(), "the same people count once");
}

proptest! {
    #[test]
    fn a_stored_list_is_read_back_the_same(text in "(\\PC{0,20}|[0-9+ ().\n-]{0,30}){0,5}", file in "[0-9+ \n;@a-z]{0,60}") {
        let list = list(Some(&text), Some(&file));
        let stored = serde_json::to_string(&list).unwrap();
        prop_assert_eq!(serde_json::from_str::<ReadList>(&stored).unwrap(), list);
    }

    #[test]
    fn a_selection_names_each_person_once(text in "([0-9+ ().\n-]{0,30}){0,8}", file in "([0-9+ ().\n-]{0,30}){0,8}") {
        let list = list(Some(&text), Some(&file));
        let (all, _) = list.select(Selection::All);
        let keys: std::collections::HashSet<LineKey> = all.iter().map(Person::line_key).collect();
        prop_assert_eq!(keys.len(), all.len());
        let (sure, _) = list.select(Selection::Sure);
        prop_assert!(sure.iter().all(|person| all.contains(person)));
        prop_assert_eq!(list.guesses().len(), all.len() - sure.len());
    }
}

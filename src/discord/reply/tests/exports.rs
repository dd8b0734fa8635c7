//! Files with people can be attached again as they are, also after a spreadsheet has saved them.

use whatsapp::people::{PeopleList, ReadOptions, Reading, read_file};
use whatsapp::{Participant, Person, Role};

use super::super::card::File;
use super::*;
use crate::operations::MembersExported;
use crate::store::State;

fn read(bytes: &[u8]) -> PeopleList {
    read_file(bytes, ReadOptions { country: None }).unwrap()
}

/// Returns a table as spreadsheets save it.
fn saved(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let rows: Vec<csv::StringRecord> =
        csv::ReaderBuilder::new().has_headers(false).from_reader(bytes).into_records().map(Result::unwrap).collect();
    let written = |separator: u8, quotes: csv::QuoteStyle, line_end: csv::Terminator, keep: fn(&str) -> &str| {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .quote_style(quotes)
            .terminator(line_end)
            .from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row.iter().map(keep)).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    let as_it_is: fn(&str) -> &str = |cell| cell;
    let (crlf, lf) = (csv::Terminator::CRLF, csv::Terminator::Any(b'\n'));
    let necessary = csv::QuoteStyle::Necessary;
    let utf_16 = |text: &str| {
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16()).collect::<Vec<u16>>();
        units.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
    };
    let tabs = written(b'\t', necessary, crlf, as_it_is);
    vec![
        ("as it is", bytes.to_vec()),
        ("Excel, UTF-8", format!("\u{feff}{}", written(b',', necessary, crlf, as_it_is)).into_bytes()),
        ("Excel, Germany", format!("\u{feff}{}", written(b';', necessary, crlf, as_it_is)).into_bytes()),
        ("Excel, Unicode text", utf_16(&tabs)),
        ("Excel, text", tabs.into_bytes()),
        ("LibreOffice", written(b',', csv::QuoteStyle::Always, lf, as_it_is).into_bytes()),
        ("LibreOffice, semicolons", written(b';', necessary, lf, as_it_is).into_bytes()),
        // It takes the apostrophe as the mark of a text, and not as a part of it.
        ("Google Sheets", written(b',', necessary, crlf, |cell| cell.strip_prefix('\'').unwrap_or(cell)).into_bytes()),
        ("formulas", bytes_of_formulas(&rows)),
        ("old Mac", written(b',', necessary, csv::Terminator::Any(b'\r'), as_it_is).into_bytes()),
    ]
}

/// Returns a table in which each text is marked by a formula, as other programs do.
fn bytes_of_formulas(rows: &[csv::StringRecord]) -> Vec<u8> {
    let cell = |cell: &str| match cell.strip_prefix('\'') {
        Some(text) => format!("\"=\"\"{text}\"\"\""),
        None => cell.to_owned(),
    };
    let line = |row: &csv::StringRecord| row.iter().map(cell).collect::<Vec<_>>().join(",");
    rows.iter().map(line).collect::<Vec<_>>().join("\n").into_bytes()
}

fn file<'a>(message: &'a Message, start: &str) -> &'a File {
    message.files().iter().find(|file| file.name.starts_with(start)).unwrap_or_else(|| panic!("no file {start}"))
}

/// Checks that the file names exactly these people, however it was saved.
fn names(i18n: Language, file: &File, people: &[Person]) {
    assert!(file.bytes.starts_with("\u{feff}".as_bytes()), "{i18n}: {}", file.name);
    for (by, bytes) in saved(&file.bytes) {
        let list = read(&bytes);
        let found: Vec<&Person> = list.found.iter().map(|one| &one.person).collect();
        assert_eq!(found, people.iter().collect::<Vec<_>>(), "{i18n}: {} by {by}", file.name);
        assert!(list.found.iter().all(|one| one.reading == Reading::Exact), "{i18n}: {} by {by}", file.name);
        assert_eq!((list.unclear.len(), list.doubles.len()), (0, 0), "{i18n}: {} by {by}: {list:?}", file.name);
    }
}

/// Numbers of many countries, and people who are known by LID only.
fn many() -> Vec<Person> {
    let numbers = [
        "+5511977770001",
        "+553188880001",
        "+4915123456789",
        "+12025550123",
        "+447912345678",
        "+919876543210",
        "+6281234567890",
        "+5215512345678",
        "+390612345678",
        "+79161234567",
        "+351912345678",
        "+3725123456",
        "123456789012345@lid",
        "98765@lid",
    ];
    let more = (0..20).map(|number| format!("+55119888800{number:02}"));
    numbers.map(str::to_owned).into_iter().chain(more).map(|text| text.parse().unwrap()).collect()
}

fn people_in_json(people: &[Person]) -> Vec<String> {
    people.iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_of_results_can_be_attached_again() {
    let people = many();
    let stood: Vec<Value> =
        people.iter().map(|person| json!({ "person": person.to_string(), "standing": "must_be_invited" })).collect();
    let add = operation("add_members", &json!({ "people": people_in_json(&people) }));
    let outcome = serde_json::from_value(json!({ "outcome": "added", "people": stood })).unwrap();
    let done_here = done_of((add, outcome));
    for i18n in Language::ALL {
        let message = done(i18n, &done_here);
        names(i18n, file(&message, "people-"), &people);
        names(i18n, file(&message, "not-added-"), &people);
    }
}

#[test]
fn every_reason_can_be_attached_again() {
    let samples = done_samples();
    let (add, outcome) = samples.into_iter().find(|(operation, _)| operation.name() == "members.add").unwrap();
    let Outcome::AddMembers(added) = &outcome else { panic!("not people who were added") };
    let left: Vec<Person> =
        added.people.iter().filter(|one| one.standing.is_not_added()).map(|one| one.person.clone()).collect();
    assert_eq!(left.len(), 9);
    let done_here = done_of((add, outcome));
    for i18n in Language::ALL {
        names(i18n, file(&done(i18n, &done_here), "not-added-"), &left);
    }
}

#[test]
fn an_export_of_members_can_be_attached() {
    let people = many();
    let list = people.iter().cloned().map(|person| match person {
        Person::Phone(_) => Participant { lid: "55@lid".parse().ok(), ..Participant::from(person) },
        Person::Lid(_) => Participant { role: Role::Admin, ..Participant::from(person) },
    });
    let outcome = MembersExported { members: people.len(), list: Some(list.collect()) };
    let export = operation("export_members", &json!({}));
    let message = done(Language::English, &done_of((export, Outcome::ExportMembers(outcome))));
    names(Language::English, file(&message, "members-Team-A-everyone"), &people);
}

#[test]
fn the_people_of_a_request_can_be_attached() {
    let people = many();
    let add = operation("add_members", &json!({ "people": people_in_json(&people) }));
    let request = request(&add, State::Open);
    for i18n in Language::ALL {
        names(i18n, file(&request_details(i18n, &request, ACCOUNT), "people-"), &people);
    }
}

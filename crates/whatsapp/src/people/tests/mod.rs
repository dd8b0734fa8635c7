//! Tests of the reader, a table for each kind of list.

mod files;
mod lines;
mod numbers;
mod properties;
mod spreadsheets;
mod texts;

use super::*;

/// Shows a list on one line: found people in order, then unclear entries, then doubles. `~` marks a number that was
/// read by country, and `?` a guess.
fn shown(list: &PeopleList) -> String {
    let found = list.found.iter().map(|one| {
        let id = match &one.person {
            Person::Phone(number) => number.digits().to_owned(),
            Person::Lid(lid) => lid.to_string(),
        };
        let mark = match one.reading {
            Reading::Exact => "",
            Reading::National(_) => "~",
            Reading::Guess(_) => "?",
        };
        let label = one.label.as_ref().map(|label| format!("({label})")).unwrap_or_default();
        format!("{mark}{id}{label}")
    });
    let unclear = list.unclear.iter().map(|one| format!("{:?}", one.reason));
    let doubles = list.doubles.iter().map(|_| "double".to_owned());
    found.chain(unclear).chain(doubles).collect::<Vec<_>>().join(" ")
}

/// The rows of a table that do not give what is expected, so that a test shows them all.
#[derive(Default)]
struct Rows(Vec<String>);

impl Rows {
    fn check(&mut self, found: &str, expected: &str, row: &str) {
        if found != expected {
            self.0.push(format!("{row}: {found}, not {expected}"));
        }
    }

    fn done(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn options(country: &str) -> ReadOptions {
    ReadOptions { country: country.parse().ok() }
}

/// Reads a text with the country, which may be empty.
fn text(country: &str, text: &str) -> String {
    let list = read_text(text, options(country)).unwrap();
    assert_accounted(&list);
    shown(&list)
}

/// Reads a file with the country of Brazil.
fn file(content: impl AsRef<[u8]>) -> PeopleList {
    let list = read_file(content.as_ref(), options("BR")).unwrap();
    assert_accounted(&list);
    list
}

/// Every row is accounted for, and every person is there once.
fn assert_accounted(list: &PeopleList) {
    let rows = list.rows;
    assert_eq!(rows.total, rows.with_entries + rows.empty + rows.ignored, "{list:?}");
    let found = list.found.iter().map(|one| &one.place);
    let unclear = list.unclear.iter().map(|one| &one.place);
    let doubles = list.doubles.iter().map(|one| &one.place);
    let places = found.chain(unclear).chain(doubles).map(|place| (place.sheet.clone(), place.line));
    let lines: std::collections::HashSet<_> = places.collect();
    assert_eq!(lines.len(), rows.with_entries, "{list:?}");
    let keys: std::collections::HashSet<LineKey> = list.found.iter().map(|one| one.person.line_key()).collect();
    assert_eq!(keys.len(), list.found.len());
}

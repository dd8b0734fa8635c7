//! Every phone number in a reply has the form for readers.

use serde_json::{Value, json};

use super::samples::{done_of, done_samples};
use super::{case_shown, every_reply, row};
use crate::language::Language;

/// The texts show with them how a number is typed.
const EXAMPLES: [&str; 2] = ["55 11 99999-9999", "49 1512 3456789"];

/// Maximum characters of a country code, with what stands behind it.
const CODE_MAX: usize = 6;

/// Returns the text without the characters between the digits of numbers.
pub(super) fn digits(text: &str) -> String {
    text.replace(['\u{a0}', '\u{2011}', ' ', '-'], "")
}

/// Adds the texts of a message that people read; not the ids and links.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !["url", "custom_id", "filename", "placeholder"].contains(&key.as_str()))
            // The value of an option in a menu is an id.
            .filter(|(key, _)| *key != "value" || !fields.contains_key("label"))
            .for_each(|(_, value)| collect(value, texts)),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::String(text) => texts.push(text.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns what follows each plus sign, up to the end of a number with its separators. A plus sign behind a backslash is
/// part of a text that a user typed.
fn numbers_in(text: &str) -> Vec<&str> {
    let in_number = |c: char| c.is_ascii_digit() || "\u{a0}\u{2011} -•".contains(c);
    let parts: Vec<&str> = text.split('+').collect();
    let behind_plus = parts.windows(2).filter(|pair| !pair[0].ends_with('\\')).map(|pair| pair[1]);
    let numbers = behind_plus.map(|part| part.split(|c| !in_number(c)).next().unwrap_or_default());
    numbers.map(|number| number.trim_end_matches([' ', '-'])).collect()
}

#[test]
fn every_number_in_a_reply_has_the_form_for_readers() {
    let mut seen = 0;
    for i18n in Language::ALL {
        for (name, message) in every_reply(i18n) {
            let mut texts = Vec::new();
            collect(&serde_json::to_value(&message).unwrap(), &mut texts);
            for text in &texts {
                assert!(!text.contains("@s.whatsapp.net"), "{i18n}: {name}: {text}");
                for number in numbers_in(text) {
                    if number.chars().count() <= CODE_MAX || EXAMPLES.contains(&number) {
                        continue;
                    }
                    let parsed = format!("+{number}").parse::<whatsapp::PhoneNumber>();
                    let is_masked = number.contains("\u{a0}•••••\u{a0}");
                    let is_readable = parsed.is_ok_and(|parsed| parsed.readable() == format!("+{number}"));
                    assert!(is_masked || is_readable, "{i18n}: {name}: {number:?} in {text}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 900, "{seen}");
}

#[test]
fn a_case_names_people_as_other_replies_do() {
    let added = done_of(done_samples().swap_remove(15)).operation;
    let mut case = row(&added, None);
    // The rows of an earlier release have masks with plain spaces.
    case.detail = Some(json!({ "outcome": { "people": [
        { "person": "5511977770001@s.whatsapp.net", "standing": "added" },
        { "person": "987654321098765@lid", "standing": "added" },
        { "person": "+55 ••••• 0001", "standing": "added" },
        { "person": "member\u{a0}•••••\u{a0}8765", "standing": "added" },
        { "person": "(erased)", "standing": "added" },
    ] } }));
    for (in_full, first) in [
        (true, ["+55\u{a0}11\u{a0}97777\u{2011}0001", "987654321098765@lid"]),
        (false, ["+55\u{a0}•••••\u{a0}0001", "member\u{a0}•••••\u{a0}8765"]),
    ] {
        let shown = serde_json::to_value(case_shown(Language::English, &case, in_full)).unwrap();
        let people = shown["embeds"][0]["fields"].as_array().unwrap().iter().find(|field| field["name"] == "People");
        let masked = ["\\+55\u{a0}•••••\u{a0}0001", "member\u{a0}•••••\u{a0}8765", "\\(erased\\)"];
        let expected: Vec<String> = first.iter().chain(&masked).map(|name| format!("{name}: Added")).collect();
        assert_eq!(people.unwrap()["value"], expected.join("\n"));
    }
}

//! Rules for modals: a title and one to five inputs (Receiving and Responding, Modal; Component Reference, Text Input).

use serde_json::Value;

use super::components::{Seen, custom_id, kind, select};
use super::{Fields, boolean, field, integer, list, object, required_text, text};
use crate::errors::{ApiError, Problems, below};

const TITLE: usize = 45;
const CUSTOM_ID: usize = 100;
const COMPONENTS: usize = 5;
const LABEL: usize = 45;
const LABEL_DESCRIPTION: usize = 100;
const VALUE: i64 = 4_000;
const PLACEHOLDER: usize = 100;

/// Checks the data of a modal, at `data` of a callback.
pub(crate) fn check(data: &Fields, path: &str) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    required_text(&mut problems, (data, path), "title", &(1..=TITLE));
    required_text(&mut problems, (data, path), "custom_id", &(1..=CUSTOM_ID));
    let all = list(&mut problems, (data, path), "components", COMPONENTS);
    let path = below(path, "components");
    if all.is_empty() {
        problems.add(&path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    let mut seen = Seen::default();
    for (at, component) in all.iter().enumerate() {
        let path = below(&path, at);
        let Some(component) = object(&mut problems, &path, component) else { continue };
        match kind(component) {
            Some(1) => row(&mut problems, component, &path, &mut seen),
            Some(18) => label(&mut problems, component, &path, &mut seen),
            Some(10) => drop(required_text(&mut problems, (component, &path), "content", &(1..=4_000))),
            _ => problems.choices(&below(&path, "type"), "1, 10, 18"),
        }
    }
    problems.into_result()
}

/// Checks an action row, which holds one text input with a label of its own.
fn row(problems: &mut Problems, row: &Fields, path: &str, seen: &mut Seen) {
    let inside = list(problems, (row, path), "components", 1);
    let path = below(path, "components");
    if inside.is_empty() {
        problems.add(&path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 1 in length.");
    }
    for (at, component) in inside.iter().enumerate() {
        let path = below(&path, at);
        let Some(component) = object(problems, &path, component) else { continue };
        if kind(component) == Some(4) {
            required_text(problems, (component, &path), "label", &(1..=LABEL));
            input(problems, component, &path, seen);
        } else {
            problems.choices(&below(&path, "type"), "4");
        }
    }
}

/// Checks a label, which holds a text input, a select, or one of the newer inputs.
fn label(problems: &mut Problems, label: &Fields, path: &str, seen: &mut Seen) {
    required_text(problems, (label, path), "label", &(1..=LABEL));
    text(problems, (label, path), "description", &(0..=LABEL_DESCRIPTION));
    let path = below(path, "component");
    let Some(component) = field(label, "component").and_then(|value| object(problems, &path, value)) else {
        problems.required(&path);
        return;
    };
    match kind(component) {
        Some(4) => input(problems, component, &path, seen),
        Some(3 | 5..=8) => select(problems, component, &path, seen),
        Some(19 | 21..=23) => custom_id(problems, component, &path, seen),
        _ => problems.choices(&below(&path, "type"), "3, 4, 5, 6, 7, 8, 19, 21, 22, 23"),
    }
}

fn input(problems: &mut Problems, input: &Fields, path: &str, seen: &mut Seen) {
    let at = (input, path);
    custom_id(problems, input, path, seen);
    match field(input, "style").and_then(Value::as_u64) {
        Some(1 | 2) => {}
        Some(_) => problems.choices(&below(path, "style"), "1, 2"),
        None => problems.required(&below(path, "style")),
    }
    let least = integer(problems, at, "min_length", &(0..=VALUE)).unwrap_or(0);
    let most = integer(problems, at, "max_length", &(1..=VALUE)).unwrap_or(VALUE);
    if least > most {
        let message = format!("int value should be less than or equal to {most}.");
        problems.add(&below(path, "min_length"), "NUMBER_TYPE_MAX", message);
    }
    text(problems, at, "placeholder", &(0..=PLACEHOLDER));
    boolean(problems, at, "required");
    let value = text(problems, at, "value", &(0..=4_000)).unwrap_or_default();
    let count = i64::try_from(value.chars().count()).unwrap_or(i64::MAX);
    // A prefilled value must be one that the person could have typed.
    if !value.is_empty() && !(least..=most).contains(&count) && count <= VALUE {
        let message = format!("Must be between {least} and {most} in length.");
        problems.add(&below(path, "value"), "BASE_TYPE_BAD_LENGTH", message);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::codes_of;

    fn codes(modal: &Value, path: &str) -> Vec<String> {
        let outcome = check(modal.as_object().unwrap(), "data");
        outcome.err().map(|error| codes_of(&error, &format!("data.{path}"))).unwrap_or_default()
    }

    fn with(input: &Value) -> Value {
        json!({"title": "t", "custom_id": "m", "components": [{"type": 1, "components": [input]}]})
    }

    fn plain() -> Value {
        json!({"type": 4, "custom_id": "i", "style": 1, "label": "l"})
    }

    #[test]
    fn a_modal_has_a_title_of_45_and_one_to_five_rows() {
        assert!(check(with(&plain()).as_object().unwrap(), "data").is_ok());
        let long = json!({"title": "x".repeat(46), "custom_id": "m", "components": []});
        assert_eq!(codes(&long, "title"), ["BASE_TYPE_MAX_LENGTH"]);
        assert_eq!(codes(&long, "components"), ["BASE_TYPE_BAD_LENGTH"]);
    }

    #[test]
    fn a_row_of_a_modal_holds_one_text_input() {
        let button = json!({"type": 2, "custom_id": "i", "style": 1, "label": "l"});
        assert_eq!(codes(&with(&button), "components.0.components.0.type"), ["BASE_TYPE_CHOICES"]);
        let two =
            json!({"title": "t", "custom_id": "m", "components": [{"type": 1, "components": [plain(), plain()]}]});
        assert_eq!(codes(&two, "components.0.components"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn a_text_input_has_a_label_of_45_and_a_value_within_its_bounds() {
        let mut input = plain();
        input["label"] = json!("x".repeat(46));
        input["value"] = json!("abcdef");
        input["max_length"] = json!(5);
        let modal = with(&input);
        assert_eq!(codes(&modal, "components.0.components.0.label"), ["BASE_TYPE_MAX_LENGTH"]);
        assert_eq!(codes(&modal, "components.0.components.0.value"), ["BASE_TYPE_BAD_LENGTH"]);
        input["max_length"] = json!(4001);
        assert_eq!(codes(&with(&input), "components.0.components.0.max_length"), ["NUMBER_TYPE_MAX"]);
    }

    #[test]
    fn a_label_may_hold_the_input() {
        let mut input = plain();
        input.as_object_mut().unwrap().remove("label");
        let modal = json!({"title": "t", "custom_id": "m", "components": [
            {"type": 18, "label": "l", "component": input},
        ]});
        assert!(check(modal.as_object().unwrap(), "data").is_ok());
    }
}

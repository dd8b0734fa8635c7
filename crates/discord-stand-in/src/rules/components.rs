//! Rules for components of messages: rows of buttons and selects, and the newer layout components, which need a flag
//! (Component Reference).

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Fields, address, boolean, field, integer, list, object, required_text, text};
use crate::errors::{Problems, below};

const ROWS: usize = 5;
const IN_A_ROW: usize = 5;
/// Maximum number of components of a message with layout components, including nested ones.
const ALL_V2: usize = 40;
const CUSTOM_ID: usize = 100;
const BUTTON_LABEL: usize = 80;
const LINK: usize = 512;
const PLACEHOLDER: usize = 150;
const OPTIONS: usize = 25;
const OPTION_TEXT: usize = 100;
const DISPLAY_TEXT: usize = 4_000;

/// Counters over all components of a message or modal.
#[derive(Default)]
pub(super) struct Seen {
    custom_ids: BTreeSet<String>,
    count: usize,
}

/// Checks `components` of a message.
pub(crate) fn check(problems: &mut Problems, body: &Fields, path: &str, v2: bool) {
    let most = if v2 { ALL_V2 } else { ROWS };
    let mut seen = Seen::default();
    let path_here = below(path, "components");
    for (at, component) in list(problems, (body, path), "components", most).iter().enumerate() {
        let path = below(&path_here, at);
        let Some(component) = object(problems, &path, component) else { continue };
        match kind(component) {
            Some(1) => row(problems, component, &path, &mut seen),
            Some(_) if v2 => layout(problems, component, &path, &mut seen),
            _ => problems.choices(&below(&path, "type"), "1"),
        }
    }
    if v2 && seen.count > ALL_V2 {
        problems.add(
            &path_here,
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            "The total number of components exceeds 40",
        );
    }
}

pub(super) fn kind(component: &Fields) -> Option<u64> {
    field(component, "type").and_then(Value::as_u64)
}

fn row(problems: &mut Problems, row: &Fields, path: &str, seen: &mut Seen) {
    seen.count += 1;
    let inside = list(problems, (row, path), "components", IN_A_ROW);
    let path = below(path, "components");
    if inside.is_empty() {
        problems.add(&path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    let mut width = 0;
    for (at, component) in inside.iter().enumerate() {
        let path = below(&path, at);
        let Some(component) = object(problems, &path, component) else { continue };
        match kind(component) {
            Some(2) => {
                width += 1;
                button(problems, component, &path, seen);
            }
            Some(3 | 5..=8) => {
                width += IN_A_ROW;
                select(problems, component, &path, seen);
            }
            _ => problems.choices(&below(&path, "type"), "2, 3, 5, 6, 7, 8"),
        }
    }
    if width > IN_A_ROW && inside.len() <= IN_A_ROW {
        let message = "The specified component exceeds the maximum width";
        problems.add(&path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
    }
}

/// Checks a `custom_id`: it has 1 to 100 characters and is unique within the message.
pub(super) fn custom_id(problems: &mut Problems, component: &Fields, path: &str, seen: &mut Seen) {
    let found = required_text(problems, (component, path), "custom_id", &(1..=CUSTOM_ID));
    if found.is_some_and(|id| !seen.custom_ids.insert(id.to_owned())) {
        let message = "Component custom id cannot be duplicated";
        problems.add(&below(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

fn button(problems: &mut Problems, button: &Fields, path: &str, seen: &mut Seen) {
    seen.count += 1;
    let at = (button, path);
    let label = text(problems, at, "label", &(0..=BUTTON_LABEL)).is_some_and(|label| !label.trim().is_empty());
    boolean(problems, at, "disabled");
    let exclusive = "A custom id and url cannot both be specified";
    match field(button, "style").and_then(Value::as_u64) {
        Some(1..=4) => {
            custom_id(problems, button, path, seen);
            if field(button, "url").is_some() {
                problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", exclusive);
            }
        }
        Some(5) => {
            if field(button, "custom_id").is_some() {
                problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", exclusive);
            }
            match required_text(problems, at, "url", &(1..=LINK)) {
                Some(url) => address(problems, &below(path, "url"), url, &["http", "https", "discord"]),
                None => problems.add(path, "BUTTON_COMPONENT_URL_REQUIRED", "A url is required"),
            }
        }
        Some(6) => {
            required_text(problems, at, "sku_id", &(1..=20));
            return;
        }
        Some(_) => problems.choices(&below(path, "style"), "1, 2, 3, 4, 5, 6"),
        None => problems.required(&below(path, "style")),
    }
    if !label && field(button, "emoji").is_none() {
        let message = "A button must have a label or an emoji";
        problems.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message);
    }
}

pub(super) fn select(problems: &mut Problems, select: &Fields, path: &str, seen: &mut Seen) {
    seen.count += 1;
    let at = (select, path);
    custom_id(problems, select, path, seen);
    text(problems, at, "placeholder", &(0..=PLACEHOLDER));
    boolean(problems, at, "disabled");
    let least = integer(problems, at, "min_values", &(0..=25)).unwrap_or(1);
    let most = integer(problems, at, "max_values", &(1..=25)).unwrap_or(1);
    if least > most {
        let message = format!("int value should be less than or equal to {most}.");
        problems.add(&below(path, "min_values"), "NUMBER_TYPE_MAX", message);
    }
    if kind(select) == Some(3) {
        options(problems, at, most);
    }
}

fn options(problems: &mut Problems, at: (&Fields, &str), most: i64) {
    let all = list(problems, at, "options", OPTIONS);
    let path = below(at.1, "options");
    if all.is_empty() {
        problems.required(&path);
    } else if i64::try_from(all.len()).unwrap_or(i64::MAX) < most {
        let message = format!("Must be between {most} and 25 in length.");
        problems.add(&path, "BASE_TYPE_BAD_LENGTH", message);
    }
    let mut values = BTreeSet::new();
    let mut chosen = 0;
    for (at, option) in all.iter().enumerate() {
        let path = below(&path, at);
        let Some(option) = object(problems, &path, option) else { continue };
        required_text(problems, (option, &path), "label", &(1..=OPTION_TEXT));
        text(problems, (option, &path), "description", &(0..=OPTION_TEXT));
        chosen += i64::from(boolean(problems, (option, &path), "default"));
        let value = required_text(problems, (option, &path), "value", &(1..=OPTION_TEXT));
        if value.is_some_and(|value| !values.insert(value)) {
            let message = "The specified option value is already used";
            problems.add(&below(&path, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
    if chosen > most {
        let message = "The number of default options exceeds max_values";
        problems.add(&path, "SELECT_COMPONENT_TOO_MANY_DEFAULTS", message);
    }
}

/// Checks containers, sections, texts and similar components for well-formedness only.
fn layout(problems: &mut Problems, component: &Fields, path: &str, seen: &mut Seen) {
    seen.count += 1;
    match kind(component) {
        Some(10) => {
            required_text(problems, (component, path), "content", &(1..=DISPLAY_TEXT));
        }
        Some(12..=14) => {}
        Some(9 | 17) => {
            let path_here = below(path, "components");
            for (at, inside) in list(problems, (component, path), "components", ALL_V2).iter().enumerate() {
                let path = below(&path_here, at);
                let Some(inside) = object(problems, &path, inside) else { continue };
                if kind(inside) == Some(1) {
                    row(problems, inside, &path, seen);
                } else {
                    layout(problems, inside, &path, seen);
                }
            }
            let accessory_path = below(path, "accessory");
            let accessory = field(component, "accessory").and_then(|inside| object(problems, &accessory_path, inside));
            if let Some(accessory) = accessory.filter(|accessory| kind(accessory) == Some(2)) {
                button(problems, accessory, &accessory_path, seen);
            }
        }
        _ => problems.choices(&below(path, "type"), "1, 9, 10, 12, 13, 14, 17"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::codes_of;

    fn codes(components: &Value, path: &str) -> Vec<String> {
        let mut problems = Problems::default();
        let body = json!({"components": components});
        check(&mut problems, body.as_object().unwrap(), "", false);
        problems.into_result().err().map(|error| codes_of(&error, path)).unwrap_or_default()
    }

    fn fine(components: &Value) -> bool {
        let mut problems = Problems::default();
        let body = json!({"components": components});
        check(&mut problems, body.as_object().unwrap(), "", false);
        problems.is_empty()
    }

    fn plain(id: &str) -> Value {
        json!({"type": 2, "style": 1, "label": "ok", "custom_id": id})
    }

    fn rows(inside: &[Value]) -> Value {
        json!([{"type": 1, "components": inside}])
    }

    #[test]
    fn row_and_message_component_limits() {
        let many: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(plain).to_vec();
        assert!(fine(&rows(&many[..5])));
        assert_eq!(codes(&rows(&many), "components.0.components"), ["BASE_TYPE_MAX_LENGTH"]);
        let select = json!({"type": 3, "custom_id": "s", "options": [{"label": "l", "value": "v"}]});
        assert!(fine(&rows(std::slice::from_ref(&select))));
        assert_eq!(codes(&rows(&[select, plain("a")]), "components.0.components"), ["COMPONENT_LAYOUT_WIDTH_EXCEEDED"]);
        let six: Vec<_> = (0..6).map(|at| json!({"type": 1, "components": [plain(&at.to_string())]})).collect();
        assert_eq!(codes(&json!(six), "components"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn an_empty_row_is_refused() {
        assert_eq!(codes(&rows(&[]), "components.0.components"), ["BASE_TYPE_BAD_LENGTH"]);
    }

    #[test]
    fn custom_id_has_1_to_100_characters_and_is_unique() {
        let path = "components.0.components.0.custom_id";
        assert_eq!(codes(&rows(&[plain("")]), path), ["BASE_TYPE_REQUIRED"]);
        assert_eq!(codes(&rows(&[plain(&"x".repeat(101))]), path), ["BASE_TYPE_MAX_LENGTH"]);
        let twice = rows(&[plain("a"), plain("a")]);
        assert_eq!(codes(&twice, "components.0.components.1.custom_id"), ["COMPONENT_CUSTOM_ID_DUPLICATED"]);
    }

    #[test]
    fn a_link_button_needs_an_address_and_a_label_has_80_characters() {
        let link = json!({"type": 2, "style": 5, "label": "go"});
        assert_eq!(codes(&rows(&[link]), "components.0.components.0.url"), ["BASE_TYPE_REQUIRED"]);
        let long = json!({"type": 2, "style": 1, "custom_id": "a", "label": "x".repeat(81)});
        assert_eq!(codes(&rows(&[long]), "components.0.components.0.label"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn a_select_has_1_to_25_options_with_values_of_their_own() {
        let option = |value: usize| json!({"label": "l", "value": value.to_string()});
        let with = |options: Vec<Value>| rows(&[json!({"type": 3, "custom_id": "s", "options": options})]);
        let path = "components.0.components.0.options";
        assert_eq!(codes(&with(Vec::new()), path), ["BASE_TYPE_REQUIRED"]);
        assert_eq!(codes(&with((0..26).map(option).collect()), path), ["BASE_TYPE_MAX_LENGTH"]);
        let long = "x".repeat(101);
        let long = with(vec![json!({"label": long, "value": long})]);
        assert_eq!(codes(&long, &format!("{path}.0.label")), ["BASE_TYPE_MAX_LENGTH"]);
        assert_eq!(codes(&long, &format!("{path}.0.value")), ["BASE_TYPE_MAX_LENGTH"]);
        let few = json!({"type": 3, "custom_id": "s", "min_values": 2, "max_values": 2, "options": [option(1)]});
        assert_eq!(codes(&rows(&[few]), path), ["BASE_TYPE_BAD_LENGTH"]);
        let twice = with(vec![option(1), option(1)]);
        assert_eq!(codes(&twice, &format!("{path}.1.value")), ["SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"]);
    }

    #[test]
    fn a_text_input_has_no_place_in_a_message() {
        let input = json!({"type": 4, "custom_id": "t", "style": 1, "label": "l"});
        assert_eq!(codes(&rows(&[input]), "components.0.components.0.type"), ["BASE_TYPE_CHOICES"]);
    }
}

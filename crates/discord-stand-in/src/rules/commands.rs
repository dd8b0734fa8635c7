//! Rules for application commands: names, descriptions, options and their nesting, and the size of a whole command
//! (Application Commands).

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Fields, boolean, field, integer, list, object, required_text, text};
use crate::errors::{Problems, below};

const NAME: usize = 32;
const DESCRIPTION: usize = 100;
const OPTIONS: usize = 25;
const CHOICES: usize = 25;
const CHOICE: usize = 100;
const STRING: i64 = 6_000;
/// Maximum total characters of the names, descriptions and values of one command, including all its options.
const WHOLE: usize = 8_000;
/// The largest integer that a client can represent exactly: 2^53.
const INTEGER: i64 = 9_007_199_254_740_992;

/// The locales that Discord supports (Reference, Locales).
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

mod option {
    pub(super) const SUBCOMMAND: u64 = 1;
    pub(super) const GROUP: u64 = 2;
    pub(super) const STRING: u64 = 3;
    pub(super) const INTEGER: u64 = 4;
    pub(super) const CHANNEL: u64 = 7;
    pub(super) const NUMBER: u64 = 10;
    pub(super) const ATTACHMENT: u64 = 11;
}

/// Checks one command.
pub(crate) fn check(problems: &mut Problems, command: &Fields, path: &str) {
    let at = (command, path);
    let kind = field(command, "type").map_or(Some(1), Value::as_u64);
    match kind {
        Some(1) => {
            name(problems, at, true);
            described(problems, at);
        }
        Some(2 | 3) => {
            name(problems, at, false);
            if field(command, "description").is_some_and(|text| text.as_str() != Some("")) {
                let message = "Context menu commands cannot have description";
                problems.add(&below(path, "description"), "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", message);
            }
            if !list(problems, at, "options", OPTIONS).is_empty() {
                let message = "Context menu commands cannot have options";
                problems.add(&below(path, "options"), "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED", message);
            }
        }
        _ => problems.choices(&below(path, "type"), "1, 2, 3"),
    }
    options(problems, at, 0);
    boolean(problems, at, "nsfw");
    boolean(problems, at, "dm_permission");
    permissions(problems, at);
    for (key, most) in [("contexts", 2), ("integration_types", 1)] {
        kinds(problems, at, key, most);
    }
    if size(command) > WHOLE {
        let message = format!("Command exceeds maximum size ({WHOLE})");
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

/// Returns whether a name is valid: `-`, `_`, `'`, letters, digits, Devanagari and Thai, without capitals where
/// lowercase letters exist. Context menu commands may contain capitals and blanks.
pub(crate) fn is_name(name: &str, slash: bool) -> bool {
    let length = name.chars().count();
    let plain = |c: char| {
        let of_scripts = matches!(c, '\u{900}'..='\u{97F}' | '\u{A8E0}'..='\u{A8FF}' | '\u{E00}'..='\u{E7F}');
        matches!(c, '-' | '_' | '\'') || c.is_alphanumeric() || of_scripts
    };
    (1..=NAME).contains(&length)
        && if slash { name.chars().all(plain) && name.to_lowercase() == *name } else { !name.trim().is_empty() }
}

fn name(problems: &mut Problems, at: (&Fields, &str), slash: bool) {
    let invalid = |problems: &mut Problems, path: &str| {
        problems.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    };
    let before = required_text(problems, at, "name", &(1..=NAME));
    if before.is_some_and(|name| name.chars().count() <= NAME && !name.trim().is_empty() && !is_name(name, slash)) {
        invalid(problems, &below(at.1, "name"));
    }
    localised(problems, at, "name_localizations", |problems, path, text| {
        if !is_name(text, slash) {
            invalid(problems, path);
        }
    });
}

fn described(problems: &mut Problems, at: (&Fields, &str)) {
    required_text(problems, at, "description", &(1..=DESCRIPTION));
    localised(problems, at, "description_localizations", |problems, path, text| {
        if !(1..=DESCRIPTION).contains(&text.chars().count()) {
            problems.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
    });
}

fn localised(
    problems: &mut Problems,
    (fields, path): (&Fields, &str),
    key: &str,
    check: impl Fn(&mut Problems, &str, &str),
) {
    let path = below(path, key);
    let Some(all) = field(fields, key).and_then(|value| object(problems, &path, value)) else { return };
    for (locale, value) in all {
        let path = below(&path, locale);
        if LOCALES.contains(&locale.as_str()) {
            check(problems, &path, value.as_str().unwrap_or_default());
        } else {
            problems.choices(&path, &LOCALES.map(|one| format!("'{one}'")).join(", "));
        }
    }
}

fn permissions(problems: &mut Problems, (fields, path): (&Fields, &str)) {
    let Some(value) = field(fields, "default_member_permissions") else { return };
    let bits = value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
    if bits.is_none() {
        let message = format!("Value {value} is not int.");
        problems.add(&below(path, "default_member_permissions"), "NUMBER_TYPE_COERCE", message);
    }
}

/// Checks a list of distinct small numbers.
fn kinds(problems: &mut Problems, (fields, path): (&Fields, &str), key: &str, most: u64) {
    let Some(value) = field(fields, key) else { return };
    let here = below(path, key);
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let distinct: BTreeSet<_> = items.iter().filter_map(Value::as_u64).filter(|kind| *kind <= most).collect();
    if items.is_empty() || distinct.len() != items.len() {
        problems.choices(&here, &(0..=most).map(|kind| kind.to_string()).collect::<Vec<_>>().join(", "));
    }
}

/// Checks the options of a command (level 0), of a group (1) or of a subcommand in a group (2).
fn options(problems: &mut Problems, at: (&Fields, &str), level: u8) {
    let all = list(problems, at, "options", OPTIONS);
    let path = below(at.1, "options");
    let mut names = BTreeSet::new();
    let (mut nested, mut flat, mut optional) = (false, false, false);
    for (at, item) in all.iter().enumerate() {
        let path = below(&path, at);
        let Some(item) = object(problems, &path, item) else { continue };
        name(problems, (item, &path), true);
        described(problems, (item, &path));
        if field(item, "name").and_then(Value::as_str).is_some_and(|name| !names.insert(name)) {
            let message = "Option name already exists";
            problems.add(&below(&path, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", message);
        }
        let kind = field(item, "type").and_then(Value::as_u64);
        match kind {
            Some(option::SUBCOMMAND | option::GROUP) => nested = true,
            Some(_) => flat = true,
            None => problems.required(&below(&path, "type")),
        }
        // Level 0 may hold groups and subcommands, a group only subcommands, a subcommand neither.
        match kind {
            Some(option::SUBCOMMAND) if level <= 1 => options(problems, (item, &path), 2),
            Some(option::GROUP) if level == 0 => {
                options(problems, (item, &path), 1);
                group_is_of_subcommands(problems, item, &path);
            }
            Some(kind @ option::STRING..=option::ATTACHMENT) => plain(problems, (item, &path), kind),
            Some(option::SUBCOMMAND | option::GROUP) => {
                let message = "Sub-commands and groups cannot be nested so deep";
                problems.add(&below(&path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
            }
            _ => problems.choices(&below(&path, "type"), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"),
        }
        if matches!(kind, Some(option::STRING..)) {
            let required = boolean(problems, (item, &path), "required");
            if required && optional {
                let message = "Required options must be placed before non-required options";
                problems.add(&path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
            }
            optional |= !required;
        }
    }
    if nested && flat {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        problems.add(&path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
}

fn group_is_of_subcommands(problems: &mut Problems, group: &Fields, path: &str) {
    let path = below(path, "options");
    let inside = field(group, "options").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if inside.is_empty() {
        problems.required(&path);
    }
    for (at, item) in inside.iter().enumerate() {
        if item.get("type").and_then(Value::as_u64) != Some(option::SUBCOMMAND) {
            let message = "A group holds sub-commands alone";
            problems.add(&below(&below(&path, at), "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
        }
    }
}

/// Checks an option that takes a value.
fn plain(problems: &mut Problems, at: (&Fields, &str), kind: u64) {
    let (fields, path) = at;
    let autocomplete = boolean(problems, at, "autocomplete");
    let chosen = choices(problems, at, Some(kind));
    let choosable = matches!(kind, option::STRING | option::INTEGER | option::NUMBER);
    if (chosen > 0 || autocomplete) && !choosable {
        let message = "This option type has neither choices nor autocomplete";
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
    if chosen > 0 && autocomplete {
        let message = "Autocomplete cannot be used with choices";
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", message);
    }
    let bounds = match kind {
        option::STRING => {
            let least = integer(problems, at, "min_length", &(0..=STRING));
            Some((least, integer(problems, at, "max_length", &(1..=STRING)), "min_length"))
        }
        option::INTEGER => {
            let least = integer(problems, at, "min_value", &(-INTEGER..=INTEGER));
            Some((least, integer(problems, at, "max_value", &(-INTEGER..=INTEGER)), "min_value"))
        }
        _ => None,
    };
    if let Some((Some(least), Some(most), key)) = bounds
        && least > most
    {
        let message = format!("int value should be less than or equal to {most}.");
        problems.add(&below(path, key), "NUMBER_TYPE_MAX", message);
    }
    // An empty list has no meaning. serenity sends one with every option.
    let says =
        |key: &str| field(fields, key).is_some_and(|value| value.as_array().is_none_or(|items| !items.is_empty()));
    let misplaced = |key: &str, kinds: &[u64]| says(key) && !kinds.contains(&kind);
    for (key, kinds) in [
        ("min_length", &[option::STRING][..]),
        ("max_length", &[option::STRING]),
        ("min_value", &[option::INTEGER, option::NUMBER]),
        ("max_value", &[option::INTEGER, option::NUMBER]),
        ("channel_types", &[option::CHANNEL]),
    ] {
        if misplaced(key, kinds) {
            let message = "This option type does not have this field";
            problems.add(&below(path, key), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
        }
    }
}

/// Checks `choices` and returns their number. With a kind of option, the values must be of that kind.
pub(super) fn choices(problems: &mut Problems, at: (&Fields, &str), kind: Option<u64>) -> usize {
    let all = list(problems, at, "choices", CHOICES);
    let path = below(at.1, "choices");
    let mut names = BTreeSet::new();
    for (at, choice) in all.iter().enumerate() {
        let path = below(&path, at);
        let Some(choice) = object(problems, &path, choice) else { continue };
        let name = required_text(problems, (choice, &path), "name", &(1..=CHOICE));
        if kind.is_some() && name.is_some_and(|name| !names.insert(name)) {
            let message = "Option choice name already exists";
            problems.add(&path, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", message);
        }
        let here = below(&path, "value");
        match (kind, field(choice, "value")) {
            (_, None) => problems.required(&here),
            (Some(option::STRING) | None, Some(Value::String(_))) => {
                // An empty text is not a valid choice. Discord answers that the field is required.
                text(problems, (choice, &path), "value", &(1..=CHOICE));
            }
            (Some(option::INTEGER), Some(value)) if value.is_i64() || value.is_u64() => {}
            (Some(option::NUMBER) | None, Some(Value::Number(_))) => {}
            (_, Some(value)) => {
                let message = format!("Value {value} is not of the option's type.");
                problems.add(&here, "BASE_TYPE_CONVERT", message);
            }
        }
    }
    all.len()
}

/// Returns the total size of names, descriptions and values of a command, each counted by its longest translation.
fn size(command: &Fields) -> usize {
    let longest = |key: &str| {
        let own = field(command, key).and_then(Value::as_str).map_or(0, |text| text.chars().count());
        let others = field(command, &format!("{key}_localizations")).and_then(Value::as_object);
        let count = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
        others.into_iter().flat_map(|all| all.values().map(count)).fold(own, usize::max)
    };
    let value = field(command, "value").map_or(0, |value| match value {
        Value::String(text) => text.chars().count(),
        other => other.to_string().len(),
    });
    let lists = ["options", "choices"].into_iter().filter_map(|key| field(command, key).and_then(Value::as_array));
    let inside: usize = lists.flatten().filter_map(Value::as_object).map(size).sum();
    longest("name") + longest("description") + value + inside
}

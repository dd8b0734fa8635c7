//! Texts for errors of the configuration. They contain no value: a value may be a secret, or may stand in the place of
//! one. An error names the key, the kind of the given value, and the expected one.

use figment::Figment;
use figment::error::Kind;
use figment::providers::{Format as _, Toml};
use figment::value::Dict;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// Shorter texts occur in many sentences by chance.
const VALUE_CHARS_MIN: usize = 4;

/// Checks that the text is TOML. The parser's own error quotes the line, which may hold a password.
pub(super) fn check_syntax(text: &str) -> Result<(), String> {
    Toml::from_str::<Dict>(text).map(drop).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let message = error.message();
        // The parser's message names its grammar, and sometimes the key or the value.
        let words = match message {
            _ if message.starts_with("duplicate key") => "duplicate key".to_owned(),
            _ if message.starts_with("dotted key") => "a dotted key extends a key that is not a table".to_owned(),
            _ if message.starts_with("invalid type") || message.starts_with("invalid value") => {
                "invalid value".to_owned()
            }
            _ => message.replace('\n', ", "),
        };
        format!("line {line}, column {column}: {words}")
    })
}

/// Returns figment's errors where the file and the environment do not form one table.
pub(super) fn of_figment(error: figment::Error) -> impl Iterator<Item = String> {
    error.into_iter().map(|error| {
        let key = name(&error.path.join("."));
        match error.kind {
            Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => format!("{key}: expected {expected}"),
            _ => format!("{key}: invalid value"),
        }
    })
}

/// Returns a key in the form in which it is shown: a key that is not a bare TOML key may be a misplaced value.
pub(super) fn name(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']');
    if key.chars().all(is_bare) { key.to_owned() } else { "a key that is not a plain word".to_owned() }
}

/// Returns the error of a section, at `path` in it, without the value that caused it.
pub(super) fn without_value(error: &serde_json::Error, path: &Path, section: &Value) -> String {
    let (message, given) = (error.to_string(), at(path, section));
    let is_about_value = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant "]
        .iter()
        .any(|kind| message.starts_with(kind));
    if is_about_value {
        // The value comes first in the message, whatever its text.
        let expected = message.rsplit_once(", expected ").map_or("something else", |(_, expected)| expected);
        return format!("{} is given, expected {}", kind(given), form(expected, given));
    }
    let mut texts = Vec::new();
    collect_texts(given, &mut texts);
    // The `url` crate adds the address to its message.
    let message = texts.iter().fold(message, |message, text| message.replace(&format!(": {text:?}"), ""));
    let holds = |text: &&str| text.chars().count() >= VALUE_CHARS_MIN && message.contains(*text);
    if texts.iter().any(holds) { "this value cannot be used".to_owned() } else { message }
}

/// Returns the expected form in the words of the file. `expected`: the words of the library.
fn form(expected: &str, given: &Value) -> String {
    let words = match expected {
        "a string" if given.is_number() => "a text: put it in quotes",
        "a string" => "a text in quotes",
        "a duration" => "a duration in quotes, such as \"20s\"",
        "a sequence" => "a list in brackets, such as [\"default\"]",
        "a boolean" => "true or false, without quotes",
        _ if expected.starts_with("a nonzero u") => "a whole number above 0, without quotes",
        _ if expected.starts_with("struct ") => "a table",
        other => other,
    };
    words.to_owned()
}

/// Returns the value at the path, or the innermost value around it.
fn at<'a>(path: &Path, section: &'a Value) -> &'a Value {
    path.iter()
        .try_fold(section, |value, segment| {
            let inner = match segment {
                Segment::Map { key } => value.get(key),
                Segment::Seq { index } => value.get(index),
                Segment::Enum { .. } | Segment::Unknown => None,
            };
            inner.ok_or(value)
        })
        .unwrap_or_else(|innermost| innermost)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a table",
    }
}

fn collect_texts<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect_texts(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect_texts(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Reads the text of a TOML file as a layer of the configuration.
pub(super) fn layer(text: &str) -> Figment {
    Figment::from(Toml::string(text))
}

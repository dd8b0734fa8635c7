//! Validation of request bodies: pure checks that collect all problems at once.

pub(crate) mod commands;
pub(crate) mod components;
pub(crate) mod embeds;
pub(crate) mod messages;
pub(crate) mod modals;

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::errors::{Problems, below};

pub(crate) type Fields = Map<String, Value>;

/// Returns a member of an object. Null is the same as absent.
pub(crate) fn field<'a>(fields: &'a Fields, key: &str) -> Option<&'a Value> {
    fields.get(key).filter(|value| !value.is_null())
}

/// Returns a text with a length in this range, if there is one. Blank text counts as absent, because Discord trims.
pub(crate) fn text<'a>(
    problems: &mut Problems,
    (fields, path): (&'a Fields, &str),
    key: &str,
    length: &RangeInclusive<usize>,
) -> Option<&'a str> {
    let value = field(fields, key)?;
    let path = below(path, key);
    let Some(text) = value.as_str() else {
        problems.add(&path, "STRING_TYPE_CONVERT", format!("Could not interpret \"{value}\" as string."));
        return None;
    };
    check_length(problems, &path, text, length);
    Some(text)
}

/// Returns a text that must be present. Otherwise it is the same as [`text`].
pub(crate) fn required_text<'a>(
    problems: &mut Problems,
    at: (&'a Fields, &str),
    key: &str,
    length: &RangeInclusive<usize>,
) -> Option<&'a str> {
    let found = text(problems, at, key, length);
    if field(at.0, key).is_none() {
        problems.required(&below(at.1, key));
    }
    found
}

/// Checks a length in characters, after trimming.
fn check_length(problems: &mut Problems, path: &str, text: &str, length: &RangeInclusive<usize>) {
    let count = text.trim().chars().count();
    if count == 0 && *length.start() > 0 {
        problems.required(path);
    } else if !length.contains(&count) {
        let (least, most) = (length.start(), length.end());
        if *least <= 1 && count > *most {
            problems.add(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
        } else {
            problems.add(path, "BASE_TYPE_BAD_LENGTH", format!("Must be between {least} and {most} in length."));
        }
    }
}

/// Returns a list with at most this many entries. An absent list is empty.
pub(crate) fn list<'a>(
    problems: &mut Problems,
    (fields, path): (&'a Fields, &str),
    key: &str,
    most: usize,
) -> &'a [Value] {
    let Some(value) = field(fields, key) else { return &[] };
    let path = below(path, key);
    let Some(items) = value.as_array() else {
        problems.add(&path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        return &[];
    };
    if items.len() > most {
        problems.add(&path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
    }
    items
}

/// Returns an object, or adds a problem.
pub(crate) fn object<'a>(problems: &mut Problems, path: &str, value: &'a Value) -> Option<&'a Fields> {
    if value.is_object() {
        return value.as_object();
    }
    problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    None
}

/// Returns true, false, or `None` if absent.
pub(crate) fn boolean(problems: &mut Problems, (fields, path): (&Fields, &str), key: &str) -> bool {
    match field(fields, key) {
        None => false,
        Some(Value::Bool(value)) => *value,
        Some(_) => {
            problems.add(&below(path, key), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
            false
        }
    }
}

/// Returns a whole number in a range, if there is one.
pub(crate) fn integer(
    problems: &mut Problems,
    (fields, path): (&Fields, &str),
    key: &str,
    range: &RangeInclusive<i64>,
) -> Option<i64> {
    let value = field(fields, key)?;
    let path = below(path, key);
    // `1.0` is an integer in JSON, and Discord's own libraries send it.
    let integral = |value: &Value| value.as_f64().filter(|number| number.fract() == 0.0);
    let Some(number) = value.as_i64().or_else(|| integral(value).map(to_integer)) else {
        problems.add(&path, "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int."));
        return None;
    };
    if number > *range.end() {
        let message = format!("int value should be less than or equal to {}.", range.end());
        problems.add(&path, "NUMBER_TYPE_MAX", message);
    } else if number < *range.start() {
        let message = format!("int value should be greater than or equal to {}.", range.start());
        problems.add(&path, "NUMBER_TYPE_MIN", message);
    }
    Some(number)
}

#[expect(clippy::cast_possible_truncation, reason = "it saturates, and is held against a range")]
fn to_integer(number: f64) -> i64 {
    number as i64
}

/// Checks an address, which must have one of these schemes.
pub(crate) fn address(problems: &mut Problems, path: &str, text: &str, schemes: &[&str]) {
    match url::Url::parse(text) {
        Ok(url) if schemes.contains(&url.scheme()) => {}
        Ok(url) => {
            let allowed = schemes.iter().map(|scheme| format!("'{scheme}'")).collect::<Vec<_>>().join(", ");
            let message = format!("Scheme \"{}\" must be one of ({allowed}).", url.scheme());
            problems.add(path, "URL_TYPE_INVALID_SCHEME", message);
        }
        Err(_) => problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL."),
    }
}

#[cfg(test)]
pub(crate) fn codes_of(error: &super::errors::ApiError, path: &str) -> Vec<String> {
    let pointer = format!("/{}/_errors", path.replace('.', "/"));
    let found = error.errors.as_ref().and_then(|errors| errors.pointer(&pointer)).and_then(Value::as_array);
    let code = |one: &Value| one.get("code").and_then(Value::as_str).unwrap_or_default().to_owned();
    found.map(|list| list.iter().map(code).collect()).unwrap_or_default()
}

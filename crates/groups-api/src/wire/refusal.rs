//! Detects a refusal inside an answer whose status reports success. Servers behind the API report failures so:
//! `{"error": "…"}`, `{"success": false}`, `{"data": {"status": "error"}}`. Such an answer never counts as success.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Fields that wrap the actual answer. Deeper values, such as one result per participant, do not judge the request as a
/// whole.
const WRAPPERS: [&str; 5] = ["data", "result", "response", "body", "payload"];
/// Depth to which wrappers are followed.
const DEPTH_MAX: usize = 8;
/// Longest text that can be one of the words below.
const WORD_BYTES_MAX: usize = 32;
/// Values of `status` and similar fields that report a failure.
const FAILURES: [&str; 14] = [
    "error",
    "err",
    "fail",
    "failed",
    "failure",
    "rejected",
    "refused",
    "denied",
    "forbidden",
    "unauthorized",
    "invalid",
    "timeout",
    "aborted",
    "false",
];

/// Returns whether the answer to a change reports a failure, in itself or in one of its wrappers.
pub(crate) fn refuses(answer: &Value) -> bool {
    refuses_within(answer, DEPTH_MAX)
}

fn refuses_within(answer: &Value, depth: usize) -> bool {
    let Some(fields) = answer.as_object() else { return false };
    fields.iter().any(|(name, value)| {
        let name = name.to_ascii_lowercase();
        reports_failure(&name, &FieldContent::of(value))
            || depth > 0 && WRAPPERS.contains(&name.as_str()) && refuses_within(value, depth - 1)
    })
}

/// Returns whether one field reports a failure. `name` is in lower case.
pub(super) fn reports_failure(name: &str, held: &FieldContent) -> bool {
    match name {
        "error" | "errors" | "errormessage" | "error_message" | "errorcode" | "error_code" => {
            !matches!(held, FieldContent::Nothing | FieldContent::Flag(false) | FieldContent::Number(0))
        }
        "success" | "ok" | "succeeded" | "successful" => match held {
            FieldContent::Flag(yes) => !yes,
            FieldContent::Number(number) => *number == 0,
            FieldContent::Text(text) => matches!(text.as_str(), "0" | "no") || is_failure(text),
            FieldContent::Nothing | FieldContent::More => false,
        },
        "failed" | "failure" | "iserror" | "is_error" => matches!(held, FieldContent::Flag(true)),
        "data" | "status" | "result" => match held {
            FieldContent::Flag(yes) => !yes,
            FieldContent::Number(number) => is_error_status(*number),
            FieldContent::Text(text) => is_failure(text) || text.parse().is_ok_and(is_error_status),
            FieldContent::Nothing | FieldContent::More => false,
        },
        // A text may be an invite code.
        "code" | "statuscode" | "status_code" => {
            matches!(held, FieldContent::Number(number) if is_error_status(*number))
        }
        _ => false,
    }
}

fn is_failure(word: &str) -> bool {
    FAILURES.contains(&word)
}

fn is_error_status(number: i64) -> bool {
    (400..600).contains(&number)
}

/// A field's value, reduced to the parts that can show a failure. Reading one keeps at most a short word.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FieldContent {
    /// `null`, or an empty text, list or object.
    Nothing,
    Flag(bool),
    /// The integer part.
    Number(i64),
    /// In lower case.
    Text(String),
    /// A long text, or a list or an object that is not empty.
    More,
}

impl FieldContent {
    pub(super) fn of(value: &Value) -> Self {
        Self::deserialize(value).unwrap_or(Self::More)
    }
}

impl<'de> Deserialize<'de> for FieldContent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = FieldContent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<FieldContent, E> {
        Ok(FieldContent::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<FieldContent, E> {
        Ok(FieldContent::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<FieldContent, E> {
        Ok(FieldContent::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<FieldContent, E> {
        Ok(FieldContent::Number(number.try_into().unwrap_or(i64::MAX)))
    }

    #[expect(clippy::cast_possible_truncation, reason = "only the whole part of small numbers matters")]
    fn visit_f64<E>(self, number: f64) -> Result<FieldContent, E> {
        Ok(FieldContent::Number(number as i64))
    }

    fn visit_str<E>(self, text: &str) -> Result<FieldContent, E> {
        Ok(match text.trim() {
            "" => FieldContent::Nothing,
            text if text.len() > WORD_BYTES_MAX => FieldContent::More,
            text => FieldContent::Text(text.to_ascii_lowercase()),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<FieldContent, A::Error> {
        let mut held = FieldContent::Nothing;
        while entries.next_element::<IgnoredAny>()?.is_some() {
            held = FieldContent::More;
        }
        Ok(held)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<FieldContent, A::Error> {
        let mut held = FieldContent::Nothing;
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            held = FieldContent::More;
        }
        Ok(held)
    }
}

//! Recognises a refusal inside an answer whose status says success. Servers behind the API report failures so:
//! `{"error": "…"}`, `{"success": false}`, `{"data": {"status": "error"}}`. Such an answer never counts as done.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Fields that wrap the answer proper. What lies deeper, such as one result per participant, is no verdict on the whole.
const WRAPPERS: [&str; 5] = ["data", "result", "response", "body", "payload"];
/// How deep wrappers are followed.
const DEPTH_MAX: usize = 8;
/// The longest text that may be one of the words below.
const WORD_BYTES_MAX: usize = 32;
/// Texts of `status` and the like that report a failure.
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
pub(super) fn refuses(answer: &Value) -> bool {
    refuses_within(answer, DEPTH_MAX)
}

fn refuses_within(answer: &Value, depth: usize) -> bool {
    let Some(fields) = answer.as_object() else { return false };
    fields.iter().any(|(name, value)| {
        let name = name.to_ascii_lowercase();
        reports_failure(&name, &Held::of(value))
            || depth > 0 && WRAPPERS.contains(&name.as_str()) && refuses_within(value, depth - 1)
    })
}

/// Returns whether one field reports a failure. `name` is in lower case.
pub(super) fn reports_failure(name: &str, held: &Held) -> bool {
    match name {
        "error" | "errors" | "errormessage" | "error_message" | "errorcode" | "error_code" => {
            !matches!(held, Held::Nothing | Held::Flag(false) | Held::Number(0))
        }
        "success" | "ok" | "succeeded" | "successful" => match held {
            Held::Flag(yes) => !yes,
            Held::Number(number) => *number == 0,
            Held::Text(text) => matches!(text.as_str(), "0" | "no") || is_failure(text),
            Held::Nothing | Held::More => false,
        },
        "failed" | "failure" | "iserror" | "is_error" => matches!(held, Held::Flag(true)),
        "data" | "status" | "result" => match held {
            Held::Flag(yes) => !yes,
            Held::Number(number) => is_error_status(*number),
            Held::Text(text) => is_failure(text) || text.parse().is_ok_and(is_error_status),
            Held::Nothing | Held::More => false,
        },
        // A text may be an invite code.
        "code" | "statuscode" | "status_code" => matches!(held, Held::Number(number) if is_error_status(*number)),
        _ => false,
    }
}

fn is_failure(word: &str) -> bool {
    FAILURES.contains(&word)
}

fn is_error_status(number: i64) -> bool {
    (400..600).contains(&number)
}

/// What a field holds, as far as a failure can be recognised by it. Reading one keeps no more than a short word.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// `null`, or an empty text, list or object.
    Nothing,
    Flag(bool),
    /// Without its fraction.
    Number(i64),
    /// In lower case.
    Text(String),
    /// A long text, or a list or an object that is not empty.
    More,
}

impl Held {
    pub(super) fn of(value: &Value) -> Self {
        Self::deserialize(value).unwrap_or(Self::More)
    }
}

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeldVisitor)
    }
}

struct HeldVisitor;

impl<'de> Visitor<'de> for HeldVisitor {
    type Value = Held;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Held, E> {
        Ok(Held::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Held, E> {
        Ok(Held::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Held, E> {
        Ok(Held::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Held, E> {
        Ok(Held::Number(number.try_into().unwrap_or(i64::MAX)))
    }

    #[expect(clippy::cast_possible_truncation, reason = "only the whole part of small numbers matters")]
    fn visit_f64<E>(self, number: f64) -> Result<Held, E> {
        Ok(Held::Number(number as i64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Held, E> {
        Ok(match text.trim() {
            "" => Held::Nothing,
            text if text.len() > WORD_BYTES_MAX => Held::More,
            text => Held::Text(text.to_ascii_lowercase()),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Held, A::Error> {
        let mut held = Held::Nothing;
        while entries.next_element::<IgnoredAny>()?.is_some() {
            held = Held::More;
        }
        Ok(held)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Held, A::Error> {
        let mut held = Held::Nothing;
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            held = Held::More;
        }
        Ok(held)
    }
}

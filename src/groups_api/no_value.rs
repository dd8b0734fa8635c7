//! What programs write where a value is missing. Read as an invite code, it would be shown as a link that leads nowhere.

const WORDS: [&str; 28] = [
    "undefined",
    "null",
    "none",
    "nil",
    "nan",
    "void",
    "true",
    "false",
    "object",
    "object-object",
    "object_object",
    "objectobject",
    "unknown",
    "empty",
    "error",
    "string",
    "inf",
    "infinity",
    "code",
    "invite",
    "missing",
    "invalid",
    "unavailable",
    "notfound",
    "not-found",
    "not_found",
    "expired",
    "revoked",
];

/// Returns whether a text of letters, digits, `-` and `_` stands for a missing value.
pub(super) fn is_no_value(text: &str) -> bool {
    let text = text.trim_matches(['-', '_']);
    text.is_empty() || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

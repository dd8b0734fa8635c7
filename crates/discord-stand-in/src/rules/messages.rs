//! Rules for messages: content, flags, allowed mentions, attachments, and at least one visible part (Message, Create
//! Message).

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Fields, boolean, components, embeds, field, list, object, text};
use crate::errors::{ApiError, Problems, below, invalid};
use crate::world::{Message, flags};

const CONTENT: usize = 2_000;
const FILES: usize = 10;
const NONCE: usize = 25;
const MENTIONED: usize = 100;

/// An attached file.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// The n of `files[n]`.
    pub(crate) number: u64,
    pub(crate) filename: String,
    pub(crate) size: usize,
}

/// The context of a message body.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The path of the body: `data` in a callback, otherwise empty.
    pub(crate) path: &'a str,
    pub(crate) files: &'a [Sent],
    /// The existing message, for an edit.
    pub(crate) existing: Option<&'a Message>,
    /// The flags that may be set here.
    pub(crate) flags: u64,
    pub(crate) attachment_size_limit: u64,
}

/// The flags of a reply to an interaction.
pub(crate) const REPLY_FLAGS: u64 = flags::EPHEMERAL | MESSAGE_FLAGS;
/// The flags of a message in a channel.
pub(crate) const MESSAGE_FLAGS: u64 =
    flags::SUPPRESS_EMBEDS | flags::SUPPRESS_NOTIFICATIONS | flags::COMPONENTS_V2 | flags::VOICE_MESSAGE;
/// The flags that an edit may change. The layout flag may be set but not removed.
pub(crate) const EDIT_FLAGS: u64 = flags::SUPPRESS_EMBEDS | flags::COMPONENTS_V2 | flags::EPHEMERAL;

/// Checks the body of a message to be created or edited.
pub(crate) fn check(body: &Fields, place: Place<'_>) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    let path = place.path;
    text(&mut problems, (body, path), "content", &(0..=CONTENT));
    boolean(&mut problems, (body, path), "tts");
    let given = check_flags(&mut problems, body, place);
    let v2 = (given | place.existing.map_or(0, |message| message.flags)) & flags::COMPONENTS_V2 != 0;
    let names: Vec<String> = place.files.iter().map(|file| file.filename.clone()).chain(kept_files(place)).collect();
    embeds::check(&mut problems, body, path, &names);
    components::check(&mut problems, body, path, v2);
    if v2 && ["content", "embeds", "poll"].iter().any(|key| field(body, key).is_some_and(|value| !is_blank(value))) {
        let message = "The 'content', 'embeds' and 'poll' fields cannot be used with MessageFlags.IS_COMPONENTS_V2";
        problems.add(&below(path, "content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
    }
    if let Some(mentions) = field(body, "allowed_mentions") {
        let path = below(path, "allowed_mentions");
        if let Some(mentions) = object(&mut problems, &path, mentions) {
            check_mentions(&mut problems, mentions, &path);
        }
    }
    check_attachments(&mut problems, body, place);
    problems.into_result()?;
    let limit = usize::try_from(place.attachment_size_limit).unwrap_or(usize::MAX);
    if place.files.iter().any(|file| file.size > limit) {
        return Err(ApiError::entity_too_large());
    }
    if is_empty(body, place) { Err(ApiError::empty_message()) } else { Ok(()) }
}

fn check_flags(problems: &mut Problems, body: &Fields, place: Place<'_>) -> u64 {
    let Some(value) = field(body, "flags") else { return 0 };
    let path = below(place.path, "flags");
    let Some(flags) = value.as_u64() else {
        problems.add(&path, "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int."));
        return 0;
    };
    if flags & !place.flags != 0 {
        problems.add(&path, "MESSAGE_FLAGS_INVALID", "Invalid message flags");
    }
    flags
}

fn kept_files(place: Place<'_>) -> impl Iterator<Item = String> {
    place.existing.into_iter().flat_map(|message| message.attachments.iter().map(|file| file.filename.clone()))
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Returns whether the message would show nothing.
fn is_empty(body: &Fields, place: Place<'_>) -> bool {
    let has = |key: &str, before: bool| body.get(key).map_or(before, |value| !value.is_null() && !is_blank(value));
    let old = place.existing;
    let files_before = old.is_some_and(|message| !message.attachments.is_empty());
    !(has("content", old.is_some_and(|message| !message.content.is_empty()))
        || has("embeds", old.is_some_and(|message| !message.embeds.is_empty()))
        || has("components", old.is_some_and(|message| !message.components.is_empty()))
        || has("poll", false)
        || !place.files.is_empty()
        || old.is_some() && has("attachments", files_before))
}

/// Checks `allowed_mentions`. `parse` lists kinds, `users` and `roles` list ids; both for one kind exclude each other
/// (Message, Allowed Mentions).
fn check_mentions(problems: &mut Problems, mentions: &Fields, path: &str) {
    let parse = list(problems, (mentions, path), "parse", 3);
    for (at, kind) in parse.iter().enumerate() {
        if !matches!(kind.as_str(), Some("users" | "roles" | "everyone")) {
            problems.choices(&below(&below(path, "parse"), at), "'roles', 'users', 'everyone'");
        }
    }
    for key in ["users", "roles"] {
        let ids = list(problems, (mentions, path), key, MENTIONED);
        for (at, id) in ids.iter().enumerate() {
            let number = id.as_u64().or_else(|| id.as_str().and_then(|text| text.parse().ok()));
            if number.is_none() {
                let message = format!("Value \"{id}\" is not snowflake.");
                problems.add(&below(&below(path, key), at), "NUMBER_TYPE_COERCE", message);
            }
        }
        if !ids.is_empty() && parse.iter().any(|kind| kind.as_str() == Some(key)) {
            let message = format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive.");
            problems.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
    boolean(problems, (mentions, path), "replied_user");
}

/// Checks that each entry of `attachments` is an attached file, by its number, or a file of the message, by its id.
fn check_attachments(problems: &mut Problems, body: &Fields, place: Place<'_>) {
    let listed = list(problems, (body, place.path), "attachments", FILES);
    let path = below(place.path, "attachments");
    let mut total = place.files.len();
    let mut seen = BTreeSet::new();
    for (at, entry) in listed.iter().enumerate() {
        let path = below(&path, at);
        let Some(entry) = object(problems, &path, entry) else { continue };
        let id = field(entry, "id").and_then(|id| id.as_u64().or_else(|| id.as_str().and_then(|id| id.parse().ok())));
        let sent = place.files.iter().any(|file| Some(file.number) == id);
        let kept = place.existing.is_some_and(|m| m.attachments.iter().any(|file| Some(file.id.0) == id));
        total += usize::from(kept);
        match id {
            None => problems.required(&below(&path, "id")),
            Some(id) if !sent && !kept => {
                let message = format!("Attachment {id} was not found.");
                problems.add(&below(&path, "id"), "ATTACHMENT_NOT_FOUND", message);
            }
            Some(id) if !seen.insert(id) => {
                problems.add(&below(&path, "id"), "BASE_TYPE_UNIQUE", "Attachment ids must be unique.");
            }
            Some(_) => {}
        }
        text(problems, (entry, &path), "filename", &(0..=1_024));
        text(problems, (entry, &path), "description", &(0..=1_024));
    }
    if field(body, "attachments").is_none() {
        total += place.existing.map_or(0, |message| message.attachments.len());
    }
    let numbers: BTreeSet<u64> = place.files.iter().map(|file| file.number).collect();
    if numbers.len() < place.files.len() {
        problems.add(&path, "BASE_TYPE_UNIQUE", "Every files[n] must have a number of its own.");
    }
    if total > FILES && listed.len() <= FILES {
        problems.add(&path, "BASE_TYPE_MAX_LENGTH", format!("Must be {FILES} or fewer in length."));
    }
}

/// Returns the nonce, if there is one: a text of at most 25 characters or a whole number (Create Message).
pub(crate) fn check_nonce(body: &Fields) -> Result<Option<&Value>, ApiError> {
    let mut problems = Problems::default();
    boolean(&mut problems, (body, ""), "enforce_nonce");
    let found = field(body, "nonce");
    match found {
        Some(Value::Number(number)) if number.is_i64() || number.is_u64() => {}
        _ => drop(text(&mut problems, (body, ""), "nonce", &(0..=NONCE))),
    }
    problems.into_result().map(|()| found)
}

/// Checks the choices of an autocomplete response (Receiving and Responding, Autocomplete).
pub(crate) fn check_choices(data: &Fields, path: &str) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    if field(data, "choices").is_none() {
        return Err(invalid(&below(path, "choices"), "BASE_TYPE_REQUIRED", "This field is required"));
    }
    super::commands::choices(&mut problems, (data, path), None);
    problems.into_result()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::codes_of;

    fn verdict(body: &Value, files: &[Sent]) -> Result<(), ApiError> {
        let place =
            Place { path: "", files, existing: None, flags: REPLY_FLAGS, attachment_size_limit: 10 * 1024 * 1024 };
        check(body.as_object().unwrap(), place)
    }

    fn codes(body: &Value, path: &str) -> Vec<String> {
        codes_of(&verdict(body, &[]).unwrap_err(), path)
    }

    #[test]
    fn content_has_2000_characters() {
        assert!(verdict(&json!({"content": "é".repeat(2000)}), &[]).is_ok());
        assert_eq!(codes(&json!({"content": "é".repeat(2001)}), "content"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn an_empty_message_is_refused_with_50006() {
        for empty in [json!({}), json!({"content": "  "}), json!({"content": "", "embeds": [], "components": []})] {
            assert_eq!(verdict(&empty, &[]).unwrap_err().code, 50_006, "{empty}");
        }
    }

    #[test]
    fn mention_type_and_mention_list_exclude_each_other() {
        assert!(verdict(&json!({"content": "c", "allowed_mentions": {"parse": []}}), &[]).is_ok());
        let both = json!({"content": "c", "allowed_mentions": {"parse": ["users"], "users": ["1"]}});
        assert_eq!(codes(&both, "allowed_mentions"), ["MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"]);
        let unknown = json!({"content": "c", "allowed_mentions": {"parse": ["here"]}});
        assert_eq!(codes(&unknown, "allowed_mentions.parse.0"), ["BASE_TYPE_CHOICES"]);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_with_40005() {
        let file = |size| vec![Sent { number: 0, filename: "a".to_owned(), size }];
        assert!(verdict(&json!({}), &file(10 * 1024 * 1024)).is_ok());
        assert_eq!(verdict(&json!({}), &file(10 * 1024 * 1024 + 1)).unwrap_err().code, 40_005);
    }

    #[test]
    fn an_attachment_that_was_not_sent_is_refused() {
        let body = json!({"content": "c", "attachments": [{"id": 3, "filename": "x"}]});
        assert_eq!(codes(&body, "attachments.0.id"), ["ATTACHMENT_NOT_FOUND"]);
    }

    #[test]
    fn flags_that_a_bot_may_not_set_are_refused() {
        assert!(verdict(&json!({"content": "c", "flags": 64}), &[]).is_ok());
        assert_eq!(codes(&json!({"content": "c", "flags": 128}), "flags"), ["MESSAGE_FLAGS_INVALID"]);
    }

    #[test]
    fn the_newer_components_exclude_content() {
        let text = json!({"type": 10, "content": "hi"});
        assert!(verdict(&json!({"flags": 1 << 15, "components": [text]}), &[]).is_ok());
        assert_eq!(codes(&json!({"content": "c", "components": [text]}), "components.0.type"), ["BASE_TYPE_CHOICES"]);
        let both = json!({"flags": 1 << 15, "content": "c", "components": [text]});
        assert_eq!(codes(&both, "content"), ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]);
    }
}

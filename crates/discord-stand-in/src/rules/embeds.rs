//! Rules for embeds: lengths of each part, of all of them together, and addresses (Message, Embed Limits).

use serde_json::Value;

use super::{Fields, address, field, integer, list, object, required_text, text};
use crate::errors::{Problems, below};

const EMBEDS: usize = 10;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1_024;
const FOOTER: usize = 2_048;
const AUTHOR: usize = 256;
const ADDRESS: usize = 2_048;
/// Maximum total characters of titles, descriptions, field names and values, footers and authors of all embeds of a
/// message.
const ALL: usize = 6_000;

/// Checks `embeds` of a message. `files` are the names that `attachment://` may refer to.
pub(crate) fn check(problems: &mut Problems, body: &Fields, path: &str, files: &[String]) {
    let mut total = 0;
    let embeds_path = below(path, "embeds");
    for (at, embed) in list(problems, (body, path), "embeds", EMBEDS).iter().enumerate() {
        let path = below(&embeds_path, at);
        if let Some(embed) = object(problems, &path, embed) {
            total += check_one(problems, embed, &path, files);
        }
    }
    if total > ALL {
        let message = format!("Embed size exceeds maximum size of {ALL}");
        problems.add(&embeds_path, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

/// Checks one embed and returns the number of characters that it adds to the total.
fn check_one(problems: &mut Problems, embed: &Fields, path: &str, files: &[String]) -> usize {
    let at = (embed, path);
    let mut size = 0;
    size += count(text(problems, at, "title", &(0..=TITLE)));
    size += count(text(problems, at, "description", &(0..=DESCRIPTION)));
    integer(problems, at, "color", &(0..=0xFF_FFFF));
    if let Some(url) = text(problems, at, "url", &(0..=ADDRESS)) {
        address(problems, &below(path, "url"), url, &["http", "https"]);
    }
    if let Some(moment) = text(problems, at, "timestamp", &(0..=64)).filter(|moment| !is_moment(moment)) {
        let message = format!("Could not parse {moment}. Should be ISO8601.");
        problems.add(&below(path, "timestamp"), "DATE_TIME_TYPE_PARSE", message);
    }
    for (part, key, most) in [("footer", "text", FOOTER), ("author", "name", AUTHOR)] {
        let part_path = below(path, part);
        let Some(part) = field(embed, part).and_then(|value| object(problems, &part_path, value)) else { continue };
        size += count(required_text(problems, (part, &part_path), key, &(1..=most)));
        check_picture(problems, (part, &part_path), "icon_url", files);
        if let Some(url) = text(problems, (part, &part_path), "url", &(0..=ADDRESS)) {
            address(problems, &below(&part_path, "url"), url, &["http", "https"]);
        }
    }
    for part in ["image", "thumbnail"] {
        let part_path = below(path, part);
        if let Some(part) = field(embed, part).and_then(|value| object(problems, &part_path, value)) {
            check_picture(problems, (part, &part_path), "url", files);
        }
    }
    let fields_path = below(path, "fields");
    for (at, one) in list(problems, at, "fields", FIELDS).iter().enumerate() {
        let path = below(&fields_path, at);
        let Some(one) = object(problems, &path, one) else { continue };
        size += count(required_text(problems, (one, &path), "name", &(1..=FIELD_NAME)));
        size += count(required_text(problems, (one, &path), "value", &(1..=FIELD_VALUE)));
        super::boolean(problems, (one, &path), "inline");
    }
    if is_empty(embed) {
        problems.required(&below(path, "description"));
    }
    size
}

fn count(text: Option<&str>) -> usize {
    text.map_or(0, |text| text.trim().chars().count())
}

/// Returns whether the embed shows nothing.
fn is_empty(embed: &Fields) -> bool {
    let shown = ["title", "description", "footer", "author", "image", "thumbnail", "fields"];
    !shown.iter().filter_map(|key| field(embed, key)).any(|value| match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    })
}

/// Checks the address of a picture, which may be that of an attached file.
fn check_picture(problems: &mut Problems, at: (&Fields, &str), key: &str, files: &[String]) {
    let Some(url) = text(problems, at, key, &(0..=ADDRESS)) else { return };
    let path = below(at.1, key);
    match url.strip_prefix("attachment://") {
        Some(name) if files.iter().any(|file| file == name) => {}
        Some(name) => {
            problems.add(&path, "ATTACHMENT_NOT_FOUND", format!("Referenced attachment \"{name}\" was not found."));
        }
        None => address(problems, &path, url, &["http", "https", "attachment"]),
    }
}

/// Returns whether the text is roughly ISO 8601: a date, a `T` or blank, hours and minutes, and only characters that
/// can be part of one.
fn is_moment(text: &str) -> bool {
    let shape = "dddd-dd-ddTdd:dd";
    let fits = |(have, want): (char, char)| match want {
        'd' => have.is_ascii_digit(),
        'T' => matches!(have, 'T' | 't' | ' '),
        other => have == other,
    };
    text.chars().count() >= shape.len()
        && text.chars().zip(shape.chars()).all(fits)
        && text.chars().skip(shape.len()).all(|rest| rest.is_ascii_digit() || ":.+-Zz".contains(rest))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::codes_of;

    fn codes(embeds: &Value, path: &str) -> Vec<String> {
        let mut problems = Problems::default();
        let body = json!({"embeds": embeds});
        check(&mut problems, body.as_object().unwrap(), "", &["a.png".to_owned()]);
        problems.into_result().err().map(|error| codes_of(&error, path)).unwrap_or_default()
    }

    fn fine(embeds: &Value) -> bool {
        let mut problems = Problems::default();
        let body = json!({"embeds": embeds});
        check(&mut problems, body.as_object().unwrap(), "", &["a.png".to_owned()]);
        problems.is_empty()
    }

    #[test]
    fn an_embed_title_of_257_characters_is_refused() {
        assert!(fine(&json!([{"title": "é".repeat(256)}])));
        assert_eq!(codes(&json!([{"title": "é".repeat(257)}]), "embeds.0.title"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn every_part_of_an_embed_has_its_length() {
        for (embed, path) in [
            (json!({"description": "x".repeat(4097)}), "description"),
            (json!({"footer": {"text": "x".repeat(2049)}}), "footer.text"),
            (json!({"author": {"name": "x".repeat(257)}}), "author.name"),
            (json!({"fields": [{"name": "x".repeat(257), "value": "v"}]}), "fields.0.name"),
            (json!({"fields": [{"name": "n", "value": "x".repeat(1025)}]}), "fields.0.value"),
            (json!({"fields": vec![json!({"name": "n", "value": "v"}); 26]}), "fields"),
        ] {
            assert_eq!(codes(&json!([embed]), &format!("embeds.0.{path}")), ["BASE_TYPE_MAX_LENGTH"], "{path}");
        }
    }

    #[test]
    fn a_field_needs_a_name_and_a_value_that_are_not_blank() {
        let embeds = json!([{"fields": [{"name": "  ", "value": ""}]}]);
        assert_eq!(codes(&embeds, "embeds.0.fields.0.name"), ["BASE_TYPE_REQUIRED"]);
        assert_eq!(codes(&embeds, "embeds.0.fields.0.value"), ["BASE_TYPE_REQUIRED"]);
    }

    #[test]
    fn eleven_embeds_are_refused() {
        assert!(fine(&json!(vec![json!({"title": "t"}); 10])));
        assert_eq!(codes(&json!(vec![json!({"title": "t"}); 11]), "embeds"), ["BASE_TYPE_MAX_LENGTH"]);
    }

    #[test]
    fn all_embeds_together_have_at_most_6000_characters() {
        assert!(fine(&json!([{"description": "x".repeat(4000)}, {"description": "x".repeat(2000)}])));
        let over = json!([{"description": "x".repeat(4000)}, {"description": "x".repeat(2000), "title": "t"}]);
        assert_eq!(codes(&over, "embeds"), ["MAX_EMBED_SIZE_EXCEEDED"]);
    }

    #[test]
    fn an_empty_embed_is_refused() {
        assert_eq!(codes(&json!([{}]), "embeds.0.description"), ["BASE_TYPE_REQUIRED"]);
        assert_eq!(codes(&json!([{"title": " "}]), "embeds.0.description"), ["BASE_TYPE_REQUIRED"]);
    }

    #[test]
    fn addresses_in_embeds_are_http_or_a_file_sent_along() {
        assert!(fine(&json!([{"image": {"url": "attachment://a.png"}}])));
        assert_eq!(
            codes(&json!([{"image": {"url": "attachment://b.png"}}]), "embeds.0.image.url"),
            ["ATTACHMENT_NOT_FOUND"]
        );
        assert_eq!(codes(&json!([{"title": "t", "url": "ftp://x"}]), "embeds.0.url"), ["URL_TYPE_INVALID_SCHEME"]);
        assert_eq!(codes(&json!([{"title": "t", "url": "x"}]), "embeds.0.url"), ["URL_TYPE_INVALID_URL"]);
    }

    #[test]
    fn a_timestamp_is_iso8601_and_a_colour_has_24_bits() {
        assert!(fine(&json!([{"title": "t", "timestamp": "2024-02-29T12:34:56.000Z", "color": 0xFF_FFFF}])));
        let bad = json!([{"title": "t", "timestamp": "yesterday", "color": 0x100_0000}]);
        assert_eq!(codes(&bad, "embeds.0.timestamp"), ["DATE_TIME_TYPE_PARSE"]);
        assert_eq!(codes(&bad, "embeds.0.color"), ["NUMBER_TYPE_MAX"]);
    }
}

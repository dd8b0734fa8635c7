//! Finds links and lists of people in all text of a message, including text that users do not type: forwarded messages, embeds, buttons,
//! text displays.

use serde_json::Value;

use whatsapp::InviteCode;

/// Fields that contain text or a URL.
const TEXTS: [&str; 8] = ["content", "url", "title", "description", "name", "value", "text", "label"];
/// Fields that contain objects with such fields, or lists of them.
const PARTS: [&str; 13] = [
    "embeds",
    "fields",
    "author",
    "footer",
    "provider",
    "components",
    "component",
    "accessory",
    "options",
    "message_snapshots",
    "message",
    "poll",
    "question",
];
/// Maximum depth of a part. Discord nests less: the fields of an embed in a forwarded message have a depth of 5.
const DEPTH_MAX: usize = 12;

/// Returns the codes of the invite links in a message of Discord's API, without duplicates. Links in its own text come
/// first.
pub(crate) fn invites(message: &Value) -> Vec<InviteCode> {
    let mut codes: Vec<InviteCode> = Vec::new();
    for text in texts(message) {
        for code in InviteCode::all_in_text(text) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    codes
}

/// Returns all text of a message of Discord's API, its own text first, and the first attached file that is no picture,
/// film or sound: its address and its size in bytes.
pub(crate) fn list_in(message: &Value) -> (String, Option<(String, u64)>) {
    let is_media = |file: &&Value| {
        let kind = file.get("content_type").and_then(Value::as_str).unwrap_or_default();
        ["image/", "video/", "audio/"].iter().any(|media| kind.starts_with(media))
    };
    let file = |message: &Value| {
        let file = message.get("attachments")?.as_array()?.iter().find(|file| !is_media(file))?;
        Some((file.get("url")?.as_str()?.to_owned(), file.get("size")?.as_u64()?))
    };
    let forwarded = || message.get("message_snapshots")?.get(0)?.get("message");
    let file = file(message).or_else(|| file(forwarded()?));
    (texts(message).join("\n"), file)
}

fn texts(message: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    found.extend(message.get("content").and_then(Value::as_str));
    // `author` is skipped here: the author of a message is a user, but the author of an embed is a text.
    for part in ["embeds", "components", "message_snapshots", "poll"] {
        if let Some(part) = message.get(part) {
            collect(part, 1, &mut found);
        }
    }
    found
}

fn collect<'a>(part: &'a Value, depth: usize, found: &mut Vec<&'a str>) {
    if depth > DEPTH_MAX {
        return;
    }
    match part {
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, depth + 1, found)),
        Value::Object(fields) => {
            found.extend(TEXTS.iter().filter_map(|name| fields.get(*name)?.as_str()));
            PARTS.iter().filter_map(|name| fields.get(*name)).for_each(|part| collect(part, depth + 1, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

    fn found(message: &Value) -> Vec<String> {
        invites(message).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_invite_is_found_in_every_part_of_a_message() {
        let link = format!("https://chat.whatsapp.com/{CODE}");
        let with_text = format!("Join: <{link}>!");
        let button = json!({"type": 2, "style": 5, "label": "Join", "url": link});
        for message in [
            json!({"content": with_text}),
            json!({"content": "", "embeds": [{"url": link}]}),
            json!({"embeds": [{"title": with_text}]}),
            json!({"embeds": [{"description": with_text}]}),
            json!({"embeds": [{"fields": [{"name": "x", "value": with_text}]}]}),
            json!({"embeds": [{"fields": [{"name": with_text, "value": "x"}]}]}),
            json!({"embeds": [{"author": {"name": "x", "url": link}}]}),
            json!({"embeds": [{"author": {"name": with_text}}]}),
            json!({"embeds": [{"footer": {"text": with_text}}]}),
            json!({"components": [{"type": 1, "components": [button]}]}),
            json!({"components": [{"type": 10, "content": with_text}]}),
            json!({"components": [{"type": 17, "components": [{"type": 10, "content": with_text}]}]}),
            json!({"components": [{"type": 17, "components": [
                {"type": 9, "components": [{"type": 10, "content": "x"}], "accessory": button},
            ]}]}),
            json!({"message_snapshots": [{"message": {"content": with_text}}]}),
            json!({"message_snapshots": [{"message": {"content": "", "embeds": [{"footer": {"text": with_text}}]}}]}),
            json!({"message_snapshots": [{"message": {"components": [{"type": 1, "components": [button]}]}}]}),
            // serenity's form.
            json!({"message_snapshots": [{"content": with_text}]}),
            json!({"poll": {"question": {"text": with_text}}}),
        ] {
            assert_eq!(found(&message), [CODE], "{message}");
        }
        let author = json!({"content": "hi", "author": {"name": link, "url": link}, "attachments": [{"url": link}]});
        assert!(found(&author).is_empty());
    }

    #[test]
    fn several_links_are_told_apart_and_the_messages_own_come_first() {
        let of = |code: &str| format!("https://chat.whatsapp.com/{code}");
        let message = json!({
            "embeds": [{"url": of("Third")}, {"url": of("First")}],
            "content": format!("{} {} {0}", of("First"), of("Second")),
        });
        assert_eq!(found(&message), ["First", "Second", "Third"]);
    }

    proptest! {
        #[test]
        fn no_message_makes_it_panic(text in any::<String>(), key in "[a-z_]{1,20}", depth in 0usize..40) {
            let mut part = json!({"content": text, &key: [&text]});
            for _ in 0..depth {
                part = json!({"components": [part]});
            }
            drop(invites(&part));
        }
    }
}

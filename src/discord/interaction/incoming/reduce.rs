//! The allowlist: the fields of an interaction that Usher uses, in the form that serenity reads.

use serde_json::{Map, Value, json};
use serenity::all::Timestamp;

use super::kinds;

/// Discord, "Message Flags": only one person sees the message.
const EPHEMERAL: u64 = 1 << 6;
/// The timestamp of a message without one. The message counts as old.
const LONG_AGO: &str = "2015-01-01T00:00:00Z";
/// Discord, "Attachment Size Limit": the smallest limit.
const ATTACHMENT_SIZE_LIMIT: u64 = 10 * 1024 * 1024;
/// Discord, "Component Types".
const TEXT_INPUT: u64 = 4;
/// Discord, "Application Command Option Type": the types with options of their own.
const SUB_COMMANDS: [u64; 2] = [1, 2];
/// Maximum depth of nested options and components; Discord's have a depth of three.
const DEPTH_MAX: usize = 8;
/// The fields of a message that a search for links needs.
const TARGET: [&str; 4] = ["content", "embeds", "components", "message_snapshots"];

/// Returns the reduced interaction and its target message, or `None` if Usher does not know its kind.
pub(super) fn interaction(mut event: Value, kind: u64) -> Option<(Value, Option<Value>)> {
    let mut target = None;
    let mut reduced = common(&event);
    let data = event.get_mut("data").map(Value::take).unwrap_or_default();
    let data = match kind {
        kinds::COMMAND | kinds::AUTOCOMPLETE => {
            target = target_of(&data);
            command(&data)
        }
        kinds::COMPONENT => {
            insert(&mut reduced, "message", message(event.get("message")));
            component(&data)
        }
        kinds::MODAL => {
            if let Some(found) = event.get("message").filter(|message| message.is_object()) {
                insert(&mut reduced, "message", message(Some(found)));
            }
            modal(&data)
        }
        _ => return None,
    };
    insert(&mut reduced, "data", data);
    Some((Value::Object(reduced), target))
}

/// A function that reduces one object of a kind.
type Reduce = fn(&Value) -> Value;

fn common(event: &Value) -> Map<String, Value> {
    let mut reduced = picked(event, &["id", "application_id", "token", "guild_id", "channel_id", "guild_locale"]);
    if !event.get("channel_id").is_some_and(Value::is_string) {
        let elsewhere = event.pointer("/channel/id").or_else(|| event.pointer("/message/channel_id"));
        insert(&mut reduced, "channel_id", elsewhere.cloned().unwrap_or_default());
    }
    insert(&mut reduced, "locale", text_or(event.get("locale"), "en-US"));
    if !event.get("guild_locale").is_some_and(Value::is_string) {
        reduced.remove("guild_locale");
    }
    if let Some(found) = event.get("member").filter(|member| member.is_object()) {
        insert(&mut reduced, "member", member(found, true));
    }
    if let Some(found) = event.get("user").filter(|user| user.is_object()) {
        insert(&mut reduced, "user", user(found));
    }
    let limit =
        event.get("attachment_size_limit").and_then(Value::as_u64).filter(|limit| u32::try_from(*limit).is_ok());
    insert(&mut reduced, "attachment_size_limit", json!(limit.unwrap_or(ATTACHMENT_SIZE_LIMIT)));
    insert(&mut reduced, "version", json!(1));
    insert(&mut reduced, "entitlements", json!([]));
    reduced
}

fn command(data: &Value) -> Value {
    let mut reduced = picked(data, &["id", "name", "type", "guild_id", "target_id"]);
    insert(&mut reduced, "options", options(data.get("options"), DEPTH_MAX));
    let mut resolved = Map::new();
    let kinds: [(&str, Reduce); 5] = [
        ("users", user),
        ("members", |found| member(found, false)),
        ("roles", role),
        ("attachments", attachment),
        ("messages", |found| message(Some(found))),
    ];
    for (kind, reduce) in kinds {
        let found = data.pointer("/resolved").and_then(|resolved| resolved.get(kind)).and_then(Value::as_object);
        let ids = found.into_iter().flatten().filter(|(id, _)| id.parse().is_ok_and(|id: u64| id != 0));
        insert(&mut resolved, kind, ids.map(|(id, found)| (id.clone(), reduce(found))).collect::<Map<_, _>>().into());
    }
    insert(&mut reduced, "resolved", resolved.into());
    reduced.into()
}

/// Returns the message that a message command is used on, with the fields that serenity drops.
fn target_of(data: &Value) -> Option<Value> {
    let id = data.get("target_id")?.as_str()?;
    let found = data.pointer("/resolved/messages")?.get(id)?;
    Some(picked(found, &TARGET).into())
}

fn options(found: Option<&Value>, depth: usize) -> Value {
    let found = found.and_then(Value::as_array).filter(|_| depth > 0);
    let reduce = |option: &Value| {
        let mut reduced = picked(option, &["name", "type", "value", "focused"]);
        if option.get("type").and_then(Value::as_u64).is_some_and(|kind| SUB_COMMANDS.contains(&kind)) {
            insert(&mut reduced, "options", options(option.get("options"), depth.saturating_sub(1)));
        }
        if !option.get("focused").is_some_and(Value::is_boolean) {
            reduced.remove("focused");
        }
        // Discord may send a number that the user is typing as a number.
        if option.get("focused") == Some(&json!(true))
            && let Some(number) = option.get("value").filter(|value| value.is_number())
        {
            insert(&mut reduced, "value", json!(number.to_string()));
        }
        Value::Object(reduced)
    };
    found.into_iter().flatten().map(reduce).collect::<Vec<_>>().into()
}

fn component(data: &Value) -> Value {
    let mut reduced = picked(data, &["component_type", "custom_id", "values"]);
    if !data.get("values").is_some_and(Value::is_array) {
        insert(&mut reduced, "values", json!([]));
    }
    reduced.into()
}

/// Returns the modal with each typed text in its own row, regardless of the components that contained it.
fn modal(data: &Value) -> Value {
    let mut reduced = picked(data, &["custom_id"]);
    let mut rows = Vec::new();
    inputs(data.get("components"), DEPTH_MAX, &mut rows);
    insert(&mut reduced, "components", rows.into());
    reduced.into()
}

fn inputs(components: Option<&Value>, depth: usize, rows: &mut Vec<Value>) {
    let components: &[Value] = match components {
        Some(Value::Array(all)) => all,
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => return,
    };
    if depth == 0 {
        return;
    }
    for component in components {
        if component.get("type").and_then(Value::as_u64) == Some(TEXT_INPUT) {
            let mut input = picked(component, &["type", "custom_id"]);
            insert(&mut input, "value", text_or(component.get("value"), ""));
            rows.push(json!({ "type": 1, "components": [input] }));
        } else {
            for below in ["components", "component"] {
                inputs(component.get(below), depth.saturating_sub(1), rows);
            }
        }
    }
}

/// Reduces a message to its ids, its age, and whether it is ephemeral. A missing message gets constants.
fn message(found: Option<&Value>) -> Value {
    let part = |key| found.and_then(|message| message.get(key));
    let id = |key| part(key).filter(|id| id.is_string()).cloned().unwrap_or_else(|| json!("1"));
    let time = |key| {
        let time = part(key).and_then(Value::as_str);
        time.filter(|time| Timestamp::parse(time).is_ok()).map(str::to_owned)
    };
    json!({
        "id": id("id"),
        "channel_id": id("channel_id"),
        "flags": part("flags").and_then(Value::as_u64).unwrap_or_default() & EPHEMERAL,
        "timestamp": time("timestamp").unwrap_or_else(|| LONG_AGO.to_owned()),
        "edited_timestamp": time("edited_timestamp"),
        "content": text_or(part("content"), ""),
        "author": { "id": "1", "username": "" },
        "type": 0, "tts": false, "pinned": false, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [],
    })
}

fn user(found: &Value) -> Value {
    json!({ "id": found.get("id"), "username": text_or(found.get("username"), "") })
}

/// Reduces a member. `with_user`: the member contains the user, as the actor does; for others the user is elsewhere.
fn member(found: &Value, with_user: bool) -> Value {
    let roles = found.get("roles").and_then(Value::as_array);
    let roles: Vec<&Value> = roles.into_iter().flatten().filter(|id| is_id(id)).collect();
    let mut reduced = json!({
        "roles": roles, "permissions": permissions(found.get("permissions")), "deaf": false, "mute": false, "flags": 0,
    });
    if with_user && let Some(reduced) = reduced.as_object_mut() {
        insert(reduced, "user", found.get("user").map(user).unwrap_or_default());
    }
    reduced
}

/// Returns the permissions. Unreadable permissions count as none.
fn permissions(found: Option<&Value>) -> Value {
    let bits = found.and_then(|bits| bits.as_str().map_or_else(|| bits.as_u64(), |text| text.parse().ok()));
    json!(bits.unwrap_or_default().to_string())
}

fn role(found: &Value) -> Value {
    json!({
        "id": found.get("id"), "name": text_or(found.get("name"), ""), "permissions": "0", "position": 0,
        "color": 0, "colors": { "primary_color": 0 }, "hoist": false, "managed": false,
    })
}

fn attachment(found: &Value) -> Value {
    let size = found.get("size").and_then(Value::as_u64).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
    json!({
        "id": found.get("id"), "filename": text_or(found.get("filename"), ""), "size": size,
        "url": text_or(found.get("url"), ""), "proxy_url": "",
    })
}

fn is_id(found: &Value) -> bool {
    found.as_str().and_then(|id| id.parse().ok()).is_some_and(|id: u64| id != 0)
}

fn text_or(found: Option<&Value>, other: &str) -> Value {
    found.filter(|text| text.is_string()).cloned().unwrap_or_else(|| json!(other))
}

/// Returns the fields with these names that are present and not null.
fn picked(from: &Value, keys: &[&str]) -> Map<String, Value> {
    let found = keys.iter().filter_map(|key| Some(((*key).to_owned(), from.get(key)?.clone())));
    found.filter(|(_, value)| !value.is_null()).collect()
}

fn insert(into: &mut Map<String, Value>, key: &str, value: Value) {
    into.insert(key.to_owned(), value);
}

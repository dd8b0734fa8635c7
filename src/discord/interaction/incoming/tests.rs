use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;

use super::*;

/// Returns a valid interaction of a kind, without optional fields.
fn valid(kind: u64) -> Value {
    let data = match kind {
        kinds::COMMAND | kinds::AUTOCOMPLETE => json!({
            "id": "5", "name": "wa-group", "type": 1, "target_id": "8",
            "options": [{ "name": "show", "type": 1, "options": [
                { "name": "group", "type": 3, "value": "x", "focused": kind == kinds::AUTOCOMPLETE },
            ] }],
            "resolved": {
                "users": { "7": { "id": "7", "username": "ann" } },
                "members": { "7": { "roles": ["3"], "permissions": "8" } },
                "roles": { "3": { "id": "3", "name": "role" } },
                "attachments": { "9": { "id": "9", "filename": "a", "size": 1, "url": "https://cdn.discordapp.com/a" } },
                "messages": { "8": { "id": "8", "channel_id": "4", "content": "text", "timestamp": "2026-11-01T00:00:00Z" } },
            },
        }),
        kinds::COMPONENT => json!({ "component_type": 3, "custom_id": "x", "values": ["a"] }),
        _ => json!({ "custom_id": "x", "components": [{ "type": 1, "components": [
            { "type": 4, "custom_id": "name", "value": "typed" },
        ] }] }),
    };
    json!({
        "id": "1", "application_id": "2", "type": kind, "token": "token", "data": data,
        "guild_id": "3", "channel_id": "4", "locale": "de", "guild_locale": "de",
        "member": { "user": { "id": "7", "username": "ann" }, "roles": ["3"], "permissions": "8" },
        "message": { "id": "8", "channel_id": "4", "flags": 64, "timestamp": "2026-11-01T00:00:00Z" },
    })
}

const KINDS: [u64; 4] = [kinds::COMMAND, kinds::COMPONENT, kinds::AUTOCOMPLETE, kinds::MODAL];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "[0-9]{1,25}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let key = prop_oneof!["[a-z_]{1,12}", "[0-9]{1,20}", Just("id".to_owned()), Just("user".to_owned())];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(key, inner, 0..6).prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// Collects the JSON pointers of all values.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, below)| places(below, &format!("{at}/{key}"), all)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, below)| places(below, &format!("{at}/{place}"), all));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_answered(text in prop_oneof![".{0,200}", any_json().prop_map(|json| json.to_string())]) {
        // The test asserts only that parsing ends.
        let _read = read(&text);
    }

    #[test]
    fn a_changed_interaction_is_read_or_answered(
        kind in prop::sample::select(&KINDS[..]),
        changes in vec((any::<prop::sample::Index>(), prop::option::of(any_json())), 1..4),
    ) {
        let mut event = valid(kind);
        for (place, value) in changes {
            let mut all = Vec::new();
            places(&event, "", &mut all);
            if let (Some(found), Some(value)) = (event.pointer_mut(place.get::<String>(&all)), value) {
                *found = value;
            }
        }
        let text = event.to_string();
        let told = event.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok()).is_some_and(|id: u64| id != 0)
            && event.get("token").is_some_and(Value::is_string);
        match read(&text) {
            Ok(incoming) => prop_assert_eq!(incoming.interaction.token(), event["token"].as_str().unwrap_or_default()),
            Err(unreadable) => prop_assert!(!told || unreadable.head.is_some(), "no answer to {}", text),
        }
    }
}

#[test]
fn what_is_used_is_read() {
    for kind in KINDS {
        let Incoming { interaction, target } = read(&valid(kind).to_string()).unwrap();
        assert_eq!((interaction.id().get(), interaction.token()), (1, "token"));
        assert_eq!(interaction.guild_id().map(serenity::all::GuildId::get), Some(3));
        let member = match &interaction {
            Interaction::Command(one) | Interaction::Autocomplete(one) => one.member.as_deref(),
            Interaction::Component(one) => one.member.as_ref(),
            Interaction::Modal(one) => one.member.as_ref(),
            Interaction::Ping(_) | _ => None,
        };
        let member = member.unwrap();
        assert!(member.permissions.unwrap().administrator() && member.roles.len() == 1 && member.user.id.get() == 7);
        assert_eq!(target.is_some(), kind == kinds::COMMAND || kind == kinds::AUTOCOMPLETE);
    }
}

#[test]
fn permissions_and_roles_that_cannot_be_read_are_none() {
    for permissions in
        [json!(null), json!("-8"), json!("8x"), json!(-8), json!(8.5), json!(["8"]), json!("99999999999999999999")]
    {
        let mut event = valid(kinds::COMMAND);
        event["member"]["permissions"] = permissions.clone();
        event["member"]["roles"] = json!(["0", 3, null, "x", "12"]);
        let Incoming { interaction: Interaction::Command(command), .. } = read(&event.to_string()).unwrap() else {
            panic!("no command");
        };
        let member = command.member.unwrap();
        assert_eq!(member.permissions.unwrap().bits(), 0, "{permissions}");
        assert_eq!(member.roles.iter().map(|role| role.get()).collect::<Vec<_>>(), [12]);
    }
}

#[test]
fn the_path_of_what_is_wrong_holds_no_text() {
    let mut event = valid(kinds::COMMAND);
    event["data"]["options"][0]["options"][0] = json!({ "name": "group", "type": 4, "value": "secret" });
    let unreadable = read(&event.to_string()).unwrap_err();
    assert!(unreadable.path.starts_with("data.options") && !unreadable.path.contains("secret"), "{unreadable:?}");
    let mut event = valid(kinds::COMMAND);
    event["data"]["resolved"]["users"] = json!({ "secret": {} });
    assert!(read(&event.to_string()).is_ok());
}

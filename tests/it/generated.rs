//! Interactions with parts generated from Discord's specification, if `DISCORD_OPENAPI` names it: Usher accepts every
//! valid value in the fields that it does not use.

use fastrand::Rng;
use sandbox::ALPHA;
use serde_json::{Map, Value, json};

use crate::harness::{Reply, TestBot};
use crate::openapi::schemas;

/// Below this depth only required fields are generated, and `null` where it is allowed.
const DEPTH: usize = 5;
const TEXTS: [&str; 9] = [
    "",
    "v2_a_fed43ab12698df65902ba06727e20c0e",
    "ääääääääääääääää",
    "a_0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef",
    "0001",
    "\u{0}\u{202e}x",
    "nonsense",
    "18446744073709551616",
];
const TIMES: [&str; 5] = [
    "2026-11-01T10:00:00+00:00",
    "2016-12-31T23:59:60Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999+23:59",
    "2026-11-01t10:00:00z",
];

/// Returns a strategy for values that a schema allows.
fn value(schemas: &Value, schema: &Value, rng: &mut Rng, depth: usize) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return value(schemas, &schemas[name], rng, depth + 1);
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(all) = schema[key].as_array() {
            if schema["type"].is_string() && all.iter().all(|one| !one["const"].is_null()) {
                return all[rng.usize(..all.len())]["const"].clone();
            }
            let null = all.iter().find(|one| one["type"] == "null").filter(|_| depth > DEPTH);
            return value(schemas, null.unwrap_or(&all[rng.usize(..all.len())]), rng, depth + 1);
        }
    }
    if let Some(all) = schema["allOf"].as_array() {
        return value(schemas, &all[0], rng, depth + 1);
    }
    if !schema["const"].is_null() {
        return schema["const"].clone();
    }
    if let Some(all) = schema["enum"].as_array() {
        return all[rng.usize(..all.len())].clone();
    }
    let kind = match &schema["type"] {
        Value::Array(all) => all[rng.usize(..all.len())].as_str().unwrap_or_default(),
        kind => kind.as_str().unwrap_or_default(),
    };
    match kind {
        "boolean" => json!(rng.bool()),
        "integer" => {
            let (low, high) = match schema["format"].as_str() {
                Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
                _ => (i64::MIN, i64::MAX),
            };
            let low = schema["minimum"].as_i64().unwrap_or(low);
            let high = schema["maximum"].as_i64().unwrap_or(high);
            json!([low, high, 0.clamp(low, high), rng.i64(low..=high)][rng.usize(..4)])
        }
        "number" => json!([0.0, -1.5, 1e300][rng.usize(..3)]),
        "string" => match schema["format"].as_str() {
            Some("snowflake") => json!(["0", "1", "18446744073709551615", "99999999999999999999"][rng.usize(..4)]),
            Some("date-time") => json!(TIMES[rng.usize(..TIMES.len())]),
            _ => json!(TEXTS[rng.usize(..TEXTS.len())]),
        },
        "array" => {
            let number = if depth > DEPTH { 0 } else { rng.usize(..3) };
            (0..number).map(|_| value(schemas, &schema["items"], rng, depth + 1)).collect()
        }
        "object" => {
            let required: Vec<&str> =
                schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let mut object = Map::new();
            for (name, below) in schema["properties"].as_object().into_iter().flatten() {
                if required.contains(&name.as_str()) || (depth < DEPTH && rng.bool()) {
                    object.insert(name.clone(), value(schemas, below, rng, depth + 1));
                }
            }
            Value::Object(object)
        }
        _ => Value::Null,
    }
}

/// Replaces an object by a generated one, except for the fields that Usher uses.
fn replace(event: &mut Value, place: &str, kind: &str, used: &[&str], rng: &mut Rng) {
    let schemas = schemas().unwrap();
    let mut made = value(schemas, &schemas[kind], rng, 0);
    let found = event.pointer_mut(place).unwrap_or_else(|| panic!("{place}"));
    for key in used {
        match found.get(*key) {
            Some(kept) => made[*key] = kept.clone(),
            None => drop(made.as_object_mut().unwrap().remove(*key)),
        }
    }
    *found = made;
}

fn payload(bot: &TestBot, reply: &Reply) -> Value {
    bot.discord.world(|world| world.interactions[&reply.interaction].payload.clone())
}

#[tokio::test]
async fn what_discord_may_send_is_read() {
    if schemas().is_none() {
        return;
    }
    #[expect(clippy::disallowed_methods, reason = "the setting of proptest")]
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    TestBot::run(async |bot| {
        let (owner, channel, helper) = (bot.person("owner"), bot.channel, bot.person("helper"));
        let shown = bot.command("owner", "wa-access check", &[("user", "helper")]).await;
        let granted = bot.command("owner", "wa-access show", &[("role", "Moderator")]).await;
        let message = bot.discord.world(|world| world.add_message(helper, channel, "no link"));
        let sent = bot.discord.message_command(owner, channel, "Preview WhatsApp invite", message).unwrap();
        let previewed = bot.reply(sent).await;
        let question = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let pressed = bot.press("owner", &question, "Cancel").await;
        let events = [&shown, &granted, &previewed, &pressed].map(|reply| (payload(bot, reply), reply.title()));
        let role = bot.roles.moderator;
        for seed in 0..cases {
            let mut rng = Rng::with_seed(seed);
            for (number, (event, title)) in events.iter().enumerate() {
                let mut event = event.clone();
                replace(&mut event, "/member/user", "UserResponse", &["id"], &mut rng);
                replace(&mut event, "/member", "GuildMemberResponse", &["user", "roles", "permissions"], &mut rng);
                match number {
                    0 => {
                        let at = |kind: &str| format!("/data/resolved/{kind}/{helper}");
                        replace(&mut event, &at("users"), "UserResponse", &["id"], &mut rng);
                        replace(&mut event, &at("members"), "GuildMemberResponse", &["roles", "permissions"], &mut rng);
                    }
                    1 => {
                        replace(
                            &mut event,
                            &format!("/data/resolved/roles/{role}"),
                            "GuildRoleResponse",
                            &["id"],
                            &mut rng,
                        );
                    }
                    2 => {
                        let at = format!("/data/resolved/messages/{message}");
                        replace(&mut event, &at, "MessageResponse", &["id", "channel_id", "content"], &mut rng);
                    }
                    _ => replace(&mut event, "/message", "MessageResponse", &["id", "channel_id", "flags"], &mut rng),
                }
                let sent = event.clone();
                let reply = bot.reply(bot.discord.raw_interaction(event)).await;
                // The time of the message decides what is known of a button that was pressed before.
                let answered = ["No longer valid", "You already answered this"];
                let is_expected =
                    if number == 3 { answered.contains(&reply.title().as_str()) } else { reply.title() == *title };
                assert!(is_expected, "seed {seed}: {}: {sent:#}", reply.title());
            }
        }
    })
    .await;
}

//! The stand-in for Discord refuses what Discord refuses, with Discord's codes. Spoken to here by hand, since the bot gives
//! no cause.

mod acts;
mod files;

use std::time::Duration;

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use usher::clock::Clock;
use usher::sandbox::discord::{DiscordStandIn, Fault, InteractionId, Message};
use usher::sandbox::{ALPHA, Scaffold, Scene};

use crate::harness::together;

/// The stand-in with commands registered, and nobody who answers.
struct Desk {
    town: Scaffold,
    client: Client,
    _turn: tokio::sync::OwnedRwLockReadGuard<()>,
}

impl Desk {
    async fn new() -> Self {
        let turn = together().await;
        let town = Scaffold::open(Scene::new(&Clock::system())).await.unwrap();
        // serenity's types read no other profiles.
        town.discord.world(|world| world.plain_profiles = true);
        let client = Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        let desk = Self { town, client, _turn: turn };
        let ping = json!([{ "name": "ping", "description": "Answers", "options": [
            { "type": 3, "name": "text", "description": "Any text", "autocomplete": true },
        ] }]);
        let (status, _) = desk.as_bot(Method::PUT, &desk.commands(), ping).await;
        assert_eq!(status, StatusCode::OK);
        desk
    }

    fn discord(&self) -> &DiscordStandIn {
        &self.town.discord
    }

    fn commands(&self) -> String {
        let application = self.discord().world(|world| world.application.id);
        format!("/applications/{application}/guilds/{}/commands", self.town.guild)
    }

    async fn call(&self, method: Method, path: &str, body: Value, token: Option<&str>) -> (StatusCode, Value) {
        let mut request = self.client.request(method, format!("{}/api/v10{path}", self.discord().api_url()));
        if let Some(token) = token {
            request = request.header("Authorization", format!("Bot {token}"));
        }
        if !body.is_null() {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    async fn as_bot(&self, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
        let token = self.discord().token().to_owned();
        self.call(method, path, body, Some(&token)).await
    }

    /// Somebody uses `/ping`.
    fn ping(&self) -> InteractionId {
        let options = vec![("text".to_owned(), json!(ALPHA))];
        self.discord().command(self.town.people.visitor, self.town.channel, "ping", &options).unwrap()
    }

    fn token(&self, interaction: InteractionId) -> String {
        self.discord().world(|world| world.interactions[&interaction].token.clone())
    }

    async fn callback(&self, interaction: InteractionId, body: Value) -> (StatusCode, u64) {
        let path = format!("/interactions/{interaction}/{}/callback", self.token(interaction));
        let (status, answer) = self.call(Method::POST, &path, body, None).await;
        (status, answer["code"].as_u64().unwrap_or_default())
    }

    async fn webhook(
        &self,
        method: Method,
        interaction: InteractionId,
        rest: &str,
        body: Value,
    ) -> (StatusCode, Value) {
        let application = self.discord().world(|world| world.application.id);
        let path = format!("/webhooks/{application}/{}{rest}", self.token(interaction));
        self.call(method, &path, body, None).await
    }

    fn original(&self, interaction: InteractionId) -> Message {
        self.discord().world(|world| world.original(interaction).unwrap().clone())
    }
}

#[tokio::test]
async fn an_interaction_is_acknowledged_once() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    assert_eq!(desk.callback(ping, json!({ "type": 5 })).await, (StatusCode::NO_CONTENT, 0));
    assert_eq!(desk.callback(ping, json!({ "type": 5 })).await, (StatusCode::BAD_REQUEST, 40_060));
}

#[tokio::test]
async fn an_acknowledgement_after_three_seconds_or_with_another_token_finds_nothing() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    let (status, answer) = desk
        .call(Method::POST, &format!("/interactions/{ping}/{ping}.wrong/callback"), json!({ "type": 5 }), None)
        .await;
    assert_eq!((status, &answer["code"]), (StatusCode::NOT_FOUND, &json!(10_062)));
    desk.town.clock.advance(Duration::from_millis(3_100));
    assert_eq!(desk.callback(ping, json!({ "type": 5 })).await, (StatusCode::NOT_FOUND, 10_062));
}

#[tokio::test]
async fn a_token_is_good_for_fifteen_minutes() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    desk.callback(ping, json!({ "type": 5 })).await;
    let edit = json!({ "content": "now" });
    let (status, _) = desk.webhook(Method::PATCH, ping, "/messages/@original", edit.clone()).await;
    assert_eq!(status, StatusCode::OK);
    desk.town.clock.advance(Duration::from_secs(15 * 60 + 1));
    let (status, answer) = desk.webhook(Method::PATCH, ping, "/messages/@original", edit).await;
    assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!(50_027)));
}

#[tokio::test]
async fn nothing_follows_before_the_acknowledgement() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    for (method, rest) in [(Method::POST, ""), (Method::PATCH, "/messages/@original")] {
        let (status, answer) = desk.webhook(method, ping, rest, json!({ "content": "early" })).await;
        assert_eq!((status, &answer["code"]), (StatusCode::NOT_FOUND, &json!(10_015)));
    }
}

#[tokio::test]
async fn the_deferral_decides_who_sees_the_answer() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    desk.callback(ping, json!({ "type": 5, "data": { "flags": 64 } })).await;
    // A follow-up straight after it becomes the original, and its own flag counts for nothing.
    let (status, _) = desk.webhook(Method::POST, ping, "", json!({ "content": "here" })).await;
    assert_eq!(status, StatusCode::OK);
    let original = desk.original(ping);
    assert!(original.is_ephemeral() && original.content == "here" && original.deprecated_followup);
    desk.webhook(Method::POST, ping, "", json!({ "content": "public" })).await;
    let public = desk.discord().world(|world| world.followups(ping)[0].is_ephemeral());
    assert!(!public);
}

#[tokio::test]
async fn each_kind_of_interaction_takes_its_own_responses() {
    let desk = Desk::new().await;
    for wrong in [6, 7, 8] {
        let ping = desk.ping();
        let data = json!({ "choices": [], "content": "x" });
        assert_eq!(
            desk.callback(ping, json!({ "type": wrong, "data": data })).await,
            (StatusCode::BAD_REQUEST, 50_035)
        );
    }
    let options = vec![("text".to_owned(), json!("a"))];
    let (who, channel) = (desk.town.people.visitor, desk.town.channel);
    let id = desk.discord().autocomplete(who, channel, "ping", &options, "text").unwrap();
    assert_eq!(desk.callback(id, json!({ "type": 5 })).await, (StatusCode::BAD_REQUEST, 50_035));
    let many: Vec<Value> = (0..26).map(|n| json!({ "name": n.to_string(), "value": n.to_string() })).collect();
    assert_eq!(desk.callback(id, json!({ "type": 8, "data": { "choices": many } })).await.1, 50_035);
    let long = json!([{ "name": "n".repeat(101), "value": "v" }]);
    assert_eq!(desk.callback(id, json!({ "type": 8, "data": { "choices": long } })).await.1, 50_035);
    assert_eq!(desk.callback(id, json!({ "type": 8, "data": { "choices": [] } })).await.0, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_reply_over_a_limit_is_refused_with_the_place_of_the_fault() {
    let desk = Desk::new().await;
    for (data, at) in [
        (json!({ "content": "x".repeat(2_001) }), "/errors/data/content"),
        (json!({ "embeds": [{ "title": "x".repeat(257) }] }), "/errors/data/embeds/0/title"),
        (json!({ "embeds": [{ "description": "x".repeat(4_097) }] }), "/errors/data/embeds/0/description"),
        (json!({ "embeds": [{ "fields": [{ "name": "", "value": "v" }] }] }), "/errors/data/embeds/0/fields/0/name"),
        (
            json!({ "embeds": [{ "title": "t" }], "components": [{ "type": 1, "components": [] }] }),
            "/errors/data/components/0",
        ),
    ] {
        let ping = desk.ping();
        let path = format!("/interactions/{ping}/{}/callback", desk.token(ping));
        let (status, answer) = desk.call(Method::POST, &path, json!({ "type": 4, "data": data }), None).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)), "{at}");
        assert!(answer.pointer(at).is_some(), "{at}: {answer}");
    }
}

#[tokio::test]
async fn the_bots_own_requests_take_its_token() {
    let desk = Desk::new().await;
    for path in ["/users/@me", "/gateway/bot", "/oauth2/applications/@me"] {
        for token in [None, Some("wrong")] {
            let (status, answer) = desk.call(Method::GET, path, Value::Null, token).await;
            assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!(0)), "{path}");
        }
        assert_eq!(desk.as_bot(Method::GET, path, Value::Null).await.0, StatusCode::OK, "{path}");
    }
    let (status, _) = desk.as_bot(Method::GET, "/nowhere", Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(desk.discord().world(|world| world.unexpected.len()), 1);
}

#[tokio::test]
async fn commands_keep_their_ids_when_they_are_overwritten_and_bad_ones_are_refused() {
    let desk = Desk::new().await;
    let path = desk.commands();
    let (_, before) = desk.as_bot(Method::GET, &path, Value::Null).await;
    let same =
        json!([{ "name": "ping", "description": "Answers otherwise" }, { "name": "pong", "description": "New" }]);
    let (_, after) = desk.as_bot(Method::PUT, &path, same).await;
    assert_eq!(before[0]["id"], after[0]["id"]);
    assert_ne!(before[0]["version"], after[0]["version"]);
    for bad in [
        json!([{ "name": "Ping", "description": "Upper case" }]),
        json!([{ "name": "ping", "description": "" }]),
        json!([{ "name": "ping", "description": "d".repeat(101) }]),
        json!([{ "name": "ping", "description": "Twice" }, { "name": "ping", "description": "Twice" }]),
        json!([{ "name": "ping", "description": "Order", "options": [
            { "type": 3, "name": "a", "description": "optional" },
            { "type": 3, "name": "b", "description": "required", "required": true },
        ] }]),
    ] {
        let (status, answer) = desk.as_bot(Method::PUT, &path, bad.clone()).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)), "{bad}");
    }
    let (_, kept) = desk.as_bot(Method::GET, &path, Value::Null).await;
    assert_eq!(kept.as_array().unwrap().len(), 2, "a refused overwrite changes nothing");
}

#[tokio::test]
async fn a_message_in_a_channel_takes_the_permission_to_write_there() {
    let desk = Desk::new().await;
    let path = format!("/channels/{}/messages", desk.town.channel);
    let (status, _) = desk.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!(status, StatusCode::OK);
    let channel = desk.town.channel;
    desk.discord().world(|world| world.deny_bot(channel, usher::sandbox::discord::bits::SEND_MESSAGES));
    let (status, answer) = desk.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!(50_013)));
    desk.discord().world(|world| world.deny_bot(channel, usher::sandbox::discord::bits::VIEW_CHANNEL));
    let (status, answer) = desk.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!(50_001)));
}

#[tokio::test]
async fn a_deferred_reply_that_was_filled_is_an_ordinary_message_at_once() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    desk.callback(ping, json!({ "type": 5, "data": { "flags": 64 } })).await;
    let (_, filled) = desk.webhook(Method::PATCH, ping, "/messages/@original", json!({ "content": "here" })).await;
    // Ephemeral, and loading no more; filling it counts as no edit.
    assert_eq!((&filled["flags"], &filled["edited_timestamp"]), (&json!(64), &Value::Null));
    let (_, edited) = desk.webhook(Method::PATCH, ping, "/messages/@original", json!({ "content": "there" })).await;
    assert!(edited["edited_timestamp"].is_string(), "{edited}");
}

#[tokio::test]
async fn a_bad_update_of_a_pressed_message_is_refused_with_the_place_in_the_callback() {
    let desk = Desk::new().await;
    let ping = desk.ping();
    let row = json!({ "type": 1, "components": [{ "type": 2, "style": 1, "label": "Go", "custom_id": "go" }] });
    desk.callback(ping, json!({ "type": 4, "data": { "content": "Go?", "components": [row] } })).await;
    let press = desk.discord().press(desk.town.people.visitor, desk.original(ping).id, "Go").unwrap();
    let path = format!("/interactions/{press}/{}/callback", desk.token(press));
    let long = json!({ "type": 7, "data": { "content": "x".repeat(2_001) } });
    let (_, answer) = desk.call(Method::POST, &path, long, None).await;
    assert!(answer.pointer("/errors/data/content").is_some(), "{answer}");
}

#[tokio::test]
async fn a_delay_counts_from_the_arrival_of_the_request() {
    let desk = Desk::new().await;
    let pause = Duration::from_secs(3_600);
    desk.discord().world(|world| world.faults.next("GET /users/@me", 1, Fault::Delay(pause)));
    let asked = desk.as_bot(Method::GET, "/users/@me", Value::Null);
    let taken = async {
        desk.discord().wait_until(|world| world.faults.is_clear().then_some(())).await;
        desk.town.clock.advance(pause);
    };
    let both = async { tokio::join!(asked, taken).0 };
    let (status, _) = tokio::time::timeout(Duration::from_secs(30), both).await.expect("the delay passes");
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn a_refused_registration_leaves_every_command_as_it_was() {
    let desk = Desk::new().await;
    let path = desk.commands();
    // 200 creations a day and guild, of which the first was made at the start.
    for round in 0..4 {
        let names: Vec<Value> = (0..45)
            .map(|number| json!({ "name": format!("c{round}-{number}"), "description": "One of many" }))
            .collect();
        assert_eq!(desk.as_bot(Method::PUT, &path, json!(names)).await.0, StatusCode::OK);
    }
    let (_, before) = desk.as_bot(Method::GET, &path, Value::Null).await;
    let names: Vec<Value> = (0..45).map(|n| json!({ "name": format!("d{n}"), "description": "Too many" })).collect();
    let (status, answer) = desk.as_bot(Method::PUT, &path, json!(names)).await;
    assert_eq!((status, &answer["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!(30_034)));
    assert_eq!(desk.as_bot(Method::GET, &path, Value::Null).await.1, before);

    // A command cannot be given the name of another.
    let id = before[0]["id"].as_str().unwrap();
    let (status, answer) =
        desk.as_bot(Method::PATCH, &format!("{path}/{id}"), json!({ "name": before[1]["name"] })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)));
}

#[tokio::test]
async fn a_known_path_with_another_method_is_not_allowed() {
    let desk = Desk::new().await;
    let (status, answer) = desk.as_bot(Method::DELETE, "/users/@me", Value::Null).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer, json!({ "message": "405: Method Not Allowed", "code": 0 }));
    assert_eq!(desk.discord().world(|world| world.unexpected.len()), 1);
}

#[tokio::test]
async fn an_enforced_nonce_makes_one_message_in_five_minutes() {
    let desk = Desk::new().await;
    let path = format!("/channels/{}/messages", desk.town.channel);
    let body = json!({ "content": "once", "nonce": "n-1", "enforce_nonce": true });
    let (_, first) = desk.as_bot(Method::POST, &path, body.clone()).await;
    assert_eq!(first["nonce"], json!("n-1"));
    let (status, again) = desk.as_bot(Method::POST, &path, body.clone()).await;
    assert_eq!((status, &again["id"]), (StatusCode::OK, &first["id"]));
    let (_, unforced) = desk.as_bot(Method::POST, &path, json!({ "content": "once", "nonce": "n-1" })).await;
    assert_ne!(unforced["id"], first["id"]);
    desk.town.clock.advance(Duration::from_secs(5 * 60 + 1));
    let (_, later) = desk.as_bot(Method::POST, &path, body).await;
    assert!(later["id"] != first["id"] && later["id"] != unforced["id"]);
    for bad in [json!("n".repeat(26)), json!(1.5)] {
        let (status, _) = desk.as_bot(Method::POST, &path, json!({ "content": "c", "nonce": bad })).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn those_are_pinged_whom_allowed_mentions_lists() {
    let desk = Desk::new().await;
    let path = format!("/channels/{}/messages", desk.town.channel);
    let (one, other) = (desk.town.people.visitor, desk.town.people.moderator);
    let content = format!("<@{one}> <@{other}> @everyone");
    let listed = json!({ "content": content, "allowed_mentions": { "users": [one] } });
    let (_, answer) = desk.as_bot(Method::POST, &path, listed).await;
    let id: usher::sandbox::discord::MessageId = answer["id"].as_str().unwrap().parse().unwrap();
    let message = desk.discord().world(|world| world.messages[&id].clone());
    assert_eq!((message.pings, message.pinged_everyone), (vec![one], false));
    assert_eq!(answer["mentions"].as_array().unwrap().len(), 1);
}

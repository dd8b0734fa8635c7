//! The stand-in for Discord refuses what Discord refuses, with Discord's codes. The tests send requests themselves,
//! because the bot sends no invalid ones.

mod acts;
mod files;

use std::time::Duration;

use discord_stand_in::{DiscordStandIn, Fault, InteractionId, Message};
use reqwest::{Client, Method, StatusCode};
use sandbox::{ALPHA, FakeServices, Scene};
use serde_json::{Value, json};
use usher_clock::Clock;

use crate::harness::together;

/// The stand-in with registered commands, and without a bot.
struct Services {
    stand_ins: FakeServices,
    client: Client,
    _turn: tokio::sync::OwnedRwLockReadGuard<()>,
}

impl Services {
    async fn new() -> Self {
        let turn = together().await;
        let stand_ins = FakeServices::open(Scene::new(&Clock::system())).await.unwrap();
        // serenity's types parse no other profiles.
        stand_ins.discord.world(|world| world.plain_profiles = true);
        let client = Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        let services = Self { stand_ins, client, _turn: turn };
        let ping = json!([{ "name": "ping", "description": "Answers", "options": [
            { "type": 3, "name": "text", "description": "Any text", "autocomplete": true },
        ] }]);
        let (status, _) = services.as_bot(Method::PUT, &services.commands(), ping).await;
        assert_eq!(status, StatusCode::OK);
        services
    }

    fn discord(&self) -> &DiscordStandIn {
        &self.stand_ins.discord
    }

    fn commands(&self) -> String {
        let application = self.discord().world(|world| world.application.id);
        format!("/applications/{application}/guilds/{}/commands", self.stand_ins.guild)
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

    /// Uses `/ping` as a user.
    fn ping(&self) -> InteractionId {
        let options = vec![("text".to_owned(), json!(ALPHA))];
        self.discord().command(self.stand_ins.people.visitor, self.stand_ins.channel, "ping", &options).unwrap()
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
    let services = Services::new().await;
    let ping = services.ping();
    assert_eq!(services.callback(ping, json!({ "type": 5 })).await, (StatusCode::NO_CONTENT, 0));
    assert_eq!(services.callback(ping, json!({ "type": 5 })).await, (StatusCode::BAD_REQUEST, 40_060));
}

#[tokio::test]
async fn late_or_wrong_token_acknowledgement_is_not_found() {
    let services = Services::new().await;
    let ping = services.ping();
    let (status, answer) = services
        .call(Method::POST, &format!("/interactions/{ping}/{ping}.wrong/callback"), json!({ "type": 5 }), None)
        .await;
    assert_eq!((status, &answer["code"]), (StatusCode::NOT_FOUND, &json!(10_062)));
    services.stand_ins.clock.advance(Duration::from_millis(3_100));
    assert_eq!(services.callback(ping, json!({ "type": 5 })).await, (StatusCode::NOT_FOUND, 10_062));
}

#[tokio::test]
async fn a_token_is_good_for_fifteen_minutes() {
    let services = Services::new().await;
    let ping = services.ping();
    services.callback(ping, json!({ "type": 5 })).await;
    let edit = json!({ "content": "now" });
    let (status, _) = services.webhook(Method::PATCH, ping, "/messages/@original", edit.clone()).await;
    assert_eq!(status, StatusCode::OK);
    services.stand_ins.clock.advance(Duration::from_secs(15 * 60 + 1));
    let (status, answer) = services.webhook(Method::PATCH, ping, "/messages/@original", edit).await;
    assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!(50_027)));
}

#[tokio::test]
async fn nothing_follows_before_the_acknowledgement() {
    let services = Services::new().await;
    let ping = services.ping();
    for (method, rest) in [(Method::POST, ""), (Method::PATCH, "/messages/@original")] {
        let (status, answer) = services.webhook(method, ping, rest, json!({ "content": "early" })).await;
        assert_eq!((status, &answer["code"]), (StatusCode::NOT_FOUND, &json!(10_015)));
    }
}

#[tokio::test]
async fn the_deferral_decides_who_sees_the_answer() {
    let services = Services::new().await;
    let ping = services.ping();
    services.callback(ping, json!({ "type": 5, "data": { "flags": 64 } })).await;
    // A follow-up straight after it becomes the original, and its own flag has no effect.
    let (status, _) = services.webhook(Method::POST, ping, "", json!({ "content": "here" })).await;
    assert_eq!(status, StatusCode::OK);
    let original = services.original(ping);
    assert!(original.is_ephemeral() && original.content == "here" && original.deprecated_followup);
    services.webhook(Method::POST, ping, "", json!({ "content": "public" })).await;
    let public = services.discord().world(|world| world.followups(ping)[0].is_ephemeral());
    assert!(!public);
}

#[tokio::test]
async fn each_kind_of_interaction_takes_its_own_responses() {
    let services = Services::new().await;
    for wrong in [6, 7, 8] {
        let ping = services.ping();
        let data = json!({ "choices": [], "content": "x" });
        assert_eq!(
            services.callback(ping, json!({ "type": wrong, "data": data })).await,
            (StatusCode::BAD_REQUEST, 50_035)
        );
    }
    let options = vec![("text".to_owned(), json!("a"))];
    let (who, channel) = (services.stand_ins.people.visitor, services.stand_ins.channel);
    let id = services.discord().autocomplete(who, channel, "ping", &options, "text").unwrap();
    assert_eq!(services.callback(id, json!({ "type": 5 })).await, (StatusCode::BAD_REQUEST, 50_035));
    let many: Vec<Value> = (0..26).map(|n| json!({ "name": n.to_string(), "value": n.to_string() })).collect();
    assert_eq!(services.callback(id, json!({ "type": 8, "data": { "choices": many } })).await.1, 50_035);
    let long = json!([{ "name": "n".repeat(101), "value": "v" }]);
    assert_eq!(services.callback(id, json!({ "type": 8, "data": { "choices": long } })).await.1, 50_035);
    assert_eq!(services.callback(id, json!({ "type": 8, "data": { "choices": [] } })).await.0, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_reply_over_a_limit_is_refused_with_the_place_of_the_fault() {
    let services = Services::new().await;
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
        let ping = services.ping();
        let path = format!("/interactions/{ping}/{}/callback", services.token(ping));
        let (status, answer) = services.call(Method::POST, &path, json!({ "type": 4, "data": data }), None).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)), "{at}");
        assert!(answer.pointer(at).is_some(), "{at}: {answer}");
    }
}

#[tokio::test]
async fn the_bots_own_requests_take_its_token() {
    let services = Services::new().await;
    for path in ["/users/@me", "/gateway/bot", "/oauth2/applications/@me"] {
        for token in [None, Some("wrong")] {
            let (status, answer) = services.call(Method::GET, path, Value::Null, token).await;
            assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!(0)), "{path}");
        }
        assert_eq!(services.as_bot(Method::GET, path, Value::Null).await.0, StatusCode::OK, "{path}");
    }
    let (status, _) = services.as_bot(Method::GET, "/nowhere", Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(services.discord().world(|world| world.unexpected.len()), 1);
}

#[tokio::test]
async fn overwritten_commands_keep_ids_and_invalid_ones_fail() {
    let services = Services::new().await;
    let path = services.commands();
    let (_, before) = services.as_bot(Method::GET, &path, Value::Null).await;
    let same =
        json!([{ "name": "ping", "description": "Answers otherwise" }, { "name": "pong", "description": "New" }]);
    let (_, after) = services.as_bot(Method::PUT, &path, same).await;
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
        let (status, answer) = services.as_bot(Method::PUT, &path, bad.clone()).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)), "{bad}");
    }
    let (_, kept) = services.as_bot(Method::GET, &path, Value::Null).await;
    assert_eq!(kept.as_array().unwrap().len(), 2, "a refused overwrite changes nothing");
}

#[tokio::test]
async fn a_message_in_a_channel_takes_the_permission_to_write_there() {
    let services = Services::new().await;
    let path = format!("/channels/{}/messages", services.stand_ins.channel);
    let (status, _) = services.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!(status, StatusCode::OK);
    let channel = services.stand_ins.channel;
    services.discord().world(|world| world.deny_bot(channel, discord_stand_in::bits::SEND_MESSAGES));
    let (status, answer) = services.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!(50_013)));
    services.discord().world(|world| world.deny_bot(channel, discord_stand_in::bits::VIEW_CHANNEL));
    let (status, answer) = services.as_bot(Method::POST, &path, json!({ "content": "hello" })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!(50_001)));
}

#[tokio::test]
async fn filled_deferred_reply_is_an_ordinary_message() {
    let services = Services::new().await;
    let ping = services.ping();
    services.callback(ping, json!({ "type": 5, "data": { "flags": 64 } })).await;
    let (_, filled) = services.webhook(Method::PATCH, ping, "/messages/@original", json!({ "content": "here" })).await;
    // The message is ephemeral and no longer loading; filling it does not count as an edit.
    assert_eq!((&filled["flags"], &filled["edited_timestamp"]), (&json!(64), &Value::Null));
    let (_, edited) = services.webhook(Method::PATCH, ping, "/messages/@original", json!({ "content": "there" })).await;
    assert!(edited["edited_timestamp"].is_string(), "{edited}");
}

#[tokio::test]
async fn invalid_message_update_is_refused_with_its_path() {
    let services = Services::new().await;
    let ping = services.ping();
    let row = json!({ "type": 1, "components": [{ "type": 2, "style": 1, "label": "Go", "custom_id": "go" }] });
    services.callback(ping, json!({ "type": 4, "data": { "content": "Go?", "components": [row] } })).await;
    let press = services.discord().press(services.stand_ins.people.visitor, services.original(ping).id, "Go").unwrap();
    let path = format!("/interactions/{press}/{}/callback", services.token(press));
    let long = json!({ "type": 7, "data": { "content": "x".repeat(2_001) } });
    let (_, answer) = services.call(Method::POST, &path, long, None).await;
    assert!(answer.pointer("/errors/data/content").is_some(), "{answer}");
}

#[tokio::test]
async fn a_delay_counts_from_the_arrival_of_the_request() {
    let services = Services::new().await;
    let pause = Duration::from_secs(3_600);
    services.discord().world(|world| world.faults.next("GET /users/@me", 1, Fault::Delay(pause)));
    let asked = services.as_bot(Method::GET, "/users/@me", Value::Null);
    let taken = async {
        services.discord().wait_until(|world| world.faults.is_clear().then_some(())).await;
        services.stand_ins.clock.advance(pause);
    };
    let both = async { tokio::join!(asked, taken).0 };
    let (status, _) = tokio::time::timeout(Duration::from_secs(30), both).await.expect("the delay passes");
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn a_refused_registration_leaves_every_command_as_it_was() {
    let services = Services::new().await;
    let path = services.commands();
    // 200 creations a day and guild, of which the first was made at the start.
    for round in 0..4 {
        let names: Vec<Value> = (0..45)
            .map(|number| json!({ "name": format!("c{round}-{number}"), "description": "One of many" }))
            .collect();
        assert_eq!(services.as_bot(Method::PUT, &path, json!(names)).await.0, StatusCode::OK);
    }
    let (_, before) = services.as_bot(Method::GET, &path, Value::Null).await;
    let names: Vec<Value> = (0..45).map(|n| json!({ "name": format!("d{n}"), "description": "Too many" })).collect();
    let (status, answer) = services.as_bot(Method::PUT, &path, json!(names)).await;
    assert_eq!((status, &answer["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!(30_034)));
    assert_eq!(services.as_bot(Method::GET, &path, Value::Null).await.1, before);

    // A command cannot get the name of another.
    let id = before[0]["id"].as_str().unwrap();
    let (status, answer) =
        services.as_bot(Method::PATCH, &format!("{path}/{id}"), json!({ "name": before[1]["name"] })).await;
    assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)));
}

#[tokio::test]
async fn a_known_path_with_another_method_is_not_allowed() {
    let services = Services::new().await;
    let (status, answer) = services.as_bot(Method::DELETE, "/users/@me", Value::Null).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer, json!({ "message": "405: Method Not Allowed", "code": 0 }));
    assert_eq!(services.discord().world(|world| world.unexpected.len()), 1);
}

#[tokio::test]
async fn an_enforced_nonce_makes_one_message_in_five_minutes() {
    let services = Services::new().await;
    let path = format!("/channels/{}/messages", services.stand_ins.channel);
    let body = json!({ "content": "once", "nonce": "n-1", "enforce_nonce": true });
    let (_, first) = services.as_bot(Method::POST, &path, body.clone()).await;
    assert_eq!(first["nonce"], json!("n-1"));
    let (status, again) = services.as_bot(Method::POST, &path, body.clone()).await;
    assert_eq!((status, &again["id"]), (StatusCode::OK, &first["id"]));
    let (_, unforced) = services.as_bot(Method::POST, &path, json!({ "content": "once", "nonce": "n-1" })).await;
    assert_ne!(unforced["id"], first["id"]);
    services.stand_ins.clock.advance(Duration::from_secs(5 * 60 + 1));
    let (_, later) = services.as_bot(Method::POST, &path, body).await;
    assert!(later["id"] != first["id"] && later["id"] != unforced["id"]);
    for bad in [json!("n".repeat(26)), json!(1.5)] {
        let (status, _) = services.as_bot(Method::POST, &path, json!({ "content": "c", "nonce": bad })).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn those_are_pinged_whom_allowed_mentions_lists() {
    let services = Services::new().await;
    let path = format!("/channels/{}/messages", services.stand_ins.channel);
    let (one, other) = (services.stand_ins.people.visitor, services.stand_ins.people.moderator);
    let content = format!("<@{one}> <@{other}> @everyone");
    let listed = json!({ "content": content, "allowed_mentions": { "users": [one] } });
    let (_, answer) = services.as_bot(Method::POST, &path, listed).await;
    let id: discord_stand_in::MessageId = answer["id"].as_str().unwrap().parse().unwrap();
    let message = services.discord().world(|world| world.messages[&id].clone());
    assert_eq!((message.pings, message.pinged_everyone), (vec![one], false));
    assert_eq!(answer["mentions"].as_array().unwrap().len(), 1);
}

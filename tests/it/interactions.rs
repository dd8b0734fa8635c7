//! Every interaction from Discord gets an answer, with any sender and any content.

use discord_stand_in::{Choice, InteractionId, State};
use sandbox::ALPHA;
use serde_json::{Value, json};

use crate::harness::{Reply, TestBot};

/// Returns the payload of an answered command, for a modified second delivery.
fn payload(bot: &TestBot, reply: &Reply) -> Value {
    bot.discord.world(|world| world.interactions[&reply.interaction].payload.clone())
}

async fn send(bot: &TestBot, payload: Value) -> Reply {
    bot.reply(bot.discord.raw_interaction(payload)).await
}

fn choices(bot: &TestBot, interaction: InteractionId) -> Vec<Choice> {
    bot.discord.world(|world| match &world.interactions[&interaction].state {
        State::Choices(choices) => choices.clone(),
        other => panic!("no choices: {other:?}"),
    })
}

#[tokio::test]
async fn a_person_that_serenity_cannot_read_is_answered() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");
        let person = payload(bot, &reply)["member"]["user"].clone();
        assert!(person["avatar_decoration_data"]["asset"].as_str().unwrap().starts_with("v2_a_"), "{person}");
        assert!(person["avatar_decoration_data"]["sku_id"].is_null() && person["flags"].as_u64() > Some(1 << 32));
        assert!(bot.offers("moderator", "wa-group show", "group", "alp").await.len() == 1);
    })
    .await;
}

#[tokio::test]
async fn values_that_usher_does_not_use_are_no_matter() {
    TestBot::run(async |bot| {
        let question = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let mut command = payload(bot, &question);
        // When serenity parses this hash, the task of the connection ends.
        for person in ["/member/user/avatar", "/member/avatar", "/member/user/banner"] {
            *command.pointer_mut(person).unwrap() = json!("ä".repeat(16));
        }
        for (place, value) in [
            ("/member/flags", json!(-1)),
            ("/member/joined_at", json!("yesterday")),
            ("/member/user/public_flags", json!(i64::MAX)),
            ("/member/user/accent_color", json!(-1)),
            ("/member/user/discriminator", json!("none")),
            ("/app_permissions", json!("not a number")),
            ("/channel", json!({ "type": 999 })),
            ("/authorizing_integration_owners", json!({ "7": [] })),
            ("/entitlements", json!([{ "id": 1 }])),
            ("/context", json!(99)),
            ("/attachment_size_limit", json!(u64::MAX)),
            ("/version", json!(1_000)),
        ] {
            *command.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
            let reply = send(bot, command.clone()).await;
            assert_eq!(reply.buttons(), ["Revoke", "Cancel"], "{place}: {}", reply.text());
        }
        for gone in ["locale", "guild_locale", "attachment_size_limit", "entitlements", "version", "channel"] {
            command.as_object_mut().unwrap().remove(gone);
            let reply = send(bot, command.clone()).await;
            assert_eq!(reply.buttons(), ["Revoke", "Cancel"], "without {gone}: {}", reply.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_message_that_serenity_cannot_read_is_no_matter() {
    TestBot::run(async |bot| {
        let (owner, channel, author) = (bot.person("owner"), bot.channel, bot.person("visitor"));
        let link = format!("https://chat.whatsapp.com/{}", sandbox::STREET_PARTY_CODE);
        let message = bot.discord.world(|world| {
            let id = world.add_message(author, channel, &link);
            let message = world.messages.get_mut(&id).unwrap();
            message.embeds = vec![json!({ "type": "rich", "image": { "width": 1 }, "thumbnail": {}, "color": -1 })];
            message.components = vec![json!({ "type": 17, "components": [{ "type": 10, "content": "text" }] })];
            message.pings = vec![author];
            id
        });
        let sent = bot.discord.message_command(owner, channel, "Preview WhatsApp invite", message).unwrap();
        let mut preview = bot.reply(sent).await;
        assert_eq!(preview.title(), "Street Party", "{}", preview.text());
        // A press on a message with parts that serenity refuses.
        let pressed = bot.discord.press(owner, preview.message.as_ref().unwrap().id, "Join").unwrap();
        let mut press = bot.discord.world(|world| world.interactions[&pressed].payload.clone());
        preview = bot.reply(pressed).await;
        assert!(preview.text().contains("Usher joined"), "{}", preview.text());
        press["message"]["embeds"] = json!([{ "image": {} }]);
        press["message"]["mentions"] = json!([{ "id": "0" }]);
        press["message"]["type"] = json!(-1);
        let again = send(bot, press).await;
        assert!(!again.text().contains("could not read"), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_answered_counted_and_logged() {
    TestBot::run(async |bot| {
        let shown = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        let command = payload(bot, &shown);
        let broken = |place: &str, value: Value| {
            let mut command = command.clone();
            *command.pointer_mut(place).unwrap() = value;
            command
        };
        let mut deep = json!(1);
        for _ in 0..200 {
            deep = json!([deep]);
        }
        for (command, what) in [
            (broken("/type", json!(77)), "an unknown type"),
            (broken("/type", json!(1)), "a ping"),
            (broken("/data", json!(null)), "no data"),
            (broken("/data/name", json!(5)), "a name that is a number"),
            (broken("/member/user", json!(null)), "a member without a user"),
            (broken("/channel", deep), "more depth than is read"),
        ] {
            let reply = send(bot, command).await;
            assert_eq!(reply.title(), "Usher could not read this", "{what}: {}", reply.text());
            assert!(reply.is_private() && reply.text().contains("Nothing changed"), "{what}: {}", reply.text());
        }
        // Autocomplete without a text.
        let mut typing = broken("/data/name", json!(5));
        typing["type"] = json!(4);
        let typing = bot.discord.raw_interaction(typing);
        assert_eq!(bot.within(bot.discord.choices(typing)).await, Some(Vec::new()));
        let figures =
            reqwest::get(format!("http://{}/metrics", bot.app().health())).await.unwrap().text().await.unwrap();
        assert!(figures.contains("usher_unreadable_interactions_total 7"), "{figures}");
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_cannot_be_made_is_empty() {
    TestBot::run(async |bot| {
        let typed = vec![("group".to_owned(), json!("alp"))];
        let typing =
            bot.discord.autocomplete(bot.person("moderator"), bot.channel, "wa-group show", &typed, "group").unwrap();
        assert_eq!(bot.within(bot.discord.choices(typing)).await.map(|all| all.len()), Some(1));
        let typing = bot.discord.world(|world| world.interactions[&typing].payload.clone());
        for (place, value) in [
            ("/data/name", json!("wa-unknown")),
            ("/data/options/0/name", json!("unknown")),
            ("/data/options/0/options/0/name", json!("unknown")),
            ("/data/options/0/options/0/focused", json!(false)),
        ] {
            let mut typing = typing.clone();
            *typing.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
            let typing = bot.discord.raw_interaction(typing);
            bot.within(bot.discord.choices(typing)).await.unwrap_or_else(|| panic!("{place}: no answer"));
            assert!(choices(bot, typing).is_empty(), "{place}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_component_or_modal_is_answered() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let pressed = bot.press("moderator", &question, "Cancel").await;
        let press = payload(bot, &pressed);
        for id in ["", "yes:", "stop:0", "nothing that Usher knows", &"x".repeat(100)] {
            for kind in [2, 3, 5, 8, 19, 200] {
                let mut press = press.clone();
                press["data"] = json!({ "component_type": kind, "custom_id": id, "values": ["1"] });
                let reply = send(bot, press).await;
                assert!(!reply.title().is_empty() && reply.is_private(), "{kind} {id}: {}", reply.text());
            }
            let mut modal = press.clone();
            modal["type"] = json!(5);
            // A label, which serenity does not support.
            let field = json!({ "type": 4, "id": 2, "custom_id": "name", "value": "x" });
            modal["data"] = json!({ "custom_id": id, "components": [{ "type": 18, "id": 1, "component": field }] });
            let reply = send(bot, modal).await;
            assert!(!reply.title().is_empty(), "modal {id}: {}", reply.text());
        }
    })
    .await;
}

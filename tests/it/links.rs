//! Invite links as users paste them, in the option `code` and in messages.

use sandbox::STREET_PARTY_CODE as CODE;
use sandbox::whatsapp::Operation;
use serde_json::{Value, json};

use crate::harness::{Reply, TestBot};

fn link() -> String {
    format!("https://chat.whatsapp.com/{CODE}")
}

/// Returns the codes that Usher sent to the groups API.
fn asked(reply: &Reply) -> Vec<String> {
    let previews = reply.calls.iter().filter(|call| call.operation == Some(Operation::PreviewInvite));
    previews.filter_map(|call| Some(call.query.as_ref()?.strip_prefix("code=")?.to_owned())).collect()
}

/// Uses the menu of a message that has these fields.
async fn preview(bot: &TestBot, fields: Value) -> Reply {
    let (person, channel, author) = (bot.person("owner"), bot.channel, bot.person("visitor"));
    let message = bot.discord.world(|world| world.add_message(author, channel, "nothing here"));
    let sent = bot.discord.message_command(person, channel, "Preview WhatsApp invite", message).unwrap();
    bot.reply(sent).await;
    let mut payload = bot.discord.world(|world| world.interactions[&sent].payload.clone());
    for message in payload["data"]["resolved"]["messages"].as_object_mut().unwrap().values_mut() {
        for (name, value) in fields.as_object().unwrap() {
            message[name] = value.clone();
        }
    }
    bot.reply(bot.discord.raw_interaction(payload)).await
}

#[tokio::test]
async fn a_pasted_link_is_read_in_the_option_code() {
    TestBot::run(async |bot| {
        for code in [
            CODE.to_owned(),
            format!("`{CODE}`"),
            format!("<{}>", link()),
            format!("Join us: {}", link()),
            format!("{}.", link()),
            format!("link:{}", link()),
            format!("[our group]({})", link()),
            format!("🎉{}🎉", link()),
            format!("https://chat.whatsapp.com/accept?code={CODE}"),
            format!("https://chat.whatsapp.com/invite/{CODE}?mode=gi_t"),
            format!("whatsapp://chat?code={CODE}"),
            format!("http://www.CHAT.whatsapp.com/{CODE}/"),
            format!("\u{200b}{}\u{2060}", link()),
        ] {
            let reply = bot.command("owner", "wa-group preview", &[("code", &code)]).await;
            assert_eq!((reply.title().as_str(), asked(&reply)), ("Street Party", vec![CODE.to_owned()]), "{code}");
        }
        let joined = bot.command("owner", "wa-group join", &[("code", &format!("Come: <{}>!", link()))]).await;
        assert!(joined.text().contains("Usher joined this group"), "{}", joined.text());
    })
    .await;
}

#[tokio::test]
async fn a_word_of_a_path_is_never_sent_as_a_code() {
    TestBot::run(async |bot| {
        for code in [
            "accept",
            "https://chat.whatsapp.com/accept",
            "https://chat.whatsapp.com/invite/",
            "https://chat.whatsapp.com/undefined",
            "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp",
        ] {
            let reply = bot.command("owner", "wa-group preview", &[("code", code)]).await;
            assert!(
                reply.text().contains("This is not an invite link") && reply.calls.is_empty(),
                "{code}: {}",
                reply.text()
            );
        }
        let two = format!("{} https://chat.whatsapp.com/Another", link());
        for command in ["wa-group preview", "wa-group join"] {
            let reply = bot.command("owner", command, &[("code", &two)]).await;
            assert!(reply.text().contains("several invite links") && reply.calls.is_empty(), "{}", reply.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_is_found_in_every_part_of_a_message() {
    TestBot::run(async |bot| {
    let at = "2026-11-01T12:00:00+00:00";
    let button = json!({"type": 1, "components": [{"type": 2, "style": 5, "label": "Join", "url": link()}]});
    let embed = |fields: Value| {
        let mut embed = json!({"type": "rich"});
        embed.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"embeds": [embed]})
    };
    let forwarded = |fields: Value| {
        let mut message = json!({"type": 0, "content": "", "timestamp": at, "edited_timestamp": null, "flags": 0,
            "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": []});
        message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"content": "", "message_reference": {"type": 1, "channel_id": "1"}, "message_snapshots": [{"message": message}]})
    };
    for message in [
        json!({"content": format!("{}🎉", link())}),
        json!({"content": format!("🎉{}", link())}),
        json!({"content": format!("link:{}", link())}),
        json!({"content": format!("[Join]({})", link())}),
        embed(json!({"url": link(), "title": "Join"})),
        embed(json!({"title": link()})),
        embed(json!({"description": format!("Join <{}>", link())})),
        embed(json!({"fields": [{"name": "Link", "value": link(), "inline": false}]})),
        embed(json!({"author": {"name": "x", "url": link()}})),
        embed(json!({"footer": {"text": link()}})),
        json!({"components": [button]}),
        forwarded(json!({"content": format!("Join us: {}", link())})),
        forwarded(embed(json!({"description": link()}))),
        forwarded(json!({"components": [button]})),
    ] {
        let reply = preview(bot, message.clone()).await;
        assert_eq!(asked(&reply), [CODE], "{message}: {}", reply.text());
        assert_eq!((reply.title().as_str(), reply.buttons()), ("Street Party", vec!["Join".to_owned()]), "{message}");
        assert!(!reply.text().contains("different invite links"), "{}", reply.text());
    }
    let none = preview(bot, json!({"content": "https://whatsapp.com/channel/0029Va"})).await;
    assert!(none.text().contains("no WhatsApp invite link in this message"), "{}", none.text());
    })
    .await;
}

#[tokio::test]
async fn of_several_links_it_is_said_which_is_shown() {
    TestBot::run(async |bot| {
        let content = format!("{} or https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, or {0}", link());
        let reply = preview(bot, json!({"content": content})).await;
        assert_eq!(asked(&reply), [CODE]);
        let said = format!("This message has 2 different invite links. This is the first one: {}", link());
        assert!(reply.text().contains(&said) && reply.is_private(), "{}", reply.text());
    })
    .await;
}

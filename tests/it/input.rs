//! Invalid input: a clear answer, and no API call.

use groups_api::NameLimit;
use sandbox::ALPHA;
use serde_json::json;

use crate::harness::TestBot;

#[tokio::test]
async fn names_are_1_to_25_characters() {
    TestBot::with(|_| {})
        .needs(|can| can.name == NameLimit::Chars && can.empty_group)
        .run(async |bot| {
            for (name, words) in [
                (" ".to_owned(), "at least one visible character"),
                ("a".repeat(26), "26 characters (limit 25)"),
                ("a".repeat(6_000), "6,000 characters"),
                // More than Discord sends.
                ("é".repeat(10_000), "10,000 characters"),
            ] {
                for (command, options) in [
                    ("wa-group create", vec![("name", "Short")]),
                    ("wa-group rename", vec![("group", ALPHA), ("name", "Short")]),
                ] {
                    let reply = bot.unchecked("owner", command, &options, ("name", &name)).await;
                    assert!(
                        reply.text().contains(words) && reply.text().contains("Nothing changed"),
                        "{}",
                        reply.text()
                    );
                    assert!(reply.is_private() && reply.calls.is_empty());
                }
            }
            let emoji = "🦀".repeat(24);
            let reply = bot.command("owner", "wa-group create", &[("name", emoji.as_str())]).await;
            assert_eq!(reply.title(), emoji);
        })
        .await;
}

/// Discord's client shows these limits while the user types, so that nothing that was typed is lost.
#[tokio::test]
async fn limits_and_choices_are_declared_to_discord() {
    TestBot::with(|scene| scene.settings.push_str("limits.name_chars = 30\n"))
        .run(async |bot| {
            let (text, url) = ("a".repeat(2_049), format!("https://example.com/{}", "a".repeat(2_029)));
            let (long, just) = ("a".repeat(31), "a".repeat(30));
            let role = bot.role("moderator");
            for (command, options, is_accepted) in [
                ("wa-group create", vec![("name", long.as_str())], false),
                ("wa-group create", vec![("name", just.as_str())], true),
                ("wa-group create", vec![("name", "New"), ("description", &text)], false),
                ("wa-group rename", vec![("group", ALPHA), ("name", &long)], false),
                ("wa-group describe", vec![("group", ALPHA), ("text", &text)], false),
                ("wa-group picture", vec![("group", ALPHA), ("url", &url)], false),
                ("wa-group join", vec![("code", &text)], false),
                ("wa-group list", vec![("search", &text)], false),
                ("wa-group members find", vec![("group", ALPHA), ("search", &text)], false),
                ("wa-access grant", vec![("role", role.as_str()), ("preset", "king")], false),
                ("wa-access grant", vec![("role", role.as_str()), ("preset", "owner")], true),
                ("wa-group help", vec![("topic", "weather")], false),
                ("wa-group help", vec![("topic", "people")], true),
            ] {
                let given: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
                let sent = bot.discord.command(bot.person("owner"), bot.channel, command, &given);
                assert_eq!(sent.is_ok(), is_accepted, "{command} {options:?}");
                if let Ok(interaction) = sent {
                    bot.reply(interaction).await;
                }
            }
        })
        .await;
}

#[tokio::test]
async fn bad_member_entries_add_no_one_and_are_all_named() {
    TestBot::run(async |bot| {
        let members = "+55 21 98888-0001, banana, 12; 120363012345678901@g.us";
        for (command, options) in [
            ("wa-group members add", vec![("group", ALPHA), ("members", members)]),
            ("wa-group members remove", vec![("group", ALPHA), ("members", members)]),
            ("wa-group admins promote", vec![("group", ALPHA), ("members", members)]),
            ("wa-group create", vec![("name", "New"), ("members", members)]),
        ] {
            let reply = bot.command("owner", command, &options).await;
            let text = reply.text();
            for part in [
                "Usher found **1 person**",
                "Nothing happens until you press a button",
                "Entry 2 · **banana** · no phone number",
                "Entry 3 · **12** · too short",
                "Entry 4 · **120363012345678901@\u{200b}g.us** · the ID of a group",
            ] {
                assert!(text.contains(part), "{command}, {part}: {text}");
            }
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{command}: {:?}", reply.calls());
        }
        let reply = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", " , ")]).await;
        assert_eq!(reply.title(), "No people given");
    })
    .await;
}

#[tokio::test]
async fn three_hundred_doubles_are_one_person() {
    TestBot::run(async |bot| {
        let members = "+5521988880001\n".repeat(300);
        let reply = bot.command("owner", "wa-group create", &[("name", "New"), ("members", members.as_str())]).await;
        assert_eq!(reply.calls[1].body.as_ref().unwrap()["participants"].as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn more_people_than_a_group_can_be_created_with_are_refused() {
    TestBot::run(async |bot| {
        let members = (0..257).map(|number| format!("+55219{number:08}")).collect::<Vec<_>>().join(",");
        let reply = bot.command("owner", "wa-group create", &[("name", "New"), ("members", members.as_str())]).await;
        assert!(reply.text().contains("up to 256 people") && reply.calls.is_empty(), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_invite_is_refused_before_anything_is_sent() {
    TestBot::run(async |bot| {
        for code in ["../../sessions", "https://evil.example/AbCdEfGhIjKlMnOpQrStUv", "a b", "%2e%2e"] {
            for command in ["wa-group join", "wa-group preview"] {
                let reply = bot.command("owner", command, &[("code", code)]).await;
                assert!(reply.text().contains("This is not an invite link"), "{code:.40}: {}", reply.text());
                assert!(reply.calls.is_empty());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_group_or_a_session_that_is_not_there_is_said_so() {
    TestBot::run(async |bot| {
        for group in ["No such group", "../../sessions", "@everyone", "1"] {
            let reply = bot.command("owner", "wa-group show", &[("group", group)]).await;
            assert_eq!(reply.title(), "Group not found", "{group}");
            assert!(!reply.text().contains("@everyone"), "{}", reply.text());
        }
        let reply = bot.command("owner", "wa-group list", &[("session", "foreign")]).await;
        assert_eq!(reply.title(), "Unknown WhatsApp account");
        assert!(reply.text().contains("`default`") && reply.calls.is_empty(), "{}", reply.text());
    })
    .await;
}

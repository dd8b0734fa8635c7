//! Invalid input: a clear answer, and no API call.

use sandbox::ALPHA;

use crate::harness::TestBot;

#[tokio::test]
async fn names_are_1_to_25_characters() {
    TestBot::run(async |bot| {
        for (name, words) in [
            (" ".to_owned(), "cannot be empty"),
            ("a".repeat(26), "at most 25 characters; this one has 26"),
            ("a".repeat(6_000), "this one has 6,000"),
        ] {
            for (command, options) in [
                ("wa-group create", vec![("name", name.as_str())]),
                ("wa-group rename", vec![("group", ALPHA), ("name", name.as_str())]),
            ] {
                let reply = bot.command("owner", command, &options).await;
                assert!(reply.text().contains(words) && reply.text().contains("Nothing was sent"), "{}", reply.text());
                assert!(reply.is_private() && reply.calls.is_empty());
            }
        }
        let emoji = "🦀".repeat(24);
        let reply = bot.command("owner", "wa-group create", &[("name", emoji.as_str())]).await;
        assert_eq!(reply.title(), emoji);
    })
    .await;
}

#[tokio::test]
async fn a_text_longer_than_discord_lets_through_is_survived() {
    TestBot::run(async |bot| {
        let mut raw = {
            let interaction = bot.command("owner", "wa-group create", &[("name", "Short")]).await.interaction;
            bot.discord.world(|world| world.interactions[&interaction].payload.clone())
        };
        *raw.pointer_mut("/data/options/0/options/0/value").unwrap() = serde_json::json!("é".repeat(10_000));
        let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
        assert!(reply.text().contains("this one has 10,000") && reply.calls.is_empty(), "{}", reply.text());
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
                "**1 person** was found",
                "Nothing is done before you press a button",
                "Entry 2 “banana”: no phone number",
                "Entry 3 “12”: too short",
                "Entry 4 “120363012345678901@\u{200b}g.us”: the id of a group",
            ] {
                assert!(text.contains(part), "{command}, {part}: {text}");
            }
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{command}: {:?}", reply.calls());
        }
        let reply = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", " , ")]).await;
        assert_eq!(reply.title(), "Nobody named");
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
        assert!(reply.text().contains("at most 256 people") && reply.calls.is_empty(), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_invite_is_refused_before_anything_is_sent() {
    TestBot::run(async |bot| {
        let long = "a".repeat(5_000);
        for code in ["../../sessions", "https://evil.example/AbCdEfGhIjKlMnOpQrStUv", "a b", "%2e%2e", long.as_str()] {
            for command in ["wa-group join", "wa-group preview"] {
                let reply = bot.command("owner", command, &[("code", code)]).await;
                assert!(reply.text().contains("An invite is a link"), "{code:.40}: {}", reply.text());
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
            assert_eq!(reply.title(), "No such group", "{group}");
            assert!(!reply.text().contains("@everyone"), "{}", reply.text());
        }
        let reply = bot.command("owner", "wa-group list", &[("session", "foreign")]).await;
        assert_eq!(reply.title(), "No such session");
        assert!(reply.text().contains("`default`") && reply.calls.is_empty(), "{}", reply.text());
    })
    .await;
}

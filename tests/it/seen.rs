//! Names are compared by their visible form, and an invisible name counts as no name.

use sandbox::ALPHA;
use sandbox::whatsapp::{GroupSeed, Operation};
use serde_json::json;

use crate::harness::{BotScene, Reply, TestBot};

const ODD: &str = "120363000000000009@g.us";

/// Returns a scene with one more group of this name.
fn with_group(name: &str) -> BotScene {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        scene.whatsapp.add_group(GroupSeed::new(name, account).id(ODD));
    })
}

/// Requests the deletion of the odd group, and types this.
async fn delete(bot: &TestBot, typed: &str) -> (Reply, Reply) {
    let question = bot.command("owner", "wa-group delete", &[("group", ODD)]).await;
    let opened = bot.press("owner", &question, "Delete…").await;
    (question, bot.fill_in("owner", &opened, typed).await)
}

fn is_there(bot: &TestBot) -> bool {
    bot.groups.world(|world| world.group(ODD).is_some())
}

/// Names as in WhatsApp, with their visible form as a user types it.
const SEEN: [(&str, &str); 10] = [
    ("Gamma  Two", "Gamma Two"),
    ("Line\nbreak", "Line break"),
    ("Line\u{2028}break", "line break"),
    ("\u{200e}Gamma\u{2068} Two\u{2069}\u{feff}", "gamma two"),
    ("Gam\u{ad}ma \u{2060}Two", "Gamma Two"),
    ("Gamma\u{a0}Two", "Gamma Two"),
    ("Cafe\u{301} Gamma", "CAFÉ GAMMA"),
    ("Ｇａｍｍａ\u{3000}Ｔｗｏ", "Gamma Two"),
    ("Team ❤\u{fe0f}", "team ❤"),
    ("Gamma\u{3164}Two", "Gamma Two"),
];

#[tokio::test]
async fn a_group_is_deleted_by_the_name_that_is_shown() {
    for (name, typed) in SEEN {
        with_group(name)
            .on_titan()
            .run(async |bot| {
                let (_, wrong) = delete(bot, &format!("{typed}s")).await;
                assert!(wrong.text().contains("Nothing was deleted") && is_there(bot), "{name:?}: {}", wrong.text());
                let (_, reply) = delete(bot, typed).await;
                assert!(!is_there(bot), "{name:?}: {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn a_group_is_found_by_the_name_that_is_shown() {
    for (name, typed) in SEEN {
        with_group(name)
            .run(async |bot| {
                let shown = bot.command("owner", "wa-group show", &[("group", typed)]).await;
                assert!(shown.text().contains(ODD), "{name:?}: {}", shown.text());
                let offered = bot.offers("owner", "wa-group show", "group", typed).await;
                assert_eq!(offered.iter().map(|choice| &choice.value).collect::<Vec<_>>(), [&json!(ODD)], "{name:?}");
                let listed = bot.command("owner", "wa-group list", &[("search", typed)]).await;
                assert!(
                    listed.text().contains("1 group") && !listed.text().contains("Alpha Team"),
                    "{name:?}: {}",
                    listed.text()
                );
            })
            .await;
    }
}

#[tokio::test]
async fn a_group_without_a_visible_name_is_deleted_by_its_id() {
    for name in ["", " ", "\u{200b}", "\u{3164}\u{2800}", "\u{200e}\u{ad}"] {
        with_group(name)
            .on_titan()
            .run(async |bot| {
                for typed in [" ", "\u{200b}", "Alpha Team"] {
                    let (question, reply) = delete(bot, typed).await;
                    assert!(question.text().contains("asks you to type its ID"), "{}", question.text());
                    assert_eq!(question.title(), ODD.replace('@', "@\u{200b}"));
                    assert!(
                        reply.text().contains(ODD) && reply.text().contains("Nothing was deleted"),
                        "{}",
                        reply.text()
                    );
                    assert!(is_there(bot), "{name:?} {typed:?}");
                }
                let opened = {
                    let question = bot.command("owner", "wa-group delete", &[("group", ODD)]).await;
                    bot.press("owner", &question, "Delete…").await
                };
                let field = bot.modal(&opened)["components"][0]["components"][0].clone();
                assert_eq!(
                    (&field["placeholder"], &field["label"]),
                    (&json!(ODD), &json!("To confirm, type the group's ID"))
                );
                bot.fill_in("owner", &opened, &format!(" {ODD}\u{200b}")).await;
                assert!(!is_there(bot), "{name:?}");
                // No input matches the name of such a group.
                let none = bot.command("owner", "wa-group show", &[("group", "\u{2060}")]).await;
                assert_eq!(none.title(), "Group not found");
            })
            .await;
    }
}

#[tokio::test]
async fn groups_that_look_the_same_are_offered_with_their_ids() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for (name, number) in [("Twins", 1), ("Twins\u{ad}", 2), ("ＴＷＩＮＳ", 3), ("\u{3164}", 4)] {
            scene.whatsapp.add_group(GroupSeed::new(name, account).id(&format!("12036311111110000{number}@g.us")));
        }
    })
    .run(async |bot| {
        let names =
            |offered: Vec<discord_stand_in::Choice>| offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>();
        let mut twins = names(bot.offers("owner", "wa-group show", "group", "twins").await);
        twins.sort();
        assert_eq!(twins.len(), 3);
        assert!(twins.iter().all(|name| name.contains("(…")), "{twins:?}");
        let nameless = names(bot.offers("owner", "wa-group show", "group", "100004").await);
        assert_eq!(nameless, ["120363111111100004@g.us"]);
        let asked = bot.command("owner", "wa-group show", &[("group", "twins")]).await;
        assert_eq!(asked.title(), "Which group?");
    })
    .await;
}

#[tokio::test]
async fn a_name_that_nobody_can_see_is_refused() {
    TestBot::run(async |bot| {
        for name in [
            "\u{200b}",
            "\u{2060}",
            "\u{200e}",
            "\u{feff}",
            "\u{ad}",
            "\u{200d}",
            "\u{3164}",
            "\u{2800}",
            "\u{e0041}",
            "\u{fe0f} \u{34f}",
        ] {
            for (command, options) in
                [("wa-group rename", vec![("group", ALPHA), ("name", name)]), ("wa-group create", vec![("name", name)])]
            {
                let reply = bot.command("owner", command, &options).await;
                assert!(
                    reply.text().contains("needs at least one visible character"),
                    "{command} {name:?}: {}",
                    reply.text()
                );
                assert!(reply.calls.is_empty() && reply.notices.is_empty());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_line_break_in_a_name_is_one_space() {
    TestBot::run(async |bot| {
        for space in ["\n", "\r\n", "\t", "\u{a0}", "\u{2028}", "\u{2029}", "\u{85}", "\u{3000}", "  "] {
            let name = format!("{space}Sales{space}Team{space}");
            let renamed = bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
            let is_now = bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone());
            assert_eq!(is_now, "Sales Team", "{space:?}: {}", renamed.text());
            bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Team")]).await;
        }
        let family = "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}";
        bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", family)]).await;
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), family);
    })
    .await;
}

#[tokio::test]
async fn a_description_keeps_its_lines() {
    TestBot::run(async |bot| {
        let text = "One\r\ntwo\u{2028}three\u{7}\u{200b}\n";
        let reply = bot.command("owner", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        let is_now = || bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(is_now().as_deref(), Some("One\ntwo\nthree"), "{}", reply.text());
        // A name without visible characters counts as none.
        let made = bot.command("owner", "wa-group create", &[("name", "New"), ("description", "\u{200b}")]).await;
        assert!(
            made.calls.iter().all(|call| call.operation != Some(Operation::UpdateDescription)),
            "{:?}",
            made.calls()
        );
    })
    .await;
}

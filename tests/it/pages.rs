//! Long lists: one call for the first page, buttons to the others.

use std::time::Duration;

use sandbox::ALPHA;
use sandbox::whatsapp::{GroupSeed, Person, Role};

use crate::harness::{BotScene, Reply, TestBot};

/// Returns a scene with 900 groups.
fn with_900_groups() -> BotScene {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("+5511900000000").unwrap();
        for number in 0..897 {
            scene.whatsapp.add_group(GroupSeed::new(&format!("Group {number:03}"), account));
        }
    })
}

fn lines(reply: &Reply) -> usize {
    reply.embed()["description"].as_str().unwrap().lines().count()
}

#[tokio::test]
async fn nine_hundred_groups_take_one_call_per_page() {
    with_900_groups()
        .needs(|can| can.groups_listed == usize::MAX)
        .run(async |bot| {
            let first = bot.command("moderator", "wa-group list", &[]).await;
            assert_eq!(first.calls().len(), 1);
            assert!(first.title().contains("900 groups · Page 1 of 36"), "{}", first.title());
            assert_eq!(first.buttons(), ["Next", "Last"]);
            assert!(
                first.text().contains("Alpha Team")
                    && first.text().contains("Group 022")
                    && !first.text().contains("Group 023")
            );

            let next = bot.press("moderator", &first, "Next").await;
            assert!(next.title().contains("Page 2 of 36") && next.text().contains("Group 023"), "{}", next.text());
            assert_eq!((next.calls().len(), next.buttons().len()), (1, 4));
            assert_eq!(next.message.as_ref().unwrap().id, first.message.as_ref().unwrap().id, "in the same place");
            let last = bot.press("moderator", &next, "Last").await;
            assert!(last.title().contains("Page 36 of 36") && last.text().contains("Neighbours"), "{}", last.text());
            assert_eq!(last.buttons(), ["First", "Previous"]);
            assert_eq!(lines(&last), lines(&first), "turning a page moves nothing below it");

            // One group fewer than before: the last page differs.
            bot.groups.world(|world| {
                let account = world.find_person("+5511900000000").unwrap();
                for number in 0..30 {
                    let id = world.group_named(&format!("Group {number:03}")).unwrap().id.clone();
                    world.leaves(&id, account);
                }
            });
            let previous = bot.press("moderator", &last, "Previous").await;
            assert!(previous.title().contains("870 groups · Page 35 of 35"), "{}", previous.title());
            bot.restart().await;
            let first = bot.press("moderator", &previous, "First").await;
            assert!(first.title().contains("Page 1 of 35"), "the buttons survive a restart: {}", first.title());
        })
        .await;
}

#[tokio::test]
async fn search_persists_across_pages_and_access_is_checked_on_each() {
    with_900_groups()
        .run(async |bot| {
            let first = bot.command("moderator", "wa-group list", &[("search", "GROUP 1")]).await;
            assert!(first.title().contains("100 groups · Page 1 of 4"), "{}", first.title());
            let last = bot.press("moderator", &first, "Last").await;
            assert!(last.text().contains("Group 199"), "{}", last.text());
            // The same press by a user who may see one group.
            let mut forged = bot.discord.world(|world| world.interactions[&last.interaction].payload.clone());
            let helper = bot.command("helper", "wa-group list", &[]).await;
            forged["member"] =
                bot.discord.world(|world| world.interactions[&helper.interaction].payload["member"].clone());
            let forged = bot.reply(bot.discord.raw_interaction(forged)).await;
            assert!(!forged.text().contains("Group 1"), "{}", forged.text());
        })
        .await;
}

#[tokio::test]
async fn namesake_groups_are_paged_and_limited_to_allowed_ones() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("+5511900000000").unwrap();
        for number in 0..60 {
            scene.whatsapp.add_group(GroupSeed::new("Twins", account).id(&format!("1203630000000010{number:02}@g.us")));
        }
    })
    .run(async |bot| {
        let ask = [("group", "twins"), ("text", "A new text")];
        let first = bot.command("moderator", "wa-group describe", &ask).await;
        assert_eq!(
            (first.title(), first.buttons().join(" ")),
            ("Which group? · Page 1 of 3".to_owned(), "Next Last".into())
        );
        assert!(first.text().contains("A new text"), "what was written comes back: {}", first.text());
        let last = bot.press("moderator", &first, "Last").await;
        assert_eq!(last.title(), "Which group? · Page 3 of 3");
        assert!(last.text().contains("120363000000001059@g.us"), "{}", last.text());
        // All but one are deleted.
        bot.groups.world(|world| {
            let account = world.find_person("+5511900000000").unwrap();
            for number in 1..60 {
                world.leaves(&format!("1203630000000010{number:02}@g.us"), account);
            }
        });
        bot.clock.advance(Duration::from_secs(120));
        let only = bot.press("moderator", &last, "Previous").await;
        assert_eq!((only.title(), only.buttons().len()), ("Which group?".to_owned(), 0), "{}", only.text());
        assert!(only.text().contains("120363000000001000@g.us"), "{}", only.text());
    })
    .await;
}

#[tokio::test]
async fn buttons_work_for_a_quarter_hour_after_each_turn() {
    with_900_groups()
        .run(async |bot| {
            let first = bot.command("moderator", "wa-group list", &[]).await;
            bot.clock.advance(Duration::from_secs(890));
            let second = bot.press("moderator", &first, "Next").await;
            bot.clock.advance(Duration::from_secs(890));
            let third = bot.press("moderator", &second, "Next").await;
            assert!(third.title().contains("Page 3"), "{}", third.title());
            bot.clock.advance(Duration::from_secs(901));
            let late = bot.press("moderator", &third, "Next").await;
            assert!(late.text().contains("work for 15 minutes"), "{}", late.text());
        })
        .await;
}

#[tokio::test]
async fn a_thousand_members_are_turned_page_by_page_admins_first() {
    TestBot::with(|scene| {
        for number in 0..1_014 {
            let person = scene.whatsapp.add_person(Person::phone(&format!("+55118{number:08}")));
            scene.whatsapp.put_member(ALPHA, person, Role::Member);
        }
    })
    .run(async |bot| {
        let first = bot.command("owner", "wa-group members list", &[("group", ALPHA)]).await;
        assert_eq!(first.calls().len(), 1);
        assert!(first.text().contains("**1,024 people** · Page 1 of 41"), "{}", first.text());
        assert!(first.text().contains("creator") && first.text().contains("admin"), "{}", first.text());
        let last = bot.press("owner", &first, "Last").await;
        assert!(last.text().contains("Page 41 of 41") && last.text().contains("+5511977770105"), "{}", last.text());
        let previous = bot.press("owner", &last, "Previous").await;
        assert!(previous.text().contains("Page 40 of 41"), "{}", previous.text());
    })
    .await;
}

//! The buttons of `/wa-request list`.

use sandbox::ALPHA;
use serde_json::Value;

use crate::harness::{Reply, TestBot};

use super::{RENAME, helper_may_ask};

async fn list(bot: &TestBot, who: &str) -> Reply {
    bot.command(who, "wa-request list", &[]).await
}

fn name(bot: &TestBot) -> String {
    bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone())
}

async fn ask(bot: &TestBot, numbers: std::ops::Range<u32>) {
    for number in numbers {
        let name = format!("Name {number}");
        bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
    }
}

#[tokio::test]
async fn each_reader_gets_the_buttons_that_they_may_press() {
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            for (who, buttons) in [
                ("moderator", vec!["Approve #1", "Deny #1", "Details #1"]),
                ("owner", vec!["Approve #1", "Deny #1", "Details #1"]),
                ("helper", vec!["Withdraw #1"]),
                ("visitor", vec![]),
            ] {
                let listed = list(bot, who).await;
                assert!(listed.is_private());
                assert_eq!(listed.buttons(), buttons, "{who}");
            }
            let listed = list(bot, "moderator").await;
            let details = bot.press("moderator", &listed, "Details #1").await;
            assert!(details.is_private() && details.text().contains("Alpha Crew"), "{}", details.text());
            let approved = bot.press("moderator", &listed, "Approve #1").await;
            let moderator = format!("<@{}>", bot.person("moderator"));
            assert!(approved.text().contains(&format!("**#1** Approved by {moderator}")), "{}", approved.text());
            assert!(approved.is_private() && approved.buttons().is_empty(), "{}", approved.text());
            assert_eq!(name(bot), "Alpha Crew");
            let posted = bot.posted().pop().unwrap();
            assert!(posted.all_text().contains("Approved by") && posted.components.is_empty(), "{}", posted.all_text());
        })
        .await;
}

#[tokio::test]
async fn a_denial_and_a_withdrawal_in_the_list_change_the_post_too() {
    helper_may_ask()
        .run(async |bot| {
            ask(bot, 0..2).await;
            let listed = list(bot, "moderator").await;
            let opened = bot.press("moderator", &listed, "Deny #1").await;
            let denied = bot.fill_in("moderator", &opened, "Not now").await;
            assert!(
                denied.text().contains("**#1** Denied by") && denied.text().contains("Not now"),
                "{}",
                denied.text()
            );
            assert_eq!(denied.buttons(), ["Approve #2", "Deny #2", "Details #2"]);
            let listed = list(bot, "helper").await;
            let withdrawn = bot.press("helper", &listed, "Withdraw #2").await;
            assert!(withdrawn.text().contains("withdrew this request"), "{}", withdrawn.text());
            assert!(withdrawn.buttons().is_empty());
            for (posted, words) in bot.posted().iter().zip(["Denied by", "withdrew this request"]) {
                assert!(posted.all_text().contains(words) && posted.components.is_empty(), "{}", posted.all_text());
            }
            assert_eq!(name(bot), "Alpha Team");
        })
        .await;
}

#[tokio::test]
async fn a_listed_button_is_authorized_as_that_of_the_post() {
    helper_may_ask()
        .run(async |bot| {
            ask(bot, 0..2).await;
            let listed = list(bot, "moderator").await;
            let pressed = bot.press("moderator", &listed, "Details #1").await;
            let raw = bot.discord.world(|world| world.interactions[&pressed.interaction].payload.clone());
            let approve = listed.message.as_ref().unwrap().control("Approve #1").unwrap()["custom_id"].clone();
            let as_member = |who: &'static str, id: Value| {
                let raw = raw.clone();
                async move |bot: &TestBot| {
                    let used = list(bot, who).await.interaction;
                    let mut raw = raw;
                    raw["member"] = bot.discord.world(|world| world.interactions[&used].payload["member"].clone());
                    raw["data"]["custom_id"] = id;
                    bot.reply(bot.discord.raw_interaction(raw)).await
                }
            };
            for who in ["helper", "visitor"] {
                for id in [approve.clone(), Value::from("listed:0:1:deny")] {
                    let refused = as_member(who, id)(bot).await;
                    assert_eq!(refused.title(), "No permission", "{who}");
                }
            }
            // Nobody withdraws the request of another person, and no other operation is approved.
            let refused = as_member("owner", Value::from("listed:0:1:withdraw"))(bot).await;
            assert!(refused.text().contains("no open request with this number"), "{}", refused.text());
            let other = as_member("owner", Value::from("listed:0:1:approve:0123456789abcdef"))(bot).await;
            assert!(other.text().contains("stored a different request"), "{}", other.text());
            assert_eq!(name(bot), "Alpha Team");

            // A list that shows an old state says so.
            bot.numbered("helper", "wa-request cancel", "id", 1).await;
            let late = bot.press("moderator", &listed, "Approve #1").await;
            assert!(late.text().contains("This request is closed: withdrawn"), "{}", late.text());
            assert_eq!(late.buttons(), ["Approve #2", "Deny #2", "Details #2"]);
            assert_eq!(name(bot), "Alpha Team");
        })
        .await;
}

#[tokio::test]
async fn more_requests_than_rows_are_on_pages() {
    helper_may_ask()
        .run(async |bot| {
            ask(bot, 0..5).await;
            let five = list(bot, "moderator").await;
            assert_eq!(five.buttons().len(), 15);
            bot.grant(
                "owner",
                "everyone",
                &[("capability", "groups.edit"), ("needs_approval", "all"), ("group", ALPHA)],
            )
            .await;
            for number in 0..4 {
                let name = format!("Other {number}");
                bot.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
            }
            let first = list(bot, "moderator").await;
            assert!(first.text().contains("Page 1 of 3") && first.text().contains("**#9**"), "{}", first.text());
            assert_eq!(first.buttons().iter().filter(|label| label.starts_with("Approve")).count(), 4);
            let next = bot.press("moderator", &first, "Next").await;
            assert!(next.text().contains("Page 2 of 3"), "{}", next.text());
            let approved = bot.press("moderator", &next, "Approve #5").await;
            assert!(approved.text().contains("**#5** Approved by"), "{}", approved.text());
            assert!(approved.text().contains("Page 2 of 2"), "{}", approved.text());
        })
        .await;
}

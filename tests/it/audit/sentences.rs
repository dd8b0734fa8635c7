//! What an entry says: what was done or tried, to whom, and in which group.

use discord_stand_in::ChannelId as Channel;
use sandbox::{ALPHA, ANA, BETA, OPEN};

use super::{cases, logged, texts, with_log_channel};
use crate::harness::{Reply, TestBot};

/// Returns the rows of an export, each with its cells by title.
pub(super) async fn exported(bot: &TestBot, who: &str) -> Vec<std::collections::HashMap<String, String>> {
    let export = bot.command(who, "wa-audit export", &[]).await;
    let bytes = &export.message.as_ref().unwrap().attachments[0].bytes;
    assert!(bytes.starts_with("\u{feff}".as_bytes()), "a spreadsheet reads it as UTF-8");
    let mut csv = csv::Reader::from_reader(&bytes[3..]);
    csv.deserialize().map(Result::unwrap).collect()
}

/// Returns the text of `/wa-audit recent`.
async fn recent(bot: &TestBot, options: &[(&str, &str)]) -> Reply {
    bot.command("owner", "wa-audit recent", options).await
}

async fn last_post(bot: &TestBot, log: Channel, number: usize) -> String {
    logged(bot, log, number).await.last().unwrap().clone()
}

#[tokio::test]
async fn promoted_and_demoted_are_told_apart() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            for command in ["wa-group admins promote", "wa-group admins demote", "wa-group admins demote"] {
                bot.command("owner", command, &[("group", "Alpha Team"), ("members", ANA)]).await;
            }
            let said = ["made +55 ••••• 0001 admin", "removed +55 ••••• 0001 as admin"];
            let plain = |text: String| text.replace('\u{a0}', " ");
            let listed = plain(recent(bot, &[]).await.text());
            let posts = plain(logged(bot, log, 2).await.join("\n"));
            for said in said {
                assert!(listed.contains(said) && posts.contains(said), "{listed}\n{posts}");
            }
            assert!(posts.contains("make people admins · done") && posts.contains("remove admins · done"), "{posts}");
            let rows = exported(bot, "owner").await;
            let [demoted, promoted] = &rows[rows.len() - 2..] else { panic!("{rows:?}") };
            assert_eq!(promoted["what"], "owner made +55 ••••• 0001 admin.");
            assert!(promoted["people"].ends_with(" promoted") && demoted["people"].ends_with(" demoted"), "{rows:?}");
        })
        .await;
}

#[tokio::test]
async fn a_removal_of_nobody_is_no_change() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            // The bot begins to add, and WhatsApp refuses everybody.
            bot.command("owner", "wa-group members add", &[("group", "Alpha Team"), ("members", "+5521988880002")])
                .await;
            bot.command("owner", "wa-group members add", &[("group", "Alpha Team"), ("members", OPEN)]).await;
            bot.command("visitor", "wa-group rename", &[("group", "Alpha Team"), ("name", "Mine")]).await;
            let all = recent(bot, &[]).await;
            assert!(
                all.text().contains("tried to add") && all.text().contains("; nobody was added."),
                "{}",
                all.text()
            );
            for (result, case) in [("no_change", "#1"), ("done", "#2"), ("refused", "#3")] {
                assert_eq!(cases(&recent(bot, &[("result", result)]).await), [case], "{result}");
            }
            for result in ["failed", "not_confirmed"] {
                let none = recent(bot, &[("result", result)]).await;
                assert!(none.text().contains("No entries found"), "{result}: {}", none.text());
            }
            let results: Vec<String> =
                exported(bot, "owner").await.into_iter().map(|row| row["result"].clone()).collect();
            assert_eq!(results, ["refused", "done", "no_change"]);
            let shown = bot.numbered("owner", "wa-audit show", "case", 1).await;
            assert!(shown.text().contains("no change"), "{}", shown.text());
        })
        .await;
}

#[tokio::test]
async fn page_buttons_keep_the_result() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            for number in 0..12 {
                bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &format!("Text {number}"))])
                    .await;
                if number < 3 {
                    bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
                }
            }
            let first = recent(bot, &[("result", "done"), ("operation", "groups.describe")]).await;
            assert_eq!(cases(&first).len(), 10);
            let second = bot.press("owner", &first, "Next").await;
            assert_eq!(cases(&second), texts(&["#3", "#1"]));
        })
        .await;
}

#[tokio::test]
async fn a_refused_request_keeps_what_was_asked_for() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            let remove = [("group", ALPHA), ("members", ANA)];
            bot.command("visitor", "wa-group members remove", &remove).await;
            assert!(last_post(bot, log, 1).await.contains("from this group (no permission)"));
            bot.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "<@1> **Mine**")]).await;
            bot.command("visitor", "wa-group leave", &[("group", "No Such Group")]).await;
            let listed = recent(bot, &[]).await.text().replace('\u{a0}', " ");
            for part in [
                "tried to remove +55 ••••• 0001 from this group (no permission).",
                "**Alpha Team** · ",
                "tried to rename this group (no permission).",
                "\\<@\u{200b}1\\> \\*\\*Mine\\*\\*",
                "**No Such Group** · ",
            ] {
                assert!(listed.contains(part), "{part} is not in {listed}");
            }
            let rows = exported(bot, "owner").await;
            assert_eq!(rows[1]["what"], "visitor tried to rename this group (no permission). New name: <@1> **Mine**");
            assert_eq!((rows[1]["group"].as_str(), rows[1]["group_name"].as_str()), (ALPHA, "Alpha Team"));
            assert_eq!(rows[1]["user_name"], "visitor");
            assert_eq!(rows[1]["user"], format!("'{}", bot.person("visitor")), "a spreadsheet keeps every digit");
        })
        .await;
}

#[tokio::test]
async fn a_group_given_by_its_id_is_named() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group describe", &[("group", BETA), ("text", "Two")]).await;
            assert!(last_post(bot, log, 1).await.starts_with("Beta Readers\n"));
            assert!(recent(bot, &[]).await.text().contains("**Beta Readers** · "));
        })
        .await;
}

#[tokio::test]
async fn the_group_of_a_grant_is_named() {
    TestBot::run(async |bot| {
        bot.grant("owner", "helper", &[("capability", "groups.edit"), ("group", "Alpha Team")]).await;
        bot.grant("owner", "helper", &[("capability", "members.remove"), ("group", ALPHA)]).await;
        let recent = bot.command("owner", "wa-audit recent", &[]).await;
        assert_eq!(recent.text().matches("in **Alpha Team**").count(), 2, "{}", recent.text());
        assert!(!recent.text().contains("@g.us"), "{}", recent.text());
    })
    .await;
}

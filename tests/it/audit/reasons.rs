//! Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

use sandbox::{ALPHA, ANA, BETA};
use serde_json::json;

use super::sentences::exported;
use super::{logged, with_log_channel};
use crate::approvals::helper_may_ask;
use crate::harness::{Reply, TestBot};

const REASON: &str = "Spam, see <@1> or +55 21 98888-0002 **now** https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv";

async fn set_reason(bot: &TestBot, who: &str, case: i64, text: &str) -> Reply {
    let options = [("id".to_owned(), json!(case)), ("text".to_owned(), json!(text))];
    let sent = bot.discord.command(bot.person(who), bot.channel, "wa-audit reason", &options).unwrap();
    bot.reply(sent).await
}

async fn revoke(bot: &TestBot, who: &str, group: &str, reason: &str) -> Reply {
    let question = bot.command(who, "wa-group invite revoke", &[("group", group), ("reason", reason)]).await;
    assert!(question.text().contains("**Reason**"), "{}", question.text());
    bot.press(who, &question, &question.buttons()[0].clone()).await
}

#[tokio::test]
async fn reason_is_shown_and_does_no_harm() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            revoke(bot, "moderator", ALPHA, REASON).await;
            let shown = "> Spam, see \\<@\u{200b}1\\> or ••••• 0002 \\*\\*now\\*\\*";
            let post = logged(bot, log, 1).await.remove(0).replace('\u{a0}', " ");
            let show = bot.numbered("owner", "wa-audit show", "case", 1).await.text().replace('\u{a0}', " ");
            for text in [post, show] {
                assert!(text.contains(shown) && !text.contains("AbCdEf"), "{text}");
            }
            let listed = bot.command("owner", "wa-audit recent", &[]).await.text();
            assert!(listed.contains("> Spam, see"), "{listed}");
            bot.discord.world(|world| assert!(world.messages.values().all(|message| message.pings.is_empty())));
            let row = exported(bot, "owner").await.remove(0);
            assert!(row["reason"].starts_with("Spam, see <@1> or +55 21 98888-0002 **now**"), "{row:?}");
            assert!(!row["reason"].contains("AbCdEf"), "{row:?}");
            let masked = exported(bot, "helper").await.remove(0);
            assert!(masked["reason"].contains("••••• 0002"), "{masked:?}");
        })
        .await;
}

#[tokio::test]
async fn approver_sees_the_reason_before_the_decision() {
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group invite revoke", &[("group", ALPHA), ("reason", "The link leaked")]).await;
            let posted = bot.posted().remove(0);
            assert!(posted.all_text().contains("**Reason**\n```\nThe link leaked"), "{}", posted.all_text());
            bot.decide("owner", &posted, "Approve").await;
            let row = exported(bot, "owner").await.remove(0);
            assert_eq!((row["reason"].as_str(), row["result"].as_str()), ("The link leaked", "done"));
            assert_eq!((row["user_name"].as_str(), row["decided_by_name"].as_str()), ("helper", "owner"));
        })
        .await;
}

#[tokio::test]
async fn a_reason_is_changed_by_its_author_or_a_manager() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            revoke(bot, "moderator", ALPHA, "First").await;
            assert_eq!(set_reason(bot, "moderator", 1, "Second").await.title(), "Reason saved");
            for case in [1, 77] {
                assert_eq!(set_reason(bot, "helper", case, "Mine").await.title(), "No permission", "{case}");
            }
            assert_eq!(set_reason(bot, "owner", 77, "None").await.title(), "Entry not found");
            let shown = bot.numbered("owner", "wa-audit show", "case", 1).await.text();
            assert!(shown.contains("> Second") && !shown.contains("The reason is by"), "{shown}");
            assert_eq!(set_reason(bot, "owner", 1, "Third").await.title(), "Reason saved");
            let shown = bot.numbered("owner", "wa-audit show", "case", 1).await.text();
            let by = format!("The reason is by <@{}>", bot.person("owner"));
            assert!(shown.contains("> Third") && shown.contains(&by), "{shown}");
            // Each change is an entry, and so is a refusal.
            let posts = logged(bot, log, 4).await;
            assert!(posts[1].contains("changed the reason of log entry #1\n> Second"), "{posts:?}");
            assert!(posts[2].contains("tried to change reasons in the audit log (no permission)"), "{posts:?}");
            assert!(posts[3].contains("> Third"), "{posts:?}");
        })
        .await;
}

#[tokio::test]
async fn a_refused_person_writes_nothing_into_the_log_channel() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            let options = [("group", ALPHA), ("reason", "Buy now")];
            bot.command("visitor", "wa-group leave", &options).await;
            let reply = set_reason(bot, "visitor", 1, "Buy now").await;
            assert!(reply.text().contains("Usher refused this request, so it has no reason"), "{}", reply.text());
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One")]).await;
            assert!(!logged(bot, log, 2).await.join("\n").contains("Buy now"));
            assert_eq!(set_reason(bot, "owner", 1, "Tried twice").await.title(), "Reason saved");
        })
        .await;
}

#[tokio::test]
async fn mandatory_reasons_are_asked_for_early() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            let setup = bot.command("owner", "wa-setup", &[]).await;
            let setup = bot.press("owner", &setup, "Make reasons mandatory").await;
            assert!(setup.text().contains("✅ Reasons are mandatory now."), "{}", setup.text());
            let members = [("group", ALPHA), ("members", ANA)];
            let commands: [(&str, &[(&str, &str)]); 5] = [
                ("wa-group members remove", &members),
                ("wa-group admins demote", &members),
                ("wa-group delete", &[("group", ALPHA)]),
                ("wa-group leave", &[("group", ALPHA)]),
                ("wa-group invite revoke", &[("group", ALPHA)]),
            ];
            for (command, options) in commands {
                for reason in [None, Some("  ")] {
                    let options: Vec<_> =
                        options.iter().copied().chain(reason.map(|reason| ("reason", reason))).collect();
                    let reply = bot.command("owner", command, &options).await;
                    assert_eq!(reply.title(), "Reason missing", "{command}");
                    assert!(reply.text().contains("`reason`"), "{command}: {}", reply.text());
                }
                // Who may not do it learns only that.
                assert_eq!(bot.command("visitor", command, options).await.title(), "No permission", "{command}");
            }
            assert!(bot.groups.calls().iter().all(|call| call.method == "GET"));
            let promoted = bot.command("owner", "wa-group admins promote", &members).await;
            assert!(promoted.text().contains("Now admin"), "{}", promoted.text());
            revoke(bot, "owner", BETA, "The link leaked").await;
            let setup = bot.press("owner", &setup, "Make reasons optional").await;
            assert!(setup.text().contains("✅ Reasons are optional now."), "{}", setup.text());
            bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
            let all = logged(bot, log, 5).await.join("\n");
            assert!(all.contains("made reasons mandatory.") && all.contains("made reasons optional."), "{all}");
        })
        .await;
}

#[tokio::test]
async fn the_file_makes_reasons_mandatory_for_good() {
    TestBot::with(|scene| scene.server = format!("reasons_required = true\n{}", scene.server))
        .run(async |bot| {
            let setup = bot.command("owner", "wa-setup", &[]).await;
            assert!(!setup.buttons().iter().any(|label| label.contains("easons")), "{:?}", setup.buttons());
            let reply = bot.command("owner", "wa-group leave", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "Reason missing");
        })
        .await;
}

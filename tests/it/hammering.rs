//! Limits on the load of one person: requests for approval, lookups on WhatsApp, files, refusals.

use std::time::Duration;

use discord_stand_in::{ChannelId, Message};
use sandbox::whatsapp::{Fault, FaultRule, Operation};
use sandbox::{ALPHA, BETA, OPEN};

use crate::harness::{BotScene, Reply, TestBot};

const MINUTE: Duration = Duration::from_secs(60);

fn limited(limits: &str) -> BotScene {
    TestBot::with(|scene| scene.settings = format!("groups_api.requests_per_second = 10000\n{limits}\n"))
}

fn texts(bot: &TestBot, channel: ChannelId) -> Vec<String> {
    bot.discord.world(|world| {
        let of_channel = world.messages.values().filter(|message| message.channel == channel);
        of_channel.map(Message::all_text).collect()
    })
}

#[tokio::test]
async fn costly_lookups_are_limited_with_a_retry_time() {
    limited("limits.lookups_per_minute = 3")
        .run(async |bot| {
            // Of the form that every provider takes.
            let code = |code: &'static str| [("code", code)];
            let show = [("group", ALPHA)];
            for reply in [
                bot.command("owner", "wa-group preview", &code("Guess11111111111111111")).await,
                bot.command("owner", "wa-group join", &code("Guess22222222222222222")).await,
                bot.command("owner", "wa-group invite show", &show).await,
            ] {
                assert_ne!(reply.title(), "Slow down", "{}", reply.text());
                assert!(!reply.calls.is_empty(), "{}", reply.text());
            }
            for refused in [
                bot.command("owner", "wa-group preview", &code("Guess33333333333333333")).await,
                bot.command("owner", "wa-group join", &code("Guess44444444444444444")).await,
                bot.command("owner", "wa-group invite show", &show).await,
            ] {
                assert_eq!(refused.title(), "Slow down", "{}", refused.text());
                assert!(refused.text().contains("You ran too many commands") && refused.text().contains("<t:"));
                assert!(refused.is_private() && refused.calls.is_empty(), "{:?}", refused.calls());
            }
            // Other users are not delayed, and neither are actions without cost.
            assert_eq!(bot.command("owner", "wa-group show", &show).await.title(), "Alpha Team");
            assert_ne!(bot.command("moderator", "wa-group invite show", &show).await.title(), "Slow down");
            bot.clock.advance(MINUTE);
            assert_ne!(bot.command("owner", "wa-group invite show", &show).await.title(), "Slow down");
        })
        .await;
}

#[tokio::test]
async fn changes_that_fail_before_anything_is_sent_are_limited_too() {
    limited("limits.lookups_per_minute = 3")
        .run(async |bot| {
            bot.groups.inject(FaultRule::always(Fault::Status(404)).of(Operation::ListParticipants));
            let add = [("group", ALPHA), ("members", OPEN)];
            for _ in 0..3 {
                let reply = bot.command("owner", "wa-group members add", &add).await;
                assert!(reply.text().contains("Nothing changed") && !reply.calls.is_empty(), "{}", reply.text());
            }
            let reply = bot.command("owner", "wa-group members add", &add).await;
            assert_eq!(reply.title(), "Slow down", "{}", reply.text());
            assert!(reply.calls.is_empty(), "{:?}", reply.calls());
        })
        .await;
}

async fn ask(bot: &TestBot, text: &str) -> Reply {
    bot.command("helper", "wa-group describe", &[("group", ALPHA), ("text", text)]).await
}

#[tokio::test]
async fn withdrawn_requests_count_against_the_limit_per_minute() {
    TestBot::with(|scene| {
        let (approvals, helper) = (scene.approvals, scene.roles.helper);
        scene.settings = "limits.approval_requests_per_minute = 3\n".to_owned();
        scene.server = format!(
            "approvals_channel = \"{approvals}\"\n{}[[guilds.grants]]\nrole = \"{helper}\"\n\
             needs_approval = [\"groups.edit\"]\n",
            scene.server
        );
    })
    .run(async |bot| {
        for number in 1..=3 {
            let asked = ask(bot, &format!("Text {number}")).await;
            assert!(asked.text().contains("Usher sent it"), "{}", asked.text());
            bot.numbered("helper", "wa-request cancel", "id", number).await;
        }
        let reply = ask(bot, "Text 4").await;
        assert_eq!((reply.title(), texts(bot, bot.approvals).len()), ("Slow down".to_owned(), 3), "{}", reply.text());
        bot.clock.advance(MINUTE);
        assert!(ask(bot, "Text 5").await.text().contains("Usher sent it"));
    })
    .await;
}

#[tokio::test]
async fn refusals_of_one_person_are_one_post_a_minute_and_a_number() {
    TestBot::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server))
        .run(async |bot| {
            let log = bot.log;
            for _ in 0..40 {
                let refused = bot.command("visitor", "wa-group invite revoke", &[("group", ALPHA)]).await;
                assert_eq!(refused.title(), "No permission");
            }
            // Another user's refusal is posted separately.
            bot.command("helper", "wa-group invite revoke", &[("group", BETA)]).await;
            let two = bot.discord.wait_until(|world| {
                let of_log = world.messages.values().filter(|message| message.channel == log);
                (of_log.count() == 2).then_some(())
            });
            bot.within(two).await;
            bot.clock.advance(MINUTE);
            let number = bot.discord.wait_until(|world| {
                let mut all = world.messages.values().filter(|message| message.channel == log).map(Message::all_text);
                all.find(|text| text.contains("39 more times"))
            });
            let number = bot.within(number).await;
            let visitor = bot.person("visitor");
            assert!(number.contains(&format!("<@{visitor}>")), "{number}");
            // The number of rows is bounded, and their counts add up to the total.
            let recent = bot.command("owner", "wa-audit recent", &[("user", &visitor.to_string())]).await;
            assert_eq!(
                recent.text().matches("tried to revoke this group's invite link").count(),
                5,
                "{}",
                recent.text()
            );
            let last = bot.numbered("owner", "wa-audit show", "case", 5).await;
            assert!(last.text().contains("35 more refusals"), "{}", last.text());
            assert_eq!(texts(bot, log).len(), 3);
        })
        .await;
}

#[tokio::test]
async fn a_number_of_refusals_outlives_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .run(async |bot| {
        for _ in 0..9 {
            bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
        }
        bot.restart().await;
        let log = bot.log;
        let number = bot.discord.wait_until(|world| {
            let mut all = world.messages.values().filter(|message| message.channel == log).map(Message::all_text);
            all.find(|text| text.contains("8 more times"))
        });
        bot.within(number).await;
    })
    .await;
}

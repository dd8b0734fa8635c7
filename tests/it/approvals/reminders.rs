//! The reminder of a request that nobody decides.

use discord_stand_in::Message;

use crate::harness::TestBot;

use super::role::{mentions_moderators, pinged};
use super::{MINUTE, RENAME, requests_in};

/// Waits until there are so many requests and reminders in the approvals channel, and returns the last one.
async fn message(bot: &TestBot, number: usize) -> Message {
    let posted = bot.discord.wait_until(|world| {
        let mut all = requests_in(world, bot.approvals);
        if all.len() >= number { all.pop() } else { None }
    });
    bot.within(posted).await
}

/// Lets the worker look a few times. Another request is posted by the same loop, after what was due before it.
async fn after_a_look(bot: &TestBot) {
    for _ in 0..3 {
        bot.clock.advance(MINUTE / 20);
        bot.command("owner", "wa-request list", &[]).await;
    }
}

#[tokio::test]
async fn an_open_request_is_reminded_of_once() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        mentions_moderators(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", RENAME).await;
        let request = bot.posted().pop().unwrap();
        pinged(bot, request.id);
        bot.clock.advance(MINUTE * 119);
        after_a_look(bot).await;
        assert_eq!(bot.posted().len(), 1);
        bot.clock.advance(MINUTE);
        let reminder = message(bot, 2).await;
        let link = format!("https://discord.com/channels/{}/{}/{}", bot.guild, bot.approvals, request.id);
        let text = reminder.all_text();
        assert!(text.contains("Request #1 is still open") && text.contains(&link), "{text}");
        assert_eq!(pinged(bot, reminder.id), [bot.role("moderator")]);
        for _ in 0..3 {
            bot.clock.advance(MINUTE * 60);
            after_a_look(bot).await;
        }
        bot.restart().await;
        after_a_look(bot).await;
        assert_eq!(bot.posted().len(), 2);
        let approved = bot.decide("moderator", &bot.message(request.id), "Approve").await;
        assert!(approved.text().contains("Approved by"), "{}", approved.text());
    })
    .await;
}

#[tokio::test]
async fn a_decided_request_is_not_reminded_of() {
    TestBot::with(super::may_ask)
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            bot.numbered("helper", "wa-request cancel", "id", 1).await;
            bot.clock.advance(MINUTE * 121);
            after_a_look(bot).await;
            assert_eq!(bot.posted().len(), 1);
        })
        .await;
}

#[tokio::test]
async fn a_short_request_is_reminded_of_at_half_its_time() {
    TestBot::with(|scene| {
        super::may_ask(scene);
        scene.settings.push_str("approvals.expire_after = \"30m\"\n");
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", RENAME).await;
        bot.clock.advance(MINUTE * 15);
        let reminder = message(bot, 2).await;
        assert!(reminder.all_text().contains("Request #1 is still open"), "{}", reminder.all_text());
    })
    .await;
}

#[tokio::test]
async fn a_refused_reminder_is_posted_once_the_channel_accepts_it() {
    TestBot::with(super::may_ask)
        .run(async |bot| {
            let approvals = bot.approvals;
            bot.command("helper", "wa-group rename", RENAME).await;
            bot.discord.world(|world| world.deny_bot(approvals, u64::MAX));
            bot.clock.advance(MINUTE * 120);
            let refused = bot.discord.wait_until(|world| {
                world
                    .requests_to("POST /channels/{channel}/messages")
                    .any(|request| request.status == 403)
                    .then_some(())
            });
            bot.within(refused).await;
            after_a_look(bot).await;
            assert_eq!(bot.posted().len(), 1);
            bot.discord.world(|world| world.deny_bot(approvals, 0));
            bot.clock.advance(MINUTE * 2);
            message(bot, 2).await;
        })
        .await;
}

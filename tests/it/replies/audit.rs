//! The audit log, in its commands and in the log channel.

use discord_stand_in::Message;
use insta::assert_snapshot;
use sandbox::OPEN;

use crate::harness::TestBot;

#[tokio::test]
async fn recent_and_show() {
    TestBot::run(async |bot| {
        bot.command("moderator", "wa-group members add", &[("group", "Alpha Team"), ("members", OPEN)]).await;
        bot.command("visitor", "wa-group rename", &[("group", "Alpha Team"), ("name", "Mine")]).await;
        let recent = bot.command("owner", "wa-audit recent", &[]).await;
        assert_snapshot!(bot.rendered_reply(&recent), @"
        (only you)
        # Cases
        **#2** TIME @visitor `groups.rename`: refused
        **#1** TIME @moderator `members.add` in **Alpha Team**: done
        — /wa-audit show tells all of one case.
        ");
        let show = async |case: i64| bot.numbered("owner", "wa-audit show", "case", case).await;
        assert_snapshot!(bot.rendered_reply(&show(1).await), @"
        (only you)
        # Case 1
        @moderator added +55 ••••• 0001.
        When: TIME
        Result: done
        Operation: `members.add`
        Channel: #whatsapp
        Session: default
        Group: Alpha Team
        `ID@g.us`
        People: +55 21 98888-0001: Added
        — Reference REF
        ");
        assert_snapshot!(bot.rendered_reply(&show(2).await), @"
        (only you)
        # Case 2
        @visitor was refused `groups.rename`, which needs `groups.edit`.
        When: TIME
        Result: refused
        Operation: `groups.rename`
        Channel: #whatsapp
        — Reference REF
        ");
    })
    .await;
}

#[tokio::test]
async fn export() {
    TestBot::run(async |bot| {
        bot.command("moderator", "wa-group describe", &[("group", "Alpha Team"), ("text", "Quiet")]).await;
        let reply = bot.command("owner", "wa-audit export", &[]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Journal
        1 case, as a file for a spreadsheet. It holds what its members may not want others to see.
        (file usher-journal.csv)
        ");
    })
    .await;
}

#[tokio::test]
async fn log_channel() {
    TestBot::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server))
        .run(async |bot| {
            bot.command("moderator", "wa-group members add", &[("group", "Alpha Team"), ("members", OPEN)]).await;
            bot.command("visitor", "wa-group rename", &[("group", "Alpha Team"), ("name", "Mine")]).await;
            let log = bot.log;
            let posts = bot.discord.wait_until(|world| {
                let posts: Vec<Message> =
                    world.messages.values().filter(|message| message.channel == log).cloned().collect();
                (posts.len() == 2).then_some(posts)
            });
            let posts = bot.within(posts).await;
            assert_snapshot!(bot.rendered(&posts[0]), @"
            (everyone)
            # Alpha Team
            @moderator added +55 ••••• 0001.
            — Case 1 · members.add · done
            ");
            assert_snapshot!(bot.rendered(&posts[1]), @"
            (everyone)
            @visitor was refused `groups.rename`, which needs `groups.edit`.
            — Case 2 · groups.rename · refused
            ");
        })
        .await;
}

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
        assert_snapshot!(bot.rendered_reply(&recent), @r"
        (only you)
        # Audit log
        **#2** TIME · **Alpha Team** · @visitor tried to rename this group (no permission).
        > New name\: Mine
        **#1** TIME · **Alpha Team** · @moderator added +55 ••••• 0001.
        — Details of one entry: /wa-audit show
        ");
        let show = async |case: i64| bot.numbered("owner", "wa-audit show", "case", case).await;
        assert_snapshot!(bot.rendered_reply(&show(1).await), @"
        (only you)
        # Log entry #1
        @moderator added +55 ••••• 0001.
        When: TIME
        Result: done
        Action: add people
        Channel: #whatsapp
        WhatsApp account: default
        Group: Alpha Team
        `ID@g.us`
        People: +55 21 98888-0001: Added
        ");
        assert_snapshot!(bot.rendered_reply(&show(2).await), @r"
        (only you)
        # Log entry #2
        @visitor tried to rename this group (no permission).
        > New name\: Mine
        When: TIME
        Result: refused
        Action: rename groups
        Channel: #whatsapp
        WhatsApp account: default
        Group: Alpha Team
        `ID@g.us`
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
        # Audit log exported
        1 entry exported. The file has private data; share it with care.
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
            — Log entry #1 · add people · done
            ");
            assert_snapshot!(bot.rendered(&posts[1]), @r"
            (everyone)
            # Alpha Team
            @visitor tried to rename this group (no permission).
            > New name\: Mine
            — Log entry #2 · rename groups · refused
            ");
        })
        .await;
}

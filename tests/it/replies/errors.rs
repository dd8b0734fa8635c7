//! Refusals, and errors of the groups API.

use std::time::Duration;

use insta::assert_snapshot;
use sandbox::{whatsapp::Fault, whatsapp::FaultRule, whatsapp::Operation, whatsapp::StatusReason};

use super::RENAME;
use crate::harness::{BotScene, TestBot};

/// The client waits for the API's answer for at most a second.
fn impatient() -> BotScene {
    TestBot::with(|scene| scene.settings.push_str("groups_api.timeout = \"1s\"\n"))
}

#[tokio::test]
async fn refusals() {
    TestBot::run(async |bot| {
        let held_by_a_role = bot.command("visitor", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&held_by_a_role), @"
        (only you)
        # No permission
        You can't rename groups here. Ask someone with @Moderator. Nothing changed.
        ");
        let held_by_no_role = bot.command("moderator", "wa-group delete", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&held_by_no_role), @"
        (only you)
        # No permission
        You can't delete groups here. Only Administrators of this server can. Nothing changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn group_that_is_not_found() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group show", &[("group", "Alpha Tema")]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Group not found
        Usher found no group **Alpha Tema** that you can use for this. Nothing changed.
        Did you mean one of these?
        • Alpha Team
        [Choose a group]
        ");
    })
    .await;
}

#[tokio::test]
async fn too_many_changes() {
    TestBot::with(|scene| scene.settings = "limits.changes_per_minute = 1\n".to_owned())
        .run(async |bot| {
            bot.command("moderator", "wa-group rename", RENAME).await;
            let reply =
                bot.command("moderator", "wa-group rename", &[("group", "Alpha Crew"), ("name", "Again")]).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # Slow down
            You can change groups once a minute. Nothing changed. Try again at TIME (TIME).
            ");
        })
        .await;
}

#[tokio::test]
async fn question_that_expires() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", "Alpha Team")]).await;
        let id = question.message.as_ref().unwrap().id;
        bot.clock.advance(Duration::from_secs(61));
        let expired = bot.discord.wait_until(|world| {
            let message = &world.messages[&id];
            message.components.is_empty().then(|| message.clone())
        });
        let expired = bot.within(expired).await;
        assert_snapshot!(bot.rendered(&expired), @"
        (only you)
        # Expired
        **Alpha Team**
        You did not confirm in time. Nothing changed. Run the command again if you still want to revoke this group's invite link and get a new one.
        ");
    })
    .await;
}

/// Returns the reply to a read that fails.
async fn failed_read(fault: Fault) -> String {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            bot.groups.inject(FaultRule::always(fault).of(Operation::GetInvite));
            let interaction = bot.send("moderator", "wa-group invite show", &[("group", "Alpha Team")]);
            let reply = bot.impatient_reply(interaction).await;
            bot.rendered_reply(&reply)
        })
        .await
}

#[tokio::test]
async fn api_errors() {
    assert_snapshot!(failed_read(Fault::Status(503)).await, @"
    (only you)
    # WhatsApp service not reachable
    Usher can't reach the WhatsApp service, or the WhatsApp account is not connected. Nothing changed. `/wa-session list` shows the accounts. Otherwise, try again in a minute.
    — Error code REF
    ");
    assert_snapshot!(failed_read(Fault::Status(401)).await, @"
    (only you)
    # Usher can't sign in
    The WhatsApp service does not accept Usher's API key. Nothing changed. Tell the bot owner that the key is not valid.
    — Error code REF
    ");
    assert_snapshot!(failed_read(Fault::Status(403)).await, @r"
    (only you)
    # Not allowed in WhatsApp
    WhatsApp does not let Usher do this. Most often, Usher is not an admin of the group. Nothing changed. Ask a group admin to make Usher's number an admin, then try again. Some things only the group creator can do.
    Details:
    > injected fault\: 403
    ");
    assert_snapshot!(failed_read(Fault::Html(404)).await, @"
    (only you)
    # Group not found in WhatsApp
    WhatsApp does not know this group. It may be deleted, or Usher is no longer in it. Nothing changed. `/wa-group list` shows your groups.
    ");
    assert_snapshot!(failed_read(Fault::Truncated).await, @"
    (only you)
    # Unexpected answer
    The WhatsApp service gave an answer that Usher can't read. Nothing changed. If it happens again, send the error code below to the bot owner.
    — Error code REF
    ");
    assert_snapshot!(failed_read(Fault::RateLimited { retry_after: 100 }).await, @"
    (only you)
    # WhatsApp is limiting requests
    The WhatsApp service asks Usher to wait. Nothing changed. Try again in 100 seconds.
    ");
}

#[tokio::test]
async fn session_that_is_not_connected() {
    TestBot::with(|scene| scene.whatsapp.disconnect("default", StatusReason::ScanQr))
        .run(async |bot| {
            let reply = bot.command("moderator", "wa-group rename", RENAME).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # WhatsApp is disconnected
            The WhatsApp account is not connected (someone must scan the QR code with the phone). Nothing changed. `/wa-session list` shows the accounts. If it stays disconnected, tell the bot owner.
            ");
        })
        .await;
}

#[tokio::test]
async fn change_that_the_api_refuses() {
    TestBot::with(|_| {}).on_titan().run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::UpdateSubject));
        let reply = bot.command("moderator", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&reply), @r"
        (only you)
        # Not allowed in WhatsApp
        WhatsApp does not let Usher do this. Most often, Usher is not an admin of the group. Nothing changed. Ask a group admin to make Usher's number an admin, then try again. Some things only the group creator can do.
        Details:
        > injected fault\: 403
        ");
    })
    .await;
}

#[tokio::test]
async fn change_that_is_verified_and_done() {
    impatient()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(60))).of(Operation::UpdateSubject));
            let interaction = bot.send("moderator", "wa-group rename", RENAME);
            let verifying = bot.shown(interaction, "is checking").await;
            assert_snapshot!(bot.rendered(&verifying), @"
            (only you)
            # Alpha Team
            Usher got no clear answer from the WhatsApp service and is checking whether the change was made. The check ends TIME at the latest.
            ");
            let reply = bot.hurried_reply(interaction).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # Alpha Crew
            Renamed: **Alpha Team** → **Alpha Crew**
            [Undo]

            (everyone)
            # Alpha Crew
            @moderator renamed **Alpha Team** to **Alpha Crew**
            ");
        })
        .await;
}

#[tokio::test]
async fn change_that_is_not_confirmed() {
    impatient()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::UpdateSubject));
            let interaction = bot.send("moderator", "wa-group rename", RENAME);
            let reply = bot.hurried_reply(interaction).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # Not confirmed
            You wanted to rename this group.
            **New name**
            ```
            Alpha Crew
            ```

            Usher got no clear answer from the WhatsApp service. After N seconds the change was not there, but it may still happen.

            Usher keeps checking for an hour and notifies you if the change happens. Check the group before you run the command again.
            — Log entry #1
            [Check again]
            ");
        })
        .await;
}

#[tokio::test]
async fn change_that_is_not_there() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Status(500)).of(Operation::UpdateSubject));
        let interaction = bot.send("moderator", "wa-group rename", RENAME);
        let reply = bot.hurried_reply(interaction).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # The WhatsApp service failed
        The WhatsApp service reported an error, and the change is not there.
        — Error code REF
        ");
    })
    .await;
}

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
        # You may not do this
        This needs `groups.edit`. The role @Moderator has it. Nothing was changed.
        ");
        let held_by_no_role = bot.command("moderator", "wa-group delete", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&held_by_no_role), @"
        (only you)
        # You may not do this
        This needs `groups.delete`. No role has it here; the server's Administrators do. Nothing was changed.
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
        # No such group
        There is no group called “Alpha Tema” that you may use for this. Pick one of the groups offered while you type, or see `/wa-group list`. Nothing was changed.
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
            # Too fast
            You have changed a lot in the last minute. Nothing was changed now. You can go on at TIME (TIME).
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
        # Not confirmed in time
        Nothing was changed. Use the command again if you still want it.
        ");
    })
    .await;
}

/// Returns the reply to a read that fails.
async fn failed_read(fault: Fault) -> String {
    TestBot::run(async |bot| {
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
    # The API does not answer
    The groups API cannot be reached, or the session is not connected.
    Nothing was changed. `/wa-session list` shows the sessions; otherwise try again in a minute.
    — Reference REF
    ");
    assert_snapshot!(failed_read(Fault::Status(401)).await, @"
    (only you)
    # Usher's key is refused
    The groups API does not accept Usher's key.
    Nothing was changed. Tell the bot owner that the key is not valid. Trying again does not help.
    — Reference REF
    ");
    assert_snapshot!(failed_read(Fault::Status(403)).await, @r"
    (only you)
    # The account may not do this
    WhatsApp or the groups API does not allow this to the account: most often it is no admin of the group.
    The API says: “injected fault\: 403”
    Nothing was changed. An admin of the group can make it one; some things only the group's creator may do.
    — Reference REF
    ");
    assert_snapshot!(failed_read(Fault::Html(404)).await, @"
    (only you)
    # Not there
    The groups API knows no such group or invite: it may have been deleted, left or revoked.
    Nothing was changed. `/wa-group list` shows the groups that are there.
    — Reference REF
    ");
    assert_snapshot!(failed_read(Fault::Truncated).await, @"
    (only you)
    # Not understood
    The groups API gave an answer that Usher cannot read.
    Nothing was changed. If it happens again, tell the bot owner.
    — Reference REF
    ");
    assert_snapshot!(failed_read(Fault::RateLimited { retry_after: 100 }).await, @"
    (only you)
    # Too many requests
    The groups API asks for a pause.
    Nothing was changed. Try again in 100 seconds.
    — Reference REF
    ");
}

#[tokio::test]
async fn session_that_is_not_connected() {
    TestBot::with(|scene| scene.whatsapp.disconnect("default", StatusReason::ScanQr))
        .run(async |bot| {
            let reply = bot.command("moderator", "wa-group rename", RENAME).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # The account is not connected
            The session's account is not connected to WhatsApp (the QR code must be scanned with the phone).
            Nothing was changed. `/wa-session list` shows the accounts. If it stays disconnected, tell the bot owner.
            — Reference REF
            ");
        })
        .await;
}

#[tokio::test]
async fn change_that_the_api_refuses() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::UpdateSubject));
        let reply = bot.command("moderator", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&reply), @r"
        (only you)
        # The account may not do this
        WhatsApp or the groups API does not allow this to the account: most often it is no admin of the group.
        The API says: “injected fault\: 403”
        Nothing was changed. An admin of the group can make it one; some things only the group's creator may do.
        — Reference REF
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
            Usher got no clear answer from the WhatsApp service. Usher is checking whether the change was made, until TIME at the latest.
            ");
            let reply = bot.hurried_reply(interaction).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
            (only you)
            # Alpha Crew
            Renamed: **Alpha Team** → **Alpha Crew**
            — Session default

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
            You asked Usher to rename this group.
            **New name**
            ```
            Alpha Crew
            ```

            Usher got no clear answer from the WhatsApp service. After N seconds the change was not there, but it may still happen.

            Usher looks again for an hour and tells you if it happens. Look at the group before you run the command again.
            — Case 1
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
        — Reference REF
        ");
    })
    .await;
}

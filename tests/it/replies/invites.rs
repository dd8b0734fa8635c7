//! Invite links: show, revoke, preview, join.

use insta::assert_snapshot;
use sandbox::STREET_PARTY_CODE;

use crate::harness::TestBot;

#[tokio::test]
async fn show() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group invite show", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        https://chat.whatsapp.com/CODE
        Anyone with this link can join until you revoke it.
        Scan the QR code to join.
        (image attachment://invite.png)
        (file invite.png)
        ");
    })
    .await;
}

#[tokio::test]
async fn revoke_after_a_question() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&question), @"
        (only you)
        # Alpha Team
        Revoke the invite link? The current link stops working everywhere. You get a new one.

        Expires TIME
        [Revoke] [Cancel]
        ");
        let reply = bot.press("moderator", &question, "Revoke").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        The old link no longer works. New link:
        https://chat.whatsapp.com/CODE
        Scan the QR code to join.
        (image attachment://invite.png)
        (file invite.png)

        (everyone)
        # Alpha Team
        @moderator revoked the invite link. The old one no longer works.
        ");
    })
    .await;
}

#[tokio::test]
async fn revocation_that_is_cancelled() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", "Alpha Team")]).await;
        let reply = bot.press("moderator", &question, "Cancel").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Cancelled
        Nothing changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn preview_and_join() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let previewed = bot.command("owner", "wa-group preview", &[("code", STREET_PARTY_CODE)]).await;
            assert_snapshot!(bot.rendered_reply(&previewed), @"
        (only you)
        # Street Party
        Preview only. Nothing changed.
        Members: 2
        Created: TIME
        Link created by: +55 11 97777-0002
        Some of the members: +55 11 97777-0002 · group creator
        +55 11 97777-0001
        Group ID: `ID@g.us`
        [Join]
        ");
            let joined = bot.command("owner", "wa-group join", &[("code", STREET_PARTY_CODE)]).await;
            assert_snapshot!(bot.rendered_reply(&joined), @"
        (only you)
        # Street Party
        Usher joined this group.
        Group ID: `ID@g.us`
        [Invite link] [Members] [Add people] [Rename] [Describe]

        (everyone)
        # Street Party
        @owner made Usher join this group.
        ");
            let unknown = bot.command("owner", "wa-group preview", &[("code", "Guess1111111111111111")]).await;
            assert_snapshot!(bot.rendered_reply(&unknown), @"
        (only you)
        # Invite link doesn't work
        WhatsApp does not know this invite link. It may be mistyped or revoked. Nothing changed. Ask for a new link.
        ");
        })
        .await;
}

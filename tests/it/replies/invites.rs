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
        A phone's camera reads the code below.
        (image attachment://invite.png)
        — Session default
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
        Revoke the invite link? The present link stops working at once, wherever it was shared, and a new one is made.
        — Good for 60 seconds.
        [Revoke] [Cancel]
        ");
        let reply = bot.press("moderator", &question, "Revoke").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        The old invite link no longer works. The new one:
        https://chat.whatsapp.com/CODE
        A phone's camera reads the code below.
        (image attachment://invite.png)
        — Session default
        (file invite.png)

        (everyone)
        # Alpha Team
        @moderator revoked the invite link; the old one no longer works.
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
        Nothing was changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn preview_and_join() {
    TestBot::run(async |bot| {
        let previewed = bot.command("owner", "wa-group preview", &[("code", STREET_PARTY_CODE)]).await;
        assert_snapshot!(bot.rendered_reply(&previewed), @"
        (only you)
        # Street Party
        Where this invite leads. Nothing was joined.
        Members: 2
        Created: TIME
        Invite made by: +55 11 97777-0002
        Members that WhatsApp shows: +55 11 97777-0002 · creator
        +55 11 97777-0001
        Group id: `ID@g.us`
        — Session default
        ");
        let joined = bot.command("owner", "wa-group join", &[("code", STREET_PARTY_CODE)]).await;
        assert_snapshot!(bot.rendered_reply(&joined), @"
        (only you)
        # Street Party
        The account has joined this group.
        Group id: `ID@g.us`
        — Session default

        (everyone)
        # Street Party
        @owner made the account join this group.
        ");
        let unknown = bot.command("owner", "wa-group preview", &[("code", "Guess1111111111111111")]).await;
        assert_snapshot!(bot.rendered_reply(&unknown), @"
        (only you)
        # Not there
        The groups API knows no such group or invite: it may have been deleted, left or revoked.
        Nothing was changed. `/wa-group list` shows the groups that are there.
        — Reference REF
        ");
    })
    .await;
}

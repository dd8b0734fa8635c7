//! Groups: create, rename, describe, picture, show, list, leave, delete.

use insta::assert_snapshot;
use sandbox::{OPEN, SHY};

use super::RENAME;
use crate::harness::TestBot;

#[tokio::test]
async fn create() {
    TestBot::run(async |bot| {
        let members = format!("{OPEN} {SHY}");
        let options = [("name", "Harbour Watch"), ("description", "Who watches when."), ("members", &members)];
        let reply = bot.command("owner", "wa-group create", &options).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Harbour Watch
        Group created. Added 1 of 2 people.

        **Added** (1): +55 21 98888-0001
        **Not added: their privacy settings don't allow it. Send the invite link** (1): +55 21 98888-0002
        `not-added-Harbour-Watch.csv` lists the people who were not added. You can attach it to `/wa-group members add` as it is.
        Group ID: `ID@g.us`
        Send them this invite link: https://chat.whatsapp.com/CODE
        (file not-added-Harbour-Watch.csv)
        [Invite link] [Members] [Add people] [Rename] [Describe]
        [Get invite message]

        (everyone)
        # Harbour Watch
        @owner created this group with +55 ••••• 0001.
        ");
    })
    .await;
}

#[tokio::test]
async fn rename() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Crew
        Renamed: **Alpha Team** → **Alpha Crew**
        [Undo]

        (everyone)
        # Alpha Crew
        @moderator renamed **Alpha Team** to **Alpha Crew**
        ");
        let old_name = bot.command("moderator", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&old_name), @"
        (only you)
        # Group not found
        Usher found no group **Alpha Team** that you can use for this. Nothing changed.
        Groups you can choose:
        • Alpha Crew
        • Beta Readers
        • Neighbours
        [Choose a group]
        ");
        let same = [("group", "Alpha Crew"), ("name", "Alpha Crew")];
        let unchanged = bot.command("moderator", "wa-group rename", &same).await;
        assert_snapshot!(bot.rendered_reply(&unchanged), @"
        (only you)
        # Alpha Crew
        The group already has this name. Nothing changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn describe() {
    TestBot::run(async |bot| {
        let options = [("group", "Alpha Team"), ("text", "Meets on Mondays.")];
        let reply = bot.command("moderator", "wa-group describe", &options).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        Description changed:
        Meets on Mondays.
        [Undo]

        (everyone)
        # Alpha Team
        @moderator changed the description.
        ");
    })
    .await;
}

#[tokio::test]
async fn picture() {
    TestBot::with(|_| {})
        .needs(|can| can.picture_by_url)
        .run(async |bot| {
            let options = [("group", "Alpha Team"), ("url", "https://example.com/harbour.png")];
            let reply = bot.command("moderator", "wa-group picture", &options).await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        Picture changed.
        (image https://example.com/harbour.png)

        (everyone)
        # Alpha Team
        @moderator changed the picture.
        ");
        })
        .await;
}

#[tokio::test]
async fn show_and_list() {
    TestBot::run(async |bot| {
        let shown = bot.command("moderator", "wa-group show", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&shown), @"
        (only you)
        # Alpha Team
        Everything about the alpha release. Be kind.
        Members: 10
        Created: TIME
        Owner: +55 11 90000-0000
        Admins: +55 11 90000-0000 · group creator
        +55 11 97777-0002 · admin
        Group ID: `ID@g.us`
        [Invite link] [Members] [Add people] [Rename] [Describe]
        [Copy ID]
        ");
        let listed = bot.command("moderator", "wa-group list", &[]).await;
        assert_snapshot!(bot.rendered_reply(&listed), @"
        (only you)
        # 3 groups
        **Alpha Team** · 10 members
        **Beta Readers** · 10 members
        **Neighbours** · 3 members
        [Open a group]
        ");
    })
    .await;
}

#[tokio::test]
async fn leave() {
    TestBot::run(async |bot| {
        let question = bot.command("owner", "wa-group leave", &[("group", "Beta Readers")]).await;
        assert_snapshot!(bot.rendered_reply(&question), @"
        (only you)
        # Beta Readers
        Leave this group? Usher can't manage it any more and needs an invite link to come back.

        Expires TIME
        [Leave] [Cancel]
        ");
        let reply = bot.press("owner", &question, "Leave").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Beta Readers
        Usher left this group.

        (everyone)
        # Beta Readers
        @owner made Usher leave this group.
        ");
    })
    .await;
}

#[tokio::test]
async fn delete_after_the_name_is_typed() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.command("owner", "wa-group delete", &[("group", "Beta Readers")]).await;
            assert_snapshot!(bot.rendered_reply(&question), @"
        (only you)
        # Beta Readers
        Delete this group for all its members? This can't be undone. Usher asks you to type the group's name.

        Expires TIME
        [Delete…] [Cancel]
        ");
            let opened = bot.press("owner", &question, "Delete…").await;
            assert_snapshot!(bot.rendered_modal(&opened), @"
        # Delete Beta Readers
        To confirm, type the group's name: [Beta Readers]
        ");
            let wrong = bot.fill_in("owner", &opened, "Beta").await;
            assert_snapshot!(bot.rendered_reply(&wrong), @"
        (only you)
        # Name does not match
        Nothing was deleted. Press the button again and type exactly:
        ```
        Beta Readers
        ```
        Expires TIME
        [Delete…] [Cancel]
        ");
            let opened = bot.press("owner", &question, "Delete…").await;
            let reply = bot.fill_in("owner", &opened, "Beta Readers").await;
            assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Beta Readers
        Group deleted for all its members.

        (everyone)
        # Beta Readers
        @owner deleted this group.
        ");
        })
        .await;
}

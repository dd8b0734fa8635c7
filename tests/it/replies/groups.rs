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
        The group was created; 1 of 2 people joined.

        **Added** (1): +55 21 98888-0001
        **Not added, their privacy settings let nobody add them; invite them** (1): +55 21 98888-0002
        `not-added-Harbour-Watch.csv` lists those who were not added. It can be attached to `/wa-group members add` as it is.
        Group id: `ID@g.us`
        Invite link for those who must be invited: https://chat.whatsapp.com/CODE
        — Session default
        (file not-added-Harbour-Watch.csv)
        [Message to send]

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
        — Session default

        (everyone)
        # Alpha Crew
        @moderator renamed **Alpha Team** to **Alpha Crew**
        ");
        let old_name = bot.command("moderator", "wa-group rename", RENAME).await;
        assert_snapshot!(bot.rendered_reply(&old_name), @"
        (only you)
        # No such group
        There is no group called “Alpha Team” that you may use for this. Pick one of the groups offered while you type, or see `/wa-group list`. Nothing was changed.
        ");
        let same = [("group", "Alpha Crew"), ("name", "Alpha Crew")];
        let unchanged = bot.command("moderator", "wa-group rename", &same).await;
        assert_snapshot!(bot.rendered_reply(&unchanged), @"
        (only you)
        # Alpha Crew
        The group already has this name. Nothing was changed.
        — Session default
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
        The new description:
        Meets on Mondays.
        — Session default

        (everyone)
        # Alpha Team
        @moderator changed the description.
        ");
    })
    .await;
}

#[tokio::test]
async fn picture() {
    TestBot::run(async |bot| {
        let options = [("group", "Alpha Team"), ("url", "https://example.com/harbour.png")];
        let reply = bot.command("moderator", "wa-group picture", &options).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        The group has a new picture.
        (image https://example.com/harbour.png)
        — Session default

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
        Admins: +55 11 90000-0000 · creator
        +55 11 97777-0002 · admin
        Group id: `ID@g.us`
        — Session default
        ");
        let listed = bot.command("moderator", "wa-group list", &[]).await;
        assert_snapshot!(bot.rendered_reply(&listed), @"
        (only you)
        # 3 groups
        **Alpha Team** · 10 members · `ID@g.us`
        **Beta Readers** · 10 members · `ID@g.us`
        **Neighbours** · 3 members · `ID@g.us`
        — Session default
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
        Leave this group? The account can come back by an invite link only, and can no longer manage the group.
        — Good for 60 seconds.
        [Leave] [Cancel]
        ");
        let reply = bot.press("owner", &question, "Leave").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Beta Readers
        The account has left this group.
        — Session default

        (everyone)
        # Beta Readers
        @owner made the account leave this group.
        ");
    })
    .await;
}

#[tokio::test]
async fn delete_after_the_name_is_typed() {
    TestBot::run(async |bot| {
        let question = bot.command("owner", "wa-group delete", &[("group", "Beta Readers")]).await;
        assert_snapshot!(bot.rendered_reply(&question), @"
        (only you)
        # Beta Readers
        Delete this group for all its members? It cannot be brought back. You will be asked to type its name.
        — Good for 60 seconds.
        [Delete…] [Cancel]
        ");
        let opened = bot.press("owner", &question, "Delete…").await;
        assert_snapshot!(bot.rendered_modal(&opened), @"
        # Delete this group?
        Type the group's name to delete it: [Beta Readers]
        ");
        let wrong = bot.fill_in("owner", &opened, "Beta").await;
        assert_snapshot!(bot.rendered_reply(&wrong), @"
        (only you)
        # That is another name
        What you typed is not the name of this group. Nothing was deleted. Press the button again and type this name:
        ```
        Beta Readers
        ```
        [Delete…] [Cancel]
        ");
        let opened = bot.press("owner", &question, "Delete…").await;
        let reply = bot.fill_in("owner", &opened, "Beta Readers").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Beta Readers
        This group was deleted.
        — Session default

        (everyone)
        # Beta Readers
        @owner deleted this group.
        ");
    })
    .await;
}

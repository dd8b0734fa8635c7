//! Members: list, export, add, remove, and admins.

use insta::assert_snapshot;
use sandbox::{ANA, NOBODY, OPEN, SHY};

use crate::harness::TestBot;

#[tokio::test]
async fn list() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group members list", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        **10 people**
        +55 11 90000-0000 · group creator
        +55 11 97777-0002 · admin
        987654321098765@lid
        +55 11 97777-0001
        +55 11 97777-0100
        +55 11 97777-0101
        +55 11 97777-0102
        +55 11 97777-0103
        +55 11 97777-0104
        +55 11 97777-0105
        ");
        let masked = bot.command("helper", "wa-group members list", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&masked), @"
        (only you)
        # Alpha Team
        **10 people**
        +55 ••••• 0000 · group creator
        +55 ••••• 0002 · admin
        member ••••• 8765
        +55 ••••• 0001
        +55 ••••• 0100
        +55 ••••• 0101
        +55 ••••• 0102
        +55 ••••• 0103
        +55 ••••• 0104
        +55 ••••• 0105
        ");
    })
    .await;
}

#[tokio::test]
async fn export() {
    TestBot::run(async |bot| {
        let reply = bot.command("owner", "wa-group members export", &[("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        10 members exported. The file has phone numbers; share it only with people who may see them.
        (file members-Alpha-Team.csv)
        ");
    })
    .await;
}

#[tokio::test]
async fn add_reports_each_person() {
    TestBot::run(async |bot| {
        let members = format!("{OPEN}, {SHY}, {ANA}, {NOBODY}");
        let options = [("group", "Alpha Team"), ("members", members.as_str())];
        let reply = bot.command("moderator", "wa-group members add", &options).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        **Added** (1): +55 21 98888-0001
        **Already in the group** (1): +55 11 97777-0001
        **Not added: their privacy settings don't allow it. Send the invite link** (1): +55 21 98888-0002
        **Not on WhatsApp** (1): +55 21 98888-0003
        `not-added-Alpha-Team.csv` lists the people who were not added. You can attach it to `/wa-group members add` as it is.
        Send them this invite link: https://chat.whatsapp.com/CODE
        (file not-added-Alpha-Team.csv)
        [Get invite message] [Undo]

        (everyone)
        # Alpha Team
        @moderator added +55 ••••• 0001.
        ");
    })
    .await;
}

#[tokio::test]
async fn add_of_entries_that_are_not_valid() {
    TestBot::run(async |bot| {
        let options = [("group", "Alpha Team"), ("members", "12345, somebody")];
        let reply = bot.command("moderator", "wa-group members add", &options).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Nobody found
        **Not understood: 2 entries**
        Entry 1 · **12345** · too short for its country
        Entry 2 · **somebody** · no phone number

        Nothing changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn remove_after_a_question() {
    TestBot::run(async |bot| {
        let members = format!("{ANA}, {OPEN}");
        let options = [("group", "Alpha Team"), ("members", members.as_str())];
        let question = bot.command("moderator", "wa-group members remove", &options).await;
        assert_snapshot!(bot.rendered_reply(&question), @"
        (only you)
        # Alpha Team
        Remove 2 people from this group?
        +55 11 97777-0001 and +55 21 98888-0001

        Expires TIME
        [Remove] [Cancel]
        ");
        let reply = bot.press("moderator", &question, "Remove").await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Alpha Team
        **Removed** (1): +55 11 97777-0001
        **Not in the group** (1): +55 21 98888-0001

        (everyone)
        # Alpha Team
        @moderator removed +55 ••••• 0001.
        ");
    })
    .await;
}

#[tokio::test]
async fn promote_and_demote() {
    TestBot::run(async |bot| {
        let options = [("group", "Alpha Team"), ("members", ANA)];
        let promoted = bot.command("owner", "wa-group admins promote", &options).await;
        assert_snapshot!(bot.rendered_reply(&promoted), @"
        (only you)
        # Alpha Team
        **Now admin** (1): +55 11 97777-0001
        Admins now: +55 11 90000-0000 · group creator
        +55 11 97777-0002 · admin
        +55 11 97777-0001 · admin
        [Undo]

        (everyone)
        # Alpha Team
        @owner made +55 ••••• 0001 admin.
        ");
        let demoted = bot.command("owner", "wa-group admins demote", &options).await;
        assert_snapshot!(bot.rendered_reply(&demoted), @"
        (only you)
        # Alpha Team
        **No longer admin** (1): +55 11 97777-0001
        Admins now: +55 11 90000-0000 · group creator
        +55 11 97777-0002 · admin
        [Undo]

        (everyone)
        # Alpha Team
        @owner removed +55 ••••• 0001 as admin.
        ");
    })
    .await;
}

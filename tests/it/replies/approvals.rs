//! Requests for approval: the answer to the requester, the post for the approvers, their decisions.

use insta::assert_snapshot;
use sandbox::ANA;

use super::RENAME;
use crate::approvals::helper_may_ask;

#[tokio::test]
async fn request_and_post() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert_snapshot!(bot.rendered_reply(&asked), @"
            (only you)
            # Alpha Team
            **Waiting for approval:** rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            Usher sent it to the people who can approve it. You'll be notified.
            Expires: TIME (TIME)
            — Request #1 · Withdraw: /wa-request cancel
            ");
            let posted = bot.posted().pop().unwrap();
            assert_snapshot!(bot.rendered(&posted), @"
            (everyone)
            # Alpha Team
            @helper wants to rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            Needs permission to: rename and describe groups and change their pictures
            Requested in: #whatsapp
            Expires: TIME (TIME)
            — Request #1
            [Approve] [Deny] [Details]
            ");
            let listed = bot.command("helper", "wa-request list", &[]).await;
            assert_snapshot!(bot.rendered_reply(&listed), @"
            (only you)
            # Requests
            **#1** @helper: rename this group · **Alpha Team** · open, expires TIME (TIME)
            > Alpha Crew
            [Withdraw #1]
            ");
            let listed = bot.command("moderator", "wa-request list", &[]).await;
            let approved = bot.press("moderator", &listed, "Approve #1").await;
            assert_snapshot!(bot.rendered_reply(&approved), @"
            (only you)
            # Requests
            **#1** Approved by @moderator. @helper renamed **Alpha Team** to **Alpha Crew**

            **#1** @helper: rename this group · **Alpha Team** · approved by @moderator
            > Alpha Crew
            ");
        })
        .await;
}

#[tokio::test]
async fn approval() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            let posted = bot.posted().pop().unwrap();
            let approved = bot.decide("moderator", &posted, "Approve").await;
            assert_snapshot!(bot.rendered_reply(&approved), @"
            (everyone)
            # Alpha Team
            @helper wanted to rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            Approved by @moderator. @helper renamed **Alpha Team** to **Alpha Crew**
            — Request #1
            ");
            assert_snapshot!(bot.rendered(&bot.message(asked.message.unwrap().id)), @"
            (only you)
            # Alpha Crew
            Renamed: **Alpha Team** → **Alpha Crew**
            Approved by: @moderator
            — Request #1
            ");
        })
        .await;
}

#[tokio::test]
async fn denial_with_a_reason() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            let posted = bot.posted().pop().unwrap();
            let opened = bot.decide("moderator", &posted, "Deny").await;
            assert_snapshot!(bot.rendered_modal(&opened), @"
            # Deny this request
            Reason (optional; the requester sees it): []
            ");
            bot.fill_in("moderator", &opened, "Not before Monday").await;
            assert_snapshot!(bot.rendered(&bot.message(posted.id)), @"
            (everyone)
            # Alpha Team
            @helper wanted to rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            Denied by @moderator. Nothing changed.
            Reason:
            > Not before Monday
            — Request #1
            ");
            assert_snapshot!(bot.rendered(&bot.message(asked.message.unwrap().id)), @"
            (only you)
            # Alpha Team
            You wanted to rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            Denied by @moderator. Nothing changed.
            Reason:
            > Not before Monday
            — Request #1
            ");
        })
        .await;
}

#[tokio::test]
async fn details_for_approvers() {
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group members remove", &[("group", "Alpha Team"), ("members", ANA)]).await;
            let posted = bot.posted().pop().unwrap();
            assert_snapshot!(bot.rendered(&posted), @"
            (everyone)
            # Alpha Team
            @helper wants to remove +55 ••••• 0001 from this group.
            Needs permission to: remove people
            Requested in: #whatsapp
            Expires: TIME (TIME)
            — Request #1
            [Approve] [Deny] [Details]
            ");
            let details = bot.decide("moderator", &posted, "Details").await;
            assert_snapshot!(bot.rendered_reply(&details), @"
            (only you)
            # Alpha Team
            @helper wants to remove +55 11 97777-0001 from this group.
            Group ID: `ID@g.us`
            — Request #1
            (file people-Alpha-Team.csv)
            ");
        })
        .await;
}

#[tokio::test]
async fn request_that_is_withdrawn() {
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            let posted = bot.posted().pop().unwrap();
            let cancelled = bot.numbered("helper", "wa-request cancel", "id", 1).await;
            assert_snapshot!(bot.rendered_reply(&cancelled), @"
            (only you)
            # Alpha Team
            Request #1 withdrawn. Nothing changed.
            ");
            assert_snapshot!(bot.rendered(&bot.message(posted.id)), @"
            (everyone)
            # Alpha Team
            @helper wanted to rename this group.
            **New name**
            ```
            Alpha Crew
            ```
            @helper withdrew this request. Nothing changed.
            — Request #1
            ");
        })
        .await;
}

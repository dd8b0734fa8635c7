//! Permissions, set-up, help and sessions.

use insta::assert_snapshot;

use crate::harness::TestBot;

#[tokio::test]
async fn grant_and_revoke() {
    TestBot::run(async |bot| {
        let granted = bot.grant("owner", "helper", &[("preset", "moderator"), ("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&granted), @"
        (only you)
        # Granted
        @Alpha Helper may now use **moderator** in **Alpha Team**
        — It counts at once.
        ");
        let revoked = bot.revoke("owner", "helper", &[("preset", "moderator"), ("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&revoked), @"
        (only you)
        # Revoked
        @Alpha Helper lost **moderator** in **Alpha Team**
        — It counts at once. Administrators keep everything.
        ");
    })
    .await;
}

#[tokio::test]
async fn show_and_check() {
    TestBot::run(async |bot| {
        let shown = bot.command("owner", "wa-access show", &[("role", "Alpha Helper")]).await;
        assert_snapshot!(bot.rendered_reply(&shown), @"
        (only you)
        # Grants
        @Alpha Helper · **helper** in **Alpha Team** · file
        — “file”: set by the bot owner, and can't be changed here. Administrators can do everything.
        ");
        let checked = bot.command("owner", "wa-access check", &[("user", "helper")]).await;
        assert_snapshot!(bot.rendered_reply(&checked), @"
        (only you)
        # What may they do?
        @helper may use:
        `groups.read` through @Alpha Helper (not everywhere)
        `invites.read` through @Alpha Helper (not everywhere)
        `members.add` through @Alpha Helper (not everywhere)
        Not: `groups.edit`, `members.remove`, `invites.revoke`, `groups.create`, `groups.join`, `groups.leave`, `admins.manage`, `members.export`, `audit.read`, `groups.delete`, `access.manage`
        ");
    })
    .await;
}

#[tokio::test]
async fn setup() {
    TestBot::run(async |bot| {
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @r"
        (only you)
        # Set-up of this server
        What is there, and what is missing. The menus and buttons below set it.
        WhatsApp accounts: **default** · connected · +55 11 90000-0000 · default
        Log channel: Not set. Changes and refusals are told nowhere but to who made them.
        Channel for approvals: Not set. You need it only if some roles must ask for approval.
        Country of phone numbers: Not set. Usher cannot tell which country a number without a country code belongs to.
        Proposed: BR (+55), from the number of the connected WhatsApp account.
        Invitation to WhatsApp groups: > Hello! You are invited to our WhatsApp group “{group}” by this link\: {link}
        Roles with grants: @Moderator, @Alpha Helper
        Roles without: None: every role has a grant.
        — /wa-access grant gives roles other rights, for some groups only if you like.
        [Log channel]
        [Channel for approvals]
        [Make a role moderators]
        [Country…] [Use BR (+55)] [Invitation…]
        ");
        bot.show_to_everyone("wa-setup");
        let refused = bot.command("moderator", "wa-setup", &[]).await;
        assert_snapshot!(bot.rendered_reply(&refused), @"
        (only you)
        # For Administrators
        Only people with Discord's Administrator permission set a server up. Nothing was changed.
        ");
    })
    .await;
}

#[tokio::test]
async fn help_names_what_one_may_do() {
    TestBot::run(async |bot| {
        let helper = bot.command("helper", "wa-group help", &[]).await;
        assert_snapshot!(bot.rendered_reply(&helper), @"
        (only you)
        # What you can do here
        Groups: /wa-group list
        /wa-group show
        /wa-group help
        /wa-session list
        People: /wa-group members add
        /wa-group members find
        /wa-group members list
        Invite links: /wa-group preview
        /wa-group invite show
        Requests: /wa-request list
        /wa-request cancel
        — One topic in more words: /wa-group help, option topic.
        ");
        let visitor = bot.command("visitor", "wa-group help", &[]).await;
        assert_snapshot!(bot.rendered_reply(&visitor), @"
        (only you)
        # What you can do here
        Nothing yet: no role of yours has a right here. An Administrator of this server can give roles rights with `/wa-access grant`.
        Groups: /wa-group help
        Requests: /wa-request list
        /wa-request cancel
        — One topic in more words: /wa-group help, option topic.
        ");
    })
    .await;
}

#[tokio::test]
async fn sessions() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-session list", &[]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @"
        (only you)
        # Sessions
        **default** · connected · +55 11 90000-0000 · default
        ");
    })
    .await;
}

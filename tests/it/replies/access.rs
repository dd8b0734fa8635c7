//! Permissions, set-up, help and sessions.

use insta::assert_snapshot;

use crate::harness::TestBot;

#[tokio::test]
async fn grant_and_revoke() {
    TestBot::run(async |bot| {
        let granted = bot.grant("owner", "helper", &[("preset", "moderator"), ("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&granted), @"
        (only you)
        # Permissions added
        @Alpha Helper can now use **moderator** in **Alpha Team**
        — Takes effect now.
        ");
        let revoked = bot.revoke("owner", "helper", &[("preset", "moderator"), ("group", "Alpha Team")]).await;
        assert_snapshot!(bot.rendered_reply(&revoked), @"
        (only you)
        # Permissions removed
        Removed from @Alpha Helper: **moderator** in **Alpha Team**
        — Takes effect now. Administrators always have every permission.
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
        # Permissions
        @Alpha Helper · **helper** in **Alpha Team** · set by the bot owner
        — “Set by the bot owner” can't be changed here. Administrators can do everything.
        ");
        let checked = bot.command("owner", "wa-access check", &[("user", "helper")]).await;
        assert_snapshot!(bot.rendered_reply(&checked), @"
        (only you)
        # Permissions of one person
        @helper can:
        see groups and members (`groups.read`) · from @Alpha Helper only in **Alpha Team**
        see invite links (`invites.read`) · from @Alpha Helper only in **Alpha Team**
        add people (`members.add`) · from @Alpha Helper only in **Alpha Team**
        Not allowed: rename and describe groups and change their pictures (`groups.edit`)
        remove people (`members.remove`)
        approve or decline requests to join (`members.approve`)
        revoke invite links (`invites.revoke`)
        create groups (`groups.create`)
        join groups (`groups.join`)
        leave groups (`groups.leave`)
        change group settings (`groups.settings`)
        choose group admins (`admins.manage`)
        export member lists (`members.export`)
        read the audit log (`audit.read`)
        delete groups (`groups.delete`)
        manage permissions (`access.manage`)
        ");
    })
    .await;
}

#[tokio::test]
async fn setup() {
    TestBot::with(|_| {}).on_titan().run(async |bot| {
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert_snapshot!(bot.rendered_reply(&reply), @r"
        (only you)
        # Setup
        Choose channels and a moderator role in the menus below. The buttons change the country of phone numbers and the text of invitations.
        WhatsApp accounts: 🟢 **default** · connected · +55 11 90000-0000 · default
        people it can still add today: 100,000
        WhatsApp service: Titan
        Not available with it:
        • requests to join
        • group settings
        Log channel: Not set. Choose a channel to get a record of every change and every refusal, and an alert when a WhatsApp account is disconnected.
        Approval channel: Not set. You need it only if some roles must ask for approval.
        Country of phone numbers: Not set. Usher can't tell which country a number without a country code belongs to.
        Suggested: BR (+55), from the number of the connected WhatsApp account.
        Invitation to WhatsApp groups: > Hi! Join our WhatsApp group {group} with this link\: {link}
        Reasons: Optional: commands that remove, delete, leave or revoke have the option `reason`.
        Roles with permissions: @Moderator, @Alpha Helper
        Roles without permissions: None. Every role has permissions.
        — More options: /wa-access grant (other permissions, or only some groups)
        [Log channel]
        [Approval channel]
        [Role to mention for new requests]
        [Give a role moderator permissions]
        [Country…] [Use BR (+55)] [Invitation…] [Make reasons mandatory]
        ");
        bot.show_to_everyone("wa-setup");
        let refused = bot.command("moderator", "wa-setup", &[]).await;
        assert_snapshot!(bot.rendered_reply(&refused), @"
        (only you)
        # For Administrators only
        You need the Administrator permission of this server to use `/wa-setup`. Nothing changed.
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
        Most used: /wa-group list List your WhatsApp groups
        /wa-group show Show a WhatsApp group: description, owner, size and admins
        /wa-group members add Add people to a WhatsApp group
        /wa-group members list List the members of a WhatsApp group, admins first
        /wa-group invite show Show the invite link of a WhatsApp group
        Groups: /wa-group help See what you can do here
        /wa-session list Show this server's WhatsApp accounts and whether they are connected
        People: /wa-group members find Find members of a WhatsApp group by phone number or role
        /wa-person find Find the groups that a person is in
        Invite links: /wa-group preview See which group an invite link leads to, without joining
        Requests: /wa-request list List your requests, and those that you can decide
        /wa-request cancel Withdraw one of your requests
        Audit log: /wa-audit reason Add or change the reason of a log entry
        — More about a topic: /wa-group help with the option topic
        ");
        let visitor = bot.command("visitor", "wa-group help", &[]).await;
        assert_snapshot!(bot.rendered_reply(&visitor), @"
        (only you)
        # What you can do here
        You can't use Usher here yet. Ask an Administrator to give your role permissions with `/wa-access grant`.
        Groups: /wa-group help See what you can do here
        Requests: /wa-request list List your requests, and those that you can decide
        /wa-request cancel Withdraw one of your requests
        Audit log: /wa-audit reason Add or change the reason of a log entry
        — More about a topic: /wa-group help with the option topic
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
        # WhatsApp accounts
        🟢 **default** · connected · +55 11 90000-0000 · default
        people it can still add today: 100,000
        ");
    })
    .await;
}

//! `/wa-setup`: the first setup of a server.

use discord_stand_in::{Message, bits};
use sandbox::{ALPHA, OPEN};

use crate::harness::{Reply, TestBot};

impl TestBot {
    /// Chooses in a menu of `/wa-setup`.
    pub(crate) async fn choose(&self, who: &str, on: &Reply, menu: &str, values: &[String]) -> Reply {
        let message = on.message.as_ref().unwrap().id;
        let interaction = self.discord.select(self.person(who), message, menu, values).unwrap();
        self.reply(interaction).await
    }
}

const LOG: &str = "setup:log";
const APPROVALS: &str = "setup:approvals";
const MODERATOR: &str = "setup:moderator";

#[tokio::test]
async fn it_shows_what_is_there_and_what_is_missing() {
    TestBot::run(async |bot| {
        let reply = bot.command("owner", "wa-setup", &[]).await;
        let text = reply.text();
        let role = |name| format!("<@&{}>", bot.role(name));
        for part in [
            "**default** · connected",
            "Not set. Choose a channel",
            "if some roles must ask for approval",
            &role("moderator"),
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert!(reply.is_private() && reply.notices.is_empty());
        bot.show_to_everyone("wa-setup");
        for who in ["moderator", "helper", "visitor"] {
            let reply = bot.command(who, "wa-setup", &[]).await;
            assert_eq!(reply.title(), "For Administrators only", "{who}");
            assert!(reply.calls.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn setup_menus_set_channels_and_moderator_role_at_once() {
    TestBot::with(|scene| {
        // A new server without grants.
        scene.server = "sessions = [\"default\"]\n".to_owned();
    })
    .run(async |bot| {
        let (log, approvals) = (bot.log, bot.approvals);
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert!(reply.text().contains("None. Only Administrators can use Usher"), "{}", reply.text());
        let reply = bot.choose("owner", &reply, LOG, &[log.to_string()]).await;
        assert!(reply.text().contains(&format!("✅ Log channel: <#{log}>")), "{}", reply.text());
        let reply = bot.choose("owner", &reply, APPROVALS, &[approvals.to_string()]).await;
        assert!(reply.text().contains(&format!("✅ Approval channel: <#{approvals}>")), "{}", reply.text());
        assert_eq!(bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "No permission");
        let reply = bot.choose("owner", &reply, MODERATOR, &[bot.role("moderator")]).await;
        assert!(reply.text().contains("can now see and change groups"), "{}", reply.text());
        assert_eq!(bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
        // Each of the three, and the refusal between them, is in the log channel.
        let told = bot.discord.wait_until(|world| {
            let of_log = world.messages.values().filter(|message| message.channel == log);
            let lines: Vec<String> = of_log.map(Message::all_text).collect();
            (lines.len() >= 4).then(|| lines.join("\n"))
        });
        let told = bot.within(told).await;
        for part in ["set the log channel", "set the approval channel", "added permissions for", "(no permission)"] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
        // An empty choice removes the channel.
        let reply = bot.choose("owner", &reply, APPROVALS, &[]).await;
        assert!(reply.text().contains("Approval channel turned off"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn choosing_what_is_set_already_changes_nothing() {
    TestBot::run(async |bot| {
        let log = bot.log.to_string();
        let mut shown = bot.command("owner", "wa-setup", &[]).await;
        let already = "⚠️ **Not changed.** This is already set. Nothing changed.";
        for (menu, values, words) in [
            (APPROVALS, vec![], already),
            (LOG, vec![log.clone()], "✅"),
            (LOG, vec![log.clone()], already),
            (
                MODERATOR,
                vec![bot.role("moderator")],
                "⚠️ **Not changed.** This role already has all of these permissions.",
            ),
            (MODERATOR, vec![bot.role("helper")], "✅"),
            (
                MODERATOR,
                vec![bot.role("helper")],
                "⚠️ **Not changed.** This role already has all of these permissions.",
            ),
            (LOG, vec![], "✅"),
            (LOG, vec![], already),
        ] {
            shown = bot.choose("owner", &shown, menu, &values).await;
            assert!(shown.text().contains(words), "{menu} {values:?}: {}", shown.text());
        }
        let recent = bot.command("owner", "wa-audit recent", &[]).await.text();
        assert_eq!(recent.matches("**#").count(), 3, "{recent}");
    })
    .await;
}

#[tokio::test]
async fn unwritable_channel_is_not_accepted_and_shown_if_already_set() {
    TestBot::run(async |bot| {
        let log = bot.log;
        bot.discord.world(|world| world.deny_bot(log, bits::EMBED_LINKS));
        let reply = bot.command("owner", "wa-setup", &[]).await;
        let reply = bot.choose("owner", &reply, LOG, &[log.to_string()]).await;
        assert!(reply.text().contains("⚠️ **Not changed.** Usher can't post in"), "{}", reply.text());
        assert!(reply.text().contains("Not set. Choose a channel"), "{}", reply.text());

        let approvals = bot.approvals;
        let reply = bot.choose("owner", &reply, APPROVALS, &[approvals.to_string()]).await;
        assert!(reply.text().contains("✅"), "{}", reply.text());
        bot.discord.world(|world| world.deny_bot(approvals, bits::SEND_MESSAGES));
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert!(reply.text().contains("Give it Send Messages"), "{}", reply.text());
        bot.discord.world(|world| world.deny_bot(approvals, bits::VIEW_CHANNEL));
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert!(reply.text().contains("Give it View Channel"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn what_the_file_sets_is_shown_as_fixed_and_cannot_be_changed() {
    TestBot::with(|scene| {
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .run(async |bot| {
        let reply = bot.command("owner", "wa-setup", &[]).await;
        assert!(reply.text().contains("(set by the bot owner)"), "{}", reply.text());
        let menus: Vec<String> =
            reply.message.as_ref().unwrap().controls().into_iter().map(|one| one["custom_id"].to_string()).collect();
        assert_eq!(
            menus,
            [
                APPROVALS,
                "setup:approvals-role",
                MODERATOR,
                "setup:country",
                "setup:country:BR",
                "setup:invitation",
                "setup:reasons:on",
            ]
            .map(|id| format!("\"{id}\""))
        );
        // A forged choice.
        let chosen = bot.choose("owner", &reply, APPROVALS, &[bot.approvals.to_string()]).await;
        let mut raw = bot.discord.world(|world| world.interactions[&chosen.interaction].payload.clone());
        raw["data"]["custom_id"] = LOG.into();
        let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
        assert!(reply.text().contains("⚠️ **Not changed.** This is set in the configuration file"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn who_is_no_administrator_any_more_sets_nothing_by_an_old_menu() {
    TestBot::run(async |bot| {
        let reply = bot.command("owner", "wa-setup", &[]).await;
        let (guild, owner) = (bot.guild, bot.person("owner"));
        bot.discord.world(|world| world.join(guild, owner, &[]));
        let chosen = bot.choose("owner", &reply, MODERATOR, &[bot.role("helper")]).await;
        assert_eq!(chosen.title(), "For Administrators only");
        let reply = bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
        assert_eq!(reply.title(), "No permission");
    })
    .await;
}

#[tokio::test]
async fn member_numbers_require_the_export_or_remove_right() {
    TestBot::run(async |bot| {
        for (command, part) in [("wa-group members list", "7770001"), ("wa-group show", "7770002")] {
            // The helper may only add people.
            let masked = bot.command("helper", command, &[("group", ALPHA)]).await.text();
            assert!(masked.contains("+55 ••••• 000") && !masked.contains(part), "{command}: {masked}");
            let full = bot.command("moderator", command, &[("group", ALPHA)]).await.text();
            assert!(full.contains(part) && !full.contains("•••••"), "{command}: {full}");
        }
        bot.grant("owner", "helper", &[("capability", "members.export"), ("group", ALPHA)]).await;
        let full = bot.command("helper", "wa-group members list", &[("group", ALPHA)]).await.text();
        assert!(full.contains("7770001"), "{full}");
        // The answer names people whom the actor named.
        let reply = bot.command("helper", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
        assert!(reply.text().contains(OPEN) && !reply.notice().contains(OPEN), "{}", reply.text());
    })
    .await;
}

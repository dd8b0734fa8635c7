//! `/wa-setup`: a server's first quarter of an hour.

use usher::sandbox::discord::{Message, bits};
use usher::sandbox::{ALPHA, OPEN};

use crate::harness::{Reply, Town};

impl Town {
    /// Chooses in a menu of `/wa-setup`.
    pub(crate) async fn choose(&self, who: &str, on: &Reply, menu: &str, values: &[String]) -> Reply {
        let message = on.message.as_ref().unwrap().id;
        let interaction = self.house.discord.select(self.person(who), message, menu, values).unwrap();
        self.reply(interaction).await
    }
}

const LOG: &str = "setup:log";
const APPROVALS: &str = "setup:approvals";
const MODERATOR: &str = "setup:moderator";

#[tokio::test]
async fn it_shows_what_is_there_and_what_is_missing() {
    let town = Town::new().await;
    let reply = town.command("owner", "wa-setup", &[]).await;
    let text = reply.text();
    let role = |name| format!("<@&{}>", town.role(name));
    for part in
        ["**default** · connected", "Not set. Changes and refusals", "Not set. It is wanted once", &role("moderator")]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(reply.is_private() && reply.notices.is_empty());
    for who in ["moderator", "helper", "visitor"] {
        let reply = town.command(who, "wa-setup", &[]).await;
        assert_eq!(reply.title(), "For Administrators", "{who}");
        assert!(reply.calls.is_empty());
    }
    town.close().await;
}

#[tokio::test]
async fn channels_and_a_role_of_moderators_are_set_by_menus_and_count_at_once() {
    let town = Town::with(|scene| {
        // A fresh server: nobody has been granted anything.
        scene.server = "sessions = [\"default\"]\n".to_owned();
    })
    .await;
    let (log, approvals) = (town.house.log, town.house.approvals);
    let reply = town.command("owner", "wa-setup", &[]).await;
    assert!(reply.text().contains("None: only Administrators may use Usher"), "{}", reply.text());
    let reply = town.choose("owner", &reply, LOG, &[log.to_string()]).await;
    assert!(reply.text().contains(&format!("**Done:** <#{log}> is the log channel now")), "{}", reply.text());
    let reply = town.choose("owner", &reply, APPROVALS, &[approvals.to_string()]).await;
    assert!(reply.text().contains("the channel for approvals"), "{}", reply.text());
    assert_eq!(town.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "You may not do this");
    let reply = town.choose("owner", &reply, MODERATOR, &[town.role("moderator")]).await;
    assert!(reply.text().contains("is a role of moderators now"), "{}", reply.text());
    assert_eq!(town.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
    // Each of the three, and the refusal between them, is in the log channel.
    let told = town.house.discord.wait_until(|world| {
        let of_log = world.messages.values().filter(|message| message.channel == log);
        let lines: Vec<String> = of_log.map(Message::all_text).collect();
        (lines.len() >= 4).then(|| lines.join("\n"))
    });
    let told = town.within(told).await;
    for part in ["the log channel", "the channel for approvals", "gave rights to", "was refused"] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    // Nothing chosen: none is wanted.
    let reply = town.choose("owner", &reply, APPROVALS, &[]).await;
    assert!(reply.text().contains("There is no channel for approvals any more"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn choosing_what_is_set_already_changes_nothing() {
    let town = Town::new().await;
    let log = town.house.log.to_string();
    let mut shown = town.command("owner", "wa-setup", &[]).await;
    let already = "**Not set:** This is set already. Nothing was changed.";
    for (menu, values, words) in [
        (APPROVALS, vec![], already),
        (LOG, vec![log.clone()], "**Done:**"),
        (LOG, vec![log.clone()], already),
        (MODERATOR, vec![town.role("moderator")], "**Not set:** That role has all of this already."),
        (MODERATOR, vec![town.role("helper")], "**Done:**"),
        (MODERATOR, vec![town.role("helper")], "**Not set:** That role has all of this already."),
        (LOG, vec![], "**Done:**"),
        (LOG, vec![], already),
    ] {
        shown = town.choose("owner", &shown, menu, &values).await;
        assert!(shown.text().contains(words), "{menu} {values:?}: {}", shown.text());
    }
    let recent = town.command("owner", "wa-audit recent", &[]).await.text();
    assert_eq!(recent.matches("**#").count(), 3, "{recent}");
    town.close().await;
}

#[tokio::test]
async fn a_channel_that_the_bot_cannot_write_to_is_not_set_and_one_that_is_set_is_shown_as_such() {
    let town = Town::new().await;
    let log = town.house.log;
    town.house.discord.world(|world| world.deny_bot(log, bits::EMBED_LINKS));
    let reply = town.command("owner", "wa-setup", &[]).await;
    let reply = town.choose("owner", &reply, LOG, &[log.to_string()]).await;
    assert!(reply.text().contains("**Not set:** Usher cannot write to"), "{}", reply.text());
    assert!(reply.text().contains("Not set. Changes and refusals"), "{}", reply.text());

    let approvals = town.house.approvals;
    let reply = town.choose("owner", &reply, APPROVALS, &[approvals.to_string()]).await;
    assert!(reply.text().contains("**Done:**"), "{}", reply.text());
    town.house.discord.world(|world| world.deny_bot(approvals, bits::SEND_MESSAGES));
    let reply = town.command("owner", "wa-setup", &[]).await;
    assert!(reply.text().contains("It lacks: Send Messages"), "{}", reply.text());
    town.house.discord.world(|world| world.deny_bot(approvals, bits::VIEW_CHANNEL));
    let reply = town.command("owner", "wa-setup", &[]).await;
    assert!(reply.text().contains("It lacks: View Channel"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn what_the_file_sets_is_shown_as_fixed_and_cannot_be_changed() {
    let town = Town::with(|scene| {
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await;
    let reply = town.command("owner", "wa-setup", &[]).await;
    assert!(reply.text().contains("(fixed by whoever runs the bot)"), "{}", reply.text());
    let menus: Vec<String> =
        reply.message.as_ref().unwrap().controls().into_iter().map(|one| one["custom_id"].to_string()).collect();
    assert_eq!(menus, [format!("\"{APPROVALS}\""), format!("\"{MODERATOR}\"")]);
    // A forged choice.
    let chosen = town.choose("owner", &reply, APPROVALS, &[town.house.approvals.to_string()]).await;
    let mut raw = town.house.discord.world(|world| world.interactions[&chosen.interaction].payload.clone());
    raw["data"]["custom_id"] = LOG.into();
    let reply = town.reply(town.house.discord.raw_interaction(raw)).await;
    assert!(reply.text().contains("**Not set:** The configuration file sets this"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn who_is_no_administrator_any_more_sets_nothing_by_an_old_menu() {
    let town = Town::new().await;
    let reply = town.command("owner", "wa-setup", &[]).await;
    let (guild, owner) = (town.house.guild, town.person("owner"));
    town.house.discord.world(|world| world.join(guild, owner, &[]));
    let chosen = town.choose("owner", &reply, MODERATOR, &[town.role("helper")]).await;
    assert_eq!(chosen.title(), "For Administrators");
    let reply = town.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
    assert_eq!(reply.title(), "You may not do this");
    town.close().await;
}

#[tokio::test]
async fn numbers_of_members_are_for_those_who_may_take_them_out_or_remove_them() {
    let town = Town::new().await;
    for (command, part) in [("wa-group members list", "7770001"), ("wa-group show", "7770002")] {
        // The helper may add people, and no more.
        let masked = town.command("helper", command, &[("group", ALPHA)]).await.text();
        assert!(masked.contains("+55 ••••• 000") && !masked.contains(part), "{command}: {masked}");
        let full = town.command("moderator", command, &[("group", ALPHA)]).await.text();
        assert!(full.contains(part) && !full.contains("•••••"), "{command}: {full}");
    }
    town.grant("owner", "helper", &[("capability", "members.export"), ("group", ALPHA)]).await;
    let full = town.command("helper", "wa-group members list", &[("group", ALPHA)]).await.text();
    assert!(full.contains("7770001"), "{full}");
    // Whom somebody names they know.
    let reply = town.command("helper", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    assert!(reply.text().contains(OPEN) && !reply.notice().contains(OPEN), "{}", reply.text());
    town.close().await;
}

//! The log channel and `/wa-audit`: who did what, who was refused, and nothing outside the actor's scope.

pub(crate) mod export;
mod reasons;
mod sentences;

use std::time::Duration;

use discord_stand_in::{ChannelId as Channel, Message};
use sandbox::{ALPHA, BETA, OPEN, Scene};
use serde_json::Value;
use usher::access::{Capability, ChannelId, GuildId, InteractionId, UserId};
use usher::store::{AuditEnd, AuditEntry, AuditSubject, InstanceId, Store, StoreUrl};
use usher_clock::Clock;

use crate::harness::{BotScene, Reply, TestBot, text_of};

/// Returns a scene with a log channel, and with a role that may only read the audit log of Alpha Team.
pub(super) fn with_log_channel() -> (BotScene, Channel) {
    let mut log = None;
    let scene = TestBot::with(|scene: &mut Scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!(
            "log_channel = \"{channel}\"\n{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n\
             groups = [\"{ALPHA}\"]\n[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n",
            scene.server, scene.roles.helper, scene.roles.moderator
        );
        log = Some(channel);
    });
    (scene, log.unwrap())
}

/// Waits until the log channel contains this number of cases.
pub(super) async fn logged(bot: &TestBot, log: Channel, number: usize) -> Vec<String> {
    let lines = bot.discord.wait_until(|world| {
        let lines: Vec<String> =
            world.messages.values().filter(|message| message.channel == log).map(text_of).collect();
        (lines.len() >= number).then_some(lines)
    });
    bot.within(lines).await
}

#[tokio::test]
async fn log_channel_gets_each_change_and_refusal_once_and_redacted() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
            bot.command("visitor", "wa-group invite show", &[("group", ALPHA)]).await;
            let shown = bot.command("moderator", "wa-group invite show", &[("group", ALPHA)]).await;
            bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
            let lines = logged(bot, log, 3).await;
            let all = lines.join("\n");
            for part in [
                "added +55 ••••• 0001",
                "tried to see this group's invite link (no permission).",
                "viewed the invite link",
                "Log entry #1 · add people · done",
                "Log entry #2 · see invite links · refused",
            ] {
                assert!(all.contains(part), "{part} is not in {all}");
            }
            let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
            assert!(shown.text().contains(&link));
            assert!(!all.contains(&link) && !all.contains(OPEN), "{all}");
            assert_eq!(lines.len(), 3, "a plain read is nobody's business: {all}");
        })
        .await;
}

#[tokio::test]
async fn a_failure_and_what_nobody_knows_are_told_apart() {
    use sandbox::{whatsapp::Fault, whatsapp::FaultRule, whatsapp::Operation};
    let (scene, log) = with_log_channel();
    scene
        .needs(|can| can.picture_by_url)
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::SetPicture));
            let options = [("group", ALPHA), ("url", "https://example.com/a.png")];
            bot.command("moderator", "wa-group picture", &options).await;
            bot.groups.inject(FaultRule::always(Fault::Status(500)).of(Operation::SetPicture));
            let interaction = bot.send("moderator", "wa-group picture", &options);
            bot.hurried_reply(interaction).await;
            let all = logged(bot, log, 2).await.join("\n");
            assert!(all.contains("nothing changed") && all.contains("change group pictures · failed"), "{all}");
            assert!(
                all.contains("**Not confirmed**") && all.contains("change group pictures · not confirmed"),
                "{all}"
            );
        })
        .await;
}

#[tokio::test]
async fn a_log_channel_that_cannot_be_written_holds_up_nothing() {
    let (scene, log) = with_log_channel();
    scene
        .run(async |bot| {
            bot.discord.world(|world| world.deny_bot(log, u64::MAX));
            let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Quiet")]).await;
            assert!(reply.text().contains("Quiet"));
        })
        .await;
}

pub(super) fn cases(reply: &Reply) -> Vec<String> {
    let text = reply.embed()["description"].as_str().unwrap_or_default().to_owned();
    text.lines()
        .filter(|line| line.starts_with("**#"))
        .map(|line| line.split_whitespace().next().unwrap_or_default().replace('*', ""))
        .collect()
}

/// Returns the first and the last case.
pub(super) fn shown(reply: &Reply) -> [String; 2] {
    let all = cases(reply);
    [all[0].clone(), all[all.len() - 1].clone()]
}

pub(super) fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

#[tokio::test]
async fn cases_are_filtered_and_listed_newest_first() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One")]).await;
            bot.command("owner", "wa-group rename", &[("group", BETA), ("name", "Beta Crew")]).await;
            bot.clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
            bot.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
            let ask = async |options: &[(&str, &str)]| cases(&bot.command("owner", "wa-audit recent", options).await);
            assert_eq!(ask(&[]).await, ["#3", "#2", "#1"]);
            let moderator = bot.person("moderator").to_string();
            assert_eq!(ask(&[("user", &moderator)]).await, ["#1"]);
            assert_eq!(ask(&[("group", BETA)]).await, ["#2"]);
            assert_eq!(ask(&[("operation", "groups.rename")]).await, ["#3", "#2"]);
            let recent = bot.discord.command(
                bot.person("owner"),
                bot.channel,
                "wa-audit recent",
                &[("days".to_owned(), Value::from(1))],
            );
            assert_eq!(cases(&bot.reply(recent.unwrap()).await), ["#3"]);
        })
        .await;
}

#[tokio::test]
async fn nothing_outside_the_askers_scope_is_listed_shown_or_exported() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group describe", &[("group", "Alpha Team"), ("text", "One")]).await;
            bot.command("moderator", "wa-group describe", &[("group", "Beta Readers"), ("text", "Two")]).await;
            bot.command("owner", "wa-group create", &[("name", "Secret Plans")]).await;
            let listed = bot.command("helper", "wa-audit recent", &[]).await;
            assert_eq!(cases(&listed), ["#1"]);
            assert!(listed.is_private());
            for (case, title) in
                [(1, "Log entry #1"), (2, "Entry not found"), (3, "Entry not found"), (99, "Entry not found")]
            {
                assert_eq!(bot.numbered("helper", "wa-audit show", "case", case).await.title(), title, "{case}");
            }
            let export = bot.command("helper", "wa-audit export", &[]).await;
            let message = export.message.as_ref().unwrap();
            let csv = String::from_utf8(message.attachments[0].bytes.clone()).unwrap();
            assert!(
                csv.contains("Alpha Team") && !csv.contains("Beta Readers") && !csv.contains("Secret Plans"),
                "{csv}"
            );
            let refused = bot.command("visitor", "wa-audit recent", &[]).await;
            assert_eq!(refused.title(), "No permission");
        })
        .await;
}

#[tokio::test]
async fn few_visible_cases_among_many_are_found_page_by_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut scene = crate::harness::scene(&Clock::system());
    scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    scene.server = format!(
        "{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\ngroups = [\"{ALPHA}\"]\n",
        scene.server, scene.roles.helper
    );
    {
        let store = Store::open(&StoreUrl::try_from(scene.store.clone()).unwrap()).await.unwrap();
        let (owner, end) = (InstanceId::new(), AuditEnd::refused(Capability::GroupsEdit));
        for number in 1..=5_101 {
            let group = if number == 1 { ALPHA } else { BETA };
            let what = AuditSubject { group: Some(group.parse().unwrap()), ..AuditSubject::default() };
            let (guild, channel) = (GuildId(scene.guild.0), ChannelId(scene.channel.0));
            let entry = AuditEntry {
                guild,
                channel,
                user: UserId(1),
                user_name: None,
                interaction: InteractionId(number),
                what,
            };
            store.journal().record(&entry, &end, None, &owner, Clock::system().now_utc()).await.unwrap().unwrap();
        }
    }
    TestBot::with(|usual| *usual = scene)
        .run(async |bot| {
            let first = bot.command("helper", "wa-audit recent", &[]).await;
            assert!(first.text().contains("Nothing in the last 5,000 entries"), "{}", first.text());
            assert_eq!(first.buttons(), ["Next", "Last"]);
            let next = bot.press("helper", &first, "Next").await;
            assert_eq!((cases(&next), next.buttons()), (texts(&["#1"]), texts(&["First", "Previous"])));
            let back = bot.press("helper", &next, "Previous").await;
            assert!(back.text().contains("Nothing in the last"), "{}", back.text());
            let last = bot.press("helper", &back, "Last").await;
            assert_eq!(cases(&last), ["#1"]);
        })
        .await;
}

#[tokio::test]
async fn a_case_tells_person_by_person_what_became_of_them() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            let members = format!("{OPEN}, +5521988880002, +5521988880003");
            bot.command("moderator", "wa-group members add", &[("group", "Alpha Team"), ("members", &members)]).await;
            let text = bot.numbered("owner", "wa-audit show", "case", 1).await.text();
            for part in ["+5521988880001: Added", "privacy settings", "add people", "Alpha Team", "done"] {
                assert!(text.contains(part), "{part} is not in {text}");
            }
        })
        .await;
}

#[tokio::test]
async fn page_buttons_show_nothing_after_access_is_lost() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            for number in 0..23 {
                let text = format!("Text {number}");
                bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
            }
            let first = bot.command("moderator", "wa-audit recent", &[]).await;
            assert_eq!(cases(&first).len(), 10);
            assert_eq!(first.buttons(), ["Next", "Last"]);
            let second = bot.press("moderator", &first, "Next").await;
            assert_eq!((shown(&second), second.buttons().len()), (["#13", "#4"].map(str::to_owned), 4));
            let third = bot.press("moderator", &second, "Next").await;
            assert_eq!((cases(&third), third.buttons()), (texts(&["#3", "#2", "#1"]), texts(&["First", "Previous"])));
            let second = bot.press("moderator", &third, "Previous").await;
            assert_eq!(shown(&second), ["#13", "#4"]);
            // Pages are keyed by their neighbours: a case that is added meanwhile moves nothing.
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One more")]).await;
            let last = bot.press("moderator", &second, "Last").await;
            assert_eq!(
                (shown(&last), last.buttons()),
                (["#10", "#1"].map(str::to_owned), texts(&["First", "Previous"]))
            );
            let previous = bot.press("moderator", &last, "Previous").await;
            assert_eq!(shown(&previous), ["#20", "#11"]);
            let newest = bot.press("moderator", &previous, "Previous").await;
            assert_eq!(
                (shown(&newest), newest.buttons()),
                (["#24", "#15"].map(str::to_owned), texts(&["Next", "Last"]))
            );
            let last = bot.press("moderator", &newest, "Last").await;
            let back = bot.press("moderator", &last, "First").await;
            assert_eq!(shown(&back), ["#24", "#15"]);
            // The member loses the role, but the button is still there.
            let (guild, moderator) = (bot.guild, bot.person("moderator"));
            bot.discord.world(|world| world.join(guild, moderator, &[]));
            let refused = bot.press("moderator", &back, "Next").await;
            let told = bot.discord.world(|world| world.original(refused.interaction).map(Message::all_text));
            assert!(told.unwrap_or_default().contains("No permission"));
        })
        .await;
}

#[tokio::test]
async fn numbers_are_shown_to_who_may_see_them_elsewhere() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
            for (who, is_shown) in [("moderator", true), ("helper", false)] {
                let shown = bot.numbered(who, "wa-audit show", "case", 1).await.text();
                let export = bot.command(who, "wa-audit export", &[]).await;
                let export = String::from_utf8(export.message.unwrap().attachments[0].bytes.clone()).unwrap();
                for text in [shown, export] {
                    assert_eq!(text.contains(OPEN.trim_start_matches('+')), is_shown, "{who}: {text}");
                    assert!(is_shown || text.contains("+55 ••••• 0001"), "{who}: {text}");
                }
            }
        })
        .await;
}

//! The log channel and `/wa-audit`: who did what, who was refused, and nothing outside the actor's scope.

use std::time::Duration;

use discord_stand_in::{ChannelId as Channel, Message};
use sandbox::{ALPHA, BETA, OPEN, Scene};
use serde_json::Value;
use usher::access::{Capability, ChannelId, GuildId, InteractionId, UserId};
use usher::operations::{AddResult, AddStatus, Outcome};
use usher::store::{AuditEnd, AuditEntry, AuditSubject, InstanceId, Store, StoreUrl};
use usher_clock::Clock;

use crate::harness::{Reply, TestBot, together};
use crate::process::Ground;

/// Returns a test bot with a log channel, and with a role that may only read the audit log of Alpha Team.
async fn test_bot() -> (TestBot, Channel) {
    let mut log = None;
    let test_bot = TestBot::with(|scene: &mut Scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!(
            "log_channel = \"{channel}\"\n{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n\
             groups = [\"{ALPHA}\"]\n[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n",
            scene.server, scene.roles.helper, scene.roles.moderator
        );
        log = Some(channel);
    })
    .await;
    (test_bot, log.unwrap())
}

/// Waits until the log channel contains this number of cases.
async fn logged(test_bot: &TestBot, log: Channel, number: usize) -> Vec<String> {
    let lines = test_bot.house.discord.wait_until(|world| {
        let lines: Vec<String> =
            world.messages.values().filter(|message| message.channel == log).map(Message::all_text).collect();
        (lines.len() >= number).then_some(lines)
    });
    test_bot.within(lines).await
}

#[tokio::test]
async fn log_channel_gets_each_change_and_refusal_once_and_redacted() {
    let (test_bot, log) = test_bot().await;
    test_bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    test_bot.command("visitor", "wa-group invite show", &[("group", ALPHA)]).await;
    let shown = test_bot.command("moderator", "wa-group invite show", &[("group", ALPHA)]).await;
    test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    let lines = logged(&test_bot, log, 3).await;
    let all = lines.join("\n");
    for part in [
        "added +55 ••••• 0001",
        "was refused `invites.show`, which needs `invites.read`",
        "looked at the invite link",
        "Case 1 · members.add · done",
        "Case 2 · invites.show · refused",
    ] {
        assert!(all.contains(part), "{part} is not in {all}");
    }
    let link = test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    assert!(shown.text().contains(&link));
    assert!(!all.contains(&link) && !all.contains(OPEN), "{all}");
    assert_eq!(lines.len(), 3, "a plain read is nobody's business: {all}");
    test_bot.close().await;
}

#[tokio::test]
async fn a_failure_and_what_nobody_knows_are_told_apart() {
    use sandbox::whatsapp::{Fault, FaultRule, Operation};
    let (test_bot, log) = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::SetPicture));
    let options = [("group", ALPHA), ("url", "https://example.com/a.png")];
    test_bot.command("moderator", "wa-group picture", &options).await;
    test_bot.house.groups.inject(FaultRule::always(Fault::Status(500)).of(Operation::SetPicture));
    let interaction = test_bot.send("moderator", "wa-group picture", &options);
    test_bot.hurried_reply(interaction).await;
    let all = logged(&test_bot, log, 2).await.join("\n");
    assert!(all.contains("changed nothing") && all.contains("groups.picture · failed"), "{all}");
    assert!(all.contains("it is not confirmed") && all.contains("groups.picture · not confirmed"), "{all}");
    test_bot.close().await;
}

#[tokio::test]
async fn a_log_channel_that_cannot_be_written_holds_up_nothing() {
    let (test_bot, log) = test_bot().await;
    test_bot.house.discord.world(|world| world.deny_bot(log, u64::MAX));
    let reply = test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Quiet")]).await;
    assert!(reply.text().contains("Quiet"));
    test_bot.close().await;
}

fn cases(reply: &Reply) -> Vec<String> {
    let text = reply.embed()["description"].as_str().unwrap_or_default().to_owned();
    text.lines().map(|line| line.split_whitespace().next().unwrap_or_default().replace('*', "")).collect()
}

/// Returns the first and the last case.
fn shown(reply: &Reply) -> [String; 2] {
    let all = cases(reply);
    [all[0].clone(), all[all.len() - 1].clone()]
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

#[tokio::test]
async fn cases_are_filtered_and_listed_newest_first() {
    let (test_bot, _) = test_bot().await;
    test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One")]).await;
    test_bot.command("owner", "wa-group rename", &[("group", BETA), ("name", "Beta Crew")]).await;
    test_bot.house.clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
    test_bot.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
    let ask = async |options: &[(&str, &str)]| cases(&test_bot.command("owner", "wa-audit recent", options).await);
    assert_eq!(ask(&[]).await, ["#3", "#2", "#1"]);
    let moderator = test_bot.person("moderator").to_string();
    assert_eq!(ask(&[("user", &moderator)]).await, ["#1"]);
    assert_eq!(ask(&[("group", BETA)]).await, ["#2"]);
    assert_eq!(ask(&[("operation", "groups.rename")]).await, ["#3", "#2"]);
    let recent = test_bot.house.discord.command(
        test_bot.person("owner"),
        test_bot.house.channel,
        "wa-audit recent",
        &[("days".to_owned(), Value::from(1))],
    );
    assert_eq!(cases(&test_bot.reply(recent.unwrap()).await), ["#3"]);
    test_bot.close().await;
}

#[tokio::test]
async fn nothing_outside_the_askers_scope_is_listed_shown_or_exported() {
    let (test_bot, _) = test_bot().await;
    test_bot.command("moderator", "wa-group describe", &[("group", "Alpha Team"), ("text", "One")]).await;
    test_bot.command("moderator", "wa-group describe", &[("group", "Beta Readers"), ("text", "Two")]).await;
    test_bot.command("owner", "wa-group create", &[("name", "Secret Plans")]).await;
    let listed = test_bot.command("helper", "wa-audit recent", &[]).await;
    assert_eq!(cases(&listed), ["#1"]);
    assert!(listed.is_private());
    for (case, title) in [(1, "Case 1"), (2, "No such case"), (3, "No such case"), (99, "No such case")] {
        let options = [("case".to_owned(), Value::from(case))];
        let who = test_bot.person("helper");
        let shown = test_bot.house.discord.command(who, test_bot.house.channel, "wa-audit show", &options).unwrap();
        assert_eq!(test_bot.reply(shown).await.title(), title, "{case}");
    }
    let export = test_bot.command("helper", "wa-audit export", &[]).await;
    let message = export.message.as_ref().unwrap();
    let csv = String::from_utf8(message.attachments[0].bytes.clone()).unwrap();
    assert!(csv.contains("Alpha Team") && !csv.contains("Beta Readers") && !csv.contains("Secret Plans"), "{csv}");
    let refused = test_bot.command("visitor", "wa-audit recent", &[]).await;
    assert_eq!(refused.title(), "You may not do this");
    test_bot.close().await;
}

#[tokio::test]
async fn few_visible_cases_among_many_are_found_page_by_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut scene = Scene::new(&Clock::system());
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
            let entry = AuditEntry { guild, channel, user: UserId(1), interaction: InteractionId(number), what };
            store.journal().record(&entry, &end, None, &owner, Clock::system().unix()).await.unwrap().unwrap();
        }
    }
    let test_bot = TestBot::with(|usual| *usual = scene).await;
    let first = test_bot.command("helper", "wa-audit recent", &[]).await;
    assert!(first.text().contains("Nothing among the 5,000 cases looked through here"), "{}", first.text());
    assert_eq!(first.buttons(), ["Next", "Last"]);
    let next = test_bot.press("helper", &first, "Next").await;
    assert_eq!((cases(&next), next.buttons()), (texts(&["#1"]), texts(&["First", "Previous"])));
    let back = test_bot.press("helper", &next, "Previous").await;
    assert!(back.text().contains("Nothing among"), "{}", back.text());
    let last = test_bot.press("helper", &back, "Last").await;
    assert_eq!(cases(&last), ["#1"]);
    test_bot.close().await;
}

#[tokio::test]
async fn a_case_tells_person_by_person_what_became_of_them() {
    let (test_bot, _) = test_bot().await;
    let members = format!("{OPEN}, +5521988880002, +5521988880003");
    test_bot.command("moderator", "wa-group members add", &[("group", "Alpha Team"), ("members", &members)]).await;
    let options = [("case".to_owned(), Value::from(1))];
    let shown =
        test_bot.house.discord.command(test_bot.person("owner"), test_bot.house.channel, "wa-audit show", &options);
    let text = test_bot.reply(shown.unwrap()).await.text();
    for part in
        ["5521988880001@\u{200b}s.whatsapp.net: Added", "must be invited", "`members.add`", "Alpha Team", "done"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    test_bot.close().await;
}

#[tokio::test]
async fn export_contains_no_formulas_and_is_recorded_as_a_case() {
    let (test_bot, _) = test_bot().await;
    test_bot
        .house
        .groups
        .world(|world| world.group_mut(BETA).unwrap().name = "=HYPERLINK(\"https://evil.example\")".to_owned());
    test_bot.command("owner", "wa-group describe", &[("group", BETA), ("text", "Two")]).await;
    test_bot.offers("owner", "wa-group show", "group", "hyper").await;
    test_bot.command("owner", "wa-group describe", &[("group", BETA), ("text", "Three")]).await;
    let export = test_bot.command("owner", "wa-audit export", &[]).await;
    let file = &export.message.as_ref().unwrap().attachments[0];
    assert_eq!(file.filename, "usher-journal.csv");
    let mut csv = csv::Reader::from_reader(&file.bytes[..]);
    let mut rows = 0;
    for row in csv.records() {
        for cell in &row.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
        rows += 1;
    }
    assert_eq!(rows, 2);
    let listed = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(listed.text().contains("#3") && listed.text().contains("audit.export"), "{}", listed.text());
    test_bot.close().await;
}

#[tokio::test]
async fn page_buttons_show_nothing_after_access_is_lost() {
    let (test_bot, _) = test_bot().await;
    for number in 0..23 {
        let text = format!("Text {number}");
        test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
    }
    let first = test_bot.command("moderator", "wa-audit recent", &[]).await;
    assert_eq!(cases(&first).len(), 10);
    assert_eq!(first.buttons(), ["Next", "Last"]);
    let second = test_bot.press("moderator", &first, "Next").await;
    assert_eq!((shown(&second), second.buttons().len()), (["#13", "#4"].map(str::to_owned), 4));
    let third = test_bot.press("moderator", &second, "Next").await;
    assert_eq!((cases(&third), third.buttons()), (texts(&["#3", "#2", "#1"]), texts(&["First", "Previous"])));
    let second = test_bot.press("moderator", &third, "Previous").await;
    assert_eq!(shown(&second), ["#13", "#4"]);
    // Pages are keyed by their neighbours: a case that is added meanwhile moves nothing.
    test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One more")]).await;
    let last = test_bot.press("moderator", &second, "Last").await;
    assert_eq!((shown(&last), last.buttons()), (["#10", "#1"].map(str::to_owned), texts(&["First", "Previous"])));
    let previous = test_bot.press("moderator", &last, "Previous").await;
    assert_eq!(shown(&previous), ["#20", "#11"]);
    let newest = test_bot.press("moderator", &previous, "Previous").await;
    assert_eq!((shown(&newest), newest.buttons()), (["#24", "#15"].map(str::to_owned), texts(&["Next", "Last"])));
    let last = test_bot.press("moderator", &newest, "Last").await;
    let back = test_bot.press("moderator", &last, "First").await;
    assert_eq!(shown(&back), ["#24", "#15"]);
    // The member loses the role, but the button is still there.
    let (guild, moderator) = (test_bot.house.guild, test_bot.person("moderator"));
    test_bot.house.discord.world(|world| world.join(guild, moderator, &[]));
    let refused = test_bot.press("moderator", &back, "Next").await;
    let told = test_bot.house.discord.world(|world| world.original(refused.interaction).map(Message::all_text));
    assert!(told.unwrap_or_default().contains("You may not do this"));
    test_bot.close().await;
}

/// The number of bulk adds in a year, and the people in each.
const ADDITIONS: u64 = 241;
const PEOPLE: u64 = 1_020;

fn number(addition: u64, person: u64) -> String {
    format!("+5511{:09}", 900_000_000 + addition * PEOPLE + person)
}

/// Fills the audit log with a year of bulk adds.
pub(crate) async fn fill_audit_log(ground: &Ground) {
    let id = |id: String| id.parse::<u64>().unwrap();
    let guild = GuildId(id(ground.test_bot.guild.to_string()));
    ground
        .prepare(async |store| {
            let owner = InstanceId::new();
            for addition in 0..ADDITIONS {
                let people = (0..PEOPLE).map(|person| AddResult {
                    person: number(addition, person).parse().unwrap(),
                    standing: AddStatus::MustBeInvited,
                });
                let outcome = Outcome::Added { people: people.collect(), invite: None, rest_at: None };
                let what = AuditSubject {
                    operation: "members.add".to_owned(),
                    session: Some("default".parse().unwrap()),
                    group: Some(ALPHA.parse().unwrap()),
                    group_name: Some("Alpha; Team".to_owned()),
                    data: None,
                };
                let interaction = InteractionId(1_000 + addition);
                let entry = AuditEntry { guild, channel: ChannelId(2), user: UserId(3), interaction, what };
                let end = AuditEnd::Done { outcome: Box::new(outcome), stopped: None };
                let now = Clock::system().unix();
                store.journal().record(&entry, &end, None, &owner, now).await.unwrap().unwrap();
            }
        })
        .await;
}

#[tokio::test]
async fn export_of_a_year_uses_several_files_and_little_memory() {
    let _turn = together().await;
    let ground = Ground::new(|_| {}).await;
    fill_audit_log(&ground).await;
    let bot = ground.start(None).await;
    let listed = ground.send("owner", "wa-audit recent", &[]);
    assert!(ground.answered(listed).await.contains("#241"));
    let before = bot.peak_memory();
    let export = ground.send("owner", "wa-audit export", &[]);
    let text = ground.answered(export).await;
    assert!(text.contains("241 cases") && !text.contains("did not fit"), "{text}");
    let grown = bot.peak_memory().saturating_sub(before);
    assert!(grown < 100 * 1_024, "{grown} KiB");

    let files = ground.test_bot.discord.world(|world| world.original(export).unwrap().attachments.clone());
    let names: Vec<&str> = files.iter().map(|file| file.filename.as_str()).collect();
    assert_eq!(names, ["usher-journal-1.csv", "usher-journal-2.csv"]);
    let mut cases = Vec::new();
    for file in &files {
        assert!(file.bytes.len() <= 10 * 1024 * 1024, "{}", file.bytes.len());
        let mut csv = csv::Reader::from_reader(&file.bytes[..]);
        assert_eq!(&csv.headers().unwrap()[0], "case");
        for row in csv.records() {
            let row = row.unwrap();
            let case: u64 = row[0].parse().unwrap();
            let people: Vec<&str> = row[9].split("; ").collect();
            assert_eq!(people.len(), usize::try_from(PEOPLE).unwrap());
            let last = number(case - 1, PEOPLE - 1).trim_start_matches('+').to_owned();
            assert!(people.last().unwrap().contains(&last), "{case}: {:?}", people.last());
            cases.push(case);
        }
    }
    assert_eq!(cases, (1..=ADDITIONS).rev().collect::<Vec<_>>());
    assert!(bot.stop().await.success());
}

#[tokio::test]
async fn what_does_not_fit_is_counted() {
    let (test_bot, _) = test_bot().await;
    for text in ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"] {
        test_bot.command("owner", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
    }
    // A file contains its columns and one row.
    test_bot.house.discord.world(|world| world.application.attachment_size_limit = 260);
    let export = test_bot.command("owner", "wa-audit export", &[]).await;
    let message = export.message.as_ref().unwrap();
    assert_eq!(message.attachments.len(), 10, "{}", export.text());
    let rows = message.attachments.iter().map(|file| csv::Reader::from_reader(&file.bytes[..]).records().count());
    let rows: usize = rows.sum();
    assert!((10..12).contains(&rows), "{rows}");
    let missing = format!("{} older case", 12 - rows);
    assert!(export.text().contains(&missing) && export.text().contains("days"), "{}", export.text());
    test_bot.close().await;
}

#[tokio::test]
async fn numbers_are_shown_to_who_may_see_them_elsewhere() {
    let (test_bot, _) = test_bot().await;
    test_bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    for (who, is_shown) in [("moderator", true), ("helper", false)] {
        let options = [("case".to_owned(), Value::from(1))];
        let shown = test_bot
            .house
            .discord
            .command(test_bot.person(who), test_bot.house.channel, "wa-audit show", &options)
            .unwrap();
        let shown = test_bot.reply(shown).await.text();
        let export = test_bot.command(who, "wa-audit export", &[]).await;
        let export = String::from_utf8(export.message.unwrap().attachments[0].bytes.clone()).unwrap();
        for text in [shown, export] {
            assert_eq!(text.contains(OPEN.trim_start_matches('+')), is_shown, "{who}: {text}");
            assert!(is_shown || text.contains("+55 ••••• 0001"), "{who}: {text}");
        }
    }
    test_bot.close().await;
}

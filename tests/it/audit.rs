//! The log channel, and `/wa-audit`: who did what, who was refused, and nothing outside the asker's scope.

use std::time::Duration;

use serde_json::Value;
use usher::access::{Capability, ChannelId, GuildId, InteractionId, UserId};
use usher::clock::Clock;
use usher::operations::{Outcome, Standing, Stood};
use usher::sandbox::discord::{ChannelId as Channel, Message};
use usher::sandbox::{ALPHA, BETA, OPEN, Scene};
use usher::store::{CopyId, End, Entry, Store, StoreUrl, What};

use crate::harness::{Reply, Town, together};
use crate::process::Ground;

/// A town with a log channel, and a role that may look into the journal of Alpha Team alone.
async fn town() -> (Town, Channel) {
    let mut log = None;
    let town = Town::with(|scene: &mut Scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!(
            "log_channel = \"{channel}\"\n{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n\
             groups = [\"{ALPHA}\"]\n[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\n",
            scene.server, scene.roles.helper, scene.roles.moderator
        );
        log = Some(channel);
    })
    .await;
    (town, log.unwrap())
}

/// Waits until so many cases are in the log channel.
async fn logged(town: &Town, log: Channel, number: usize) -> Vec<String> {
    let lines = town.house.discord.wait_until(|world| {
        let lines: Vec<String> =
            world.messages.values().filter(|message| message.channel == log).map(Message::all_text).collect();
        (lines.len() >= number).then_some(lines)
    });
    town.within(lines).await
}

#[tokio::test]
async fn each_change_and_each_refusal_is_told_to_the_log_channel_once_without_numbers_or_links() {
    let (town, log) = town().await;
    town.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    town.command("visitor", "wa-group invite show", &[("group", ALPHA)]).await;
    let shown = town.command("moderator", "wa-group invite show", &[("group", ALPHA)]).await;
    town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    let lines = logged(&town, log, 3).await;
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
    let link = town.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    assert!(shown.text().contains(&link));
    assert!(!all.contains(&link) && !all.contains(OPEN), "{all}");
    assert_eq!(lines.len(), 3, "a plain read is nobody's business: {all}");
    town.close().await;
}

#[tokio::test]
async fn a_failure_and_what_nobody_knows_are_told_apart() {
    use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
    let (town, log) = town().await;
    town.house.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::SetPicture));
    let options = [("group", ALPHA), ("url", "https://example.com/a.png")];
    town.command("moderator", "wa-group picture", &options).await;
    town.house.groups.inject(FaultRule::always(Fault::Status(500)).of(Operation::SetPicture));
    let interaction = town.send("moderator", "wa-group picture", &options);
    town.hurried_reply(interaction).await;
    let all = logged(&town, log, 2).await.join("\n");
    assert!(all.contains("changed nothing") && all.contains("groups.picture · failed"), "{all}");
    assert!(all.contains("it is not confirmed") && all.contains("groups.picture · not confirmed"), "{all}");
    town.close().await;
}

#[tokio::test]
async fn a_log_channel_that_cannot_be_written_holds_up_nothing() {
    let (town, log) = town().await;
    town.house.discord.world(|world| world.deny_bot(log, u64::MAX));
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Quiet")]).await;
    assert!(reply.text().contains("Quiet"));
    town.close().await;
}

fn cases(reply: &Reply) -> Vec<String> {
    let text = reply.embed()["description"].as_str().unwrap_or_default().to_owned();
    text.lines().map(|line| line.split_whitespace().next().unwrap_or_default().replace('*', "")).collect()
}

/// The first and the last.
fn shown(reply: &Reply) -> [String; 2] {
    let all = cases(reply);
    [all[0].clone(), all[all.len() - 1].clone()]
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

#[tokio::test]
async fn cases_are_listed_newest_first_by_person_group_operation_and_days() {
    let (town, _) = town().await;
    town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One")]).await;
    town.command("owner", "wa-group rename", &[("group", BETA), ("name", "Beta Crew")]).await;
    town.house.clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
    town.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
    let ask = async |options: &[(&str, &str)]| cases(&town.command("owner", "wa-audit recent", options).await);
    assert_eq!(ask(&[]).await, ["#3", "#2", "#1"]);
    let moderator = town.person("moderator").to_string();
    assert_eq!(ask(&[("user", &moderator)]).await, ["#1"]);
    assert_eq!(ask(&[("group", BETA)]).await, ["#2"]);
    assert_eq!(ask(&[("operation", "groups.rename")]).await, ["#3", "#2"]);
    let recent = town.house.discord.command(
        town.person("owner"),
        town.house.channel,
        "wa-audit recent",
        &[("days".to_owned(), Value::from(1))],
    );
    assert_eq!(cases(&town.reply(recent.unwrap()).await), ["#3"]);
    town.close().await;
}

#[tokio::test]
async fn nothing_outside_the_askers_scope_is_listed_shown_or_exported() {
    let (town, _) = town().await;
    town.command("moderator", "wa-group describe", &[("group", "Alpha Team"), ("text", "One")]).await;
    town.command("moderator", "wa-group describe", &[("group", "Beta Readers"), ("text", "Two")]).await;
    town.command("owner", "wa-group create", &[("name", "Secret Plans")]).await;
    let listed = town.command("helper", "wa-audit recent", &[]).await;
    assert_eq!(cases(&listed), ["#1"]);
    assert!(listed.is_private());
    for (case, title) in [(1, "Case 1"), (2, "No such case"), (3, "No such case"), (99, "No such case")] {
        let options = [("case".to_owned(), Value::from(case))];
        let who = town.person("helper");
        let shown = town.house.discord.command(who, town.house.channel, "wa-audit show", &options).unwrap();
        assert_eq!(town.reply(shown).await.title(), title, "{case}");
    }
    let export = town.command("helper", "wa-audit export", &[]).await;
    let message = export.message.as_ref().unwrap();
    let csv = String::from_utf8(message.attachments[0].bytes.clone()).unwrap();
    assert!(csv.contains("Alpha Team") && !csv.contains("Beta Readers") && !csv.contains("Secret Plans"), "{csv}");
    let refused = town.command("visitor", "wa-audit recent", &[]).await;
    assert_eq!(refused.title(), "You may not do this");
    town.close().await;
}

#[tokio::test]
async fn somebody_who_sees_few_of_very_many_cases_finds_them_by_looking_further() {
    let folder = tempfile::tempdir().unwrap();
    let mut scene = Scene::new(&Clock::system());
    scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    scene.server = format!(
        "{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"audit.read\"]\ngroups = [\"{ALPHA}\"]\n",
        scene.server, scene.roles.helper
    );
    {
        let store = Store::open(&StoreUrl::try_from(scene.store.clone()).unwrap()).await.unwrap();
        let (owner, end) = (CopyId::new(), End::refused(Capability::GroupsEdit));
        for number in 1..=5_101 {
            let group = if number == 1 { ALPHA } else { BETA };
            let what = What { group: Some(group.parse().unwrap()), ..What::default() };
            let (guild, channel) = (GuildId(scene.guild.0), ChannelId(scene.channel.0));
            let entry = Entry { guild, channel, user: UserId(1), interaction: InteractionId(number), what };
            store.journal().record(&entry, &end, None, &owner, Clock::system().unix()).await.unwrap().unwrap();
        }
    }
    let town = Town::with(|usual| *usual = scene).await;
    let first = town.command("helper", "wa-audit recent", &[]).await;
    assert!(first.text().contains("Nothing among the 5,000 cases looked through here"), "{}", first.text());
    assert_eq!(first.buttons(), ["Next", "Last"]);
    let next = town.press("helper", &first, "Next").await;
    assert_eq!((cases(&next), next.buttons()), (texts(&["#1"]), texts(&["First", "Previous"])));
    let back = town.press("helper", &next, "Previous").await;
    assert!(back.text().contains("Nothing among"), "{}", back.text());
    let last = town.press("helper", &back, "Last").await;
    assert_eq!(cases(&last), ["#1"]);
    town.close().await;
}

#[tokio::test]
async fn a_case_tells_person_by_person_what_became_of_them() {
    let (town, _) = town().await;
    let members = format!("{OPEN}, +5521988880002, +5521988880003");
    town.command("moderator", "wa-group members add", &[("group", "Alpha Team"), ("members", &members)]).await;
    let options = [("case".to_owned(), Value::from(1))];
    let shown = town.house.discord.command(town.person("owner"), town.house.channel, "wa-audit show", &options);
    let text = town.reply(shown.unwrap()).await.text();
    for part in
        ["5521988880001@\u{200b}s.whatsapp.net: Added", "must be invited", "`members.add`", "Alpha Team", "done"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    town.close().await;
}

#[tokio::test]
async fn the_export_opens_in_a_spreadsheet_without_formulas_and_is_itself_a_case() {
    let (town, _) = town().await;
    town.house
        .groups
        .world(|world| world.group_mut(BETA).unwrap().name = "=HYPERLINK(\"https://evil.example\")".to_owned());
    town.command("owner", "wa-group describe", &[("group", BETA), ("text", "Two")]).await;
    town.offers("owner", "wa-group show", "group", "hyper").await;
    town.command("owner", "wa-group describe", &[("group", BETA), ("text", "Three")]).await;
    let export = town.command("owner", "wa-audit export", &[]).await;
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
    let listed = town.command("owner", "wa-audit recent", &[]).await;
    assert!(listed.text().contains("#3") && listed.text().contains("audit.export"), "{}", listed.text());
    town.close().await;
}

#[tokio::test]
async fn long_lists_have_pages_and_a_button_that_was_lost_access_to_shows_nothing() {
    let (town, _) = town().await;
    for number in 0..23 {
        let text = format!("Text {number}");
        town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
    }
    let first = town.command("moderator", "wa-audit recent", &[]).await;
    assert_eq!(cases(&first).len(), 10);
    assert_eq!(first.buttons(), ["Next", "Last"]);
    let second = town.press("moderator", &first, "Next").await;
    assert_eq!((shown(&second), second.buttons().len()), (["#13", "#4"].map(str::to_owned), 4));
    let third = town.press("moderator", &second, "Next").await;
    assert_eq!((cases(&third), third.buttons()), (texts(&["#3", "#2", "#1"]), texts(&["First", "Previous"])));
    let second = town.press("moderator", &third, "Previous").await;
    assert_eq!(shown(&second), ["#13", "#4"]);
    // A page is told by its neighbour: a case that is added meanwhile moves nothing.
    town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "One more")]).await;
    let last = town.press("moderator", &second, "Last").await;
    assert_eq!((shown(&last), last.buttons()), (["#10", "#1"].map(str::to_owned), texts(&["First", "Previous"])));
    let previous = town.press("moderator", &last, "Previous").await;
    assert_eq!(shown(&previous), ["#20", "#11"]);
    let newest = town.press("moderator", &previous, "Previous").await;
    assert_eq!((shown(&newest), newest.buttons()), (["#24", "#15"].map(str::to_owned), texts(&["Next", "Last"])));
    let last = town.press("moderator", &newest, "Last").await;
    let back = town.press("moderator", &last, "First").await;
    assert_eq!(shown(&back), ["#24", "#15"]);
    // The role is taken away, and the button is still there.
    let (guild, moderator) = (town.house.guild, town.person("moderator"));
    town.house.discord.world(|world| world.join(guild, moderator, &[]));
    let refused = town.press("moderator", &back, "Next").await;
    let told = town.house.discord.world(|world| world.original(refused.interaction).map(Message::all_text));
    assert!(told.unwrap_or_default().contains("You may not do this"));
    town.close().await;
}

/// Bulk additions of a year, and the people of each.
const ADDITIONS: u64 = 241;
const PEOPLE: u64 = 1_020;

fn number(addition: u64, person: u64) -> String {
    format!("+5511{:09}", 900_000_000 + addition * PEOPLE + person)
}

/// Fills the audit log with a year of bulk additions.
pub(crate) async fn fill_audit_log(ground: &Ground) {
    let id = |id: String| id.parse::<u64>().unwrap();
    let guild = GuildId(id(ground.town.guild.to_string()));
    ground
        .prepare(async |store| {
            let owner = CopyId::new();
            for addition in 0..ADDITIONS {
                let people = (0..PEOPLE).map(|person| Stood {
                    person: number(addition, person).parse().unwrap(),
                    standing: Standing::MustBeInvited,
                });
                let outcome = Outcome::Added { people: people.collect(), invite: None, rest_at: None };
                let what = What {
                    operation: "members.add".to_owned(),
                    session: Some("default".parse().unwrap()),
                    group: Some(ALPHA.parse().unwrap()),
                    group_name: Some("Alpha; Team".to_owned()),
                    data: None,
                };
                let interaction = InteractionId(1_000 + addition);
                let entry = Entry { guild, channel: ChannelId(2), user: UserId(3), interaction, what };
                let end = End::Done { outcome: Box::new(outcome), stopped: None };
                let now = Clock::system().unix();
                store.journal().record(&entry, &end, None, &owner, now).await.unwrap().unwrap();
            }
        })
        .await;
}

#[tokio::test]
async fn a_year_of_bulk_additions_arrives_as_files_and_takes_little_memory() {
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

    let files = ground.town.discord.world(|world| world.original(export).unwrap().attachments.clone());
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
    let (town, _) = town().await;
    for text in ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"] {
        town.command("owner", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
    }
    // A file takes its columns and one row.
    town.house.discord.world(|world| world.application.attachment_size_limit = 260);
    let export = town.command("owner", "wa-audit export", &[]).await;
    let message = export.message.as_ref().unwrap();
    assert_eq!(message.attachments.len(), 10, "{}", export.text());
    let rows = message.attachments.iter().map(|file| csv::Reader::from_reader(&file.bytes[..]).records().count());
    let rows: usize = rows.sum();
    assert!((10..12).contains(&rows), "{rows}");
    let missing = format!("{} older case", 12 - rows);
    assert!(export.text().contains(&missing) && export.text().contains("days"), "{}", export.text());
    town.close().await;
}

#[tokio::test]
async fn numbers_are_shown_to_who_may_see_them_elsewhere() {
    let (town, _) = town().await;
    town.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    for (who, is_shown) in [("moderator", true), ("helper", false)] {
        let options = [("case".to_owned(), Value::from(1))];
        let shown =
            town.house.discord.command(town.person(who), town.house.channel, "wa-audit show", &options).unwrap();
        let shown = town.reply(shown).await.text();
        let export = town.command(who, "wa-audit export", &[]).await;
        let export = String::from_utf8(export.message.unwrap().attachments[0].bytes.clone()).unwrap();
        for text in [shown, export] {
            assert_eq!(text.contains(OPEN.trim_start_matches('+')), is_shown, "{who}: {text}");
            assert!(is_shown || text.contains("+55 ••••• 0001"), "{who}: {text}");
        }
    }
    town.close().await;
}

//! `/wa-audit export`: its extent, and its files.

use sandbox::{ALPHA, BETA};
use usher::access::{ChannelId, GuildId, InteractionId, UserId};
use usher::operations::{AddResult, AddStatus, MembersAdded, Outcome};
use usher::store::{AuditEnd, AuditEntry, AuditSubject, InstanceId};
use usher_clock::Clock;

use crate::process::Host;

use super::with_log_channel;

#[tokio::test]
async fn export_contains_no_formulas_and_is_recorded_as_a_case() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            bot.groups
                .world(|world| world.group_mut(BETA).unwrap().name = "=HYPERLINK(\"https://evil.example\")".to_owned());
            bot.command("owner", "wa-group describe", &[("group", BETA), ("text", "Two")]).await;
            bot.offers("owner", "wa-group show", "group", "hyper").await;
            bot.command("owner", "wa-group describe", &[("group", BETA), ("text", "Three")]).await;
            let export = bot.command("owner", "wa-audit export", &[]).await;
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
            let listed = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(
                listed.text().contains("#3") && listed.text().contains("exported 2 log entries"),
                "{}",
                listed.text()
            );
        })
        .await;
}

/// The number of bulk adds in a year, and the people in each.
const ADDITIONS: u64 = 241;

const PEOPLE: u64 = 1_020;

fn number(addition: u64, person: u64) -> String {
    format!("+5511{:09}", 900_000_000 + addition * PEOPLE + person)
}

/// Fills the audit log with a year of bulk adds.
pub(crate) async fn fill_audit_log(host: &Host) {
    let id = |id: String| id.parse::<u64>().unwrap();
    let guild = GuildId(id(host.guild.to_string()));
    host.with_store(async |store| {
        let owner = InstanceId::new();
        for addition in 0..ADDITIONS {
            let people = (0..PEOPLE).map(|person| AddResult {
                person: number(addition, person).parse().unwrap(),
                standing: AddStatus::MustBeInvited,
            });
            let added = MembersAdded { people: people.collect(), invite: None, rest_at: None, continues_at: None };
            let what = AuditSubject {
                operation: "members.add".to_owned(),
                session: Some("default".parse().unwrap()),
                group: Some(ALPHA.parse().unwrap()),
                group_name: Some("Alpha; Team".to_owned()),
                data: None,
            };
            let interaction = InteractionId(1_000 + addition);
            let entry =
                AuditEntry { guild, channel: ChannelId(2), user: UserId(3), user_name: None, interaction, what };
            let end = AuditEnd::Done { outcome: Box::new(Outcome::AddMembers(added).into()), stopped: None };
            let now = Clock::system().now_utc();
            store.journal().record(&entry, &end, None, &owner, now).await.unwrap().unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn export_of_a_year_uses_several_files_and_little_memory() {
    Host::run(async |host| {
        fill_audit_log(host).await;
        let bot = host.start(None).await;
        let listed = host.send("owner", "wa-audit recent", &[]);
        assert!(host.answered(listed).await.contains("#241"));
        let before = bot.peak_memory();
        let export = host.send("owner", "wa-audit export", &[]);
        let text = host.answered(export).await;
        assert!(text.contains("241 entries") && !text.contains("did not fit"), "{text}");
        let grown = bot.peak_memory().saturating_sub(before);
        assert!(grown < 100 * 1_024, "{grown} KiB");

        let files = host.discord.world(|world| world.original(export).unwrap().attachments.clone());
        let names: Vec<&str> = files.iter().map(|file| file.filename.as_str()).collect();
        assert_eq!(names, ["usher-journal-1.csv", "usher-journal-2.csv"]);
        let mut cases = Vec::new();
        for file in &files {
            assert!(file.bytes.len() <= 10 * 1024 * 1024, "{}", file.bytes.len());
            let mut csv = csv::Reader::from_reader(&file.bytes[..]);
            let people = csv.headers().unwrap().iter().position(|title| title == "people").unwrap();
            for row in csv.records() {
                let row = row.unwrap();
                let case: u64 = row[0].parse().unwrap();
                let people: Vec<&str> = row[people].split("; ").collect();
                assert_eq!(people.len(), usize::try_from(PEOPLE).unwrap());
                let last = number(case - 1, PEOPLE - 1).trim_start_matches('+').to_owned();
                assert!(people.last().unwrap().contains(&last), "{case}: {:?}", people.last());
                cases.push(case);
            }
        }
        assert_eq!(cases, (1..=ADDITIONS).rev().collect::<Vec<_>>());
        assert!(bot.stop().await.success());
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_counted() {
    let (scene, _) = with_log_channel();
    scene
        .run(async |bot| {
            for text in
                ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]
            {
                bot.command("owner", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
            }
            // A file contains its columns and one row.
            bot.discord.world(|world| world.application.attachment_size_limit = 400);
            let export = bot.command("owner", "wa-audit export", &[]).await;
            let message = export.message.as_ref().unwrap();
            assert_eq!(message.attachments.len(), 10, "{}", export.text());
            let rows =
                message.attachments.iter().map(|file| csv::Reader::from_reader(&file.bytes[..]).records().count());
            let rows: usize = rows.sum();
            assert!((10..12).contains(&rows), "{rows}");
            let missing = format!("{} older entr", 12 - rows);
            assert!(export.text().contains(&missing) && export.text().contains("days"), "{}", export.text());
        })
        .await;
}

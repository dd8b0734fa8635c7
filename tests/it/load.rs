//! High load. The clock runs slowly, because here an unoptimised bot shares two threads with both stand-ins. The bench
//! `roundtrip` measures the speed of the release build.

use std::time::Duration;

use discord_stand_in::{ACKNOWLEDGE_WITHIN, State};
use sandbox::ALPHA;
use serde_json::json;
use usher_clock::Clock;

use crate::harness::{BotScene, TestBot};

/// In virtual time.
const SLOWNESS: u32 = 5;

/// Returns a scene with a slowed clock, in which nothing but the latency of the groups API limits the bot.
fn slowed(latency: Option<Duration>) -> BotScene {
    let scene = TestBot::with(|scene| {
        *scene = crate::harness::scene(&Clock::slowed(SLOWNESS));
        "groups_api.requests_per_second = 10000\ngroups_api.concurrency = 256\n".clone_into(&mut scene.settings);
        if let Some(latency) = latency {
            scene.whatsapp.settings.latency = latency;
        }
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
    });
    scene.alone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousand_interactions_are_acknowledged_within_three_seconds() {
    slowed(Some(Duration::from_millis(500)))
        .run(async |bot| {
            let options = || vec![("group".to_owned(), json!(ALPHA))];
            let who = bot.people.moderator;
            let sent: Vec<_> = (0..1_000)
                .map(|_| bot.discord.command(who, bot.channel, "wa-group show", &options()).unwrap())
                .collect();
            for one in &sent {
                let answered =
                    bot.discord.wait_until(|world| (world.interactions[one].state == State::Answered).then_some(()));
                tokio::time::timeout(Duration::from_secs(60), answered).await.expect("all are answered");
            }
            let slowest = bot.discord.world(|world| {
                for one in &sent {
                    assert!(world.original(*one).unwrap().all_text().starts_with("Alpha Team"));
                }
                sent.iter().filter_map(|one| world.interactions[one].answered_after).max().unwrap()
            });
            println!("the slowest acknowledgement of 1,000 took {slowest:?}");
            assert!(slowest < ACKNOWLEDGE_WITHIN, "{slowest:?}");
        })
        .await;
}

/// Files that take long to parse: many columns by many rows, and the maximum number of phone numbers.
pub(crate) fn hostile_files() -> [Vec<u8>; 4] {
    let wide_and_long = |columns: usize, rows: usize| format!("{}\n{}", ",".repeat(columns), "a\n".repeat(rows));
    let numbers = format!("x{}\n", ",11999999999".repeat(8)).repeat(10_000);
    let mut files = [wide_and_long(400_000, 300_000), wide_and_long(480_000, 19_000), numbers.clone(), numbers];
    for file in &mut files {
        file.truncate(1024 * 1024);
    }
    files.map(String::into_bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_files_hold_nobody_up() {
    slowed(None)
        .run(async |bot| {
            let (reader, who) = (bot.people.owner, bot.people.moderator);
            let mut sent: Vec<_> = hostile_files()
                .map(|bytes| {
                    let file = bot.discord.upload(reader, "people.csv", "text/csv", bytes);
                    let options = [("group".to_owned(), json!(ALPHA)), ("file".to_owned(), json!(file.to_string()))];
                    bot.discord.command(reader, bot.channel, "wa-group members add", &options).unwrap()
                })
                .to_vec();
            let files = sent.clone();
            let options = [("group".to_owned(), json!(ALPHA))];
            sent.extend((0..1_000).map(|_| bot.discord.command(who, bot.channel, "wa-group show", &options).unwrap()));
            for one in &sent {
                let answered =
                    bot.discord.wait_until(|world| (world.interactions[one].state == State::Answered).then_some(()));
                tokio::time::timeout(Duration::from_secs(60), answered).await.expect("all are answered");
            }
            let slowest = bot.discord.world(|world| {
                for file in &files {
                    let said = world.original(*file).unwrap().all_text();
                    assert!(said.contains("Can't use this list") || said.contains("found"), "{said}");
                }
                sent.iter().filter_map(|one| world.interactions[one].answered_after).max().unwrap()
            });
            println!("the slowest acknowledgement beside four hostile files took {slowest:?}");
            assert!(slowest < ACKNOWLEDGE_WITHIN, "{slowest:?}");
        })
        .await;
}

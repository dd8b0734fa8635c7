//! Kills the bot at random moments under a mixed load, repeatedly, while the groups API answers late or never. At the
//! end every acknowledged interaction is answered, every change is in the journal once, and the groups match the
//! journal. Runs with one instance on SQLite, and with two on PostgreSQL.
//!
//! `USHER_CHAOS_ROUNDS` sets the number of kills.

use std::collections::HashMap;
use std::time::Duration;

use discord_stand_in::InteractionId;
use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, Person, World};
use sandbox::{ALPHA, Scene};
use usher::store::{AuditRecord, AuditStatus};

use crate::process::{Host, is_settled, text};

/// Slightly fewer groups API calls than a round's load makes: the bot is killed after a random one of them.
const CALLS_A_ROUND: u64 = 40;

/// A change that a user requested.
enum Asked {
    Create(String),
    Describe {
        round: usize,
        text: String,
    },
    Add(String),
    /// `before`: the code to revoke.
    Revoke {
        round: usize,
        before: String,
    },
    Read,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_under_load_nothing_is_lost_or_done_twice() {
    Host::with(scene)
        .alone()
        .run(async |host| {
            let mut sent: Vec<(InteractionId, Asked)> = Vec::new();
            for round in 0..rounds() {
                let bot = host.start(None).await;
                sent.extend(until_killed(host, round).await);
                bot.kill().await;
            }
            let bot = host.start(None).await;
            all_settled(host, &sent).await;
            assert!(bot.stop().await.success(), "{}", host.log());
            let rows = host.journal().await;
            println!("killed {} times: {} interactions, {} rows", rounds(), sent.len(), rows.len());
            agree(host, &sent, &rows);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_killed_under_load_lose_nothing() {
    Host::with(scene)
        .on_postgres()
        .alone()
        .run(async |host| {
            let mut bots = [host.start(None).await, host.start(None).await];
            let mut sent: Vec<(InteractionId, Asked)> = Vec::new();
            for round in 0..rounds() {
                host.within(host.discord.wait_connections(2)).await;
                sent.extend(until_killed(host, round).await);
                let [one, two] = bots;
                one.kill().await;
                // Sometimes the other instance is killed too.
                let other = if fastrand::u8(0..6) == 0 {
                    two.kill().await;
                    host.start(None).await
                } else {
                    two
                };
                bots = [other, host.start(None).await];
            }
            all_settled(host, &sent).await;
            for bot in bots {
                assert!(bot.stop().await.success(), "{}", host.log());
            }
            let rows = host.journal().await;
            println!("killed {} times, of two: {} interactions, {} rows", rounds(), sent.len(), rows.len());
            agree(host, &sent, &rows);
        })
        .await;
}

fn rounds() -> usize {
    #[expect(clippy::disallowed_methods, reason = "a setting of the test")]
    let rounds = std::env::var("USHER_CHAOS_ROUNDS");
    rounds.ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(50)
}

/// Adds a log channel, and for each round a person to add and a group whose link is revoked.
fn scene(scene: &mut Scene) {
    let channel = scene.discord.add_channel(scene.guild, "usher-log");
    scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
    let account = scene.whatsapp.find_person("5511900000000").unwrap();
    for round in 0..rounds() {
        scene.whatsapp.add_person(Person::phone(&format!("+{}", phone_number(round))));
        scene.whatsapp.add_group(GroupSeed::new(&format!("Round {round}"), account).id(&group(round)));
    }
}

/// Sends one round's load, and returns when a bot is to be killed.
async fn until_killed(host: &Host, round: usize) -> Vec<(InteractionId, Asked)> {
    be_late(host);
    let so_far = host.groups.calls().last().map_or(0, |call| call.number);
    let of_round = load(host, round).await;
    let last = so_far + fastrand::u64(1..=CALLS_A_ROUND);
    let enough = async {
        tokio::select! {
            _ = host.groups.until_call(|call| call.number >= last) => {}
            // The load may make fewer calls.
            () = host.discord.wait_until(|world| {
                of_round.iter().all(|(one, _)| is_settled(&world.interactions[one])).then_some(())
            }) => {}
        }
    };
    host.within(enough).await;
    of_round
}

/// Makes some changes so slow that their answers are lost, and loses others. All delays are within the verification
/// time: `hour.rs` covers longer delays, because the clock of a process cannot be moved.
fn be_late(host: &Host) {
    host.groups.world(World::clear_faults);
    let changes =
        [Operation::CreateGroup, Operation::UpdateDescription, Operation::AddParticipants, Operation::RevokeInvite];
    for operation in changes {
        let fault = match fastrand::u8(0..8) {
            0 => Fault::Drop,
            1 => Fault::DropAfter,
            2 => Fault::StatusAfter(500),
            3 => Fault::Status(500),
            4 | 5 => Fault::Delay(Duration::from_millis(fastrand::u64(0..3_500))),
            _ => continue,
        };
        host.groups.inject(FaultRule::next(fault).of(operation));
    }
}

async fn all_settled(host: &Host, sent: &[(InteractionId, Asked)]) {
    let settled = host.discord.wait_until(|world| {
        // Discord itself reports interactions that were never acknowledged.
        let is_open = |one: &InteractionId| {
            let interaction = &world.interactions[one];
            !is_settled(interaction) && interaction.answered_after.is_some()
        };
        (!sent.iter().any(|(one, _)| is_open(one))).then_some(())
    });
    host.within(settled).await;
    let checked = host.discord.wait_until(|world| {
        let text = |one: &InteractionId| text(world, *one);
        (!sent.iter().any(|(one, _)| text(one).contains("is checking"))).then_some(())
    });
    host.within(checked).await;
}

fn group(round: usize) -> String {
    format!("1203639{round:011}@g.us")
}

fn phone_number(round: usize) -> String {
    format!("55219888{round:05}")
}

/// Returns the requests of one round.
async fn load(host: &Host, round: usize) -> Vec<(InteractionId, Asked)> {
    let group = group(round);
    let question = host.send("owner", "wa-group invite revoke", &[("group", &group)]);
    host.answered(question).await;
    let message = host.discord.world(|world| world.interactions[&question].original.unwrap());
    let press = host.discord.press(host.person("owner"), message, "Revoke").unwrap();
    let before = host.groups.world(|world| world.group(&group).unwrap().invite.clone());
    let (text, number) = (format!("Words {round}"), phone_number(round));
    let describe = host.send("owner", "wa-group describe", &[("group", &group), ("text", &text)]);
    let add = host.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", &number)]);
    let mut sent = vec![
        (question, Asked::Read),
        (press, Asked::Revoke { round, before }),
        (describe, Asked::Describe { round, text }),
        (add, Asked::Add(number)),
    ];
    for index in 0..6 {
        let name = format!("Team {round}-{index}");
        sent.push((host.send("owner", "wa-group create", &[("name", &name)]), Asked::Create(name)));
        sent.push((host.send("owner", "wa-group show", &[("group", ALPHA)]), Asked::Read));
    }
    sent
}

/// Panics unless every change is in the journal once, with its outcome, and the groups match the journal.
fn agree(host: &Host, sent: &[(InteractionId, Asked)], rows: &[AuditRecord]) {
    assert!(rows.iter().all(|row| row.verdict.is_some()), "open: {rows:#?}");
    let mut of: HashMap<String, Vec<&AuditRecord>> = HashMap::new();
    for row in rows {
        of.entry(row.entry.interaction.to_string()).or_default().push(row);
    }
    let calls = host.groups.calls();
    let sent_to = |operation: Operation, round: usize| {
        let path = group(round).replace('@', "%40");
        calls.iter().filter(|call| call.operation == Some(operation) && call.path.contains(&path)).count()
    };
    for (interaction, asked) in sent {
        let rows = of.get(&interaction.to_string()).map(Vec::as_slice).unwrap_or_default();
        assert!(rows.len() <= 1, "{rows:?}");
        let journalled = rows.first().is_some_and(|row| row.verdict == Some(AuditStatus::Done));
        let there = host.groups.world(|world| match asked {
            Asked::Create(name) => {
                let number = world.groups().filter(|group| group.name == *name).count();
                assert!(number <= 1, "{name} is there {number} times");
                number == 1
            }
            Asked::Describe { round, text } => {
                assert!(sent_to(Operation::UpdateDescription, *round) <= 1, "{text} was sent twice");
                world.group(&group(*round)).unwrap().description.as_deref() == Some(text)
            }
            Asked::Add(number) => {
                let person = world.find_person(number).unwrap();
                world.group(ALPHA).unwrap().has(person)
            }
            Asked::Revoke { round, before } => {
                assert!(sent_to(Operation::RevokeInvite, *round) <= 1, "round {round}: revoked twice");
                world.group(&group(*round)).unwrap().invite != *before
            }
            Asked::Read => false,
        });
        let text = host.text(*interaction);
        assert_eq!(journalled, there, "{interaction}: {rows:?}\n{text}");
        let denied = text.contains("Nothing changed") || text.contains("the change is not there");
        assert!(!(there && denied), "{interaction}: {rows:?}\n{text}");
        assert!(!(there && text.contains("Not confirmed")), "{interaction}: {rows:?}\n{text}");
    }
}

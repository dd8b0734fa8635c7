//! The bot is killed at random moments under a mixed load, again and again. In the end every interaction that was
//! acknowledged is answered, every change is in the journal once, and the groups are as the journal says.
//!
//! `USHER_CHAOS_ROUNDS` says how often it is killed.

use std::collections::HashMap;

use usher::sandbox::discord::InteractionId;
use usher::sandbox::whatsapp::{Call, Operation, Person};
use usher::sandbox::{ALPHA, BETA};
use usher::store::{Row, Verdict};

use crate::harness::alone;
use crate::process::{Ground, is_settled};

/// Calls of the groups API that a round's load makes, or a little less: it is killed after any of them.
const CALLS_A_ROUND: u64 = 40;

/// What somebody asked for.
enum Asked {
    Create(String),
    Describe(String),
    Add(String),
    Revoke,
    Read,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_random_moments_under_load_nothing_is_lost_and_nothing_is_done_twice() {
    let _turn = alone().await;
    #[expect(clippy::disallowed_methods, reason = "a test's own setting")]
    let rounds = std::env::var("USHER_CHAOS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(50);
    let ground = Ground::new(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
        for round in 0..rounds {
            scene.whatsapp.add_person(Person::phone(&format!("+{}", phone_number(round))));
        }
    })
    .await;
    let mut sent: Vec<(InteractionId, Asked)> = Vec::new();
    for round in 0..rounds {
        let bot = ground.start(None).await;
        let so_far = ground.town.groups.calls().last().map_or(0, |call| call.number);
        let of_round = load(&ground, round).await;
        let last = so_far + fastrand::u64(1..=CALLS_A_ROUND);
        let enough = async {
            tokio::select! {
                _ = ground.town.groups.until_call(|call| call.number >= last) => {}
                // The load may make fewer calls.
                () = ground.town.discord.wait_until(|world| {
                    of_round.iter().all(|(one, _)| is_settled(&world.interactions[one])).then_some(())
                }) => {}
            }
        };
        ground.within(enough).await;
        sent.extend(of_round);
        bot.kill().await;
    }

    let bot = ground.start(None).await;
    let settled = ground.town.discord.wait_until(|world| {
        // What was never acknowledged, Discord has told people itself.
        let is_open = |one: &InteractionId| {
            let interaction = &world.interactions[one];
            !is_settled(interaction) && interaction.answered_after.is_some()
        };
        (!sent.iter().any(|(one, _)| is_open(one))).then_some(())
    });
    ground.within(settled).await;
    assert!(bot.stop().await.success(), "{}", ground.log());
    let rows = ground.journal().await;
    println!("killed {rounds} times: {} interactions, {} rows", sent.len(), rows.len());
    agree(&ground, &sent, &rows);
}

fn phone_number(round: usize) -> String {
    format!("55219888{round:05}")
}

/// What people ask for in one round.
async fn load(ground: &Ground, round: usize) -> Vec<(InteractionId, Asked)> {
    let question = ground.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
    ground.answered(question).await;
    let message = ground.town.discord.world(|world| world.interactions[&question].original.unwrap());
    let press = ground.town.discord.press(ground.person("moderator"), message, "Revoke").unwrap();
    let (text, number) = (format!("Words {round}"), phone_number(round));
    let describe = ground.send("moderator", "wa-group describe", &[("group", BETA), ("text", &text)]);
    let add = ground.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", &number)]);
    let mut sent = vec![
        (question, Asked::Read),
        (press, Asked::Revoke),
        (describe, Asked::Describe(text)),
        (add, Asked::Add(number)),
    ];
    for index in 0..6 {
        let name = format!("Team {round}-{index}");
        sent.push((ground.send("owner", "wa-group create", &[("name", &name)]), Asked::Create(name)));
        sent.push((ground.send("owner", "wa-group show", &[("group", ALPHA)]), Asked::Read));
    }
    sent
}

/// Fails unless every change is in the journal once, with its end, and the groups are as the journal says.
fn agree(ground: &Ground, sent: &[(InteractionId, Asked)], rows: &[Row]) {
    assert!(rows.iter().all(|row| row.verdict.is_some()), "open: {rows:#?}");
    let mut of: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in rows {
        of.entry(row.entry.interaction.to_string()).or_default().push(row);
    }
    let calls = ground.town.groups.calls();
    let mut revoked = 0;
    for (interaction, asked) in sent {
        let rows = of.get(&interaction.to_string()).map(Vec::as_slice).unwrap_or_default();
        assert!(rows.len() <= 1, "{rows:?}");
        let journalled = rows.first().is_some_and(|row| row.verdict == Some(Verdict::Done));
        let there = ground.town.groups.world(|world| match asked {
            Asked::Create(name) => {
                let number = world.groups().filter(|group| group.name == *name).count();
                assert!(number <= 1, "{name} is there {number} times");
                number == 1
            }
            Asked::Describe(text) => calls.iter().any(|call| {
                let body = call.body.as_ref();
                call.status == Some(200) && body.is_some_and(|body| body["description"] == text.as_str())
            }),
            Asked::Add(number) => {
                let person = world.find_person(number).unwrap();
                world.group(ALPHA).unwrap().has(person)
            }
            Asked::Revoke => {
                revoked += usize::from(journalled);
                journalled
            }
            Asked::Read => false,
        });
        assert_eq!(journalled, there, "{interaction}: {rows:?}\n{}", ground.text(*interaction));
    }
    let is_revocation = |call: &&Call| call.operation == Some(Operation::RevokeInvite) && call.status == Some(200);
    assert_eq!(calls.iter().filter(is_revocation).count(), revoked);
}

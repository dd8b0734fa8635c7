//! The bot is killed at random moments under a mixed load, again and again. In the end every interaction that was
//! acknowledged is answered, every change is in the journal once, and the groups are as the journal says.
//!
//! `USHER_CHAOS_ROUNDS` says how often it is killed.

use std::collections::HashMap;

use usher::sandbox::discord::InteractionId;
use usher::sandbox::whatsapp::{Operation, Person};
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
    let rounds: usize = std::env::var("USHER_CHAOS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(50);
    let number = |round: usize| format!("55219888{round:05}");
    let ground = Ground::new(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
        for round in 0..rounds {
            scene.whatsapp.add_person(Person::phone(&format!("+{}", number(round))));
        }
    })
    .await;
    let mut sent: Vec<(InteractionId, Asked)> = Vec::new();
    for round in 0..rounds {
        let before = sent.len();
        let bot = ground.start(None).await;
        let so_far = ground.town.groups.calls().last().map_or(0, |call| call.number);
        let question = ground.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
        sent.push((question, Asked::Read));
        ground.answered(question).await;
        let message = ground.town.discord.world(|world| world.interactions[&question].original.unwrap());
        sent.push((ground.town.discord.press(ground.person("moderator"), message, "Revoke").unwrap(), Asked::Revoke));
        let text = format!("Words {round}");
        let describe = ground.send("moderator", "wa-group describe", &[("group", BETA), ("text", &text)]);
        sent.push((describe, Asked::Describe(text)));
        let add = ground.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", &number(round))]);
        sent.push((add, Asked::Add(number(round))));
        for index in 0..6 {
            let name = format!("Team {round}-{index}");
            sent.push((ground.send("owner", "wa-group create", &[("name", &name)]), Asked::Create(name)));
            sent.push((ground.send("owner", "wa-group show", &[("group", ALPHA)]), Asked::Read));
        }
        let last = so_far + fastrand::u64(1..=CALLS_A_ROUND);
        let enough = async {
            tokio::select! {
                _ = ground.town.groups.until_call(|call| call.number >= last) => {}
                // The load may make fewer calls.
                () = ground.town.discord.wait_until(|world| {
                    sent[before..].iter().all(|(one, _)| is_settled(&world.interactions[one])).then_some(())
                }) => {}
            }
        };
        ground.within(enough).await;
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
    assert!(rows.iter().all(|row| row.verdict.is_some()), "open: {rows:#?}");
    let mut of: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in &rows {
        of.entry(row.entry.interaction.to_string()).or_default().push(row);
    }
    let calls = ground.town.groups.calls();
    let (mut revoked, mut done) = (0, 0);
    for (interaction, asked) in &sent {
        let rows = of.get(&interaction.to_string()).map(Vec::as_slice).unwrap_or_default();
        assert!(rows.len() <= 1, "{rows:?}");
        let journalled = rows.first().is_some_and(|row| row.verdict == Some(Verdict::Done));
        done += usize::from(journalled);
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
    let deletes =
        calls.iter().filter(|call| call.operation == Some(Operation::RevokeInvite) && call.status == Some(200));
    assert_eq!(deletes.count(), revoked);
    println!("killed {rounds} times: {} interactions, {} rows, {done} changes", sent.len(), rows.len());
}

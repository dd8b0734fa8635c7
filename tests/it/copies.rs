//! Two instances of the bot on one PostgreSQL, both connected with the same token and shard.

use std::time::Duration;

use discord_stand_in::InteractionId;
use sandbox::ALPHA;
use usher::store::{AuditStatus, Store};

use crate::harness::{TestBot, alone};
use crate::postgres::Database;
use crate::process::{Ground, is_settled};

pub(crate) async fn ground(database: &Database) -> Ground {
    Ground::on(database.url(), tempfile::tempdir().unwrap(), |scene| {
        scene.whatsapp.settings.latency = Duration::from_millis(20);
        scene.settings.push_str("groups_api.concurrency = 64\n");
    })
    .await
}

/// Sends `number` creations and as many reads, with short pauses.
pub(crate) async fn load(ground: &Ground, from: usize, number: usize) -> Vec<(InteractionId, Option<String>)> {
    let mut sent = Vec::new();
    for number in from..from + number {
        let name = format!("Team {number:04}");
        sent.push((ground.send("owner", "wa-group create", &[("name", &name)]), Some(name)));
        sent.push((ground.send("owner", "wa-session list", &[]), None));
        tokio::task::yield_now().await;
    }
    sent
}

pub(crate) async fn all_settled(ground: &Ground, sent: &[(InteractionId, Option<String>)]) {
    let settled = ground.test_bot.discord.wait_until(|world| {
        sent.iter().all(|(interaction, _)| is_settled(&world.interactions[interaction])).then_some(())
    });
    ground.within(settled).await;
}

pub(crate) fn groups_called(ground: &Ground, name: &str) -> usize {
    ground.test_bot.groups.world(|world| world.groups().filter(|group| group.name == name).count())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_handle_each_of_200_interactions_once() {
    let _turn = alone().await;
    let Some(database) = Database::make().await else { return };
    let ground = ground(&database).await;
    let (one, two) = (ground.start(None).await, ground.start(None).await);
    ground.within(ground.test_bot.discord.wait_connections(2)).await;

    let sent = load(&ground, 0, 100).await;
    all_settled(&ground, &sent).await;
    let told = ground.test_bot.discord.wait_until(|world| {
        let creations = sent.iter().filter(|(_, name)| name.is_some());
        creations.clone().all(|(interaction, _)| !world.followups(*interaction).is_empty()).then_some(())
    });
    ground.within(told).await;
    for (interaction, name) in &sent {
        let text = ground.text(*interaction);
        match name {
            Some(name) => {
                assert!(text.contains("The group was created") && text.contains(name.as_str()), "{name}: {text}");
                assert_eq!(groups_called(&ground, name), 1, "{name}");
                let told = ground.test_bot.discord.world(|world| world.followups(*interaction).len());
                assert_eq!(told, 1, "{name}");
            }
            None => assert!(text.starts_with("Sessions"), "{text}"),
        }
    }
    let posts = ground.test_bot.groups.calls().iter().filter(|call| call.method == "POST").count();
    assert_eq!(posts, 100);
    let acks = ground.test_bot.discord.world(|world| {
        let taken = world.requests_to("POST /interactions/{interaction}/{token}/callback");
        taken.filter(|request| request.status == 204).count()
    });
    assert_eq!(acks, 200, "one acknowledgement each");
    assert!(one.stop().await.success() && two.stop().await.success(), "{}", ground.log());
    let rows = ground.journal().await;
    assert_eq!(rows.iter().filter(|row| row.verdict == Some(AuditStatus::Done)).count(), 100);
    assert_eq!(rows.len(), 100);
    drop(ground);
    database.drop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_instance_leaves_no_request_unanswered_or_done_twice() {
    let _turn = alone().await;
    let Some(database) = Database::make().await else { return };
    let ground = ground(&database).await;
    let (one, two) = (ground.start(None).await, ground.start(None).await);
    ground.within(ground.test_bot.discord.wait_connections(2)).await;

    let mut sent = load(&ground, 0, 50).await;
    ground.within(ground.test_bot.groups.until_call(|call| call.method == "POST")).await;
    sent.extend(load(&ground, 50, 10).await);
    one.kill().await;
    sent.extend(load(&ground, 60, 40).await);
    all_settled(&ground, &sent).await;
    assert!(two.stop().await.success(), "{}", ground.log());

    let rows = ground.journal().await;
    for (interaction, name) in &sent {
        let text = ground.text(*interaction);
        let Some(name) = name else {
            assert!(text.starts_with("Sessions"), "{text}");
            continue;
        };
        let there = groups_called(&ground, name);
        assert!(there <= 1, "{name} was created {there} times");
        let of_it: Vec<_> =
            rows.iter().filter(|row| row.entry.interaction.to_string() == interaction.to_string()).collect();
        assert_eq!(of_it.len(), 1, "{name}: {of_it:?}");
        assert_eq!(of_it[0].verdict == Some(AuditStatus::Done), there == 1, "{name}: {:?}", of_it[0]);
        assert_eq!(text.contains("The group was created"), there == 1, "{name}: {text}");
    }
    drop(ground);
    database.drop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopped_instance_leaves_all_requests_to_the_other() {
    let _turn = alone().await;
    let Some(database) = Database::make().await else { return };
    let ground = ground(&database).await;
    let (one, two) = (ground.start(None).await, ground.start(None).await);
    ground.within(ground.test_bot.discord.wait_connections(2)).await;
    // Each instance has seen the other's heartbeat since both are running.
    let store = Store::open(&database.url().try_into().unwrap()).await.unwrap();
    let acquainted = async {
        while !store.instances().all().await.unwrap().iter().all(|(_, beat)| *beat >= 3) {
            tokio::task::yield_now().await;
        }
    };
    ground.within(acquainted).await;
    store.close().await;

    let mut sent = load(&ground, 1, 20).await;
    one.terminate();
    sent.extend(load(&ground, 21, 20).await);
    assert!(one.ended().await.success(), "{}", ground.log());
    sent.extend(load(&ground, 41, 5).await);
    all_settled(&ground, &sent).await;
    for (interaction, name) in &sent {
        let text = ground.text(*interaction);
        let words = if name.is_some() { "The group was created" } else { "Sessions" };
        assert!(text.contains(words), "{text}");
    }
    assert!(two.stop().await.success(), "{}", ground.log());
    drop(ground);
    database.drop().await;
}

#[tokio::test]
async fn cancel_claims_nothing_where_another_copy_was_first() {
    let Some(database) = Database::make().await else { return };
    let test_bot = TestBot::with(|scene| scene.store = database.url()).await;
    let store = Store::open(&database.url().try_into().unwrap()).await.unwrap();
    let question = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let asked = question.text();
    // Does what another instance does at the start of the operation: it deletes the confirmation from the store, and
    // this instance does not know.
    let id = question.message.as_ref().unwrap().control("Cancel").unwrap()["custom_id"].as_str().unwrap().to_owned();
    assert!(store.confirmations().withdraw(id.strip_prefix("no:").unwrap().parse().unwrap()).await.unwrap());
    let reply = test_bot.press("moderator", &question, "Cancel").await;
    assert!(reply.title() == "No longer good" && reply.is_private(), "{}", reply.text());
    assert!(!reply.text().contains("Nothing was changed"), "{}", reply.text());
    let shown = test_bot.house.discord.world(|world| world.messages[&question.message.as_ref().unwrap().id].all_text());
    assert_eq!(shown, asked, "the other copy's press is shown there");
    store.close().await;
    test_bot.close().await;
    database.drop().await;
}

//! Two instances of the bot on one PostgreSQL, both connected with the same token and shard.

use std::time::Duration;

use discord_stand_in::InteractionId;
use sandbox::whatsapp::Operation;
use sandbox::{ALPHA, OPEN};
use usher::store::{AuditStatus, Store};

use crate::harness::TestBot;
use crate::postgres::Database;
use crate::process::{Host, HostScene, answer};

/// The scene of several instances on a PostgreSQL database. Without a server for tests, it runs nothing.
pub(crate) fn scene_of_several() -> HostScene {
    let scene = Host::with(|scene| {
        scene.whatsapp.settings.latency = Duration::from_millis(20);
        scene.settings.push_str("groups_api.concurrency = 64\n");
    });
    scene.on_postgres().alone()
}

async fn cluster(body: impl AsyncFnOnce(&Host)) {
    scene_of_several().run(body).await;
}

/// Sends `number` creations and as many reads, with short pauses.
pub(crate) async fn load(host: &Host, from: usize, number: usize) -> Vec<(InteractionId, Option<String>)> {
    let mut sent = Vec::new();
    for number in from..from + number {
        let name = format!("Team {number:04}");
        sent.push((host.send("owner", "wa-group create", &[("name", &name), ("members", OPEN)]), Some(name)));
        sent.push((host.send("owner", "wa-session list", &[]), None));
        tokio::task::yield_now().await;
    }
    sent
}

pub(crate) async fn all_settled(host: &Host, sent: &[(InteractionId, Option<String>)]) {
    let settled = host
        .discord
        .wait_until(|world| sent.iter().all(|(interaction, _)| answer(world, *interaction).is_some()).then_some(()));
    host.within(settled).await;
}

pub(crate) fn groups_called(host: &Host, name: &str) -> usize {
    host.groups.world(|world| world.groups().filter(|group| group.name == name).count())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_handle_each_of_200_interactions_once() {
    cluster(async |host| {
        let (one, two) = (host.start(None).await, host.start(None).await);
        host.within(host.discord.wait_connections(2)).await;

        let sent = load(host, 0, 100).await;
        all_settled(host, &sent).await;
        let told = host.discord.wait_until(|world| {
            let creations = sent.iter().filter(|(_, name)| name.is_some());
            creations.clone().all(|(interaction, _)| !world.followups(*interaction).is_empty()).then_some(())
        });
        host.within(told).await;
        for (interaction, name) in &sent {
            let text = host.text(*interaction);
            match name {
                Some(name) => {
                    assert!(text.contains("Group created") && text.contains(name.as_str()), "{name}: {text}");
                    assert_eq!(groups_called(host, name), 1, "{name}");
                    let told = host.discord.world(|world| world.followups(*interaction).len());
                    assert_eq!(told, 1, "{name}");
                }
                None => assert!(text.starts_with("WhatsApp accounts"), "{text}"),
            }
        }
        let changes = host.groups.calls().into_iter().filter_map(|call| call.operation).filter(|it| it.changes());
        assert_eq!(changes.collect::<Vec<_>>(), [Operation::CreateGroup; 100]);
        let acks = host.discord.world(|world| {
            let taken = world.requests_to("POST /interactions/{interaction}/{token}/callback");
            taken.filter(|request| request.status == 204).count()
        });
        assert_eq!(acks, 200, "one acknowledgement each");
        assert!(one.stop().await.success() && two.stop().await.success(), "{}", host.log());
        let rows = host.journal().await;
        assert_eq!(rows.iter().filter(|row| row.verdict == Some(AuditStatus::Done)).count(), 100);
        assert_eq!(rows.len(), 100);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_instance_leaves_no_request_unanswered_or_done_twice() {
    cluster(async |host| {
        let (one, two) = (host.start(None).await, host.start(None).await);
        host.within(host.discord.wait_connections(2)).await;

        let mut sent = load(host, 0, 50).await;
        host.within(host.groups.until_call(|call| call.operation == Some(Operation::CreateGroup))).await;
        sent.extend(load(host, 50, 10).await);
        one.kill().await;
        sent.extend(load(host, 60, 40).await);
        all_settled(host, &sent).await;
        assert!(two.stop().await.success(), "{}", host.log());

        let rows = host.journal().await;
        for (interaction, name) in &sent {
            let text = host.text(*interaction);
            let Some(name) = name else {
                assert!(text.starts_with("WhatsApp accounts"), "{text}");
                continue;
            };
            let there = groups_called(host, name);
            assert!(there <= 1, "{name} was created {there} times");
            let of_it: Vec<_> =
                rows.iter().filter(|row| row.entry.interaction.to_string() == interaction.to_string()).collect();
            assert_eq!(of_it.len(), 1, "{name}: {of_it:?}");
            assert_eq!(of_it[0].verdict == Some(AuditStatus::Done), there == 1, "{name}: {:?}", of_it[0]);
            assert_eq!(text.contains("Group created"), there == 1, "{name}: {text}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopped_instance_leaves_all_requests_to_the_other() {
    cluster(async |host| {
        let (one, two) = (host.start(None).await, host.start(None).await);
        host.within(host.discord.wait_connections(2)).await;
        // Each instance has seen the other's heartbeat since both are running.
        let acquainted = host.with_store(async |store| {
            while !store.instances().all().await.unwrap().iter().all(|(_, beat)| *beat >= 3) {
                tokio::task::yield_now().await;
            }
        });
        host.within(acquainted).await;

        let mut sent = load(host, 1, 20).await;
        one.terminate();
        sent.extend(load(host, 21, 20).await);
        assert!(one.ended().await.success(), "{}", host.log());
        sent.extend(load(host, 41, 5).await);
        all_settled(host, &sent).await;
        for (interaction, name) in &sent {
            let text = host.text(*interaction);
            let words = if name.is_some() { "Group created" } else { "WhatsApp accounts" };
            assert!(text.contains(words), "{text}");
        }
        assert!(two.stop().await.success(), "{}", host.log());
    })
    .await;
}

#[tokio::test]
async fn cancel_claims_nothing_where_another_copy_was_first() {
    let Some(database) = Database::make().await else { return };
    TestBot::with(|scene| scene.store = database.url())
        .run(async |bot| {
            let store = Store::open(&database.url().try_into().unwrap()).await.unwrap();
            let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            let asked = question.text();
            // Does what another instance does at the start of the operation: it deletes the confirmation from the store, and
            // this instance does not know.
            let id =
                question.message.as_ref().unwrap().control("Cancel").unwrap()["custom_id"].as_str().unwrap().to_owned();
            assert!(store.confirmations().delete(id.strip_prefix("no:").unwrap().parse().unwrap()).await.unwrap());
            let reply = bot.press("moderator", &question, "Cancel").await;
            assert!(reply.title() == "You already answered this" && reply.is_private(), "{}", reply.text());
            assert!(!reply.text().contains("Nothing changed"), "{}", reply.text());
            let shown = bot.discord.world(|world| world.messages[&question.message.as_ref().unwrap().id].all_text());
            assert_eq!(shown, asked, "the other copy's press is shown there");
            store.close().await;
        })
        .await;
    database.drop().await;
}

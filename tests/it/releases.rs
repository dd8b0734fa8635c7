//! The last release and this one on one PostgreSQL, as during an upgrade. `USHER_TEST_LAST_RELEASE` names the program
//! of the last release, which speaks to Titan's groups API alone.

use discord_stand_in::{InteractionId, Message, MessageId, World};
use sandbox::ALPHA;
use tokio::process::Command;
use usher::access::UserId;
use usher::store::{InstanceId, RequestId, Store, StoreUrl};
use usher_clock::Timestamp;

use crate::approvals::two::two_must;
use crate::cluster::{all_settled, groups_called, load, scene_of_several};
use crate::process::{Host, Process};

/// Configuration keys that the last release does not have.
const UNKNOWN_TO_IT: &[&str] = &[
    "groups_api.provider",
    "groups_api.settle_within",
    "limits.approval_requests_per_minute",
    "limits.lookups_per_minute",
    "limits.confirm_above",
    "approvals.two_for",
    "alerts_role",
];

fn last_release() -> Option<Command> {
    let program = std::env::var_os("USHER_TEST_LAST_RELEASE");
    if program.is_none() {
        eprintln!("skipped: the last release beside this one, since USHER_TEST_LAST_RELEASE is not set");
    }
    program.map(Command::new)
}

/// Starts both releases; the last release starts first, and creates the tables.
async fn both(host: &Host, last: Command) -> (Process, Process) {
    // The last release cannot parse items that users buy for their profiles.
    host.discord.world(|world| world.plain_profiles = true);
    let old = host.start_earlier(last, UNKNOWN_TO_IT).await;
    let before = load(host, 0, 5).await;
    all_settled(host, &before).await;
    let new = host.start(None).await;
    host.within(host.discord.wait_connections(2)).await;
    (old, new)
}

/// Returns the message that asks for confirmation, and its button.
fn question(world: &World, interaction: InteractionId) -> Option<(MessageId, String)> {
    let message = world.original(interaction)?;
    let ids = message.controls().into_iter().filter_map(|control| control["custom_id"].as_str());
    ids.into_iter().find(|id| id.starts_with("yes:")).map(|id| (message.id, id.to_owned()))
}

fn acknowledgements(host: &Host) -> usize {
    host.discord.world(|world| {
        let all = world.requests_to("POST /interactions/{interaction}/{token}/callback");
        all.filter(|request| request.status == 204).count()
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn last_release_works_beside_this_one() {
    let Some(last) = last_release() else { return };
    scene_of_several()
        .on_titan()
        .run(async |host| {
            let (old, new) = both(host, last).await;
            let acknowledged = acknowledgements(host);
            let sent = load(host, 100, 60).await;
            all_settled(host, &sent).await;
            for (interaction, name) in &sent {
                let text = host.text(*interaction);
                let Some(name) = name else { continue };
                assert!(text.contains(name.as_str()), "{name}: {text}");
                assert_eq!(groups_called(host, name), 1, "{name}");
            }
            assert_eq!(acknowledgements(host) - acknowledged, sent.len(), "one acknowledgement each");

            // Each question revokes the link once, whichever release sent it and whichever release gets the press.
            let asked: Vec<_> =
                (0..10).map(|_| host.send("moderator", "wa-group invite revoke", &[("group", ALPHA)])).collect();
            let posed = host.discord.wait_until(|world| {
                asked.iter().map(|interaction| question(world, *interaction)).collect::<Option<Vec<_>>>()
            });
            let revocations = || host.groups.calls().iter().filter(|call| call.method == "DELETE").count();
            let before = revocations();
            for (message, button) in host.within(posed).await {
                let pressed = host.discord.press(host.person("moderator"), message, &button).unwrap();
                host.answered(pressed).await;
            }
            assert_eq!(revocations() - before, asked.len());

            // The last release is stopped under load, and this one handles the rest.
            let sent = load(host, 300, 40).await;
            old.terminate();
            assert!(old.ended().await.success(), "{}", host.log());
            all_settled(host, &sent).await;
            for name in sent.iter().filter_map(|(_, name)| name.as_ref()) {
                assert_eq!(groups_called(host, name), 1, "{name}");
            }
            assert!(new.stop().await.success(), "{}", host.log());
            let rows = host.journal().await;
            let created = rows.iter().filter(|row| row.entry.what.operation == "groups.create").count();
            assert_eq!(created, 5 + 60 + 40);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn last_release_takes_over_from_this_one() {
    let Some(last) = last_release() else { return };
    scene_of_several()
        .on_titan()
        .run(async |host| {
            let (old, new) = both(host, last).await;
            let mut sent = load(host, 100, 40).await;
            host.within(host.groups.until_call(|call| call.method == "POST")).await;
            new.kill().await;
            sent.extend(load(host, 200, 20).await);
            all_settled(host, &sent).await;
            assert!(old.stop().await.success(), "{}", host.log());
            let rows = host.journal().await;
            for (interaction, name) in &sent {
                let Some(name) = name else { continue };
                assert!(groups_called(host, name) <= 1, "{name}");
                let of_it: Vec<_> =
                    rows.iter().filter(|row| row.entry.interaction.to_string() == interaction.to_string()).collect();
                assert!(of_it.len() <= 1 && of_it.iter().all(|row| row.verdict.is_some()), "{name}: {of_it:?}");
            }
        })
        .await;
}

/// The last release does not know that two people must approve, and cannot read such a request.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn last_release_never_carries_out_what_two_must_approve() {
    let Some(last) = last_release() else { return };
    let scene = Host::with(two_must).on_titan().on_postgres().alone();
    scene
        .run(async |host| {
            let (old, new) = both(host, last).await;
            let asked = host.send("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
            host.answered(asked).await;
            let request = host.discord.wait_until(|world| {
                let posted = |message: &&Message| message.channel == host.approvals && !message.is_ephemeral();
                world.messages.values().find(posted).map(|message| message.id)
            });
            let request = host.within(request).await;
            // As if this release had got the press of a person who has left since. It shows the approval.
            let store = Store::open(&StoreUrl::try_from(host.store.clone()).unwrap()).await.unwrap();
            let (who, at) = (UserId(1), Timestamp::from_secs(0));
            assert!(store.requests().approve_first(RequestId(1), who, None, &InstanceId::new(), at).await.unwrap());
            store.close().await;
            for _ in 0..6 {
                let pressed = host.discord.press(host.person("moderator"), request, "Approve").unwrap();
                host.answered(pressed).await;
            }
            assert!(!host.groups.calls().iter().any(|call| call.method == "PUT"), "{}", host.log());
            assert!(old.stop().await.success(), "{}", host.log());
            for (who, words) in [("moderator", "One more approval is needed"), ("owner", "renamed **Alpha Team**")] {
                // A press during the one before is told to come again, which Discord's rate limits can bring about.
                loop {
                    let pressed = host.discord.press(host.person(who), request, "Approve").unwrap();
                    // The post may show the words before the press has had its effect.
                    host.answered(pressed).await;
                    let shown = host.discord.wait_until(|world| {
                        let is_shown = world.messages[&request].all_text().contains(words);
                        (is_shown || !world.followups(pressed).is_empty()).then_some(is_shown)
                    });
                    if host.within(shown).await {
                        break;
                    }
                }
            }
            assert!(new.stop().await.success(), "{}", host.log());
        })
        .await;
}

//! Requests for approval, with the bot killed at every step, and with two instances.

use discord_stand_in::{InteractionKind, Message, MessageId, World};
use sandbox::{ALPHA, whatsapp::Call};
use usher::store::AuditStatus;

use crate::approvals::two::two_must;
use crate::approvals::{may_ask, requests_in};
use crate::process::{Host, is_settled};

const REVOKE: &[(&str, &str)] = &[("group", ALPHA)];

/// Returns the requests in the approvals channel, oldest first.
fn posted(host: &Host, world: &World) -> Vec<Message> {
    requests_in(world, host.approvals)
}

/// Waits until the message contains the words.
async fn says(host: &Host, message: MessageId, words: &str) -> String {
    let said = host.discord.wait_until(|world| {
        let text = world.messages.get(&message)?.all_text();
        text.contains(words).then_some(text)
    });
    host.within(said).await
}

async fn first_posted(host: &Host) -> Message {
    host.within(host.discord.wait_until(|world| posted(host, world).pop())).await
}

#[tokio::test]
async fn killed_during_a_request_it_is_posted_once_or_never_made() {
    for (place, asked) in [("after acknowledgement", false), ("after asking", true), ("before answer", true)] {
        Host::with(may_ask)
            .run(async |host| {
                let bot = host.start(Some(place)).await;
                let interaction = host.send("helper", "wa-group invite revoke", REVOKE);
                host.logged(&format!("place=\"{place}\"")).await;
                bot.kill().await;

                let bot = host.start(None).await;
                let text = host.answered(interaction).await;
                assert!(text.contains(if asked { "Usher sent it" } else { "Interrupted" }), "killed {place}: {text}");
                if asked {
                    let request = first_posted(host).await;
                    host.discord.press(host.person("moderator"), request.id, "Approve").unwrap();
                    says(host, request.id, "revoked the invite link").await;
                }
                assert!(bot.stop().await.success(), "{}", host.log());
                let number = host.discord.world(|world| posted(host, world).len());
                assert_eq!(number, usize::from(asked), "killed {place}");
                let deletes = host.groups.calls().iter().filter(|call| call.method == "DELETE").count();
                assert_eq!(deletes, usize::from(asked), "killed {place}");
            })
            .await;
    }
}

#[tokio::test]
async fn killed_during_approved_operation_runs_at_most_once() {
    for (place, sent) in
        [("after begin", false), ("after request", true), ("before end", true), ("before telling", true)]
    {
        Host::with(may_ask)
            .run(async |host| {
                let link = || host.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
                let before = link();
                let first = host.start(None).await;
                let interaction = host.send("helper", "wa-group invite revoke", REVOKE);
                host.answered(interaction).await;
                let request = first_posted(host).await;
                assert!(first.stop().await.success());
                let bot = host.start(Some(place)).await;
                host.discord.press(host.person("moderator"), request.id, "Approve").unwrap();
                host.logged(&format!("place=\"{place}\"")).await;
                bot.kill().await;

                let bot = host.start(None).await;
                let words = if sent { "revoked the invite link" } else { "Not confirmed" };
                let text = says(host, request.id, words).await;
                assert!(text.contains("Approved by"), "killed {place}: {text}");
                let answer = host.discord.world(|world| world.interactions[&interaction].original.unwrap());
                says(host, answer, if sent { "The old link no longer works" } else { "Not confirmed" }).await;
                assert!(bot.stop().await.success(), "{}", host.log());
                assert_eq!(link() != before, sent, "killed {place}");
                let deletes = host.groups.calls().iter().filter(|call| call.method == "DELETE").count();
                assert_eq!(deletes, usize::from(sent), "killed {place}");
                let rows = host.journal().await;
                let verdict = if sent { AuditStatus::Done } else { AuditStatus::Unknown };
                assert_eq!(rows.iter().map(|row| row.verdict).collect::<Vec<_>>(), [Some(verdict)], "killed {place}");
            })
            .await;
    }
}

#[tokio::test]
async fn killed_after_the_first_approval_it_is_shown_and_counts() {
    Host::with(two_must)
        .run(async |host| {
            let bot = host.start(None).await;
            let rename = [("group", ALPHA), ("name", "Alpha Crew")];
            host.answered(host.send("helper", "wa-group rename", &rename)).await;
            let request = first_posted(host).await;
            assert!(bot.stop().await.success());
            let bot = host.start(Some("before telling")).await;
            host.discord.press(host.person("moderator"), request.id, "Approve").unwrap();
            host.logged("place=\"before telling\"").await;
            bot.kill().await;

            let bot = host.start(None).await;
            says(host, request.id, "One more approval is needed").await;
            let renamed = || host.groups.calls().iter().filter(|call| call.method == "PUT").count();
            assert_eq!(renamed(), 0);
            host.discord.press(host.person("owner"), request.id, "Approve").unwrap();
            says(host, request.id, "renamed **Alpha Team**").await;
            assert!(bot.stop().await.success(), "{}", host.log());
            assert_eq!(renamed(), 1);
        })
        .await;
}

/// Slightly fewer Discord requests than a round makes: the bot is killed after a random one of them.
const REQUESTS_A_ROUND: usize = 25;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn approval_survives_random_kills() {
    Host::with(may_ask)
        .alone()
        .run(async |host| {
            let open = |world: &World| {
                let open = posted(host, world).into_iter().filter(|message| !message.components.is_empty());
                open.collect::<Vec<_>>()
            };
            let approve_all = || {
                let requests = host.discord.world(|world| open(world));
                // A request may be decided between the read and the press.
                let press =
                    |request: &Message| host.discord.press(host.person("moderator"), request.id, "Approve").ok();
                requests.iter().filter_map(press).collect::<Vec<_>>()
            };
            for round in 0..20 {
                let bot = host.start(None).await;
                let so_far = host.discord.world(|world| world.requests.len());
                let mut of_round = approve_all();
                for number in 0..3 {
                    let text = format!("Text {round}-{number}.");
                    of_round.push(host.send("helper", "wa-group describe", &[("group", ALPHA), ("text", &text)]));
                }
                let last = so_far + fastrand::usize(1..=REQUESTS_A_ROUND);
                let enough = host.discord.wait_until(|world| {
                    let settled = || of_round.iter().all(|one| is_settled(&world.interactions[one]));
                    (world.requests.len() >= last || settled()).then_some(())
                });
                host.within(enough).await;
                bot.kill().await;
            }

            let bot = host.start(None).await;
            // A press that was cut short before the operation began shows nothing, and the button works again.
            let answered = host.discord.wait_until(|world| {
                let commands = world.interactions.values().filter(|one| one.kind == InteractionKind::Command);
                let mut acknowledged = commands.filter(|one| one.answered_after.is_some());
                acknowledged.all(is_settled).then_some(())
            });
            host.within(answered).await;
            while host.discord.world(|world| !open(world).is_empty()) {
                let pressed = approve_all();
                let settled = host.discord.wait_until(|world| {
                    pressed.iter().all(|press| is_settled(&world.interactions[press])).then_some(())
                });
                host.within(settled).await;
            }
            let told = host.discord.wait_until(|world| {
                let being_done = |message: &Message| message.all_text().contains("Usher is working on it");
                (!posted(host, world).iter().any(being_done)).then_some(())
            });
            host.within(told).await;
            assert!(bot.stop().await.success(), "{}", host.log());
            let rows = host.journal().await;
            let calls = host.groups.calls();
            let requests = host.discord.world(|world| posted(host, world));
            let mut done = 0;
            for request in &requests {
                let shown = request.all_text();
                let text =
                    shown.split("Text ").nth(1).and_then(|rest| rest.split('.').next()).unwrap().replace('\\', "");
                let text = format!("Text {text}.");
                let posts = requests.iter().filter(|other| other.all_text().replace('\\', "").contains(&text)).count();
                assert_eq!(posts, 1, "{text} was posted once");
                let is_it = |call: &&Call| {
                    call.method == "PUT" && call.body.as_ref().is_some_and(|body| body.to_string().contains(&text))
                };
                let puts = calls.iter().filter(is_it).count();
                let expected = if puts == 0 { "Nothing changed" } else { "changed the description" };
                // Later changes, or a kill before the call, can hide the result: then the message says that it is unknown.
                let is_unknown = shown.contains("Not confirmed");
                assert!(puts <= 1 && (is_unknown || shown.contains(expected)), "{text} was sent {puts} times: {shown}");
                done += usize::from(puts == 1 && !is_unknown);
            }
            assert_eq!(rows.iter().filter(|row| row.verdict == Some(AuditStatus::Done)).count(), done);
            println!("killed 20 times: {} requests, {done} carried out", requests.len());
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_approvals_at_two_instances_run_once() {
    Host::with(may_ask)
        .on_postgres()
        .alone()
        .run(async |host| {
            let (one, two) = (host.start(None).await, host.start(None).await);
            host.within(host.discord.wait_connections(2)).await;

            for _ in 0..5 {
                let asked = host.send("helper", "wa-group invite revoke", REVOKE);
                assert!(host.answered(asked).await.contains("Usher sent it"));
            }
            let requests = host.discord.world(|world| posted(host, world));
            assert_eq!(requests.len(), 5);
            // All are for one change. While it is in progress, an approval of the next one warns instead.
            for request in &requests {
                for who in ["moderator", "owner"] {
                    host.discord.press(host.person(who), request.id, "Approve").unwrap();
                }
                says(host, request.id, "revoked the invite link").await;
            }
            let settled = host.discord.wait_until(|world| world.interactions.values().all(is_settled).then_some(()));
            host.within(settled).await;
            // No older text replaced it meanwhile.
            for request in host.discord.world(|world| posted(host, world)) {
                assert!(request.all_text().contains("revoked the invite link"), "{}", request.all_text());
            }
            let deletes = host.groups.calls().iter().filter(|call| call.method == "DELETE").count();
            assert_eq!(deletes, 5);

            // Grants and revocations apply at once in both instances.
            let role = host.guild.to_string();
            for (command, allowed) in [("wa-access grant", true), ("wa-access revoke", false)] {
                let changed = host.send("owner", command, &[("role", &role), ("capability", "groups.read")]);
                host.answered(changed).await;
                for _ in 0..20 {
                    let asked = host.send("visitor", "wa-group list", &[]);
                    let text = host.answered(asked).await;
                    assert_eq!(!text.contains("No permission"), allowed, "after {command}: {text}");
                }
            }
            assert!(one.stop().await.success() && two.stop().await.success(), "{}", host.log());
            let rows = host.journal().await;
            let revocations = rows.iter().filter(|row| row.entry.what.operation == "invites.revoke");
            assert_eq!(revocations.filter(|row| row.verdict == Some(AuditStatus::Done)).count(), 5);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_approvals_at_two_instances_run_once() {
    Host::with(two_must)
        .on_postgres()
        .alone()
        .run(async |host| {
            let (one, two) = (host.start(None).await, host.start(None).await);
            host.within(host.discord.wait_connections(2)).await;
            for number in 0..5 {
                let name = format!("Crew {number}");
                let asked = host.send("helper", "wa-group rename", &[("group", ALPHA), ("name", &name)]);
                assert!(host.answered(asked).await.contains("Usher sent it"));
            }
            let requests = host.discord.world(|world| posted(host, world));
            let renamed = |name: &str| {
                let is_it = |call: &&Call| call.body.as_ref().is_some_and(|body| body.to_string().contains(name));
                host.groups.calls().iter().filter(|call| call.method == "PUT").filter(is_it).count()
            };
            for (number, request) in requests.iter().enumerate() {
                let name = format!("Crew {number}");
                for _ in 0..3 {
                    host.discord.press(host.person("moderator"), request.id, "Approve").unwrap();
                }
                says(host, request.id, "One more approval is needed").await;
                assert_eq!(renamed(&name), 0, "{name}");
                for _ in 0..2 {
                    host.discord.press(host.person("owner"), request.id, "Approve").unwrap();
                }
                says(host, request.id, "renamed **").await;
            }
            let settled = host.discord.wait_until(|world| world.interactions.values().all(is_settled).then_some(()));
            host.within(settled).await;
            for (number, request) in requests.iter().enumerate() {
                assert_eq!(renamed(&format!("Crew {number}")), 1);
                let shown = host.discord.world(|world| world.messages[&request.id].all_text());
                assert!(shown.contains("renamed **") && shown.contains(" and "), "{shown}");
            }
            assert!(one.stop().await.success() && two.stop().await.success(), "{}", host.log());
        })
        .await;
}

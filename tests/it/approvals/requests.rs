//! Who may ask, and the life of a request until its decision.

use std::time::Duration;

use discord_stand_in::{Fault, Message};
use sandbox::{ALPHA, BETA};
use serde_json::json;

use crate::harness::{TestBot, text_of};

use super::{MINUTE, RENAME, case, helper_may_ask, may_ask, press};

#[tokio::test]
async fn a_right_to_ask_is_for_the_groups_of_its_grant_alone() {
    helper_may_ask()
        .run(async |bot| {
            for group in [BETA, "Beta Readers"] {
                let reply = bot.command("helper", "wa-group rename", &[("group", group), ("name", "Mine")]).await;
                assert!(["No permission", "Group not found"].contains(&reply.title().as_str()), "{}", reply.text());
            }
            let offered = bot.offers("helper", "wa-group rename", "group", "").await;
            assert_eq!(offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>(), ["Alpha Team"]);
            // A grant for one group does not allow requests without a group.
            let reply = bot.command("helper", "wa-group create", &[("name", "New")]).await;
            assert_eq!(reply.title(), "No permission");
            assert!(bot.posted().is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_request_that_nobody_decides_expires_and_everybody_is_told() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            bot.clock.advance(MINUTE * 60 * 24 + MINUTE);
            let expired = bot.discord.wait_until(|world| {
                let message = &world.messages[&request.id];
                message.components.is_empty().then(|| message.all_text())
            });
            let text = bot.within(expired).await;
            assert!(text.contains("Nobody decided in time"), "{text}");
            let told = bot.discord.wait_until(|world| {
                let direct = world.messages.values().find(|message| {
                    world.channels.get(&message.channel).is_some_and(|channel| channel.recipient.is_some())
                });
                direct.map(Message::all_text)
            });
            assert!(bot.within(told).await.contains("Nobody decided in time"));
            drop(asked);
            // A press that was in flight, or is forged.
            let mut raw = press(bot, "wa-group rename").await;
            raw["data"]["custom_id"] = json!("approve:1");
            let late = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert_eq!(late.title(), "Already decided");
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
        })
        .await;
}

#[tokio::test]
async fn open_requests_are_limited_to_five_and_can_be_withdrawn() {
    helper_may_ask()
        .run(async |bot| {
            for number in 0..5 {
                let name = format!("Name {number}");
                bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
            }
            let reply = bot.command("helper", "wa-group rename", RENAME).await;
            assert_eq!(reply.title(), "Too many open requests");
            assert_eq!(bot.posted().len(), 5);
            let list = bot.command("helper", "wa-request list", &[]).await;
            assert!(
                list.is_private() && list.text().contains("**#5**") && list.text().contains("Name 4"),
                "{}",
                list.text()
            );
            let offered = bot.offers("helper", "wa-request cancel", "id", "").await;
            assert_eq!(offered.len(), 5);
            assert!(offered[0].name.contains("#5 rename this group · Alpha Team"), "{}", offered[0].name);
            let cancel = async |who: &str, id: i64| bot.numbered(who, "wa-request cancel", "id", id).await;
            // Another user's request is not found, not even by an access manager.
            let reply = cancel("owner", 2).await;
            assert_eq!(reply.title(), "Request not found");
            let reply = cancel("helper", 2).await;
            assert!(reply.text().contains("Request #2 withdrawn"), "{}", reply.text());
            let shown = bot.posted().remove(1);
            assert!(
                shown.all_text().contains("withdrew this request") && shown.components.is_empty(),
                "{}",
                shown.all_text()
            );
            let reply = cancel("helper", 2).await;
            assert_eq!(reply.title(), "Already decided");
            let reply = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(reply.text().contains("Request #6"), "{}", reply.text());
            // A requester sees their own requests; an access manager sees all.
            let list = bot.command("visitor", "wa-request list", &[]).await;
            assert!(list.text().contains("No requests"), "{}", list.text());
            let list = bot.command("owner", "wa-request list", &[]).await;
            assert!(list.text().contains("**#6**"), "{}", list.text());
        })
        .await;
}

#[tokio::test]
async fn request_is_stored_before_its_post_and_the_post_is_retried() {
    helper_may_ask()
        .run(async |bot| {
            bot.discord.world(|world| {
                let limited = Fault::RateLimited { retry_after: Duration::from_secs(90), global: false };
                world.faults.next("POST /channels/{channel}/messages", 1, limited);
            });
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(asked.text().contains("could not post it yet"), "{}", asked.text());
            let list = bot.command("helper", "wa-request list", &[]).await;
            assert!(list.text().contains("not posted yet"), "{}", list.text());
            bot.clock.advance(Duration::from_secs(15));
            let approvals = bot.approvals;
            let posted = bot
                .discord
                .wait_until(|world| world.messages.values().any(|message| message.channel == approvals).then_some(()));
            bot.within(posted).await;
            let answer = asked.message.as_ref().unwrap().id;
            let told = bot
                .discord
                .wait_until(|world| world.messages[&answer].all_text().contains("Usher sent it").then_some(()));
            bot.within(told).await;
            let request = bot.posted().pop().unwrap();
            bot.decide("moderator", &request, "Approve").await;
        })
        .await;
}

#[tokio::test]
async fn unwritable_channel_is_shown_to_the_requester_and_in_the_list() {
    helper_may_ask()
        .run(async |bot| {
            let approvals = bot.approvals;
            bot.discord.world(|world| world.deny_bot(approvals, u64::MAX));
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(
                asked.text().contains("Usher can't post in the approval channel")
                    && asked.text().contains("`/wa-setup`"),
                "{}",
                asked.text()
            );
            let list = bot.command("owner", "wa-request list", &[]).await;
            assert!(list.text().contains("Usher can't post it"), "{}", list.text());
        })
        .await;
}

#[tokio::test]
async fn without_a_channel_for_approvals_there_is_nowhere_to_ask() {
    TestBot::with(|scene| {
        may_ask(scene);
        scene.server = scene
            .server
            .lines()
            .filter(|line| !line.starts_with("approvals_channel"))
            .fold(String::new(), |all, line| all + line + "\n");
    })
    .run(async |bot| {
        let reply = bot.command("helper", "wa-group rename", RENAME).await;
        assert_eq!(reply.title(), "No approval channel");
        assert!(reply.text().contains("`/wa-setup`") && reply.calls.is_empty(), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn a_read_can_be_asked_for_as_well() {
    helper_may_ask()
        .run(async |bot| {
            bot.grant(
                "owner",
                "everyone",
                &[("capability", "groups.read"), ("needs_approval", "all"), ("group", ALPHA)],
            )
            .await;
            // A member who needs approval even to read sees no names before the approval.
            assert!(bot.offers("visitor", "wa-group show", "group", "").await.is_empty());
            let asked = bot.command("visitor", "wa-group members list", &[("group", ALPHA)]).await;
            let request = bot.posted().pop().unwrap();
            assert!(request.all_text().contains("see this group's members"), "{}", request.all_text());
            let approved = bot.decide("moderator", &request, "Approve").await;
            assert!(!approved.text().contains("+55"), "{}", approved.text());
            let told = bot.message(asked.message.unwrap().id);
            assert!(told.is_ephemeral() && text_of(&told).contains("+55 ••••• 0001"), "{}", text_of(&told));
            let late = bot.discord.press(bot.person("owner"), request.id, "Approve");
            assert!(late.is_err(), "the buttons are gone");
            let case = case(bot, 2).await;
            assert!(case.contains("see this group's members") && case.contains("Approved by"), "{case}");
        })
        .await;
}

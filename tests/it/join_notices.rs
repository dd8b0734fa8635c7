//! Notices of requests to join in the approvals channel, with the providers that have such requests.

use std::time::Duration;

use discord_stand_in::{Fault, Message, World};
use sandbox::whatsapp::{Call, Operation, Provider};
use sandbox::{ALPHA, ASKING, BETA, OPEN};

use tempfile::TempDir;

use crate::approvals::may_ask;
use crate::harness::{BotScene, TestBot, buttons_of, text_of};

const WITH_REQUESTS: [Provider; 2] = [Provider::Gowa, Provider::OpenWa];
const POST: &str = "POST /channels/{channel}/messages";

/// A server with an approvals channel, whose moderators may decide requests to join. The store outlasts a restart.
fn served_by(provider: Provider, folder: &TempDir) -> BotScene {
    TestBot::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.whatsapp.serve_as(provider);
        may_ask(scene);
    })
}

/// A server with an approvals channel and one grant, to the moderators' role.
fn where_moderators_have(grant: &str) -> BotScene {
    TestBot::with(|scene| {
        scene.whatsapp.serve_as(Provider::OpenWa);
        let (moderator, approvals) = (scene.roles.moderator, scene.approvals);
        scene.server = format!(
            "sessions = [\"default\"]\napprovals_channel = \"{approvals}\"\n[[guilds.grants]]\nrole = \"{moderator}\"\n\
             {grant}"
        );
    })
}

/// Returns what everyone in the approvals channel sees, oldest first.
fn posted_in(world: &World, bot: &TestBot) -> Vec<Message> {
    let is_public = |one: &&Message| one.channel == bot.approvals && !one.is_ephemeral();
    world.messages.values().filter(is_public).cloned().collect()
}

fn posted(bot: &TestBot) -> Vec<Message> {
    bot.discord.world(|world| posted_in(world, bot))
}

/// Waits, while the clock advances, until the approvals channel has so many messages and the last one contains the words.
async fn notice(bot: &TestBot, number: usize, words: &str) -> Message {
    let shown = bot.discord.wait_until(|world| {
        let all = posted_in(world, bot);
        let last = all.last().filter(|_| all.len() == number)?;
        text_of(last).contains(words).then(|| last.clone())
    });
    bot.hurried(bot.within(shown)).await
}

/// Waits, while the clock advances, until the requests of a group were read so many times more.
async fn reads(bot: &TestBot, group: &str, number: usize) {
    // `@` has another form in a path.
    let digits = group.split('@').next().unwrap();
    bot.groups.take_calls();
    for _ in 0..number {
        let is_read = |call: &Call| {
            let named = format!("{}?{}", call.path, call.query.as_deref().unwrap_or_default());
            call.operation == Some(Operation::ListJoinRequests) && named.contains(digits)
        };
        bot.hurried(bot.within(bot.groups.until_call(is_read))).await;
        bot.groups.take_calls();
    }
}

fn ask_to_join(bot: &TestBot, group: &str, number: &str) {
    bot.groups.world(|world| {
        let person = world.find_person(number.trim_start_matches('+')).unwrap();
        assert!(world.ask_to_join(group, person));
    });
}

#[tokio::test]
async fn requests_are_announced_once_and_newcomers_again() {
    for provider in WITH_REQUESTS {
        served_by(provider, &tempfile::tempdir().unwrap())
            .run(async |bot| {
                let first = notice(bot, 1, "2 people ask to join").await;
                let text = text_of(&first);
                assert!(text.contains("Alpha Team") && !text.contains("0004"), "{provider}: {text}");
                assert_eq!(buttons_of(&first), ["Show requests", "Approve all", "Decline all"]);
                reads(bot, ALPHA, 3).await;
                bot.restart().await;
                reads(bot, ALPHA, 2).await;
                assert_eq!(posted(bot).len(), 1, "{provider}");
                ask_to_join(bot, ALPHA, OPEN);
                let second = notice(bot, 2, "3 people ask to join").await;
                assert_ne!(first.id, second.id);
                let replaced = bot.discord.wait_until(|world| {
                    text_of(&world.messages[&first.id]).contains("A newer message has").then_some(())
                });
                bot.within(replaced).await;
                assert!(buttons_of(&bot.message(first.id)).is_empty(), "{provider}");
            })
            .await;
    }
}

#[tokio::test]
async fn buttons_of_a_notice_serve_those_who_may_decide() {
    served_by(Provider::OpenWa, &tempfile::tempdir().unwrap())
        .run(async |bot| {
            let notice_of_two = notice(bot, 1, "2 people ask to join").await;
            for label in ["Show requests", "Approve all", "Decline all"] {
                let refused = bot.decide("visitor", &notice_of_two, label).await;
                assert!(refused.is_private() && refused.title() == "No permission", "{label}: {}", refused.text());
            }
            let shown = bot.decide("moderator", &notice_of_two, "Show requests").await;
            assert!(shown.is_private() && shown.text().contains("88880004"), "{}", shown.text());
            let asked = bot.decide("moderator", &notice_of_two, "Approve all").await;
            assert!(asked.is_private() && asked.text().contains("88880004"), "{}", asked.text());
            let approved = bot.press("moderator", &asked, "Approve").await;
            assert!(approved.text().contains("**Now in the group** (2)"), "{}", approved.text());
            // The announcement of the approval is in the same channel.
            let over = bot.discord.wait_until(|world| {
                text_of(&world.messages[&notice_of_two.id]).contains("Nobody asks to join").then_some(())
            });
            bot.hurried(bot.within(over)).await;
            assert!(buttons_of(&bot.message(notice_of_two.id)).is_empty());
        })
        .await;
}

#[tokio::test]
async fn notice_shows_how_many_still_ask() {
    served_by(Provider::Gowa, &tempfile::tempdir().unwrap())
        .run(async |bot| {
            let posted = notice(bot, 1, "2 people ask to join").await;
            let approve = [("group", ALPHA), ("members", ASKING)];
            bot.command("moderator", "wa-group requests approve", &approve).await;
            let changed = notice(bot, 1, "1 person asks to join").await;
            assert_eq!(changed.id, posted.id);
            assert_eq!(buttons_of(&changed), buttons_of(&posted));
        })
        .await;
}

#[tokio::test]
async fn a_notice_is_one_message_whatever_happens_to_its_post() {
    served_by(Provider::OpenWa, &tempfile::tempdir().unwrap())
        .run(async |bot| {
            bot.discord.world(|world| world.faults.next(POST, 1, Fault::LostAnswer(502)));
            notice(bot, 1, "2 people ask to join").await;
            reads(bot, ALPHA, 2).await;
            assert_eq!(posted(bot).len(), 1);
            // The bot stops while Discord works on the post.
            ask_to_join(bot, ALPHA, OPEN);
            bot.discord.world(|world| world.faults.next(POST, 1, Fault::Delay(Duration::from_secs(1))));
            let sent = bot.discord.wait_until(|world| world.faults.is_clear().then_some(()));
            bot.hurried(bot.within(sent)).await;
            bot.restart().await;
            notice(bot, 2, "3 people ask to join").await;
            reads(bot, ALPHA, 2).await;
            assert_eq!(posted(bot).len(), 2);
        })
        .await;
}

#[tokio::test]
async fn a_refused_notice_is_posted_once_the_channel_accepts_it() {
    served_by(Provider::OpenWa, &tempfile::tempdir().unwrap())
        .run(async |bot| {
            let approvals = bot.approvals;
            bot.discord.world(|world| world.deny_bot(approvals, u64::MAX));
            let refused = bot
                .discord
                .wait_until(|world| world.requests_to(POST).any(|request| request.status == 403).then_some(()));
            bot.hurried(bot.within(refused)).await;
            reads(bot, ALPHA, 1).await;
            assert!(posted(bot).is_empty());
            bot.discord.world(|world| world.deny_bot(approvals, 0));
            notice(bot, 1, "2 people ask to join").await;
        })
        .await;
}

#[tokio::test]
async fn nobody_is_told_of_groups_that_no_role_may_decide() {
    where_moderators_have(&format!("capabilities = [\"members.approve\"]\ngroups = [\"{BETA}\"]\n"))
        .run(async |bot| {
            reads(bot, BETA, 2).await;
            assert!(posted(bot).is_empty(), "Alpha Team is not for this channel");
            ask_to_join(bot, BETA, OPEN);
            notice(bot, 1, "1 person asks to join").await;
        })
        .await;
}

#[tokio::test]
async fn a_notice_ends_when_the_account_leaves_the_group() {
    served_by(Provider::OpenWa, &tempfile::tempdir().unwrap())
        .run(async |bot| {
            notice(bot, 1, "2 people ask to join").await;
            let asked = bot.command("owner", "wa-group leave", &[("group", ALPHA)]).await;
            bot.press("owner", &asked, "Leave").await;
            let over = notice(bot, 1, "does not see the requests").await;
            assert!(buttons_of(&over).is_empty());
        })
        .await;
}

#[tokio::test]
async fn setup_says_what_the_approvals_channel_is_for() {
    for (provider, words) in
        [(Provider::OpenWa, "to be notified of people who ask to join"), (Provider::Evolution, "only if some roles")]
    {
        TestBot::served_as(provider)
            .run(async |bot| {
                let setup = bot.command("owner", "wa-setup", &[]).await;
                assert!(setup.text().contains(words), "{provider}: {}", setup.text());
            })
            .await;
    }
}

#[tokio::test]
async fn no_group_is_read_where_no_role_may_decide() {
    where_moderators_have("capabilities = [\"groups.read\"]\n")
        .run(async |bot| {
            bot.groups.take_calls();
            for _ in 0..20 {
                bot.clock.advance(Duration::from_secs(30));
                let listed = bot.command("owner", "wa-request list", &[]).await;
                let reads = listed.calls.iter().filter(|call| call.operation == Some(Operation::ListGroups));
                assert_eq!(reads.count(), 0, "{:?}", listed.calls());
            }
        })
        .await;
}

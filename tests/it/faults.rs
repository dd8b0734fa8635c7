//! Random faults and delays of the groups API: no change is made twice, no row of the journal stays open, and each
//! statement to the user is true at that time and an hour later.

use std::time::Duration;

use futures::future::join_all;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation};
use sandbox::{ALPHA, OPEN};

use crate::harness::{Reply, TestBot};

/// Faults of a call. The delays lie on both sides of the timeout, and of the verification time after a lost answer.
fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        Just(Fault::Drop),
        Just(Fault::DropAfter),
        Just(Fault::Status(500)),
        Just(Fault::Status(503)),
        Just(Fault::Status(403)),
        Just(Fault::StatusAfter(500)),
        Just(Fault::StatusAfter(502)),
        Just(Fault::Html(502)),
        Just(Fault::Truncated),
        Just(Fault::RateLimited { retry_after: 1 }),
        Just(Fault::Silence),
        Just(Fault::SilenceAfter),
        (1_u64..600).prop_map(|seconds| Fault::Delay(Duration::from_secs(seconds))),
        (1_u64..600).prop_map(|seconds| Fault::Delay(Duration::from_secs(seconds))),
    ]
}

/// Faults of the next calls, in order; `None` is a call without a fault.
fn faults() -> impl Strategy<Value = Vec<(Option<Fault>, Operation)>> {
    let operation = prop_oneof![
        Just(Operation::CreateGroup),
        Just(Operation::ListGroups),
        Just(Operation::RevokeInvite),
        Just(Operation::GetInvite),
        Just(Operation::AddParticipants),
        Just(Operation::ListParticipants),
        Just(Operation::UpdateSubject),
        Just(Operation::GetGroup),
    ];
    proptest::collection::vec((proptest::option::of(fault()), operation), 0..12)
}

/// The claim of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Done,
    NotDone,
    NotConfirmed,
}

/// Returns the claim of an answer. `done`: its text after success.
fn claim(text: &str, done: &str) -> Claim {
    if text.contains(done) {
        Claim::Done
    // The second text is about a person of a list.
    } else if text.contains("Not confirmed") {
        assert!(!text.contains("Nothing changed"), "{text}");
        Claim::NotConfirmed
    } else {
        assert!(text.contains("Nothing changed") || text.contains("the change is not there"), "{text}");
        Claim::NotDone
    }
}

async fn holds(faults: Vec<(Option<Fault>, Operation)>) {
    // A minute while the clock advances fast.
    TestBot::with(|scene| {
        scene.settings.push_str("groups_api.timeout = \"300ms\"\n");
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .run(async |bot| {
        let link = |bot: &TestBot| bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let before = link(bot);
        for (fault, operation) in faults {
            let fault = fault.unwrap_or(Fault::Delay(Duration::ZERO));
            bot.groups.inject(FaultRule::next(fault).of(operation));
        }
        let sent = [
            bot.send("owner", "wa-group create", &[("name", "Only Once"), ("members", OPEN)]),
            bot.discord.press(bot.person("moderator"), question.message.as_ref().unwrap().id, "Revoke").unwrap(),
            bot.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]),
            bot.send("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]),
        ];
        // From here on the clock moves fast, and unacknowledged interactions would be too old.
        let acknowledged = bot
            .discord
            .wait_until(|world| sent.iter().all(|one| world.interactions[one].answered_after.is_some()).then_some(()));
        bot.within(acknowledged).await;
        let replies: Vec<Reply> = bot.hurried(join_all(sent.map(|interaction| bot.reply(interaction)))).await;
        let [created, revoked, added, renamed] = replies.as_slice() else { panic!("four of them") };
        let claims = |bot: &TestBot| {
            let groups = &bot.groups;
            let is_named = |name: &str| groups.world(|world| world.groups().any(|group| group.name == name));
            let is_in = groups.world(|world| world.group(ALPHA).unwrap().has(world.find_person(OPEN).unwrap()));
            // Answers that Discord no longer lets the bot edit are corrected in the log channel.
            let log = late(bot);
            let claimed = |reply: &Reply, done: &str, logged: &str| match claim(&bot.text_now(reply), done) {
                Claim::NotConfirmed if log.contains(logged) => Claim::Done,
                claim => claim,
            };
            [
                (claimed(created, "Group created", "created this group"), is_named("Only Once")),
                (claimed(revoked, "no longer works", "revoked the invite link"), link(bot) != before),
                (claimed(added, "**Added** (1)", "added"), is_in),
                (claimed(renamed, "Renamed", "renamed"), is_named("Alpha Crew")),
            ]
        };
        // The claim is true when it is made.
        for (claim, is_done) in claims(bot) {
            assert!(claim != Claim::Done || is_done, "{claim:?}: {replies:#?}");
        }
        // An hour later it is still true, and no applied change is called unconfirmed.
        let end = bot.clock.now() + Duration::from_secs(60 * 60);
        let settled = bot.hurried(async {
            for _ in 0..2_000 {
                bot.clock.advance(Duration::from_secs(20));
                tokio::time::sleep(Duration::from_millis(5)).await;
                let agree = |(claim, is_done): &(Claim, bool)| (*claim == Claim::Done) == *is_done;
                if bot.clock.now() > end && claims(bot).iter().all(agree) {
                    return true;
                }
            }
            false
        });
        assert!(settled.await, "{:?}: {:#?}", claims(bot), bot.groups.calls());
        let calls: Vec<Call> = replies.iter().flat_map(|reply| reply.calls.clone()).collect();
        for operation in
            [Operation::CreateGroup, Operation::RevokeInvite, Operation::AddParticipants, Operation::UpdateSubject]
        {
            let number = calls.iter().filter(|call| call.operation == Some(operation)).count();
            assert!(number <= 1 || limited(&calls, operation), "{operation:?}: {calls:?}");
        }
        let of_that_name = bot.groups.world(|world| world.groups().filter(|group| group.name == "Only Once").count());
        assert!(of_that_name <= 1, "created {of_that_name} times");
        // Only a correction mentions its requester, once the answer can no longer be edited.
        bot.discord.world(|world| {
            let corrections = world.messages.values_mut().filter(|message| message.channel == bot.log);
            corrections.filter(|message| message.all_text().contains("happened after all")).for_each(|message| {
                assert!(message.pings.len() == 1 && message.pinged_roles.is_empty(), "{message:#?}");
                message.pings.clear();
            });
        });
    })
    .await;
}

/// Returns corrections in the log channel, of answers that could no longer be edited.
fn late(bot: &TestBot) -> String {
    bot.discord.world(|world| {
        let late = world
            .messages
            .values()
            .filter(|message| message.channel == bot.log && message.all_text().contains("happened after all"));
        late.map(discord_stand_in::Message::all_text).collect()
    })
}

/// Returns whether the rate limit refused all calls but the last, so that they were not applied.
fn limited(calls: &[Call], operation: Operation) -> bool {
    let of_it: Vec<_> = calls.iter().filter(|call| call.operation == Some(operation)).collect();
    of_it.iter().rev().skip(1).all(|call| call.status == Some(429))
}

#[tokio::test]
async fn slow_addition_with_an_unreadable_list_is_not_confirmed() {
    holds(vec![
        (None, Operation::ListParticipants),
        (None, Operation::ListParticipants),
        (Some(Fault::Delay(Duration::from_secs(35))), Operation::AddParticipants),
        (Some(Fault::Truncated), Operation::ListParticipants),
    ])
    .await;
}

#[tokio::test]
async fn an_answer_that_is_cut_off_is_no_refusal() {
    for operation in
        [Operation::AddParticipants, Operation::CreateGroup, Operation::UpdateSubject, Operation::RevokeInvite]
    {
        holds(vec![(Some(Fault::Truncated), operation)]).await;
    }
}

#[test]
fn what_people_are_told_is_so_now_and_an_hour_later() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let result = runner.run(&faults(), |faults| {
        runtime.block_on(holds(faults));
        Ok(())
    });
    result.unwrap();
}

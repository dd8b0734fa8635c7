//! Whatever the groups API does wrong, and however late it does what it was asked for: nothing is done twice, no row of the
//! journal stays open, and what people were told is so, when they are told it and an hour later.

use std::time::Duration;

use futures::future::join_all;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use usher::sandbox::whatsapp::{Call, Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, OPEN};

use crate::harness::{Reply, Town};

/// What may go wrong with a call. The delays are on both sides of the time-out, and of the time in which a change whose
/// answer was lost is checked.
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

/// Faults of the next calls, in turn; `None`: the call goes well.
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

/// What an answer claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Done,
    NotDone,
    NotConfirmed,
}

/// `done`: what an answer says of a change that was made.
fn claim(text: &str, done: &str) -> Claim {
    if text.contains(done) {
        Claim::Done
    } else if text.contains("Not confirmed") {
        assert!(!text.contains("Nothing was changed"), "{text}");
        Claim::NotConfirmed
    } else {
        assert!(text.contains("Nothing was changed") || text.contains("the change is not there"), "{text}");
        Claim::NotDone
    }
}

async fn holds(faults: Vec<(Option<Fault>, Operation)>) {
    // As long as a minute while time flies.
    let town = Town::with(|scene| {
        scene.settings.push_str("groups_api.timeout = \"300ms\"\n");
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await;
    let link = |town: &Town| town.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let before = link(&town);
    for (fault, operation) in faults {
        let fault = fault.unwrap_or(Fault::Delay(Duration::ZERO));
        town.house.groups.inject(FaultRule::next(fault).of(operation));
    }
    let sent = [
        town.send("owner", "wa-group create", &[("name", "Only Once"), ("members", OPEN)]),
        town.house.discord.press(town.person("moderator"), question.message.as_ref().unwrap().id, "Revoke").unwrap(),
        town.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]),
        town.send("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]),
    ];
    // From here on time flies, and what is not acknowledged by then would be too old.
    let acknowledged = town
        .house
        .discord
        .wait_until(|world| sent.iter().all(|one| world.interactions[one].answered_after.is_some()).then_some(()));
    town.within(acknowledged).await;
    let replies: Vec<Reply> = town.hurried(join_all(sent.map(|interaction| town.reply(interaction)))).await;
    let [created, revoked, added, renamed] = replies.as_slice() else { panic!("four of them") };
    let claims = |town: &Town| {
        let groups = &town.house.groups;
        let is_named = |name: &str| groups.world(|world| world.groups().any(|group| group.name == name));
        let is_in = groups.world(|world| world.group(ALPHA).unwrap().has(world.find_person(OPEN).unwrap()));
        // What Discord takes no edits of any more is corrected in the log channel.
        let log = late(town);
        let claimed = |reply: &Reply, done: &str, logged: &str| match claim(&town.text_now(reply), done) {
            Claim::NotConfirmed if log.contains(logged) => Claim::Done,
            claim => claim,
        };
        [
            (claimed(created, "The group was created", "created this group"), is_named("Only Once")),
            (claimed(revoked, "no longer works", "revoked the invite link"), link(town) != before),
            (claimed(added, "**Added** (1)", "added"), is_in),
            (claimed(renamed, "Renamed", "renamed"), is_named("Alpha Crew")),
        ]
    };
    // When it is told, it is so.
    for (claim, is_done) in claims(&town) {
        assert!(claim != Claim::Done || is_done, "{claim:?}: {replies:#?}");
    }
    // An hour later it is so, and what happened is not called unconfirmed any more.
    let end = town.house.clock.now() + Duration::from_secs(60 * 60);
    let settled = town.hurried(async {
        for _ in 0..2_000 {
            town.house.clock.advance(Duration::from_secs(20));
            tokio::time::sleep(Duration::from_millis(5)).await;
            let agree = |(claim, is_done): &(Claim, bool)| (*claim == Claim::Done) == *is_done;
            if town.house.clock.now() > end && claims(&town).iter().all(agree) {
                return true;
            }
        }
        false
    });
    assert!(settled.await, "{:?}: {:#?}", claims(&town), town.house.groups.calls());
    let calls: Vec<Call> = replies.iter().flat_map(|reply| reply.calls.clone()).collect();
    for operation in
        [Operation::CreateGroup, Operation::RevokeInvite, Operation::AddParticipants, Operation::UpdateSubject]
    {
        let number = calls.iter().filter(|call| call.operation == Some(operation)).count();
        assert!(number <= 1 || limited(&calls, operation), "{operation:?}: {calls:?}");
    }
    let of_that_name =
        town.house.groups.world(|world| world.groups().filter(|group| group.name == "Only Once").count());
    assert!(of_that_name <= 1, "created {of_that_name} times");
    town.within(town.house.app.idle()).await;
    assert_eq!(town.house.app.open_cases().await, 0);
    town.house.close().await;
}

/// What people were told in the log channel, because their answers could not be edited any more.
fn late(town: &Town) -> String {
    town.house.discord.world(|world| {
        let late = world
            .messages
            .values()
            .filter(|message| message.channel == town.house.log && message.all_text().contains("happened after all"));
        late.map(usher::sandbox::discord::Message::all_text).collect()
    })
}

/// Whether all but the last were refused by the rate limit, and so were not carried out.
fn limited(calls: &[Call], operation: Operation) -> bool {
    let of_it: Vec<_> = calls.iter().filter(|call| call.operation == Some(operation)).collect();
    of_it.iter().rev().skip(1).all(|call| call.status == Some(429))
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

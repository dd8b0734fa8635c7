//! For whatever the groups API does wrong: nothing is done twice, no row of the journal stays open, and the journal says
//! what the groups are like.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, OPEN};

use crate::harness::{Reply, Town};

/// What may go wrong with a call. A fault that takes time is one that the clock is moved past.
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

async fn holds(faults: Vec<(Option<Fault>, Operation)>) {
    let town = Town::new().await;
    let link = |town: &Town| town.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let before = link(&town);
    for (fault, operation) in faults {
        let fault = fault.unwrap_or(Fault::Delay(std::time::Duration::ZERO));
        town.house.groups.inject(FaultRule::next(fault).of(operation));
    }
    let replies = [
        town.send("owner", "wa-group create", &[("name", "Only Once"), ("members", OPEN)]),
        town.house.discord.press(town.person("moderator"), question.message.as_ref().unwrap().id, "Revoke").unwrap(),
        town.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]),
        town.send("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]),
    ];
    // From here on the clock is moved, and what is not acknowledged by then would be too old.
    let acknowledged = town
        .house
        .discord
        .wait_until(|world| replies.iter().all(|one| world.interactions[one].answered_after.is_some()).then_some(()));
    town.within(acknowledged).await;
    let mut calls = Vec::new();
    let mut told = Vec::new();
    for interaction in replies {
        let reply = town.impatient_reply(interaction).await;
        calls.extend(reply.calls.clone());
        told.push(reply);
    }
    let [created, revoked, _added, renamed] = told.as_slice() else { panic!("four of them") };

    let number = |operation: Operation| calls.iter().filter(|call| call.operation == Some(operation)).count();
    assert!(number(Operation::CreateGroup) <= 1 || limited(&calls, Operation::CreateGroup), "{calls:?}");
    assert!(number(Operation::RevokeInvite) <= 1 || limited(&calls, Operation::RevokeInvite), "{calls:?}");
    let of_that_name =
        town.house.groups.world(|world| world.groups().filter(|group| group.name == "Only Once").count());
    assert!(of_that_name <= 1, "created {of_that_name} times");
    let agree = |reply: &Reply, done: &str, is_done: bool| {
        let text = reply.text();
        let unknown = text.contains("may have been done, or not");
        assert!(unknown || text.contains(done) == is_done, "{is_done}: {text}");
        assert!(is_done || unknown || text.contains("Nothing was changed"), "{text}");
    };
    agree(created, "The group was created", of_that_name == 1);
    agree(revoked, "no longer works", link(&town) != before);
    let name = town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone());
    agree(renamed, "Renamed", name == "Alpha Crew");
    // Closing fails if a row of the journal is still open.
    town.close().await;
}

/// Whether all but the last were refused by the rate limit, and so were not carried out.
fn limited(calls: &[usher::sandbox::whatsapp::Call], operation: Operation) -> bool {
    let of_it: Vec<_> = calls.iter().filter(|call| call.operation == Some(operation)).collect();
    of_it.iter().rev().skip(1).all(|call| call.status == Some(429))
}

#[test]
fn whatever_the_api_does_wrong_nothing_is_done_twice_and_what_is_told_is_so() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let result = runner.run(&faults(), |faults| {
        runtime.block_on(holds(faults));
        Ok(())
    });
    result.unwrap();
}

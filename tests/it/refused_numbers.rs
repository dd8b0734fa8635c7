//! One refused number does not keep the others out of a group.

use std::time::Duration;

use groups_api::PEOPLE_PER_REQUEST;
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person};
use sandbox::{ALPHA, BETA, Scene};

use crate::harness::{Reply, TestBot};
use crate::process::{Host, text};

const SMALL_BUDGET: &str = "groups_api.requests_per_second = 10000\nlimits.adds_per_day = 20\n";

fn number(place: usize) -> String {
    format!("+55219{place:08}")
}

fn numbers(places: std::ops::Range<usize>) -> String {
    places.map(number).collect::<Vec<_>>().join(",")
}

/// Makes the API refuse the numbers at these places.
fn refuse(scene: &mut Scene, places: &[usize], named: bool) {
    for place in places {
        scene.whatsapp.add_person(Person::phone(&number(*place)).refused(named));
    }
}

fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} is not in {text}"))
}

/// Returns the number of people whom a request asks to add.
fn people(call: &Call) -> usize {
    let body = call.body.as_ref().filter(|_| call.operation == Some(Operation::AddParticipants));
    body.map_or(0, |body| body["participants"].as_array().unwrap().len())
}

/// Returns the number of people in each request to add.
fn sizes(reply: &Reply) -> Vec<usize> {
    reply.calls.iter().map(people).filter(|people| *people > 0).collect()
}

async fn add(bot: &TestBot, members: &str) -> Reply {
    bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", members)]).await
}

#[tokio::test]
async fn refused_number_is_left_out_and_named() {
    for (bad, named, requests) in [
        (vec![1], true, vec![3, 2]),
        (vec![0], true, vec![3, 2]),
        (vec![0, 2], true, vec![3, 2, 1]),
        (vec![0], false, vec![3, 1, 2]),
        (vec![1], false, vec![3, 1, 1, 1]),
        (vec![2], false, vec![3, 1, 1, 1]),
    ] {
        TestBot::with(|scene| refuse(scene, &bad, named))
            .on_titan()
            .run(async |bot| {
                let reply = add(bot, &numbers(0..3)).await;
                let text = reply.text();
                let refused =
                    line_with(&text, &format!("Not added: WhatsApp refused the number. Check it** ({})", bad.len()));
                assert!(bad.iter().all(|place| refused.contains(&number(*place))), "{bad:?} {named}: {text}");
                assert!(text.contains(&format!("**Added** ({})", 3 - bad.len())), "{bad:?} {named}: {text}");
                assert_eq!(sizes(&reply), requests, "{bad:?} {named}");
            })
            .await;
    }
}

#[tokio::test]
async fn refused_number_among_300_is_found() {
    TestBot::with(|scene| refuse(scene, &[200], false))
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
        .run(async |bot| {
            let reply = add(bot, &numbers(0..300)).await;
            let text = reply.text();
            assert!(text.contains("**Added** (299)"), "{text}");
            assert!(line_with(&text, "WhatsApp refused the number").contains(&number(200)), "{text}");
            assert_eq!(sizes(&reply), [256, 128, 64, 32, 16, 8, 4, 2, 1, 1, 2, 4, 16, 32, 44]);
        })
        .await;
}

#[tokio::test]
async fn api_that_refuses_everybody_is_not_asked_for_long() {
    for count in [1, 2, 40] {
        TestBot::with(|scene| refuse(scene, &(0..count).collect::<Vec<_>>(), false))
            .run(async |bot| {
                let reply = add(bot, &numbers(0..count)).await;
                assert!(reply.text().contains("Nothing changed"), "{count}: {}", reply.text());
                assert!(!reply.text().contains("WhatsApp refused the number"), "{count}: {}", reply.text());
                assert!(sizes(&reply).len() <= 12, "{count}: {:?}", sizes(&reply));
            })
            .await;
    }
}

#[tokio::test]
async fn people_of_refused_requests_count_once_in_the_budget() {
    for named in [true, false] {
        TestBot::with(|scene| {
            scene.settings = SMALL_BUDGET.to_owned();
            refuse(scene, &[3], named);
        })
        .run(async |bot| {
            let members = numbers(0..15);
            let interaction = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
            let reply = bot.hurried_reply(interaction).await;
            assert!(reply.text().contains("**Added** (14)"), "{named}: {}", reply.text());
            let members = numbers(20..26);
            let reply = bot.command("owner", "wa-group members add", &[("group", BETA), ("members", &members)]).await;
            assert!(reply.text().contains("It can add 5 now"), "{named}: {}", reply.text());
        })
        .await;
    }
}

#[tokio::test]
async fn narrowing_killed_in_the_middle_is_continued() {
    Host::with(|scene| refuse(scene, &[5], false))
        .run(async |host| {
            // The first request is refused, and the second one, with half of the people, is never answered.
            for fault in [Fault::Delay(Duration::ZERO), Fault::Silence] {
                host.groups.inject(FaultRule::next(fault).of(Operation::AddParticipants));
            }
            let bot = host.start(None).await;
            let members = numbers(0..8);
            let interaction = host.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
            host.within(host.groups.until_call(|call| people(call) == 4)).await;
            bot.kill().await;

            let bot = host.start(None).await;
            let ended = host.discord.wait_until(|world| {
                let text = text(world, interaction);
                text.contains("**Added** (7)").then_some(text)
            });
            let text = host.within(ended).await;
            assert!(line_with(&text, "WhatsApp refused the number").contains(&number(5)), "{text}");
            assert!(bot.stop().await.success());
            let sizes: Vec<usize> = host.groups.calls().iter().map(people).filter(|people| *people > 0).collect();
            assert_eq!(sizes, [8, 4, 4, 2, 1, 1, 2], "only the request whose answer was lost is sent again");
        })
        .await;
}

#[tokio::test]
async fn narrowing_can_be_stopped() {
    TestBot::with(|scene| {
        scene.settings = SMALL_BUDGET.to_owned();
        refuse(scene, &[3], false);
    })
    .run(async |bot| {
        let interaction = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &numbers(0..18))]);
        // Little of the budget is left, so there are pauses.
        bot.shown(interaction, "slowing down").await;
        let stop = bot.send_numbered(bot.person("owner"), "wa-audit stop", "id", 1);
        bot.shown(stop, "Usher stops after the current step").await;
        let reply = bot.hurried_reply(interaction).await;
        assert!(reply.text().contains("Not tried"), "{}", reply.text());
        assert!(sizes(&reply).len() <= 2, "{:?}", sizes(&reply));
    })
    .await;
}

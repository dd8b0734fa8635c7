//! `/wa-group requests`, with the providers that have them.

use sandbox::whatsapp::{Fault, FaultRule, Operation, Provider};
use sandbox::{ALPHA, ASKING, BETA, OPEN};

use crate::harness::{Reply, TestBot};

/// GOWA names nobody who hides their number.
const WITH_REQUESTS: [Provider; 2] = [Provider::Gowa, Provider::OpenWa];
/// How the requester without a number is shown.
const HIDDEN: &str = "876543210987654@lid";

async fn requests(bot: &TestBot, who: &str, what: &str, members: Option<&str>) -> Reply {
    let options: Vec<(&str, &str)> =
        [("group", ALPHA)].into_iter().chain(members.map(|members| ("members", members))).collect();
    bot.command(who, &format!("wa-group requests {what}"), &options).await
}

/// Returns whether the person is in Alpha Team, and how many ask to join it.
fn state(bot: &TestBot, number: &str) -> (bool, usize) {
    bot.groups.world(|world| {
        let person = world.find_person(number.trim_start_matches('+')).unwrap();
        (world.group(ALPHA).unwrap().has(person), world.requests(ALPHA).len())
    })
}

/// Returns the number of requests that a reply took to decide.
fn decided(reply: &Reply) -> usize {
    let decides = [Operation::ApproveJoinRequests, Operation::DeclineJoinRequests].map(Some);
    reply.calls.iter().filter(|call| decides.contains(&call.operation)).count()
}

async fn select(bot: &TestBot, on: &Reply, prompt: &str, values: &[&str]) -> Reply {
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    let message = on.message.as_ref().unwrap().id;
    let chosen = bot.discord.select(bot.person("moderator"), message, prompt, &values).unwrap();
    bot.reply(chosen).await
}

#[tokio::test]
async fn requests_are_listed_and_decided_by_menus() {
    for provider in WITH_REQUESTS {
        TestBot::served_as(provider)
            .run(async |bot| {
                let listed = requests(bot, "moderator", "list", None).await;
                let text = listed.text();
                assert!(text.contains("2 people ask to join") && text.contains(HIDDEN), "{provider}: {text}");
                assert!(listed.notice().is_empty() && listed.is_private(), "{provider}");
                let paula = format!("{}@s.whatsapp.net", ASKING.trim_start_matches('+'));
                let approved = select(bot, &listed, "Approve…", &[&paula]).await;
                assert!(approved.text().contains("**Now in the group** (1)"), "{provider}: {}", approved.text());
                assert!(approved.notice().contains("let +55 ••••• 0004 join."), "{}", approved.notice());
                assert_eq!((state(bot, ASKING), decided(&approved)), ((true, 1), 1), "{provider}");
                let declined = select(bot, &listed, "Decline…", &[HIDDEN]).await;
                if provider == Provider::Gowa {
                    assert_eq!(declined.title(), "Not available here", "{}", declined.text());
                } else {
                    assert!(declined.text().contains("**Declined** (1)"), "{}", declined.text());
                    assert_eq!(state(bot, ASKING).1, 0);
                }
            })
            .await;
    }
}

#[tokio::test]
async fn all_are_decided_after_a_question_that_names_them() {
    for provider in WITH_REQUESTS {
        TestBot::served_as(provider)
            .run(async |bot| {
                let listed = requests(bot, "moderator", "list", None).await;
                let asked = bot.press("moderator", &listed, "Approve all").await;
                let (text, is_gowa) = (asked.text(), provider == Provider::Gowa);
                assert!(text.contains("+5521988880004"), "{provider}: {text}");
                assert_eq!(text.contains("1 more person asks, but hides their number"), is_gowa, "{provider}: {text}");
                assert_eq!(decided(&asked), 0);
                // A later request was not named.
                bot.groups.world(|world| {
                    let late = world.find_person(OPEN.trim_start_matches('+')).unwrap();
                    assert!(world.ask_to_join(ALPHA, late));
                });
                let approved = bot.press("moderator", &asked, "Approve").await;
                assert!(approved.text().contains("**Now in the group**"), "{provider}: {}", approved.text());
                assert!(state(bot, ASKING).0 && !state(bot, OPEN).0, "{provider}");
                let asked = requests(bot, "moderator", "decline", None).await;
                bot.press("moderator", &asked, "Decline").await;
                assert_eq!(state(bot, OPEN), (false, usize::from(is_gowa)), "{provider}");
                let none = bot.command("owner", "wa-group requests approve", &[("group", BETA)]).await;
                assert_eq!(none.title(), "Nobody asks to join", "{provider}: {}", none.text());
                let none = bot.command("owner", "wa-group requests list", &[("group", BETA)]).await;
                assert!(none.text().contains("Nobody asks to join"), "{provider}: {}", none.text());
            })
            .await;
    }
}

#[tokio::test]
async fn a_decision_whose_answer_is_cut_is_sent_once() {
    for provider in WITH_REQUESTS {
        TestBot::served_as(provider)
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::ApproveJoinRequests));
                let people = format!("{ASKING}, {OPEN}");
                let approved = requests(bot, "moderator", "approve", Some(&people)).await;
                let text = approved.text();
                assert!(text.contains("**Now in the group** (1): +5521988880004"), "{provider}: {text}");
                assert!(text.contains("**Did not ask to join** (1)"), "{provider}: {text}");
                assert_eq!((decided(&approved), state(bot, ASKING).0), (1, true), "{provider}");
            })
            .await;
    }
}

#[tokio::test]
async fn requests_are_for_those_who_may_decide_them() {
    TestBot::with(|scene| {
        scene.whatsapp.serve_as(Provider::OpenWa);
        let (helper, approvals) = (scene.roles.helper, scene.approvals);
        scene.server = format!("approvals_channel = \"{approvals}\"\n{}", scene.server);
        let grant = format!("[[guilds.grants]]\nrole = \"{helper}\"\nneeds_approval = [\"members.approve\"]\n");
        scene.server.push_str(&grant);
    })
    .run(async |bot| {
        let refused = requests(bot, "visitor", "list", None).await;
        assert_eq!(refused.title(), "No permission");
        // The people are not read for somebody who may only request a decision.
        let refused = requests(bot, "helper", "approve", None).await;
        assert!(!refused.text().contains("88880004"), "{}", refused.text());
        assert_eq!(refused.title(), "No permission", "{}", refused.text());
        let asked = requests(bot, "helper", "approve", Some(ASKING)).await;
        assert!(asked.text().contains("Waiting for approval"), "{}", asked.text());
        assert_eq!(state(bot, ASKING), (false, 2));
    })
    .await;
}

#[tokio::test]
async fn a_provider_without_requests_says_so() {
    for provider in [Provider::Titan, Provider::Evolution] {
        TestBot::served_as(provider)
            .run(async |bot| {
                for (what, members) in [("list", None), ("approve", None), ("decline", Some(ASKING))] {
                    let refused = requests(bot, "moderator", what, members).await;
                    assert_eq!(refused.title(), "Not available here", "{provider} {what}: {}", refused.text());
                    assert!(refused.buttons().is_empty(), "{provider}");
                }
                assert!(bot.offers("moderator", "wa-group requests list", "group", "").await.is_empty());
            })
            .await;
    }
}

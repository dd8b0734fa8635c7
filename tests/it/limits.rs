//! Limits for users and for the account: the answer contains the time at which the limit is free again.

use std::time::Duration;

use discord_stand_in::InteractionId;
use groups_api::PEOPLE_PER_REQUEST;
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, Provider, WahaEngine, World};
use sandbox::{ALPHA, BETA, OPEN};

use crate::harness::{BotScene, Reply, TestBot, provider};

/// Returns a scene with these limits.
fn limited(limits: &str) -> BotScene {
    TestBot::with(|scene| {
        scene.settings = format!("groups_api.requests_per_second = 10000\nlimits.confirm_above = 100000\n{limits}\n");
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        for number in numbers() {
            scene.whatsapp.add_person(Person::phone(&number));
        }
    })
}

fn numbers() -> Vec<String> {
    (0..300).map(|number| format!("+55219{number:08}")).collect()
}

fn named(range: std::ops::Range<usize>) -> String {
    numbers()[range].join(",")
}

fn adds(calls: &[Call]) -> Vec<usize> {
    let adds = calls.iter().filter(|call| call.method == "POST" && call.status == Some(200));
    adds.map(|call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().len()).collect()
}

#[tokio::test]
async fn changes_per_minute_are_limited_with_a_retry_time() {
    limited("limits.changes_per_minute = 3")
        .run(async |bot| {
            for number in 0..3 {
                let text = format!("Text {number}");
                let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
                assert!(reply.text().contains(&text), "{}", reply.text());
            }
            let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Fourth")]).await;
            assert_eq!(reply.title(), "Slow down");
            assert!(reply.text().contains("<t:") && reply.text().contains("Nothing changed"), "{}", reply.text());
            assert!(reply.is_private() && reply.notices.is_empty());
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
            // Reads do not count, and other users are not delayed.
            assert_eq!(bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
            let reply = bot.command("owner", "wa-group describe", &[("group", BETA), ("text", "Mine")]).await;
            assert!(reply.text().contains("Mine"));
            bot.clock.advance(Duration::from_secs(61));
            let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Fourth")]).await;
            assert!(reply.text().contains("Fourth"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn strict_rate_limit_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        scene.settings = "groups_api.requests_per_second = 10000\nlimits.heavy_changes_per_minute = 2\n".to_owned();
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .needs(|can| can.empty_group)
    .run(async |bot| {
        bot.command("owner", "wa-group create", &[("name", "One")]).await;
        bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
        let reply = bot.command("owner", "wa-group create", &[("name", "Two")]).await;
        assert_eq!(reply.title(), "Slow down", "{}", reply.text());
        let reply = bot.command("owner", "wa-group describe", &[("group", ALPHA), ("text", "Light")]).await;
        assert!(reply.text().contains("Light"));
        bot.restart().await;
        // The restart advanced the clock by a few seconds, but less than a minute.
        let reply = bot.command("owner", "wa-group create", &[("name", "Two")]).await;
        assert_eq!(reply.title(), "Slow down", "{}", reply.text());
        assert!(bot.groups.world(|world| world.groups().all(|group| group.name != "Two")));
    })
    .await;
}

#[tokio::test]
async fn daily_add_limit_of_an_account_is_never_exceeded() {
    limited("limits.adds_per_day = 100")
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
        .run(async |bot| {
            let reply =
                bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..60))]).await;
            assert!(reply.text().contains("**Added** (60)"), "{}", reply.text());
            let interaction =
                bot.send("owner", "wa-group members add", &[("group", BETA), ("members", &named(60..110))]);
            let reply = bot.reply(interaction).await;
            assert_eq!(reply.title(), "Daily limit reached");
            assert!(reply.text().contains("It can add 40 now. Nobody was added"), "{}", reply.text());
            assert!(adds(&reply.calls).is_empty());
            // A creation also counts, and its refusal contains the time of the next one.
            let reply = bot.command("owner", "wa-group create", &[("name", "New"), ("members", &named(60..110))]).await;
            assert!(reply.text().contains("Nobody was added") && reply.text().contains("<t:"), "{}", reply.text());
            assert!(bot.groups.world(|world| world.groups().all(|group| group.name != "New")));
            bot.clock.advance(Duration::from_secs(24 * 60 * 60 + 1));
            let reply =
                bot.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(60..110))]).await;
            assert!(reply.text().contains("**Added** (50)"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn low_budget_makes_small_requests_with_announced_pauses() {
    limited("limits.adds_per_day = 100")
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
        .run(async |bot| {
            let interaction =
                bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..90))]);
            let resting = bot.discord.wait_until(|world| {
                let message = world.messages.get(&world.interactions[&interaction].original?)?;
                Some(message.all_text()).filter(|text| text.contains("slowing down"))
            });
            let text = bot.within(resting).await;
            assert!(text.contains("20 of 90 people") && text.contains("<t:"), "{text}");
            let reply = bot.impatient_rest(interaction, Duration::from_secs(31)).await;
            assert!(reply.text().contains("**Added** (90)"), "{}", reply.text());
            assert_eq!(adds(&reply.calls), [20, 20, 20, 20, 10]);
        })
        .await;
}

#[tokio::test]
async fn bulk_add_pauses_at_429_announces_the_time_and_resumes() {
    limited("limits.adds_per_day = 100000")
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
        .run(async |bot| {
            let limited = Fault::RateLimited { retry_after: 120 };
            bot.groups.inject(FaultRule::next(limited).of(Operation::AddParticipants));
            let interaction =
                bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]);
            let resting = bot.discord.wait_until(|world| {
                let message = world.messages.get(&world.interactions[&interaction].original?)?;
                Some(message.all_text()).filter(|text| text.contains("Paused by WhatsApp"))
            });
            let text = bot.within(resting).await;
            assert!(text.contains("0 of 300 people") && text.contains("Continues automatically <t:"), "{text}");
            let posts = bot.groups.calls().iter().filter(|call| call.method == "POST").count();
            assert_eq!(posts, 1, "it stopped at the first");
            let reply = bot.impatient_rest(interaction, Duration::from_secs(181)).await;
            assert!(reply.text().contains("**Added** (300)"), "{}", reply.text());
            assert_eq!(adds(&reply.calls), [256, 44]);
        })
        .await;
}

#[tokio::test]
async fn an_account_that_whatsapp_limits_rests_for_a_minute() {
    for provider in [Provider::Waha(WahaEngine::Noweb), Provider::Evolution, Provider::Gowa, Provider::OpenWa] {
        TestBot::with(|scene| scene.whatsapp.serve_as(provider))
            .run(async |bot| {
                let limited = Fault::RateLimited { retry_after: 1 };
                bot.groups.inject(FaultRule::next(limited).of(Operation::UpdateSubject));
                let rename = |name| [("group", ALPHA), ("name", name)];
                let refused = bot.command("owner", "wa-group rename", &rename("Omega")).await;
                assert_eq!(refused.title(), "WhatsApp is limiting requests", "{provider}: {}", refused.text());
                let refused = bot.command("moderator", "wa-group members list", &[("group", BETA)]).await;
                assert!(refused.text().contains("WhatsApp is limiting requests"), "{provider}: {}", refused.text());
                let asked = refused.calls.iter().filter(|call| call.path.contains("/groups"));
                assert_eq!(asked.count(), 0, "{provider}: {:?}", refused.calls());
                // The provider itself still tells how the account is.
                let sessions = bot.command("owner", "wa-session list", &[]).await;
                assert!(sessions.text().contains("connected"), "{provider}: {}", sessions.text());
                bot.clock.advance(Duration::from_secs(61));
                let renamed = bot.command("owner", "wa-group rename", &rename("Omega")).await;
                assert!(renamed.text().contains("Omega"), "{provider}: {}", renamed.text());
            })
            .await;
    }
}

/// The engines that revoke and then read are asked once more for the state, after the account has rested.
#[tokio::test]
async fn a_limited_revocation_rests_and_is_never_sent_twice() {
    let limited = || Fault::RateLimited { retry_after: 1 };
    for (engine, fault, told) in [
        (WahaEngine::Gows, limited(), "WhatsApp is limiting requests"),
        (WahaEngine::Noweb, limited(), "it may still happen"),
        (WahaEngine::Noweb, Fault::StatusAfter(429), "The old link no longer works"),
        (WahaEngine::Webjs, Fault::StatusAfter(429), "The old link no longer works"),
    ] {
        TestBot::served_as(Provider::Waha(engine))
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(fault.clone()).of(Operation::RevokeInvite));
                let asked = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
                let question = asked.message.as_ref().unwrap().id;
                let pressed = bot.discord.press(bot.person("owner"), question, "Revoke").unwrap();
                let refused = bot.discord.wait_until(|world| {
                    let text = world.messages[&question].all_text();
                    (text.contains("is checking") || text.contains(told)).then_some(())
                });
                bot.within(refused).await;
                let beside = bot.send("moderator", "wa-group members list", &[("group", BETA)]);
                bot.shown(beside, "WhatsApp is limiting requests").await;
                let reply = bot.hurried_reply(pressed).await;
                assert!(reply.text().contains(told), "{engine:?} {fault:?}: {}", reply.text());
                let sent = reply.calls.iter().filter(|call| call.operation == Some(Operation::RevokeInvite));
                assert_eq!(sent.count(), 1, "{engine:?} {fault:?}");
            })
            .await;
    }
}

#[tokio::test]
async fn too_long_pause_ends_bulk_add_with_a_retry_time() {
    limited("limits.adds_per_day = 100000")
        .on_titan()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(Operation::AddParticipants));
            let limited = Fault::RateLimited { retry_after: 3_600 };
            bot.groups.inject(FaultRule::always(limited).of(Operation::AddParticipants));
            let reply =
                bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]).await;
            assert!(reply.text().contains("**Added** (256)"), "{}", reply.text());
            assert!(
                reply.text().contains("Not tried") && reply.text().contains("You can add the others from <t:"),
                "{}",
                reply.text()
            );
        })
        .await;
}

/// A budget of 20 additions.
fn twenty_adds() -> BotScene {
    limited("limits.adds_per_day = 20\ngroups_api.timeout = \"300ms\"")
}

/// Requests 15 additions as the owner, which fail as given.
async fn fail_to_add(bot: &TestBot, fault: Fault) -> Reply {
    bot.groups.inject(FaultRule::always(fault).of(Operation::AddParticipants));
    let interaction = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..15))]);
    let reply = bot.hurried_reply(interaction).await;
    bot.groups.world(World::clear_faults);
    bot.clock.advance(Duration::from_secs(121));
    reply
}

#[tokio::test]
async fn what_whatsapp_was_asked_counts_whatever_it_answered() {
    for fault in [
        Fault::Status(400),
        Fault::Status(403),
        Fault::Status(404),
        Fault::Status(409),
        Fault::Status(500),
        Fault::Status(502),
        Fault::Status(503),
        Fault::StatusAfter(500),
        Fault::Html(403),
        Fault::Drop,
        Fault::DropAfter,
    ] {
        twenty_adds()
            .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
            .run(async |bot| {
                let reply = fail_to_add(bot, fault.clone()).await;
                let sent = reply.calls.iter().filter(|call| call.method == "POST").count();
                // A 400 is narrowed down: each person still counts once.
                let most = if fault == Fault::Status(400) { 8 } else { 1 };
                assert!((1..=most).contains(&sent), "{fault:?}: {:?}", reply.calls());
                let reply =
                    bot.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(20..26))]).await;
                assert_eq!(reply.title(), "Daily limit reached", "{fault:?}: {}", reply.text());
                assert!(reply.text().contains("It can add 5 now"), "{fault:?}: {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn what_the_api_refused_before_it_asked_whatsapp_does_not_count() {
    for fault in [Fault::Status(401), Fault::RateLimited { retry_after: 3_600 }] {
        twenty_adds()
            .run(async |bot| {
                fail_to_add(bot, fault.clone()).await;
                let reply =
                    bot.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(20..40))]).await;
                assert!(reply.text().contains("**Added** (20)"), "{fault:?}: {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn retried_request_counts_twice_and_needs_budget() {
    for (budget, posts, left) in [(600, 3, 44), (500, 1, 244)] {
        limited(&format!("limits.adds_per_day = {budget}"))
            .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
            .run(async |bot| {
                // The API reports a failure, and two reads show that no one was added.
                bot.groups.inject(FaultRule::next(Fault::Status(500)).of(Operation::AddParticipants));
                let interaction =
                    bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]);
                let reply = bot.hurried_reply(interaction).await;
                let sent = reply.calls.iter().filter(|call| call.method == "POST").count();
                assert_eq!(sent, posts, "{budget}: {}", reply.text());
                let added = reply.text().contains("**Added** (300)");
                assert_eq!(added, posts == 3, "{budget}: {}", reply.text());
                let more = named(0..left + 1);
                let options = [("group", BETA), ("members", more.as_str())];
                let reply = bot.command("owner", "wa-group members add", &options).await;
                assert!(reply.text().contains(&format!("It can add {left} now")), "{budget}: {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn a_creation_counts_its_people_whatever_was_answered() {
    limited("limits.adds_per_day = 20")
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::CreateGroup));
            let interaction = bot.send("owner", "wa-group create", &[("name", "New"), ("members", &named(0..15))]);
            let reply = bot.hurried_reply(interaction).await;
            // A creation that Evolution reports as failed may have been made before the failure.
            let told = if provider() == Provider::Evolution { "it may still happen" } else { "Nothing changed" };
            assert!(reply.text().contains(told), "{}", reply.text());
            let reply = bot.command("owner", "wa-group create", &[("name", "Next"), ("members", &named(0..15))]).await;
            assert!(reply.text().contains("It can add 5 now"), "{}", reply.text());
        })
        .await;
}

impl TestBot {
    /// Waits as [`TestBot::reply`] does, and advances the clock by `step` for each announced pause, so that the test
    /// skips pauses.
    async fn impatient_rest(&self, interaction: InteractionId, step: Duration) -> Reply {
        let mut seen = String::new();
        loop {
            let next = self.discord.wait_until(|world| {
                let message = world.messages.get(&world.interactions[&interaction].original?)?;
                Some(message.all_text()).filter(|text| *text != seen)
            });
            seen = self.within(next).await;
            if !seen.contains(['▰', '▱']) {
                return self.reply(interaction).await;
            }
            self.clock.advance(step);
        }
    }
}

//! Limits for people and for the account: who does too much is told when they may go on.

use std::time::Duration;

use usher::sandbox::discord::InteractionId;
use usher::sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, World};
use usher::sandbox::{ALPHA, BETA, OPEN};

use crate::harness::{Reply, Town};

/// A town with these limits.
async fn town(limits: &str) -> Town {
    Town::with(|scene| {
        scene.settings = format!("groups_api.requests_per_second = 10000\n{limits}\n");
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        for number in numbers() {
            scene.whatsapp.add_person(Person::phone(&number));
        }
    })
    .await
}

fn numbers() -> Vec<String> {
    (0..300).map(|number| format!("+{}", 1_300_000 + number)).collect()
}

fn named(range: std::ops::Range<usize>) -> String {
    numbers()[range].join(",")
}

fn adds(calls: &[Call]) -> Vec<usize> {
    let adds = calls.iter().filter(|call| call.method == "POST" && call.status == Some(200));
    adds.map(|call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().len()).collect()
}

#[tokio::test]
async fn a_person_makes_so_many_changes_a_minute_and_is_told_when_it_is_free_again() {
    let town = town("limits.changes_per_minute = 3").await;
    for number in 0..3 {
        let text = format!("Text {number}");
        let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
        assert!(reply.text().contains(&text), "{}", reply.text());
    }
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Fourth")]).await;
    assert_eq!(reply.title(), "Too fast");
    assert!(reply.text().contains("<t:") && reply.text().contains("Nothing was changed"), "{}", reply.text());
    assert!(reply.is_private() && reply.notices.is_empty());
    assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
    // Reads are not counted, and others are not held up.
    assert_eq!(town.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
    let reply = town.command("owner", "wa-group describe", &[("group", BETA), ("text", "Mine")]).await;
    assert!(reply.text().contains("Mine"));
    town.house.clock.advance(Duration::from_secs(61));
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Fourth")]).await;
    assert!(reply.text().contains("Fourth"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn creations_and_adds_have_a_slower_rate_of_their_own_which_a_restart_does_not_reset() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::with(|scene| {
        scene.settings = "groups_api.requests_per_second = 10000\nlimits.heavy_changes_per_minute = 2\n".to_owned();
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .await;
    town.command("owner", "wa-group create", &[("name", "One")]).await;
    town.command("owner", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    let reply = town.command("owner", "wa-group create", &[("name", "Two")]).await;
    assert_eq!(reply.title(), "Too fast", "{}", reply.text());
    let reply = town.command("owner", "wa-group describe", &[("group", ALPHA), ("text", "Light")]).await;
    assert!(reply.text().contains("Light"));
    let town = town.restart().await;
    // The restart has moved the clock on by a few seconds, and not by a minute.
    let reply = town.command("owner", "wa-group create", &[("name", "Two")]).await;
    assert_eq!(reply.title(), "Too fast", "{}", reply.text());
    assert!(town.house.groups.world(|world| world.groups().all(|group| group.name != "Two")));
    town.close().await;
}

#[tokio::test]
async fn an_account_adds_so_many_people_a_day_and_nobody_is_added_beyond() {
    let town = town("limits.adds_per_day = 100").await;
    let reply = town.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..60))]).await;
    assert!(reply.text().contains("**Added** (60)"), "{}", reply.text());
    let interaction = town.send("owner", "wa-group members add", &[("group", BETA), ("members", &named(60..110))]);
    let reply = town.reply(interaction).await;
    assert_eq!(reply.title(), "Enough for today");
    assert!(reply.text().contains("It may add 40 now. Nobody was added"), "{}", reply.text());
    assert!(adds(&reply.calls).is_empty());
    // A creation counts as well, and says when it is free again.
    let reply = town.command("owner", "wa-group create", &[("name", "New"), ("members", &named(60..110))]).await;
    assert!(reply.text().contains("Nobody was added") && reply.text().contains("<t:"), "{}", reply.text());
    assert!(town.house.groups.world(|world| world.groups().all(|group| group.name != "New")));
    town.house.clock.advance(Duration::from_secs(24 * 60 * 60 + 1));
    let reply = town.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(60..110))]).await;
    assert!(reply.text().contains("**Added** (50)"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn little_left_of_the_budget_means_small_requests_with_pauses_which_are_told() {
    let town = town("limits.adds_per_day = 100").await;
    let interaction = town.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..90))]);
    let resting = town.house.discord.wait_until(|world| {
        let message = world.messages.get(&world.interactions[&interaction].original?)?;
        Some(message.all_text()).filter(|text| text.contains("goes slowly"))
    });
    let text = town.within(resting).await;
    assert!(text.contains("20 of 90 people · 70 left") && text.contains("<t:"), "{text}");
    let reply = town.impatient_rest(interaction, Duration::from_secs(31)).await;
    assert!(reply.text().contains("**Added** (90)"), "{}", reply.text());
    assert_eq!(adds(&reply.calls), [20, 20, 20, 20, 10]);
    town.close().await;
}

#[tokio::test]
async fn a_bulk_add_rests_at_the_first_429_says_when_it_goes_on_and_goes_on() {
    let town = town("limits.adds_per_day = 100000").await;
    let limited = Fault::RateLimited { retry_after: 120 };
    town.house.groups.inject(FaultRule::next(limited).of(Operation::AddParticipants));
    let interaction = town.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]);
    let resting = town.house.discord.wait_until(|world| {
        let message = world.messages.get(&world.interactions[&interaction].original?)?;
        Some(message.all_text()).filter(|text| text.contains("asks for a pause"))
    });
    let text = town.within(resting).await;
    assert!(text.contains("0 of 300 people · 300 left") && text.contains("goes on by itself at <t:"), "{text}");
    let posts = town.house.groups.calls().iter().filter(|call| call.method == "POST").count();
    assert_eq!(posts, 1, "it stopped at the first");
    let reply = town.impatient_rest(interaction, Duration::from_secs(181)).await;
    assert!(reply.text().contains("**Added** (300)"), "{}", reply.text());
    assert_eq!(adds(&reply.calls), [256, 44]);
    town.close().await;
}

#[tokio::test]
async fn a_rest_that_would_be_too_long_ends_it_and_says_when_the_others_can_be_added() {
    let town = town("limits.adds_per_day = 100000").await;
    town.house.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(Operation::AddParticipants));
    let limited = Fault::RateLimited { retry_after: 3_600 };
    town.house.groups.inject(FaultRule::always(limited).of(Operation::AddParticipants));
    let reply = town.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]).await;
    assert!(reply.text().contains("**Added** (256)"), "{}", reply.text());
    assert!(
        reply.text().contains("Not asked for") && reply.text().contains("can be added from <t:"),
        "{}",
        reply.text()
    );
    town.close().await;
}

/// A town in which the owner has asked for 15 people, which failed like this, of a budget of 20.
async fn after_failure(fault: Fault) -> (Town, Reply) {
    let town = town("limits.adds_per_day = 20\ngroups_api.timeout = \"300ms\"").await;
    town.house.groups.inject(FaultRule::always(fault).of(Operation::AddParticipants));
    let interaction = town.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..15))]);
    let reply = town.hurried_reply(interaction).await;
    town.house.groups.world(World::clear_faults);
    town.house.clock.advance(Duration::from_secs(121));
    (town, reply)
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
        let (town, reply) = after_failure(fault.clone()).await;
        let sent = reply.calls.iter().filter(|call| call.method == "POST").count();
        assert_eq!(sent, 1, "{fault:?}: {:?}", reply.calls());
        let reply =
            town.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(20..26))]).await;
        assert_eq!(reply.title(), "Enough for today", "{fault:?}: {}", reply.text());
        assert!(reply.text().contains("It may add 5 now"), "{fault:?}: {}", reply.text());
        town.close().await;
    }
}

#[tokio::test]
async fn what_the_api_refused_before_it_asked_whatsapp_does_not_count() {
    for fault in [Fault::Status(401), Fault::RateLimited { retry_after: 3_600 }] {
        let (town, _) = after_failure(fault.clone()).await;
        let reply =
            town.command("owner", "wa-group members add", &[("group", BETA), ("members", &named(20..40))]).await;
        assert!(reply.text().contains("**Added** (20)"), "{fault:?}: {}", reply.text());
        town.close().await;
    }
}

#[tokio::test]
async fn a_request_that_is_sent_a_second_time_counts_twice_and_is_not_sent_without_room() {
    for (budget, posts, left) in [(600, 3, 44), (500, 1, 244)] {
        let town = town(&format!("limits.adds_per_day = {budget}")).await;
        // The API says that it failed, and two reads show that nobody was added.
        town.house.groups.inject(FaultRule::next(Fault::Status(500)).of(Operation::AddParticipants));
        let interaction = town.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &named(0..300))]);
        let reply = town.hurried_reply(interaction).await;
        let sent = reply.calls.iter().filter(|call| call.method == "POST").count();
        assert_eq!(sent, posts, "{budget}: {}", reply.text());
        let added = reply.text().contains("**Added** (300)");
        assert_eq!(added, posts == 3, "{budget}: {}", reply.text());
        let more = named(0..left + 1);
        let options = [("group", BETA), ("members", more.as_str())];
        let reply = town.command("owner", "wa-group members add", &options).await;
        assert!(reply.text().contains(&format!("It may add {left} now")), "{budget}: {}", reply.text());
        town.close().await;
    }
}

#[tokio::test]
async fn a_creation_counts_its_people_whatever_was_answered() {
    let town = town("limits.adds_per_day = 20").await;
    town.house.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::CreateGroup));
    let reply = town.command("owner", "wa-group create", &[("name", "New"), ("members", &named(0..15))]).await;
    assert!(reply.text().contains("Nothing was changed"), "{}", reply.text());
    let reply = town.command("owner", "wa-group create", &[("name", "New"), ("members", &named(0..15))]).await;
    assert!(reply.text().contains("It may add 5 now"), "{}", reply.text());
    town.close().await;
}

impl Town {
    /// As [`Town::reply`], while the clock moves on by `step` with each rest that is told: rests are not waited out.
    async fn impatient_rest(&self, interaction: InteractionId, step: Duration) -> Reply {
        let mut seen = String::new();
        loop {
            let next = self.house.discord.wait_until(|world| {
                let message = world.messages.get(&world.interactions[&interaction].original?)?;
                Some(message.all_text()).filter(|text| *text != seen)
            });
            seen = self.within(next).await;
            if !seen.contains(" left") {
                return self.reply(interaction).await;
            }
            self.house.clock.advance(step);
        }
    }
}

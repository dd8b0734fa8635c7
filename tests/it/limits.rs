//! Limits for people and for the account: who does too much is told when they may go on.

use std::time::Duration;

use usher::sandbox::discord::InteractionId;
use usher::sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person};
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

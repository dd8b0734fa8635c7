//! Kills the bot and starts it again: wherever it was killed, the groups, the journal and the answers to users agree.

use std::time::Duration;

use sandbox::ALPHA;
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, World};
use usher::store::AuditStatus;

use crate::harness::{TestBot, together};
use crate::process::Ground;

/// A place to kill the bot, whether the operation is recorded by then, and whether it is sent.
const PLACES: [(&str, bool, bool); 6] = [
    ("before acknowledgement", false, false),
    ("after acknowledgement", false, false),
    ("after begin", true, false),
    ("after request", true, true),
    ("before end", true, true),
    ("before answer", true, true),
];

/// Waits until the program stops at a place.
async fn stopped_at(ground: &Ground, place: &str) {
    ground.logged(&format!("place=\"{place}\"")).await;
}

#[tokio::test]
async fn change_killed_at_any_step_is_applied_at_most_once() {
    let _turn = together().await;
    for (place, begun, sent) in PLACES {
        let ground = Ground::new(|_| {}).await;
        let bot = ground.start(Some(place)).await;
        let interaction = ground.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "By the sea")]);
        stopped_at(&ground, place).await;
        bot.kill().await;

        let bot = ground.start(None).await;
        if place == "before acknowledgement" {
            // Discord has told the user that the interaction failed. The next run finds no interaction to answer.
            let looked = ground.send("moderator", "wa-group show", &[("group", ALPHA)]);
            ground.answered(looked).await;
        } else {
            let text = ground.answered(interaction).await;
            let words = match (begun, sent) {
                (false, _) => "Cut short",
                (true, false) => "Not confirmed",
                (true, true) => "By the sea",
            };
            assert!(text.contains(words), "killed {place}: {text}\n{}", ground.log());
        }
        assert!(bot.stop().await.success(), "{}", ground.log());

        let description = ground.test_bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(description.as_deref() == Some("By the sea"), sent, "killed {place}");
        let puts = ground.test_bot.groups.calls().iter().filter(|call| call.method == "PUT").count();
        assert_eq!(puts, usize::from(sent), "killed {place}");
        let rows = ground.journal().await;
        assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
        if let Some(row) = rows.first() {
            let verdict = if sent { AuditStatus::Done } else { AuditStatus::Unknown };
            assert_eq!(row.verdict, Some(verdict), "killed {place}: {row:?}");
        }
    }
}

#[tokio::test]
async fn confirmed_change_killed_at_any_step_is_applied_at_most_once() {
    let _turn = together().await;
    for (place, begun, sent) in PLACES {
        let ground = Ground::new(|_| {}).await;
        let link = || ground.test_bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
        let before = link();
        // The first run sends the question and is not killed yet.
        let first = ground.start(None).await;
        let question = ground.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
        ground.answered(question).await;
        assert!(first.stop().await.success());
        let bot = ground.start(Some(place)).await;
        let message = ground.test_bot.discord.world(|world| world.interactions[&question].original.unwrap());
        ground.test_bot.discord.press(ground.person("moderator"), message, "Revoke").unwrap();
        stopped_at(&ground, place).await;
        bot.kill().await;

        let bot = ground.start(None).await;
        let words = match (place, begun, sent) {
            ("before acknowledgement", ..) => "Revoke the invite link?",
            (_, false, _) => "Cut short",
            (_, true, false) => "Not confirmed",
            (_, true, true) => "The old invite link no longer works",
        };
        let shown = ground.test_bot.discord.wait_until(|world| {
            let text = world.messages[&message].all_text();
            text.contains(words).then_some(text)
        });
        let text = ground.within(shown).await;
        assert!(!text.contains(&before), "killed {place}: {text}");
        assert!(bot.stop().await.success(), "{}", ground.log());

        assert_eq!(link() != before, sent, "killed {place}");
        let deletes = ground.test_bot.groups.calls().iter().filter(|call| call.method == "DELETE").count();
        assert_eq!(deletes, usize::from(sent), "killed {place}");
        let rows = ground.journal().await;
        assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
    }
}

#[tokio::test]
async fn killed_bulk_add_is_finished_without_adding_anyone_twice() {
    let _turn = together().await;
    // The maximum that an option's 6,000 characters can name.
    let numbers: Vec<String> = (0..740).map(|number| format!("{}", 1_200_000 + number)).collect();
    let ground = Ground::new(|scene| {
        for number in &numbers {
            scene.whatsapp.add_person(Person::phone(&format!("+{number}")));
        }
    })
    .await;
    let bot = ground.start(None).await;
    let members = numbers.join(",");
    // The third request gets no answer, and is not applied.
    ground
        .test_bot
        .groups
        .inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(Operation::AddParticipants).times(2));
    ground.test_bot.groups.inject(FaultRule::always(Fault::Silence).of(Operation::AddParticipants));
    let interaction = ground.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
    let third = format!("{}@s.whatsapp.net", numbers[512]);
    let is_third = |call: &Call| call.body.as_ref().is_some_and(|body| body["participants"][0] == third.as_str());
    ground.within(ground.test_bot.groups.until_call(is_third)).await;
    bot.kill().await;
    ground.test_bot.groups.world(World::clear_faults);

    let bot = ground.start(None).await;
    // Until then it shows the progress.
    let finished = ground.test_bot.discord.wait_until(|world| {
        let message = world.messages.get(&world.interactions[&interaction].original?)?;
        message.all_text().contains("**Added** (740)").then_some(())
    });
    ground.within(finished).await;
    assert!(bot.stop().await.success());
    let mut asked: Vec<String> = Vec::new();
    for call in ground.test_bot.groups.calls().iter().filter(|call| call.method == "POST" && call.status == Some(200)) {
        let people = call.body.as_ref().unwrap()["participants"].as_array().unwrap().clone();
        assert!(people.len() <= 256);
        asked.extend(people.iter().map(|person| person.as_str().unwrap().to_owned()));
    }
    let number = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!((number, asked.len()), (740, 740));
    let rows = ground.journal().await;
    assert_eq!(rows.iter().map(|row| (row.verdict, row.tries)).collect::<Vec<_>>(), [(Some(AuditStatus::Done), 2)]);
}

#[tokio::test]
async fn unreachable_user_is_pinged_in_the_log_channel() {
    let _turn = together().await;
    let ground = Ground::new(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
    })
    .await;
    let bot = ground.start(Some("before answer")).await;
    let interaction = ground.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
    stopped_at(&ground, "before answer").await;
    bot.kill().await;
    // The token expires in the meantime (Discord: 15 minutes).
    ground.test_bot.clock.advance(Duration::from_secs(16 * 60));
    let bot = ground.start(None).await;
    let told = ground.test_bot.discord.wait_until(|world| {
        let told = world.messages.values().find(|message| !message.pings.is_empty())?;
        Some((told.pings.clone(), told.all_text()))
    });
    let (pinged, text) = ground.within(told).await;
    assert_eq!(pinged.into_iter().collect::<Vec<_>>(), [ground.person("moderator")]);
    assert!(text.contains("finished late") && text.contains("Alpha Crew"), "{text}");
    assert!(bot.stop().await.success());
    let pings = ground
        .test_bot
        .discord
        .world(|world| world.messages.values().filter(|message| !message.pings.is_empty()).count());
    assert_eq!(pings, 1);
    assert!(!ground.text(interaction).contains("Alpha Crew"), "the answer itself could not be edited");
}

#[tokio::test]
async fn a_question_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let test_bot =
        TestBot::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display())).await;
    let question = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let test_bot = test_bot.restart().await;
    let reply = test_bot.press("moderator", &question, "Revoke").await;
    assert!(reply.text().contains("The old invite link no longer works"), "{}", reply.text());
    test_bot.close().await;
}

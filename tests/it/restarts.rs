//! The bot is killed, and the next run of it finds everything in order: what the groups are like, what the journal says,
//! and what people read agree, wherever it was killed.

use std::time::Duration;

use usher::sandbox::ALPHA;
use usher::sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, World};
use usher::store::Verdict;

use crate::harness::{Town, together};
use crate::process::Ground;

/// Where it is killed, and whether by then the operation was written down, and sent.
const PLACES: [(&str, bool, bool); 6] = [
    ("before acknowledgement", false, false),
    ("after acknowledgement", false, false),
    ("after begin", true, false),
    ("after request", true, true),
    ("before end", true, true),
    ("before answer", true, true),
];

/// Waits until the program stands still at a place.
async fn stopped_at(ground: &Ground, place: &str) {
    ground.logged(&format!("place=\"{place}\"")).await;
}

#[tokio::test]
async fn killed_at_any_step_of_a_change_it_is_done_once_or_not_and_says_so() {
    let _turn = together().await;
    for (place, begun, sent) in PLACES {
        let ground = Ground::new(|_| {}).await;
        let bot = ground.start(Some(place)).await;
        let interaction = ground.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "By the sea")]);
        stopped_at(&ground, place).await;
        bot.kill().await;

        let bot = ground.start(None).await;
        if place == "before acknowledgement" {
            // Discord has told the person that nothing came of it. The next run looks, and finds nothing to answer.
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

        let description = ground.town.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(description.as_deref() == Some("By the sea"), sent, "killed {place}");
        let puts = ground.town.groups.calls().iter().filter(|call| call.method == "PUT").count();
        assert_eq!(puts, usize::from(sent), "killed {place}");
        let rows = ground.journal().await;
        assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
        if let Some(row) = rows.first() {
            let verdict = if sent { Verdict::Done } else { Verdict::Unknown };
            assert_eq!(row.verdict, Some(verdict), "killed {place}: {row:?}");
        }
    }
}

#[tokio::test]
async fn killed_at_any_step_of_a_confirmed_change_it_is_done_once_or_not_and_says_so() {
    let _turn = together().await;
    for (place, begun, sent) in PLACES {
        let ground = Ground::new(|_| {}).await;
        let link = || ground.town.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
        let before = link();
        // The question is asked by a run that is not to be killed yet.
        let first = ground.start(None).await;
        let question = ground.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
        ground.answered(question).await;
        assert!(first.stop().await.success());
        let bot = ground.start(Some(place)).await;
        let message = ground.town.discord.world(|world| world.interactions[&question].original.unwrap());
        ground.town.discord.press(ground.person("moderator"), message, "Revoke").unwrap();
        stopped_at(&ground, place).await;
        bot.kill().await;

        let bot = ground.start(None).await;
        let words = match (place, begun, sent) {
            ("before acknowledgement", ..) => "Revoke the invite link?",
            (_, false, _) => "Cut short",
            (_, true, false) => "Not confirmed",
            (_, true, true) => "The old invite link no longer works",
        };
        let shown = ground.town.discord.wait_until(|world| {
            let text = world.messages[&message].all_text();
            text.contains(words).then_some(text)
        });
        let text = ground.within(shown).await;
        assert!(!text.contains(&before), "killed {place}: {text}");
        assert!(bot.stop().await.success(), "{}", ground.log());

        assert_eq!(link() != before, sent, "killed {place}");
        let deletes = ground.town.groups.calls().iter().filter(|call| call.method == "DELETE").count();
        assert_eq!(deletes, usize::from(sent), "killed {place}");
        let rows = ground.journal().await;
        assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
    }
}

#[tokio::test]
async fn a_bulk_add_that_was_killed_is_finished_by_the_next_run_with_nobody_asked_for_twice() {
    let _turn = together().await;
    // As many as an option's 6,000 characters can name.
    let numbers: Vec<String> = (0..740).map(|number| format!("{}", 1_200_000 + number)).collect();
    let ground = Ground::new(|scene| {
        for number in &numbers {
            scene.whatsapp.add_person(Person::phone(&format!("+{number}")));
        }
    })
    .await;
    let bot = ground.start(None).await;
    let members = numbers.join(",");
    // The third request is never answered, and not carried out.
    ground.town.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(Operation::AddParticipants).times(2));
    ground.town.groups.inject(FaultRule::always(Fault::Silence).of(Operation::AddParticipants));
    let interaction = ground.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
    let third = format!("{}@s.whatsapp.net", numbers[512]);
    let is_third = |call: &Call| call.body.as_ref().is_some_and(|body| body["participants"][0] == third.as_str());
    ground.within(ground.town.groups.until_call(is_third)).await;
    bot.kill().await;
    ground.town.groups.world(World::clear_faults);

    let bot = ground.start(None).await;
    // Until then it shows how far it was.
    let finished = ground.town.discord.wait_until(|world| {
        let message = world.messages.get(&world.interactions[&interaction].original?)?;
        message.all_text().contains("**Added** (740)").then_some(())
    });
    ground.within(finished).await;
    assert!(bot.stop().await.success());
    let mut asked: Vec<String> = Vec::new();
    for call in ground.town.groups.calls().iter().filter(|call| call.method == "POST" && call.status == Some(200)) {
        let people = call.body.as_ref().unwrap()["participants"].as_array().unwrap().clone();
        assert!(people.len() <= 256);
        asked.extend(people.iter().map(|person| person.as_str().unwrap().to_owned()));
    }
    let number = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!((number, asked.len()), (740, 740));
    let rows = ground.journal().await;
    assert_eq!(rows.iter().map(|row| (row.verdict, row.tries)).collect::<Vec<_>>(), [(Some(Verdict::Done), 2)]);
}

#[tokio::test]
async fn who_cannot_be_answered_any_more_is_told_in_the_log_channel_by_the_only_ping_there_is() {
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
    // The token dies in the meantime (Discord: 15 minutes).
    ground.town.clock.advance(Duration::from_secs(16 * 60));
    let bot = ground.start(None).await;
    let told = ground.town.discord.wait_until(|world| {
        let told = world.messages.values().find(|message| !message.pings.is_empty())?;
        Some((told.pings.clone(), told.all_text()))
    });
    let (pinged, text) = ground.within(told).await;
    assert_eq!(pinged.into_iter().collect::<Vec<_>>(), [ground.person("moderator")]);
    assert!(text.contains("finished late") && text.contains("Alpha Crew"), "{text}");
    assert!(bot.stop().await.success());
    let pings =
        ground.town.discord.world(|world| world.messages.values().filter(|message| !message.pings.is_empty()).count());
    assert_eq!(pings, 1);
    assert!(!ground.text(interaction).contains("Alpha Crew"), "the answer itself could not be edited");
}

#[tokio::test]
async fn a_question_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display())).await;
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let town = town.restart().await;
    let reply = town.press("moderator", &question, "Revoke").await;
    assert!(reply.text().contains("The old invite link no longer works"), "{}", reply.text());
    town.close().await;
}

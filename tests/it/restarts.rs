//! Kills the bot and starts it again: wherever it was killed, the groups, the journal and the answers to users agree.

use std::time::Duration;

use sandbox::ALPHA;
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, World};
use usher::store::AuditStatus;

use crate::harness::{TestBot, at_once};
use crate::process::Host;

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
async fn stopped_at(host: &Host, place: &str) {
    host.logged(&format!("place=\"{place}\"")).await;
}

#[tokio::test]
async fn change_killed_at_any_step_is_applied_at_most_once() {
    for (place, begun, sent) in PLACES {
        Host::run(async |host| {
            let bot = host.start(Some(place)).await;
            let interaction = host.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "By the sea")]);
            stopped_at(host, place).await;
            bot.kill().await;

            let bot = host.start(None).await;
            if place == "before acknowledgement" {
                // Discord has told the user that the interaction failed. The next run finds no interaction to answer.
                let looked = host.send("moderator", "wa-group show", &[("group", ALPHA)]);
                host.answered(looked).await;
            } else {
                let text = host.answered(interaction).await;
                let words = match (begun, sent) {
                    (false, _) => "Interrupted",
                    (true, false) => "Not confirmed",
                    (true, true) => "By the sea",
                };
                assert!(text.contains(words), "killed {place}: {text}\n{}", host.log());
            }
            assert!(bot.stop().await.success(), "{}", host.log());

            let description = host.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
            assert_eq!(description.as_deref() == Some("By the sea"), sent, "killed {place}");
            let puts = host.groups.calls().iter().filter(|call| call.method == "PUT").count();
            assert_eq!(puts, usize::from(sent), "killed {place}");
            let rows = host.journal().await;
            assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
            if let Some(row) = rows.first() {
                let verdict = if sent { AuditStatus::Done } else { AuditStatus::Unknown };
                assert_eq!(row.verdict, Some(verdict), "killed {place}: {row:?}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn confirmed_change_killed_at_any_step_is_applied_at_most_once() {
    for (place, begun, sent) in PLACES {
        Host::run(async |host| {
            let link = || host.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
            let before = link();
            // The first run sends the question and is not killed yet.
            let first = host.start(None).await;
            let question = host.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
            host.answered(question).await;
            assert!(first.stop().await.success());
            let bot = host.start(Some(place)).await;
            let message = host.discord.world(|world| world.interactions[&question].original.unwrap());
            host.discord.press(host.person("moderator"), message, "Revoke").unwrap();
            stopped_at(host, place).await;
            bot.kill().await;

            let bot = host.start(None).await;
            let words = match (place, begun, sent) {
                ("before acknowledgement", ..) => "Revoke the invite link?",
                (_, false, _) => "Interrupted",
                (_, true, false) => "Not confirmed",
                (_, true, true) => "The old link no longer works",
            };
            let shown = host.discord.wait_until(|world| {
                let text = world.messages[&message].all_text();
                text.contains(words).then_some(text)
            });
            let text = host.within(shown).await;
            assert!(!text.contains(&before), "killed {place}: {text}");
            assert!(bot.stop().await.success(), "{}", host.log());

            assert_eq!(link() != before, sent, "killed {place}");
            let deletes = host.groups.calls().iter().filter(|call| call.method == "DELETE").count();
            assert_eq!(deletes, usize::from(sent), "killed {place}");
            let rows = host.journal().await;
            assert_eq!(rows.len(), usize::from(begun), "killed {place}: {rows:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn killed_bulk_add_is_finished_without_adding_anyone_twice() {
    // The maximum that an option's 6,000 characters can name.
    let numbers: Vec<String> = (0..540).map(|number| format!("+298{}", 210_000 + number)).collect();
    Host::with(|scene| {
        for number in &numbers {
            scene.whatsapp.add_person(Person::phone(number));
        }
    })
    .run(async |host| {
        let bot = host.start(None).await;
        let members = numbers.join(",");
        // The third request gets no answer, and is not applied.
        host.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(Operation::AddParticipants).times(2));
        host.groups.inject(FaultRule::always(Fault::Silence).of(Operation::AddParticipants));
        let interaction = host.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
        let third = format!("{}@s.whatsapp.net", numbers[2 * at_once()].trim_start_matches('+'));
        let is_third = |call: &Call| call.body.as_ref().is_some_and(|body| body["participants"][0] == third.as_str());
        host.within(host.groups.until_call(is_third)).await;
        bot.kill().await;
        host.groups.world(World::clear_faults);

        let bot = host.start(None).await;
        // Until then it shows the progress.
        let finished = host.discord.wait_until(|world| {
            let message = world.messages.get(&world.interactions[&interaction].original?)?;
            message.all_text().contains("**Added** (540)").then_some(())
        });
        host.within(finished).await;
        assert!(bot.stop().await.success());
        let mut asked: Vec<String> = Vec::new();
        for call in host.groups.calls().iter().filter(|call| call.method == "POST" && call.status == Some(200)) {
            let people = call.body.as_ref().unwrap()["participants"].as_array().unwrap().clone();
            assert!(people.len() <= at_once());
            asked.extend(people.iter().map(|person| person.as_str().unwrap().to_owned()));
        }
        let number = asked.len();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!((number, asked.len()), (540, 540));
        let rows = host.journal().await;
        assert_eq!(rows.iter().map(|row| (row.verdict, row.tries)).collect::<Vec<_>>(), [(Some(AuditStatus::Done), 2)]);
    })
    .await;
}

#[tokio::test]
async fn unreachable_user_is_pinged_in_the_log_channel() {
    Host::with(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
    })
    .run(async |host| {
        let bot = host.start(Some("before answer")).await;
        let interaction = host.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
        stopped_at(host, "before answer").await;
        bot.kill().await;
        // The token expires in the meantime (Discord: 15 minutes).
        host.clock.advance(Duration::from_secs(16 * 60));
        let bot = host.start(None).await;
        let told = host.discord.wait_until(|world| {
            let told = world.messages.values().find(|message| !message.pings.is_empty())?;
            Some((told.pings.clone(), told.all_text()))
        });
        let (pinged, text) = host.within(told).await;
        assert_eq!(pinged.into_iter().collect::<Vec<_>>(), [host.person("moderator")]);
        assert!(text.contains("Finished after a restart") && text.contains("Alpha Crew"), "{text}");
        assert!(bot.stop().await.success());
        let pings =
            host.discord.world(|world| world.messages.values().filter(|message| !message.pings.is_empty()).count());
        assert_eq!(pings, 1);
        assert!(!host.text(interaction).contains("Alpha Crew"), "the answer itself could not be edited");
    })
    .await;
}

#[tokio::test]
async fn a_question_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display()))
        .run(async |bot| {
            let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            bot.restart().await;
            let reply = bot.press("moderator", &question, "Revoke").await;
            assert!(reply.text().contains("The old link no longer works"), "{}", reply.text());
        })
        .await;
}

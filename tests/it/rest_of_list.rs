//! A list of more people than an account may add in a day: the rest follows by itself on the days after, once, for a
//! person who may still add people, and until somebody stops it.

use std::time::Duration;

use discord_stand_in::Message;
use groups_api::PEOPLE_PER_REQUEST;
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, World};
use sandbox::{ALPHA, Scene};

use crate::files::adds;
use crate::harness::{BotScene, Reply, TestBot};
use crate::process::Host;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const BUTTON: &str = "Add 4 now, the rest tomorrow";
const STOP: &str = "Don't add the rest";

fn numbers() -> Vec<String> {
    (1..=9).map(|of| format!("+551198888000{of}")).collect()
}

/// Four people may be added in a day; the list has nine.
fn four_a_day(scene: &mut Scene) {
    scene.settings = scene.settings.replace("adds_per_day = 100000", "adds_per_day = 4");
    for number in numbers() {
        scene.whatsapp.add_person(Person::phone(&number));
    }
}

fn scene() -> BotScene {
    TestBot::with(four_a_day)
}

/// Sends the list, and presses the button that adds the first four now and the others later.
async fn first_day(bot: &TestBot, who: &str) -> Reply {
    let list = numbers().join("\n");
    let shown = bot.command(who, "wa-group members add", &[("group", ALPHA), ("members", &list)]).await;
    assert_eq!(shown.buttons(), [BUTTON, "Cancel"], "{}", shown.text());
    bot.press(who, &shown, BUTTON).await
}

/// Returns the numbers that WhatsApp was asked to add, one entry for each time.
fn asked(calls: &[Call]) -> Vec<String> {
    let bodies = calls.iter().filter(|call| call.method == "POST").filter_map(|call| call.body.as_ref());
    let people = bodies.filter_map(|body| body["participants"].as_array()).flatten();
    people.map(|person| format!("+{}", person.as_str().unwrap().trim_end_matches("@s.whatsapp.net"))).collect()
}

/// Waits until somebody got a direct message with this text, while the clock advances.
async fn told(bot: &TestBot, who: &str, text: &str) -> String {
    let told = bot.discord.wait_until(|world| {
        let mut all = world.messages.values().map(Message::all_text);
        all.rfind(|all| all.contains(text))
    });
    let told = bot.within(bot.hurried(told)).await;
    assert!(bot.direct(who).iter().any(|message| message.all_text() == told), "{told}");
    told
}

/// Lets a time pass in which the worker looks many times.
async fn pass(bot: &TestBot, time: Duration) {
    bot.clock.advance(time);
    for _ in 0..10 {
        bot.clock.advance(Duration::from_secs(6));
        bot.command("owner", "wa-session list", &[]).await;
    }
}

#[tokio::test]
async fn the_rest_of_a_list_follows_day_by_day() {
    scene()
        .run(async |bot| {
            let done = first_day(bot, "owner").await;
            let text = done.text();
            assert!(
                text.contains("**Added** (4)") && text.contains("**Not tried yet; Usher adds them later** (5)"),
                "{text}"
            );
            assert!(text.contains("Usher adds the other 5 people by itself from <t:"), "{text}");
            assert_eq!(done.buttons(), [STOP, "Undo"]);
            assert_eq!(adds(&done.calls), [4]);
            // They come by themselves, so the file of those who were not added would add them twice.
            assert!(done.message.as_ref().unwrap().attachments.is_empty());
            pass(bot, DAY / 2).await;
            assert!(asked(&bot.groups.take_calls()).is_empty(), "the day is not over");
            bot.clock.advance(DAY / 2);
            let second = told(bot, "owner", "Still to come: 1").await;
            assert!(second.contains("Added: 4. Not added: 0.") && second.contains("/wa-audit show"), "{second}");
            bot.clock.advance(DAY);
            let third = told(bot, "owner", "Still to come: 0").await;
            assert!(third.contains("Added: 1."), "{third}");
            let mut all = asked(&bot.groups.take_calls());
            all.sort_unstable();
            assert_eq!(all, numbers()[4..], "each was asked for once");
            assert!(bot.direct("owner").last().unwrap().control(STOP).is_none());
            pass(bot, DAY).await;
            assert!(asked(&bot.groups.take_calls()).is_empty(), "nothing is left");
        })
        .await;
}

#[tokio::test]
async fn somebody_stops_what_is_to_follow() {
    scene()
        .run(async |bot| {
            let done = first_day(bot, "moderator").await;
            let offers = bot.offers("owner", "wa-audit stop", "id", "").await;
            assert!(offers.iter().any(|offer| offer.name.contains("add people")), "{offers:?}");
            let stopped = bot.press("moderator", &done, STOP).await;
            assert!(stopped.text().contains("The rest of the list is not added"), "{}", stopped.text());
            let again = bot.press("moderator", &done, STOP).await;
            assert!(again.text().contains("This job already finished"), "{}", again.text());
            pass(bot, DAY).await;
            assert!(asked(&bot.groups.take_calls()).is_empty());
            let recent = bot.command("owner", "wa-audit recent", &[]).await;
            assert_eq!(recent.text().matches("**#").count(), 2, "{}", recent.text());
        })
        .await;
}

#[tokio::test]
async fn an_administrator_stops_what_is_to_follow_by_its_number() {
    scene()
        .run(async |bot| {
            first_day(bot, "moderator").await;
            let offers = bot.offers("owner", "wa-audit stop", "id", "add people").await;
            let number = offers[0].value.as_i64().unwrap();
            let stopped = bot.numbered("owner", "wa-audit stop", "id", number).await;
            assert!(stopped.text().contains("The rest of the list is not added"), "{}", stopped.text());
            pass(bot, DAY).await;
            assert!(asked(&bot.groups.take_calls()).is_empty());
        })
        .await;
}

#[tokio::test]
async fn who_lost_the_permission_adds_nobody_later() {
    scene()
        .run(async |bot| {
            first_day(bot, "moderator").await;
            let (person, role) = (bot.person("moderator"), bot.roles.moderator);
            bot.discord.world(|world| {
                world
                    .guilds
                    .get_mut(&bot.guild)
                    .unwrap()
                    .members
                    .get_mut(&person)
                    .unwrap()
                    .roles
                    .retain(|one| *one != role);
            });
            bot.clock.advance(DAY);
            let text = told(bot, "moderator", "nobody else from your list").await;
            assert!(
                text.contains("no longer has permission here") && text.contains("Added: 0. Not added: 5."),
                "{text}"
            );
            assert!(asked(&bot.groups.take_calls()).is_empty());
        })
        .await;
}

#[tokio::test]
async fn the_rest_waits_while_something_is_in_the_way() {
    scene()
        .run(async |bot| {
            first_day(bot, "owner").await;
            bot.groups.inject(FaultRule::always(Fault::Status(503)).of(Operation::ListParticipants));
            pass(bot, DAY).await;
            let recent = bot.command("owner", "wa-audit recent", &[]).await;
            assert_eq!(recent.text().matches("**#").count(), 1, "no attempt is an entry: {}", recent.text());
            bot.groups.world(World::clear_faults);
            let text = told(bot, "owner", "Still to come: 1").await;
            assert!(text.contains("Added: 4."), "{text}");
        })
        .await;
}

#[tokio::test]
async fn the_rest_survives_a_restart_and_expires_after_two_days() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        four_a_day(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .run(async |bot| {
        first_day(bot, "owner").await;
        bot.restart().await;
        bot.clock.advance(DAY);
        told(bot, "owner", "Still to come: 1").await;
        bot.stop().await;
        bot.clock.advance(DAY * 3);
        bot.start().await;
        let text = told(bot, "owner", "nobody else from your list").await;
        assert!(text.contains("for 24 hours"), "{text}");
        assert_eq!(asked(&bot.groups.take_calls()), numbers()[4..8], "only those of the second day");
    })
    .await;
}

#[tokio::test]
async fn a_later_day_that_is_cut_short_is_resumed() {
    let people: Vec<String> = (0..70).map(|of| format!("+298{}", 210_000 + of)).collect();
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        // At the end of a day's budget, requests have 20 people.
        scene.settings = scene.settings.replace("adds_per_day = 100000", "adds_per_day = 30");
        for number in &people {
            scene.whatsapp.add_person(Person::phone(number));
        }
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST)
    .run(async |bot| {
        let members = people.join(",");
        let shown = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &members)]).await;
        let pressed =
            bot.discord.press(bot.person("owner"), shown.message.unwrap().id, "Add 30 now, the rest tomorrow");
        let done = bot.hurried_reply(pressed.unwrap()).await;
        assert_eq!(adds(&done.calls), [20, 10]);
        // The process ends in the pause after the first request of the second day.
        bot.clock.advance(DAY);
        let is_answered =
            |call: &Call| call.status.is_some() && asked(std::slice::from_ref(call)).contains(&people[30]);
        let sent = bot.groups.until_call(is_answered);
        bot.within(bot.hurried(sent)).await;
        bot.stop().await;
        bot.clock.advance(Duration::from_secs(60));
        bot.start().await;
        told(bot, "owner", "Still to come: 10").await;
        bot.clock.advance(DAY);
        told(bot, "owner", "Still to come: 0").await;
        let mut all = asked(&bot.groups.take_calls());
        all.sort_unstable();
        assert_eq!(all, people[30..], "each was added once");
    })
    .await;
}

#[tokio::test]
async fn a_lost_answer_of_a_later_day_does_not_lose_the_others() {
    scene()
        .run(async |bot| {
            first_day(bot, "owner").await;
            bot.groups.inject(FaultRule::next(Fault::Silence).of(Operation::AddParticipants));
            bot.clock.advance(DAY);
            let second = told(bot, "owner", "Still to come: 1").await;
            assert!(second.contains("Added: 0. Not added: 0.") && second.contains("Not confirmed: 4."), "{second}");
            bot.clock.advance(DAY);
            told(bot, "owner", "Still to come: 0").await;
            let calls = bot.groups.take_calls();
            assert_eq!(asked(&calls), numbers()[4..], "nobody was asked for twice");
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_add_the_rest_once() {
    let scene = Host::with(|scene| {
        four_a_day(scene);
        let channel = scene.discord.add_channel(scene.guild, "usher-log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
    });
    let run = scene.on_postgres().alone().run(async |host| {
        let (one, two) = (host.start(None).await, host.start(None).await);
        let list = numbers().join("\n");
        let sent = host.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &list)]);
        let shown = host.discord.wait_until(|world| {
            let id = world.interactions[&sent].original?;
            world.messages.get(&id)?.control(BUTTON).is_some().then_some(id)
        });
        let shown = host.within(shown).await;
        host.discord.press(host.person("owner"), shown, BUTTON).unwrap();
        for text in ["**Added** (4)", "Still to come: 1", "Still to come: 0"] {
            let told = host.discord.wait_until(|world| {
                world.messages.values().any(|message| message.all_text().contains(text)).then_some(())
            });
            host.within(told).await;
            host.clock.advance(DAY);
            // The processes learn the new time from Discord's answers.
            host.send("owner", "wa-session list", &[]);
        }
        let mut all = asked(&host.groups.calls());
        all.sort_unstable();
        assert_eq!(all, numbers(), "each was asked for once");
        let pings = |message: &Message| message.pings.len();
        assert_eq!(
            host.discord.world(|world| world.messages.values().map(pings).sum::<usize>()),
            2,
            "one for each day"
        );
        assert!(one.stop().await.success() && two.stop().await.success());
    });
    run.await;
}

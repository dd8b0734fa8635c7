//! A change whose answer is lost: the answers while it may still take effect, and after it does.

mod later;
mod repeated;

use std::time::Duration;

use discord_stand_in::Message;
use sandbox::{
    ALPHA, OPEN, whatsapp::Fault, whatsapp::FaultRule, whatsapp::GroupSeed, whatsapp::Operation, whatsapp::Role,
};
use usher_clock::Timestamp;

use crate::harness::{BotScene, Reply, TestBot, batches};

/// The client waits for the API's answer for at most a second.
pub(super) const IMPATIENT: &str = "groups_api.timeout = \"1s\"\n";

pub(super) const MINUTE: Duration = Duration::from_secs(60);

pub(super) fn impatient() -> BotScene {
    TestBot::with(|scene| {
        scene.settings.push_str(IMPATIENT);
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
}

/// Applies the call this long after it was received.
pub(super) fn late(bot: &TestBot, operation: Operation, after: Duration) {
    bot.groups.inject(FaultRule::next(Fault::Delay(after)).of(operation));
}

pub(super) fn called(bot: &TestBot, operation: Operation) -> usize {
    bot.groups.calls().iter().filter(|call| call.operation == Some(operation)).count()
}

pub(super) fn named(bot: &TestBot, name: &str) -> usize {
    bot.groups.world(|world| world.groups().filter(|group| group.name == name).count())
}

/// Returns the log channel's entries, in their order.
pub(super) fn log_lines(bot: &TestBot) -> Vec<String> {
    let channel = bot.log;
    bot.discord.world(|world| {
        let mut lines: Vec<&Message> = world.messages.values().filter(|message| message.channel == channel).collect();
        lines.sort_by_key(|message| message.id);
        lines.into_iter().map(Message::all_text).collect()
    })
}

pub(super) async fn until_logged(bot: &TestBot, words: &str) {
    let channel = bot.log;
    let logged = bot.discord.wait_until(|world| {
        let mut lines = world.messages.values().filter(|message| message.channel == channel);
        lines.any(|message| message.all_text().contains(words)).then_some(())
    });
    bot.hurried(bot.within(logged)).await;
}

pub(super) async fn until_corrected(bot: &TestBot, reply: &Reply) -> String {
    let id = reply.message.as_ref().unwrap().id;
    let corrected = bot.discord.wait_until(|world| {
        let text = world.messages[&id].all_text();
        text.contains("happened after all").then_some(text)
    });
    bot.hurried(bot.within(corrected)).await
}

pub(super) async fn create(bot: &TestBot, name: &str) -> Reply {
    let interaction = bot.send("owner", "wa-group create", &[("name", name)]);
    bot.hurried_reply(interaction).await
}

#[tokio::test]
async fn namesake_that_does_not_fit_is_shown_and_not_claimed() {
    impatient()
        .needs(|can| can.empty_group)
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Silence).of(Operation::CreateGroup));
            let interaction = bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
            bot.checking(interaction).await;
            bot.groups.world(|world| {
                let account = world.find_person("5511900000000").unwrap();
                // Another person's group, older than the command.
                let other = world.find_person("5511977770001").unwrap();
                let seed = GroupSeed::new("Harbour Watch", other)
                    .id("120363000000000077@g.us")
                    .created_at(Timestamp::from_secs(1_700_000_000));
                world.add_group(seed.member(account));
            });
            let reply = bot.hurried_reply(interaction).await;
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            assert!(reply.text().contains("120363000000000077@g.us"), "{}", reply.text());
            assert!(!reply.text().contains("Nothing changed"));
        })
        .await;
}

#[tokio::test]
async fn error_of_the_service_itself_is_read_twice() {
    for (fault, words, applied) in [
        (Fault::Status(500), "the change is not there", false),
        (Fault::Status(503), "the change is not there", false),
        (Fault::StatusAfter(500), "Renamed", true),
        (Fault::StatusAfter(503), "Renamed", true),
    ] {
        impatient()
            .on_titan()
            .run(async |bot| {
                bot.groups.inject(FaultRule::always(fault.clone()).of(Operation::UpdateSubject));
                let interaction = bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
                let reply = bot.hurried_reply(interaction).await;
                assert!(reply.text().contains(words), "{fault:?}: {}", reply.text());
                assert!(!reply.text().contains("Nothing changed"), "{fault:?}: {}", reply.text());
                assert_eq!(named(bot, "Alpha Crew") == 1, applied, "{fault:?}");
                let reads = reply.calls.iter().filter(|call| call.operation == Some(Operation::GetGroup)).count();
                assert_eq!(reads, if applied { 2 } else { 3 }, "{fault:?}: {:?}", reply.calls());
            })
            .await;
    }
}

#[tokio::test]
async fn lost_request_of_a_job_is_settled_before_the_next() {
    let numbers: Vec<String> = (0..540).map(|number| format!("+298{}", 210_000 + number)).collect();
    let all = numbers.clone();
    TestBot::with(|scene| {
        scene.settings.push_str(IMPATIENT);
        for number in &all {
            scene.whatsapp.add_person(sandbox::whatsapp::Person::phone(number));
        }
    })
    .run(async |bot| {
        let add = Operation::AddParticipants;
        bot.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(add));
        late(bot, add, MINUTE);
        let interaction =
            bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &numbers.join(","))]);
        bot.checking(interaction).await;
        assert_eq!(called(bot, add), 2, "the third waits");
        let reply = bot.hurried_reply(interaction).await;
        assert!(reply.text().contains("**Added** (540)"), "{}", reply.text());
        let sent = reply.calls.iter().filter(|call| call.operation == Some(add)).count();
        assert_eq!(sent, batches(540).len(), "none is sent twice");
    })
    .await;
}

#[tokio::test]
async fn people_of_a_lost_add_are_confirmed_one_by_one() {
    impatient()
        .run(async |bot| {
            // One is added, the other must be invited; the answer that says so is lost.
            bot.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::AddParticipants));
            let members = format!("{OPEN}, {}", sandbox::SHY);
            let interaction = bot.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
            let reply = bot.hurried_reply(interaction).await;
            assert!(reply.text().contains("**Added** (1)"), "{}", reply.text());
            assert!(reply.text().contains("Not confirmed") && !reply.text().contains("privacy"), "{}", reply.text());
            // Later the second one is a member as well.
            bot.groups.world(|world| {
                let shy = world.find_person("5521988880002").unwrap();
                world.put_member(ALPHA, shy, Role::Member);
            });
            let text = until_corrected(bot, &reply).await;
            assert!(text.contains("**Added** (2)"), "{text}");
        })
        .await;
}

#[tokio::test]
async fn change_that_changes_nothing_says_so_and_costs_nothing() {
    TestBot::with(|scene| {
        scene.settings = "limits.changes_per_minute = 1\n".to_owned();
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .run(async |bot| {
        for (command, options, words) in [
            ("wa-group rename", vec![("group", ALPHA), ("name", "Alpha Team")], "already has this name"),
            (
                "wa-group describe",
                vec![("group", ALPHA), ("text", "Everything about the alpha release. Be kind.")],
                "already has this description",
            ),
            ("wa-group members add", vec![("group", ALPHA), ("members", sandbox::ANA)], "Already in the group"),
            ("wa-group admins promote", vec![("group", ALPHA), ("members", sandbox::BRUNO)], "Already admin"),
        ] {
            let reply = bot.command("owner", command, &options).await;
            assert!(reply.text().contains(words), "{command}: {}", reply.text());
            assert!(reply.notices.is_empty() && reply.calls.iter().all(|call| call.method == "GET"), "{command}");
        }
        let done = bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
        assert!(done.text().contains("Renamed"), "the limit of one a minute is not used up: {}", done.text());
        until_logged(bot, "renamed").await;
        assert_eq!(log_lines(bot).len(), 1, "{:?}", log_lines(bot));
    })
    .await;
}

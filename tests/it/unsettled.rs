//! A change whose answer is lost: the answers while it may still take effect, and after it does.

use std::time::Duration;

use discord_stand_in::Message;
use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, Role};
use sandbox::{ALPHA, BETA, OPEN};

use crate::approvals::may_ask;
use crate::harness::{Reply, TestBot};

/// The client waits for the API's answer for at most a second.
const IMPATIENT: &str = "groups_api.timeout = \"1s\"\n";
const MINUTE: Duration = Duration::from_secs(60);

async fn test_bot() -> TestBot {
    TestBot::with(|scene| {
        scene.settings.push_str(IMPATIENT);
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await
}

/// Applies the call this long after it was received.
fn late(test_bot: &TestBot, operation: Operation, after: Duration) {
    test_bot.house.groups.inject(FaultRule::next(Fault::Delay(after)).of(operation));
}

fn called(test_bot: &TestBot, operation: Operation) -> usize {
    test_bot.house.groups.calls().iter().filter(|call| call.operation == Some(operation)).count()
}

fn named(test_bot: &TestBot, name: &str) -> usize {
    test_bot.house.groups.world(|world| world.groups().filter(|group| group.name == name).count())
}

/// Returns the log channel's entries, in their order.
fn log_lines(test_bot: &TestBot) -> Vec<String> {
    let channel = test_bot.house.log;
    test_bot.house.discord.world(|world| {
        let mut lines: Vec<&Message> = world.messages.values().filter(|message| message.channel == channel).collect();
        lines.sort_by_key(|message| message.id);
        lines.into_iter().map(Message::all_text).collect()
    })
}

async fn until_logged(test_bot: &TestBot, words: &str) {
    let channel = test_bot.house.log;
    let logged = test_bot.house.discord.wait_until(|world| {
        let mut lines = world.messages.values().filter(|message| message.channel == channel);
        lines.any(|message| message.all_text().contains(words)).then_some(())
    });
    test_bot.hurried(test_bot.within(logged)).await;
}

async fn until_corrected(test_bot: &TestBot, reply: &Reply) -> String {
    let id = reply.message.as_ref().unwrap().id;
    let corrected = test_bot.house.discord.wait_until(|world| {
        let text = world.messages[&id].all_text();
        text.contains("happened after all").then_some(text)
    });
    test_bot.hurried(test_bot.within(corrected)).await
}

async fn create(test_bot: &TestBot, name: &str) -> Reply {
    let interaction = test_bot.send("owner", "wa-group create", &[("name", name)]);
    test_bot.hurried_reply(interaction).await
}

#[tokio::test]
async fn late_change_is_told_as_done_once_it_shows() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::CreateGroup, MINUTE);
    let interaction = test_bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
    test_bot.checking(interaction).await;
    let reply = test_bot.hurried_reply(interaction).await;
    assert!(reply.text().contains("The group was created"), "{}", reply.text());
    assert_eq!(
        (named(&test_bot, "Harbour Watch"), called(&test_bot, Operation::CreateGroup)),
        (1, 0),
        "calls are in the reply"
    );
    assert_eq!(reply.calls.iter().filter(|call| call.method == "POST").count(), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn change_later_than_that_is_corrected_everywhere() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::UpdateSubject, MINUTE * 3);
    let interaction = test_bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
    test_bot.checking(interaction).await;
    let reply = test_bot.hurried_reply(interaction).await;
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    assert!(reply.text().contains("rename this group.\n**New name**"), "{}", reply.text());
    assert!(reply.text().contains("it may still happen"), "{}", reply.text());
    assert!(!reply.text().contains("Nothing was changed") && !reply.text().contains("Try again"), "{}", reply.text());
    assert_eq!((reply.buttons(), reply.notices.len()), (vec!["Check again".to_owned()], 0));
    until_logged(&test_bot, "not confirmed").await;

    let text = until_corrected(&test_bot, &reply).await;
    assert!(text.contains("Alpha Crew"), "{text}");
    until_logged(&test_bot, "Confirmed now").await;
    let told = test_bot.house.discord.wait_until(|world| (!world.followups(interaction).is_empty()).then_some(()));
    test_bot.within(told).await;
    let audit = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(audit.text().contains(": done") && !audit.text().contains("not confirmed"), "{}", audit.text());
    test_bot.close().await;
}

#[tokio::test]
async fn correction_that_discord_does_not_take_is_told_again() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::UpdateSubject, MINUTE * 3);
    let interaction = test_bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
    test_bot.checking(interaction).await;
    let reply = test_bot.hurried_reply(interaction).await;
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    test_bot
        .house
        .discord
        .world(|world| world.faults.next("PATCH /webhooks/*", 6, discord_stand_in::Fault::ServerError(503)));
    until_corrected(&test_bot, &reply).await;
    assert!(test_bot.house.discord.world(|world| world.faults.is_clear()));
    until_logged(&test_bot, "Confirmed now").await;
    assert_eq!(log_lines(&test_bot).iter().filter(|line| line.contains("Confirmed now")).count(), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn change_that_never_happens_stays_not_confirmed() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::RevokeInvite));
    let question = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let id = question.message.as_ref().unwrap().id;
    let press = test_bot.house.discord.press(test_bot.person("moderator"), id, "Revoke").unwrap();
    let reply = test_bot.hurried_reply(press).await;
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    for minutes in [5, 15, 61] {
        test_bot.house.clock.advance(MINUTE * minutes);
        let looked = test_bot.house.groups.until_call(|call| call.operation == Some(Operation::GetInvite));
        test_bot.within(looked).await;
        test_bot.house.groups.take_calls();
        assert_eq!(test_bot.text_now(&reply), reply.text());
    }
    assert_eq!(called(&test_bot, Operation::RevokeInvite), 0, "it is not sent again");
    test_bot.close().await;
}

#[tokio::test]
async fn check_again_says_how_it_stands() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::UpdateDescription, MINUTE * 3);
    let options = [("group", BETA), ("text", "By the sea")];
    let interaction = test_bot.send("moderator", "wa-group describe", &options);
    test_bot.checking(interaction).await;
    let reply = test_bot.hurried_reply(interaction).await;
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    let again = test_bot.press("moderator", &reply, "Check again").await;
    assert_eq!(again.title(), "Not confirmed", "{}", again.text());
    assert!(again.text().contains("Last checked"), "{}", again.text());
    assert_eq!(again.buttons(), ["Check again"]);
    let landed =
        test_bot.house.groups.until(|world| world.group(BETA).unwrap().description.as_deref() == Some("By the sea"));
    test_bot.hurried(test_bot.within(landed)).await;
    let now = test_bot.press("moderator", &reply, "Check again").await;
    assert!(now.text().contains("happened after all") && now.text().contains("By the sea"), "{}", now.text());
    assert!(now.buttons().is_empty());
    until_logged(&test_bot, "Confirmed now").await;
    assert_eq!(log_lines(&test_bot).iter().filter(|line| line.contains("Confirmed now")).count(), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn check_again_is_authorized_at_the_press() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::UpdateSubject));
    let interaction = test_bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
    let reply = test_bot.hurried_reply(interaction).await;
    assert_eq!(reply.title(), "Not confirmed");
    test_bot.house.discord.world(|world| {
        let who = world.member_named(test_bot.house.guild, "moderator").unwrap();
        world.join(test_bot.house.guild, who, &[]);
    });
    test_bot.house.groups.take_calls();
    let refused = test_bot.press("moderator", &reply, "Check again").await;
    assert!(test_bot.house.groups.calls().is_empty(), "{:?}", refused.calls);
    let text = test_bot.house.discord.world(|world| {
        let answer = world.interactions[&refused.interaction].original.unwrap();
        world.messages[&answer].all_text()
    });
    assert!(text.contains("You may not do this"), "{text}");
    test_bot.close().await;
}

#[tokio::test]
async fn the_same_change_again_is_asked_about_first() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::CreateGroup));
    assert_eq!(create(&test_bot, "Harbour Watch").await.title(), "Not confirmed");
    let question = test_bot.command("owner", "wa-group create", &[("name", "harbour watch")]).await;
    assert!(question.text().contains("The same change was requested"), "{}", question.text());
    assert_eq!(question.buttons(), ["Continue anyway", "Cancel"]);
    assert!(question.calls.iter().all(|call| call.method == "GET"));
    // A change of another group is a different change.
    let other = test_bot.command("owner", "wa-group create", &[("name", "Harbour Friends")]).await;
    assert!(other.text().contains("The group was created"), "{}", other.text());
    let cancelled = test_bot.press("owner", &question, "Cancel").await;
    assert!(cancelled.text().contains("Nothing was changed"));
    assert_eq!(named(&test_bot, "harbour watch"), 0);

    let question = test_bot.command("owner", "wa-group create", &[("name", "Harbour Watch")]).await;
    let done = test_bot.press("owner", &question, "Continue anyway").await;
    assert!(done.text().contains("The group was created"), "{}", done.text());
    assert_eq!(named(&test_bot, "Harbour Watch"), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn refused_second_request_keeps_the_first_ones_effect_unknown() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::AddParticipants, MINUTE * 3);
    test_bot.house.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::AddParticipants));
    let numbers: Vec<String> = (0..300).map(|number| format!("+5521977{number:06}")).collect();
    let file = numbers.join("\n").into_bytes();
    let file = test_bot.house.discord.upload(test_bot.person("owner"), "people.txt", "text/plain", file).to_string();
    let interaction = test_bot.send("owner", "wa-group members add", &[("group", ALPHA), ("file", &file)]);
    test_bot.checking(interaction).await;
    let reply = test_bot.hurried_reply(interaction).await;
    assert!(!reply.text().contains("Nothing was changed"), "{}", reply.text());
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    until_corrected(&test_bot, &reply).await;
    test_bot.close().await;
}

#[tokio::test]
async fn approver_hears_once_of_the_same_change_that_is_not_confirmed() {
    let test_bot = TestBot::with(|scene| {
        may_ask(scene);
        scene.settings.push_str(IMPATIENT);
    })
    .await;
    let options = [("group", ALPHA), ("name", "Alpha Crew")];
    test_bot.command("helper", "wa-group rename", &options).await;
    let posted = test_bot.posted().pop().unwrap();
    test_bot.hurried(test_bot.house.clock.sleep(MINUTE)).await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::UpdateSubject));
    let lost = test_bot.hurried_reply(test_bot.send("owner", "wa-group rename", &options)).await;
    assert_eq!(lost.title(), "Not confirmed", "{}", lost.text());
    let warned = test_bot.decide("moderator", &posted, "Approve").await;
    assert!(warned.text().contains("The same change was requested"), "{}", warned.text());
    assert_eq!(called(&test_bot, Operation::UpdateSubject), 0, "{:?}", warned.calls());
    let approved = test_bot.decide("moderator", &posted, "Approve").await;
    assert!(approved.text().contains("approved"), "{}", approved.text());
    assert_eq!(named(&test_bot, "Alpha Crew"), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn page_of_something_in_between_is_no_refusal() {
    for status in [400, 403, 404, 408, 409] {
        let test_bot = test_bot().await;
        test_bot.house.groups.inject(FaultRule::next(Fault::Html(status)).of(Operation::UpdateSubject));
        let interaction = test_bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
        test_bot.checking(interaction).await;
        let reply = test_bot.hurried_reply(interaction).await;
        assert_eq!(reply.title(), "Not confirmed", "{status} {}", reply.text());
        assert!(!reply.text().contains("Nothing was changed"), "{status} {}", reply.text());
        test_bot.close().await;
    }
}

#[tokio::test]
async fn a_question_that_is_asked_anyway_says_it_too() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::RevokeInvite));
    let question = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    assert!(!question.text().contains("The same change"), "{}", question.text());
    let id = question.message.as_ref().unwrap().id;
    let press = test_bot.house.discord.press(test_bot.person("moderator"), id, "Revoke").unwrap();
    assert_eq!(test_bot.hurried_reply(press).await.title(), "Not confirmed");
    let again = test_bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
    assert!(again.text().contains("The same change was requested"), "{}", again.text());
    assert!(again.text().contains("Revoke the invite link?"), "{}", again.text());
    test_bot.close().await;
}

#[tokio::test]
async fn confirmation_is_repeated_after_the_same_change_was_lost() {
    let test_bot = test_bot().await;
    let question = test_bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
    assert!(!question.text().contains("The same change"), "{}", question.text());
    let other = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    late(&test_bot, Operation::RevokeInvite, MINUTE * 3);
    let id = other.message.as_ref().unwrap().id;
    let press = test_bot.house.discord.press(test_bot.person("moderator"), id, "Revoke").unwrap();
    test_bot.checking(press).await;
    test_bot.house.groups.take_calls();

    // The first change is being checked.
    let id = question.message.as_ref().unwrap().id;
    let warned = test_bot.house.discord.press(test_bot.person("owner"), id, "Revoke").unwrap();
    test_bot.shown(warned, "The same change was requested").await;
    assert_eq!(called(&test_bot, Operation::RevokeInvite), 0);
    assert_eq!(test_bot.hurried_reply(press).await.title(), "Not confirmed");
    // The question contains the warning now, so it is not repeated.
    let again = test_bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
    assert!(again.text().contains("The same change was requested"), "{}", again.text());
    let done = test_bot.press("owner", &again, "Revoke").await;
    assert!(done.text().contains("no longer works"), "{}", done.text());
    test_bot.close().await;
}

#[tokio::test]
async fn the_same_change_under_way_is_asked_about_first() {
    let test_bot = test_bot().await;
    late(&test_bot, Operation::CreateGroup, MINUTE);
    let first = test_bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
    test_bot.checking(first).await;
    let second = test_bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
    test_bot.shown(second, "The same change was requested").await;
    let done = test_bot.hurried_reply(first).await;
    assert!(done.text().contains("The group was created"), "{}", done.text());
    assert_eq!(named(&test_bot, "Harbour Watch"), 1);
    test_bot.close().await;
}

#[tokio::test]
async fn a_later_command_does_not_confirm_an_earlier_one() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Drop).of(Operation::CreateGroup));
    let first = create(&test_bot, "Harbour Watch").await;
    assert_eq!(first.title(), "Not confirmed");
    let question = test_bot.command("owner", "wa-group create", &[("name", "Harbour Watch")]).await;
    let second = test_bot.press("owner", &question, "Continue anyway").await;
    assert!(second.text().contains("The group was created"), "{}", second.text());
    let looked = test_bot.press("owner", &first, "Check again").await;
    assert!(looked.text().contains("Last checked"), "{}", looked.text());
    assert_eq!(looked.title(), "Not confirmed");
    let audit = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(audit.text().contains("not confirmed"), "{}", audit.text());
    test_bot.close().await;
}

#[tokio::test]
async fn namesake_that_does_not_fit_is_shown_and_not_claimed() {
    let test_bot = test_bot().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Silence).of(Operation::CreateGroup));
    let interaction = test_bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
    test_bot.checking(interaction).await;
    test_bot.house.groups.world(|world| {
        let account = world.find_person("5511900000000").unwrap();
        // Another person's group, older than the command.
        let other = world.find_person("5511977770001").unwrap();
        let seed = GroupSeed::new("Harbour Watch", other).id("120363000000000077@g.us").created_at(1_700_000_000);
        world.add_group(seed.member(account));
    });
    let reply = test_bot.hurried_reply(interaction).await;
    assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
    assert!(reply.text().contains("120363000000000077@g.us"), "{}", reply.text());
    assert!(!reply.text().contains("Nothing was changed"));
    test_bot.close().await;
}

#[tokio::test]
async fn error_of_the_service_itself_is_read_twice() {
    for (fault, words, applied) in [
        (Fault::Status(500), "the change is not there", false),
        (Fault::Status(503), "the change is not there", false),
        (Fault::StatusAfter(500), "Renamed", true),
        (Fault::StatusAfter(503), "Renamed", true),
    ] {
        let test_bot = test_bot().await;
        test_bot.house.groups.inject(FaultRule::always(fault.clone()).of(Operation::UpdateSubject));
        let interaction = test_bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
        let reply = test_bot.hurried_reply(interaction).await;
        assert!(reply.text().contains(words), "{fault:?}: {}", reply.text());
        assert!(!reply.text().contains("Nothing was changed"), "{fault:?}: {}", reply.text());
        assert_eq!(named(&test_bot, "Alpha Crew") == 1, applied, "{fault:?}");
        let reads = reply.calls.iter().filter(|call| call.operation == Some(Operation::GetGroup)).count();
        assert_eq!(reads, if applied { 2 } else { 3 }, "{fault:?}: {:?}", reply.calls());
        test_bot.close().await;
    }
}

#[tokio::test]
async fn lost_request_of_a_job_is_settled_before_the_next() {
    let numbers: Vec<String> = (0..600).map(|number| format!("{}", 1_200_000 + number)).collect();
    let all = numbers.clone();
    let test_bot = TestBot::with(|scene| {
        scene.settings.push_str(IMPATIENT);
        for number in &all {
            scene.whatsapp.add_person(sandbox::whatsapp::Person::phone(&format!("+{number}")));
        }
    })
    .await;
    let add = Operation::AddParticipants;
    test_bot.house.groups.inject(FaultRule::next(Fault::Delay(Duration::ZERO)).of(add));
    late(&test_bot, add, MINUTE);
    let interaction =
        test_bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &numbers.join(","))]);
    test_bot.checking(interaction).await;
    assert_eq!(called(&test_bot, add), 2, "the third waits");
    let reply = test_bot.hurried_reply(interaction).await;
    assert!(reply.text().contains("**Added** (600)"), "{}", reply.text());
    assert_eq!(reply.calls.iter().filter(|call| call.operation == Some(add)).count(), 3, "none is sent twice");
    test_bot.close().await;
}

#[tokio::test]
async fn people_of_a_lost_add_are_confirmed_one_by_one() {
    let test_bot = test_bot().await;
    // One is added, the other must be invited; the answer that says so is lost.
    test_bot.house.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::AddParticipants));
    let members = format!("{OPEN}, {}", sandbox::SHY);
    let interaction = test_bot.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", &members)]);
    let reply = test_bot.hurried_reply(interaction).await;
    assert!(reply.text().contains("**Added** (1)"), "{}", reply.text());
    assert!(reply.text().contains("not confirmed") && !reply.text().contains("privacy"), "{}", reply.text());
    // Later the second one is a member as well.
    test_bot.house.groups.world(|world| {
        let shy = world.find_person("5521988880002").unwrap();
        world.put_member(ALPHA, shy, Role::Member);
    });
    let text = until_corrected(&test_bot, &reply).await;
    assert!(text.contains("**Added** (2)"), "{text}");
    test_bot.close().await;
}

#[tokio::test]
async fn change_that_changes_nothing_says_so_and_costs_nothing() {
    let test_bot = TestBot::with(|scene| {
        scene.settings = "limits.changes_per_minute = 1\n".to_owned();
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await;
    for (command, options, words) in [
        ("wa-group rename", vec![("group", ALPHA), ("name", "Alpha Team")], "already has this name"),
        (
            "wa-group describe",
            vec![("group", ALPHA), ("text", "Everything about the alpha release. Be kind.")],
            "already has this description",
        ),
        ("wa-group members add", vec![("group", ALPHA), ("members", sandbox::ANA)], "Already in the group"),
        ("wa-group admins promote", vec![("group", ALPHA), ("members", sandbox::BRUNO)], "Was an admin already"),
    ] {
        let reply = test_bot.command("owner", command, &options).await;
        assert!(reply.text().contains(words), "{command}: {}", reply.text());
        assert!(reply.notices.is_empty() && reply.calls.iter().all(|call| call.method == "GET"), "{command}");
    }
    let done = test_bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
    assert!(done.text().contains("Renamed"), "the limit of one a minute is not used up: {}", done.text());
    until_logged(&test_bot, "renamed").await;
    assert_eq!(log_lines(&test_bot).len(), 1, "{:?}", log_lines(&test_bot));
    test_bot.close().await;
}

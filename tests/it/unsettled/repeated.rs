//! The same change once more, while the first one is not confirmed.

use sandbox::{ALPHA, whatsapp::Fault, whatsapp::FaultRule, whatsapp::Operation};

use crate::approvals::may_ask;
use crate::harness::TestBot;

use super::{IMPATIENT, MINUTE, called, create, impatient, late, named, until_corrected};

#[tokio::test]
async fn the_same_change_again_is_asked_about_first() {
    impatient()
        .needs(|can| can.empty_group)
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::CreateGroup));
            assert_eq!(create(bot, "Harbour Watch").await.title(), "Not confirmed");
            let question = bot.command("owner", "wa-group create", &[("name", "harbour watch")]).await;
            assert!(question.text().contains("The same change was requested"), "{}", question.text());
            assert_eq!(question.buttons(), ["Continue anyway", "Cancel"]);
            assert!(question.calls.iter().all(|call| call.method == "GET"));
            // A change of another group is a different change.
            let other = bot.command("owner", "wa-group create", &[("name", "Harbour Friends")]).await;
            assert!(other.text().contains("Group created"), "{}", other.text());
            let cancelled = bot.press("owner", &question, "Cancel").await;
            assert!(cancelled.text().contains("Nothing changed"));
            assert_eq!(named(bot, "harbour watch"), 0);

            let question = bot.command("owner", "wa-group create", &[("name", "Harbour Watch")]).await;
            let done = bot.press("owner", &question, "Continue anyway").await;
            assert!(done.text().contains("Group created"), "{}", done.text());
            assert_eq!(named(bot, "Harbour Watch"), 1);
        })
        .await;
}

#[tokio::test]
async fn refused_second_request_keeps_the_first_ones_effect_unknown() {
    impatient()
        .run(async |bot| {
            late(bot, Operation::AddParticipants, MINUTE * 3);
            bot.groups.inject(FaultRule::next(Fault::Status(403)).of(Operation::AddParticipants));
            let numbers: Vec<String> = (0..300).map(|number| format!("+5521977{number:06}")).collect();
            let file = numbers.join("\n").into_bytes();
            let file = bot.discord.upload(bot.person("owner"), "people.txt", "text/plain", file).to_string();
            let interaction = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("file", &file)]);
            bot.checking(interaction).await;
            let reply = bot.hurried_reply(interaction).await;
            assert!(!reply.text().contains("Nothing changed"), "{}", reply.text());
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            until_corrected(bot, &reply).await;
        })
        .await;
}

#[tokio::test]
async fn approver_hears_once_of_the_same_change_that_is_not_confirmed() {
    TestBot::with(|scene| {
        may_ask(scene);
        scene.settings.push_str(IMPATIENT);
    })
    .run(async |bot| {
        let options = [("group", ALPHA), ("name", "Alpha Crew")];
        bot.command("helper", "wa-group rename", &options).await;
        let posted = bot.posted().pop().unwrap();
        bot.hurried(bot.clock.sleep(MINUTE)).await;
        bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::UpdateSubject));
        let lost = bot.hurried_reply(bot.send("owner", "wa-group rename", &options)).await;
        assert_eq!(lost.title(), "Not confirmed", "{}", lost.text());
        let warned = bot.decide("moderator", &posted, "Approve").await;
        assert!(warned.text().contains("The same change was requested"), "{}", warned.text());
        assert_eq!(called(bot, Operation::UpdateSubject), 0, "{:?}", warned.calls());
        let approved = bot.decide("moderator", &posted, "Approve").await;
        assert!(approved.text().contains("Approved by"), "{}", approved.text());
        assert_eq!(named(bot, "Alpha Crew"), 1);
    })
    .await;
}

#[tokio::test]
async fn page_of_something_in_between_is_no_refusal() {
    for status in [400, 403, 404, 408, 409] {
        impatient()
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::Html(status)).of(Operation::UpdateSubject));
                let interaction = bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
                bot.checking(interaction).await;
                let reply = bot.hurried_reply(interaction).await;
                assert_eq!(reply.title(), "Not confirmed", "{status} {}", reply.text());
                assert!(!reply.text().contains("Nothing changed"), "{status} {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn a_question_that_is_asked_anyway_says_it_too() {
    impatient()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::RevokeInvite));
            let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            assert!(!question.text().contains("The same change"), "{}", question.text());
            let id = question.message.as_ref().unwrap().id;
            let press = bot.discord.press(bot.person("moderator"), id, "Revoke").unwrap();
            assert_eq!(bot.hurried_reply(press).await.title(), "Not confirmed");
            let again = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
            assert!(again.text().contains("The same change was requested"), "{}", again.text());
            assert!(again.text().contains("Revoke the invite link?"), "{}", again.text());
        })
        .await;
}

#[tokio::test]
async fn confirmation_is_repeated_after_the_same_change_was_lost() {
    impatient()
        .run(async |bot| {
            let question = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
            assert!(!question.text().contains("The same change"), "{}", question.text());
            let other = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            late(bot, Operation::RevokeInvite, MINUTE * 3);
            let id = other.message.as_ref().unwrap().id;
            let press = bot.discord.press(bot.person("moderator"), id, "Revoke").unwrap();
            bot.checking(press).await;
            bot.groups.take_calls();

            // The first change is being checked.
            let id = question.message.as_ref().unwrap().id;
            let warned = bot.discord.press(bot.person("owner"), id, "Revoke").unwrap();
            bot.shown(warned, "The same change was requested").await;
            assert_eq!(called(bot, Operation::RevokeInvite), 0);
            assert_eq!(bot.hurried_reply(press).await.title(), "Not confirmed");
            // The question contains the warning now, so it is not repeated.
            let again = bot.command("owner", "wa-group invite revoke", &[("group", ALPHA)]).await;
            assert!(again.text().contains("The same change was requested"), "{}", again.text());
            let done = bot.press("owner", &again, "Revoke").await;
            assert!(done.text().contains("no longer works"), "{}", done.text());
        })
        .await;
}

#[tokio::test]
async fn the_same_change_under_way_is_asked_about_first() {
    impatient()
        .needs(|can| can.empty_group)
        .run(async |bot| {
            late(bot, Operation::CreateGroup, MINUTE);
            let first = bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
            bot.checking(first).await;
            let second = bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
            bot.shown(second, "The same change was requested").await;
            let done = bot.hurried_reply(first).await;
            assert!(done.text().contains("Group created"), "{}", done.text());
            assert_eq!(named(bot, "Harbour Watch"), 1);
        })
        .await;
}

#[tokio::test]
async fn a_later_command_does_not_confirm_an_earlier_one() {
    impatient()
        .needs(|can| can.empty_group)
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::CreateGroup));
            let first = create(bot, "Harbour Watch").await;
            assert_eq!(first.title(), "Not confirmed");
            let question = bot.command("owner", "wa-group create", &[("name", "Harbour Watch")]).await;
            let second = bot.press("owner", &question, "Continue anyway").await;
            assert!(second.text().contains("Group created"), "{}", second.text());
            let looked = bot.press("owner", &first, "Check again").await;
            assert!(looked.text().contains("Last checked"), "{}", looked.text());
            assert_eq!(looked.title(), "Not confirmed");
            let audit = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(audit.text().contains("**Not confirmed**"), "{}", audit.text());
        })
        .await;
}

//! The answer while the change may still take effect, and its correction afterwards.

use sandbox::whatsapp::{Fault, FaultRule, Operation};
use sandbox::{ALPHA, BETA};

use super::{MINUTE, called, impatient, late, log_lines, named, until_corrected, until_logged};

#[tokio::test]
async fn late_change_is_told_as_done_once_it_shows() {
    impatient()
        .needs(|can| can.empty_group)
        .run(async |bot| {
            late(bot, Operation::CreateGroup, MINUTE);
            let interaction = bot.send("owner", "wa-group create", &[("name", "Harbour Watch")]);
            bot.checking(interaction).await;
            let reply = bot.hurried_reply(interaction).await;
            assert!(reply.text().contains("Group created"), "{}", reply.text());
            assert_eq!(
                (named(bot, "Harbour Watch"), called(bot, Operation::CreateGroup)),
                (1, 0),
                "calls are in the reply"
            );
            assert_eq!(reply.calls.iter().filter(|call| call.method == "POST").count(), 1);
        })
        .await;
}

#[tokio::test]
async fn change_later_than_that_is_corrected_everywhere() {
    impatient()
        .run(async |bot| {
            late(bot, Operation::UpdateSubject, MINUTE * 3);
            let interaction = bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
            bot.checking(interaction).await;
            let reply = bot.hurried_reply(interaction).await;
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            assert!(reply.text().contains("rename this group.\n**New name**"), "{}", reply.text());
            assert!(reply.text().contains("it may still happen"), "{}", reply.text());
            assert!(
                !reply.text().contains("Nothing changed") && !reply.text().contains("Try again"),
                "{}",
                reply.text()
            );
            assert_eq!((reply.buttons(), reply.notices.len()), (vec!["Check again".to_owned()], 0));
            until_logged(bot, "not confirmed").await;

            let text = until_corrected(bot, &reply).await;
            assert!(text.contains("Alpha Crew"), "{text}");
            until_logged(bot, "Confirmed later").await;
            let told = bot.discord.wait_until(|world| (!world.followups(interaction).is_empty()).then_some(()));
            bot.within(told).await;
            let audit = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(
                audit.text().contains("Confirmed later") && !audit.text().contains("ot confirmed"),
                "{}",
                audit.text()
            );
        })
        .await;
}

#[tokio::test]
async fn correction_that_discord_does_not_take_is_told_again() {
    impatient()
        .run(async |bot| {
            late(bot, Operation::UpdateSubject, MINUTE * 3);
            let interaction = bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
            bot.checking(interaction).await;
            let reply = bot.hurried_reply(interaction).await;
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            bot.discord
                .world(|world| world.faults.next("PATCH /webhooks/*", 6, discord_stand_in::Fault::ServerError(503)));
            until_corrected(bot, &reply).await;
            assert!(bot.discord.world(|world| world.faults.is_clear()));
            until_logged(bot, "Confirmed later").await;
            assert_eq!(log_lines(bot).iter().filter(|line| line.contains("Confirmed later")).count(), 1);
        })
        .await;
}

#[tokio::test]
async fn change_that_never_happens_stays_not_confirmed() {
    impatient()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::RevokeInvite));
            let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            let id = question.message.as_ref().unwrap().id;
            let press = bot.discord.press(bot.person("moderator"), id, "Revoke").unwrap();
            let reply = bot.hurried_reply(press).await;
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            for minutes in [5, 15, 61] {
                bot.clock.advance(MINUTE * minutes);
                let looked = bot.groups.until_call(|call| call.operation == Some(Operation::GetInvite));
                bot.within(looked).await;
                bot.groups.take_calls();
                assert_eq!(bot.text_now(&reply), reply.text());
            }
            assert_eq!(called(bot, Operation::RevokeInvite), 0, "it is not sent again");
        })
        .await;
}

#[tokio::test]
async fn check_again_says_how_it_stands() {
    impatient()
        .run(async |bot| {
            late(bot, Operation::UpdateDescription, MINUTE * 3);
            let options = [("group", BETA), ("text", "By the sea")];
            let interaction = bot.send("moderator", "wa-group describe", &options);
            bot.checking(interaction).await;
            let reply = bot.hurried_reply(interaction).await;
            assert_eq!(reply.title(), "Not confirmed", "{}", reply.text());
            let again = bot.press("moderator", &reply, "Check again").await;
            assert_eq!(again.title(), "Not confirmed", "{}", again.text());
            assert!(again.text().contains("Last checked"), "{}", again.text());
            assert_eq!(again.buttons(), ["Check again"]);
            let landed =
                bot.groups.until(|world| world.group(BETA).unwrap().description.as_deref() == Some("By the sea"));
            bot.hurried(bot.within(landed)).await;
            let now = bot.press("moderator", &reply, "Check again").await;
            assert!(now.text().contains("happened after all") && now.text().contains("By the sea"), "{}", now.text());
            assert!(now.buttons().is_empty());
            until_logged(bot, "Confirmed later").await;
            assert_eq!(log_lines(bot).iter().filter(|line| line.contains("Confirmed later")).count(), 1);
        })
        .await;
}

#[tokio::test]
async fn check_again_is_authorized_at_the_press() {
    impatient()
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Drop).of(Operation::UpdateSubject));
            let interaction = bot.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
            let reply = bot.hurried_reply(interaction).await;
            assert_eq!(reply.title(), "Not confirmed");
            bot.discord.world(|world| {
                let who = world.member_named(bot.guild, "moderator").unwrap();
                world.join(bot.guild, who, &[]);
            });
            bot.groups.take_calls();
            let refused = bot.press("moderator", &reply, "Check again").await;
            assert!(bot.groups.calls().is_empty(), "{:?}", refused.calls);
            let text = bot.discord.world(|world| {
                let answer = world.interactions[&refused.interaction].original.unwrap();
                world.messages[&answer].all_text()
            });
            assert!(text.contains("No permission"), "{text}");
        })
        .await;
}

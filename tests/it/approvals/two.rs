//! Requests that two different people must approve.

use discord_stand_in::Message;
use sandbox::{ALPHA, Scene};

use crate::harness::{BotScene, Reply, TestBot};

use super::{RENAME, case, may_ask};

/// Two people must approve new names. The moderator's and the owner's roles hold the capability.
pub(crate) fn two_must(scene: &mut Scene) {
    may_ask(scene);
    scene.settings.push_str("approvals.two_for = [\"groups.edit\", \"groups.delete\"]\n");
}

fn two() -> BotScene {
    TestBot::with(two_must)
}

fn name(bot: &TestBot) -> String {
    bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone())
}

fn user(bot: &TestBot, who: &str) -> String {
    format!("<@{}>", bot.person(who))
}

/// Presses *Approve*, as the request is shown now.
async fn approve(bot: &TestBot, who: &str, request: &Message) -> Reply {
    bot.decide(who, &bot.message(request.id), "Approve").await
}

#[tokio::test]
async fn two_different_people_must_approve() {
    two()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(asked.text().contains("Two different people must approve this"), "{}", asked.text());
            let request = bot.posted().pop().unwrap();
            assert!(request.all_text().contains("Two different people must approve this"), "{}", request.all_text());
            let first = approve(bot, "moderator", &request).await;
            let one_more = format!("Approved by {}. One more approval is needed.", user(bot, "moderator"));
            assert!(first.text().contains(&one_more), "{}", first.text());
            assert!(first.calls.iter().all(|call| call.method == "GET"), "{:?}", first.calls());
            assert_eq!(first.buttons(), ["Approve", "Deny", "Details"]);
            assert_eq!(name(bot), "Alpha Team");
            let waits = bot.message(asked.message.as_ref().unwrap().id).all_text();
            assert!(waits.contains(&one_more), "{waits}");

            let again = approve(bot, "moderator", &request).await;
            assert_eq!(again.title(), "You already approved this");
            assert!(again.is_private() && again.calls.is_empty(), "{}", again.text());
            assert_eq!(approve(bot, "helper", &request).await.title(), "No permission");
            assert_eq!(name(bot), "Alpha Team");

            let second = approve(bot, "owner", &request).await;
            let both = format!("Approved by {} and {}.", user(bot, "moderator"), user(bot, "owner"));
            assert!(second.text().contains(&both) && second.buttons().is_empty(), "{}", second.text());
            assert_eq!(name(bot), "Alpha Crew");
            let told = bot.message(asked.message.as_ref().unwrap().id).all_text();
            assert!(told.contains(&user(bot, "moderator")) && told.contains(&user(bot, "owner")), "{told}");
            // The helper's press on their own request is the first entry.
            let case = case(bot, 2).await;
            assert!(case.contains(&both), "{case}");
        })
        .await;
}

#[tokio::test]
async fn a_denial_after_the_first_approval_ends_the_request() {
    two()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            approve(bot, "owner", &request).await;
            // The first approver may change their mind.
            let opened = bot.decide("owner", &bot.message(request.id), "Deny").await;
            bot.fill_in("owner", &opened, "").await;
            let shown = bot.message(request.id).all_text();
            assert!(shown.contains("Denied by") && shown.contains("Nothing changed"), "{shown}");
            assert_eq!(name(bot), "Alpha Team");
            let case = case(bot, 1).await;
            assert!(case.contains("denied a request") && case.contains("Approved by"), "{case}");
        })
        .await;
}

#[tokio::test]
async fn a_first_approver_without_the_permission_no_longer_counts() {
    two()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            bot.grant("owner", "everyone", &[("capability", "groups.edit"), ("group", ALPHA)]).await;
            let request = bot.posted().pop().unwrap();
            let first = approve(bot, "visitor", &request).await;
            assert!(first.text().contains("One more approval is needed"), "{}", first.text());
            bot.revoke("owner", "everyone", &[("capability", "groups.edit")]).await;
            let second = approve(bot, "moderator", &request).await;
            let text = second.text();
            assert!(text.contains(&format!("{} no longer has permission", user(bot, "visitor"))), "{text}");
            assert!(text.contains(&format!("Approved by {}. One more", user(bot, "moderator"))), "{text}");
            assert_eq!(name(bot), "Alpha Team");
            let third = approve(bot, "owner", &request).await;
            assert!(third.text().contains("renamed **Alpha Team**"), "{}", third.text());
            assert_eq!(name(bot), "Alpha Crew");
        })
        .await;
}

#[tokio::test]
async fn a_first_approver_who_left_no_longer_counts() {
    two()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            approve(bot, "moderator", &request).await;
            let (guild, moderator) = (bot.guild, bot.person("moderator"));
            bot.discord.world(|world| world.leave(guild, moderator));
            let second = approve(bot, "owner", &request).await;
            assert!(second.text().contains("this approval no longer counts"), "{}", second.text());
            assert_eq!(name(bot), "Alpha Team");
        })
        .await;
}

#[tokio::test]
async fn of_two_who_press_at_once_both_count_and_it_runs_once() {
    two()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            let press = |who| bot.discord.press(bot.person(who), request.id, "Approve").unwrap();
            let (first, second) = (press("moderator"), press("owner"));
            let replies = [bot.reply(first).await, bot.reply(second).await];
            let renamed = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "PUT").count();
            assert_eq!((renamed, name(bot)), (1, "Alpha Crew".to_owned()));
            assert!(bot.message(request.id).all_text().contains(" and "), "{}", bot.message(request.id).all_text());
        })
        .await;
}

#[tokio::test]
async fn both_type_the_name_to_delete_a_group() {
    TestBot::with(|scene| {
        two_must(scene);
        let role = scene.roles.helper;
        let more = format!("[[guilds.grants]]\nrole = \"{role}\"\nneeds_approval = [\"groups.delete\"]\n");
        scene.server.push_str(&more);
    })
    .on_titan()
    .run(async |bot| {
        bot.grant("owner", "moderator", &[("capability", "groups.delete")]).await;
        bot.command("helper", "wa-group delete", &[("group", ALPHA)]).await;
        let request = bot.posted().pop().unwrap();
        for (who, is_there) in [("moderator", true), ("owner", false)] {
            let opened = approve(bot, who, &request).await;
            bot.fill_in(who, &opened, "Alpha Team").await;
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).is_some()), is_there, "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_approval_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        two_must(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", RENAME).await;
        let request = bot.posted().pop().unwrap();
        approve(bot, "moderator", &request).await;
        bot.restart().await;
        let again = approve(bot, "moderator", &request).await;
        assert_eq!(again.title(), "You already approved this");
        let second = approve(bot, "owner", &request).await;
        assert!(second.text().contains("renamed **Alpha Team**"), "{}", second.text());
    })
    .await;
}

//! The button that undoes a change: rename, describe, promote, demote and add.

use std::time::Duration;

use sandbox::ALPHA;

use crate::harness::{Reply, TestBot};

const UNDO: &str = "Undo";

fn has_undo(reply: &Reply) -> bool {
    reply.buttons().contains(&UNDO.to_owned())
}

fn name(bot: &TestBot) -> String {
    bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone())
}

#[tokio::test]
async fn a_rename_is_undone_once_with_an_entry_of_its_own() {
    TestBot::run(async |bot| {
        let renamed = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
        assert_eq!(renamed.buttons(), [UNDO]);
        let undone = bot.press("moderator", &renamed, UNDO).await;
        assert_eq!(name(bot), "Alpha Team");
        assert!(undone.text().contains("Alpha Team"), "{}", undone.text());
        assert_eq!(undone.buttons(), [""; 0], "an undo is not undone");
        assert!(undone.notice().contains("renamed"), "the channel reads of it: {}", undone.notice());
        let entries = bot.command("owner", "wa-audit recent", &[]).await.text();
        assert_eq!(entries.matches("**#").count(), 2, "{entries}");
        // The message that the button was in is the answer now.
        let shown = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(shown.title(), "Alpha Team");
    })
    .await;
}

#[tokio::test]
async fn a_description_is_undone() {
    TestBot::run(async |bot| {
        let text = |bot: &TestBot| bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        let before = text(bot);
        let described = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "New")]).await;
        assert_ne!(text(bot), before);
        bot.press("moderator", &described, UNDO).await;
        assert_eq!(text(bot).unwrap_or_default(), before.unwrap_or_default());
        let same = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Team")]).await;
        assert!(!has_undo(&same), "nothing changed: {:?}", same.buttons());
    })
    .await;
}

#[tokio::test]
async fn only_those_who_were_changed_are_changed_back() {
    TestBot::run(async |bot| {
        let (member, newcomer) = ("+5511977770001", "+5511977770003");
        bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", member)]).await;
        let is_in = |bot: &TestBot, number: &str| {
            bot.groups.world(|world| {
                let person = world.find_person(number.trim_start_matches('+')).unwrap();
                world.group(ALPHA).unwrap().members.iter().any(|one| one.person == person)
            })
        };
        assert!(is_in(bot, member));
        let both = format!("{member}, {newcomer}");
        let added = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", &both)]).await;
        assert!(has_undo(&added), "{}", added.text());
        let removed = bot.press("owner", &added, UNDO).await;
        assert!(removed.text().contains("**Removed** (1)"), "{}", removed.text());
        assert!(is_in(bot, member) && !is_in(bot, newcomer));

        let promoted = bot.command("owner", "wa-group admins promote", &[("group", ALPHA), ("members", member)]).await;
        let demoted = bot.press("owner", &promoted, UNDO).await;
        assert!(demoted.text().contains("No longer admin"), "{}", demoted.text());
        // Who may add may not always remove.
        let added = bot.command("helper", "wa-group members add", &[("group", ALPHA), ("members", newcomer)]).await;
        assert!(is_in(bot, newcomer) && !has_undo(&added), "{:?}", added.buttons());
    })
    .await;
}

#[tokio::test]
async fn what_another_person_did_since_stays() {
    TestBot::run(async |bot| {
        let renamed = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
        bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Sigma")]).await;
        let undone = bot.press("moderator", &renamed, UNDO).await;
        assert!(undone.text().contains("changed again since"), "{}", undone.text());
        assert_eq!((name(bot).as_str(), undone.notice().as_str()), ("Sigma", ""));
    })
    .await;
}

#[tokio::test]
async fn an_undo_is_its_authors_and_authorized_at_the_press() {
    TestBot::run(async |bot| {
        let renamed = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
        let moderator = bot.person("moderator");
        bot.discord.world(|world| world.join(bot.guild, moderator, &[]));
        let refused = bot.press("moderator", &renamed, UNDO).await;
        assert_eq!(refused.title(), "No permission", "{}", refused.text());
        assert_eq!(name(bot), "Omega");
        bot.discord.world(|world| world.join(bot.guild, moderator, &[bot.roles.moderator]));
        bot.press("moderator", &renamed, UNDO).await;
        assert_eq!(name(bot), "Alpha Team", "the refusal did not use it up");
    })
    .await;
}

#[tokio::test]
async fn after_ten_minutes_the_button_is_gone_and_the_answer_stays() {
    TestBot::run(async |bot| {
        let renamed = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
        let (message, text) = (renamed.message.as_ref().unwrap().id, renamed.text().replace("\nUndo", ""));
        let added =
            bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", "+5511977770003")]).await;
        bot.clock.advance(Duration::from_secs(601));
        let gone = bot.discord.wait_until(|world| {
            let shown = world.messages.get(&message)?;
            shown.controls().is_empty().then(|| crate::harness::text_of(shown))
        });
        assert_eq!(bot.within(gone).await, text);
        let late = bot.press("owner", &added, UNDO).await;
        assert_eq!(late.title(), "Too late to undo", "{}", late.text());
        assert_eq!(name(bot), "Omega");
    })
    .await;
}

#[tokio::test]
async fn two_presses_undo_once() {
    TestBot::run(async |bot| {
        let renamed = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
        let message = renamed.message.as_ref().unwrap();
        let id = message.control(UNDO).unwrap()["custom_id"].as_str().unwrap().to_owned();
        let press = || bot.discord.press(bot.person("moderator"), message.id, &id).unwrap();
        let (one, two) = (press(), press());
        let (one, two) = (bot.reply(one).await, bot.reply(two).await);
        assert_eq!(name(bot), "Alpha Team");
        let puts = [one.calls(), two.calls()].concat().into_iter().filter(|call| call.starts_with("PUT")).count();
        assert_eq!(puts, 1, "{} {}", one.text(), two.text());
    })
    .await;
}

//! Context menus of messages and users, help, and modals.

use std::time::Duration;

use discord_stand_in::State;
use sandbox::whatsapp::{Fault, FaultRule, Operation};
use sandbox::{ALPHA, STREET_PARTY, STREET_PARTY_CODE};
use serde_json::Value;

use crate::harness::{Reply, TestBot};

/// Uses the menu of a message with this content.
async fn preview(bot: &TestBot, who: &str, content: &str) -> Reply {
    let (person, channel) = (bot.person(who), bot.channel);
    let author = bot.person("visitor");
    let message = bot.discord.world(|world| world.add_message(author, channel, content));
    let sent = bot.discord.message_command(person, channel, "Preview WhatsApp invite", message).unwrap();
    bot.reply(sent).await
}

#[tokio::test]
async fn invite_in_a_message_is_previewed_and_joined_if_allowed() {
    TestBot::run(async |bot| {
        let content = format!("Come all! (https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t), tomorrow");
        let seen = preview(bot, "moderator", &content).await;
        assert_eq!((seen.title().as_str(), seen.buttons().len()), ("Street Party", 0), "{}", seen.text());
        assert!(seen.is_private() && seen.notices.is_empty());
        let seen = preview(bot, "owner", &content).await;
        assert_eq!(seen.buttons(), ["Join"]);
        let joined = bot.press("owner", &seen, "Join").await;
        assert!(joined.text().contains("Usher joined this group"), "{}", joined.text());
        assert!(joined.text().contains(STREET_PARTY) && joined.notices.len() == 1);

        let none = preview(bot, "moderator", "no link, only whatsapp and https://example.com/abc").await;
        assert!(none.text().contains("no WhatsApp invite link in this message"), "{}", none.text());
        let refused = preview(bot, "visitor", &content).await;
        assert!(refused.text().contains("No permission"), "{}", refused.text());
    })
    .await;
}

#[tokio::test]
async fn what_a_person_may_do_is_in_their_menu_for_who_manages_access() {
    TestBot::run(async |bot| {
        let (channel, helper) = (bot.channel, bot.person("helper"));
        let ask =
            |who: &str| bot.discord.user_command(bot.person(who), channel, "WhatsApp permissions", helper).unwrap();
        let told = bot.reply(ask("owner")).await;
        assert!(told.text().contains("add people (`members.add`) · from"), "{}", told.text());
        assert!(told.is_private());
        let refused = bot.reply(ask("moderator")).await;
        assert!(refused.text().contains("You can't see permissions here"), "{}", refused.text());
    })
    .await;
}

#[tokio::test]
async fn help_lists_allowed_commands_as_clickable_mentions() {
    TestBot::run(async |bot| {
        let id = bot.discord.world(|world| world.commands.values().next().unwrap().id);
        let help = bot.command("helper", "wa-group help", &[]).await;
        let text = help.text();
        assert!(text.contains(&format!("</wa-group members add:{id}>")) && text.contains("invite show"), "{text}");
        for other in ["wa-group create", "wa-group invite revoke", "wa-setup", "wa-access grant", "wa-audit recent"] {
            assert!(!text.contains(other), "{other}: {text}");
        }
        assert!(help.is_private());
        let all = bot.command("owner", "wa-group help", &[]).await;
        for other in ["wa-group create", "wa-group invite revoke", "wa-setup", "wa-access grant", "wa-audit recent"] {
            assert!(all.text().contains(other), "{other}: {}", all.text());
        }
        let people = bot.command("owner", "wa-group help", &[("topic", "people")]).await;
        assert!(people.text().contains("leave out the `members` option to open a window"), "{}", people.text());
        assert!(people.text().contains("Export the members of a WhatsApp group"), "{}", people.text());
        let nobody = bot.command("visitor", "wa-group help", &[]).await;
        assert!(
            nobody.text().contains("You can't use Usher here yet") && !nobody.text().contains("members add"),
            "{}",
            nobody.text()
        );
    })
    .await;
}

#[tokio::test]
async fn a_command_of_an_older_version_is_told_what_it_is_called_now() {
    TestBot::run(async |bot| {
        let shown = bot.command("owner", "wa-group invite show", &[("group", ALPHA)]).await;
        let mut payload = bot.discord.world(|world| world.interactions[&shown.interaction].payload.clone());
        payload["data"]["options"][0]["name"] = "invites".into();
        let reply = bot.reply(bot.discord.raw_interaction(payload)).await;
        assert!(reply.text().contains("The most similar one is `/wa-group invite show`"), "{}", reply.text());
    })
    .await;
}

/// Returns the modal that answered an interaction.
fn modal(bot: &TestBot, reply: &Reply) -> Value {
    bot.discord.world(|world| match &world.interactions[&reply.interaction].state {
        State::Modal(modal) => modal.clone(),
        other => panic!("no modal: {other:?}"),
    })
}

#[tokio::test]
async fn describe_without_a_text_opens_a_modal_with_the_present_one() {
    TestBot::run(async |bot| {
        let opened = bot.command("moderator", "wa-group describe", &[("group", "Alpha Team")]).await;
        let field = modal(bot, &opened)["components"][0]["components"][0].clone();
        assert_eq!(field["value"], "Everything about the alpha release. Be kind.");
        let saved = bot.fill_in("moderator", &opened, "Two\nlines").await;
        assert!(saved.text().contains("Description changed:\nTwo\nlines"), "{}", saved.text());
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone().unwrap()), "Two\nlines");
        assert_eq!(saved.notices.len(), 1);
        let refused = bot.command("helper", "wa-group describe", &[("group", ALPHA)]).await;
        assert!(refused.text().contains("You can't change group descriptions here"), "{}", refused.text());
    })
    .await;
}

#[tokio::test]
async fn slow_current_text_is_edited_through_a_button() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(4))).of(Operation::GetGroup));
        let asked = bot.send("moderator", "wa-group describe", &[("group", ALPHA)]);
        bot.within(bot.groups.until_call(|call| call.operation == Some(Operation::GetGroup))).await;
        bot.clock.advance(Duration::from_millis(1_600));
        let deferred = bot
            .discord
            .wait_until(|world| matches!(world.interactions[&asked].state, State::Deferred { .. }).then_some(()));
        bot.within(deferred).await;
        bot.clock.advance(Duration::from_secs(4));
        let ready = bot.reply(asked).await;
        assert_eq!(ready.buttons(), ["Edit…"], "{}", ready.text());
        let opened = bot.press("moderator", &ready, "Edit…").await;
        assert_eq!(modal(bot, &opened)["title"], "Description of Alpha Team");
        let saved = bot.fill_in("moderator", &opened, "New").await;
        assert!(saved.text().contains("Description changed:\nNew"), "{}", saved.text());
    })
    .await;
}

#[tokio::test]
async fn a_text_that_could_not_be_saved_comes_back_to_its_writer() {
    TestBot::run(async |bot| {
        let opened = bot.command("moderator", "wa-group describe", &[("group", ALPHA)]).await;
        bot.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::UpdateDescription));
        let text = "A *long* text,\nwritten with care.";
        let failed = bot.fill_in("moderator", &opened, text).await;
        assert!(failed.text().contains("Nothing changed"), "{}", failed.text());
        assert!(failed.text().contains(&format!("```\n{text}\n```")), "{}", failed.text());
        let typed = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        assert!(typed.text().contains("written with care"), "{}", typed.text());
        let too_long = "é".repeat(2_049);
        let typed = bot.unchecked("moderator", "wa-group describe", &[("group", ALPHA)], ("text", &too_long)).await;
        assert!(typed.text().contains("limit 2,048") && typed.text().contains(&too_long), "{}", typed.text());
    })
    .await;
}

//! The menus of messages and of people, help, and modals.

use std::time::Duration;

use serde_json::Value;
use usher::sandbox::discord::State;
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, STREET_PARTY, STREET_PARTY_CODE};

use crate::harness::{Reply, Town};

/// Uses the menu of a message that says this.
async fn preview(town: &Town, who: &str, content: &str) -> Reply {
    let (person, channel) = (town.person(who), town.house.channel);
    let author = town.person("visitor");
    let message = town.house.discord.world(|world| world.add_message(author, channel, content));
    let sent = town.house.discord.message_command(person, channel, "Preview WhatsApp invite", message).unwrap();
    town.reply(sent).await
}

#[tokio::test]
async fn an_invite_in_a_message_is_previewed_and_joined_by_those_who_may() {
    let town = Town::new().await;
    let content = format!("Come all! (https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t), tomorrow");
    let seen = preview(&town, "moderator", &content).await;
    assert_eq!((seen.title().as_str(), seen.buttons().len()), ("Street Party", 0), "{}", seen.text());
    assert!(seen.is_private() && seen.notices.is_empty());
    let seen = preview(&town, "owner", &content).await;
    assert_eq!(seen.buttons(), ["Join"]);
    let joined = town.press("owner", &seen, "Join").await;
    assert!(joined.text().contains("The account has joined this group"), "{}", joined.text());
    assert!(joined.text().contains(STREET_PARTY) && joined.notices.len() == 1);

    let none = preview(&town, "moderator", "no link, only whatsapp and https://example.com/abc").await;
    assert!(none.text().contains("no WhatsApp invite link in this message"), "{}", none.text());
    let refused = preview(&town, "visitor", &content).await;
    assert!(refused.text().contains("You may not do this"), "{}", refused.text());
    town.close().await;
}

#[tokio::test]
async fn what_a_person_may_do_is_in_their_menu_for_who_manages_access() {
    let town = Town::new().await;
    let (channel, helper) = (town.house.channel, town.person("helper"));
    let ask = |who: &str| {
        town.house.discord.user_command(town.person(who), channel, "WhatsApp: what may they do?", helper).unwrap()
    };
    let told = town.reply(ask("owner")).await;
    assert!(told.text().contains("`members.add` through"), "{}", told.text());
    assert!(told.is_private());
    let refused = town.reply(ask("moderator")).await;
    assert!(refused.text().contains("`access.manage`"), "{}", refused.text());
    town.close().await;
}

#[tokio::test]
async fn help_shows_what_the_asker_may_do_as_mentions_that_can_be_clicked() {
    let town = Town::new().await;
    let id = town.house.discord.world(|world| world.commands.values().next().unwrap().id);
    let help = town.command("helper", "wa-group help", &[]).await;
    let text = help.text();
    assert!(text.contains(&format!("</wa-group members add:{id}>")) && text.contains("invite show"), "{text}");
    for other in ["wa-group create", "wa-group invite revoke", "wa-setup", "wa-access grant", "wa-audit"] {
        assert!(!text.contains(other), "{other}: {text}");
    }
    assert!(help.is_private());
    let all = town.command("owner", "wa-group help", &[]).await;
    for other in ["wa-group create", "wa-group invite revoke", "wa-setup", "wa-access grant", "wa-audit recent"] {
        assert!(all.text().contains(other), "{other}: {}", all.text());
    }
    let people = town.command("owner", "wa-group help", &[("topic", "people")]).await;
    assert!(people.text().contains("attach a text or CSV file"), "{}", people.text());
    assert!(people.text().contains("Take the members of a WhatsApp group out"), "{}", people.text());
    let nobody = town.command("visitor", "wa-group help", &[]).await;
    assert!(nobody.text().contains("Nothing yet") && !nobody.text().contains("members add"), "{}", nobody.text());
    town.close().await;
}

#[tokio::test]
async fn a_command_of_an_older_version_is_told_what_it_is_called_now() {
    let town = Town::new().await;
    let shown = town.command("owner", "wa-group invite show", &[("group", ALPHA)]).await;
    let mut payload = town.house.discord.world(|world| world.interactions[&shown.interaction].payload.clone());
    payload["data"]["options"][0]["name"] = "invites".into();
    let reply = town.reply(town.house.discord.raw_interaction(payload)).await;
    assert!(reply.text().contains("This command is called `/wa-group invite show` now"), "{}", reply.text());
    town.close().await;
}

/// The modal that an interaction was answered with.
fn modal(town: &Town, reply: &Reply) -> Value {
    town.house.discord.world(|world| match &world.interactions[&reply.interaction].state {
        State::Modal(modal) => modal.clone(),
        other => panic!("no modal: {other:?}"),
    })
}

#[tokio::test]
async fn describe_without_a_text_opens_a_modal_with_the_present_one() {
    let town = Town::new().await;
    let opened = town.command("moderator", "wa-group describe", &[("group", "Alpha Team")]).await;
    let field = modal(&town, &opened)["components"][0]["components"][0].clone();
    assert_eq!(field["value"], "Everything about the alpha release. Be kind.");
    let saved = town.fill_in("moderator", &opened, "Two\nlines").await;
    assert!(saved.text().contains("The new description:\nTwo\nlines"), "{}", saved.text());
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().description.clone().unwrap()), "Two\nlines");
    assert_eq!(saved.notices.len(), 1);
    let refused = town.command("helper", "wa-group describe", &[("group", ALPHA)]).await;
    assert!(refused.text().contains("`groups.edit`"), "{}", refused.text());
    town.close().await;
}

#[tokio::test]
async fn where_the_present_text_comes_too_late_for_a_modal_a_button_opens_it() {
    let town = Town::new().await;
    town.house.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(4))).of(Operation::GetGroup));
    let asked = town.send("moderator", "wa-group describe", &[("group", ALPHA)]);
    town.within(town.house.groups.until_call(|call| call.operation == Some(Operation::GetGroup))).await;
    town.house.clock.advance(Duration::from_millis(1_600));
    let deferred = town
        .house
        .discord
        .wait_until(|world| matches!(world.interactions[&asked].state, State::Deferred { .. }).then_some(()));
    town.within(deferred).await;
    town.house.clock.advance(Duration::from_secs(4));
    let ready = town.reply(asked).await;
    assert_eq!(ready.buttons(), ["Edit…"], "{}", ready.text());
    let opened = town.press("moderator", &ready, "Edit…").await;
    assert_eq!(modal(&town, &opened)["title"], "Describe the group");
    let saved = town.fill_in("moderator", &opened, "New").await;
    assert!(saved.text().contains("The new description:\nNew"), "{}", saved.text());
    town.close().await;
}

#[tokio::test]
async fn a_text_that_could_not_be_saved_comes_back_to_its_writer() {
    let town = Town::new().await;
    let opened = town.command("moderator", "wa-group describe", &[("group", ALPHA)]).await;
    town.house.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::UpdateDescription));
    let text = "A *long* text,\nwritten with care.";
    let failed = town.fill_in("moderator", &opened, text).await;
    assert!(failed.text().contains("Nothing was changed"), "{}", failed.text());
    assert!(failed.text().contains(&format!("```\n{text}\n```")), "{}", failed.text());
    let typed = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
    assert!(typed.text().contains("written with care"), "{}", typed.text());
    let too_long = "é".repeat(2_049);
    let typed = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &too_long)]).await;
    assert!(typed.text().contains("at most 2,048 characters") && typed.text().contains(&too_long), "{}", typed.text());
    town.close().await;
}

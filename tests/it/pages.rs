//! Long lists: one call for the first page, buttons to the others.

use std::time::Duration;

use usher::sandbox::ALPHA;
use usher::sandbox::whatsapp::{GroupSeed, Person, Role};

use crate::harness::{Reply, Town};

/// A town with 900 groups.
async fn town_of_groups() -> Town {
    Town::with(|scene| {
        let account = scene.whatsapp.find_person("+5511900000000").unwrap();
        for number in 0..897 {
            scene.whatsapp.add_group(GroupSeed::new(&format!("Group {number:03}"), account));
        }
    })
    .await
}

/// The labels that can be pressed.
fn enabled(reply: &Reply) -> Vec<String> {
    let controls = reply.message.as_ref().unwrap().controls();
    let enabled = controls.iter().filter(|control| control["disabled"] != true);
    enabled.map(|control| control["label"].as_str().unwrap().to_owned()).collect()
}

fn lines(reply: &Reply) -> usize {
    reply.embed()["description"].as_str().unwrap().lines().count()
}

#[tokio::test]
async fn nine_hundred_groups_are_turned_page_by_page_with_one_call_each() {
    let town = town_of_groups().await;
    let first = town.command("moderator", "wa-group list", &[]).await;
    assert_eq!(first.calls().len(), 1);
    assert!(first.title().contains("900 groups · Page 1 of 36"), "{}", first.title());
    assert_eq!(enabled(&first), ["Next", "Last"]);
    assert!(
        first.text().contains("Alpha Team")
            && first.text().contains("Group 022")
            && !first.text().contains("Group 023")
    );

    let next = town.press("moderator", &first, "Next").await;
    assert!(next.title().contains("Page 2 of 36") && next.text().contains("Group 023"), "{}", next.text());
    assert_eq!((next.calls().len(), enabled(&next).len()), (1, 4));
    assert_eq!(next.message.as_ref().unwrap().id, first.message.as_ref().unwrap().id, "in the same place");
    let last = town.press("moderator", &next, "Last").await;
    assert!(last.title().contains("Page 36 of 36") && last.text().contains("Neighbours"), "{}", last.text());
    assert_eq!(enabled(&last), ["First", "Previous"]);
    assert_eq!(lines(&last), lines(&first), "turning a page moves nothing below it");

    // A group fewer than before: the last page is another.
    town.house.groups.world(|world| {
        let account = world.find_person("+5511900000000").unwrap();
        for number in 0..30 {
            let id = world.group_named(&format!("Group {number:03}")).unwrap().id.clone();
            world.leaves(&id, account);
        }
    });
    let previous = town.press("moderator", &last, "Previous").await;
    assert!(previous.title().contains("870 groups · Page 35 of 35"), "{}", previous.title());
    let town = town.restart().await;
    let first = town.press("moderator", &previous, "First").await;
    assert!(first.title().contains("Page 1 of 35"), "the buttons survive a restart: {}", first.title());
    town.close().await;
}

#[tokio::test]
async fn a_search_is_kept_from_page_to_page_and_what_may_be_seen_is_decided_at_each() {
    let town = town_of_groups().await;
    let first = town.command("moderator", "wa-group list", &[("search", "GROUP 1")]).await;
    assert!(first.title().contains("100 groups · Page 1 of 4"), "{}", first.title());
    let last = town.press("moderator", &first, "Last").await;
    assert!(last.text().contains("Group 199"), "{}", last.text());
    // The same press by somebody who may see one group.
    let mut forged = town.house.discord.world(|world| world.interactions[&last.interaction].payload.clone());
    let helper = town.command("helper", "wa-group list", &[]).await;
    forged["member"] =
        town.house.discord.world(|world| world.interactions[&helper.interaction].payload["member"].clone());
    let forged = town.reply(town.house.discord.raw_interaction(forged)).await;
    assert!(!forged.text().contains("Group 1"), "{}", forged.text());
    town.close().await;
}

#[tokio::test]
async fn buttons_are_good_for_five_minutes_after_each_turn() {
    let town = town_of_groups().await;
    let first = town.command("moderator", "wa-group list", &[]).await;
    town.house.clock.advance(Duration::from_secs(290));
    let second = town.press("moderator", &first, "Next").await;
    town.house.clock.advance(Duration::from_secs(290));
    let third = town.press("moderator", &second, "Next").await;
    assert!(third.title().contains("Page 3"), "{}", third.title());
    town.house.clock.advance(Duration::from_secs(301));
    let late = town.press("moderator", &third, "Next").await;
    assert!(late.text().contains("good for five minutes"), "{}", late.text());
    town.close().await;
}

#[tokio::test]
async fn a_thousand_members_are_turned_page_by_page_admins_first() {
    let town = Town::with(|scene| {
        for number in 0..1_014 {
            let person = scene.whatsapp.add_person(Person::phone(&format!("+55118{number:08}")));
            scene.whatsapp.put_member(ALPHA, person, Role::Member);
        }
    })
    .await;
    let first = town.command("owner", "wa-group members list", &[("group", ALPHA)]).await;
    assert_eq!(first.calls().len(), 1);
    assert!(first.text().contains("**1,024 people** · Page 1 of 41"), "{}", first.text());
    assert!(first.text().contains("creator") && first.text().contains("admin"), "{}", first.text());
    let last = town.press("owner", &first, "Last").await;
    assert!(last.text().contains("Page 41 of 41") && last.text().contains("+5511977770105"), "{}", last.text());
    let previous = town.press("owner", &last, "Previous").await;
    assert!(previous.text().contains("Page 40 of 41"), "{}", previous.text());
    town.close().await;
}

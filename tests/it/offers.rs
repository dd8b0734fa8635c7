//! What is offered while somebody types.

use std::time::Duration;

use serde_json::json;
use usher::sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, World};
use usher::sandbox::{ALPHA, BETA};

use crate::harness::Town;

#[tokio::test]
async fn groups_are_offered_by_name_with_their_id_as_value() {
    let town = Town::new().await;
    let offered = town.offers("moderator", "wa-group invite revoke", "group", "b").await;
    assert_eq!(offered.len(), 2, "{offered:?}");
    assert_eq!((offered[0].name.as_str(), &offered[0].value), ("Beta Readers", &json!(BETA)));
    assert_eq!(offered[1].name, "Neighbours");
    let offered = town.offers("moderator", "wa-group invite revoke", "group", "000000000001").await;
    assert_eq!(offered[0].value, json!(ALPHA));
    town.close().await;
}

#[tokio::test]
async fn a_burst_of_typing_costs_at_most_two_calls() {
    let town = Town::new().await;
    for typed in ["", "a", "al", "alp", "alph", "alpha", "alpha ", "alpha t", "alpha te", "alpha team"] {
        town.offers("moderator", "wa-group show", "group", typed).await;
    }
    let calls = town.house.groups.take_calls();
    assert!((1..=2).contains(&calls.len()), "{calls:?}");
    town.close().await;
}

#[tokio::test]
async fn nothing_outside_the_askers_scope_is_offered() {
    let town = Town::new().await;
    let offered = town.offers("helper", "wa-group members add", "group", "").await;
    assert_eq!(offered.iter().map(|choice| &choice.value).collect::<Vec<_>>(), [&json!(ALPHA)]);
    assert!(town.offers("helper", "wa-group rename", "group", "").await.is_empty());
    assert!(town.offers("visitor", "wa-group show", "group", "").await.is_empty());
    assert!(town.offers("visitor", "wa-group list", "session", "").await.is_empty());
    let sessions = town.offers("moderator", "wa-group list", "session", "def").await;
    assert_eq!(sessions[0].value, json!("default"));
    town.close().await;
}

#[tokio::test]
async fn what_this_bot_changes_is_offered_at_once() {
    let town = Town::new().await;
    town.offers("owner", "wa-group show", "group", "").await;
    town.command("owner", "wa-group create", &[("name", "Brand New")]).await;
    town.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
    let names = |offered: Vec<usher::sandbox::discord::Choice>| {
        offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
    };
    let offered = names(town.offers("owner", "wa-group show", "group", "").await);
    assert_eq!(offered, ["Beta Readers", "Brand New", "Neighbours", "Omega"]);
    town.close().await;
}

#[tokio::test]
async fn at_most_25_are_offered_and_namesakes_can_be_told_apart() {
    let town = Town::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for number in 0..40 {
            scene.whatsapp.add_group(GroupSeed::new("Twins", account).id(&format!("1203631111111{number:05}@g.us")));
        }
        scene.whatsapp.add_group(GroupSeed::new(&"x".repeat(150), account));
    })
    .await;
    let offered = town.offers("moderator", "wa-group show", "group", "tw").await;
    assert_eq!(offered.len(), 25);
    assert_eq!(offered[0].name, "Twins (…100000)");
    let offered = town.offers("moderator", "wa-group show", "group", "xxx").await;
    assert_eq!(offered[0].name.chars().count(), 100);
    town.close().await;
}

#[tokio::test]
async fn names_that_look_alike_are_offered_and_listed_with_their_ids() {
    let twins =
        ["Twins", "Twins\u{ad}", "Tw\u{3164}ins", "Tw\u{2800}ins", "Twins\u{fe0f}", "Tw\u{115f}ins", "T\u{17b4}wins"];
    let town = Town::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for (number, name) in twins.iter().enumerate() {
            scene.whatsapp.add_group(GroupSeed::new(name, account).id(&format!("1203631111111{number:05}@g.us")));
        }
    })
    .await;
    let offered = town.offers("owner", "wa-group show", "group", "tw").await;
    let mut names: Vec<&str> = offered.iter().map(|choice| choice.name.as_str()).collect();
    let invisible = |c: char| "\u{ad}\u{3164}\u{2800}\u{fe0f}\u{115f}\u{17b4}".contains(c);
    assert!(!names.iter().any(|name| name.contains(invisible)), "{names:?}");
    assert!(names.iter().all(|name| name.contains("(…")), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), twins.len(), "{names:?}");
    // Also where the others do not fit what was typed.
    let offered = town.offers("owner", "wa-group show", "group", "11111100004").await;
    assert_eq!(offered.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>(), ["Twins (…100004)"]);

    for choice in town.offers("owner", "wa-group show", "group", "tw").await {
        let id = choice.value.as_str().unwrap().to_owned();
        town.command("owner", "wa-group describe", &[("group", &id), ("text", "One of several")]).await;
    }
    let listed = town.command("owner", "wa-audit recent", &[]).await.text();
    for number in 0..twins.len() {
        let id = format!("1203631111111{number:05}@g.us");
        assert!(listed.contains(&id), "{id}: {listed}");
    }
    assert!(!listed.contains(invisible), "{listed}");
    town.close().await;
}

#[tokio::test]
async fn a_slow_api_makes_no_offer_late_and_what_is_known_is_offered() {
    let town = Town::new().await;
    town.house.groups.inject(FaultRule::always(Fault::Silence).of(Operation::ListGroups));
    let (who, channel) = (town.person("moderator"), town.house.channel);
    let type_a_letter = || {
        let options = vec![("group".to_owned(), json!("a"))];
        town.house.discord.autocomplete(who, channel, "wa-group show", &options, "group").unwrap()
    };
    // Nothing is known yet: the offer is empty, and in time.
    let typing = type_a_letter();
    town.within(town.house.groups.until_call(|call| call.operation == Some(Operation::ListGroups))).await;
    town.house.clock.advance(Duration::from_millis(1_600));
    assert_eq!(town.within(town.house.discord.choices(typing)).await, Some(Vec::new()));
    town.house.groups.world(World::clear_faults);
    town.house.close().await;

    // Something is known, and it is old: it is offered at once, whatever the API does.
    let town = Town::new().await;
    town.offers("moderator", "wa-group show", "group", "a").await;
    town.house.clock.advance(Duration::from_secs(60));
    town.house.groups.inject(FaultRule::always(Fault::Silence).of(Operation::ListGroups));
    let offered = town.offers("moderator", "wa-group show", "group", "alpha").await;
    assert_eq!(offered[0].value, json!(ALPHA));
    town.house.close().await;
}

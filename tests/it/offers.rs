//! Autocomplete.

use std::time::Duration;

use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, World};
use sandbox::{ALPHA, BETA};
use serde_json::json;

use crate::harness::TestBot;

#[tokio::test]
async fn groups_are_offered_by_name_with_their_id_as_value() {
    TestBot::run(async |bot| {
        let offered = bot.offers("moderator", "wa-group invite revoke", "group", "b").await;
        assert_eq!(offered.len(), 2, "{offered:?}");
        assert_eq!((offered[0].name.as_str(), &offered[0].value), ("Beta Readers", &json!(BETA)));
        assert_eq!(offered[1].name, "Neighbours");
        let offered = bot.offers("moderator", "wa-group invite revoke", "group", "000000000001").await;
        assert_eq!(offered[0].value, json!(ALPHA));
    })
    .await;
}

#[tokio::test]
async fn a_burst_of_typing_costs_at_most_two_calls() {
    TestBot::run(async |bot| {
        for typed in ["", "a", "al", "alp", "alph", "alpha", "alpha ", "alpha t", "alpha te", "alpha team"] {
            bot.offers("moderator", "wa-group show", "group", typed).await;
        }
        let calls = bot.groups.take_calls();
        assert!((1..=2).contains(&calls.len()), "{calls:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_outside_the_askers_scope_is_offered() {
    TestBot::run(async |bot| {
        let offered = bot.offers("helper", "wa-group members add", "group", "").await;
        assert_eq!(offered.iter().map(|choice| &choice.value).collect::<Vec<_>>(), [&json!(ALPHA)]);
        assert!(bot.offers("helper", "wa-group rename", "group", "").await.is_empty());
        assert!(bot.offers("visitor", "wa-group show", "group", "").await.is_empty());
        assert!(bot.offers("visitor", "wa-group list", "session", "").await.is_empty());
        let sessions = bot.offers("moderator", "wa-group list", "session", "def").await;
        assert_eq!(sessions[0].value, json!("default"));
    })
    .await;
}

#[tokio::test]
async fn what_this_bot_changes_is_offered_at_once() {
    TestBot::with(|_| {})
        .needs(|can| can.empty_group)
        .run(async |bot| {
            bot.offers("owner", "wa-group show", "group", "").await;
            bot.command("owner", "wa-group create", &[("name", "Brand New")]).await;
            bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Omega")]).await;
            let names = |offered: Vec<discord_stand_in::Choice>| {
                offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
            };
            let offered = names(bot.offers("owner", "wa-group show", "group", "").await);
            // What was used last comes first.
            assert_eq!(offered, ["Omega", "Brand New", "Beta Readers", "Neighbours"]);
        })
        .await;
}

#[tokio::test]
async fn at_most_25_are_offered_and_namesakes_can_be_told_apart() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for number in 0..40 {
            scene.whatsapp.add_group(GroupSeed::new("Twins", account).id(&format!("1203631111111{number:05}@g.us")));
        }
        scene.whatsapp.add_group(GroupSeed::new(&"x".repeat(150), account));
    })
    .run(async |bot| {
        let offered = bot.offers("moderator", "wa-group show", "group", "tw").await;
        assert_eq!(offered.len(), 25);
        assert_eq!(offered[0].name, "Twins (…100000)");
        let offered = bot.offers("moderator", "wa-group show", "group", "xxx").await;
        assert_eq!(offered[0].name.chars().count(), 100);
    })
    .await;
}

#[tokio::test]
async fn names_that_look_alike_are_offered_and_listed_with_their_ids() {
    let twins =
        ["Twins", "Twins\u{ad}", "Tw\u{3164}ins", "Tw\u{2800}ins", "Twins\u{fe0f}", "Tw\u{115f}ins", "T\u{17b4}wins"];
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for (number, name) in twins.iter().enumerate() {
            scene.whatsapp.add_group(GroupSeed::new(name, account).id(&format!("1203631111111{number:05}@g.us")));
        }
    })
    .run(async |bot| {
        let offered = bot.offers("owner", "wa-group show", "group", "tw").await;
        let mut names: Vec<&str> = offered.iter().map(|choice| choice.name.as_str()).collect();
        let invisible = |c: char| "\u{ad}\u{3164}\u{2800}\u{fe0f}\u{115f}\u{17b4}".contains(c);
        assert!(!names.iter().any(|name| name.contains(invisible)), "{names:?}");
        assert!(names.iter().all(|name| name.contains("(…")), "{names:?}");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), twins.len(), "{names:?}");
        // The choice is present even if the others do not match the input.
        let offered = bot.offers("owner", "wa-group show", "group", "11111100004").await;
        assert_eq!(offered.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>(), ["Twins (…100004)"]);

        for choice in bot.offers("owner", "wa-group show", "group", "tw").await {
            let id = choice.value.as_str().unwrap().to_owned();
            bot.command("owner", "wa-group describe", &[("group", &id), ("text", "One of several")]).await;
        }
        let listed = bot.command("owner", "wa-audit recent", &[]).await.text();
        for number in 0..twins.len() {
            let id = format!("1203631111111{number:05}@g.us");
            assert!(listed.contains(&id), "{id}: {listed}");
        }
        assert!(!listed.contains(invisible), "{listed}");
    })
    .await;
}

#[tokio::test]
async fn a_slow_api_makes_no_offer_late_and_what_is_known_is_offered() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Silence).of(Operation::ListGroups));
        let (who, channel) = (bot.person("moderator"), bot.channel);
        let type_a_letter = || {
            let options = vec![("group".to_owned(), json!("a"))];
            bot.discord.autocomplete(who, channel, "wa-group show", &options, "group").unwrap()
        };
        // The cache is empty: the list is empty, and arrives in time.
        let typing = type_a_letter();
        bot.within(bot.groups.until_call(|call| call.operation == Some(Operation::ListGroups))).await;
        bot.clock.advance(Duration::from_millis(1_600));
        assert_eq!(bot.within(bot.discord.choices(typing)).await, Some(Vec::new()));
        bot.groups.world(World::clear_faults);
    })
    .await;

    // The cache is old: its content is returned at once, whatever the API does.
    TestBot::run(async |bot| {
        bot.offers("moderator", "wa-group show", "group", "a").await;
        bot.clock.advance(Duration::from_secs(60));
        bot.groups.inject(FaultRule::always(Fault::Silence).of(Operation::ListGroups));
        let offered = bot.offers("moderator", "wa-group show", "group", "alpha").await;
        assert_eq!(offered[0].value, json!(ALPHA));
    })
    .await;
}

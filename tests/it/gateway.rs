//! The connection to Discord, and stopping.

use std::time::Duration;

use usher::sandbox::discord::Command;
use usher::sandbox::whatsapp::{Fault, FaultRule};
use usher::sandbox::{ALPHA, House};

use crate::harness::Town;

#[tokio::test]
async fn no_intent_is_asked_for_and_the_commands_are_registered() {
    let town = Town::new().await;
    town.house.discord.world(|world| {
        let names: Vec<&str> = world.commands.values().map(Command::name).collect();
        let menus = ["Preview WhatsApp invite", "WhatsApp: what may they do?"];
        let typed = ["wa-group", "wa-session", "wa-audit", "wa-access", "wa-request", "wa-setup"];
        assert_eq!(names, [&typed[..], &menus[..]].concat());
        for command in world.commands.values() {
            assert_eq!(command.guild, Some(town.house.guild));
        }
    });
    town.close().await;
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_what_was_missed_is_answered() {
    let town = Town::new().await;
    town.house.discord.drop_connections();
    let reply = town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    let (identified, resumed) = town.house.discord.world(|world| (world.gateway.identified, world.gateway.resumed));
    assert_eq!((identified, resumed), (1, 1));
    town.close().await;
}

#[tokio::test]
async fn discords_wish_to_reconnect_is_followed() {
    let town = Town::new().await;
    town.house.discord.reconnect();
    let resumed = town.house.discord.wait_until(|world| (world.gateway.resumed == 1).then_some(()));
    town.within(resumed).await;
    let reply = town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    town.close().await;
}

#[tokio::test]
async fn a_session_that_discord_has_forgotten_is_begun_anew() {
    let town = Town::new().await;
    town.house.discord.invalidate(false);
    let identified = town.house.discord.wait_until(|world| (world.gateway.identified == 2).then_some(()));
    town.within(identified).await;
    town.house.discord.wait_ready().await;
    let reply = town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    town.close().await;
}

#[tokio::test]
async fn an_interaction_older_than_2_5_seconds_is_not_acted_on() {
    let town = Town::new().await;
    let first = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
    let before = town.house.discord.world(|world| world.requests.len());
    town.house.clock.advance(Duration::from_secs(3));
    town.house.discord.redeliver(first.interaction);
    let after = town.command("moderator", "wa-session list", &[]).await;
    assert!(after.calls.iter().all(|call| call.method == "GET"), "{:?}", after.calls());
    // The newer command's two requests, and none for the stale one.
    assert_eq!(town.house.discord.world(|world| world.requests.len()), before + 2);
    town.close().await;
}

#[tokio::test]
async fn stopping_lets_what_is_in_progress_finish() {
    let town = Town::new().await;
    town.house.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(5))));
    let interaction = town.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Last words")]);
    town.within(town.house.groups.until_call(|call| call.method == "PUT")).await;
    let House { clock, discord, groups, app, .. } = town.house;
    // The stop waits for the API, and the API's pause passes.
    tokio::join!(app.stop(), async { clock.advance(Duration::from_secs(6)) });
    assert_eq!(groups.world(|world| world.group(ALPHA).unwrap().description.clone()).as_deref(), Some("Last words"));
    let answered = discord.world(|world| world.original(interaction).unwrap().all_text());
    assert!(answered.contains("Last words"), "{answered}");
    groups.stop().await;
    discord.stop().await;
}

#[tokio::test]
async fn the_bot_says_whether_it_is_ready() {
    let town = Town::new().await;
    usher::http::ask(town.house.app.health()).await.unwrap();
    town.close().await;
}

//! Grants and settings of a server that the bot has left.

use std::time::Duration;

use discord_stand_in::{Fault, UserId};
use usher::access::GuildId;
use usher::store::{Store, StoreUrl};
use usher_clock::Timestamp;

use crate::harness::TestBot;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const LIST: &str = "GET /users/@me/guilds";

/// Runs a test with a bot, in whose server a right was granted in Discord, and with its store.
async fn with_a_grant(body: impl AsyncFnOnce(&TestBot, &Store, UserId)) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("usher.db").display());
    let scene_url = url.clone();
    TestBot::with(|scene| scene.store = scene_url)
        .run(async |bot| {
            bot.grant("owner", "moderator", &[("capability", "groups.delete")]).await;
            let store = Store::open_beside(&StoreUrl::try_from(url).unwrap()).await.unwrap();
            let me = bot.discord.world(|world| world.application.bot);
            bot.within(body(bot, &store, me)).await;
            // So that the test ends in the server.
            bot.discord.world(|world| world.join(bot.guild, me, &[]));
            store.close().await;
        })
        .await;
}

fn guild(bot: &TestBot) -> GuildId {
    bot.guild.to_string().parse().unwrap()
}

/// Moves the clock, and waits until the bot has compared its servers again.
async fn later(bot: &TestBot, by: Duration) {
    let before = bot.discord.world(|world| world.requests_to(LIST).count());
    bot.clock.advance(by);
    bot.discord.wait_until(|world| (world.requests_to(LIST).count() > before).then_some(())).await;
}

/// Waits until the store says so of the server: `None` is without settings, `Some(None)` is not left.
async fn until(bot: &TestBot, store: &Store, is_so: impl Fn(Option<Option<Timestamp>>) -> bool) {
    let known = async || store.left_guilds().with_settings().await.unwrap().get(&guild(bot)).copied();
    while !is_so(known().await) {
        tokio::task::yield_now().await;
    }
}

async fn grants(bot: &TestBot, store: &Store) -> usize {
    store.grants().rules(guild(bot)).await.unwrap().given.len()
}

#[tokio::test]
async fn settings_are_removed_30_days_after_the_bot_has_left() {
    with_a_grant(async |bot, store, me| {
        later(bot, HOUR).await;
        bot.discord.world(|world| world.leave(bot.guild, me));
        later(bot, HOUR).await;
        until(bot, store, |known| known.flatten().is_some()).await;
        later(bot, DAY * 29).await;
        later(bot, HOUR).await;
        assert_eq!(grants(bot, store).await, 1);
        later(bot, DAY).await;
        until(bot, store, |known| known.is_none()).await;
        assert_eq!(grants(bot, store).await, 0);
    })
    .await;
}

#[tokio::test]
async fn settings_stay_if_the_bot_comes_back() {
    with_a_grant(async |bot, store, me| {
        bot.discord.world(|world| world.leave(bot.guild, me));
        later(bot, HOUR).await;
        until(bot, store, |known| known.flatten().is_some()).await;
        bot.discord.world(|world| world.join(bot.guild, me, &[]));
        later(bot, DAY * 31).await;
        until(bot, store, |known| known == Some(None)).await;
        assert_eq!(grants(bot, store).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_outage_is_no_leave() {
    with_a_grant(async |bot, store, me| {
        bot.discord.world(|world| {
            world.leave(bot.guild, me);
            // Access denied by the proxy in front of Discord, as in an outage.
            world.faults.next("GET /guilds/{guild}", 100, Fault::Refused { status: 403, code: 0 });
        });
        for _ in 0..3 {
            later(bot, HOUR).await;
        }
        assert_eq!(store.left_guilds().with_settings().await.unwrap()[&guild(bot)], None);
        bot.discord.world(|world| world.faults.clear());
        later(bot, HOUR).await;
        until(bot, store, |known| known.flatten().is_some()).await;
    })
    .await;
}

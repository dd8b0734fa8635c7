//! The operator's view: readiness with reasons, metrics, and an exit with a clear line after a fatal close of the
//! connection.

use std::time::Duration;

use discord_stand_in::{Fault as DiscordFault, Message};
use sandbox::whatsapp::{Fault, FaultRule, Provider, World};
use sandbox::{ALPHA, FakeServices, OPEN};
use serde_json::Value;
use usher::app::App;
use usher::config::Config;
use usher_clock::Clock;

use crate::approvals::helper_may_ask;
use crate::broken_store::behind_cable;
use crate::harness::{TestBot, provider, together};
use crate::postgres::Database;
use crate::process::Host;

async fn get(bot: &TestBot, path: &str) -> (u16, String) {
    let client = reqwest::Client::builder().timeout(Duration::from_secs(20)).build().unwrap();
    let answer = client.get(format!("http://{}{path}", bot.app().health())).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn readiness(bot: &TestBot) -> (u16, Value) {
    let (status, text) = get(bot, "/readyz").await;
    (status, serde_json::from_str(&text).unwrap())
}

fn state<'a>(readiness: &'a Value, of: &str) -> &'a str {
    readiness[of]["state"].as_str().unwrap()
}

#[tokio::test]
async fn readiness_names_what_is_missing() {
    TestBot::run(async |bot| {
        assert_eq!(get(bot, "/healthz").await.0, 200);
        let (status, found) = readiness(bot).await;
        assert_eq!((status, found["ready"].as_bool()), (200, Some(true)));
        for of in ["gateway", "in_time", "store", "groups_api"] {
            assert_eq!((state(&found, of), &found[of]["reason"]), ("up", &Value::Null), "{found}");
        }

        // The API has been silent for some time, and does not answer the check.
        bot.groups.inject(FaultRule::always(Fault::Status(401)));
        bot.clock.advance(Duration::from_secs(120));
        let (status, found) = readiness(bot).await;
        assert_eq!((status, state(&found, "groups_api"), state(&found, "gateway")), (503, "down", "up"));
        let since = found["groups_api"]["since"].as_str().unwrap();
        assert!(since > found["gateway"]["since"].as_str().unwrap(), "{found}");
        assert!(found["groups_api"]["reason"].as_str().unwrap().contains("rejected the key"), "{found}");
        // It is down since the first failure, not since the last one.
        bot.clock.advance(Duration::from_secs(20));
        assert_eq!(readiness(bot).await.1["groups_api"]["since"].as_str(), Some(since));
        // Readiness recovers with the API.
        bot.groups.world(World::clear_faults);
        bot.clock.advance(Duration::from_secs(120));
        assert_eq!(get(bot, "/readyz").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn metrics_answer_while_store_and_groups_api_hang() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable(&database).await;
    scene
        .run(async |bot| {
            bot.within(gauge(bot, "usher_store_last_read_seconds", |read| read != "0.0")).await;
            bot.groups.inject(FaultRule::always(Fault::Silence));
            cable.silence();
            bot.clock.advance(Duration::from_secs(120));
            // Nothing asks before: a scrape that asked would not end.
            let (status, text) = get(bot, "/metrics").await;
            assert_eq!(status, 200, "{text}");
            let (status, found) = readiness(bot).await;
            assert_eq!((status, state(&found, "gateway")), (503, "up"), "{found}");
            for of in ["store", "groups_api"] {
                let reason = found[of]["reason"].as_str().unwrap_or_default();
                assert!(state(&found, of) == "down" && reason.contains("no answer within"), "{found}");
            }
            let (_, text) = get(bot, "/metrics").await;
            assert!(text.contains("usher_store_up 0\n") && text.contains("usher_groups_api_up 0\n"), "{text}");
            cable.mend();
            bot.groups.world(World::clear_faults);
            bot.within(async { while readiness(bot).await.0 != 200 {} }).await;
        })
        .await;
    database.drop().await;
}

/// Waits until a gauge without labels has a value.
async fn gauge(bot: &TestBot, name: &str, is_it: impl Fn(&str) -> bool) {
    loop {
        let (_, text) = get(bot, "/metrics").await;
        let value = text.lines().find_map(|line| line.strip_prefix(&format!("{name} ")));
        if value.is_some_and(&is_it) {
            return;
        }
    }
}

#[tokio::test]
async fn gauges_show_requests_budgets_accounts_and_sessions() {
    helper_may_ask()
        .run(async |bot| {
            let people = format!("{OPEN}, +5521988880002");
            bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", &people)]).await;
            bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Requested")]).await;
            // The worker counts again.
            bot.clock.advance(Duration::from_secs(16));
            bot.within(gauge(bot, "usher_open_requests", |open| open == "1")).await;
            let (_, text) = get(bot, "/metrics").await;
            for line in [
                "usher_account_connected{session=\"default\"} 1",
                "usher_account_people_left{session=\"default\"} 99998",
                "usher_groups_api_up 1",
                "usher_store_up 1",
                "usher_gateway_identifies_total 1",
                "usher_gateway_reconnects_total 0",
                "usher_discord_rate_limited_total 0",
                &format!(
                    "usher_build_info{{version=\"{}\",commit=\"{}\"}} 1",
                    env!("CARGO_PKG_VERSION"),
                    usher::COMMIT
                ),
            ] {
                assert!(text.lines().any(|other| other == line), "{line} is not in\n{text}");
            }
            // An acknowledgement whose answer is lost, and a connection that Discord closes.
            bot.discord.world(|world| {
                let lost = DiscordFault::LostAnswer(500);
                world.faults.next("POST /interactions/{interaction}/{token}/callback", 1, lost);
            });
            bot.command("visitor", "wa-group help", &[]).await;
            let failed = "usher_failed_acknowledgements_total{code=\"500\"} 1\n";
            let (_, text) = get(bot, "/metrics").await;
            assert!(text.contains(failed), "{text}");
            bot.discord.close(4000);
            bot.within(gauge(bot, "usher_gateway_reconnects_total", |reconnects| reconnects != "0")).await;
            bot.discord.wait_ready().await;
        })
        .await;
}

#[tokio::test]
async fn idle_connections_are_few_and_keep_no_probe_waiting() {
    TestBot::run(async |bot| {
        let mut idle = Vec::new();
        for _ in 0..200 {
            idle.push(tokio::net::TcpStream::connect(bot.app().health()).await.unwrap());
        }
        // The server closed the idle connections beyond 64.
        assert_eq!(get(bot, "/healthz").await, (200, "alive\n".to_owned()));
        let closed = async |stream: &mut tokio::net::TcpStream| {
            tokio::io::AsyncReadExt::read(stream, &mut [0]).await.is_ok_and(|bytes| bytes == 0)
        };
        for stream in idle.iter_mut().take(200 - 64) {
            bot.within(closed(stream)).await;
        }
        // The others send no request for too long.
        for stream in idle.iter_mut().skip(200 - 64) {
            bot.within(closed(stream)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_figures_count_commands_times_requests_and_what_is_open() {
    // Evolution answers every POST with 201.
    let described = if provider() == Provider::Evolution { 201 } else { 200 };
    TestBot::run(async |bot| {
        bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Counted")]).await;
        bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
        let (status, text) = get(bot, "/metrics").await;
        assert_eq!(status, 200);
        for line in [
            "usher_commands_total{command=\"groups.describe\",outcome=\"done\"} 1",
            "usher_commands_total{command=\"groups.show\",outcome=\"refused\"} 1",
            "usher_acknowledgement_seconds_count 1",
            "usher_answer_seconds_count 1",
            &format!("usher_groups_api_requests_total{{operation=\"set_description\",status=\"{described}\"}} 1"),
            "usher_groups_api_waiting 0",
            "usher_gateway_connected 1",
            "usher_journal_open 0",
            "usher_stale_interactions_total 0",
            "# EOF",
        ] {
            assert!(text.lines().any(|other| other == line), "{line} is not in\n{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn fatal_gateway_close_exits_with_1_and_a_clear_line() {
    // Discord, "Gateway Close Event Codes": the codes after which the client must not reconnect.
    for code in [4004, 4013, 4014] {
        Host::run(async |host| {
            let bot = host.start(None).await;
            host.discord.close(code);
            let ended = bot.ended().await;
            assert_eq!(ended.code(), Some(1), "{code}: {}", host.log());
            host.logged("usher: the connection to Discord ended").await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_connection_that_stays_lost_ends_the_bot_too() {
    let _turn = together().await;
    // Not a `TestBot`: the bot ends by itself, and the stand-in for Discord before it.
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let secrets = (stand_ins.discord.token().into(), stand_ins.groups.key().into());
    let config = Config::parse(&stand_ins.config, secrets.0, secrets.1).unwrap();
    let mut app = App::start(config, stand_ins.clock.clone()).await.unwrap();
    stand_ins.discord.wait_ready().await;
    stand_ins.discord.stop().await;
    // A short loss is tolerated; after three minutes the process exits, because a new one may succeed.
    let moving = async {
        loop {
            stand_ins.clock.advance(Duration::from_secs(10));
            tokio::task::yield_now().await;
        }
    };
    let ended = tokio::time::timeout(Duration::from_secs(60), async {
        tokio::select! {
            ended = app.ended() => ended,
            () = moving => unreachable!("the clock loop never ends"),
        }
    });
    let ended = ended.await.expect("it ends").unwrap_err().to_string();
    assert!(ended.contains("was lost and did not come back"), "{ended}");
    app.stop().await;
}

#[tokio::test]
async fn a_process_serves_its_part_of_the_shards() {
    Host::with(|scene| {
        scene.settings.push_str("discord.shards = { total = 2, from = 1, to = 1 }\n");
    })
    .run(async |host| {
        let bot = host.start(None).await;
        let shards = host.discord.world(|world| world.gateway.shards.clone());
        assert_eq!(shards, [(1, 2)]);
        assert!(bot.stop().await.success());
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_wrong_does_not_make_the_bot_deaf() {
    TestBot::run(async |bot| {
        // This machine is a minute ahead of Discord, so that every interaction seems to be a minute old.
        bot.bot_clock = Clock::system();
        bot.bot_clock.advance(Duration::from_secs(60));
        bot.restart().await;
        let shown = bot.send("moderator", "wa-group show", &[("group", ALPHA)]);
        let answered = bot.discord.wait_until(|world| {
            world.original(shown).map(Message::all_text).filter(|text| text.starts_with("Alpha Team"))
        });
        tokio::time::timeout(Duration::from_secs(30), answered).await.expect("it is answered");
        bot.app().idle().await;
        // The bot still detects interactions that are really old.
        bot.bot_clock.advance(Duration::from_secs(6));
        bot.clock.advance(Duration::from_secs(6));
        let answers = || bot.discord.world(|world| world.requests.iter().filter(|one| one.method != "GET").count());
        let before = answers();
        bot.discord.redeliver(shown);
        let late = async {
            let text = async || {
                reqwest::get(format!("http://{}/metrics", bot.app().health())).await.unwrap().text().await.unwrap()
            };
            while !text().await.contains("usher_stale_interactions_total 1") {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), late).await.expect("it is counted");
        assert_eq!(answers(), before, "nothing but the time was asked for");
    })
    .await;
}

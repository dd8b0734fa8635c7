//! The connection to Discord, and shutdown.

use std::time::Duration;

use discord_stand_in::{Command, Message};
use sandbox::whatsapp::{Fault, FaultRule};
use sandbox::{ALPHA, Scaffold};

use crate::harness::{TestBot, together};
use crate::house::House;
use crate::process::Ground;

#[tokio::test]
async fn no_intent_is_asked_for_and_the_commands_are_registered() {
    let test_bot = TestBot::new().await;
    test_bot.house.discord.world(|world| {
        let names: Vec<&str> = world.commands.values().map(Command::name).collect();
        let menus = ["Preview WhatsApp invite", "WhatsApp: what may they do?"];
        let typed = ["wa-group", "wa-session", "wa-audit", "wa-access", "wa-request", "wa-setup"];
        assert_eq!(names, [&typed[..], &menus[..]].concat());
        for command in world.commands.values() {
            assert_eq!(command.guild, Some(test_bot.house.guild));
        }
    });
    test_bot.close().await;
}

#[tokio::test]
async fn dropped_connection_resumes_and_missed_events_are_answered() {
    let test_bot = TestBot::new().await;
    test_bot.house.discord.drop_connections();
    let reply = test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    let (identified, resumed) = test_bot.house.discord.world(|world| (world.gateway.identified, world.gateway.resumed));
    assert_eq!((identified, resumed), (1, 1));
    test_bot.close().await;
}

#[tokio::test]
async fn discords_wish_to_reconnect_is_followed() {
    let test_bot = TestBot::new().await;
    test_bot.house.discord.reconnect();
    let resumed = test_bot.house.discord.wait_until(|world| (world.gateway.resumed == 1).then_some(()));
    test_bot.within(resumed).await;
    let reply = test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    test_bot.close().await;
}

#[tokio::test]
async fn a_session_that_discord_has_forgotten_is_begun_anew() {
    let test_bot = TestBot::new().await;
    test_bot.house.discord.invalidate(false);
    let identified = test_bot.house.discord.wait_until(|world| (world.gateway.identified == 2).then_some(()));
    test_bot.within(identified).await;
    test_bot.house.discord.wait_ready().await;
    let reply = test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    test_bot.close().await;
}

#[tokio::test]
async fn an_interaction_older_than_2_5_seconds_is_not_acted_on() {
    let test_bot = TestBot::new().await;
    let first = test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
    let before = test_bot.house.discord.world(|world| world.requests.len());
    test_bot.house.clock.advance(Duration::from_secs(3));
    test_bot.house.discord.redeliver(first.interaction);
    let after = test_bot.command("moderator", "wa-session list", &[]).await;
    assert!(after.calls.iter().all(|call| call.method == "GET"), "{:?}", after.calls());
    // The newer command makes two requests; the stale one only causes the request for the time.
    let since = test_bot.house.discord.world(|world| world.requests.iter().skip(before).cloned().collect::<Vec<_>>());
    let times = since.iter().filter(|request| request.path.ends_with("/gateway")).count();
    assert!(times >= 1 && since.len() == times + 2, "{since:?}");
    test_bot.close().await;
}

#[tokio::test]
async fn stopping_lets_what_is_in_progress_finish() {
    let test_bot = TestBot::new().await;
    test_bot.house.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(5))));
    let interaction = test_bot.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Last words")]);
    test_bot.within(test_bot.house.groups.until_call(|call| call.method == "PUT")).await;
    let House { scaffold: Scaffold { clock, discord, groups, .. }, app, .. } = test_bot.house;
    // The shutdown waits for the API, and the clock passes the API's delay.
    tokio::join!(app.stop(), async { clock.advance(Duration::from_secs(6)) });
    assert_eq!(groups.world(|world| world.group(ALPHA).unwrap().description.clone()).as_deref(), Some("Last words"));
    let answered = discord.world(|world| world.original(interaction).unwrap().all_text());
    assert!(answered.contains("Last words"), "{answered}");
    groups.stop().await;
    discord.stop().await;
}

#[tokio::test]
async fn the_bot_says_whether_it_is_ready() {
    let test_bot = TestBot::new().await;
    usher::http::ask(test_bot.house.app.health()).await.unwrap();
    test_bot.close().await;
}

#[tokio::test]
async fn setting_the_machines_clock_silences_nobody() {
    // The clock is wrong at startup, and is set later: by more than 2.5 s, in both directions.
    for (wrong, set) in [(0, [5_000, -5_000]), (-30_000, [0, 90_000]), (30_000, [0, -3_600_000]), (3_000, [0, 6_000])] {
        let test_bot = TestBot::with(|scene| scene.bot_clock_wrong_ms = wrong).await;
        for set in set {
            test_bot.house.bot_clock.set_wrong(set);
            let reply = test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "Alpha Team", "{wrong} ms, then {set} ms");
            assert_eq!(test_bot.offers("moderator", "wa-group show", "group", "alp").await.len(), 1);
        }
        test_bot.close().await;
    }
}

#[tokio::test]
async fn a_wrong_clock_deletes_nothing_and_makes_nothing_too_old() {
    let folder = tempfile::tempdir().unwrap();
    let mut test_bot =
        TestBot::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display())).await;
    test_bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
    for wrong in [400_000, 400 * 24 * 60 * 60 * 1_000, -400_000] {
        test_bot.house.bot_clock = test_bot.house.clock.of_another_machine(wrong);
        test_bot = test_bot.restart().await;
        test_bot.hurried(test_bot.house.clock.sleep(Duration::from_secs(5))).await;
        let audit = test_bot.command("owner", "wa-audit recent", &[]).await;
        assert!(audit.text().contains("groups.describe"), "{wrong} ms: {}", audit.text());
        // The question is valid for a minute by Discord's clock.
        let question = test_bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let done = test_bot.press("moderator", &question, "Cancel").await;
        assert!(done.text().contains("Nothing was changed"), "{wrong} ms: {}", done.text());
    }
    test_bot.close().await;
}

#[tokio::test]
async fn a_machine_that_was_suspended_answers_again() {
    // If Discord's time advances and this machine's does not, all interactions seem new. In the opposite case all seem
    // old.
    let _turn = together().await;
    let scene = sandbox::Scene::new(&usher_clock::Clock::system());
    let test_bot = Scaffold::open(scene).await.unwrap();
    let clock = usher_clock::Clock::system();
    let secrets = (test_bot.discord.token().into(), test_bot.groups.key().into());
    let config = usher::config::Config::parse(&test_bot.config, secrets.0, secrets.1).unwrap();
    let app = usher::app::App::start(config, clock.clone()).await.unwrap();
    test_bot.discord.wait_ready().await;
    for _ in 0..3 {
        clock.advance(Duration::from_secs(20));
        let options = [("group".to_owned(), serde_json::Value::from(ALPHA))];
        let shown =
            test_bot.discord.command(test_bot.people.moderator, test_bot.channel, "wa-group show", &options).unwrap();
        let answered = test_bot.discord.wait_until(|world| {
            world.original(shown).map(Message::all_text).filter(|text| text.starts_with("Alpha Team"))
        });
        tokio::time::timeout(Duration::from_secs(30), answered).await.expect("it is answered");
    }
    app.idle().await;
    app.stop().await;
}

#[tokio::test]
async fn the_bot_is_not_ready_while_everything_comes_too_late() {
    let test_bot = TestBot::new().await;
    let ready = async || {
        let response = reqwest::get(format!("http://{}/readyz", test_bot.house.app.health())).await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    let first = test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(ready().await.0, 200);
    test_bot.house.clock.advance(Duration::from_secs(3));
    test_bot.house.discord.redeliver(first.interaction);
    let late = async {
        loop {
            let (status, text) = ready().await;
            if status == 503 {
                assert!(text.contains("\"in_time\":false") && text.contains("\"gateway\":true"), "{text}");
                return;
            }
        }
    };
    test_bot.within(late).await;
    test_bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(ready().await.0, 200);
    test_bot.close().await;
}

#[tokio::test]
async fn each_command_is_there_once_wherever_it_was_registered_before() {
    let _turn = together().await;
    let mut ground = Ground::new(|_| {}).await;
    let guilds = ground.test_bot.config.clone();
    let global = guilds.replace("discord.register = \"guilds\"", "discord.register = \"global\"");
    for (config, is_global) in [(&guilds, false), (&global, true), (&guilds, false), (&global, true)] {
        ground.test_bot.config.clone_from(config);
        let bot = ground.start(None).await;
        ground.test_bot.discord.world(|world| {
            let mut names: Vec<&str> = world.commands.values().map(Command::name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!((all, names.len()), (8, 8), "{names:?}");
            assert!(world.commands.values().all(|command| command.guild.is_none() == is_global));
        });
        assert!(bot.stop().await.success());
    }
}

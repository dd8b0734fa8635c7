//! The connection to Discord, and shutdown.

use std::time::Duration;

use discord_stand_in::{Command, Message};
use sandbox::{ALPHA, whatsapp::Fault, whatsapp::FaultRule};
use serde_json::json;
use usher_clock::Clock;

use crate::harness::TestBot;
use crate::process::Host;

#[tokio::test]
async fn no_intent_is_asked_for_and_the_commands_are_registered() {
    TestBot::run(async |bot| {
        bot.discord.world(|world| {
            let names: Vec<&str> = world.commands.values().map(Command::name).collect();
            let menus = ["Preview WhatsApp invite", "Add people from this message", "WhatsApp permissions"];
            let typed =
                ["wa-group", "wa-person", "wa-session", "wa-audit", "wa-access", "wa-set", "wa-request", "wa-setup"];
            assert_eq!(names, [&typed[..], &menus[..]].concat());
            for command in world.commands.values() {
                assert_eq!(command.guild, Some(bot.guild));
                // 0: installed in a server.
                assert_eq!(command.json["integration_types"], json!([0]), "{}", command.name());
                let administrators = (command.name() == "wa-setup").then_some("8");
                assert_eq!(command.json["default_member_permissions"].as_str(), administrators, "{}", command.name());
            }
            let rights = world.commands.values().find(|command| command.name() == menus[2]).unwrap();
            assert_eq!(rights.json["name_localizations"]["pt-BR"], "Permissões do WhatsApp");
            let activity = &world.gateway.presence["activities"][0];
            // Discord, "Activity Types": 4 shows the state.
            assert_eq!((&activity["type"], &activity["state"]), (&json!(4), &json!("/wa-group help")));
        });
    })
    .await;
}

#[tokio::test]
async fn dropped_connection_resumes_and_missed_events_are_answered() {
    TestBot::run(async |bot| {
        bot.discord.drop_connections();
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");
        let (identified, resumed) = bot.discord.world(|world| (world.gateway.identified, world.gateway.resumed));
        assert_eq!((identified, resumed), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn discords_wish_to_reconnect_is_followed() {
    TestBot::run(async |bot| {
        bot.discord.reconnect();
        let resumed = bot.discord.wait_until(|world| (world.gateway.resumed == 1).then_some(()));
        bot.within(resumed).await;
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");
    })
    .await;
}

#[tokio::test]
async fn a_session_that_discord_has_forgotten_is_begun_anew() {
    TestBot::run(async |bot| {
        bot.discord.invalidate(false);
        let identified = bot.discord.wait_until(|world| (world.gateway.identified == 2).then_some(()));
        bot.within(identified).await;
        bot.discord.wait_ready().await;
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");
    })
    .await;
}

#[tokio::test]
async fn an_interaction_older_than_2_5_seconds_is_not_acted_on() {
    TestBot::run(async |bot| {
        let first = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
        let before = bot.discord.world(|world| world.requests.len());
        bot.clock.advance(Duration::from_secs(3));
        bot.discord.redeliver(first.interaction);
        let after = bot.command("moderator", "wa-session list", &[]).await;
        assert!(after.calls.iter().all(|call| call.method == "GET"), "{:?}", after.calls());
        // The newer command makes two requests; the stale one only causes the request for the time.
        let since = bot.discord.world(|world| world.requests.iter().skip(before).cloned().collect::<Vec<_>>());
        let times = since.iter().filter(|request| request.path.ends_with("/gateway")).count();
        assert!(times >= 1 && since.len() == times + 2, "{since:?}");
    })
    .await;
}

#[tokio::test]
async fn stopping_lets_what_is_in_progress_finish() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::next(Fault::Delay(Duration::from_secs(5))));
        let interaction = bot.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Last words")]);
        bot.within(bot.groups.until_call(|call| call.method == "PUT")).await;
        // The shutdown waits for the API, and the clock passes the API's delay.
        let clock = bot.clock.clone();
        tokio::join!(bot.stop(), async { clock.advance(Duration::from_secs(6)) });
        let description = bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(description.as_deref(), Some("Last words"));
        let answered = bot.discord.world(|world| world.original(interaction).unwrap().all_text());
        assert!(answered.contains("Last words"), "{answered}");
    })
    .await;
}

#[tokio::test]
async fn the_bot_says_whether_it_is_ready() {
    TestBot::run(async |bot| {
        usher::http::ask(bot.app().health()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn setting_the_machines_clock_silences_nobody() {
    // The clock is wrong at startup, and is set later: by more than 2.5 s, in both directions.
    for (wrong, set) in [(0, [5_000, -5_000]), (-30_000, [0, 90_000]), (30_000, [0, -3_600_000]), (3_000, [0, 6_000])] {
        TestBot::with(|scene| scene.bot_clock_wrong_ms = wrong)
            .run(async |bot| {
                for set in set {
                    bot.bot_clock.set_wrong(set);
                    let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
                    assert_eq!(reply.title(), "Alpha Team", "{wrong} ms, then {set} ms");
                    assert_eq!(bot.offers("moderator", "wa-group show", "group", "alp").await.len(), 1);
                }
            })
            .await;
    }
}

#[tokio::test]
async fn a_wrong_clock_deletes_nothing_and_makes_nothing_too_old() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display()))
        .run(async |bot| {
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
            for wrong in [400_000, 400 * 24 * 60 * 60 * 1_000, -400_000] {
                bot.bot_clock = bot.clock.of_another_machine(wrong);
                bot.restart().await;
                bot.hurried(bot.clock.sleep(Duration::from_secs(5))).await;
                let audit = bot.command("owner", "wa-audit recent", &[]).await;
                assert!(audit.text().contains("changed the description."), "{wrong} ms: {}", audit.text());
                // The question is valid for a minute by Discord's clock.
                let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
                let done = bot.press("moderator", &question, "Cancel").await;
                assert!(done.text().contains("Nothing changed"), "{wrong} ms: {}", done.text());
            }
        })
        .await;
}

#[tokio::test]
async fn a_machine_that_was_suspended_answers_again() {
    // If Discord's time advances and this machine's does not, all interactions seem new. In the opposite case all seem
    // old.
    TestBot::run(async |bot| {
        bot.bot_clock = Clock::system();
        bot.restart().await;
        for _ in 0..3 {
            bot.bot_clock.advance(Duration::from_secs(20));
            let shown = bot.send("moderator", "wa-group show", &[("group", ALPHA)]);
            let answered = bot.discord.wait_until(|world| {
                world.original(shown).map(Message::all_text).filter(|text| text.starts_with("Alpha Team"))
            });
            tokio::time::timeout(Duration::from_secs(30), answered).await.expect("it is answered");
        }
    })
    .await;
}

#[tokio::test]
async fn the_bot_is_not_ready_while_everything_comes_too_late() {
    TestBot::run(async |bot| {
        let ready = async || {
            let response = reqwest::get(format!("http://{}/readyz", bot.app().health())).await.unwrap();
            (response.status().as_u16(), response.text().await.unwrap())
        };
        let first = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(ready().await.0, 200);
        bot.clock.advance(Duration::from_secs(3));
        bot.discord.redeliver(first.interaction);
        let late = async {
            loop {
                let (status, text) = ready().await;
                if status == 503 {
                    assert!(
                        text.contains("\"in_time\":{\"state\":\"down\"")
                            && text.contains("\"gateway\":{\"state\":\"up\""),
                        "{text}"
                    );
                    return;
                }
            }
        };
        bot.within(late).await;
        bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(ready().await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn each_command_is_there_once_wherever_it_was_registered_before() {
    Host::run(async |host| {
        let guilds = host.config.clone();
        let global = guilds.replace("discord.register = \"guilds\"", "discord.register = \"global\"");
        for (config, is_global) in [(&guilds, false), (&global, true), (&guilds, false), (&global, true)] {
            let bot = host.start_with(config).await;
            host.discord.world(|world| {
                let mut names: Vec<&str> = world.commands.values().map(Command::name).collect();
                names.sort_unstable();
                let all = names.len();
                names.dedup();
                assert_eq!((all, names.len()), (11, 11), "{names:?}");
                assert!(world.commands.values().all(|command| command.guild.is_none() == is_global));
            });
            assert!(bot.stop().await.success());
        }
    })
    .await;
}

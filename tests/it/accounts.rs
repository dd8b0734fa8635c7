//! Alerts about WhatsApp accounts in the log channel, and what the lists say of them.

use std::time::Duration;

use discord_stand_in::{ChannelId, Message, bits};
use sandbox::whatsapp::{Fault, FaultRule, Operation, Person, Provider, StatusReason, World};
use sandbox::{ALPHA, Scene};
use secrecy::SecretString;
use tempfile::TempDir;
use usher::app::App;
use usher::config::Config;

use crate::approvals::role::pinged;
use crate::files::adds;
use crate::harness::{BotScene, TestBot, is_look, provider, text_of};
use crate::postgres::Database;

const LOST: &str = "WhatsApp account disconnected";
const BACK: &str = "WhatsApp account connected again";

/// The first server has a log channel, and a role that alerts mention.
fn with_alerts(scene: &mut Scene) {
    scene.server =
        format!("log_channel = \"{}\"\nalerts_role = \"{}\"\n{}", scene.log, scene.roles.moderator, scene.server);
}

/// A store that outlasts a restart.
fn lasting(folder: &TempDir) -> BotScene {
    TestBot::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        with_alerts(scene);
    })
}

fn log_out(bot: &TestBot) {
    bot.groups.world(|world| world.disconnect("default", StatusReason::LoggedOut));
}

fn log_in(bot: &TestBot) {
    bot.groups.world(|world| world.connect("default"));
}

/// Returns the alerts in a channel, oldest first.
fn alerts(bot: &TestBot, channel: ChannelId) -> Vec<Message> {
    bot.discord.world(|world| {
        let is_alert = |message: &&Message| {
            message.channel == channel && ['🟢', '🟡', '🔴', '⛔'].iter().any(|sign| message.all_text().contains(*sign))
        };
        world.messages.values().filter(is_alert).cloned().collect()
    })
}

/// Waits, while the clock advances, until the channel has so many alerts. Returns the last one.
async fn alert(bot: &TestBot, channel: ChannelId, number: usize) -> Message {
    let told = async {
        while alerts(bot, channel).len() < number {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    bot.hurried(bot.within(told)).await;
    let all = alerts(bot, channel);
    assert_eq!(all.len(), number, "{all:?}");
    all.last().unwrap().clone()
}

/// Waits, while the clock advances, until the bot has looked at the accounts so many times more.
async fn looks(bot: &TestBot, number: usize) {
    for _ in 0..number {
        bot.groups.take_calls();
        bot.hurried(bot.within(bot.groups.until_call(is_look))).await;
    }
    bot.groups.take_calls();
}

#[tokio::test]
async fn a_loss_is_told_once_and_its_end_once() {
    let folder = tempfile::tempdir().unwrap();
    lasting(&folder)
        .run(async |bot| {
            looks(bot, 1).await;
            log_out(bot);
            let lost = alert(bot, bot.log, 1).await;
            let text = text_of(&lost);
            assert!(text.contains(LOST) && text.contains("🔴") && text.contains("**What to do:**"), "{text}");
            assert!(text.contains("+55 ••••• 0000") && text.contains("since <t:"), "{text}");
            // The server has one account, so its name in the configuration is left out.
            assert!(!text.contains("WhatsApp account: "), "{text}");
            assert_eq!(pinged(bot, lost.id), [bot.role("moderator")]);
            looks(bot, 8).await;
            bot.restart().await;
            looks(bot, 4).await;
            assert_eq!(alerts(bot, bot.log).len(), 1, "the loss is told once");
            log_in(bot);
            let back = alert(bot, bot.log, 2).await;
            let text = text_of(&back);
            assert!(text.contains(BACK) && text.contains("🟢"), "{text}");
            assert!(text.contains("It was disconnected for about ") && text.contains(" minutes, since <t:"), "{text}");
            assert_eq!(pinged(bot, back.id), [bot.role("moderator")]);
            looks(bot, 4).await;
            assert_eq!(alerts(bot, bot.log).len(), 2);
        })
        .await;
}

#[tokio::test]
async fn a_loss_of_less_than_a_minute_is_not_told() {
    let folder = tempfile::tempdir().unwrap();
    lasting(&folder)
        .run(async |bot| {
            for _ in 0..2 {
                log_out(bot);
                looks(bot, 1).await;
                log_in(bot);
                looks(bot, 4).await;
            }
            assert!(alerts(bot, bot.log).is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_restart_loses_and_repeats_no_alert() {
    let folder = tempfile::tempdir().unwrap();
    lasting(&folder)
        .run(async |bot| {
            log_out(bot);
            looks(bot, 1).await;
            // The loss is seen, and not told yet.
            bot.restart().await;
            let lost = alert(bot, bot.log, 1).await;
            pinged(bot, lost.id);
            bot.stop().await;
            log_in(bot);
            bot.clock.advance(Duration::from_secs(3 * 60 * 60));
            bot.start().await;
            let back = alert(bot, bot.log, 2).await;
            assert!(text_of(&back).contains("for about 3 hours"), "{}", text_of(&back));
            pinged(bot, back.id);
        })
        .await;
}

#[tokio::test]
async fn an_alert_whose_post_is_lost_is_one_message() {
    let folder = tempfile::tempdir().unwrap();
    lasting(&folder)
        .run(async |bot| {
            let lost_answer = discord_stand_in::Fault::LostAnswer(502);
            bot.discord.world(|world| world.faults.next("POST /channels/{channel}/messages", 1, lost_answer));
            log_out(bot);
            let lost = alert(bot, bot.log, 1).await;
            let answered = bot.discord.wait_until(|world| world.faults.is_clear().then_some(()));
            bot.within(answered).await;
            looks(bot, 3).await;
            bot.restart().await;
            looks(bot, 3).await;
            assert_eq!(alerts(bot, bot.log).len(), 1);
            pinged(bot, lost.id);
        })
        .await;
}

#[tokio::test]
async fn two_instances_tell_each_change_once() {
    let Some(database) = Database::make().await else { return };
    TestBot::with(|scene| {
        scene.store = database.url();
        with_alerts(scene);
    })
    .run(async |bot| {
        let (token, key) = (SecretString::from(bot.discord.token()), SecretString::from(bot.groups.key()));
        let config = Config::parse(&bot.config, token, key).unwrap();
        bot.clock.advance(Duration::from_secs(6));
        let second = App::start(config, bot.bot_clock.clone()).await.unwrap();
        log_out(bot);
        let lost = alert(bot, bot.log, 1).await;
        looks(bot, 8).await;
        log_in(bot);
        let back = alert(bot, bot.log, 2).await;
        looks(bot, 8).await;
        assert_eq!(alerts(bot, bot.log).len(), 2);
        for one in [lost, back] {
            pinged(bot, one.id);
        }
        second.stop().await;
    })
    .await;
    database.drop().await;
}

#[tokio::test]
async fn an_api_that_fails_says_nothing_of_the_accounts() {
    for fault in
        [Fault::Status(500), Fault::Status(401), Fault::Html(502), Fault::Drop, Fault::Answer("[]7".to_owned())]
    {
        TestBot::with(with_alerts)
            .run(async |bot| {
                looks(bot, 1).await;
                bot.groups.inject(FaultRule::always(fault.clone()).of(Operation::ListSessions));
                looks(bot, 6).await;
                assert!(alerts(bot, bot.log).is_empty(), "{fault:?}");
                // The looks have opened no circuit breaker.
                if !matches!(fault, Fault::Status(401)) {
                    let shown = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
                    assert_eq!(shown.title(), "Alpha Team", "{fault:?}");
                }
                bot.groups.world(World::clear_faults);
                looks(bot, 2).await;
                assert!(alerts(bot, bot.log).is_empty(), "{fault:?}");
            })
            .await;
    }
}

#[tokio::test]
async fn each_provider_tells_of_a_logout() {
    for provider in Provider::ALL {
        TestBot::with(|scene| {
            scene.whatsapp.serve_as(provider);
            with_alerts(scene);
        })
        .run(async |bot| {
            looks(bot, 1).await;
            log_out(bot);
            let lost = alert(bot, bot.log, 1).await;
            let text = text_of(&lost);
            // Some providers name the account no more.
            assert!(text.contains(LOST) && text.contains("+55 ••••• 0000"), "{provider}: {text}");
            log_in(bot);
            let back = alert(bot, bot.log, 2).await;
            assert!(text_of(&back).contains(BACK), "{provider}: {}", text_of(&back));
            for one in [lost, back] {
                pinged(bot, one.id);
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_ban_is_told_after_a_broken_connection() {
    TestBot::with(with_alerts)
        .on_titan()
        .run(async |bot| {
            bot.groups.world(|world| world.disconnect("default", StatusReason::AutoReconnect));
            let lost = alert(bot, bot.log, 1).await;
            assert!(text_of(&lost).contains("🟡"), "{}", text_of(&lost));
            bot.groups.world(|world| world.disconnect("default", StatusReason::TemporaryBan));
            let banned = alert(bot, bot.log, 2).await;
            let text = text_of(&banned);
            assert!(text.contains("WhatsApp account banned") && text.contains("⛔"), "{text}");
            for one in [lost, banned] {
                pinged(bot, one.id);
            }
        })
        .await;
}

#[tokio::test]
async fn every_server_of_the_account_is_told() {
    let mut logs = None;
    TestBot::with(|scene| {
        scene.whatsapp.add_session("second", "+5511900000001");
        scene.server = scene.server.replace("[\"default\"]", "[\"default\", \"second\"]");
        with_alerts(scene);
        let mut other = |name: &str, sessions: &str| {
            let guild = scene.discord.add_guild(name);
            let log = scene.discord.add_channel(guild, "log");
            scene.discord.add_role(guild, "Owner", bits::ADMINISTRATOR);
            let server =
                format!("[[guilds]]\nid = \"{guild}\"\nsessions = [\"{sessions}\"]\nlog_channel = \"{log}\"\n");
            scene.server.push_str(&server);
            log
        };
        logs = Some((other("Same account", "default"), other("Another account", "second")));
    })
    .run(async |bot| {
        let (same, another) = logs.unwrap();
        log_out(bot);
        let first = alert(bot, bot.log, 1).await;
        assert!(text_of(&first).contains("WhatsApp account: default"), "{}", text_of(&first));
        pinged(bot, first.id);
        let other = alert(bot, same, 1).await;
        assert!(!text_of(&other).contains("WhatsApp account: "), "{}", text_of(&other));
        assert!(other.content.is_empty(), "it has no role to mention");
        looks(bot, 3).await;
        assert!(alerts(bot, another).is_empty());
    })
    .await;
}

#[tokio::test]
async fn setup_says_that_alerts_need_a_log_channel() {
    TestBot::run(async |bot| {
        log_out(bot);
        looks(bot, 6).await;
        assert!(alerts(bot, bot.log).is_empty());
        let text = bot.command("owner", "wa-setup", &[]).await.text();
        assert!(text.contains("an alert when a WhatsApp account is disconnected"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn setup_shows_the_role_that_alerts_mention() {
    TestBot::with(with_alerts)
        .run(async |bot| {
            let text = bot.command("owner", "wa-setup", &[]).await.text();
            let role = bot.role("moderator");
            let line = format!("Alerts about WhatsApp accounts mention <@&{role}> (set by the bot owner).");
            assert!(text.contains(&line) && text.contains("The mention notifies nobody"), "{text}");
        })
        .await;
}

#[tokio::test]
async fn lists_show_state_since_when_and_budget() {
    TestBot::with(|scene| {
        scene.settings = scene.settings.replace("adds_per_day = 100000", "adds_per_day = 20");
        scene.whatsapp.add_person(Person::phone("+5511988880001"));
        with_alerts(scene);
    })
    .run(async |bot| {
        bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", "+5511988880001")]).await;
        let text = bot.command("moderator", "wa-session list", &[]).await.text();
        assert!(text.contains("🟢 **default** · connected"), "{text}");
        assert!(text.contains("people it can still add today: 19"), "{text}");
        log_out(bot);
        let lost = alert(bot, bot.log, 1).await;
        pinged(bot, lost.id);
        for (who, command) in [("moderator", "wa-session list"), ("owner", "wa-setup")] {
            let text = bot.command(who, command, &[]).await.text();
            assert!(text.contains("🔴 **default** · not connected"), "{command}: {text}");
            assert!(text.contains("since <t:") && text.contains("still add today: 19"), "{command}: {text}");
        }
    })
    .await;
}

/// Fifty people are added in three requests with pauses, because little of the day's budget is left.
fn adding_fifty(scene: &mut Scene) -> String {
    scene.settings = scene.settings.replace("adds_per_day = 100000", "adds_per_day = 60");
    let numbers: Vec<String> = (0..50).map(|number| format!("+55119777{number:05}")).collect();
    for number in &numbers {
        scene.whatsapp.add_person(Person::phone(number));
    }
    numbers.join("\n")
}

#[tokio::test]
async fn a_logout_right_after_an_add_stops_the_rest() {
    let mut list = None;
    TestBot::with(|scene| list = Some(adding_fifty(scene)))
        .run(async |bot| {
            let list = list.unwrap();
            let sent = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &list)]);
            let first = bot.groups.until_call(|call| call.operation == Some(Operation::AddParticipants));
            bot.within(first).await;
            // It shows the pause after the first request.
            bot.shown(sent, "slowing down").await;
            let before = bot.groups.take_calls();
            log_out(bot);
            let reply = bot.hurried_reply(sent).await;
            let text = reply.text();
            assert!(text.contains("the WhatsApp account is not connected any more"), "{text}");
            let added = adds(&before).iter().sum::<usize>();
            assert!(
                text.contains(&format!("**Not tried. Run the command again to add them** ({})", 50 - added)),
                "{text}"
            );
            assert!(adds(&reply.calls).is_empty(), "{}: {:?}", provider(), reply.calls());
            let case = bot.numbered("owner", "wa-audit show", "case", 1).await.text();
            assert!(case.contains("the WhatsApp account is not connected any more"), "{case}");
        })
        .await;
}

#[tokio::test]
async fn an_unknown_state_stops_no_addition() {
    let mut list = None;
    TestBot::with(|scene| list = Some(adding_fifty(scene)))
        .on_titan()
        .run(async |bot| {
            bot.groups.inject(FaultRule::always(Fault::Status(500)).of(Operation::GetSession));
            let list = list.unwrap();
            let sent = bot.send("owner", "wa-group members add", &[("group", ALPHA), ("members", &list)]);
            let reply = bot.hurried_reply(sent).await;
            assert!(reply.text().contains("**Added** (50)"), "{}", reply.text());
        })
        .await;
}

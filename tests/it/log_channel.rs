//! A log channel that refuses entries: Usher queues them, posts them once and in order, and warns people who can fix
//! the channel.

use std::time::Duration;

use discord_stand_in::{ChannelId, Fault, Message, UserId, World, bits};
use sandbox::ALPHA;

use crate::harness::{BotScene, Reply, TestBot};
use crate::process::Host;

const MINUTE: Duration = Duration::from_secs(60);
const POST: &str = "POST /channels/{channel}/messages";

/// Returns a scene whose configuration sets the log channel.
fn with_log_channel() -> BotScene {
    TestBot::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server))
}

/// Returns the number of posts to a channel, and how many of them were refused.
fn posts(world: &World, channel: ChannelId) -> (usize, usize) {
    let path = format!("/api/v10/channels/{channel}/messages");
    let all = || world.requests.iter().filter(|request| request.method == "POST" && request.path == path);
    (all().count(), all().filter(|request| request.status >= 400).count())
}

/// Returns the numbers of the cases in a channel, in the order of their posts.
fn cases(world: &World, channel: ChannelId) -> Vec<u32> {
    let of_channel = world.messages.values().filter(|message| message.channel == channel);
    let number = |message: &Message| {
        let text = message.all_text();
        text.split("Log entry #").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok())
    };
    of_channel.filter_map(number).collect()
}

impl TestBot {
    async fn describe(&self, text: &str) -> Reply {
        let reply = self.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        assert!(reply.text().contains(text), "{}", reply.text());
        reply
    }

    /// Waits until the log channel has refused this number of posts.
    async fn refused(&self, channel: ChannelId, number: usize) {
        let refused = self.discord.wait_until(|world| (posts(world, channel).1 >= number).then_some(()));
        self.within(refused).await;
    }

    /// Waits until a channel contains this number of cases.
    async fn delivered(&self, channel: ChannelId, number: u32) {
        let there = self.discord.wait_until(|world| {
            let cases = cases(world, channel);
            (cases.len() >= number as usize).then_some(cases)
        });
        assert_eq!(self.within(there).await, (1..=number).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn entries_wait_while_the_log_channel_is_closed() {
    type Change = fn(&mut World, ChannelId);
    fn refuse(world: &mut World, status: u16, code: u32) {
        world.faults.next(POST, 1_000, Fault::Refused { status, code });
    }
    let ways: [(u32, Change); 7] = [
        (50_013, |world, log| world.deny_bot(log, bits::SEND_MESSAGES)),
        (50_001, |world, log| world.deny_bot(log, bits::VIEW_CHANNEL)),
        (10_003, |world, log| {
            world.channels.get_mut(&log).unwrap().guild = None;
            world.channels.remove(&log);
        }),
        (50_024, |world, _| refuse(world, 400, 50_024)),
        (50_083, |world, _| refuse(world, 400, 50_083)),
        (160_005, |world, _| refuse(world, 400, 160_005)),
        (50_008, |world, _| refuse(world, 403, 50_008)),
    ];
    for (code, close) in ways {
        with_log_channel()
            .run(async |bot| {
                let log = bot.log;
                let before = bot.discord.world(|world| world.channels[&log].clone());
                bot.discord.world(|world| close(world, log));
                for number in 1..=4 {
                    bot.describe(&format!("{code}, text {number}")).await;
                    bot.refused(log, 1).await;
                }
                bot.discord.world(|world| {
                    let codes: Vec<_> = world.requests.iter().filter_map(|request| request.error.as_ref()).collect();
                    assert!(codes.iter().all(|error| error["code"] == code), "{code}: {codes:?}");
                    assert_eq!(posts(world, log), (1, 1), "{code}: it is left alone for a while");
                    world.channels.insert(log, before);
                    world.faults.clear();
                });
                bot.clock.advance(Duration::from_secs(31));
                bot.delivered(log, 4).await;
                bot.discord.world(|world| assert_eq!(posts(world, log), (5, 1), "{code}: each is posted once"));
            })
            .await;
    }
}

#[tokio::test]
async fn a_closed_log_channel_is_rarely_tried() {
    with_log_channel()
        .run(async |bot| {
            let log = bot.log;
            bot.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
            let mut number = 0;
            for half_minute in 0..120 {
                if half_minute % 10 == 0 {
                    number += 1;
                    bot.describe(&format!("Text {number}")).await;
                    bot.refused(log, 1).await;
                }
                bot.clock.advance(MINUTE / 2);
                // When another command's entry is posted, the worker has had its turn.
                bot.command("owner", "wa-session list", &[]).await;
            }
            let (all, refused) = bot.discord.world(|world| posts(world, log));
            // After 0, 0.5, 1.5, 3.5, 7.5 and 15.5 minutes, then every 10 minutes.
            assert!(all == refused && (2..=10).contains(&all), "{all} requests in an hour");
            bot.discord.world(|world| world.deny_bot(log, 0));
            bot.clock.advance(10 * MINUTE);
            bot.delivered(log, number).await;
        })
        .await;
}

#[tokio::test]
async fn what_waits_for_the_log_channel_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .run(async |bot| {
        let log = bot.log;
        bot.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
        bot.describe("One").await;
        bot.refused(log, 1).await;
        let since = bot.clock.now_utc().as_secs();
        bot.describe("Two").await;
        bot.restart().await;
        bot.describe("Three").await;
        let shown = bot.command("owner", "wa-setup", &[]).await.text();
        assert!(shown.contains("3 entries are waiting") && shown.contains("Give it Send Messages"), "{shown}");
        let is_near = |at: i64| shown.contains(&format!("<t:{at}:R>"));
        assert!((since - 5..=since).any(is_near), "{since}: {shown}");
        assert_eq!(bot.discord.world(|world| posts(world, log)), (1, 1));
        // The channel is writable again: `/wa-setup` detects it, and ends the pause.
        bot.discord.world(|world| world.deny_bot(log, 0));
        bot.command("owner", "wa-setup", &[]).await;
        bot.delivered(log, 3).await;
        let told_no_more = async { while bot.command("owner", "wa-setup", &[]).await.text().contains("wait") {} };
        bot.within(told_no_more).await;
    })
    .await;
}

#[tokio::test]
async fn another_log_channel_gets_what_waited() {
    TestBot::run(async |bot| {
        let (first, second) = (bot.log, bot.approvals);
        let shown = bot.command("owner", "wa-setup", &[]).await;
        let shown = bot.choose("owner", &shown, "setup:log", &[first.to_string()]).await;
        let set = bot.discord.wait_until(|world| (cases(world, first) == [1]).then_some(()));
        bot.within(set).await;
        bot.discord.world(|world| {
            world.channels.remove(&first);
        });
        bot.describe("One").await;
        bot.refused(first, 1).await;
        bot.describe("Two").await;
        bot.choose("owner", &shown, "setup:log", &[second.to_string()]).await;
        let there = bot.discord.wait_until(|world| {
            let cases = cases(world, second);
            (cases.len() >= 3).then_some(cases)
        });
        assert_eq!(bot.within(there).await, [2, 3, 4]);
    })
    .await;
}

#[tokio::test]
async fn who_manages_access_learns_that_entries_wait() {
    with_log_channel()
        .run(async |bot| {
            let log = bot.log;
            let reply = bot.command("owner", "wa-group show", &[("group", ALPHA)]).await;
            assert!(!reply.text().contains("can't post in the log channel"));
            bot.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
            bot.describe("One").await;
            bot.refused(log, 1).await;
            let reply = bot.command("owner", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "Alpha Team");
            let text = reply.text();
            assert!(reply.is_private() && text.contains("Usher can't post in the log channel"), "{text}");
            assert!(text.contains("1 entry is waiting") && text.contains(&format!("<#{log}>")), "{text}");
            assert!(reply.notice().is_empty());
            // A refusal also contains the warning, and other users do not see it.
            let reply = bot.command("owner", "wa-group show", &[("group", "No such group at all")]).await;
            assert!(reply.text().contains("1 entry is waiting"), "{}", reply.text());
            for who in ["moderator", "helper"] {
                let reply = bot.command(who, "wa-group show", &[("group", ALPHA)]).await;
                assert!(!reply.text().contains("wait"), "{who}: {}", reply.text());
            }
            bot.discord.world(|world| world.deny_bot(log, 0));
            bot.clock.advance(MINUTE);
            bot.delivered(log, 1).await;
            let told_no_more = async {
                while bot.command("owner", "wa-group show", &[("group", ALPHA)]).await.text().contains("wait") {}
            };
            bot.within(told_no_more).await;
        })
        .await;
}

/// A second server with the same account: its channels and its owner.
struct Second {
    channel: ChannelId,
    log: ChannelId,
    owner: UserId,
}

fn two_servers() -> (BotScene, Second) {
    let mut second = None;
    let scene = TestBot::with(|scene| {
        let guild = scene.discord.add_guild("Second Server");
        let channel = scene.discord.add_channel(guild, "whatsapp");
        let log = scene.discord.add_channel(guild, "log");
        let role = scene.discord.add_role(guild, "Owner", bits::ADMINISTRATOR);
        let owner = scene.discord.add_member(guild, "second owner", &[role]);
        scene.server = format!(
            "log_channel = \"{}\"\n{}[[guilds]]\nid = \"{guild}\"\nsessions = [\"default\"]\nlog_channel = \"{log}\"\n",
            scene.log, scene.server
        );
        second = Some(Second { channel, log, owner });
    });
    (scene, second.unwrap())
}

#[tokio::test]
async fn one_servers_log_channel_holds_up_no_other() {
    for fault in [
        Fault::ServerError(500),
        Fault::Refused { status: 403, code: 50_013 },
        Fault::Delay(Duration::from_secs(30)),
        Fault::RateLimited { retry_after: Duration::from_secs(20), global: false },
    ] {
        let (scene, second) = two_servers();
        scene
            .run(async |bot| {
                let log = bot.log;
                let path = format!("POST /channels/{log}/messages");
                bot.discord.world(|world| world.faults.next(&path, 1_000, fault.clone()));
                for number in 0..3 {
                    bot.describe(&format!("First server {number}")).await;
                }
                if !matches!(fault, Fault::Delay(_)) {
                    bot.refused(log, 1).await;
                }
                let options = [("group".to_owned(), ALPHA.into()), ("name".to_owned(), "Alpha Crew".into())];
                let sent = bot.discord.command(second.owner, second.channel, "wa-group rename", &options).unwrap();
                bot.reply(sent).await;
                let told = bot.discord.wait_until(|world| (cases(world, second.log) == [4]).then_some(()));
                bot.within(told).await;
                assert!(bot.discord.world(|world| cases(world, log).is_empty()), "{fault:?}");
            })
            .await;
    }
}

#[tokio::test]
async fn many_entries_are_posted_in_order_within_discords_limits() {
    with_log_channel()
        .run(async |bot| {
            let log = bot.log;
            bot.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
            for number in 1..=15 {
                bot.describe(&format!("Text {number}")).await;
                bot.refused(log, 1).await;
            }
            bot.discord.world(|world| {
                world.deny_bot(log, 0);
                let limited = Fault::RateLimited { retry_after: Duration::from_millis(50), global: false };
                world.faults.next(POST, 3, limited);
                world.faults.next(POST, 1, Fault::LostAnswer(502));
            });
            bot.clock.advance(MINUTE);
            bot.delivered(log, 15).await;
        })
        .await;
}

#[tokio::test]
async fn a_late_answer_waits_for_the_log_channel() {
    Host::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server))
        .run(async |host| {
            let log = host.log;
            let bot = host.start(Some("before answer")).await;
            host.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
            let refused = |times| host.discord.wait_until(move |world| (posts(world, log).1 >= times).then_some(()));
            host.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
            host.logged("place=\"before answer\"").await;
            host.within(refused(1)).await;
            bot.kill().await;
            host.clock.advance(16 * MINUTE);
            let bot = host.start(None).await;
            host.within(refused(2)).await;
            assert!(bot.stop().await.success());

            // A refused channel is retried after 30 s, whether the stopped bot recorded the refusal or not.
            host.clock.advance(Duration::from_secs(31));
            host.discord.world(|world| world.deny_bot(log, 0));
            let bot = host.start(None).await;
            let pinged = host.discord.wait_until(|world| {
                let of_log = || world.messages.values().filter(|message| message.channel == log);
                of_log().find(|message| !message.pings.is_empty()).map(|message| (message.all_text(), of_log().count()))
            });
            let (text, number) = host.within(pinged).await;
            assert!(text.contains("Finished after a restart") && text.contains("Alpha Crew"), "{text}");
            assert_eq!(number, 2, "the entry stands before it");
            assert!(bot.stop().await.success());
        })
        .await;
}

//! A log channel that refuses entries: they wait, are posted once and in order, and people who can mend it are told.

use std::time::Duration;

use usher::sandbox::ALPHA;
use usher::sandbox::discord::{ChannelId, Fault, Message, UserId, World, bits};

use crate::harness::{Reply, Town, together};
use crate::process::Ground;

const MINUTE: Duration = Duration::from_secs(60);
const POST: &str = "POST /channels/{channel}/messages";

/// A town whose log channel the configuration names.
async fn town() -> Town {
    Town::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server)).await
}

/// The requests to post to a channel: all, and those that were refused.
fn posts(world: &World, channel: ChannelId) -> (usize, usize) {
    let path = format!("/api/v10/channels/{channel}/messages");
    let all = || world.requests.iter().filter(|request| request.method == "POST" && request.path == path);
    (all().count(), all().filter(|request| request.status >= 400).count())
}

/// The numbers of the cases in a channel, in the order in which they were posted.
fn cases(world: &World, channel: ChannelId) -> Vec<u32> {
    let of_channel = world.messages.values().filter(|message| message.channel == channel);
    let number = |message: &Message| {
        let text = message.all_text();
        text.split("Case ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok())
    };
    of_channel.filter_map(number).collect()
}

impl Town {
    async fn describe(&self, text: &str) -> Reply {
        let reply = self.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        assert!(reply.text().contains(text), "{}", reply.text());
        reply
    }

    /// Waits until the log channel has refused so many posts.
    async fn refused(&self, channel: ChannelId, number: usize) {
        let refused = self.house.discord.wait_until(|world| (posts(world, channel).1 >= number).then_some(()));
        self.within(refused).await;
    }

    /// Waits until so many cases are in a channel.
    async fn delivered(&self, channel: ChannelId, number: u32) {
        let there = self.house.discord.wait_until(|world| {
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
        let town = town().await;
        let log = town.house.log;
        let before = town.house.discord.world(|world| world.channels[&log].clone());
        town.house.discord.world(|world| close(world, log));
        for number in 1..=4 {
            town.describe(&format!("{code}, text {number}")).await;
            town.refused(log, 1).await;
        }
        town.house.discord.world(|world| {
            let codes: Vec<_> = world.requests.iter().filter_map(|request| request.error.as_ref()).collect();
            assert!(codes.iter().all(|error| error["code"] == code), "{code}: {codes:?}");
            assert_eq!(posts(world, log), (1, 1), "{code}: it is left alone for a while");
            world.channels.insert(log, before);
            world.faults.clear();
        });
        town.house.clock.advance(Duration::from_secs(31));
        town.delivered(log, 4).await;
        town.house.discord.world(|world| assert_eq!(posts(world, log), (5, 1), "{code}: each is posted once"));
        town.close().await;
    }
}

#[tokio::test]
async fn a_closed_log_channel_is_rarely_tried() {
    let town = town().await;
    let log = town.house.log;
    town.house.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
    let mut number = 0;
    for half_minute in 0..120 {
        if half_minute % 10 == 0 {
            number += 1;
            town.describe(&format!("Text {number}")).await;
            town.refused(log, 1).await;
        }
        town.house.clock.advance(MINUTE / 2);
        // The worker has had its turn when it has answered another command's news.
        town.command("owner", "wa-session list", &[]).await;
    }
    let (all, refused) = town.house.discord.world(|world| posts(world, log));
    // After 0, 0.5, 1.5, 3.5, 7.5 and 15.5 minutes, then every 10 minutes.
    assert!(all == refused && (2..=10).contains(&all), "{all} requests in an hour");
    town.house.discord.world(|world| world.deny_bot(log, 0));
    town.house.clock.advance(10 * MINUTE);
    town.delivered(log, number).await;
    town.close().await;
}

#[tokio::test]
async fn what_waits_for_the_log_channel_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await;
    let log = town.house.log;
    town.house.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
    town.describe("One").await;
    town.refused(log, 1).await;
    let since = town.house.clock.unix().as_secs();
    town.describe("Two").await;
    let town = town.restart().await;
    town.describe("Three").await;
    let shown = town.command("owner", "wa-setup", &[]).await.text();
    assert!(shown.contains("3 entries wait") && shown.contains("It lacks: Send Messages"), "{shown}");
    let is_near = |at: u64| shown.contains(&format!("<t:{at}:R>"));
    assert!((since - 5..=since).any(is_near), "{since}: {shown}");
    assert_eq!(town.house.discord.world(|world| posts(world, log)), (1, 1));
    // Writable again: `/wa-setup` sees it, and the pause is not waited out.
    town.house.discord.world(|world| world.deny_bot(log, 0));
    town.command("owner", "wa-setup", &[]).await;
    town.delivered(log, 3).await;
    let told_no_more = async { while town.command("owner", "wa-setup", &[]).await.text().contains("wait") {} };
    town.within(told_no_more).await;
    town.close().await;
}

#[tokio::test]
async fn another_log_channel_gets_what_waited() {
    let town = Town::new().await;
    let (first, second) = (town.house.log, town.house.approvals);
    let shown = town.command("owner", "wa-setup", &[]).await;
    let shown = town.choose("owner", &shown, "setup:log", &[first.to_string()]).await;
    let set = town.house.discord.wait_until(|world| (cases(world, first) == [1]).then_some(()));
    town.within(set).await;
    town.house.discord.world(|world| {
        world.channels.remove(&first);
    });
    town.describe("One").await;
    town.refused(first, 1).await;
    town.describe("Two").await;
    town.choose("owner", &shown, "setup:log", &[second.to_string()]).await;
    let there = town.house.discord.wait_until(|world| {
        let cases = cases(world, second);
        (cases.len() >= 3).then_some(cases)
    });
    assert_eq!(town.within(there).await, [2, 3, 4]);
    town.close().await;
}

#[tokio::test]
async fn who_manages_access_learns_that_entries_wait() {
    let town = town().await;
    let log = town.house.log;
    let reply = town.command("owner", "wa-group show", &[("group", ALPHA)]).await;
    assert!(!reply.text().contains("cannot write to the log channel"));
    town.house.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
    town.describe("One").await;
    town.refused(log, 1).await;
    let reply = town.command("owner", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    let text = reply.text();
    assert!(reply.is_private() && text.contains("Usher cannot write to the log channel"), "{text}");
    assert!(text.contains("1 entry waits") && text.contains(&format!("<#{log}>")), "{text}");
    assert!(reply.notice().is_empty());
    // A refusal says so too, and nobody else reads it.
    let reply = town.command("owner", "wa-group show", &[("group", "No such group at all")]).await;
    assert!(reply.text().contains("1 entry waits"), "{}", reply.text());
    for who in ["moderator", "helper"] {
        let reply = town.command(who, "wa-group show", &[("group", ALPHA)]).await;
        assert!(!reply.text().contains("wait"), "{who}: {}", reply.text());
    }
    town.house.discord.world(|world| world.deny_bot(log, 0));
    town.house.clock.advance(MINUTE);
    town.delivered(log, 1).await;
    let told_no_more =
        async { while town.command("owner", "wa-group show", &[("group", ALPHA)]).await.text().contains("wait") {} };
    town.within(told_no_more).await;
    town.close().await;
}

/// A second server with the same account: its channels and its owner.
struct Second {
    channel: ChannelId,
    log: ChannelId,
    owner: UserId,
}

async fn two_servers() -> (Town, Second) {
    let mut second = None;
    let town = Town::with(|scene| {
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
    })
    .await;
    (town, second.unwrap())
}

#[tokio::test]
async fn one_servers_log_channel_holds_up_no_other() {
    for fault in [
        Fault::ServerError(500),
        Fault::Refused { status: 403, code: 50_013 },
        Fault::Delay(Duration::from_secs(30)),
        Fault::RateLimited { retry_after: Duration::from_secs(20), global: false },
    ] {
        let (town, second) = two_servers().await;
        let log = town.house.log;
        let path = format!("POST /channels/{log}/messages");
        town.house.discord.world(|world| world.faults.next(&path, 1_000, fault.clone()));
        for number in 0..3 {
            town.describe(&format!("First server {number}")).await;
        }
        if !matches!(fault, Fault::Delay(_)) {
            town.refused(log, 1).await;
        }
        let options = [("group".to_owned(), ALPHA.into()), ("name".to_owned(), "Alpha Crew".into())];
        let sent = town.house.discord.command(second.owner, second.channel, "wa-group rename", &options).unwrap();
        town.reply(sent).await;
        let told = town.house.discord.wait_until(|world| (cases(world, second.log) == [4]).then_some(()));
        town.within(told).await;
        assert!(town.house.discord.world(|world| cases(world, log).is_empty()), "{fault:?}");
        town.close().await;
    }
}

#[tokio::test]
async fn many_entries_are_posted_in_order_within_discords_limits() {
    let town = town().await;
    let log = town.house.log;
    town.house.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
    for number in 1..=15 {
        town.describe(&format!("Text {number}")).await;
        town.refused(log, 1).await;
    }
    town.house.discord.world(|world| {
        world.deny_bot(log, 0);
        let limited = Fault::RateLimited { retry_after: Duration::from_millis(50), global: false };
        world.faults.next(POST, 3, limited);
        world.faults.next(POST, 1, Fault::LostAnswer(502));
    });
    town.house.clock.advance(MINUTE);
    town.delivered(log, 15).await;
    town.close().await;
}

#[tokio::test]
async fn a_late_answer_waits_for_the_log_channel() {
    let _turn = together().await;
    let ground = Ground::new(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server)).await;
    let log = ground.town.log;
    let bot = ground.start(Some("before answer")).await;
    ground.send("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]);
    ground.logged("place=\"before answer\"").await;
    bot.kill().await;
    ground.town.clock.advance(16 * MINUTE);
    ground.town.discord.world(|world| world.deny_bot(log, bits::SEND_MESSAGES));
    let bot = ground.start(None).await;
    let refused = ground.town.discord.wait_until(|world| (posts(world, log).1 >= 1).then_some(()));
    ground.within(refused).await;
    assert!(bot.stop().await.success());

    // Whether the stopped bot still noted the refusal or not: a refused channel is tried again after 30 s.
    ground.town.clock.advance(Duration::from_secs(31));
    ground.town.discord.world(|world| world.deny_bot(log, 0));
    let bot = ground.start(None).await;
    let pinged = ground.town.discord.wait_until(|world| {
        let of_log = || world.messages.values().filter(|message| message.channel == log);
        of_log().find(|message| !message.pings.is_empty()).map(|message| (message.all_text(), of_log().count()))
    });
    let (text, number) = ground.within(pinged).await;
    assert!(text.contains("finished late") && text.contains("Alpha Crew"), "{text}");
    assert_eq!(number, 2, "the entry stands before it");
    assert!(bot.stop().await.success());
}

//! Two servers share one bot, one key and one provider: faults and load of one do not affect the other.

use std::time::Duration;

use discord_stand_in::{ChannelId, Fault as DiscordFault, InteractionId, Message, Request, UserId, World, bits};
use sandbox::whatsapp::{self, Fault, FaultRule, GroupSeed};
use sandbox::{ALPHA, Scene};
use serde_json::{Value, json};

use crate::harness::{BotScene, Reply, TestBot};

/// The group of the other server, in its own session.
pub(crate) const GAMMA: &str = "120363000000000077@g.us";
pub(crate) const OTHER: &str = "annex";
const POST: &str = "POST /channels/{channel}/messages";

/// The other server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Neighbour {
    pub(crate) owner: UserId,
    /// A member who may only request.
    pub(crate) member: UserId,
    pub(crate) channel: ChannelId,
    pub(crate) log: ChannelId,
    pub(crate) approvals: ChannelId,
}

impl Neighbour {
    fn add_to(scene: &mut Scene) -> Self {
        let discord = &mut scene.discord;
        let guild = discord.add_guild("Next Door");
        let [channel, log, approvals] = ["whatsapp", "log", "approvals"].map(|name| discord.add_channel(guild, name));
        let role = discord.add_role(guild, "Boss", bits::ADMINISTRATOR);
        let asking = discord.add_role(guild, "Asking", 0);
        let owner = discord.add_member(guild, "boss", &[role]);
        let member = discord.add_member(guild, "member", &[asking]);
        let account = scene.whatsapp.add_session(OTHER, "+5511900000009");
        scene.whatsapp.add_group(GroupSeed::new("Gamma Crew", account).id(GAMMA));
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        scene.server = format!(
            "log_channel = \"{}\"\n{}[[guilds]]\nid = \"{guild}\"\nsessions = [\"{OTHER}\"]\nlog_channel = \"{log}\"\n\
             approvals_channel = \"{approvals}\"\n[[guilds.grants]]\nrole = \"{asking}\"\n\
             needs_approval = [\"groups.edit\"]\n",
            scene.log, scene.server
        );
        Self { owner, member, channel, log, approvals }
    }

    /// Returns a scene with these settings and a second server.
    pub(crate) fn scene(settings: &str) -> (BotScene, Self) {
        let mut neighbour = None;
        let scene = TestBot::with(|scene| {
            scene.settings.push_str(settings);
            neighbour = Some(Self::add_to(scene));
        });
        (scene, neighbour.unwrap())
    }

    fn send(self, bot: &TestBot, who: UserId, name: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        bot.discord.command(who, self.channel, name, &options).unwrap()
    }

    async fn command(self, bot: &TestBot, name: &str, options: &[(&str, &str)]) -> Reply {
        let interaction = self.send(bot, self.owner, name, options);
        bot.reply(interaction).await
    }
}

async fn readiness(bot: &TestBot) -> Value {
    let answer = reqwest::get(format!("http://{}/readyz", bot.app().health())).await.unwrap();
    answer.json().await.unwrap()
}

async fn metrics(bot: &TestBot) -> String {
    reqwest::get(format!("http://{}/metrics", bot.app().health())).await.unwrap().text().await.unwrap()
}

/// Returns the bot's posts to a channel, including failed ones.
fn posts(world: &World, channel: ChannelId) -> Vec<Request> {
    let path = format!("/api/v10/channels/{channel}/messages");
    world.requests.iter().filter(|request| request.method == "POST" && request.path == path).cloned().collect()
}

fn texts(world: &World, channel: ChannelId) -> Vec<String> {
    let of_channel = world.messages.values().filter(|message| message.channel == channel);
    of_channel.map(Message::all_text).collect()
}

#[tokio::test]
async fn a_dead_account_stops_no_other_account() {
    for fault in [Fault::Status(502), Fault::Status(503), Fault::Html(502), Fault::Drop] {
        let (scene, next_door) = Neighbour::scene("");
        scene
            .run(async |bot| {
                bot.groups.inject(FaultRule::always(fault.clone()).in_session(OTHER));
                let mut last = None;
                for _ in 0..4 {
                    let interaction = next_door.send(bot, next_door.owner, "wa-group show", &[("group", GAMMA)]);
                    last = Some(bot.hurried_reply(interaction).await);
                    let well = bot.command("owner", "wa-group show", &[("group", ALPHA)]).await;
                    assert_eq!((well.title(), well.calls.len()), ("Alpha Team".to_owned(), 1), "{fault:?}");
                }
                let last = last.unwrap();
                // The answer names the account, and Usher sends no calls.
                assert_eq!(last.title(), "WhatsApp account has problems", "{fault:?}: {}", last.text());
                assert!(last.text().contains(OTHER) && last.text().contains("Nothing changed"), "{}", last.text());
                assert!(last.calls.is_empty(), "{fault:?}: {:?}", last.calls());
                // The service itself works, and readiness says so.
                assert_eq!(readiness(bot).await["groups_api"]["state"], "up", "{fault:?}");
                bot.groups.world(whatsapp::World::clear_faults);
                bot.clock.advance(Duration::from_secs(121));
                assert_eq!(next_door.command(bot, "wa-group show", &[("group", GAMMA)]).await.title(), "Gamma Crew");
            })
            .await;
    }
}

#[tokio::test]
async fn a_refused_key_stops_all_for_it_is_one_for_all() {
    let (scene, next_door) = Neighbour::scene("");
    scene
        .run(async |bot| {
            bot.groups.inject(FaultRule::next(Fault::Status(401)).in_session(OTHER));
            let refused = next_door.command(bot, "wa-group show", &[("group", GAMMA)]).await;
            let other = bot.command("owner", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(refused.title(), other.title());
            assert!(other.calls.is_empty() && other.title() != "Alpha Team", "{}", other.text());
        })
        .await;
}

/// Returns the status codes of the bot's requests to one of the two log channels.
fn tries(bot: &TestBot, next_door: Neighbour) -> Vec<u16> {
    bot.discord.world(|world| {
        let all = [bot.log, next_door.log].into_iter().flat_map(|channel| posts(world, channel));
        all.map(|request| request.status).collect()
    })
}

#[tokio::test]
async fn a_global_rate_limit_is_waited_out_once_for_all() {
    let (scene, next_door) = Neighbour::scene("");
    scene
        .run(async |bot| {
            let pause = Duration::from_secs(40);
            let global = DiscordFault::RateLimited { retry_after: pause, global: true };
            bot.discord.world(|world| world.faults.next(POST, 1, global));
            let describe = [("group", ALPHA), ("text", "First")];
            bot.command("moderator", "wa-group describe", &describe).await;
            let limited = bot.discord.wait_until(|world| {
                let refused = |request: &&Request| request.status == 429;
                world.requests.iter().find(refused).map(drop)
            });
            bot.within(limited).await;
            // The global limit does not apply to interactions (Discord, "Rate Limits"): they are answered, but posts wait.
            for number in 0..3 {
                let text = format!("Text {number}");
                let reply = next_door.command(bot, "wa-group describe", &[("group", GAMMA), ("text", &text)]).await;
                assert!(reply.text().contains(&text), "{}", reply.text());
                let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
                assert!(reply.text().contains(&text), "{}", reply.text());
                assert_eq!(tries(bot, next_door), [429]);
            }
            bot.clock.advance(pause);
            let told = bot.discord.wait_until(|world| {
                let count = |channel| texts(world, channel).len();
                (count(bot.log) == 4 && count(next_door.log) == 3).then_some(())
            });
            bot.within(told).await;
            assert_eq!(tries(bot, next_door).iter().filter(|status| **status != 200).count(), 1);
        })
        .await;
}

#[tokio::test]
async fn many_discord_errors_pause_posts_but_not_answers() {
    let (scene, _) = Neighbour::scene("");
    scene
        .run(async |bot| {
            // Each response is retried at once, so the user does not notice.
            for _ in 0..200 {
                let refused = DiscordFault::RateLimited { retry_after: Duration::ZERO, global: false };
                bot.discord.world(|world| {
                    world.faults.next("POST /interactions/{interaction}/{token}/callback", 5, refused);
                });
                bot.command("visitor", "wa-group help", &[]).await;
            }
            let invalid = |text: &str| text.contains("usher_discord_invalid_requests_total 1000\n");
            let text = metrics(bot).await;
            assert!(invalid(&text) && text.contains("usher_discord_held_back 1\n"), "{text}");
            let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Held")]).await;
            assert!(reply.text().contains("Held") && reply.notices.len() == 1, "{}", reply.text());
            // When another command's entry is posted, the worker has had its turn.
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Held too")]).await;
            bot.discord.world(|world| assert!(posts(world, bot.log).is_empty()));
            bot.clock.advance(Duration::from_secs(11 * 60));
            let told = bot.discord.wait_until(|world| (texts(world, bot.log).len() == 2).then_some(()));
            bot.within(told).await;
            assert!(metrics(bot).await.contains("usher_discord_held_back 0\n"));
        })
        .await;
}

#[tokio::test]
async fn failing_approvals_channel_is_retried_rarely() {
    let (scene, next_door) = Neighbour::scene("");
    scene
        .run(async |bot| {
            bot.discord.world(|world| world.deny_bot(next_door.approvals, bits::SEND_MESSAGES));
            for number in 0..5 {
                let text = format!("Text {number}");
                let options = [("group", GAMMA), ("text", text.as_str())];
                let asked = next_door.send(bot, next_door.member, "wa-group describe", &options);
                let opened = bot.reply(asked).await;
                assert!(
                    opened.text().contains("can't post") || opened.text().contains("could not post"),
                    "{}",
                    opened.text()
                );
            }
            let tried = |bot: &TestBot| bot.discord.world(|world| posts(world, next_door.approvals).len());
            assert_eq!(tried(bot), 1);
            for _ in 0..20 {
                bot.clock.advance(Duration::from_secs(30));
                // When a command is answered, the loop has had its turn.
                bot.command("owner", "wa-session list", &[]).await;
            }
            assert!(tried(bot) <= 6, "{}", tried(bot));
            bot.discord.world(|world| world.deny_bot(next_door.approvals, 0));
            // `/wa-setup` detects that the channel is open again, and ends the pause.
            next_door.command(bot, "wa-setup", &[]).await;
            bot.clock.advance(Duration::from_secs(2));
            let posted = bot.discord.wait_until(|world| (texts(world, next_door.approvals).len() == 5).then_some(()));
            bot.within(posted).await;
        })
        .await;
}

/// Returns a fault of the other server's account or its connection. Not a 429: that limit applies to the key, and so to
/// all servers (contract, "Rate limit").
pub(crate) fn account_fault(random: &mut fastrand::Rng) -> Fault {
    let hour = Duration::from_secs(60 * 60);
    match random.u8(0..8) {
        0 => Fault::Status(500),
        1 => Fault::Status(502),
        2 => Fault::Status(503),
        3 => Fault::Html(502),
        4 => Fault::Drop,
        5 => Fault::SilenceAfter,
        6 => Fault::Delay(hour),
        _ => Fault::Truncated,
    }
}

/// Returns a fault of a post to one of the other server's channels.
pub(crate) fn channel_fault(random: &mut fastrand::Rng) -> DiscordFault {
    match random.u8(0..4) {
        0 => DiscordFault::Refused { status: 403, code: 50_013 },
        1 => DiscordFault::Refused { status: 400, code: 50_083 },
        2 => DiscordFault::ServerError(500),
        _ => DiscordFault::RateLimited { retry_after: Duration::from_secs(300), global: false },
    }
}

/// Sends many commands of several users of the other server at once, without waiting for the answers.
fn hammer(bot: &TestBot, next_door: Neighbour, random: &mut fastrand::Rng, round: usize) {
    for number in 0..random.usize(1..12) {
        let text = format!("Loud {round}-{number}");
        let (who, name, options) = match random.u8(0..6) {
            0 => (next_door.owner, "wa-group show", vec![("group", GAMMA)]),
            1 => (next_door.owner, "wa-group list", vec![]),
            2 => (next_door.owner, "wa-group preview", vec![("code", "Guess1111111111111111")]),
            3 => (next_door.owner, "wa-group describe", vec![("group", GAMMA), ("text", text.as_str())]),
            4 => (next_door.member, "wa-group describe", vec![("group", GAMMA), ("text", text.as_str())]),
            _ => (next_door.member, "wa-group invite revoke", vec![("group", GAMMA)]),
        };
        next_door.send(bot, who, name, &options);
    }
}

/// Only the test moves the clock, and not while it waits for the healthy server. That server's answers depend on
/// requests only, not on pauses.
#[tokio::test]
async fn trouble_of_one_server_does_not_delay_another() {
    for seed in 0..5 {
        let mut random = fastrand::Rng::with_seed(seed);
        let (scene, next_door) = Neighbour::scene("groups_api.timeout = \"500ms\"\n");
        scene
            .run(async |bot| {
                for round in 0..8 {
                    bot.groups.world(whatsapp::World::clear_faults);
                    bot.groups.inject(FaultRule::always(account_fault(&mut random)).in_session(OTHER));
                    bot.discord.world(|world| {
                        world.faults.clear();
                        for channel in [next_door.log, next_door.approvals] {
                            let route = format!("POST /channels/{channel}/messages");
                            world.faults.next(&route, 1_000, channel_fault(&mut random));
                        }
                    });
                    hammer(bot, next_door, &mut random, round);
                    bot.groups.take_calls();
                    let text = format!("Quiet {seed} of {round}");
                    let sent = bot.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]);
                    let answered = bot.discord.wait_until(|world| {
                        let message = world.messages.get(&world.interactions[&sent].original?)?;
                        message.all_text().contains(&text).then_some(())
                    });
                    bot.within(answered).await;
                    let own = |path: &str| path.starts_with("/api/sessions/default/");
                    let calls = bot.groups.take_calls().iter().filter(|call| own(&call.path)).count();
                    assert!((1..=4).contains(&calls), "seed {seed}, round {round}: {calls} calls");
                    // Its log channel contains this entry, and nothing of the other server.
                    let logged = bot.discord.wait_until(|world| (texts(world, bot.log).len() > round).then_some(()));
                    bot.within(logged).await;
                    assert_eq!(bot.discord.world(|world| texts(world, bot.log).len()), round + 1, "seed {seed}");
                    bot.clock.advance(Duration::from_secs(random.u64(0..120)));
                }
                // A channel that refuses posts is retried rarely, with any number of pending posts.
                let tries = bot.discord.world(|world| {
                    let all =
                        [next_door.log, next_door.approvals].into_iter().flat_map(|channel| posts(world, channel));
                    all.filter(|request| matches!(request.status, 401 | 403 | 429)).count()
                });
                assert!(tries <= 100, "seed {seed}: {tries} refusals");
                bot.groups.world(whatsapp::World::clear_faults);
                bot.discord.world(|world| world.faults.clear());
                bot.hurried(bot.app().idle()).await;
            })
            .await;
    }
}

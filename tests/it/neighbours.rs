//! Two servers share one bot, one key and one provider: what one of them meets or does, the other does not feel.

use std::time::Duration;

use serde_json::{Value, json};
use usher::sandbox::discord::{ChannelId, Fault as DiscordFault, InteractionId, Message, Request, UserId, World, bits};
use usher::sandbox::whatsapp::{self, Fault, FaultRule, GroupSeed};
use usher::sandbox::{ALPHA, Scene};

use crate::harness::{Reply, Town};

/// The group of the other server, in a session of its own.
pub(crate) const GAMMA: &str = "120363000000000077@g.us";
pub(crate) const OTHER: &str = "annex";
const POST: &str = "POST /channels/{channel}/messages";

/// The server next door.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Neighbour {
    pub(crate) owner: UserId,
    /// May ask, and do nothing.
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

    pub(crate) async fn town(settings: &str) -> (Town, Self) {
        let mut neighbour = None;
        let town = Town::with(|scene| {
            scene.settings.push_str(settings);
            neighbour = Some(Self::add_to(scene));
        })
        .await;
        (town, neighbour.unwrap())
    }

    fn send(self, town: &Town, who: UserId, name: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        town.house.discord.command(who, self.channel, name, &options).unwrap()
    }

    async fn command(self, town: &Town, name: &str, options: &[(&str, &str)]) -> Reply {
        let interaction = self.send(town, self.owner, name, options);
        town.reply(interaction).await
    }
}

async fn readiness(town: &Town) -> Value {
    let answer = reqwest::get(format!("http://{}/readyz", town.house.app.health())).await.unwrap();
    answer.json().await.unwrap()
}

async fn metrics(town: &Town) -> String {
    reqwest::get(format!("http://{}/metrics", town.house.app.health())).await.unwrap().text().await.unwrap()
}

/// What the bot has posted to a channel, or tried to.
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
        let (town, next_door) = Neighbour::town("").await;
        town.house.groups.inject(FaultRule::always(fault.clone()).in_session(OTHER));
        let mut last = None;
        for _ in 0..4 {
            let interaction = next_door.send(&town, next_door.owner, "wa-group show", &[("group", GAMMA)]);
            last = Some(town.hurried_reply(interaction).await);
            let well = town.command("owner", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!((well.title(), well.calls.len()), ("Alpha Team".to_owned(), 1), "{fault:?}");
        }
        let last = last.unwrap();
        // The account is named, and it is left alone.
        assert_eq!(last.title(), "The WhatsApp account has trouble", "{fault:?}: {}", last.text());
        assert!(last.text().contains(OTHER) && last.text().contains("Nothing was changed"), "{}", last.text());
        assert!(last.calls.is_empty(), "{fault:?}: {:?}", last.calls());
        // The service itself is well, and is said to be.
        assert_eq!(readiness(&town).await["groups_api"], true, "{fault:?}");
        town.house.groups.world(whatsapp::World::clear_faults);
        town.house.clock.advance(Duration::from_secs(121));
        assert_eq!(next_door.command(&town, "wa-group show", &[("group", GAMMA)]).await.title(), "Gamma Crew");
        town.close().await;
    }
}

#[tokio::test]
async fn a_refused_key_stops_all_for_it_is_one_for_all() {
    let (town, next_door) = Neighbour::town("").await;
    town.house.groups.inject(FaultRule::next(Fault::Status(401)).in_session(OTHER));
    let refused = next_door.command(&town, "wa-group show", &[("group", GAMMA)]).await;
    let other = town.command("owner", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(refused.title(), other.title());
    assert!(other.calls.is_empty() && other.title() != "Alpha Team", "{}", other.text());
    town.close().await;
}

/// The bot's requests for one of the two log channels, by their status.
fn tries(town: &Town, next_door: Neighbour) -> Vec<u16> {
    town.house.discord.world(|world| {
        let all = [town.house.log, next_door.log].into_iter().flat_map(|channel| posts(world, channel));
        all.map(|request| request.status).collect()
    })
}

#[tokio::test]
async fn a_global_rate_limit_is_waited_out_once_for_all() {
    let (town, next_door) = Neighbour::town("").await;
    let pause = Duration::from_secs(40);
    let global = DiscordFault::RateLimited { retry_after: pause, global: true };
    town.house.discord.world(|world| world.faults.next(POST, 1, global));
    let describe = [("group", ALPHA), ("text", "First")];
    town.command("moderator", "wa-group describe", &describe).await;
    let limited = town.house.discord.wait_until(|world| {
        let refused = |request: &&Request| request.status == 429;
        world.requests.iter().find(refused).map(drop)
    });
    town.within(limited).await;
    // Interactions are not bound to it (Discord, "Rate Limits"): they are answered, and nothing is posted.
    for number in 0..3 {
        let text = format!("Text {number}");
        let reply = next_door.command(&town, "wa-group describe", &[("group", GAMMA), ("text", &text)]).await;
        assert!(reply.text().contains(&text), "{}", reply.text());
        let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
        assert!(reply.text().contains(&text), "{}", reply.text());
        assert_eq!(tries(&town, next_door), [429]);
    }
    town.house.clock.advance(pause);
    let told = town.house.discord.wait_until(|world| {
        let count = |channel| texts(world, channel).len();
        (count(town.house.log) == 4 && count(next_door.log) == 3).then_some(())
    });
    town.within(told).await;
    assert_eq!(tries(&town, next_door).iter().filter(|status| **status != 200).count(), 1);
    town.close().await;
}

#[tokio::test]
async fn many_refusals_of_discord_hold_posts_back_and_interactions_are_answered() {
    let (town, _) = Neighbour::town("").await;
    // Each of them is sent again at once, so that the person does not notice.
    for _ in 0..200 {
        let refused = DiscordFault::RateLimited { retry_after: Duration::ZERO, global: false };
        town.house.discord.world(|world| {
            world.faults.next("POST /interactions/{interaction}/{token}/callback", 5, refused);
        });
        town.command("visitor", "wa-group help", &[]).await;
    }
    let invalid = |text: &str| text.contains("usher_discord_invalid_requests_total 1000\n");
    let text = metrics(&town).await;
    assert!(invalid(&text) && text.contains("usher_discord_held_back 1\n"), "{text}");
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Held")]).await;
    assert!(reply.text().contains("Held") && reply.notices.len() == 1, "{}", reply.text());
    // The worker has had its turn when it has answered another command's news.
    town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Held too")]).await;
    town.house.discord.world(|world| assert!(posts(world, town.house.log).is_empty()));
    town.house.clock.advance(Duration::from_secs(11 * 60));
    let told = town.house.discord.wait_until(|world| (texts(world, town.house.log).len() == 2).then_some(()));
    town.within(told).await;
    assert!(metrics(&town).await.contains("usher_discord_held_back 0\n"));
    town.close().await;
}

#[tokio::test]
async fn an_approvals_channel_that_refuses_posts_is_tried_rarely_whatever_number_of_requests_wait() {
    let (town, next_door) = Neighbour::town("").await;
    town.house.discord.world(|world| world.deny_bot(next_door.approvals, bits::SEND_MESSAGES));
    for number in 0..5 {
        let text = format!("Text {number}");
        let options = [("group", GAMMA), ("text", text.as_str())];
        let asked = next_door.send(&town, next_door.member, "wa-group describe", &options);
        let opened = town.reply(asked).await;
        assert!(
            opened.text().contains("cannot be posted") || opened.text().contains("could not be posted"),
            "{}",
            opened.text()
        );
    }
    let tried = |town: &Town| town.house.discord.world(|world| posts(world, next_door.approvals).len());
    assert_eq!(tried(&town), 1);
    for _ in 0..20 {
        town.house.clock.advance(Duration::from_secs(30));
        // The loop has had its turn when a command was answered.
        town.command("owner", "wa-session list", &[]).await;
    }
    assert!(tried(&town) <= 6, "{}", tried(&town));
    town.house.discord.world(|world| world.deny_bot(next_door.approvals, 0));
    // `/wa-setup` sees that it is open again, and the pause is not waited out.
    next_door.command(&town, "wa-setup", &[]).await;
    town.house.clock.advance(Duration::from_secs(2));
    let posted = town.house.discord.wait_until(|world| (texts(world, next_door.approvals).len() == 5).then_some(()));
    town.within(posted).await;
    town.close().await;
}

/// What the other server's account, or the way to it, does wrong. Not a 429: the limit is the key's, and so everybody's
/// (contract, "Rate limit").
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

/// What becomes of a post to one of the other server's channels.
pub(crate) fn channel_fault(random: &mut fastrand::Rng) -> DiscordFault {
    match random.u8(0..4) {
        0 => DiscordFault::Refused { status: 403, code: 50_013 },
        1 => DiscordFault::Refused { status: 400, code: 50_083 },
        2 => DiscordFault::ServerError(500),
        _ => DiscordFault::RateLimited { retry_after: Duration::from_secs(300), global: false },
    }
}

/// Several people of the other server ask for a lot at once, and nobody waits for the answers.
fn hammer(town: &Town, next_door: Neighbour, random: &mut fastrand::Rng, round: usize) {
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
        next_door.send(town, who, name, &options);
    }
}

/// Only the test moves the clock, and not while it waits for the well server: what that waits for is requests, and no
/// pause of anybody's.
#[tokio::test]
async fn whatever_one_server_meets_and_does_the_other_is_served_at_once() {
    for seed in 0..5 {
        let mut random = fastrand::Rng::with_seed(seed);
        let (town, next_door) = Neighbour::town("groups_api.timeout = \"500ms\"\n").await;
        let house = &town.house;
        for round in 0..8 {
            house.groups.world(whatsapp::World::clear_faults);
            house.groups.inject(FaultRule::always(account_fault(&mut random)).in_session(OTHER));
            house.discord.world(|world| {
                world.faults.clear();
                for channel in [next_door.log, next_door.approvals] {
                    let route = format!("POST /channels/{channel}/messages");
                    world.faults.next(&route, 1_000, channel_fault(&mut random));
                }
            });
            hammer(&town, next_door, &mut random, round);
            house.groups.take_calls();
            let text = format!("Quiet {seed} of {round}");
            let sent = town.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]);
            let answered = house.discord.wait_until(|world| {
                let message = world.messages.get(&world.interactions[&sent].original?)?;
                message.all_text().contains(&text).then_some(())
            });
            town.within(answered).await;
            let own = |path: &str| path.starts_with("/api/sessions/default/");
            let calls = house.groups.take_calls().iter().filter(|call| own(&call.path)).count();
            assert!((1..=4).contains(&calls), "seed {seed}, round {round}: {calls} calls");
            // Its log channel has this entry, and nothing of the others'.
            let logged = house.discord.wait_until(|world| (texts(world, house.log).len() > round).then_some(()));
            town.within(logged).await;
            assert_eq!(house.discord.world(|world| texts(world, house.log).len()), round + 1, "seed {seed}");
            house.clock.advance(Duration::from_secs(random.u64(0..120)));
        }
        // Discord is spared: a channel that refuses is tried rarely, however much waits.
        let tries = house.discord.world(|world| {
            let all = [next_door.log, next_door.approvals].into_iter().flat_map(|channel| posts(world, channel));
            all.filter(|request| matches!(request.status, 401 | 403 | 429)).count()
        });
        assert!(tries <= 100, "seed {seed}: {tries} refusals");
        house.groups.world(whatsapp::World::clear_faults);
        house.discord.world(|world| world.faults.clear());
        town.hurried(house.app.idle()).await;
        town.close().await;
    }
}

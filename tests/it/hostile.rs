//! Two servers share one bot, and their users attack each other's groups, account, journal entries and requests, also
//! with copied buttons. Nothing of one server reaches the other, and well-behaved users are served.
//!
//! `USHER_HOSTILE_SECONDS=300` runs it for five minutes, and then it also fails on an acknowledgement later than a
//! second.

use std::time::{Duration, Instant};

use discord_stand_in::{
    ChannelId, Choice, GuildId, Interaction, InteractionId, InteractionKind, MessageId, State, UserId, World,
};
use sandbox::whatsapp::{self, FaultRule};
use sandbox::{ALPHA, ANA};
use serde_json::{Value, json};

use crate::harness::TestBot;
use crate::neighbours::{GAMMA, Neighbour, OTHER, account_fault, channel_fault};

/// The acknowledgement limit for well-behaved users, in a measured run.
const ACKNOWLEDGED_WITHIN: Duration = Duration::from_secs(1);
/// The number of rounds without `USHER_HOSTILE_SECONDS`.
const ROUNDS: usize = 12;
/// The number of sequential attacks of each server in a round.
const ATTACKS: usize = 8;

/// One of the two servers.
struct Side {
    guild: GuildId,
    channel: ChannelId,
    attackers: [UserId; 2],
    /// The well-behaved user and the group that they change.
    well: UserId,
    group: &'static str,
    account: &'static str,
    /// The prefix of every text that is typed here.
    word: &'static str,
    /// Texts that the other server must never see.
    secrets: Vec<String>,
}

impl Side {
    fn of(bot: &TestBot, next_door: Neighbour) -> [Self; 2] {
        let guild_of = |channel| bot.discord.world(|world| world.channels[&channel].guild.unwrap());
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
        [
            Self {
                guild: guild_of(bot.channel),
                channel: bot.channel,
                attackers: [bot.person("helper"), bot.person("visitor")],
                well: bot.person("moderator"),
                group: ALPHA,
                account: "default",
                word: "Lighthouse",
                secrets: texts(&["Lighthouse", "Alpha Team", "Beta Readers", "Neighbours", "77770001"]),
            },
            Self {
                guild: guild_of(next_door.channel),
                channel: next_door.channel,
                attackers: [next_door.member, next_door.owner],
                well: next_door.owner,
                group: GAMMA,
                account: OTHER,
                word: "Windmill",
                secrets: texts(&["Windmill", "Gamma Crew", "00000009"]),
            },
        ]
    }

    fn send(&self, bot: &TestBot, who: UserId, name: &str, options: &[(&str, Value)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        bot.discord.command(who, self.channel, name, &options).unwrap()
    }
}

/// Returns a forged press from this server, on a button of the other server.
fn forged_press(world: &World, from: &Side, who: UserId, other: &Side, random: &mut fastrand::Rng) -> Option<Value> {
    let of = |side: &Side, one: &&Interaction| one.channel == side.channel;
    let own = world.interactions.values().rev().find(|one| of(from, one) && one.who == who)?;
    let there: Vec<_> =
        world.messages.values().filter(|one| guild_of(world, one.channel) == Some(other.guild)).collect();
    let ids: Vec<_> =
        there.iter().flat_map(|message| message.controls()).filter_map(|one| one.get("custom_id")).collect();
    let id = random.choice(ids)?;
    let pressed = world.interactions.values().rev().find(|one| one.kind == InteractionKind::Component)?;
    let mut raw = pressed.payload.clone();
    for key in ["member", "guild_id", "channel_id", "channel", "guild", "guild_locale"] {
        raw[key] = own.payload[key].clone();
    }
    raw["data"]["custom_id"] = id.clone();
    Some(raw)
}

fn guild_of(world: &World, channel: ChannelId) -> Option<GuildId> {
    world.channels.get(&channel)?.guild
}

/// Sends one attack on the other server, without waiting for the answer.
fn attack(bot: &TestBot, from: &Side, other: &Side, random: &mut fastrand::Rng) {
    let discord = &bot.discord;
    let who = from.attackers[random.usize(0..2)];
    let group = ("group", json!(other.group));
    let id = json!(random.u64(1..200));
    let (name, options) = match random.u8(0..14) {
        0 => ("wa-group show", vec![group]),
        1 => ("wa-group members list", vec![group]),
        2 => ("wa-group members export", vec![group]),
        3 => ("wa-group invite show", vec![group]),
        4 => ("wa-group describe", vec![group, ("text", json!(format!("{} was here", from.word)))]),
        5 => ("wa-group members add", vec![group, ("members", json!(ANA))]),
        6 => ("wa-group list", vec![("session", json!(other.account))]),
        7 => ("wa-group create", vec![("name", json!("Raid")), ("session", json!(other.account))]),
        8 => ("wa-audit show", vec![("case", id)]),
        9 => ("wa-audit stop", vec![("id", id)]),
        10 => ("wa-request cancel", vec![("id", id)]),
        11 => ("wa-audit recent", vec![]),
        12 => {
            let typed = vec![("group".to_owned(), json!(other.secrets[1]))];
            discord.autocomplete(who, from.channel, "wa-group show", &typed, "group").unwrap();
            return;
        }
        _ => {
            if let Some(raw) = discord.world(|world| forged_press(world, from, who, other, random)) {
                discord.raw_interaction(raw);
            }
            return;
        }
    };
    from.send(bot, who, name, &options);
}

/// Returns everything that a server was shown since `seen`: messages, modals and autocomplete choices.
fn shown(world: &World, side: &Side, seen: (MessageId, InteractionId)) -> Vec<String> {
    let messages = world.messages.values().filter(|one| guild_of(world, one.channel) == Some(side.guild));
    let mut all: Vec<_> = messages.filter(|one| one.id > seen.0).map(whole).collect();
    let here = |one: &&Interaction| guild_of(world, one.channel) == Some(side.guild);
    all.extend(world.interactions.values().filter(here).filter(|one| one.id > seen.1).filter_map(
        |one| match &one.state {
            State::Modal(modal) => Some(modal.to_string()),
            State::Choices(choices) => Some(choices.iter().map(|Choice { name, .. }| name.as_str()).collect()),
            _ => None,
        },
    ));
    all
}

/// Returns a message with its files.
fn whole(message: &discord_stand_in::Message) -> String {
    let files = message.attachments.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    std::iter::once(message.all_text()).chain(files).collect::<Vec<_>>().join("\n")
}

fn last_seen(world: &World) -> (MessageId, InteractionId) {
    let message = world.messages.keys().next_back().copied().unwrap_or(MessageId(0));
    (message, world.interactions.keys().next_back().copied().unwrap_or(InteractionId(0)))
}

fn measured_for() -> Option<Duration> {
    #[expect(clippy::disallowed_methods, reason = "a setting of the test")]
    let seconds = std::env::var("USHER_HOSTILE_SECONDS").ok()?;
    Some(Duration::from_secs(seconds.parse().expect("USHER_HOSTILE_SECONDS is a number")))
}

/// Changes the description of a group as the well-behaved user. Returns the time until the acknowledgement.
async fn behave(bot: &TestBot, side: &Side, text: &str) -> Duration {
    let options = [("group", json!(side.group)), ("text", json!(text))];
    let sent = side.send(bot, side.well, "wa-group describe", &options);
    bot.shown(sent, text).await;
    bot.discord.world(|world| world.interactions[&sent].answered_after.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_servers_learn_nothing_of_each_other() {
    let (begun, measured) = (Instant::now(), measured_for());
    let (scene, next_door) = Neighbour::scene("groups_api.timeout = \"500ms\"\n");
    scene
        .run(async |bot| {
            let mut random = fastrand::Rng::with_seed(7);
            let sides = Side::of(bot, next_door);
            let (mut round, mut slowest) = (0, Duration::ZERO);
            while measured.map_or(round < ROUNDS, |measured| begun.elapsed() < measured) {
                let seen = bot.discord.world(|world| last_seen(world));
                // Faults of one server's account and channels do not affect the other server.
                let troubled = round % 2;
                bot.groups.world(whatsapp::World::clear_faults);
                bot.discord.world(|world| world.faults.clear());
                bot.groups.inject(FaultRule::always(account_fault(&mut random)).in_session(sides[troubled].account));
                for channel in if troubled == 0 { [bot.log, bot.log] } else { [next_door.log, next_door.approvals] } {
                    let route = format!("POST /channels/{channel}/messages");
                    bot.discord.world(|world| world.faults.next(&route, 1_000, channel_fault(&mut random)));
                }
                for _ in 0..ATTACKS {
                    attack(bot, &sides[0], &sides[1], &mut random);
                    attack(bot, &sides[1], &sides[0], &mut random);
                }
                let well = &sides[1 - troubled];
                slowest = slowest.max(behave(bot, well, &format!("{} {round}", well.word)).await);
                // Late interactions are dropped, so the clock stands until all are received.
                let all_came = bot.discord.wait_until(|world| {
                    world.interactions.values().all(|one| !matches!(one.state, State::Waiting)).then_some(())
                });
                bot.within(all_came).await;
                bot.groups.world(whatsapp::World::clear_faults);
                bot.discord.world(|world| world.faults.clear());
                bot.clock.advance(Duration::from_secs(121));
                bot.hurried(bot.app().idle()).await;
                slowest =
                    slowest.max(behave(bot, &sides[troubled], &format!("{} {round} too", sides[troubled].word)).await);
                bot.hurried(bot.app().idle()).await;
                bot.discord.world(|world| {
                    for (side, other) in [(&sides[0], &sides[1]), (&sides[1], &sides[0])] {
                        let all = shown(world, side, seen);
                        assert!(
                            all.iter().any(|text| text.contains(side.word)),
                            "round {round}: its own text is shown"
                        );
                        for (text, secret) in
                            all.iter().flat_map(|text| other.secrets.iter().map(move |one| (text, one)))
                        {
                            assert!(
                                !text.contains(secret.as_str()),
                                "round {round}: {secret} is shown next door: {text}"
                            );
                        }
                    }
                });
                round += 1;
            }
            println!(
                "{round} rounds of two hostile servers; the slowest acknowledgement for who behaves took {slowest:?}"
            );
            assert!(measured.is_none() || slowest < ACKNOWLEDGED_WITHIN, "{slowest:?}");
            for side in &sides {
                let text =
                    bot.groups.world(|world| world.group(side.group).unwrap().description.clone().unwrap_or_default());
                assert!(text.contains(side.word), "{text}");
            }
        })
        .await;
}

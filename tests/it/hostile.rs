//! Two servers share one bot, and people of each attack the other: with its groups, its account, its entries and requests,
//! and copies of its buttons. Nothing of one server reaches the other, and who behaves is served.
//!
//! `USHER_HOSTILE_SECONDS=300` makes it a run of five minutes that also fails on an acknowledgement after a second.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use usher::sandbox::discord::{
    ChannelId, Choice, GuildId, Interaction, InteractionId, InteractionKind, MessageId, State, UserId, World,
};
use usher::sandbox::whatsapp::{self, FaultRule};
use usher::sandbox::{ALPHA, ANA};

use crate::harness::Town;
use crate::neighbours::{GAMMA, Neighbour, OTHER, account_fault, channel_fault};

/// For whoever behaves, in a run that is measured.
const ACKNOWLEDGED_WITHIN: Duration = Duration::from_secs(1);
/// Without `USHER_HOSTILE_SECONDS`.
const ROUNDS: usize = 12;
/// One after another, of each server, in a round.
const ATTACKS: usize = 8;

/// One of the two servers.
struct Side {
    guild: GuildId,
    channel: ChannelId,
    attackers: [UserId; 2],
    /// Who behaves, and what they change.
    well: UserId,
    group: &'static str,
    account: &'static str,
    /// Begins every text that is typed here.
    word: &'static str,
    /// What the other server must never see.
    secrets: Vec<String>,
}

impl Side {
    fn of(town: &Town, next_door: Neighbour) -> [Self; 2] {
        let house = &town.house;
        let guild_of = |channel| house.discord.world(|world| world.channels[&channel].guild.unwrap());
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
        [
            Self {
                guild: guild_of(house.channel),
                channel: house.channel,
                attackers: [town.person("helper"), town.person("visitor")],
                well: town.person("moderator"),
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

    fn send(&self, town: &Town, who: UserId, name: &str, options: &[(&str, Value)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        town.house.discord.command(who, self.channel, name, &options).unwrap()
    }
}

/// A press as Discord would send it from here, on a button that stands over there.
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

/// One thing that somebody tries with what is the other server's; nobody waits for the answer.
fn attack(town: &Town, from: &Side, other: &Side, random: &mut fastrand::Rng) {
    let discord = &town.house.discord;
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
    from.send(town, who, name, &options);
}

/// Everything that a server was shown since `seen`: messages, modals and offers.
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

/// A message with its files.
fn whole(message: &usher::sandbox::discord::Message) -> String {
    let files = message.attachments.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    std::iter::once(message.all_text()).chain(files).collect::<Vec<_>>().join("\n")
}

fn last_seen(world: &World) -> (MessageId, InteractionId) {
    let message = world.messages.keys().next_back().copied().unwrap_or(MessageId(0));
    (message, world.interactions.keys().next_back().copied().unwrap_or(InteractionId(0)))
}

fn measured_for() -> Option<Duration> {
    #[expect(clippy::disallowed_methods, reason = "a test's own setting")]
    let seconds = std::env::var("USHER_HOSTILE_SECONDS").ok()?;
    Some(Duration::from_secs(seconds.parse().expect("USHER_HOSTILE_SECONDS is a number")))
}

/// Who behaves changes a text of their own group; returns after how long Discord had the acknowledgement.
async fn behave(town: &Town, side: &Side, text: &str) -> Duration {
    let options = [("group", json!(side.group)), ("text", json!(text))];
    let sent = side.send(town, side.well, "wa-group describe", &options);
    town.shown(sent, text).await;
    town.house.discord.world(|world| world.interactions[&sent].answered_after.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_servers_learn_nothing_of_each_other() {
    let (begun, measured) = (Instant::now(), measured_for());
    let (town, next_door) = Neighbour::town("groups_api.timeout = \"500ms\"\n").await;
    let (house, mut random) = (&town.house, fastrand::Rng::with_seed(7));
    let sides = Side::of(&town, next_door);
    let (mut round, mut slowest) = (0, Duration::ZERO);
    while measured.map_or(round < ROUNDS, |measured| begun.elapsed() < measured) {
        let seen = house.discord.world(|world| last_seen(world));
        // What the account and the channels of one of the two meet, the other does not.
        let troubled = round % 2;
        house.groups.world(whatsapp::World::clear_faults);
        house.discord.world(|world| world.faults.clear());
        house.groups.inject(FaultRule::always(account_fault(&mut random)).in_session(sides[troubled].account));
        for channel in if troubled == 0 { [house.log, house.log] } else { [next_door.log, next_door.approvals] } {
            let route = format!("POST /channels/{channel}/messages");
            house.discord.world(|world| world.faults.next(&route, 1_000, channel_fault(&mut random)));
        }
        for _ in 0..ATTACKS {
            attack(&town, &sides[0], &sides[1], &mut random);
            attack(&town, &sides[1], &sides[0], &mut random);
        }
        let well = &sides[1 - troubled];
        slowest = slowest.max(behave(&town, well, &format!("{} {round}", well.word)).await);
        // What comes late is not acted on, so the clock stands until all have come.
        let all_came = house.discord.wait_until(|world| {
            world.interactions.values().all(|one| !matches!(one.state, State::Waiting)).then_some(())
        });
        town.within(all_came).await;
        house.groups.world(whatsapp::World::clear_faults);
        house.discord.world(|world| world.faults.clear());
        house.clock.advance(Duration::from_secs(121));
        town.hurried(house.app.idle()).await;
        slowest = slowest.max(behave(&town, &sides[troubled], &format!("{} {round} too", sides[troubled].word)).await);
        town.hurried(house.app.idle()).await;
        house.discord.world(|world| {
            for (side, other) in [(&sides[0], &sides[1]), (&sides[1], &sides[0])] {
                let all = shown(world, side, seen);
                assert!(all.iter().any(|text| text.contains(side.word)), "round {round}: its own text is shown");
                for (text, secret) in all.iter().flat_map(|text| other.secrets.iter().map(move |one| (text, one))) {
                    assert!(!text.contains(secret.as_str()), "round {round}: {secret} is shown next door: {text}");
                }
            }
        });
        round += 1;
    }
    println!("{round} rounds of two hostile servers; the slowest acknowledgement for who behaves took {slowest:?}");
    assert!(measured.is_none() || slowest < ACKNOWLEDGED_WITHIN, "{slowest:?}");
    for side in &sides {
        let text = house.groups.world(|world| world.group(side.group).unwrap().description.clone().unwrap_or_default());
        assert!(text.contains(side.word), "{text}");
    }
    town.close().await;
}

//! The measurements.

use std::time::{Duration, Instant};

use discord_stand_in::UserId;
use sandbox::{FakeServices, Scene};
use serde_json::json;
use tempfile::TempDir;
use tokio::process::Child;
use usher_clock::Clock;

use crate::bots::{Bot, SETTINGS};
use crate::load::{self, Asked};
use crate::process;

/// Moderators in the server.
const PEOPLE: usize = 500;

/// The size of a measurement.
pub(crate) struct Plan {
    /// Starts of each bot; the median of their figures counts.
    pub(crate) rounds: usize,
    /// Commands before the measurement.
    warm_up: usize,
    /// Commands in flight during the measurement of processor time.
    at_once: usize,
    /// Commands are sent in blocks of this size, until enough processor time was used or enough blocks were sent.
    block: usize,
    cpu_for: Duration,
    blocks_max: usize,
    /// Sequential commands, for the time of an acknowledgement.
    in_turn: usize,
    /// Commands sent at the same time.
    burst: usize,
    /// The wait before an idle bot is measured.
    settle: Duration,
    /// The wait between a burst and the measurement of memory.
    after_burst: Duration,
    /// Servers that a bot is in.
    servers: usize,
    /// The numbers of commands after which memory is compared.
    long: (usize, usize),
}

/// The figures of one bot. Times are in milliseconds, memory is in MiB.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Processor time for a command, scaled to the machine's speed at the start of the run.
    pub(crate) cpu: f64,
    pub(crate) acknowledged: f64,
    pub(crate) acknowledged_p99: f64,
    pub(crate) ready: f64,
    pub(crate) idle: f64,
    pub(crate) burst: f64,
    pub(crate) after_burst: f64,
    pub(crate) servers: f64,
    /// Figures only for this bot.
    pub(crate) own: Option<Own>,
}

/// Measurements only for this bot.
#[derive(Debug)]
pub(crate) struct Own {
    /// Processor time for a command that changes something.
    pub(crate) change: f64,
    /// Growth of resident memory from a tenth of many commands to all of them.
    pub(crate) growth: f64,
}

impl Plan {
    pub(crate) fn full() -> Self {
        Self {
            rounds: 5,
            warm_up: 1_000,
            at_once: 64,
            block: 1_000,
            cpu_for: Duration::from_secs(2),
            blocks_max: 20,
            in_turn: 1_000,
            burst: 1_000,
            settle: Duration::from_secs(3),
            after_burst: Duration::from_secs(60),
            servers: 2_500,
            long: (10_000, 100_000),
        }
    }

    /// Returns a plan that runs everything once and briefly: its figures mean nothing.
    pub(crate) fn short() -> Self {
        Self {
            rounds: 1,
            warm_up: 10,
            block: 20,
            cpu_for: Duration::ZERO,
            in_turn: 10,
            burst: 50,
            settle: Duration::ZERO,
            after_burst: Duration::ZERO,
            servers: 100,
            long: (20, 40),
            ..Self::full()
        }
    }
}

/// A bot between the stand-ins.
struct Running {
    town: FakeServices,
    child: Child,
    folder: TempDir,
    /// Moderators, who take turns: a single user's commands would reach the limits.
    people: Vec<UserId>,
    /// The time from the start of the process until it could be used.
    ready: Duration,
}

impl Running {
    async fn start(bot: &Bot, servers: usize) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut scene = Scene::new(&Clock::system());
        scene.settings.push_str(SETTINGS);
        // The peer on serenity never receives other members.
        scene.discord.plain_profiles = true;
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.whatsapp.settings.rate_limit.requests = u64::MAX.try_into()?;
        let (guild, roles) = (scene.guild, [scene.roles.moderator]);
        let people =
            (0..PEOPLE).map(|number| scene.discord.add_member(guild, &format!("person-{number}"), &roles)).collect();
        for number in 1..servers {
            add_server(&mut scene, number);
        }
        let town = FakeServices::open(scene).await?;
        let start = Instant::now();
        let child = bot.start(&town, folder.path())?;
        load::usable(&town, bot.preview(&town).0).await?;
        Ok(Self { town, child, folder, people, ready: start.elapsed() })
    }

    fn resident(&self) -> anyhow::Result<f64> {
        process::resident(self.id())
    }

    /// Returns the process id; 0 after the process has ended, so that measurements of it fail.
    fn id(&self) -> u32 {
        self.child.id().unwrap_or_default()
    }

    async fn stop(mut self) -> anyhow::Result<()> {
        self.child.kill().await?;
        self.town.groups.stop().await;
        self.town.discord.stop().await;
        self.folder.close()?;
        Ok(())
    }

    /// Returns the processor time for one of these commands, in milliseconds, scaled to the speed `reference`.
    async fn cpu(&self, asked: impl Fn(usize) -> Asked, plan: &Plan, reference: Duration) -> anyhow::Result<f64> {
        load::send(&self.town, &self.people, &asked, plan.warm_up, plan.at_once).await?;
        let speed = process::calibrate()?;
        let before = process::cpu(self.id())?;
        let (mut used, mut blocks) = (Duration::ZERO, 0);
        while blocks == 0 || used < plan.cpu_for && blocks < plan.blocks_max {
            load::send(&self.town, &self.people, &asked, plan.block, plan.at_once).await?;
            blocks += 1;
            used = process::cpu(self.id())?.saturating_sub(before);
        }
        let speed = (speed + process::calibrate()?) / 2;
        let commands = u32::try_from(blocks * plan.block)?;
        Ok(ms(used) / f64::from(commands) * reference.as_secs_f64() / speed.as_secs_f64())
    }
}

/// Measures all bots in turns, so that a machine that becomes slow affects all of them.
pub(crate) async fn all(bots: &[Bot], plan: &Plan) -> anyhow::Result<Vec<Figures>> {
    let reference = process::calibrate()?;
    let mut rounds: Vec<Vec<Figures>> = Vec::new();
    for number in 1..=plan.rounds {
        let mut round = Vec::new();
        for bot in bots {
            println!("round {number} of {}: {}", plan.rounds, bot.name);
            let found = one_round(bot, plan, reference).await?;
            println!("  {:.3} ms for a command, {:.1} MiB at rest", found.cpu, found.idle);
            round.push(found);
        }
        rounds.push(round);
    }
    let mut all = Vec::new();
    for (place, bot) in bots.iter().enumerate() {
        println!("memory: {}", bot.name);
        let of = |figure: fn(&Figures) -> f64| {
            median(rounds.iter().filter_map(|round| round.get(place)).map(figure).collect())
        };
        let figures = Figures {
            cpu: of(|one| one.cpu),
            acknowledged: of(|one| one.acknowledged),
            acknowledged_p99: of(|one| one.acknowledged_p99),
            ready: of(|one| one.ready),
            idle: of(|one| one.idle),
            ..Figures::default()
        };
        all.push(memory(bot, plan, figures, reference).await?);
    }
    Ok(all)
}

/// Measures a start, an idle time, sequential commands, and concurrent commands.
async fn one_round(bot: &Bot, plan: &Plan, reference: Duration) -> anyhow::Result<Figures> {
    let running = Running::start(bot, 1).await?;
    tokio::time::sleep(plan.settle).await;
    let idle = running.resident()?;
    let preview = bot.preview(&running.town);
    let cpu = running.cpu(|_| preview.clone(), plan, reference).await?;
    let mut took: Vec<f64> = load::send(&running.town, &running.people, |_| preview.clone(), plan.in_turn, 1)
        .await?
        .into_iter()
        .map(ms)
        .collect();
    took.sort_by(f64::total_cmp);
    let p99 = took.get(took.len() * 99 / 100).copied().unwrap_or_default();
    let ready = ms(running.ready);
    running.stop().await?;
    Ok(Figures { cpu, acknowledged: median(took), acknowledged_p99: p99, ready, idle, ..Figures::default() })
}

/// Measures resident memory after a burst, with many servers, and, only for this bot, after very many commands.
async fn memory(bot: &Bot, plan: &Plan, figures: Figures, reference: Duration) -> anyhow::Result<Figures> {
    let running = Running::start(bot, 1).await?;
    let preview = bot.preview(&running.town);
    load::send(&running.town, &running.people, |_| preview.clone(), plan.burst, plan.burst).await?;
    let burst = running.resident()?;
    tokio::time::sleep(plan.after_burst).await;
    let after_burst = running.resident()?;
    running.stop().await?;

    let running = Running::start(bot, plan.servers).await?;
    tokio::time::sleep(plan.settle).await;
    let servers = running.resident()?;
    running.stop().await?;
    let own = if bot.is_usher() { Some(own(bot, plan, reference).await?) } else { None };
    Ok(Figures { burst, after_burst, servers, own, ..figures })
}

async fn own(bot: &Bot, plan: &Plan, reference: Duration) -> anyhow::Result<Own> {
    let running = Running::start(bot, 1).await?;
    let describe = |number| {
        let text = json!(format!("Text {number}"));
        ("wa-group describe", vec![("group".to_owned(), json!("Alpha Team")), ("text".to_owned(), text)])
    };
    let change = running.cpu(describe, plan, reference).await?;
    running.stop().await?;

    let running = Running::start(bot, 1).await?;
    let preview = bot.preview(&running.town);
    let (some, many) = plan.long;
    load::send(&running.town, &running.people, |_| preview.clone(), some, plan.at_once).await?;
    let before = running.resident()?;
    load::send(&running.town, &running.people, |_| preview.clone(), many - some, plan.at_once).await?;
    let growth = running.resident()? - before;
    running.stop().await?;
    Ok(Own { change, growth })
}

/// Adds a typical server: channels, roles, and a few people.
fn add_server(scene: &mut Scene, number: usize) {
    let world = &mut scene.discord;
    let server = world.add_guild(&format!("Community {number}"));
    for channel in 0..20 {
        world.add_channel(server, &format!("channel-{channel}"));
    }
    for role in 0..10 {
        world.add_role(server, &format!("Role {role}"), 0);
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

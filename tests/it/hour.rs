//! Kills the bot at random moments for five minutes, under load, while the groups API takes ten seconds for each call.
//! An hour later the groups match the answers, and every acknowledged interaction has an answer.
//!
//! The bot runs in its own runtime, and dropping the runtime kills the bot. Unlike a process, it can share the test's
//! clock.

use std::time::Duration;

use discord_stand_in::{InteractionId, Message, UserId};
use sandbox::FakeServices;
use sandbox::whatsapp::{GroupSeed, Person};
use secrecy::SecretString;
use tokio::runtime::{Builder, Runtime};
use usher::app::App;
use usher::config::Config;

use crate::harness::{UNHURRIED, alone};
use crate::process::{is_settled, text};

/// The duration of one groups API call.
const LATENCY: Duration = Duration::from_secs(10);
/// The period in which the bot is killed repeatedly.
const UNDER_LOAD: Duration = Duration::from_secs(5 * 60);
/// The maximum advance of the clock during a round's load.
const ROUND_SECONDS: u64 = 45;
const PATIENCE: Duration = Duration::from_secs(60);

/// The stand-ins, and the bot in a runtime of its own.
struct RuntimeHost {
    stand_ins: FakeServices,
    bot: Option<(Runtime, App)>,
    _folder: tempfile::TempDir,
}

/// A change that a user requested.
#[derive(Debug)]
struct Asked {
    interaction: InteractionId,
    /// The success text of the answer, and of a correction in the log channel.
    done: &'static str,
    corrected: String,
    change: Change,
}

#[derive(Debug)]
enum Change {
    Create { name: String },
    Rename { group: String, name: String },
    Describe { group: String, text: String },
    Add { group: String, number: String },
}

impl RuntimeHost {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut scene = crate::harness::scene(&usher_clock::Clock::system());
        scene.settings.push_str(UNHURRIED);
        // A minute when the clock advances fast; otherwise longer than every call.
        scene.settings.push_str("groups_api.timeout = \"300ms\"\n");
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for round in 0..100 {
            scene.whatsapp.add_person(Person::phone(&format!("+{}", number(round))));
            scene.whatsapp.add_group(GroupSeed::new(&format!("Round {round}"), account).id(&group(round)));
        }
        let stand_ins = FakeServices::open(scene).await.unwrap();
        stand_ins.groups.world(|world| world.settings.latency = LATENCY);
        Self { stand_ins, bot: None, _folder: folder }
    }

    async fn start(&mut self) {
        // Discord, "Identifying": not twice in five seconds.
        self.stand_ins.clock.advance(Duration::from_secs(6));
        let FakeServices { config, clock, discord, groups, .. } = &self.stand_ins;
        let (token, key) = (SecretString::from(discord.token()), SecretString::from(groups.key()));
        let config = Config::parse(config, token, key).unwrap();
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let app = runtime.spawn(App::start(config, clock.clone())).await.unwrap().unwrap();
        within(discord.wait_ready()).await;
        self.bot = Some((runtime, app));
    }

    /// Ends the bot at an arbitrary point, as a crash would: none of its tasks continue, and no code can react.
    async fn kill(&mut self) {
        if let Some((runtime, app)) = self.bot.take() {
            // Until then the bot holds the lock on the store's file.
            tokio::task::spawn_blocking(move || runtime.shutdown_timeout(PATIENCE)).await.unwrap();
            drop(app);
        }
    }

    fn owner(&self) -> UserId {
        self.stand_ins.discord.world(|world| world.member_named(self.stand_ins.guild, "owner")).unwrap()
    }

    fn send(&self, command: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> =
            options.iter().map(|(name, value)| ((*name).to_owned(), serde_json::json!(value))).collect();
        self.stand_ins.discord.command(self.owner(), self.stand_ins.channel, command, &options).unwrap()
    }

    /// Returns the requests of one round.
    fn load(&self, round: usize) -> Vec<Asked> {
        let mut asked = Vec::new();
        for place in 0..3 {
            let name = format!("Team {round}-{place}");
            asked.push(Asked {
                interaction: self.send("wa-group create", &[("name", &name)]),
                done: "Group created",
                corrected: name.clone(),
                change: Change::Create { name },
            });
        }
        let (group, text, number) = (group(round), format!("Words {round}"), number(round));
        let name = format!("Named {round}");
        asked.push(Asked {
            interaction: self.send("wa-group describe", &[("group", &group), ("text", &text)]),
            done: "Description changed",
            corrected: format!("{}|changed the description", group.trim_end_matches("@g.us")),
            change: Change::Describe { group: group.clone(), text },
        });
        asked.push(Asked {
            interaction: self.send("wa-group rename", &[("group", &group), ("name", &name)]),
            done: "Renamed",
            corrected: name.clone(),
            change: Change::Rename { group: group.clone(), name },
        });
        asked.push(Asked {
            interaction: self.send("wa-group members add", &[("group", &group), ("members", &number)]),
            done: "**Added** (1)",
            corrected: format!("{}|added", group.trim_end_matches("@g.us")),
            change: Change::Add { group, number },
        });
        asked
    }

    /// Advances the clock step by step.
    async fn fly(&self, seconds: u64) {
        for _ in 0..seconds {
            self.stand_ins.clock.advance(Duration::from_secs(1));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn is_made(&self, change: &Change) -> bool {
        self.stand_ins.groups.world(|world| match change {
            Change::Create { name } => {
                let number = world.groups().filter(|group| group.name == *name).count();
                assert!(number <= 1, "{name} was created {number} times");
                number == 1
            }
            Change::Rename { group, name } => world.group(group).unwrap().name == *name,
            Change::Describe { group, text } => world.group(group).unwrap().description.as_deref() == Some(text),
            Change::Add { group, number } => {
                let person = world.find_person(number).unwrap();
                world.group(group).unwrap().has(person)
            }
        })
    }

    /// Returns an error if the answer to a user does not match the groups.
    fn agrees(&self, asked: &Asked) -> Result<(), String> {
        let told = self.stand_ins.discord.world(|world| text(world, asked.interaction));
        let late = self.stand_ins.discord.world(|world| {
            let late = world.messages.values().filter(|message| {
                let says = message.all_text();
                message.channel == self.stand_ins.log
                    && says.contains("happened after all")
                    && asked.corrected.split('|').all(|words| says.contains(words))
            });
            late.map(Message::all_text).next()
        });
        let is_made = self.is_made(&asked.change);
        let claims = told.contains(asked.done) || late.is_some();
        let denies = told.contains("Nothing changed") || told.contains("the change is not there");
        let agree = match (claims, denies) {
            (true, _) => is_made,
            (false, true) => !is_made,
            (false, false) => told.contains("Not confirmed") && !is_made,
        };
        if agree { Ok(()) } else { Err(format!("{:?}, made: {is_made}: {told}\n{late:?}", asked.change)) }
    }
}

async fn within<T>(work: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, work).await.expect("it took too long")
}

fn group(round: usize) -> String {
    format!("1203638{round:011}@g.us")
}

fn number(round: usize) -> String {
    format!("55219777{round:05}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_the_api_is_slow_all_statements_stay_true() {
    let _turn = alone().await;
    let mut host = RuntimeHost::new().await;
    let end = host.stand_ins.clock.now() + UNDER_LOAD;
    let (mut all, mut kills) = (Vec::new(), 0);
    while host.stand_ins.clock.now() < end {
        host.start().await;
        let asked = host.load(kills);
        let acknowledged = host.stand_ins.discord.wait_until(|world| {
            let is_acknowledged = |one: &Asked| world.interactions[&one.interaction].answered_after.is_some();
            asked.iter().all(is_acknowledged).then_some(())
        });
        within(acknowledged).await;
        all.extend(asked);
        host.fly(fastrand::u64(0..ROUND_SECONDS)).await;
        host.kill().await;
        kills += 1;
    }
    host.stand_ins.groups.world(|world| world.settings.latency = Duration::ZERO);
    host.start().await;
    // More than an hour, in which Usher checks unconfirmed changes again.
    let mut disagreements = Vec::new();
    for minute in 0..2_000 {
        host.stand_ins.clock.advance(Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(5)).await;
        let is_settled = host
            .stand_ins
            .discord
            .world(|world| all.iter().all(|one| is_settled(&world.interactions[&one.interaction])));
        disagreements = all.iter().filter_map(|one| host.agrees(one).err()).collect();
        if minute > 200 && is_settled && disagreements.is_empty() {
            break;
        }
    }
    let made = all.iter().filter(|one| host.is_made(&one.change)).count();
    println!("killed {kills} times in five minutes: {} changes asked for, {made} made", all.len());
    assert!(disagreements.is_empty(), "{disagreements:#?}");
    if let Some((runtime, app)) = host.bot.take() {
        within(runtime.spawn(app.stop())).await.unwrap();
        runtime.shutdown_background();
    }
}

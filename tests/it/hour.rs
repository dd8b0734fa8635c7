//! The bot is killed at random moments for five minutes, under load, while the groups API takes ten seconds for each call.
//! An hour later the groups are as people were told, and everybody who was acknowledged was told.
//!
//! The bot runs in a runtime of its own, which is dropped to kill it: so the clock can be moved, as a process's cannot.

use std::time::Duration;

use secrecy::SecretString;
use tokio::runtime::{Builder, Runtime};
use usher::app::App;
use usher::config::Config;
use usher::sandbox::discord::{InteractionId, Message, UserId};
use usher::sandbox::whatsapp::{GroupSeed, Person};
use usher::sandbox::{Scaffold, Scene};

use crate::harness::{UNHURRIED, alone};
use crate::process::{is_settled, text};

/// What one call of the groups API takes.
const LATENCY: Duration = Duration::from_secs(10);
/// For so long the bot is killed again and again.
const UNDER_LOAD: Duration = Duration::from_secs(5 * 60);
/// So far the clock is moved while the load of a round is carried out, at most.
const ROUND_SECONDS: u64 = 45;
const PATIENCE: Duration = Duration::from_secs(60);

struct Host {
    town: Scaffold,
    bot: Option<(Runtime, App)>,
    _folder: tempfile::TempDir,
}

/// A change that a person asked for.
#[derive(Debug)]
struct Asked {
    interaction: InteractionId,
    /// What the answer says once it is made, and what a correction in the log channel says.
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

impl Host {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut scene = Scene::new(&usher::clock::Clock::system());
        scene.settings.push_str(UNHURRIED);
        // While time flies, that is a minute; while it does not, every call takes longer.
        scene.settings.push_str("groups_api.timeout = \"300ms\"\n");
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for round in 0..100 {
            scene.whatsapp.add_person(Person::phone(&format!("+{}", number(round))));
            scene.whatsapp.add_group(GroupSeed::new(&format!("Round {round}"), account).id(&group(round)));
        }
        let town = Scaffold::open(scene).await.unwrap();
        town.groups.world(|world| world.settings.latency = LATENCY);
        Self { town, bot: None, _folder: folder }
    }

    async fn start(&mut self) {
        // Discord, "Identifying": not twice in five seconds.
        self.town.clock.advance(Duration::from_secs(6));
        let Scaffold { config, clock, discord, groups, .. } = &self.town;
        let (token, key) = (SecretString::from(discord.token()), SecretString::from(groups.key()));
        let config = Config::parse(config, token, key).unwrap();
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let app = runtime.spawn(App::start(config, clock.clone())).await.unwrap().unwrap();
        within(discord.wait_ready()).await;
        self.bot = Some((runtime, app));
    }

    /// Ends the bot in the middle of whatever it does, as a crash would: nothing of it runs on, and nobody is told.
    async fn kill(&mut self) {
        if let Some((runtime, app)) = self.bot.take() {
            // Until then it holds the store's file.
            tokio::task::spawn_blocking(move || runtime.shutdown_timeout(PATIENCE)).await.unwrap();
            drop(app);
        }
    }

    fn owner(&self) -> UserId {
        self.town.discord.world(|world| world.member_named(self.town.guild, "owner")).unwrap()
    }

    fn send(&self, command: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> =
            options.iter().map(|(name, value)| ((*name).to_owned(), serde_json::json!(value))).collect();
        self.town.discord.command(self.owner(), self.town.channel, command, &options).unwrap()
    }

    /// What people ask for in one round.
    fn load(&self, round: usize) -> Vec<Asked> {
        let mut asked = Vec::new();
        for place in 0..3 {
            let name = format!("Team {round}-{place}");
            asked.push(Asked {
                interaction: self.send("wa-group create", &[("name", &name)]),
                done: "The group was created",
                corrected: name.clone(),
                change: Change::Create { name },
            });
        }
        let (group, text, number) = (group(round), format!("Words {round}"), number(round));
        let name = format!("Named {round}");
        asked.push(Asked {
            interaction: self.send("wa-group describe", &[("group", &group), ("text", &text)]),
            done: "The new description",
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

    /// Moves the clock on, step by step.
    async fn fly(&self, seconds: u64) {
        for _ in 0..seconds {
            self.town.clock.advance(Duration::from_secs(1));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn is_made(&self, change: &Change) -> bool {
        self.town.groups.world(|world| match change {
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

    /// Whether what a person was told agrees with the groups.
    fn agrees(&self, asked: &Asked) -> Result<(), String> {
        let told = self.town.discord.world(|world| text(world, asked.interaction));
        let late = self.town.discord.world(|world| {
            let late = world.messages.values().filter(|message| {
                let says = message.all_text();
                message.channel == self.town.log
                    && says.contains("happened after all")
                    && asked.corrected.split('|').all(|words| says.contains(words))
            });
            late.map(Message::all_text).next()
        });
        let is_made = self.is_made(&asked.change);
        let claims = told.contains(asked.done) || late.is_some();
        let denies = told.contains("Nothing was changed") || told.contains("the change is not there");
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
async fn killed_while_the_api_is_slow_every_word_is_true_an_hour_later() {
    let _turn = alone().await;
    let mut host = Host::new().await;
    let end = host.town.clock.now() + UNDER_LOAD;
    let (mut all, mut kills) = (Vec::new(), 0);
    while host.town.clock.now() < end {
        host.start().await;
        let asked = host.load(kills);
        let acknowledged = host.town.discord.wait_until(|world| {
            let is_acknowledged = |one: &Asked| world.interactions[&one.interaction].answered_after.is_some();
            asked.iter().all(is_acknowledged).then_some(())
        });
        within(acknowledged).await;
        all.extend(asked);
        host.fly(fastrand::u64(0..ROUND_SECONDS)).await;
        host.kill().await;
        kills += 1;
    }
    host.town.groups.world(|world| world.settings.latency = Duration::ZERO);
    host.start().await;
    // An hour and more, in which what is not confirmed is looked at again.
    let mut disagreements = Vec::new();
    for minute in 0..2_000 {
        host.town.clock.advance(Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(5)).await;
        let is_settled =
            host.town.discord.world(|world| all.iter().all(|one| is_settled(&world.interactions[&one.interaction])));
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

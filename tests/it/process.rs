//! The bot as separate processes that tests can kill: between the stand-ins, on a store that outlives them.
//!
//! [`Host::run`] runs the body of a test, and afterwards checks the requests that the processes sent.

use std::ops::Deref;
use std::process::Stdio;
use std::time::Duration;

use discord_stand_in::{Interaction, InteractionId, State, UserId, World};
use groups_api::Features;
use sandbox::whatsapp::Provider;
use sandbox::{FakeServices, Scene};
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::watch;
use tokio::task::JoinSet;
use usher::store::{AuditRecord, Store, StoreUrl};
use usher_clock::Clock;

use crate::harness::{UNHURRIED, check_requests, features, provider, text_of, turn};
use crate::postgres::Database;

const PATIENCE: Duration = Duration::from_secs(60);

/// The stand-ins as fields, as in a [`TestBot`](crate::harness::TestBot), and a folder for the configuration and the
/// store, in which the program runs as processes.
pub(crate) struct Host {
    stand_ins: FakeServices,
    folder: tempfile::TempDir,
    pub(crate) store: String,
    /// The log of all runs.
    log: watch::Sender<String>,
}

/// A changed scene, in which [`HostScene::run`] creates a host.
pub(crate) struct HostScene {
    scene: Scene,
    folder: tempfile::TempDir,
    is_alone: bool,
    is_on_postgres: bool,
}

/// The running program.
pub(crate) struct Process {
    child: Child,
    /// The task that reads the program's log.
    reader: JoinSet<()>,
}

impl HostScene {
    /// Changes the scene further.
    pub(crate) fn change<T>(&mut self, change: impl FnOnce(&mut Scene) -> T) -> T {
        change(&mut self.scene)
    }

    /// Serves the scene as Titan whatever `USHER_TEST_PROVIDER` says.
    pub(crate) fn on_titan(mut self) -> Self {
        self.scene.whatsapp.serve_as(Provider::Titan);
        self
    }

    /// Serves the scene as Titan, if the provider of the tests lacks what the test needs.
    pub(crate) fn needs(mut self, has: impl FnOnce(&Features) -> bool) -> Self {
        if !has(&features(provider())) {
            self.scene.whatsapp.serve_as(Provider::Titan);
        }
        self
    }

    /// Lets no other test run at the same time.
    pub(crate) fn alone(self) -> Self {
        Self { is_alone: true, ..self }
    }

    /// Uses a new PostgreSQL database instead of a file. Without a server for tests, [`Self::run`] then runs nothing.
    pub(crate) fn on_postgres(self) -> Self {
        Self { is_on_postgres: true, ..self }
    }

    /// Runs a test as [`Host::run`] does.
    pub(crate) async fn run(self, body: impl AsyncFnOnce(&Host)) {
        let _turn = turn(self.is_alone).await;
        let Self { mut scene, folder, is_on_postgres, .. } = self;
        let database = if is_on_postgres {
            let Some(database) = Database::make().await else { return };
            scene.store = database.url();
            Some(database)
        } else {
            None
        };
        let store = scene.store.clone();
        let stand_ins = FakeServices::open(scene).await.unwrap();
        let host = Host { stand_ins, folder, store, log: watch::Sender::default() };
        Box::pin(body(&host)).await;
        check_requests(&host);
        drop(host);
        if let Some(database) = database {
            database.drop().await;
        }
    }
}

impl Deref for Host {
    type Target = FakeServices;

    fn deref(&self) -> &FakeServices {
        &self.stand_ins
    }
}

impl Host {
    /// Runs a test in the default scene, and checks afterwards that the processes sent no request outside the
    /// specifications.
    pub(crate) async fn run(body: impl AsyncFnOnce(&Self)) {
        Self::with(|_| {}).run(body).await;
    }

    /// Changes the scene of a test: `Host::with(|scene| …).run(async |host| …)`.
    pub(crate) fn with(change: impl FnOnce(&mut Scene)) -> HostScene {
        let folder = tempfile::tempdir().unwrap();
        let mut scene = crate::harness::scene(&Clock::system());
        scene.settings.push_str(UNHURRIED);
        // A process uses the real time.
        scene.settings.push_str("groups_api.timeout = \"2s\"\ngroups_api.settle_within = \"4s\"\n");
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.whatsapp.settings.rate_limit.requests = 1_000_000;
        change(&mut scene);
        HostScene { scene, folder, is_alone: false, is_on_postgres: false }
    }

    /// Starts the program; returns when it is connected.
    pub(crate) async fn start(&self, stop_at: Option<&str>) -> Process {
        self.start_as(Command::new(env!("CARGO_BIN_EXE_usher")), stop_at).await
    }

    /// Starts the program with another configuration.
    pub(crate) async fn start_with(&self, config: &str) -> Process {
        self.connected(|| self.spawn_with(config, Command::new(env!("CARGO_BIN_EXE_usher")), None)).await
    }

    /// Runs the program until it exits by itself.
    pub(crate) async fn run_until_exit(&self) -> std::process::ExitStatus {
        self.spawn(Command::new(env!("CARGO_BIN_EXE_usher")), None).ended().await
    }

    /// Starts `command`, which is the program, or a shell that becomes it.
    pub(crate) async fn start_as(&self, command: Command, stop_at: Option<&str>) -> Process {
        self.connected(|| self.spawn(command, stop_at)).await
    }

    async fn connected(&self, start: impl FnOnce() -> Process) -> Process {
        // Discord, "Identifying": not twice in five seconds.
        self.clock.advance(Duration::from_secs(6));
        let ready = self.discord.world(|world| world.gateway.identified);
        let bot = start();
        self.within(self.discord.wait_until(|world| (world.gateway.identified > ready).then_some(()))).await;
        self.discord.wait_ready().await;
        bot
    }

    /// Starts the program of an earlier release, which refuses a configuration with `unknown` keys.
    pub(crate) async fn start_earlier(&self, command: Command, unknown: &[&str]) -> Process {
        let is_known = |line: &&str| !unknown.iter().any(|key| line.starts_with(key));
        let config: Vec<&str> = self.config.lines().filter(is_known).collect();
        self.connected(|| self.spawn_with(&config.join("\n"), command, None)).await
    }

    fn spawn(&self, command: Command, stop_at: Option<&str>) -> Process {
        self.spawn_with(&self.config, command, stop_at)
    }

    fn spawn_with(&self, config: &str, mut command: Command, stop_at: Option<&str>) -> Process {
        let file = self.folder.path().join("usher.toml");
        std::fs::write(&file, config).unwrap();
        command
            .arg("run")
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("USHER_CONFIG", file)
            .env("DISCORD_TOKEN", self.discord.token())
            .env("GROUPS_API_KEY", self.groups.key())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        if let Some(place) = stop_at {
            command.env("USHER_STOP_AT", place);
        }
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (log, mut reader) = (self.log.clone(), JoinSet::new());
        reader.spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                log.send_modify(|log| *log = format!("{log}{line}\n"));
            }
        });
        Process { child, reader }
    }

    pub(crate) fn person(&self, who: &str) -> UserId {
        self.discord.world(|world| world.member_named(self.guild, who)).unwrap()
    }

    pub(crate) fn send(&self, who: &str, name: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        self.discord.command(self.person(who), self.channel, name, &options).unwrap()
    }

    pub(crate) async fn answered(&self, interaction: InteractionId) -> String {
        self.within(self.discord.wait_until(|world| answer(world, interaction))).await
    }

    /// Returns the current text of an interaction's message.
    pub(crate) fn text(&self, interaction: InteractionId) -> String {
        self.discord.world(|world| text(world, interaction))
    }

    /// Opens the store. No other process may use it now, except on PostgreSQL.
    pub(crate) async fn with_store(&self, work: impl AsyncFnOnce(&Store)) {
        let store = Store::open(&StoreUrl::try_from(self.store.clone()).unwrap()).await.unwrap();
        work(&store).await;
        store.close().await;
    }

    /// Opens the journal. No other process may use it now, except on PostgreSQL.
    pub(crate) async fn journal(&self) -> Vec<AuditRecord> {
        let store = Store::open(&StoreUrl::try_from(self.store.clone()).unwrap()).await.unwrap();
        let mut rows = store.journal().open(10_000).await.unwrap();
        let guild = usher::access::GuildId(self.guild.to_string().parse().unwrap());
        rows.extend(store.journal().ended(guild, usher::store::Filter::default(), 10_000).await.unwrap());
        store.close().await;
        rows.sort_by_key(|row| row.case);
        rows
    }

    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> T {
        match tokio::time::timeout(PATIENCE, work).await {
            Ok(done) => done,
            Err(late) => panic!("{late}; the log: {}", self.log()),
        }
    }

    pub(crate) fn log(&self) -> String {
        self.log.borrow().clone()
    }

    /// Returns the path of a file beside the configuration.
    pub(crate) fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Waits until the log contains the text.
    pub(crate) async fn logged(&self, words: &str) {
        let mut log = self.log.subscribe();
        self.within(log.wait_for(|log| log.contains(words))).await.unwrap();
    }
}

impl Process {
    /// Returns the peak memory, in KiB (proc(5), `VmHWM`).
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id().unwrap())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches("kB").trim().parse().unwrap()
    }

    /// Kills the process, which runs no more code from this moment on.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Sends a stop signal, and waits for the exit.
    pub(crate) async fn stop(self) -> std::process::ExitStatus {
        self.terminate();
        self.ended().await
    }

    /// Sends a stop signal.
    pub(crate) fn terminate(&self) {
        self.signal("-TERM");
    }

    /// Sends the signal to read the configuration again.
    pub(crate) fn hang_up(&self) {
        self.signal("-HUP");
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    pub(crate) async fn ended(mut self) -> std::process::ExitStatus {
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it ends").unwrap();
        // Read the log to its end.
        while self.reader.join_next().await.is_some() {}
        ended
    }
}

/// Returns whether the interaction has its final answer.
pub(crate) fn is_settled(interaction: &Interaction) -> bool {
    !matches!(interaction.state, State::Waiting | State::Deferred { .. } | State::Updating)
}

/// Returns the text of the final answer, if there is one.
pub(crate) fn answer(world: &World, interaction: InteractionId) -> Option<String> {
    // A progress message is no final answer. The last release says "Working on it".
    let progress = ["Working…", "Working on it", "is checking"];
    let is_answer = |text: &String| !progress.iter().any(|words| text.contains(words));
    is_settled(&world.interactions[&interaction]).then(|| text(world, interaction)).filter(is_answer)
}

pub(crate) fn text(world: &World, interaction: InteractionId) -> String {
    let asked = &world.interactions[&interaction];
    let message = asked.original.or(asked.source).and_then(|id| world.messages.get(&id));
    message.map(text_of).unwrap_or_default()
}

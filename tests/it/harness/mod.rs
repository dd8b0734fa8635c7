//! The real bot on real sockets, between the stand-ins for Discord and for the groups API.
//!
//! [`TestBot::run`] starts the bot, runs the body of a test, and afterwards checks that nothing is left over.

mod actions;
mod leftovers;
mod rendered;
mod reply;

use std::ops::Deref;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use groups_api::{Engine, Features};
use sandbox::whatsapp::{Provider, WahaEngine};
use sandbox::{FakeServices, Scene};
use secrecy::SecretString;
use tokio::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock};
use usher::app::App;
use usher::config::Config;
use usher_clock::Clock;

pub(crate) use actions::is_look;
pub(crate) use leftovers::check_requests;
pub(crate) use reply::{Reply, buttons_of, text_of};

/// Settings without delays: the tests do not depend on speed.
pub(crate) const UNHURRIED: &str = "groups_api.requests_per_second = 10000\nlimits.changes_per_minute = 100000\n\
                                    limits.heavy_changes_per_minute = 100000\nlimits.adds_per_day = 100000\nlimits.confirm_above = 100000\n\
                                    limits.approval_requests_per_minute = 100000\nlimits.lookups_per_minute = 100000\n";

/// The timeout of a hanging test; every normal wait is much shorter.
const PATIENCE: Duration = Duration::from_secs(60);

/// Held shared by all tests while they run, and exclusively by load tests, so that no other test affects their timing.
static TURNS: LazyLock<Arc<RwLock<()>>> = LazyLock::new(Arc::default);

/// Returns the scene of a test, served by the provider that `USHER_TEST_PROVIDER` names.
pub(crate) fn scene(clock: &Clock) -> Scene {
    let mut scene = Scene::new(clock);
    scene.whatsapp.serve_as(provider());
    scene
}

/// Returns the provider for the tests; Titan unless `USHER_TEST_PROVIDER` names another.
pub(crate) fn provider() -> Provider {
    let name = std::env::var_os("USHER_TEST_PROVIDER");
    name.map_or(Provider::Titan, |name| name.to_str().unwrap().parse().unwrap())
}

/// Returns what the provider can do.
pub(crate) fn features(provider: Provider) -> Features {
    let engine = match provider {
        Provider::Waha(WahaEngine::Noweb) => Engine::Noweb,
        Provider::Waha(WahaEngine::Gows) => Engine::Gows,
        Provider::Waha(WahaEngine::Webjs) => Engine::Webjs,
        Provider::Titan | Provider::Evolution | Provider::Gowa | Provider::OpenWa => Engine::Only,
    };
    provider.configured().parse::<groups_api::Provider>().unwrap().features(engine)
}

/// Returns how many people one request may name.
pub(crate) fn at_once() -> usize {
    features(provider()).people_per_request
}

/// Returns the number of people in each request for so many.
pub(crate) fn batches(people: usize) -> Vec<usize> {
    let places: Vec<usize> = (0..people).collect();
    places.chunks(at_once()).map(<[usize]>::len).collect()
}

pub(crate) async fn together() -> OwnedRwLockReadGuard<()> {
    TURNS.clone().read_owned().await
}

pub(crate) async fn alone() -> OwnedRwLockWriteGuard<()> {
    TURNS.clone().write_owned().await
}

/// Waits for the turn of a test, which lasts until the returned guards are dropped.
pub(crate) async fn turn(is_alone: bool) -> (Option<OwnedRwLockReadGuard<()>>, Option<OwnedRwLockWriteGuard<()>>) {
    if is_alone { (None, Some(alone().await)) } else { (Some(together().await), None) }
}

/// The bot, and the stand-ins as fields: `bot.discord`, `bot.groups`, `bot.clock`, `bot.guild`, `bot.channel` and so on.
pub(crate) struct TestBot {
    stand_ins: FakeServices,
    /// `None` after [`TestBot::stop`].
    app: Option<App>,
    /// The clock of the bot's machine: it advances with `clock`, and may show another time of day.
    pub(crate) bot_clock: Clock,
}

/// A changed scene, in which [`BotScene::run`] starts a bot.
pub(crate) struct BotScene {
    scene: Scene,
    is_alone: bool,
}

impl TestBot {
    /// Runs a test with a bot in the default scene, and checks afterwards that nothing is left over: interactions
    /// without an answer, requests outside the specifications, operations without an outcome.
    pub(crate) async fn run<T>(body: impl AsyncFnOnce(&mut Self) -> T) -> T {
        Self::with(|_| {}).run(body).await
    }

    /// Changes the scene of a test: `TestBot::with(|scene| …).run(async |bot| …)`.
    pub(crate) fn with(change: impl FnOnce(&mut Scene)) -> BotScene {
        let mut scene = scene(&Clock::system());
        scene.settings.push_str(UNHURRIED);
        change(&mut scene);
        BotScene { scene, is_alone: false }
    }

    /// The default scene behind this provider, whatever `USHER_TEST_PROVIDER` says.
    pub(crate) fn served_as(provider: Provider) -> BotScene {
        Self::with(|scene| scene.whatsapp.serve_as(provider))
    }

    pub(crate) fn app(&self) -> &App {
        self.app.as_ref().expect("the bot runs")
    }

    /// Stops the bot, and leaves the stand-ins running.
    pub(crate) async fn stop(&mut self) {
        self.app.take().expect("the bot runs").stop().await;
    }

    /// Stops the bot and starts it again on the same store.
    pub(crate) async fn restart(&mut self) {
        self.stop().await;
        // Discord, "Identifying": at most one identify in five seconds.
        self.clock.advance(Duration::from_secs(6));
        self.start().await;
    }

    pub(crate) async fn start(&mut self) {
        let (token, key) = (SecretString::from(self.discord.token()), SecretString::from(self.groups.key()));
        let config = Config::parse(&self.config, token, key).unwrap();
        self.app = Some(App::start(config, self.bot_clock.clone()).await.unwrap());
        self.discord.wait_ready().await;
    }

    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::time::timeout(PATIENCE, work).await.expect("it took too long")
    }
}

impl Deref for TestBot {
    type Target = FakeServices;

    fn deref(&self) -> &FakeServices {
        &self.stand_ins
    }
}

impl BotScene {
    /// Serves the scene as Titan whatever `USHER_TEST_PROVIDER` says: for tests of what only its contract has.
    pub(crate) fn on_titan(mut self) -> Self {
        self.scene.whatsapp.serve_as(Provider::Titan);
        self
    }

    /// As [`Self::on_titan`], if the provider of the tests lacks what the test needs. What it says then,
    /// `providers.rs` tests.
    pub(crate) fn needs(self, has: impl FnOnce(&Features) -> bool) -> Self {
        if has(&features(provider())) { self } else { self.on_titan() }
    }

    /// As [`Self::on_titan`], if the provider of the tests is this one.
    pub(crate) fn not_on(self, lacking: Provider) -> Self {
        if provider() == lacking { self.on_titan() } else { self }
    }

    /// Lets no other test run at the same time.
    pub(crate) fn alone(self) -> Self {
        Self { is_alone: true, ..self }
    }

    /// Runs a test as [`TestBot::run`] does.
    pub(crate) async fn run<T>(self, body: impl AsyncFnOnce(&mut TestBot) -> T) -> T {
        let _turn = turn(self.is_alone).await;
        let bot_clock = self.scene.clock.of_another_machine(self.scene.bot_clock_wrong_ms);
        let mut bot = TestBot { stand_ins: FakeServices::open(self.scene).await.unwrap(), app: None, bot_clock };
        bot.start().await;
        let result = Box::pin(body(&mut bot)).await;
        bot.check_leftovers().await;
        if bot.app.is_some() {
            bot.stop().await;
        }
        bot.stand_ins.groups.stop().await;
        bot.stand_ins.discord.stop().await;
        result
    }
}

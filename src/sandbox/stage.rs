//! The scene for people to play on: a bot that can be killed and started again, and switches for what goes wrong.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use axum::http::Method;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::discord::World;
use super::house::Scaffold;
use super::scene::Scene;
use super::whatsapp::{Fault, FaultRule, SessionStatus, StatusReason};
use crate::app::App;

/// So long a slow call takes.
const SLOW: Duration = Duration::from_secs(2);
/// What `Retry-After` says, in seconds.
const RETRY_AFTER: u64 = 2;
/// By then Discord has noticed that a killed bot is gone.
const GONE_WITHIN: Duration = Duration::from_secs(5);
/// The account of the scene.
const SESSION: &str = "default";

pub(super) struct Stage {
    pub(super) scaffold: Scaffold,
    /// What the bot runs in while it runs. Held while it starts or ends, so that one thing happens after the other.
    runtime: tokio::sync::Mutex<Option<Runtime>>,
    life: watch::Sender<Life>,
    mishaps: Mutex<BTreeSet<Mishap>>,
    /// The bot's store, which outlives the bot.
    _folder: TempDir,
}

/// Whether the bot runs.
#[derive(Clone)]
pub(super) enum Life {
    Stopped,
    Starting,
    Running(Arc<App>),
}

/// How the bot is, as people see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BotState {
    Stopped,
    Connecting,
    Running,
}

/// What goes wrong with the groups API from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Mishap {
    /// Every call takes two seconds.
    Slow,
    #[serde(rename = "429")]
    RateLimited,
    #[serde(rename = "500")]
    Failing,
    /// The connection of every change is closed, and nothing is done.
    Dropped,
    /// Every change is done, and its answer is lost.
    Lost,
}

impl Stage {
    /// Opens the stand-ins, and connects the bot to them.
    pub(super) async fn open(mut scene: Scene) -> anyhow::Result<Arc<Self>> {
        let folder = tempfile::tempdir().context("no folder for the bot's store")?;
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        let stage = Arc::new(Self {
            scaffold: Scaffold::open(scene).await?,
            runtime: tokio::sync::Mutex::default(),
            life: watch::Sender::new(Life::Stopped),
            mishaps: Mutex::default(),
            _folder: folder,
        });
        stage.start_bot().await?;
        Ok(stage)
    }

    /// Starts the bot if it does not run, and returns when it is connected.
    pub(super) async fn start_bot(&self) -> anyhow::Result<()> {
        let mut place = self.runtime.lock().await;
        if place.is_some() {
            return Ok(());
        }
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        self.life.send_replace(Life::Starting);
        match self.start_in(&runtime).await {
            Ok(app) => {
                self.life.send_replace(Life::Running(Arc::new(app)));
                *place = Some(runtime);
                Ok(())
            }
            Err(error) => {
                self.life.send_replace(Life::Stopped);
                runtime.shutdown_background();
                Err(error)
            }
        }
    }

    async fn start_in(&self, runtime: &Runtime) -> anyhow::Result<App> {
        let Scaffold { clock, discord, .. } = &self.scaffold;
        let app = runtime.spawn(App::start(self.scaffold.bot_config()?, clock.clone())).await??;
        discord.wait_ready().await;
        Ok(app)
    }

    /// Ends the bot in the middle of whatever it does, as a crash would: nothing of it runs on, and nobody is told.
    pub(super) async fn kill_bot(&self) {
        let mut place = self.runtime.lock().await;
        let Some(runtime) = place.take() else { return };
        runtime.shutdown_background();
        self.life.send_replace(Life::Stopped);
        let gone = |world: &World| (world.gateway.connected == 0).then_some(());
        // If it takes longer, it is gone all the same.
        tokio::time::timeout(GONE_WITHIN, self.scaffold.discord.wait_until(gone)).await.unwrap_or_default();
    }

    /// Ends the bot in order.
    pub(super) async fn close(&self) {
        let mut place = self.runtime.lock().await;
        if let Life::Running(app) = self.life.send_replace(Life::Stopped)
            && let Some(app) = Arc::into_inner(app)
        {
            app.stop().await;
        }
        if let Some(runtime) = place.take() {
            runtime.shutdown_background();
        }
    }

    /// Returns when the bot has nothing to do, or runs no more.
    pub(super) async fn idle(&self) {
        let mut life = self.life.subscribe();
        let now = life.borrow_and_update().clone();
        let Life::Running(app) = now else { return };
        tokio::select! {
            () = app.idle() => {}
            _ = life.changed() => {}
        }
    }

    pub(super) fn bot_state(&self) -> BotState {
        let connected = self.scaffold.discord.look(|world| world.gateway.connected > 0);
        match *self.life.borrow() {
            Life::Stopped => BotState::Stopped,
            Life::Running(_) if connected => BotState::Running,
            Life::Starting | Life::Running(_) => BotState::Connecting,
        }
    }

    /// Told of every start and end of the bot.
    pub(super) fn bot_changes(&self) -> watch::Receiver<Life> {
        self.life.subscribe()
    }

    pub(super) fn mishaps(&self) -> Vec<Mishap> {
        self.mishaps.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }

    /// Switches one on or off.
    pub(super) fn set_mishap(&self, mishap: Mishap, on: bool) {
        {
            let mut mishaps = self.mishaps.lock().unwrap_or_else(PoisonError::into_inner);
            if on {
                mishaps.insert(mishap)
            } else {
                mishaps.remove(&mishap)
            };
        }
        let rules: Vec<FaultRule> = self.mishaps().into_iter().flat_map(Mishap::rules).collect();
        self.scaffold.groups.world(|world| {
            world.clear_faults();
            for rule in rules {
                world.inject(rule);
            }
        });
    }

    /// Whether the account is connected to WhatsApp.
    pub(super) fn is_session_connected(&self) -> bool {
        self.scaffold
            .groups
            .look(|world| world.session(SESSION).is_some_and(|session| session.status == SessionStatus::Connected))
    }

    pub(super) fn connect_session(&self, connected: bool) {
        self.scaffold.groups.world(|world| {
            if connected { world.connect(SESSION) } else { world.disconnect(SESSION, StatusReason::LoggedOut) }
        });
    }
}

impl Mishap {
    fn rules(self) -> Vec<FaultRule> {
        let changes = |fault: Fault| {
            let methods = [Method::POST, Method::PUT, Method::DELETE];
            methods.map(|method| FaultRule::always(fault.clone()).by(method)).to_vec()
        };
        match self {
            Self::Slow => vec![FaultRule::always(Fault::Delay(SLOW))],
            Self::RateLimited => vec![FaultRule::always(Fault::RateLimited { retry_after: RETRY_AFTER })],
            Self::Failing => vec![FaultRule::always(Fault::Status(500))],
            Self::Dropped => changes(Fault::Drop),
            Self::Lost => changes(Fault::DropAfter),
        }
    }
}

//! The playground: the scene, a bot that can be killed and restarted, and switches for faults.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use axum::http::Method;
use discord_stand_in::World;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::bot::{Bot, StartBot};
use super::fake_services::FakeServices;
use super::scene::Scene;
use super::whatsapp::{Fault, FaultRule, SessionStatus, StatusReason};

/// Duration of a slow call.
const SLOW: Duration = Duration::from_secs(2);
/// The value of `Retry-After`, in seconds.
const RETRY_AFTER: u64 = 2;
/// Time limit for Discord to notice that a killed bot is gone.
const GONE_WITHIN: Duration = Duration::from_secs(5);
/// The WhatsApp account of the scene.
const SESSION: &str = "default";

pub(super) struct Playground {
    pub(super) fakes: FakeServices,
    start: StartBot,
    /// The bot's runtime while it runs. The lock is held during start and stop, so that they do not overlap.
    runtime: tokio::sync::Mutex<Option<Runtime>>,
    life: watch::Sender<Life>,
    standing_faults: Mutex<BTreeSet<StandingFault>>,
    /// The folder of the bot's store, which outlives the bot.
    _folder: TempDir,
}

/// The state of the bot process.
#[derive(Clone)]
pub(super) enum Life {
    Stopped,
    Starting,
    Running(Arc<Box<dyn Bot>>),
}

/// The state of the bot, as people see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BotState {
    Stopped,
    Connecting,
    Running,
}

/// A fault of the groups API that stays on until it is switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum StandingFault {
    /// Every call takes two seconds.
    Slow,
    #[serde(rename = "429")]
    RateLimited,
    #[serde(rename = "500")]
    Failing,
    /// The connection of every change is closed, and the change is not applied.
    Dropped,
    /// Every change is applied, and its answer is lost.
    Lost,
}

impl Playground {
    /// Starts the stand-ins, and connects the bot to them.
    pub(super) async fn open(mut scene: Scene, start: StartBot) -> anyhow::Result<Arc<Self>> {
        let folder = tempfile::tempdir().context("no folder for the bot's store")?;
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        let playground = Arc::new(Self {
            fakes: FakeServices::open(scene).await?,
            start,
            runtime: tokio::sync::Mutex::default(),
            life: watch::Sender::new(Life::Stopped),
            standing_faults: Mutex::default(),
            _folder: folder,
        });
        playground.start_bot().await?;
        Ok(playground)
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
            Ok(bot) => {
                self.life.send_replace(Life::Running(Arc::new(bot)));
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

    async fn start_in(&self, runtime: &Runtime) -> anyhow::Result<Box<dyn Bot>> {
        let FakeServices { clock, discord, .. } = &self.fakes;
        let started = runtime.spawn((self.start)(self.fakes.bot_settings(clock.clone()))).await?;
        let bot = started?;
        discord.wait_ready().await;
        Ok(bot)
    }

    /// Kills the bot at once, as a crash would: none of its tasks continue, and no shutdown runs.
    pub(super) async fn kill_bot(&self) {
        let mut place = self.runtime.lock().await;
        let Some(runtime) = place.take() else { return };
        runtime.shutdown_background();
        self.life.send_replace(Life::Stopped);
        let gone = |world: &World| (world.gateway.connected == 0).then_some(());
        // A bot that takes longer to disconnect is still gone.
        tokio::time::timeout(GONE_WITHIN, self.fakes.discord.wait_until(gone)).await.unwrap_or_default();
    }

    /// Shuts the bot down in order.
    pub(super) async fn close(&self) {
        let mut place = self.runtime.lock().await;
        if let Life::Running(bot) = self.life.send_replace(Life::Stopped)
            && let Some(bot) = Arc::into_inner(bot)
        {
            bot.stop().await;
        }
        if let Some(runtime) = place.take() {
            runtime.shutdown_background();
        }
    }

    /// Waits until the bot is idle or has stopped.
    pub(super) async fn idle(&self) {
        let mut life = self.life.subscribe();
        let now = life.borrow_and_update().clone();
        let Life::Running(bot) = now else { return };
        tokio::select! {
            () = bot.idle() => {}
            _ = life.changed() => {}
        }
    }

    pub(super) fn bot_state(&self) -> BotState {
        let connected = self.fakes.discord.look(|world| world.gateway.connected > 0);
        match *self.life.borrow() {
            Life::Stopped => BotState::Stopped,
            Life::Running(_) if connected => BotState::Running,
            Life::Starting | Life::Running(_) => BotState::Connecting,
        }
    }

    /// Returns a receiver that is notified of every start and stop of the bot.
    pub(super) fn bot_changes(&self) -> watch::Receiver<Life> {
        self.life.subscribe()
    }

    pub(super) fn standing_faults(&self) -> Vec<StandingFault> {
        self.standing_faults.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }

    /// Switches a fault on or off.
    pub(super) fn set_fault(&self, fault: StandingFault, on: bool) {
        {
            let mut standing_faults = self.standing_faults.lock().unwrap_or_else(PoisonError::into_inner);
            if on {
                standing_faults.insert(fault)
            } else {
                standing_faults.remove(&fault)
            };
        }
        let rules: Vec<FaultRule> = self.standing_faults().into_iter().flat_map(StandingFault::rules).collect();
        self.fakes.groups.world(|world| {
            world.clear_faults();
            for rule in rules {
                world.inject(rule);
            }
        });
    }

    /// Returns whether the account is connected to WhatsApp.
    pub(super) fn is_session_connected(&self) -> bool {
        self.fakes
            .groups
            .look(|world| world.session(SESSION).is_some_and(|session| session.status == SessionStatus::Connected))
    }

    pub(super) fn connect_session(&self, connected: bool) {
        self.fakes.groups.world(|world| {
            if connected { world.connect(SESSION) } else { world.disconnect(SESSION, StatusReason::LoggedOut) }
        });
    }
}

impl StandingFault {
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

//! The scenario player: the current playground, and the scene that is played on it.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde::Serialize;
use tokio::sync::{Mutex, Notify, watch};
use tokio::task::JoinSet;
use usher_clock::Clock;

use super::bot::StartBot;
use super::line::Line;
use super::playground::Playground;
use super::scene::Scene;
use super::tour::{self, Step};

/// Pause before each line of a scene, so that a viewer can follow.
const READING_TIME: Duration = Duration::from_millis(900);

pub(super) struct ScenarioPlayer {
    playground: watch::Sender<Arc<Playground>>,
    /// Starts the bot of a new playground.
    start: StartBot,
    scene: watch::Sender<Option<SceneAt>>,
    /// Notified when a viewer requests the next line of a waiting scene.
    next: Notify,
    /// The task that plays a scene. The lock is held while the playground is changed.
    player: Mutex<JoinSet<()>>,
}

/// The progress of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct SceneAt {
    name: &'static str,
    title: &'static str,
    says: &'static str,
    /// The name of the person who acts; `None` during the setup.
    pub(super) who: Option<String>,
    /// The step number, starting at 1; 0 during the setup.
    step: usize,
    of: usize,
    pub(super) playing: bool,
    /// True if the scene waits for a request before each line.
    waits: bool,
    /// The reason why the scene stopped.
    problem: Option<String>,
}

impl ScenarioPlayer {
    /// Opens a playground with this scene.
    pub(super) async fn open(scene: Scene, start: StartBot) -> anyhow::Result<Self> {
        let playground = watch::Sender::new(Playground::open(scene, Arc::clone(&start)).await?);
        Ok(Self { playground, start, scene: watch::Sender::new(None), next: Notify::new(), player: Mutex::default() })
    }

    /// Returns the current playground.
    pub(super) fn playground(&self) -> Arc<Playground> {
        self.playground.borrow().clone()
    }

    /// Returns a receiver that is notified of every new playground.
    pub(super) fn playgrounds(&self) -> watch::Receiver<Arc<Playground>> {
        self.playground.subscribe()
    }

    /// Returns a receiver that is notified of every step of a scene.
    pub(super) fn scenes(&self) -> watch::Receiver<Option<SceneAt>> {
        self.scene.subscribe()
    }

    /// Creates a new world, and plays a scene in it if one is named. With `stepwise`, each line waits for a request.
    /// The current scene and world are closed.
    pub(super) async fn restart_with(self: &Arc<Self>, scene: Option<&str>, stepwise: bool) -> anyhow::Result<()> {
        let step = match scene {
            Some(name) => Some(tour::STEPS.iter().find(|step| step.name == name).context("there is no such scene")?),
            None => None,
        };
        let mut player = self.player.lock().await;
        player.shutdown().await;
        let world = Scene::new(&Clock::system());
        let world = if step.is_some() { tour::prepare(world) } else { tour::roomy(world) };
        let playground = Playground::open(world, Arc::clone(&self.start)).await?;
        self.scene.send_replace(step.map(SceneAt::of));
        let over = self.playground.send_replace(Arc::clone(&playground));
        over.kill_bot().await;
        if let Some(step) = step {
            let scenarios = Arc::clone(self);
            player.spawn(async move { scenarios.play(&playground, step, stepwise).await });
        }
        Ok(())
    }

    /// Continues a waiting scene.
    pub(super) fn play_next_line(&self) {
        if self.scene.borrow().as_ref().is_some_and(|scene| scene.waits) {
            self.next.notify_one();
        }
    }

    async fn play(&self, playground: &Playground, step: &Step, stepwise: bool) {
        let ended = self.lines(playground, step, stepwise).await;
        self.now(|scene| {
            scene.playing = false;
            scene.problem = ended.err();
        });
    }

    async fn lines(&self, playground: &Playground, step: &Step, stepwise: bool) -> Result<(), String> {
        for line in &step.before {
            act(playground, line).await?;
        }
        for (at, line) in step.lines.iter().enumerate() {
            let who = line.split_once(':').map(|(who, _)| who.to_owned());
            self.now(|scene| {
                scene.step = at + 1;
                scene.who = who;
                scene.waits = stepwise;
            });
            if stepwise {
                self.next.notified().await;
                self.now(|scene| scene.waits = false);
            } else {
                playground.fakes.clock.sleep(READING_TIME).await;
            }
            act(playground, line).await?;
        }
        Ok(())
    }

    fn now(&self, change: impl FnOnce(&mut SceneAt)) {
        self.scene.send_modify(|scene| {
            if let Some(scene) = scene {
                change(scene);
            }
        });
    }

    /// Ends the scene, and shuts the bot down in order.
    pub(super) async fn close(&self) {
        self.player.lock().await.shutdown().await;
        self.playground().close().await;
    }
}

impl SceneAt {
    fn of(step: &Step) -> Self {
        let Step { name, title, says, .. } = *step;
        Self { name, title, says, who: None, step: 0, of: step.lines.len(), playing: true, waits: false, problem: None }
    }
}

async fn act(playground: &Playground, line: &str) -> Result<(), String> {
    match Line::read(line) {
        Ok(Line::Does { who, act }) => playground.act(&who, &act).await.map(|_| ()),
        Ok(_) => Ok(()),
        Err(problem) => Err(problem.to_string()),
    }
}

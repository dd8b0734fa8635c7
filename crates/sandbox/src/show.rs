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
use super::scene::Scene;
use super::stage::Stage;
use super::tour::{self, Step};

/// Pause before each line of a scene, so that a viewer can follow.
const READING_TIME: Duration = Duration::from_millis(900);

pub(super) struct Show {
    stage: watch::Sender<Arc<Stage>>,
    /// Starts the bot of a new stage.
    start: StartBot,
    scene: watch::Sender<Option<SceneAt>>,
    /// Notified when a viewer requests the next line of a waiting scene.
    next: Notify,
    /// The task that plays a scene. The lock is held while the stage is changed.
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

impl Show {
    /// Opens a stage with this scene.
    pub(super) async fn open(scene: Scene, start: StartBot) -> anyhow::Result<Self> {
        let stage = watch::Sender::new(Stage::open(scene, Arc::clone(&start)).await?);
        Ok(Self { stage, start, scene: watch::Sender::new(None), next: Notify::new(), player: Mutex::default() })
    }

    /// Returns the current stage.
    pub(super) fn stage(&self) -> Arc<Stage> {
        self.stage.borrow().clone()
    }

    /// Returns a receiver that is notified of every new stage.
    pub(super) fn stages(&self) -> watch::Receiver<Arc<Stage>> {
        self.stage.subscribe()
    }

    /// Returns a receiver that is notified of every step of a scene.
    pub(super) fn scenes(&self) -> watch::Receiver<Option<SceneAt>> {
        self.scene.subscribe()
    }

    /// Creates a new world, and plays a scene in it if one is named. With `stepwise`, each line waits for a request.
    /// The current scene and world are closed.
    pub(super) async fn put_on(self: &Arc<Self>, scene: Option<&str>, stepwise: bool) -> anyhow::Result<()> {
        let step = match scene {
            Some(name) => Some(tour::STEPS.iter().find(|step| step.name == name).context("there is no such scene")?),
            None => None,
        };
        let mut player = self.player.lock().await;
        player.shutdown().await;
        let world = Scene::new(&Clock::system());
        let world = if step.is_some() { tour::prepare(world) } else { tour::roomy(world) };
        let stage = Stage::open(world, Arc::clone(&self.start)).await?;
        self.scene.send_replace(step.map(SceneAt::of));
        let over = self.stage.send_replace(Arc::clone(&stage));
        over.kill_bot().await;
        if let Some(step) = step {
            let show = Arc::clone(self);
            player.spawn(async move { show.play(&stage, step, stepwise).await });
        }
        Ok(())
    }

    /// Continues a waiting scene.
    pub(super) fn go_on(&self) {
        if self.scene.borrow().as_ref().is_some_and(|scene| scene.waits) {
            self.next.notify_one();
        }
    }

    async fn play(&self, stage: &Stage, step: &Step, stepwise: bool) {
        let ended = self.lines(stage, step, stepwise).await;
        self.now(|scene| {
            scene.playing = false;
            scene.problem = ended.err();
        });
    }

    async fn lines(&self, stage: &Stage, step: &Step, stepwise: bool) -> Result<(), String> {
        for line in &step.before {
            act(stage, line).await?;
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
                stage.scaffold.clock.sleep(READING_TIME).await;
            }
            act(stage, line).await?;
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
        self.stage().close().await;
    }
}

impl SceneAt {
    fn of(step: &Step) -> Self {
        let Step { name, title, says, .. } = *step;
        Self { name, title, says, who: None, step: 0, of: step.lines.len(), playing: true, waits: false, problem: None }
    }
}

async fn act(stage: &Stage, line: &str) -> Result<(), String> {
    match Line::read(line) {
        Ok(Line::Does { who, act }) => stage.act(&who, &act).await.map(|_| ()),
        Ok(_) => Ok(()),
        Err(problem) => Err(problem.to_string()),
    }
}

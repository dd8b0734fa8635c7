//! The scenario player: the current playground, and the scene that is played on it.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde::Serialize;
use tokio::sync::{Mutex, Notify, watch};
use tokio::task::JoinSet;
use usher_clock::Clock;

use super::bot::StartBot;
use super::line::{Line, LineAction};
use super::playground::Playground;
use super::scene::Scene;
use super::tour::{self, Step};
use super::whatsapp::Provider;

/// Pause before each line of a scene that does not wait for its viewer.
const READING_TIME: Duration = Duration::from_millis(900);

pub(super) struct ScenarioPlayer {
    playground: watch::Sender<Arc<Playground>>,
    /// Starts the bot of a new playground.
    start: StartBot,
    /// The providers to which the bot speaks. A new world may be served as any of them.
    providers: Vec<Provider>,
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
    /// The name of the text that says what happens.
    says: &'static str,
    /// The word for the person who acts; `None` during the setup.
    pub(super) who: Option<&'static str>,
    /// The name of the channel in which the step takes place.
    channel: Option<String>,
    /// The action of the step.
    next: Option<StepAction>,
    /// The step number, starting at 1; 0 during the setup.
    pub(super) step: usize,
    of: usize,
    pub(super) playing: bool,
    /// True if the scene waits for a request before each line.
    waits: bool,
    /// The reason why the scene stopped.
    problem: Option<String>,
}

/// The action of a step, as a viewer reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct StepAction {
    does: &'static str,
    text: String,
}

impl ScenarioPlayer {
    /// Opens a playground with this scene, for a bot that speaks to these providers.
    pub(super) async fn open(scene: Scene, start: StartBot, providers: Vec<Provider>) -> anyhow::Result<Self> {
        let playground = watch::Sender::new(Playground::open(scene, Arc::clone(&start)).await?);
        let (scene, next, player) = (watch::Sender::new(None), Notify::new(), Mutex::default());
        Ok(Self { playground, start, providers, scene, next, player })
    }

    /// Returns the current playground.
    pub(super) fn playground(&self) -> Arc<Playground> {
        self.playground.borrow().clone()
    }

    /// Returns the providers as which a new world may be served.
    pub(super) fn providers(&self) -> &[Provider] {
        &self.providers
    }

    /// Returns a receiver that is notified of every new playground.
    pub(super) fn playgrounds(&self) -> watch::Receiver<Arc<Playground>> {
        self.playground.subscribe()
    }

    /// Returns a receiver that is notified of every step of a scene.
    pub(super) fn scenes(&self) -> watch::Receiver<Option<SceneAt>> {
        self.scene.subscribe()
    }

    /// Creates a new world in the language of the viewer, and plays a scene in it if one is named. With `stepwise`, each
    /// line waits for a request. The current scene and world are closed. Without a provider, the new world has that of
    /// the current one.
    pub(super) async fn restart_with(
        self: &Arc<Self>,
        scene: Option<&str>,
        stepwise: bool,
        locale: &str,
        provider: Option<Provider>,
    ) -> anyhow::Result<()> {
        if let Some(provider) = provider {
            anyhow::ensure!(self.providers.contains(&provider), "the bot does not speak to {provider}");
        }
        let provider = provider.unwrap_or(self.playground().fakes.groups.provider());
        let step = match scene {
            Some(name) => {
                let mut steps = tour::steps(provider).into_iter();
                Some(steps.find(|step| step.name == name).context("there is no such scene")?)
            }
            None => None,
        };
        let mut player = self.player.lock().await;
        player.shutdown().await;
        let mut world = Scene::new(&Clock::system());
        world.whatsapp.serve_as(provider);
        let world = if step.is_some() { tour::prepare(world) } else { tour::roomy(world) };
        let playground = Playground::open(world.in_language(locale), Arc::clone(&self.start)).await?;
        self.scene.send_replace(step.as_ref().map(SceneAt::of));
        let over = self.playground.send_replace(Arc::clone(&playground));
        over.kill_bot().await;
        if let Some(step) = step {
            let scenarios = Arc::clone(self);
            player.spawn(async move { scenarios.play(&playground, &step, stepwise).await });
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
            let (who, action) = read(line)?;
            playground.act(who, &playground.in_their_language(who, action)).await?;
        }
        for (at, line) in step.lines.iter().enumerate() {
            let (who, action) = read(line)?;
            let action = playground.in_their_language(who, action);
            let channel = playground.place_of(who, &action);
            self.now(|scene| {
                scene.step = at + 1;
                scene.who = Some(who);
                scene.channel = channel;
                scene.next = StepAction::of(&action);
                scene.waits = stepwise;
            });
            if stepwise {
                self.next.notified().await;
                self.now(|scene| scene.waits = false);
            } else {
                playground.fakes.clock.sleep(READING_TIME).await;
            }
            playground.act(who, &action).await?;
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
        Self {
            name: step.name,
            says: step.says,
            who: None,
            channel: None,
            next: None,
            step: 0,
            of: step.lines.len(),
            playing: true,
            waits: false,
            problem: None,
        }
    }
}

impl StepAction {
    fn of(action: &LineAction) -> Option<Self> {
        let (does, text) = match action {
            LineAction::Command(text) => ("command", format!("/{text}")),
            LineAction::Menu { name, .. } => ("command", name.clone()),
            LineAction::Press(label) => ("press", label.clone()),
            LineAction::Choose { values, .. } => ("choose", values.join(", ")),
            LineAction::Type(text) | LineAction::Say(text) => ("type", text.clone()),
            LineAction::LogOut => ("log-out", String::new()),
            LineAction::LogIn => ("log-in", String::new()),
            LineAction::Speak(_) => return None,
        };
        Some(Self { does, text })
    }
}

/// Reads a line of a scene: the word for the person who acts, and the action.
fn read(line: &str) -> Result<(&'static str, LineAction), String> {
    match Line::read(line) {
        Ok(Line::Does { who, act }) => Ok((who, act)),
        Ok(_) => Err(format!("nobody acts in the line {line}")),
        Err(problem) => Err(problem.to_string()),
    }
}

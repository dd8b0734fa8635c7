//! The connection of one open page: it runs the page's requests, and sends the changes of the view of its person.
//!
//! A page sends [`PageRequest`] as JSON, and gets `{"answer": id, "ok": value}` or `{"answer": id, "problem": "words"}` for
//! each. It also receives the changes of its [`View`]: `{"put": {section: {key: value}}, "gone": {section: [key]}}`.
//! `"fresh": true` marks the whole state, which is sent at first, for another person, and in a new world.

use std::sync::Arc;
use std::time::Duration;

use discord_stand_in::UserId;
use futures::stream::FuturesUnordered;
use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use super::requests::{PageRequest, RequestKind, answer};
use super::view::View;
use crate::playground::{Life, Playground};
use crate::scenario_player::{ScenarioPlayer, SceneAt};

/// Maximum number of concurrent requests of one page. Further ones wait in the socket.
const PENDING_MAX: usize = 32;
/// Minimum time between two updates. It is too short to notice.
const BETWEEN_LOOKS: Duration = Duration::from_millis(30);
/// Maximum time between two updates. An interaction that times out changes no data, but the page must show it.
const REFRESH_WITHIN: Duration = Duration::from_secs(1);
/// The person whose view a page shows at first: they may do everything.
const FIRST_PERSON: &str = "owner";

/// Serves a page until it disconnects.
pub(super) async fn serve<S: AsyncRead + AsyncWrite + Unpin>(
    socket: WebSocketStream<S>,
    scenarios: Arc<ScenarioPlayer>,
) {
    let (mut sink, mut stream) = socket.split();
    let mut playgrounds = scenarios.playgrounds();
    let mut viewer = Viewer::of(&scenarios, playgrounds.borrow_and_update().clone(), FIRST_PERSON);
    let mut pending = FuturesUnordered::new();
    loop {
        if let Some(news) = viewer.news()
            && sink.send(Message::Text(news.to_string())).await.is_err()
        {
            return;
        }
        let response = tokio::select! {
            message = stream.next(), if pending.len() < PENDING_MAX => match message {
                Some(Ok(Message::Text(text))) => match serde_json::from_str::<PageRequest>(&text) {
                    Ok(PageRequest { id, kind: RequestKind::Look { person } }) => {
                        Some(response(id, viewer.look_as(person)))
                    }
                    Ok(PageRequest { id, kind: RequestKind::Act(action) }) => {
                        let (scenarios, playground) = (Arc::clone(&scenarios), Arc::clone(&viewer.playground));
                        let who = viewer.who;
                        pending.push(async move { response(id, answer(&scenarios, &playground, who, action).await) });
                        None
                    }
                    // Such a request does not come from this page's own script.
                    Err(_) => return,
                },
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                Some(Ok(_)) => None,
            },
            Some(answer) = pending.next() => Some(answer),
            _ = playgrounds.changed() => {
                viewer = Viewer::of(&scenarios, playgrounds.borrow_and_update().clone(), &viewer.name);
                None
            }
            () = viewer.changes.next() => None,
        };
        if let Some(text) = response
            && sink.send(Message::Text(text.to_string())).await.is_err()
        {
            return;
        }
    }
}

fn response(id: u64, answer: Result<Value, String>) -> Value {
    match answer {
        Ok(value) => json!({ "answer": id, "ok": value }),
        Err(problem) => json!({ "answer": id, "problem": problem }),
    }
}

/// The state of one page: the current person, and the view that was sent last.
struct Viewer {
    scenarios: Arc<ScenarioPlayer>,
    playground: Arc<Playground>,
    who: UserId,
    name: String,
    seen: Option<View>,
    /// The step of the scene at the last update.
    followed: usize,
    changes: Changes,
}

impl Viewer {
    fn of(scenarios: &Arc<ScenarioPlayer>, playground: Arc<Playground>, name: &str) -> Self {
        let who = playground.person(name).unwrap_or(playground.fakes.people.owner);
        let changes = Changes::of(scenarios, &playground);
        let scenarios = Arc::clone(scenarios);
        Self { scenarios, playground, who, name: name.to_owned(), seen: None, followed: 0, changes }
    }

    /// Switches to another person, if one with this id exists.
    fn look_as(&mut self, person: UserId) -> Result<Value, String> {
        let name = self.playground.fakes.discord.look(|world| Some(world.users.get(&person)?.name.clone()));
        self.turn_to(person, name.ok_or("there is no such person")?);
        Ok(Value::Null)
    }

    fn turn_to(&mut self, person: UserId, name: String) {
        self.who = person;
        self.name = name;
        self.seen = None;
    }

    /// Switches to the person who acts in a step of a scene, because much of the result is visible only to them.
    fn follow(&mut self, scene: Option<&SceneAt>) {
        let Some(scene) = scene.filter(|scene| scene.playing && scene.step != self.followed) else { return };
        self.followed = scene.step;
        if let Some(word) = scene.who
            && let Some(person) = self.playground.person(word)
            && person != self.who
        {
            self.turn_to(person, word.to_owned());
        }
    }

    /// Returns the changes that this page has not received yet.
    fn news(&mut self) -> Option<Value> {
        let scene = self.changes.seen();
        self.follow(scene.as_ref());
        let view = View::of(&self.playground, self.scenarios.providers(), scene.as_ref(), self.who);
        let news = match &self.seen {
            None => Some(view.whole()),
            Some(before) => view.news_since(before),
        };
        self.seen = Some(view);
        news
    }
}

/// Receivers for every change that a page may have to show.
struct Changes {
    discord: watch::Receiver<()>,
    groups: watch::Receiver<()>,
    bot: watch::Receiver<Life>,
    scene: watch::Receiver<Option<SceneAt>>,
    last: Instant,
}

impl Changes {
    fn of(scenarios: &ScenarioPlayer, playground: &Playground) -> Self {
        let (discord, groups) = (playground.fakes.discord.changes(), playground.fakes.groups.changes());
        Self { discord, groups, bot: playground.bot_changes(), scene: scenarios.scenes(), last: Instant::now() }
    }

    /// Marks all changes as seen. Returns the scene.
    fn seen(&mut self) -> Option<SceneAt> {
        self.discord.mark_unchanged();
        self.groups.mark_unchanged();
        self.bot.mark_unchanged();
        self.last = Instant::now();
        self.scene.borrow_and_update().clone()
    }

    /// Waits until the view may have changed.
    async fn next(&mut self) {
        sleep_until(self.last + BETWEEN_LOOKS).await;
        tokio::select! {
            _ = self.discord.changed() => {}
            _ = self.groups.changed() => {}
            _ = self.bot.changed() => {}
            _ = self.scene.changed() => {}
            () = sleep_until(self.last + REFRESH_WITHIN) => {}
        }
    }
}

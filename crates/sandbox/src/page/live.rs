//! The connection of one open page: it runs the page's requests, and sends the changes of the view of its person.
//!
//! A page sends [`Asked`] as JSON, and gets `{"answer": id, "ok": value}` or `{"answer": id, "problem": "words"}` for
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

use super::asks::{Ask, Asked, answer};
use super::view::View;
use crate::show::{SceneAt, Show};
use crate::stage::{Life, Stage};

/// Maximum number of concurrent requests of one page. Further ones wait in the socket.
const UNDER_WAY: usize = 32;
/// Minimum time between two updates. It is too short to notice.
const BETWEEN_LOOKS: Duration = Duration::from_millis(30);
/// Maximum time between two updates. An interaction that times out changes no data, but the page must show it.
const LOOK_WITHIN: Duration = Duration::from_secs(1);
/// The person whose view a page shows at first: they may do everything.
const FIRST: &str = "owner";

/// Serves a page until it disconnects.
pub(super) async fn run<S: AsyncRead + AsyncWrite + Unpin>(socket: WebSocketStream<S>, show: Arc<Show>) {
    let (mut sink, mut stream) = socket.split();
    let mut stages = show.stages();
    let mut eyes = Eyes::of(&show, stages.borrow_and_update().clone(), FIRST);
    let mut asked = FuturesUnordered::new();
    loop {
        if let Some(news) = eyes.news()
            && sink.send(Message::Text(news.to_string())).await.is_err()
        {
            return;
        }
        let said = tokio::select! {
            message = stream.next(), if asked.len() < UNDER_WAY => match message {
                Some(Ok(Message::Text(text))) => match serde_json::from_str::<Asked>(&text) {
                    Ok(Asked { id, ask: Ask::Look { person } }) => Some(told(id, eyes.look_as(person))),
                    Ok(Asked { id, ask: Ask::Act(act) }) => {
                        let (show, stage, who) = (Arc::clone(&show), Arc::clone(&eyes.stage), eyes.who);
                        asked.push(async move { told(id, answer(&show, &stage, who, act).await) });
                        None
                    }
                    // Such a request does not come from this page's own script.
                    Err(_) => return,
                },
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                Some(Ok(_)) => None,
            },
            Some(answer) = asked.next() => Some(answer),
            _ = stages.changed() => {
                eyes = Eyes::of(&show, stages.borrow_and_update().clone(), &eyes.name);
                None
            }
            () = eyes.changes.next() => None,
        };
        if let Some(said) = said
            && sink.send(Message::Text(said.to_string())).await.is_err()
        {
            return;
        }
    }
}

fn told(id: u64, answer: Result<Value, String>) -> Value {
    match answer {
        Ok(value) => json!({ "answer": id, "ok": value }),
        Err(problem) => json!({ "answer": id, "problem": problem }),
    }
}

/// The state of one page: the current person, and the view that was sent last.
struct Eyes {
    stage: Arc<Stage>,
    who: UserId,
    name: String,
    seen: Option<View>,
    /// The person who acted in the scene at the last update.
    followed: Option<String>,
    changes: Changes,
}

impl Eyes {
    fn of(show: &Show, stage: Arc<Stage>, name: &str) -> Self {
        let who = stage.person(name).unwrap_or(stage.scaffold.people.owner);
        let changes = Changes::of(show, &stage);
        Self { stage, who, name: name.to_owned(), seen: None, followed: None, changes }
    }

    /// Switches to another person, if one with this id exists.
    fn look_as(&mut self, person: UserId) -> Result<Value, String> {
        let name = self.stage.scaffold.discord.look(|world| Some(world.users.get(&person)?.name.clone()));
        self.turn_to(person, name.ok_or("there is no such person")?);
        Ok(Value::Null)
    }

    fn turn_to(&mut self, person: UserId, name: String) {
        self.who = person;
        self.name = name;
        self.seen = None;
    }

    /// Switches to the person who acts in a scene as soon as they act, because much of the result is visible only to
    /// them.
    fn follow(&mut self, scene: Option<&SceneAt>) {
        let acts = scene.filter(|scene| scene.playing).and_then(|scene| scene.who.clone());
        if acts != self.followed {
            if let Some(name) = &acts
                && let Some(person) = self.stage.person(name)
            {
                self.turn_to(person, name.clone());
            }
            self.followed = acts;
        }
    }

    /// Returns the changes that this page has not received yet.
    fn news(&mut self) -> Option<Value> {
        let scene = self.changes.seen();
        self.follow(scene.as_ref());
        let view = View::of(&self.stage, scene.as_ref(), self.who);
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
    fn of(show: &Show, stage: &Stage) -> Self {
        let (discord, groups) = (stage.scaffold.discord.changes(), stage.scaffold.groups.changes());
        Self { discord, groups, bot: stage.bot_changes(), scene: show.scenes(), last: Instant::now() }
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
            () = sleep_until(self.last + LOOK_WITHIN) => {}
        }
    }
}

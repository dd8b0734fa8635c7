//! A sandbox for each test: the real bot, on real sockets, between the two stand-ins. Closing it panics on leftovers:
//! interactions without an answer, requests outside the specifications, operations without an outcome.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use discord_stand_in::{Choice, InteractionId, Message, State, UserId};
use sandbox::Scene;
use sandbox::whatsapp::Call;
use serde_json::{Value, json};
use tokio::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock};
use usher_clock::Clock;

use crate::house::House;
use crate::openapi;

/// Settings without delays: the tests do not depend on speed.
pub(crate) const UNHURRIED: &str = "groups_api.requests_per_second = 10000\nlimits.changes_per_minute = 100000\n\
                                    limits.heavy_changes_per_minute = 100000\nlimits.adds_per_day = 100000\n\
                                    limits.approval_requests_per_minute = 100000\nlimits.lookups_per_minute = 100000\n";

/// The timeout of a hanging test; every normal wait is much shorter.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct TestBot {
    pub(crate) house: House,
    _turn: OwnedRwLockReadGuard<()>,
}

/// Shared by all tests while they run, and held exclusively by load tests, so that no other test affects their timing.
static TURNS: LazyLock<Arc<RwLock<()>>> = LazyLock::new(Arc::default);

pub(crate) async fn together() -> OwnedRwLockReadGuard<()> {
    TURNS.clone().read_owned().await
}

pub(crate) async fn alone() -> OwnedRwLockWriteGuard<()> {
    TURNS.clone().write_owned().await
}

/// The results of a user's action.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) interaction: InteractionId,
    /// The final answer.
    pub(crate) message: Option<Message>,
    /// The public follow-ups in the channel.
    pub(crate) notices: Vec<Message>,
    /// The groups API calls that it caused.
    pub(crate) calls: Vec<Call>,
}

impl TestBot {
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// Opens a test bot after a change to its scene.
    pub(crate) async fn with(change: impl FnOnce(&mut Scene)) -> Self {
        let mut scene = Scene::new(&Clock::system());
        scene.settings.push_str(UNHURRIED);
        change(&mut scene);
        Self { _turn: together().await, house: House::open(scene).await.unwrap() }
    }

    pub(crate) fn person(&self, who: &str) -> UserId {
        self.house.discord.world(|world| world.member_named(self.house.guild, who)).unwrap()
    }

    /// Sends a command and waits for the final answer:
    /// `test_bot.command("moderator", "wa-group show", &[("group", ALPHA)])`.
    pub(crate) async fn command(&self, who: &str, name: &str, options: &[(&str, &str)]) -> Reply {
        let interaction = self.send(who, name, options);
        self.reply(interaction).await
    }

    /// Sends a command without waiting.
    pub(crate) fn send(&self, who: &str, name: &str, options: &[(&str, &str)]) -> InteractionId {
        self.send_as(self.person(who), name, options)
    }

    pub(crate) fn send_as(&self, who: UserId, name: &str, options: &[(&str, &str)]) -> InteractionId {
        let options: Vec<_> = options.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        self.house.discord.command(who, self.house.channel, name, &options).unwrap()
    }

    pub(crate) async fn press(&self, who: &str, on: &Reply, label: &str) -> Reply {
        let message = on.message.as_ref().unwrap().id;
        let interaction = self.house.discord.press(self.person(who), message, label).unwrap();
        self.reply(interaction).await
    }

    /// Fills the only field of the modal that `opened` opened.
    pub(crate) async fn fill_in(&self, who: &str, opened: &Reply, text: &str) -> Reply {
        let interaction = self.submit(who, opened, text);
        self.reply(interaction).await
    }

    /// Submits the modal as [`Self::fill_in`] does, without waiting.
    pub(crate) fn submit(&self, who: &str, opened: &Reply, text: &str) -> InteractionId {
        let field = self.house.discord.world(|world| match &world.interactions[&opened.interaction].state {
            State::Modal(modal) => modal["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned(),
            other => panic!("no modal was opened: {other:?}"),
        });
        let fields = vec![(field, text.to_owned())];
        self.house.discord.submit_modal(self.person(who), opened.interaction, &fields).unwrap()
    }

    /// Returns the modal that `opened` opened.
    pub(crate) fn modal(&self, opened: &Reply) -> Value {
        self.house.discord.world(|world| match &world.interactions[&opened.interaction].state {
            State::Modal(modal) => modal.clone(),
            other => panic!("no modal was opened: {other:?}"),
        })
    }

    /// Returns the autocomplete choices for `option` with the input `typed`.
    pub(crate) async fn offers(&self, who: &str, command: &str, option: &str, typed: &str) -> Vec<Choice> {
        let options = vec![(option.to_owned(), json!(typed))];
        let house = &self.house;
        let typing = house.discord.autocomplete(self.person(who), house.channel, command, &options, option).unwrap();
        self.within(house.discord.choices(typing)).await.expect("the offer came in time")
    }

    /// Waits for the final answer.
    pub(crate) async fn reply(&self, interaction: InteractionId) -> Reply {
        let discord = &self.house.discord;
        self.within(discord.wait_until(|world| {
            let state = &world.interactions.get(&interaction)?.state;
            (!matches!(state, State::Waiting | State::Deferred { .. } | State::Updating)).then_some(())
        }))
        .await;
        self.within(self.house.app.idle()).await;
        discord.world(|world| {
            let asked = &world.interactions[&interaction];
            // The answer to a press is in the message with the button.
            let id = asked.original.or(asked.source);
            Reply {
                interaction,
                message: id.and_then(|id| world.messages.get(&id)).cloned(),
                notices: world.followups(interaction).into_iter().cloned().collect(),
                calls: self.house.groups.take_calls(),
            }
        })
    }

    /// Waits as [`Self::reply`] does, and advances the clock with every groups API call, so that the test skips the
    /// pauses between attempts.
    pub(crate) async fn impatient_reply(&self, interaction: InteractionId) -> Reply {
        let moving = async {
            let mut seen = 0;
            loop {
                seen = self.house.groups.until_call(|call| call.number > seen).await.number;
                self.house.clock.advance(Duration::from_secs(5));
            }
        };
        tokio::select! {
            reply = self.reply(interaction) => reply,
            () = moving => unreachable!("the clock loop never ends"),
        }
    }

    /// Waits until the actor sees that Usher checks whether their change took effect.
    pub(crate) async fn checking(&self, interaction: InteractionId) {
        self.shown(interaction, "is checking").await;
    }

    /// Waits until the message that answers an interaction contains these words, and ignores other pending work.
    pub(crate) async fn shown(&self, interaction: InteractionId, words: &str) -> Message {
        let shown = self.house.discord.wait_until(|world| {
            let asked = &world.interactions[&interaction];
            let message = asked.original.or(asked.source).and_then(|id| world.messages.get(&id))?;
            message.all_text().contains(words).then(|| message.clone())
        });
        self.within(shown).await
    }

    /// Waits as [`Self::reply`] does, while the clock advances by some minutes each second.
    pub(crate) async fn hurried_reply(&self, interaction: InteractionId) -> Reply {
        let answered = self.house.discord.wait_until(|world| world.interactions[&interaction].answered_after);
        self.within(answered).await;
        self.hurried(self.reply(interaction)).await
    }

    /// Runs `work` while the clock advances by some minutes each second.
    pub(crate) async fn hurried<T>(&self, work: impl Future<Output = T>) -> T {
        let flying = async {
            loop {
                self.house.clock.advance(Duration::from_secs(1));
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::select! {
            done = work => done,
            () = flying => unreachable!("it never ends"),
        }
    }

    /// Returns the current text of the message that answered an interaction.
    pub(crate) fn text_now(&self, reply: &Reply) -> String {
        let id = reply.message.as_ref().unwrap().id;
        self.house.discord.world(|world| world.messages[&id].all_text())
    }

    /// Stops the bot and starts it again on the same store.
    pub(crate) async fn restart(self) -> Self {
        Self { house: self.house.restart().await.unwrap(), ..self }
    }

    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::time::timeout(PATIENCE, work).await.expect("it took too long")
    }

    /// Closes the sandbox, and panics on leftovers.
    pub(crate) async fn close(self) {
        self.within(self.house.app.idle()).await;
        assert_eq!(self.house.app.open_cases().await, 0, "operations without an end");
        self.house.discord.world(|world| {
            assert!(world.unexpected.is_empty(), "requests that Discord does not know: {:#?}", world.unexpected);
            for interaction in world.interactions.values() {
                let answered = !matches!(interaction.state, State::Waiting | State::Deferred { .. } | State::Updating);
                assert!(answered, "an interaction without an answer: {interaction:#?}");
                assert!(!interaction.deprecated_followup, "a follow-up in the place of an edit");
            }
            for message in world.messages.values().filter(|message| message.author == world.application.bot) {
                let pings = !message.pings.is_empty() || !message.pinged_roles.is_empty() || message.pinged_everyone;
                assert!(!pings, "somebody was pinged: {message:#?}");
            }
            for request in &world.requests {
                openapi::check(&request.method, &request.path, &request.body);
            }
        });
        for call in self.house.groups.calls() {
            assert!(call.operation.is_some(), "a call that is none of the groups API's: {call:?}");
        }
        self.house.close().await;
    }
}

impl Reply {
    /// Returns all text of the answer.
    pub(crate) fn text(&self) -> String {
        self.message.as_ref().map(Message::all_text).unwrap_or_default()
    }

    pub(crate) fn embed(&self) -> Value {
        self.message.as_ref().and_then(|message| message.embeds.first()).cloned().unwrap_or_default()
    }

    pub(crate) fn title(&self) -> String {
        self.embed()["title"].as_str().unwrap_or_default().to_owned()
    }

    /// Returns whether only the actor sees the answer.
    pub(crate) fn is_private(&self) -> bool {
        self.message.as_ref().is_some_and(Message::is_ephemeral)
    }

    /// Returns the labels of its enabled buttons.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let controls = self.message.iter().flat_map(Message::controls);
        let enabled = controls.filter(|control| control["disabled"] != true);
        enabled.filter_map(|control| Some(control["label"].as_str()?.to_owned())).collect()
    }

    /// Returns the text of the public follow-ups.
    pub(crate) fn notice(&self) -> String {
        self.notices.iter().map(Message::all_text).collect::<Vec<_>>().join("\n")
    }

    /// Returns the calls without their common path prefix, such as
    /// `GET /groups/120363000000000001%40g.us/invite → 200`.
    pub(crate) fn calls(&self) -> Vec<String> {
        let line = |call: &Call| {
            let path = call.path.strip_prefix("/api/sessions/default").unwrap_or(&call.path);
            let query = call.query.as_ref().map_or_else(String::new, |query| format!("?{query}"));
            let status = call.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            format!("{} {path}{query} → {status}", call.method)
        };
        self.calls.iter().map(line).collect()
    }
}

//! Runs the action of a line in Discord, as the person that the line names, for the prompt and for the scenes of the
//! page.

use std::collections::BTreeSet;
use std::time::Duration;

use discord_stand_in::{Choice, InteractionId, Message, MessageId, State, UserId, World};
use serde_json::{Value, json};

use super::line::{LineAction, Typed, read_command};
use super::playground::Playground;
use super::scene::{everyone, word_for};
use super::tour::place_of_control;

/// Time limit for an alert about the WhatsApp account.
const ALERT_WITHIN: Duration = Duration::from_secs(60);
/// Time limit for the bot's answer, whatever the API does.
const ANSWER_WITHIN: Duration = Duration::from_secs(120);

impl Playground {
    /// Returns the person with this word or display name.
    pub(super) fn person(&self, name: &str) -> Option<UserId> {
        let word = word_for(name)?;
        self.fakes.discord.look(|world| world.member_named(self.fakes.guild, word))
    }

    fn known_person(&self, name: &str) -> Result<UserId, String> {
        self.person(name).ok_or_else(|| format!("nobody is called {name}; there are {}", everyone()))
    }

    /// Runs an action, and waits until the bot has finished its answer. Returns the interaction that the action
    /// created, if any. An error is a text for the author of the line.
    pub(super) async fn act(&self, who: &str, act: &LineAction) -> Result<Option<InteractionId>, String> {
        let user = self.known_person(who)?;
        let interaction = match act {
            LineAction::Command(text) => self.command(user, text).await?,
            LineAction::Press(label) => self.press(user, label)?,
            LineAction::Choose { values, menu } => self.choose(user, values, menu)?,
            LineAction::Type(text) => self.type_in(user, text)?,
            LineAction::Menu { name, on } => self.menu(user, name, on.as_deref())?,
            LineAction::Say(text) => {
                let channel = self.fakes.channel;
                self.fakes.discord.world(|world| world.add_message(user, channel, text));
                return Ok(None);
            }
            LineAction::Speak(locale) => {
                self.fakes.discord.world(|world| world.speak(user, locale));
                return Ok(None);
            }
            LineAction::LogOut | LineAction::LogIn => {
                self.link_account(*act == LineAction::LogIn).await?;
                return Ok(None);
            }
        };
        self.settle(interaction).await?;
        Ok(Some(interaction))
    }

    /// Returns the name of the channel in which an action takes place: that of the button, menu or modal, or else the
    /// main channel.
    pub(super) fn place_of(&self, who: &str, act: &LineAction) -> Option<String> {
        let user = self.person(who)?;
        let of_control = |control: &str| {
            let message = self.newest_with(user, control)?;
            self.fakes.discord.look(|world| Some(world.messages.get(&message)?.channel))
        };
        let channel = match act {
            LineAction::Press(control) | LineAction::Choose { menu: control, .. } => of_control(control),
            LineAction::Type(_) => self.open_modal(user).and_then(|(opened, _)| {
                self.fakes.discord.look(|world| Some(world.interactions.get(&opened)?.channel))
            }),
            // The alert is there.
            LineAction::LogOut | LineAction::LogIn => Some(self.fakes.log),
            LineAction::Command(_) | LineAction::Menu { .. } | LineAction::Say(_) | LineAction::Speak(_) => None,
        };
        let channel = channel.unwrap_or(self.fakes.channel);
        self.fakes.discord.look(|world| Some(world.channels.get(&channel)?.name.clone()))
    }

    /// Returns an action of a scene with the label that the person sees. Scenes have the English ones.
    pub(super) fn in_their_language(&self, who: &str, act: LineAction) -> LineAction {
        let Some(user) = self.person(who) else { return act };
        match act {
            LineAction::Press(label) => LineAction::Press(self.label_now(user, &label).unwrap_or(label)),
            LineAction::Choose { values, menu } => {
                let menu = self.label_now(user, &menu).unwrap_or(menu);
                LineAction::Choose { values, menu }
            }
            other => other,
        }
    }

    /// Returns the label at the place of a button or menu, for a person whose client is not in English.
    fn label_now(&self, user: UserId, english: &str) -> Option<String> {
        let (is_menu, place) = place_of_control(english)?;
        self.fakes.discord.look(|world| {
            if world.users.get(&user)?.locale.starts_with("en") {
                return None;
            }
            let seen = world.channels.keys().flat_map(|channel| world.seen_by(user, *channel));
            let newest = seen.filter(|message| !message.controls().is_empty()).max_by_key(|message| message.id)?;
            // Buttons have a label, and menus have a placeholder.
            let key = if is_menu { "placeholder" } else { "label" };
            newest.controls().into_iter().filter_map(|control| Some(control[key].as_str()?.to_owned())).nth(place)
        })
    }

    /// Sends a command. If the option offers a choice with the typed name, that choice is picked, as people do.
    async fn command(&self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let (discord, channel) = (&self.fakes.discord, self.fakes.channel);
        let registered: Vec<Value> =
            discord.look(|world| world.commands.values().map(|command| command.json.clone()).collect());
        let typed = read_command(text, &registered).map_err(|problem| problem.to_string())?;
        let Typed { name, options, literals, files } = typed;
        let mut chosen: Vec<(String, Value)> =
            options.iter().map(|(name, value)| (name.clone(), as_option(value, literals.contains(name)))).collect();
        for (slot, (option, path)) in chosen.iter_mut().zip(&options) {
            if files.contains(option) {
                slot.1 = self.upload(user, path)?;
            }
        }
        for (index, (option, value)) in options.iter().enumerate() {
            let before = chosen.clone();
            let Ok(typing) = discord.autocomplete(user, channel, &name, &before, option) else { continue };
            let offered = discord.choices(typing).await.unwrap_or_default();
            let picked = offered.iter().find(|choice: &&Choice| choice.name.eq_ignore_ascii_case(value));
            if let (Some(picked), Some(slot)) = (picked, chosen.get_mut(index)) {
                slot.1 = picked.value.clone();
            }
        }
        discord.command(user, channel, &name, &chosen).map_err(|error| error.to_string())
    }

    /// Logs the WhatsApp account in or out, and waits for the alert about it in the log channel.
    async fn link_account(&self, connected: bool) -> Result<(), String> {
        let (discord, log) = (&self.fakes.discord, self.fakes.log);
        // Every language has the same sign.
        let sign = if connected { '🟢' } else { '🔴' };
        let alerts = |world: &World| {
            let in_log = world.messages.values().filter(|message| message.channel == log);
            in_log.filter(|message| message.all_text().contains(sign)).count()
        };
        let before = discord.look(alerts);
        self.connect_session(connected);
        let told = discord.wait_until(|world| (alerts(world) > before).then_some(()));
        let told = tokio::time::timeout(ALERT_WITHIN, told).await;
        told.map_err(|_| "no alert came; /wa-setup makes usher-log the log channel".to_owned())
    }

    /// Runs a context menu command on a person, or on the newest message that a person wrote.
    fn menu(&self, user: UserId, name: &str, on: Option<&str>) -> Result<InteractionId, String> {
        let (discord, channel) = (&self.fakes.discord, self.fakes.channel);
        let sent = if let Some(on) = on {
            let target = self.known_person(on)?;
            discord.user_command(user, channel, name, target)
        } else {
            let newest = discord.look(|world| {
                let written = world.seen_by(user, channel).into_iter().rev();
                let by_people = |message: &&Message| message.author != world.application.bot;
                written.filter(by_people).map(|message| message.id).next()
            });
            discord.message_command(user, channel, name, newest.ok_or("nobody has said anything yet")?)
        };
        sent.map_err(|error| error.to_string())
    }

    /// Uploads a local file for a command.
    fn upload(&self, user: UserId, path: &str) -> Result<Value, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
        let name = std::path::Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("file");
        let id = self.fakes.discord.upload(user, name, "application/octet-stream", bytes);
        Ok(json!(id.to_string()))
    }

    /// Presses a button of the newest message that has it.
    fn press(&self, user: UserId, label: &str) -> Result<InteractionId, String> {
        let message = self.newest_with(user, label).ok_or_else(|| self.no_control(user, label))?;
        self.fakes.discord.press(user, message, label).map_err(|error| error.to_string())
    }

    /// Selects values in a menu of the newest message that has it.
    fn choose(&self, user: UserId, values: &[String], menu: &str) -> Result<InteractionId, String> {
        let message = self.newest_with(user, menu).ok_or_else(|| self.no_control(user, menu))?;
        self.fakes.discord.select(user, message, menu, values).map_err(|error| error.to_string())
    }

    /// Returns the newest message, in any channel, on which this person sees a button or a menu.
    fn newest_with(&self, user: UserId, control: &str) -> Option<MessageId> {
        self.fakes.discord.look(|world| {
            let seen = world.channels.keys().flat_map(|channel| world.seen_by(user, *channel));
            seen.filter(|message| message.control(control).is_some()).map(|message| message.id).max()
        })
    }

    /// Returns a text that names the buttons and menus that this person sees.
    fn no_control(&self, user: UserId, typed: &str) -> String {
        let shown: BTreeSet<String> = self.fakes.discord.look(|world| {
            let seen = world.channels.keys().flat_map(|channel| world.seen_by(user, *channel));
            let controls = seen.flat_map(Message::controls);
            let named =
                |control: &Value| Some(control["label"].as_str().or(control["placeholder"].as_str())?.to_owned());
            controls.filter_map(named).collect()
        });
        if shown.is_empty() {
            return format!("there is no {typed}: this person sees no button and no menu");
        }
        format!("there is no {typed}; there are {}", shown.into_iter().collect::<Vec<_>>().join(", "))
    }

    /// Fills the only field of the newest modal, and submits it.
    fn type_in(&self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let (opened, modal) = self.open_modal(user).ok_or("no modal is open")?;
        let field = modal.pointer("/components/0/components/0/custom_id").and_then(Value::as_str);
        let field = field.ok_or("the modal has no field")?.to_owned();
        let fields = if text.is_empty() { Vec::new() } else { vec![(field, text.to_owned())] };
        self.fakes.discord.submit_modal(user, opened, &fields).map_err(|error| error.to_string())
    }

    /// Returns the newest modal that this person has not submitted.
    fn open_modal(&self, user: UserId) -> Option<(InteractionId, Value)> {
        self.fakes.discord.look(|world| {
            let mut modals = world.interactions.values().rev().filter(|one| one.who == user && !one.submitted);
            modals.find_map(|one| Some((one.id, one.state.modal()?.clone())))
        })
    }

    async fn settle(&self, interaction: InteractionId) -> Result<(), String> {
        let answered = self.fakes.discord.wait_until(|world| {
            let state = &world.interactions.get(&interaction)?.state;
            (!matches!(state, State::Waiting | State::Deferred { .. } | State::Updating)).then_some(())
        });
        tokio::time::timeout(ANSWER_WITHIN, answered).await.map_err(|_| "the bot did not answer".to_owned())?;
        self.idle().await;
        Ok(())
    }
}

/// Returns an option's value as Discord sends it: a whole number, or true or false, if the command takes one.
fn as_option(value: &str, is_literal: bool) -> Value {
    let literal = serde_json::from_str::<Value>(value).ok();
    let literal = literal.filter(|literal| is_literal && (literal.is_i64() || literal.is_boolean()));
    literal.unwrap_or_else(|| json!(value))
}

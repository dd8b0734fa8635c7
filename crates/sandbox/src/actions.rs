//! Runs the action of a line in Discord, as the person that the line names, for the prompt and for the scenes of the
//! page.

use std::time::Duration;

use discord_stand_in::{Choice, InteractionId, Message, MessageId, State, UserId};
use serde_json::{Value, json};

use super::line::{LineAction, Typed, read_command};
use super::playground::Playground;

/// Time limit for the bot's answer, whatever the API does.
const ANSWER_WITHIN: Duration = Duration::from_secs(120);

impl Playground {
    /// Returns the person with this name.
    pub(super) fn person(&self, name: &str) -> Option<UserId> {
        self.fakes.discord.look(|world| world.member_named(self.fakes.guild, name))
    }

    /// Runs an action, and waits until the bot has finished its answer. Returns the interaction that the action
    /// created, if any. An error is a text for the author of the line.
    pub(super) async fn act(&self, who: &str, act: &LineAction) -> Result<Option<InteractionId>, String> {
        let user = self.person(who).ok_or_else(|| format!("there is no {who} here"))?;
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
        };
        self.settle(interaction).await?;
        Ok(Some(interaction))
    }

    /// Sends a command. If the option offers a choice with the typed name, that choice is picked, as people do.
    async fn command(&self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let (discord, channel) = (&self.fakes.discord, self.fakes.channel);
        let registered: Vec<Value> =
            discord.look(|world| world.commands.values().map(|command| command.json.clone()).collect());
        let unknown = || {
            let names = registered.iter().filter_map(|command| Some(format!("/{}", command["name"].as_str()?)));
            format!("there is no such command; there are {}", names.collect::<Vec<_>>().join(", "))
        };
        let Typed { name, options, numbers, files } = read_command(text, &registered).ok_or_else(unknown)?;
        let mut chosen: Vec<(String, Value)> =
            options.iter().map(|(name, value)| (name.clone(), as_option(value, numbers.contains(name)))).collect();
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

    /// Runs a context menu command on a person, or on the newest message that a person wrote.
    fn menu(&self, user: UserId, name: &str, on: Option<&str>) -> Result<InteractionId, String> {
        let (discord, channel) = (&self.fakes.discord, self.fakes.channel);
        let sent = if let Some(on) = on {
            let target = self.person(on).ok_or_else(|| format!("there is no {on} here"))?;
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
        let message = self.newest_with(user, label).ok_or("there is no such button to press")?;
        self.fakes.discord.press(user, message, label).map_err(|error| error.to_string())
    }

    /// Selects values in a menu of the newest message that has it.
    fn choose(&self, user: UserId, values: &[String], menu: &str) -> Result<InteractionId, String> {
        let message = self.newest_with(user, menu).ok_or("there is no such menu to choose in")?;
        self.fakes.discord.select(user, message, menu, values).map_err(|error| error.to_string())
    }

    /// Returns the newest message, in any channel, on which this person sees a button or a menu.
    fn newest_with(&self, user: UserId, control: &str) -> Option<MessageId> {
        self.fakes.discord.look(|world| {
            let seen = world.channels.keys().flat_map(|channel| world.seen_by(user, *channel));
            seen.filter(|message| message.control(control).is_some()).map(|message| message.id).max()
        })
    }

    /// Fills the only field of the newest modal, and submits it.
    fn type_in(&self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let opened = self.fakes.discord.look(|world| {
            let mut modals = world.interactions.values().rev().filter(|one| one.who == user && !one.submitted);
            modals.find_map(|one| Some((one.id, one.state.modal()?.clone())))
        });
        let (opened, modal) = opened.ok_or("no modal is open")?;
        let field = modal.pointer("/components/0/components/0/custom_id").and_then(Value::as_str);
        let field = field.ok_or("the modal has no field")?.to_owned();
        let fields = if text.is_empty() { Vec::new() } else { vec![(field, text.to_owned())] };
        self.fakes.discord.submit_modal(user, opened, &fields).map_err(|error| error.to_string())
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

/// Returns an option's value as Discord sends it: a number if the command takes one.
fn as_option(value: &str, is_number: bool) -> Value {
    value.parse::<i64>().ok().filter(|_| is_number).map_or_else(|| json!(value), |number| json!(number))
}

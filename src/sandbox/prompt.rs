//! The prompt: people type what they would type in Discord, and see what Discord would show them, with the API calls that
//! were made beside it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};

use super::discord::{Choice, InteractionId, Message, MessageId, State, UserId, World};
use super::house::House;
use super::line::{Line, Typed, read_command};
use super::names::name_of;
use super::{screen, tour};

/// No answer takes longer, whatever the API does.
const ANSWER_WITHIN: Duration = Duration::from_secs(120);
/// Between two steps of the tour, for somebody who reads along.
const READING_TIME: Duration = Duration::from_millis(1_200);
const HELP: &str = "\
Type what somebody does, one line each:
  moderator: /wa-group invite revoke group:Alpha Team
  moderator: press Revoke
  moderator: press Approve          (on the newest message with such a button)
  owner: choose usher-log in Log channel
  owner: type Alpha Team            (into an open modal; `type` alone leaves it empty)
  owner: /wa-group members add group:Alpha Team file:people.csv   (a file of this machine)
  visitor: say https://chat.whatsapp.com/StreetParty2026Summer
  moderator: menu Preview WhatsApp invite         (of the newest message that somebody wrote)
  owner: menu WhatsApp: what may they do? on helper
  helper: speak de                  (en-US, de, es-ES, pt-BR, fr, hi, id)
The people: owner, moderator, helper (of Alpha Team alone), visitor (no role).
Roles and people are typed by name: role:@Moderator user:helper
Also: people, groups, log (what stands in #usher-log), help, quit.
";

/// A message's embeds and components.
type Look = (Vec<Value>, Vec<Value>);

pub(super) struct Prompt {
    house: House,
    /// Messages shown, as they were.
    shown: HashMap<MessageId, Look>,
    /// The last interaction of each person that opened a modal.
    modals: HashMap<UserId, InteractionId>,
}

impl Prompt {
    pub(super) fn new(house: House) -> Self {
        Self { house, shown: HashMap::new(), modals: HashMap::new() }
    }

    pub(super) fn house(self) -> House {
        self.house
    }

    /// Plays the tour.
    pub(super) async fn tour(&mut self) -> anyhow::Result<()> {
        for (number, step) in tour::steps().into_iter().enumerate() {
            print(&format!("\n{}. {}\n", number + 1, step.says))?;
            for line in step.lines {
                print(&format!("\n> {line}\n"))?;
                if let Some(problem) = self.act(&line).await? {
                    anyhow::bail!("the tour cannot go on: {problem}");
                }
            }
            if std::io::stdout().is_terminal() {
                tokio::time::sleep(READING_TIME).await;
            }
        }
        Ok(())
    }

    /// Reads lines from standard input until it ends, or somebody types `quit`.
    pub(super) async fn read_input(&mut self) -> anyhow::Result<()> {
        let interactive = std::io::stdin().is_terminal();
        print(HELP)?;
        let mut lines = BufReader::new(tokio::io::stdin()).lines();
        loop {
            if interactive {
                print("\n> ")?;
            }
            let Some(line) = lines.next_line().await? else { return Ok(()) };
            if !interactive && !line.trim().is_empty() {
                print(&format!("\n> {line}\n"))?;
            }
            if matches!(Line::read(&line), Ok(Line::Quit)) {
                return Ok(());
            }
            if let Some(problem) = self.act(&line).await? {
                print(&format!("  {problem}\n"))?;
            }
        }
    }

    /// Does what a line says, and shows what came of it. Returns what is wrong with the line, if anything.
    async fn act(&mut self, line: &str) -> anyhow::Result<Option<String>> {
        let line = match Line::read(line) {
            Ok(line) => line,
            Err(problem) => return Ok(Some(problem.to_string())),
        };
        let (who, act) = match line {
            Line::Command { who, text } => (who, Act::Command(text)),
            Line::Press { who, label } => (who, Act::Press(label)),
            Line::Type { who, text } => (who, Act::Type(text)),
            Line::Choose { who, values, menu } => (who, Act::Choose(values, menu)),
            Line::Menu { who, name, on } => (who, Act::Menu(name, on)),
            Line::Say { who, text } => (who, Act::Say(text)),
            Line::Speak { who, locale } => (who, Act::Speak(locale)),
            Line::Log => return print(&self.log()).map(|()| None),
            Line::Help => return print(HELP).map(|()| None),
            Line::People => return print(&self.people()).map(|()| None),
            Line::Groups => return print(&self.groups()).map(|()| None),
            Line::Quit | Line::Empty => return Ok(None),
        };
        let Some(user) = self.house.people.by_name(&who) else {
            return Ok(Some(format!("there is no {who} here: owner, moderator, helper, visitor")));
        };
        let sent = match act {
            Act::Command(text) => self.command(user, &text).await,
            Act::Press(label) => self.press(user, &label),
            Act::Choose(values, menu) => self.choose(user, &values, &menu),
            Act::Type(text) => self.type_in(user, &text),
            Act::Menu(name, on) => self.menu(user, &name, on.as_deref()),
            Act::Say(text) => {
                let channel = self.house.channel;
                self.house.discord.world(|world| world.add_message(user, channel, &text));
                return Ok(None);
            }
            Act::Speak(locale) => {
                self.house.discord.world(|world| {
                    if let Some(user) = world.users.get_mut(&user) {
                        user.locale = locale;
                    }
                });
                return Ok(None);
            }
        };
        match sent {
            Ok(interaction) => {
                self.settle(interaction).await?;
                self.show(user, interaction)?;
                Ok(None)
            }
            Err(problem) => Ok(Some(problem)),
        }
    }

    /// Sends a command. Where an option offers choices and one of them has the name typed, it is picked, as people do.
    async fn command(&mut self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let registered: Vec<Value> =
            self.house.discord.world(|world| world.commands.values().map(|command| command.json.clone()).collect());
        let unknown = || {
            let names = registered.iter().filter_map(|command| Some(format!("/{}", command["name"].as_str()?)));
            format!("there is no such command; there are {}", names.collect::<Vec<_>>().join(", "))
        };
        let Typed { name, options, numbers, files } = read_command(text, &registered).ok_or_else(unknown)?;
        let (house, channel) = (&self.house, self.house.channel);
        let mut chosen: Vec<(String, Value)> =
            options.iter().map(|(name, value)| (name.clone(), as_option(value, numbers.contains(name)))).collect();
        for (slot, (option, path)) in chosen.iter_mut().zip(&options) {
            if files.contains(option) {
                slot.1 = self.upload(user, path)?;
            }
        }
        for (index, (option, value)) in options.iter().enumerate() {
            let before = chosen.clone();
            let Ok(typing) = house.discord.autocomplete(user, channel, &name, &before, option) else { continue };
            let offered = house.discord.choices(typing).await.unwrap_or_default();
            let picked = offered.iter().find(|choice: &&Choice| choice.name.eq_ignore_ascii_case(value));
            if let (Some(picked), Some(slot)) = (picked, chosen.get_mut(index)) {
                slot.1 = picked.value.clone();
            }
        }
        house.discord.command(user, channel, &name, &chosen).map_err(|error| error.to_string())
    }

    /// Uses the menu of a person, or of the newest message that a person wrote.
    fn menu(&self, user: UserId, name: &str, on: Option<&str>) -> Result<InteractionId, String> {
        let (discord, channel) = (&self.house.discord, self.house.channel);
        let sent = if let Some(on) = on {
            let target = self.house.people.by_name(on).ok_or_else(|| format!("there is no {on} here"))?;
            discord.user_command(user, channel, name, target)
        } else {
            let newest = discord.world(|world| {
                let written = world.seen_by(user, channel).into_iter().rev();
                let by_people = |message: &&Message| message.author != world.application.bot;
                written.filter(by_people).map(|message| message.id).next()
            });
            discord.message_command(user, channel, name, newest.ok_or("nobody has said anything yet")?)
        };
        sent.map_err(|error| error.to_string())
    }

    /// Puts a file of this machine where a command wants one.
    fn upload(&self, user: UserId, path: &str) -> Result<Value, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
        let name = std::path::Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("file");
        let id = self.house.discord.upload(user, name, "application/octet-stream", bytes);
        Ok(json!(id.to_string()))
    }

    /// Presses a button of the newest message that has it.
    fn press(&self, user: UserId, label: &str) -> Result<InteractionId, String> {
        let message = self.newest_with(user, label).ok_or("there is no such button to press")?;
        self.house.discord.press(user, message, label).map_err(|error| error.to_string())
    }

    /// Chooses in a menu of the newest message that has it.
    fn choose(&self, user: UserId, values: &[String], menu: &str) -> Result<InteractionId, String> {
        let message = self.newest_with(user, menu).ok_or("there is no such menu to choose in")?;
        self.house.discord.select(user, message, menu, values).map_err(|error| error.to_string())
    }

    /// The newest message, in whichever channel, on which this person sees a button or a menu.
    fn newest_with(&self, user: UserId, control: &str) -> Option<MessageId> {
        self.house.discord.world(|world| {
            let seen = world.channels.keys().flat_map(|channel| world.seen_by(user, *channel));
            seen.filter(|message| message.control(control).is_some()).map(|message| message.id).max()
        })
    }

    /// Fills the open modal's only field, and sends it off.
    fn type_in(&mut self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let opened = self.modals.remove(&user).ok_or("no modal is open")?;
        let field = self.house.discord.world(|world| {
            let modal = modal(world, opened)?;
            modal.pointer("/components/0/components/0/custom_id")?.as_str().map(str::to_owned)
        });
        let field = field.ok_or("the modal has no field")?;
        let fields = if text.is_empty() { Vec::new() } else { vec![(field, text.to_owned())] };
        self.house.discord.submit_modal(user, opened, &fields).map_err(|error| error.to_string())
    }

    /// Waits until the bot has said all that it has to say.
    async fn settle(&self, interaction: InteractionId) -> anyhow::Result<()> {
        let answered = self.house.discord.wait_until(|world| {
            let state = &world.interactions.get(&interaction)?.state;
            (!matches!(state, State::Waiting | State::Deferred { .. } | State::Updating)).then_some(())
        });
        tokio::time::timeout(ANSWER_WITHIN, answered).await.map_err(|_| anyhow::anyhow!("the bot did not answer"))?;
        self.house.app.idle().await;
        Ok(())
    }

    /// Shows which messages have changed, whoever sees them, and which calls were made. The log channel is left out: it is
    /// told a little later, and shown by `log`.
    fn show(&mut self, user: UserId, interaction: InteractionId) -> anyhow::Result<()> {
        let log = self.house.log;
        let (messages, opened) = self.house.discord.world(|world| {
            let messages = world.messages.values().filter(|message| message.channel != log).cloned();
            (messages.collect::<Vec<_>>(), modal(world, interaction).map(screen::modal))
        });
        let mut drawn = String::new();
        for message in messages {
            let look = (message.embeds.clone(), message.components.clone());
            if self.shown.get(&message.id) != Some(&look) {
                drawn.push_str(&self.draw(&message));
                self.shown.insert(message.id, look);
            }
        }
        if opened.is_some() {
            self.modals.insert(user, interaction);
        }
        let mut calls = String::new();
        for call in self.house.groups.take_calls() {
            let query = call.query.map_or_else(String::new, |query| format!("?{query}"));
            let status = call.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            writeln!(calls, "    API  {} {}{query} → {status}", call.method, call.path)?;
        }
        print(&format!("{drawn}{}{calls}", opened.unwrap_or_default()))
    }

    /// A message, and who sees it.
    fn draw(&self, message: &Message) -> String {
        let House { discord, guild, channel, .. } = &self.house;
        discord.world(|world| {
            let name = |user: UserId| world.users.get(&user).map_or("somebody", |user| user.name.as_str());
            let place = world.channels.get(&message.channel);
            let note = match (message.private_to, place.and_then(|place| place.recipient)) {
                (Some(user), _) => format!("only {} sees this", name(user)),
                (None, Some(user)) => format!("direct message to {}", name(user)),
                (None, None) if message.channel == *channel => "everybody sees this".to_owned(),
                (None, None) => {
                    format!("in #{}, everybody sees this", place.map_or("elsewhere", |place| place.name.as_str()))
                }
            };
            let files = message.attachments.iter();
            let files = files.map(|file| format!("file: {}, {} bytes", file.filename, file.bytes.len()));
            let content: Vec<String> =
                [message.content.clone()].into_iter().chain(files).filter(|line| !line.is_empty()).collect();
            let (embeds, components) = (&message.embeds, &message.components);
            screen::message(&content.join("\n"), embeds, components, &note, |mention| name_of(world, *guild, mention))
        })
    }

    /// What stands in the log channel.
    fn log(&self) -> String {
        let log = self.house.log;
        let messages = self.house.discord.world(|world| {
            world.messages.values().filter(|message| message.channel == log).cloned().collect::<Vec<_>>()
        });
        if messages.is_empty() {
            return "  Nothing stands in #usher-log. /wa-setup makes it the log channel.\n".to_owned();
        }
        messages.iter().map(|message| self.draw(message)).collect()
    }

    fn people(&self) -> String {
        self.house.discord.world(|world| {
            let guild = world.guilds.get(&self.house.guild);
            let lines = ["owner", "moderator", "helper", "visitor"].map(|name| {
                let member = self.house.people.by_name(name).and_then(|id| guild?.members.get(&id));
                let roles: Vec<&str> = member
                    .into_iter()
                    .flat_map(|member| &member.roles)
                    .filter_map(|role| Some(guild?.roles.get(role)?.name.as_str()))
                    .collect();
                format!("  {name}: {}\n", if roles.is_empty() { "no role".to_owned() } else { roles.join(", ") })
            });
            lines.concat()
        })
    }

    fn groups(&self) -> String {
        self.house.groups.world(|world| {
            let line = |group: &super::whatsapp::Group| {
                format!("  {} · {} members · {}\n", group.name, group.members.len(), group.id)
            };
            world.groups().map(line).collect()
        })
    }
}

enum Act {
    Command(String),
    Press(String),
    Choose(Vec<String>, String),
    Type(String),
    Menu(String, Option<String>),
    Say(String),
    Speak(String),
}

/// The modal that an interaction was answered with.
fn modal(world: &World, interaction: InteractionId) -> Option<&Value> {
    match &world.interactions.get(&interaction)?.state {
        State::Modal(modal) => Some(modal),
        _ => None,
    }
}

/// An option's value as Discord sends it: a number where the command wants one.
fn as_option(value: &str, is_number: bool) -> Value {
    value.parse::<i64>().ok().filter(|_| is_number).map_or_else(|| json!(value), |number| json!(number))
}

/// Writes to standard output. A reader that has gone away ends the program.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

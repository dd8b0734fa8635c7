//! The prompt: people type what they would type in Discord, and see what Discord would show them, with the API calls that
//! were made beside it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};

use super::discord::{Choice, InteractionId, MessageId, State, UserId, World};
use super::house::House;
use super::line::{Line, Typed, read_command};
use super::{screen, tour};

/// No answer takes longer, whatever the API does.
const ANSWER_WITHIN: Duration = Duration::from_secs(120);
/// Between two steps of the tour, for somebody who reads along.
const READING_TIME: Duration = Duration::from_millis(1_200);
const HELP: &str = "\
Type what somebody does, one line each:
  moderator: /wa-group invite revoke group:Alpha Team
  moderator: press Revoke
  owner: type Alpha Team            (into an open modal)
The people: owner, moderator, helper (of Alpha Team alone), visitor (no role).
Also: people, groups, help, quit.
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
            Act::Type(text) => self.type_in(user, &text),
        };
        match sent {
            Ok(interaction) => {
                self.settle(interaction).await?;
                self.show(user, &who, interaction)?;
                Ok(None)
            }
            Err(problem) => Ok(Some(problem)),
        }
    }

    /// Sends a command. Where an option offers choices and one of them has the name typed, it is picked, as people do.
    async fn command(&mut self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let registered: Vec<Value> =
            self.house.discord.world(|world| world.commands.values().map(|command| command.json.clone()).collect());
        let unknown = || "there is no such command; /wa-group, /wa-session and /wa-audit are registered".to_owned();
        let Typed { name, options, numbers } = read_command(text, &registered).ok_or_else(unknown)?;
        let (house, channel) = (&self.house, self.house.channel);
        let mut chosen: Vec<(String, Value)> =
            options.iter().map(|(name, value)| (name.clone(), as_option(value, numbers.contains(name)))).collect();
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

    /// Presses a button of the newest message that has it.
    fn press(&self, user: UserId, label: &str) -> Result<InteractionId, String> {
        let house = &self.house;
        let message = house.discord.world(|world| {
            let seen = world.seen_by(user, house.channel);
            seen.iter().rev().find(|message| !message.components.is_empty()).map(|message| message.id)
        });
        let message = message.ok_or("there is no button to press")?;
        house.discord.press(user, message, label).map_err(|error| error.to_string())
    }

    /// Fills the open modal's only field, and sends it off.
    fn type_in(&mut self, user: UserId, text: &str) -> Result<InteractionId, String> {
        let opened = self.modals.remove(&user).ok_or("no modal is open")?;
        let field = self.house.discord.world(|world| {
            let modal = modal(world, opened)?;
            modal.pointer("/components/0/components/0/custom_id")?.as_str().map(str::to_owned)
        });
        let field = field.ok_or("the modal has no field")?;
        let fields = vec![(field, text.to_owned())];
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

    /// Shows what changed for this person, and which calls were made.
    fn show(&mut self, user: UserId, who: &str, interaction: InteractionId) -> anyhow::Result<()> {
        let channel = self.house.channel;
        let (drawn, looks, opened) = self.house.discord.world(|world| {
            let mut drawn = String::new();
            let mut looks = Vec::new();
            for message in world.seen_by(user, channel) {
                let look = (message.embeds.clone(), message.components.clone());
                if self.shown.get(&message.id) == Some(&look) {
                    continue;
                }
                looks.push((message.id, look));
                let note = if message.is_ephemeral() {
                    format!("only {who} sees this")
                } else {
                    "everybody sees this".to_owned()
                };
                let files = message.attachments.iter();
                let files = files.map(|file| format!("file: {}, {} bytes", file.filename, file.bytes.len()));
                let mut content: Vec<String> = files.collect();
                content.insert(0, message.content.clone());
                content.retain(|line| !line.is_empty());
                drawn.push_str(&screen::message(
                    &content.join("\n"),
                    &message.embeds,
                    &message.components,
                    &note,
                    |mention| name_of(world, self.house.guild, mention),
                ));
            }
            (drawn, looks, modal(world, interaction).map(screen::modal))
        });
        self.shown.extend(looks);
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
    Type(String),
}

/// The modal that an interaction was answered with.
fn modal(world: &World, interaction: InteractionId) -> Option<&Value> {
    match &world.interactions.get(&interaction)?.state {
        State::Modal(modal) => Some(modal),
        _ => None,
    }
}

/// What Discord shows in the place of a mention or a time.
fn name_of(world: &World, guild: super::discord::GuildId, mention: &str) -> Option<String> {
    if let Some(role) = mention.strip_prefix("@&") {
        let id = super::discord::RoleId(role.parse().ok()?);
        return Some(format!("@{}", world.guilds.get(&guild)?.roles.get(&id)?.name));
    }
    if let Some(user) = mention.strip_prefix('@') {
        let id = UserId(user.parse().ok()?);
        return Some(format!("@{}", world.users.get(&id)?.name));
    }
    let seconds = mention.strip_prefix("t:")?.split(':').next()?.parse().ok()?;
    Some(time::OffsetDateTime::from_unix_timestamp(seconds).ok()?.date().to_string())
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

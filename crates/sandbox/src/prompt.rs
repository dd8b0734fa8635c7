//! The prompt: people type lines as in Discord, and see the messages that Discord would show, beside the API calls that
//! the bot made.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use discord_stand_in::{InteractionId, Message, MessageId, UserId};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};

use super::fake_services::FakeServices;
use super::line::{Line, LineAction};
use super::names::name_of;
use super::playground::Playground;
use super::scenario_player::ScenarioPlayer;
use super::scene::CAST;
use super::{render, tour};

/// Pause between two steps of the tour, so that a reader can follow.
const READING_TIME: Duration = Duration::from_millis(1_200);
const HELP: &str = "\
Type what a person does, one line each:
  moderator: /wa-group invite revoke group:Alpha Team
  moderator: press Revoke
  moderator: press Approve          (on the newest message with such a button)
  owner: choose usher-log in Log channel
  owner: type Alpha Team            (into an open modal; `type` alone leaves it empty)
  owner: /wa-group members add group:Alpha Team file:people.csv   (a file of this machine)
  visitor: say https://chat.whatsapp.com/TheStreetPartySummer26
  moderator: menu Preview WhatsApp invite         (of the newest message that somebody wrote)
  owner: menu WhatsApp: what may they do? on helper
  helper: speak de                  (en-US, de, es-ES, pt-BR, fr, hi, id)
  owner: log out                    (of WhatsApp, on the account's phone; then `log in`)
The people: owner (Olivia), moderator (Mateo), helper (Hana, of Alpha Team only), teammate (Tariq, looks on),
visitor (Vera, no role). Both words name a person.
Roles and people are typed by name: role:@Moderator user:helper
Also: people, groups, log (the messages in #usher-log), help, quit.
";

/// A message's embeds and components.
type Look = (Vec<Value>, Vec<Value>);

pub(super) struct Prompt {
    scenarios: Arc<ScenarioPlayer>,
}

/// The state before an action.
struct Before {
    messages: HashMap<MessageId, Look>,
    /// The number of the last API call.
    calls: u64,
}

impl Prompt {
    pub(super) fn new(scenarios: Arc<ScenarioPlayer>) -> Self {
        Self { scenarios }
    }

    /// Plays the tour.
    pub(super) async fn tour(&self) -> anyhow::Result<()> {
        let provider = self.scenarios.playground().fakes.groups.provider();
        for (number, step) in tour::steps(provider).iter().enumerate() {
            print(&format!("\n{}. {}\n", number + 1, step.says_in_english()))?;
            for line in &step.lines {
                print(&format!("\n> {line}\n"))?;
                if let Some(problem) = self.act(line).await? {
                    anyhow::bail!("the tour cannot go on: {problem}");
                }
            }
            if std::io::stdout().is_terminal() {
                tokio::time::sleep(READING_TIME).await;
            }
        }
        Ok(())
    }

    /// Reads lines from standard input until it ends, or until a person types `quit`. Without any input, only the page
    /// runs, until the program is stopped.
    pub(super) async fn read_input(&self) -> anyhow::Result<()> {
        let interactive = std::io::stdin().is_terminal();
        print(HELP)?;
        let mut lines = BufReader::new(tokio::io::stdin()).lines();
        let mut any = false;
        loop {
            if interactive {
                print("\n> ")?;
            }
            let Some(line) = lines.next_line().await? else { break };
            any = true;
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
        if !any && !interactive {
            std::future::pending::<()>().await;
        }
        Ok(())
    }

    /// Runs a line, and prints its effects. Returns the problem with the line, if any.
    async fn act(&self, line: &str) -> anyhow::Result<Option<String>> {
        let line = match Line::read(line) {
            Ok(line) => line,
            Err(problem) => return Ok(Some(problem.to_string())),
        };
        let playground = self.scenarios.playground();
        let said = match line {
            Line::Does { who, act } => {
                let before = Before::of(&playground);
                let (opened, problem) = match playground.act(who, &act).await {
                    Ok(interaction) => (interaction, None),
                    Err(problem) => (None, Some(problem)),
                };
                print(&before.changes(&playground, opened)?)?;
                if matches!(act, LineAction::LogOut | LineAction::LogIn) && problem.is_none() {
                    print(&newest_log(&playground))?;
                }
                return Ok(problem);
            }
            Line::Log => log(&playground),
            Line::Help => HELP.to_owned(),
            Line::People => people(&playground),
            Line::Groups => groups(&playground),
            Line::Quit | Line::Empty => return Ok(None),
        };
        print(&said)?;
        Ok(None)
    }
}

impl Before {
    fn of(playground: &Playground) -> Self {
        let look = |message: &Message| (message.embeds.clone(), message.components.clone());
        let messages = playground.fakes.discord.look(|world| {
            world.messages.values().map(|message| (message.id, look(message))).collect::<HashMap<_, _>>()
        });
        Self { messages, calls: playground.fakes.groups.newest_calls(1).first().map_or(0, |call| call.number) }
    }

    /// Returns the messages that have changed since, including other people's ephemeral ones, the modal that was
    /// opened, and the calls that were made. The log channel is left out: it is updated a little later, and `log` shows
    /// it.
    fn changes(&self, playground: &Playground, interaction: Option<InteractionId>) -> anyhow::Result<String> {
        let log = playground.fakes.log;
        let (messages, opened) = playground.fakes.discord.look(|world| {
            let messages = world.messages.values().filter(|message| message.channel != log).cloned();
            let interaction = interaction.and_then(|id| world.interactions.get(&id));
            (messages.collect::<Vec<_>>(), interaction.and_then(|one| one.state.modal()).map(render::modal))
        });
        let is_news = |message: &&Message| {
            let before = self.messages.get(&message.id);
            before.is_none_or(|(embeds, components)| *embeds != message.embeds || *components != message.components)
        };
        let mut drawn: String = messages.iter().filter(is_news).map(|message| draw(playground, message)).collect();
        drawn.push_str(&opened.unwrap_or_default());
        for call in playground.fakes.groups.calls_after(self.calls) {
            let query = call.query.map_or_else(String::new, |query| format!("?{query}"));
            let status = call.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            writeln!(drawn, "    API  {} {}{query} → {status}", call.method, call.path)?;
        }
        Ok(drawn)
    }
}

/// Draws a message with its audience.
fn draw(playground: &Playground, message: &Message) -> String {
    let FakeServices { discord, guild, channel, .. } = &playground.fakes;
    discord.look(|world| {
        let name = |user: UserId| {
            let known = world.users.get(&user);
            known.map_or_else(|| "somebody".to_owned(), |user| format!("{} ({})", user.shown_name(), user.name))
        };
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
        render::message(&content.join("\n"), embeds, components, &note, |mention| name_of(world, *guild, mention))
    })
}

/// Returns the content of the log channel.
fn log(playground: &Playground) -> String {
    let log = playground.fakes.log;
    let messages = playground
        .fakes
        .discord
        .look(|world| world.messages.values().filter(|message| message.channel == log).cloned().collect::<Vec<_>>());
    if messages.is_empty() {
        return "  Nothing stands in #usher-log. /wa-setup makes it the log channel.\n".to_owned();
    }
    messages.iter().map(|message| draw(playground, message)).collect()
}

/// Returns the newest message of the log channel.
fn newest_log(playground: &Playground) -> String {
    let log = playground.fakes.log;
    let newest = playground.fakes.discord.look(|world| {
        world.messages.values().filter(|message| message.channel == log).max_by_key(|message| message.id).cloned()
    });
    newest.map_or_else(String::new, |message| draw(playground, &message))
}

fn people(playground: &Playground) -> String {
    let line = |word: &str, name: &str| {
        let who = playground.person(word);
        playground.fakes.discord.look(|world| {
            let guild = world.guilds.get(&playground.fakes.guild);
            let member = who.and_then(|who| guild?.members.get(&who));
            let roles: Vec<&str> = member
                .into_iter()
                .flat_map(|member| &member.roles)
                .filter_map(|role| Some(guild?.roles.get(role)?.name.as_str()))
                .collect();
            format!("  {word}: {name}, {}\n", if roles.is_empty() { "no role".to_owned() } else { roles.join(", ") })
        })
    };
    CAST.iter().map(|(word, name)| line(word, name)).collect()
}

fn groups(playground: &Playground) -> String {
    playground.fakes.groups.look(|world| {
        let line = |group: &super::whatsapp::Group| {
            format!("  {} · {} members · {}\n", group.name, group.members.len(), group.id)
        };
        world.groups().map(line).collect()
    })
}

/// Writes to standard output. A closed pipe ends the program.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

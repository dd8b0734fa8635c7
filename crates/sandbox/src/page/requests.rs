//! The requests of a page: actions in Discord's client, and changes to the world.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use discord_stand_in::{ChannelId, Choice, ClientError, InteractionId, MessageId, UserId};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::playground::{Playground, StandingFault};
use crate::scenario_player::ScenarioPlayer;
use crate::whatsapp::Provider;
use crate::words::{say, words_for};

/// Maximum characters of a message (Discord: 2,000). The words of the page name it.
const MESSAGE_MAX: usize = 2_000;

#[derive(Deserialize)]
pub(super) struct PageRequest {
    /// The answer carries the same id.
    pub(super) id: u64,
    #[serde(flatten)]
    pub(super) kind: RequestKind,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(super) enum RequestKind {
    /// Sets the person whose view the page shows.
    Look {
        #[serde(rename = "as")]
        person: UserId,
    },
    #[serde(untagged)]
    Act(PageAction),
}

/// An action of the person whose view the page shows.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(super) enum PageAction {
    Command {
        channel: ChannelId,
        name: String,
        options: Vec<(String, Value)>,
    },
    Autocomplete {
        channel: ChannelId,
        name: String,
        options: Vec<(String, Value)>,
        focused: String,
    },
    /// A context menu command of a message or of a person.
    Menu {
        channel: ChannelId,
        name: String,
        message: Option<MessageId>,
        user: Option<UserId>,
    },
    Press {
        message: MessageId,
        control: String,
    },
    Select {
        message: MessageId,
        control: String,
        values: Vec<String>,
    },
    Submit {
        interaction: InteractionId,
        fields: Vec<(String, String)>,
    },
    Say {
        channel: ChannelId,
        text: String,
    },
    Upload {
        filename: String,
        #[serde(rename = "type")]
        kind: String,
        base64: String,
    },
    Locale {
        locale: String,
    },
    Fault {
        kind: StandingFault,
        on: bool,
    },
    /// Sets the account's connection to WhatsApp.
    Session {
        connected: bool,
    },
    Bot {
        act: BotAction,
    },
    /// Creates a new world, and plays a scene in it.
    Scene {
        name: Option<String>,
        /// True if each line waits for a request.
        #[serde(default)]
        stepwise: bool,
        /// The name of the provider as which the new world is served. Without it, the provider stays.
        provider: Option<String>,
    },
    /// Plays the next line of a waiting scene.
    Next,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BotAction {
    Kill,
    Start,
}

/// Runs an action. An error is a text for people.
pub(super) async fn answer(
    scenarios: &Arc<ScenarioPlayer>,
    playground: &Playground,
    who: UserId,
    action: PageAction,
) -> Result<Value, String> {
    let discord = &playground.fakes.discord;
    match action {
        PageAction::Command { channel, name, options } => sent(discord.command(who, channel, &name, &options)),
        PageAction::Autocomplete { channel, name, options, focused } => {
            let typing =
                discord.autocomplete(who, channel, &name, &options, &focused).map_err(|error| error.to_string())?;
            let offered = discord.choices(typing).await;
            let offered = offered.map(|choices| {
                let choice = |choice: &Choice| json!({ "name": choice.name, "value": choice.value });
                choices.iter().map(choice).collect::<Vec<_>>()
            });
            Ok(json!(offered))
        }
        PageAction::Menu { channel, name, message: Some(message), .. } => {
            sent(discord.message_command(who, channel, &name, message))
        }
        PageAction::Menu { channel, name, user: Some(user), .. } => {
            sent(discord.user_command(who, channel, &name, user))
        }
        PageAction::Menu { .. } => Err(ClientError::NoTarget.to_string()),
        PageAction::Press { message, control } => sent(discord.press(who, message, &control)),
        PageAction::Select { message, control, values } => sent(discord.select(who, message, &control, &values)),
        PageAction::Submit { interaction, fields } => sent(discord.submit_modal(who, interaction, &fields)),
        PageAction::Say { channel, text } => write(playground, who, channel, &text),
        PageAction::Upload { filename, kind, base64 } => {
            let bytes = STANDARD.decode(base64).map_err(|_| problem(playground, who, "file-unreadable"))?;
            if bytes.len() as u64 > discord.look(|world| world.application.attachment_size_limit) {
                return Err(problem(playground, who, "file-over-limit"));
            }
            Ok(json!(discord.upload(who, &filename, &kind, bytes)))
        }
        PageAction::Locale { locale } => {
            discord.world(|world| world.speak(who, &locale));
            Ok(Value::Null)
        }
        PageAction::Fault { kind, on } => {
            playground.set_fault(kind, on);
            Ok(Value::Null)
        }
        PageAction::Session { connected } => {
            playground.connect_session(connected);
            Ok(Value::Null)
        }
        PageAction::Bot { act: BotAction::Kill } => {
            playground.kill_bot().await;
            Ok(Value::Null)
        }
        PageAction::Bot { act: BotAction::Start } => {
            playground.start_bot().await.map(|()| Value::Null).map_err(|error| format!("{error:#}"))
        }
        PageAction::Next => {
            scenarios.play_next_line();
            Ok(Value::Null)
        }
        PageAction::Scene { name, stepwise, provider } => {
            let provider = provider.map(|name| name.parse::<Provider>()).transpose();
            let provider = provider.map_err(|error| error.to_string())?;
            let locale = locale_of(playground, who);
            let restarted = scenarios.restart_with(name.as_deref(), stepwise, &locale, provider).await;
            restarted.map(|()| Value::Null).map_err(|error| format!("{error:#}"))
        }
    }
}

fn sent(interaction: Result<InteractionId, ClientError>) -> Result<Value, String> {
    interaction.map(|id| json!(id)).map_err(|error| error.to_string())
}

/// Sends a plain message, if this person may write in the channel.
fn write(playground: &Playground, who: UserId, channel: ChannelId, text: &str) -> Result<Value, String> {
    if text.trim().is_empty() || text.chars().count() > MESSAGE_MAX {
        return Err(problem(playground, who, "message-length"));
    }
    let sent = playground
        .fakes
        .discord
        .world(|world| world.may_write(who, channel).then(|| json!(world.add_message(who, channel, text))));
    sent.ok_or_else(|| problem(playground, who, "may-not-write"))
}

/// Returns a text of the page in the language of this person.
fn problem(playground: &Playground, who: UserId, key: &str) -> String {
    say(words_for(&locale_of(playground, who)), key).to_owned()
}

/// Returns the language of this person's Discord client.
fn locale_of(playground: &Playground, who: UserId) -> String {
    let locale = playground.fakes.discord.look(|world| world.users.get(&who).map(|user| user.locale.clone()));
    locale.unwrap_or_else(|| "en-US".to_owned())
}

//! The person's side: what somebody can do with Discord's client. It lets through what Discord's client and server let
//! through, and no more.

use std::time::Duration;

use serde_json::{Value, json};

use super::gateway::Event;
use super::snowflake::{ChannelId, InteractionId, MessageId, UserId};
use super::world::{Choice, Command, Interaction, InteractionKind, State, World, bits, text};
use super::{DiscordStandIn, Inner, Shared};

/// Characters of a string option (Application Commands, Option Structure).
const OPTION_MAX: usize = 6_000;
/// Characters of a text input (Component Reference).
const INPUT_MAX: usize = 4_000;
/// An offer that is not there by then is never shown.
const OFFER_WITHIN: Duration = Duration::from_secs(3);

/// Why Discord's client would not send this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    #[error("this person may not use commands in this channel")]
    NotAllowed,
    #[error("there is no command /{0}")]
    NoCommand(String),
    #[error("/{command} has no option {option}")]
    NoOption { command: String, option: String },
    #[error("/{command} needs the option {option}")]
    OptionMissing { command: String, option: String },
    #[error("the option {option} does not take this value")]
    BadValue { option: String },
    #[error("there is no such button to press")]
    NoButton,
    #[error("no modal is open")]
    NoModal,
    #[error("the field {0} does not take this text")]
    BadField(String),
}

impl DiscordStandIn {
    /// Sends a slash command off: `"wa-group invite revoke"` with its options.
    pub fn command(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        options: &[(String, Value)],
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let data = command_data(&inner.world, who, channel, name, options, None)?;
            Ok(begin(&self.shared, inner, InteractionKind::Command, (who, channel), &data, None))
        })
    }

    /// Types in the option `focused`, with these values so far.
    pub fn autocomplete(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        options: &[(String, Value)],
        focused: &str,
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let data = command_data(&inner.world, who, channel, name, options, Some(focused))?;
            Ok(begin(&self.shared, inner, InteractionKind::Autocomplete, (who, channel), &data, None))
        })
    }

    /// What is offered, as soon as it is there; nothing where it does not come in time.
    pub async fn choices(&self, typing: InteractionId) -> Option<Vec<Choice>> {
        let offered = self.wait_until(|world| match &world.interactions.get(&typing)?.state {
            State::Choices(choices) => Some(choices.clone()),
            _ => None,
        });
        tokio::select! {
            choices = offered => Some(choices),
            () = self.shared.clock.sleep(OFFER_WITHIN) => None,
        }
    }

    /// Presses a button that this person sees, by its `custom_id` or its label.
    pub fn press(&self, who: UserId, message: MessageId, button: &str) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let shown = inner.world.messages.get(&message).filter(|message| message.is_shown_to(who));
            let shown = shown.ok_or(ClientError::NoButton)?;
            let control = shown.control(button).ok_or(ClientError::NoButton)?;
            let enabled = control.get("disabled") != Some(&json!(true)) && control.get("custom_id").is_some();
            if control.get("type") != Some(&json!(2)) || !enabled {
                return Err(ClientError::NoButton);
            }
            let data = json!({ "component_type": 2, "custom_id": control.get("custom_id"), "id": 1 });
            let channel = shown.channel;
            Ok(begin(&self.shared, inner, InteractionKind::Component, (who, channel), &data, Some(message)))
        })
    }

    /// Sends off the modal that an interaction was answered with.
    pub fn submit_modal(
        &self,
        who: UserId,
        opened_by: InteractionId,
        fields: &[(String, String)],
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let opened = inner.world.interactions.get(&opened_by).filter(|one| one.who == who && !one.submitted);
            let opened = opened.ok_or(ClientError::NoModal)?;
            let State::Modal(modal) = &opened.state else { return Err(ClientError::NoModal) };
            let rows = modal_rows(modal, fields)?;
            let data = json!({ "custom_id": modal.get("custom_id"), "components": rows });
            let (channel, source) = (opened.channel, opened.source);
            if let Some(opened) = inner.world.interactions.get_mut(&opened_by) {
                opened.submitted = true;
            }
            Ok(begin(&self.shared, inner, InteractionKind::Modal, (who, channel), &data, source))
        })
    }

    /// Sends a payload made by hand, under a new id and token: what no client of Discord's would send.
    pub fn raw_interaction(&self, mut payload: Value) -> InteractionId {
        self.shared.change(|inner| {
            let id = InteractionId(inner.world.new_id());
            let token = new_token(id);
            super::payload::insert(&mut payload, "id", json!(id));
            super::payload::insert(&mut payload, "token", token.as_str());
            let kind = match payload.get("type").and_then(Value::as_u64) {
                Some(3) => InteractionKind::Component,
                Some(4) => InteractionKind::Autocomplete,
                Some(5) => InteractionKind::Modal,
                _ => InteractionKind::Command,
            };
            let user = payload.pointer("/member/user/id").or_else(|| payload.pointer("/user/id"));
            let who =
                user.and_then(Value::as_str).and_then(|id| id.parse().ok()).unwrap_or(inner.world.application.owner);
            let channel = text(&payload, "channel_id").parse().unwrap_or(ChannelId(0));
            let source = payload.pointer("/message/id").and_then(Value::as_str).and_then(|id| id.parse().ok());
            send(&self.shared, inner, Sent { id, token, kind, who, channel, payload, source });
            id
        })
    }

    /// Delivers an interaction once more, as a replay after a reconnect may.
    pub fn redeliver(&self, interaction: InteractionId) {
        self.shared.change(|inner| {
            if let Some(found) = inner.world.interactions.get(&interaction) {
                let event = Event::interaction(found.payload.clone(), found.guild);
                inner.hub.dispatch(&event);
            }
        });
    }
}

/// The `data` of a command, after the checks that Discord's client makes.
fn command_data(
    world: &World,
    who: UserId,
    channel: ChannelId,
    name: &str,
    options: &[(String, Value)],
    focused: Option<&str>,
) -> Result<Value, ClientError> {
    let guild = world.channels.get(&channel).and_then(|channel| channel.guild);
    let may = world.permissions(who, channel);
    if may & bits::USE_APPLICATION_COMMANDS == 0 {
        return Err(ClientError::NotAllowed);
    }
    let no_command = || ClientError::NoCommand(name.to_owned());
    let mut words = name.split(' ');
    let root = words.next().and_then(|root| world.find_command(guild, 1, root)).ok_or_else(no_command)?;
    if !is_shown(root, guild.is_some(), may) {
        return Err(no_command());
    }
    let mut path: Vec<&Value> = Vec::new();
    let mut level: &[Value] = root.options();
    for word in words {
        let sub = level.iter().find(|option| text(option, "name") == word && matches!(kind(option), 1 | 2));
        let sub = sub.ok_or_else(no_command)?;
        path.push(sub);
        level = sub.get("options").and_then(Value::as_array).map_or(&[], Vec::as_slice);
    }
    if level.iter().any(|option| matches!(kind(option), 1 | 2)) {
        return Err(no_command());
    }
    let mut given = option_values(level, name, options, focused)?;
    for sub in path.iter().rev() {
        given = vec![json!({ "name": sub.get("name"), "type": kind(sub), "options": given })];
    }
    Ok(json!({ "id": root.id, "name": root.name(), "type": 1, "options": given, "guild_id": root.guild }))
}

/// The options given, in the order in which they were given.
fn option_values(
    level: &[Value],
    command: &str,
    options: &[(String, Value)],
    focused: Option<&str>,
) -> Result<Vec<Value>, ClientError> {
    let owned = |option: &str| (command.to_owned(), option.to_owned());
    let mut given = Vec::new();
    for (name, value) in options {
        let option = level.iter().find(|option| text(option, "name") == name).ok_or_else(|| {
            let (command, option) = owned(name);
            ClientError::NoOption { command, option }
        })?;
        let is_focused = focused == Some(name.as_str());
        // While somebody types nothing is checked but the type.
        let is_typing = focused.is_some() && value.is_string();
        if !is_typing && !fits(option, value) {
            return Err(ClientError::BadValue { option: name.clone() });
        }
        let mut json = json!({ "name": name, "type": kind(option), "value": value });
        if is_focused {
            if option.get("autocomplete") != Some(&json!(true)) {
                return Err(ClientError::BadValue { option: name.clone() });
            }
            super::payload::insert(&mut json, "focused", true);
        }
        given.push(json);
    }
    let missing = level.iter().find(|option| {
        option.get("required") == Some(&json!(true)) && options.iter().all(|(name, _)| text(option, "name") != name)
    });
    match missing {
        Some(option) if focused.is_none() => {
            let (command, option) = owned(text(option, "name"));
            Err(ClientError::OptionMissing { command, option })
        }
        _ => Ok(given),
    }
}

fn kind(option: &Value) -> u64 {
    option.get("type").and_then(Value::as_u64).unwrap_or_default()
}

/// Whether an option takes a value (Application Commands, Option Structure).
fn fits(option: &Value, value: &Value) -> bool {
    let bound = |key: &str| option.get(key).and_then(Value::as_f64);
    let choices = option.get("choices").and_then(Value::as_array).filter(|choices| !choices.is_empty());
    if choices.is_some_and(|choices| choices.iter().all(|choice| choice.get("value") != Some(value))) {
        return false;
    }
    match (kind(option), value) {
        (3, Value::String(text)) => {
            let length = text.chars().count();
            let least = length_bound(option, "min_length").unwrap_or(1).max(1);
            let most = length_bound(option, "max_length").unwrap_or(OPTION_MAX);
            (least..=most).contains(&length)
        }
        (4, Value::Number(number)) => {
            number.is_i64() && in_range(number.as_f64(), bound("min_value"), bound("max_value"))
        }
        (5, Value::Bool(_)) => true,
        (6..=9 | 11, Value::String(id)) => id.parse::<u64>().is_ok(),
        (10, Value::Number(number)) => in_range(number.as_f64(), bound("min_value"), bound("max_value")),
        _ => false,
    }
}

fn length_bound(of: &Value, key: &str) -> Option<usize> {
    of.get(key).and_then(Value::as_u64).and_then(|bound| usize::try_from(bound).ok())
}

fn in_range(number: Option<f64>, least: Option<f64>, most: Option<f64>) -> bool {
    number.is_some_and(|number| least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most))
}

/// Whether Discord's client offers a command here: its contexts, and the permission that it wants by default.
fn is_shown(command: &Command, in_guild: bool, may: u64) -> bool {
    let context = u64::from(!in_guild);
    let contexts = command.json.get("contexts").and_then(Value::as_array);
    let here = contexts.is_none_or(|contexts| contexts.iter().any(|one| one.as_u64() == Some(context)));
    let wanted = command.json.get("default_member_permissions").and_then(Value::as_str);
    let wanted = wanted.and_then(|bits| bits.parse::<u64>().ok());
    let allowed = wanted.is_none_or(|wanted| match wanted {
        0 => may & bits::ADMINISTRATOR != 0,
        wanted => may & wanted == wanted,
    });
    here && allowed
}

/// The rows of a modal with what was typed. Only text inputs are typed in here.
fn modal_rows(modal: &Value, fields: &[(String, String)]) -> Result<Vec<Value>, ClientError> {
    let rows = modal.get("components").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut sent = Vec::new();
    for row in &rows {
        let input = row.pointer("/components/0").or_else(|| row.get("component")).ok_or(ClientError::NoModal)?;
        let id = text(input, "custom_id");
        let typed = fields.iter().find(|(name, _)| name == id).map_or("", |(_, value)| value.as_str());
        let length = typed.chars().count();
        let required = input.get("required") != Some(&json!(false));
        let least = length_bound(input, "min_length").unwrap_or(usize::from(required));
        let fits = (length == 0 && !required)
            || (least..=length_bound(input, "max_length").unwrap_or(INPUT_MAX)).contains(&length);
        if !fits {
            return Err(ClientError::BadField(id.to_owned()));
        }
        let input = json!({ "type": 4, "custom_id": id, "value": typed, "id": 2 });
        sent.push(match row.get("component") {
            Some(_) => json!({ "type": 18, "id": 1, "component": input }),
            None => json!({ "type": 1, "id": 1, "components": [input] }),
        });
    }
    Ok(sent)
}

/// Makes an interaction and sends it to the bot.
fn begin(
    shared: &Shared,
    inner: &mut Inner,
    kind: InteractionKind,
    (who, channel): (UserId, ChannelId),
    data: &Value,
    source: Option<MessageId>,
) -> InteractionId {
    let id = InteractionId(inner.world.new_id());
    let token = new_token(id);
    let mut payload = inner.world.interaction_json((id, &token), kind as u8, who, channel, data);
    if let Some(message) = source.and_then(|source| inner.world.messages.get(&source)) {
        let message = inner.world.message_json(message, &shared.api);
        super::payload::insert(&mut payload, "message", message);
    }
    send(shared, inner, Sent { id, token, kind, who, channel, payload, source });
    id
}

/// An interaction on its way to the bot.
struct Sent {
    id: InteractionId,
    token: String,
    kind: InteractionKind,
    who: UserId,
    channel: ChannelId,
    payload: Value,
    source: Option<MessageId>,
}

fn send(shared: &Shared, inner: &mut Inner, sent: Sent) {
    let Sent { id, token, kind, who, channel, payload, source } = sent;
    let guild = payload.get("guild_id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let event = Event::interaction(payload.clone(), guild);
    inner.world.remember_interaction(Interaction {
        id,
        token,
        kind,
        who,
        guild,
        channel,
        payload,
        created: shared.clock.now(),
        state: State::Waiting,
        answered_after: None,
        original: None,
        source,
        followups: Vec::new(),
        deprecated_followup: false,
        submitted: false,
    });
    inner.hub.dispatch(&event);
}

/// Begins with the interaction's id; to a bot it is opaque, as Discord's longer ones are.
fn new_token(of: InteractionId) -> String {
    let random: String = (0..48).map(|_| fastrand::alphanumeric()).collect();
    format!("{of}.{random}")
}

//! The user's side of Discord: the actions that a person can take in Discord's client. It accepts what Discord's client
//! and server accept, and nothing else.

mod modal;
mod options;
mod resolved;

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::gateway::Event;
use super::payload::insert;
use super::snowflake::{AttachmentId, ChannelId, InteractionId, MessageId, UserId};
use super::world::{Attachment, Choice, Interaction, InteractionKind, State, text};
use modal::modal_rows;
use options::{command_data, length_bound, menu_data};
use resolved::{Asking, Resolved};

use super::{DiscordStandIn, Inner, Shared};

/// Time limit for autocomplete choices. The client does not show later ones.
const OFFER_WITHIN: Duration = Duration::from_secs(3);

/// Maximum number of stored files that people uploaded for commands.
const UPLOADS: usize = 64;

/// The reason why Discord's client would not send this.
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
    #[error("there is no such menu to choose from, or not these values")]
    NoChoice,
    #[error("there is nothing to use this command on")]
    NoTarget,
    #[error("no modal is open")]
    NoModal,
    #[error("the field {0} does not take this text")]
    BadField(String),
}

impl DiscordStandIn {
    /// Sends a slash command: `"wa-group invite revoke"` with its options. Users, roles and channels are given by id or
    /// by name, files by the id that [`Self::upload`] returned.
    pub fn command(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        options: &[(String, Value)],
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let data = command_data(self.asking(inner, who, channel), name, options, None)?;
            Ok(begin(&self.shared, inner, InteractionKind::Command, (who, channel), &data, None))
        })
    }

    /// Sends a command from the context menu of a user.
    pub fn user_command(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        target: UserId,
    ) -> Result<InteractionId, ClientError> {
        self.menu_command((who, channel), 2, name, target.0)
    }

    /// Sends a command from the context menu of a message.
    pub fn message_command(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        target: MessageId,
    ) -> Result<InteractionId, ClientError> {
        self.menu_command((who, channel), 3, name, target.0)
    }

    fn menu_command(
        &self,
        (who, channel): (UserId, ChannelId),
        kind: u64,
        name: &str,
        target: u64,
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let data = menu_data(self.asking(inner, who, channel), kind, name, target)?;
            Ok(begin(&self.shared, inner, InteractionKind::Command, (who, channel), &data, None))
        })
    }

    fn asking<'a>(&'a self, inner: &'a Inner, who: UserId, channel: ChannelId) -> Asking<'a> {
        Asking { world: &inner.world, files: &self.shared.api, who, channel }
    }

    /// Uploads a file and returns its id, which a command option accepts.
    pub fn upload(&self, who: UserId, filename: &str, content_type: &str, bytes: Vec<u8>) -> AttachmentId {
        self.shared.change(|inner| {
            let id = AttachmentId(inner.world.new_id());
            let file = Attachment {
                id,
                filename: filename.to_owned(),
                content_type: Some(content_type.to_owned()),
                description: None,
                bytes,
                in_embed: false,
            };
            inner.world.uploads.insert(id, (who, file));
            while inner.world.uploads.len() > UPLOADS {
                inner.world.uploads.pop_first();
            }
            id
        })
    }

    /// Types into the option `focused`, with these values so far.
    pub fn autocomplete(
        &self,
        who: UserId,
        channel: ChannelId,
        name: &str,
        options: &[(String, Value)],
        focused: &str,
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let data = command_data(self.asking(inner, who, channel), name, options, Some(focused))?;
            Ok(begin(&self.shared, inner, InteractionKind::Autocomplete, (who, channel), &data, None))
        })
    }

    /// Returns the autocomplete choices as soon as the bot sends them, or `None` if they do not arrive in time.
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

    /// Presses a button that this person sees. The button is found by its `custom_id` or its label.
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

    /// Selects values in a menu that this person sees. The menu is found by its `custom_id` or its placeholder. A
    /// string select takes its values or their labels; the other menus take names or ids of users, roles and channels.
    pub fn select(
        &self,
        who: UserId,
        message: MessageId,
        menu: &str,
        values: &[String],
    ) -> Result<InteractionId, ClientError> {
        self.shared.change(|inner| {
            let shown = inner.world.messages.get(&message).filter(|message| message.is_shown_to(who));
            let shown = shown.ok_or(ClientError::NoChoice)?;
            let control = shown.control(menu).ok_or(ClientError::NoChoice)?;
            let channel = shown.channel;
            let data = chosen(self.asking(inner, who, channel), control, values).ok_or(ClientError::NoChoice)?;
            Ok(begin(&self.shared, inner, InteractionKind::Component, (who, channel), &data, Some(message)))
        })
    }

    /// Submits the modal with which the bot answered an interaction.
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

    /// Sends a hand-made payload, under a new id and token. Discord's own client would not send it.
    pub fn raw_interaction(&self, mut payload: Value) -> InteractionId {
        self.shared.change(|inner| {
            let id = InteractionId(inner.world.new_id());
            let token = new_token(id);
            insert(&mut payload, "id", json!(id));
            insert(&mut payload, "token", token.as_str());
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

    /// Delivers an interaction a second time, as a replay after a reconnect may do.
    pub fn redeliver(&self, interaction: InteractionId) {
        self.shared.change(|inner| {
            if let Some(found) = inner.world.interactions.get(&interaction) {
                let event = Event::interaction(found.payload.clone(), found.guild);
                inner.hub.dispatch(&event);
            }
        });
    }
}

/// Returns the data that Discord's client sends for a selection, or `None` if the client does not allow the selection.
fn chosen(asking: Asking<'_>, control: &Value, values: &[String]) -> Option<Value> {
    let bound = |key: &str| length_bound(control, key).unwrap_or(1);
    let distinct: BTreeSet<&String> = values.iter().collect();
    let fits = control.get("disabled") != Some(&json!(true))
        && distinct.len() == values.len()
        && (bound("min_values")..=bound("max_values")).contains(&values.len());
    if !fits {
        return None;
    }
    let kind = control.get("type")?.as_u64()?;
    let mut data = json!({ "component_type": kind, "custom_id": control.get("custom_id"), "id": 1 });
    if kind == 3 {
        let options = control.get("options").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let named = |name: &String| {
            let is_it = |option: &&Value| text(option, "value") == name || text(option, "label") == name;
            options.iter().find(is_it).map(|option| text(option, "value").to_owned())
        };
        insert(&mut data, "values", values.iter().map(named).collect::<Option<Vec<String>>>()?);
        return Some(data);
    }
    let mut resolved = Resolved::default();
    let ids: Option<Vec<String>> =
        values.iter().map(|value| resolved.choose(asking, control, value).map(|id| id.to_string())).collect();
    insert(&mut data, "values", ids?);
    resolved.add_to(&mut data);
    Some(data)
}

/// Creates an interaction and sends it to the bot.
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
        insert(&mut payload, "message", message);
    }
    send(shared, inner, Sent { id, token, kind, who, channel, payload, source });
    id
}

/// An interaction that is being sent to the bot.
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

/// Returns a token that starts with the interaction's id. It is opaque to the bot, as Discord's longer tokens are.
fn new_token(of: InteractionId) -> String {
    let random: String = (0..48).map(|_| fastrand::alphanumeric()).collect();
    format!("{of}.{random}")
}

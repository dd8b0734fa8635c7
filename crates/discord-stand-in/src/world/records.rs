//! The stand-in's records of messages, interactions, commands and requests.

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;
use usher_clock::Timestamp;

use super::text;
use crate::snowflake::{AttachmentId, ChannelId, CommandId, GuildId, InteractionId, MessageId, RoleId, UserId};

/// Message flags (Message, Message Flags).
pub mod flags {
    pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub const EPHEMERAL: u64 = 1 << 6;
    pub const LOADING: u64 = 1 << 7;
    pub const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub const VOICE_MESSAGE: u64 = 1 << 13;
    pub const COMPONENTS_V2: u64 = 1 << 15;
}

/// A message in a channel. A deleted one is kept, with `deleted` set.
#[derive(Debug, Clone)]
pub struct Message {
    pub id: MessageId,
    pub channel: ChannelId,
    pub author: UserId,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub flags: u64,
    /// The only person who sees it, for an ephemeral reply.
    pub private_to: Option<UserId>,
    pub attachments: Vec<Attachment>,
    /// The number of edits, not counting the one that fills a deferred reply.
    pub edited: u32,
    pub edited_at: Option<Timestamp>,
    pub deleted: bool,
    /// The interaction that created it.
    pub interaction: Option<InteractionId>,
    /// The users that it pinged.
    pub pings: Vec<UserId>,
    pub pinged_roles: Vec<RoleId>,
    pub pinged_everyone: bool,
    /// The nonce of its sender.
    pub nonce: Option<Value>,
    /// True if it was sent as a follow-up directly after a deferral, which Discord has deprecated.
    pub deprecated_followup: bool,
}

impl Message {
    pub(crate) fn new(id: MessageId, channel: ChannelId, author: UserId) -> Self {
        Self {
            id,
            channel,
            author,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            flags: 0,
            private_to: None,
            attachments: Vec::new(),
            edited: 0,
            edited_at: None,
            deleted: false,
            interaction: None,
            pings: Vec::new(),
            pinged_roles: Vec::new(),
            pinged_everyone: false,
            nonce: None,
            deprecated_followup: false,
        }
    }

    pub fn is_ephemeral(&self) -> bool {
        self.flags & flags::EPHEMERAL != 0
    }

    /// Returns whether it still shows "is thinking".
    pub fn is_loading(&self) -> bool {
        self.flags & flags::LOADING != 0
    }

    pub fn is_shown_to(&self, who: UserId) -> bool {
        !self.deleted && self.private_to.is_none_or(|one| one == who)
    }

    /// Returns buttons and selects, in reading order.
    pub fn controls(&self) -> Vec<&Value> {
        let mut found = Vec::new();
        collect_controls(&self.components, &mut found);
        found
    }

    /// Returns a button or select, by its `custom_id`, its label or its placeholder.
    pub fn control(&self, name: &str) -> Option<&Value> {
        let all = self.controls();
        let by = |key: &str| all.iter().copied().find(|control| text(control, key) == name);
        by("custom_id").or_else(|| by("label")).or_else(|| by("placeholder"))
    }

    /// Returns all of its text, one text a line: content, embeds, labels of components.
    pub fn all_text(&self) -> String {
        let mut lines = vec![self.content.clone()];
        for embed in &self.embeds {
            collect_text(embed, &["title", "description", "name", "value", "text"], &mut lines);
        }
        for component in &self.components {
            collect_text(component, &["label", "content", "placeholder", "description"], &mut lines);
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

fn collect_controls<'a>(components: &'a [Value], found: &mut Vec<&'a Value>) {
    for component in components {
        match component.get("type").and_then(Value::as_u64) {
            Some(2 | 3 | 5..=8) => found.push(component),
            _ => {
                for key in ["components", "accessory", "component"] {
                    match component.get(key) {
                        Some(Value::Array(below)) => collect_controls(below, found),
                        Some(one @ Value::Object(_)) => collect_controls(std::slice::from_ref(one), found),
                        _ => {}
                    }
                }
            }
        }
    }
}

fn collect_text(value: &Value, keys: &[&str], lines: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_text(item, keys, lines)),
        Value::Object(fields) => {
            for key in keys {
                if let Some(Value::String(text)) = fields.get(*key) {
                    lines.push(text.clone());
                }
            }
            fields.values().filter(|below| !below.is_string()).for_each(|below| collect_text(below, keys, lines));
        }
        _ => {}
    }
}

/// A file with its bytes.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub id: AttachmentId,
    pub filename: String,
    pub content_type: Option<String>,
    pub description: Option<String>,
    pub bytes: Vec<u8>,
    /// True if an embed shows it as `attachment://…`. Such a file is not listed separately.
    pub in_embed: bool,
}

/// The kind of an interaction (Receiving and Responding, Interaction Type).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InteractionKind {
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// A user action that the bot must answer.
#[derive(Debug, Clone)]
pub struct Interaction {
    pub id: InteractionId,
    pub token: String,
    pub kind: InteractionKind,
    pub who: UserId,
    pub guild: Option<GuildId>,
    pub channel: ChannelId,
    /// The payload that was sent to the bot.
    pub payload: Value,
    /// The creation time, on the clock's scale.
    pub created: Instant,
    pub state: State,
    /// The time that the bot took to acknowledge it.
    pub answered_after: Option<Duration>,
    /// The message that `@original` refers to.
    pub original: Option<MessageId>,
    /// The message with the button, select or button behind the modal.
    pub source: Option<MessageId>,
    pub followups: Vec<MessageId>,
    /// True if a follow-up filled the deferred reply. Discord has deprecated this in favour of an edit.
    pub deprecated_followup: bool,
    /// True if the modal that it opened was submitted.
    pub submitted: bool,
}

/// The state of an interaction.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    Waiting,
    /// The bot shows "Is thinking …".
    Deferred {
        ephemeral: bool,
    },
    /// A component was used, and its message will be edited later.
    Updating,
    /// The bot sent a message or filled the deferred reply.
    Answered,
    /// The bot edited the component's message.
    Updated,
    /// A modal is open.
    Modal(Value),
    Choices(Vec<Choice>),
}

impl State {
    /// Returns the open modal.
    pub fn modal(&self) -> Option<&Value> {
        match self {
            Self::Modal(modal) => Some(modal),
            _ => None,
        }
    }
}

/// An autocomplete choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub name: String,
    pub value: Value,
}

/// A registered command, as Discord sends it back.
#[derive(Debug, Clone)]
pub struct Command {
    pub id: CommandId,
    pub guild: Option<GuildId>,
    pub json: Value,
}

impl Command {
    pub fn name(&self) -> &str {
        text(&self.json, "name")
    }

    /// Returns the kind: 1 slash, 2 user, 3 message.
    pub fn kind(&self) -> u64 {
        self.json.get("type").and_then(Value::as_u64).unwrap_or(1)
    }

    pub fn options(&self) -> &[Value] {
        self.json.get("options").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

/// A request of the bot with its response.
#[derive(Debug, Clone)]
pub struct Request {
    pub at: Timestamp,
    pub method: String,
    pub path: String,
    /// The route, such as `POST /channels/{channel}/messages`.
    pub route: String,
    /// The JSON that was sent; `payload_json` in a form.
    pub body: Value,
    /// Names of the attached files.
    pub files: Vec<String>,
    pub status: u16,
    /// The error body, if the request was refused.
    pub error: Option<Value>,
    pub unexpected: bool,
}

/// Counters and events of the gateway.
#[derive(Debug, Default, Clone)]
pub struct GatewayRecord {
    /// The number of connections that have identified or resumed.
    pub connected: usize,
    pub identified: u64,
    /// The presence of the newest IDENTIFY.
    pub presence: Value,
    /// The shard number and shard count of each of them.
    pub shards: Vec<(u64, u64)>,
    pub resumed: u64,
    /// The number of events sent again to resumed connections.
    pub replayed: u64,
    pub heartbeats: u64,
    /// Codes with which the stand-in closed connections, oldest first.
    pub closes: Vec<u16>,
    /// The number of op 9 payloads sent.
    pub invalidated: u64,
    /// Codes with which clients closed connections. 1000 and 1001 end the session.
    pub closed_by_client: Vec<u16>,
}

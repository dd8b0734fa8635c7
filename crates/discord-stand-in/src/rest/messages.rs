//! Messages in channels, and the code that they share with replies to interactions.

use std::time::Duration;

use serde_json::{Value, json};

use super::body::{Said, number};
use super::files::attach;
use super::{Answer, files_at};
use crate::errors::ApiError;
use crate::gateway::Event;
use crate::payload::channel_json;
use crate::rules::messages::{EDIT_FLAGS, MESSAGE_FLAGS, Place, Sent, check, check_nonce};
use crate::rules::{Fields, field};
use crate::snowflake::{ChannelId, MessageId, UserId};
use crate::world::{Message, World, bits, flags};
use crate::{Inner, Shared};

/// The time for which a nonce is unique: "the past few minutes" (Create Message, `enforce_nonce`).
const NONCE_HOLDS: Duration = Duration::from_secs(5 * 60);

pub(super) fn channel(world: &World, channel: ChannelId) -> Result<Answer, ApiError> {
    let found = visible(world, channel)?;
    Ok(Answer::Json(200, channel_json(found)))
}

/// Opens the direct message channel with a user.
pub(super) fn direct_channel(world: &mut World, body: &Fields) -> Result<Answer, ApiError> {
    let with = field(body, "recipient_id").and_then(Value::as_str).and_then(|id| id.parse::<UserId>().ok());
    let with = with.filter(|id| world.users.contains_key(id)).ok_or_else(ApiError::unknown_user)?;
    let id = world.direct_channel(with);
    let mut json = world.channels.get(&id).map(channel_json).unwrap_or_default();
    crate::payload::insert(&mut json, "recipients", json!([world.user_json(with)]));
    Ok(Answer::Json(200, json))
}

pub(super) fn create(
    shared: &Shared,
    inner: &mut Inner,
    channel: ChannelId,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let world = &mut inner.world;
    let found = visible(world, channel)?;
    if found.recipient.is_some_and(|with| world.users.get(&with).is_none_or(|user| !user.takes_messages)) {
        return Err(ApiError::cannot_message_user());
    }
    let bot = world.application.bot;
    let also = |needed: bool, bit: u64| if needed { bit } else { 0 };
    let wanted = bits::SEND_MESSAGES
        | also(field(said.fields, "embeds").is_some(), bits::EMBED_LINKS)
        | also(!said.files.is_empty(), bits::ATTACH_FILES);
    if world.permissions(bot, channel) & wanted != wanted {
        return Err(ApiError::missing_permissions());
    }
    check(said.fields, place(world, said, &said.sent(), None, MESSAGE_FLAGS))?;
    let nonce = check_nonce(said.fields)?;
    let enforced = nonce.filter(|_| field(said.fields, "enforce_nonce") == Some(&json!(true)));
    if let Some(there) = enforced.and_then(|nonce| written_with(world, bot, nonce)) {
        return Ok(Answer::Json(200, world.message_json(there, files_at(shared))));
    }
    let mut message = Message::new(MessageId(world.new_id()), channel, bot);
    message.nonce = nonce.cloned();
    fill(world, &mut message, said);
    Ok(Answer::Json(200, publish(shared, inner, message, "MESSAGE_CREATE")))
}

/// Returns the message that an author sent with this nonce in the last minutes. A string and a number with the same
/// digits are the same nonce.
fn written_with<'a>(world: &'a World, author: UserId, nonce: &Value) -> Option<&'a Message> {
    let plain = |nonce: &Value| nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned);
    let now = world.clock.now_utc();
    let recent = world.messages.values().rev().take_while(|message| message.id.made_at() + NONCE_HOLDS > now);
    let mut own = recent.filter(|message| message.author == author);
    own.find(|message| message.nonce.as_ref().is_some_and(|one| plain(one) == plain(nonce)))
}

pub(super) fn read(shared: &Shared, world: &World, channel: ChannelId, message: MessageId) -> Result<Answer, ApiError> {
    visible(world, channel)?;
    let found = standing(world, message).filter(|found| found.channel == channel && !found.is_ephemeral());
    Ok(Answer::Json(200, world.message_json(found.ok_or_else(ApiError::unknown_message)?, files_at(shared))))
}

pub(super) fn edit(
    shared: &Shared,
    inner: &mut Inner,
    channel: ChannelId,
    message: MessageId,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let world = &inner.world;
    visible(world, channel)?;
    let found = standing(world, message).filter(|found| found.channel == channel && !found.is_ephemeral());
    let found = found.ok_or_else(ApiError::unknown_message)?;
    if found.author != world.application.bot {
        return Err(ApiError::not_the_author());
    }
    change(shared, inner, message, said)
}

pub(super) fn delete(inner: &mut Inner, channel: ChannelId, message: MessageId) -> Result<Answer, ApiError> {
    visible(&inner.world, channel)?;
    let found = standing(&inner.world, message).filter(|found| found.channel == channel);
    let found = found.ok_or_else(ApiError::unknown_message)?;
    let bot = inner.world.application.bot;
    if found.author != bot && inner.world.permissions(bot, channel) & bits::MANAGE_MESSAGES == 0 {
        return Err(ApiError::missing_permissions());
    }
    Ok(remove(inner, message))
}

/// Edits a message, whether or not it is ephemeral. The first edit of a deferred reply fills it: it then becomes an
/// ordinary message, and this does not count as an edit.
pub(super) fn change(
    shared: &Shared,
    inner: &mut Inner,
    message: MessageId,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let world = &mut inner.world;
    let mut changed = standing(world, message).cloned().ok_or_else(ApiError::unknown_message)?;
    check(said.fields, place(world, said, &said.sent(), Some(&changed), EDIT_FLAGS))?;
    fill(world, &mut changed, said);
    if changed.is_loading() {
        changed.flags &= !flags::LOADING;
    } else {
        changed.edited += 1;
        changed.edited_at = Some(shared.clock.now_utc());
    }
    Ok(Answer::Json(200, publish(shared, inner, changed, "MESSAGE_UPDATE")))
}

pub(super) fn remove(inner: &mut Inner, message: MessageId) -> Answer {
    if let Some(found) = inner.world.messages.get_mut(&message) {
        found.deleted = true;
    }
    if let Some(found) = inner.world.messages.get(&message) {
        let event = Event::message_deleted(&inner.world, found);
        inner.hub.dispatch(&event);
    }
    Answer::Nothing
}

/// Returns a message that was not deleted.
pub(super) fn standing(world: &World, message: MessageId) -> Option<&Message> {
    world.messages.get(&message).filter(|found| !found.deleted)
}

/// Returns the context for the message rules.
pub(super) fn place<'a>(
    world: &World,
    said: Said<'a>,
    files: &'a [Sent],
    existing: Option<&'a Message>,
    flags: u64,
) -> Place<'a> {
    Place { path: said.path, files, existing, flags, attachment_size_limit: world.application.attachment_size_limit }
}

/// Applies a request body to a message. Fields that it does not contain stay the same.
pub(super) fn fill(world: &mut World, message: &mut Message, said: Said<'_>) {
    let body = said.fields;
    let list = |key: &str| match body.get(key) {
        Some(Value::Array(items)) => Some(items.clone()),
        Some(Value::Null) => Some(Vec::new()),
        _ => None,
    };
    match body.get("content") {
        Some(Value::String(text)) => message.content.clone_from(text),
        Some(Value::Null) => message.content.clear(),
        _ => {}
    }
    if let Some(embeds) = list("embeds") {
        message.embeds = embeds;
    }
    if let Some(components) = list("components") {
        message.components = components;
    }
    let own = MESSAGE_FLAGS;
    if let Some(flags) = field(body, "flags").and_then(Value::as_u64) {
        message.flags = message.flags & !own | flags & own;
    }
    attach(world, message, said);
    ping(world, message, field(body, "allowed_mentions"));
}

/// Sets the users that the content pings. Embeds ping no one (Message, Allowed Mentions).
fn ping(world: &World, message: &mut Message, allowed: Option<&Value>) {
    let parses = |kind: &str| {
        allowed.is_none_or(|allowed| match allowed.get("parse").and_then(Value::as_array) {
            Some(kinds) => kinds.iter().any(|one| one == kind),
            None => false,
        })
    };
    let names = |key: &str, id: u64| {
        let listed = allowed.and_then(|allowed| allowed.get(key)).and_then(Value::as_array);
        listed.is_some_and(|ids| ids.iter().any(|one| number(Some(one)) == Some(id)))
    };
    let users = world.mentioned_users(&message.content).filter(|id| parses("users") || names("users", id.0)).collect();
    let roles = world.mentioned_roles(&message.content).filter(|id| parses("roles") || names("roles", id.0)).collect();
    let everyone = message.content.contains("@everyone") || message.content.contains("@here");
    message.pinged_everyone = everyone && parses("everyone");
    message.pings = users;
    message.pinged_roles = roles;
}

/// Stores a message, dispatches it to the bot's sessions, and returns it as REST sends it.
pub(super) fn publish(shared: &Shared, inner: &mut Inner, message: Message, event: &'static str) -> Value {
    let files = files_at(shared);
    let json = inner.world.message_json(&message, files);
    let event = Event::message(&inner.world, &message, files, event);
    inner.world.remember_message(message);
    inner.hub.dispatch(&event);
    json
}

fn visible(world: &World, channel: ChannelId) -> Result<&crate::world::Channel, ApiError> {
    let found = world.channels.get(&channel).ok_or_else(ApiError::unknown_channel)?;
    if world.permissions(world.application.bot, channel) & bits::VIEW_CHANNEL == 0 {
        return Err(ApiError::missing_access());
    }
    Ok(found)
}

//! Responses to interactions: the callback, the original reply, and follow-ups (Receiving and Responding).

use std::time::Duration;

use serde_json::{Value, json};

use super::body::{File, Said};
use super::messages::{change, fill, place, publish, remove, standing};
use super::route::Which;
use super::{Answer, files_at};
use crate::errors::{ApiError, invalid};
use crate::rules::messages::{REPLY_FLAGS, check, check_choices};
use crate::rules::{Fields, field, modals};
use crate::snowflake::{ApplicationId, ChannelId, InteractionId, MessageId, UserId};
use crate::world::{Choice, Interaction, InteractionKind, Message, State, World, flags};
use crate::{ACKNOWLEDGE_WITHIN, Inner, Shared, TOKEN_LIVES};

/// Handles the first response. There is exactly one, and it must arrive within 3 s.
pub(super) fn callback(
    shared: &Shared,
    inner: &mut Inner,
    (id, token): (InteractionId, &str),
    (body, files): (&Fields, &[File]),
    query: &str,
) -> Result<Answer, ApiError> {
    let age = age(shared, inner.world.interactions.get(&id));
    let found = inner.world.interactions.get(&id).filter(|found| found.token == token);
    let found = found.ok_or_else(ApiError::unknown_interaction)?;
    if found.state != State::Waiting {
        return Err(ApiError::already_acknowledged());
    }
    if age > ACKNOWLEDGE_WITHIN {
        return Err(ApiError::unknown_interaction());
    }
    let of = Of::new(found);
    let empty = Fields::new();
    let data = field(body, "data").and_then(Value::as_object).unwrap_or(&empty);
    let kind = field(body, "type").and_then(Value::as_u64);
    let state = respond(shared, inner, of, kind, Said { fields: data, files, path: "data" })?;
    if let Some(kept) = inner.world.interactions.get_mut(&id) {
        kept.state = state;
        kept.answered_after = Some(age);
    }
    // The three accepted forms of true (API Reference, Boolean Query Strings).
    if !query.split('&').any(|pair| matches!(pair, "with_response=true" | "with_response=True" | "with_response=1")) {
        return Ok(Answer::Nothing);
    }
    Ok(Answer::Json(200, with_response(shared, &inner.world, id)))
}

fn with_response(shared: &Shared, world: &World, id: InteractionId) -> Value {
    let Some(kept) = world.interactions.get(&id) else { return Value::Null };
    let original = kept.original.and_then(|message| standing(world, message));
    let message = original.map(|message| world.message_json(message, files_at(shared)));
    json!({
        "interaction": {
            "id": id, "type": kept.kind as u8, "response_message_id": kept.original,
            "response_message_loading": kept.state == State::Deferred { ephemeral: true }
                || kept.state == State::Deferred { ephemeral: false },
            "response_message_ephemeral": original.is_some_and(Message::is_ephemeral),
        },
        "resource": message.map(|message| json!({ "type": 4, "message": message })),
    })
}

/// Applies the response, and returns the new state of the interaction.
fn respond(shared: &Shared, inner: &mut Inner, of: Of, kind: Option<u64>, said: Said<'_>) -> Result<State, ApiError> {
    let data = said.fields;
    let typing = of.kind == InteractionKind::Autocomplete;
    let on_message = of.source.is_some();
    match kind {
        Some(4) if !typing => {
            check(data, place(&inner.world, said, &said.sent(), None, REPLY_FLAGS))?;
            let message = reply(inner, of, said);
            publish(shared, inner, message, "MESSAGE_CREATE");
            Ok(State::Answered)
        }
        Some(5) if !typing => {
            let ephemeral = is_ephemeral(data);
            let nothing = Said { fields: &Fields::new(), files: &[], path: "" };
            let mut message = reply(inner, of, nothing);
            message.flags = flags::LOADING | if ephemeral { flags::EPHEMERAL } else { 0 };
            message.private_to = ephemeral.then_some(of.who);
            publish(shared, inner, message, "MESSAGE_CREATE");
            Ok(State::Deferred { ephemeral })
        }
        Some(6) if on_message => Ok(State::Updating),
        Some(7) if on_message => {
            let source = of.source.ok_or_else(ApiError::unknown_message)?;
            change(shared, inner, source, said)?;
            Ok(State::Updated)
        }
        Some(8) if typing => {
            check_choices(data, "data")?;
            let choices = field(data, "choices").and_then(Value::as_array).cloned().unwrap_or_default();
            let read = |choice: &Value| {
                let name = choice.get("name")?.as_str()?.to_owned();
                Some(Choice { name, value: choice.get("value")?.clone() })
            };
            Ok(State::Choices(choices.iter().filter_map(read).collect()))
        }
        Some(9) if !typing && of.kind != InteractionKind::Modal => {
            modals::check(data, "data")?;
            Ok(State::Modal(Value::Object(data.clone())))
        }
        Some(1..=12) => {
            Err(invalid("type", "INTERACTION_RESPONSE_TYPE_INVALID", "Invalid response type for interaction"))
        }
        _ => Err(invalid("type", "BASE_TYPE_CHOICES", "Value must be one of {4, 5, 6, 7, 8, 9}.")),
    }
}

/// Creates a message of the bot in response to an interaction. The first one is its original reply.
fn reply(inner: &mut Inner, of: Of, said: Said<'_>) -> Message {
    let world = &mut inner.world;
    let mut message = Message::new(MessageId(world.new_id()), of.channel, world.application.bot);
    message.interaction = Some(of.id);
    if is_ephemeral(said.fields) {
        message.flags |= flags::EPHEMERAL;
        message.private_to = Some(of.who);
    }
    fill(world, &mut message, said);
    if let Some(kept) = world.interactions.get_mut(&of.id)
        && kept.original.is_none()
    {
        kept.original = Some(message.id);
    }
    message
}

fn is_ephemeral(data: &Fields) -> bool {
    field(data, "flags").and_then(Value::as_u64).unwrap_or_default() & flags::EPHEMERAL != 0
}

pub(super) fn follow_up(
    shared: &Shared,
    inner: &mut Inner,
    application: ApplicationId,
    token: &str,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let found = find(shared, &inner.world, application, token)?;
    if found.state == State::Waiting {
        return Err(ApiError::unknown_webhook());
    }
    let (of, original) = (Of::new(found), found.original);
    let deferred = original.filter(|_| matches!(found.state, State::Deferred { .. }));
    check(said.fields, place(&inner.world, said, &said.sent(), None, REPLY_FLAGS))?;
    // Directly after a deferral it becomes the original reply, with the deferral's visibility (deprecated).
    if let Some(original) = deferred {
        let answer = edit_original(shared, inner, of.id, original, said)?;
        if let Some(kept) = inner.world.interactions.get_mut(&of.id) {
            kept.deprecated_followup = true;
        }
        if let Some(message) = inner.world.messages.get_mut(&original) {
            message.deprecated_followup = true;
        }
        return Ok(answer);
    }
    let message = reply(inner, of, said);
    if let Some(kept) = inner.world.interactions.get_mut(&of.id) {
        kept.original = original;
        kept.followups.push(message.id);
    }
    Ok(Answer::Json(200, publish(shared, inner, message, "MESSAGE_CREATE")))
}

pub(super) fn read(
    shared: &Shared,
    world: &World,
    application: ApplicationId,
    token: &str,
    which: Which,
) -> Result<Answer, ApiError> {
    let of = find(shared, world, application, token)?;
    let message = standing(world, meant(of, which)?).ok_or_else(ApiError::unknown_message)?;
    Ok(Answer::Json(200, world.message_json(message, files_at(shared))))
}

pub(super) fn edit(
    shared: &Shared,
    inner: &mut Inner,
    (application, token): (ApplicationId, &str),
    which: Which,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let of = find(shared, &inner.world, application, token)?;
    let (id, message) = (of.id, meant(of, which)?);
    if matches!(of.state, State::Deferred { .. }) && of.original == Some(message) {
        return edit_original(shared, inner, id, message, said);
    }
    let answer = change(shared, inner, message, said)?;
    if let Some(kept) = inner.world.interactions.get_mut(&id)
        && kept.state == State::Updating
    {
        kept.state = State::Updated;
    }
    Ok(answer)
}

pub(super) fn delete(
    shared: &Shared,
    inner: &mut Inner,
    application: ApplicationId,
    token: &str,
    which: Which,
) -> Result<Answer, ApiError> {
    let of = find(shared, &inner.world, application, token)?;
    let message = meant(of, which)?;
    standing(&inner.world, message).ok_or_else(ApiError::unknown_message)?;
    Ok(remove(inner, message))
}

/// Edits the original reply. This fills a deferred reply, which answers the interaction.
fn edit_original(
    shared: &Shared,
    inner: &mut Inner,
    id: InteractionId,
    original: MessageId,
    said: Said<'_>,
) -> Result<Answer, ApiError> {
    let answer = change(shared, inner, original, said)?;
    if let Some(kept) = inner.world.interactions.get_mut(&id) {
        kept.state = State::Answered;
    }
    Ok(answer)
}

/// Returns the interaction of a token. Tokens start with the id of their interaction.
fn by_token<'a>(world: &'a World, token: &str) -> Option<&'a Interaction> {
    let (id, _) = token.split_once('.')?;
    world.interactions.get(&id.parse().ok()?).filter(|one| one.token == token)
}

/// The data of an interaction that a response needs.
#[derive(Clone, Copy)]
struct Of {
    id: InteractionId,
    kind: InteractionKind,
    who: UserId,
    channel: ChannelId,
    source: Option<MessageId>,
}

impl Of {
    fn new(of: &Interaction) -> Self {
        Self { id: of.id, kind: of.kind, who: of.who, channel: of.channel, source: of.source }
    }
}

/// Returns the interaction of a token, while the token is valid.
fn find<'a>(
    shared: &Shared,
    world: &'a World,
    application: ApplicationId,
    token: &str,
) -> Result<&'a Interaction, ApiError> {
    if application != world.application.id {
        return Err(ApiError::unknown_webhook());
    }
    let found = by_token(world, token).ok_or_else(ApiError::unknown_webhook)?;
    if age(shared, Some(found)) > TOKEN_LIVES {
        return Err(ApiError::invalid_webhook_token());
    }
    Ok(found)
}

/// Returns the message that a path refers to. After a button press, `@original` is the message with the button.
fn meant(of: &Interaction, which: Which) -> Result<MessageId, ApiError> {
    match which {
        Which::Original if of.state == State::Waiting => Err(ApiError::unknown_webhook()),
        Which::Original => of.original.or(of.source).ok_or_else(ApiError::unknown_message),
        Which::Id(id) if of.original == Some(id) || of.source == Some(id) || of.followups.contains(&id) => Ok(id),
        Which::Id(_) => Err(ApiError::unknown_message()),
    }
}

fn age(shared: &Shared, of: Option<&Interaction>) -> Duration {
    of.map_or(Duration::ZERO, |of| shared.clock.now().saturating_duration_since(of.created))
}

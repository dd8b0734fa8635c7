//! Parses interactions from Discord's JSON into serenity's types.
//!
//! serenity rejects a whole interaction for one unexpected value anywhere in it, for example an avatar decoration of a
//! user mentioned in the message whose button was pressed. Therefore serenity gets only the fields that Usher uses,
//! each in a form that serenity reads. The rest is omitted or replaced by a constant.

mod reduce;
#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::all::Interaction;

use crate::access::InteractionId;
use crate::language::Language;

/// Discord, "Interaction Type".
mod kinds {
    pub(super) const COMMAND: u64 = 2;
    pub(super) const COMPONENT: u64 = 3;
    pub(super) const AUTOCOMPLETE: u64 = 4;
    pub(super) const MODAL: u64 = 5;
}

/// An interaction that was parsed.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) interaction: Interaction,
    /// The message that a message command was used on, as Discord sent it: `content`, `embeds`, `components` and
    /// `message_snapshots`, with everything that serenity would drop.
    pub(crate) target: Option<Value>,
}

/// An interaction that could not be parsed.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// The path of the first invalid value. It contains names of fields and ids, never typed text.
    pub(crate) path: String,
    /// The fields that an answer needs, if they could be parsed.
    pub(crate) head: Option<Head>,
}

/// The fields of every interaction that an answer needs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: InteractionId,
    pub(crate) application: u64,
    pub(crate) token: String,
    pub(crate) language: Language,
    pub(crate) is_autocomplete: bool,
}

/// Parses an interaction.
pub(crate) fn read(text: &str) -> Result<Incoming, Box<Unreadable>> {
    let unreadable = |path: String| Box::new(Unreadable { path, head: head(text) });
    let event: Value = serde_json::from_str(text).map_err(|_| unreadable("$".to_owned()))?;
    let kind = event.get("type").and_then(Value::as_u64).unwrap_or_default();
    let (reduced, target) = reduce::interaction(event, kind).ok_or_else(|| unreadable("type".to_owned()))?;
    let interaction = match kind {
        kinds::COMMAND => parsed(reduced).map(Interaction::Command),
        kinds::AUTOCOMPLETE => parsed(reduced).map(Interaction::Autocomplete),
        kinds::COMPONENT => parsed(reduced).map(Interaction::Component),
        _ => parsed(reduced).map(Interaction::Modal),
    };
    Ok(Incoming { interaction: interaction.map_err(unreadable)?, target })
}

/// Parses the value, or returns the path of the first invalid value.
fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_path_to_error::deserialize(value).map_err(|error| error.path().to_string())
}

/// Parses the fields that an answer needs, for an interaction that is invalid elsewhere. Skips the rest, whatever its
/// depth.
fn head(text: &str) -> Option<Head> {
    #[derive(Deserialize)]
    struct Raw {
        id: InteractionId,
        token: String,
        #[serde(default)]
        application_id: Value,
        #[serde(default, rename = "type")]
        kind: Value,
        #[serde(default)]
        locale: Value,
    }
    let raw: Raw = serde_json::from_str(text).ok()?;
    Some(Head {
        id: raw.id,
        application: raw.application_id.as_str().and_then(|id| id.parse().ok()).unwrap_or_default(),
        token: raw.token,
        language: Language::of_locale(raw.locale.as_str().unwrap_or_default()),
        is_autocomplete: raw.kind.as_u64() == Some(kinds::AUTOCOMPLETE),
    })
}

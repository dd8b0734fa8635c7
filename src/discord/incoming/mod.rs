//! Interactions as Discord sends them, read into serenity's types.
//!
//! serenity refuses a whole interaction for one value that it does not expect, anywhere in it: a decoration of whoever is
//! mentioned in the message whose button was pressed, say. So nothing reaches it but the fields that Usher uses, each in a
//! form that serenity reads; the rest is left out or filled with a constant.

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

/// An interaction that was read.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) interaction: Interaction,
    /// The message that a message command was used on, as Discord sent it: `content`, `embeds`, `components` and
    /// `message_snapshots`, with everything that serenity would drop.
    pub(crate) target: Option<Value>,
}

/// An interaction that was not read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// Where the first value stands that is wrong. Holds names of fields and ids, never what was typed.
    pub(crate) path: String,
    /// What it can be answered by, where that much was read.
    pub(crate) head: Option<Head>,
}

/// What every interaction begins with, as far as an answer needs it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: InteractionId,
    pub(crate) application: u64,
    pub(crate) token: String,
    pub(crate) language: Language,
    pub(crate) is_autocomplete: bool,
}

/// Reads an interaction.
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

/// Parses, or returns the path of the first value that is wrong.
fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_path_to_error::deserialize(value).map_err(|error| error.path().to_string())
}

/// What can still be read where the whole cannot. The rest is skipped, however deep it is.
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

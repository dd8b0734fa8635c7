//! The modal for a group's description, and the button that opens it.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};
use whatsapp::GroupId;

use super::card::{Card, Message, Tone};
use super::outcomes::title_of_group;
use super::text::clamp;
use crate::language::Language;
use crate::operations::{DESCRIPTION_CHARS_MAX, GroupRef};

const TEXT_FIELD: &str = "text";

/// The button that opens the modal, and the modal. It travels as the `custom_id`; access is checked each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) group: GroupId,
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "describe:{}", self.group)
    }
}

impl FromStr for Edit {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let group = text.strip_prefix("describe:").and_then(|group| group.parse().ok()).ok_or(())?;
        Ok(Self { group })
    }
}

pub(crate) fn describe(say: Language, at: &GroupRef, present: &str) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, say.describe_field(), TEXT_FIELD)
        .required(false)
        .max_length(u16::try_from(DESCRIPTION_CHARS_MAX).unwrap_or(u16::MAX));
    // Discord does not accept an empty value.
    let field = if present.is_empty() { field } else { field.value(clamp(present, DESCRIPTION_CHARS_MAX)) };
    CreateModal::new(Edit { group: at.group.clone() }.to_string(), say.describe_title())
        .components(vec![CreateActionRow::InputText(field)])
}

/// Returns the message with a button, for when the current description arrived too late for a modal.
pub(crate) fn describe_ready(say: Language, at: &GroupRef) -> Message {
    let edit = Edit { group: at.group.clone() }.to_string();
    let button = CreateButton::new(edit).style(ButtonStyle::Primary).label(say.button_edit());
    let card = Card::new(Tone::Attention, title_of_group(at)).text(say.describe_ready());
    Message::from(card).with_row(CreateActionRow::Buttons(vec![button]))
}

/// Returns the description from the fields of the submitted modal.
pub(crate) fn text_field<'a>(mut fields: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    fields.find_map(|(id, value)| (id == TEXT_FIELD).then_some(value))
}

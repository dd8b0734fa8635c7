//! The modal for a group's description, and the button that opens it.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};

use super::card::{Card, Message, Tone};
use super::confirmation::{WINDOW_TITLE_MAX, title_in_window};
use super::outcomes::title_of_group;
use super::text::clamp;
use crate::discord::components::CustomId;
use crate::language::Language;
use crate::operations::{DESCRIPTION_CHARS_MAX, GroupRef};

pub(crate) fn describe(i18n: Language, at: &GroupRef, present: &str) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, i18n.describe_field(), CustomId::DescriptionField)
        .required(false)
        .max_length(u16::try_from(DESCRIPTION_CHARS_MAX).unwrap_or(u16::MAX));
    // Discord does not accept an empty value.
    let field = if present.is_empty() { field } else { field.value(clamp(present, DESCRIPTION_CHARS_MAX)) };
    let title = clamp(&i18n.describe_title(title_in_window(at)), WINDOW_TITLE_MAX);
    CreateModal::new(CustomId::Describe(at.group.clone()), title).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the message with a button, for when the current description arrived too late for a modal.
pub(crate) fn describe_ready(i18n: Language, at: &GroupRef) -> Message {
    let edit = CustomId::Describe(at.group.clone());
    let button = CreateButton::new(edit).style(ButtonStyle::Primary).label(i18n.button_edit());
    let card = Card::new(Tone::Attention, title_of_group(at)).text(i18n.describe_ready());
    Message::from(card).with_row(CreateActionRow::Buttons(vec![button]))
}

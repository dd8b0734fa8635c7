//! The buttons for what one does next with a group.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};
use whatsapp::{GroupId, InviteCode};

use super::card::Message;
use super::confirmation::{WINDOW_TITLE_MAX, title_in_window};
use super::operations::Reader;
use super::text::clamp;
use crate::access::Capability;
use crate::discord::components::CustomId;
use crate::language::Language;
use crate::operations::{DescribeGroup, GroupRef, Perform as _, RenameGroup};
use crate::store::ConfirmationId;

/// Returns the message with a button for each thing that the reader may do next with the group, or request.
pub(super) fn with_next_steps(Reader { i18n, next, .. }: Reader, message: Message, group: &GroupId) -> Message {
    let steps = [
        (Capability::InvitesRead, CustomId::ShowInvite(group.clone()), i18n.button_invite_link()),
        (Capability::GroupsRead, CustomId::ShowMembers(group.clone()), i18n.button_members()),
        (Capability::MembersAdd, CustomId::AddPeople(group.to_string()), i18n.button_add_people()),
        (RenameGroup::NEEDS, CustomId::Rename(group.clone()), i18n.button_rename()),
        (DescribeGroup::NEEDS, CustomId::Describe(group.clone()), i18n.button_describe()),
    ];
    let buttons: Vec<CreateButton> = steps
        .into_iter()
        .filter(|(needs, ..)| next.may.contains(*needs))
        .map(|(_, id, label)| CreateButton::new(id).style(ButtonStyle::Secondary).label(label))
        .collect();
    if buttons.is_empty() { message } else { message.with_row(CreateActionRow::Buttons(buttons)) }
}

/// Returns the preview of an invite with what the reader may do next: join, or what one does with a group.
pub(super) fn after_preview(reader: Reader, message: Message, group: &GroupId, code: Option<&InviteCode>) -> Message {
    let Reader { i18n, next, .. } = reader;
    if next.is_member {
        return with_next_steps(reader, message, group);
    }
    match code.filter(|_| next.may.contains(Capability::GroupsJoin)) {
        Some(code) => {
            let button = CreateButton::new(CustomId::Join(code.clone())).style(ButtonStyle::Primary);
            message.with_row(CreateActionRow::Buttons(vec![button.label(i18n.button_join())]))
        }
        None => message,
    }
}

/// Returns the button that undoes an operation.
pub(crate) fn undo_button(i18n: Language, id: ConfirmationId) -> CreateButton {
    CreateButton::new(CustomId::Undo(id)).style(ButtonStyle::Secondary).label(i18n.button_undo())
}

/// Returns the modal for the new name of a group, of at most `chars_max` characters. `known`: the group with its present
/// name, if the reader may read it.
pub(crate) fn rename(i18n: Language, group: &GroupId, known: Option<&GroupRef>, chars_max: usize) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Short, i18n.field_new_name(), CustomId::NameField)
        .required(true)
        .max_length(u16::try_from(chars_max).unwrap_or(u16::MAX));
    // Discord accepts no value that is longer than the field.
    let present = known.and_then(GroupRef::visible_name).filter(|name| name.chars().count() <= chars_max);
    let field = match present {
        Some(name) => field.value(name),
        None => field,
    };
    let title = known.map_or_else(|| i18n.button_rename(), |at| i18n.rename_title(title_in_window(at)));
    CreateModal::new(CustomId::Rename(group.clone()), clamp(&title, WINDOW_TITLE_MAX))
        .components(vec![CreateActionRow::InputText(field)])
}

//! Buttons below an invite.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::{GroupId, InviteCode};

use crate::discord::components::CustomId;
use crate::language::Language;

pub(super) fn invitation_button(i18n: Language, group: &GroupId) -> CreateActionRow {
    button(CustomId::Invitation(group.clone()), ButtonStyle::Secondary, i18n.button_invitation())
}

pub(super) fn join_button(i18n: Language, code: &InviteCode) -> CreateActionRow {
    button(CustomId::Join(code.clone()), ButtonStyle::Primary, i18n.button_join())
}

fn button(leads_to: CustomId, style: ButtonStyle, label: String) -> CreateActionRow {
    CreateActionRow::Buttons(vec![CreateButton::new(leads_to).style(style).label(label)])
}

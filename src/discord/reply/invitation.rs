//! Buttons below an invite.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::{GroupId, InviteCode};

use crate::discord::components::CustomId;
use crate::language::Language;

pub(super) fn invitation_button(say: Language, group: &GroupId) -> CreateActionRow {
    button(CustomId::Invitation(group.clone()), ButtonStyle::Secondary, say.button_invitation())
}

pub(super) fn join_button(say: Language, code: &InviteCode) -> CreateActionRow {
    button(CustomId::Join(code.clone()), ButtonStyle::Primary, say.button_join())
}

fn button(leads_to: CustomId, style: ButtonStyle, label: String) -> CreateActionRow {
    CreateActionRow::Buttons(vec![CreateButton::new(leads_to).style(style).label(label)])
}

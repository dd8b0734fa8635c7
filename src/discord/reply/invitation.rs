//! Buttons below an invite.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::{GroupId, InviteCode};

use crate::language::Language;

/// The action of a button below an invite. It travels as the `custom_id`, which anyone can forge. For this reason
/// access is checked at the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Invited {
    /// Shows a message to send to people who must be invited to this group.
    Message(GroupId),
    Join(InviteCode),
}

impl fmt::Display for Invited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(group) => write!(f, "invitation:{group}"),
            Self::Join(code) => write!(f, "join:{}", code.as_str()),
        }
    }
}

impl FromStr for Invited {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once(':').ok_or(())? {
            ("invitation", group) => group.parse().map(Self::Message).map_err(|_| ()),
            ("join", code) => code.parse().map(Self::Join).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

pub(super) fn invitation_button(say: Language, group: &GroupId) -> CreateActionRow {
    button(&Invited::Message(group.clone()), ButtonStyle::Secondary, say.button_invitation())
}

pub(super) fn join_button(say: Language, code: &InviteCode) -> CreateActionRow {
    button(&Invited::Join(code.clone()), ButtonStyle::Primary, say.button_join())
}

fn button(leads_to: &Invited, style: ButtonStyle, label: String) -> CreateActionRow {
    CreateActionRow::Buttons(vec![CreateButton::new(leads_to.to_string()).style(style).label(label)])
}

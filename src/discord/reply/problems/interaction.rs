//! Texts of errors of the interaction itself.

use super::About;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::error::InteractionError;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &InteractionError, about: About<'_>) -> Card {
    match problem {
        InteractionError::UnknownCommand { nearest: Some(command) } => {
            sorry(i18n.unknown_command(), i18n.unknown_command_now(code(&format!("/{command}"))))
        }
        InteractionError::UnknownCommand { nearest: None } => {
            sorry(i18n.unknown_command(), i18n.unknown_command_text())
        }
        InteractionError::Unreadable => {
            sorry(i18n.unreadable(), i18n.unreadable_text()).footer(i18n.footer_reference(about.reference))
        }
        InteractionError::PageGone => sorry(i18n.pages_old(), i18n.pages_old_text()),
        InteractionError::NotAcknowledged => sorry(i18n.too_late(), i18n.too_late_text()),
        InteractionError::CutShort => sorry(i18n.cut_short(), i18n.cut_short_text()),
    }
}

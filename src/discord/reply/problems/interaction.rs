//! Texts of errors of the interaction itself.

use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::error::InteractionError;
use crate::language::Language;

pub(super) fn card(say: Language, problem: &InteractionError, reference: &str) -> Card {
    match problem {
        InteractionError::UnknownCommand { nearest: Some(command) } => {
            sorry(say.unknown_command(), say.unknown_command_now(code(&format!("/{command}"))))
        }
        InteractionError::UnknownCommand { nearest: None } => sorry(say.unknown_command(), say.unknown_command_text()),
        InteractionError::Unreadable => {
            sorry(say.unreadable(), say.unreadable_text()).footer(say.footer_reference(reference))
        }
        InteractionError::PageGone => sorry(say.pages_old(), say.pages_old_text()),
        InteractionError::NotAcknowledged => sorry(say.too_late(), say.too_late_text()),
        InteractionError::CutShort => sorry(say.cut_short(), say.cut_short_text()),
    }
}

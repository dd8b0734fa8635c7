//! Texts of errors of confirmations.

use crate::discord::reply::card::{Card, sorry};
use crate::error::ConfirmationError;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &ConfirmationError) -> Card {
    match problem {
        ConfirmationError::Gone => sorry(i18n.no_longer_good(), i18n.no_longer_good_text()),
        ConfirmationError::UndoGone => sorry(i18n.undo_gone(), i18n.undo_gone_text()),
        ConfirmationError::Answered => sorry(i18n.answered_already(), i18n.answered_already_text()),
        ConfirmationError::NotYours => sorry(i18n.not_yours(), i18n.not_yours_text()),
        // The question follows again, with the name: see `ask_again`.
        ConfirmationError::WrongName => sorry(i18n.wrong_name(), i18n.nothing_changed()),
    }
}

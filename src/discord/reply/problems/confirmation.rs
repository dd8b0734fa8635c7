//! Texts of errors of confirmations.

use crate::discord::reply::card::{Card, sorry};
use crate::error::ConfirmationError;
use crate::language::Language;

pub(super) fn card(say: Language, problem: &ConfirmationError) -> Card {
    match problem {
        ConfirmationError::Gone => sorry(say.no_longer_good(), say.no_longer_good_text()),
        ConfirmationError::NotYours => sorry(say.not_yours(), say.not_yours_text()),
        // The question follows again, with the name: see `ask_again`.
        ConfirmationError::WrongName => sorry(say.wrong_name(), say.nothing_changed()),
    }
}

//! Texts of errors of sets of groups.

use super::LISTED_MAX;
use crate::access::{GROUP_SETS_MAX, SET_GROUPS_MAX, SET_NAME_CHARS_MAX};
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::people::bold;
use crate::error::SetError;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &SetError) -> Card {
    match problem {
        SetError::BadName => sorry(i18n.bad_set_name(), i18n.bad_set_name_text(SET_NAME_CHARS_MAX)),
        SetError::NoSuchSet { name, sets } => {
            let card = sorry(i18n.no_such_set(), i18n.no_such_set_text(bold(name)));
            match sets.as_slice() {
                [] => card,
                sets => {
                    let names: Vec<String> = sets.iter().take(LISTED_MAX).map(|name| bold(name)).collect();
                    card.footnote(format!("{} {}", i18n.sets_to_choose(), names.join(", ")))
                }
            }
        }
        SetError::OutsideScope { name } => sorry(i18n.set_outside_scope(), i18n.set_outside_scope_text(bold(name))),
        SetError::TooManyGroups { given } => {
            sorry(i18n.set_too_large(), i18n.set_too_large_text(SET_GROUPS_MAX, *given))
        }
        SetError::TooManySets => sorry(i18n.too_many_sets(), i18n.too_many_sets_text(GROUP_SETS_MAX)),
        SetError::Changed => sorry(i18n.set_changed(), i18n.set_changed_text()),
    }
}

//! Texts of errors of limits.

use usher_clock::Timestamp;

use crate::discord::reply::card::{Card, sorry};
use crate::language::Language;
use crate::store::TooMuch;

/// Returns the text of a limit, with the time at which it is free again.
pub(super) fn card(i18n: Language, too_much: &TooMuch) -> Card {
    // Rounded up to the next whole second.
    let soon = |time: &Timestamp| format!("<t:{}:R>", time.as_secs() + 1);
    let clock = |time: &Timestamp| format!("<t:{0}:T> (<t:{0}:R>)", time.as_secs() + 1);
    let at = |time: &Timestamp| format!("<t:{0}:f> (<t:{0}:R>)", time.as_secs() + 1);
    match too_much {
        TooMuch::InAMinute { limit, is_strict: true, free_at } => {
            sorry(i18n.too_fast(), i18n.too_fast_strict(*limit, clock(free_at)))
        }
        TooMuch::InAMinute { limit, is_strict: false, free_at } => {
            sorry(i18n.too_fast(), i18n.too_fast_text(*limit, clock(free_at)))
        }
        TooMuch::Asked { free_at } => sorry(i18n.too_fast(), i18n.asked_too_much_text(soon(free_at))),
        TooMuch::InADay { left, budget, free_at } => {
            let when = match free_at {
                None => i18n.enough_ever(*budget),
                Some(free_at) => i18n.enough_until(at(free_at)),
            };
            sorry(i18n.enough_today(), format!("{} {when}", i18n.enough_today_text(*budget, *left)))
        }
    }
}

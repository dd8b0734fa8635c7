//! Texts of errors of Usher and of what it depends on.

use super::About;
use crate::discord::reply::card::{Card, sorry};
use crate::error::Unavailable;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &Unavailable, about: About<'_>) -> Card {
    let with_reference = |card: Card| card.footer(i18n.footer_reference(about.reference));
    match problem {
        Unavailable::Store(_) | Unavailable::SettingsUnread | Unavailable::OffDuty => {
            with_reference(sorry(i18n.not_written(), i18n.not_written_text()))
        }
        Unavailable::DiscordSilent => sorry(i18n.discord_silent(), i18n.discord_silent_text()),
        Unavailable::Busy => sorry(i18n.too_much_at_once(), i18n.too_much_at_once_text()),
        Unavailable::Stopping => sorry(i18n.restarting(), i18n.restarting_text()),
        Unavailable::Internal => with_reference(sorry(i18n.fault(), i18n.fault_text())),
    }
}

//! Texts of errors of Usher and of what it depends on.

use crate::discord::reply::card::{Card, sorry};
use crate::error::Unavailable;
use crate::language::Language;

pub(super) fn card(say: Language, problem: &Unavailable, reference: &str) -> Card {
    let with_reference = |card: Card| card.footer(say.footer_reference(reference));
    match problem {
        Unavailable::Store(_) | Unavailable::SettingsUnread | Unavailable::OffDuty => {
            with_reference(sorry(say.not_written(), say.not_written_text()))
        }
        Unavailable::DiscordSilent => sorry(say.discord_silent(), say.discord_silent_text()),
        Unavailable::Busy => sorry(say.too_much_at_once(), say.too_much_at_once_text()),
        Unavailable::Stopping => sorry(say.restarting(), say.restarting_text()),
        Unavailable::Internal => with_reference(sorry(say.fault(), say.fault_text())),
    }
}

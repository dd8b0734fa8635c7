//! Warnings to access managers about a log channel that refuses entries.

use super::card::{Card, Tone};
use crate::language::Language;
use crate::services::LogTrouble;

/// Returns a note below a private answer.
pub(crate) fn log_trouble(i18n: Language, trouble: &LogTrouble) -> Card {
    let LogTrouble { channel, waiting, .. } = *trouble;
    let text = i18n.log_closed_text(format!("<#{channel}>"), since(trouble), waiting);
    Card::new(Tone::Attention, i18n.log_closed()).text(text)
}

/// Returns a line below the channel in `/wa-setup`.
pub(super) fn log_waits(i18n: Language, trouble: &LogTrouble) -> String {
    i18n.set_up_log_waits(since(trouble), trouble.waiting)
}

/// Returns a time that Discord shows in the reader's language (Discord, "Timestamps").
fn since(trouble: &LogTrouble) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", trouble.since.as_secs())
}

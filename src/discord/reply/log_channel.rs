//! What people who manage access read of a log channel that refuses entries.

use super::card::{Card, Tone};
use crate::desk::LogTrouble;
use crate::language::Language;

/// A note below a private answer.
pub(crate) fn log_trouble(say: Language, trouble: &LogTrouble) -> Card {
    let LogTrouble { channel, waiting, .. } = *trouble;
    let text = say.log_closed_text(format!("<#{channel}>"), since(trouble), waiting);
    Card::new(Tone::Attention, say.log_closed()).text(text)
}

/// A line below the channel in `/wa-setup`.
pub(super) fn log_waits(say: Language, trouble: &LogTrouble) -> String {
    say.set_up_log_waits(since(trouble), trouble.waiting)
}

/// A time in the reader's own words (Discord, "Timestamps").
fn since(trouble: &LogTrouble) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", trouble.since.as_secs())
}

//! Private, complete answers to the actor.

use whatsapp::GroupId;
use whatsapp::unicode::has_visible;

use super::card::{Card, Message, Tone};
use super::confirmation::stopped_in_words;
use super::operations::{self, Reader, group_title};
use super::text::{NumberMask, escape};
use crate::language::Language;
use crate::operations::{Completed, GroupRef, Operation};
use crate::services::{AccountNames, Done};

/// Returns the actor's answer for a completed operation.
pub(crate) fn done(i18n: Language, done: &Done) -> Message {
    let message = Message::from(done_card(i18n, done));
    match Completed::new(&done.operation, &done.outcome) {
        Some(completed) => operations::with_buttons(reader(i18n, done), message, completed),
        None => message,
    }
}

/// Returns whether building the answer takes milliseconds: a table of many people, a QR code, or a picture.
pub(crate) fn takes_long(done: &Done) -> bool {
    operations::takes_long(&done.outcome)
}

pub(super) fn done_card(i18n: Language, done: &Done) -> Card {
    let Done { operation, outcome, stopped, account, .. } = done;
    let rest = stopped.map_or_else(String::new, |stopped| stopped_in_words(i18n, stopped));
    let card = match Completed::new(operation, outcome) {
        Some(completed) => operations::result(reader(i18n, done), completed),
        None => Card::new(Tone::Shown, title(operation)).text(i18n.done_before()),
    };
    let card = card.field(i18n.field_rest(), rest);
    match (operation.session(), account) {
        (Some(session), AccountNames::Shown) => card.footer(i18n.footer_session(session.as_str())),
        (Some(_), AccountNames::Hidden) | (None, _) => card,
    }
}

fn reader(i18n: Language, done: &Done) -> Reader {
    Reader { i18n, numbers: NumberMask::of(done.shows_numbers), interaction: done.interaction, next: done.next }
}

/// Returns the group's name, escaped, as the title of its card.
pub(super) fn title(operation: &Operation) -> String {
    group_title(operation.acts_on())
}

pub(super) fn title_of_group(at: &GroupRef) -> String {
    name_or_id(at.name.as_deref(), &at.group)
}

pub(super) fn name_or_id(name: Option<&str>, group: &GroupId) -> String {
    match name {
        Some(name) if has_visible(name) => escape(name),
        Some(_) | None => escape(group.as_str()),
    }
}

/// Formats text of a safe alphabet as code, which is easy to copy.
pub(super) fn code(text: &str) -> String {
    format!("`{text}`")
}

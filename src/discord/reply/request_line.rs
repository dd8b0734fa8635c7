//! The text of a requested operation, for approvers and for readers of an unconfirmed change.

use whatsapp::Person;

use super::operations::{self, Phrasing};
use super::text::{block, clamp, escape};
use crate::language::Language;
use crate::operations::Operation;

/// Maximum characters of a requested description or link.
const TEXT_MAX: usize = 2_048;
/// Maximum characters of such texts in a list.
const LINE_MAX: usize = 120;

/// The text of a request.
pub(super) struct RequestLine {
    /// A phrase that follows "asks to"; it contains no text of the requester's.
    pub(super) phrase: String,
    /// What the requester typed, each with its label.
    texts: Vec<(String, RequestText)>,
}

enum RequestText {
    /// A text, exactly as the operation would use it.
    Text(String),
    /// A person, as the reader may see them.
    Person(String),
}

impl RequestText {
    /// `format` makes a text harmless.
    fn shown(&self, format: fn(&str) -> String) -> String {
        match self {
            Self::Text(text) => format(text),
            Self::Person(name) => name.clone(),
        }
    }
}

impl RequestLine {
    pub(super) fn of(phrase: String) -> Self {
        Self { phrase, texts: Vec::new() }
    }

    pub(super) fn text(mut self, what: String, text: &str) -> Self {
        self.texts.push((what, RequestText::Text(clamp(text, TEXT_MAX))));
        self
    }

    pub(super) fn person(mut self, what: String, name: String) -> Self {
        self.texts.push((what, RequestText::Person(name)));
        self
    }

    /// Returns what was typed, with each text in a code block.
    pub(super) fn blocks(&self) -> String {
        let blocks = self.texts.iter().map(|(what, text)| format!("\n**{what}**\n{}", text.shown(block)));
        blocks.collect::<Vec<_>>().concat()
    }

    /// Returns what was typed in one quoted line, for a list.
    pub(super) fn line(&self) -> String {
        let all: Vec<String> = self.texts.iter().map(|(_, text)| text.shown(escape)).collect();
        if all.is_empty() { String::new() } else { format!("\n> {}", clamp(&all.join(" · "), LINE_MAX)) }
    }
}

/// Returns the text of an operation. `name` formats people.
pub(super) fn request_line(i18n: Language, operation: &Operation, name: impl Fn(&Person) -> String) -> RequestLine {
    let line = operations::request_line(operation, Phrasing { i18n, name: &name });
    match operation.reason() {
        Some(reason) => line.text(i18n.field_reason(), reason.as_str()),
        None => line,
    }
}

//! Texts of errors. Each says what is missing and who can grant it, or what happened, whether anything changed, and
//! what to do next. They are always private. Each enum of [`crate::error`] has a file of its name here.

mod access;
mod attachment;
mod confirmation;
mod group;
mod input;
mod interaction;
mod limits;
mod operation;
mod request;
mod set;
mod settings;
mod unavailable;

pub(super) use operation::in_short;

use super::card::{Card, Message, sorry};
use super::pages::with_pages;
use super::text::{block, clamp};
use super::unsettled::with_check;
use crate::discord::components::PageSource;
use crate::error::{Ambiguous, GroupError, OperationError, UserError};
use crate::language::Language;

/// Maximum bad entries, and maximum roles, that a list names; the others are counted or left out.
const LISTED_MAX: usize = 15;
/// Maximum characters of a text that is returned to its author.
const WRITTEN_MAX: usize = 3_000;

/// The request that an error is about.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct About<'a> {
    /// The name of the operation or command in the audit log; empty if it is not known.
    pub(crate) operation: &'a str,
    /// Finds the log lines of the interaction. It is shown if the error is not the user's.
    pub(crate) reference: &'a str,
}

/// Returns the text of an error.
pub(crate) fn problem(i18n: Language, problem: &UserError, about: About<'_>) -> Message {
    with_choice(i18n, problem_card(i18n, problem, about), problem)
}

/// Returns the text of an error together with the user's own text, so that the text is not lost.
pub(crate) fn problem_with(i18n: Language, problem: &UserError, about: About<'_>, written: Option<&str>) -> Message {
    let card = problem_card(i18n, problem, about);
    match written.filter(|text| !text.trim().is_empty()) {
        Some(text) => {
            // In a code block, the user copies the text exactly as written.
            let text = block(&clamp(text, WRITTEN_MAX));
            let card = card.footnote(format!("\n**{}**\n{text}", i18n.field_your_text()));
            with_choice(i18n, card, problem)
        }
        None => with_choice(i18n, card, problem),
    }
}

/// Adds the buttons that belong to the error.
pub(super) fn with_choice(i18n: Language, card: Card, problem: &UserError) -> Message {
    match problem {
        UserError::Group(GroupError::Ambiguous(Ambiguous { needs, name, groups, page })) => {
            let of = PageSource::Namesakes { needs: *needs, name: name.clone() };
            with_pages(i18n, card.into(), &of, *page, groups.len())
        }
        UserError::Operation(OperationError::NotConfirmed(not_confirmed)) => with_check(i18n, card, not_confirmed),
        UserError::Group(
            GroupError::NoSuchSession { .. }
            | GroupError::NoSuchGroup { .. }
            | GroupError::NotAdmin { .. }
            | GroupError::BadList(_)
            | GroupError::NoneNamed,
        )
        | UserError::Operation(
            OperationError::Failed(_) | OperationError::Unsettled { .. } | OperationError::BeingChecked { .. },
        )
        | UserError::Access(_)
        | UserError::Input(_)
        | UserError::Attachment(_)
        | UserError::Request(_)
        | UserError::TooMuch(_)
        | UserError::Set(_)
        | UserError::Settings(_)
        | UserError::Confirmation(_)
        | UserError::Interaction(_)
        | UserError::Unavailable(_)
        | UserError::Elsewhere => card.into(),
    }
}

/// Returns the error in one line.
pub(super) fn one_line(i18n: Language, problem: &UserError) -> String {
    problem_card(i18n, problem, About::default()).into_text()
}

pub(super) fn problem_card(i18n: Language, problem: &UserError, about: About<'_>) -> Card {
    match problem {
        UserError::Access(problem) => access::card(i18n, problem, about),
        UserError::Input(problem) => input::card(i18n, problem),
        UserError::Attachment(problem) => attachment::card(i18n, problem),
        UserError::Group(problem) => group::card(i18n, problem),
        UserError::Request(problem) => request::card(i18n, problem, about),
        UserError::TooMuch(problem) => limits::card(i18n, problem),
        UserError::Set(problem) => set::card(i18n, problem),
        UserError::Settings(problem) => settings::card(i18n, problem),
        UserError::Confirmation(problem) => confirmation::card(i18n, problem),
        UserError::Operation(problem) => operation::card(i18n, problem, about),
        UserError::Interaction(problem) => interaction::card(i18n, problem, about),
        UserError::Unavailable(problem) => unavailable::card(i18n, problem, about),
        // Never shown: another instance answers.
        UserError::Elsewhere => sorry(i18n.elsewhere(), i18n.elsewhere_text()),
    }
}

//! The presentation of operations, one file for each: the result, the announcement, the request, the question and the
//! place in the help.

mod add_members;
mod change_admins;
mod change_settings;
mod create_group;
mod decide_join_requests;
mod delete_group;
mod describe_group;
mod export_members;
mod find_members;
mod join_group;
mod leave_group;
mod list_groups;
mod list_join_requests;
mod list_members;
mod list_sessions;
mod preview_invite;
mod remove_members;
mod rename_group;
mod revoke_invite;
mod set_picture;
mod shared;
mod show_group;
mod show_invite;
mod show_settings;

pub(crate) use find_members::role_named;
pub(super) use list_sessions::{session_lines, sign_of, status_reason};
pub(super) use shared::{picture_file, timestamp};

use whatsapp::Person;

use super::card::{Card, Message};
use super::help::Topic;
use super::outcomes::title_of_group;
use super::people::enumerate;
use super::permissions::permission;
use super::request_line::RequestLine;
use super::text::NumberMask;
use crate::access::{Capability, InteractionId};
use crate::language::Language;
use crate::operations::{self, ActsOn, Completed, Confirm, Operation, Outcome, Perform, Read, for_each_operation};
use crate::services::NextSteps;

/// The presentation of an operation.
pub(super) trait Present: Perform {
    /// The commands that request the operation, for example `wa-group invite show`.
    const COMMANDS: &'static [&'static str];
    /// The topic of the commands in the help.
    const TOPIC: Topic;
    /// Returns a sentence for other readers: who did what. A change has one, and a read if the audit log records it.
    const AUDIT_LINE: Option<AuditLine<Self>> = None;
    /// Returns the question before the operation. An operation has one if it must be confirmed.
    const QUESTION: Option<QuestionOf<Self>> = None;

    /// Returns what the operation is for, as people read it: that of its permission, if the permission has no other use.
    fn action(i18n: Language) -> String {
        permission(i18n, Self::NEEDS)
    }

    /// Returns the result, for the actor only.
    fn result(&self, reader: Reader, outcome: &Self::Outcome) -> Card;

    /// Adds the buttons below the result.
    fn with_buttons(&self, _reader: Reader, message: Message, _outcome: &Self::Outcome) -> Message {
        message
    }

    /// Returns whether building the result takes milliseconds: a table of many people, a QR code, or a picture.
    fn takes_long(_outcome: &Self::Outcome) -> bool {
        false
    }

    /// Returns what the operation would do.
    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine;

    /// Returns the sentence of [`Self::AUDIT_LINE`]. It may say more, because the operation is known.
    fn audit_line(&self, i18n: Language, outcome: &Self::Outcome, who: String) -> Option<String> {
        Self::AUDIT_LINE.map(|line| line(i18n, outcome, who))
    }

    /// Returns the title of a request: the group's name. An operation without an existing group has another one.
    fn subject(&self, _say: Language) -> String {
        group_title(self.acts_on())
    }

    /// Returns the title of the announcement: the group's name after the change.
    fn title_after(&self, _outcome: &Self::Outcome) -> String {
        group_title(self.acts_on())
    }
}

/// See [`Present::AUDIT_LINE`].
pub(super) type AuditLine<O> = fn(Language, &<O as Perform>::Outcome, String) -> String;
/// See [`Present::QUESTION`].
pub(super) type QuestionOf<O> = fn(&O, Language) -> Question;

/// The reader of a result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader {
    pub(super) i18n: Language,
    pub(super) numbers: NumberMask,
    /// The interaction that requested the operation.
    pub(super) interaction: InteractionId,
    pub(super) next: NextSteps,
}

/// A question before an operation.
pub(super) struct Question {
    pub(super) text: String,
    /// The label of the button that confirms the operation.
    pub(super) yes: String,
}

/// How a request names people.
#[derive(Clone, Copy)]
pub(super) struct Phrasing<'a> {
    pub(super) i18n: Language,
    pub(super) name: &'a dyn Fn(&Person) -> String,
}

impl Phrasing<'_> {
    fn people(self, people: &[Person]) -> String {
        enumerate(self.i18n, people.iter().map(self.name))
    }
}

/// Returns the name of the existing group, as the title of a card; empty if there is none.
pub(super) fn group_title(acts_on: ActsOn<'_>) -> String {
    match acts_on {
        ActsOn::Group(at) => title_of_group(at),
        ActsOn::NewGroup(_) | ActsOn::Groups(_) | ActsOn::Server => String::new(),
    }
}

/// Declares the functions that find the presentation of any operation.
macro_rules! present {
    (
        reads: $($Read:ident = $read:literal),+;
        changes: $($Change:ident = $change:literal),+;
    ) => {
        // An operation of which a part was forgotten does not compile.
        $(
            const _: () = assert!(
                <operations::$Read as Present>::AUDIT_LINE.is_some() == operations::$Read::AUDITED,
                "a read has an audit line if the audit log records it"
            );
            const _: () = assert!(
                <operations::$Read as Present>::QUESTION.is_some() != matches!(operations::$Read::CONFIRM, Confirm::No),
                "an operation has a question if it must be confirmed"
            );
        )+
        $(
            const _: () = assert!(<operations::$Change as Present>::AUDIT_LINE.is_some(), "a change has an audit line");
            const _: () = assert!(
                <operations::$Change as Present>::QUESTION.is_some() != matches!(operations::$Change::CONFIRM, Confirm::No),
                "an operation has a question if it must be confirmed"
            );
        )+

        /// The commands that request operations, each with its topic and the capability that it needs.
        const COMMANDS: &[(&[&str], Topic, Capability)] = &[
            $((operations::$Read::COMMANDS, operations::$Read::TOPIC, operations::$Read::NEEDS),)+
            $((operations::$Change::COMMANDS, operations::$Change::TOPIC, operations::$Change::NEEDS)),+
        ];

        /// Returns [`Present::action`] of the operation of that name.
        pub(super) fn action(i18n: Language, name: &str) -> Option<String> {
            $(if name == operations::$Read::NAME { return Some(<operations::$Read as Present>::action(i18n)); })+
            $(if name == operations::$Change::NAME { return Some(<operations::$Change as Present>::action(i18n)); })+
            None
        }

        /// As [`Present::result`].
        pub(super) fn result(reader: Reader, completed: Completed<'_>) -> Card {
            match completed {
                $(Completed::$Read(operation, outcome) => operation.result(reader, outcome),)+
                $(Completed::$Change(operation, outcome) => operation.result(reader, outcome)),+
            }
        }

        /// As [`Present::with_buttons`].
        pub(super) fn with_buttons(reader: Reader, message: Message, completed: Completed<'_>) -> Message {
            match completed {
                $(Completed::$Read(operation, outcome) => operation.with_buttons(reader, message, outcome),)+
                $(Completed::$Change(operation, outcome) => operation.with_buttons(reader, message, outcome)),+
            }
        }

        /// As [`Present::takes_long`].
        pub(super) fn takes_long(outcome: &Outcome) -> bool {
            match outcome {
                $(Outcome::$Read(outcome) => operations::$Read::takes_long(outcome),)+
                $(Outcome::$Change(outcome) => operations::$Change::takes_long(outcome)),+
            }
        }

        /// As [`Present::AUDIT_LINE`].
        pub(super) fn audit_line_of_outcome(i18n: Language, outcome: &Outcome, who: String) -> Option<String> {
            match outcome {
                $(Outcome::$Read(outcome) => operations::$Read::AUDIT_LINE.map(|line| line(i18n, outcome, who)),)+
                $(Outcome::$Change(outcome) => operations::$Change::AUDIT_LINE.map(|line| line(i18n, outcome, who))),+
            }
        }

        /// As [`Present::audit_line`].
        pub(super) fn audit_line(i18n: Language, completed: Completed<'_>, who: String) -> Option<String> {
            match completed {
                $(Completed::$Read(operation, outcome) => operation.audit_line(i18n, outcome, who),)+
                $(Completed::$Change(operation, outcome) => operation.audit_line(i18n, outcome, who)),+
            }
        }

        /// As [`Present::title_after`].
        pub(super) fn title_after(completed: Completed<'_>) -> String {
            match completed {
                $(Completed::$Read(operation, outcome) => operation.title_after(outcome),)+
                $(Completed::$Change(operation, outcome) => operation.title_after(outcome)),+
            }
        }

        /// As [`Present::request_line`].
        pub(super) fn request_line(operation: &Operation, phrasing: Phrasing<'_>) -> RequestLine {
            match operation {
                $(Operation::$Read(operation) => operation.request_line(phrasing),)+
                $(Operation::$Change(operation) => operation.request_line(phrasing)),+
            }
        }

        /// As [`Present::subject`].
        pub(super) fn subject(i18n: Language, operation: &Operation) -> String {
            match operation {
                $(Operation::$Read(operation) => operation.subject(i18n),)+
                $(Operation::$Change(operation) => operation.subject(i18n)),+
            }
        }

        /// As [`Present::QUESTION`].
        pub(super) fn question(i18n: Language, operation: &Operation) -> Option<Question> {
            match operation {
                $(Operation::$Read(operation) => operations::$Read::QUESTION.map(|question| question(operation, i18n)),)+
                $(Operation::$Change(operation) => operations::$Change::QUESTION.map(|question| question(operation, i18n))),+
            }
        }
    };
}

for_each_operation!(present);

/// Returns the topic of a command that requests an operation, and the capability that it needs.
pub(crate) fn topic_of(command: &str) -> Option<(Topic, Capability)> {
    let (_, topic, needs) = COMMANDS.iter().find(|(commands, ..)| commands.contains(&command))?;
    Some((*topic, *needs))
}

#[cfg(test)]
pub(crate) fn operation_commands() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().flat_map(|(commands, ..)| commands.iter().copied())
}

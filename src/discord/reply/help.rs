//! Help: the commands that a person may use, by topic.

use std::str::FromStr;

use super::card::{Card, Message, Tone};
use crate::language::Language;

/// The topic of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Groups,
    People,
    Invites,
    Requests,
    Rights,
    Journal,
}

impl Topic {
    pub(crate) const ALL: [Self; 6] =
        [Self::Groups, Self::People, Self::Invites, Self::Requests, Self::Rights, Self::Journal];

    /// Returns the topic's name, as in the command's option.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::People => "people",
            Self::Invites => "invites",
            Self::Requests => "requests",
            Self::Rights => "rights",
            Self::Journal => "journal",
        }
    }

    pub(crate) fn title(self, say: Language) -> String {
        match self {
            Self::Groups => say.help_groups(),
            Self::People => say.help_people(),
            Self::Invites => say.help_invites(),
            Self::Requests => say.help_requests(),
            Self::Rights => say.help_rights(),
            Self::Journal => say.help_journal(),
        }
    }

    fn text(self, say: Language) -> String {
        match self {
            Self::Groups => say.help_groups_text(),
            Self::People => say.help_people_text(),
            Self::Invites => say.help_invites_text(),
            Self::Requests => say.help_requests_text(),
            Self::Rights => say.help_rights_text(),
            Self::Journal => say.help_journal_text(),
        }
    }
}

impl FromStr for Topic {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|topic| topic.name() == text).ok_or(())
    }
}

/// A command that the actor may use.
#[derive(Debug, Clone)]
pub(crate) struct HelpLine {
    pub(crate) topic: Topic,
    /// The clickable mention of the command.
    pub(crate) mention: String,
    pub(crate) description: String,
    /// The command needs approval.
    pub(crate) by_approval: bool,
    /// Every member may use the command.
    pub(crate) for_all: bool,
}

/// Returns the overview of all commands, or the details of a topic's commands.
pub(crate) fn help(say: Language, all: &[HelpLine], topic: Option<Topic>) -> Message {
    let of = |topic: Topic, described: bool| {
        let line = |line: &HelpLine| {
            let HelpLine { mention, description, by_approval, .. } = line;
            let description = if described { format!(" {description}") } else { String::new() };
            let note = if *by_approval { format!(" {}", say.help_by_approval()) } else { String::new() };
            format!("{mention}{description}{note}")
        };
        all.iter().filter(|line| line.topic == topic).map(line).collect::<Vec<_>>().join("\n")
    };
    if let Some(topic) = topic {
        let text = format!("{}\n\n{}", topic.text(say), of(topic, true));
        return Card::new(Tone::Shown, topic.title(say)).text(text).into();
    }
    let mut card = Card::new(Tone::Shown, say.help()).footer(say.help_more());
    if all.iter().all(|line| line.for_all) {
        card = card.text(say.help_nothing());
    }
    for topic in Topic::ALL {
        card = card.field(topic.title(say), of(topic, false));
    }
    card.into()
}

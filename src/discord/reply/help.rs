//! Help: the commands that a person may use, by topic.

use std::str::FromStr;

use super::card::{Card, FIELD_VALUE_MAX, Message, Tone};
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

    pub(crate) fn title(self, i18n: Language) -> String {
        match self {
            Self::Groups => i18n.help_groups(),
            Self::People => i18n.help_people(),
            Self::Invites => i18n.help_invites(),
            Self::Requests => i18n.help_requests(),
            Self::Rights => i18n.help_rights(),
            Self::Journal => i18n.help_journal(),
        }
    }

    fn text(self, i18n: Language) -> String {
        match self {
            Self::Groups => i18n.help_groups_text(),
            Self::People => i18n.help_people_text(),
            Self::Invites => i18n.help_invites_text(),
            Self::Requests => i18n.help_requests_text(),
            Self::Rights => i18n.help_rights_text(),
            Self::Journal => i18n.help_journal_text(),
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
    /// It is one of those that people use most.
    pub(crate) is_common: bool,
}

/// Returns the overview of all commands, or the details of a topic's commands.
pub(crate) fn help(i18n: Language, all: &[HelpLine], topic: Option<Topic>) -> Message {
    if let Some(topic) = topic {
        let of_topic: Vec<&HelpLine> = all.iter().filter(|line| line.topic == topic).collect();
        let text = format!("{}\n\n{}", topic.text(i18n), lines(i18n, &of_topic));
        return Card::new(Tone::Shown, topic.title(i18n)).text(text).into();
    }
    let mut card = Card::new(Tone::Shown, i18n.help()).footer(i18n.help_more());
    if all.iter().all(|line| line.for_all) {
        card = card.text(i18n.help_nothing());
    }
    let (common, others): (Vec<&HelpLine>, Vec<&HelpLine>) = all.iter().partition(|line| line.is_common);
    card = card.field(i18n.help_first(), lines(i18n, &common));
    for topic in Topic::ALL {
        let of_topic: Vec<&HelpLine> = others.iter().copied().filter(|line| line.topic == topic).collect();
        card = card.field(topic.title(i18n), lines(i18n, &of_topic));
    }
    card.into()
}

/// Returns a line for each command, with its description if they all fit in a field.
fn lines(i18n: Language, commands: &[&HelpLine]) -> String {
    let line = |line: &HelpLine, described: bool| {
        let HelpLine { mention, description, by_approval, .. } = line;
        let description = if described { format!(" {description}") } else { String::new() };
        let note = if *by_approval { format!(" {}", i18n.help_by_approval()) } else { String::new() };
        format!("{mention}{description}{note}")
    };
    let all = |described| commands.iter().map(|one| line(one, described)).collect::<Vec<_>>().join("\n");
    let described = all(true);
    if described.chars().count() <= FIELD_VALUE_MAX { described } else { all(false) }
}

//! The commands. There is one file for each group of commands: `/wa-group invite revoke` is in `wa_group/invite.rs`.

mod context_menu;
mod registration;
mod wa_access;
pub(super) mod wa_audit;
pub(super) mod wa_group;
pub(super) mod wa_person;
pub(super) mod wa_request;
mod wa_session;
pub(super) mod wa_set;
pub(super) mod wa_setup;

pub(super) use registration::register;

use super::{Data, Error};
use crate::language::Language;

/// Minimum similarity of a suggested name, from 0 to 1.
const ALIKE: f64 = 0.85;

/// Returns all commands.
pub(super) fn all() -> Vec<poise::Command<Data, Error>> {
    vec![
        wa_group::wa_group(),
        wa_person::wa_person(),
        wa_session::wa_session(),
        wa_audit::wa_audit(),
        wa_access::wa_access(),
        wa_set::wa_set(),
        wa_request::wa_request(),
        wa_setup::wa_setup(),
        context_menu::preview_invite(),
        context_menu::add_people(),
        context_menu::rights(),
    ]
}

/// A command that can be typed.
#[derive(Debug)]
pub(super) struct LeafCommand {
    /// The full name: `wa-group invite show`.
    pub(super) name: String,
    pub(super) description: String,
}

/// Returns all commands that can be typed, described in a language.
pub(super) fn leaves(i18n: Language) -> Vec<LeafCommand> {
    let mut leaves = Vec::new();
    for command in all().iter().filter(|command| command.slash_action.is_some()) {
        collect(command, "", i18n, &mut leaves);
    }
    leaves
}

fn collect(command: &poise::Command<Data, Error>, above: &str, i18n: Language, leaves: &mut Vec<LeafCommand>) {
    let name = format!("{above} {}", command.name).trim_start().to_owned();
    for below in &command.subcommands {
        collect(below, &name, i18n, leaves);
    }
    if command.subcommands.is_empty() {
        let id = format!("command-{}", name.replace(' ', "-"));
        let english = || command.description.as_deref().unwrap_or_default().to_owned();
        let description = i18n.command(&id).map_or_else(english, str::to_owned);
        leaves.push(LeafCommand { name, description });
    }
}

/// Returns the English description of each command and option, by its name.
#[cfg(test)]
pub(crate) fn descriptions() -> Vec<(String, String)> {
    fn collect(command: &poise::Command<Data, Error>, above: &str, all: &mut Vec<(String, String)>) {
        let name = format!("{above} {}", command.name);
        all.push((name.clone(), command.description.as_deref().unwrap_or_default().to_owned()));
        let option = |one: &poise::CommandParameter<Data, Error>| {
            (format!("{name} {}:", one.name), one.description.as_deref().unwrap_or_default().to_owned())
        };
        all.extend(command.parameters.iter().map(option));
        command.subcommands.iter().for_each(|below| collect(below, &name, all));
    }
    let mut all_of_them = Vec::new();
    all().iter().filter(|command| command.slash_action.is_some()).for_each(|one| collect(one, "", &mut all_of_them));
    all_of_them
}

/// Returns the existing command whose name is most similar to an unknown one.
pub(super) fn nearest(typed: &str) -> Option<String> {
    let likeness = |name: &str| strsim::jaro_winkler(typed, name);
    let names = leaves(Language::English).into_iter().map(|leaf| leaf.name);
    let nearest = names.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&nearest) >= ALIKE).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(command: &poise::Command<Data, Error>, above: &str, all: &mut BTreeSet<String>) {
        let id = format!("{above}-{}", command.name);
        let parameter = |name: &str| format!("{id}--{}", name.replace('_', "-"));
        all.extend(command.parameters.iter().map(|one| parameter(&one.name)));
        command.subcommands.iter().for_each(|below| ids(below, &id, all));
        all.insert(id);
    }

    /// Discord, "Application Command Object": a name in a menu has at most 32 characters.
    const MENU_CHARS_MAX: usize = 32;

    /// A description that a language lacks is shown in English; `.ci/run` shows the list that this test prints.
    #[test]
    #[expect(clippy::print_stdout, reason = "the list of what is not translated")]
    fn translated_descriptions_are_of_existing_commands() {
        let mut wanted = BTreeSet::new();
        for command in all().iter().filter(|command| command.slash_action.is_some()) {
            ids(command, "command", &mut wanted);
        }
        let menus = all().iter().filter(|command| command.slash_action.is_none()).map(registration::menu_id).collect();
        wanted = &wanted | &menus;
        for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
            for (id, text) in language.commands() {
                assert!(wanted.contains(*id), "{language}: {id} is unused");
                let length = text.chars().count();
                let most = if menus.contains(*id) { MENU_CHARS_MAX } else { 100 };
                assert!((1..=most).contains(&length), "{language}: {id} has {length} characters (Discord: {most})");
            }
            for id in wanted.iter().filter(|id| language.command(id).is_none()) {
                println!("warning: languages/{language} does not translate {id}");
            }
        }
    }

    #[test]
    fn what_was_nearly_right_is_told_what_it_is_called() {
        assert_eq!(nearest("wa-group invites show").as_deref(), Some("wa-group invite show"));
        assert_eq!(nearest("weather"), None);
    }
}

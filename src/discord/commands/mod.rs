//! The slash commands. The path of a file is its command: `wa_group/invite/revoke.rs` is `/wa-group invite revoke`.

mod preview_invite;
mod rights;
mod wa_access;
mod wa_audit;
mod wa_group;
pub(super) mod wa_request;
mod wa_session;
mod wa_setup;

use std::borrow::Cow;

use anyhow::Context as _;
use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _};
use serenity::all::CreateCommand;

use super::help::Ids;
use super::rest::Rest;
use super::{Data, Error, Register};
use crate::access::GuildId;
use crate::language::Language;

/// Minimum similarity of a suggested name, from 0 to 1.
const ALIKE: f64 = 0.85;
/// Maximum number of servers in which the commands are registered concurrently.
const AT_ONCE: usize = 8;

/// Returns all commands.
pub(super) fn all() -> Vec<poise::Command<Data, Error>> {
    vec![
        wa_group::wa_group(),
        wa_session::wa_session(),
        wa_audit::wa_audit(),
        wa_access::wa_access(),
        wa_request::wa_request(),
        wa_setup::wa_setup(),
        preview_invite::preview_invite(),
        rights::rights(),
    ]
}

/// Returns all commands with descriptions in all languages, which Discord shows.
fn described() -> Vec<poise::Command<Data, Error>> {
    let mut commands = all();
    for command in commands.iter_mut().filter(|command| command.slash_action.is_some()) {
        describe(command, "command");
    }
    commands
}

/// Sets the descriptions of a command and its subcommands. `above`: the id of its parent. The English text is in the
/// definition of the command.
fn describe(command: &mut poise::Command<Data, Error>, above: &str) {
    let id = format!("{above}-{}", command.name);
    command.description_localizations = in_languages(&id);
    for parameter in &mut command.parameters {
        parameter.description_localizations = in_languages(&format!("{id}--{}", parameter.name.replace('_', "-")));
    }
    for below in &mut command.subcommands {
        describe(below, &id);
    }
}

fn in_languages(id: &str) -> Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]> {
    let said = Language::ALL.into_iter().filter_map(|language| Some((language, language.command(id)?)));
    let by_locale = said.flat_map(|(language, text)| {
        language.locales().iter().map(move |locale| (Cow::Borrowed(*locale), Cow::Borrowed(text)))
    });
    by_locale.collect()
}

/// A command that can be typed.
#[derive(Debug)]
pub(super) struct LeafCommand {
    /// The full name: `wa-group invite show`.
    pub(super) name: String,
    pub(super) description: String,
}

/// Returns all commands that can be typed, described in a language.
pub(super) fn leaves(say: Language) -> Vec<LeafCommand> {
    let mut leaves = Vec::new();
    for command in all().iter().filter(|command| command.slash_action.is_some()) {
        collect(command, "", say, &mut leaves);
    }
    leaves
}

fn collect(command: &poise::Command<Data, Error>, above: &str, say: Language, leaves: &mut Vec<LeafCommand>) {
    let name = format!("{above} {}", command.name).trim_start().to_owned();
    for below in &command.subcommands {
        collect(below, &name, say, leaves);
    }
    if command.subcommands.is_empty() {
        let id = format!("command-{}", name.replace(' ', "-"));
        let english = || command.description.as_deref().unwrap_or_default().to_owned();
        let description = say.command(&id).map_or_else(english, str::to_owned);
        leaves.push(LeafCommand { name, description });
    }
}

/// Returns the existing command whose name is most similar to an unknown one.
pub(super) fn nearest(typed: &str) -> Option<String> {
    let likeness = |name: &str| strsim::jaro_winkler(typed, name);
    let names = leaves(Language::English).into_iter().map(|leaf| leaf.name);
    let nearest = names.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&nearest) >= ALIKE).then_some(nearest)
}

/// Registers the commands only where they are configured: Discord would show a command registered in both places twice.
pub(super) async fn register(rest: &Rest, register: &Register) -> anyhow::Result<Ids> {
    let application = rest.application().await.context("failed to read the bot's application from Discord")?;
    let commands = poise::builtins::create_application_commands(&described());
    let none: [CreateCommand; 0] = [];
    match register {
        Register::Global { servers } => {
            let ids = rest.put_commands(application, None, &commands).await;
            let ids = ids.context("failed to register the commands")?;
            let clear =
                |guild: GuildId| rest.put_commands(application, Some(guild), &none).map(move |end| (guild, end));
            let ends: Vec<_> = stream::iter(servers.clone()).map(clear).buffer_unordered(AT_ONCE).collect().await;
            for (guild, end) in ends {
                if let Err(error) = end {
                    tracing::warn!(%guild, %error, "failed to remove the commands of this server; is the bot in it?");
                }
            }
            Ok(ids)
        }
        Register::Guilds(guilds) => {
            // A plain closure over its own ids: an async closure would prevent starting the bot in a task.
            let one =
                |guild: GuildId| rest.put_commands(application, Some(guild), &commands).map(move |ids| (guild, ids));
            let all: Vec<_> = stream::iter(guilds.clone()).map(one).buffer_unordered(AT_ONCE).collect().await;
            let mut ids = Ids::new();
            for (guild, registered) in all {
                match registered {
                    Ok(registered) => ids.extend(registered),
                    // A server that removed the bot must not prevent the registration in the others.
                    Err(error) => {
                        tracing::warn!(%guild, %error, "failed to register the commands; is the bot in the server?");
                    }
                }
            }
            anyhow::ensure!(!ids.is_empty(), "failed to register the commands in any configured server");
            rest.put_commands(application, None, &none).await.context("failed to remove the global commands")?;
            Ok(ids)
        }
    }
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

    /// A description that a language lacks is shown in English; `.ci/run` shows the list that this test prints.
    #[test]
    fn translated_descriptions_are_of_existing_commands() {
        let mut wanted = BTreeSet::new();
        for command in all().iter().filter(|command| command.slash_action.is_some()) {
            ids(command, "command", &mut wanted);
        }
        for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
            for (id, text) in language.commands() {
                assert!(wanted.contains(*id), "{language}: {id} is unused");
                let length = text.chars().count();
                assert!((1..=100).contains(&length), "{language}: {id} has {length} characters (Discord: 100)");
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

//! The registration of the commands in Discord, with descriptions in all languages.

use std::borrow::Cow;

use anyhow::Context as _;
use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _};
use serde_json::Value;
use serenity::all::{CreateCommand, InstallationContext};

use super::all;
use crate::access::GuildId;
use crate::discord::rest::{CommandIds, Rest};
use crate::discord::{Data, Error, Register};
use crate::language::Language;

/// Maximum number of servers in which the commands are registered concurrently.
const AT_ONCE: usize = 8;

/// Registers the commands only where they are configured: Discord would show a command registered in both places twice.
pub(in crate::discord) async fn register(rest: &Rest, register: &Register) -> anyhow::Result<CommandIds> {
    let application = rest.application().await.context("failed to read the bot's application from Discord")?;
    let commands: Vec<Value> = described().iter().filter_map(created).collect();
    let none: [Value; 0] = [];
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
            let mut ids = CommandIds::new();
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

/// Returns all commands with texts in all languages, which Discord shows. They can be used in servers only, and people
/// cannot install them for themselves.
fn described() -> Vec<poise::Command<Data, Error>> {
    let mut commands = all();
    for command in &mut commands {
        command.install_context = Some(vec![InstallationContext::Guild]);
        if command.slash_action.is_some() {
            describe(command, "command");
        } else {
            command.name_localizations = in_languages(&menu_id(command));
        }
    }
    commands
}

/// Returns the id of the message that names a command of a menu.
pub(super) fn menu_id(command: &poise::Command<Data, Error>) -> String {
    format!("menu-{}", command.name.replace('_', "-"))
}

/// Returns what is registered for a command: a slash command, or an entry in a menu. poise does not translate the names
/// of the latter, and serenity writes permissions as a text where Discord's specification has a number.
fn created(command: &poise::Command<Data, Error>) -> Option<Value> {
    let created = command.create_as_slash_command().or_else(|| {
        let translated = |created: CreateCommand, (locale, name): &(Cow<'_, str>, Cow<'_, str>)| {
            created.name_localized(locale.as_ref(), name.as_ref())
        };
        Some(command.name_localizations.iter().fold(command.create_as_context_menu_command()?, translated))
    })?;
    let mut created = serde_json::to_value(created).ok()?;
    if let Some(permissions) = created.get_mut("default_member_permissions")
        && let Some(bits) = permissions.as_str().and_then(|bits| bits.parse::<u64>().ok())
    {
        *permissions = bits.into();
    }
    Some(created)
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

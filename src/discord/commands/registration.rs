//! The registration of the commands in Discord, with descriptions in all languages.

use std::borrow::Cow;

use anyhow::Context as _;
use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _};
use serenity::all::CreateCommand;

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

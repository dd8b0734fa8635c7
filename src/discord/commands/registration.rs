//! The registration of the commands in Discord, with descriptions in all languages.

use std::borrow::Cow;

use anyhow::Context as _;
use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _};
use serde_json::{Value, json};
use serenity::all::{CreateCommand, InstallationContext};
use whatsapp::Who;

use super::all;
use super::wa_group::{APPROVAL, WHO};
use crate::access::{GuildId, Preset};
use crate::discord::reply::{Topic, approval_in_words, result_in_words, who_in_words};
use crate::discord::rest::{CommandIds, Rest};
use crate::discord::{Data, Error, Register};
use crate::language::Language;
use crate::store::AuditResult;

/// Discord, "Application Command Option Structure": the largest `max_length`.
const DISCORD_CHARS_MAX: usize = 6_000;

/// Maximum number of servers in which the commands are registered concurrently.
const AT_ONCE: usize = 8;

/// Registers the commands only where they are configured: Discord would show a command registered in both places twice.
/// `name_chars`: the most characters of a new group's name.
pub(in crate::discord) async fn register(
    rest: &Rest,
    register: &Register,
    name_chars: usize,
) -> anyhow::Result<CommandIds> {
    let application = rest.application().await.context("failed to read the bot's application from Discord")?;
    let mut commands: Vec<Value> = described().iter().filter_map(created).collect();
    for command in &mut commands {
        limit(command, "", name_chars);
    }
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

/// Declares the limits and choices that are not known to the definitions of the commands, so that Discord's client checks
/// them while the user types. `above`: the full name of the parent.
fn limit(command: &mut Value, above: &str, name_chars: usize) {
    let name = format!("{above} {}", text_of(command, "name")).trim_start().to_owned();
    let options = command.get_mut("options").and_then(Value::as_array_mut);
    for option in options.into_iter().flatten() {
        match (name.as_str(), text_of(option, "name").as_str()) {
            ("wa-group create" | "wa-group rename", "name") => {
                set(option, "max_length", name_chars.min(DISCORD_CHARS_MAX).into());
            }
            ("wa-access grant" | "wa-access revoke", "preset") => {
                set(option, "choices", Preset::ALL.map(|preset| choice(preset.name(), |_| None)).to_vec().into());
            }
            ("wa-audit recent", "result") => {
                let result = |result: AuditResult| choice(result.name(), |i18n| Some(result_in_words(i18n, result)));
                set(option, "choices", AuditResult::ENDED.map(result).to_vec().into());
            }
            ("wa-group help", "topic") => {
                let topic = |topic: Topic| choice(topic.name(), |i18n| Some(topic.title(i18n)));
                set(option, "choices", Topic::ALL.map(topic).to_vec().into());
            }
            ("wa-group settings", "who_may_write" | "who_may_edit" | "who_may_add") => {
                let who = |(name, who): (&str, Who)| choice(name, |i18n| Some(who_in_words(i18n, who)));
                set(option, "choices", WHO.map(who).to_vec().into());
            }
            ("wa-group settings", "join_approval") => {
                let approval =
                    |(name, needed): (&str, bool)| choice(name, |i18n| Some(approval_in_words(i18n, needed)));
                set(option, "choices", APPROVAL.map(approval).to_vec().into());
            }
            _ => limit(option, &name, name_chars),
        }
    }
}

/// Returns a choice with that value. `title`: its name in a language; the value itself if there is none. A message with
/// values would load each language for good, of 0.6 MiB.
fn choice(value: &str, title: impl Fn(Language) -> Option<String>) -> Value {
    let name = title(Language::English).unwrap_or_else(|| value.to_owned());
    let mut localized = serde_json::Map::new();
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let Some(title) = title(language) else { continue };
        localized.extend(language.locales().iter().map(|locale| ((*locale).to_owned(), title.clone().into())));
    }
    json!({ "name": name, "name_localizations": localized, "value": value })
}

fn text_of(command: &Value, key: &str) -> String {
    command.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn set(option: &mut Value, key: &str, value: Value) {
    if let Some(fields) = option.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
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

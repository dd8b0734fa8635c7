//! The payload that Discord's client builds from a command and its options, and the input that it refuses.

use serde_json::{Value, json};

use super::ClientError;
use super::resolved::{Asking, Resolved, is_reference};
use crate::payload::insert;
use crate::snowflake::{ChannelId, MessageId, UserId};
use crate::world::{Command, World, bits, text};

/// Maximum characters of a string option (Application Commands, Option Structure).
const OPTION_MAX: usize = 6_000;

/// Returns the `data` of a command, after the checks that Discord's client makes.
pub(super) fn command_data(
    asking: Asking<'_>,
    name: &str,
    options: &[(String, Value)],
    focused: Option<&str>,
) -> Result<Value, ClientError> {
    let mut words = name.split(' ');
    let root = registered(asking, 1, words.next().unwrap_or_default(), name)?;
    let no_command = || ClientError::NoCommand(name.to_owned());
    let mut path: Vec<&Value> = Vec::new();
    let mut level: &[Value] = root.options();
    for word in words {
        let sub = level.iter().find(|option| text(option, "name") == word && matches!(kind(option), 1 | 2));
        let sub = sub.ok_or_else(no_command)?;
        path.push(sub);
        level = sub.get("options").and_then(Value::as_array).map_or(&[], Vec::as_slice);
    }
    if level.iter().any(|option| matches!(kind(option), 1 | 2)) {
        return Err(no_command());
    }
    let mut resolved = Resolved::default();
    let mut given = option_values(asking, (level, name), options, focused, &mut resolved)?;
    for sub in path.iter().rev() {
        given = vec![json!({ "name": sub.get("name"), "type": kind(sub), "options": given })];
    }
    let mut data = data_of(root);
    insert(&mut data, "options", given);
    // Discord's client sends no `resolved` objects during autocomplete.
    if focused.is_none() {
        resolved.add_to(&mut data);
    }
    Ok(data)
}

/// Returns the `data` of a context menu command of a user (type 2) or of a message (type 3).
pub(super) fn menu_data(asking: Asking<'_>, kind: u64, name: &str, target: u64) -> Result<Value, ClientError> {
    let mut data = data_of(registered(asking, kind, name, name)?);
    let mut resolved = Resolved::default();
    let known = if kind == 2 {
        resolved.add_user(asking, UserId(target))
    } else {
        resolved.add_message(asking, MessageId(target))
    };
    known.ok_or(ClientError::NoTarget)?;
    insert(&mut data, "target_id", target.to_string());
    resolved.add_to(&mut data);
    Ok(data)
}

fn data_of(command: &Command) -> Value {
    let mut data = json!({ "id": command.id, "name": command.name(), "type": command.kind() });
    if let Some(guild) = command.guild {
        insert(&mut data, "guild_id", json!(guild));
    }
    data
}

impl World {
    /// Returns the commands of every kind that Discord's client offers to this person here.
    pub fn commands_for(&self, who: UserId, channel: ChannelId) -> impl Iterator<Item = &Command> {
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let may = self.permissions(who, channel);
        let hidden = move |one: &Command| {
            self.find_command(guild, one.kind(), one.name()).is_none_or(|found| found.id != one.id)
        };
        self.commands.values().filter(move |one| {
            may & bits::USE_APPLICATION_COMMANDS != 0 && is_shown(one, guild.is_some(), may) && !hidden(one)
        })
    }
}

/// Returns a command that Discord's client offers to this person here.
fn registered<'a>(asking: Asking<'a>, kind: u64, root: &str, name: &str) -> Result<&'a Command, ClientError> {
    let Asking { world, who, channel, .. } = asking;
    let guild = asking.guild().map(|guild| guild.id);
    let may = world.permissions(who, channel);
    if may & bits::USE_APPLICATION_COMMANDS == 0 {
        return Err(ClientError::NotAllowed);
    }
    let found = world.find_command(guild, kind, root).filter(|found| is_shown(found, guild.is_some(), may));
    found.ok_or_else(|| ClientError::NoCommand(name.to_owned()))
}

/// Returns the given options, in the order in which they were given.
fn option_values(
    asking: Asking<'_>,
    (level, command): (&[Value], &str),
    options: &[(String, Value)],
    focused: Option<&str>,
    resolved: &mut Resolved,
) -> Result<Vec<Value>, ClientError> {
    let owned = |option: &str| (command.to_owned(), option.to_owned());
    let mut given = Vec::new();
    for (name, value) in options {
        let option = level.iter().find(|option| text(option, "name") == name).ok_or_else(|| {
            let (command, option) = owned(name);
            ClientError::NoOption { command, option }
        })?;
        let is_focused = focused == Some(name.as_str());
        // During autocomplete, Discord's client checks only the type.
        let is_typing = focused.is_some() && value.is_string();
        let bad = || ClientError::BadValue { option: name.clone() };
        let value = if is_reference(kind(option)) {
            json!(resolved.find(asking, option, value.as_str().ok_or_else(bad)?).ok_or_else(bad)?.to_string())
        } else if is_typing || fits(option, value) {
            value.clone()
        } else {
            return Err(bad());
        };
        let mut json = json!({ "name": name, "type": kind(option), "value": value });
        if is_focused {
            if option.get("autocomplete") != Some(&json!(true)) {
                return Err(bad());
            }
            insert(&mut json, "focused", true);
        }
        given.push(json);
    }
    let missing = level.iter().find(|option| {
        option.get("required") == Some(&json!(true)) && options.iter().all(|(name, _)| text(option, "name") != name)
    });
    match missing {
        Some(option) if focused.is_none() => {
            let (command, option) = owned(text(option, "name"));
            Err(ClientError::OptionMissing { command, option })
        }
        _ => Ok(given),
    }
}

pub(super) fn kind(option: &Value) -> u64 {
    option.get("type").and_then(Value::as_u64).unwrap_or_default()
}

/// Returns whether an option takes a value (Application Commands, Option Structure).
fn fits(option: &Value, value: &Value) -> bool {
    let bound = |key: &str| option.get(key).and_then(Value::as_f64);
    let choices = option.get("choices").and_then(Value::as_array).filter(|choices| !choices.is_empty());
    if choices.is_some_and(|choices| choices.iter().all(|choice| choice.get("value") != Some(value))) {
        return false;
    }
    match (kind(option), value) {
        (3, Value::String(text)) => {
            let length = text.chars().count();
            let least = length_bound(option, "min_length").unwrap_or(1).max(1);
            let most = length_bound(option, "max_length").unwrap_or(OPTION_MAX);
            (least..=most).contains(&length)
        }
        (4, Value::Number(number)) => {
            number.is_i64() && in_range(number.as_f64(), bound("min_value"), bound("max_value"))
        }
        (5, Value::Bool(_)) => true,
        (10, Value::Number(number)) => in_range(number.as_f64(), bound("min_value"), bound("max_value")),
        _ => false,
    }
}

pub(super) fn length_bound(of: &Value, key: &str) -> Option<usize> {
    of.get(key).and_then(Value::as_u64).and_then(|bound| usize::try_from(bound).ok())
}

fn in_range(number: Option<f64>, least: Option<f64>, most: Option<f64>) -> bool {
    number.is_some_and(|number| least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most))
}

/// Returns whether Discord's client offers a command here. This depends on its contexts and its default permissions.
fn is_shown(command: &Command, in_guild: bool, may: u64) -> bool {
    let context = u64::from(!in_guild);
    let contexts = command.json.get("contexts").and_then(Value::as_array);
    let here = contexts.is_none_or(|contexts| contexts.iter().any(|one| one.as_u64() == Some(context)));
    let wanted = command.json.get("default_member_permissions").and_then(Value::as_str);
    let wanted = wanted.and_then(|bits| bits.parse::<u64>().ok());
    let allowed = wanted.is_none_or(|wanted| match wanted {
        0 => may & bits::ADMINISTRATOR != 0,
        wanted => may & wanted == wanted,
    });
    here && allowed
}

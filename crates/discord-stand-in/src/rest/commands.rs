//! Registration of guild commands and global commands (Application Commands).

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::Answer;
use crate::errors::{ApiError, Problems, invalid};
use crate::payload::insert;
use crate::rules::{Fields, commands as rules, field};
use crate::snowflake::{ApplicationId, CommandId, GuildId};
use crate::world::{Command, World};

/// Maximum number of creations in a day and a guild. An overwrite that changes nothing does not count.
const CREATES_A_DAY: usize = 200;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Maximum number of commands of a kind (1 slash, 2 user, 3 message) in one place.
const MOST: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];

const DUPLICATE_NAME: &str = "APPLICATION_COMMANDS_DUPLICATE_NAME";
const DUPLICATE_NAME_SAID: &str = "Application command names must be unique";

type Place = Option<GuildId>;

pub(super) fn all(world: &World, application: ApplicationId, guild: Place) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    let all: Vec<&Value> = at(world, guild).map(|command| &command.json).collect();
    Ok(Answer::Json(200, json!(all)))
}

pub(super) fn one(world: &World, application: ApplicationId, guild: Place, id: CommandId) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    let found = world.commands.get(&id).filter(|command| command.guild == guild);
    Ok(Answer::Json(200, found.ok_or_else(ApiError::unknown_command)?.json.clone()))
}

/// Creates a command. It overwrites a command of the same name and kind, which keeps its id.
pub(super) fn create(
    world: &mut World,
    application: ApplicationId,
    guild: Place,
    body: &Fields,
) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    check(std::slice::from_ref(body), false)?;
    let is_new = same(world, guild, body).is_none();
    let kept = put(world, guild, body)?;
    if let Some(most) = too_many(world, guild) {
        world.commands.remove(&kept);
        return Err(ApiError::too_many_commands(most));
    }
    let json = world.commands.get(&kept).map(|command| command.json.clone()).unwrap_or_default();
    Ok(Answer::Json(if is_new { 201 } else { 200 }, json))
}

/// Replaces all commands with these.
pub(super) fn overwrite(
    world: &mut World,
    application: ApplicationId,
    guild: Place,
    body: &Value,
) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    let listed = body.as_array().ok_or_else(ApiError::bad_json)?;
    let wanted: Option<Vec<Fields>> = listed.iter().map(|command| command.as_object().cloned()).collect();
    let wanted = wanted.ok_or_else(ApiError::bad_json)?;
    check(&wanted, true)?;
    for (kind, most) in MOST {
        if wanted.iter().filter(|command| kind_of(command) == kind).count() > most {
            return Err(ApiError::too_many_commands(most));
        }
    }
    // The overwrite is atomic: if the creation limit is exceeded, the stored commands are restored.
    let before = (world.commands.clone(), world.command_creates.clone());
    let kept: Result<Vec<CommandId>, ApiError> = wanted.iter().map(|command| put(world, guild, command)).collect();
    let kept = match kept {
        Ok(kept) => kept,
        Err(error) => {
            (world.commands, world.command_creates) = before;
            return Err(error);
        }
    };
    world.commands.retain(|id, command| command.guild != guild || kept.contains(id));
    all(world, application, guild)
}

pub(super) fn edit(
    world: &mut World,
    application: ApplicationId,
    guild: Place,
    id: CommandId,
    body: &Fields,
) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    let found = world.commands.get(&id).filter(|command| command.guild == guild);
    let mut merged =
        found.and_then(|command| command.json.as_object()).cloned().ok_or_else(ApiError::unknown_command)?;
    merged.extend(body.iter().map(|(key, value)| (key.clone(), value.clone())));
    check(std::slice::from_ref(&merged), false)?;
    if same(world, guild, &merged).is_some_and(|other| other.id != id) {
        return Err(invalid("name", DUPLICATE_NAME, DUPLICATE_NAME_SAID));
    }
    let json = complete(world, guild, id, &merged);
    world.commands.insert(id, Command { id, guild, json: json.clone() });
    Ok(Answer::Json(200, json))
}

pub(super) fn delete(
    world: &mut World,
    application: ApplicationId,
    guild: Place,
    id: CommandId,
) -> Result<Answer, ApiError> {
    check_place(world, application, guild)?;
    world.commands.get(&id).filter(|command| command.guild == guild).ok_or_else(ApiError::unknown_command)?;
    world.commands.remove(&id);
    Ok(Answer::Nothing)
}

fn check_place(world: &World, application: ApplicationId, guild: Place) -> Result<(), ApiError> {
    if application != world.application.id {
        return Err(ApiError::unknown_application());
    }
    match guild.map(|guild| world.guilds.get(&guild)) {
        None => Ok(()),
        Some(Some(guild)) if guild.members.contains_key(&world.application.bot) => Ok(()),
        Some(_) => Err(ApiError::missing_access()),
    }
}

/// Returns all validation errors of the commands. In a list, the path of each starts with its index.
fn check(commands: &[Fields], listed: bool) -> Result<(), ApiError> {
    let mut problems = Problems::default();
    let mut names = BTreeSet::new();
    for (number, command) in commands.iter().enumerate() {
        let path = if listed { number.to_string() } else { String::new() };
        rules::check(&mut problems, command, &path);
        let name = field(command, "name").and_then(Value::as_str).unwrap_or_default();
        if !names.insert((kind_of(command), name)) {
            problems.add(&path, DUPLICATE_NAME, DUPLICATE_NAME_SAID);
        }
    }
    problems.into_result()
}

fn at(world: &World, guild: Place) -> impl Iterator<Item = &Command> {
    world.commands.values().filter(move |command| command.guild == guild)
}

fn kind_of(command: &Fields) -> u64 {
    field(command, "type").and_then(Value::as_u64).unwrap_or(1)
}

/// Returns the limit that is exceeded, if any.
fn too_many(world: &World, guild: Place) -> Option<usize> {
    let of_kind = |kind| at(world, guild).filter(|command| command.kind() == kind).count();
    MOST.into_iter().find(|(kind, most)| of_kind(*kind) > *most).map(|(_, most)| most)
}

fn same<'a>(world: &'a World, guild: Place, body: &Fields) -> Option<&'a Command> {
    let name = field(body, "name").and_then(Value::as_str).unwrap_or_default();
    at(world, guild).find(|command| command.kind() == kind_of(body) && command.name() == name)
}

/// Stores a command. An existing command keeps its id.
fn put(world: &mut World, guild: Place, body: &Fields) -> Result<CommandId, ApiError> {
    let id = if let Some(there) = same(world, guild, body) {
        there.id
    } else {
        let now = world.clock.now_utc();
        let creates = world.command_creates.entry(guild).or_default();
        creates.retain(|at| *at + DAY > now);
        if creates.len() >= CREATES_A_DAY {
            return Err(ApiError::too_many_creates());
        }
        creates.push_back(now);
        CommandId(world.new_id())
    };
    let json = complete(world, guild, id, body);
    world.commands.insert(id, Command { id, guild, json });
    Ok(id)
}

/// Returns the command as Discord sends it back, with the keys that Discord adds. The version stays the same if nothing
/// has changed.
fn complete(world: &mut World, guild: Place, id: CommandId, body: &Fields) -> Value {
    let mut json = Value::Object(body.clone());
    insert(&mut json, "id", json!(id));
    insert(&mut json, "application_id", json!(world.application.id));
    for (key, value) in [
        ("type", json!(1)),
        ("description", json!("")),
        ("default_member_permissions", Value::Null),
        ("nsfw", json!(false)),
        ("contexts", Value::Null),
        ("integration_types", json!([0])),
    ] {
        if json.get(key).is_none_or(Value::is_null) {
            insert(&mut json, key, value);
        }
    }
    // Discord takes permissions as a number, and sends them as a text.
    if let Some(bits) = json.get("default_member_permissions").and_then(Value::as_u64) {
        insert(&mut json, "default_member_permissions", json!(bits.to_string()));
    }
    if let Some(guild) = guild {
        insert(&mut json, "guild_id", json!(guild));
        // Contexts apply only to global commands and are ignored on others (Application Command Object).
        insert(&mut json, "contexts", Value::Null);
    }
    let before = world.commands.get(&id).map(|command| command.json.clone());
    let version = before.as_ref().and_then(|before| before.get("version")).cloned();
    if let Some(version) = version {
        insert(&mut json, "version", version);
        if before.as_ref() == Some(&json) {
            return json;
        }
    }
    let version = world.new_id().to_string();
    insert(&mut json, "version", version);
    json
}

//! Settings of servers in a file of their own, in the form that they have in the configuration file.

use std::collections::HashMap;

use serde_json::Value;

use super::{ConfigError, ConfigTable, Problems, complaint};
use crate::access::{GuildId, Server};

/// Reads the settings of servers, sorted by id. The sessions are those of the configured `servers`, and a server that is
/// not among them is refused. `only`: the settings of the only server in the file are meant for this one.
pub(crate) fn read_settings(
    text: &str,
    servers: &HashMap<GuildId, Server>,
    only: Option<GuildId>,
) -> Result<Vec<Server>, ConfigError> {
    complaint::check_syntax(text).map_err(|problem| ConfigError(vec![problem]))?;
    let mut root = complaint::layer(text)
        .extract::<ConfigTable>()
        .map_err(|error| ConfigError(complaint::of_figment(error).collect()))?;
    let mut problems = Problems::default();
    let mut guilds = root.remove("guilds");
    problems.0.extend(root.keys().map(|key| format!("{}: there is no such key", complaint::name(key))));
    if let Some(Value::Array(guilds)) = &mut guilds {
        if only.is_some() && guilds.len() != 1 {
            problems.0.push("guilds: --guild needs a file with one server".to_owned());
        }
        for (index, guild) in guilds.iter_mut().enumerate() {
            let Value::Object(guild) = guild else { continue };
            if let Some(only) = only {
                guild.insert("id".to_owned(), Value::from(only.to_string()));
            }
            let id: Option<GuildId> = guild.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
            // Without a readable id, the server is complained about below.
            let Some(id) = id else { continue };
            let Some(server) = servers.get(&id) else {
                problems.0.push(format!("guilds[{index}].id: the configuration file has no server {id}"));
                continue;
            };
            let sessions = server.sessions.iter().map(ToString::to_string).collect::<Vec<_>>();
            guild.insert("sessions".to_owned(), Value::from(sessions));
        }
    }
    if problems.0.is_empty() {
        let mut read: Vec<Server> = problems.servers(guilds).into_values().collect();
        read.sort_unstable_by_key(|server| server.guild);
        if problems.0.is_empty() {
            return Ok(read);
        }
    }
    Err(ConfigError(problems.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{ChannelSetting, CountrySetting, ReasonsSetting, RoleSetting};

    const ID: &str = "2000000000000000001";

    fn read(text: &str, only: Option<GuildId>) -> Result<Vec<Server>, ConfigError> {
        let guild: GuildId = ID.parse().unwrap();
        let server = Server {
            guild,
            sessions: vec!["default".parse().unwrap()],
            grants: Vec::new(),
            log: ChannelSetting::default(),
            approvals: ChannelSetting::default(),
            approvals_role: RoleSetting::default(),
            alerts_role: None,
            country: CountrySetting::default(),
            invitation: None,
            reasons: ReasonsSetting::default(),
            sets: Vec::new(),
        };
        read_settings(text, &HashMap::from([(guild, server)]), only)
    }

    #[test]
    fn settings_are_checked_as_those_of_the_configuration() {
        let server = format!("[[guilds]]\nid = \"{ID}\"\n");
        for (text, problem) in [
            (String::new(), "guilds: name at least one server"),
            (format!("{server}colour = 1\n"), "guilds[0].colour: there is no such key"),
            (format!("x = 1\n{server}"), "x: there is no such key"),
            ("[[guilds]]\nid = \"7\"\n".to_owned(), "guilds[0].id: the configuration file has no server 7"),
            (format!("{server}[[guilds.grants]]\nrole = \"x\"\npreset = \"viewer\"\n"), "guilds[0].grants[0].role"),
            (
                format!("{server}[[guilds.grants]]\nrole = \"9\"\npreset = \"viewer\"\nsessions = [\"other\"]\n"),
                "one of them is no session of this server",
            ),
            (format!("{server}{server}"), "this server is listed twice"),
            ("[[guilds]".to_owned(), "line 1"),
        ] {
            let error = read(&text, None).unwrap_err().to_string();
            assert!(error.contains(problem), "{text}: {error}");
        }
    }

    #[test]
    fn settings_of_one_server_are_read_for_another() {
        let text = "[[guilds]]\nid = \"3\"\nsessions = [\"elsewhere\"]\n";
        assert!(read(text, None).is_err());
        let servers = read(text, Some(ID.parse().unwrap())).unwrap();
        assert_eq!(servers[0].guild, ID.parse().unwrap());
        assert!(read(&format!("{text}{text}"), Some(ID.parse().unwrap())).is_err());
    }
}

//! The configuration, and the only reader of files and environment. It reports every problem at once, one on each line,
//! and each line names the key.

mod changes;
mod complaint;
mod sections;
mod settings_file;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use figment::Figment;
use figment::providers::Env;
use groups_api::address::{self, BadAddress, check_base_url};
use secrecy::SecretString;
use serde::Deserialize;

use crate::access::{GuildId, Server};
pub use changes::Changes;
use sections::Guild;
pub use sections::{
    ApprovalsConfig, Discord, GroupsApiConfig, HttpConfig, LimitsConfig, Log, LogFormat, RegisterIn, ShardsIn,
    StoreConfig,
};
pub(crate) use settings_file::read_settings;

/// The complete configuration, after validation.
#[derive(Debug, Clone)]
pub struct Config {
    pub discord: Discord,
    pub groups_api: GroupsApiConfig,
    pub store: StoreConfig,
    pub limits: LimitsConfig,
    pub approvals: ApprovalsConfig,
    pub log: Log,
    pub http: HttpConfig,
    pub servers: HashMap<GuildId, Server>,
    pub discord_token: SecretString,
    pub groups_api_key: SecretString,
}

/// The errors of the configuration: a line for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(pub Vec<String>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for ConfigError {}

/// The file that is read if none is named.
const DEFAULT_FILE: &str = "config/usher.toml";
/// Prefix of a key's name in the environment; two underscores stand for a dot.
const ENV_PREFIX: &str = "USHER__";

impl Config {
    /// Reads the file, then the environment, which takes precedence.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let path = file.map_or_else(|| PathBuf::from(DEFAULT_FILE), Path::to_owned);
        if file.is_some() && !path.is_file() {
            return Err(ConfigError(vec![format!("{}: there is no such file", path.display())]));
        }
        // Without the default file, the environment may be enough.
        let text = if path.is_file() { std::fs::read_to_string(&path) } else { Ok(String::new()) };
        let text = text.map_err(|error| ConfigError(vec![format!("{}: cannot be read: {error}", path.display())]))?;
        complaint::check_syntax(&text)
            .map_err(|problem| ConfigError(vec![format!("{}: {problem}", path.display())]))?;
        let figment = complaint::layer(&text).merge(Env::prefixed(ENV_PREFIX).split("__"));
        let mut problems = Problems::default();
        let token = problems.note("DISCORD_TOKEN", secret("DISCORD_TOKEN"));
        let key = problems.note("GROUPS_API_KEY", secret("GROUPS_API_KEY"));
        Self::read(&figment, token, key, problems)
    }

    /// Reads only the text of a file; the secrets are passed in.
    pub fn parse(text: &str, token: SecretString, key: SecretString) -> Result<Self, ConfigError> {
        complaint::check_syntax(text).map_err(|problem| ConfigError(vec![problem]))?;
        Self::read(&complaint::layer(text), Some(token), Some(key), Problems::default())
    }

    fn read(
        figment: &Figment,
        token: Option<SecretString>,
        key: Option<SecretString>,
        mut problems: Problems,
    ) -> Result<Self, ConfigError> {
        let mut root = match figment.extract::<ConfigTable>() {
            Ok(root) => root,
            Err(error) => {
                problems.0.extend(complaint::of_figment(error));
                return Err(ConfigError(problems.0));
            }
        };
        let discord = problems.section::<Discord>(&mut root, "discord");
        let groups_api = problems.section::<GroupsApiConfig>(&mut root, "groups_api");
        let store = problems.section::<StoreConfig>(&mut root, "store");
        let limits = problems.section::<LimitsConfig>(&mut root, "limits");
        let log = problems.section::<Log>(&mut root, "log");
        let http = problems.section::<HttpConfig>(&mut root, "http");
        let approvals = problems.section::<ApprovalsConfig>(&mut root, "approvals");
        let servers = problems.servers(root.remove("guilds"));
        problems.0.extend(root.keys().map(|key| format!("{}: there is no such key", complaint::name(key))));

        if let Some(url) = discord.as_ref().and_then(|discord: &Discord| discord.api_url.as_ref())
            && let Err(problem) = check_base_url(url, address::Http::Loopback)
        {
            problems.0.push(format!("discord.api_url: {problem}"));
        }
        if let Some(config) = &groups_api {
            problems.check_groups_api(config);
            if let Some(Err(problem)) = key.as_ref().map(|key| config.provider.check_key(key)) {
                problems.0.push(format!("GROUPS_API_KEY: {problem}"));
            }
        }
        if let Some(approvals) = &approvals {
            problems.check_approvals(approvals);
        }
        match (discord, groups_api, store, limits, approvals, log, http, token, key) {
            (
                Some(discord),
                Some(groups_api),
                Some(store),
                Some(limits),
                Some(approvals),
                Some(log),
                Some(http),
                Some(discord_token),
                Some(groups_api_key),
            ) if problems.0.is_empty() => Ok(Self {
                discord,
                groups_api,
                store,
                limits,
                approvals,
                log,
                http,
                servers,
                discord_token,
                groups_api_key,
            }),
            _ => Err(ConfigError(problems.0)),
        }
    }
}

type ConfigTable = serde_json::Map<String, serde_json::Value>;

/// The errors found so far, one a line.
#[derive(Debug, Default)]
struct Problems(Vec<String>);

impl Problems {
    fn note<T>(&mut self, key: &str, result: Result<T, String>) -> Option<T> {
        result.map_err(|problem| self.0.push(format!("{key}: {problem}"))).ok()
    }

    /// Takes a section out of the file; an absent section is read as if it were empty.
    fn section<T: for<'de> Deserialize<'de>>(&mut self, root: &mut ConfigTable, name: &str) -> Option<T> {
        let value = root.remove(name).unwrap_or_else(|| serde_json::Value::Object(ConfigTable::new()));
        self.value(&value, name)
    }

    fn value<T: for<'de> Deserialize<'de>>(&mut self, value: &serde_json::Value, name: &str) -> Option<T> {
        let mut unknown = Vec::new();
        let mut track = serde_path_to_error::Track::new();
        let read = {
            let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
            serde_ignored::deserialize(tracked, |path| {
                unknown.push(format!("{name}.{}: there is no such key", complaint::name(&path.to_string())));
            })
        };
        self.0.extend(unknown);
        let path = track.path();
        let inner = complaint::name(&path.to_string());
        let key = if inner == "." { name.to_owned() } else { format!("{name}.{inner}") };
        self.note(&key, read.map_err(|error: serde_json::Error| complaint::without_value(&error, &path, value)))
    }

    fn servers(&mut self, guilds: Option<serde_json::Value>) -> HashMap<GuildId, Server> {
        let mut servers = HashMap::new();
        let guilds = match guilds {
            Some(serde_json::Value::Array(guilds)) if !guilds.is_empty() => guilds,
            Some(serde_json::Value::Array(_)) | None => {
                self.0.push("guilds: name at least one server".to_owned());
                return servers;
            }
            Some(_) => {
                self.0.push("guilds: expected an array of tables, each server under [[guilds]]".to_owned());
                return servers;
            }
        };
        for (index, guild) in guilds.iter().enumerate() {
            let name = format!("guilds[{index}]");
            let Some(guild) = self.value::<Guild>(guild, &name) else { continue };
            self.check_guild(&guild, &name);
            let id = guild.id;
            if servers.insert(id, Server::from(guild)).is_some() {
                self.0.push(format!("{name}.id: this server is listed twice"));
            }
        }
        servers
    }

    fn check_guild(&mut self, guild: &Guild, name: &str) {
        if guild.sessions.is_empty() {
            self.0.push(format!("{name}.sessions: name at least one session"));
        }
        for (key, role) in [("approvals_role", guild.approvals_role), ("alerts_role", guild.alerts_role)] {
            if role.is_some_and(|role| role.is_everyone(guild.id)) {
                self.0.push(format!("{name}.{key}: expected a role other than @everyone"));
            }
        }
        for (index, grant) in guild.grants.iter().enumerate() {
            let name = format!("{name}.grants[{index}]");
            if grant.preset.is_none() && grant.capabilities.is_empty() && grant.needs_approval.is_empty() {
                self.0.push(format!("{name}: gives nothing; name a preset or capabilities"));
            }
            if grant.sessions.iter().flatten().any(|session| !guild.sessions.contains(session)) {
                self.0.push(format!("{name}.sessions: one of them is no session of this server"));
            }
            for both in grant.capabilities.intersection(&grant.needs_approval) {
                self.0.push(format!("{name}.needs_approval: {both} is among the capabilities too"));
            }
        }
    }

    fn check_approvals(&mut self, approvals: &ApprovalsConfig) {
        let day = Duration::from_secs(24 * 60 * 60);
        if approvals.expire_after < Duration::from_secs(60) || approvals.expire_after > day * 30 {
            self.0.push("approvals.expire_after: must be between 1m and 30d".to_owned());
        }
    }

    fn check_groups_api(&mut self, config: &GroupsApiConfig) {
        if let Err(problem) = check_base_url(&config.base_url, config.http()) {
            let remedy = match problem {
                BadAddress::Insecure => "; groups_api.allow_http = true allows http:// to another machine",
                BadAddress::NotBare => "",
            };
            self.0.push(format!("groups_api.base_url: {problem}{remedy}"));
        }
        let timeout = config.timeout();
        if timeout.is_zero() || timeout > Duration::from_secs(300) {
            self.0.push("groups_api.timeout: must be between 1ms and 5m".to_owned());
        }
        // After a longer time, the answer to the command could no longer be edited (Discord: 15 minutes).
        let settle_within = config.settle_within();
        if settle_within < timeout * 2 || settle_within > Duration::from_secs(600) {
            self.0.push(
                "groups_api.settle_within: must be at least twice groups_api.timeout, and at most 10m".to_owned(),
            );
        }
    }
}

/// Reads a secret from the variable `name`, or from the file that `name_FILE` names.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn secret(name: &str) -> Result<SecretString, String> {
    let text = match (std::env::var(name), std::env::var(format!("{name}_FILE"))) {
        (Ok(_), Ok(_)) => return Err(format!("set this or {name}_FILE, not both")),
        (Ok(text), Err(_)) => text,
        (Err(_), Ok(file)) => {
            std::fs::read_to_string(file).map_err(|error| format!("its file cannot be read: {error}"))?
        }
        (Err(_), Err(_)) => return Err(format!("is not set, and neither is {name}_FILE")),
    };
    let text = text.trim();
    // The secret becomes a header.
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_graphic()) {
        return Err("is empty, or contains characters that are invalid in a secret".to_owned());
    }
    Ok(SecretString::from(text))
}

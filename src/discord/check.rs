//! Checks what the configuration names in Discord: the token, the servers, their channels and roles. Only reads.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use url::Url;

use super::commands::wa_setup::ServerFacts;
use super::reply::Writing;
use super::rest::{Rest, RestError};
use super::{DiscordSettings, http_client};
use crate::access::{ChannelId, ChannelSetting, RoleId, Server};
use crate::check::{CheckLine, reach};

/// Maximum time to find out whether Discord answers at all.
const REACH_WITHIN: Duration = Duration::from_secs(10);

/// The fields of an application that this check reads. The form of other fields, such as the owner's profile, changes
/// and does not matter here.
#[derive(Deserialize)]
struct Application {
    name: String,
    bot_public: bool,
}

/// Checks the application, and each of `servers` with its channels and roles.
pub async fn check(settings: DiscordSettings, mut servers: Vec<&Server>) -> anyhow::Result<Vec<CheckLine>> {
    let (token, clock, metrics) = (settings.token.clone(), settings.clock.clone(), settings.metrics.clone());
    let rest = Rest::new(http_client(settings.base())?, settings.base(), token, clock, metrics);
    servers.sort_by_key(|server| server.guild);
    let mut rows = Vec::new();
    let reached = async {
        let gateway = Url::parse(settings.base()).and_then(|base| base.join("/api/v10/gateway"));
        reach(&gateway.map_err(|error| error.to_string())?, REACH_WITHIN).await?;
        rest.read::<Application>("/applications/@me").await.map_err(|error| words(&error))
    };
    match reached.await {
        Ok(Application { name, bot_public }) => {
            rows.push(CheckLine::new("Discord", Ok(format!("application {name}"))));
            if bot_public {
                let words =
                    "anybody may add the bot to a server; the switch Public Bot in the developer portal prevents it";
                rows.push(CheckLine::warning("application", words));
            } else {
                rows.push(CheckLine::new("application", Ok("only its owner may add the bot to a server".to_owned())));
            }
        }
        Err(cause) => {
            rows.push(CheckLine::new("Discord", Err(cause.clone())));
            let row = |server: &&Server| CheckLine::new(format!("server {}", server.guild), Err(cause.clone()));
            rows.extend(servers.iter().map(row));
            return Ok(rows);
        }
    }
    for server in &servers {
        rows.extend(server_rows(&rest, server).await);
    }
    rows.extend(unnamed(&rest, &servers).await);
    Ok(rows)
}

async fn server_rows(rest: &Rest, server: &Server) -> Vec<CheckLine> {
    let guild = server.guild;
    let facts = ServerFacts::read(rest, guild).await.map_err(|error| match error {
        // Discord returns these if the bot is not a member.
        RestError::Refused { status, .. } if matches!(status.as_u16(), 403 | 404) => "the bot is not in it".to_owned(),
        error => words(&error),
    });
    let name = facts.as_ref().map(|facts| facts.name().to_owned()).map_err(Clone::clone);
    let mut rows = vec![CheckLine::new(format!("server {guild}"), name)];
    for (what, setting) in [("log channel", server.log), ("approvals channel", server.approvals)] {
        // The other channels were set in Discord, and `/wa-setup` checks them.
        let ChannelSetting { channel: Some(channel), fixed: true } = setting else { continue };
        let found = match &facts {
            Ok(facts) => channel_words(facts, rest, channel).await,
            Err(cause) => Err(cause.clone()),
        };
        rows.push(CheckLine::new(format!("{what} {channel}"), found));
    }
    let roles = server.grants.iter().map(|grant| grant.role);
    let roles = roles.chain(server.approvals_role.role).chain(server.alerts_role);
    let roles: BTreeSet<RoleId> = roles.collect();
    rows.extend(roles.into_iter().map(|role| {
        let found = match &facts {
            Ok(facts) => facts.role(role).map(str::to_owned).ok_or_else(|| "the server has no such role".to_owned()),
            Err(cause) => Err(cause.clone()),
        };
        CheckLine::new(format!("role {role}"), found)
    }));
    rows
}

async fn channel_words(facts: &ServerFacts, rest: &Rest, channel: ChannelId) -> Result<String, String> {
    match facts.writing(rest, channel).await {
        Writing::Possible => Ok("the bot can write there".to_owned()),
        Writing::Lacks(permissions) => Err(format!("the bot lacks there: {}", permissions.join(", "))),
        Writing::Gone => Err("the server has no such channel".to_owned()),
        Writing::Unknown => Err("Discord did not answer".to_owned()),
    }
}

/// Returns a warning for each server that the bot is in and the configuration does not name.
async fn unnamed(rest: &Rest, servers: &[&Server]) -> Vec<CheckLine> {
    let all = match rest.guilds().await {
        Ok(all) => all,
        Err(error) => return vec![CheckLine::new("servers of the bot", Err(words(&error)))],
    };
    let unnamed = all.into_iter().filter(|(id, _)| servers.iter().all(|server| server.guild != *id));
    unnamed
        .map(|(id, name)| {
            let words =
                format!("the bot is in {name}, and the configuration does not name it: every command is refused");
            CheckLine::warning(format!("server {id}"), words)
        })
        .collect()
}

fn words(error: &RestError) -> String {
    match error {
        RestError::Refused { status, .. } if status.as_u16() == 401 => {
            "Discord refuses the token (401): check DISCORD_TOKEN".to_owned()
        }
        RestError::Refused { status, code } => format!("Discord answered with status {status}, code {code}"),
        error => error.to_string(),
    }
}

//! Checks whether the token is valid and the bot is in the configured servers. Only reads.

use serde::Deserialize;

use super::rest::{Rest, RestError};
use super::{DiscordSettings, http_client};
use crate::access::GuildId;

/// The field of an application or a server that this check reads. The form of other fields, such as the owner's
/// profile, changes and does not matter here.
#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Checks the application and each of `servers`. Returns a row for each: the object of the check, and the result in
/// words for an operator.
pub async fn check(
    settings: DiscordSettings,
    servers: impl Iterator<Item = GuildId>,
) -> anyhow::Result<Vec<(String, Result<String, String>)>> {
    let (token, clock, metrics) = (settings.token.clone(), settings.clock.clone(), settings.metrics.clone());
    let rest = Rest::new(http_client(settings.base())?, settings.base(), token, clock, metrics);
    let application = rest.read("/applications/@me").await;
    let known = application.is_ok();
    let mut rows = vec![(
        "Discord".to_owned(),
        application.map(|Named { name }| format!("application {name}")).map_err(|error| match error {
            RestError::Refused { status, .. } if status.as_u16() == 401 => "the token is refused".to_owned(),
            error => words(&error),
        }),
    )];
    if !known {
        return Ok(rows);
    }
    for server in servers {
        let found = rest.read(&format!("/guilds/{server}")).await;
        rows.push((
            format!("server {server}"),
            found.map(|Named { name }| name).map_err(|error| match error {
                // Discord returns these if the bot is not a member.
                RestError::Refused { status, .. } if matches!(status.as_u16(), 403 | 404) => {
                    "the bot is not in it".to_owned()
                }
                error => words(&error),
            }),
        ));
    }
    Ok(rows)
}

fn words(error: &RestError) -> String {
    match error {
        RestError::Refused { status, code } => format!("Discord answered with status {status}, code {code}"),
        error => error.to_string(),
    }
}

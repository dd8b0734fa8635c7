//! Is the token good, and is the bot in the servers that are configured? Reads only.

use super::{Settings, http_client, serenity_http};
use crate::access::GuildId;

/// What was looked at, and what came of it, in words for an operator.
pub async fn check(
    settings: &Settings,
    servers: impl Iterator<Item = GuildId>,
) -> anyhow::Result<Vec<(String, Result<String, String>)>> {
    let http = serenity_http(http_client()?, &settings.token, settings.api_url.as_deref());
    let application = http.get_current_application_info().await;
    let known = application.is_ok();
    let mut rows = vec![(
        "Discord".to_owned(),
        application
            .map(|application| format!("application {}", application.name))
            .map_err(|error| format!("the token is refused, or Discord cannot be reached: {}", words(&error))),
    )];
    if !known {
        return Ok(rows);
    }
    for server in servers {
        let found = http.get_guild(serenity::all::GuildId::new(server.0)).await;
        rows.push((
            format!("server {server}"),
            found.map(|guild| guild.name).map_err(|error| format!("the bot is not in it: {}", words(&error))),
        ));
    }
    Ok(rows)
}

/// Never the request itself: it holds the token.
fn words(error: &serenity::Error) -> String {
    use serenity::http::HttpError;
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) => {
            let faults: Vec<String> =
                answer.error.errors.iter().map(|fault| format!("{}: {}", fault.path, fault.message)).collect();
            format!("status {}: {} {}", answer.status_code, answer.error.message, faults.join("; "))
        }
        serenity::Error::Http(_) => "no answer".to_owned(),
        _ => "an answer that cannot be read".to_owned(),
    }
}

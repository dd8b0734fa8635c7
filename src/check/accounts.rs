//! The groups API, its accounts, and the groups that grants name. Each row states its own cause.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use groups_api::address::probe;
use groups_api::{ApiError, DisconnectReason, Engine, Provider, Session};
use usher_clock::Clock;
use whatsapp::{GroupId, ListedGroup, SessionName};

use super::CheckLine;
use super::reach::{reach, shown};
use crate::app;
use crate::config::Config;
use crate::metrics::Metrics;

/// Accounts that are asked for at the same time.
const AT_ONCE: usize = 8;
/// Maximum time to find out whether the address answers at all.
const REACH_WITHIN: Duration = Duration::from_secs(10);

/// The groups of each account, or why they could not be read.
type GroupLists = BTreeMap<SessionName, Result<Vec<ListedGroup>, String>>;

/// Checks the address, each account, and each group of a grant.
pub(super) async fn check(config: &Config, clock: &Clock) -> anyhow::Result<Vec<CheckLine>> {
    let url = &config.groups_api.base_url;
    let mut rows = Vec::new();
    if config.groups_api.is_in_clear() {
        let words = "http:// to another machine: the key and all phone numbers are sent unencrypted";
        rows.push(CheckLine::warning("groups_api.base_url", words));
    }
    let reached = reach(&probe(url, config.groups_api.provider), config.groups_api.timeout().min(REACH_WITHIN)).await;
    rows.push(CheckLine::new("provider", Ok(abilities(config.groups_api.provider))));
    rows.push(CheckLine::new("groups API", reached.clone().map(|()| format!("{} answers", shown(url)))));
    rows.push(CheckLine::new("provider version", Ok(version(config, clock, &reached).await?)));
    let sessions: BTreeSet<&SessionName> = config.servers.values().flat_map(|server| &server.sessions).collect();
    let one = async |session: &SessionName| -> anyhow::Result<_> {
        // Without an address that answers, each request would be repeated for nothing.
        if let Err(cause) = &reached {
            return Ok((session.clone(), Err(cause.clone()), Err(cause.clone())));
        }
        // Each request has a client of its own: the circuit breaker of one would hide the cause from the other.
        let client = || app::groups_api(config, clock.clone(), Metrics::default());
        let account = client()?.session(session).await;
        let groups = client()?.groups(session).await;
        let words = |error, scope| words(&error, scope, config);
        let account = account.map_err(|error| words(error, "sessions:read")).and_then(|session| state(&session));
        Ok((session.clone(), account, groups.map_err(|error| words(error, "groups:read"))))
    };
    let found: Vec<_> = stream::iter(sessions).map(one).buffered(AT_ONCE).collect().await;
    let mut lists = GroupLists::new();
    for found in found {
        let (session, account, groups) = found?;
        let count = groups.as_ref().map(|groups| format!("{} groups", groups.len())).map_err(Clone::clone);
        rows.push(CheckLine::new(format!("session {session}"), account));
        rows.push(CheckLine::new(format!("groups of {session}"), count));
        lists.insert(session, groups);
    }
    rows.extend(granted_groups(config, &lists));
    Ok(rows)
}

/// Returns the version of the provider as it tells it, or that it does not.
async fn version(config: &Config, clock: &Clock, reached: &Result<(), String>) -> anyhow::Result<String> {
    let not_told = |cause: String| format!("version not told: {cause}");
    if let Err(cause) = reached {
        return Ok(not_told(cause.clone()));
    }
    let client = app::groups_api(config, clock.clone(), Metrics::default())?;
    let within = config.groups_api.timeout().min(REACH_WITHIN);
    Ok(match tokio::time::timeout(within, client.version()).await {
        Ok(Ok(Some(version))) => version,
        Ok(Ok(None)) => "version not told".to_owned(),
        Ok(Err(error)) => not_told(words(&error, "sessions:read", config)),
        Err(_late) => not_told(format!("no answer within {}", humantime::format_duration(within))),
    })
}

/// Returns what the provider is called, and what it cannot do.
fn abilities(provider: Provider) -> String {
    let of_engine = |engine: &Engine| {
        let missing: Vec<String> =
            provider.features(*engine).missing_in_short().iter().map(ToString::to_string).collect();
        let name = engine.name();
        let who = if name.is_empty() { String::new() } else { format!("; with the engine {name}") };
        if missing.is_empty() {
            format!("{who} can do everything")
        } else {
            format!("{who} cannot {}", missing.join(", "))
        }
    };
    format!("{provider}{}", provider.engines().iter().map(of_engine).collect::<String>())
}

/// Returns the state of an account, in words.
fn state(session: &Session) -> Result<String, String> {
    if session.is_connected() {
        let engine = session.engine.name();
        return Ok(if engine.is_empty() { "connected".to_owned() } else { format!("connected, engine {engine}") });
    }
    match &session.status_reason {
        Some(DisconnectReason::ScanQr) => Err("waits for its QR code: link the account with a phone".to_owned()),
        Some(DisconnectReason::QrTimeout) => {
            Err("nobody scanned its QR code in time: start the session again, and link it with a phone".to_owned())
        }
        Some(reason) => Err(format!("{} {}", session.status, reason.as_str())),
        None => Err(session.status.to_string()),
    }
}

/// Returns the cause of a failed request. `scope`: the scope of the key that the request needs.
fn words(error: &ApiError, scope: &str, config: &Config) -> String {
    let url = shown(&config.groups_api.base_url);
    match error {
        ApiError::Unauthorized => format!("{url} refuses the key (401): check GROUPS_API_KEY"),
        ApiError::Forbidden { .. } => format!("{url}: the key lacks the scope {scope}"),
        ApiError::NotFound => format!("{url} knows no such session (404)"),
        ApiError::Unavailable => {
            let timeout = humantime::format_duration(config.groups_api.timeout());
            format!("{url} answers other requests, but this one with a server error, or not within {timeout}")
        }
        error => format!("{url}: {error}"),
    }
}

/// Checks that the accounts of each grant are in the groups that it names.
fn granted_groups(config: &Config, lists: &GroupLists) -> Vec<CheckLine> {
    let mut wanted: BTreeMap<&GroupId, BTreeSet<&SessionName>> = BTreeMap::new();
    for server in config.servers.values() {
        for grant in &server.grants {
            let sessions: BTreeSet<&SessionName> = match &grant.sessions {
                Some(sessions) => sessions.iter().collect(),
                None => server.sessions.iter().collect(),
            };
            for group in grant.groups.iter().flatten() {
                wanted.entry(group).or_default().extend(&sessions);
            }
        }
    }
    wanted
        .into_iter()
        .map(|(group, sessions)| CheckLine::new(format!("group {group}"), find(group, &sessions, lists)))
        .collect()
}

fn find(group: &GroupId, sessions: &BTreeSet<&SessionName>, lists: &GroupLists) -> Result<String, String> {
    let mut unread = None;
    for session in sessions {
        match lists.get(*session) {
            Some(Ok(groups)) => {
                if let Some(found) = groups.iter().find(|listed| listed.id == *group) {
                    return Ok(format!("{} (session {session})", found.name));
                }
            }
            Some(Err(cause)) => unread = Some(format!("not found out: the groups of {session} were not read: {cause}")),
            None => {}
        }
    }
    let names: Vec<&str> = sessions.iter().map(|session| session.as_str()).collect();
    Err(unread.unwrap_or_else(|| format!("a grant names it, and no account is in it: {}", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Returns the table of what each provider can do, for the documents.
    fn table() -> String {
        let of = |provider: Provider| provider.engines().iter().map(move |engine| (provider, *engine));
        let all: Vec<(Provider, Engine)> = Provider::ALL.into_iter().flat_map(of).collect();
        let heads = all.iter().map(|(provider, engine)| format!("{provider} {}", engine.name()).trim().to_owned());
        let mut lines = vec![format!("| | {} |", heads.collect::<Vec<_>>().join(" | "))];
        lines.push(format!("|---|{}", "---|".repeat(all.len())));
        let mut abilities: Vec<_> =
            all.iter().flat_map(|(provider, engine)| provider.features(*engine).missing()).collect();
        abilities.sort_by_key(ToString::to_string);
        abilities.dedup();
        for ability in abilities {
            let has = |(provider, engine): &(Provider, Engine)| {
                if provider.features(*engine).missing().contains(&ability) { "no" } else { "yes" }
            };
            lines.push(format!("| {ability} | {} |", all.iter().map(has).collect::<Vec<_>>().join(" | ")));
        }
        lines.join("\n")
    }

    #[test]
    fn the_table_of_providers_is_that_of_the_program() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/providers/README.md");
        let page = std::fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("<!-- table -->\n").unwrap();
        let (_, after) = rest.split_once("<!-- /table -->").unwrap();
        let made = format!("{before}<!-- table -->\n{}\n<!-- /table -->{after}", table());
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let now = std::fs::read_to_string(&path).unwrap();
        assert_eq!(now, made, "UPDATE_SNAPSHOTS=1 cargo test --lib table_of_providers");
    }
}

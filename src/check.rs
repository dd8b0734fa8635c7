//! `usher check`: does what is configured work? Reads only; nothing is changed anywhere.

use std::collections::BTreeSet;
use std::fmt;

use crate::app;
use crate::clock::Clock;
use crate::compute::Compute;
use crate::config::Config;
use crate::discord;
use crate::groups_api::ApiError;
use crate::groups_api::ids::SessionName;
use crate::metrics::Metrics;

/// What was looked at, and what came of it.
#[derive(Debug)]
pub struct Report {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    what: String,
    result: Found,
}

#[derive(Debug)]
enum Found {
    Works(String),
    /// It works, and an operator should know something about it.
    Warning(String),
    Fails(String),
}

impl Report {
    pub fn all_works(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row.result, Found::Fails(_)))
    }

    fn push(&mut self, what: impl Into<String>, result: Result<String, String>) {
        let result = result.map_or_else(Found::Fails, Found::Works);
        self.rows.push(Row { what: what.into(), result });
    }

    fn warn(&mut self, what: impl Into<String>, words: impl Into<String>) {
        self.rows.push(Row { what: what.into(), result: Found::Warning(words.into()) });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.iter().map(|row| row.what.chars().count()).max().unwrap_or_default();
        for Row { what, result } in &self.rows {
            let (mark, words) = match result {
                Found::Works(words) => ("ok  ", words),
                Found::Warning(words) => ("warn", words),
                Found::Fails(words) => ("FAIL", words),
            };
            writeln!(f, "{mark}  {what:width$}  {words}")?;
        }
        Ok(())
    }
}

/// Looks at everything that `config` names.
pub async fn check(config: &Config, clock: Clock) -> anyhow::Result<Report> {
    let mut report = Report { rows: Vec::new() };
    let grants: usize = config.servers.values().map(|server| server.grants.len()).sum();
    report.push("configuration", Ok(format!("{} servers, {grants} grants", config.servers.len())));

    if config.groups_api.is_in_clear() {
        report.warn(
            "groups_api.base_url",
            "http:// to another machine: the key and everybody's numbers go there in clear",
        );
    }

    let api = app::groups_api(config, clock.clone(), Metrics::default())?;
    let sessions: BTreeSet<&SessionName> = config.servers.values().flat_map(|server| &server.sessions).collect();
    for session in sessions {
        let connection = api.session(session).await;
        report.push(
            format!("session {session}"),
            match connection {
                Ok(found) if found.is_connected() => Ok("connected".to_owned()),
                Ok(found) => Err(format!("{} {}", found.status, found.status_reason.unwrap_or_default())),
                Err(ApiError::Forbidden { .. }) => Err("the key lacks the scope sessions:read".to_owned()),
                Err(error) => Err(error.to_string()),
            },
        );
        report.push(
            format!("groups of {session}"),
            match api.groups(session).await {
                Ok(groups) => Ok(format!("{} groups", groups.len())),
                Err(ApiError::Forbidden { .. }) => Err("the key lacks the scope groups:read".to_owned()),
                Err(error) => Err(error.to_string()),
            },
        );
    }
    for (what, result) in discord::check(
        app::discord(config, clock, Metrics::default(), Compute::default()),
        config.servers.keys().copied(),
    )
    .await?
    {
        report.push(what, result);
    }
    Ok(report)
}

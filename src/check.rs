//! `usher check`: checks that the configuration works. It only reads; nothing is changed anywhere.

use std::collections::BTreeSet;
use std::fmt;

use groups_api::{ApiError, DisconnectReason};
use usher_clock::Clock;
use whatsapp::SessionName;

use crate::app;
use crate::compute::Compute;
use crate::config::Config;
use crate::discord;
use crate::metrics::Metrics;

/// The checks and their results.
#[derive(Debug)]
pub struct Report {
    rows: Vec<CheckLine>,
}

#[derive(Debug)]
struct CheckLine {
    what: String,
    result: CheckResult,
}

#[derive(Debug)]
enum CheckResult {
    Works(String),
    /// The check passed, with a warning for the operator.
    Warning(String),
    Fails(String),
}

impl Report {
    pub fn all_works(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row.result, CheckResult::Fails(_)))
    }

    fn push(&mut self, what: impl Into<String>, result: Result<String, String>) {
        let result = result.map_or_else(CheckResult::Fails, CheckResult::Works);
        self.rows.push(CheckLine { what: what.into(), result });
    }

    fn warn(&mut self, what: impl Into<String>, words: impl Into<String>) {
        self.rows.push(CheckLine { what: what.into(), result: CheckResult::Warning(words.into()) });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.iter().map(|row| row.what.chars().count()).max().unwrap_or_default();
        for CheckLine { what, result } in &self.rows {
            let (mark, words) = match result {
                CheckResult::Works(words) => ("ok  ", words),
                CheckResult::Warning(words) => ("warn", words),
                CheckResult::Fails(words) => ("FAIL", words),
            };
            writeln!(f, "{mark}  {what:width$}  {words}")?;
        }
        Ok(())
    }
}

/// Checks everything that `config` names.
pub async fn check(config: &Config, clock: Clock) -> anyhow::Result<Report> {
    let mut report = Report { rows: Vec::new() };
    let grants: usize = config.servers.values().map(|server| server.grants.len()).sum();
    report.push("configuration", Ok(format!("{} servers, {grants} grants", config.servers.len())));

    if config.groups_api.is_in_clear() {
        report.warn(
            "groups_api.base_url",
            "http:// to another machine: the key and all phone numbers are sent unencrypted",
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
                Ok(found) => {
                    let reason = found.status_reason.as_ref().map_or("", DisconnectReason::as_str);
                    Err(format!("{} {reason}", found.status))
                }
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

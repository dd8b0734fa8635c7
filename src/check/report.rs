//! The result of `usher check`, for people and for programs.

use std::fmt;

use serde::Serialize;

/// The checks and their results, in the order in which they are shown.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Whether no check failed.
    works: bool,
    rows: Vec<CheckLine>,
}

/// One check.
#[derive(Debug, Serialize)]
pub struct CheckLine {
    /// What was checked.
    pub(crate) what: String,
    #[serde(flatten)]
    pub(crate) result: CheckResult,
}

#[derive(Debug, Serialize)]
#[serde(tag = "result", content = "words", rename_all = "lowercase")]
pub(crate) enum CheckResult {
    #[serde(rename = "ok")]
    Works(String),
    /// The check passed, with a warning for the operator.
    #[serde(rename = "warn")]
    Warning(String),
    #[serde(rename = "fail")]
    Fails(String),
}

impl CheckLine {
    pub(crate) fn new(what: impl Into<String>, result: Result<String, String>) -> Self {
        Self { what: what.into(), result: result.map_or_else(CheckResult::Fails, CheckResult::Works) }
    }

    pub(crate) fn warning(what: impl Into<String>, words: impl Into<String>) -> Self {
        Self { what: what.into(), result: CheckResult::Warning(words.into()) }
    }
}

impl Report {
    pub(crate) fn new(rows: Vec<CheckLine>) -> Self {
        let works = !rows.iter().any(|row| matches!(row.result, CheckResult::Fails(_)));
        Self { works, rows }
    }

    /// Returns whether no check failed. A warning is no failure.
    pub fn all_works(&self) -> bool {
        self.works
    }

    /// Returns the report as one JSON object: `works`, and `rows` with `what`, `result` (ok, warn or fail) and `words`.
    pub fn json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
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

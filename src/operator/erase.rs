//! `usher forget`.

use std::fmt::Write as _;

use crate::config::Config;
use crate::store::{DataSubject, Store};

/// Erases what is kept of the subject if `apply`, and otherwise only counts it. A bot may run meanwhile. Fails after the
/// erasure if something was left out because it is in progress.
pub async fn erase(config: &Config, subject: &DataSubject, apply: bool) -> anyhow::Result<String> {
    let store = Store::open_beside(&config.store.url).await?;
    let erased = store.erase(subject, apply).await;
    store.close().await;
    let erased = erased?;
    let entries = match subject {
        DataSubject::Person(_) | DataSubject::User(_) => "audit entries, which stay without the person",
        DataSubject::Guild(_) => "audit entries",
    };
    let mut text = String::new();
    for (rows, what) in [
        (erased.audit_entries, entries),
        (erased.confirmations, "confirmations that wait for a press"),
        (erased.requests, "requests for approval"),
        (erased.messages, "messages that wait for a log channel, and notices"),
        (erased.interactions, "interactions"),
        (erased.settings, "grants and settings"),
        (erased.names, "names"),
        (erased.member_lists, "lists of the members of groups, which are read again when they are needed"),
    ] {
        writeln!(text, "{rows:>8} {what}")?;
    }
    let in_progress = erased.in_progress;
    if !apply {
        writeln!(text, "{in_progress:>8} in progress, which are not erased before they end")?;
        writeln!(text, "nothing was erased; --yes erases it")?;
        return Ok(text);
    }
    anyhow::ensure!(
        in_progress == 0,
        "{text}{in_progress} in progress were not erased; repeat the command when they have ended"
    );
    writeln!(text, "erased")?;
    Ok(text)
}

//! Metrics in the text format of Prometheus (`OpenMetrics`). Labels are names from this program or from its
//! configuration, and numbers: each has few values. `docs/metrics.md` lists all of them.
//!
//! The gauges hold values that the bot already has. Nothing is asked when they are read.

mod process;
mod registry;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use groups_api::RequestMetrics;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use usher_clock::Timestamp;
use whatsapp::SessionName;

/// Discord's limit is 3 s; a user stops waiting earlier.
const ACKNOWLEDGEMENT_SECONDS: [f64; 8] = [0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0];
const ANSWER_SECONDS: [f64; 9] = [0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0];

/// Clones count into the same metrics.
#[derive(Debug, Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    commands: Family<Command, Counter>,
    acknowledgements: Histogram,
    answers: Histogram,
    failed_acknowledgements: Family<FailureCode, Counter>,
    stale: Counter,
    unreadable: Counter,
    requests: Family<RequestLabels, Counter>,
    accounts: Family<AccountLabel, Gauge>,
    people_left: Family<AccountLabel, Gauge>,
    /// The sessions of the configuration. The API may list further ones.
    sessions: Arc<Mutex<BTreeSet<SessionName>>>,
    refused_by_discord: Counter,
    rate_limited_by_discord: Counter,
    identifies: Counter,
    reconnects: Counter,
    memory: Gauge,
    /// In seconds of Unix time.
    started: Gauge<f64, AtomicU64>,
    /// 1 while requests to Discord are held back.
    pub(crate) held_back: Gauge,
    pub(crate) gateway: Gauge,
    pub(crate) api_up: Gauge,
    pub(crate) store_up: Gauge,
    /// When the values that come from the store were last read, in seconds of Unix time.
    store_read: Gauge<f64, AtomicU64>,
    pub(crate) open: Gauge,
    pub(crate) unconfirmed: Gauge,
    pub(crate) open_requests: Gauge,
    pub(crate) log_entries: Gauge,
    pub(crate) waiting: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Command {
    command: String,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    operation: &'static str,
    status: String,
}

/// The session of a WhatsApp account, from the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct AccountLabel {
    session: String,
}

/// Discord's code of a refusal, its HTTP status, or a word of this program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct FailureCode {
    code: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct BuildLabels {
    version: &'static str,
    commit: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Arc::default(),
            commands: Family::default(),
            acknowledgements: Histogram::new(ACKNOWLEDGEMENT_SECONDS),
            answers: Histogram::new(ANSWER_SECONDS),
            failed_acknowledgements: Family::default(),
            stale: Counter::default(),
            unreadable: Counter::default(),
            requests: Family::default(),
            accounts: Family::default(),
            people_left: Family::default(),
            sessions: Arc::default(),
            refused_by_discord: Counter::default(),
            rate_limited_by_discord: Counter::default(),
            identifies: Counter::default(),
            reconnects: Counter::default(),
            memory: Gauge::default(),
            started: Gauge::default(),
            held_back: Gauge::default(),
            gateway: Gauge::default(),
            api_up: Gauge::default(),
            store_up: Gauge::default(),
            store_read: Gauge::default(),
            open: Gauge::default(),
            unconfirmed: Gauge::default(),
            open_requests: Gauge::default(),
            log_entries: Gauge::default(),
            waiting: Gauge::default(),
        };
        Self { registry: Arc::new(registry::of(&metrics)), ..metrics }
    }
}

impl Metrics {
    /// Counts an answer. `operation` is a name from the program, or empty if it was not known.
    pub(crate) fn answered(&self, operation: &str, outcome: &'static str) {
        let command = if operation.is_empty() { "other" } else { operation };
        self.commands.get_or_create(&Command { command: command.to_owned(), outcome }).inc();
    }

    pub(crate) fn acknowledged(&self, after: Duration) {
        self.acknowledgements.observe(after.as_secs_f64());
    }

    /// Counts an acknowledgement that failed. `code` as in [`FailureCode`].
    pub(crate) fn acknowledgement_failed(&self, code: String) {
        self.failed_acknowledgements.get_or_create(&FailureCode { code }).inc();
    }

    pub(crate) fn took(&self, time: Duration) {
        self.answers.observe(time.as_secs_f64());
    }

    pub(crate) fn stale(&self) {
        self.stale.inc();
    }

    pub(crate) fn unreadable(&self) {
        self.unreadable.inc();
    }

    pub(crate) fn refused_by_discord(&self) {
        self.refused_by_discord.inc();
    }

    pub(crate) fn rate_limited_by_discord(&self) {
        self.rate_limited_by_discord.inc();
    }

    /// Counts a new session with Discord's gateway.
    pub(crate) fn identified(&self) {
        self.identifies.inc();
    }

    /// Counts a connection that replaces a lost one.
    pub(crate) fn reconnected(&self) {
        self.reconnects.inc();
    }

    /// Sets the time at which this process started.
    pub(crate) fn started_at(&self, time: Timestamp) {
        self.started.set(unix_seconds(time));
    }

    /// Sets the time at which the values from the store were read.
    pub(crate) fn store_was_read(&self, time: Timestamp) {
        self.store_read.set(unix_seconds(time));
    }

    /// Sets the sessions of the configuration. Only their accounts are shown.
    pub(crate) fn set_sessions(&self, sessions: BTreeSet<SessionName>) {
        let gone: Vec<SessionName> = {
            let mut known = self.sessions();
            let gone = known.difference(&sessions).cloned().collect();
            *known = sessions;
            gone
        };
        for gone in gone {
            self.accounts.remove(&AccountLabel { session: gone.to_string() });
        }
    }

    fn sessions(&self) -> MutexGuard<'_, BTreeSet<SessionName>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets how many people each account may still ask WhatsApp to add. Accounts that are not named any more disappear.
    pub(crate) fn set_people_left(&self, left: &HashMap<SessionName, u64>) {
        self.people_left.clear();
        for (session, people) in left {
            let label = AccountLabel { session: session.to_string() };
            self.people_left.get_or_create(&label).set(i64::try_from(*people).unwrap_or(i64::MAX));
        }
    }

    /// Returns all metrics, from memory only.
    pub(crate) fn text(&self) -> String {
        if let Some(bytes) = process::resident_memory() {
            self.memory.set(bytes);
        }
        let mut text = String::new();
        // Writing to a string does not fail.
        encode(&mut text, &self.registry).unwrap_or_default();
        text
    }
}

impl RequestMetrics for Metrics {
    fn requested(&self, operation: &'static str, status: Option<u16>) {
        let status = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
        self.requests.get_or_create(&RequestLabels { operation, status }).inc();
    }

    fn account(&self, session: &SessionName, is_connected: bool) {
        if self.sessions().contains(session) {
            let label = AccountLabel { session: session.to_string() };
            self.accounts.get_or_create(&label).set(is_connected.into());
        }
    }
}

fn unix_seconds(time: Timestamp) -> f64 {
    time.duration_since(Timestamp::default()).as_secs_f64()
}

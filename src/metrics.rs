//! Metrics in the text format of Prometheus (`OpenMetrics`). Labels are names from this program, never text from
//! outside: each has few values.

use std::sync::Arc;
use std::time::Duration;

use groups_api::RequestMetrics;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

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
    stale: Counter,
    unreadable: Counter,
    requests: Family<RequestLabels, Counter>,
    refused_by_discord: Counter,
    /// 1 while requests to Discord are held back.
    pub(crate) held_back: Gauge,
    pub(crate) gateway: Gauge,
    pub(crate) open: Gauge,
    pub(crate) unconfirmed: Gauge,
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

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("usher");
        let metrics = Self {
            registry: Arc::default(),
            commands: Family::default(),
            acknowledgements: Histogram::new(ACKNOWLEDGEMENT_SECONDS),
            answers: Histogram::new(ANSWER_SECONDS),
            stale: Counter::default(),
            unreadable: Counter::default(),
            requests: Family::default(),
            refused_by_discord: Counter::default(),
            held_back: Gauge::default(),
            gateway: Gauge::default(),
            open: Gauge::default(),
            unconfirmed: Gauge::default(),
            waiting: Gauge::default(),
        };
        registry.register("commands", "Commands by operation and outcome", metrics.commands.clone());
        registry.register_with_unit(
            "acknowledgement",
            "Time from the creation of an interaction to its acknowledgement",
            Unit::Seconds,
            metrics.acknowledgements.clone(),
        );
        registry.register_with_unit(
            "answer",
            "Time from the creation of an interaction to its answer",
            Unit::Seconds,
            metrics.answers.clone(),
        );
        registry.register("stale_interactions", "Interactions that arrived too late", metrics.stale.clone());
        registry.register(
            "unreadable_interactions",
            "Interactions that could not be parsed",
            metrics.unreadable.clone(),
        );
        registry.register("groups_api_requests", "Requests to the groups API", metrics.requests.clone());
        registry.register(
            "discord_invalid_requests",
            "Answers of Discord that count towards a ban (401, 403 and most 429)",
            metrics.refused_by_discord.clone(),
        );
        registry.register(
            "discord_held_back",
            "1 while only interactions are answered, because Discord rejects too many requests",
            metrics.held_back.clone(),
        );
        registry.register("gateway_connected", "1 while connected to Discord", metrics.gateway.clone());
        registry.register("journal_open", "Journal rows without an end", metrics.open.clone());
        registry.register(
            "unconfirmed_changes",
            "Changes that were reported as not confirmed and are being watched",
            metrics.unconfirmed.clone(),
        );
        registry.register("groups_api_waiting", "Requests that wait in the queue", metrics.waiting.clone());
        Self { registry: Arc::new(registry), ..metrics }
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

    pub(crate) fn text(&self) -> String {
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
}

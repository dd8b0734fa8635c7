//! The names of the metrics, and what they mean.

use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::{BuildLabels, Metrics};

/// Returns a registry that prints `metrics`.
pub(super) fn of(metrics: &Metrics) -> Registry {
    let mut registry = Registry::default();
    process(&mut registry, metrics);
    let usher = registry.sub_registry_with_prefix("usher");
    interactions(usher, metrics);
    discord(usher, metrics);
    groups_api(usher, metrics);
    store(usher, metrics);
    registry
}

/// The names that Prometheus recommends for every process.
fn process(registry: &mut Registry, metrics: &Metrics) {
    registry.register_with_unit(
        "process_resident_memory",
        "Memory of this process; 0 where the system does not tell it",
        Unit::Bytes,
        metrics.memory.clone(),
    );
    registry.register_with_unit(
        "process_start_time",
        "When this process started, since 1970",
        Unit::Seconds,
        metrics.started.clone(),
    );
}

fn interactions(usher: &mut Registry, metrics: &Metrics) {
    usher.register("commands", "Commands by operation and outcome", metrics.commands.clone());
    usher.register_with_unit(
        "acknowledgement",
        "Time from the creation of an interaction to its acknowledgement",
        Unit::Seconds,
        metrics.acknowledgements.clone(),
    );
    usher.register_with_unit(
        "answer",
        "Time from the creation of an interaction to its answer",
        Unit::Seconds,
        metrics.answers.clone(),
    );
    usher.register(
        "failed_acknowledgements",
        "Acknowledgements that failed, by Discord's code, its HTTP status, or the reason in a word",
        metrics.failed_acknowledgements.clone(),
    );
    usher.register("stale_interactions", "Interactions that arrived too late", metrics.stale.clone());
    usher.register("unreadable_interactions", "Interactions that could not be parsed", metrics.unreadable.clone());
    let labels = BuildLabels { version: env!("CARGO_PKG_VERSION"), commit: crate::COMMIT };
    usher.register("build", "The version and the commit of this program", Info::new(labels));
}

fn discord(usher: &mut Registry, metrics: &Metrics) {
    usher.register("gateway_connected", "1 while connected to Discord", metrics.gateway.clone());
    usher.register(
        "gateway_identifies",
        "New sessions with Discord's gateway (Discord allows 1,000 a day)",
        metrics.identifies.clone(),
    );
    usher.register(
        "gateway_reconnects",
        "Connections to Discord's gateway that replaced a lost one",
        metrics.reconnects.clone(),
    );
    usher.register(
        "discord_rate_limited",
        "Answers of Discord with status 429",
        metrics.rate_limited_by_discord.clone(),
    );
    usher.register(
        "discord_invalid_requests",
        "Answers of Discord that count towards a ban (401, 403 and most 429)",
        metrics.refused_by_discord.clone(),
    );
    usher.register(
        "discord_held_back",
        "1 while only interactions are answered, because Discord rejects too many requests",
        metrics.held_back.clone(),
    );
}

fn groups_api(usher: &mut Registry, metrics: &Metrics) {
    usher.register(
        "groups_api_up",
        "1 while the groups API answers; 0 if it does not, or was not asked yet",
        metrics.api_up.clone(),
    );
    usher.register("groups_api_requests", "Requests to the groups API", metrics.requests.clone());
    usher.register("groups_api_waiting", "Requests that wait in the queue", metrics.waiting.clone());
    usher.register(
        "account_connected",
        "1 if the WhatsApp account was connected when the groups API last told it",
        metrics.accounts.clone(),
    );
    usher.register(
        "account_people_left",
        "People whom the account may still add within limits.adds_per_day",
        metrics.people_left.clone(),
    );
}

fn store(usher: &mut Registry, metrics: &Metrics) {
    usher.register("store_up", "1 while the store accepts writes", metrics.store_up.clone());
    usher.register_with_unit(
        "store_last_read",
        "When the values below were last read from the store, since 1970",
        Unit::Seconds,
        metrics.store_read.clone(),
    );
    usher.register("journal_open", "Journal rows without an end", metrics.open.clone());
    usher.register(
        "unconfirmed_changes",
        "Changes that were reported as not confirmed and are being watched",
        metrics.unconfirmed.clone(),
    );
    usher.register("open_requests", "Requests for approval that wait for a decision", metrics.open_requests.clone());
    usher.register(
        "log_entries_waiting",
        "Entries that are not posted to their log channels yet",
        metrics.log_entries.clone(),
    );
}

//! Logs the lines of this workspace's crates only. serenity, reqwest and their dependencies write tokens, numbers and bodies into
//! spans and debug lines. Those are filtered out at every level, before a line is built.

use std::io::IsTerminal as _;

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::LogFormat;

/// The crates of this workspace.
const OWN: [&str; 6] = ["usher", "discord_stand_in", "groups_api", "sandbox", "usher_clock", "whatsapp"];

/// Starts logging to standard error. `verbose` adds debug lines.
pub fn init(format: LogFormat, verbose: bool) {
    let level = if verbose { Level::DEBUG } else { Level::INFO };
    let own = filter_fn(move |line: &Metadata<'_>| is_own(line.target()) && *line.level() <= level)
        .with_max_level_hint(LevelFilter::from_level(level));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    let lines = match format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    // A second call in one process keeps the settings of the first.
    tracing_subscriber::registry().with(lines.with_filter(own)).try_init().unwrap_or_default();
    // The default hook prints the payload, which may contain secrets.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}

/// Returns whether a line comes from a crate of this workspace.
fn is_own(target: &str) -> bool {
    OWN.contains(&target.split_once("::").map_or(target, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_this_workspace_are_logged() {
        let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/crates");
        for folder in std::fs::read_dir(crates).unwrap() {
            let manifest = std::fs::read_to_string(folder.unwrap().path().join("Cargo.toml")).unwrap();
            let name = manifest.lines().find_map(|line| line.strip_prefix("name = ")).unwrap();
            let name = name.trim_matches('"').replace('-', "_");
            assert!(is_own(&name) && is_own(&format!("{name}::part")), "{name}");
        }
        assert!(is_own("usher") && is_own("usher::app"));
        for other in ["", "serenity::http", "reqwest", "usher_other", "ushering::app", "x::usher"] {
            assert!(!is_own(other), "{other}");
        }
    }
}

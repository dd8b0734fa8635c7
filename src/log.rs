//! What is logged, and where: this crate's own lines, and nobody else's. serenity, reqwest and what is below them write
//! tokens, numbers and bodies into spans and debug lines; they are kept out whatever the level, before a line is built.

use std::io::IsTerminal as _;

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::LogFormat;

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
    // A second start, in one process, keeps the first one's settings.
    tracing_subscriber::registry().with(lines.with_filter(own)).try_init().unwrap_or_default();
    // The default hook prints the payload, and that may hold anything.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
}

fn is_own(target: &str) -> bool {
    target == "usher" || target.starts_with("usher::")
}

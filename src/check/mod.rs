//! `usher check`: checks that the configuration works. It only reads; nothing is changed anywhere.

mod accounts;
mod reach;
mod report;
mod store;

use usher_clock::Clock;

pub(crate) use reach::reach;
pub use report::{CheckLine, Report};

use crate::app;
use crate::compute::Compute;
use crate::config::Config;
use crate::discord;
use crate::metrics::Metrics;

/// Checks everything that `config` names.
pub async fn check(config: &Config, clock: Clock) -> anyhow::Result<Report> {
    let grants: usize = config.servers.values().map(|server| server.grants.len()).sum();
    let mut rows =
        vec![CheckLine::new("configuration", Ok(format!("{} servers, {grants} grants", config.servers.len())))];
    rows.push(store::check(config).await);
    rows.extend(accounts::check(config, &clock).await?);
    let settings = app::discord(config, clock, Metrics::default(), Compute::default());
    rows.extend(discord::check(settings, config.servers.values().collect()).await?);
    Ok(Report::new(rows))
}

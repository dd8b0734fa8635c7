//! `usher backup`, `usher restore` and `usher move`.

use std::fmt::Write as _;
use std::path::Path;
use std::time::SystemTime;

use usher_clock::Clock;

use crate::config::Config;
use crate::services::gone_instances;
use crate::store::{self, CopiedTable, Store, StoreUrl};

/// Backs up the configured store to a file. A bot may run meanwhile.
pub async fn back_up(config: &Config, file: &Path) -> anyhow::Result<String> {
    let backup = store::back_up(&config.store.url, file).await?;
    Ok(format!("{}backed up to {} ({} bytes)\n", rows(&backup.tables), file.display(), backup.bytes))
}

/// Restores the configured store from a backup. Data that is there is kept in a file, if `replace`, or else refused.
pub async fn restore_from(config: &Config, file: &Path, replace: bool, clock: &Clock) -> anyhow::Result<String> {
    let time = humantime::format_rfc3339_millis(SystemTime::from(clock.now_utc())).to_string().replace([':', '-'], "");
    let gone = async |store: &Store| gone_instances(store, clock).await;
    let restored = store::restore(&config.store.url, file, replace.then_some(time.as_str()), gone).await?;
    let mut text = rows(&restored.tables);
    if let Some(kept) = restored.kept {
        writeln!(text, "the data that was there is in {}", kept.display())?;
    }
    writeln!(text, "restored from {}", file.display())?;
    Ok(text)
}

/// Copies the configured store to another place.
pub async fn move_to(config: &Config, to: &StoreUrl, clock: &Clock) -> anyhow::Result<String> {
    let gone = async |store: &Store| gone_instances(store, clock).await;
    let tables = store::move_data(&config.store.url, to, gone).await?;
    Ok(format!(
        "{}copied, and counted on both sides; now set store.url to the new address. The old store is unchanged.\n",
        rows(&tables)
    ))
}

/// Returns a line for each table.
fn rows(tables: &[CopiedTable]) -> String {
    tables.iter().fold(String::new(), |text, table| format!("{text}{:>8} rows  {}\n", table.rows, table.name))
}

//! `usher settings export` and `usher settings import`.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use usher_clock::Clock;

use super::settings_text::{changes, described, to_toml};
use crate::access::GuildId;
use crate::config::{Config, read_settings};
use crate::store::Store;

/// The largest file that is imported. A server with a thousand grants has a tenth of it.
const FILE_BYTES_MAX: u64 = 1024 * 1024;

/// Returns the settings that a server's members made in Discord, or writes them to a file that must not exist.
pub async fn export(config: &Config, guild: GuildId, file: Option<&Path>) -> anyhow::Result<String> {
    let store = Store::open_beside(&config.store.url).await?;
    let rules = store.grants().rules(guild).await;
    store.close().await;
    let text = to_toml(guild, config.servers.get(&guild), rules?);
    let Some(path) = file else { return Ok(text) };
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.with_context(|| path.display().to_string())?;
    Ok(format!("written to {}\n", path.display()))
}

/// Makes the settings of servers those of a file if `apply`, and otherwise only lists the changes. A file that is wrong
/// is a [`ConfigError`](crate::config::ConfigError).
pub async fn import(
    config: &Config,
    file: &Path,
    guild: Option<GuildId>,
    apply: bool,
    clock: &Clock,
) -> anyhow::Result<String> {
    let mut text = String::new();
    let read = File::open(file).and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_string(&mut text));
    let bytes = read.with_context(|| file.display().to_string())?;
    anyhow::ensure!(u64::try_from(bytes)? <= FILE_BYTES_MAX, "{}: larger than 1 MiB", file.display());
    let wanted = read_settings(&text, &config.servers, guild)?;
    let store = Store::open_beside(&config.store.url).await?;
    let work = async {
        let (mut all, mut text) = (Vec::new(), String::new());
        for server in &wanted {
            let changes = changes(&store.grants().rules(server.guild).await?, server);
            text.extend([format!("server {}: {} changes\n", server.guild, changes.len())]);
            text.extend(changes.iter().map(described));
            all.push((server.guild, changes));
        }
        let is_changed = all.iter().any(|(_, changes)| !changes.is_empty());
        if apply && is_changed {
            store.grants().change_as_operator(&all, clock.now_utc()).await?;
        }
        text.push_str(match (is_changed, apply) {
            (false, _) => "nothing to change\n",
            (true, false) => "nothing was changed; --yes makes these changes\n",
            (true, true) => "changed; a running bot uses the settings within seconds\n",
        });
        anyhow::Ok(text)
    };
    let done = work.await;
    store.close().await;
    done
}

//! Opens a store for a program that works beside the bot: a backup, an erasure, an import of settings.

use anyhow::Context as _;

use super::url::{StoreLocation, of_file};
use super::{Store, StoreUrl, install_drivers, postgres, sqlite_as_it_is, visits_beside};

impl Store {
    /// Opens a store that exists, and that a bot may use at the same time. Takes no lock, and creates and changes
    /// nothing. Refuses a store whose tables are not exactly those of this version.
    pub async fn open_beside(url: &StoreUrl) -> anyhow::Result<Self> {
        install_drivers();
        let store = match url.place() {
            StoreLocation::Memory => anyhow::bail!("store.url: a store in memory ends with the bot that made it"),
            StoreLocation::File(named) => {
                let context = || format!("store.url: there is no store at {}", named.display());
                let path = named.canonicalize().with_context(context)?;
                let companion = visits_beside(&path);
                let pool = sqlite_as_it_is(&of_file(&path)?, "FULL").await.with_context(context)?;
                let quick = sqlite_as_it_is(&of_file(&companion)?, "NORMAL").await.with_context(context)?;
                for pool in [&pool, &quick] {
                    // What is erased is overwritten in the file. Each pool has one connection.
                    sqlx::query("PRAGMA secure_delete = ON").execute(pool).await.with_context(context)?;
                }
                Self { companion: Some(companion), ..Self::on(pool.clone(), pool, quick, false, None) }
            }
            StoreLocation::Server(server) => {
                let (pool, quick) = (postgres(&server, "on").await?, postgres(&server, "off").await?);
                Self::on(pool.clone(), pool, quick, true, None)
            }
        };
        store.check_version().await?;
        Ok(store)
    }
}

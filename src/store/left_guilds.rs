//! Servers that the bot has left. Their grants and settings are kept for a while, in case it comes back.

use std::collections::BTreeMap;
use std::time::Duration;

use sqlx::{AssertSqlSafe, Row as _};
use usher_clock::Timestamp;

use super::{Store, StoreError, bounded, signed, unsigned};
use crate::access::GuildId;

/// How long the grants and settings of a server are kept after the bot has left it.
pub const KEPT_AFTER_LEAVING: Duration = Duration::from_secs(30 * 24 * 60 * 60);

#[derive(Debug, Clone)]
pub struct LeftGuilds {
    pub(super) store: Store,
}

impl Store {
    pub fn left_guilds(&self) -> LeftGuilds {
        LeftGuilds { store: self.clone() }
    }
}

impl LeftGuilds {
    /// Returns the servers with grants or settings, each with the time at which it was noticed that the bot is not in it.
    pub async fn with_settings(&self) -> Result<BTreeMap<GuildId, Option<Timestamp>>, StoreError> {
        let text = "SELECT known.guild, left_guilds.left_at FROM \
                    (SELECT guild FROM servers UNION SELECT guild FROM grants UNION SELECT guild FROM left_guilds) \
                    AS known LEFT JOIN left_guilds ON left_guilds.guild = known.guild";
        let rows = bounded(sqlx::query(text).fetch_all(&self.store.pool)).await?;
        let guild = |row: &sqlx::any::AnyRow| {
            let left: Option<i64> = row.try_get("left_at")?;
            Ok((GuildId(unsigned(row.try_get("guild")?)), left.map(Timestamp::from_millis)))
        };
        rows.iter().map(guild).collect()
    }

    /// Records that the bot is not in the server. The first time counts.
    pub async fn mark(&self, guild: GuildId, now: Timestamp) -> Result<(), StoreError> {
        let text = "INSERT INTO left_guilds (guild, left_at) VALUES ($1, $2) ON CONFLICT (guild) DO NOTHING";
        let statement = sqlx::query(text).bind(signed(guild.0)).bind(now.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Records that the bot is in the server again.
    pub async fn clear(&self, guild: GuildId) -> Result<(), StoreError> {
        let statement = sqlx::query("DELETE FROM left_guilds WHERE guild = $1").bind(signed(guild.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Removes the grants, settings, sets of groups and notices of a server, if the bot has left it at `left_by` or before. Returns whether it did.
    pub async fn remove(&self, guild: GuildId, left_by: Timestamp) -> Result<bool, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let mark = sqlx::query("DELETE FROM left_guilds WHERE guild = $1 AND left_at <= $2")
                .bind(signed(guild.0))
                .bind(left_by.as_millis());
            if mark.execute(&mut *transaction).await?.rows_affected() == 0 {
                return Ok(false);
            }
            for table in ["grants", "servers", "group_sets", "join_notices"] {
                let text = AssertSqlSafe(format!("DELETE FROM {table} WHERE guild = $1"));
                sqlx::query(text).bind(signed(guild.0)).execute(&mut *transaction).await?;
            }
            transaction.commit().await?;
            Ok(true)
        })
        .await
    }
}

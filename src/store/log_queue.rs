//! The queues of the servers' log channels: ended rows of the journal and late answers that are not posted yet, and the
//! channels that Discord refuses at present.

use std::fmt;

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use uuid::Uuid;

use super::journal::COLUMNS;
use super::row::{AuditRecord, read};
use super::{InstanceId, Store, StoreError, bounded, signed, unsigned};
use crate::access::{ChannelId, GuildId, InteractionId};

/// An item that waits to be posted to a log channel.
pub enum LogItem {
    Entry(Box<AuditRecord>),
    LateAnswer {
        /// The interaction that it is about, or a random number in its place.
        interaction: InteractionId,
        queued: Timestamp,
        /// The message to post: JSON.
        message: String,
    },
}

/// Leaves out the data about people.
impl fmt::Debug for LogItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(row) => row.fmt(f),
            Self::LateAnswer { interaction, .. } => write!(f, "LateAnswer({})", interaction.0),
        }
    }
}

/// Ids of interactions stay below this number until 2049.
const RANDOM_FROM: u64 = 1 << 62;

/// A log channel that refuses entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogClosure {
    pub channel: ChannelId,
    pub since: Timestamp,
    /// Discord's code of the last refusal.
    pub code: u64,
    /// Consecutive refusals.
    pub failures: u32,
    pub next_try: Timestamp,
}

#[derive(Debug, Clone)]
pub struct LogQueue {
    pub(super) store: Store,
}

impl LogQueue {
    /// Returns the servers that have something to post. The query takes one step of the index for each server, however
    /// many entries wait.
    pub async fn guilds(&self) -> Result<Vec<GuildId>, StoreError> {
        let text = "WITH RECURSIVE waiting(guild) AS ( \
                    SELECT MIN(guild) FROM journal WHERE posted = 0 AND ended_at IS NOT NULL \
                    UNION ALL \
                    SELECT (SELECT MIN(journal.guild) FROM journal WHERE posted = 0 AND ended_at IS NOT NULL \
                    AND journal.guild > waiting.guild) FROM waiting WHERE waiting.guild IS NOT NULL) \
                    SELECT guild FROM waiting WHERE guild IS NOT NULL UNION SELECT guild FROM late_answers";
        let guilds: Vec<i64> = bounded(sqlx::query_scalar(text).fetch_all(&self.store.reads)).await?;
        Ok(guilds.into_iter().map(|guild| GuildId(unsigned(guild))).collect())
    }

    /// Returns how many items of a server wait.
    pub async fn count(&self, guild: GuildId) -> Result<u64, StoreError> {
        let text = "SELECT (SELECT COUNT(*) FROM journal WHERE guild = $1 AND posted = 0 AND ended_at IS NOT NULL) \
                    + (SELECT COUNT(*) FROM late_answers WHERE guild = $1)";
        let count: i64 = bounded(sqlx::query_scalar(text).bind(signed(guild.0)).fetch_one(&self.store.reads)).await?;
        Ok(unsigned(count))
    }

    /// Returns the oldest items of a server, in the order in which they are posted.
    pub async fn oldest(&self, guild: GuildId, most: usize) -> Result<Vec<LogItem>, StoreError> {
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let text = format!(
            "SELECT {COLUMNS} FROM journal WHERE guild = $1 AND posted = 0 AND ended_at IS NOT NULL \
             ORDER BY ended_at, id LIMIT $2"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0)).bind(limit);
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        let entries = rows.iter().filter_map(|row| match read(row) {
            Ok(row) => Some((row.ended.unwrap_or_default(), LogItem::Entry(Box::new(row)))),
            // Another version has written it and posts it. It must not delay the others.
            Err(error) => {
                tracing::warn!(%error, "failed to read a journal row for the log channel");
                None
            }
        });
        let mut items: Vec<(Timestamp, LogItem)> = entries.collect();
        let text = "SELECT interaction, queued_at, message FROM late_answers WHERE guild = $1 \
                    ORDER BY queued_at, interaction LIMIT $2";
        let statement = sqlx::query(text).bind(signed(guild.0)).bind(limit);
        for row in &bounded(statement.fetch_all(&self.store.reads)).await? {
            let interaction = InteractionId(unsigned(row.try_get("interaction")?));
            let queued = Timestamp::from_millis(row.try_get("queued_at")?);
            let item = LogItem::LateAnswer { interaction, queued, message: row.try_get("message")? };
            items.push((queued, item));
        }
        items.sort_by_key(|(time, _)| *time);
        Ok(items.into_iter().take(most).map(|(_, item)| item).collect())
    }

    /// Queues a late answer. An equal one keeps its place; a different one replaces it.
    pub async fn add_late_answer(
        &self,
        guild: GuildId,
        interaction: InteractionId,
        message: String,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let text = "INSERT INTO late_answers (interaction, guild, queued_at, message) VALUES ($1, $2, $3, $4) \
                    ON CONFLICT (interaction) DO UPDATE SET queued_at = excluded.queued_at, \
                    message = excluded.message WHERE late_answers.message <> excluded.message";
        let statement =
            sqlx::query(text).bind(signed(interaction.0)).bind(signed(guild.0)).bind(now.as_millis()).bind(message);
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Deletes a late answer that was posted, unless a newer one has replaced it.
    pub async fn delete_late_answer(&self, interaction: InteractionId, queued: Timestamp) -> Result<(), StoreError> {
        let text = "DELETE FROM late_answers WHERE interaction = $1 AND queued_at = $2";
        let statement = sqlx::query(text).bind(signed(interaction.0)).bind(queued.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Marks all items of a server as done: it has no log channel.
    pub async fn discard(&self, guild: GuildId) -> Result<(), StoreError> {
        let entries =
            sqlx::query("UPDATE journal SET posted = 1 WHERE guild = $1 AND posted = 0 AND ended_at IS NOT NULL");
        bounded(entries.bind(signed(guild.0)).execute(&self.store.pool)).await?;
        let late = sqlx::query("DELETE FROM late_answers WHERE guild = $1").bind(signed(guild.0));
        bounded(late.execute(&self.store.pool)).await.map(drop)
    }

    /// Makes `me` the instance that delivers to a server's channel, unless another live instance does. Returns whether
    /// it is. If the store is not shared, there is no other instance.
    pub async fn claim(
        &self,
        guild: GuildId,
        me: &InstanceId,
        is_gone: impl Fn(&InstanceId) -> bool,
    ) -> Result<bool, StoreError> {
        if !self.store.shared {
            return Ok(true);
        }
        let select = sqlx::query_scalar::<_, Option<String>>("SELECT owner FROM log_channels WHERE guild = $1");
        let known = bounded(select.bind(signed(guild.0)).fetch_optional(&self.store.reads)).await?;
        let owner = match known {
            None => {
                let insert = "INSERT INTO log_channels (guild, owner) VALUES ($1, $2) ON CONFLICT (guild) DO NOTHING";
                let insert = sqlx::query(insert).bind(signed(guild.0)).bind(me.0.clone());
                return Ok(bounded(insert.execute(&self.store.pool)).await?.rows_affected() == 1);
            }
            Some(owner) => owner.map(InstanceId),
        };
        if owner.as_ref() == Some(me) {
            return Ok(true);
        }
        if owner.as_ref().is_some_and(|owner| !is_gone(owner)) {
            return Ok(false);
        }
        let update = "UPDATE log_channels SET owner = $2 WHERE guild = $1 AND owner IS NOT DISTINCT FROM $3";
        let update = sqlx::query(update).bind(signed(guild.0)).bind(me.0.clone()).bind(owner.map(|owner| owner.0));
        Ok(bounded(update.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Releases the claim of [`Self::claim`].
    pub async fn release(&self, guild: GuildId, me: &InstanceId) -> Result<(), StoreError> {
        if !self.store.shared {
            return Ok(());
        }
        let text = "UPDATE log_channels SET owner = NULL WHERE guild = $1 AND owner = $2";
        let statement = sqlx::query(text).bind(signed(guild.0)).bind(me.0.clone());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Returns every channel that refuses entries.
    pub async fn closures(&self) -> Result<Vec<(GuildId, LogClosure)>, StoreError> {
        let text = "SELECT guild, channel, closed_at, code, failures, next_try_at FROM log_channels \
                    WHERE closed_at IS NOT NULL";
        let rows = bounded(sqlx::query(text).fetch_all(&self.store.reads)).await?;
        rows.iter().map(closure).collect()
    }

    /// Returns why a server's channel refuses entries, or `None` while it accepts them.
    pub async fn closure(&self, guild: GuildId) -> Result<Option<LogClosure>, StoreError> {
        let text = "SELECT guild, channel, closed_at, code, failures, next_try_at FROM log_channels \
                    WHERE closed_at IS NOT NULL AND guild = $1";
        let row = bounded(sqlx::query(text).bind(signed(guild.0)).fetch_optional(&self.store.reads)).await?;
        row.as_ref().map(closure).transpose().map(|found| found.map(|(_, closure)| closure))
    }

    /// Records that a server's channel refuses entries.
    pub async fn close(&self, guild: GuildId, closure: &LogClosure) -> Result<(), StoreError> {
        let text = "INSERT INTO log_channels (guild, channel, closed_at, code, failures, next_try_at) \
                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (guild) DO UPDATE SET channel = excluded.channel, \
                    closed_at = excluded.closed_at, code = excluded.code, failures = excluded.failures, \
                    next_try_at = excluded.next_try_at";
        let statement = sqlx::query(text)
            .bind(signed(guild.0))
            .bind(signed(closure.channel.0))
            .bind(closure.since.as_millis())
            .bind(signed(closure.code))
            .bind(i64::from(closure.failures))
            .bind(closure.next_try.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Records that a server's channel accepts entries.
    pub async fn open(&self, guild: GuildId) -> Result<(), StoreError> {
        let text = "UPDATE log_channels SET closed_at = NULL, failures = 0 WHERE guild = $1 AND closed_at IS NOT NULL";
        bounded(sqlx::query(text).bind(signed(guild.0)).execute(&self.store.pool)).await.map(drop)
    }

    /// Makes the next try of a closed channel due at once.
    pub async fn try_now(&self, guild: GuildId, now: Timestamp) -> Result<(), StoreError> {
        let text = "UPDATE log_channels SET next_try_at = $2 WHERE guild = $1 AND next_try_at > $2";
        let statement = sqlx::query(text).bind(signed(guild.0)).bind(now.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

/// Queues a message that is about no interaction, in the transaction of the caller.
pub(super) async fn add_notice(
    connection: &mut AnyConnection,
    guild: GuildId,
    message: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (random, _) = Uuid::new_v4().as_u64_pair();
    let key = RANDOM_FROM + random % RANDOM_FROM;
    let text = "INSERT INTO late_answers (interaction, guild, queued_at, message) VALUES ($1, $2, $3, $4)";
    let statement = sqlx::query(text).bind(signed(key)).bind(signed(guild.0)).bind(now.as_millis()).bind(message);
    statement.execute(connection).await?;
    Ok(())
}

fn closure(row: &AnyRow) -> Result<(GuildId, LogClosure), StoreError> {
    let number = |column| Ok::<u64, StoreError>(unsigned(row.try_get::<Option<i64>, _>(column)?.unwrap_or_default()));
    let time = |column| {
        Ok::<_, StoreError>(Timestamp::from_millis(row.try_get::<Option<i64>, _>(column)?.unwrap_or_default()))
    };
    let closure = LogClosure {
        channel: ChannelId(number("channel")?),
        since: time("closed_at")?,
        code: number("code")?,
        failures: u32::try_from(number("failures")?).unwrap_or(u32::MAX),
        next_try: time("next_try_at")?,
    };
    Ok((GuildId(number("guild")?), closure))
}

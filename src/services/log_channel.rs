//! The servers' log channels: where entries go, which instance delivers them, and which channels refuse them.

use std::time::Duration;

use tokio::time::timeout;

use super::Services;
use crate::access::{Actor, Capability, ChannelId, GuildId, Target};
use crate::store::{LogClosure, StoreError};

/// Maximum wait for the number of waiting entries while an answer is built.
const COUNT_WITHIN: Duration = Duration::from_millis(500);

/// The destination of a server's entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogChannel {
    Set(ChannelId),
    NotSet,
    /// The configuration of this instance does not name the server; that of another instance, or of the next run, may.
    NotHere,
    /// The store did not return the settings of Discord.
    Unknown,
}

/// Entries that wait because Discord refuses them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogTrouble {
    pub channel: ChannelId,
    /// Time since 1970.
    pub since: Duration,
    pub waiting: u64,
}

impl Services {
    /// Waits until the journal may have something new for a log channel.
    pub async fn news(&self) {
        self.news.notified().await;
    }

    /// Notifies the log-channel worker that there is something to post.
    pub fn log_has_news(&self) {
        self.news.notify_one();
    }

    pub async fn log_channel(&self, guild: GuildId) -> LogChannel {
        let Some(server) = self.servers.get(guild).await else { return LogChannel::NotHere };
        match server.log.channel {
            Some(channel) => LogChannel::Set(channel),
            None if server.is_complete() => LogChannel::NotSet,
            None => LogChannel::Unknown,
        }
    }

    /// Makes this instance the one that delivers to a server's channel. Returns whether it is.
    pub async fn claim_log(&self, guild: GuildId) -> Result<bool, StoreError> {
        self.store.log_queue().claim(guild, self.cluster.me(), |owner| self.cluster.is_gone(owner)).await
    }

    pub async fn release_log(&self, guild: GuildId) -> Result<(), StoreError> {
        self.store.log_queue().release(guild, self.cluster.me()).await
    }

    /// Reads which channels refuse entries, so that answers need no read.
    pub async fn refresh_log_closures(&self) -> Result<(), StoreError> {
        let closures = self.store.log_queue().closures().await?;
        self.log_closures.retain(|guild, _| closures.iter().any(|(other, _)| other == guild));
        for (guild, closure) in closures {
            self.log_closures.insert(guild, closure);
        }
        Ok(())
    }

    /// Records that a channel refuses entries.
    pub async fn close_log(&self, guild: GuildId, closure: LogClosure) -> Result<(), StoreError> {
        self.store.log_queue().close(guild, &closure).await?;
        self.log_closures.insert(guild, closure);
        Ok(())
    }

    /// Records that a channel accepts entries again.
    pub async fn open_log(&self, guild: GuildId) -> Result<(), StoreError> {
        self.store.log_queue().open(guild).await?;
        self.log_closures.remove(&guild);
        Ok(())
    }

    /// Returns the known closure of a server's channel without a read from the store.
    pub fn known_log_closure(&self, guild: GuildId) -> Option<LogClosure> {
        self.log_closures.get(&guild).map(|closure| closure.clone())
    }

    /// Schedules a closed channel for an immediate retry: it may be open again.
    pub async fn retry_log(&self, guild: GuildId) {
        match self.store.log_queue().try_now(guild, self.clock.unix()).await {
            Ok(()) => self.log_has_news(),
            Err(error) => tracing::warn!(%error, "failed to schedule the next try of a log channel"),
        }
    }

    /// Returns the trouble of the log channel to show to a user who manages access. Returns `None` if the channel
    /// accepts entries.
    pub async fn log_trouble(&self, actor: &Actor) -> Option<LogTrouble> {
        let LogClosure { channel, since, .. } = self.known_log_closure(actor.guild)?;
        let anywhere = Target::IN_SCOPE;
        self.require(actor, Capability::AccessManage, anywhere).await.ok()?;
        let queue = self.store.log_queue();
        let waiting = timeout(COUNT_WITHIN, queue.count(actor.guild)).await.ok()?.ok()?;
        Some(LogTrouble { channel, since, waiting })
    }
}

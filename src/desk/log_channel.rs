//! The servers' log channels as the desk sees them: where entries go, who delivers them, and which channels refuse them.

use std::time::Duration;

use tokio::time::timeout;

use super::Desk;
use crate::access::{Asker, Capability, ChannelId, Groups, GuildId, Reach};
use crate::store::{LogClosure, StoreError};

/// How long an answer waits for the number of entries that wait.
const COUNT_WITHIN: Duration = Duration::from_millis(500);

/// Where a server's entries go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogChannel {
    Set(ChannelId),
    NotSet,
    /// The configuration of this copy does not name the server; that of another copy, or of the next run, may.
    NotHere,
    /// The store did not say what was set in Discord.
    Unknown,
}

/// Entries that wait because Discord refuses them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogTrouble {
    pub channel: ChannelId,
    /// Since 1970.
    pub since: Duration,
    pub waiting: u64,
}

impl Desk {
    /// Returns when the journal may have something new for a log channel.
    pub async fn news(&self) {
        self.news.notified().await;
    }

    /// Tells the log-channel worker that there is something to post.
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

    /// Makes this copy the one that delivers to a server's channel. Returns whether it is.
    pub async fn claim_log(&self, guild: GuildId) -> Result<bool, StoreError> {
        self.store.log_queue().claim(guild, self.team.me(), |owner| self.team.is_gone(owner)).await
    }

    pub async fn release_log(&self, guild: GuildId) -> Result<(), StoreError> {
        self.store.log_queue().release(guild, self.team.me()).await
    }

    /// Reads which channels refuse entries, so that an answer need not.
    pub async fn refresh_log_closures(&self) -> Result<(), StoreError> {
        let closures = self.store.log_queue().closures().await?;
        self.log_closures.retain(|guild, _| closures.iter().any(|(other, _)| other == guild));
        for (guild, closure) in closures {
            self.log_closures.insert(guild, closure);
        }
        Ok(())
    }

    /// Notes that a channel refuses entries.
    pub async fn close_log(&self, guild: GuildId, closure: LogClosure) -> Result<(), StoreError> {
        self.store.log_queue().close(guild, &closure).await?;
        self.log_closures.insert(guild, closure);
        Ok(())
    }

    /// Notes that a channel takes entries again.
    pub async fn open_log(&self, guild: GuildId) -> Result<(), StoreError> {
        self.store.log_queue().open(guild).await?;
        self.log_closures.remove(&guild);
        Ok(())
    }

    /// Returns the closure of a server's channel, as far as it is known without asking the store.
    pub fn known_log_closure(&self, guild: GuildId) -> Option<LogClosure> {
        self.log_closures.get(&guild).map(|closure| closure.clone())
    }

    /// Tries a closed channel at once: it may be open again.
    pub async fn retry_log(&self, guild: GuildId) {
        match self.store.log_queue().try_now(guild, self.clock.unix()).await {
            Ok(()) => self.log_has_news(),
            Err(error) => tracing::warn!(%error, "failed to bring forward the next try of a log channel"),
        }
    }

    /// Returns what an asker who manages access is to know of the log channel; `None` where it takes entries.
    pub async fn log_trouble(&self, asker: &Asker) -> Option<LogTrouble> {
        let LogClosure { channel, since, .. } = self.known_log_closure(asker.guild)?;
        let anywhere = Reach { session: None, groups: Groups::InScope };
        self.permit(asker, Capability::AccessManage, anywhere).await.ok()?;
        let queue = self.store.log_queue();
        let waiting = timeout(COUNT_WITHIN, queue.count(asker.guild)).await.ok()?.ok()?;
        Some(LogTrouble { channel, since, waiting })
    }
}

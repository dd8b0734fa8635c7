//! The servers' log channels: where entries go, which instance delivers them, and which channels refuse them.

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use tokio::time::timeout;
use usher_clock::Timestamp;

use super::{GuildSettings, Resources};
use crate::access::{Actor, Capability, ChannelId, GuildId, InteractionId, Target};
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
    pub since: Timestamp,
    pub waiting: u64,
}

/// The log channels of the servers.
pub struct LogChannels {
    resources: Resources,
    settings: Arc<GuildSettings>,
    /// Log channels that refuse entries, as of the last read.
    closures: DashMap<GuildId, LogClosure>,
}

impl LogChannels {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>) -> Self {
        Self { resources, settings, closures: DashMap::new() }
    }

    /// Waits until the journal may have something new for a log channel.
    pub async fn news(&self) {
        self.resources.log_news.notified().await;
    }

    /// Returns where the entries of a server go.
    pub async fn destination(&self, guild: GuildId) -> LogChannel {
        let Ok(settings) = self.settings.get(guild).await else { return LogChannel::NotHere };
        match settings.log.channel {
            Some(channel) => LogChannel::Set(channel),
            None if settings.is_complete() => LogChannel::NotSet,
            None => LogChannel::Unknown,
        }
    }

    /// Makes this instance the one that delivers to a server's channel. Returns whether it is.
    pub async fn claim(&self, guild: GuildId) -> Result<bool, StoreError> {
        let Resources { store, cluster, .. } = &self.resources;
        store.log_queue().claim(guild, cluster.me(), |owner| cluster.is_gone(owner)).await
    }

    /// Lets another instance deliver to a server's channel.
    pub async fn release(&self, guild: GuildId) -> Result<(), StoreError> {
        self.resources.store.log_queue().release(guild, self.resources.cluster.me()).await
    }

    /// Queues a message about an interaction, as JSON. An equal one keeps its place; a different one replaces it. Returns
    /// whether the server has a log channel.
    pub async fn queue(&self, guild: GuildId, about: InteractionId, message: String) -> Result<bool, StoreError> {
        match self.destination(guild).await {
            LogChannel::Set(_) => {}
            LogChannel::NotSet | LogChannel::NotHere => return Ok(false),
            LogChannel::Unknown => return Err(StoreError::TooSlow),
        }
        let Resources { store, clock, .. } = &self.resources;
        store.log_queue().add_late_answer(guild, about, message, clock.now_utc()).await?;
        self.resources.log_has_news();
        Ok(true)
    }

    /// Reads which channels refuse entries, so that answers need no read.
    pub async fn refresh_closures(&self) -> Result<(), StoreError> {
        let closures = self.resources.store.log_queue().closures().await?;
        self.closures.retain(|guild, _| closures.iter().any(|(other, _)| other == guild));
        for (guild, closure) in closures {
            self.closures.insert(guild, closure);
        }
        Ok(())
    }

    /// Records that a channel refuses entries.
    pub async fn close(&self, guild: GuildId, closure: LogClosure) -> Result<(), StoreError> {
        self.resources.store.log_queue().close(guild, &closure).await?;
        self.closures.insert(guild, closure);
        Ok(())
    }

    /// Records that a channel accepts entries again.
    pub async fn open(&self, guild: GuildId) -> Result<(), StoreError> {
        self.resources.store.log_queue().open(guild).await?;
        self.closures.remove(&guild);
        Ok(())
    }

    /// Returns the known closure of a server's channel without a read from the store.
    pub fn known_closure(&self, guild: GuildId) -> Option<LogClosure> {
        self.closures.get(&guild).map(|closure| closure.clone())
    }

    /// Schedules a closed channel for an immediate retry: it may be open again.
    pub async fn retry_now(&self, guild: GuildId) {
        match self.resources.store.log_queue().try_now(guild, self.resources.clock.now_utc()).await {
            Ok(()) => self.resources.log_has_news(),
            Err(error) => tracing::warn!(%error, "failed to schedule the next try of a log channel"),
        }
    }

    /// Returns the trouble of the log channel to show to a user who manages access. Returns `None` if the channel
    /// accepts entries.
    pub async fn trouble(&self, actor: &Actor) -> Option<LogTrouble> {
        let LogClosure { channel, since, .. } = self.known_closure(actor.guild)?;
        let settings = self.settings.get(actor.guild).await.ok()?;
        settings.require(actor, Capability::AccessManage, Target::IN_SCOPE).ok()?;
        let queue = self.resources.store.log_queue();
        match timeout(COUNT_WITHIN, queue.count(actor.guild)).await {
            Ok(Ok(waiting)) => Some(LogTrouble { channel, since, waiting }),
            Ok(Err(_)) | Err(_) => None,
        }
    }
}

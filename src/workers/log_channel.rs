//! Posts to the servers' log channels. Each server has a queue in the store. One instance at a time delivers it, in
//! order. If a channel refuses an entry, its queue waits, and Usher retries after a growing pause.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use super::server_turns::ServerTurns;
use crate::access::{ChannelId, GuildId};
use crate::discord::Data;
use crate::discord::deliver::{self, LogPost, growing_pause, pause_after_refusals};
use crate::services::LogChannel;
use crate::store::{LogClosure, LogItem, Store, StoreError};

/// Maximum interval between reads of the queues.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Maximum number of entries of one server delivered before the next server's turn.
const TURN: usize = 10;
/// Maximum time of a turn. A post that is under way may exceed it.
const TURN_WITHIN: Duration = Duration::from_secs(15);
/// Above this number of entries, posts are [`PACE`] apart: Discord accepts 50 requests a second from a bot.
const BURST: usize = 5;
const PACE: Duration = Duration::from_millis(200);
/// Pause after a fault of Discord or of the store. It is shorter than Discord's memory of a nonce, so an entry whose
/// answer was lost is not posted twice.
const PAUSE: Duration = Duration::from_secs(10);
const PAUSE_MAX: Duration = Duration::from_secs(60);
/// Pause while another instance delivers.
const CLAIMED_PAUSE: Duration = Duration::from_secs(1);

/// The result of a turn.
enum DeliveryResult {
    /// All entries that can be posted now were posted.
    Done,
    /// Another instance delivers to this channel.
    Claimed,
    /// Discord or the store failed.
    Failed,
}

/// Servers whose deliveries pause.
#[derive(Default)]
struct Pauses(HashMap<GuildId, (Instant, u32)>);

impl Pauses {
    fn note(&mut self, guild: GuildId, turn: &DeliveryResult, now: Instant) {
        match turn {
            DeliveryResult::Done => {
                self.0.remove(&guild);
            }
            DeliveryResult::Claimed => {
                self.0.insert(guild, (now + CLAIMED_PAUSE, 0));
            }
            DeliveryResult::Failed => {
                let failures = self.0.get(&guild).map_or(0, |(_, failures)| *failures);
                self.0.insert(guild, (now + growing_pause(PAUSE, PAUSE_MAX, failures), failures.saturating_add(1)));
            }
        }
    }

    fn is_over(&self, guild: GuildId, now: Instant) -> bool {
        self.0.get(&guild).is_none_or(|(until, _)| *until <= now)
    }
}

/// Delivers to all log channels. Never returns. A channel that is slow, fails or is closed does not delay another
/// server.
pub(crate) async fn run(bot_state: Data, store: Store) {
    let (mut turns, mut pauses) = (ServerTurns::new(), Pauses::default());
    loop {
        match due(&bot_state, &store, &pauses).await {
            Ok(due) => turns.start(due, |guild| {
                let (bot_state, store) = (bot_state.clone(), store.clone());
                async move { take_turn(&bot_state, &store, guild).await }
            }),
            Err(error) => tracing::warn!(%error, "failed to read the queues of the log channels"),
        }
        tokio::select! {
            Some((guild, turn)) = turns.ended() => {
                let turn = turn.unwrap_or_else(|error| {
                    tracing::warn!(%error, "failed to read the queue of a log channel");
                    DeliveryResult::Failed
                });
                pauses.note(guild, &turn, bot_state.clock.now());
            }
            () = bot_state.services.log_channels.news() => {}
            () = bot_state.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// Returns the servers with entries to post now.
async fn due(bot_state: &Data, store: &Store, pauses: &Pauses) -> Result<Vec<GuildId>, StoreError> {
    let log_channels = &bot_state.services.log_channels;
    log_channels.refresh_closures().await?;
    let (now, unix) = (bot_state.clock.now(), bot_state.clock.now_utc());
    let mut guilds = Vec::new();
    for guild in store.log_queue().guilds().await? {
        let is_closed = match log_channels.known_closure(guild) {
            Some(closure) if closure.next_try > unix => {
                // The closure does not count if another channel, or none, is set now.
                log_channels.destination(guild).await == LogChannel::Set(closure.channel)
            }
            _ => false,
        };
        if pauses.is_over(guild, now) && !is_closed {
            guilds.push(guild);
        }
    }
    Ok(guilds)
}

/// Posts the oldest entries of a server, if no other instance does.
async fn take_turn(bot_state: &Data, store: &Store, guild: GuildId) -> Result<DeliveryResult, StoreError> {
    let log_channels = &bot_state.services.log_channels;
    let channel = match log_channels.destination(guild).await {
        LogChannel::Set(channel) => channel,
        LogChannel::NotHere | LogChannel::Unknown => return Ok(DeliveryResult::Failed),
        LogChannel::NotSet => {
            store.log_queue().discard(guild).await?;
            if log_channels.known_closure(guild).is_some() {
                log_channels.open(guild).await?;
            }
            return Ok(DeliveryResult::Done);
        }
    };
    if !log_channels.claim(guild).await? {
        return Ok(DeliveryResult::Claimed);
    }
    // An instance that has lost contact with the cluster stops: another instance takes over.
    let posting = bot_state.services.cluster.while_on_duty(post_oldest(bot_state, store, guild, channel));
    let turn = posting.await.unwrap_or(Ok(DeliveryResult::Failed));
    log_channels.release(guild).await?;
    turn
}

async fn post_oldest(
    bot_state: &Data,
    store: &Store,
    guild: GuildId,
    channel: ChannelId,
) -> Result<DeliveryResult, StoreError> {
    let (log_channels, queue) = (&bot_state.services.log_channels, store.log_queue());
    let mut closure = queue.closure(guild).await?;
    if closure
        .as_ref()
        .is_some_and(|closure| closure.channel == channel && closure.next_try > bot_state.clock.now_utc())
    {
        return Ok(DeliveryResult::Done);
    }
    let items = queue.oldest(guild, TURN).await?;
    if items.is_empty() {
        // Another instance was faster, or the listed entries are unreadable.
        return Ok(if queue.count(guild).await? == 0 { DeliveryResult::Done } else { DeliveryResult::Failed });
    }
    let (is_many, begun) = (items.len() > BURST, bot_state.clock.now());
    for (place, item) in items.iter().enumerate() {
        if bot_state.clock.now().saturating_duration_since(begun) > TURN_WITHIN {
            return Ok(DeliveryResult::Done);
        }
        if is_many && place > 0 {
            bot_state.clock.sleep(PACE).await;
        }
        match deliver::log_entry(bot_state, guild, channel, item).await {
            // An unacceptable entry must not block the others; the audit log has it.
            LogPost::Posted | LogPost::Unacceptable => {}
            LogPost::Refused { code } => {
                log_channels.close(guild, closed(bot_state, closure, channel, code)).await?;
                return Ok(DeliveryResult::Done);
            }
            LogPost::Failed => return Ok(DeliveryResult::Failed),
        }
        if closure.take().is_some() {
            log_channels.open(guild).await?;
        }
        match item {
            LogItem::Entry(row) => store.journal().posted(&[row.case]).await?,
            LogItem::LateAnswer { interaction, queued, .. } => {
                queue.delete_late_answer(*interaction, *queued).await?;
            }
        }
    }
    Ok(DeliveryResult::Done)
}

/// Returns the closure after one more refusal.
fn closed(bot_state: &Data, before: Option<LogClosure>, channel: ChannelId, code: u64) -> LogClosure {
    let now = bot_state.clock.now_utc();
    let since = before.as_ref().map_or(now, |before| before.since);
    let failures = before.filter(|before| before.channel == channel).map_or(0, |before| before.failures);
    let next_try = now + pause_after_refusals(failures);
    LogClosure { channel, since, code, failures: failures.saturating_add(1), next_try }
}

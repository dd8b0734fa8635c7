//! Posts to the servers' log channels. Each server has a queue in the store. One instance at a time delivers it, in
//! order. If a channel refuses an entry, its queue waits, and Usher retries after a growing pause.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;

use super::rest::RestError;
use super::{Data, Error, reply};
use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::error::UserError;
use crate::services::{Done, LogChannel, MoreRefusals};
use crate::store::{AuditId, LogClosure, LogItem, PendingInteraction, StoreError};

/// Maximum interval between reads of the queues.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Maximum number of channels delivered to concurrently.
const AT_ONCE: usize = 8;
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
/// Pause after a refusal. Each further refusal doubles it.
pub(super) const CLOSED_PAUSE: Duration = Duration::from_secs(30);
pub(super) const CLOSED_PAUSE_MAX: Duration = Duration::from_secs(10 * 60);
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
                self.0.insert(guild, (now + growing(PAUSE, PAUSE_MAX, failures), failures.saturating_add(1)));
            }
        }
    }

    fn is_over(&self, guild: GuildId, now: Instant) -> bool {
        self.0.get(&guild).is_none_or(|(until, _)| *until <= now)
    }
}

/// Delivers to all log channels. Never returns. A channel that is slow, fails or is closed does not delay another
/// server.
pub(super) async fn look_after(bot_state: Data) {
    // Each delivery has its own task: one that holds a connection to the store continues while this loop waits for one.
    let (mut deliveries, mut busy) = (JoinSet::new(), HashSet::new());
    let (mut pauses, mut last) = (Pauses::default(), GuildId(0));
    loop {
        match due(&bot_state, &pauses, last).await {
            Ok(due) => {
                for guild in due {
                    if deliveries.len() < AT_ONCE && busy.insert(guild) {
                        last = guild;
                        let bot_state = bot_state.clone();
                        deliveries.spawn(async move { (guild, deliver(&bot_state, guild).await) });
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "failed to read the queues of the log channels"),
        }
        tokio::select! {
            Some(delivered) = deliveries.join_next() => match delivered {
                Ok((guild, turn)) => {
                    busy.remove(&guild);
                    let turn = turn.unwrap_or_else(|error| {
                        tracing::warn!(%error, "failed to read the queue of a log channel");
                        DeliveryResult::Failed
                    });
                    pauses.note(guild, &turn, bot_state.clock.now());
                }
                Err(error) => {
                    // The server is unknown, so all are read again.
                    tracing::error!(%error, "failed to deliver to a log channel");
                    busy.clear();
                }
            },
            () = bot_state.services.news() => {}
            () = bot_state.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// Returns the servers with entries to post now. Servers after `last` come first, so that each has its turn.
async fn due(bot_state: &Data, pauses: &Pauses, last: GuildId) -> Result<Vec<GuildId>, StoreError> {
    bot_state.services.refresh_log_closures().await?;
    let (now, unix) = (bot_state.clock.now(), bot_state.clock.unix());
    let mut guilds = Vec::new();
    for guild in bot_state.services.store().log_queue().guilds().await? {
        let is_closed = match bot_state.services.known_log_closure(guild) {
            Some(closure) if closure.next_try > unix => {
                // The closure does not count if another channel, or none, is set now.
                bot_state.services.log_channel(guild).await == LogChannel::Set(closure.channel)
            }
            _ => false,
        };
        if pauses.is_over(guild, now) && !is_closed {
            guilds.push(guild);
        }
    }
    guilds.sort_unstable_by_key(|guild| (*guild <= last, *guild));
    Ok(guilds)
}

/// Posts the oldest entries of a server.
async fn deliver(bot_state: &Data, guild: GuildId) -> Result<DeliveryResult, StoreError> {
    let services = &bot_state.services;
    let channel = match services.log_channel(guild).await {
        LogChannel::Set(channel) => channel,
        LogChannel::NotHere | LogChannel::Unknown => return Ok(DeliveryResult::Failed),
        LogChannel::NotSet => {
            services.store().log_queue().discard(guild).await?;
            if services.known_log_closure(guild).is_some() {
                services.open_log(guild).await?;
            }
            return Ok(DeliveryResult::Done);
        }
    };
    if !services.claim_log(guild).await? {
        return Ok(DeliveryResult::Claimed);
    }
    // An instance that has lost contact with the cluster stops: another instance takes over.
    let turn = services
        .cluster()
        .while_on_duty(post_oldest(bot_state, guild, channel))
        .await
        .unwrap_or(Ok(DeliveryResult::Failed));
    services.release_log(guild).await?;
    turn
}

async fn post_oldest(bot_state: &Data, guild: GuildId, channel: ChannelId) -> Result<DeliveryResult, StoreError> {
    let (services, queue) = (&bot_state.services, bot_state.services.store().log_queue());
    let mut closure = queue.closure(guild).await?;
    if closure.as_ref().is_some_and(|closure| closure.channel == channel && closure.next_try > bot_state.clock.unix()) {
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
        match post(bot_state, guild, channel, item).await {
            Ok(()) => {}
            Err(error) => {
                if let Some(code) = error.refused_by_channel() {
                    tracing::warn!(%channel, %error, "failed to post to a log channel; its entries wait");
                    services.close_log(guild, closed(bot_state, closure, channel, code)).await?;
                    return Ok(DeliveryResult::Done);
                }
                if error.is_held_back() {
                    return Ok(DeliveryResult::Failed);
                }
                if !error.is_about_form() {
                    tracing::warn!(%channel, %error, "failed to post to a log channel; trying again");
                    return Ok(DeliveryResult::Failed);
                }
                // Discord accepts no message of this form. It must not block the other entries; the audit log has it.
                tracing::error!(%channel, %error, ?item, "failed to post an entry: Discord does not accept its form");
            }
        }
        if closure.take().is_some() {
            services.open_log(guild).await?;
        }
        match item {
            LogItem::Entry(row) => services.store().journal().posted(&[row.case]).await?,
            LogItem::LateAnswer { interaction, queued, .. } => {
                queue.delete_late_answer(*interaction, *queued).await?;
            }
        }
    }
    Ok(DeliveryResult::Done)
}

async fn post(bot_state: &Data, guild: GuildId, channel: ChannelId, item: &LogItem) -> Result<(), RestError> {
    match item {
        LogItem::Entry(row) => {
            let say = bot_state.language_of(guild).await;
            // The correction of an entry's outcome is another message.
            let confirmed = row.confirmed.map_or(0, |at| at.as_secs());
            let nonce = format!("case-{}-{confirmed}", row.case.0);
            bot_state.rest.post(channel, &reply::case_line(say, row), &nonce).await.map(drop)
        }
        LogItem::LateAnswer { interaction, message: text, .. } => {
            let message = serde_json::from_str(text).map_err(|_| RestError::Unsendable)?;
            // A later text about the same interaction is another message. (Discord: a nonce has 25 characters.)
            let mut hasher = DefaultHasher::new();
            (interaction.0, text).hash(&mut hasher);
            let nonce = format!("late-{:016x}", hasher.finish());
            bot_state.rest.post_json(channel, &message, &nonce).await.map(drop)
        }
    }
}

/// Returns the closure after one more refusal.
fn closed(bot_state: &Data, before: Option<LogClosure>, channel: ChannelId, code: u64) -> LogClosure {
    let now = bot_state.clock.unix();
    let since = before.as_ref().map_or(now, |before| before.since);
    let failures = before.filter(|before| before.channel == channel).map_or(0, |before| before.failures);
    let next_try = now + growing(CLOSED_PAUSE, CLOSED_PAUSE_MAX, failures);
    LogClosure { channel, since, code, failures: failures.saturating_add(1), next_try }
}

/// Returns the pause after this number of earlier failures.
pub(super) fn growing(first: Duration, most: Duration, failures: u32) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(failures.min(16))).min(most)
}

/// Queues an outcome that the answer can no longer show for the log channel. Without a log channel, the actor gets a
/// direct message.
pub(super) async fn mention(
    bot_state: &Data,
    responder: &PendingInteraction,
    case: Option<AuditId>,
    result: &Result<Done, UserError>,
) -> Result<(), Error> {
    let say = bot_state.language_of(responder.guild).await;
    let message = reply::told_late(say, responder.actor, case, result);
    tell_late(
        bot_state,
        responder.guild,
        responder.interaction,
        responder.actor,
        &message,
        &format!("told-{}", responder.interaction.0),
    )
    .await
}

/// Sends `to` a message that their answer can no longer show: in the log channel, or directly if there is none.
/// `nonce` as for [`Rest::direct`](super::rest::Rest::direct). Logs a final refusal by Discord.
pub(super) async fn tell_late(
    bot_state: &Data,
    guild: GuildId,
    interaction: InteractionId,
    to: UserId,
    message: &reply::Message,
    nonce: &str,
) -> Result<(), Error> {
    if queue_late(bot_state, guild, interaction, message).await? {
        return Ok(());
    }
    match bot_state.rest.direct(to, message, nonce).await {
        Err(error) if error.is_final() => {
            tracing::warn!(%error, "failed to report the outcome of an operation");
            Ok(())
        }
        sent => Ok(sent?),
    }
}

/// Queues for the log channels the number of refusals that they did not show, of past minutes or of `all`.
pub(super) async fn tell_more_refusals(bot_state: &Data, all: bool) -> Result<(), StoreError> {
    for MoreRefusals { guild, user, interaction, count } in bot_state.services.more_refusals(all).await? {
        let message = reply::more_refusals(bot_state.language_of(guild).await, user, count);
        if let Err(error) = queue_late(bot_state, guild, interaction, &message).await {
            tracing::warn!(%error, count, "failed to queue the number of refusals for a log channel");
        }
    }
    Ok(())
}

/// Queues a message about an interaction for the log channel. Returns whether there is a log channel.
async fn queue_late(
    bot_state: &Data,
    guild: GuildId,
    interaction: InteractionId,
    message: &reply::Message,
) -> Result<bool, StoreError> {
    match bot_state.services.log_channel(guild).await {
        LogChannel::Set(_) => {}
        LogChannel::NotSet | LogChannel::NotHere => return Ok(false),
        LogChannel::Unknown => return Err(StoreError::TooSlow),
    }
    let message = serde_json::to_string(message).map_err(|error| StoreError::Garbled(error.to_string()))?;
    bot_state.services.store().log_queue().add_late_answer(guild, interaction, message, bot_state.clock.unix()).await?;
    bot_state.services.log_has_news();
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_their_limit() {
        let pauses = [0, 1, 2, 3, 4, 5, u32::MAX].map(|failures| growing(CLOSED_PAUSE, CLOSED_PAUSE_MAX, failures));
        assert_eq!(pauses.map(|pause| pause.as_secs()), [30, 60, 120, 240, 480, 600, 600]);
    }
}

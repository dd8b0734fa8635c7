//! Posts to the servers' log channels. Each server has a queue in the store, delivered in order by one copy of the bot at
//! a time. A channel that refuses an entry keeps its queue waiting, and is tried again after a growing pause.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;

use super::rest::RestError;
use super::{Data, Error, reply};
use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::desk::{Done, LogChannel, MoreRefusals};
use crate::error::Problem;
use crate::store::{Case, LogClosure, LogItem, StoreError, Visit};

/// The queues are looked at at least so often.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Channels that are delivered to at the same time.
const AT_ONCE: usize = 8;
/// Entries of one server that are delivered before others have their turn.
const TURN: usize = 10;
/// A slow channel has its turn no longer than this, and a post that is under way.
const TURN_WITHIN: Duration = Duration::from_secs(15);
/// From this many entries on, each is posted [`PACE`] after the one before: Discord takes 50 requests a second from a bot.
const BURST: usize = 5;
const PACE: Duration = Duration::from_millis(200);
/// After a fault of Discord's or of the store's. Shorter than Discord remembers a nonce, so that an entry whose answer was
/// lost is not posted twice.
const PAUSE: Duration = Duration::from_secs(10);
const PAUSE_MAX: Duration = Duration::from_secs(60);
/// After a refusal; doubled by each further one.
pub(super) const CLOSED_PAUSE: Duration = Duration::from_secs(30);
pub(super) const CLOSED_PAUSE_MAX: Duration = Duration::from_secs(10 * 60);
/// Another copy delivers at present.
const CLAIMED_PAUSE: Duration = Duration::from_secs(1);

/// What came of a turn.
enum Turn {
    /// What could be posted was posted.
    Done,
    /// Another copy delivers to this channel.
    Claimed,
    /// Discord or the store failed.
    Failed,
}

/// Servers that are left alone for a while.
#[derive(Default)]
struct Pauses(HashMap<GuildId, (Instant, u32)>);

impl Pauses {
    fn note(&mut self, guild: GuildId, turn: &Turn, now: Instant) {
        match turn {
            Turn::Done => {
                self.0.remove(&guild);
            }
            Turn::Claimed => {
                self.0.insert(guild, (now + CLAIMED_PAUSE, 0));
            }
            Turn::Failed => {
                let failures = self.0.get(&guild).map_or(0, |(_, failures)| *failures);
                self.0.insert(guild, (now + growing(PAUSE, PAUSE_MAX, failures), failures.saturating_add(1)));
            }
        }
    }

    fn is_over(&self, guild: GuildId, now: Instant) -> bool {
        self.0.get(&guild).is_none_or(|(until, _)| *until <= now)
    }
}

/// Delivers to all log channels for as long as it runs. A server whose channel is slow, fails or is closed holds up no
/// other.
pub(super) async fn look_after(front: Data) {
    // Each in a task of its own: a delivery that holds a connection to the store goes on while this loop waits for one.
    let (mut deliveries, mut busy) = (JoinSet::new(), HashSet::new());
    let (mut pauses, mut last) = (Pauses::default(), GuildId(0));
    loop {
        match due(&front, &pauses, last).await {
            Ok(due) => {
                for guild in due {
                    if deliveries.len() < AT_ONCE && busy.insert(guild) {
                        last = guild;
                        let front = front.clone();
                        deliveries.spawn(async move { (guild, deliver(&front, guild).await) });
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
                        Turn::Failed
                    });
                    pauses.note(guild, &turn, front.clock.now());
                }
                Err(error) => {
                    // Which server it was is not known: all are looked at again.
                    tracing::error!(%error, "failed to deliver to a log channel");
                    busy.clear();
                }
            },
            () = front.desk.news() => {}
            () = front.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// Returns the servers that have something to post now, those after `last` first, so that each has its turn.
async fn due(front: &Data, pauses: &Pauses, last: GuildId) -> Result<Vec<GuildId>, StoreError> {
    front.desk.refresh_log_closures().await?;
    let (now, unix) = (front.clock.now(), front.clock.unix());
    let mut guilds = Vec::new();
    for guild in front.desk.store().log_queue().guilds().await? {
        let is_closed = match front.desk.known_log_closure(guild) {
            Some(closure) if closure.next_try > unix => {
                // Another channel was set, or none.
                front.desk.log_channel(guild).await == LogChannel::Set(closure.channel)
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
async fn deliver(front: &Data, guild: GuildId) -> Result<Turn, StoreError> {
    let desk = &front.desk;
    let channel = match desk.log_channel(guild).await {
        LogChannel::Set(channel) => channel,
        LogChannel::NotHere | LogChannel::Unknown => return Ok(Turn::Failed),
        LogChannel::NotSet => {
            desk.store().log_queue().discard(guild).await?;
            if desk.known_log_closure(guild).is_some() {
                desk.open_log(guild).await?;
            }
            return Ok(Turn::Done);
        }
    };
    if !desk.claim_log(guild).await? {
        return Ok(Turn::Claimed);
    }
    // A copy that has lost touch with the others stops: another one takes over.
    let turn = desk.team().while_on_duty(post_oldest(front, guild, channel)).await.unwrap_or(Ok(Turn::Failed));
    desk.release_log(guild).await?;
    turn
}

async fn post_oldest(front: &Data, guild: GuildId, channel: ChannelId) -> Result<Turn, StoreError> {
    let (desk, queue) = (&front.desk, front.desk.store().log_queue());
    let mut closure = queue.closure(guild).await?;
    if closure.as_ref().is_some_and(|closure| closure.channel == channel && closure.next_try > front.clock.unix()) {
        return Ok(Turn::Done);
    }
    let items = queue.oldest(guild, TURN).await?;
    if items.is_empty() {
        // Another copy was faster, or what is listed cannot be read.
        return Ok(if queue.count(guild).await? == 0 { Turn::Done } else { Turn::Failed });
    }
    let (is_many, begun) = (items.len() > BURST, front.clock.now());
    for (place, item) in items.iter().enumerate() {
        if front.clock.now().saturating_duration_since(begun) > TURN_WITHIN {
            return Ok(Turn::Done);
        }
        if is_many && place > 0 {
            front.clock.sleep(PACE).await;
        }
        match post(front, guild, channel, item).await {
            Ok(()) => {}
            Err(error) => {
                if let Some(code) = error.refused_by_channel() {
                    tracing::warn!(%channel, %error, "failed to post to a log channel; its entries wait");
                    desk.close_log(guild, closed(front, closure, channel, code)).await?;
                    return Ok(Turn::Done);
                }
                if error.is_held_back() {
                    return Ok(Turn::Failed);
                }
                if !error.is_about_form() {
                    tracing::warn!(%channel, %error, "failed to post to a log channel; trying again");
                    return Ok(Turn::Failed);
                }
                // Discord takes no message of this form. It must not hold up the others; the audit log has it.
                tracing::error!(%channel, %error, ?item, "failed to post an entry: Discord does not accept its form");
            }
        }
        if closure.take().is_some() {
            desk.open_log(guild).await?;
        }
        match item {
            LogItem::Entry(row) => desk.store().journal().posted(&[row.case]).await?,
            LogItem::LateAnswer { interaction, queued, .. } => {
                queue.delete_late_answer(*interaction, *queued).await?;
            }
        }
    }
    Ok(Turn::Done)
}

async fn post(front: &Data, guild: GuildId, channel: ChannelId, item: &LogItem) -> Result<(), RestError> {
    match item {
        LogItem::Entry(row) => {
            let say = front.language_of(guild).await;
            // An entry whose end is corrected later is another message.
            let confirmed = row.confirmed.map_or(0, |at| at.as_secs());
            let nonce = format!("case-{}-{confirmed}", row.case.0);
            front.rest.post(channel, &reply::case_line(say, row), &nonce).await.map(drop)
        }
        LogItem::LateAnswer { interaction, message: text, .. } => {
            let message = serde_json::from_str(text).map_err(|_| RestError::Unsendable)?;
            // What is said later of the same interaction is another message. (Discord: a nonce has 25 characters.)
            let mut hasher = DefaultHasher::new();
            (interaction.0, text).hash(&mut hasher);
            let nonce = format!("late-{:016x}", hasher.finish());
            front.rest.post_json(channel, &message, &nonce).await.map(drop)
        }
    }
}

/// The closure after one more refusal.
fn closed(front: &Data, before: Option<LogClosure>, channel: ChannelId, code: u64) -> LogClosure {
    let now = front.clock.unix();
    let since = before.as_ref().map_or(now, |before| before.since);
    let failures = before.filter(|before| before.channel == channel).map_or(0, |before| before.failures);
    let next_try = now + growing(CLOSED_PAUSE, CLOSED_PAUSE_MAX, failures);
    LogClosure { channel, since, code, failures: failures.saturating_add(1), next_try }
}

/// The pause after so many failures before.
pub(super) fn growing(first: Duration, most: Duration, failures: u32) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(failures.min(16))).min(most)
}

/// Queues for the log channel what an asker can no longer be told in the answer. Where there is no such channel, it is
/// sent to them directly.
pub(super) async fn mention(
    front: &Data,
    visit: &Visit,
    case: Option<Case>,
    result: &Result<Done, Problem>,
) -> Result<(), Error> {
    let say = front.language_of(visit.guild).await;
    let message = reply::told_late(say, visit.asker, case, result);
    tell_late(front, visit.guild, visit.interaction, visit.asker, &message, &format!("told-{}", visit.interaction.0))
        .await
}

/// Tells `to` what their answer can no longer be edited to say: in the log channel, or directly where there is none.
/// `nonce` as for [`Rest::direct`](super::rest::Rest::direct). A refusal of Discord's that is final is logged.
pub(super) async fn tell_late(
    front: &Data,
    guild: GuildId,
    interaction: InteractionId,
    to: UserId,
    message: &reply::Message,
    nonce: &str,
) -> Result<(), Error> {
    if queue_late(front, guild, interaction, message).await? {
        return Ok(());
    }
    match front.rest.direct(to, message, nonce).await {
        Err(error) if error.is_final() => {
            tracing::warn!(%error, "somebody cannot be told how an operation ended");
            Ok(())
        }
        sent => Ok(sent?),
    }
}

/// Queues for the log channels how many refusals they have not shown, of the minutes that are over or of `all`.
pub(super) async fn tell_more_refusals(front: &Data, all: bool) -> Result<(), StoreError> {
    for MoreRefusals { guild, user, interaction, count } in front.desk.more_refusals(all).await? {
        let message = reply::more_refusals(front.language_of(guild).await, user, count);
        if let Err(error) = queue_late(front, guild, interaction, &message).await {
            tracing::warn!(%error, count, "failed to queue for a log channel how many refusals it has not shown");
        }
    }
    Ok(())
}

/// Queues a message for the log channel that answers an interaction. Returns whether there is such a channel.
async fn queue_late(
    front: &Data,
    guild: GuildId,
    interaction: InteractionId,
    message: &reply::Message,
) -> Result<bool, StoreError> {
    match front.desk.log_channel(guild).await {
        LogChannel::Set(_) => {}
        LogChannel::NotSet | LogChannel::NotHere => return Ok(false),
        LogChannel::Unknown => return Err(StoreError::TooSlow),
    }
    let message = serde_json::to_string(message).map_err(|error| StoreError::Garbled(error.to_string()))?;
    front.desk.store().log_queue().add_late_answer(guild, interaction, message, front.clock.unix()).await?;
    front.desk.log_has_news();
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

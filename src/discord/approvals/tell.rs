//! Notifications about requests: posts open requests for approvers, and reports outcomes to all members concerned.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use dashmap::DashMap;
use futures::stream::{self, StreamExt as _};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::access::{ChannelId, GuildId};
use crate::discord::Data;
use crate::discord::log_channel::{CLOSED_PAUSE, CLOSED_PAUSE_MAX, growing};
use crate::discord::reply::{self, Posting};
use crate::discord::responder::reference;
use crate::discord::rest::{Acknowledged, RestError};
use crate::error::UserError;
use crate::services::{Done, is_unconfirmed, result_of};
use crate::store::{AccessRequest, RequestId, State, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pause before a failed notification is retried.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Pause before the next attempt if there is no channel to post to.
const HOPELESS_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// Maximum number of servers notified concurrently, and of decided requests of one server.
const AT_ONCE: usize = 8;

enum Told {
    Yes,
    /// The notification is retried after this pause.
    NotYet(Duration),
}

/// Approvals channels that refuse posts. An administrator must fix that, and many refusals get the bot banned (Discord,
/// "Invalid Request Limit"). Each channel is therefore retried after a growing pause, whatever number of requests wait.
#[derive(Debug, Default)]
pub(crate) struct Closed(DashMap<GuildId, Closure>);

#[derive(Debug, Clone, Copy)]
struct Closure {
    channel: ChannelId,
    next_try: Instant,
    failures: u32,
}

impl Closed {
    /// Returns the time until the next attempt; `None`: the channel may be tried now.
    fn rest(&self, guild: GuildId, channel: ChannelId, now: Instant) -> Option<Duration> {
        let closure = self.0.get(&guild).map(|closure| *closure)?;
        let rest = closure.next_try.saturating_duration_since(now);
        (closure.channel == channel && !rest.is_zero()).then_some(rest)
    }

    fn refused(&self, guild: GuildId, channel: ChannelId, now: Instant) {
        let mut closure = self.0.entry(guild).or_insert(Closure { channel, next_try: now, failures: 0 });
        if closure.channel != channel {
            *closure = Closure { channel, next_try: now, failures: 0 };
        }
        closure.next_try = now + growing(CLOSED_PAUSE, CLOSED_PAUSE_MAX, closure.failures);
        closure.failures = closure.failures.saturating_add(1);
    }

    /// Notes that the channel accepts posts.
    pub(in crate::discord) fn open(&self, guild: GuildId) {
        self.0.remove(&guild);
    }
}

/// Expires undecided requests, posts requests that are not posted yet, and reports the outcome of the others. Never
/// returns. Each server has its own turn: a channel that is slow or refuses posts does not delay another server.
pub(in crate::discord) async fn look_after(bot_state: Data) {
    let (mut deliveries, mut busy) = (JoinSet::new(), HashSet::new());
    let (mut not_before, mut last) = (NotBefore::default(), GuildId(0));
    loop {
        match due(&bot_state, &mut not_before, last).await {
            Ok(due) => {
                for guild in due {
                    if deliveries.len() < AT_ONCE && busy.insert(guild) {
                        last = guild;
                        let (bot_state, paused) = (bot_state.clone(), not_before.requests.keys().copied().collect());
                        deliveries.spawn(async move { (guild, deliver(&bot_state, guild, paused).await) });
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "failed to read the requests for approval"),
        }
        tokio::select! {
            Some(delivered) = deliveries.join_next() => match delivered {
                Ok((guild, told)) => {
                    busy.remove(&guild);
                    not_before.note(guild, told, bot_state.clock.now());
                }
                Err(error) => {
                    // The server is unknown, so all are read again.
                    tracing::error!(%error, "failed to send the notifications of a server");
                    busy.clear();
                }
            },
            () = bot_state.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// The earliest times of the next attempts.
#[derive(Default)]
struct NotBefore {
    guilds: HashMap<GuildId, Instant>,
    requests: HashMap<RequestId, Instant>,
}

impl NotBefore {
    fn note(&mut self, guild: GuildId, told: Result<Vec<(RequestId, Duration)>, StoreError>, now: Instant) {
        self.guilds.insert(guild, now + LOOK_EVERY);
        match told {
            Ok(later) => self.requests.extend(later.into_iter().map(|(id, pause)| (id, now + pause))),
            Err(error) => tracing::warn!(%error, "failed to read the requests for approval"),
        }
    }
}

/// Returns the servers with notifications to send now. Servers after `last` come first, so that each has its turn.
async fn due(bot_state: &Data, not_before: &mut NotBefore, last: GuildId) -> Result<Vec<GuildId>, StoreError> {
    bot_state.services.expire_requests().await?;
    let now = bot_state.clock.now();
    not_before.requests.retain(|_, at| *at > now);
    not_before.guilds.retain(|_, at| *at > now);
    let mut guilds = bot_state.services.store().requests().untold_guilds().await?;
    guilds.retain(|guild| !not_before.guilds.contains_key(guild));
    guilds.sort_unstable_by_key(|guild| (*guild <= last, *guild));
    Ok(guilds)
}

/// Sends the notifications of a server's oldest requests. Returns the requests to retry, with the pause before that.
async fn deliver(
    bot_state: &Data,
    guild: GuildId,
    paused: HashSet<RequestId>,
) -> Result<Vec<(RequestId, Duration)>, StoreError> {
    let mut due = bot_state.services.untold_requests(guild).await?;
    due.retain(|request| !paused.contains(&request.id));
    let (open, decided): (Vec<_>, Vec<_>) = due.into_iter().partition(|request| request.state == State::Open);
    let tell = async |request: AccessRequest| (request.id, go_on(bot_state, &request).await);
    let (posted, told) = tokio::join!(
        async {
            let mut posted = Vec::new();
            // Sequential, since the first refusal closes the channel for the others.
            for request in open {
                // The requester knows already that a request which could not be posted waits.
                if !(request.undeliverable && is_closed(bot_state, &request).await) {
                    posted.push(tell(request).await);
                }
            }
            posted
        },
        stream::iter(decided).map(tell).buffer_unordered(AT_ONCE).collect::<Vec<_>>(),
    );
    let mut later = Vec::new();
    for (id, told) in posted.into_iter().chain(told) {
        if let Told::NotYet(pause) = told? {
            later.push((id, pause));
        }
    }
    Ok(later)
}

/// Sends the notification that a request's state requires.
async fn go_on(bot_state: &Data, request: &AccessRequest) -> Result<Told, StoreError> {
    let Some(_telling) = bot_state.services.tell_of(request.id) else { return Ok(Told::Yes) };
    if request.state == State::Open {
        let posting = post(bot_state, request).await;
        // The requester learns when a request that could not be posted is posted, and the other way round.
        if posting == Posting::Done || (posting == Posting::Impossible && !request.undeliverable) {
            tell_that_it_waits(bot_state, request, posting).await;
        }
        return Ok(match posting {
            Posting::Done => Told::Yes,
            Posting::Later => Told::NotYet(AGAIN_AFTER),
            Posting::Impossible => {
                Told::NotYet(if is_closed(bot_state, request).await { LOOK_EVERY } else { HOPELESS_AGAIN_AFTER })
            }
        });
    }
    let row = bot_state.services.store().journal().of_interaction(request.interaction).await?;
    let result = match request.state {
        State::Approved => row.as_ref().map(result_of),
        _ => None,
    };
    let told = tell(bot_state, request, result.as_ref(), None).await;
    Ok(if told { Told::Yes } else { Told::NotYet(AGAIN_AFTER) })
}

/// Posts an open request for the members who may decide it, if it is not posted yet.
pub(in crate::discord) async fn post(bot_state: &Data, request: &AccessRequest) -> Posting {
    if request.posted.is_some() {
        return Posting::Done;
    }
    let requests = bot_state.services.store().requests();
    let posted = match bot_state.services.approvals_channel(request.guild).await {
        Some(channel) if bot_state.closed_approvals.rest(request.guild, channel, bot_state.clock.now()).is_some() => {
            Err(None)
        }
        Some(channel) => {
            let say = bot_state.language_of(request.guild).await;
            // Approvers must know that an earlier, equal change may still take effect.
            let unsettled = bot_state.services.unsettled(&request.operation).await.ok().flatten();
            let unsettled = unsettled.map(|since| UserError::Unsettled { since });
            let message = reply::request_posted(say, request, None, unsettled.as_ref());
            let nonce = format!("request-{}", request.id);
            let post = bot_state.rest.post(channel, &message, &nonce).await;
            match &post {
                Ok(_) => bot_state.closed_approvals.open(request.guild),
                Err(error) if error.refused_by_channel().is_some() => {
                    bot_state.closed_approvals.refused(request.guild, channel, bot_state.clock.now());
                }
                Err(_) => {}
            }
            post.map(|message| (channel, message)).map_err(Some)
        }
        None => Err(None),
    };
    let noted = match &posted {
        Ok((channel, message)) => requests.posted(request.id, *channel, *message).await.map(|()| Posting::Done),
        Err(Some(error)) if !error.is_final() => Ok(Posting::Later),
        Err(_) => requests.undeliverable(request.id).await.map(|_| Posting::Impossible),
    };
    if let Err(Some(error)) = &posted
        && !error.is_held_back()
    {
        tracing::warn!(request = request.id.0, %error, "failed to post a request");
    }
    noted.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "failed to store whether a request was posted");
        Posting::Later
    })
}

/// Returns whether the channel for the request is closed at present.
async fn is_closed(bot_state: &Data, request: &AccessRequest) -> bool {
    let channel = bot_state.services.approvals_channel(request.guild).await;
    channel.is_some_and(|it| bot_state.closed_approvals.rest(request.guild, it, bot_state.clock.now()).is_some())
}

/// Tells the requester that their request waits for a decision.
pub(in crate::discord) async fn tell_that_it_waits(bot_state: &Data, request: &AccessRequest, posting: Posting) {
    let answer = bot_state.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::asked(request.language, request, posting)).await
    {
        tracing::debug!(%error, "failed to show the state of a request");
    }
}

/// Reports the outcome of a request to all members concerned. Returns whether that succeeded; a failed report is
/// retried.
pub(super) async fn tell(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    pressed: Option<&Acknowledged>,
) -> bool {
    let say = bot_state.language_of(request.guild).await;
    let told = async {
        let shown = reply::request_posted(say, request, result, None);
        match (pressed, request.posted) {
            (Some(pressed), _) => or_gone(pressed.edit(&shown).await)?,
            (None, Some((channel, message))) => or_gone(bot_state.rest.edit_post(channel, message, &shown).await)?,
            (None, None) => {}
        }
        tell_asker(bot_state, request, result).await?;
        tell_channel(bot_state, request, result).await
    };
    if let Err(error) = told.await {
        if !error.is_held_back() {
            tracing::warn!(request = request.id.0, %error, "failed to report the outcome of a request");
        }
        return false;
    }
    if let Err(error) = bot_state.services.store().requests().told(request.id, result.is_some_and(is_unconfirmed)).await
    {
        tracing::warn!(request = request.id.0, %error, "failed to store that the outcome of a request was reported");
    }
    true
}

/// Returns a nonce. Discord creates one message for all requests with the same nonce, so a repeated report needs
/// another.
fn nonce(what: &str, request: &AccessRequest, result: Option<&Result<Done, UserError>>) -> String {
    let state = if result.is_some_and(is_unconfirmed) { "-unconfirmed" } else { "" };
    format!("{what}-{}{state}", request.id)
}

/// Reports to the requester: in the answer to the command while Discord accepts edits of it, else in a direct message,
/// else in the channel of the command.
async fn tell_asker(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Result<(), RestError> {
    let message = reply::request_told(request.language, request, result, &reference(request.interaction));
    let answer = bot_state.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && request.has_token() {
        match answer.edit(&message).await {
            Err(error) if error.is_final() => {}
            other => return other,
        }
    }
    // A requester who cancelled knows the outcome.
    if request.state == State::Cancelled {
        return Ok(());
    }
    let nonce = nonce("told", request, result);
    match bot_state.rest.direct(request.actor, &message, &nonce).await {
        Err(error) if error.is_final() => {
            tracing::info!(request = request.id.0, %error, "failed to send a direct message to the requester");
        }
        other => return other,
    }
    let say = bot_state.language_of(request.guild).await;
    let message = reply::request_told_in_public(say, request, result);
    or_gone(bot_state.rest.post(request.channel, &message, &nonce).await.map(drop))
}

/// Announces a change that was carried out in the channel of its command.
async fn tell_channel(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Result<(), RestError> {
    let Some(Ok(done)) = result else { return Ok(()) };
    let say = bot_state.language_of(request.guild).await;
    let Some(notice) = reply::approved_announcement(say, done, request) else { return Ok(()) };
    let answer = bot_state.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && request.has_token() && answer.tell_channel(&notice).await.is_ok() {
        return Ok(());
    }
    or_gone(bot_state.rest.post(request.channel, &notice, &nonce("done", request, result)).await.map(drop))
}

/// Treats a final refusal as success: if the message, the channel or the permission is gone, no one is left to inform.
fn or_gone(result: Result<(), RestError>) -> Result<(), RestError> {
    match result {
        Err(error) if error.is_final() => {
            tracing::warn!(%error, "failed to send a message");
            Ok(())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failing_channel_backs_off_and_other_channels_do_not_wait() {
        let (closed, mut now) = (Closed::default(), Instant::now());
        let (guild, channel) = (GuildId(1), ChannelId(1));
        let mut rests = Vec::new();
        for _ in 0..7 {
            closed.refused(guild, channel, now);
            let rest = closed.rest(guild, channel, now).unwrap();
            assert_eq!((closed.rest(guild, ChannelId(2), now), closed.rest(GuildId(2), channel, now)), (None, None));
            now += rest;
            assert_eq!(closed.rest(guild, channel, now), None);
            rests.push(rest.as_secs());
        }
        assert_eq!(rests, [30, 60, 120, 240, 480, 600, 600]);
        closed.refused(guild, ChannelId(2), now);
        assert_eq!(closed.rest(guild, ChannelId(2), now), Some(Duration::from_secs(30)));
        closed.open(guild);
        assert_eq!(closed.rest(guild, ChannelId(2), now), None);
    }
}

//! Telling people of requests: posting them for those who may decide, and how they ended, to everybody concerned.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use dashmap::DashMap;
use futures::stream::{self, StreamExt as _};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::access::{ChannelId, GuildId};
use crate::desk::{Done, is_unconfirmed, result_of};
use crate::discord::Data;
use crate::discord::log_channel::{CLOSED_PAUSE, CLOSED_PAUSE_MAX, growing};
use crate::discord::reply::{self, Posting};
use crate::discord::rest::{Acknowledged, RestError};
use crate::discord::visit::reference;
use crate::error::Problem;
use crate::store::{AccessRequest, RequestId, State, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What could not be told is tried again after this pause.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Where there is no channel to post to.
const HOPELESS_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// Servers whose requests are told of at the same time, and decided requests of one server.
const AT_ONCE: usize = 8;

enum Told {
    Yes,
    /// It is tried again after this pause.
    NotYet(Duration),
}

/// Approvals channels that refuse posts. Somebody must mend that first, and many refusals get the bot banned (Discord,
/// "Invalid Request Limit"): each is tried again after a growing pause, whatever number of requests wait.
#[derive(Debug, Default)]
pub(crate) struct Closed(DashMap<GuildId, Closure>);

#[derive(Debug, Clone, Copy)]
struct Closure {
    channel: ChannelId,
    next_try: Instant,
    failures: u32,
}

impl Closed {
    /// How long a channel is still left alone; `None`: it may be tried.
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

    /// The channel takes posts, as far as is known.
    pub(in crate::discord) fn open(&self, guild: GuildId) {
        self.0.remove(&guild);
    }
}

/// Ends requests that nobody decides, posts those that are not posted yet, and tells how others ended, for as long as it
/// runs. Each server has a turn of its own: one whose channel is slow or refuses posts holds up no other.
pub(in crate::discord) async fn look_after(front: Data) {
    let (mut deliveries, mut busy) = (JoinSet::new(), HashSet::new());
    let (mut not_before, mut last) = (NotBefore::default(), GuildId(0));
    loop {
        match due(&front, &mut not_before, last).await {
            Ok(due) => {
                for guild in due {
                    if deliveries.len() < AT_ONCE && busy.insert(guild) {
                        last = guild;
                        let (front, paused) = (front.clone(), not_before.requests.keys().copied().collect());
                        deliveries.spawn(async move { (guild, deliver(&front, guild, paused).await) });
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the requests for approval wait for the store"),
        }
        tokio::select! {
            Some(delivered) = deliveries.join_next() => match delivered {
                Ok((guild, told)) => {
                    busy.remove(&guild);
                    not_before.note(guild, told, front.clock.now());
                }
                Err(error) => {
                    // Which server it was is not known: all are looked at again.
                    tracing::error!(%error, "failed to tell of requests for approval");
                    busy.clear();
                }
            },
            () = front.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// What is left alone until then.
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
            Err(error) => tracing::warn!(%error, "the requests for approval wait for the store"),
        }
    }
}

/// Returns the servers of whose requests people are to be told now, those after `last` first, so that each has its turn.
async fn due(front: &Data, not_before: &mut NotBefore, last: GuildId) -> Result<Vec<GuildId>, StoreError> {
    front.desk.expire_requests().await?;
    let now = front.clock.now();
    not_before.requests.retain(|_, at| *at > now);
    not_before.guilds.retain(|_, at| *at > now);
    let mut guilds = front.desk.store().requests().untold_guilds().await?;
    guilds.retain(|guild| !not_before.guilds.contains_key(guild));
    guilds.sort_unstable_by_key(|guild| (*guild <= last, *guild));
    Ok(guilds)
}

/// Tells of the oldest requests of a server. Returns those that are to be told of later.
async fn deliver(
    front: &Data,
    guild: GuildId,
    paused: HashSet<RequestId>,
) -> Result<Vec<(RequestId, Duration)>, StoreError> {
    let mut due = front.desk.untold_requests(guild).await?;
    due.retain(|request| !paused.contains(&request.id));
    let (open, decided): (Vec<_>, Vec<_>) = due.into_iter().partition(|request| request.state == State::Open);
    let tell = async |request: AccessRequest| (request.id, go_on(front, &request).await);
    let (posted, told) = tokio::join!(
        async {
            let mut posted = Vec::new();
            // One after the other: the first that is refused closes the channel to the others.
            for request in open {
                // Of one that could not be posted before, its asker knows that it waits.
                if !(request.undeliverable && is_closed(front, &request).await) {
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

/// Goes on with a request whose state somebody is to be told of.
async fn go_on(front: &Data, request: &AccessRequest) -> Result<Told, StoreError> {
    let Some(_telling) = front.desk.tell_of(request.id) else { return Ok(Told::Yes) };
    if request.state == State::Open {
        let posting = post(front, request).await;
        // Whoever was told that it could not be posted hears that it could, and the other way round.
        if posting == Posting::Done || (posting == Posting::Impossible && !request.undeliverable) {
            tell_that_it_waits(front, request, posting).await;
        }
        return Ok(match posting {
            Posting::Done => Told::Yes,
            Posting::Later => Told::NotYet(AGAIN_AFTER),
            Posting::Impossible => {
                Told::NotYet(if is_closed(front, request).await { LOOK_EVERY } else { HOPELESS_AGAIN_AFTER })
            }
        });
    }
    let row = front.desk.store().journal().of_interaction(request.interaction).await?;
    let result = match request.state {
        State::Approved => row.as_ref().map(result_of),
        _ => None,
    };
    let told = tell(front, request, result.as_ref(), None).await;
    Ok(if told { Told::Yes } else { Told::NotYet(AGAIN_AFTER) })
}

/// Shows an open request to those who may decide it, where it is not shown yet.
pub(in crate::discord) async fn post(front: &Data, request: &AccessRequest) -> Posting {
    if request.posted.is_some() {
        return Posting::Done;
    }
    let requests = front.desk.store().requests();
    let posted = match front.desk.approvals_channel(request.guild).await {
        Some(channel) if front.closed_approvals.rest(request.guild, channel, front.clock.now()).is_some() => Err(None),
        Some(channel) => {
            let say = front.language_of(request.guild).await;
            // Who decides must know that the same may happen yet.
            let unsettled = front.desk.unsettled(&request.operation).await.ok().flatten();
            let unsettled = unsettled.map(|since| Problem::Unsettled { since });
            let message = reply::request_posted(say, request, None, unsettled.as_ref());
            let nonce = format!("request-{}", request.id);
            let post = front.rest.post(channel, &message, &nonce).await;
            match &post {
                Ok(_) => front.closed_approvals.open(request.guild),
                Err(error) if error.refused_by_channel().is_some() => {
                    front.closed_approvals.refused(request.guild, channel, front.clock.now());
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
        tracing::warn!(request = request.id.0, %error, "a request could not be posted");
    }
    noted.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "whether a request was posted could not be written down");
        Posting::Later
    })
}

/// Whether the channel to which it would be posted is left alone for a while.
async fn is_closed(front: &Data, request: &AccessRequest) -> bool {
    let channel = front.desk.approvals_channel(request.guild).await;
    channel.is_some_and(|it| front.closed_approvals.rest(request.guild, it, front.clock.now()).is_some())
}

/// Tells the asker that their request waits for somebody.
pub(in crate::discord) async fn tell_that_it_waits(front: &Data, request: &AccessRequest, posting: Posting) {
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::asked(request.language, request, posting)).await
    {
        tracing::debug!(%error, "how a request stands could not be told");
    }
}

/// Tells everybody concerned how a request ended; whether they know now. What could not be told is tried again.
pub(super) async fn tell(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
    pressed: Option<&Acknowledged>,
) -> bool {
    let say = front.language_of(request.guild).await;
    let told = async {
        let shown = reply::request_posted(say, request, result, None);
        match (pressed, request.posted) {
            (Some(pressed), _) => or_gone(pressed.edit(&shown).await)?,
            (None, Some((channel, message))) => or_gone(front.rest.edit_post(channel, message, &shown).await)?,
            (None, None) => {}
        }
        tell_asker(front, request, result).await?;
        tell_channel(front, request, result).await
    };
    if let Err(error) = told.await {
        if !error.is_held_back() {
            tracing::warn!(request = request.id.0, %error, "how a request ended could not be told yet");
        }
        return false;
    }
    if let Err(error) = front.desk.store().requests().told(request.id, result.is_some_and(is_unconfirmed)).await {
        tracing::warn!(request = request.id.0, %error, "that a request was told could not be written down");
    }
    true
}

/// Discord makes one message of all with the same nonce: what is told again is another message.
fn nonce(what: &str, request: &AccessRequest, result: Option<&Result<Done, Problem>>) -> String {
    let state = if result.is_some_and(is_unconfirmed) { "-unconfirmed" } else { "" };
    format!("{what}-{}{state}", request.id)
}

/// In the answer to the command while Discord takes edits of it, else in a direct message, else where it was asked for.
async fn tell_asker(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
) -> Result<(), RestError> {
    let message = reply::request_told(request.language, request, result, &reference(request.interaction));
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && request.has_token() {
        match answer.edit(&message).await {
            Err(error) if error.is_final() => {}
            other => return other,
        }
    }
    // Who has taken it back knows.
    if request.state == State::Cancelled {
        return Ok(());
    }
    let nonce = nonce("told", request, result);
    match front.rest.direct(request.asker, &message, &nonce).await {
        Err(error) if error.is_final() => {
            tracing::info!(request = request.id.0, %error, "its asker takes no direct messages");
        }
        other => return other,
    }
    let say = front.language_of(request.guild).await;
    let message = reply::request_told_in_public(say, request, result);
    or_gone(front.rest.post(request.channel, &message, &nonce).await.map(drop))
}

/// A change that was carried out is told where it was asked for.
async fn tell_channel(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
) -> Result<(), RestError> {
    let Some(Ok(done)) = result else { return Ok(()) };
    let say = front.language_of(request.guild).await;
    let Some(notice) = reply::approved_notice(say, done, request) else { return Ok(()) };
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && request.has_token() && answer.tell_channel(&notice).await.is_ok() {
        return Ok(());
    }
    or_gone(front.rest.post(request.channel, &notice, &nonce("done", request, result)).await.map(drop))
}

/// Where the message, the channel or the right to write there is gone, there is nobody left to tell.
fn or_gone(result: Result<(), RestError>) -> Result<(), RestError> {
    match result {
        Err(error) if error.is_final() => {
            tracing::warn!(%error, "a message could not be written");
            Ok(())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_that_refuses_posts_is_tried_ever_more_rarely_and_another_one_at_once() {
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

//! Requests for approval: expires them, and sends the notifications and reminders that are due.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::time::Instant;

use super::server_turns::ServerTurns;
use crate::access::GuildId;
use crate::discord::reply::Posting;
use crate::discord::{Data, approvals};
use crate::services::result_of;
use crate::store::{AccessRequest, RequestId, State, Store, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pause before a failed notification is retried.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Pause before the next attempt if there is no channel to post to.
const HOPELESS_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// Maximum number of decided requests of one server that are reported concurrently.
const AT_ONCE: usize = 8;

enum Notified {
    Yes,
    /// The notification is retried after this pause.
    NotYet(Duration),
}

/// Expires undecided requests, posts requests that are not posted yet, reminds of those that wait, and reports the outcome
/// of the others. Never returns. Each server has its own turn: a channel that is slow or refuses posts does not delay another server.
pub(crate) async fn run(bot_state: Data, store: Store) {
    let (mut turns, mut not_before) = (ServerTurns::new(), NotBefore::default());
    loop {
        match due(&bot_state, &store, &mut not_before).await {
            Ok(due) => turns.start(due, |guild| {
                let (bot_state, store) = (bot_state.clone(), store.clone());
                let paused = not_before.requests.keys().copied().collect();
                async move { deliver(&bot_state, &store, guild, paused).await }
            }),
            Err(error) => tracing::warn!(%error, "failed to read the requests for approval"),
        }
        tokio::select! {
            Some((guild, notified)) = turns.ended() => not_before.note(guild, notified, bot_state.clock.now()),
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
    fn note(&mut self, guild: GuildId, notified: Result<Vec<(RequestId, Duration)>, StoreError>, now: Instant) {
        self.guilds.insert(guild, now + LOOK_EVERY);
        match notified {
            Ok(later) => self.requests.extend(later.into_iter().map(|(id, pause)| (id, now + pause))),
            Err(error) => tracing::warn!(%error, "failed to read the requests for approval"),
        }
    }
}

/// Returns the servers with notifications or reminders to send now.
async fn due(bot_state: &Data, store: &Store, not_before: &mut NotBefore) -> Result<Vec<GuildId>, StoreError> {
    bot_state.services.approvals.expire().await?;
    let now = bot_state.clock.now();
    not_before.requests.retain(|_, at| *at > now);
    not_before.guilds.retain(|_, at| *at > now);
    let mut guilds = store.requests().guilds_to_notify().await?;
    guilds.extend(store.requests().guilds_to_remind(bot_state.clock.now_utc()).await?);
    guilds.sort_unstable();
    guilds.dedup();
    guilds.retain(|guild| !not_before.guilds.contains_key(guild));
    Ok(guilds)
}

/// Sends the notifications and reminders of a server's oldest requests. Returns the requests to retry, with the pause before that.
async fn deliver(
    bot_state: &Data,
    store: &Store,
    guild: GuildId,
    paused: HashSet<RequestId>,
) -> Result<Vec<(RequestId, Duration)>, StoreError> {
    let mut due = bot_state.services.approvals.to_notify(guild).await?;
    due.retain(|request| !paused.contains(&request.id));
    let (open, decided): (Vec<_>, Vec<_>) = due.into_iter().partition(|request| request.state == State::Open);
    let send = async |request: AccessRequest| (request.id, notify(bot_state, store, &request).await);
    let (posted, notified) = tokio::join!(
        async {
            let mut posted = Vec::new();
            // Sequential, since the first refusal closes the channel for the others.
            for request in open {
                // The requester knows already that a request which could not be posted waits.
                if !(request.undeliverable && approvals::is_closed(bot_state, guild).await) {
                    posted.push(send(request).await);
                }
            }
            posted
        },
        stream::iter(decided).map(send).buffer_unordered(AT_ONCE).collect::<Vec<_>>(),
    );
    for request in bot_state.services.approvals.to_remind(guild).await? {
        approvals::remind(bot_state, &request).await?;
    }
    let mut later = Vec::new();
    for (id, notified) in posted.into_iter().chain(notified) {
        if let Notified::NotYet(pause) = notified? {
            later.push((id, pause));
        }
    }
    Ok(later)
}

/// Sends the notification that a request's state requires.
async fn notify(bot_state: &Data, store: &Store, request: &AccessRequest) -> Result<Notified, StoreError> {
    let Some(_notifying) = bot_state.services.approvals.begin_notifying(request.id) else { return Ok(Notified::Yes) };
    if request.state == State::Open && request.posted.is_some() {
        let is_shown = approvals::show_first_approval(bot_state, request).await;
        return Ok(if is_shown { Notified::Yes } else { Notified::NotYet(AGAIN_AFTER) });
    }
    if request.state == State::Open {
        let posting = approvals::post(bot_state, request).await;
        // The requester learns when a request that could not be posted is posted, and the other way round.
        if posting == Posting::Done || (posting == Posting::Impossible && !request.undeliverable) {
            approvals::notify_that_it_waits(bot_state, request, posting).await;
        }
        return Ok(match posting {
            Posting::Done => Notified::Yes,
            Posting::Later => Notified::NotYet(AGAIN_AFTER),
            Posting::Impossible => Notified::NotYet(if approvals::is_closed(bot_state, request.guild).await {
                LOOK_EVERY
            } else {
                HOPELESS_AGAIN_AFTER
            }),
        });
    }
    let row = store.journal().of_interaction(request.interaction).await?;
    let result = match request.state {
        State::Approved => row.as_ref().map(result_of),
        _ => None,
    };
    let notified = approvals::notify(bot_state, request, result.as_ref(), None).await;
    Ok(if notified { Notified::Yes } else { Notified::NotYet(AGAIN_AFTER) })
}

//! Telling people of requests: posting them for those who may decide, and how they ended, to everybody concerned.

use std::collections::HashMap;
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::time::Instant;

use crate::access::{ChannelId, MessageId};
use crate::desk::{Done, result_of};
use crate::discord::Data;
use crate::discord::reply::{self, Posting};
use crate::discord::rest::{Acknowledged, RestError};
use crate::discord::visit::reference;
use crate::error::Problem;
use crate::store::{AccessRequest, RequestId, State, StoreError};

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What could not be told is tried again after this pause.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Where Discord forbids it: somebody must mend that first, and many refusals get the bot banned (Discord, "Invalid Request
/// Limit").
const HOPELESS_AGAIN_AFTER: Duration = Duration::from_secs(2 * 60);
/// Requests told of at once.
const AT_ONCE: usize = 8;

enum Told {
    Yes,
    /// It is tried again after this pause.
    NotYet(Duration),
}

/// Ends requests that nobody decides, posts those that are not posted yet, and tells how others ended, for as long as it
/// runs.
pub(in crate::discord) async fn look_after(front: Data) {
    let mut not_before: HashMap<RequestId, Instant> = HashMap::new();
    loop {
        if let Err(error) = look(&front, &mut not_before).await {
            tracing::warn!(%error, "the requests for approval wait for the store");
        }
        front.clock.sleep(LOOK_EVERY).await;
    }
}

async fn look(front: &Data, not_before: &mut HashMap<RequestId, Instant>) -> Result<(), StoreError> {
    front.desk.expire_requests().await?;
    let now = front.clock.now();
    not_before.retain(|_, at| *at > now);
    let mut due = front.desk.untold_requests().await?;
    due.retain(|request| !not_before.contains_key(&request.id));
    let all: Vec<(RequestId, Result<Told, StoreError>)> = stream::iter(due)
        .map(async |request| (request.id, go_on(front, &request).await))
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    for (id, told) in all {
        if let Told::NotYet(pause) = told? {
            not_before.insert(id, front.clock.now() + pause);
        }
    }
    Ok(())
}

/// Goes on with a request whose state somebody is to be told of.
async fn go_on(front: &Data, request: &AccessRequest) -> Result<Told, StoreError> {
    let Some(_telling) = front.desk.tell_of(request.id) else { return Ok(Told::Yes) };
    if request.state == State::Open
        && let Some((channel, message)) = request.posted
    {
        // It was read before the guard was taken, and may have been decided and shown since.
        return match front.desk.store().requests().get(request.id).await? {
            Some(now) if now.state == State::Open && !now.told => show_again(front, &now, channel, message).await,
            _ => Ok(Told::Yes),
        };
    }
    if request.state == State::Open {
        let posting = post(front, request).await;
        // Whoever was told that it could not be posted hears that it could, and the other way round.
        if posting == Posting::Done || (posting == Posting::Impossible && !request.undeliverable) {
            tell_that_it_waits(front, request, posting).await;
        }
        return Ok(match posting {
            Posting::Done => Told::Yes,
            Posting::Later => Told::NotYet(AGAIN_AFTER),
            Posting::Impossible => Told::NotYet(HOPELESS_AGAIN_AFTER),
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

/// Puts an open request back into the message that was posted, after a press that met a fault.
async fn show_again(
    front: &Data,
    request: &AccessRequest,
    channel: ChannelId,
    message: MessageId,
) -> Result<Told, StoreError> {
    let say = front.language_of(request.guild).await;
    let shown = reply::request_posted(say, request, None, None);
    if let Err(error) = or_gone(front.rest.edit_post(channel, message, &shown).await) {
        tracing::warn!(request = request.id.0, %error, "failed to show a request again");
        return Ok(Told::NotYet(AGAIN_AFTER));
    }
    front.desk.store().requests().posted(request.id, channel, message).await?;
    Ok(Told::Yes)
}

/// Shows an open request to those who may decide it, where it is not shown yet.
pub(in crate::discord) async fn post(front: &Data, request: &AccessRequest) -> Posting {
    if request.posted.is_some() {
        return Posting::Done;
    }
    let requests = front.desk.store().requests();
    let posted = match front.desk.approvals_channel(request.guild).await {
        Some(channel) => {
            let say = front.language_of(request.guild).await;
            let message = reply::request_posted(say, request, None, None);
            let nonce = format!("request-{}", request.id);
            let post = front.rest.post(channel, &message, &nonce).await;
            post.map(|message| (channel, message)).map_err(Some)
        }
        None => Err(None),
    };
    let noted = match &posted {
        Ok((channel, message)) => requests.posted(request.id, *channel, *message).await.map(|()| Posting::Done),
        Err(Some(error)) if !error.is_final() => Ok(Posting::Later),
        Err(_) => requests.undeliverable(request.id).await.map(|_| Posting::Impossible),
    };
    if let Err(Some(error)) = &posted {
        tracing::warn!(request = request.id.0, %error, "a request could not be posted");
    }
    noted.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "whether a request was posted could not be written down");
        Posting::Later
    })
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
        tracing::warn!(request = request.id.0, %error, "how a request ended could not be told yet");
        return false;
    }
    if let Err(error) = front.desk.store().requests().told(request.id).await {
        tracing::warn!(request = request.id.0, %error, "that a request was told could not be written down");
    }
    true
}

/// In the answer to the command while Discord takes edits of it, else in a direct message, else where it was asked for.
async fn tell_asker(
    front: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, Problem>>,
) -> Result<(), RestError> {
    let message = reply::request_told(request.language, request, result, &reference(request.interaction));
    let answer = front.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() {
        match answer.edit(&message).await {
            Err(error) if error.is_final() => {}
            other => return other,
        }
    }
    // Who has taken it back knows.
    if request.state == State::Cancelled {
        return Ok(());
    }
    let nonce = format!("told-{}", request.id);
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
    if answer.is_alive() && answer.tell_channel(&notice).await.is_ok() {
        return Ok(());
    }
    or_gone(front.rest.post(request.channel, &notice, &format!("done-{}", request.id)).await.map(drop))
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

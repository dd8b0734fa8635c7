//! Notifications about requests: posts open requests for approvers, and reports outcomes to all members concerned.

use std::time::Duration;

use dashmap::DashMap;
use tokio::time::Instant;

use crate::access::{ChannelId, GuildId, MessageId};
use crate::discord::Data;
use crate::discord::deliver::pause_after_refusals;
use crate::discord::interaction::reference;
use crate::discord::reply::{self, Message, PostNote, Posting};
use crate::discord::rest::{Acknowledged, RestError};
use crate::error::{OperationError, UserError};
use crate::services::{Done, is_unconfirmed};
use crate::store::{AccessRequest, State};

/// Approvals channels that refuse posts. An administrator must fix that, and many refusals get the bot banned (Discord,
/// "Invalid Request Limit"). Each channel is therefore retried after a growing pause, whatever number of requests wait.
#[derive(Debug, Default)]
pub(crate) struct ClosedChannels(DashMap<GuildId, Closure>);

#[derive(Debug, Clone, Copy)]
struct Closure {
    channel: ChannelId,
    next_try: Instant,
    failures: u32,
}

impl ClosedChannels {
    /// Returns the time until the next attempt; `None`: the channel may be tried now.
    fn rest(&self, guild: GuildId, channel: ChannelId, now: Instant) -> Option<Duration> {
        let closure = self.0.get(&guild).map(|closure| *closure)?;
        let rest = closure.next_try.saturating_duration_since(now);
        (closure.channel == channel && !rest.is_zero()).then_some(rest)
    }

    pub(super) fn refused(&self, guild: GuildId, channel: ChannelId, now: Instant) {
        let mut closure = self.0.entry(guild).or_insert(Closure { channel, next_try: now, failures: 0 });
        if closure.channel != channel {
            *closure = Closure { channel, next_try: now, failures: 0 };
        }
        closure.next_try = now + pause_after_refusals(closure.failures);
        closure.failures = closure.failures.saturating_add(1);
    }

    /// Notes that the channel accepts posts.
    pub(in crate::discord) fn open(&self, guild: GuildId) {
        self.0.remove(&guild);
    }
}

/// Posts an open request for the members who may decide it, if it is not posted yet.
pub(crate) async fn post(bot_state: &Data, request: &AccessRequest) -> Posting {
    if request.posted.is_some() {
        return Posting::Done;
    }
    let approvals = &bot_state.services.approvals;
    let message = open_request(bot_state, request).await;
    let nonce = format!("request-{}", request.id);
    let posted = post_for_approvers(bot_state, request.guild, &message, &nonce).await;
    let noted = match &posted {
        Ok(Some(post)) => approvals.record_post(request.id, Some(*post)).await.map(|()| Posting::Done),
        Err(error) if !error.is_final() => Ok(Posting::Later),
        Ok(None) | Err(_) => approvals.record_post(request.id, None).await.map(|()| Posting::Impossible),
    };
    if let Err(error) = &posted
        && !error.is_held_back()
    {
        tracing::warn!(request = request.id.0, %error, "failed to post a request");
    }
    noted.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "failed to store whether a request was posted");
        Posting::Later
    })
}

/// Returns the post of an open request, with the role that it mentions.
async fn open_request(bot_state: &Data, request: &AccessRequest) -> Message {
    let i18n = bot_state.language_of(request.guild).await;
    // Approvers must know that an earlier, equal change may still take effect.
    let unsettled = bot_state.services.unsettled.requested_at(&request.operation).await;
    let unsettled = unsettled.unwrap_or_else(|error| {
        tracing::warn!(request = request.id.0, %error, "failed to read whether a change is not settled");
        None
    });
    let unsettled = unsettled.map(|since| UserError::from(OperationError::Unsettled { since }));
    let account = bot_state.services.settings.account_names(request.guild);
    let note = unsettled.as_ref().map(PostNote::Problem);
    let message = reply::request_posted(i18n, request, None, note, account);
    let settings = bot_state.services.settings.get(request.guild).await.ok();
    match settings.and_then(|settings| settings.role_for_approvals()) {
        Some(role) => message.mentioning(role),
        None => message,
    }
}

/// Returns the approvals channel of a server.
async fn channel_of(bot_state: &Data, guild: GuildId) -> Option<ChannelId> {
    bot_state.services.settings.get(guild).await.ok()?.approvals.channel
}

/// Returns whether the approvals channel of a server is closed at present.
pub(crate) async fn is_closed(bot_state: &Data, guild: GuildId) -> bool {
    let channel = channel_of(bot_state, guild).await;
    channel.is_some_and(|it| bot_state.closed_approvals.rest(guild, it, bot_state.clock.now()).is_some())
}

/// Posts a message in the approvals channel of a server. `nonce` as for [`Rest::post`](crate::discord::rest::Rest::post).
/// Returns where it is; `None` if there is no channel, or if it is closed at present.
pub(crate) async fn post_for_approvers(
    bot_state: &Data,
    guild: GuildId,
    message: &Message,
    nonce: &str,
) -> Result<Option<(ChannelId, MessageId)>, RestError> {
    let (closed, now) = (&bot_state.closed_approvals, bot_state.clock.now());
    let channel = channel_of(bot_state, guild).await;
    let Some(channel) = channel.filter(|channel| closed.rest(guild, *channel, now).is_none()) else { return Ok(None) };
    let posted = bot_state.rest.post(channel, message, nonce).await;
    match &posted {
        Ok(_) => closed.open(guild),
        Err(error) if error.refused_by_channel().is_some() => closed.refused(guild, channel, bot_state.clock.now()),
        Err(_) => {}
    }
    posted.map(|message| Some((channel, message)))
}

/// Tells the requester that their request waits for a decision.
pub(crate) async fn notify_that_it_waits(bot_state: &Data, request: &AccessRequest, posting: Posting) {
    let answer = bot_state.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::asked(request.language, request, posting)).await
    {
        tracing::debug!(%error, "failed to show the state of a request");
    }
}

/// Reports the outcome of a request to all members concerned. Returns whether that succeeded; a failed report is
/// retried.
pub(crate) async fn notify(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    pressed: Option<&Acknowledged>,
) -> bool {
    let i18n = bot_state.language_of(request.guild).await;
    let notified = async {
        let account = bot_state.services.settings.account_names(request.guild);
        let shown = reply::request_posted(i18n, request, result, None, account);
        match (pressed, request.posted) {
            (Some(pressed), _) => or_gone(pressed.edit(&shown).await)?,
            (None, Some((channel, message))) => or_gone(bot_state.rest.edit_post(channel, message, &shown).await)?,
            (None, None) => {}
        }
        notify_requester(bot_state, request, result).await?;
        announce(bot_state, request, result).await
    };
    if let Err(error) = notified.await {
        if !error.is_held_back() {
            tracing::warn!(request = request.id.0, %error, "failed to report the outcome of a request");
        }
        return false;
    }
    if let Err(error) =
        bot_state.services.approvals.record_notified(request.id, result.is_some_and(is_unconfirmed)).await
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
async fn notify_requester(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Result<(), RestError> {
    let account = bot_state.services.settings.account_names(request.guild);
    let message = reply::request_told(request.language, request, result, &reference(request.interaction), account);
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
    let i18n = bot_state.language_of(request.guild).await;
    let message = reply::request_told_in_public(i18n, request, result);
    or_gone(bot_state.rest.post(request.channel, &message, &nonce).await.map(drop))
}

/// Announces a change that was carried out in the channel of its command.
async fn announce(
    bot_state: &Data,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Result<(), RestError> {
    let Some(Ok(done)) = result else { return Ok(()) };
    let i18n = bot_state.language_of(request.guild).await;
    let Some(notice) = reply::approved_announcement(i18n, done, request) else { return Ok(()) };
    let answer = bot_state.rest.earlier(request.interaction, request.application, &request.token);
    if answer.is_alive() && request.has_token() && answer.tell_channel(&notice).await.is_ok() {
        return Ok(());
    }
    or_gone(bot_state.rest.post(request.channel, &notice, &nonce("done", request, result)).await.map(drop))
}

/// Treats a final refusal as success: if the message, the channel or the permission is gone, no one is left to inform.
pub(super) fn or_gone(result: Result<(), RestError>) -> Result<(), RestError> {
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
        let (closed, mut now) = (ClosedChannels::default(), Instant::now());
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

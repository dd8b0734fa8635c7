//! Messages of the background workers: each function delivers one, by the way that Discord still accepts.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use usher_clock::Timestamp;

use super::interaction::{reference, tell_channel};
use super::reply::About;
use super::rest::RestError;
use super::{Data, Error, reply};
use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::error::UserError;
use crate::operations::Operation;
use crate::services::{Done, MoreRefusals, is_unconfirmed};
use crate::store::{AuditId, ConfirmationKind, LogItem, PendingConfirmation, PendingInteraction, StoreError};

/// Pause after a channel refused a post. Each further refusal doubles it.
const REFUSED_PAUSE: Duration = Duration::from_secs(30);
const REFUSED_PAUSE_MAX: Duration = Duration::from_secs(10 * 60);

/// The result of a post to a log channel.
pub(crate) enum LogPost {
    Posted,
    /// The channel refuses posts, with this code of Discord.
    Refused {
        code: u64,
    },
    /// Discord failed, or holds posts back.
    Failed,
    /// Discord accepts no message of this form, in any channel.
    Unacceptable,
}

/// Removes the buttons of a confirmation that expired. A failure is only logged.
pub(crate) async fn expired(bot_state: &Data, pending: &PendingConfirmation) {
    let card = bot_state.rest.earlier(pending.interaction, pending.application, &pending.token);
    if pending.kind == ConfirmationKind::Undo {
        // The answer to an addition may have other buttons, which are still good.
        if !matches!(pending.operation, Operation::RemoveMembers(_))
            && let Err(error) = card.remove_components().await
        {
            tracing::debug!(%error, "failed to remove the button of an undo");
        }
        return;
    }
    if let Err(error) = card.edit(&reply::expired(pending.language, &pending.operation)).await {
        tracing::debug!(%error, "failed to remove the buttons of a confirmation");
    }
}

/// Shows the requester that Usher is checking whether their change took effect. `until`: when the change settles. A
/// failure is only logged.
pub(crate) async fn checking(bot_state: &Data, pending: &PendingInteraction, operation: &Operation, until: Timestamp) {
    let answer = bot_state.rest.earlier(pending.interaction, pending.application, &pending.token);
    if answer.is_alive()
        && let Err(error) = answer.edit(&reply::settling(pending.language, operation, until, true)).await
    {
        tracing::debug!(%error, "failed to show that a change is being checked");
    }
}

/// Reports the outcome of an abandoned interaction to its requester: in the message that they see while Discord accepts
/// edits of it, otherwise in the log channel. There the message mentions them, the only ping that this bot ever sends.
/// Returns whether they were informed. `case`: its number and the name of its operation, if something was begun.
pub(crate) async fn outcome(
    bot_state: &Data,
    pending: &PendingInteraction,
    case: Option<(AuditId, &str)>,
    result: Result<Done, UserError>,
) -> bool {
    let answer = bot_state.rest.earlier(pending.interaction, pending.application, &pending.token);
    let reference = reference(pending.interaction);
    if answer.is_alive() && !pending.is_scheduled() {
        let message = match &result {
            Ok(done) => reply::done(pending.language, done),
            Err(problem) => {
                let operation = case.map_or("", |(_, operation)| operation);
                reply::problem(pending.language, problem, About { operation, reference: &reference })
            }
        };
        match answer.edit(&message).await {
            Ok(()) => {
                if is_unconfirmed(&result) {
                    // A later edit corrects it if the change takes effect after all.
                    bot_state.services.interactions.answered_for_now(pending.interaction).await;
                } else {
                    bot_state.services.interactions.answered(pending.interaction).await;
                }
                if let Ok(done) = &result
                    && let Err(error) = tell_channel(bot_state, &answer, pending.guild, pending.actor, done).await
                {
                    tracing::warn!(%error, "failed to announce a change in the channel");
                }
                return true;
            }
            // The acknowledgement came too late and Discord showed the failure. Nothing was done, or it was reported.
            Err(error) if error.is_final() && case.is_none() => {
                bot_state.services.interactions.answered(pending.interaction).await;
                return true;
            }
            Err(error) if error.is_final() => {}
            Err(error) => {
                tracing::warn!(reference, %error, "failed to send an answer");
                return false;
            }
        }
    }
    match mention(bot_state, pending, case.map(|(case, _)| case), &result).await {
        Ok(()) => {
            bot_state.services.interactions.answered(pending.interaction).await;
            true
        }
        // The rate limiter (`brake`) logs the reason once.
        Err(error) if error.downcast_ref::<RestError>().is_some_and(RestError::is_held_back) => false,
        Err(error) => {
            tracing::warn!(reference, %error, "failed to report the outcome of an operation");
            false
        }
    }
}

/// Queues an outcome that the answer can no longer show for the log channel. Without a log channel, the actor gets a
/// direct message.
async fn mention(
    bot_state: &Data,
    pending: &PendingInteraction,
    case: Option<AuditId>,
    result: &Result<Done, UserError>,
) -> Result<(), Error> {
    let i18n = bot_state.language_of(pending.guild).await;
    let message = if pending.is_scheduled() {
        reply::told_scheduled(i18n, (pending.actor, pending.interaction), case, result)
    } else {
        reply::told_late(i18n, pending.actor, case, result)
    };
    late(
        bot_state,
        pending.guild,
        pending.interaction,
        pending.actor,
        &message,
        &format!("told-{}", pending.interaction.0),
    )
    .await
}

/// Sends `to` a message that their answer can no longer show: in the log channel, where it mentions them, or directly if
/// there is none.
/// `nonce` as for [`Rest::direct`](super::rest::Rest::direct). Logs a final refusal by Discord.
pub(crate) async fn late(
    bot_state: &Data,
    guild: GuildId,
    interaction: InteractionId,
    to: UserId,
    message: &reply::Message,
    nonce: &str,
) -> Result<(), Error> {
    if queue_late(bot_state, guild, interaction, &message.clone().pinging(to)).await? {
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
pub(crate) async fn refusal_counts(bot_state: &Data, all: bool) -> Result<(), StoreError> {
    for MoreRefusals { guild, user, interaction, count } in bot_state.services.refusals.take_unposted(all).await? {
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
    let message = serde_json::to_string(message).map_err(|error| StoreError::Garbled(error.to_string()))?;
    bot_state.services.log_channels.queue(guild, interaction, message).await
}

/// Posts an entry to a log channel, and logs a failure.
pub(crate) async fn log_entry(bot_state: &Data, guild: GuildId, channel: ChannelId, item: &LogItem) -> LogPost {
    let Err(error) = post(bot_state, guild, channel, item).await else { return LogPost::Posted };
    if let Some(code) = error.refused_by_channel() {
        tracing::warn!(%channel, %error, "failed to post to a log channel; its entries wait");
        LogPost::Refused { code }
    } else if error.is_held_back() {
        // The rate limiter (`brake`) logs the reason once.
        LogPost::Failed
    } else if error.is_about_form() {
        tracing::error!(%channel, %error, ?item, "failed to post an entry: Discord does not accept its form");
        LogPost::Unacceptable
    } else {
        tracing::warn!(%channel, %error, "failed to post to a log channel; trying again");
        LogPost::Failed
    }
}

async fn post(bot_state: &Data, guild: GuildId, channel: ChannelId, item: &LogItem) -> Result<(), RestError> {
    match item {
        LogItem::Entry(row) => {
            let i18n = bot_state.language_of(guild).await;
            // The correction of an entry's outcome is another message.
            let confirmed = row.confirmed.map_or(0, Timestamp::as_secs);
            let nonce = format!("case-{}-{confirmed}", row.case.0);
            let mut row = row.clone();
            if let Ok(settings) = bot_state.services.settings.get(guild).await {
                bot_state.services.groups.name_entries(&settings, std::slice::from_mut(&mut row)).await;
            }
            bot_state.rest.post(channel, &reply::case_line(i18n, &row), &nonce).await.map(drop)
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

/// Returns the pause before the next post to a channel that refused posts, after this number of earlier refusals.
pub(crate) fn pause_after_refusals(failures: u32) -> Duration {
    growing_pause(REFUSED_PAUSE, REFUSED_PAUSE_MAX, failures)
}

/// Returns the pause after this number of earlier failures: each doubles `first`, up to `most`.
pub(crate) fn growing_pause(first: Duration, most: Duration, failures: u32) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(failures.min(16))).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_their_limit() {
        let pauses = [0, 1, 2, 3, 4, 5, u32::MAX].map(pause_after_refusals);
        assert_eq!(pauses.map(|pause| pause.as_secs()), [30, 60, 120, 240, 480, 600, 600]);
    }
}

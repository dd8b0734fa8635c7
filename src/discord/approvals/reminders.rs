//! Reminders in the approvals channel of requests that nobody decided.

use crate::discord::{Data, reply};
use crate::store::{AccessRequest, StoreError};

/// Posts the reminder of an open request, unless another instance does. A failed post is repeated after a while.
pub(crate) async fn remind(bot_state: &Data, request: &AccessRequest) -> Result<(), StoreError> {
    let approvals = &bot_state.services.approvals;
    let Ok(settings) = bot_state.services.settings.get(request.guild).await else { return Ok(()) };
    let Some(channel) = settings.approvals.channel else { return Ok(()) };
    if super::is_closed(bot_state, request).await || !approvals.begin_reminder(request.id).await? {
        return Ok(());
    }
    let i18n = bot_state.language_of(request.guild).await;
    let Some(message) = reply::reminder(i18n, request, settings.role_for_approvals()) else { return Ok(()) };
    match bot_state.rest.post(channel, &message, &format!("reminder-{}", request.id)).await {
        Ok(_) => approvals.record_reminder(request.id).await,
        Err(error) => {
            if error.refused_by_channel().is_some() {
                bot_state.closed_approvals.refused(request.guild, channel, bot_state.clock.now());
            }
            if !error.is_held_back() {
                tracing::warn!(request = request.id.0, %error, "failed to post a reminder of a request");
            }
            Ok(())
        }
    }
}

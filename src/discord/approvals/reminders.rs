//! Reminders in the approvals channel of requests that nobody decided.

use super::post_for_approvers;
use crate::discord::{Data, reply};
use crate::store::{AccessRequest, StoreError};

/// Posts the reminder of an open request, unless another instance does. A failed post is repeated after a while.
pub(crate) async fn remind(bot_state: &Data, request: &AccessRequest) -> Result<(), StoreError> {
    let approvals = &bot_state.services.approvals;
    let Ok(settings) = bot_state.services.settings.get(request.guild).await else { return Ok(()) };
    let is_hopeless = settings.approvals.channel.is_none() || super::is_closed(bot_state, request.guild).await;
    if is_hopeless || !approvals.begin_reminder(request.id).await? {
        return Ok(());
    }
    let i18n = bot_state.language_of(request.guild).await;
    let Some(message) = reply::reminder(i18n, request, settings.role_for_approvals()) else { return Ok(()) };
    match post_for_approvers(bot_state, request.guild, &message, &format!("reminder-{}", request.id)).await {
        Ok(Some(_)) => approvals.record_reminder(request.id).await,
        Ok(None) => Ok(()),
        Err(error) => {
            if !error.is_held_back() {
                tracing::warn!(request = request.id.0, %error, "failed to post a reminder of a request");
            }
            Ok(())
        }
    }
}

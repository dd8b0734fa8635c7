//! Notices of requests to join, in the approvals channels. The newest notice of a group has the buttons.

use super::approvals::post_for_approvers;
use super::reply::{self, NoticeState};
use super::{Data, approvals};
use crate::services::NoticeChange;
use crate::store::{JoinNotice, StoreError};

/// Shows a change of a notice in its channel. A notice that could not be posted is posted later; a failed edit is only
/// logged.
pub(crate) async fn tell(bot_state: &Data, change: NoticeChange) {
    match change {
        NoticeChange::New { notice, instead } => match post(bot_state, &notice).await {
            Ok(true) => {
                let replaced = JoinNotice { post: instead, ..*notice };
                edit(bot_state, &replaced, NoticeState::Replaced).await;
            }
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "failed to store that requests to join were announced"),
        },
        NoticeChange::Changed(notice) => edit(bot_state, &notice, NoticeState::Open).await,
        NoticeChange::Over(notice) => edit(bot_state, &notice, NoticeState::Over).await,
    }
}

/// Posts the notices that an earlier attempt did not post, unless another instance does.
pub(crate) async fn post_waiting(bot_state: &Data) -> Result<(), StoreError> {
    let table = bot_state.services.join_notices.table();
    for notice in table.to_post(bot_state.clock.now_utc()).await? {
        if !approvals::is_closed(bot_state, notice.guild).await
            && table.begin_post(notice.id, bot_state.clock.now_utc()).await?
        {
            post(bot_state, &notice).await?;
        }
    }
    Ok(())
}

/// Posts a notice in the approvals channel of its server. Returns whether it is there.
async fn post(bot_state: &Data, notice: &JoinNotice) -> Result<bool, StoreError> {
    let i18n = bot_state.language_of(notice.guild).await;
    let message = reply::join_notice(i18n, notice, NoticeState::Open);
    match post_for_approvers(bot_state, notice.guild, &message, &notice.id.nonce()).await {
        Ok(Some((channel, message))) => {
            bot_state.services.join_notices.table().posted(notice.id, channel, message).await?;
            Ok(true)
        }
        Ok(None) => Ok(false),
        Err(error) => {
            if !error.is_held_back() {
                tracing::warn!(group = %notice.group, %error, "failed to announce requests to join");
            }
            Ok(false)
        }
    }
}

/// Shows the state of a notice in its message, if it has one.
async fn edit(bot_state: &Data, notice: &JoinNotice, state: NoticeState) {
    let Some((channel, message)) = notice.post else { return };
    let i18n = bot_state.language_of(notice.guild).await;
    let shown = reply::join_notice(i18n, notice, state);
    if let Err(error) = bot_state.rest.edit_post(channel, message, &shown).await {
        tracing::debug!(group = %notice.group, %error, "failed to change the notice of requests to join");
    }
}

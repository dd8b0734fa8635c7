//! Alerts about WhatsApp accounts, in the log channels of the servers that use them.

use std::time::Duration;

use groups_api::{Listed, Session};
use usher_clock::Timestamp;

use super::{Data, reply};
use crate::services::{AccountChange, AccountNames, AccountNews};
use crate::store::StoreError;

/// Stores what a look at the accounts shows, with the alerts about it. Returns the pause before the next look.
pub(crate) async fn note(
    bot_state: &Data,
    listed: &Listed<Session>,
    asked_at: Timestamp,
) -> Result<Duration, StoreError> {
    let accounts = &bot_state.services.accounts;
    let (changes, pause) = accounts.compare(listed, asked_at).await?;
    for change in changes {
        let mut messages = Vec::new();
        if let Some(news) = change.news {
            for server in accounts.servers(&change.session).await? {
                let i18n = bot_state.language_of(server.guild).await;
                let message = reply::account_alert(i18n, &change, news, AccountNames::of(&server));
                let message = match server.role_for_alerts() {
                    Some(role) => message.mentioning(role),
                    None => message,
                };
                let message =
                    serde_json::to_string(&message).map_err(|error| StoreError::Garbled(error.to_string()))?;
                messages.push((server.guild, message));
            }
        }
        if accounts.store(&change, &messages).await?
            && let Some(news) = change.news
        {
            log(&change, news);
        }
    }
    Ok(pause)
}

fn log(AccountChange { session, state, .. }: &AccountChange, news: AccountNews) {
    let condition = state.condition.as_str();
    match news {
        AccountNews::Lost { .. } => tracing::warn!(%session, condition, "a WhatsApp account is not connected"),
        AccountNews::Back { .. } => tracing::info!(%session, "a WhatsApp account is connected again"),
    }
}

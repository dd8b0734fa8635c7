//! The states of the WhatsApp accounts, and the messages about their changes. A state and its messages are stored in one
//! transaction, so that a change is told once, whatever happens to the instance that saw it.

use std::collections::HashMap;

use groups_api::AccountCondition;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use usher_clock::Timestamp;
use whatsapp::SessionName;

use super::log_queue::add_notice;
use super::{Store, StoreError, bounded, garbled, storable};
use crate::access::GuildId;

/// The state of an account, as of the last change that Usher saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountState {
    pub condition: AccountCondition,
    /// Since when it has this condition; `None` if it was so when Usher looked for the first time.
    pub since: Option<Timestamp>,
    /// Since when it has not been connected; `None` while it is.
    pub lost_since: Option<Timestamp>,
    /// The most urgent condition of this loss that was told.
    pub told: Option<AccountCondition>,
    /// The account's own number, masked, and its name. They are kept because some providers name no account that is logged
    /// out.
    pub number: Option<String>,
    pub name: Option<String>,
    /// When the state was asked for.
    pub seen_at: Timestamp,
    /// Counts the changes; 0 before the first is stored.
    pub version: i64,
}

#[derive(Debug, Clone)]
pub struct AccountStates {
    store: Store,
}

impl Store {
    pub fn account_states(&self) -> AccountStates {
        AccountStates { store: self.clone() }
    }
}

impl AccountStates {
    /// Returns the states of all accounts.
    pub async fn all(&self) -> Result<HashMap<SessionName, AccountState>, StoreError> {
        let text = "SELECT session, state, since, lost_since, told, number, name, seen_at, version FROM accounts";
        bounded(sqlx::query(text).fetch_all(&self.store.reads)).await?.iter().map(read).collect()
    }

    /// Stores the state of an account in the place of the one of the version before, and queues messages about the change
    /// for log channels. Returns `false`, and stores nothing, if another caller has stored another.
    pub async fn change(
        &self,
        session: &SessionName,
        state: &AccountState,
        messages: &[(GuildId, String)],
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let text = if state.version == 0 {
            "INSERT INTO accounts (session, state, since, lost_since, told, number, name, seen_at, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1) ON CONFLICT (session) DO NOTHING"
        } else {
            "UPDATE accounts SET state = $2, since = $3, lost_since = $4, told = $5, number = $6, name = $7, \
             seen_at = $8, version = $9 + 1 WHERE session = $1 AND version = $9"
        };
        let millis = |time: Option<Timestamp>| time.map(Timestamp::as_millis);
        let statement = sqlx::query(text)
            .bind(session.as_str())
            .bind(state.condition.as_str())
            .bind(millis(state.since))
            .bind(millis(state.lost_since))
            .bind(state.told.map(AccountCondition::as_str))
            .bind(state.number.clone())
            .bind(state.name.as_deref().map(storable))
            .bind(state.seen_at.as_millis())
            .bind(state.version);
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            if statement.execute(&mut *transaction).await?.rows_affected() == 0 {
                return Ok(false);
            }
            for (guild, message) in messages {
                add_notice(&mut transaction, *guild, message, now).await?;
            }
            transaction.commit().await?;
            Ok(true)
        })
        .await
    }
}

fn read(row: &AnyRow) -> Result<(SessionName, AccountState), StoreError> {
    let text = |column| row.try_get::<Option<String>, _>(column);
    let time = |column| Ok::<_, StoreError>(row.try_get::<Option<i64>, _>(column)?.map(Timestamp::from_millis));
    // A later version may know more conditions.
    let condition = |name: &str| AccountCondition::named(name).unwrap_or(AccountCondition::Disconnected);
    let session = row.try_get::<String, _>("session")?.parse().map_err(garbled)?;
    let state = AccountState {
        condition: condition(&row.try_get::<String, _>("state")?),
        since: time("since")?,
        lost_since: time("lost_since")?,
        told: text("told")?.as_deref().map(condition),
        number: text("number")?,
        name: text("name")?,
        seen_at: Timestamp::from_millis(row.try_get("seen_at")?),
        version: row.try_get("version")?,
    };
    Ok((session, state))
}

//! What waits until somebody presses a button: an operation to be confirmed. It is data, comes back in at the same door,
//! and survives a restart.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::{LEFT_ALONE_FOR, Store, StoreError, bounded, from_millis, garbled, language, millis, signed, unsigned};
use crate::access::{GuildId, InteractionId, UserId};
use crate::language::Language;
use crate::operations::Operation;

/// The opaque id that a button carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeptId(Uuid);

impl KeptId {
    pub fn new() -> Self {
        Self(Uuid::new_v4())
    }
}

impl Default for KeptId {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for KeptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for KeptId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(text).map(Self)
    }
}

/// An operation, who may confirm it until when, and the message that asks.
#[derive(Debug, Clone)]
pub struct Pending {
    pub id: KeptId,
    pub guild: GuildId,
    pub user: UserId,
    pub operation: Operation,
    /// Since 1970.
    pub good_until: Duration,
    /// When the same change was requested (since 1970) that is not confirmed, where the question says so.
    pub unsettled: Option<Duration>,
    /// The interaction that is answered by the question, and by which its buttons are taken away.
    pub interaction: InteractionId,
    pub application: u64,
    pub token: SecretString,
    /// In which the question was asked.
    pub language: Language,
}

#[derive(Debug, Clone)]
pub struct Kept {
    pub(super) store: Store,
}

const COLUMNS: &str = "id, guild, asker, what, good_until, interaction, application, token, language, unsettled_at";

impl Kept {
    pub async fn keep(&self, pending: &Pending) -> Result<(), StoreError> {
        let what = serde_json::to_string(&pending.operation).map_err(garbled)?;
        let text = format!("INSERT INTO kept ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        let statement = sqlx::query(&text)
            .bind(pending.id.to_string())
            .bind(signed(pending.guild.0))
            .bind(signed(pending.user.0))
            .bind(what)
            .bind(millis(pending.good_until))
            .bind(signed(pending.interaction.0))
            .bind(signed(pending.application))
            .bind(pending.token.expose_secret().to_owned())
            .bind(pending.language.tag())
            .bind(pending.unsettled.map(millis));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// What waits, if it still does.
    pub async fn look(&self, id: KeptId) -> Result<Option<Pending>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM kept WHERE id = $1");
        let statement = sqlx::query(&text).bind(id.to_string());
        bounded(statement.fetch_optional(&self.store.pool)).await?.as_ref().map(read).transpose()
    }

    /// Keeps it until then; `false` where it is gone.
    pub async fn hold(&self, id: KeptId, until: Duration) -> Result<bool, StoreError> {
        let text = "UPDATE kept SET good_until = $2 WHERE id = $1";
        let statement = sqlx::query(text).bind(id.to_string()).bind(millis(until));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Gives it more time, once. `false` where it had more before, has run out at `now`, or is gone.
    pub async fn extend(&self, id: KeptId, until: Duration, now: Duration) -> Result<bool, StoreError> {
        let text = "UPDATE kept SET good_until = $2, extended = 1 WHERE id = $1 AND extended = 0 AND good_until > $3";
        let statement = sqlx::query(text).bind(id.to_string()).bind(millis(until)).bind(millis(now));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Takes away what has run out at `now`; `false` where another copy did, or where it was given more time.
    pub async fn expire(&self, id: KeptId, now: Duration) -> Result<bool, StoreError> {
        let statement = sqlx::query("DELETE FROM kept WHERE id = $1 AND good_until <= $2");
        let statement = statement.bind(id.to_string()).bind(millis(now));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Takes it away; `false` where somebody else did.
    pub async fn withdraw(&self, id: KeptId) -> Result<bool, StoreError> {
        let statement = sqlx::query("DELETE FROM kept WHERE id = $1").bind(id.to_string());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// What has waited too long at `now`, oldest first.
    pub async fn run_out(&self, now: Duration, most: i64) -> Result<Vec<Pending>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM kept WHERE good_until <= $1 ORDER BY good_until LIMIT $2");
        let statement = sqlx::query(&text).bind(millis(now)).bind(most);
        let rows = bounded(statement.fetch_all(&self.store.pool)).await?;
        let mut gone = Vec::new();
        for row in &rows {
            match read(row) {
                Ok(pending) => gone.push(pending),
                // An operation that only a newer instance knows.
                Err(_) if from_millis(row.try_get("good_until")?) + LEFT_ALONE_FOR > now => {}
                Err(error) => {
                    tracing::warn!(%error, "failed to read a question: it is deleted");
                    let statement = sqlx::query("DELETE FROM kept WHERE id = $1").bind(row.try_get::<String, _>("id")?);
                    bounded(statement.execute(&self.store.pool)).await?;
                }
            }
        }
        Ok(gone)
    }
}

fn read(row: &AnyRow) -> Result<Pending, StoreError> {
    let (guild, asker): (i64, i64) = (row.try_get("guild")?, row.try_get("asker")?);
    let (interaction, application): (i64, i64) = (row.try_get("interaction")?, row.try_get("application")?);
    Ok(Pending {
        id: row.try_get::<String, _>("id")?.parse().map_err(garbled)?,
        guild: GuildId(unsigned(guild)),
        user: UserId(unsigned(asker)),
        operation: serde_json::from_str(&row.try_get::<String, _>("what")?).map_err(garbled)?,
        good_until: from_millis(row.try_get("good_until")?),
        unsettled: row.try_get::<Option<i64>, _>("unsettled_at")?.map(from_millis),
        interaction: InteractionId(unsigned(interaction)),
        application: unsigned(application),
        token: row.try_get::<String, _>("token")?.into(),
        language: language(row)?,
    })
}

//! Interactions that are being answered: which instance must answer, and the token with which any instance can if that
//! one is gone. The token is deleted with the final answer.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};
use usher_clock::Timestamp;

use super::batch_writer::pad_to_power_of_two;
use super::{InstanceId, Store, StoreError, bounded, language, places, signed, unsigned};
use crate::access::{GuildId, InteractionId, UserId};
use crate::language::Language;

/// In the place of the application of a run that a worker began by itself. Discord gives no such id.
pub const NO_APPLICATION: u64 = 0;

/// An interaction that was acknowledged, or is about to be.
#[derive(Clone)]
pub struct PendingInteraction {
    pub interaction: InteractionId,
    /// The bot's application: a part of the address of the answer.
    pub application: u64,
    pub token: SecretString,
    pub guild: GuildId,
    pub actor: UserId,
    pub language: Language,
    /// When Discord created it.
    pub arrived: Timestamp,
    /// `None` if an acknowledgement failed: it is not known whether any instance must answer.
    pub owner: Option<InstanceId>,
    pub answered: bool,
}

impl PendingInteraction {
    /// Returns whether a worker began it by itself: there is no answer to edit.
    pub fn is_scheduled(&self) -> bool {
        self.application == NO_APPLICATION
    }

    /// Returns whether its answer can be edited, as far as is known here: a final answer deletes the token.
    pub fn has_token(&self) -> bool {
        !self.token.expose_secret().is_empty()
    }
}

impl fmt::Debug for PendingInteraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PendingInteraction({}, answered: {})", self.interaction, self.answered)
    }
}

#[derive(Debug, Clone)]
pub struct InteractionTable {
    pub(super) store: Store,
}

const COLUMNS: &str = "interaction, application, token, guild, asker, language, arrived_at, owner, answered_at";

impl InteractionTable {
    /// Inserts an interaction, unless it exists already.
    pub async fn note(&self, visit: PendingInteraction) -> Result<(), StoreError> {
        self.store.noted.write(visit, |interactions| self.insert(interactions, "DO NOTHING")).await
    }

    /// Makes its owner the one that answers, instead of any other: Discord took this owner's acknowledgement.
    pub async fn own(&self, visit: &PendingInteraction) -> Result<(), StoreError> {
        self.insert(vec![visit.clone()], "DO UPDATE SET owner = excluded.owner").await
    }

    async fn insert(&self, mut interactions: Vec<PendingInteraction>, if_there: &str) -> Result<(), StoreError> {
        // One order everywhere: otherwise two instances that insert the same rows would deadlock.
        interactions.sort_unstable_by_key(|visit| visit.interaction.0);
        pad_to_power_of_two(&mut interactions);
        let text = format!(
            "INSERT INTO visits (interaction, application, token, guild, asker, language, arrived_at, owner) \
             VALUES {} ON CONFLICT (interaction) {if_there}",
            rows(interactions.len(), 8)
        );
        let mut statement = sqlx::query(AssertSqlSafe(text));
        for visit in &interactions {
            statement = statement
                .bind(signed(visit.interaction.0))
                .bind(signed(visit.application))
                .bind(visit.token.expose_secret().to_owned())
                .bind(signed(visit.guild.0))
                .bind(signed(visit.actor.0))
                .bind(visit.language.tag())
                .bind(visit.arrived.as_millis())
                .bind(visit.owner.as_ref().map(|owner| owner.0.clone()));
        }
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    pub async fn get(&self, interaction: InteractionId) -> Result<Option<PendingInteraction>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM visits WHERE interaction = $1");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(interaction.0));
        bounded(statement.fetch_optional(&self.store.quick)).await?.as_ref().map(read).transpose()
    }

    /// Returns the unanswered interactions, oldest first.
    pub async fn unanswered(&self, most: i64) -> Result<Vec<PendingInteraction>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM visits WHERE answered_at IS NULL ORDER BY interaction LIMIT $1");
        let rows = bounded(sqlx::query(AssertSqlSafe(text)).bind(most).fetch_all(&self.store.quick)).await?;
        rows.iter().map(read).collect()
    }

    /// Releases an interaction that `owner` holds: its acknowledgement failed.
    pub async fn release(&self, interaction: InteractionId, owner: &InstanceId) -> Result<(), StoreError> {
        let statement = sqlx::query("UPDATE visits SET owner = NULL WHERE interaction = $1 AND owner = $2")
            .bind(signed(interaction.0))
            .bind(owner.0.clone());
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    /// Takes an interaction over from an instance that is gone. Of several callers, one gets it.
    pub async fn take_over(&self, visit: &PendingInteraction, to: &InstanceId) -> Result<bool, StoreError> {
        let statement = sqlx::query(
            "UPDATE visits SET owner = $2 WHERE interaction = $1 AND answered_at IS NULL \
             AND owner IS NOT DISTINCT FROM $3",
        )
        .bind(signed(visit.interaction.0))
        .bind(to.0.clone())
        .bind(visit.owner.as_ref().map(|owner| owner.0.clone()));
        Ok(bounded(statement.execute(&self.store.quick)).await?.rows_affected() == 1)
    }

    /// Marks an interaction as answered, and deletes its token.
    pub async fn answered(&self, interaction: InteractionId, now: Timestamp) -> Result<(), StoreError> {
        self.store.answered.write(interaction, |answered| self.all_answered(answered, now)).await
    }

    /// Marks an interaction as answered, and keeps its token: the answer may be edited again.
    pub async fn answered_for_now(&self, interaction: InteractionId, now: Timestamp) -> Result<(), StoreError> {
        let text = "UPDATE visits SET answered_at = $2 WHERE interaction = $1";
        let statement = sqlx::query(text).bind(signed(interaction.0)).bind(now.as_millis());
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    /// Marks several interactions that were answered at the same time.
    async fn all_answered(&self, mut answered: Vec<InteractionId>, now: Timestamp) -> Result<(), StoreError> {
        pad_to_power_of_two(&mut answered);
        let places = places(2, answered.len());
        let text = format!("UPDATE visits SET answered_at = $1, token = '' WHERE interaction IN {places}");
        let mut statement = sqlx::query(AssertSqlSafe(text)).bind(now.as_millis());
        for interaction in answered {
            statement = statement.bind(signed(interaction.0));
        }
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }
}

/// Returns the placeholders of so many rows: `($1, $2), ($3, $4)`.
fn rows(rows: usize, columns: usize) -> String {
    let all: Vec<String> = (0..rows).map(|row| places(row * columns + 1, columns)).collect();
    all.join(", ")
}

fn read(row: &AnyRow) -> Result<PendingInteraction, StoreError> {
    let (interaction, application): (i64, i64) = (row.try_get("interaction")?, row.try_get("application")?);
    let (guild, actor): (i64, i64) = (row.try_get("guild")?, row.try_get("asker")?);
    let token: String = row.try_get("token")?;
    Ok(PendingInteraction {
        interaction: InteractionId(unsigned(interaction)),
        application: unsigned(application),
        token: token.into(),
        guild: GuildId(unsigned(guild)),
        actor: UserId(unsigned(actor)),
        language: language(row)?,
        arrived: Timestamp::from_millis(row.try_get("arrived_at")?),
        owner: row.try_get::<Option<String>, _>("owner")?.map(InstanceId),
        answered: row.try_get::<Option<i64>, _>("answered_at")?.is_some(),
    })
}

//! Interactions that are being answered: which copy is to answer, and the token by which anybody can, should that copy be
//! gone. The token is kept no longer than the answer takes.

use std::fmt;
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::together::fill;
use super::{CopyId, Store, StoreError, bounded, from_millis, language, millis, places, signed, unsigned};
use crate::access::{GuildId, InteractionId, UserId};
use crate::language::Language;

/// An interaction that was acknowledged, or is about to be.
#[derive(Clone)]
pub struct Visit {
    pub interaction: InteractionId,
    /// The bot's application, which is part of the answer's address.
    pub application: u64,
    pub token: SecretString,
    pub guild: GuildId,
    pub asker: UserId,
    pub language: Language,
    /// When Discord made it, since 1970.
    pub arrived: Duration,
    /// `None` where an acknowledgement failed, so that it is not known whether anybody is to answer.
    pub owner: Option<CopyId>,
    pub answered: bool,
}

impl Visit {
    /// Whether its answer can be edited, as far as is known here: the token goes with an answer that is final.
    pub fn has_token(&self) -> bool {
        !self.token.expose_secret().is_empty()
    }
}

impl fmt::Debug for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Visit({}, answered: {})", self.interaction, self.answered)
    }
}

#[derive(Debug, Clone)]
pub struct Visits {
    pub(super) store: Store,
}

const COLUMNS: &str = "interaction, application, token, guild, asker, language, arrived_at, owner, answered_at";

impl Visits {
    /// Notes an interaction, unless it is noted already.
    pub async fn note(&self, visit: Visit) -> Result<(), StoreError> {
        self.store.noted.write(visit, |visits| self.insert(visits, "DO NOTHING")).await
    }

    /// Makes its owner the one to answer, whoever was: its acknowledgement was the one that Discord took.
    pub async fn own(&self, visit: &Visit) -> Result<(), StoreError> {
        self.insert(vec![visit.clone()], "DO UPDATE SET owner = excluded.owner").await
    }

    async fn insert(&self, mut visits: Vec<Visit>, if_there: &str) -> Result<(), StoreError> {
        // In one order everywhere: two copies that note the same ones would else wait for each other.
        visits.sort_unstable_by_key(|visit| visit.interaction.0);
        fill(&mut visits);
        let text = format!(
            "INSERT INTO visits (interaction, application, token, guild, asker, language, arrived_at, owner) \
             VALUES {} ON CONFLICT (interaction) {if_there}",
            rows(visits.len(), 8)
        );
        let mut statement = sqlx::query(&text);
        for visit in &visits {
            statement = statement
                .bind(signed(visit.interaction.0))
                .bind(signed(visit.application))
                .bind(visit.token.expose_secret().to_owned())
                .bind(signed(visit.guild.0))
                .bind(signed(visit.asker.0))
                .bind(visit.language.tag())
                .bind(millis(visit.arrived))
                .bind(visit.owner.as_ref().map(|owner| owner.0.clone()));
        }
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    pub async fn get(&self, interaction: InteractionId) -> Result<Option<Visit>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM visits WHERE interaction = $1");
        let statement = sqlx::query(&text).bind(signed(interaction.0));
        bounded(statement.fetch_optional(&self.store.quick)).await?.as_ref().map(read).transpose()
    }

    /// Those that nobody has answered, oldest first.
    pub async fn unanswered(&self, most: i64) -> Result<Vec<Visit>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM visits WHERE answered_at IS NULL ORDER BY interaction LIMIT $1");
        let rows = bounded(sqlx::query(&text).bind(most).fetch_all(&self.store.quick)).await?;
        rows.iter().map(read).collect()
    }

    /// Gives it up, where `owner` has it: its acknowledgement failed.
    pub async fn release(&self, interaction: InteractionId, owner: &CopyId) -> Result<(), StoreError> {
        let statement = sqlx::query("UPDATE visits SET owner = NULL WHERE interaction = $1 AND owner = $2")
            .bind(signed(interaction.0))
            .bind(owner.0.clone());
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    /// Takes it over from somebody who is gone. Of several who try, one gets it.
    pub async fn take_over(&self, visit: &Visit, to: &CopyId) -> Result<bool, StoreError> {
        let statement = sqlx::query(
            "UPDATE visits SET owner = $2 WHERE interaction = $1 AND answered_at IS NULL \
             AND owner IS NOT DISTINCT FROM $3",
        )
        .bind(signed(visit.interaction.0))
        .bind(to.0.clone())
        .bind(visit.owner.as_ref().map(|owner| owner.0.clone()));
        Ok(bounded(statement.execute(&self.store.quick)).await?.rows_affected() == 1)
    }

    /// Notes that it was answered, and forgets its token.
    pub async fn answered(&self, interaction: InteractionId, now: Duration) -> Result<(), StoreError> {
        self.store.answered.write(interaction, |answered| self.all_answered(answered, now)).await
    }

    /// Notes that it was answered, and keeps its token: the answer may be edited again.
    pub async fn answered_for_now(&self, interaction: InteractionId, now: Duration) -> Result<(), StoreError> {
        let text = "UPDATE visits SET answered_at = $2 WHERE interaction = $1";
        let statement = sqlx::query(text).bind(signed(interaction.0)).bind(millis(now));
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }

    /// The same of several, which were answered at the same time.
    async fn all_answered(&self, mut answered: Vec<InteractionId>, now: Duration) -> Result<(), StoreError> {
        fill(&mut answered);
        let places = places(2, answered.len());
        let text = format!("UPDATE visits SET answered_at = $1, token = '' WHERE interaction IN {places}");
        let mut statement = sqlx::query(&text).bind(millis(now));
        for interaction in answered {
            statement = statement.bind(signed(interaction.0));
        }
        bounded(statement.execute(&self.store.quick)).await.map(drop)
    }
}

/// Places for the values of so many rows: `($1, $2), ($3, $4)`.
fn rows(rows: usize, columns: usize) -> String {
    let all: Vec<String> = (0..rows).map(|row| places(row * columns + 1, columns)).collect();
    all.join(", ")
}

fn read(row: &AnyRow) -> Result<Visit, StoreError> {
    let (interaction, application): (i64, i64) = (row.try_get("interaction")?, row.try_get("application")?);
    let (guild, asker): (i64, i64) = (row.try_get("guild")?, row.try_get("asker")?);
    let token: String = row.try_get("token")?;
    Ok(Visit {
        interaction: InteractionId(unsigned(interaction)),
        application: unsigned(application),
        token: token.into(),
        guild: GuildId(unsigned(guild)),
        asker: UserId(unsigned(asker)),
        language: language(row)?,
        arrived: from_millis(row.try_get("arrived_at")?),
        owner: row.try_get::<Option<String>, _>("owner")?.map(CopyId),
        answered: row.try_get::<Option<i64>, _>("answered_at")?.is_some(),
    })
}

//! The names of the people of Discord whom the journal names, so that an export can be read without Discord. A name is
//! noted when the journal gets a row of that person, and deleted once it cannot have one any more.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use whatsapp::unicode::single_line;

use super::batch_writer::pad_to_power_of_two;
use super::{Store, StoreError, bounded, places, signed, storable, unsigned};
use crate::access::{GuildId, UserId};

/// Most characters of a name (Discord: 32).
const NAME_CHARS_MAX: usize = 40;
/// How exact the time is at which a name was last seen. It is written no more often.
const EXACT_TO: Duration = Duration::from_secs(24 * 60 * 60);

#[derive(Debug, Clone)]
pub struct UserNames {
    pub(super) store: Store,
}

impl Store {
    pub fn user_names(&self) -> UserNames {
        UserNames { store: self.clone() }
    }
}

impl UserNames {
    /// Notes the name of a person who decides about another's request.
    pub async fn note(&self, guild: GuildId, user: UserId, name: &str, now: Timestamp) -> Result<(), StoreError> {
        bounded::<_, StoreError>(async {
            let mut connection = self.store.pool.acquire().await?;
            note(&mut connection, guild, user, name, now).await
        })
        .await
    }

    /// Returns the known names of these people in a server.
    pub async fn of(&self, guild: GuildId, users: &BTreeSet<UserId>) -> Result<HashMap<UserId, String>, StoreError> {
        if users.is_empty() {
            return Ok(HashMap::new());
        }
        let mut users: Vec<UserId> = users.iter().copied().collect();
        pad_to_power_of_two(&mut users);
        let text =
            format!("SELECT person, name FROM user_names WHERE guild = $1 AND person IN {}", places(2, users.len()));
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0));
        let statement = users.iter().fold(statement, |statement, user| statement.bind(signed(user.0)));
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        rows.iter().map(|row| Ok((UserId(unsigned(row.try_get("person")?)), row.try_get("name")?))).collect()
    }
}

/// Notes the name of a person. An empty name is none.
pub(super) async fn note(
    connection: &mut AnyConnection,
    guild: GuildId,
    user: UserId,
    name: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let name: String = single_line(name).chars().take(NAME_CHARS_MAX).collect();
    if name.is_empty() {
        return Ok(());
    }
    let text = "INSERT INTO user_names (guild, person, name, noted_at) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (guild, person) DO UPDATE SET name = excluded.name, noted_at = excluded.noted_at \
                WHERE user_names.name <> excluded.name OR user_names.noted_at < $5";
    sqlx::query(text)
        .bind(signed(guild.0))
        .bind(signed(user.0))
        .bind(storable(&name))
        .bind(now.as_millis())
        .bind(now.saturating_sub(EXACT_TO).as_millis())
        .execute(connection)
        .await?;
    Ok(())
}

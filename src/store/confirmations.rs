//! Operations that wait for a confirmation by button. They are stored as data, are authorized again at the press, and
//! survive a restart.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use uuid::Uuid;

use super::lists::{self, StoredList};
use super::{LEFT_ALONE_FOR, Store, StoreError, bounded, garbled, language, signed, unsigned};
use crate::access::{GuildId, InteractionId, UserId};
use crate::language::Language;
use crate::operations::Operation;
use crate::people_list::ListPreview;

/// The opaque id in a button's `custom_id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ConfirmationId(Uuid);

impl ConfirmationId {
    pub fn new() -> Self {
        Self(Uuid::new_v4())
    }
}

impl Default for ConfirmationId {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for ConfirmationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for ConfirmationId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(text).map(Self)
    }
}

/// What the user decides by the buttons or the menu of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfirmationKind {
    /// Whether the operation is carried out.
    Confirm,
    /// On which group the operation is carried out. The group of the stored operation means nothing.
    ChooseGroup,
    /// Whether the operation, which undoes another one, is carried out.
    Undo,
}

impl ConfirmationKind {
    /// Returns its name in the store; `None` for the kind of rows that an earlier release wrote.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Confirm => None,
            Self::ChooseGroup => Some("choose-group"),
            Self::Undo => Some("undo"),
        }
    }

    fn named(name: Option<&str>) -> Result<Self, StoreError> {
        let all = [Self::Confirm, Self::ChooseGroup, Self::Undo];
        all.into_iter().find(|kind| kind.name() == name).ok_or_else(|| garbled(format!("no such kind: {name:?}")))
    }
}

/// An operation, who may confirm it until when, and the message that asks for the confirmation.
#[derive(Debug, Clone)]
pub struct PendingConfirmation {
    pub id: ConfirmationId,
    pub kind: ConfirmationKind,
    pub guild: GuildId,
    pub user: UserId,
    pub operation: Operation,
    pub expires_at: Timestamp,
    /// When the same, unconfirmed change was requested, if the card says so.
    pub unsettled: Option<Timestamp>,
    /// What the card shows of the list that the people of the operation come from.
    pub preview: Option<Arc<ListPreview>>,
    /// The interaction that was answered with the card, and whose token removes its buttons.
    pub interaction: InteractionId,
    pub application: u64,
    pub token: SecretString,
    /// The language of the card.
    pub language: Language,
}

#[derive(Debug, Clone)]
pub struct ConfirmationTable {
    pub(super) store: Store,
}

const COLUMNS: &str =
    "id, guild, asker, what, good_until, interaction, application, token, language, unsettled_at, kind";

impl ConfirmationTable {
    pub async fn insert(&self, pending: &PendingConfirmation) -> Result<(), StoreError> {
        let kept = row(pending)?;
        let Some(preview) = &pending.preview else {
            return bounded(kept.execute(&self.store.pool)).await.map(drop);
        };
        let list = StoredList::Preview(Box::new(ListPreview::clone(preview)));
        let list = lists::insert(pending.id, (pending.guild, pending.user), &list, pending.expires_at)?;
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            lists::make_room(&mut transaction, pending.user).await?;
            kept.execute(&mut *transaction).await?;
            list.execute(&mut *transaction).await?;
            Ok(transaction.commit().await?)
        })
        .await
    }

    /// Returns the pending confirmation, if it still exists.
    pub async fn get(&self, id: ConfirmationId) -> Result<Option<PendingConfirmation>, StoreError> {
        let list = "(SELECT data FROM lists WHERE lists.id = kept.id) AS list";
        let text = format!("SELECT {COLUMNS}, {list} FROM kept WHERE id = $1");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(id.to_string());
        let Some(row) = bounded(statement.fetch_optional(&self.store.reads)).await? else { return Ok(None) };
        let mut pending = read(&row)?;
        if let Some(StoredList::Preview(preview)) = lists::read(&row, "list")? {
            pending.preview = Some(Arc::from(preview));
        }
        Ok(Some(pending))
    }

    /// Keeps it until then for the interaction that confirmed it. Returns `false` if another interaction was first, or if
    /// it is gone.
    pub async fn confirm(&self, id: ConfirmationId, by: InteractionId, until: Timestamp) -> Result<bool, StoreError> {
        let text = "UPDATE kept SET good_until = $2, confirmed_by = $3 \
                    WHERE id = $1 AND (confirmed_by IS NULL OR confirmed_by = $3)";
        let statement = sqlx::query(text).bind(id.to_string()).bind(until.as_millis()).bind(signed(by.0));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Lets another interaction confirm it.
    pub async fn release(&self, id: ConfirmationId, by: InteractionId) -> Result<(), StoreError> {
        let text = "UPDATE kept SET confirmed_by = NULL WHERE id = $1 AND confirmed_by = $2";
        let statement = sqlx::query(text).bind(id.to_string()).bind(signed(by.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Extends it once. Returns `false` if it was extended before, has expired at `now`, or is gone.
    pub async fn extend_once(&self, id: ConfirmationId, until: Timestamp, now: Timestamp) -> Result<bool, StoreError> {
        let text = "UPDATE kept SET good_until = $2, extended = 1 WHERE id = $1 AND extended = 0 AND good_until > $3";
        let statement = sqlx::query(text).bind(id.to_string()).bind(until.as_millis()).bind(now.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Deletes it if it has expired at `now`. Returns `false` if another instance did so, or if it was extended.
    pub async fn delete_expired(&self, id: ConfirmationId, now: Timestamp) -> Result<bool, StoreError> {
        let statement = sqlx::query("DELETE FROM kept WHERE id = $1 AND good_until <= $2");
        let statement = statement.bind(id.to_string()).bind(now.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Deletes it, with its list. Returns `false` if another caller did.
    pub async fn delete(&self, id: ConfirmationId) -> Result<bool, StoreError> {
        self.store.lists().delete(id).await?;
        let statement = sqlx::query("DELETE FROM kept WHERE id = $1").bind(id.to_string());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Returns the confirmations that have expired at `now`, oldest first.
    pub async fn expired(&self, now: Timestamp, most: i64) -> Result<Vec<PendingConfirmation>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM kept WHERE good_until <= $1 ORDER BY good_until LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.as_millis()).bind(most);
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        let mut gone = Vec::new();
        for row in &rows {
            match read(row) {
                Ok(pending) => gone.push(pending),
                // Only a newer instance knows the operation.
                Err(_) if Timestamp::from_millis(row.try_get("good_until")?) + LEFT_ALONE_FOR > now => {}
                Err(error) => {
                    tracing::warn!(%error, "failed to read a pending confirmation: it is deleted");
                    let statement = sqlx::query("DELETE FROM kept WHERE id = $1").bind(row.try_get::<String, _>("id")?);
                    bounded(statement.execute(&self.store.pool)).await?;
                }
            }
        }
        Ok(gone)
    }
}

fn read(row: &AnyRow) -> Result<PendingConfirmation, StoreError> {
    let (guild, actor): (i64, i64) = (row.try_get("guild")?, row.try_get("asker")?);
    let (interaction, application): (i64, i64) = (row.try_get("interaction")?, row.try_get("application")?);
    Ok(PendingConfirmation {
        id: row.try_get::<String, _>("id")?.parse().map_err(garbled)?,
        kind: ConfirmationKind::named(row.try_get::<Option<String>, _>("kind")?.as_deref())?,
        guild: GuildId(unsigned(guild)),
        user: UserId(unsigned(actor)),
        operation: serde_json::from_str(&row.try_get::<String, _>("what")?).map_err(garbled)?,
        expires_at: Timestamp::from_millis(row.try_get("good_until")?),
        unsettled: row.try_get::<Option<i64>, _>("unsettled_at")?.map(Timestamp::from_millis),
        preview: None,
        interaction: InteractionId(unsigned(interaction)),
        application: unsigned(application),
        token: row.try_get::<String, _>("token")?.into(),
        language: language(row)?,
    })
}

/// Returns the statement that inserts a confirmation, without the list that its card shows.
pub(super) fn row(pending: &PendingConfirmation) -> Result<Query<'static, Any, AnyArguments>, StoreError> {
    let what = serde_json::to_string(&pending.operation).map_err(garbled)?;
    let text = format!("INSERT INTO kept ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
    Ok(sqlx::query(AssertSqlSafe(text))
        .bind(pending.id.to_string())
        .bind(signed(pending.guild.0))
        .bind(signed(pending.user.0))
        .bind(what)
        .bind(pending.expires_at.as_millis())
        .bind(signed(pending.interaction.0))
        .bind(signed(pending.application))
        .bind(pending.token.expose_secret().to_owned())
        .bind(pending.language.tag())
        .bind(pending.unsettled.map(Timestamp::as_millis))
        .bind(pending.kind.name()))
}

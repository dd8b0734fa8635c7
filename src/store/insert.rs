//! A row of the journal about to be written.

use std::time::Duration;

use sqlx::AnyConnection;

use super::row::{Case, End, Entry, What};
use super::{CopyId, StoreError, garbled, millis, signed, storable};
use crate::access::UserId;
use crate::operations::Operation;

/// A row about to be written.
pub(super) struct Insert<'a> {
    entry: &'a Entry,
    data: Option<String>,
    begun: i64,
    progress: Option<String>,
    owner: Option<String>,
    ended: Option<i64>,
    result: Option<&'static str>,
    detail: Option<String>,
    approver: Option<UserId>,
    adds: usize,
}

pub(super) fn insert(entry: &Entry, now: Duration) -> Result<Insert<'_>, StoreError> {
    let data = entry.what.data.as_ref().map(serde_json::to_string).transpose().map_err(garbled)?;
    let (progress, owner, ended, result, detail, approver) = (None, None, None, None, None, None);
    Ok(Insert { entry, data, begun: millis(now), progress, owner, ended, result, detail, approver, adds: 0 })
}

/// What is kept of an operation that has ended, where it is less than before.
pub(super) fn without_image(what: &What) -> Result<Option<String>, StoreError> {
    let less = what.data.as_ref().and_then(Operation::without_image);
    less.as_ref().map(serde_json::to_string).transpose().map_err(garbled)
}

impl Insert<'_> {
    pub(super) fn progress(mut self, progress: &serde_json::Value) -> Self {
        self.progress = Some(progress.to_string());
        self
    }

    pub(super) fn owner(mut self, owner: &CopyId) -> Self {
        self.owner = Some(owner.0.clone());
        self
    }

    pub(super) fn approver(mut self, approver: Option<UserId>) -> Self {
        self.approver = approver;
        self
    }

    pub(super) fn adds(mut self, people: usize) -> Self {
        self.adds = people;
        self
    }

    pub(super) fn end(mut self, end: &End, now: Duration) -> Result<Self, StoreError> {
        if let Some(data) = without_image(&self.entry.what)? {
            self.data = Some(data);
        }
        self.ended = Some(millis(now));
        self.result = Some(end.verdict().name());
        self.detail = Some(serde_json::to_string(end).map_err(garbled)?);
        Ok(self)
    }

    /// `None` where the interaction has a row already.
    pub(super) async fn write(self, connection: &mut AnyConnection) -> Result<Option<Case>, StoreError> {
        let Self { entry, data, begun, progress, owner, ended, result, detail, approver, adds } = self;
        let What { operation, session, group, group_name, data: _ } = &entry.what;
        let id: Option<i64> = sqlx::query_scalar(
            "INSERT INTO journal (interaction, guild, channel, asker, operation, session, group_id, group_name, data, \
             begun_at, tries, owner, progress, ended_at, result, detail, approver, adds, posted, masked) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, $13, $14, $15, $16, $17, 0, 0) \
             ON CONFLICT (interaction) DO NOTHING RETURNING id",
        )
        .bind(signed(entry.interaction.0))
        .bind(signed(entry.guild.0))
        .bind(signed(entry.channel.0))
        .bind(signed(entry.user.0))
        .bind(operation.clone())
        .bind(session.as_ref().map(ToString::to_string))
        .bind(group.as_ref().map(ToString::to_string))
        .bind(group_name.as_deref().map(storable))
        .bind(data)
        .bind(begun)
        .bind(owner)
        .bind(progress)
        .bind(ended)
        .bind(result)
        .bind(detail)
        .bind(approver.map(|approver| signed(approver.0)))
        .bind(i64::try_from(adds).unwrap_or(i64::MAX))
        .fetch_optional(connection)
        .await?;
        Ok(id.map(Case))
    }
}

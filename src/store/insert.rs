//! The insert of a row into the journal.

use serde_json::Value;
use sqlx::AnyConnection;
use usher_clock::Timestamp;
use whatsapp::InviteCode;

use super::authorization::Authorization;
use super::row::{AuditEnd, AuditEntry, AuditId, AuditSubject};
use super::{InstanceId, StoreError, garbled, signed, storable, user_names};
use crate::access::UserId;
use crate::operations::Operation;

/// A row to insert.
pub(super) struct Insert<'a> {
    entry: &'a AuditEntry,
    data: Option<String>,
    begun: Timestamp,
    progress: Option<String>,
    owner: Option<String>,
    ended: Option<Timestamp>,
    result: Option<&'static str>,
    detail: Option<String>,
    changed: Option<bool>,
    approver: Option<UserId>,
    first_approver: Option<UserId>,
    /// Why the person does it. A refused person writes nothing for others to read.
    reason: Option<String>,
    adds: usize,
    /// `true` if the row needs no entry in the log channel.
    is_posted: bool,
}

pub(super) fn insert(entry: &AuditEntry, now: Timestamp) -> Result<Insert<'_>, StoreError> {
    let data = entry.what.data.as_ref().map(serde_json::to_string).transpose().map_err(garbled)?;
    let reason = entry.what.data.as_ref().and_then(Operation::reason).map(|reason| reason.as_str().to_owned());
    Ok(Insert {
        entry,
        data,
        begun: now,
        progress: None,
        owner: None,
        ended: None,
        result: None,
        detail: None,
        changed: None,
        approver: None,
        first_approver: None,
        reason,
        adds: 0,
        is_posted: false,
    })
}

/// Returns the data to keep of an operation that has ended, if it is less than before. While the change is not
/// confirmed, its texts are compared with the API's state.
pub(super) fn kept_data(what: &AuditSubject, end: &AuditEnd) -> Result<Option<String>, StoreError> {
    let Some(data) = &what.data else { return Ok(None) };
    let confirmations = data.as_kept();
    let mut value = serde_json::to_value(confirmations.as_ref().unwrap_or(data)).map_err(garbled)?;
    let has_links = !end.is_unconfirmed() && remove_links(&mut value);
    Ok((confirmations.is_some() || has_links).then(|| value.to_string()))
}

/// Returns the stored form of an operation's end.
pub(super) fn detail(end: &AuditEnd) -> Result<String, StoreError> {
    let mut value = serde_json::to_value(end).map_err(garbled)?;
    remove_links(&mut value);
    Ok(value.to_string())
}

/// Removes the codes of invite links from all texts: a reader of the journal must not be able to join by them. Returns
/// whether there were any.
fn remove_links(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let codes = InviteCode::all_in_text(text);
            for code in &codes {
                *text = text.replace(code.as_str(), "…");
            }
            !codes.is_empty()
        }
        Value::Array(values) => values.iter_mut().map(remove_links).filter(|found| *found).count() > 0,
        Value::Object(fields) => fields.values_mut().map(remove_links).filter(|found| *found).count() > 0,
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

impl Insert<'_> {
    pub(super) fn progress(mut self, progress: &Value) -> Self {
        self.progress = Some(progress.to_string());
        self
    }

    pub(super) fn owner(mut self, owner: &InstanceId) -> Self {
        self.owner = Some(owner.0.clone());
        self
    }

    /// Sets who decided a request. `first`: who approved it before that.
    pub(super) fn decided(mut self, by: Option<UserId>, first: Option<UserId>) -> Self {
        self.approver = by;
        self.first_approver = first;
        self
    }

    /// Sets the approvers of an operation that begins.
    pub(super) fn approved(self, authorization: Option<Authorization>) -> Self {
        self.decided(
            authorization.and_then(Authorization::approver),
            authorization.and_then(Authorization::first_approver),
        )
    }

    pub(super) fn adds(mut self, people: usize) -> Self {
        self.adds = people;
        self
    }

    pub(super) fn posted(mut self, is_posted: bool) -> Self {
        self.is_posted = is_posted;
        self
    }

    pub(super) fn end(mut self, end: &AuditEnd, now: Timestamp) -> Result<Self, StoreError> {
        if let Some(data) = kept_data(&self.entry.what, end)? {
            self.data = Some(data);
        }
        self.ended = Some(now);
        self.result = Some(end.verdict().name());
        self.detail = Some(detail(end)?);
        self.changed = Some(end.changed_something());
        if matches!(end, AuditEnd::Refused { .. }) {
            self.reason = None;
        }
        Ok(self)
    }

    /// Inserts the row. Returns `None` if the interaction has a row already.
    pub(super) async fn write(self, connection: &mut AnyConnection) -> Result<Option<AuditId>, StoreError> {
        let Self { entry, data, begun, progress, owner, ended, result, detail, .. } = self;
        let Self { changed, approver, first_approver, reason, adds, is_posted, .. } = self;
        let AuditSubject { operation, session, group, group_name, data: _ } = &entry.what;
        let id: Option<i64> = sqlx::query_scalar(
            "INSERT INTO journal (interaction, guild, channel, asker, operation, session, group_id, group_name, data, \
             begun_at, tries, owner, progress, ended_at, result, detail, approver, adds, posted, masked, \
             first_approver, reason, changed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19, $20, \
             $21) \
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
        .bind(begun.as_millis())
        .bind(owner)
        .bind(progress)
        .bind(ended.map(Timestamp::as_millis))
        .bind(result)
        .bind(detail)
        .bind(approver.map(|approver| signed(approver.0)))
        .bind(i64::try_from(adds).unwrap_or(i64::MAX))
        .bind(i64::from(is_posted))
        .bind(first_approver.map(|approver| signed(approver.0)))
        .bind(reason.as_deref().map(storable))
        .bind(changed.map(i64::from))
        .fetch_optional(&mut *connection)
        .await?;
        if let (Some(_), Some(name)) = (id, &entry.user_name) {
            user_names::note(connection, entry.guild, entry.user, name, begun).await?;
        }
        Ok(id.map(AuditId))
    }
}

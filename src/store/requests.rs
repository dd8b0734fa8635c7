//! Requests for approval: operations that their requester may not run without one, stored as data until a decision. A
//! request is stored before it is posted, decided once, and announced until everyone concerned knows the decision.

use secrecy::ExposeSecret as _;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;

use super::access_request::{AccessRequest, Approvers, AskError, Digest, RequestDecision, RequestId, State};
use super::insert::insert;
use super::limits::may_ask_at;
use super::row::{AuditEnd, AuditId};
use super::{
    InstanceId, LEFT_ALONE_FOR, Store, StoreError, bounded, bounded_work, garbled, language, one_at_a_time, signed,
    storable, unsigned,
};
use crate::access::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::operations::Operation;

#[derive(Debug, Clone)]
pub struct Requests {
    pub(super) store: Store,
}

pub(super) const COLUMNS: &str = "id, interaction, guild, channel, asker, application, token, language, what, asked_at, good_until, state, \
                       decided_by, decided_at, reason, posted_channel, posted_message, undeliverable, told, owner, first_by";

/// The state of an open request that two people must approve. Earlier releases cannot read it, and cannot decide it.
const OPEN_FOR_TWO: &str = "open_two";
/// `told` of a request whose state is to be announced. Earlier releases wrote 0. They end a request with 0 that they cannot
/// read, for example one for an operation that they do not know, and leave this number alone.
const TO_ANNOUNCE: i64 = 2;
/// The condition that the state of a request is to be announced. An index has the same text.
const IS_TO_ANNOUNCE: &str = "told <> 1";
/// The condition that a request is open. Indexes have the same text.
pub(super) const IS_OPEN: &str = "state IN ('open', 'open_two')";

impl Requests {
    /// Stores a request, unless its requester has `most` open ones here, or has asked `per_minute` times in the last
    /// minute, anywhere. `new` has no number yet. Returns the stored request if the interaction has created one
    /// already.
    pub async fn ask(&self, new: &AccessRequest, most: i64, per_minute: u32) -> Result<AccessRequest, AskError> {
        let what = serde_json::to_string(&new.operation).map_err(garbled)?;
        bounded_work(async {
            let mut transaction = self.store.pool.begin().await?;
            let state = if new.needs_two { OPEN_FOR_TWO } else { State::Open.name() };
            let insert = "INSERT INTO requests (interaction, guild, channel, asker, application, token, language, what, \
                          asked_at, good_until, state, undeliverable, told, owner) \
                          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13) \
                          ON CONFLICT (interaction) DO NOTHING";
            // The insert comes before the count: on SQLite it takes the write lock.
            let inserted = sqlx::query(insert)
                .bind(signed(new.interaction.0))
                .bind(signed(new.guild.0))
                .bind(signed(new.channel.0))
                .bind(signed(new.actor.0))
                .bind(signed(new.application))
                .bind(new.token.expose_secret().to_owned())
                .bind(new.language.tag())
                .bind(what)
                .bind(new.asked.as_millis())
                .bind(new.expires_at.as_millis())
                .bind(state)
                .bind(TO_ANNOUNCE)
                .bind(new.owner.as_ref().map(|owner| owner.0.clone()))
                .execute(&mut *transaction)
                .await?;
            if inserted.rows_affected() == 1 {
                one_at_a_time(&self.store, &mut transaction, signed(new.actor.0)).await?;
                let count = format!("SELECT COUNT(*) FROM requests WHERE guild = $1 AND asker = $2 AND {IS_OPEN}");
                let count = sqlx::query_scalar::<_, i64>(AssertSqlSafe(count)).bind(signed(new.guild.0)).bind(signed(new.actor.0));
                if count.fetch_one(&mut *transaction).await? > most {
                    return Err(AskError::TooManyOpen);
                }
                let (actor, interaction) = (new.actor, new.interaction);
                let free_at = may_ask_at(&mut transaction, actor, interaction, per_minute, new.asked).await?;
                if let Some(free_at) = free_at {
                    return Err(AskError::TooManyInAMinute { free_at });
                }
            }
            let text = format!("SELECT {COLUMNS} FROM requests WHERE interaction = $1");
            let row = sqlx::query(AssertSqlSafe(text)).bind(signed(new.interaction.0)).fetch_one(&mut *transaction).await?;
            let stored = read(&row)?;
            transaction.commit().await?;
            Ok(stored)
        })
        .await
    }

    pub async fn get(&self, id: RequestId) -> Result<Option<AccessRequest>, StoreError> {
        self.one("id = $1", id.0).await
    }

    /// Returns the request that an interaction created.
    pub async fn of_interaction(&self, interaction: InteractionId) -> Result<Option<AccessRequest>, StoreError> {
        self.one("interaction = $1", signed(interaction.0)).await
    }

    /// Returns a server's requests that are open or were decided since then, open ones first, then newest first; of one
    /// person, or of all.
    pub async fn list(
        &self,
        guild: GuildId,
        actor: Option<UserId>,
        since: Timestamp,
        most: i64,
    ) -> Result<Vec<AccessRequest>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM requests WHERE guild = $1 AND ($2 IS NULL OR asker = $2) \
             AND ({IS_OPEN} OR decided_at >= $3) ORDER BY CASE WHEN {IS_OPEN} THEN 0 ELSE 1 END, id DESC LIMIT $4"
        );
        let statement = sqlx::query(AssertSqlSafe(text))
            .bind(signed(guild.0))
            .bind(actor.map(|actor| signed(actor.0)))
            .bind(since.as_millis())
            .bind(most);
        Ok(readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Decides an open request, and writes its end to the journal. Of several callers, one decides.
    pub async fn decide(
        &self,
        request: &AccessRequest,
        decision: &RequestDecision,
        end: &AuditEnd,
        owner: &InstanceId,
        now: Timestamp,
    ) -> Result<Option<AuditId>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let condition = IS_OPEN.to_owned();
            let Some(first) = decide(&mut transaction, request.id, decision, condition, (owner, now)).await? else {
                return Ok(None);
            };
            let entry = request.entry();
            let row = insert(&entry, now)?.decided(decision.by, first).end(end, now)?;
            let case = row.write(&mut transaction).await?;
            transaction.commit().await?;
            Ok(case)
        })
        .await
    }

    /// Records the first of two approvals. `instead_of`: an approval that does not count any more, and that this one
    /// replaces. Of several callers, one succeeds. The post must then show it, so that `owner` announces the request.
    pub async fn approve_first(
        &self,
        id: RequestId,
        by: UserId,
        instead_of: Option<UserId>,
        owner: &InstanceId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let text = format!(
            "UPDATE requests SET state = '{OPEN_FOR_TWO}', first_by = $2, told = {TO_ANNOUNCE}, owner = $3 \
             WHERE id = $1 AND {IS_OPEN} AND first_by IS NOT DISTINCT FROM $4 AND good_until > $5"
        );
        let statement = sqlx::query(AssertSqlSafe(text))
            .bind(id.0)
            .bind(signed(by.0))
            .bind(owner.0.clone())
            .bind(instead_of.map(|one| signed(one.0)))
            .bind(now.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Records that the post of an open request shows its first approval.
    pub async fn shown(&self, request: &AccessRequest) -> Result<(), StoreError> {
        let text =
            format!("UPDATE requests SET told = 1 WHERE id = $1 AND {IS_OPEN} AND first_by IS NOT DISTINCT FROM $2");
        let statement =
            sqlx::query(AssertSqlSafe(text)).bind(request.id.0).bind(request.first_approver.map(|one| signed(one.0)));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Records the message that shows the request.
    pub async fn posted(&self, id: RequestId, channel: ChannelId, message: MessageId) -> Result<(), StoreError> {
        // A request that was decided meanwhile stays to be announced.
        let text = format!(
            "UPDATE requests SET posted_channel = $2, posted_message = $3, undeliverable = 0, \
             told = CASE WHEN {IS_OPEN} THEN 1 ELSE told END WHERE id = $1"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(id.0).bind(signed(channel.0)).bind(signed(message.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Records that a request cannot be posted. Returns whether that is new.
    pub async fn undeliverable(&self, id: RequestId) -> Result<bool, StoreError> {
        let text = "UPDATE requests SET undeliverable = 1 WHERE id = $1 AND undeliverable = 0";
        Ok(bounded(sqlx::query(text).bind(id.0).execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Records that everyone concerned knows the decision. Deletes the token, unless the answer may be edited again.
    pub async fn set_notified(&self, id: RequestId, keep_token: bool) -> Result<(), StoreError> {
        let text = format!(
            "UPDATE requests SET told = 1, token = CASE WHEN $2 = 1 THEN token ELSE '' END \
             WHERE id = $1 AND NOT ({IS_OPEN})"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(id.0).bind(i64::from(keep_token));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Records that the result of an approved request must be announced again.
    pub async fn notify_again(&self, id: RequestId) -> Result<(), StoreError> {
        let text = "UPDATE requests SET told = $2 WHERE id = $1 AND state = 'approved'";
        bounded(sqlx::query(text).bind(id.0).bind(TO_ANNOUNCE).execute(&self.store.pool)).await.map(drop)
    }

    /// Returns the servers with requests whose state must be announced.
    pub async fn guilds_to_notify(&self) -> Result<Vec<GuildId>, StoreError> {
        let text = format!("SELECT DISTINCT guild FROM requests WHERE {IS_TO_ANNOUNCE}");
        let statement = sqlx::query_scalar(AssertSqlSafe(text));
        let guilds: Vec<i64> = bounded(statement.fetch_all(&self.store.reads)).await?;
        Ok(guilds.into_iter().map(|guild| GuildId(unsigned(guild))).collect())
    }

    /// Returns a server's requests whose state must be announced, oldest first.
    pub async fn to_notify(&self, guild: GuildId, most: i64) -> Result<Vec<AccessRequest>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM requests WHERE {IS_TO_ANNOUNCE} AND guild = $1 ORDER BY id LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0)).bind(most);
        Ok(readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }

    /// Returns the open requests that were not decided in time.
    pub async fn expired(&self, now: Timestamp, most: i64) -> Result<Vec<AccessRequest>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM requests WHERE {IS_OPEN} AND good_until <= $1 LIMIT $2");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.as_millis()).bind(most);
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        for unreadable in rows.iter().filter(|row| read(row).is_err()) {
            self.void(unreadable, now).await?;
        }
        Ok(readable(&rows))
    }

    /// Takes over the announcement of an instance that is gone. Of several callers, one gets it.
    pub async fn take_over(&self, request: &AccessRequest, to: &InstanceId) -> Result<bool, StoreError> {
        let text = format!(
            "UPDATE requests SET owner = $2 WHERE id = $1 AND {IS_TO_ANNOUNCE} AND owner IS NOT DISTINCT FROM $3"
        );
        let statement = sqlx::query(AssertSqlSafe(text))
            .bind(request.id.0)
            .bind(to.0.clone())
            .bind(request.owner.as_ref().map(|owner| owner.0.clone()));
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    async fn one(&self, condition: &str, value: i64) -> Result<Option<AccessRequest>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM requests WHERE {condition}");
        let row = bounded(sqlx::query(AssertSqlSafe(text)).bind(value).fetch_optional(&self.store.reads)).await?;
        row.as_ref().map(read).transpose()
    }

    /// Ends a request that this version cannot read, once no other version can be expected to.
    async fn void(&self, row: &AnyRow, now: Timestamp) -> Result<(), StoreError> {
        if Timestamp::from_millis(row.try_get("good_until")?) + LEFT_ALONE_FOR > now {
            return Ok(());
        }
        let text = "UPDATE requests SET state = 'void', told = 1 WHERE id = $1";
        let statement = sqlx::query(text).bind(row.try_get::<i64, _>("id")?);
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

/// Returns the requests that this version can read. Another one may be for an operation that only a newer instance
/// knows; that instance decides and announces it.
pub(super) fn readable(rows: &[AnyRow]) -> Vec<AccessRequest> {
    let readable = |row| read(row).inspect_err(|error| tracing::debug!(%error, "request left to another version")).ok();
    rows.iter().filter_map(readable).collect()
}

/// Approves a request. Returns `false` if it is not open any more, or if these approvers are not enough now: another
/// person was the first, or a second one is needed.
pub(super) async fn approve(
    connection: &mut AnyConnection,
    id: RequestId,
    approvers: Approvers,
    owner: &InstanceId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let decision = RequestDecision { state: State::Approved, by: Some(approvers.last), reason: None };
    let condition = match approvers.first {
        None => format!("state = '{}'", State::Open.name()),
        Some(first) if first == approvers.last => return Ok(false),
        Some(first) => format!("state = '{OPEN_FOR_TWO}' AND first_by = {}", signed(first.0)),
    };
    Ok(decide(connection, id, &decision, condition, (owner, now)).await?.is_some())
}

/// Writes the decision about a request that meets the condition. Returns the first of its approvers, and `None` if it
/// does not meet the condition.
async fn decide(
    connection: &mut AnyConnection,
    id: RequestId,
    decision: &RequestDecision,
    condition: String,
    (owner, now): (&InstanceId, Timestamp),
) -> Result<Option<Option<UserId>>, StoreError> {
    let text = format!(
        "UPDATE requests SET state = $2, decided_by = $3, decided_at = $4, reason = $5, owner = $6, told = {TO_ANNOUNCE} \
         WHERE id = $1 AND {condition} RETURNING what, first_by"
    );
    let statement = sqlx::query(AssertSqlSafe(text))
        .bind(id.0)
        .bind(decision.state.name())
        .bind(decision.by.map(|by| signed(by.0)))
        .bind(now.as_millis())
        .bind(decision.reason.as_deref().map(storable))
        .bind(owner.0.clone());
    let Some(row) = statement.fetch_optional(&mut *connection).await? else { return Ok(None) };
    let what: String = row.try_get("what")?;
    forget_invite(connection, id, &what).await?;
    let first: Option<i64> = row.try_get("first_by")?;
    Ok(Some(first.map(|id| UserId(unsigned(id)))))
}

/// Removes the invite code from a decided request. The journal has the data to run it.
async fn forget_invite(connection: &mut AnyConnection, id: RequestId, what: &str) -> Result<(), StoreError> {
    // An operation that only another version knows is left to that version.
    let operation = serde_json::from_str::<Operation>(what).ok();
    let Some(operation @ (Operation::JoinGroup(_) | Operation::PreviewInvite(_))) = operation else { return Ok(()) };
    let forgotten = operation.as_kept().as_ref().map(serde_json::to_string).transpose().map_err(garbled)?;
    let statement =
        sqlx::query("UPDATE requests SET what = COALESCE($2, what) WHERE id = $1").bind(id.0).bind(forgotten);
    statement.execute(connection).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<AccessRequest, StoreError> {
    let id = |column| Ok::<u64, StoreError>(unsigned(row.try_get::<i64, _>(column)?));
    let maybe = |column| Ok::<Option<u64>, StoreError>(row.try_get::<Option<i64>, _>(column)?.map(unsigned));
    let flag = |column| Ok::<bool, StoreError>(row.try_get::<i64, _>(column)? != 0);
    let (state, what): (String, String) = (row.try_get("state")?, row.try_get("what")?);
    let needs_two = state == OPEN_FOR_TWO;
    let state = if needs_two { State::Open.name() } else { &state };
    Ok(AccessRequest {
        id: RequestId(row.try_get("id")?),
        interaction: InteractionId(id("interaction")?),
        guild: GuildId(id("guild")?),
        channel: ChannelId(id("channel")?),
        actor: UserId(id("asker")?),
        application: id("application")?,
        token: row.try_get::<String, _>("token")?.into(),
        language: language(row)?,
        operation: serde_json::from_str(&what).map_err(garbled)?,
        digest: Digest::of(&what),
        asked: Timestamp::from_millis(row.try_get("asked_at")?),
        expires_at: Timestamp::from_millis(row.try_get("good_until")?),
        state: State::ALL.into_iter().find(|one| one.name() == state).ok_or_else(|| garbled("its state"))?,
        needs_two,
        first_approver: maybe("first_by")?.map(UserId),
        decided_by: maybe("decided_by")?.map(UserId),
        decided: row.try_get::<Option<i64>, _>("decided_at")?.map(Timestamp::from_millis),
        reason: row.try_get("reason")?,
        posted: maybe("posted_channel")?.map(ChannelId).zip(maybe("posted_message")?.map(MessageId)),
        undeliverable: flag("undeliverable")?,
        notified: row.try_get::<i64, _>("told")? == 1,
        owner: row.try_get::<Option<String>, _>("owner")?.map(InstanceId),
    })
}

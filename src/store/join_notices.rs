//! Notices of requests to join a group, in the approvals channels: of whom a channel was announced, and when a session's groups
//! are looked at next.

use std::collections::BTreeSet;
use std::time::Duration;

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use uuid::Uuid;
use whatsapp::{GroupId, Participant, SessionName};

use super::{Digest, Store, StoreError, bounded, garbled, signed, storable, unsigned};
use crate::access::{ChannelId, GuildId, MessageId};

/// How long only the instance that began to post a notice may post it. Discord creates one message for repeated posts
/// within this time.
const BEGUN_FOR: Duration = Duration::from_secs(60);
/// Notices that are posted in one turn.
const TURN: i64 = 50;

/// The id of a notice. A notice of further people has another id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeId(i64);

impl NoticeId {
    /// Returns a random id.
    pub fn random() -> Self {
        // The mask keeps the id positive.
        let (random, _) = Uuid::new_v4().as_u64_pair();
        Self(signed(random & (u64::MAX >> 1)))
    }

    /// Returns the nonce of its post, of at most 25 characters (Discord, "Create Message").
    pub fn nonce(self) -> String {
        format!("join-{:x}", self.0)
    }
}

/// The people of whom a channel was announced, as digests: the store needs no numbers to recognize them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnouncedPeople(BTreeSet<String>);

impl AnnouncedPeople {
    /// Adds a person who asks to join the group, by each of their ids: a provider may give one today and two tomorrow.
    pub fn add(&mut self, group: &GroupId, person: &Participant) {
        self.0.extend(digests(group, person));
    }

    /// Returns whether a notice has announced the person.
    pub fn has(&self, group: &GroupId, person: &Participant) -> bool {
        digests(group, person).any(|digest| self.0.contains(&digest))
    }
}

/// Returns a digest of each id of the person.
fn digests(group: &GroupId, person: &Participant) -> impl Iterator<Item = String> {
    let phone = person.phone.as_ref().map(ToString::to_string);
    let lid = person.lid.as_ref().map(ToString::to_string);
    phone.into_iter().chain(lid).map(move |id| Digest::of(&format!("{group} {id}")).to_string())
}

/// The last notice of the requests to join a group, in the approvals channel of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinNotice {
    pub id: NoticeId,
    pub guild: GuildId,
    pub session: SessionName,
    pub group: GroupId,
    /// The group's name.
    pub name: String,
    /// Those of whom the channel was announced, and who still ask.
    pub announced: AnnouncedPeople,
    /// Number of people who ask, with those whom the provider does not name.
    pub waiting: usize,
    /// When the requests were read.
    pub read_at: Timestamp,
    /// Its message, once it is posted.
    pub post: Option<(ChannelId, MessageId)>,
}

#[derive(Debug, Clone)]
pub struct JoinNotices {
    store: Store,
}

impl Store {
    pub fn join_notices(&self) -> JoinNotices {
        JoinNotices { store: self.clone() }
    }
}

const COLUMNS: &str = "id, guild, session, group_id, name, people, waiting, read_at, channel, message";

impl JoinNotices {
    /// Makes this caller the one that looks at the groups of the session now, if they are due; they are due again after
    /// `every`. A session that was never looked at is due after `every`.
    pub async fn begin_look(&self, session: &SessionName, now: Timestamp, every: Duration) -> Result<bool, StoreError> {
        let read = sqlx::query_scalar("SELECT due_at FROM join_looks WHERE session = $1").bind(session.as_str());
        let due: Option<i64> = bounded(read.fetch_optional(&self.store.reads)).await?;
        let text = match due {
            Some(due) if due > now.as_millis() => return Ok(false),
            Some(_) => "UPDATE join_looks SET due_at = $2 WHERE session = $1 AND due_at <= $3",
            None => "INSERT INTO join_looks (session, due_at) VALUES ($1, $2) ON CONFLICT (session) DO NOTHING",
        };
        let statement = sqlx::query(text).bind(session.as_str()).bind((now + every).as_millis());
        let statement = if due.is_some() { statement.bind(now.as_millis()) } else { statement };
        let is_first = bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1;
        Ok(due.is_some() && is_first)
    }

    /// Makes the groups of the session due now.
    pub async fn look_soon(&self, session: &SessionName, now: Timestamp) -> Result<(), StoreError> {
        let statement = sqlx::query("UPDATE join_looks SET due_at = $2 WHERE session = $1 AND due_at > $2");
        let statement = statement.bind(session.as_str()).bind(now.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Returns the notices of the session's groups.
    pub async fn of_session(&self, session: &SessionName) -> Result<Vec<JoinNotice>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM join_notices WHERE session = $1 ORDER BY id");
        let statement = sqlx::query(AssertSqlSafe(text)).bind(session.as_str());
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        rows.iter().map(read).collect()
    }

    /// Stores a notice that is to be posted, in the place of the notice `instead`. This caller posts it first. Returns
    /// `false`, and stores nothing, if another caller has stored another.
    pub async fn add(
        &self,
        notice: &JoinNotice,
        instead: Option<NoticeId>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            if let Some(NoticeId(id)) = instead {
                let delete = sqlx::query("DELETE FROM join_notices WHERE id = $1").bind(id);
                if delete.execute(&mut *transaction).await?.rows_affected() == 0 {
                    return Ok(false);
                }
            }
            let text = "INSERT INTO join_notices (id, guild, session, group_id, name, people, waiting, read_at, tried_at) \
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (guild, session, group_id) DO NOTHING";
            let statement = sqlx::query(text)
                .bind(notice.id.0)
                .bind(signed(notice.guild.0))
                .bind(notice.session.as_str())
                .bind(notice.group.as_str())
                .bind(storable(&notice.name))
                .bind(serde_json::to_string(&notice.announced.0).map_err(garbled)?)
                .bind(signed(notice.waiting as u64))
                .bind(notice.read_at.as_millis())
                .bind(now.as_millis());
            if statement.execute(&mut *transaction).await?.rows_affected() == 0 {
                return Ok(false);
            }
            transaction.commit().await?;
            Ok(true)
        })
        .await
    }

    /// Stores who still asks. Returns `false` if the notice has been replaced.
    pub async fn update(&self, notice: &JoinNotice) -> Result<bool, StoreError> {
        let text = "UPDATE join_notices SET name = $2, people = $3, waiting = $4, read_at = $5 WHERE id = $1";
        let statement = sqlx::query(text)
            .bind(notice.id.0)
            .bind(storable(&notice.name))
            .bind(serde_json::to_string(&notice.announced.0).map_err(garbled)?)
            .bind(signed(notice.waiting as u64))
            .bind(notice.read_at.as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Deletes a notice. Returns `false` if it has been deleted or replaced.
    pub async fn remove(&self, id: NoticeId) -> Result<bool, StoreError> {
        let statement = sqlx::query("DELETE FROM join_notices WHERE id = $1").bind(id.0);
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Returns the notices that are not posted, and that no instance posts at present.
    pub async fn to_post(&self, now: Timestamp) -> Result<Vec<JoinNotice>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM join_notices WHERE message IS NULL AND tried_at <= $1 ORDER BY tried_at, id LIMIT {TURN}"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.saturating_sub(BEGUN_FOR).as_millis());
        bounded(statement.fetch_all(&self.store.reads)).await?.iter().map(read).collect()
    }

    /// Records that an instance is about to post a notice again. Of several callers, one may.
    pub async fn begin_post(&self, id: NoticeId, now: Timestamp) -> Result<bool, StoreError> {
        let text = "UPDATE join_notices SET tried_at = $2 WHERE id = $1 AND message IS NULL AND tried_at <= $3";
        let statement = sqlx::query(text).bind(id.0).bind(now.as_millis());
        let statement = statement.bind(now.saturating_sub(BEGUN_FOR).as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Records the message of a notice.
    pub async fn posted(&self, id: NoticeId, channel: ChannelId, message: MessageId) -> Result<(), StoreError> {
        let text = "UPDATE join_notices SET channel = $2, message = $3 WHERE id = $1";
        let statement = sqlx::query(text).bind(id.0).bind(signed(channel.0)).bind(signed(message.0));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

fn read(row: &AnyRow) -> Result<JoinNotice, StoreError> {
    let text = |column| row.try_get::<String, _>(column);
    let number = |column| Ok::<u64, StoreError>(unsigned(row.try_get(column)?));
    let optional = |column| Ok::<Option<u64>, StoreError>(row.try_get::<Option<i64>, _>(column)?.map(unsigned));
    let post = optional("channel")?.zip(optional("message")?);
    Ok(JoinNotice {
        id: NoticeId(row.try_get("id")?),
        guild: GuildId(number("guild")?),
        session: text("session")?.parse().map_err(garbled)?,
        group: text("group_id")?.parse().map_err(garbled)?,
        name: text("name")?,
        announced: AnnouncedPeople(serde_json::from_str(&text("people")?).map_err(garbled)?),
        waiting: usize::try_from(number("waiting")?).unwrap_or(usize::MAX),
        read_at: Timestamp::from_millis(row.try_get("read_at")?),
        post: post.map(|(channel, message)| (ChannelId(channel), MessageId(message))),
    })
}

//! Erases what is kept of a person of WhatsApp, of a user of Discord, or of a server, beside a running bot.
//!
//! Entries of the audit log stay, with a placeholder for the person. What waits for something is deleted: confirmations,
//! requests, operations that are to begin later, messages for a log channel. Operations in progress are left alone and counted.

use sqlx::any::AnyRow;
use sqlx::{AnyPool, AssertSqlSafe, Row as _};
use whatsapp::Person;

use super::schema::{self, INTERACTIONS};
use super::traces::Traces;
use super::{Store, StoreError, bounded, signed};
use crate::access::{GuildId, UserId};

/// Rows of the journal that one statement looks at, so that none takes long.
const WINDOW: i64 = 2_000;
/// Rows deleted per statement.
const BATCH: i64 = 500;

/// Whose data is erased.
#[derive(Debug, Clone)]
pub enum DataSubject {
    Person(Person),
    User(UserId),
    Guild(GuildId),
}

/// How much was erased, or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasure {
    pub audit_entries: u64,
    pub confirmations: u64,
    /// Requests for approval, and operations that are to begin later.
    pub requests: u64,
    /// Messages that wait for a log channel, and notices of requests to join.
    pub messages: u64,
    /// Interactions that were answered.
    pub interactions: u64,
    /// Rows of grants and settings.
    pub settings: u64,
    /// Names of people of Discord.
    pub names: u64,
    /// Lists of members of groups.
    pub member_lists: u64,
    /// Operations and interactions in progress, which are not touched.
    pub in_progress: u64,
}

impl Store {
    /// Erases what is kept of the subject, or only counts it.
    pub async fn erase(&self, subject: &DataSubject, apply: bool) -> anyhow::Result<Erasure> {
        let eraser = Eraser { store: self, apply };
        match subject {
            DataSubject::Person(person) => Ok(eraser.person(person).await?),
            DataSubject::User(user) => Ok(eraser.user(*user).await?),
            DataSubject::Guild(guild) => eraser.guild(*guild).await,
        }
    }
}

struct Eraser<'a> {
    store: &'a Store,
    apply: bool,
}

impl Eraser<'_> {
    async fn person(&self, person: &Person) -> Result<Erasure, StoreError> {
        let mut traces = Traces::of_person(person);
        // An entry may have a LID beside the number, and others only the LID.
        while self.learn(&mut traces).await? {}
        let mut erasure = Erasure::default();
        self.journal(&traces, &mut erasure).await?;
        erasure.confirmations = self.delete_naming(&traces, "kept", "id", &["what"]).await?;
        erasure.confirmations += self.delete_naming(&traces, "lists", "id", &["data"]).await?;
        erasure.requests = self.delete_naming(&traces, "requests", "id", &["what", "reason"]).await?;
        erasure.requests += self.delete_naming(&traces, "schedule", "id", &["what"]).await?;
        erasure.messages = self.delete_naming(&traces, "late_answers", "interaction", &["message"]).await?;
        erasure.member_lists =
            self.delete_naming(&traces, "member_lists", "session || ' ' || group_id", &["members"]).await?;
        Ok(erasure)
    }

    async fn user(&self, user: UserId) -> Result<Erasure, StoreError> {
        let (traces, id) = (Traces::User(user), signed(user.0));
        let mut erasure = Erasure::default();
        self.journal(&traces, &mut erasure).await?;
        let pool = &self.store.pool;
        erasure.confirmations = self.delete(pool, "kept", "asker = $1", id).await?;
        erasure.confirmations += self.delete(pool, "lists", "asker = $1", id).await?;
        erasure.requests = self.delete(pool, "requests", "asker = $1", id).await?;
        erasure.requests += self.delete(pool, "schedule", "asker = $1 OR approver = $1", id).await?;
        erasure.requests += self.decisions(id).await?;
        erasure.names = self.delete(pool, "user_names", "person = $1", id).await?;
        erasure.messages = self.delete_naming(&traces, "late_answers", "interaction", &["message"]).await?;
        self.interactions("asker = $1", id, &mut erasure).await?;
        Ok(erasure)
    }

    async fn guild(&self, guild: GuildId) -> anyhow::Result<Erasure> {
        let (pool, id) = (&self.store.pool, signed(guild.0));
        let mut erasure = Erasure::default();
        for table in schema::tables().await? {
            if !table.has("guild") {
                continue;
            }
            let condition = if table.name == "journal" { "guild = $1 AND ended_at IS NOT NULL" } else { "guild = $1" };
            match table.name.as_str() {
                INTERACTIONS => self.interactions(condition, id, &mut erasure).await?,
                name => {
                    let rows = self.delete(pool, name, condition, id).await?;
                    *match name {
                        "journal" => &mut erasure.audit_entries,
                        "kept" | "lists" => &mut erasure.confirmations,
                        "requests" | "schedule" => &mut erasure.requests,
                        "late_answers" | "join_notices" => &mut erasure.messages,
                        "user_names" => &mut erasure.names,
                        _ => &mut erasure.settings,
                    } += rows;
                }
            }
        }
        let open = "SELECT COUNT(*) FROM journal WHERE guild = $1 AND ended_at IS NULL";
        erasure.in_progress += self.count(pool, open, id).await?;
        Ok(erasure)
    }

    async fn count(&self, pool: &AnyPool, text: &str, id: i64) -> Result<u64, StoreError> {
        let rows: i64 = bounded(sqlx::query_scalar(AssertSqlSafe(text)).bind(id).fetch_one(pool)).await?;
        Ok(super::unsigned(rows))
    }

    /// Deletes the rows of a table in batches. Returns how many.
    async fn delete(&self, pool: &AnyPool, table: &str, condition: &str, id: i64) -> Result<u64, StoreError> {
        let rows = self.count(pool, &format!("SELECT COUNT(*) FROM {table} WHERE {condition}"), id).await?;
        // PostgreSQL and SQLite both have a name for the place of a row.
        let place = if self.store.shared { "ctid" } else { "rowid" };
        let text = format!(
            "DELETE FROM {table} WHERE {place} IN (SELECT {place} FROM {table} WHERE {condition} LIMIT {BATCH})"
        );
        while self.apply
            && bounded(sqlx::query(AssertSqlSafe(text.as_str())).bind(id).execute(pool)).await?.rows_affected() > 0
        {
        }
        Ok(rows)
    }

    /// Deletes interactions that were answered, and counts the others.
    async fn interactions(&self, condition: &str, id: i64, erasure: &mut Erasure) -> Result<(), StoreError> {
        let pool = &self.store.quick;
        let answered = format!("{condition} AND answered_at IS NOT NULL");
        erasure.interactions += self.delete(pool, INTERACTIONS, &answered, id).await?;
        let waiting = format!("SELECT COUNT(*) FROM {INTERACTIONS} WHERE {condition} AND answered_at IS NULL");
        erasure.in_progress += self.count(pool, &waiting, id).await?;
        Ok(())
    }

    /// Removes a user from the decisions of others' requests.
    async fn decisions(&self, id: i64) -> Result<u64, StoreError> {
        let pool = &self.store.pool;
        let text = "SELECT COUNT(*) FROM requests WHERE (decided_by = $1 OR first_by = $1) AND asker <> $1";
        let rows = self.count(pool, text, id).await?;
        if self.apply {
            // An open request loses this approval, so that two other people must approve it.
            let text = "UPDATE requests SET decided_by = NULLIF(decided_by, $1), first_by = NULLIF(first_by, $1) \
                        WHERE decided_by = $1 OR first_by = $1";
            bounded(sqlx::query(text).bind(id).execute(pool)).await?;
        }
        Ok(rows)
    }

    /// Deletes the rows of a small table whose texts name the person. Returns how many.
    async fn delete_naming(
        &self,
        traces: &Traces,
        table: &str,
        key: &str,
        columns: &[&str],
    ) -> Result<u64, StoreError> {
        let (condition, patterns) = naming(traces, columns, 2);
        let text = format!(
            "SELECT CAST({key} AS TEXT) AS row_key, {} FROM {table} WHERE CAST({key} AS TEXT) > $1 AND ({condition}) \
             ORDER BY row_key LIMIT {BATCH}",
            columns.join(", ")
        );
        let delete = format!("DELETE FROM {table} WHERE CAST({key} AS TEXT) = $1");
        let (mut last, mut deleted) = (String::new(), 0);
        loop {
            let statement =
                patterns.iter().fold(sqlx::query(AssertSqlSafe(text.as_str())).bind(last.clone()), |one, pattern| {
                    one.bind(pattern.clone())
                });
            let rows = bounded(statement.fetch_all(&self.store.pool)).await?;
            let Some(end) = rows.last() else { return Ok(deleted) };
            last = end.try_get("row_key")?;
            for row in &rows {
                let texts = columns.iter().filter_map(|column| row.try_get::<Option<String>, _>(*column).ok()?);
                if texts.filter_map(|text| traces.erased(&text)).count() == 0 {
                    continue;
                }
                deleted += 1;
                if self.apply {
                    let key: String = row.try_get("row_key")?;
                    bounded(sqlx::query(AssertSqlSafe(delete.as_str())).bind(key).execute(&self.store.pool)).await?;
                }
            }
        }
    }

    /// Reads the journal for other forms of the person. Returns whether there is a new one.
    async fn learn(&self, traces: &mut Traces) -> Result<bool, StoreError> {
        let (mut windows, mut is_new) = (Windows::of(self.store).await?, false);
        while let Some(rows) = windows.next(self.store, traces).await? {
            for row in &rows {
                for text in ["data", "progress", "detail"].into_iter().filter_map(|column| text(row, column)) {
                    is_new |= serde_json::from_str(&text).is_ok_and(|value| traces.learn(&value));
                }
            }
        }
        Ok(is_new)
    }

    /// Puts a placeholder in the place of the person in all entries that have ended.
    async fn journal(&self, traces: &Traces, erasure: &mut Erasure) -> Result<(), StoreError> {
        let mut windows = Windows::of(self.store).await?;
        while let Some(rows) = windows.next(self.store, traces).await? {
            for row in &rows {
                let without = |column| text(row, column).and_then(|text| traces.erased(&text));
                let (data, progress) = (without("data"), without("progress"));
                let (detail, name, reason) = (without("detail"), without("group_name"), without("reason"));
                let is_asker = row.try_get::<i64, _>("is_asker")? == 1;
                if !is_asker && [&data, &progress, &detail, &name, &reason].iter().all(|one| one.is_none()) {
                    continue;
                }
                if row.try_get::<Option<i64>, _>("ended_at")?.is_none() {
                    erasure.in_progress += 1;
                    continue;
                }
                erasure.audit_entries += 1;
                if self.apply {
                    self.write(traces, row, [data, detail, name, reason]).await?;
                }
            }
        }
        Ok(())
    }

    async fn write(&self, traces: &Traces, row: &AnyRow, without: [Option<String>; 4]) -> Result<(), StoreError> {
        let [data, detail, name, reason] = without;
        // What is left of an operation whose people are not known any more is of no use, as after retention's masking.
        let (clear, user) = match traces {
            Traces::People(_) => (1_i64, 0),
            Traces::User(user) => (0, signed(user.0)),
        };
        let before = text(row, "detail");
        let statement = sqlx::query(
            "UPDATE journal SET detail = $2, group_name = $3, \
             data = CASE WHEN CAST($4 AS BIGINT) = 1 THEN NULL ELSE CAST($5 AS TEXT) END, \
             progress = CASE WHEN CAST($4 AS BIGINT) = 1 THEN NULL ELSE progress END, \
             watch_at = CASE WHEN CAST($4 AS BIGINT) = 1 THEN NULL ELSE watch_at END, \
             asker = CASE WHEN asker = $6 THEN $7 ELSE asker END, \
             approver = CASE WHEN approver = $6 THEN $7 ELSE approver END, \
             first_approver = CASE WHEN first_approver = $6 THEN $7 ELSE first_approver END, \
             stopped_by = CASE WHEN stopped_by = $6 THEN $7 ELSE stopped_by END, \
             reason_by = CASE WHEN reason_by = $6 THEN $7 ELSE reason_by END, reason = $9 \
             WHERE id = $1 AND ended_at IS NOT NULL AND detail IS NOT DISTINCT FROM $8",
        )
        .bind(row.try_get::<i64, _>("id")?)
        .bind(detail.or_else(|| before.clone()))
        .bind(name.or_else(|| text(row, "group_name")))
        .bind(clear)
        .bind(data.or_else(|| text(row, "data")))
        .bind(user)
        .bind(signed(UserId::ERASED.0))
        .bind(before)
        .bind(reason.or_else(|| text(row, "reason")));
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

fn text(row: &AnyRow, column: &str) -> Option<String> {
    row.try_get::<Option<String>, _>(column).ok().flatten()
}

/// Returns the condition that a column contains the digits of the person, and the patterns to bind from `first` on.
fn naming(traces: &Traces, columns: &[&str], first: usize) -> (String, Vec<String>) {
    let patterns: Vec<String> = traces.digits().iter().map(|digits| format!("%{digits}%")).collect();
    let places = first..first + patterns.len();
    let conditions: Vec<String> =
        places.flat_map(|place| columns.iter().map(move |column| format!("{column} LIKE ${place}"))).collect();
    (conditions.join(" OR "), patterns)
}

/// Reads the rows of the journal that may name a person, from the first to the last.
struct Windows {
    from: i64,
    last: i64,
}

impl Windows {
    async fn of(store: &Store) -> Result<Self, StoreError> {
        let text = "SELECT COALESCE(MIN(id), 0) AS first, COALESCE(MAX(id), 0) AS last FROM journal";
        let row = bounded(sqlx::query(text).fetch_one(&store.pool)).await?;
        Ok(Self { from: row.try_get::<i64, _>("first")? - 1, last: row.try_get("last")? })
    }

    /// Returns the next rows, or `None` at the end.
    async fn next(&mut self, store: &Store, traces: &Traces) -> Result<Option<Vec<AnyRow>>, StoreError> {
        if self.from >= self.last {
            return Ok(None);
        }
        let user = match traces {
            Traces::People(_) => 0,
            Traces::User(user) => signed(user.0),
        };
        let (condition, patterns) = naming(traces, &["data", "progress", "detail", "group_name", "reason"], 4);
        let is_asker = "(asker = $3 OR COALESCE(approver, 0) = $3 OR COALESCE(first_approver, 0) = $3 \
                        OR COALESCE(stopped_by, 0) = $3 OR COALESCE(reason_by, 0) = $3)";
        let is_asker = format!("(CAST($3 AS BIGINT) <> 0 AND {is_asker})");
        let text = format!(
            "SELECT id, data, progress, detail, group_name, reason, ended_at, \
             CAST(CASE WHEN {is_asker} THEN 1 ELSE 0 END AS BIGINT) AS is_asker FROM journal \
             WHERE id > $1 AND id <= $2 AND ({is_asker} OR {condition}) ORDER BY id LIMIT {BATCH}"
        );
        let to = self.from + WINDOW;
        let mut statement = sqlx::query(AssertSqlSafe(text)).bind(self.from).bind(to).bind(user);
        for pattern in patterns {
            statement = statement.bind(pattern);
        }
        let rows = bounded(statement.fetch_all(&store.pool)).await?;
        self.from = match rows.last() {
            Some(row) if i64::try_from(rows.len()).is_ok_and(|rows| rows == BATCH) => row.try_get("id")?,
            _ => to,
        };
        Ok(Some(rows))
    }
}

//! The bot's database, in SQLite or PostgreSQL: the [journal](Journal) of operations, the
//! [interactions](InteractionTable) to answer, the pending [confirmations](ConfirmationTable), the [requests](Requests)
//! for approval, the [rights](Grants) that were granted in Discord, the queues of the [log channels](LogQueue), and the
//! [instances](Instances) that share the store. The same statements run on both databases. Migrations compiled into the
//! program create the tables.
//!
//! The store handles operations and outcomes as data. It does not know the wire formats of Discord or the groups API.

mod access_request;
mod accounts;
mod admin_outcome;
mod audit_result;
mod authorization;
mod backup;
mod batch_writer;
mod beside;
mod confirmations;
mod copy;
mod damage;
mod erase;
mod figures;
mod grants;
mod group_sets;
mod insert;
mod instances;
mod interactions;
mod join_notices;
mod journal;
mod left_guilds;
mod limits;
mod lists;
mod log_queue;
mod member_lists;
mod migrations;
mod move_data;
mod operator_changes;
mod reasons;
mod recent_groups;
mod record_parts;
mod reminders;
mod requests;
mod restore;
mod retention;
mod row;
mod schedule;
mod schema;
mod survey;
#[cfg(test)]
mod tests;
mod traces;
mod unsettled;
mod url;
mod user_names;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use std::time::Duration;

use anyhow::Context as _;
use dashmap::DashSet;
use secrecy::{ExposeSecret as _, SecretString};
use sqlx::Row as _;
use sqlx::any::AnyPoolOptions;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Executor as _};

pub use access_request::{AccessRequest, Approvers, AskError, Digest, RequestDecision, RequestId, State};
pub use accounts::{AccountState, AccountStates};
pub use admin_outcome::{
    AdminOutcome, ApprovalsRoleSet, AuditExported, ChannelSet, CountrySet, InvitationSet, Purpose, ReasonChanged,
    ReasonsSet, RightsGranted, RightsRevoked, SetDeleted, SetSaved,
};
pub use audit_result::AuditResult;
pub use authorization::Authorization;
pub use backup::{Backup, back_up};
pub use confirmations::{ConfirmationId, ConfirmationKind, ConfirmationTable, PendingConfirmation};
pub use copy::{CopiedTable, GoneInstances};
pub use erase::{DataSubject, Erasure};
pub use figures::Figures;
pub use grants::{Grants, RuleChange, Rules};
pub use group_sets::{SetChange, SetWrite};
pub use instances::{InstanceId, Instances};
pub use interactions::{InteractionTable, NO_APPLICATION, PendingInteraction};
pub use join_notices::{AnnouncedPeople, JoinNotice, JoinNotices, NoticeId};
pub use journal::{BeginError, Beginning, Ending, Filter, Journal, Start};
pub use left_guilds::{KEPT_AFTER_LEAVING, LeftGuilds};
pub use limits::{Rates, TooMuch};
pub use lists::{ListTable, OpenList};
pub use log_queue::{LogClosure, LogItem, LogQueue};
pub use member_lists::{ListAge, MemberListTable, ReadMembers, ReaderTurn};
pub use move_data::move_data;
pub use operator_changes::OperatorChange;
pub use record_parts::RecordParts;
pub use requests::Requests;
pub use restore::{Restored, restore};
pub use retention::Retention;
pub use row::{
    AuditEnd, AuditEntry, AuditId, AuditOutcome, AuditRecord, AuditStatus, AuditSubject, NotApproved, Stopped,
};
pub use schedule::{ScheduleId, ScheduleTable, ScheduledOperation};
pub use survey::{StoreSurvey, survey};
pub use unsettled::UNSETTLED_FOR;
pub use url::StoreUrl;
pub use user_names::UserNames;

use batch_writer::BatchWriter;
use url::StoreLocation;

use crate::access::InteractionId;
use crate::language::Language;

/// How long a row of a newer version is left to that version after it should have ended. No such version runs any more
/// after that.
pub(crate) const LEFT_ALONE_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// Maximum time of a statement; it counts as failed afterwards.
const STATEMENT_WITHIN: Duration = Duration::from_secs(5);
/// How long SQLite waits for another connection that writes.
const BUSY_FOR: Duration = Duration::from_secs(4);
/// Maximum wait of a statement for a connection.
const CONNECTION_WITHIN: Duration = Duration::from_secs(3);
/// The page cache of each SQLite connection, in KiB, as a negative number. The default of 2,000 for each would fill
/// with rows that are not read again; the system caches the file's pages anyway.
const PAGES_KEPT: &str = "-256";
/// Connections to PostgreSQL. An instance has few statements in progress at once.
const CONNECTIONS: u32 = 8;
/// Connections that read the main SQLite file.
const READERS: u32 = 3;

/// The store could not be read or written. The error contains the cause, and never the data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the store failed: {0}")]
    Failed(#[from] sqlx::Error),
    #[error("the store did not answer in time")]
    TooSlow,
    #[error("failed to write the batch with this row")]
    Along,
    #[error("failed to read a row of the store: {0}")]
    Garbled(String),
}

/// Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    /// Commits are on the disk when they return. On SQLite one connection: writers wait in its queue, in order. SQLite
    /// has no queue, and lets a second writer sleep and try again.
    pool: AnyPool,
    /// Reads the same data, for statements that do not write. On SQLite, they do not wait for a commit.
    reads: AnyPool,
    /// For interactions: commits survive this process, and reach the disk later. An acknowledgement does not wait for a
    /// disk; a power cut loses at most an apology.
    quick: AnyPool,
    /// Interactions that arrive at the same time are inserted in one statement, and so are the answered ones.
    noted: Arc<BatchWriter<PendingInteraction>>,
    answered: Arc<BatchWriter<InteractionId>>,
    shared: bool,
    /// Rows of the journal that could not be read and were logged.
    unreadable: Arc<DashSet<i64>>,
    /// Held while the store is open: only one process may use a file.
    lock: Option<Arc<File>>,
    /// The second file of a SQLite store, which has the interactions.
    companion: Option<PathBuf>,
}

impl Store {
    /// Opens the store, and creates its folder, file and tables if they are missing.
    pub async fn open(url: &StoreUrl) -> anyhow::Result<Self> {
        install_drivers();
        match url.place() {
            StoreLocation::Memory => {
                let (pool, quick) = (sqlite("sqlite::memory:", "OFF").await?, sqlite("sqlite::memory:", "OFF").await?);
                Ok(Self::on(pool.clone(), pool, quick, false, None))
            }
            StoreLocation::File(named) => {
                let (path, lock) = prepare(&named).with_context(|| format!("store.url: {}", named.display()))?;
                let cannot = |path: &Path| format!("store.url: {} cannot be used", path.display());
                damage::check(&path).await.with_context(|| cannot(&path))?;
                let url = url::of_file(&path)?;
                let pool = sqlite(&url, "FULL").await.with_context(|| cannot(&path))?;
                let reads = sqlite_readers(&url).await.with_context(|| cannot(&path))?;
                let interactions = visits_beside(&path);
                damage::move_aside_if_damaged(&interactions).await.with_context(|| cannot(&interactions))?;
                create(&interactions).with_context(|| cannot(&interactions))?;
                let quick =
                    sqlite(&url::of_file(&interactions)?, "NORMAL").await.with_context(|| cannot(&interactions))?;
                let store = Self::on(pool, reads, quick, false, Some(Arc::new(lock)));
                Ok(Self { companion: Some(interactions), ..store })
            }
            StoreLocation::Server(server) => {
                let pool = postgres(&server, "on").await?;
                let quick = postgres(&server, "off").await?;
                migrations::postgres().run(&pool).await.context("store.url: failed to create the tables")?;
                Ok(Self::on(pool.clone(), pool, quick, true, None))
            }
        }
    }

    fn on(pool: AnyPool, reads: AnyPool, quick: AnyPool, shared: bool, lock: Option<Arc<File>>) -> Self {
        let (noted, answered, unreadable) = (Arc::default(), Arc::default(), Arc::default());
        Self { pool, reads, quick, noted, answered, shared, unreadable, lock, companion: None }
    }

    /// Returns whether other instances may use the store at the same time.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    pub fn journal(&self) -> Journal {
        Journal { store: self.clone() }
    }

    pub fn interactions(&self) -> InteractionTable {
        InteractionTable { store: self.clone() }
    }

    pub fn confirmations(&self) -> ConfirmationTable {
        ConfirmationTable { store: self.clone() }
    }

    pub fn requests(&self) -> Requests {
        Requests { store: self.clone() }
    }

    pub fn grants(&self) -> Grants {
        Grants { store: self.clone() }
    }

    pub fn log_queue(&self) -> LogQueue {
        LogQueue { store: self.clone() }
    }

    pub fn instances(&self) -> Instances {
        Instances { store: self.clone() }
    }

    pub fn lists(&self) -> ListTable {
        ListTable { store: self.clone() }
    }

    pub fn schedule(&self) -> ScheduleTable {
        ScheduleTable { store: self.clone() }
    }

    pub async fn close(&self) {
        // The last connection to a SQLite file merges its log into it, so that is the one that writes.
        self.reads.close().await;
        self.pool.close().await;
        self.quick.close().await;
        // A task that has not ended yet may hold a clone of this store, and with it the file.
        if let Some(lock) = &self.lock
            && let Err(error) = lock.unlock()
        {
            tracing::warn!(%error, "failed to unlock the store's file");
        }
    }
}

fn install_drivers() {
    static DRIVERS: Once = Once::new();
    DRIVERS.call_once(sqlx::any::install_default_drivers);
}

/// Opens the connection that writes a SQLite database, and creates the tables. `synchronous`: what a commit waits for
/// (SQLite, "PRAGMA synchronous").
async fn sqlite(url: &str, synchronous: &'static str) -> anyhow::Result<AnyPool> {
    let pool = sqlite_as_it_is(url, synchronous).await?;
    migrations::sqlite().run(&pool).await.context("failed to create the tables")?;
    Ok(pool)
}

/// Opens a connection as [`sqlite`] does, and leaves the tables as they are.
async fn sqlite_as_it_is(url: &str, synchronous: &'static str) -> anyhow::Result<AnyPool> {
    Ok(sqlite_pool(url, 1, ("synchronous", synchronous)).await?)
}

/// Opens the connections that read a SQLite database. SQLite refuses statements that write on them.
async fn sqlite_readers(url: &str) -> anyhow::Result<AnyPool> {
    Ok(sqlite_pool(url, READERS, ("query_only", "ON")).await?)
}

async fn sqlite_pool(url: &str, connections: u32, role: (&'static str, &'static str)) -> sqlx::Result<AnyPool> {
    options(connections)
        // A file does not disconnect; testing it each time would cost as much as most statements.
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                let all = [("journal_mode", "WAL"), ("busy_timeout", "4000"), ("cache_size", PAGES_KEPT), role];
                for (pragma, value) in all {
                    connection.execute(AssertSqlSafe(format!("PRAGMA {pragma} = {value}"))).await?;
                }
                Ok(())
            })
        })
        .connect(url)
        .await
}

/// Opens a pool for PostgreSQL. `synchronous`: whether a commit waits for the disk (PostgreSQL, `synchronous_commit`).
async fn postgres(server: &SecretString, synchronous: &'static str) -> anyhow::Result<AnyPool> {
    options(CONNECTIONS)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute("SET statement_timeout = '5s'").await?;
                connection.execute(AssertSqlSafe(format!("SET synchronous_commit = {synchronous}"))).await?;
                Ok(())
            })
        })
        .connect(server.expose_secret())
        .await
        .context("store.url: failed to connect to PostgreSQL")
}

/// Returns the path of the interactions' own file: disk waits of the main file must not delay them.
fn visits_beside(path: &Path) -> PathBuf {
    path.with_extension("visits.db")
}

fn options(connections: u32) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().max_connections(connections).acquire_timeout(CONNECTION_WITHIN);
    // An in-memory store exists only while its one connection does.
    if connections == 1 { options.min_connections(1).idle_timeout(None).max_lifetime(None) } else { options }
}

/// Opens a file for writing, and creates it if it is missing, readable by this user only (on Windows, as its folder is).
/// SQLite gives its companions
/// (`-wal`, `-shm`) the same mode.
fn create(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Creates the folder and the file, and locks it against a second process. Returns the lock and the path without
/// symbolic links and dots in its folder: a URL would resolve those differently.
fn prepare(named: &Path) -> anyhow::Result<(PathBuf, File)> {
    let folder = named.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).context("failed to create its folder")?;
    let folder = folder.canonicalize().context("failed to resolve its folder")?;
    let path = folder.join(named.file_name().context("not a file name")?);
    create(&path).context("failed to open for writing")?;
    create(&visits_beside(&path)).context("failed to open its companion for interactions for writing")?;
    let lock = create(&path.with_extension("lock")).context("failed to create its lock file")?;
    match lock.try_lock() {
        Ok(()) => Ok((path, lock)),
        Err(std::fs::TryLockError::WouldBlock) => {
            anyhow::bail!("another process uses it; several instances need PostgreSQL")
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error).context("failed to lock"),
    }
}

/// Runs one statement, or a few that belong together, with the timeout.
async fn bounded<T, E>(work: impl Future<Output = Result<T, E>>) -> Result<T, StoreError>
where
    StoreError: From<E>,
{
    match tokio::time::timeout(STATEMENT_WITHIN, work).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(StoreError::TooSlow),
    }
}

/// Runs work that may fail for a reason of its own, with the timeout.
async fn bounded_work<T, E: From<StoreError>>(work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    match tokio::time::timeout(STATEMENT_WITHIN, work).await {
        Ok(done) => done,
        Err(_) => Err(StoreError::TooSlow.into()),
    }
}

/// Blocks other writers with the same key until this transaction ends, so that its counts stay correct. On SQLite a
/// transaction that has written is the only writer anyway.
async fn one_at_a_time(store: &Store, connection: &mut AnyConnection, key: i64) -> Result<(), StoreError> {
    if store.shared {
        sqlx::query("SELECT pg_advisory_xact_lock($1)::text").bind(key).execute(connection).await?;
    }
    Ok(())
}

/// Returns the placeholders of so many values: `($3, $4)`.
fn places(first: usize, number: usize) -> String {
    let all: Vec<String> = (first..first + number).map(|place| format!("${place}")).collect();
    format!("({})", all.join(", "))
}

fn garbled(error: impl std::fmt::Display) -> StoreError {
    StoreError::Garbled(error.to_string())
}

/// Reads the language; one that only another version knows becomes English.
fn language(row: &AnyRow) -> Result<Language, StoreError> {
    Ok(row.try_get::<String, _>("language")?.parse().unwrap_or_default())
}

/// Casts an id. Discord's ids fill 63 bits for another sixty years; the store has signed columns.
fn signed(id: u64) -> i64 {
    i64::try_from(id).unwrap_or(i64::MAX)
}

/// Drops U+0000, which PostgreSQL's TEXT cannot hold.
fn storable(text: &str) -> String {
    text.replace('\0', "")
}

fn unsigned(id: i64) -> u64 {
    u64::try_from(id).unwrap_or_default()
}

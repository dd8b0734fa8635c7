//! What the bot must remember, in SQLite or PostgreSQL: the [journal](Journal) of what was done, the [visits](Visits)
//! that are to be answered, what is [kept](Kept) until somebody presses a button, the [requests](Requests) for approval,
//! what a server's own people have [granted](Grants), what waits for the [log channels](LogQueue), and the [copies](Copies) of the bot that share the store. The same statements run on both; the tables are made by migrations compiled into the program.
//!
//! Knows operations and outcomes as data, and nothing of Discord's or the groups API's wires.

mod copies;
mod damage;
mod grants;
mod insert;
mod journal;
mod kept;
mod limits;
mod log_queue;
mod requests;
mod retention;
mod row;
#[cfg(test)]
mod tests;
mod together;
mod unsettled;
mod url;
mod visits;

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
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AnyPool, Executor as _};

pub use copies::{Copies, CopyId};
pub use grants::{Grants, RuleChange, Rules};
pub use journal::{BeginError, Beginning, Filter, Journal, Parts, Start, Ticket};
pub use kept::{Kept, KeptId, Pending};
pub use limits::{Rates, TooMuch};
pub use log_queue::{LogClosure, LogItem, LogQueue};
pub use requests::{AccessRequest, Decision, Digest, RequestId, Requests, State, TooMany};
pub use retention::Retention;
pub use row::{Case, End, Entry, NotApproved, Row, Stopped, Verdict, What};
pub use unsettled::UNSETTLED_FOR;
pub use url::StoreUrl;
pub use visits::{Visit, Visits};

use together::Together;
use url::Place;

use crate::access::InteractionId;
use crate::language::Language;

/// What a newer version wrote is its own for so long after it should have ended. Then no such version runs any more.
pub(crate) const LEFT_ALONE_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a statement may take before it counts as failed.
const STATEMENT_WITHIN: Duration = Duration::from_secs(5);
/// How long a statement waits for a connection.
const CONNECTION_WITHIN: Duration = Duration::from_secs(3);
/// What each connection to SQLite keeps of the file, in KiB, with a minus. Left alone it is 2,000 for each, which fill up
/// with rows that nobody reads again; the system keeps the file's pages anyway.
const PAGES_KEPT: &str = "-256";
/// Connections to PostgreSQL; a copy of the bot has few statements under way at once.
const CONNECTIONS: u32 = 8;

static SQLITE: Migrator = sqlx::migrate!("src/store/migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("src/store/migrations/postgres");

/// The store could not be read or written. It says why, and never what was to be written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the store failed: {0}")]
    Failed(#[from] sqlx::Error),
    #[error("the store did not answer in time")]
    TooSlow,
    #[error("it was written along with others, and that failed")]
    Along,
    #[error("a row of the store cannot be understood: {0}")]
    Garbled(String),
}

/// Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    /// Commits are on the disk when they return.
    pool: AnyPool,
    /// For the visits: commits survive this process, and are on the disk when the system finds the time. An acknowledgement
    /// does not wait for a disk, and what a power cut takes of them is no more than an apology.
    quick: AnyPool,
    /// Visits that are noted at the same time go to the store in one statement, and so do those that were answered.
    noted: Arc<Together<Visit>>,
    answered: Arc<Together<InteractionId>>,
    shared: bool,
    /// Rows of the journal that could not be read and were logged.
    unreadable: Arc<DashSet<i64>>,
    /// Held as long as the store is open: one process to a file.
    lock: Option<Arc<File>>,
}

impl Store {
    /// Opens the store, and makes its folder, file and tables where they are not there yet.
    pub async fn open(url: &StoreUrl) -> anyhow::Result<Self> {
        static DRIVERS: Once = Once::new();
        DRIVERS.call_once(sqlx::any::install_default_drivers);
        match url.place() {
            Place::Memory => {
                let (pool, quick) =
                    (sqlite("sqlite::memory:", 1, "OFF").await?, sqlite("sqlite::memory:", 1, "OFF").await?);
                Ok(Self::on(pool, quick, false, None))
            }
            Place::File(named) => {
                let (path, lock) = prepare(&named).with_context(|| format!("store.url: {}", named.display()))?;
                let cannot = |path: &Path| format!("store.url: {} cannot be used", path.display());
                damage::check(&path).await.with_context(|| cannot(&path))?;
                let pool = sqlite(&url::of_file(&path)?, 4, "FULL").await.with_context(|| cannot(&path))?;
                let visits = visits_beside(&path);
                damage::move_aside_if_damaged(&visits).await.with_context(|| cannot(&visits))?;
                create(&visits).with_context(|| cannot(&visits))?;
                let quick = sqlite(&url::of_file(&visits)?, 1, "NORMAL").await.with_context(|| cannot(&visits))?;
                Ok(Self::on(pool, quick, false, Some(Arc::new(lock))))
            }
            Place::Server(server) => {
                let pool = postgres(&server, "on").await?;
                let quick = postgres(&server, "off").await?;
                POSTGRES.run(&pool).await.context("store.url: the tables could not be made")?;
                Ok(Self::on(pool, quick, true, None))
            }
        }
    }

    fn on(pool: AnyPool, quick: AnyPool, shared: bool, lock: Option<Arc<File>>) -> Self {
        let (noted, answered, unreadable) = (Arc::default(), Arc::default(), Arc::default());
        Self { pool, quick, noted, answered, shared, unreadable, lock }
    }

    /// Whether other copies of the bot may use it at the same time.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    pub fn journal(&self) -> Journal {
        Journal { store: self.clone() }
    }

    pub fn visits(&self) -> Visits {
        Visits { store: self.clone() }
    }

    pub fn kept(&self) -> Kept {
        Kept { store: self.clone() }
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

    pub fn copies(&self) -> Copies {
        Copies { store: self.clone() }
    }

    pub async fn close(&self) {
        self.pool.close().await;
        self.quick.close().await;
        // A task that has not ended yet may hold a copy of this, and with it the file.
        if let Some(lock) = &self.lock
            && let Err(error) = lock.unlock()
        {
            tracing::warn!(%error, "the store's file could not be given free");
        }
    }
}

/// `synchronous`: what a commit waits for (SQLite, "PRAGMA synchronous").
async fn sqlite(url: &str, connections: u32, synchronous: &'static str) -> anyhow::Result<AnyPool> {
    let pool = options(connections)
        // A file does not hang up; asking it each time would be as much work as most statements are.
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                for (pragma, value) in [
                    ("journal_mode", "WAL"),
                    ("busy_timeout", "4000"),
                    ("synchronous", synchronous),
                    ("cache_size", PAGES_KEPT),
                ] {
                    connection.execute(format!("PRAGMA {pragma} = {value}").as_str()).await?;
                }
                Ok(())
            })
        })
        .connect(url)
        .await?;
    SQLITE.run(&pool).await.context("the tables could not be made")?;
    Ok(pool)
}

/// `synchronous`: whether a commit waits for the disk (PostgreSQL, `synchronous_commit`).
async fn postgres(server: &SecretString, synchronous: &'static str) -> anyhow::Result<AnyPool> {
    options(CONNECTIONS)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute("SET statement_timeout = '5s'").await?;
                connection.execute(format!("SET synchronous_commit = {synchronous}").as_str()).await?;
                Ok(())
            })
        })
        .connect(server.expose_secret())
        .await
        .context("store.url: PostgreSQL cannot be reached")
}

/// The visits' own file: what waits for the disk in the other must not hold them up.
fn visits_beside(path: &Path) -> PathBuf {
    path.with_extension("visits.db")
}

fn options(connections: u32) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().max_connections(connections).acquire_timeout(CONNECTION_WITHIN);
    // In memory, the one connection is the store.
    if connections == 1 { options.min_connections(1).idle_timeout(None).max_lifetime(None) } else { options }
}

/// Opens a file for writing, and makes it where it is not there, readable by this user alone. SQLite gives its companions
/// (`-wal`, `-shm`) the same mode.
fn create(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    File::options().read(true).append(true).create(true).mode(0o600).open(path)
}

/// Makes the folder and the file, and locks it against a second process. Returns its path without symbolic links and
/// dots in its folder, which an address would resolve in its own way, and the lock.
fn prepare(named: &Path) -> anyhow::Result<(PathBuf, File)> {
    let folder = named.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).context("its folder cannot be made")?;
    let folder = folder.canonicalize().context("its folder cannot be found")?;
    let path = folder.join(named.file_name().context("is no name of a file")?);
    create(&path).context("cannot be opened for writing")?;
    create(&visits_beside(&path)).context("its companion for visits cannot be opened for writing")?;
    let lock = create(&path.with_extension("lock")).context("its lock file cannot be made")?;
    match lock.try_lock() {
        Ok(()) => Ok((path, lock)),
        Err(std::fs::TryLockError::WouldBlock) => {
            anyhow::bail!("another process uses it; several copies of the bot need PostgreSQL")
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error).context("cannot be locked"),
    }
}

/// A statement, or a few that belong together, in the time that they have.
async fn bounded<T, E>(work: impl Future<Output = Result<T, E>>) -> Result<T, StoreError>
where
    StoreError: From<E>,
{
    match tokio::time::timeout(STATEMENT_WITHIN, work).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(StoreError::TooSlow),
    }
}

/// Lets nobody else who names the same key write until this transaction ends, so that what is counted in it stays so. On
/// SQLite whoever has written in a transaction is alone anyway.
async fn one_at_a_time(store: &Store, connection: &mut AnyConnection, key: i64) -> Result<(), StoreError> {
    if store.shared {
        sqlx::query("SELECT pg_advisory_xact_lock($1)::text").bind(key).execute(connection).await?;
    }
    Ok(())
}

/// Places for so many values: `($3, $4)`.
fn places(first: usize, number: usize) -> String {
    let all: Vec<String> = (first..first + number).map(|place| format!("${place}")).collect();
    format!("({})", all.join(", "))
}

fn garbled(error: impl std::fmt::Display) -> StoreError {
    StoreError::Garbled(error.to_string())
}

/// A language of another version is English.
fn language(row: &AnyRow) -> Result<Language, StoreError> {
    Ok(row.try_get::<String, _>("language")?.parse().unwrap_or_default())
}

/// Discord's ids fill 63 bits for another sixty years; the store has signed columns.
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

fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

fn from_millis(millis: i64) -> Duration {
    Duration::from_millis(unsigned(millis))
}

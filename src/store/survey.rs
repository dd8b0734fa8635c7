//! Looks at a store from outside, beside a bot that may use it: takes no lock, creates nothing, and changes no table.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use anyhow::Context as _;
use secrecy::ExposeSecret as _;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use super::url::StoreLocation;
use super::{StoreUrl, migrations};

const SURVEY_WITHIN: Duration = Duration::from_secs(10);

/// What a store looks like from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreSurvey {
    Memory,
    /// There is no file, and this folder exists in which it or its folders will be created.
    New {
        folder: PathBuf,
    },
    Opened {
        /// Migrations that this version would run.
        missing: usize,
        /// Migrations that only a newer version knows.
        newer: usize,
        /// A process holds the file's lock. Always `false` for PostgreSQL, and where the system does not tell it.
        is_in_use: bool,
    },
}

/// Opens the store for reading only.
pub async fn survey(url: &StoreUrl) -> anyhow::Result<StoreSurvey> {
    let survey = async {
        match url.place() {
            StoreLocation::Memory => Ok(StoreSurvey::Memory),
            StoreLocation::File(path) if path.exists() => {
                file(&path).await.with_context(|| format!("{}: cannot be used", path.display()))
            }
            StoreLocation::File(path) => new(&path),
            StoreLocation::Server(server) => {
                let options = PgConnectOptions::from_str(server.expose_secret()).context("not a PostgreSQL address")?;
                let (host, port) = (options.get_host().to_owned(), options.get_port());
                let connection = options.disable_statement_logging().connect().await;
                let mut connection = connection.with_context(|| format!("failed to connect to {host}:{port}"))?;
                let known = sqlx::query_scalar(migrations::VERSIONS).fetch_all(&mut connection).await;
                connection.close().await?;
                compared(known, &migrations::postgres(), false)
            }
        }
    };
    tokio::time::timeout(SURVEY_WITHIN, survey).await.context("no answer within 10 s")?
}

async fn file(path: &Path) -> anyhow::Result<StoreSurvey> {
    // A file that cannot be opened for writing is of no use, although it can be read.
    std::fs::File::options().read(true).append(true).open(path).context("failed to open for writing")?;
    let is_in_use = is_locked(&path.with_extension("lock"));
    let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
    let mut connection = options.connect().await?;
    let known = sqlx::query_scalar(migrations::VERSIONS).fetch_all(&mut connection).await;
    connection.close().await?;
    compared(known, &migrations::sqlite(), is_in_use)
}

/// Compares the migrations that were run with those that this version knows.
fn compared(run: Result<Vec<i64>, sqlx::Error>, own: &Migrator, is_in_use: bool) -> anyhow::Result<StoreSurvey> {
    let run = match run {
        Ok(run) => run,
        // There is no table yet.
        Err(sqlx::Error::Database(error)) if error.message().contains(migrations::TABLE) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let own: Vec<i64> = own.iter().map(|migration| migration.version).collect();
    let missing = own.iter().filter(|version| !run.contains(version)).count();
    let newer = run.iter().filter(|version| !own.contains(version)).count();
    Ok(StoreSurvey::Opened { missing, newer, is_in_use })
}

/// Finds the nearest existing folder above a file that does not exist.
fn new(path: &Path) -> anyhow::Result<StoreSurvey> {
    let path = std::path::absolute(path)?;
    let above = path.ancestors().skip(1).find(|above| above.exists()).context("it has no folder")?;
    let metadata = std::fs::metadata(above)?;
    anyhow::ensure!(metadata.is_dir(), "{} is not a folder", above.display());
    anyhow::ensure!(!metadata.permissions().readonly(), "the folder {} is read-only", above.display());
    Ok(StoreSurvey::New { folder: above.to_owned() })
}

/// Returns whether a process holds a lock of the file, without a try to lock it: a bot that starts at this moment would
/// find it locked. Linux lists all locks (proc(5), `/proc/locks`), each with the file's number.
#[cfg(target_os = "linux")]
fn is_locked(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let Ok(metadata) = std::fs::metadata(path) else { return false };
    let locks = std::fs::read_to_string("/proc/locks").unwrap_or_default();
    let file = format!(":{} ", metadata.ino());
    locks.lines().any(|line| line.contains(" FLOCK ") && line.contains(&file))
}

#[cfg(not(target_os = "linux"))]
fn is_locked(_path: &Path) -> bool {
    false
}

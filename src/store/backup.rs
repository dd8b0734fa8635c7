//! Backups: one SQLite file with everything but the pending interactions, whose tokens are useless after 15 minutes.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, SqliteConnection};

use super::copy::{CopiedTable, CopySide, copy};
use super::damage::COMPANIONS;
use super::schema::{self, INTERACTIONS, StoreTable};
use super::url::{StoreLocation, of_file};
use super::{BUSY_FOR, Store, StoreUrl, sqlite};

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub tables: Vec<CopiedTable>,
    pub bytes: u64,
}

/// Writes a consistent copy of the store to `to`, which must not exist. A bot may run on the store meanwhile. The file
/// appears under its name when it is complete, and only this user can read it.
pub async fn back_up(url: &StoreUrl, to: &Path) -> anyhow::Result<Backup> {
    refuse_existing(to)?;
    match url.place() {
        StoreLocation::Memory => anyhow::bail!("store.url: a store in memory ends with the bot that made it"),
        StoreLocation::File(named) => {
            let partial = PartialFile::beside(to)?;
            vacuum(&named, &partial.path).await.with_context(|| format!("store.url: {}", named.display()))?;
            finish(partial, to).await
        }
        StoreLocation::Server(_) => {
            let store = Store::open_beside(url).await?;
            let written = back_up_store(&store, to).await;
            store.close().await;
            written
        }
    }
}

/// Copies an open store to the file `to`, which must not exist.
pub(super) async fn back_up_store(store: &Store, to: &Path) -> anyhow::Result<Backup> {
    refuse_existing(to)?;
    let partial = PartialFile::beside(to)?;
    let file = Store::single(&partial.path).await?;
    let tables = tables_of_a_backup().await?;
    let sides = (CopySide { store, gone: None }, CopySide { store: &file, gone: None });
    let copied = copy(sides.0, sides.1, &tables, false).await;
    file.close().await;
    copied?;
    finish(partial, to).await
}

/// Returns the tables that a backup holds.
pub(super) async fn tables_of_a_backup() -> anyhow::Result<Vec<StoreTable>> {
    let mut tables = schema::tables().await?;
    tables.retain(|table| table.name != INTERACTIONS);
    Ok(tables)
}

impl Store {
    /// Opens a single SQLite file, and creates its tables or brings them to this version.
    pub(super) async fn single(path: &Path) -> anyhow::Result<Self> {
        super::install_drivers();
        let path = path.canonicalize().context("failed to resolve the file")?;
        let pool = sqlite(&of_file(&path)?, "FULL").await?;
        Ok(Self::on(pool.clone(), pool.clone(), pool, false, None))
    }
}

fn refuse_existing(path: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(path.symlink_metadata().is_err(), "{}: this file exists already", path.display());
    Ok(())
}

async fn vacuum(from: &Path, to: &Path) -> anyhow::Result<()> {
    let to = to.to_str().context("the name of the backup is not UTF-8")?;
    let mut connection = connect(from).await?;
    // SQLite, "VACUUM": the target may be an empty file.
    sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

async fn finish(partial: PartialFile, to: &Path) -> anyhow::Result<Backup> {
    let tables = examine(&partial.path).await?;
    refuse_existing(to)?;
    let bytes = partial.move_to(to).with_context(|| to.display().to_string())?;
    Ok(Backup { tables, bytes })
}

/// Checks a backup: its integrity, and that it is one. Returns its tables with their rows. Afterwards the data is in
/// this one file.
pub(super) async fn examine(path: &Path) -> anyhow::Result<Vec<CopiedTable>> {
    let mut connection = connect(path).await?;
    let found: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut connection).await?;
    anyhow::ensure!(found == "ok", "the copy is damaged: {found}");
    sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut connection).await?;
    let names = table_names(&mut connection).await?;
    anyhow::ensure!(names.iter().any(|name| name == "journal"), "this is no backup of Usher");
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        let rows = sqlx::query_scalar(AssertSqlSafe(format!("SELECT COUNT(*) FROM {name}")))
            .fetch_one(&mut connection)
            .await?;
        tables.push(CopiedTable { name, rows });
    }
    connection.close().await?;
    Ok(tables)
}

/// Returns the names of the tables that hold data of a backup in a SQLite file, of whatever version.
pub(super) async fn table_names(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    let mut names = schema::table_names(connection).await?;
    names.retain(|name| name != INTERACTIONS);
    Ok(names)
}

/// Opens a SQLite file that exists.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new().filename(path).create_if_missing(false).busy_timeout(BUSY_FOR).connect().await
}

/// A file under a temporary name, in the folder of its target. It is deleted unless it is moved there.
#[derive(Debug)]
pub(super) struct PartialFile {
    pub(super) path: PathBuf,
}

impl PartialFile {
    /// Creates an empty file that only this user can read.
    pub(super) fn beside(target: &Path) -> anyhow::Result<Self> {
        let name = target.file_name().with_context(|| format!("{}: not the name of a file", target.display()))?;
        let name = format!("{}.{}.partial", name.to_string_lossy(), uuid::Uuid::new_v4().simple());
        let path = target.with_file_name(name);
        new_private(&path).with_context(|| format!("{}: failed to create", path.display()))?;
        Ok(Self { path })
    }

    /// Creates a copy of a file.
    pub(super) fn copy_of(source: &Path, target: &Path) -> anyhow::Result<Self> {
        let context = || format!("{}: failed to copy", source.display());
        let mut from = File::open(source).with_context(context)?;
        let partial = Self::beside(target)?;
        let mut to = File::options().write(true).open(&partial.path).with_context(context)?;
        io::copy(&mut from, &mut to).with_context(context)?;
        Ok(partial)
    }

    /// Gives the file its name, instead of any file that has it. It is on the disk afterwards. Returns its size.
    pub(super) fn move_to(self, target: &Path) -> io::Result<u64> {
        let file = File::options().write(true).open(&self.path)?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        std::fs::rename(&self.path, target)?;
        sync_folder(target)?;
        Ok(bytes)
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        for suffix in COMPANIONS.into_iter().chain([""]) {
            // Usually there is no such file.
            std::fs::remove_file(format!("{}{suffix}", self.path.display())).unwrap_or_default();
        }
    }
}

fn new_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a rename durable. Windows does that itself, and opens no folder as a file.
#[cfg_attr(not(unix), expect(unused_variables, clippy::unnecessary_wraps, reason = "only Unix needs it"))]
pub(super) fn sync_folder(of: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

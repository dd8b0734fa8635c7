//! Puts a backup in the place of a store.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sqlx::AssertSqlSafe;

use super::backup::{PartialFile, back_up_store, connect, examine, sync_folder, table_names, tables_of_a_backup};
use super::copy::{CopiedTable, CopySide, GoneInstances, copy};
use super::damage::COMPANIONS;
use super::schema;
use super::url::StoreLocation;
use super::{Store, StoreUrl, install_drivers, prepare, visits_beside};

/// The result of a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub tables: Vec<CopiedTable>,
    /// The file with the data that was there before.
    pub kept: Option<PathBuf>,
}

/// Restores the backup `from`. No bot may run on the store: `gone` returns the instances that have stopped. A store
/// with data is refused, unless `replace` has a time for the name of the file that keeps the data.
pub async fn restore(
    url: &StoreUrl,
    from: &Path,
    replace: Option<&str>,
    gone: impl AsyncFn(&Store) -> anyhow::Result<GoneInstances>,
) -> anyhow::Result<Restored> {
    install_drivers();
    match url.place() {
        StoreLocation::Memory => anyhow::bail!("store.url: a store in memory cannot be restored"),
        StoreLocation::File(named) => to_file(&named, from, replace).await,
        StoreLocation::Server(_) => {
            // Tables of an earlier version become those of this one in a copy.
            let partial = PartialFile::copy_of(from, &std::env::temp_dir().join("usher-restore.db"))?;
            let backup = opened(&partial.path, from).await?;
            let store = Store::open(url).await?;
            let restored = to_server(&backup, &store, from, replace, gone).await;
            store.close().await;
            backup.close().await;
            restored
        }
    }
}

/// Opens the copy of a backup, and brings its tables to this version.
async fn opened(copy: &Path, backup: &Path) -> anyhow::Result<Store> {
    let name = || backup.display().to_string();
    examine(copy).await.with_context(name)?;
    Store::single(copy).await.context("a later version of Usher wrote it").with_context(name)
}

async fn to_server(
    backup: &Store,
    store: &Store,
    from: &Path,
    replace: Option<&str>,
    gone: impl AsyncFn(&Store) -> anyhow::Result<GoneInstances>,
) -> anyhow::Result<Restored> {
    let gone = gone(store).await?;
    let kept = match replace {
        Some(time) if store.holds_data(&schema::tables().await?).await? => {
            let kept = from.with_file_name(format!("usher-replaced-{time}.db"));
            back_up_store(store, &kept).await.context("failed to keep the data that was there")?;
            Some(kept)
        }
        _ => None,
    };
    let (all, to) = (schema::tables().await?, CopySide { store, gone: Some(&gone) });
    let copied = copy(CopySide { store: backup, gone: None }, to, &all, kept.is_some());
    let mut tables = copied.await.context("store.url; --replace replaces the data of a store")?;
    let of_backup = tables_of_a_backup().await?;
    tables.retain(|table| of_backup.iter().any(|one| one.name == table.name));
    Ok(Restored { tables, kept })
}

async fn to_file(named: &Path, from: &Path, replace: Option<&str>) -> anyhow::Result<Restored> {
    let context = || format!("store.url: {}", named.display());
    let (path, lock) = prepare(named).with_context(context)?;
    let holds_data = holds_data(&path).await;
    anyhow::ensure!(
        replace.is_some() || !holds_data,
        "store.url: {} holds data; with --replace it is kept beside the restored store",
        path.display()
    );
    let partial = PartialFile::copy_of(from, &path)?;
    opened(&partial.path, from).await?.close().await;
    let tables = examine(&partial.path).await?;
    let kept = match replace {
        Some(time) if holds_data => Some(keep_aside(&path, time).await.with_context(context)?),
        _ => None,
    };
    // Its interactions are of another time than the restored data, and its log would be applied to it.
    let companion = visits_beside(&path);
    for file in [&path, &companion] {
        for suffix in COMPANIONS {
            remove(&with_suffix(file, suffix)).with_context(context)?;
        }
    }
    remove(&companion).with_context(context)?;
    partial.move_to(&path).with_context(context)?;
    drop(lock);
    Ok(Restored { tables, kept })
}

/// Returns whether a file holds data. A file that cannot be read may.
async fn holds_data(path: &Path) -> bool {
    if path.metadata().is_ok_and(|file| file.len() == 0) {
        return false;
    }
    let look = async {
        let mut connection = connect(path).await?;
        for name in table_names(&mut connection).await? {
            let text = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {name} LIMIT 1)");
            if sqlx::query_scalar::<_, i64>(AssertSqlSafe(text)).fetch_one(&mut connection).await? > 0 {
                return Ok(true);
            }
        }
        Ok::<_, sqlx::Error>(false)
    };
    look.await.unwrap_or(true)
}

/// Gives the store's file, with the part of it in its log, a second name. The file keeps its own name until another
/// replaces it, so that a crash never leaves an empty place, in which a bot would begin with an empty store.
async fn keep_aside(path: &Path, time: &str) -> anyhow::Result<PathBuf> {
    let aside = with_suffix(path, &format!(".replaced-{time}"));
    anyhow::ensure!(!aside.exists(), "{}: this file exists already", aside.display());
    if let Err(error) = fold_log(path).await {
        tracing::warn!(%error, "failed to read the store that is replaced; it is kept as it is");
    }
    for suffix in COMPANIONS {
        match std::fs::rename(with_suffix(path, suffix), with_suffix(&aside, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    // Some file systems have no second names.
    if std::fs::hard_link(path, &aside).is_err() {
        std::fs::copy(path, &aside)?;
    }
    sync_folder(&aside)?;
    Ok(aside)
}

/// Moves what is in the write-ahead log into the file itself.
async fn fold_log(path: &Path) -> Result<(), sqlx::Error> {
    let mut connection = connect(path).await?;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await?;
    sqlx::Connection::close(connection).await
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

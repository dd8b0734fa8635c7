//! SQLite files that were damaged by a power cut or a disk.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

/// SQLite, "Result and Error Codes".
const CORRUPT: &str = "11";
const NOT_A_DATABASE: &str = "26";
/// SQLite, "Temporary Files": these belong to a database file, and are useless without it.
pub(super) const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// Returns the cause if a file cannot be opened. A pool would retry until its timeout and report only that.
pub(super) async fn check(path: &Path) -> anyhow::Result<()> {
    look(path, "SELECT CAST(schema_version AS TEXT) FROM pragma_schema_version").await.map(drop).map_err(Into::into)
}

/// Moves a damaged file aside, so that a new one can be made in its place.
pub(super) async fn move_aside_if_damaged(path: &Path) -> anyhow::Result<()> {
    let damage = match look(path, "PRAGMA quick_check").await {
        Ok(found) if found == "ok" => return Ok(()),
        Ok(found) => found,
        Err(error) if is_damage(&error) => error.to_string(),
        Err(error) => return Err(error.into()),
    };
    let aside = free_name(path);
    std::fs::rename(path, &aside).context("failed to move the damaged file aside")?;
    for companion in COMPANIONS {
        let of = |path: &Path| PathBuf::from(format!("{}{companion}", path.display()));
        match std::fs::rename(of(path), of(&aside)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).context("failed to move the damaged file aside");
            }
            _ => {}
        }
    }
    tracing::error!(
        moved_to = %aside.display(),
        damage,
        "{} is damaged and was replaced by an empty file; interactions of an earlier run may stay unanswered",
        path.display()
    );
    Ok(())
}

/// Returns the first value of a statement's result.
async fn look(path: &Path, statement: &'static str) -> Result<String, sqlx::Error> {
    let mut connection = SqliteConnectOptions::new().filename(path).connect().await?;
    let found = sqlx::query_scalar(statement).fetch_one(&mut connection).await;
    connection.close().await?;
    found
}

fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| [CORRUPT, NOT_A_DATABASE].contains(&&*code))
}

/// Returns the first unused name of the form `usher.visits.db.damaged-1`.
fn free_name(path: &Path) -> PathBuf {
    let numbered = |number: u32| PathBuf::from(format!("{}.damaged-{number}", path.display()));
    (1..u32::MAX).map(numbered).find(|name| !name.exists()).unwrap_or_else(|| numbered(0))
}

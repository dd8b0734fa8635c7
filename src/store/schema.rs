//! The tables of this version, as its migrations create them. Whatever handles all tables reads them from here, so that
//! no table or column of a later migration is forgotten.

use anyhow::Context as _;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection};

use super::{Store, migrations};

/// The heartbeats of the instances. They are no data: a copy is made while no instance runs, or has none.
pub(super) const HEARTBEATS: &str = "copies";
/// The interactions, which SQLite has in a file of their own.
pub(super) const INTERACTIONS: &str = "visits";

/// A table of the store.
#[derive(Debug, Clone)]
pub(super) struct StoreTable {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// The column that the database numbers.
    pub(super) numbered: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: ColumnKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnKind {
    Integer,
    Text,
}

impl StoreTable {
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|one| one.name == column)
    }

    /// Returns the names of the columns, separated by commas.
    pub(super) fn column_list(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }
}

/// Returns every table that holds data, by name. Heartbeats are left out.
pub(super) async fn tables() -> anyhow::Result<Vec<StoreTable>> {
    let mut connection = SqliteConnectOptions::new().in_memory(true).connect().await?;
    migrations::sqlite().run(&mut connection).await.context("failed to create the tables in memory")?;
    let names = table_names(&mut connection).await?;
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        let rows = sqlx::query("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid");
        let rows = rows.bind(&name).fetch_all(&mut connection).await?;
        let (mut columns, mut numbered) = (Vec::with_capacity(rows.len()), None);
        for row in &rows {
            let (column, kind): (String, String) = (row.try_get("name")?, row.try_get("type")?);
            // SQLite, "ROWIDs and the INTEGER PRIMARY KEY": only this type is numbered by the database.
            if kind == "INTEGER" && row.try_get::<i64, _>("pk")? == 1 {
                numbered = Some(column.clone());
            }
            let kind = match kind.as_str() {
                "INTEGER" | "BIGINT" => ColumnKind::Integer,
                "TEXT" => ColumnKind::Text,
                other => anyhow::bail!("{name}.{column} has the type {other}, which cannot be copied"),
            };
            columns.push(Column { name: column, kind });
        }
        tables.push(StoreTable { name, columns, numbered });
    }
    connection.close().await?;
    Ok(tables)
}

impl Store {
    /// Checks that the database has exactly this version's tables.
    pub(super) async fn check_version(&self) -> anyhow::Result<()> {
        let migrator = if self.shared { migrations::postgres() } else { migrations::sqlite() };
        let ours: Vec<i64> = migrator.iter().map(|migration| migration.version).collect();
        let theirs: Vec<i64> = sqlx::query_scalar(migrations::VERSIONS)
            .fetch_all(&self.pool)
            .await
            .context("store.url: this is no store of Usher")?;
        anyhow::ensure!(
            ours == theirs,
            "store.url: its tables are of version {}, and this program's of version {}; use the program that runs on \
             the store, or start this one on it first",
            theirs.last().copied().unwrap_or_default(),
            ours.last().copied().unwrap_or_default()
        );
        Ok(())
    }
}

/// Returns the names of the tables with data in a SQLite database, of whatever version. Heartbeats are left out.
pub(super) async fn table_names(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    let names = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
         AND name NOT IN ($1, $2) ORDER BY name",
    );
    names.bind(migrations::TABLE).bind(HEARTBEATS).fetch_all(connection).await
}

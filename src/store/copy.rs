//! Copies all rows of one store to another, of either kind. The tables and columns come from [`schema`](super::schema).
//!
//! The source is read in one transaction that sees one moment, and the target is written in one transaction. Rows
//! stream from one to the other, so that memory does not grow with the store.

use anyhow::Context as _;
use futures::TryStreamExt as _;
use sqlx::any::AnyRow;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Connection as _, Executor as _, Row as _};

use super::schema::{ColumnKind, HEARTBEATS, INTERACTIONS, StoreTable};
use super::{InstanceId, Store, StoreError};

/// Rows written per statement. With 30 columns each, they stay far below the 32,766 values that SQLite takes.
const BATCH: usize = 100;

/// The instances that were seen, with their heartbeats, and found to be gone.
pub type GoneInstances = Vec<(InstanceId, i64)>;

/// A table and how many of its rows were copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedTable {
    pub name: String,
    pub rows: i64,
}

/// A store of a copy. Instances may run on it while it is only read; otherwise `gone` has those that no longer do.
#[derive(Debug, Clone, Copy)]
pub(super) struct CopySide<'a> {
    pub(super) store: &'a Store,
    pub(super) gone: Option<&'a GoneInstances>,
}

enum CopiedValue {
    Integer(Option<i64>),
    Text(Option<String>),
}

impl Store {
    /// Returns a connection that reaches all tables of the store.
    async fn whole(&self) -> anyhow::Result<PoolConnection<Any>> {
        let mut connection = self.pool.acquire().await?;
        if let Some(companion) = &self.companion {
            let path = companion.to_str().context("its name is not UTF-8")?.to_owned();
            // The pool may give a connection that reaches them already.
            let text = "SELECT COUNT(*) FROM pragma_database_list WHERE name = 'quick'";
            if sqlx::query_scalar::<_, i64>(text).fetch_one(&mut *connection).await? == 0 {
                sqlx::query("ATTACH DATABASE $1 AS quick").bind(path).execute(&mut *connection).await?;
            }
        }
        Ok(connection)
    }

    /// Returns the name of a table for statements on the connection of [`Self::whole`].
    fn qualified<'a>(&self, table: &'a str) -> std::borrow::Cow<'a, str> {
        if self.companion.is_some() && table == INTERACTIONS { format!("quick.{table}").into() } else { table.into() }
    }

    /// Returns whether any of the tables has a row.
    pub(super) async fn holds_data(&self, tables: &[StoreTable]) -> anyhow::Result<bool> {
        let mut connection = self.whole().await?;
        self.any_row(&mut connection, tables).await
    }

    async fn any_row(&self, connection: &mut AnyConnection, tables: &[StoreTable]) -> anyhow::Result<bool> {
        for table in tables {
            let text = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {} LIMIT 1) AS one", self.qualified(&table.name));
            if sqlx::query_scalar::<_, i64>(AssertSqlSafe(text)).fetch_one(&mut *connection).await? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn count(&self, connection: &mut AnyConnection, table: &StoreTable) -> anyhow::Result<i64> {
        let text = format!("SELECT COUNT(*) FROM {}", self.qualified(&table.name));
        Ok(sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(connection).await?)
    }
}

impl CopySide<'_> {
    /// Prepares the transaction. From now on no instance can start on the store, and none has started before.
    async fn secure(&self, connection: &mut AnyConnection) -> anyhow::Result<()> {
        if !self.store.shared {
            return Ok(());
        }
        connection.execute("SET LOCAL statement_timeout = 0").await?;
        let Some(gone) = self.gone else { return Ok(()) };
        // An instance that starts writes its heartbeat first, and waits for this lock.
        connection.execute(AssertSqlSafe(format!("LOCK TABLE {HEARTBEATS} IN SHARE MODE"))).await?;
        let rows = sqlx::query("SELECT id, beat FROM copies").fetch_all(connection).await?;
        let read = |row: &AnyRow| Ok::<_, StoreError>((InstanceId(row.try_get("id")?), row.try_get("beat")?));
        let now = rows.iter().map(read).collect::<Result<GoneInstances, _>>()?;
        anyhow::ensure!(now.iter().all(|one| gone.contains(one)), "a bot has just started on the store");
        Ok(())
    }
}

/// Copies the tables, and checks that the target has as many rows of each. Refuses a target with rows, unless `replace`,
/// which deletes them in the same transaction.
pub(super) async fn copy(
    from: CopySide<'_>,
    to: CopySide<'_>,
    tables: &[StoreTable],
    replace: bool,
) -> anyhow::Result<Vec<CopiedTable>> {
    let (mut source, mut target) = (from.store.whole().await?, to.store.whole().await?);
    let snapshot = if from.store.shared { "BEGIN ISOLATION LEVEL REPEATABLE READ" } else { "BEGIN" };
    let mut source = source.begin_with(snapshot).await?;
    let mut target = target.begin().await?;
    from.secure(&mut source).await?;
    to.secure(&mut target).await?;
    if replace {
        for table in tables {
            target.execute(AssertSqlSafe(format!("DELETE FROM {}", to.store.qualified(&table.name)))).await?;
        }
    } else if to.store.any_row(&mut target, tables).await? {
        anyhow::bail!("the target has data already");
    }
    let mut copied = Vec::with_capacity(tables.len());
    for table in tables {
        let failed = || format!("failed to copy {}", table.name);
        rows(from.store, &mut source, to.store, &mut target, table).await.with_context(failed)?;
        if let Some(column) = &table.numbered {
            let last = last_number(from.store, &mut source, table, column).await.with_context(failed)?;
            continue_after(to.store, &mut target, table, column, last).await.with_context(failed)?;
        }
        let rows = from.store.count(&mut source, table).await?;
        let arrived = to.store.count(&mut target, table).await?;
        anyhow::ensure!(rows == arrived, "{}: {rows} rows were read, and {arrived} arrived", table.name);
        copied.push(CopiedTable { name: table.name.clone(), rows });
    }
    target.commit().await.context("failed to commit the copy")?;
    Ok(copied)
}

async fn rows(
    from: &Store,
    source: &mut AnyConnection,
    to: &Store,
    target: &mut AnyConnection,
    table: &StoreTable,
) -> anyhow::Result<()> {
    let select = format!("SELECT {} FROM {}", table.column_list(), from.qualified(&table.name));
    let mut stream = sqlx::query(AssertSqlSafe(select)).fetch(source);
    let mut batch = Vec::with_capacity(BATCH);
    while let Some(row) = stream.try_next().await? {
        batch.push(cells(&row, table)?);
        if batch.len() == BATCH {
            write(to, target, table, std::mem::take(&mut batch)).await?;
        }
    }
    if batch.is_empty() { Ok(()) } else { write(to, target, table, batch).await }
}

fn cells(row: &AnyRow, table: &StoreTable) -> Result<Vec<CopiedValue>, sqlx::Error> {
    let cell = |(index, kind)| match kind {
        ColumnKind::Integer => row.try_get(index).map(CopiedValue::Integer),
        ColumnKind::Text => row.try_get(index).map(CopiedValue::Text),
    };
    table.columns.iter().map(|column| column.kind).enumerate().map(cell).collect()
}

async fn write(
    to: &Store,
    target: &mut AnyConnection,
    table: &StoreTable,
    rows: Vec<Vec<CopiedValue>>,
) -> anyhow::Result<()> {
    let width = table.columns.len();
    let places: Vec<String> = (0..rows.len()).map(|row| super::places(row * width + 1, width)).collect();
    // PostgreSQL, "INSERT": without this, it refuses numbers for a column that it numbers itself.
    let own_numbers = if to.shared && table.numbered.is_some() { "OVERRIDING SYSTEM VALUE " } else { "" };
    let text = format!(
        "INSERT INTO {} ({}) {own_numbers}VALUES {}",
        to.qualified(&table.name),
        table.column_list(),
        places.join(", ")
    );
    let statement = rows.into_iter().flatten().fold(sqlx::query(AssertSqlSafe(text)), |statement, cell| match cell {
        CopiedValue::Integer(number) => statement.bind(number),
        CopiedValue::Text(text) => statement.bind(text),
    });
    let written = statement.execute(target).await?.rows_affected();
    anyhow::ensure!(written > 0, "no row was written");
    Ok(())
}

/// Returns the last number that the database gave to a row of the table, which may be deleted since; 0 for none.
async fn last_number(
    store: &Store,
    connection: &mut AnyConnection,
    table: &StoreTable,
    column: &str,
) -> anyhow::Result<i64> {
    let name = &table.name;
    let given = if store.shared {
        let sequence = sequence(connection, name, column).await?;
        format!("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")
    } else {
        format!("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = '{name}'")
    };
    let given: i64 = sqlx::query_scalar(AssertSqlSafe(given)).fetch_one(&mut *connection).await?;
    let text = format!("SELECT COALESCE(MAX({column}), 0) FROM {}", store.qualified(name));
    let highest: i64 = sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(connection).await?;
    Ok(given.max(highest))
}

/// Lets the database number the next row of the table after `last`, so that no number is given twice.
async fn continue_after(
    store: &Store,
    connection: &mut AnyConnection,
    table: &StoreTable,
    column: &str,
    last: i64,
) -> anyhow::Result<()> {
    let name = &table.name;
    if last == 0 {
        return Ok(());
    }
    if store.shared {
        let sequence = sequence(connection, name, column).await?;
        let text = format!("SELECT CAST(setval('{sequence}', $1) AS BIGINT)");
        sqlx::query(AssertSqlSafe(text)).bind(last).execute(connection).await?;
        return Ok(());
    }
    let text = "DELETE FROM sqlite_sequence WHERE name = $1";
    sqlx::query(text).bind(name.clone()).execute(&mut *connection).await?;
    let text = "INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)";
    sqlx::query(text).bind(name.clone()).bind(last).execute(connection).await?;
    Ok(())
}

/// Returns the name of the sequence that numbers a column in PostgreSQL, quoted as far as that is needed.
async fn sequence(connection: &mut AnyConnection, table: &str, column: &str) -> anyhow::Result<String> {
    let text = "SELECT CAST(pg_get_serial_sequence($1, $2) AS TEXT)";
    let statement = sqlx::query_scalar::<_, Option<String>>(text).bind(table.to_owned()).bind(column.to_owned());
    statement.fetch_one(connection).await?.with_context(|| format!("{table}.{column} has no sequence"))
}

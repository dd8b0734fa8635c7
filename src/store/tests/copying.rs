//! Copies between stores: all tables with all columns, in both directions.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

use super::*;
use crate::store::copy::{CopySide, copy};
use crate::store::schema::{ColumnKind, INTERACTIONS, StoreTable, tables};

/// More than one batch.
const ROWS: i64 = 230;

async fn sqlite_store(folder: &tempfile::TempDir, name: &str) -> Store {
    let url = format!("sqlite://{}", folder.path().join(name).display());
    Store::open(&url.try_into().unwrap()).await.unwrap()
}

fn pool_of<'a>(store: &'a Store, table: &StoreTable) -> &'a AnyPool {
    if table.name == INTERACTIONS { &store.quick } else { &store.pool }
}

/// Writes rows with a different value in each column, and none where that is allowed in some.
async fn fill(store: &Store, tables: &[StoreTable]) {
    for table in tables {
        let own_numbers = if store.shared && table.numbered.is_some() { "OVERRIDING SYSTEM VALUE " } else { "" };
        let width = table.columns.len();
        let text =
            format!("INSERT INTO {} ({}) {own_numbers}VALUES {}", table.name, table.column_list(), places(1, width));
        let mut connection = pool_of(store, table).acquire().await.unwrap();
        for row in 1..=ROWS {
            let statement = table.columns.iter().zip(1..).fold(
                sqlx::query(AssertSqlSafe(text.as_str())),
                |statement, (column, place)| {
                    let number = row * 1_000 + place;
                    match column.kind {
                        ColumnKind::Integer => statement.bind(number),
                        ColumnKind::Text => statement.bind(format!("{} ü {number}", column.name)),
                    }
                },
            );
            statement.execute(&mut *connection).await.unwrap();
        }
    }
}

/// Returns all rows of a table as text, by the value of the first column.
async fn content(store: &Store, table: &StoreTable) -> Vec<String> {
    let columns: Vec<String> =
        table.columns.iter().map(|column| format!("COALESCE(CAST({} AS TEXT), 'none')", column.name)).collect();
    let text = format!("SELECT {} FROM {}", columns.join(" || '|' || "), table.name);
    let mut rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(text)).fetch_all(pool_of(store, table)).await.unwrap();
    rows.sort();
    rows
}

async fn all_content(store: &Store, tables: &[StoreTable]) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for table in tables {
        all.insert(table.name.clone(), content(store, table).await);
    }
    all
}

/// Copies a filled store, and checks that nothing is missing and that the numbers of cases continue.
async fn copies_all(from: &Store, to: &Store) {
    let tables = tables().await.unwrap();
    fill(from, &tables).await;
    // A number that was given once is not given again.
    sqlx::query("DELETE FROM journal WHERE id = (SELECT MAX(id) FROM journal)").execute(&from.pool).await.unwrap();
    sqlx::query("UPDATE journal SET approver = NULL, detail = NULL WHERE id < 2000").execute(&from.pool).await.unwrap();
    let last = last_case(from).await;
    let gone = Vec::new();
    let side = |store| CopySide { store, gone: Some(&gone) };
    let copied = copy(side(from), side(to), &tables, false).await.unwrap();
    assert_eq!(copied.iter().map(|table| table.rows).sum::<i64>(), ROWS * i64::try_from(tables.len()).unwrap() - 1);
    assert_eq!(all_content(from, &tables).await, all_content(to, &tables).await);
    let next = begin(to, 7, &InstanceId::new()).await;
    assert!(next.0 > last, "{} follows {last}", next.0);

    let again = copy(side(from), side(to), &tables, false).await.unwrap_err().to_string();
    assert!(again.contains("has data already"), "{again}");
    copy(side(from), side(to), &tables, true).await.unwrap();
    assert_eq!(all_content(from, &tables).await, all_content(to, &tables).await);
}

/// Returns the highest number that a case has had: the highest case was deleted.
async fn last_case(store: &Store) -> i64 {
    let highest: i64 = sqlx::query_scalar("SELECT MAX(id) FROM journal").fetch_one(&store.pool).await.unwrap();
    if store.shared { highest } else { highest + 1_000 }
}

#[tokio::test]
async fn sqlite_is_copied_to_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (sqlite_store(&folder, "from.db").await, sqlite_store(&folder, "to.db").await);
    copies_all(&from, &to).await;
}

#[tokio::test]
async fn stores_are_copied_between_sqlite_and_postgres() {
    let (Some(one), Some(two)) = (Database::make().await, Database::make().await) else { return };
    let folder = tempfile::tempdir().unwrap();
    let open = async |database: &Database| Store::open(&database.url().try_into().unwrap()).await.unwrap();
    let (from, to) = (sqlite_store(&folder, "from.db").await, open(&one).await);
    copies_all(&from, &to).await;
    let (from, to) = (open(&two).await, sqlite_store(&folder, "to.db").await);
    copies_all(&from, &to).await;
    for database in [one, two] {
        database.drop().await;
    }
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let Some(database) = Database::make().await else { return };
    let store = Store::open(&database.url().try_into().unwrap()).await.unwrap();
    let text = "SELECT CAST(table_name AS TEXT) || '.' || CAST(column_name AS TEXT) || ' ' || CAST(data_type AS TEXT) \
                FROM information_schema.columns WHERE table_schema = current_schema() \
                AND table_name NOT IN ('_sqlx_migrations', 'copies')";
    let mut found: Vec<String> = sqlx::query_scalar(text).fetch_all(&store.pool).await.unwrap();
    found.sort();
    let mut expected = Vec::new();
    for table in tables().await.unwrap() {
        for column in &table.columns {
            let kind = match column.kind {
                ColumnKind::Integer => "bigint",
                ColumnKind::Text => "text",
            };
            expected.push(format!("{}.{} {kind}", table.name, column.name));
        }
    }
    expected.sort();
    assert_eq!(found, expected);
    store.close().await;
    database.drop().await;
}

/// An instance that runs keeps a copy away, also if it starts after the check.
#[tokio::test]
async fn no_copy_while_an_instance_runs() {
    let Some(database) = Database::make().await else { return };
    let folder = tempfile::tempdir().unwrap();
    let to = sqlite_store(&folder, "to.db").await;
    let from = Store::open(&database.url().try_into().unwrap()).await.unwrap();
    let me = InstanceId::new();
    from.instances().beat(&me).await.unwrap();
    let tables = tables().await.unwrap();
    let with = async |gone: &Vec<(InstanceId, i64)>| {
        copy(CopySide { store: &from, gone: Some(gone) }, CopySide { store: &to, gone: None }, &tables, false).await
    };
    assert!(with(&Vec::new()).await.is_err());
    with(&vec![(me.clone(), 0)]).await.unwrap();
    from.instances().beat(&me).await.unwrap();
    let error = with(&vec![(me, 0)]).await.unwrap_err().to_string();
    assert!(error.contains("has just started"), "{error}");
    from.close().await;
    database.drop().await;
}

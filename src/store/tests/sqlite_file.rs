//! What holds for a SQLite file only.

use super::*;

async fn in_a_folder(folder: &tempfile::TempDir) -> Store {
    let url = format!("sqlite://{}/usher.db", folder.path().display());
    Store::open(&url.try_into().unwrap()).await.unwrap()
}

#[tokio::test]
async fn sqlite_has_the_fix_of_the_wal_reset_bug() {
    let folder = tempfile::tempdir().unwrap();
    let store = in_a_folder(&folder).await;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&store.pool).await.unwrap();
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    // Before 3.51.3, two connections that write and checkpoint at one moment could lose commits or damage the file
    // (sqlite.org/wal.html, "The WAL-Reset Bug").
    assert!(parts >= vec![3, 51, 3], "{version}");
}

#[tokio::test]
async fn reads_do_not_wait_for_a_writer_and_write_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = in_a_folder(&folder).await;
    let copy = InstanceId("a".to_owned());
    let case = begin(&store, 1, &copy).await;
    let mut writer = store.pool.begin().await.unwrap();
    sqlx::query("DELETE FROM journal").execute(&mut *writer).await.unwrap();
    assert!(store.journal().find(GuildId(1), case).await.unwrap().is_some(), "not committed");
    writer.commit().await.unwrap();
    assert!(store.journal().find(GuildId(1), case).await.unwrap().is_none());
    let refused = sqlx::query("DELETE FROM journal").execute(&store.reads).await.unwrap_err();
    assert!(refused.to_string().contains("readonly"), "{refused}");
}

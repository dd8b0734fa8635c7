//! One test suite for every store: on SQLite always, on PostgreSQL if `USHER_TEST_POSTGRES_URL` names a server.

use std::time::Duration;

use futures::future::join_all;
use groups_api::{ApiError, Effect};
use serde_json::json;
use usher_clock::Timestamp;
use whatsapp::SessionName;

use super::*;
use crate::access::{Capability, ChannelId, GuildId, InteractionId, UserId};
use crate::operations::{
    AddMembers, AddResult, AddStatus, Failure, GroupLeft, GroupRef, Labels, LeaveGroup, MembersAdded, MembersRemoved,
    Operation, Outcome, Reason, Removal, RemoveMembers, Removed,
};

#[path = "../../../tests/it/postgres.rs"]
#[expect(clippy::print_stderr, reason = "reports the skipped tests")]
mod database;

use database::Database;
use log_queue::unposted;

const NOW: Timestamp = Timestamp::from_secs(1_800_000_000);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn ago(days: u32) -> Timestamp {
    NOW.saturating_sub(DAY * days)
}

fn at() -> GroupRef {
    GroupRef {
        session: "default".parse().unwrap(),
        group: "1@g.us".parse().unwrap(),
        name: Some("Alpha Team".to_owned()),
        is_name_secret: false,
    }
}

fn leave() -> Operation {
    LeaveGroup { at: at(), reason: None }.into()
}

fn entry(interaction: u64, operation: &Operation) -> AuditEntry {
    AuditEntry {
        guild: GuildId(1),
        channel: ChannelId(2),
        user: UserId(3),
        user_name: None,
        interaction: InteractionId(interaction),
        what: AuditSubject::from(operation),
    }
}

fn done() -> AuditEnd {
    AuditEnd::Done { outcome: Box::new(Outcome::LeaveGroup(GroupLeft {}).into()), stopped: None }
}

fn ending<'a>(what: &'a AuditSubject, end: &'a AuditEnd, adds: Option<usize>) -> Ending<'a> {
    Ending { what, end, adds, next: None, undo: None }
}

fn pending(id: ConfirmationId, expires_at: Timestamp) -> PendingConfirmation {
    PendingConfirmation {
        id,
        kind: ConfirmationKind::Confirm,
        guild: GuildId(1),
        user: UserId(3),
        operation: leave(),
        expires_at,
        unsettled: Some(NOW),
        preview: None,
        interaction: InteractionId(9),
        application: 77,
        token: "aW50ZXJhY3Rpb24".into(),
        language: Language::Hindi,
    }
}

fn visit(interaction: u64, owner: Option<&InstanceId>) -> PendingInteraction {
    PendingInteraction {
        interaction: InteractionId(interaction),
        application: 77,
        token: "aW50ZXJhY3Rpb24".into(),
        guild: GuildId(1),
        actor: UserId(3),
        language: Language::Hindi,
        arrived: NOW,
        owner: owner.cloned(),
        answered: false,
    }
}

/// No test reaches these limits.
const RATES: Rates = Rates {
    changes_per_minute: 1_000,
    heavy_changes_per_minute: 1_000,
    approval_requests_per_minute: 1_000,
    lookups_per_minute: 1_000,
    adds_per_day: 100_000,
};

async fn begin_with(
    store: &Store,
    interaction: u64,
    owner: &InstanceId,
    authorization: Option<Authorization>,
) -> Result<AuditId, BeginError> {
    let entry = entry(interaction, &leave());
    let beginning = Beginning { entry: &entry, progress: &json!({}), authorization, owner, adds: 0 };
    store.journal().begin(beginning, &RATES, NOW).await
}

async fn begin(store: &Store, interaction: u64, owner: &InstanceId) -> AuditId {
    begin_with(store, interaction, owner, None).await.unwrap()
}

/// Tests that run on every store.
macro_rules! rules {
    ($(async fn $name:ident($store:ident: &Store) $body:block)+) => {
        $(async fn $name($store: &Store) $body)+

        mod sqlite {
            use super::*;
            $(#[tokio::test] async fn $name() {
                let folder = tempfile::tempdir().unwrap();
                let url = format!("sqlite://{}/deeper/usher.db", folder.path().display());
                let store = Store::open(&url.try_into().unwrap()).await.unwrap();
                super::$name(&store).await;
                store.close().await;
            })+
        }

        mod memory {
            use super::*;
            $(#[tokio::test] async fn $name() {
                let store = Store::open(&"sqlite://:memory:".to_owned().try_into().unwrap()).await.unwrap();
                super::$name(&store).await;
            })+
        }

        mod postgres {
            use super::*;
            $(#[tokio::test] async fn $name() {
                let Some(database) = Database::make().await else { return };
                let store = Store::open(&database.url().try_into().unwrap()).await.unwrap();
                super::$name(&store).await;
                store.close().await;
                database.drop().await;
            })+
        }
    };
}

mod accounts;
mod approvals;
mod copying;
mod erasing;
mod group_sets;
mod join_notices;
mod lists;
mod log_queue;
mod member_lists;
mod reasons;
mod rows;
mod schedule;
mod self_service;
mod sqlite_file;

#[tokio::test]
async fn one_process_has_a_file_and_the_next_is_told_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let url = || StoreUrl::try_from(format!("sqlite://{}/usher.db", folder.path().display())).unwrap();
    let store = Store::open(&url()).await.unwrap();
    let second = format!("{:#}", Store::open(&url()).await.unwrap_err());
    assert!(second.contains("store.url") && second.contains("another process uses it"), "{second}");
    store.close().await;
    drop(store);
    Store::open(&url()).await.unwrap();
}

#[tokio::test]
async fn database_files_are_the_named_ones_and_private() {
    use std::os::unix::fs::PermissionsExt as _;
    for name in [
        "usher.db",
        "usher%20db",
        "a b.db",
        "a#b.db",
        "a?b.db",
        "what?.db",
        "100%.db",
        "a%2e%2e.db",
        "file:x.db",
        "ü.db",
        "a&b=c.db",
        "'quoted'.db",
        "usher",
        ":memory:.db",
        "a?b=c?.db",
    ] {
        let folder = tempfile::tempdir().unwrap();
        // A URL as a user may write it: through another folder.
        std::fs::create_dir(folder.path().join("deep er")).unwrap();
        let url = format!("sqlite://{}/deep er/../{name}", folder.path().display());
        let store = Store::open(&url.try_into().unwrap()).await.unwrap();
        store.interactions().note(visit(1, None)).await.unwrap();
        store.journal().record(&entry(1, &leave()), &done(), None, &InstanceId("a".to_owned()), NOW).await.unwrap();
        let path = folder.path().join(name);
        let mut expected = vec![path.clone(), path.with_extension("lock"), path.with_extension("visits.db")];
        for file in [&path, &path.with_extension("visits.db")] {
            expected.extend(["-wal", "-shm"].map(|companion| PathBuf::from(format!("{}{companion}", file.display()))));
        }
        expected.push(folder.path().join("deep er"));
        expected.sort();
        let mut found: Vec<PathBuf> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.sort();
        assert_eq!(found, expected, "{name}");
        for file in found.iter().filter(|path| path.is_file()) {
            let mode = std::fs::metadata(file).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{}", file.display());
        }
        store.close().await;
        // The data is in that very file.
        let named = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
        let mut connection = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&named).await.unwrap();
        let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM journal").fetch_one(&mut connection).await.unwrap();
        assert_eq!(rows, 1, "{name}");
    }
    for url in ["sqlite://usher.db?mode=rwc", "sqlite://usher.db?cache=shared", "sqlite://", "mysql://x"] {
        assert!(StoreUrl::try_from(url.to_owned()).is_err(), "{url}");
    }
}

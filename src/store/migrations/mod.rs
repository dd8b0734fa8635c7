//! The migrations of both databases, compiled into the program. The store of an earlier release holds the version,
//! description and checksum (SHA-384 of the text) of each one that ran, so a released file never changes.

use std::borrow::Cow;

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// The table in which sqlx records the migrations of a database.
pub(super) const TABLE: &str = "_sqlx_migrations";
/// Reads the versions of the migrations that ran.
pub(super) const VERSIONS: &str = "SELECT version FROM _sqlx_migrations ORDER BY version";

/// Returns the migrations in a folder: the version and description of each file's name, and its text.
macro_rules! migrations {
    ($folder:literal) => {
        [
            (1, "begin", include_str!(concat!($folder, "/0001_begin.sql"))),
            (2, "self service", include_str!(concat!($folder, "/0002_self_service.sql"))),
            (3, "comfort", include_str!(concat!($folder, "/0003_comfort.sql"))),
            (4, "unsettled", include_str!(concat!($folder, "/0004_unsettled.sql"))),
            (5, "log channel", include_str!(concat!($folder, "/0005_log_channel.sql"))),
            (6, "questions", include_str!(concat!($folder, "/0006_questions.sql"))),
            (7, "stop", include_str!(concat!($folder, "/0007_stop.sql"))),
            (8, "limits", include_str!(concat!($folder, "/0008_limits.sql"))),
            (9, "invite codes", include_str!(concat!($folder, "/0009_invite_codes.sql"))),
            (10, "left guilds", include_str!(concat!($folder, "/0010_left_guilds.sql"))),
            (11, "country", include_str!(concat!($folder, "/0011_country.sql"))),
            (12, "lists", include_str!(concat!($folder, "/0012_lists.sql"))),
            (13, "invitation", include_str!(concat!($folder, "/0013_invitation.sql"))),
            (14, "confirmed by", include_str!(concat!($folder, "/0014_confirmed_by.sql"))),
            (15, "schedule", include_str!(concat!($folder, "/0015_schedule.sql"))),
            (16, "reasons", include_str!(concat!($folder, "/0016_reasons.sql"))),
            (17, "approvals", include_str!(concat!($folder, "/0017_approvals.sql"))),
            (18, "kinds of confirmations", include_str!(concat!($folder, "/0018_kinds_of_confirmations.sql"))),
            (19, "requests to announce", include_str!(concat!($folder, "/0019_requests_to_announce.sql"))),
            (20, "join notices", include_str!(concat!($folder, "/0020_join_notices.sql"))),
            (21, "accounts", include_str!(concat!($folder, "/0021_accounts.sql"))),
            (22, "group sets", include_str!(concat!($folder, "/0022_group_sets.sql"))),
            (23, "member lists", include_str!(concat!($folder, "/0023_member_lists.sql"))),
        ]
    };
}

/// Returns the migrations of a SQLite file.
pub(super) fn sqlite() -> Migrator {
    migrator(&migrations!("sqlite"))
}

/// Returns the migrations of a PostgreSQL database.
pub(super) fn postgres() -> Migrator {
    migrator(&migrations!("postgres"))
}

fn migrator(files: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |&(version, description, text)| {
        let (description, text) = (Cow::Borrowed(description), SqlStr::from_static(text));
        Migration::new(version, description, MigrationType::Simple, text, false)
    };
    Migrator::with_migrations(files.iter().map(migration).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// What a store keeps of each migration.
    fn kept<'m>(migrator: &'m Migrator) -> Vec<(i64, &'m str, MigrationType, &'m [u8], bool)> {
        let of = |one: &'m Migration| (one.version, &*one.description, one.migration_type, &*one.checksum, one.no_tx);
        migrator.iter().map(of).collect()
    }

    #[tokio::test]
    async fn every_file_of_the_folders_is_embedded() {
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations");
        for (folder, embedded) in [("sqlite", sqlite()), ("postgres", postgres())] {
            let files = Migrator::new(folders.join(folder)).await.unwrap();
            assert_eq!(kept(&embedded), kept(&files), "{folder}");
        }
    }
}

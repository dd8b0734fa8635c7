//! PostgreSQL for tests, if `USHER_TEST_POSTGRES_URL` names a server that allows the creation of databases.

use sqlx::{AssertSqlSafe, Connection as _};

/// A database that belongs to one test.
pub(crate) struct Database {
    server: String,
    name: String,
}

impl Database {
    pub(crate) async fn make() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "a setting of the test")]
        let Ok(server) = std::env::var("USHER_TEST_POSTGRES_URL") else {
            eprintln!("skipped: PostgreSQL, since USHER_TEST_POSTGRES_URL is not set");
            return None;
        };
        let name = format!("usher_test_{}", uuid::Uuid::new_v4().simple());
        let database = Self { server, name };
        database.execute("CREATE DATABASE", "").await;
        Some(database)
    }

    pub(crate) fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }

    pub(crate) async fn drop(self) {
        // The connections of a closed pool may take a moment to end.
        self.execute("DROP DATABASE", " WITH (FORCE)").await;
    }

    async fn execute(&self, what: &str, how: &str) {
        let mut connection = sqlx::PgConnection::connect(&self.server).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("{what} {}{how}", self.name))).execute(&mut connection).await.unwrap();
    }
}

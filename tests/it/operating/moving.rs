//! `usher move`: from SQLite to PostgreSQL, and back.

use sandbox::ALPHA;

use crate::postgres::Database;
use crate::process::Host;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_is_moved_to_postgres_and_back() {
    let Some(database) = Database::make().await else { return };
    Host::run(async |host| {
        let bot = host.start(None).await;
        host.grant("groups.delete").await;
        let running = host.usher(&["move", "--to", &database.url()]).await;
        assert!(running.code == 1 && running.text.contains("another process uses it"), "{}", running.text);
        assert!(bot.stop().await.success(), "{}", host.log());
        let last = host.journal().await.last().unwrap().case;
        let moved = host.usher(&["move", "--to", &database.url()]).await;
        assert_eq!(moved.code, 0, "{}", moved.text);
        assert!(moved.text.contains("1 rows  grants"), "{}", moved.text);
        let again = host.usher(&["move", "--to", &database.url()]).await;
        assert!(again.code == 1 && again.text.contains("has data already"), "{}", again.text);

        // The bot works there, with the grant, and gives the next number to a case.
        let file = format!("sqlite://{}", host.file("usher.db").display());
        let bot = host.start_with(&host.config.replace(&file, &database.url())).await;
        let renamed = host.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
        assert!(renamed.contains("Alpha Crew"), "{renamed}");
        let other = format!("sqlite://{}", host.file("other.db").display());
        let running = host.usher_on(Some(&database.url()), &["move", "--to", &other]).await;
        assert!(running.code == 1 && running.text.contains("a bot runs on this store"), "{}", running.text);
        assert!(bot.stop().await.success(), "{}", host.log());
        let back = host.usher_on(Some(&database.url()), &["move", "--to", &other]).await;
        assert_eq!(back.code, 0, "{}", back.text);

        for name in ["usher.db", "usher.visits.db"] {
            std::fs::remove_file(host.file(name)).unwrap();
            std::fs::rename(host.file(&name.replace("usher", "other")), host.file(name)).unwrap();
        }
        let cases: Vec<i64> = host.journal().await.iter().map(|row| row.case.0).collect();
        assert_eq!(cases, [last.0, last.0 + 1]);
        let onto_itself = host.usher(&["move", "--to", &file]).await;
        assert!(onto_itself.code == 1 && onto_itself.text.contains("the configured store"), "{}", onto_itself.text);
    })
    .await;
    database.drop().await;
}

//! `usher forget` beside the running bot.

use sandbox::{ALPHA, OPEN};
use serde_json::json;

use crate::process::Host;

/// Returns what an owner sees of the first case.
async fn first_case(host: &Host) -> String {
    let options = [("case".to_owned(), json!(1))];
    let shown = host.discord.command(host.person("owner"), host.channel, "wa-audit show", &options).unwrap();
    host.answered(shown).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_and_servers_are_forgotten_beside_the_bot() {
    Host::run(async |host| {
        let bot = host.start(None).await;
        let added = host.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
        assert!(added.contains("dded"), "{added}");
        let journal = host.usher(&["backup", host.file("before.db").to_str().unwrap()]).await;
        assert_eq!(journal.code, 0, "{}", journal.text);
        // Brazil's older form of the number is the same person.
        let older = "+552188880001";
        let counted = host.usher(&["forget", "--person", older]).await;
        assert_eq!(counted.code, 0, "{}", counted.text);
        assert!(counted.text.contains("1 audit entries") && counted.text.contains("--yes"), "{}", counted.text);
        let erased = host.usher(&["forget", "--person", older, "--yes"]).await;
        assert!(erased.code == 0 && erased.text.contains("erased"), "{}", erased.text);
        let shown = first_case(host).await;
        assert!(shown.contains("erased") && !shown.contains("•••••"), "{shown}");
        let counted = host.usher(&["forget", "--person", OPEN]).await;
        assert!(counted.text.contains("0 audit entries"), "{}", counted.text);

        let user = host.person("moderator").to_string();
        let erased = host.usher(&["forget", "--user", &user, "--yes"]).await;
        assert_eq!(erased.code, 0, "{}", erased.text);
        let shown = first_case(host).await;
        assert!(shown.contains("A person whose data was erased") && !shown.contains(&user), "{shown}");

        host.grant("groups.delete").await;
        // The answer to the grant may not be recorded yet: then something is in progress.
        while host.usher(&["forget", "--guild", &host.guild.to_string(), "--yes"]).await.code != 0 {}
        let delete = [("group", ALPHA)];
        while !host.command("moderator", "wa-group delete", &delete).await.contains("No permission") {}
        assert!(bot.stop().await.success(), "{}", host.log());
        let rows = host.journal().await;
        assert!(rows.iter().all(|row| row.entry.what.operation == "groups.delete"), "{rows:?}");
    })
    .await;
}

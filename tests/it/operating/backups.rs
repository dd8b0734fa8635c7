//! `usher backup` and `usher restore`.

use sandbox::ALPHA;
use usher::access::GuildId;
use usher::store::AuditStatus;

use crate::cluster::{all_settled, load};
use crate::process::{Host, HostScene};

/// Returns a scene in which the helper may create groups with an approval.
fn with_approvals() -> HostScene {
    Host::with(|scene| {
        scene.server = format!(
            "approvals_channel = \"{}\"\n{}[[guilds.grants]]\nrole = \"{}\"\nneeds_approval = [\"groups.create\"]\n",
            scene.approvals, scene.server, scene.roles.helper
        );
    })
    .needs(|can| can.empty_group)
}

/// Backs up a bot at work, and restores the backup in the place of its store.
async fn restores_a_backup_taken_under_load(host: &Host) {
    let guild = GuildId(host.guild.to_string().parse().unwrap());
    let bot = host.start(None).await;
    host.grant("groups.delete").await;
    host.command("helper", "wa-group create", &[("name", "Helpers")]).await;
    let first = load(host, 0, 5).await;
    all_settled(host, &first).await;
    let second = load(host, 10, 12).await;
    let file = host.file("backup.db");
    let path = file.to_str().unwrap();
    let backup = host.usher(&["backup", path]).await;
    assert_eq!(backup.code, 0, "{}", backup.text);
    assert!(backup.text.contains("backed up to") && backup.text.contains("rows  journal"), "{}", backup.text);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = host.usher(&["backup", path]).await;
    assert!(again.code == 1 && again.text.contains("exists already"), "{}", again.text);
    all_settled(host, &second).await;
    let running = host.usher(&["restore", path, "--replace"]).await;
    assert_eq!(running.code, 1, "{}", running.text);
    assert!(running.text.contains("uses it") || running.text.contains("a bot runs"), "{}", running.text);
    host.command("owner", "wa-access revoke", &[("role", &host.roles.moderator.to_string())]).await;
    assert!(bot.stop().await.success(), "{}", host.log());
    let all = host.journal().await.len();

    let refused = host.usher(&["restore", path]).await;
    assert!(refused.code == 1 && refused.text.contains("--replace"), "{}", refused.text);
    let garbage = host.file("garbage.db");
    std::fs::write(&garbage, "no database").unwrap();
    let bad = host.usher(&["restore", garbage.to_str().unwrap(), "--replace"]).await;
    assert_eq!(bad.code, 1, "{}", bad.text);
    assert_eq!(host.journal().await.len(), all, "nothing was replaced");
    let restored = host.usher(&["restore", path, "--replace"]).await;
    assert_eq!(restored.code, 0, "{}", restored.text);
    assert!(restored.text.contains("the data that was there is in"), "{}", restored.text);

    host.with_store(async |store| {
        assert_eq!(store.grants().rules(guild).await.unwrap().given.len(), 1, "the grant is there again");
        let open = store.requests().list(guild, None, usher_clock::Timestamp::default(), 10).await.unwrap();
        assert_eq!(open.len(), 1);
    })
    .await;
    let rows = host.journal().await;
    let done = rows.iter().filter(|row| row.entry.what.operation == "groups.create");
    assert!(done.filter(|row| row.verdict == Some(AuditStatus::Done)).count() >= 5);
    assert!(rows.len() < all, "{} of {all}", rows.len());
    let bot = host.start(None).await;
    let shown = host.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert!(shown.contains("Alpha Team"), "{shown}");
    assert!(bot.stop().await.success(), "{}", host.log());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_is_restored_on_sqlite() {
    with_approvals().alone().run(restores_a_backup_taken_under_load).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_is_restored_on_postgres() {
    with_approvals().on_postgres().alone().run(restores_a_backup_taken_under_load).await;
}

#[tokio::test]
async fn the_file_that_a_restore_replaces_is_kept_whole() {
    Host::run(async |host| {
        let bot = host.start(None).await;
        host.grant("groups.delete").await;
        let file = host.file("backup.db");
        assert_eq!(host.usher(&["backup", file.to_str().unwrap()]).await.code, 0);
        host.grant("groups.leave").await;
        assert!(bot.stop().await.success(), "{}", host.log());
        let restored = host.usher(&["restore", file.to_str().unwrap(), "--replace"]).await;
        assert_eq!(restored.code, 0, "{}", restored.text);
        assert_eq!(host.journal().await.len(), 1);
        let line = restored.text.lines().find(|line| line.contains("the data that was there")).unwrap();
        let kept = line.rsplit(' ').next().unwrap().to_owned();
        // The kept file is a store, and can be restored too.
        let back = host.usher(&["restore", &kept, "--replace"]).await;
        assert_eq!(back.code, 0, "{}", back.text);
        assert_eq!(host.journal().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn without_a_store_there_is_nothing_to_back_up() {
    Host::run(async |host| {
        let file = host.file("backup.db");
        let backup = host.usher(&["backup", file.to_str().unwrap()]).await;
        assert_eq!(backup.code, 1, "{}", backup.text);
        assert!(!file.exists() && !host.file("usher.db").exists());
        assert_eq!(host.usher(&["backup"]).await.code, 2);
        assert_eq!(host.usher(&["move", "--to", "mysql://x"]).await.code, 2);
        assert_eq!(host.usher(&["forget", "--person", "x"]).await.code, 2);
        assert_eq!(host.usher(&["forget", "--yes"]).await.code, 2);
    })
    .await;
}

//! Control characters in texts from WhatsApp and from users: the store accepts them, and they cannot forge log lines.

use sandbox::ALPHA;
use sandbox::whatsapp::{Fault, FaultRule, Operation, Provider};

use crate::approvals::may_ask;
use crate::harness::TestBot;
use crate::postgres::Database;
use crate::process::Host;

/// Names and reasons with U+0000 are stored and shown without it.
async fn are_stored(store: Option<String>) {
    TestBot::with(|scene| {
        may_ask(scene);
        scene.store = store.unwrap_or_else(|| scene.store.clone());
        "Al\0pha\u{1b}[31m\nTeam".clone_into(&mut scene.whatsapp.group_mut(ALPHA).unwrap().name);
    })
    .run(async |bot| {
        // From here on Usher knows the name and stores it with each operation on the group.
        assert_eq!(bot.offers("owner", "wa-group describe", "group", "team").await.len(), 1);
        let describe = [("group", ALPHA), ("text", "By the sea")];
        let reply = bot.command("owner", "wa-group describe", &describe).await;
        assert!(reply.text().contains("By the sea") && reply.title() == "Alpha\\[31m Team", "{}", reply.text());
        let reply = bot.command("owner", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
        assert!(reply.text().contains("Renamed"), "{}", reply.text());
        bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
        let request = bot.posted().pop().unwrap();
        let opened = bot.decide("moderator", &request, "Deny").await;
        bot.fill_in("moderator", &opened, "Not\0 to\u{1b}day").await;
        let shown = bot.message(request.id).all_text();
        assert!(shown.contains("Denied by") && shown.contains("Not today"), "{shown}");
        let reply = bot.command("owner", "wa-audit recent", &[]).await;
        assert!(reply.text().contains("changed the description"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn names_and_reasons_with_nul_are_stored_on_sqlite() {
    are_stored(None).await;
}

#[tokio::test]
async fn names_and_reasons_with_nul_are_stored_on_postgres() {
    let Some(database) = Database::make().await else { return };
    are_stored(Some(database.url())).await;
    database.drop().await;
}

#[tokio::test]
async fn a_status_of_the_api_forges_no_line_of_the_log() {
    // The answer is in the words of Titan's contract.
    Host::with(|scene| scene.whatsapp.serve_as(Provider::Titan))
        .run(async |host| {
            let bot = host.start(None).await;
            let status = r"DOWN\n2026-01-01T00:00:00Z ERROR forged\r\u2028\u001b[31m\u0085\u202e";
            let body =
                format!(r#"{{"data": {{"name": "default", "status": "{status}", "statusReason": "{status}"}}}}"#);
            host.groups.inject(FaultRule::always(Fault::Status(503)).of(Operation::ListParticipants));
            host.groups.inject(FaultRule::always(Fault::Answer(body)).of(Operation::GetSession));
            let asked = host.send("owner", "wa-group members list", &[("group", ALPHA)]);
            let text = host.answered(asked).await;
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
            assert!(bot.stop().await.success());
            let log = host.log();
            assert!(log.contains("forged"), "{log}");
            assert!(!log.lines().any(|line| line.starts_with("2026-01-01T00:00:00Z")), "{log}");
            assert!(!log.contains(['\u{1b}', '\r', '\u{2028}', '\u{85}', '\u{202e}']), "{log:?}");
        })
        .await;
}

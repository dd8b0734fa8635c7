//! `usher check`: each row states its own cause.

use std::collections::HashMap;
use std::process::Stdio;
use std::time::Duration;

use sandbox::whatsapp::{Fault, FaultRule, Operation, Provider, StatusReason, WahaEngine, World};
use sandbox::{ALPHA, FakeServices};
use serde_json::Value;
use tokio::process::Command;
use usher_clock::Clock;

use crate::harness::together;
use crate::process::Host;

const PATIENCE: Duration = Duration::from_secs(60);
const NOWHERE: &str = "120363000000000009@g.us";
const UNKNOWN: &str = "4999999999999999999";
const UNKNOWN_ALERTS: &str = "4999999999999999998";

/// Runs `usher check --json` between the stand-ins, with further variables. Returns the exit code, and each row's result
/// and words by what it checks.
async fn check(
    stand_ins: &FakeServices,
    variables: &[(&str, &str)],
) -> (Option<i32>, HashMap<String, (String, String)>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("usher.toml");
    std::fs::write(&file, &stand_ins.config).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_usher"));
    command
        .args(["check", "--json"])
        .env_clear()
        .env("USHER_CONFIG", file)
        .env("DISCORD_TOKEN", stand_ins.discord.token())
        .env("GROUPS_API_KEY", stand_ins.groups.key())
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .kill_on_drop(true);
    let output = tokio::time::timeout(PATIENCE, command.output()).await.expect("the program ends").unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let rows = report["rows"].as_array().unwrap().iter();
    let rows = rows.map(|row| (text(row, "what"), (text(row, "result"), text(row, "words")))).collect();
    assert_eq!(report["works"].as_bool(), Some(output.status.success()));
    (output.status.code(), rows)
}

fn assert_row(rows: &HashMap<String, (String, String)>, what: &str, result: &str, words: &str) {
    let row = rows.get(what).unwrap_or_else(|| panic!("{what} is not in {rows:#?}"));
    assert!(row.0 == result && row.1.contains(words), "{what}: {row:?}");
}

/// Returns stand-ins with a server whose grants and channels are partly wrong.
async fn stand_ins() -> FakeServices {
    let mut scene = crate::harness::scene(&Clock::system());
    let (role, log) = (scene.roles.helper, scene.log);
    scene.server = format!(
        "alerts_role = \"{UNKNOWN_ALERTS}\"\nlog_channel = \"{log}\"\napprovals_channel = \"{UNKNOWN}\"\n{}[[guilds.grants]]\nrole = \"{UNKNOWN}\"\npreset = \"viewer\"\n\
         [[guilds.grants]]\nrole = \"{role}\"\npreset = \"viewer\"\ngroups = [\"{ALPHA}\", \"{NOWHERE}\"]\n",
        scene.server
    );
    FakeServices::open(scene).await.unwrap()
}

#[tokio::test]
async fn everything_that_the_file_names_is_looked_up() {
    let _turn = together().await;
    let stand_ins = stand_ins().await;
    let other = stand_ins.discord.world(|world| {
        world.application.public = true;
        world.add_guild("Elsewhere")
    });
    let (code, rows) = check(&stand_ins, &[]).await;
    assert_eq!(code, Some(1));
    for (what, result, words) in [
        ("groups API", "ok", "answers"),
        ("session default", "ok", "connected"),
        (&format!("group {ALPHA}"), "ok", "Alpha Team"),
        (&format!("group {NOWHERE}"), "fail", "no account is in it: default"),
        ("application", "warn", "Public Bot"),
        (&format!("server {}", stand_ins.guild), "ok", "Harbour Community"),
        (&format!("log channel {}", stand_ins.log), "ok", "can write"),
        (&format!("approvals channel {UNKNOWN}"), "fail", "no such channel"),
        (&format!("role {UNKNOWN}"), "fail", "no such role"),
        (&format!("role {UNKNOWN_ALERTS}"), "fail", "no such role"),
        (&format!("role {}", stand_ins.roles.helper), "ok", ""),
        (&format!("server {other}"), "warn", "the bot is in Elsewhere"),
    ] {
        assert_row(&rows, what, result, words);
    }
}

#[tokio::test]
async fn an_account_that_waits_for_its_qr_code_is_named() {
    let _turn = together().await;
    let stand_ins = stand_ins().await;
    stand_ins.groups.world(|world| world.disconnect("default", StatusReason::ScanQr));
    let (code, rows) = check(&stand_ins, &[]).await;
    assert_eq!(code, Some(1));
    assert_row(&rows, "session default", "fail", "waits for its QR code");
}

#[tokio::test]
async fn the_version_is_told_where_the_provider_tells_it() {
    let _turn = together().await;
    for (provider, told) in [
        (Provider::Titan, "version not told"),
        (Provider::Waha(WahaEngine::Noweb), "2026.8.2"),
        (Provider::Waha(WahaEngine::Gows), "2026.8.2"),
        (Provider::Evolution, "2.3.7"),
        (Provider::Gowa, "v9.0.0"),
        (Provider::OpenWa, "0.12.5"),
    ] {
        let mut scene = crate::harness::scene(&Clock::system());
        scene.whatsapp.serve_as(provider);
        let stand_ins = FakeServices::open(scene).await.unwrap();
        let (code, rows) = check(&stand_ins, &[]).await;
        assert_eq!(code, Some(0), "{provider}: {rows:#?}");
        assert_eq!(rows["provider version"], ("ok".to_owned(), told.to_owned()), "{provider}");
        if provider == Provider::Titan {
            continue;
        }
        // A server that does not tell it is no failure, and one that is slow holds nothing up.
        stand_ins.groups.inject(FaultRule::always(Fault::Answer("{}".to_owned())).of(Operation::GetVersion));
        let (code, rows) = check(&stand_ins, &[]).await;
        assert_eq!(code, Some(0), "{provider}: {rows:#?}");
        assert_row(&rows, "provider version", "ok", "version not told");
        stand_ins.groups.world(World::clear_faults);
        stand_ins.groups.inject(FaultRule::always(Fault::Silence).of(Operation::GetVersion));
        let (code, rows) = check(&stand_ins, &[("USHER__GROUPS_API__TIMEOUT", "1s")]).await;
        assert_eq!(code, Some(0), "{provider}: {rows:#?}");
        assert_row(&rows, "provider version", "ok", "version not told: no answer within 1s");
    }
}

#[tokio::test]
async fn a_session_that_does_not_exist_is_named() {
    let _turn = together().await;
    for provider in Provider::ALL {
        let mut scene = crate::harness::scene(&Clock::system());
        scene.whatsapp.serve_as(provider);
        scene.server = scene.server.replace("[\"default\"]", "[\"default\", \"nosuch\"]");
        let stand_ins = FakeServices::open(scene).await.unwrap();
        let (code, rows) = check(&stand_ins, &[]).await;
        assert_eq!(code, Some(1), "{provider}: {rows:#?}");
        assert_row(&rows, "session default", "ok", "connected");
        assert_row(&rows, "session nosuch", "fail", "knows no such session (404)");
    }
}

#[tokio::test]
async fn no_row_hides_behind_the_one_before() {
    let _turn = together().await;
    let stand_ins = stand_ins().await;
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let (server, alpha) = (format!("server {}", stand_ins.guild), format!("group {ALPHA}"));
    let api = ["session default", "groups of default", &alpha];
    for (variables, wrong, cause) in [
        (vec![("USHER__GROUPS_API__BASE_URL", closed.as_str())], &api[..], "connection refused"),
        (vec![("GROUPS_API_KEY", "titan_wrong:key")], &api[..], "refuses the key (401)"),
        (vec![("USHER__DISCORD__API_URL", closed.as_str())], &["Discord", &server][..], "connection refused"),
        (vec![("DISCORD_TOKEN", "wrong")], &["Discord", &server][..], "refuses the token (401)"),
    ] {
        let (code, rows) = check(&stand_ins, &variables).await;
        assert_eq!(code, Some(1), "{variables:?}");
        for what in wrong {
            assert_row(&rows, what, "fail", cause);
        }
        if cause == "connection refused" {
            assert!(rows[wrong[0]].1.contains(&closed), "{rows:#?}");
        }
        // The other side is checked all the same.
        let other = if wrong.contains(&"Discord") { "session default" } else { &server };
        assert_row(&rows, other, "ok", "");
    }
}

#[tokio::test]
async fn store_is_checked_beside_a_running_bot_and_not_created() {
    Host::run(async |host| {
        let store = host.file("usher.db");
        let (_, rows) = check(host, &[]).await;
        assert_row(&rows, "store", "ok", "does not exist yet");
        assert!(!store.exists());

        let bot = host.start(None).await;
        let (_, rows) = check(host, &[]).await;
        assert_row(&rows, "store", "ok", "a running bot uses it");
        assert!(bot.stop().await.success());
        let (_, rows) = check(host, &[]).await;
        assert_row(&rows, "store", "ok", "can be read");
        assert!(!rows["store"].1.contains("running"), "{rows:#?}");

        std::fs::write(&store, "no database, and longer than a page's header of one hundred bytes. ".repeat(9))
            .unwrap();
        let (code, rows) = check(host, &[]).await;
        assert_eq!(code, Some(1));
        assert_row(&rows, "store", "fail", "cannot be used");
    })
    .await;
}

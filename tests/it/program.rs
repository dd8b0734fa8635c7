//! The program itself: its command line, its exit codes, its log, and its shutdown.

use std::process::{Output, Stdio};
use std::time::Duration;

use discord_stand_in::State;
use sandbox::whatsapp::{Fault, FaultRule, Operation, Provider};
use sandbox::{ALPHA, FakeServices, OPEN};
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use usher_clock::Clock;

use crate::harness::together;

const PATIENCE: Duration = Duration::from_secs(60);

fn usher() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_usher"));
    command.env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

/// Returns the program with a configuration for the stand-ins. The folder must outlive it.
fn usher_at(stand_ins: &FakeServices) -> (Command, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("usher.toml");
    std::fs::write(&file, &stand_ins.config).unwrap();
    let mut command = usher();
    command
        .env("USHER_CONFIG", file)
        .env("DISCORD_TOKEN", stand_ins.discord.token())
        .env("GROUPS_API_KEY", stand_ins.groups.key());
    (command, folder)
}

async fn output(child: Child) -> Output {
    tokio::time::timeout(PATIENCE, child.wait_with_output()).await.expect("the program ends").unwrap()
}

async fn run(mut command: Command) -> (Option<i32>, String, String) {
    let output = output(command.spawn().unwrap()).await;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn signal(child: &Child, signal: &str) {
    let killed = std::process::Command::new("kill").args([signal, &child.id().unwrap().to_string()]).status();
    assert!(killed.unwrap().success());
}

#[tokio::test]
async fn serves_until_stopped_and_logs_no_secret_at_any_level() {
    let _turn = together().await;
    for stop in ["-TERM", "-INT"] {
        let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
        let (mut command, _folder) = usher_at(&stand_ins);
        let child = command.args(["run", "--verbose"]).env("RUST_LOG", "trace").spawn().unwrap();
        tokio::time::timeout(PATIENCE, stand_ins.discord.wait_ready()).await.unwrap();

        let members = format!("{OPEN}, +5521988880002");
        let options = vec![("group".to_owned(), json!(ALPHA)), ("members".to_owned(), json!(members))];
        let who = stand_ins.people.moderator;
        let added = stand_ins.discord.command(who, stand_ins.channel, "wa-group members add", &options).unwrap();
        // An error that is not the user's.
        stand_ins.groups.inject(FaultRule::always(Fault::Truncated).of(Operation::GetInvite));
        let options = vec![("group".to_owned(), json!(ALPHA))];
        let refused = stand_ins.discord.command(who, stand_ins.channel, "wa-group invite show", &options).unwrap();
        for interaction in [added, refused] {
            let answered = stand_ins
                .discord
                .wait_until(|world| (world.interactions[&interaction].state == State::Answered).then_some(()));
            tokio::time::timeout(PATIENCE, answered).await.unwrap();
        }
        signal(&child, stop);
        let output = output(child).await;
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{log}");
        assert!(log.contains("carried out") && log.contains("members.add"), "{log}");

        let shown = stand_ins.discord.world(|world| world.original(refused).unwrap().all_text());
        let reference = shown.rsplit("Error code ").next().unwrap();
        assert!(log.contains(reference), "the reference {reference} is not in {log}");

        let mut secrets = vec![stand_ins.discord.token().to_owned(), stand_ins.groups.key().to_owned()];
        secrets.extend([OPEN, "5521988880001", "5521988880002"].map(str::to_owned));
        secrets.push(stand_ins.groups.world(|world| world.group(ALPHA).unwrap().invite.clone()));
        secrets.extend(
            stand_ins
                .discord
                .world(|world| world.interactions.values().map(|one| one.token.clone()).collect::<Vec<_>>()),
        );
        for secret in secrets {
            assert!(!log.contains(&secret), "{secret} is in the log");
        }
    }
}

#[tokio::test]
async fn check_tells_what_works_and_changes_nothing() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let (mut command, _folder) = usher_at(&stand_ins);
    command.arg("check");
    let (code, out, err) = run(command).await;
    assert_eq!(code, Some(0), "{out}{err}");
    for part in ["configuration", "store", "session default", "connected", "3 groups", "Harbour Community"] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(stand_ins.groups.calls().iter().all(|call| call.method == "GET"));
    assert!(stand_ins.discord.world(|world| world.requests.iter().all(|request| request.method == "GET")));

    let (mut command, _folder) = usher_at(&stand_ins);
    command.arg("check").env("GROUPS_API_KEY", "titan_wrong:key").env("DISCORD_TOKEN", "wrong");
    let (code, out, err) = run(command).await;
    assert_eq!(code, Some(1), "{out}{err}");
    assert!(out.contains("FAIL") && !out.contains("titan_wrong"), "{out}");
}

#[tokio::test]
async fn invalid_configuration_exits_with_2_and_a_line_per_problem() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let (mut command, folder) = usher_at(&stand_ins);
    std::fs::write(
        folder.path().join("usher.toml"),
        format!("{}\n[colours]\nx = 1\n[log]\nformat = 3\n", stand_ins.config),
    )
    .unwrap();
    command.arg("run").env("USHER__HTTP__LISTEN", "here");
    let (code, _, err) = run(command).await;
    assert_eq!(code, Some(2));
    for key in ["usher: colours:", "usher: log.format:", "usher: http.listen:"] {
        assert!(err.lines().any(|line| line.starts_with(key)), "{key} {err}");
    }

    let mut command = usher();
    command.args(["run", "--config", "nowhere.toml"]);
    let (code, _, err) = run(command).await;
    assert!(code == Some(2) && err.contains("nowhere.toml"), "{err}");

    let (mut command, _folder) = usher_at(&stand_ins);
    command.arg("run").env_remove("DISCORD_TOKEN");
    let (code, _, err) = run(command).await;
    assert!(code == Some(2) && err.contains("DISCORD_TOKEN"), "{err}");

    let mut command = usher();
    command.arg("dance");
    assert_eq!(run(command).await.0, Some(2));
}

#[tokio::test]
async fn no_value_of_the_environment_stands_in_a_complaint() {
    const SECRET: &str = "hunter2_pa55";
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    for (variable, value) in [
        ("USHER__STORE__URL", format!("mysql://u:{SECRET}@host/db")),
        ("USHER__STORE__URL", format!("{{url=\"postgres://u:{SECRET}@host\"")),
        ("USHER__STORE", format!("postgres://u:{SECRET}@host/db")),
        ("USHER__STORE__KEEP_DAYS", SECRET.to_owned()),
        ("USHER__DISCORD__API_URL", format!("http://u:{SECRET}@127.0.0.1:1")),
        ("USHER__DISCORD__API_URL", format!("http://{SECRET}.example.com")),
        ("USHER__GROUPS_API__BASE_URL", format!("https://u:{SECRET}@api.example.com")),
        ("USHER__GROUPS_API__TIMEOUT", SECRET.to_owned()),
        ("USHER__LOG__FORMAT", SECRET.to_owned()),
        ("USHER__GUILDS", format!("[{{id=\"{SECRET}\",sessions=[\"{SECRET}\"]}}]")),
        ("USHER__GUILDS", SECRET.to_owned()),
        ("DISCORD_TOKEN", format!("{SECRET} {SECRET}")),
        ("GROUPS_API_KEY_FILE", format!("/nowhere/{SECRET}")),
    ] {
        let (mut command, _folder) = usher_at(&stand_ins);
        command.arg("run").env(variable, &value);
        if variable == "GROUPS_API_KEY_FILE" {
            command.env_remove("GROUPS_API_KEY");
        }
        let (code, out, err) = run(command).await;
        assert!(code == Some(2) && !err.is_empty(), "{variable}={value}: {err}");
        assert!(!err.contains(SECRET) && !out.contains(SECRET), "{variable}={value}: {err}");
    }
    let (mut command, folder) = usher_at(&stand_ins);
    let broken = format!("{}\n[store]\nurl = \"postgres://u:{SECRET}@host\n", stand_ins.config);
    std::fs::write(folder.path().join("usher.toml"), broken).unwrap();
    command.arg("run");
    let (code, _, err) = run(command).await;
    assert!(code == Some(2) && err.contains("line ") && !err.contains(SECRET), "{err}");
}

#[tokio::test]
async fn no_file_is_needed_where_the_environment_says_all() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let check = async |guilds: String| {
        let mut command = usher();
        command
            .arg("check")
            .current_dir(folder.path())
            .env("DISCORD_TOKEN", stand_ins.discord.token())
            .env("GROUPS_API_KEY", stand_ins.groups.key())
            .env("USHER__DISCORD__API_URL", stand_ins.discord.api_url())
            .env("USHER__GROUPS_API__PROVIDER", stand_ins.groups.provider().configured())
            .env("USHER__GROUPS_API__BASE_URL", stand_ins.groups.base_url())
            .env("USHER__GUILDS", guilds);
        run(command).await
    };
    let (code, out, err) = check(format!("[{{id=\"{}\",sessions=[\"default\"]}}]", stand_ins.guild)).await;
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(out.contains("Harbour Community"), "{out}");
    let (code, _, err) = check(format!("[{{id={},sessions=[\"default\"]}}]", stand_ins.guild)).await;
    assert!(code == Some(2) && err.contains("guilds[0].id") && err.contains("put it in quotes"), "{err}");
}

#[tokio::test]
async fn no_proxy_of_the_environment_is_used() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    proxy.set_nonblocking(true).unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let (mut command, _folder) = usher_at(&stand_ins);
    let child = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
        .iter()
        .fold(command.arg("run"), |command, name| command.env(name, &address).env(name.to_lowercase(), &address))
        .spawn()
        .unwrap();
    tokio::time::timeout(PATIENCE, stand_ins.discord.wait_ready()).await.unwrap();
    let options = vec![("group".to_owned(), json!(ALPHA))];
    let shown =
        stand_ins.discord.command(stand_ins.people.moderator, stand_ins.channel, "wa-group show", &options).unwrap();
    let answered =
        stand_ins.discord.wait_until(|world| (world.interactions[&shown].state == State::Answered).then_some(()));
    tokio::time::timeout(PATIENCE, answered).await.unwrap();
    signal(&child, "-TERM");
    assert_eq!(output(child).await.status.code(), Some(0));
    assert_eq!(proxy.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[tokio::test]
async fn plain_http_to_another_host_needs_permission_and_warns() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let check = |allowed: &str| {
        let (mut command, folder) = usher_at(&stand_ins);
        command.arg("check").env("USHER__GROUPS_API__BASE_URL", "http://groups.invalid:1");
        command.env("USHER__GROUPS_API__TIMEOUT", "1s").env("USHER__GROUPS_API__ALLOW_HTTP", allowed);
        (command, folder)
    };
    let (command, _folder) = check("false");
    let (code, _, err) = run(command).await;
    assert!(code == Some(2) && err.contains("groups_api.base_url") && err.contains("allow_http"), "{err}");
    let (command, _folder) = check("true");
    let (code, out, err) = run(command).await;
    // No server listens there.
    assert_eq!(code, Some(1), "{out}{err}");
    assert!(out.lines().any(|line| line.starts_with("warn  groups_api.base_url")), "{out}");
    // Discord is never contacted without TLS.
    let (mut command, _folder) = usher_at(&stand_ins);
    command.arg("check").env("USHER__DISCORD__API_URL", "http://discord.invalid:1");
    let (code, _, err) = run(command).await;
    assert!(code == Some(2) && err.contains("discord.api_url"), "{err}");
}

#[tokio::test]
async fn a_key_comes_from_the_environment_or_from_a_file() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let (mut command, folder) = usher_at(&stand_ins);
    let file = folder.path().join("key");
    std::fs::write(&file, format!("{}\n", stand_ins.groups.key())).unwrap();
    command.arg("check").env_remove("GROUPS_API_KEY").env("GROUPS_API_KEY_FILE", file);
    command.env("USHER__GROUPS_API__TIMEOUT", "7s").env("USHER__LOG__FORMAT", "json");
    let (code, out, err) = run(command).await;
    assert_eq!(code, Some(0), "{out}{err}");
}

#[tokio::test]
async fn a_token_that_discord_refuses_ends_with_1_and_a_clear_line() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let (mut command, _folder) = usher_at(&stand_ins);
    command.arg("run").env("DISCORD_TOKEN", "not.a.token");
    let (code, _, err) = run(command).await;
    assert_eq!(code, Some(1));
    assert!(err.contains("failed to read the bot's application") && !err.contains("not.a.token"), "{err}");
}

#[tokio::test]
async fn health_asks_the_bot_that_runs() {
    let _turn = together().await;
    let stand_ins = FakeServices::open(crate::harness::scene(&Clock::system())).await.unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let health = || {
        let (mut command, folder) = usher_at(&stand_ins);
        command.arg("health").env("USHER__HTTP__LISTEN", &free);
        (command, folder)
    };
    let (command, _folder) = health();
    assert_eq!(run(command).await.0, Some(1), "nothing runs yet");
    let (mut command, _folder) = usher_at(&stand_ins);
    let child = command.arg("run").env("USHER__HTTP__LISTEN", &free).spawn().unwrap();
    tokio::time::timeout(PATIENCE, stand_ins.discord.wait_ready()).await.unwrap();
    let ready = async {
        // The stand-in has sent READY; the bot must have read it too.
        while run(health().0).await.0 != Some(0) {}
    };
    tokio::time::timeout(PATIENCE, ready).await.expect("it becomes ready");
    signal(&child, "-TERM");
    assert_eq!(output(child).await.status.code(), Some(0));
}

#[tokio::test]
async fn the_tour_shows_the_main_commands_with_their_calls() {
    let _turn = together().await;
    let mut command = usher();
    command.args(["sandbox", "--tour"]);
    let (code, out, err) = run(command).await;
    assert_eq!(code, Some(0), "{out}{err}");
    for part in [
        "No permission",
        "Nothing changed",
        "POST /api/sessions/default/groups → 201",
        "DELETE /api/sessions/default/groups/",
        "/participants → 200",
        "[Revoke] [Cancel]",
        "@Mateo revoked the invite link",
        "+55\u{a0}•••••\u{a0}0001",
        "deleted this group",
    ] {
        assert!(out.contains(part), "{part} is not in {out}");
    }
}

#[tokio::test]
async fn the_tour_goes_on_where_a_provider_lacks_something() {
    let _turn = together().await;
    for provider in Provider::ALL.into_iter().filter(|provider| *provider != Provider::Titan) {
        let mut command = usher();
        command.args(["sandbox", "--tour", "--provider", provider.name()]);
        let (code, out, err) = run(command).await;
        assert_eq!(code, Some(0), "{provider}: {out}{err}");
        for part in ["can't delete groups", "Daily limit reached", "[Revoke] [Cancel]", "+55\u{a0}•••••\u{a0}0001"]
        {
            assert!(out.contains(part), "{provider}: {part} is not in {out}");
        }
    }
}

#[tokio::test]
async fn the_sandbox_takes_lines_and_says_what_is_wrong_with_them() {
    let _turn = together().await;
    let mut command = usher();
    let mut child = command.arg("sandbox").stdin(Stdio::piped()).spawn().unwrap();
    let lines = "moderator: /wa-group invite revoke group:Alpha Team\nmoderator: press Dance\nmoderator: press Revoke\n\
                 bob: hi\nmoderator: hi all\n/wa-group list\nmoderator: /wa-dance\nmoderator: press Revoke\npeople\n\
                 groups\nowner: /wa-person find person:+5511977770001 refresh:true\nquit\n";
    let mut input = child.stdin.take().unwrap();
    input.write_all(lines.as_bytes()).await.unwrap();
    drop(input);
    let output = output(child).await;
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{out}");
    for part in [
        "The old link no longer works",
        "only Mateo (moderator) sees this",
        "nobody is called bob; there are owner (Olivia), moderator (Mateo), ",
        "after the name comes a /command",
        "say who acts first",
        "there is no command /wa-dance; there are ",
        "there is no Dance; there are Cancel, Revoke",
        "this person sees no button",
        "moderator: Mateo, Moderator",
        "Beta Readers · 10 members",
        "In 3 of 3 groups",
        "its key     titan_",
    ] {
        assert!(out.contains(part), "{part} is not in {out}");
    }
}

#[tokio::test]
async fn the_groups_api_can_be_had_alone() {
    let _turn = together().await;
    let mut command = usher();
    let mut child = command.args(["sandbox", "--only", "groups-api"]).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (mut address, mut key) = (None, None);
    while address.is_none() || key.is_none() {
        let line = tokio::time::timeout(PATIENCE, lines.next_line()).await.unwrap().unwrap().unwrap();
        let word = |name: &str| line.trim().strip_prefix(name).map(|rest| rest.trim().to_owned());
        address = address.or_else(|| word("address"));
        key = key.or_else(|| word("key"));
    }
    let client = reqwest::Client::builder().timeout(PATIENCE).build().unwrap();
    let url = format!("{}/api/sessions/default/groups", address.unwrap());
    let answer = client.get(url).bearer_auth(key.unwrap()).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    signal(&child, "-INT");
    assert_eq!(output(child).await.status.code(), Some(0));
}

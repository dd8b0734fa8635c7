//! Bots of other libraries, as somebody who uses them writes them, against the stand-in for Discord: of all that they
//! are, the base address alone is changed. They lie in `tests/clients`. Where what one needs is not installed, its test
//! says so and passes.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use usher::clock::Clock;
use usher::sandbox::discord::{DiscordStandIn, State, World};

const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_bot_of_discord_js_logs_in_registers_and_answers() {
    let folder = client("discord_js");
    if !folder.join("node_modules/discord.js").exists() {
        return skip("discord.js", "tests/clients/discord_js/node_modules/discord.js is not there: run npm install");
    }
    if !works(Command::new("node").arg("--version")).await {
        return skip("discord.js", "there is no node here");
    }
    let mut node = Command::new("node");
    node.arg(folder.join("bot.mjs"));
    answers_once(node).await;
}

#[tokio::test]
async fn a_bot_of_discord_py_logs_in_registers_and_answers() {
    let python = std::env::var_os("USHER_TEST_PYTHON").unwrap_or_else(|| "python3".into());
    if !works(Command::new(&python).args(["-c", "import discord.app_commands"])).await {
        return skip("discord.py", "this python cannot import discord: name another by USHER_TEST_PYTHON");
    }
    let mut bot = Command::new(python);
    bot.arg("-B").arg(client("discord_py").join("bot.py"));
    answers_once(bot).await;
}

#[tokio::test]
async fn a_bot_of_twilight_logs_in_registers_and_answers() {
    match std::env::var_os("USHER_TEST_TWILIGHT") {
        Some(program) => answers_once(Command::new(program)).await,
        None => skip("twilight", "USHER_TEST_TWILIGHT does not name the program of tests/clients/twilight"),
    }
}

async fn works(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.await.is_ok_and(|status| status.success())
}

/// Starts a bot at a stand-in of its own, and sees it through: login, registration, answer, end.
async fn answers_once(bot: Command) {
    tokio::time::timeout(PATIENCE, see_through(bot)).await.expect("it took too long");
}

async fn see_through(mut bot: Command) {
    let clock = Clock::system();
    let mut world = World::new(&clock);
    let guild = world.add_guild("Harbour Community");
    let channel = world.add_channel(guild, "general");
    let member = world.add_member(guild, "member", &[]);
    let any_port = "127.0.0.1:0".parse().unwrap();
    let discord = DiscordStandIn::start(clock, any_port, any_port, world).await.unwrap();

    bot.env("USHER_TEST_API", discord.api_url())
        .env("USHER_TEST_GUILD", guild.to_string())
        .env("DISCORD_TOKEN", discord.token());
    let mut process = bot.stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    while lines.next_line().await.unwrap().expect("the bot says that it is ready") != "ready" {}

    let text = [("text".to_owned(), json!("hello"))];
    let ping = discord.command(member, channel, "ping", &text).unwrap();
    let answer = discord.wait_until(|world| match world.interactions.get(&ping)?.state {
        State::Answered => world.original(ping).cloned(),
        _ => None,
    });
    let answer = answer.await;
    let [embed] = answer.embeds.as_slice() else { panic!("one embed: {:?}", answer.embeds) };
    assert_eq!(embed["title"], "pong");
    assert_eq!(embed["description"], "hello");

    assert_eq!(process.wait().await.unwrap().code(), Some(0));
    discord.wait_until(|world| (world.gateway.closed_by_client == [1000]).then_some(())).await;
    discord.world(|world| {
        assert!(world.unexpected.is_empty(), "requests that Discord does not know: {:#?}", world.unexpected);
        let refused: Vec<_> = world.requests.iter().filter(|request| request.status >= 400).collect();
        assert!(refused.is_empty(), "requests that were refused: {refused:#?}");
        let deferred = world.requests_to("POST /interactions/{interaction}/{token}/callback");
        assert_eq!(deferred.map(|request| request.body["type"].clone()).collect::<Vec<_>>(), [json!(5)]);
        assert_eq!(world.gateway.identified, 1);
        assert_eq!(world.gateway.closes, [] as [u16; 0]);
        assert!(!world.interactions[&ping].deprecated_followup, "a follow-up in the place of an edit");
    });
    discord.stop().await;
}

fn client(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(name)
}

fn skip(library: &str, why: &str) {
    eprintln!("The bot of {library} was skipped: {why}.");
}

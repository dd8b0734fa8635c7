//! Bots of other libraries, as somebody who uses them writes them, against the stand-ins: of all that they are, the
//! addresses alone are changed. They lie in `benches/peers`, and `benches/peers/prepare` makes them ready. Where one is
//! not, its test says so and passes.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use tokio::process::Command;
use usher::clock::Clock;
use usher::sandbox::discord::State;
use usher::sandbox::{ALPHA, Scaffold, Scene};

const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_bot_of_discord_js_logs_in_registers_and_answers() {
    let folder = peers().join("discord_js");
    let mut bot = Command::new("node");
    bot.arg(folder.join("bot.mjs"));
    answers_where_there_is("discord.js", &folder.join("node_modules/discord.js"), bot).await;
}

#[tokio::test]
async fn a_bot_of_discord_py_logs_in_registers_and_answers() {
    let folder = peers().join("discord_py");
    let python = folder.join("venv/bin/python3");
    let mut bot = Command::new(&python);
    bot.arg("-B").arg(folder.join("bot.py"));
    answers_where_there_is("discord.py", &python, bot).await;
}

#[tokio::test]
async fn a_bot_of_poise_logs_in_registers_and_answers() {
    let program = built("poise-peer");
    answers_where_there_is("poise", &program, Command::new(&program)).await;
}

#[tokio::test]
async fn a_bot_of_twilight_logs_in_registers_and_answers() {
    let program = built("twilight-peer");
    answers_where_there_is("twilight", &program, Command::new(&program)).await;
}

fn peers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers")
}

fn built(program: &str) -> PathBuf {
    let target = peers().join("target");
    let release = target.join("release").join(program);
    if release.exists() { release } else { target.join("debug").join(program) }
}

/// Starts a bot between stand-ins of its own, and sees it through: login, registration, answers, end.
async fn answers_where_there_is(library: &str, needed: &Path, bot: Command) {
    if !needed.exists() {
        eprintln!("The bot of {library} was skipped: {} is not there; benches/peers/prepare.", needed.display());
        return;
    }
    tokio::time::timeout(PATIENCE, see_through(bot)).await.expect("it took too long");
}

async fn see_through(mut bot: Command) {
    let town = Scaffold::open(Scene::new(&Clock::system())).await.unwrap();
    let discord = &town.discord;
    bot.env("DISCORD_API", discord.api_url())
        .env("DISCORD_TOKEN", discord.token())
        .env("GUILD_ID", town.guild.to_string())
        .env("ROLE_ID", town.roles.moderator.to_string())
        .env("GROUPS_API", format!("{}/api/sessions/default/groups", town.groups.base_url()))
        .env("GROUPS_API_KEY", town.groups.key());
    let mut process = bot.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn().unwrap();
    let usable = discord.wait_until(|world| {
        let registered = world.find_command(Some(town.guild), 1, "preview").is_some();
        (registered && world.gateway.connected > 0).then_some(())
    });
    usable.await;

    let code = town.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let mut asked = Vec::new();
    for (who, answer) in [(town.people.moderator, "Alpha Team"), (town.people.visitor, "You may not do this.")] {
        let preview = discord.command(who, town.channel, "preview", &[("code".to_owned(), json!(code))]).unwrap();
        let text = discord.wait_until(|world| match world.interactions.get(&preview)?.state {
            State::Answered => Some(world.original(preview)?.all_text()),
            _ => None,
        });
        let text = text.await;
        assert!(text.contains(answer), "{text}");
        asked.push(preview);
    }
    assert_eq!(town.groups.calls().len(), 1, "the visitor's came to nothing");

    let id = process.id().unwrap().to_string();
    assert!(Command::new("kill").arg(id).status().await.unwrap().success());
    assert_eq!(process.wait().await.unwrap().code(), Some(0));
    discord.wait_until(|world| (world.gateway.closed_by_client == [1000]).then_some(())).await;
    discord.world(|world| {
        assert!(world.unexpected.is_empty(), "requests that Discord does not know: {:#?}", world.unexpected);
        let refused: Vec<_> = world.requests.iter().filter(|request| request.status >= 400).collect();
        assert!(refused.is_empty(), "requests that were refused: {refused:#?}");
        let answers = world.requests_to("POST /interactions/{interaction}/{token}/callback");
        let kinds: Vec<_> = answers.map(|request| request.body["type"].clone()).collect();
        assert_eq!(kinds, [json!(5), json!(4)], "a deferral, and a refusal at once");
        assert_eq!(world.gateway.identified, 1);
        assert_eq!(world.gateway.closes, [] as [u16; 0]);
        assert!(
            asked.iter().all(|one| !world.interactions[one].deprecated_followup),
            "a follow-up in place of an edit"
        );
    });
    town.discord.stop().await;
    town.groups.stop().await;
}

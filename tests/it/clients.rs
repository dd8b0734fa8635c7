//! Bots of other libraries, written as their users write them, against the stand-ins. Only the addresses differ from a
//! real bot. They are in `benches/peers`, and `benches/peers/prepare` builds them. If one is not built, its test prints
//! a line and passes.

use std::process::Stdio;
use std::time::Duration;

use discord_stand_in::State;
use sandbox::{ALPHA, FakeServices, Scene};
use serde_json::json;
use tokio::process::Command;
use usher_clock::Clock;

#[path = "../../benches/peers/ready.rs"]
mod ready;

const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_bot_of_discord_js_logs_in_registers_and_answers() {
    answers_where_there_is("discord.js").await;
}

#[tokio::test]
async fn a_bot_of_discord_py_logs_in_registers_and_answers() {
    answers_where_there_is("discord.py").await;
}

#[tokio::test]
async fn a_bot_of_poise_logs_in_registers_and_answers() {
    answers_where_there_is("poise").await;
}

#[tokio::test]
async fn a_bot_of_twilight_logs_in_registers_and_answers() {
    answers_where_there_is("twilight").await;
}

/// Starts a bot between stand-ins of its own, and checks login, registration, answers and shutdown.
async fn answers_where_there_is(library: &str) {
    let peer = ready::all().into_iter().find(|peer| peer.name == library).unwrap();
    if !peer.needs.exists() {
        eprintln!("The bot of {library} was skipped: {} is not there; benches/peers/prepare.", peer.needs.display());
        return;
    }
    let mut bot = Command::new(&peer.line[0]);
    bot.args(&peer.line[1..]);
    tokio::time::timeout(PATIENCE, see_through(bot)).await.expect("it took too long");
}

async fn see_through(mut bot: Command) {
    let stand_ins = FakeServices::open(Scene::new(&Clock::system())).await.unwrap();
    let discord = &stand_ins.discord;
    // serenity, and so the poise bot, never receives other members.
    discord.world(|world| world.plain_profiles = true);
    bot.envs(ready::environment(&stand_ins));
    let mut process = bot.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn().unwrap();
    ready::usable(&stand_ins, "preview").await;

    let code = stand_ins.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let mut asked = Vec::new();
    for (who, answer) in
        [(stand_ins.people.moderator, "Alpha Team"), (stand_ins.people.visitor, "You may not do this.")]
    {
        let preview = discord.command(who, stand_ins.channel, "preview", &[("code".to_owned(), json!(code))]).unwrap();
        let text = discord.wait_until(|world| match world.interactions.get(&preview)?.state {
            State::Answered => Some(world.original(preview)?.all_text()),
            _ => None,
        });
        let text = text.await;
        assert!(text.contains(answer), "{text}");
        asked.push(preview);
    }
    assert_eq!(stand_ins.groups.calls().len(), 1, "the visitor's came to nothing");

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
    stand_ins.discord.stop().await;
    stand_ins.groups.stop().await;
}

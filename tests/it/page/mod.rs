//! The sandbox's page: allowed origins, its data, and its actions. The tests of its appearance are in `browser`.

mod player;

use std::process::Stdio;

use reqwest::{Client, StatusCode, header};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use crate::harness::together;
pub(crate) use player::{PATIENCE, Player, Sandbox};

#[tokio::test]
async fn only_this_machines_own_page_is_let_in() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let client = Client::builder().timeout(PATIENCE).build().unwrap();
    let status = async |host: &str, origin: Option<&str>| {
        let mut request = client.get(&sandbox.url).header(header::HOST, host);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        request.send().await.unwrap().status()
    };
    let host = sandbox.url.strip_prefix("http://").unwrap();
    assert_eq!(status(host, None).await, StatusCode::OK);
    assert_eq!(status(host, Some(&sandbox.url)).await, StatusCode::OK);
    assert_eq!(status("usher.example", None).await, StatusCode::FORBIDDEN);
    assert_eq!(status(host, Some("http://usher.example")).await, StatusCode::FORBIDDEN);
    assert_eq!(status(host, Some("null")).await, StatusCode::FORBIDDEN);

    let socket = async |origin: Option<&str>| {
        let mut request = format!("ws://{host}/live").into_client_request().unwrap();
        if let Some(origin) = origin {
            request.headers_mut().insert("Origin", origin.parse().unwrap());
        }
        connect_async(request).await.is_ok()
    };
    assert!(socket(Some(&sandbox.url)).await);
    assert!(!socket(Some("http://usher.example")).await);
    assert!(!socket(None).await, "a browser always says where a WebSocket comes from");
}

#[tokio::test]
async fn the_page_loads_nothing_from_elsewhere_and_holds_no_secret() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let answer = reqwest::get(&sandbox.url).await.unwrap();
    let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    for part in ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"] {
        assert!(policy.contains(part), "{policy}");
    }
    let index = answer.text().await.unwrap();
    assert!(!index.contains("http://") && !index.contains("https://"), "{index}");
    let page = sandbox.page().await;
    assert!(!json!(page.state).to_string().contains("titan_"));
}

#[tokio::test]
async fn a_page_is_told_what_its_person_sees_and_no_more() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    page.look_as("moderator").await;
    page.command("wa-group list", json!([])).await.unwrap();
    let list = page.embed("3 groups").await;
    assert_eq!(list["flags"], 64, "it is for the asker alone");
    page.look_as("visitor").await;
    assert_eq!(page.state["messages"], json!({}));
    page.command("wa-group list", json!([])).await.unwrap();
    page.embed("No permission").await;
    page.look_as("moderator").await;
    page.embed("3 groups").await;
    assert_eq!(page.state["messages"].as_object().unwrap().len(), 1);
}

#[tokio::test]
async fn what_discords_client_would_not_send_is_not_sent() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    let wrong = page.command("wa-group rename", json!([["group", "Alpha Team"]])).await;
    assert_eq!(wrong, Err("/wa-group rename needs the option name".to_owned()));
    let wrong = page.ask(json!({ "do": "press", "message": "1", "control": "x" })).await;
    assert_eq!(wrong, Err("there is no such button to press".to_owned()));
    let channel = page.id("channels", "whatsapp");
    let wrong = page.ask(json!({ "do": "say", "channel": channel, "text": "x".repeat(2_001) })).await;
    assert!(wrong.is_err());
    let wrong = page.ask(json!({ "do": "say", "channel": "1", "text": "Hello" })).await;
    assert_eq!(wrong, Err("This person may not write here.".to_owned()));
    assert_eq!(page.state["interactions"], json!({}));
}

/// The bot is killed during a change, and the next bot finishes the change once.
#[tokio::test]
async fn a_bot_that_is_killed_and_started_again_does_nothing_twice() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    page.ask(json!({ "do": "fault", "kind": "slow", "on": true })).await.unwrap();
    let options = json!([["name", "Picnic"], ["members", "+5521988880001"]]);
    page.command("wa-group create", options).await.unwrap();
    let picnics = |state: &serde_json::Map<String, Value>| {
        let groups = state["groups"].as_object().unwrap().values();
        groups.filter(|group| group["name"] == "Picnic").count()
    };
    // The group exists, and the bot does not know it yet: every answer takes two seconds.
    page.until(|state| (picnics(state) == 1).then_some(())).await;
    page.ask(json!({ "do": "bot", "act": "kill" })).await.unwrap();
    page.until(|state| (state["here"][""]["bot"]["state"] == "stopped").then_some(())).await;
    page.ask(json!({ "do": "fault", "kind": "slow", "on": false })).await.unwrap();
    page.ask(json!({ "do": "bot", "act": "start" })).await.unwrap();
    page.until(|state| (state["here"][""]["bot"]["state"] == "running").then_some(())).await;
    page.until(|state| {
        let mut messages = state["messages"].as_object()?.values();
        messages.find(|message| message.to_string().contains("Picnic")).map(|_| ())
    })
    .await;
    assert_eq!(picnics(&page.state), 1);
    let calls = page.state["calls"].as_object().unwrap().values();
    assert_eq!(calls.filter(|call| call["operation"] == "createGroup").count(), 1);
}

#[tokio::test]
async fn every_scene_plays_to_its_end() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    play_all(&mut page).await;
    let wrong = page.ask(json!({ "do": "scene", "name": "dance" })).await;
    assert_eq!(wrong, Err("there is no such scene".to_owned()));
    page.ask(json!({ "do": "scene", "name": null })).await.unwrap();
    page.until(|state| state.get("here")?[""]["scene"].is_null().then_some(())).await;
}

/// A new world has the language of its viewer, and the scenes find the buttons in it.
#[tokio::test]
async fn every_scene_plays_in_another_language() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    page.ask(json!({ "do": "locale", "locale": "de" })).await.unwrap();
    page.until(|state| (state["here"][""]["locale"] == "de").then_some(())).await;
    play_all(&mut page).await;
    assert_eq!(page.state["here"][""]["locale"], "de");
}

/// Plays every scene step by step.
async fn play_all(page: &mut Player) {
    let scenes: Vec<String> = page.state["scenes"].as_object().unwrap().keys().cloned().collect();
    assert!(scenes.iter().any(|name| name == "approval"));
    for name in scenes {
        page.ask(json!({ "do": "scene", "name": name, "stepwise": true })).await.unwrap();
        let mut step = 0;
        let scene = loop {
            let scene = page
                .until(|state| {
                    let scene = state.get("here")?[""]["scene"].clone();
                    let goes_on = scene["waits"] == true && scene["step"] != step;
                    (scene["name"] == name.as_str() && (goes_on || scene["playing"] == false)).then_some(scene)
                })
                .await;
            if scene["playing"] == false {
                break scene;
            }
            step = scene["step"].as_u64().unwrap();
            page.ask(json!({ "do": "next" })).await.unwrap();
        };
        assert_eq!(scene["problem"], Value::Null, "{scene}");
        assert_eq!(scene["step"], scene["of"], "{scene}");
        assert_ne!(
            page.state["messages"].as_object().unwrap().len() + page.state["interactions"].as_object().unwrap().len(),
            0
        );
    }
}

/// The page offers what the bot speaks to, and a new world is behind the server that was chosen.
#[tokio::test]
async fn a_new_world_is_behind_the_chosen_server() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    assert_eq!(page.state["here"][""]["provider"], "titan");
    let offered: Vec<String> = page.state["providers"].as_object().unwrap().keys().cloned().collect();
    for name in &offered {
        page.ask(json!({ "do": "scene", "name": null, "provider": name })).await.unwrap();
        page.until(|state| (state.get("here")?[""]["provider"] == name.as_str()).then_some(())).await;
        page.command("wa-group list", json!([])).await.unwrap();
        page.embed("3 groups").await;
    }
    let last = offered.last().unwrap().as_str();
    page.ask(json!({ "do": "scene", "name": null })).await.unwrap();
    page.until(|state| (state.get("messages")?.as_object()?.is_empty()).then_some(())).await;
    assert_eq!(page.state["here"][""]["provider"], last, "without a choice it stays");
    let wrong = page.ask(json!({ "do": "scene", "name": null, "provider": "nosuch" })).await;
    assert!(wrong.unwrap_err().starts_with("expected one of titan"));
}

/// The stand-in may be ahead of the bot. What only the stand-in can do is not offered, and is refused.
#[tokio::test]
async fn a_server_that_the_bot_does_not_speak_to_is_refused() {
    let _turn = together().await;
    let speaks = |name: &str| groups_api::Provider::ALL.iter().any(|provider| provider.name() == name);
    let all = sandbox::whatsapp::Provider::ALL;
    let Some(unknown) = all.into_iter().find(|provider| !speaks(provider.configured())) else { return };
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    assert!(page.state["providers"].get(unknown.name()).is_none());
    let wrong = page.ask(json!({ "do": "scene", "name": null, "provider": unknown.name() })).await;
    assert_eq!(wrong, Err(format!("the bot does not speak to {unknown}")));
    let mut program = Command::new(env!("CARGO_BIN_EXE_usher"));
    program.env_clear().args(["sandbox", "--provider", unknown.name()]).stdin(Stdio::null());
    let output = tokio::time::timeout(PATIENCE, program.output()).await.unwrap().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("does not speak to"), "{said}");
}

#[tokio::test]
async fn a_new_world_prints_the_addresses_that_answer() {
    let _turn = together().await;
    let mut sandbox = Sandbox::open().await;
    let status = async |url: &str, key: &str| {
        let client = Client::builder().timeout(PATIENCE).build().unwrap();
        let groups = format!("{url}/api/sessions/default/groups");
        client.get(groups).bearer_auth(key).send().await.ok().map(|answer| answer.status())
    };
    let (url, key) = (sandbox.printed("groups API").await, sandbox.printed("its key").await);
    assert_eq!(status(&url, &key).await, Some(StatusCode::OK));
    let mut page = sandbox.page().await;
    page.ask(json!({ "do": "scene", "name": null })).await.unwrap();
    let (new_url, new_key) = (sandbox.printed("groups API").await, sandbox.printed("its key").await);
    assert_eq!(status(&new_url, &new_key).await, Some(StatusCode::OK));
    assert_ne!(status(&new_url, &key).await, Some(StatusCode::OK), "each world has a key of its own");
}

/// The page gets its words with the view of a person, in the language of that person.
#[tokio::test]
async fn a_person_has_the_words_of_their_language() {
    let _turn = together().await;
    let sandbox = Sandbox::open().await;
    let mut page = sandbox.page().await;
    assert_eq!(page.state["words"]["only-you"], "Only you can see this");
    page.ask(json!({ "do": "locale", "locale": "de" })).await.unwrap();
    page.until(|state| (state["words"]["only-you"] == "Nur du kannst dies sehen").then_some(())).await;
    let wrong = page.ask(json!({ "do": "say", "channel": "1", "text": "Hallo" })).await;
    assert_eq!(wrong, Err("Diese Person darf hier nicht schreiben.".to_owned()));
    page.look_as("helper").await;
    assert_eq!(page.state["words"]["only-you"], "Only you can see this");
}

#[tokio::test]
async fn default_port_falls_back_but_a_requested_port_does_not() {
    let _turn = together().await;
    // Another program may already use the port, which serves the test as well.
    let _usual = TcpListener::bind("127.0.0.1:8700").await;
    let elsewhere = Sandbox::with(&[]).await;
    assert_ne!(elsewhere.url, "http://127.0.0.1:8700");
    let taken = elsewhere.url.strip_prefix("http://").unwrap();
    let mut second = Command::new(env!("CARGO_BIN_EXE_usher"));
    second.env_clear().args(["sandbox", "--listen", taken]).stdin(Stdio::null());
    let output = tokio::time::timeout(PATIENCE, second.output()).await.unwrap().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(taken), "{said}");
}

/// Returns the names of all scenes.
pub(crate) async fn scenes() -> Vec<String> {
    let sandbox = Sandbox::open().await;
    sandbox.page().await.state["scenes"].as_object().unwrap().keys().cloned().collect()
}

//! Tests of the client through its public methods, against a misbehaving server.

mod answers;
mod guest;
mod idle;
mod providers;
mod server;

use std::io::Seek;
use std::pin::pin;
use std::sync::Mutex;

use futures::poll;
use reqwest::Method;
use serde_json::{Value, json};
use whatsapp::{GroupId, InviteCode, Person, SessionName};

use super::*;
use crate::address::BadAddress;
use server::{KEY, Server, Step, failure, ok, say};

const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

/// Runs the work with an accelerated clock, so that pauses take no time.
async fn hurried<T>(clock: &Clock, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        tokio::select! {
            biased;
            done = &mut work => return done,
            () = tokio::task::yield_now() => clock.advance(Duration::from_millis(100)),
        }
    }
}

fn session() -> SessionName {
    "default".parse().unwrap()
}

fn group() -> GroupId {
    "1@g.us".parse().unwrap()
}

fn people() -> Vec<Person> {
    vec!["+5511999999999".parse().unwrap(), "42@lid".parse().unwrap()]
}

async fn post(api: &GroupsApi) -> Result<(), ApiError> {
    hurried(&api.inner.clock, api.leave(&session(), &group())).await
}

async fn delete(api: &GroupsApi) -> Result<(), ApiError> {
    hurried(&api.inner.clock, api.delete(&session(), &group())).await
}

async fn put(api: &GroupsApi) -> Result<(), ApiError> {
    hurried(&api.inner.clock, api.set_subject(&session(), &group(), "Team")).await
}

async fn get(api: &GroupsApi) -> Result<(), ApiError> {
    hurried(&api.inner.clock, api.groups(&session())).await.map(drop)
}

#[tokio::test]
async fn every_operation_asks_what_the_contract_says() {
    let server = Server::new((0..19).map(|_| ok(&json!({}))).collect());
    let api = GroupsApi::new(ClientSettings {
        base_url: format!("http://{}/titan/", server.address).parse().unwrap(),
        http: Http::Loopback,
        ..server.settings()
    })
    .unwrap();
    let (session, group, people) = (session(), group(), people());
    let code: InviteCode = CODE.parse().unwrap();
    let picture = NewPicture::Url("https://example.com/a.png".parse().unwrap());
    assert!(api.create_group(&session, "Team", &people).await.is_err());
    assert!(api.groups(&session).await.is_err());
    assert!(api.group(&session, &group).await.is_err());
    api.set_subject(&session, &group, "Team").await.unwrap();
    api.set_description(&session, &group, "Us").await.unwrap();
    api.set_picture(&session, &group, picture).await.unwrap();
    api.set_picture(&session, &group, NewPicture::Base64("iVBO".to_owned())).await.unwrap();
    api.leave(&session, &group).await.unwrap();
    api.delete(&session, &group).await.unwrap();
    assert!(api.participants(&session, &group).await.is_err());
    assert!(api.add_participants(&session, &group, &people).await.unwrap().is_empty());
    api.remove_participants(&session, &group, &people).await.unwrap();
    api.promote(&session, &group, &people).await.unwrap();
    api.demote(&session, &group, &people).await.unwrap();
    assert!(api.invite(&session, &group).await.is_err());
    assert_eq!(api.revoke_invite(&session, &group).await, Ok(None));
    assert!(api.join(&session, &code).await.is_err());
    assert!(api.preview(&session, &code).await.is_err());
    assert!(api.session(&session).await.is_err());

    let both = json!(["5511999999999@s.whatsapp.net", "42@lid"]);
    let expected = [
        ("POST", "", json!({"name": "Team", "participants": both})),
        ("GET", "", Value::Null),
        ("GET", "/1%40g.us", Value::Null),
        ("PUT", "/1%40g.us/subject", json!({"subject": "Team"})),
        ("PUT", "/1%40g.us/description", json!({"description": "Us"})),
        ("PUT", "/1%40g.us/picture", json!({"url": "https://example.com/a.png"})),
        ("PUT", "/1%40g.us/picture", json!({"base64": "iVBO"})),
        ("POST", "/1%40g.us/leave", json!({})),
        ("DELETE", "/1%40g.us", json!({})),
        ("GET", "/1%40g.us/participants", Value::Null),
        ("POST", "/1%40g.us/participants", json!({"participants": both})),
        ("DELETE", "/1%40g.us/participants", json!({"participants": both})),
        ("POST", "/1%40g.us/participants/promote", json!({"participants": both})),
        ("POST", "/1%40g.us/participants/demote", json!({"participants": both})),
        ("GET", "/1%40g.us/invite", Value::Null),
        ("DELETE", "/1%40g.us/invite", json!({})),
        ("POST", "/join", json!({"code": CODE})),
        ("GET", "/join?code=AbCdEfGhIjKlMnOpQrStUv", Value::Null),
    ];
    let heard = server.heard();
    for (request, (method, rest, mut body)) in heard.iter().zip(expected) {
        let (top, said) = request.split_once("\r\n\r\n").unwrap();
        let line = format!("{method} /titan/api/sessions/default/groups{rest} HTTP/1.1");
        assert_eq!(top.lines().next().unwrap(), line);
        if let Some(fields) = body.as_object_mut() {
            fields.insert("session".to_owned(), "default".into());
            assert!(top.contains("content-type: application/json"), "{line}");
        }
        assert_eq!(serde_json::from_str(said).unwrap_or(Value::Null), body, "{line}");
        assert!(top.contains(&format!("authorization: Bearer {KEY}")), "{line}");
        assert!(top.contains("user-agent: usher/1.0"), "{line}");
    }
    assert!(heard.last().unwrap().starts_with("GET /titan/api/sessions/default HTTP/1.1"));
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_no_key_reaches_its_target() {
    for status in [301, 302, 307, 308] {
        let target = Server::new(vec![ok(&json!([]))]);
        let location = format!("location: http://{}/\r\n", target.address);
        let server = Server::new(vec![say(status, &location, "")]);
        assert_eq!(get(&server.client()).await, Err(ApiError::Garbled), "{status}");
        assert!(target.heard().is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_never_sent_again() {
    let steps: [(fn() -> Step, ApiError); 8] = [
        (|| Step::HangUp, ApiError::Lost),
        (|| Step::Say("HTT".into()), ApiError::Lost),
        (|| failure(502), ApiError::Lost),
        (|| failure(504), ApiError::Lost),
        (|| say(500, "", "<h1>nginx</h1>"), ApiError::Lost),
        (|| say(503, "", ""), ApiError::Lost),
        // The API's own report: its work on the request has ended.
        (|| failure(500), ApiError::ServerError),
        (|| failure(503), ApiError::ServerError),
    ];
    for (step, error) in steps {
        for change in [Method::POST, Method::DELETE, Method::PUT] {
            let server = Server::new(vec![step(), ok(&json!({})), ok(&json!({}))]);
            let api = server.client();
            let result = match change {
                Method::POST => post(&api).await,
                Method::DELETE => delete(&api).await,
                _ => put(&api).await,
            };
            assert_eq!(result, Err(error.clone()), "{change}");
            assert_eq!(server.heard().len(), 1, "{change}");
        }
    }
    assert_eq!(ApiError::ServerError.changed(), Effect::Maybe, "until it is verified");
}

#[tokio::test]
async fn a_post_that_met_silence_is_lost_and_not_sent_again() {
    let server = Server::new(vec![Step::Silence, ok(&json!({}))]);
    let api =
        GroupsApi::new(ClientSettings { timeout: Some(Duration::from_millis(200)), ..server.settings() }).unwrap();
    assert_eq!(post(&api).await, Err(ApiError::Lost));
    assert_eq!(server.heard().len(), 1);
}

#[tokio::test]
async fn unsent_request_is_unavailable_and_not_applied() {
    let server = Server::new(vec![]);
    for result in [post(&server.client()).await, put(&server.client()).await, get(&server.client()).await] {
        assert_eq!(result, Err(ApiError::Unavailable));
    }
}

#[tokio::test]
async fn a_read_is_sent_again_until_it_is_answered() {
    let steps: [fn() -> Step; 5] =
        [|| failure(500), || failure(502), || failure(503), || Step::HangUp, || say(500, "", "<h1>nginx</h1>")];
    for step in steps {
        let server = Server::new(vec![step(), step(), step(), ok(&json!([]))]);
        assert_eq!(get(&server.client()).await, Ok(()));
    }
}

#[tokio::test]
async fn after_four_attempts_a_read_is_unavailable() {
    let server = Server::new((0..5).map(|_| failure(503)).collect());
    assert_eq!(get(&server.client()).await, Err(ApiError::Unavailable));
    assert_eq!(server.heard().len(), 4);
}

#[tokio::test]
async fn the_rate_limit_is_waited_out_for_every_method() {
    let server =
        Server::new(vec![say(429, "retry-after: 7\r\n", ""), say(429, "retry-after: 9\r\n", ""), ok(&json!({}))]);
    let settings = server.settings();
    let clock = settings.clock.clone();
    let began = clock.now();
    assert_eq!(post(&GroupsApi::new(settings).unwrap()).await, Ok(()));
    assert!(clock.now() - began >= Duration::from_secs(16));
}

#[tokio::test]
async fn a_rate_limit_that_takes_too_long_is_told() {
    for (header, seconds) in
        [("31", 31), ("99999999999999999999", 86_400), ("1e300", 86_400), ("inf", 86_400), ("3600.5", 3600)]
    {
        let server = Server::new(vec![say(429, &format!("retry-after: {header}\r\n"), ""), ok(&json!({}))]);
        let Err(ApiError::RateLimited { retry_after: Some(told) }) = post(&server.client()).await else {
            panic!("{header}");
        };
        assert_eq!(told.as_secs(), seconds, "{header}");
        assert_eq!(server.heard().len(), 1, "{header}");
    }
}

#[tokio::test]
async fn a_rate_limit_that_names_no_sensible_time_is_survived() {
    for header in ["", "retry-after: 0\r\n", "retry-after: soon\r\n", "retry-after: -1\r\n", "retry-after: NaN\r\n"] {
        let server = Server::new(vec![say(429, header, ""), say(429, header, ""), ok(&json!({}))]);
        assert_eq!(post(&server.client()).await, Ok(()), "{header}");
    }
}

#[tokio::test]
async fn refusals_are_final_and_include_a_readable_api_message() {
    let said = ApiMessage::from_text("name is too long");
    for (status, error) in [
        (400, ApiError::BadRequest { said: said.clone(), named: Vec::new() }),
        (401, ApiError::Unauthorized),
        (403, ApiError::Forbidden { said: said.clone() }),
        (404, ApiError::NotFound),
        (409, ApiError::Conflict { said: said.clone() }),
        (422, ApiError::BadRequest { said, named: Vec::new() }),
    ] {
        let server = Server::new(vec![say(status, "", r#"{"error": "name is too long", "docs": "https://x"}"#)]);
        assert_eq!(get(&server.client()).await, Err(error), "{status}");
    }
    let huge = format!(r#"{{"error": "{}"}}"#, "word ".repeat(20_000));
    for body in ["<h1>nope</h1>", "nope", "", r#"{"error": "connect 10.0.0.1:5432"}"#, r#"{"error": 7}"#, &huge] {
        let server = Server::new(vec![say(403, "", body)]);
        assert_eq!(get(&server.client()).await, Err(ApiError::Forbidden { said: None }), "{body:.40}");
    }
}

#[tokio::test]
async fn malformed_response_is_garbled_with_unknown_effect() {
    for body in
        ["", "{}", "<h1>Welcome</h1>", r#"{"data": {"id": "1@g"#, r#"{"data": null}"#, r#"{"data": {"name": "x"}}"#]
    {
        let server = Server::new(vec![say(200, "", body), say(200, "", body)]);
        let api = server.client();
        assert_eq!(get(&api).await, Err(ApiError::Garbled), "{body}");
        let created = api.create_group(&session(), "Cluster", &people()).await.unwrap_err();
        assert_eq!((created.changed(), created), (Effect::Maybe, ApiError::Garbled), "{body}");
    }
}

#[tokio::test]
async fn an_answer_that_broke_off_is_read_again_but_not_made_again() {
    let cut = || Step::Say("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": {".to_owned());
    assert_eq!(get(&Server::new(vec![cut(), ok(&json!([]))]).client()).await, Ok(()));
    let server = Server::new(vec![cut(), ok(&json!({"id": "1@g.us"}))]);
    assert_eq!(server.client().create_group(&session(), "Team", &people()).await, Err(ApiError::Garbled));
    assert_eq!(server.heard().len(), 1);
}

#[tokio::test]
async fn too_large_an_answer_is_refused_while_it_is_read() {
    let group = async |step| Server::new(vec![step]).client().group(&session(), &group()).await.map(drop);
    assert_eq!(get(&Server::new(vec![Step::Flood]).client()).await, Err(ApiError::TooLarge));
    assert_eq!(group(Step::Flood).await, Err(ApiError::TooLarge));
    let announced = |bytes: usize| Step::Say(format!("HTTP/1.1 200 OK\r\ncontent-length: {bytes}\r\n\r\n"));
    assert_eq!(group(announced((8 << 20) + 1)).await, Err(ApiError::TooLarge));
    assert_eq!(get(&Server::new(vec![announced((64 << 20) + 1)]).client()).await, Err(ApiError::TooLarge));
    let unannounced = |data: &str, bytes: usize| {
        let spaces = " ".repeat(bytes - r#"{"data": }"#.len() - data.len());
        Step::Say(format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{{\"data\": {data}{spaces}}}"))
    };
    for (bytes, read) in [(8 << 20, Ok(())), ((8 << 20) + 1, Err(ApiError::TooLarge))] {
        assert_eq!(group(unannounced(r#"{"id": "1@g.us"}"#, bytes)).await, read, "{bytes}");
    }
    for (bytes, read) in [(64 << 20, Ok(())), ((64 << 20) + 1, Err(ApiError::TooLarge))] {
        assert_eq!(get(&Server::new(vec![unannounced("[]", bytes)]).client()).await, read, "{bytes}");
    }
}

#[tokio::test]
async fn a_full_queue_says_busy_and_sends_nothing() {
    let server = Server::new(vec![Step::Silence]);
    let api = GroupsApi::new(ClientSettings { concurrency: 1, queue: 1, ..server.settings() }).unwrap();
    let (session, group) = (session(), group());
    let mut in_flight = pin!(api.leave(&session, &group));
    let mut waiting = pin!(api.leave(&session, &group));
    assert!(poll!(&mut in_flight).is_pending() && poll!(&mut waiting).is_pending());
    let refused = api.leave(&session, &group).await.unwrap_err();
    assert_eq!(refused, ApiError::Busy { retry_after: Duration::from_secs(1) });
    assert_eq!(refused.changed(), Effect::No);
    let other = "other".parse().unwrap();
    assert!(poll!(pin!(api.leave(&other, &group))).is_pending(), "another session has a queue of its own");
}

#[tokio::test]
async fn log_lines_name_the_operation_and_nothing_personal() {
    let mut log = tempfile::tempfile().unwrap();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(Mutex::new(log.try_clone().unwrap()))
        .finish();
    let (session, group, people) = (session(), group(), people());
    let code: InviteCode = CODE.parse().unwrap();
    let api = Server::new(vec![ok(&json!([])), failure(403), failure(404)]).client();
    // The thread that reaches a log line first decides whether it is enabled. That thread may belong to another test
    // that wants no log lines. So a first request triggers the decision, and then it is repeated.
    let _guard = tracing::subscriber::set_default(subscriber);
    assert_eq!(get(&api).await, Ok(()));
    tracing::callsite::rebuild_interest_cache();
    assert!(api.add_participants(&session, &group, &people).await.is_err());
    assert!(api.preview(&session, &code).await.is_err());
    let nowhere = Server::new(vec![]).client();
    assert!(hurried(&nowhere.inner.clock, nowhere.join(&session, &code)).await.is_err());
    log.rewind().unwrap();
    let log = std::io::read_to_string(log).unwrap();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("groups_api::")).collect();
    assert!(["add_participants", "preview", "join"].iter().all(|name| log.contains(name)), "{log}");
    for secret in [KEY, CODE, "5511999999999", "127.0.0.1", "api/sessions", "out of order", "g.us"] {
        assert!(!lines.iter().any(|line| line.contains(secret)), "{secret}: {lines:?}");
    }
}

#[test]
fn the_key_goes_over_https_or_stays_on_this_machine() {
    let with = |base_url: &str, key: &str| {
        let settings = Server::new(vec![]).settings();
        GroupsApi::new(ClientSettings { base_url: base_url.parse().unwrap(), key: key.into(), ..settings }).err()
    };
    for url in
        ["https://api.example.com", "https://x/titan/", "http://localhost:1", "http://127.9.9.9", "http://[::1]:8"]
    {
        assert!(with(url, KEY).is_none(), "{url}");
    }
    for url in ["http://api.example.com", "http://10.0.0.1", "http://localhost.example", "ftp://localhost", "file:///x"]
    {
        assert!(matches!(with(url, KEY), Some(SetupError::Address(BadAddress::Insecure))), "{url}");
    }
    for url in ["https://a:b@x", "https://a@x", "https://:b@x", "https://x/?q", "https://x/#f"] {
        assert!(matches!(with(url, KEY), Some(SetupError::Address(BadAddress::NotBare))), "{url}");
    }
    for key in ["", "titan_\n", "titan_\u{0}"] {
        assert!(matches!(with("https://x", key), Some(SetupError::Key)), "{key:?}");
    }
}

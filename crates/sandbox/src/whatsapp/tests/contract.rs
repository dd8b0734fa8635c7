//! Tests of the rules for every operation: keys, scopes, the rate limit, paths, bodies, sessions, asynchronous mode,
//! the record.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use super::{ANA, Api, encoded};
use crate::whatsapp::{Answers, GroupsStandIn, Operation, RateLimit, Scope, StatusReason, World};

#[tokio::test]
async fn a_call_without_a_key_or_with_a_wrong_one_is_refused() {
    let api = Api::start().await;
    let without = api.send(api.client.get(api.url(""))).await;
    let wrong = api.send(api.client.get(api.url("")).bearer_auth("titan_wrong")).await;
    let basic = api.send(api.client.get(api.url("")).header("authorization", api.stand_in.key())).await;
    assert_eq!([without.status, wrong.status, basic.status], [401; 3]);
    assert!(without.json()["docs"].as_str().unwrap().starts_with("https://"));
    assert!(api.stand_in.calls().iter().all(|call| !call.authorized && call.status == Some(401)));
}

#[tokio::test]
async fn the_first_key_looks_like_one_and_differs_from_world_to_world() {
    let api = Api::start().await;
    assert!(api.stand_in.key().starts_with("titan_"));
    assert_eq!(api.stand_in.key().len(), 104);
    assert_ne!(World::new().key(), api.stand_in.key());
    assert_eq!(World::with_key("titan_mine").key(), "titan_mine");
}

#[tokio::test]
async fn a_key_without_the_scope_is_refused() {
    let api = Api::start().await;
    api.stand_in.world(|world| {
        world.add_key("titan_read", &[Scope::GroupsRead]);
        world.add_key("titan_manage", &[Scope::GroupsManage]);
        world.add_key("titan_sessions", &[Scope::SessionsRead]);
    });
    let sessions = format!("{}/api/sessions", api.stand_in.base_url());
    let subject = json!({"session": "default", "subject": "New"});
    for (key, expected) in
        [("titan_read", [200, 403, 403]), ("titan_manage", [403, 200, 403]), ("titan_sessions", [403, 403, 200])]
    {
        let read = api.send(api.client.get(api.url("")).bearer_auth(key)).await;
        let path = api.url(&format!("/{}/subject", encoded(&api.club)));
        let manage = api.send(api.client.put(path).bearer_auth(key).json(&subject)).await;
        let session = api.send(api.client.get(&sessions).bearer_auth(key)).await;
        assert_eq!([read.status, manage.status, session.status], expected, "{key}");
    }
    api.stand_in.world(|world| world.remove_key("titan_read"));
    assert_eq!(api.send(api.client.get(api.url("")).bearer_auth("titan_read")).await.status, 401);
}

#[tokio::test]
async fn the_rate_limit_is_told_kept_and_frees_with_time() {
    let api = Api::start().await;
    let window = Duration::from_secs(60);
    api.stand_in.world(|world| world.settings.rate_limit = RateLimit { requests: 2, window });
    let first = api.get("").await;
    assert_eq!((first.status, first.header("x-ratelimit-limit"), first.header("x-ratelimit-remaining")), (200, 2, 1));
    api.clock.advance(Duration::from_secs(30));
    assert_eq!(api.get("").await.header("x-ratelimit-remaining"), 0);
    let refused = api.get("").await;
    assert_eq!((refused.status, refused.header("x-ratelimit-remaining")), (429, 0));
    let wait = refused.header("retry-after");
    assert!((1..=30).contains(&wait), "{wait}");
    // The window slides: only the first of the two calls has expired.
    api.clock.advance(Duration::from_secs(wait));
    assert_eq!([api.get("").await.status, api.get("").await.status], [200, 429]);
    // Another key has a window of its own.
    api.stand_in.world(|world| world.add_key("titan_other", &[Scope::All]));
    assert_eq!(api.send(api.client.get(api.url("")).bearer_auth("titan_other")).await.status, 200);
}

#[tokio::test]
async fn unknown_paths_and_methods_are_refused_in_json() {
    let api = Api::start().await;
    assert_eq!(api.get("/").await.status, 404, "a slash too many");
    let nowhere = api.send(api.client.get(format!("{}/nowhere", api.stand_in.base_url()))).await;
    assert_eq!((nowhere.status, nowhere.error().is_empty()), (404, false));
    let patched = api.send(api.request(Method::PATCH, "")).await;
    assert_eq!((patched.status, patched.headers["allow"].to_str().unwrap()), (405, "POST, GET"));
    assert!(!patched.error().is_empty());
    assert_eq!(api.send(api.request(Method::HEAD, "")).await.status, 405);
}

#[tokio::test]
async fn a_group_id_must_be_percent_encoded_and_well_formed() {
    let api = Api::start().await;
    assert_eq!(api.get(&format!("/{}", encoded(&api.club))).await.status, 200);
    let bare = api.get(&format!("/{}", api.club)).await;
    assert_eq!(bare.status, 400);
    assert!(bare.error().contains("%40"), "{}", bare.error());
    for wrong in ["123", "abc%40g.us", "123%40s.whatsapp.net", "1-2-3%40g.us", "%40g.us"] {
        assert_eq!(api.get(&format!("/{wrong}")).await.status, 400, "{wrong}");
    }
    assert_eq!(api.get("/5511900000001-1500000000%40g.us").await.status, 404, "the older form");
}

#[tokio::test]
async fn body_session_is_required_and_matches_the_path() {
    let api = Api::start().await;
    let path = format!("/{}/subject", encoded(&api.club));
    for body in [json!({"subject": "New"}), json!({"subject": "New", "session": "second"})] {
        let answer = api.send(api.request(Method::PUT, &path).json(&body)).await;
        assert_eq!(answer.status, 400);
        assert!(answer.error().contains("session"), "{}", answer.error());
    }
    // A body must also be valid if the operation does not need one.
    let body = json!({"session": "second"});
    let leave = api.send(api.request(Method::POST, &format!("/{}/leave", encoded(&api.club))).json(&body)).await;
    assert_eq!(leave.status, 400);
}

#[tokio::test]
async fn a_body_is_json_and_says_so() {
    let api = Api::start().await;
    let path = format!("/{}/subject", encoded(&api.club));
    let body = json!({"session": "default", "subject": "New"}).to_string();
    for content_type in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
        let mut request = api.request(Method::PUT, &path).body(body.clone());
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        assert_eq!(api.send(request).await.status, 400, "{content_type:?}");
    }
    let json = |body: &str| {
        let request = api.request(Method::PUT, &path).header("content-type", "application/json; charset=utf-8");
        api.send(request.body(body.to_owned()))
    };
    assert_eq!(json("").await.status, 400);
    assert_eq!(json("{").await.status, 400);
    assert_eq!(json(r#"{"session": "default", "subject": 7}"#).await.status, 400);
    assert_eq!(json(&body).await.status, 200);
}

#[tokio::test]
async fn an_unknown_session_is_not_found() {
    let api = Api::start().await;
    let url = |rest: &str| format!("{}/api/sessions/{rest}", api.stand_in.base_url());
    for (path, status) in [("nobody/groups", 404), ("nobody", 404), ("-bad/groups", 400), ("b%20d", 400)] {
        let answer = api.send(api.client.get(url(path)).bearer_auth(api.stand_in.key())).await;
        assert_eq!(answer.status, status, "{path}");
    }
}

#[tokio::test]
async fn sessions_tell_whether_they_are_connected() {
    let api = Api::start().await;
    let url = format!("{}/api/sessions", api.stand_in.base_url());
    let get = |path: &str| api.send(api.client.get(format!("{url}{path}")).bearer_auth(api.stand_in.key()));
    let listed = get("").await.data();
    assert_eq!([&listed[0]["name"], &listed[1]["name"]], ["default", "second"]);
    assert_eq!(listed[0]["status"], "CONNECTED");
    assert_eq!(listed[0]["phoneNumber"], "+5511900000001");
    api.stand_in.world(|world| world.disconnect("default", StatusReason::LoggedOut));
    let one = get("/default").await.data();
    assert_eq!((&one["status"], &one["statusReason"]), (&json!("DISCONNECTED"), &json!("LOGGED_OUT")));
}

#[tokio::test]
async fn a_session_that_is_not_connected_runs_no_group() {
    let api = Api::start().await;
    api.stand_in.world(|world| world.disconnect("default", StatusReason::StreamError));
    let answer = api.get("").await;
    assert_eq!(answer.status, 503);
    assert!(answer.error().contains("not connected"));
    let body = json!({"subject": "New"});
    assert_eq!(api.put(&format!("/{}/subject", encoded(&api.club)), body).await.status, 503);
    assert_eq!(api.get("/join?code=abc").await.status, 503);
    api.stand_in.world(|world| world.connect("default"));
    assert_eq!(api.get("").await.status, 200);
}

#[tokio::test]
async fn asynchronous_request_is_applied_and_returns_an_id() {
    let api = Api::start().await;
    let send = |group: String, subject: &'static str| {
        let request = api.request(Method::PUT, &format!("/{}/subject", encoded(&group)));
        let body = json!({"session": "default", "subject": subject});
        api.send(request.header("prefer", "wait=5, respond-async").json(&body))
    };
    let taken = send(api.club.clone(), "New").await;
    assert_eq!(taken.status, 202);
    assert_eq!(api.name_of(&api.club), "New");
    // A refusal of WhatsApp is reported later. An invalid request is refused at once.
    assert_eq!(send(api.choir.clone(), "New").await.status, 202);
    assert_eq!(api.name_of(&api.choir), "Choir");
    assert_eq!(send(api.club.clone(), "").await.status, 400);
    let results: Vec<_> = api.stand_in.world(|world| world.results().cloned().collect());
    assert_eq!(results.iter().map(|result| result.status).collect::<Vec<_>>(), [200, 403]);
    assert_eq!(taken.data()["correlationId"], results[0].correlation_id);
    assert_eq!((&*results[0].session, results[0].operation), ("default", Operation::UpdateSubject));
    // A read is never asynchronous.
    assert_eq!(api.send(api.request(Method::GET, "").header("prefer", "respond-async")).await.status, 200);
}

#[tokio::test]
async fn changes_answer_in_each_variant_of_the_contract() {
    let api = Api::start().await;
    let path = format!("/{}/subject", encoded(&api.club));
    assert_eq!(api.put(&path, json!({"subject": "A"})).await.data(), json!({"id": api.club}));
    api.stand_in.world(|world| world.settings.answers = Answers::Empty);
    assert_eq!(api.put(&path, json!({"subject": "B"})).await.data(), json!({}));
    api.stand_in.world(|world| world.settings.answers = Answers::Nothing);
    let nothing = api.put(&path, json!({"subject": "C"})).await;
    assert_eq!((nothing.status, &*nothing.text), (204, ""));
    assert_eq!(api.name_of(&api.club), "C");
    let people = format!("/{}/participants", encoded(&api.club));
    assert_eq!(api.post(&people, json!({"participants": [ANA]})).await.status, 204);
}

#[tokio::test]
async fn a_call_is_recorded_as_it_was_sent() {
    let api = Api::start().await;
    let path = format!("/{}/subject", encoded(&api.club));
    api.put(&path, json!({"subject": "New"})).await;
    api.get("/join?code=abc%20").await;
    let calls = api.stand_in.take_calls();
    assert_eq!(calls.len(), 2);
    assert_eq!((calls[0].number, &calls[0].method), (1, &Method::PUT));
    assert_eq!(calls[0].path, format!("/api/sessions/default/groups{path}"));
    assert_eq!(calls[0].operation, Some(Operation::UpdateSubject));
    assert_eq!(calls[0].body, Some(json!({"session": "default", "subject": "New"})));
    assert!(calls[0].authorized && calls[0].status == Some(200) && calls[0].took.is_some());
    assert_eq!((calls[1].query.as_deref(), calls[1].status), (Some("code=abc%20"), Some(400)));
    assert!(api.stand_in.calls().is_empty());
    api.get("").await;
    assert_eq!(api.stand_in.calls()[0].number, 3);
}

#[tokio::test]
async fn a_stand_in_that_stops_frees_its_address() {
    let api = Api::start().await;
    api.get("").await;
    let address = api.stand_in.base_url().trim_start_matches("http://").parse().unwrap();
    api.stand_in.stop().await;
    let again = GroupsStandIn::start(api.clock, address, World::new()).await.unwrap();
    assert_eq!(again.base_url(), format!("http://{address}"));
}

//! Tests of GOWA.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Answer, Served, described, like};
use crate::whatsapp::providers::gowa_routes;
use crate::whatsapp::{Fault, FaultRule, Operation, Person, Picture, StatusReason};

const CAIO: &str = "5511900000005";

impl Served {
    pub(super) async fn gowa(&self, method: &str, path: &str, mut body: Value) -> Answer {
        let mut request =
            self.request(method, path).header("authorization", self.basic()).header("x-device-id", "default");
        if !body.is_null() {
            if let Some(group) = body.get("group_id").and_then(Value::as_str) {
                body["group_id"] = json!(match group {
                    "club" => self.club.clone(),
                    "choir" => self.choir.clone(),
                    other => other.to_owned(),
                });
            }
            request = request.json(&body);
        }
        self.send(request).await
    }

    fn basic(&self) -> String {
        format!("Basic {}", STANDARD.encode(self.stand_in.key()))
    }
}

#[tokio::test]
async fn gowa_answers_every_operation_as_described() {
    let served = Served::by("gowa").await;
    let code = served.stand_in.world(|world| world.group(&served.board).unwrap().invite.clone());
    let people = json!({"group_id": "club", "participants": [CAIO]});
    let results = r#"{"code":"","message":"","results":[{"participant":"","status":"","message":""}]}"#;
    let done = r#"{"code":"","message":""}"#;
    let link = r#"{"code":"","message":"","results":{"invite_link":"","group_id":""}}"#;
    let members = r#"{"code":"","message":"","results":{"group_id":"","name":"","participants":[{"jid":"","phone_number":"","lid":"","display_name":"","is_admin":true,"is_super_admin":true}]}}"#;
    let group_id = r#"{"code":"","message":"","results":{"group_id":""}}"#;
    let preview = format!("/group/info-from-link?link=https://chat.whatsapp.com/{code}");
    #[rustfmt::skip] // a table
    #[rustfmt::skip] // a table
    let table = [
        ("POST", "/group", json!({"title": "T", "participants": [CAIO]}), group_id, Operation::CreateGroup),
        ("POST", "/group/name", json!({"group_id": "club", "name": "x"}), done, Operation::UpdateSubject),
        ("POST", "/group/topic", json!({"group_id": "club", "topic": ""}), done, Operation::UpdateDescription),
        ("GET", "/group/participants?group_id={club}", Value::Null, members, Operation::ListParticipants),
        ("POST", "/group/participants", people.clone(), results, Operation::AddParticipants),
        ("POST", "/group/participants/promote", people.clone(), results, Operation::PromoteParticipants),
        ("POST", "/group/participants/demote", people.clone(), results, Operation::DemoteParticipants),
        ("POST", "/group/participants/remove", people, results, Operation::RemoveParticipants),
        ("GET", "/group/invite-link?group_id={club}", Value::Null, link, Operation::GetInvite),
        ("GET", "/group/invite-link?group_id={club}&reset=true", Value::Null, link, Operation::RevokeInvite),
        ("GET", &preview, Value::Null, r#"{"code":"","message":"","results":{"group_id":"","name":"","topic":"","created_at":"","participant_count":1,"is_locked":false,"is_announce":false,"is_ephemeral":false,"description":""}}"#, Operation::PreviewInvite),
        ("POST", "/group/leave", json!({"group_id": "choir"}), done, Operation::LeaveGroup),
        ("GET", "/devices", Value::Null, r#"{"code":"","message":"","results":[{"id":"","phone_number":"","display_name":"","state":"","jid":"","created_at":""}]}"#, Operation::ListSessions),
        ("GET", "/devices/default/status", Value::Null, r#"{"code":"","message":"","results":{"device_id":"","is_connected":true,"is_logged_in":true}}"#, Operation::GetSession),
    ];
    for (method, path, body, form, operation) in table {
        let answer = served.gowa(method, path, body).await;
        assert_eq!((answer.status, served.operation()), (200, Some(operation)), "{method} {path}: {}", answer.text);
        assert_eq!((answer.content_type(), &answer.json()["code"]), (Some("application/json"), &json!("SUCCESS")));
        like(&answer.json(), form);
    }
    let joined = served.request("POST", "/group/join-with-link").header("authorization", served.basic());
    let joined = joined.header("x-device-id", "second").json(&json!({"link": code}));
    assert_eq!(served.send(joined).await.json()["results"]["group_id"], served.board.as_str());
    let list = served.gowa("GET", "/user/my/groups", Value::Null).await.json();
    let club = list["results"]["data"].as_array().unwrap().iter().find(|group| group["JID"] == served.club.as_str());
    assert_eq!((&club.unwrap()["Name"], &club.unwrap()["ParticipantCount"]), (&json!("x"), &json!(3)));
    let info = served.gowa("GET", "/group/info?group_id={club}", Value::Null).await.json();
    assert_eq!(info["results"]["Participants"][0]["IsSuperAdmin"], true);
}

#[tokio::test]
async fn gowa_reset_changes_the_link_by_a_get() {
    let served = Served::by("gowa").await;
    let link = async |path| served.gowa("GET", path, Value::Null).await.json()["results"]["invite_link"].clone();
    let before = link("/group/invite-link?group_id={club}").await;
    let after = link("/group/invite-link?group_id={club}&reset=true").await;
    assert!(before != after && after == link("/group/invite-link?group_id={club}&reset=false").await);
}

#[tokio::test]
async fn gowa_takes_a_picture_as_a_form_and_no_file_removes_it() {
    let served = Served::by("gowa").await;
    let photo = async |kind: Option<&str>| {
        let boundary = "xXx";
        let part = |head: &str, content: &str| {
            format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
        };
        let file = |kind| part(&format!("name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: {kind}"), "hello");
        let end = format!("--{boundary}--\r\n");
        let body = [part("name=\"group_id\"", &served.club), kind.map(file).unwrap_or_default(), end].concat();
        let request = served.request("POST", "/group/photo").header("authorization", served.basic());
        let kind = format!("multipart/form-data; boundary={boundary}");
        let answer =
            served.send(request.header("x-device-id", "default").header("content-type", kind).body(body)).await;
        (
            answer.status,
            answer.json(),
            served.stand_in.world(|world| world.group(&served.club).unwrap().picture.clone()),
        )
    };
    let (status, answer, picture) = photo(Some("image/jpeg")).await;
    assert_eq!((status, &answer["message"]), (200, &json!("Success update group photo")));
    assert_eq!(picture, Some(Picture::Uploaded(b"hello".to_vec())));
    assert_eq!(photo(Some("text/plain")).await.1["code"], "INVALID_IMAGE_FORMAT");
    let (_, answer, picture) = photo(None).await;
    assert_eq!((&answer["results"]["picture_id"], picture), (&json!("remove"), None));
}

#[tokio::test]
async fn gowa_takes_bare_registered_numbers_only() {
    let served = Served::with("gowa", |world| {
        world.add_person(Person::phone("5511900000006").not_on_whatsapp());
    })
    .await;
    for people in
        [vec![CAIO, "5511900000006"], vec!["5511900000005@s.whatsapp.net"], vec!["+5511900000005"], vec!["77@lid"]]
    {
        let answer =
            served.gowa("POST", "/group/participants", json!({"group_id": "club", "participants": people})).await;
        assert_eq!(
            (answer.status, answer.json()),
            (400, json!({"code": "INVALID_JID", "message": "user is not registered"}))
        );
    }
    let caio = served.stand_in.world(|world| world.find_person(CAIO));
    assert!(caio.is_none(), "nobody was added");
}

#[tokio::test]
async fn gowa_calls_everything_a_success_but_privacy() {
    let served = Served::with("gowa", |world| {
        world.add_person(Person::phone(CAIO).forbids_adding());
        world.add_person(Person::phone("5511900000006").left_recently());
    })
    .await;
    let people = json!({"group_id": "club", "participants": [CAIO, "5511900000006", "5511900000004"]});
    let results = served.gowa("POST", "/group/participants", people).await.json();
    let told: Vec<_> = results["results"].as_array().unwrap().iter().map(|one| one["status"].clone()).collect();
    assert_eq!(told, ["error", "success", "success"]);
}

#[tokio::test]
async fn gowa_refuses_with_texts_of_its_library() {
    let served = Served::by("gowa").await;
    #[rustfmt::skip] // a table
    #[rustfmt::skip] // a table
    let table = [
        ("GET", "/group/info?group_id=999@g.us", Value::Null, 500, "that group does not exist"),
        ("POST", "/group/name", json!({"group_id": "choir", "name": "x"}), 500, "info query returned status 403: forbidden"),
        ("POST", "/group/participants", json!({"group_id": "choir", "participants": [CAIO]}), 500, "info query returned status 403: forbidden"),
        ("GET", "/group/invite-link?group_id={choir}", Value::Null, 500, "you don't have the permission to get the group's invite link"),
        ("GET", "/group/info-from-link?link=https://chat.whatsapp.com/NoSuchNoSuchNoSuch0022", Value::Null, 500, "that group invite link has been revoked"),
        ("POST", "/group/name", json!({"group_id": "club", "name": "äöüäöüäöüäöüä"}), 400, "name: the length must be between 1 and 25."),
        ("POST", "/group/name", json!({"name": "x"}), 400, "group_id: cannot be blank."),
        ("POST", "/group", json!({}), 400, "title: cannot be blank."),
    ];
    for (method, path, body, status, message) in table {
        let answer = served.gowa(method, path, body).await;
        let code = if status == 400 { "VALIDATION_ERROR" } else { "INTERNAL_SERVER_ERROR" };
        assert_eq!((answer.status, answer.json()), (status, json!({"code": code, "message": message})), "{path}");
    }
    let deleted = served.gowa("DELETE", "/group", Value::Null).await;
    assert_eq!((deleted.status, deleted.text.as_str()), (404, "Cannot DELETE /group"));
    for (fault, message) in [
        (Fault::Status(403), "info query returned status 403: forbidden"),
        (Fault::RateLimited { retry_after: 7 }, "info query returned status 429: rate-overlimit"),
        (Fault::StatusAfter(500), "injected fault: 500"),
    ] {
        served.stand_in.inject(FaultRule::next(fault).of(Operation::UpdateSubject).in_session("default"));
        let answer = served.gowa("POST", "/group/name", json!({"group_id": "club", "name": "x"})).await;
        assert_eq!((answer.status, &answer.json()["message"]), (500, &json!(message)));
    }
}

#[tokio::test]
async fn gowa_tells_a_wrong_key_device_and_connection_apart() {
    let served = Served::by("gowa").await;
    assert!(served.stand_in.key().starts_with("usher:"));
    let path = "/user/my/groups";
    let wrong = served.send(served.request("GET", path).header("authorization", "Basic dXNoZXI6d3Jvbmc=")).await;
    assert_eq!((wrong.status, wrong.text.as_str()), (401, "Unauthorized"));
    assert!(wrong.headers.contains_key("www-authenticate"));
    let with = |device: Option<&str>| {
        let request = served.request("GET", path).header("authorization", served.basic());
        if let Some(device) = device { request.header("x-device-id", device) } else { request }
    };
    let required = served.send(with(None)).await;
    assert_eq!((required.status, &required.json()["code"]), (400, &json!("DEVICE_ID_REQUIRED")));
    let unknown = served.send(with(Some("nobody"))).await;
    assert_eq!((unknown.status, &unknown.json()["code"]), (404, &json!("DEVICE_NOT_FOUND")));
    assert_eq!(served.gowa("GET", "/devices/nobody/status", Value::Null).await.status, 500);
    for (reason, message) in [
        (StatusReason::LoggedOut, "you are not logged in"),
        (StatusReason::StreamError, "you are not connect to services server, please reconnect"),
    ] {
        served.stand_in.world(|world| world.disconnect("default", reason));
        let off = served.send(with(Some("default"))).await;
        assert_eq!((off.status, off.json()), (401, json!({"code": "AUTHENTICATION_ERROR", "message": message})));
        let devices = served.gowa("GET", "/devices", Value::Null).await.json();
        assert_eq!(devices["results"][0]["state"], "disconnected");
    }
}

#[test]
fn gowa_describes_every_route() {
    described("GOWA_OPENAPI", gowa_routes(), |text| {
        // The paths of the YAML document are keys at the first indentation, and their methods at the second.
        let mut routes = BTreeSet::new();
        let mut path = String::new();
        for line in text.lines() {
            if let Some(key) = line.strip_prefix("  /") {
                path = format!("/{}", key.trim_end_matches(':'));
            } else if ["get", "post", "put", "delete"].iter().any(|method| line == format!("    {method}:")) {
                routes.insert((line.trim().trim_end_matches(':').to_owned(), path.clone()));
            }
        }
        routes
    });
}

//! Tests of WAHA with each of its engines.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Answer, Served, described, form, like};
use crate::whatsapp::providers::waha_routes;
use crate::whatsapp::{Fault, FaultRule, Operation, Person, StatusReason};

const JSON: &str = "application/json; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const ENGINES: [&str; 3] = ["waha-noweb", "waha-gows", "waha-webjs"];

impl Served {
    pub(super) async fn waha(&self, method: &str, path: &str, body: Value) -> Answer {
        let mut request = self.request(method, path).header("x-api-key", self.stand_in.key());
        if !body.is_null() {
            request = request.json(&body);
        }
        self.send(request).await
    }
}

/// Returns the id of Caio, who is in no group, as an engine takes it.
fn caio(engine: &str) -> &'static str {
    if engine == "waha-webjs" { "5511900000005@c.us" } else { "5511900000005@s.whatsapp.net" }
}

#[tokio::test]
async fn noweb_answers_every_operation_as_recorded() {
    let served = Served::by("waha").await;
    let group = r#"{"id":"120363000000000001@g.us","addressingMode":"pn","subject":"Alpha","subjectOwner":"4915100000001@s.whatsapp.net","subjectTime":1700000001,"size":2,"creation":1700000000,"owner":"4915100000001@s.whatsapp.net","restrict":false,"announce":false,"isCommunity":false,"isCommunityAnnounce":false,"joinApprovalMode":false,"memberAddMode":false,"participants":[{"id":"4915100000001@s.whatsapp.net","lid":"1001@lid","admin":"superadmin"}]}"#;
    let results = r#"[{"status":"200","jid":"5511999999404@s.whatsapp.net","content":{"tag":"participant","attrs":{"jid":"5511999999404@s.whatsapp.net"}}}]"#;
    let person = json!({"participants": [{"id": caio("waha")}]});
    let created = json!({"name": "T", "participants": [{"id": caio("waha")}]});
    let table = [
        ("POST", "", created, 201, Some(group), Operation::CreateGroup),
        ("GET", "/{club}", Value::Null, 200, Some(group), Operation::GetGroup),
        ("PUT", "/{club}/subject", json!({"subject": "x"}), 200, None, Operation::UpdateSubject),
        ("PUT", "/{club}/description", json!({"description": ""}), 200, None, Operation::UpdateDescription),
        (
            "PUT",
            "/{club}/picture",
            json!({"file": {"mimetype": "image/jpeg", "data": "aGVsbG8="}}),
            200,
            Some(r#"{"success":true}"#),
            Operation::SetPicture,
        ),
        ("POST", "/{club}/participants/add", person.clone(), 200, Some(results), Operation::AddParticipants),
        ("POST", "/{club}/admin/promote", person.clone(), 200, Some(results), Operation::PromoteParticipants),
        ("POST", "/{club}/admin/demote", person.clone(), 200, Some(results), Operation::DemoteParticipants),
        ("POST", "/{club}/participants/remove", person, 200, Some(results), Operation::RemoveParticipants),
        (
            "GET",
            "/{club}/participants/v2",
            Value::Null,
            200,
            Some(r#"[{"id":"4915100000001@c.us","role":"superadmin"}]"#),
            Operation::ListParticipants,
        ),
        (
            "GET",
            "/{club}/participants",
            Value::Null,
            200,
            Some(r#"[{"id":"4915100000001@s.whatsapp.net","lid":"1001@lid","admin":"superadmin"}]"#),
            Operation::ListParticipants,
        ),
        ("POST", "/{choir}/leave", Value::Null, 200, None, Operation::LeaveGroup),
        (
            "DELETE",
            "/{club}",
            Value::Null,
            501,
            Some(
                r#"{"message":"The method is not implemented by 'NOWEB' engine.","error":"Not Implemented","statusCode":501}"#,
            ),
            Operation::DeleteGroup,
        ),
    ];
    for (method, path, body, status, recorded, operation) in table {
        let answer = served.waha(method, &format!("/api/default/groups{path}"), body).await;
        assert_eq!((answer.status, served.operation()), (status, Some(operation)), "{method} {path}: {}", answer.text);
        match recorded {
            Some(recorded) => {
                assert_eq!(answer.content_type(), Some(JSON));
                like(&answer.json(), recorded);
            }
            None => assert_eq!((answer.content_type(), answer.text.as_str()), (None, "")),
        }
    }
    let list = served.waha("GET", "/api/default/groups?exclude=participants", Value::Null).await.json();
    assert_eq!(list[&served.club]["subject"], "x", "an object by id");
    assert!(list[&served.club].get("participants").is_none());
    assert_eq!(
        served.waha("GET", "/api/default/groups?limit=1", Value::Null).await.json().as_object().unwrap().len(),
        1
    );
}

#[tokio::test]
async fn waha_invites_are_bare_text() {
    for engine in ENGINES {
        let served = Served::by(engine).await;
        let code = || served.stand_in.world(|world| world.group(&served.board).unwrap().invite.clone());
        let read = served.waha("GET", "/api/default/groups/{board}/invite-code", Value::Null).await;
        assert_eq!((read.status, read.content_type(), read.text.clone()), (200, Some(HTML), code()));
        let before = code();
        let revoked = served.waha("POST", "/api/default/groups/{board}/invite-code/revoke", Value::Null).await;
        assert_eq!((revoked.status, revoked.content_type()), (200, Some(HTML)));
        assert!(revoked.text == code() && revoked.text != before);
        let link = json!({"code": format!("https://chat.whatsapp.com/{}", code())});
        let joined = served.waha("POST", "/api/second/groups/join", link).await;
        assert_eq!((joined.status, joined.json()), (200, json!({"id": served.board})));
        let preview = served.waha("GET", &format!("/api/default/groups/join-info?code={}", code()), Value::Null).await;
        let name = match engine {
            "waha-gows" => "/Name",
            _ => "/subject",
        };
        assert_eq!((preview.status, preview.json().pointer(name)), (200, Some(&json!("Board"))), "{engine}");
    }
}

#[tokio::test]
async fn waha_engines_have_three_vocabularies() {
    let gows = Served::by("waha-gows").await;
    let list = gows.waha("GET", "/api/default/groups", Value::Null).await.json();
    let club = list.as_array().unwrap().iter().find(|group| group["JID"] == gows.club.as_str()).unwrap();
    assert_eq!(
        (&club["Name"], &club["Participants"][0]["PhoneNumber"]),
        (&json!("Club"), &json!("5511900000001@s.whatsapp.net"))
    );
    let webjs = Served::by("waha-webjs").await;
    let list = webjs.waha("GET", "/api/default/groups", Value::Null).await.json();
    let club = list.as_array().unwrap().iter().find(|group| group["id"]["_serialized"] == webjs.club.as_str()).unwrap();
    assert_eq!(club["groupMetadata"]["participants"][0]["id"]["_serialized"], "5511900000001@c.us");
    let created = json!({"name": "T", "participants": [{"id": caio("waha-webjs")}]});
    let created = webjs.waha("POST", "/api/default/groups", created).await;
    assert_eq!((created.status, &created.json()["participants"][caio("waha-webjs")]["statusCode"]), (201, &json!(200)));
    assert!(created.json()["gid"]["_serialized"].as_str().unwrap().ends_with("@g.us"));
    let renamed = webjs.waha("PUT", "/api/default/groups/{club}/subject", json!({"subject": "x"})).await;
    assert_eq!((renamed.status, renamed.json()), (200, json!(true)));
    // WEBJS deletes the chat, not the group.
    assert_eq!(webjs.waha("DELETE", "/api/default/groups/{club}", Value::Null).await.json(), json!(true));
    assert!(webjs.stand_in.world(|world| world.group(&webjs.club).is_some()));
    for engine in ENGINES {
        let served = Served::by(engine).await;
        let members = served.waha("GET", "/api/default/groups/{club}/participants/v2", Value::Null).await.json();
        assert_eq!(members[0], json!({"id": "5511900000001@c.us", "role": "superadmin"}), "{engine}");
    }
}

#[tokio::test]
async fn waha_tells_the_result_of_adding_by_engine() {
    let shy = |served: &mut crate::whatsapp::World| {
        served.add_person(Person::phone("5511900000005").forbids_adding());
        served.add_person(Person { lid: "77".to_owned(), ..Person::phone("5511900000006").lid_only() });
    };
    let path = "/api/default/groups/{club}/participants/add";
    let noweb = Served::with("waha-noweb", shy).await;
    let body = json!({"participants": [{"id": caio("")}, {"id": "5511900000006@s.whatsapp.net"}]});
    let results = noweb.waha("POST", path, body.clone()).await.json();
    like(
        &results,
        r#"[{"status":"403","jid":"5511999999403@s.whatsapp.net","content":{"tag":"participant","attrs":{"jid":"5511999999403@s.whatsapp.net","error":"403"},"content":[{"tag":"add_request","attrs":{"code":"INVITEV4CODE1234","expiration":"1700259200"}}]}}]"#,
    );
    assert_eq!((&results[1]["jid"], &results[1]["status"]), (&json!("77@lid"), &json!("200")));
    assert_eq!(results[1]["content"]["attrs"]["phone_number"], "5511900000006@s.whatsapp.net");
    let gows = Served::with("waha-gows", shy).await;
    let results = gows.waha("POST", path, body).await.json();
    assert_eq!((&results[0]["Error"], &results[1]["Error"]), (&json!(403), &json!(0)));
    assert!(results[0]["AddRequest"]["Code"].is_string() && results[1]["JID"] == "77@lid");
    let webjs = Served::with("waha-webjs", shy).await;
    let results = webjs.waha("POST", path, json!({"participants": [{"id": "5511900000005@c.us"}]})).await.json();
    assert_eq!(
        (&results["5511900000005@c.us"]["code"], &results["5511900000005@c.us"]["isInviteV4Sent"]),
        (&json!(403), &json!(true))
    );
}

#[tokio::test]
async fn waha_engines_take_their_own_form_of_an_id() {
    for (engine, id, status) in [
        ("waha-noweb", "5511900000005@s.whatsapp.net", 200),
        ("waha-noweb", "5511900000005@c.us", 500),
        ("waha-noweb", "5511900000005", 500),
        ("waha-gows", "5511900000005@s.whatsapp.net", 200),
        ("waha-gows", "5511900000005@c.us", 200),
        ("waha-gows", "+5511900000005", 200),
        ("waha-webjs", "5511900000005@c.us", 200),
        ("waha-webjs", "5511900000005@s.whatsapp.net", 500),
        ("waha-webjs", "77@lid", 200),
    ] {
        let served = Served::by(engine).await;
        let body = json!({"participants": [{"id": id}]});
        let answer = served.waha("POST", "/api/default/groups/{club}/participants/add", body).await;
        assert_eq!(answer.status, status, "{engine} {id}: {}", answer.text);
    }
}

#[tokio::test]
async fn waha_refusals_are_told_in_the_words_of_the_engine() {
    let subject = || json!({"subject": "x"});
    let people = |engine| json!({"participants": [{"id": caio(engine)}]});
    for engine in ENGINES {
        let served = Served::by(engine).await;
        let changed = served.waha("PUT", "/api/default/groups/{choir}/subject", subject()).await;
        let added = served.waha("POST", "/api/default/groups/{choir}/participants/add", people(engine)).await;
        let invite = served.waha("GET", "/api/default/groups/{choir}/invite-code", Value::Null).await;
        let gone = served.waha("GET", "/api/default/groups/999%40g.us", Value::Null).await;
        assert_eq!(gone.status, 500);
        let exception = |answer: &Answer| answer.json()["exception"].clone();
        match engine {
            "waha-noweb" => {
                like(
                    &changed.json(),
                    r#"{"statusCode":500,"timestamp":"","exception":{"message":"forbidden","data":403,"isBoom":true,"isServer":true,"output":{},"name":"Error","stack":""},"request":{"path":"","method":"PUT","body":{"subject":"x"},"query":{}},"version":{"version":"2026.2.1","engine":"NOWEB","tier":"CORE","browser":null,"platform":"linux/x64","worker":{"id":null}}}"#,
                );
                for (answer, message, data) in
                    [(&changed, "forbidden", 403), (&added, "forbidden", 403), (&invite, "not-authorized", 401)]
                {
                    let exception = exception(answer);
                    assert_eq!(
                        (answer.status, &exception["message"], &exception["data"]),
                        (500, &json!(message), &json!(data))
                    );
                }
                assert_eq!(exception(&gone)["message"], "Group with id '999@g.us' not found");
                assert_eq!(added.json()["request"]["body"], people(engine), "the request is repeated");
            }
            "waha-gows" => {
                assert_eq!(exception(&changed)["details"], "info query returned status 403: forbidden");
                assert_eq!(exception(&gone)["details"], "info query returned status 404: item-not-found");
            }
            _ => {
                assert_eq!((changed.status, changed.json()), (200, json!(false)));
                assert_eq!((added.status, added.content_type()), (200, Some(HTML)));
                assert!(added.text.contains("no admin rights"));
                assert_eq!((invite.status, invite.text.as_str()), (200, ""));
            }
        }
        let bad = served.waha("POST", "/api/default/groups/join", json!({"code": "NoSuchNoSuchNoSuch0022"})).await;
        assert_eq!(bad.status, 500);
    }
}

#[tokio::test]
async fn waha_faults_keep_their_meaning() {
    let served = Served::by("waha").await;
    let rename = async |fault| {
        served.stand_in.inject(FaultRule::next(fault).of(Operation::UpdateSubject).in_session("default"));
        served.waha("PUT", "/api/default/groups/{club}/subject", json!({"subject": "x"})).await
    };
    for (fault, status, pointer, value) in [
        (Fault::Status(401), 401, "/message", json!("Unauthorized")),
        (Fault::Status(403), 500, "/exception/data", json!(403)),
        (Fault::Status(404), 500, "/exception/data", json!(404)),
        (Fault::Status(409), 500, "/exception/data", json!(409)),
        (Fault::Status(429), 500, "/exception/message", json!("rate-overlimit")),
        (Fault::RateLimited { retry_after: 7 }, 500, "/exception/data", json!(429)),
        (Fault::Status(500), 500, "/exception/message", json!("injected fault: 500")),
        (Fault::StatusAfter(500), 500, "/exception/message", json!("injected fault: 500")),
    ] {
        let answer = rename(fault.clone()).await;
        assert_eq!((answer.status, answer.json().pointer(pointer)), (status, Some(&value)), "{fault:?}");
        assert!(!answer.headers.contains_key("retry-after") && !answer.headers.contains_key("x-ratelimit-limit"));
    }
    let proxy = rename(Fault::Status(502)).await;
    assert_eq!((proxy.status, proxy.text.contains("<h1>")), (502, true));
}

#[tokio::test]
async fn waha_tells_a_wrong_key_and_an_unconnected_session() {
    let served = Served::by("waha").await;
    let wrong = served.send(served.request("GET", "/api/default/groups").header("x-api-key", "wrong")).await;
    assert_eq!((wrong.status, wrong.json()), (401, json!({"message": "Unauthorized", "statusCode": 401})));
    assert!(!served.last().authorized);
    let unknown = served.waha("GET", "/api/nobody/groups", Value::Null).await;
    assert_eq!(
        (unknown.status, unknown.json()),
        (422, json!({"error": "Session \"nobody\" does not exist", "session": "nobody"}))
    );
    let unknown = served.waha("GET", "/api/sessions/nobody", Value::Null).await;
    assert_eq!(
        (unknown.status, unknown.json()),
        (404, json!({"message": "Session not found", "error": "Not Found", "statusCode": 404}))
    );
    served.stand_in.world(|world| world.disconnect("default", StatusReason::ManualStop));
    for (method, path) in [("GET", "/api/default/groups"), ("DELETE", "/api/default/groups/{club}")] {
        let off = served.waha(method, path, Value::Null).await;
        let body = json!({"error": "Session status is not as expected. Try again later or restart the session", "session": "default", "status": "STOPPED", "expected": ["WORKING"]});
        assert_eq!((off.status, off.json()), (422, body));
    }
    let nowhere = served.waha("GET", "/api/default/groups/nosuch/route/x", Value::Null).await;
    assert_eq!(
        (nowhere.status, &nowhere.json()["message"]),
        (404, &json!("Cannot GET /api/default/groups/nosuch/route/x"))
    );
}

#[tokio::test]
async fn waha_lists_stopped_sessions_only_when_asked() {
    let served = Served::by("waha-gows").await;
    let one = served.waha("GET", "/api/sessions/default", Value::Null).await.json();
    assert_eq!((&one["status"], &one["engine"]["engine"]), (&json!("WORKING"), &json!("GOWS")));
    assert_eq!(form(&one["me"]), [".id", ".lid", ".pushName"].map(str::to_owned).into());
    for (reason, status, listed) in [
        (StatusReason::ManualStop, "STOPPED", 1),
        (StatusReason::ScanQr, "SCAN_QR_CODE", 2),
        (StatusReason::LoggedOut, "FAILED", 2),
        (StatusReason::AutoReconnect, "STARTING", 2),
    ] {
        served.stand_in.world(|world| world.disconnect("default", reason));
        let list = served.waha("GET", "/api/sessions", Value::Null).await.json();
        assert_eq!(list.as_array().unwrap().len(), listed, "{reason:?}");
        let all = served.waha("GET", "/api/sessions?all=true", Value::Null).await.json();
        assert_eq!((all.as_array().unwrap().len(), &all[0]["status"]), (2, &json!(status)));
    }
}

#[tokio::test]
async fn waha_does_not_check_bodies_before_it_fails_over_them() {
    let served = Served::by("waha").await;
    for (method, path) in [("POST", ""), ("PUT", "/{club}/subject"), ("POST", "/{club}/participants/add")] {
        let answer = served.waha(method, &format!("/api/default/groups{path}"), json!({})).await;
        assert_eq!((answer.status, &answer.json()["exception"]["name"]), (500, &json!("TypeError")));
    }
    let gows = Served::by("waha-gows").await;
    let empty = gows.waha("PUT", "/api/default/groups/{club}/description", json!({"description": ""})).await;
    assert_eq!(
        (empty.status, &empty.json()["message"]),
        (400, &json!("GOWS does not support empty group description."))
    );
}

#[test]
fn waha_describes_every_route() {
    described("WAHA_OPENAPI", waha_routes(), |text| {
        let document: Value = serde_json::from_str(text).unwrap();
        let mut routes = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            routes.extend(item.as_object().unwrap().keys().map(|method| (method.clone(), path.clone())));
        }
        routes
    });
}

//! Tests of `OpenWA`.

use serde_json::{Value, json};

use super::{Answer, Served, form, like};
use crate::whatsapp::{Fault, FaultRule, Operation, Person, StatusReason};

const CAIO: &str = "5511900000005@c.us";

impl Served {
    /// Makes a request. `rest` follows the path of a session.
    pub(super) async fn openwa(&self, session: &str, method: &str, rest: &str, body: Value) -> Answer {
        let list =
            self.request("GET", &format!("/api/sessions?name={session}")).header("x-api-key", self.stand_in.key());
        let id = self.send(list).await.json()[0]["id"].as_str().unwrap().to_owned();
        let mut request = self.request(method, &format!("/api/sessions/{id}{rest}"));
        if !body.is_null() {
            request = request.json(&body);
        }
        self.send(request.header("x-api-key", self.stand_in.key())).await
    }
}

#[tokio::test]
async fn openwa_answers_every_operation_as_described() {
    let served = Served::by("openwa").await;
    let code = served.stand_in.world(|world| world.group(&served.board).unwrap().invite.clone());
    let people = json!({"participants": [CAIO]});
    let done = r#"{"success":true,"message":""}"#;
    let results = r#"{"success":true,"message":"","results":[{"id":"","success":true,"status":200}]}"#;
    let group = r#"{"id":"","name":"","owner":"","createdAt":1,"isReadOnly":false,"isAnnounce":false,"announce":false,"locked":false,"memberAddMode":"all","linkedParentJID":null,"participants":[{"id":"","number":"","isAdmin":true,"isSuperAdmin":true}]}"#;
    let preview = format!("/groups/join-info?code={code}");
    #[rustfmt::skip] // a table
    let table = [
        ("POST", "/groups", json!({"name": "T", "participants": [CAIO]}), 201, r#"{"id":"","name":"","participantsCount":2,"isAdmin":true,"linkedParentJID":null}"#, Operation::CreateGroup),
        ("GET", "/groups", Value::Null, 200, r#"[{"id":"","name":"","participantsCount":2,"isAdmin":true,"linkedParentJID":null}]"#, Operation::ListGroups),
        ("GET", "/groups/{club}", Value::Null, 200, group, Operation::GetGroup),
        ("PUT", "/groups/{club}/subject", json!({"subject": "x"}), 200, done, Operation::UpdateSubject),
        ("PUT", "/groups/{club}/description", json!({"description": ""}), 200, done, Operation::UpdateDescription),
        ("PUT", "/groups/{club}/picture", json!({"base64": "aGVsbG8=", "mimetype": "image/jpeg"}), 200, done, Operation::SetPicture),
        ("POST", "/groups/{club}/participants", people.clone(), 200, results, Operation::AddParticipants),
        ("POST", "/groups/{club}/participants/promote", people.clone(), 200, results, Operation::PromoteParticipants),
        ("POST", "/groups/{club}/participants/demote", people.clone(), 200, results, Operation::DemoteParticipants),
        ("DELETE", "/groups/{club}/participants", people, 200, results, Operation::RemoveParticipants),
        ("GET", "/groups/{club}/invite-code", Value::Null, 200, r#"{"inviteCode":"","inviteLink":""}"#, Operation::GetInvite),
        ("POST", "/groups/{club}/invite-code/revoke", Value::Null, 200, r#"{"inviteCode":"","inviteLink":"","message":""}"#, Operation::RevokeInvite),
        ("GET", &preview, Value::Null, 200, r#"{"id":"","name":"","owner":"","createdAt":1,"participantCount":3}"#, Operation::PreviewInvite),
        ("POST", "/groups/{choir}/leave", Value::Null, 200, done, Operation::LeaveGroup),
        ("GET", "", Value::Null, 200, r#"{"id":"","name":"","status":"","phone":"","pushName":"","connectedAt":"","lastActive":"","createdAt":"","updatedAt":"","lastError":null,"restriction":null,"engineLoaded":true}"#, Operation::GetSession),
    ];
    for (method, rest, body, status, described, operation) in table {
        let answer = served.openwa("default", method, rest, body).await;
        assert_eq!((answer.status, served.operation()), (status, Some(operation)), "{method} {rest}: {}", answer.text);
        assert_eq!(answer.content_type(), Some("application/json; charset=utf-8"));
        like(&answer.json(), described);
    }
    let joined = served.openwa("second", "POST", "/groups/join", json!({"inviteCode": code})).await;
    assert_eq!((joined.status, joined.json()), (200, json!({"success": true, "groupId": served.board})));
}

#[tokio::test]
async fn openwa_refuses_a_batch_only_if_nobody_got_in() {
    let served = Served::with("openwa", |world| {
        world.add_person(Person::phone("5511900000006").forbids_adding());
    })
    .await;
    let add = async |people: &[&str]| {
        served.openwa("default", "POST", "/groups/{club}/participants", json!({"participants": people})).await
    };
    let some = add(&[CAIO, "5511900000006"]).await;
    let refused = json!({"id": "5511900000006@c.us", "success": false, "status": 403, "message": "invite-only"});
    assert_eq!((some.status, &some.json()["results"][1]), (200, &refused));
    assert_eq!(add(&["5511900000006@c.us"]).await.status, 403);
    assert_eq!(add(&["5511900000007@s.whatsapp.net"]).await.status, 400, "no form of its own");
    assert_eq!(add(&[]).await.json()["message"], json!(["participants should not be empty"]));
}

#[tokio::test]
async fn openwa_tells_refusals_by_their_status() {
    let served = Served::by("openwa").await;
    #[rustfmt::skip] // a table
    let table = [
        ("PUT", "/groups/{choir}/subject", json!({"subject": "x"}), 403),
        ("GET", "/groups/999%40g.us", Value::Null, 404),
        ("GET", "/groups/{choir}/invite-code", Value::Null, 403),
        ("GET", "/groups/join-info?code=NoSuchNoSuchNoSuch0022", Value::Null, 404),
        ("POST", "/groups/join", json!({"inviteCode": "NoSuchNoSuchNoSuch0022"}), 400),
        ("PUT", "/groups/{club}/subject", json!({"subject": ""}), 400),
        ("PUT", "/groups/{club}/subject", json!({"subject": "x", "session": "default"}), 400),
        ("DELETE", "/groups/{club}", Value::Null, 404),
        ("GET", "/groups/{club}/participants", Value::Null, 404),
    ];
    for (method, rest, body, status) in table {
        let answer = served.openwa("default", method, rest, body).await;
        assert_eq!((answer.status, &answer.json()["statusCode"]), (status, &json!(status)), "{method} {rest}");
        assert_eq!(form(&answer.json()), [".error", ".message", ".statusCode"].map(str::to_owned).into());
    }
    for (fault, status) in
        [(Fault::Status(403), 403), (Fault::RateLimited { retry_after: 7 }, 503), (Fault::StatusAfter(500), 500)]
    {
        served.stand_in.inject(FaultRule::next(fault).of(Operation::UpdateSubject).in_session("default"));
        let answer = served.openwa("default", "PUT", "/groups/{club}/subject", json!({"subject": "x"})).await;
        assert_eq!((answer.status, answer.content_type()), (status, Some("application/json; charset=utf-8")));
    }
}

#[tokio::test]
async fn openwa_names_sessions_by_id_and_takes_two_headers() {
    let served = Served::by("openwa").await;
    let list = served.send(served.request("GET", "/api/sessions").bearer_auth(served.stand_in.key())).await;
    assert_eq!((list.status, list.json().as_array().unwrap().len()), (200, 2));
    let none = served.send(served.request("GET", "/api/sessions")).await;
    assert_eq!((none.status, &none.json()["message"]), (401, &json!("API key is required")));
    let by_name = served.request("GET", "/api/sessions/default").header("x-api-key", served.stand_in.key());
    assert_eq!(served.send(by_name).await.status, 400, "a name is no id");
    let by_name =
        served.request("GET", "/api/sessions/default/groups/{club}").header("x-api-key", served.stand_in.key());
    let by_name = served.send(by_name).await;
    assert_eq!((by_name.status, &by_name.json()["message"]), (400, &json!("Session is not started")));
    for (reason, state, status) in [
        (StatusReason::ManualStop, "disconnected", 400),
        (StatusReason::AutoReconnect, "initializing", 409),
        (StatusReason::ScanQr, "qr_ready", 409),
    ] {
        served.stand_in.world(|world| world.disconnect("default", reason));
        let session = served.openwa("default", "GET", "", Value::Null).await;
        assert_eq!(session.json()["status"], state);
        assert_eq!(served.openwa("default", "GET", "/groups", Value::Null).await.status, status);
    }
}

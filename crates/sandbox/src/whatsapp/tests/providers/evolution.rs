//! Tests of Evolution.

use serde_json::{Value, json};

use super::{Answer, Served, like};
use crate::whatsapp::{Fault, FaultRule, Operation, Person, StatusReason};

const JSON: &str = "application/json; charset=utf-8";
const CAIO: &str = "5511900000005";

impl Served {
    pub(super) async fn evolution(&self, method: &str, path: &str, body: Value) -> Answer {
        let mut request = self.request(method, path).header("apikey", self.stand_in.key());
        if !body.is_null() {
            request = request.json(&body);
        }
        self.send(request).await
    }

    /// Adds, removes, promotes or demotes.
    async fn update(&self, group: &str, action: &str, people: &[&str]) -> Answer {
        let body = json!({"action": action, "participants": people});
        self.evolution("POST", &format!("/group/updateParticipant/default?groupJid={{{group}}}"), body).await
    }
}

#[tokio::test]
async fn evolution_answers_every_operation_as_recorded() {
    let served = Served::by("evolution").await;
    let code = served.stand_in.world(|world| world.group(&served.board).unwrap().invite.clone());
    let metadata = r#"{"id":"1@g.us","addressingMode":"pn","subject":"T","subjectOwner":"","subjectTime":1,"size":2,"creation":1,"owner":"","restrict":false,"announce":false,"isCommunity":false,"isCommunityAnnounce":false,"joinApprovalMode":false,"memberAddMode":false,"participants":[{"id":"4915100000001@s.whatsapp.net","lid":"1001@lid","admin":"superadmin"}]}"#;
    let read = r#"{"id":"1@g.us","subject":"Alpha","subjectOwner":"","subjectTime":1,"pictureUrl":null,"size":2,"creation":1,"owner":"","restrict":false,"announce":false,"participants":[{"id":"4915100000001@s.whatsapp.net","lid":"1001@lid","admin":"superadmin"}],"isCommunity":false,"isCommunityAnnounce":false}"#;
    let listed = r#"[{"id":"1@g.us","subject":"Alpha","subjectOwner":"","subjectTime":1,"pictureUrl":null,"size":2,"creation":1,"owner":"","restrict":false,"announce":false,"isCommunity":false,"isCommunityAnnounce":false}]"#;
    let results = r#"{"updateParticipants":[{"status":"200","jid":"5511912345678@s.whatsapp.net","content":{"tag":"participant","attrs":{"jid":"5511912345678@s.whatsapp.net"}}}]}"#;
    let success = r#"{"update":"success"}"#;
    let instance = r#"[{"id":"1","name":"default","connectionStatus":"close","ownerJid":null,"profileName":null,"profilePicUrl":null,"integration":"WHATSAPP-BAILEYS","number":null,"businessId":null,"token":"t","clientName":"reach","disconnectionReasonCode":null,"disconnectionObject":null,"disconnectionAt":null,"createdAt":"","updatedAt":"","Setting":{"rejectCall":false,"groupsIgnore":false,"alwaysOnline":false}}]"#;
    let act = |action: &str| json!({"action": action, "participants": [CAIO]});
    let join = format!("/group/acceptInviteCode/second?inviteCode={code}");
    let preview = format!("/group/inviteInfo/default?inviteCode={code}");
    #[rustfmt::skip] // a table
    let table = [
        ("POST", "/group/create/default", json!({"subject": "T", "participants": [CAIO]}), 201, metadata, Operation::CreateGroup),
        ("GET", "/group/fetchAllGroups/default?getParticipants=false", Value::Null, 200, listed, Operation::ListGroups),
        ("GET", "/group/findGroupInfos/default?groupJid={club}", Value::Null, 200, read, Operation::GetGroup),
        ("POST", "/group/updateGroupSubject/default?groupJid={club}", json!({"subject": "x"}), 201, success, Operation::UpdateSubject),
        ("POST", "/group/updateGroupDescription/default?groupJid={club}", json!({"description": "d"}), 201, success, Operation::UpdateDescription),
        ("POST", "/group/updateGroupPicture/default?groupJid={club}", json!({"image": "aGVsbG8="}), 201, success, Operation::SetPicture),
        ("POST", "/group/updateParticipant/default?groupJid={club}", act("add"), 201, results, Operation::AddParticipants),
        ("POST", "/group/updateParticipant/default?groupJid={club}", act("promote"), 201, results, Operation::PromoteParticipants),
        ("POST", "/group/updateParticipant/default?groupJid={club}", act("demote"), 201, results, Operation::DemoteParticipants),
        ("POST", "/group/updateParticipant/default?groupJid={club}", act("remove"), 201, results, Operation::RemoveParticipants),
        ("GET", "/group/participants/default?groupJid={club}", Value::Null, 200, r#"{"participants":[{"id":"4915100000001@s.whatsapp.net","lid":"1001@lid","admin":"superadmin"}]}"#, Operation::ListParticipants),
        ("GET", "/group/inviteCode/default?groupJid={club}", Value::Null, 200, r#"{"inviteUrl":"https://chat.whatsapp.com/OldCodeOldCodeOldCode22","inviteCode":"OldCodeOldCodeOldCode22"}"#, Operation::GetInvite),
        ("POST", "/group/revokeInviteCode/default?groupJid={club}", Value::Null, 201, r#"{"revoked":true,"inviteCode":"NewCodeNewCodeNewCode22"}"#, Operation::RevokeInvite),
        ("GET", &join, Value::Null, 200, r#"{"accepted":true,"groupJid":"120363000000000007@g.us"}"#, Operation::JoinGroup),
        ("GET", &preview, Value::Null, 200, metadata, Operation::PreviewInvite),
        ("DELETE", "/group/leaveGroup/default?groupJid={choir}", Value::Null, 200, r#"{"groupJid":"120363000000000001@g.us","leave":true}"#, Operation::LeaveGroup),
        ("GET", "/instance/fetchInstances?instanceName=default", Value::Null, 200, instance, Operation::GetSession),
        ("GET", "/instance/connectionState/default", Value::Null, 200, r#"{"instance":{"instanceName":"default","state":"close"}}"#, Operation::GetSession),
    ];
    for (method, path, body, status, recorded, operation) in table {
        let answer = served.evolution(method, path, body).await;
        assert_eq!((answer.status, served.operation()), (status, Some(operation)), "{method} {path}: {}", answer.text);
        assert_eq!(answer.content_type(), Some(JSON));
        like(&answer.json(), recorded);
    }
}

#[tokio::test]
async fn evolution_tells_each_result_with_the_number_of_a_lid() {
    let served = Served::with("evolution", |world| {
        world.add_person(Person::phone(CAIO).forbids_adding());
        world.add_person(Person::phone("5511900000006").not_on_whatsapp());
        world.add_person(Person { lid: "77".to_owned(), ..Person::phone("5511900000007").lid_only() });
    })
    .await;
    let results = served.update("club", "add", &[CAIO, "5511900000006", "5511900000007"]).await.json();
    let results = &results["updateParticipants"];
    like(
        &json!([results[0]]),
        r#"[{"status":"403","jid":"5511999999403@s.whatsapp.net","content":{"tag":"participant","attrs":{"jid":"5511999999403@s.whatsapp.net","error":"403"},"content":[{"tag":"add_request","attrs":{"code":"INVITEV4CODE1234","expiration":"1700259200"}}]}}]"#,
    );
    assert_eq!((&results[1]["status"], &results[1]["content"]["attrs"]["error"]), (&json!("404"), &json!("404")));
    assert_eq!(
        (&results[2]["jid"], &results[2]["content"]["attrs"]["phone_number"]),
        (&json!("77@lid"), &json!("5511900000007@s.whatsapp.net"))
    );
    let members = served.evolution("GET", "/group/participants/default?groupJid={club}", Value::Null).await.json();
    assert_eq!(members["participants"][0]["phoneNumber"], "5511900000001@s.whatsapp.net", "all by LID now");
}

#[tokio::test]
async fn evolution_checks_its_forms() {
    let served = Served::by("evolution").await;
    for (method, path, body, message) in [
        (
            "GET",
            "/group/fetchAllGroups/default",
            Value::Null,
            json!(["The getParticipants needs to be informed in the query"]),
        ),
        (
            "GET",
            "/group/findGroupInfos/default",
            Value::Null,
            json!(["The group id needs to be informed in the query", "ex: \"groupJid=120362@g.us\""]),
        ),
        (
            "GET",
            "/group/inviteInfo/default?inviteCode=short",
            Value::Null,
            json!([{"property": "inviteCode", "message": "inviteCode does not match pattern \"^[a-zA-Z0-9]{22}$\""}]),
        ),
        (
            "POST",
            "/group/create/default",
            json!({"subject": "T", "participants": []}),
            json!([["participants does not meet minimum length of 1"]]),
        ),
        (
            "POST",
            "/group/updateGroupSubject/default?groupJid={club}",
            json!({"subject": ""}),
            json!([{"property": "subject", "message": "The \"subject\" cannot be empty"}]),
        ),
        (
            "POST",
            "/group/updateGroupDescription/default?groupJid={club}",
            json!({"description": ""}),
            json!([{"property": "description", "message": "The \"description\" cannot be empty"}]),
        ),
        (
            "POST",
            "/group/updateParticipant/default?groupJid={club}",
            json!({"action": "kick", "participants": ["55"]}),
            json!([{"property": "action", "message": "action is not one of enum values: add,remove,promote,demote"}, {"property": "participants[0]", "message": "\"participants\" must be an array of numeric strings"}]),
        ),
        (
            "POST",
            "/group/updateParticipant/default?groupJid={club}",
            json!({"action": "add", "participants": [CAIO, CAIO]}),
            json!([{"property": "participants", "message": "participants contains duplicate item"}]),
        ),
    ] {
        let answer = served.evolution(method, path, body).await;
        assert_eq!(
            (answer.status, answer.json()),
            (400, json!({"status": 400, "error": "Bad Request", "response": {"message": message}}))
        );
    }
    let broken = served.request("POST", "/group/create/default").header("apikey", served.stand_in.key());
    let broken = served.send(broken.header("content-type", "application/json").body("{bad json")).await;
    assert_eq!((broken.status, &broken.json()["error"]), (400, &json!("Internal Server Error")));
}

#[tokio::test]
async fn evolution_rewrites_bare_numbers() {
    let served = Served::by("evolution").await;
    for (given, told) in [
        ("5511912345678", "5511912345678@s.whatsapp.net"),
        ("5531988880001", "553188880001@s.whatsapp.net"),
        ("5531988880001@s.whatsapp.net", "5531988880001@s.whatsapp.net"),
        ("+49 151 0000001", "491510000001@s.whatsapp.net"),
        ("491510000000@c.us", "491510000000@s.whatsapp.net"),
        ("5215512345678", "525512345678@s.whatsapp.net"),
        ("12345678901234@lid", "12345678901234@lid"),
    ] {
        let results = served.update("club", "add", &[given]).await.json();
        assert_eq!(results["updateParticipants"][0]["jid"], told);
    }
}

#[tokio::test]
async fn evolution_refusals_have_the_status_of_the_path() {
    let served = Served::by("evolution").await;
    let subject = json!({"subject": "x"});
    for (method, path, body, status, first, second) in [
        (
            "GET",
            "/group/findGroupInfos/default?groupJid=120363999@g.us",
            Value::Null,
            404,
            "Error fetching group",
            "Error: item-not-found",
        ),
        (
            "POST",
            "/group/updateGroupSubject/default?groupJid={choir}",
            subject,
            500,
            "Error updating group subject",
            "Error: forbidden",
        ),
        (
            "POST",
            "/group/updateParticipant/default?groupJid={choir}",
            json!({"action": "add", "participants": [CAIO]}),
            400,
            "Error updating participants",
            "Error: forbidden",
        ),
        (
            "GET",
            "/group/inviteCode/default?groupJid={choir}",
            Value::Null,
            404,
            "No invite code",
            "Error: not-authorized",
        ),
        (
            "POST",
            "/group/updateGroupPicture/default?groupJid={club}",
            json!({"image": "%%"}),
            500,
            "Error update group picture",
            "[object Object]",
        ),
        (
            "GET",
            "/group/inviteInfo/default?inviteCode=AbCdEfGhIjKlMnOpQrStUv",
            Value::Null,
            404,
            "No invite info",
            "AbCdEfGhIjKlMnOpQrStUv",
        ),
        (
            "GET",
            "/group/acceptInviteCode/default?inviteCode=AbCdEfGhIjKlMnOpQrStUv",
            Value::Null,
            404,
            "Accept invite error",
            "Error: gone",
        ),
    ] {
        let answer = served.evolution(method, path, body).await;
        assert_eq!((answer.status, &answer.json()["response"]["message"]), (status, &json!([first, second])), "{path}");
    }
    for (fault, second) in
        [(403, "Error: forbidden"), (429, "Error: rate-overlimit"), (500, "Error: injected fault: 500")]
    {
        served
            .stand_in
            .inject(FaultRule::next(Fault::Status(fault)).of(Operation::RemoveParticipants).in_session("default"));
        let answer = served.update("club", "remove", &[CAIO]).await;
        assert_eq!((answer.status, &answer.json()["response"]["message"][1]), (400, &json!(second)));
    }
}

#[tokio::test]
async fn evolution_looks_for_the_instance_before_the_key() {
    let served = Served::by("evolution").await;
    let unauthorized = json!({"status": 401, "error": "Unauthorized", "response": {"message": "Unauthorized"}});
    let path = "/group/fetchAllGroups/default?getParticipants=false";
    for request in [
        served.request("GET", path),
        served.request("GET", path).header("apikey", "wrong"),
        served.request("GET", "/instance/fetchInstances"),
    ] {
        let answer = served.send(request).await;
        assert_eq!((answer.status, answer.json()), (401, unauthorized.clone()));
    }
    let unknown = served.send(served.request("GET", "/group/fetchAllGroups/nosuch?getParticipants=false")).await;
    assert_eq!(
        (unknown.status, &unknown.json()["response"]["message"]),
        (404, &json!(["The \"nosuch\" instance does not exist"]))
    );
    let list = served.evolution("GET", "/instance/fetchInstances", Value::Null).await.json();
    assert_eq!(
        (&list[0]["name"], &list[0]["connectionStatus"], &list[0]["ownerJid"]),
        (&json!("default"), &json!("open"), &json!("5511900000001@s.whatsapp.net"))
    );
    let token = list[0]["token"].as_str().unwrap();
    assert_eq!(served.send(served.request("GET", path).header("apikey", token)).await.status, 200);
    let other = served.request("GET", "/group/fetchAllGroups/second?getParticipants=false").header("apikey", token);
    assert_eq!(served.send(other).await.status, 401, "a token is for its own instance");
    let one = |name: &str| served.request("GET", &format!("/instance/fetchInstances?instanceName={name}"));
    let own = served.send(one("default").header("apikey", token)).await;
    assert_eq!((own.status, own.json().as_array().map(Vec::len)), (200, Some(1)));
    assert_eq!(served.send(one("nosuch")).await.status, 401, "the key comes first in a list");
    let unknown = served.send(one("nosuch").header("apikey", served.stand_in.key())).await;
    assert_eq!(
        (unknown.status, &unknown.json()["response"]["message"]),
        (404, &json!(["Instance \"nosuch\" not found"]))
    );
    let none = served.evolution("DELETE", "/group/nosuch/default", Value::Null).await;
    assert_eq!(
        (none.status, &none.json()["response"]["message"]),
        (404, &json!(["Cannot DELETE /group/nosuch/default"]))
    );
}

#[tokio::test]
async fn evolution_without_a_connection_fails_by_path() {
    let served = Served::by("evolution").await;
    for (reason, state, stored, get, list) in [
        (
            StatusReason::ManualStop,
            "close",
            "close",
            "TypeError: Cannot read properties of undefined (reading 'groupMetadata')",
            "Cannot convert undefined or null to object",
        ),
        (StatusReason::ScanQr, "connecting", "connecting", "Error: Connection Closed", "Connection Closed"),
        (StatusReason::AutoReconnect, "connecting", "open", "Error: Connection Closed", "Connection Closed"),
    ] {
        served.stand_in.world(|world| world.disconnect("default", reason));
        let read = served.evolution("GET", "/group/findGroupInfos/default?groupJid={club}", Value::Null).await;
        assert_eq!((read.status, &read.json()["response"]["message"]), (404, &json!(["Error fetching group", get])));
        let all = served.evolution("GET", "/group/fetchAllGroups/default?getParticipants=false", Value::Null).await;
        assert_eq!((all.status, &all.json()["response"]["message"]), (500, &json!(list)));
        let one = served.evolution("GET", "/instance/connectionState/default", Value::Null).await;
        assert_eq!(one.json()["instance"]["state"], state);
        let all = served.evolution("GET", "/instance/fetchInstances", Value::Null).await.json();
        assert_eq!(all[0]["connectionStatus"], stored);
    }
    served.stand_in.world(|world| world.disconnect("default", StatusReason::LoggedOut));
    let all = served.evolution("GET", "/instance/fetchInstances", Value::Null).await.json();
    assert_eq!((&all[0]["connectionStatus"], &all[0]["disconnectionReasonCode"]), (&json!("close"), &json!(401)));
}

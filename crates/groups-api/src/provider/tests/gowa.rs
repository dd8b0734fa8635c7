//! GOWA: its requests, the forms of its answers, and its failures.

use serde_json::{Value, json};

use super::*;
use crate::error::ApiMessage;
use crate::wire::Unread;

fn phones() -> Vec<Person> {
    vec!["+5511999999999".parse().unwrap(), "+5511999999998".parse().unwrap()]
}

/// Everything that can be asked about people by number.
pub(super) fn asked() -> Vec<What> {
    let by_number = |what| match what {
        What::CreateGroup { name, .. } => What::CreateGroup { name, people: phones() },
        What::Add(group, _) => What::Add(group, phones()),
        What::Remove(group, _) => What::Remove(group, phones()),
        What::Promote(group, _) => What::Promote(group, phones()),
        What::Demote(group, _) => What::Demote(group, phones()),
        What::DecideJoinRequests(group, _, decision) => What::DecideJoinRequests(group, phones(), decision),
        other => other,
    };
    everything().into_iter().map(by_number).collect()
}

fn read(what: What, body: &Value) -> Result<Value, Unread> {
    Provider::Gowa.dialect().read(&ask(what), Engine::Only, &mut body.to_string().as_bytes())
}

fn done(what: What, body: &Value) -> Result<Value, Unread> {
    Provider::Gowa.dialect().done(&ask(what), Engine::Only, &mut body.to_string().as_bytes())
}

#[test]
fn each_request_names_its_device() {
    let device = " x-device-id=default";
    let about = |path: &str| format!("GET {path}?group_id=120363000000000001@g.us{device}");
    let group = r#""group_id":"120363000000000001@g.us""#;
    let act =
        |path: &str| format!(r#"POST {path}{device} {{{group},"participants":["5511999999999","5511999999998"]}}"#);
    let expected = [
        format!(r#"POST /group{device} {{"participants":["5511999999999","5511999999998"],"title":"Team"}}"#),
        format!("GET /user/my/groups{device}"),
        about("/group/info"),
        format!(r#"POST /group/name{device} {{{group},"name":"Team"}}"#),
        format!(r#"POST /group/topic{device} {{{group},"topic":"Us"}}"#),
        format!(
            r#"POST /group/photo{device} PictureForm {{ fields: [("group_id", "120363000000000001@g.us")], bytes: 3, .. }}"#
        ),
        format!("POST /group/leave{device} {{{group}}}"),
        "DeleteGroup".to_owned(),
        about("/group/participants"),
        act("/group/participants"),
        act("/group/participants/remove"),
        act("/group/participants/promote"),
        act("/group/participants/demote"),
        about("/group/invite-link"),
        format!("GET /group/invite-link?group_id=120363000000000001@g.us&reset=true{device}"),
        format!(r#"POST /group/join-with-link{device} {{"link":"https://chat.whatsapp.com/{CODE}"}}"#),
        format!("GET /group/info-from-link?link=https://chat.whatsapp.com/{CODE}{device}"),
        format!(r#"POST /group/announce{device} {{"announce":true,{group}}}"#),
        format!(r#"POST /group/locked{device} {{{group},"locked":false}}"#),
        "SetAdders".to_owned(),
        "SetJoinApproval".to_owned(),
        about("/group/participant-requests"),
        act("/group/participant-requests/approve"),
        act("/group/participant-requests/reject"),
        "GET /devices".to_owned(),
        "GET /devices/default".to_owned(),
        "GET /app/info".to_owned(),
    ];
    let lines: Vec<String> = asked().into_iter().map(|what| line(Provider::Gowa, Engine::Only, what)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn what_it_lacks_is_never_asked() {
    let url = NewPicture::Url("https://example.com/a.png".parse().unwrap());
    let many = (0..11).map(|number| format!("+551199999900{number}").parse().unwrap()).collect();
    let create = |people| What::CreateGroup { name: "Team".to_owned(), people };
    for (what, lack) in [
        (What::SetPicture(group(), url), NotOffered::PictureByUrl),
        // No file would remove the picture of the group.
        (What::SetPicture(group(), NewPicture::Base64(String::new())), NotOffered::Picture),
        (What::SetPicture(group(), NewPicture::Base64("?".to_owned())), NotOffered::Picture),
        (What::SetSubject(group(), "ä".repeat(13)), NotOffered::NameBytes(25)),
        (create(Vec::new()), NotOffered::EmptyGroup),
        (create(many), NotOffered::PeopleAtCreation(10)),
        (create(people()), NotOffered::PersonByLid),
        (What::Add(group(), people()), NotOffered::PersonByLid),
        (What::Remove(group(), people()), NotOffered::PersonByLid),
        (What::Promote(group(), people()), NotOffered::PersonByLid),
        (What::Demote(group(), people()), NotOffered::PersonByLid),
    ] {
        assert_eq!(line(Provider::Gowa, Engine::Only, what), format!("{lack:?}"));
    }
    assert_eq!(line(Provider::Gowa, Engine::Only, What::SetSubject(group(), "ä".repeat(12))).find("Bytes"), None);
}

#[test]
fn its_key_is_a_name_and_a_password() {
    let headers = Provider::Gowa.dialect().headers(&"user:pass:word".into()).unwrap();
    assert_eq!(headers["authorization"], "Basic dXNlcjpwYXNzOndvcmQ=");
    assert!(headers["authorization"].is_sensitive());
    assert!(matches!(Provider::Gowa.check_key(&"password".into()), Err(SetupError::KeyPair)));
    assert!(Provider::Waha.check_key(&"password".into()).is_ok());
}

#[test]
fn its_changes_have_more_time_than_it_takes_itself() {
    let gowa = Provider::Gowa.dialect();
    assert_eq!(gowa.time_limit(&subject()), Duration::from_secs(50));
    assert_eq!(gowa.time_limit(&What::Groups), Duration::from_secs(20));
    assert_eq!(Provider::Evolution.dialect().time_limit(&What::Groups), Duration::from_secs(120));
    assert_eq!((Provider::Gowa.timeout().as_secs(), Provider::Titan.timeout().as_secs()), (50, 20));
}

#[test]
fn its_answers_are_in_an_envelope() {
    let device = json!({"code": "SUCCESS", "message": "", "results": {"id": "default", "phone_number": "4915100000001",
        "display_name": "Me", "state": "logged_in", "jid": "4915100000001:7@s.whatsapp.net"}});
    let device = read(What::Session, &device).unwrap();
    let session = Provider::Gowa.dialect().session(&device).unwrap();
    assert!(session.is_connected());
    assert_eq!((session.phone, session.push_name.as_deref()), ("+4915100000001".parse().ok(), Some("Me")));
    let none = json!({"code": "SUCCESS", "message": "", "results": null});
    assert_eq!(read(What::Sessions, &none), Ok(json!([])));
    let link = json!({"code": "SUCCESS", "message": "", "results": {"invite_link": "https://chat.whatsapp.com/x"}});
    assert_eq!(read(What::Invite(group()), &link), Ok(json!("https://chat.whatsapp.com/x")));
    assert_eq!(done(What::RevokeInvite(group()), &link), Ok(json!("https://chat.whatsapp.com/x")));
    for body in [json!({}), json!([]), json!({"code": "ERROR"}), json!({"results": {}})] {
        assert_eq!(done(subject(), &body), Err(Unread::Garbled), "{body}");
    }
    for (state, jid, expected) in [
        ("connecting", "1@s.whatsapp.net", SessionStatus::Connecting),
        ("connected", "", SessionStatus::Connecting),
        ("disconnected", "", SessionStatus::Disconnected),
        ("napping", "", SessionStatus::Unknown),
    ] {
        let device = json!({"id": "default", "state": state, "jid": jid});
        assert_eq!(Provider::Gowa.dialect().session(&device).unwrap().status, expected, "{state}");
    }
}

#[test]
fn a_success_of_one_person_says_nothing() {
    let added = json!({"code": "SUCCESS", "message": "", "results": [
        {"participant": "5511999999999@s.whatsapp.net", "status": "success", "message": "Action success"},
        {"participant": "5511999999998@s.whatsapp.net", "status": "error", "message": "Failed to add participant"},
    ]});
    let results = wire::add_results(&done(What::Add(group(), phones()), &added).unwrap(), &phones());
    let results: Vec<_> = results.iter().map(|result| (result.person.clone(), result.code)).collect();
    assert_eq!(results, [(phones()[1].clone(), 403)]);
}

#[test]
fn a_refusal_about_one_person_is_their_result() {
    let dialect = Provider::Gowa.dialect();
    let one = vec![phones()[0].clone()];
    let refusal = |status: u16, message: &str| FailedAnswer {
        status: StatusCode::from_u16(status).unwrap(),
        retry_after: None,
        body: json!({"code": "INVALID_JID", "message": message}).to_string().into_bytes(),
    };
    let add = || ask(What::Add(group(), one.clone()));
    let answer = refusal(400, "user is not registered");
    assert!(dialect.has_results(&add(), &answer));
    let results = dialect.done(&add(), Engine::Only, &mut answer.body.as_slice()).unwrap();
    let results = wire::add_results(&results, &one);
    assert_eq!(results.iter().map(|result| result.code).collect::<Vec<_>>(), [404]);
    for (what, answer) in [
        (What::Add(group(), phones()), refusal(400, "user is not registered")),
        (What::Remove(group(), one.clone()), refusal(400, "user is not registered")),
        (What::Add(group(), one.clone()), refusal(400, "your JID is invalid")),
        (What::Add(group(), one.clone()), refusal(500, "user is not registered")),
    ] {
        assert!(!dialect.has_results(&ask(what), &answer));
    }
}

#[test]
fn its_failures_are_told_apart() {
    let own = |code: &str, message: &str| format!(r#"{{"code":"{code}","message":"{message}"}}"#);
    let failed = |message: &str| own("INTERNAL_SERVER_ERROR", message);
    let off = |reason| CallError::from(ApiError::NotConnected { status: SessionStatus::Disconnected, reason });
    let bad = |said: &str, named| CallError::from(ApiError::BadRequest { said: ApiMessage::from_text(said), named });
    let unregistered = "user is not registered";
    let scan = Some(DisconnectReason::ScanQr);
    for (what, status, body, error) in [
        (subject(), 401, own("AUTHENTICATION_ERROR", "you are not logged in"), off(scan)),
        (subject(), 401, own("AUTHENTICATION_ERROR", "you are not connect to services server"), off(None)),
        (subject(), 404, own("DEVICE_NOT_FOUND", "device not found"), off(None)),
        (subject(), 400, own("DEVICE_ID_REQUIRED", "device_id is required"), off(None)),
        (What::Sessions, 404, own("DEVICE_NOT_FOUND", "device not found"), ApiError::NotFound.into()),
        (What::Add(group(), phones()), 400, own("INVALID_JID", unregistered), bad(unregistered, vec![])),
        (subject(), 400, own("INVALID_JID", "your JID is invalid"), bad("your JID is invalid", vec![])),
        (subject(), 400, own("VALIDATION_ERROR", "name: cannot be blank."), bad("name: cannot be blank.", vec![])),
        (subject(), 504, own("GATEWAY_TIMEOUT", "request timed out"), server_error(504, false)),
        (subject(), 500, failed("info query timed out"), server_error(504, false)),
        (
            subject(),
            500,
            failed("websocket disconnected before info query returned response"),
            server_error(504, false),
        ),
        (subject(), 500, failed("info query returned status 403: forbidden"), forbidden()),
        (subject(), 500, failed("info query returned status 429: rate-overlimit"), limited()),
        (What::Group(group()), 500, failed("that group does not exist"), ApiError::NotFound.into()),
        (What::Group(group()), 500, failed("you're not participating in that group"), ApiError::NotFound.into()),
        (
            What::Invite(group()),
            500,
            failed("you don't have the permission to get the group's invite link"),
            forbidden(),
        ),
        (What::Join(code()), 500, failed("that group invite link is not valid"), ApiError::NotFound.into()),
        (subject(), 500, failed("something else"), server_error(500, true)),
        (subject(), 404, "Cannot DELETE /group".to_owned(), ApiError::NotOffered(NotOffered::Operation).into()),
    ] {
        let found = meaning(Provider::Gowa, what, status, &body);
        assert_eq!((found.error, found.signal), (error, HealthSignal::Alive), "{status} {body}");
    }
    let refused = meaning(Provider::Gowa, subject(), 401, "Unauthorized");
    assert_eq!((refused.error, refused.signal), (ApiError::Unauthorized.into(), HealthSignal::KeyRefused));
    let page = meaning(Provider::Gowa, subject(), 502, "<h1>Bad gateway</h1>");
    assert_eq!((page.error, page.signal), (server_error(502, false), HealthSignal::Trouble));
}

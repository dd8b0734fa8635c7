//! `OpenWA`: its requests, the forms of its answers, and its failures.

use serde_json::{Value, json};

use super::*;
use crate::error::ApiMessage;
use crate::wire::Unread;

const ID: &str = "0b6ee8c5-95d4-4f6f-8a2a-2f0f2f0f2f0f";

/// Returns a request in one line, of a session whose id is known.
fn known(what: What) -> String {
    let dialect = Provider::OpenWa.dialect();
    let ask = Ask { session_id: Some(ID.to_owned()), ..ask(what) };
    shown(dialect.request(&ask, Engine::Only))
}

#[test]
fn sessions_are_named_by_their_ids() {
    let groups = format!("/api/sessions/{ID}/groups");
    let path = format!("{groups}/120363000000000001%40g.us");
    let ids = r#"{"participants":["5511999999999@c.us","42@lid"]}"#;
    let expected = [
        format!(r#"POST {groups} {{"name":"Team","participants":["5511999999999@c.us","42@lid"]}}"#),
        format!("GET {groups}?limit=1000"),
        format!("GET {path}"),
        format!(r#"PUT {path}/subject {{"subject":"Team"}}"#),
        format!(r#"PUT {path}/description {{"description":"Us"}}"#),
        format!(r#"PUT {path}/picture {{"base64":"iVBO","mimetype":"image/jpeg"}}"#),
        format!("POST {path}/leave"),
        "DeleteGroup".to_owned(),
        format!("GET {path}"),
        format!("POST {path}/participants {ids}"),
        format!("DELETE {path}/participants {ids}"),
        format!("POST {path}/participants/promote {ids}"),
        format!("POST {path}/participants/demote {ids}"),
        format!("GET {path}/invite-code"),
        format!("POST {path}/invite-code/revoke"),
        format!(r#"POST {groups}/join {{"inviteCode":"{CODE}"}}"#),
        format!("GET {groups}/join-info?code={CODE}"),
        format!(r#"PUT {path}/settings {{"announce":true}}"#),
        format!(r#"PUT {path}/settings {{"locked":false}}"#),
        format!(r#"PUT {path}/settings {{"memberAddMode":"admins"}}"#),
        "SetJoinApproval".to_owned(),
        format!("GET {path}/membership-requests"),
        format!("POST {path}/membership-requests/approve {ids}"),
        format!("POST {path}/membership-requests/reject {ids}"),
        "GET /api/sessions".to_owned(),
        "GET /api/sessions?name=default".to_owned(),
        "GET /api/health".to_owned(),
    ];
    let lines: Vec<String> = everything().into_iter().map(known).collect();
    assert_eq!(lines, expected);
    assert_eq!(known(What::CreateGroup { name: "Team".to_owned(), people: Vec::new() }), "EmptyGroup");
    let url = NewPicture::Url("https://example.com/a.png".parse().unwrap());
    assert!(known(What::SetPicture(group(), url)).ends_with(r#"/picture {"url":"https://example.com/a.png"}"#));
    // An unknown session is refused by OpenWA itself.
    assert!(line(Provider::OpenWa, Engine::Only, What::Groups).starts_with("GET /api/sessions/default/groups"));
}

#[test]
fn a_description_has_at_most_1024_characters() {
    let described = |text: String| line(Provider::OpenWa, Engine::Only, What::SetDescription(group(), text));
    assert_eq!(described("ä".repeat(1_025)), "DescriptionChars(1024)");
    assert!(described("ä".repeat(1_024)).starts_with("PUT "));
    assert!(described(String::new()).starts_with("PUT "));
}

#[test]
fn its_sessions_have_an_id() {
    let list = json!([{"id": ID, "name": "default", "status": "ready", "phone": "4915100000001", "pushName": "Me"}]);
    let dialect = Provider::OpenWa.dialect();
    let entry = dialect.read(&ask(What::Session), Engine::Only, &mut list.to_string().as_bytes()).unwrap();
    let session = dialect.session(&entry).unwrap();
    assert!(session.is_connected());
    assert_eq!((session.id.as_deref(), session.phone), (Some(ID), "+4915100000001".parse().ok()));
    let none = dialect.read(&ask(What::Session), Engine::Only, &mut b"[]".as_slice());
    assert_eq!(none, Err(Unread::Refused(ApiError::NotFound)));
    for (status, expected) in [
        ("initializing", SessionStatus::Connecting),
        ("qr_ready", SessionStatus::Disconnected),
        ("failed", SessionStatus::Disconnected),
        ("disconnected", SessionStatus::Disconnected),
        ("napping", SessionStatus::Unknown),
    ] {
        let entry = json!({"id": ID, "name": "default", "status": status});
        assert_eq!(dialect.session(&entry).unwrap().status, expected, "{status}");
    }
}

#[test]
fn a_batch_that_failed_has_the_reason_of_each_person() {
    let dialect = Provider::OpenWa.dialect();
    let refusal = |status: u16, message: &str| FailedAnswer {
        status: StatusCode::from_u16(status).unwrap(),
        retry_after: None,
        body: json!({"message": message, "error": "Forbidden", "statusCode": status}).to_string().into_bytes(),
    };
    let message =
        "addParticipants failed for all 2 participant(s) in group 1@g.us: 5511999999999@c.us (403), 42@lid (?)";
    let add = || ask(What::Add(group(), people()));
    let answer = refusal(403, message);
    assert!(dialect.has_results(&add(), &answer));
    let results = dialect.done(&add(), Engine::Only, &mut answer.body.as_slice()).unwrap();
    let results = wire::add_results(&results, &people());
    let results: Vec<_> = results.iter().map(|result| (result.person.clone(), result.code)).collect();
    assert_eq!(results, [(people()[0].clone(), 403)]);
    for (what, status, message) in [
        (What::Add(group(), people()), 403, "WhatsApp refused the operation"),
        (What::Add(group(), people()), 400, message),
        (subject(), 403, message),
    ] {
        assert!(!dialect.has_results(&ask(what), &refusal(status, message)), "{status} {message}");
    }
}

#[test]
fn its_failures_are_told_apart() {
    let own = |status: u16, message: Value| json!({"message": message, "error": "x", "statusCode": status}).to_string();
    let off = |status| CallError::from(ApiError::NotConnected { status, reason: None });
    let bad = |said: &str, named| CallError::from(ApiError::BadRequest { said: ApiMessage::from_text(said), named });
    let picture = || What::SetPicture(group(), NewPicture::Base64(String::new()));
    for (what, status, message, error) in [
        (subject(), 403, json!("WhatsApp refused the operation: admin rights are required"), forbidden()),
        (What::Group(group()), 404, json!("Group 9@g.us not found"), ApiError::NotFound.into()),
        (subject(), 404, json!("Cannot PUT /api"), ApiError::NotOffered(NotOffered::Operation).into()),
        (subject(), 409, json!("The session is not ready"), off(SessionStatus::Unknown)),
        (
            What::Join(code()),
            409,
            json!("WhatsApp refused the operation: conflict"),
            ApiError::Conflict { said: None }.into(),
        ),
        (subject(), 400, json!("Session is not started"), off(SessionStatus::Disconnected)),
        (What::Join(code()), 400, json!("Invalid invite code"), ApiError::NotFound.into()),
        (subject(), 400, json!(["subject is empty", "x is odd"]), bad("subject is empty, x is odd", vec![])),
        (
            What::Add(group(), people()),
            400,
            json!("Not an individual participant id: 5511999999999"),
            bad("Not an individual participant id: 5511999999999", vec![0]),
        ),
        (subject(), 429, json!("The daily allowance is spent"), limited()),
        (subject(), 503, json!("WhatsApp rate-limited the request (code 429)"), limited()),
        (subject(), 503, json!("The connection broke"), server_error(504, false)),
        (picture(), 501, json!("Not supported by this engine"), ApiError::NotOffered(NotOffered::Picture).into()),
        (subject(), 500, json!("Internal server error"), server_error(500, true)),
        (subject(), 500, json!("Timed Out"), server_error(504, false)),
    ] {
        let found = meaning(Provider::OpenWa, what, status, &own(status, message.clone()));
        assert_eq!((found.error, found.signal), (error, HealthSignal::Alive), "{status} {message}");
    }
    let refused = meaning(Provider::OpenWa, subject(), 401, &own(401, json!("Invalid API key")));
    assert_eq!((refused.error, refused.signal), (ApiError::Unauthorized.into(), HealthSignal::KeyRefused));
    let page = meaning(Provider::OpenWa, subject(), 502, "<h1>Bad gateway</h1>");
    assert_eq!((page.error, page.signal), (server_error(502, false), HealthSignal::Trouble));
}

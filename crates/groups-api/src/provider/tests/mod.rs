//! Requests and failures of each provider, in tables. The bodies are shortened answers of the real servers.

use reqwest::StatusCode;
use serde_json::Value;
use whatsapp::{GroupId, GroupSetting, InviteCode, JoinDecision, Person, Who};

use super::*;
use crate::ask::What;
use crate::endpoints::NewPicture;
use crate::model::{DisconnectReason, SessionStatus};

mod conditions;
mod described;
mod evolution;
mod gowa;
mod openwa;

const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

fn group() -> GroupId {
    "120363000000000001@g.us".parse().unwrap()
}

fn code() -> InviteCode {
    CODE.parse().unwrap()
}

fn people() -> Vec<Person> {
    vec!["+5511999999999".parse().unwrap(), "42@lid".parse().unwrap()]
}

fn ask(what: What) -> Ask {
    Ask::of(&"default".parse().unwrap(), what)
}

/// Everything that can be asked, once.
fn everything() -> Vec<What> {
    vec![
        What::CreateGroup { name: "Team".to_owned(), people: people() },
        What::Groups,
        What::Group(group()),
        What::SetSubject(group(), "Team".to_owned()),
        What::SetDescription(group(), "Us".to_owned()),
        What::SetPicture(group(), NewPicture::Base64("iVBO".to_owned())),
        What::Leave(group()),
        What::Delete(group()),
        What::Participants(group()),
        What::Add(group(), people()),
        What::Remove(group(), people()),
        What::Promote(group(), people()),
        What::Demote(group(), people()),
        What::Invite(group()),
        What::RevokeInvite(group()),
        What::Join(code()),
        What::Preview(code()),
        What::ChangeSetting(group(), GroupSetting::Writers(Who::Admins)),
        What::ChangeSetting(group(), GroupSetting::Editors(Who::Everyone)),
        What::ChangeSetting(group(), GroupSetting::Adders(Who::Admins)),
        What::ChangeSetting(group(), GroupSetting::JoinApproval(true)),
        What::JoinRequests(group()),
        What::DecideJoinRequests(group(), people(), JoinDecision::Approve),
        What::DecideJoinRequests(group(), people(), JoinDecision::Decline),
        What::Sessions,
        What::Session,
        What::Version,
    ]
}

/// Returns JSON with the fields in the order of their names.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{:?}:{}", name, sorted(value))).collect();
            fields.sort();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(sorted).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

/// Returns a request in one line.
fn line(provider: Provider, engine: Engine, what: What) -> String {
    shown(provider.dialect().request(&ask(what), engine))
}

fn shown(request: Result<HttpRequest, NotOffered>) -> String {
    match request {
        Err(lack) => format!("{lack:?}"),
        Ok(HttpRequest { method, path, query, headers, content }) => {
            let query: Vec<String> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
            let body = match content {
                RequestBody::None => String::new(),
                RequestBody::Json(body) => format!(" {}", sorted(&body)),
                RequestBody::Form(form) => format!(" {form:?}"),
            };
            let headers: Vec<String> = headers.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            format!("{method} {path}{query}{}{body}", headers.concat())
        }
    }
}

#[test]
fn waha_is_asked_as_its_description_says() {
    let ids = r#"{"participants":[{"id":"5511999999999@s.whatsapp.net"},{"id":"42@lid"}]}"#;
    let path = "/api/default/groups/120363000000000001%40g.us";
    let expected = [
        r#"POST /api/default/groups {"name":"Team","participants":[{"id":"5511999999999@s.whatsapp.net"},{"id":"42@lid"}]}"#
            .to_owned(),
        "GET /api/default/groups?exclude=participants".to_owned(),
        format!("GET {path}"),
        format!(r#"PUT {path}/subject {{"subject":"Team"}}"#),
        format!(r#"PUT {path}/description {{"description":"Us"}}"#),
        format!(r#"PUT {path}/picture {{"file":{{"data":"iVBO","mimetype":"image/jpeg"}}}}"#),
        format!("POST {path}/leave"),
        "DeleteGroup".to_owned(),
        format!("GET {path}/participants/v2"),
        format!("POST {path}/participants/add {ids}"),
        format!("POST {path}/participants/remove {ids}"),
        format!("POST {path}/admin/promote {ids}"),
        format!("POST {path}/admin/demote {ids}"),
        format!("GET {path}/invite-code"),
        format!("POST {path}/invite-code/revoke"),
        format!(r#"POST /api/default/groups/join {{"code":"{CODE}"}}"#),
        format!("GET /api/default/groups/join-info?code={CODE}"),
        format!(r#"PUT {path}/settings/security/messages-admin-only {{"adminsOnly":true}}"#),
        format!(r#"PUT {path}/settings/security/info-admin-only {{"adminsOnly":false}}"#),
        "SetAdders".to_owned(),
        "SetJoinApproval".to_owned(),
        "JoinRequests".to_owned(),
        "JoinRequests".to_owned(),
        "JoinRequests".to_owned(),
        "GET /api/sessions?all=true".to_owned(),
        "GET /api/sessions/default".to_owned(),
        "GET /api/server/version".to_owned(),
    ];
    let lines: Vec<String> = everything().into_iter().map(|what| line(Provider::Waha, Engine::Noweb, what)).collect();
    assert_eq!(lines, expected);
    for engine in [Engine::Gows, Engine::Webjs] {
        let line = line(Provider::Waha, engine, What::Add(group(), people()));
        assert!(line.contains(r#"{"id":"5511999999999@c.us"},{"id":"42@lid"}"#), "{line}");
    }
}

#[test]
fn what_is_lacking_is_never_asked() {
    let odd: InviteCode = "short".parse().unwrap();
    let url = NewPicture::Url("https://example.com/a.png".parse().unwrap());
    let none = || What::CreateGroup { name: "Team".to_owned(), people: Vec::new() };
    for (what, lack) in [
        (What::Join(odd.clone()), NotOffered::InviteCode),
        (What::Preview(odd), NotOffered::InviteCode),
        (What::SetPicture(group(), url), NotOffered::PictureByUrl),
        (What::SetDescription(group(), String::new()), NotOffered::RemoveDescription),
        (none(), NotOffered::EmptyGroup),
    ] {
        assert_eq!(line(Provider::Evolution, Engine::Only, what), format!("{lack:?}"));
    }
    let removed = What::SetDescription(group(), String::new());
    assert_eq!(line(Provider::Waha, Engine::Gows, removed), "RemoveDescription");
    // By this alone a request may be sent again.
    let changes = everything().into_iter().filter(|what| !what.is_read()).map(|what| what.name());
    let reads =
        ["groups", "group", "participants", "invite", "preview", "join_requests", "sessions", "session", "version"];
    assert!(changes.into_iter().all(|name| !reads.contains(&name)));
}

fn meaning(provider: Provider, what: What, status: u16, body: &str) -> FailureMeaning {
    meaning_with(provider, Engine::Only, what, status, body)
}

fn meaning_with(provider: Provider, engine: Engine, what: What, status: u16, body: &str) -> FailureMeaning {
    let status = StatusCode::from_u16(status).unwrap();
    let answer = FailedAnswer { status, retry_after: None, body: body.as_bytes().to_vec() };
    provider.dialect().failure(&ask(what), engine, &answer)
}

fn forbidden() -> CallError {
    ApiError::Forbidden { said: None }.into()
}

fn limited() -> CallError {
    AttemptFailure::AccountLimited { maybe_done: false }.into()
}

fn limited_and_maybe_done() -> CallError {
    AttemptFailure::AccountLimited { maybe_done: true }.into()
}

fn server_error(status: u16, in_own_words: bool) -> CallError {
    AttemptFailure::ServerError { status, in_own_words }.into()
}

fn subject() -> What {
    What::SetSubject(group(), "Team".to_owned())
}

/// Returns what WAHA with Baileys beneath it says of an error.
fn exception(message: &str, data: &str) -> String {
    format!(
        r#"{{"statusCode":500,"exception":{{"message":"{message}","data":{data},"stack":"at x"}},"request":{{"path":"/"}}}}"#
    )
}

/// Returns what WAHA with whatsmeow beneath it says of an error.
fn gows(details: &str) -> String {
    format!(r#"{{"statusCode":500,"exception":{{"message":"13 INTERNAL","code":13,"details":"{details}"}}}}"#)
}

#[test]
fn failures_of_waha_are_told_apart() {
    let page = "<h1>Bad gateway</h1>".to_owned();
    let not_connected = |status, reason| CallError::from(ApiError::NotConnected { status, reason });
    let starting = r#"{"error":"Session status is not as expected.","status":"STARTING","expected":["WORKING"]}"#;
    for (what, status, body, error, signal) in [
        (
            subject(),
            401,
            r#"{"message":"Unauthorized","statusCode":401}"#.to_owned(),
            ApiError::Unauthorized.into(),
            HealthSignal::KeyRefused,
        ),
        (subject(), 422, starting.to_owned(), not_connected(SessionStatus::Connecting, None), HealthSignal::Alive),
        (
            subject(),
            422,
            r#"{"error":"Session \"x\" does not exist"}"#.to_owned(),
            not_connected(SessionStatus::Disconnected, None),
            HealthSignal::Alive,
        ),
        (subject(), 500, exception("forbidden", "403"), forbidden(), HealthSignal::Alive),
        (subject(), 500, exception("not-authorized", "401"), forbidden(), HealthSignal::Alive),
        (
            What::Invite(group()),
            500,
            exception("item-not-found", "404"),
            ApiError::NotFound.into(),
            HealthSignal::Alive,
        ),
        (
            What::Group(group()),
            500,
            exception("Group with id '9@g.us' not found", "null"),
            ApiError::NotFound.into(),
            HealthSignal::Alive,
        ),
        (subject(), 500, exception("rate-overlimit", "429"), limited(), HealthSignal::Alive),
        (
            What::RevokeInvite(group()),
            500,
            exception("rate-overlimit", "429"),
            limited_and_maybe_done(),
            HealthSignal::Alive,
        ),
        (subject(), 500, exception("Timed Out", "null"), server_error(504, false), HealthSignal::Alive),
        (subject(), 500, exception("Connection Closed", "null"), server_error(504, false), HealthSignal::Alive),
        (
            subject(),
            500,
            exception("Cannot read properties of undefined", "null"),
            server_error(500, true),
            HealthSignal::Alive,
        ),
        (subject(), 500, gows("info query returned status 403: forbidden"), forbidden(), HealthSignal::Alive),
        (
            What::Preview(code()),
            500,
            gows("that group invite link has been revoked"),
            ApiError::NotFound.into(),
            HealthSignal::Alive,
        ),
        (
            What::SetPicture(group(), NewPicture::Base64(String::new())),
            501,
            r#"{"statusCode":501}"#.to_owned(),
            ApiError::NotOffered(NotOffered::Picture).into(),
            HealthSignal::Alive,
        ),
        (subject(), 502, page.clone(), server_error(502, false), HealthSignal::Trouble),
        (subject(), 404, page.clone(), ApiError::Lost.into(), HealthSignal::Alive),
        (What::Groups, 404, page, ApiError::NotFound.into(), HealthSignal::Alive),
    ] {
        let found = meaning(Provider::Waha, what, status, &body);
        assert_eq!((found.error, found.signal), (error, signal), "{status} {body}");
    }
}

#[test]
fn a_limited_revocation_may_be_done_where_it_takes_two_steps() {
    let limit = "info query returned status 429: rate-overlimit";
    for (engine, body, expected) in [
        (Engine::Noweb, exception("rate-overlimit", "429"), limited_and_maybe_done()),
        (Engine::Webjs, exception("rate-overlimit", "null"), limited_and_maybe_done()),
        (Engine::Only, exception("rate-overlimit", "429"), limited_and_maybe_done()),
        (Engine::Gows, gows(limit), limited()),
    ] {
        let found = meaning_with(Provider::Waha, engine, What::RevokeInvite(group()), 500, &body);
        assert_eq!(found.error, expected, "{engine:?}");
    }
}

#[test]
fn sessions_are_read_without_their_secrets() {
    let waha: Value = serde_json::from_str(
        r#"{"name":"default","status":"WORKING","me":{"id":"4915100000001@c.us","pushName":"Me","lid":"1001@lid"},"engine":{"engine":"NOWEB"}}"#,
    )
    .unwrap();
    let read = Provider::Waha.dialect().session(&waha).unwrap();
    assert!(read.is_connected() && read.engine == Engine::Noweb);
    assert_eq!((read.phone, read.lid), ("+4915100000001".parse().ok(), "1001@lid".parse().ok()));
    let evolution: Value = serde_json::from_str(
        r#"{"name":"default","connectionStatus":"close","ownerJid":"4915100000001@s.whatsapp.net","token":"a-secret","disconnectionReasonCode":401}"#,
    )
    .unwrap();
    let read = Provider::Evolution.dialect().session(&evolution).unwrap();
    assert!(!format!("{read:?}").contains("a-secret"));
    assert_eq!((read.status.as_str(), read.status_reason.unwrap().as_str()), ("DISCONNECTED", "LOGGED_OUT"));
}

#[test]
fn an_invite_that_webjs_leaves_out_was_refused() {
    let dialect = Provider::Waha.dialect();
    let refused = || Err(Unread::Refused(ApiError::Forbidden { said: None }));
    for (engine, body, expected) in [
        (Engine::Webjs, "", refused()),
        (Engine::Webjs, "Half a page <", Err(Unread::Garbled)),
        (Engine::Noweb, "", Err(Unread::Garbled)),
        (Engine::Gows, "", Err(Unread::Garbled)),
        (Engine::Webjs, CODE, Ok(Value::from(CODE))),
        (Engine::Noweb, CODE, Ok(Value::from(CODE))),
    ] {
        let read = dialect.read(&ask(What::Invite(group())), engine, &mut body.as_bytes());
        assert_eq!(read, expected, "{engine:?} {body}");
        let revoked = dialect.done(&ask(What::RevokeInvite(group())), engine, &mut body.as_bytes());
        assert_eq!(revoked, expected, "{engine:?} {body}");
    }
    // Other changes say nothing where they are done.
    assert_eq!(dialect.done(&ask(What::Leave(group())), Engine::Webjs, &mut "".as_bytes()), Ok(Value::Null));
}

#[test]
fn only_a_sentence_of_webjs_refuses_an_addition() {
    let read = |engine, body: &str| {
        let dialect = Provider::Waha.dialect();
        dialect.done(&ask(What::Add(group(), people())), engine, &mut body.as_bytes())
    };
    let sentence = "AddParticipantsError: You have no admin rights to add a participant to a group";
    let refused = read(Engine::Webjs, sentence);
    assert!(matches!(refused, Err(Unread::Refused(ApiError::Forbidden { .. }))), "{refused:?}");
    for body in [
        sentence,
        r#"[{"status":"200","jid":"5511999999999@s.what"#,
        r#"{"5511999999999@c.us":{"code":200,"mess"#,
        r#""AddParticipantsErr"#,
        "<html>no such page</html>",
        "200",
        "OK",
    ] {
        let engines: &[Engine] =
            if body == sentence { &[Engine::Noweb, Engine::Gows] } else { Provider::Waha.engines() };
        for engine in engines {
            assert_eq!(read(*engine, body), Err(Unread::Garbled), "{engine:?} {body}");
        }
    }
}

//! `OpenWA` 0.12. Its paths are nearly those of Titan's contract, without an envelope. A session has an id beside its name,
//! and requests have the id.

use std::io::Read;

use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use whatsapp::{GroupId, GroupSetting, JoinDecision, Person, Who};

use super::whatsapp_errors::{WhatsAppError, of_words};
use super::{CallError, Dialect, Engine, FailedAnswer, FailureMeaning, Features, HttpRequest, NotOffered, segment};
use crate::ask::{Ask, What};
use crate::breaker::HealthSignal;
use crate::endpoints::NewPicture;
use crate::error::{ApiError, ApiMessage, SetupError};
use crate::model::{DisconnectReason, Session, SessionStatus};
use crate::retry::AttemptFailure;
use crate::wire::{self, ListPlace, OPENWA, Unread, Vocabulary};

const KEY: HeaderName = HeaderName::from_static("x-api-key");
/// Longest description, in characters.
const DESCRIPTION_CHARS: usize = 1_024;
/// Most groups in one answer.
const GROUPS: usize = 1_000;
/// The part of a refusal that says that each person was refused. The reasons follow it.
const ALL_REFUSED: &str = "failed for all ";

#[derive(Debug)]
pub(super) struct OpenWa;

impl Dialect for OpenWa {
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError> {
        super::signed(KEY, key.expose_secret())
    }

    fn needs_session(&self) -> bool {
        true
    }

    fn features(&self, _engine: Engine) -> Features {
        Features {
            delete_group: false,
            empty_group: false,
            set_join_approval: false,
            description_chars: DESCRIPTION_CHARS,
            groups_listed: GROUPS,
            ..Features::ALL
        }
    }

    fn request(&self, ask: &Ask, engine: Engine) -> Result<HttpRequest, NotOffered> {
        // A name in the place of an id is refused as a session that is not started.
        let session = ask.session_id.as_deref().unwrap_or(ask.session_name());
        let groups = format!("/api/sessions/{}/groups", segment(session));
        let of = |group: &GroupId, rest: &str| format!("{groups}/{}{rest}", segment(group.as_str()));
        let change = |method: Method, path: String, body: Value| HttpRequest::new(method, path).with_json(body);
        let people = |all: &[Person]| json!({ "participants": ids(all) });
        Ok(match &ask.what {
            What::CreateGroup { name, people } => {
                if let Some(lack) = self.features(engine).lacks_founders(people) {
                    return Err(lack);
                }
                change(Method::POST, groups, json!({ "name": name, "participants": ids(people) }))
            }
            What::Groups => HttpRequest::get(groups).with_query("limit", GROUPS.to_string()),
            // The members come with the group only.
            What::Group(group) | What::Participants(group) => HttpRequest::get(of(group, "")),
            What::SetSubject(group, subject) => {
                change(Method::PUT, of(group, "/subject"), json!({ "subject": subject }))
            }
            What::SetDescription(group, text) => {
                if let Some(lack) = self.features(engine).lacks_description(text) {
                    return Err(lack);
                }
                change(Method::PUT, of(group, "/description"), json!({ "description": text }))
            }
            What::SetPicture(group, picture) => {
                let picture = match picture {
                    NewPicture::Url(url) => json!({ "url": url.as_str() }),
                    NewPicture::Base64(image) => json!({ "base64": image, "mimetype": "image/jpeg" }),
                };
                change(Method::PUT, of(group, "/picture"), picture)
            }
            What::Leave(group) => HttpRequest::new(Method::POST, of(group, "/leave")),
            What::Delete(_) => return Err(NotOffered::DeleteGroup),
            What::Add(group, all) => change(Method::POST, of(group, "/participants"), people(all)),
            What::Remove(group, all) => change(Method::DELETE, of(group, "/participants"), people(all)),
            What::Promote(group, all) => change(Method::POST, of(group, "/participants/promote"), people(all)),
            What::Demote(group, all) => change(Method::POST, of(group, "/participants/demote"), people(all)),
            What::Invite(group) => HttpRequest::get(of(group, "/invite-code")),
            What::RevokeInvite(group) => HttpRequest::new(Method::POST, of(group, "/invite-code/revoke")),
            What::Join(code) => change(Method::POST, format!("{groups}/join"), json!({ "inviteCode": code.as_str() })),
            What::Preview(code) => HttpRequest::get(format!("{groups}/join-info")).with_query("code", code.as_str()),
            What::ChangeSetting(group, setting) => {
                let body = match setting {
                    GroupSetting::Writers(who) => json!({ "announce": *who == Who::Admins }),
                    GroupSetting::Editors(who) => json!({ "locked": *who == Who::Admins }),
                    GroupSetting::Adders(Who::Everyone) => json!({ "memberAddMode": "all" }),
                    GroupSetting::Adders(Who::Admins) => json!({ "memberAddMode": "admins" }),
                    GroupSetting::JoinApproval(_) => return Err(NotOffered::SetJoinApproval),
                };
                change(Method::PUT, of(group, "/settings"), body)
            }
            What::JoinRequests(group) => HttpRequest::get(of(group, "/membership-requests")),
            // Without people it would decide all requests.
            What::DecideJoinRequests(group, all, JoinDecision::Approve) => {
                change(Method::POST, of(group, "/membership-requests/approve"), people(all))
            }
            What::DecideJoinRequests(group, all, JoinDecision::Decline) => {
                change(Method::POST, of(group, "/membership-requests/reject"), people(all))
            }
            What::Sessions => HttpRequest::get("/api/sessions"),
            // Its own path has the id.
            What::Session => HttpRequest::get("/api/sessions").with_query("name", ask.session_name()),
            // Tells the version to those who have a key.
            What::Version => HttpRequest::get("/api/health"),
        })
    }

    fn vocabulary(&self, _engine: Engine) -> &'static Vocabulary {
        &OPENWA
    }

    fn list_place(&self, ask: &Ask, _engine: Engine) -> ListPlace {
        let path: &[&str] = if matches!(ask.what, What::Participants(_)) { &["participants"] } else { &[] };
        ListPlace { path, is_keyed: false }
    }

    fn read(&self, ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        super::read_plain(ask, body)
    }

    fn done(&self, ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        let answer = wire::json(body)?;
        if let Some(reasons) = reasons(ask, &answer) {
            return Ok(reasons);
        }
        if answer.is_object() && !wire::refuses(&answer) { Ok(answer) } else { Err(Unread::Garbled) }
    }

    fn session(&self, entry: &Value) -> Option<Session> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let (status, status_reason) = match text("status")? {
            "ready" => (SessionStatus::Connected, None),
            "initializing" | "connecting" | "authenticating" => (SessionStatus::Connecting, None),
            "qr_ready" => (SessionStatus::Disconnected, Some(DisconnectReason::ScanQr)),
            "failed" => (SessionStatus::Disconnected, Some(DisconnectReason::Failed)),
            "created" | "disconnected" | "stopped" => (SessionStatus::Disconnected, None),
            _ => (SessionStatus::Unknown, None),
        };
        Some(Session {
            name: text("name")?.parse().ok()?,
            status,
            status_reason,
            phone: entry.get("phone").and_then(wire::phone),
            push_name: entry.get("pushName").and_then(wire::line),
            lid: None,
            engine: Engine::Only,
            id: text("id").map(str::to_owned),
        })
    }

    fn has_results(&self, ask: &Ask, answer: &FailedAnswer) -> bool {
        let body = serde_json::from_slice(&answer.body).ok();
        answer.status == StatusCode::FORBIDDEN && body.is_some_and(|body| reasons(ask, &body).is_some())
    }

    fn failure(&self, ask: &Ask, _engine: Engine, answer: &FailedAnswer) -> FailureMeaning {
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
        match body.as_ref().and_then(message) {
            Some(message) => own(ask, answer, &message),
            // A system in between answered.
            None => super::foreign(ask, answer),
        }
    }
}

/// Returns the text of a refusal in its own form, in which several problems are a list.
fn message(body: &Value) -> Option<String> {
    body.get("statusCode")?.as_u64()?;
    match body.get("message")? {
        Value::String(text) => Some(text.clone()),
        Value::Array(all) => Some(all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}

/// Returns the results of a request in which each person was refused: `… failed for all 2 participant(s) in group …:
/// 5511…@c.us (403), 42@lid (404)`.
fn reasons(ask: &Ask, body: &Value) -> Option<Value> {
    let names_people = matches!(ask.what, What::Add(..) | What::Remove(..) | What::Promote(..) | What::Demote(..));
    let message = message(body).filter(|_| names_people)?;
    let (_, rest) = message.split_once(ALL_REFUSED)?;
    let all = rest.split_once(": ").map_or("", |(_, all)| all).split(", ");
    let one = |one: &str| {
        let (id, code) = one.strip_suffix(')')?.split_once(" (")?;
        Some(json!({ "id": id, "status": code.parse::<u16>().ok()? }))
    };
    Some(json!({ "results": all.filter_map(one).collect::<Value>() }))
}

/// Returns what a failure means that `OpenWA` itself reports.
fn own(ask: &Ask, answer: &FailedAnswer, message: &str) -> FailureMeaning {
    let alive = |error: CallError| FailureMeaning { error, signal: HealthSignal::Alive };
    let status = answer.status;
    let says = |words: &str| message.contains(words);
    let not_connected = |status| ApiError::NotConnected { status, reason: None };
    let error: CallError = match status {
        StatusCode::UNAUTHORIZED => {
            return FailureMeaning { error: ApiError::Unauthorized.into(), signal: HealthSignal::KeyRefused };
        }
        StatusCode::FORBIDDEN => ApiError::Forbidden { said: None }.into(),
        StatusCode::NOT_FOUND if says("Cannot ") => ApiError::NotOffered(NotOffered::Operation).into(),
        StatusCode::NOT_FOUND => ApiError::NotFound.into(),
        StatusCode::CONFLICT if says("refused") => ApiError::Conflict { said: None }.into(),
        // The request never reached WhatsApp. The session says more.
        StatusCode::CONFLICT => not_connected(SessionStatus::Unknown).into(),
        StatusCode::BAD_REQUEST if says("Session is not started") => not_connected(SessionStatus::Disconnected).into(),
        StatusCode::BAD_REQUEST if matches!(ask.what, What::Join(_)) && says("invite") => ApiError::NotFound.into(),
        StatusCode::TOO_MANY_REQUESTS => limited(ask, answer),
        StatusCode::NOT_IMPLEMENTED => ApiError::NotOffered(not_supported(ask)).into(),
        StatusCode::SERVICE_UNAVAILABLE if says("rate") => limited(ask, answer),
        // WhatsApp's connection broke, perhaps after it had the request.
        StatusCode::SERVICE_UNAVAILABLE => WhatsAppError::NoAnswer.of(ask),
        _ if status.is_client_error() => {
            let named = wire::named_places(&answer.body, ask.what.people());
            ApiError::BadRequest { said: ApiMessage::from_text(message), named }.into()
        }
        _ => of_words(message).map_or_else(
            || AttemptFailure::ServerError { status: status.as_u16(), in_own_words: true }.into(),
            |meaning| meaning.of(ask),
        ),
    };
    alive(error)
}

/// Returns the error of a rate limit: its own for additions, whose end it tells, or WhatsApp's.
fn limited(ask: &Ask, answer: &FailedAnswer) -> CallError {
    match answer.retry_after {
        Some(pause) => AttemptFailure::RateLimited { retry_after: Some(pause) }.into(),
        None => WhatsAppError::RateLimited.of(ask),
    }
}

/// Returns what the library beneath lacks that does not support this.
fn not_supported(ask: &Ask) -> NotOffered {
    match ask.what {
        What::SetPicture(..) => NotOffered::Picture,
        _ => NotOffered::Operation,
    }
}

fn ids(people: &[Person]) -> Value {
    let id = |person: &Person| match person {
        Person::Phone(number) => format!("{}@c.us", number.digits()),
        Person::Lid(_) => person.to_string(),
    };
    people.iter().map(id).collect()
}

//! GOWA 9 (go-whatsapp-web-multidevice), which sits on whatsmeow. It names people by bare numbers only, and passes on
//! the errors of whatsmeow as its own.

use std::io::Read;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use whatsapp::{GroupId, GroupSetting, JoinDecision, Person, Who};

use super::whatsapp_errors::of_words;
use super::{
    CallError, Dialect, Engine, FailedAnswer, FailureMeaning, Features, HttpRequest, NameLimit, NotOffered, PictureForm,
};
use crate::ask::{Ask, What};
use crate::breaker::HealthSignal;
use crate::endpoints::NewPicture;
use crate::error::{ApiError, ApiMessage, SetupError};
use crate::model::{DisconnectReason, Session, SessionStatus};
use crate::retry::AttemptFailure;
use crate::wire::{self, GOWA_MEMBERS, ListPlace, MemberNames, Unread, Vocabulary, WHATSMEOW};

/// The session of a request.
const DEVICE: &str = "x-device-id";
/// GOWA itself ends a request after 45 seconds.
const CHANGE_LIMIT: Duration = Duration::from_secs(50);
/// People in one request. It looks up each of them within the time limit.
const PEOPLE: usize = 10;
/// Longest name, in bytes.
const NAME_BYTES: usize = 25;
/// Most groups that WhatsApp lists for whatsmeow.
const GROUPS: usize = 500;

#[derive(Debug)]
pub(super) struct Gowa;

impl Dialect for Gowa {
    /// The key is a name and a password.
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError> {
        let key = key.expose_secret();
        if !key.contains(':') {
            return Err(SetupError::KeyPair);
        }
        super::signed(AUTHORIZATION, &format!("Basic {}", STANDARD.encode(key)))
    }

    fn change_limit(&self) -> Duration {
        CHANGE_LIMIT
    }

    fn features(&self, _engine: Engine) -> Features {
        Features {
            delete_group: false,
            picture_by_url: false,
            empty_group: false,
            // It takes every id for a number.
            people_by_lid: false,
            name: NameLimit::Bytes(NAME_BYTES),
            set_adders: false,
            set_join_approval: false,
            people_per_request: PEOPLE,
            groups_listed: GROUPS,
            ..Features::ALL
        }
    }

    fn request(&self, ask: &Ask, engine: Engine) -> Result<HttpRequest, NotOffered> {
        let features = self.features(engine);
        let session = ask.session_name();
        let of_device = |request: HttpRequest| request.with_header(DEVICE, session);
        let get = |path: &str| of_device(HttpRequest::get(path));
        let about = |path: &str, group: &GroupId| get(path).with_query("group_id", group.as_str());
        let post = |path: &str| of_device(HttpRequest::new(Method::POST, path));
        let change = |path: &str, body: Value| post(path).with_json(body);
        let people = |path: &str, group: &GroupId, all: &[Person]| {
            features.lacks_people(all).map_or_else(
                || Ok(change(path, json!({ "group_id": group.as_str(), "participants": numbers(all) }))),
                Err,
            )
        };
        Ok(match &ask.what {
            What::CreateGroup { name, people } => {
                if let Some(lack) = features.lacks_founders(people) {
                    return Err(lack);
                }
                change("/group", json!({ "title": name, "participants": numbers(people) }))
            }
            What::Groups => get("/user/my/groups"),
            What::Group(group) => about("/group/info", group),
            What::SetSubject(_, name) if features.lacks_name(name).is_some() => {
                return Err(NotOffered::NameBytes(NAME_BYTES));
            }
            What::SetSubject(group, name) => change("/group/name", json!({ "group_id": group.as_str(), "name": name })),
            What::SetDescription(group, text) => {
                change("/group/topic", json!({ "group_id": group.as_str(), "topic": text }))
            }
            What::SetPicture(_, NewPicture::Url(_)) => return Err(NotOffered::PictureByUrl),
            What::SetPicture(group, NewPicture::Base64(image)) => {
                // A form without a picture would remove that of the group.
                let jpeg = STANDARD.decode(image).ok().filter(|jpeg| !jpeg.is_empty()).ok_or(NotOffered::Picture)?;
                let fields = vec![("group_id", group.to_string())];
                post("/group/photo").with_form(PictureForm { fields, name: "photo", jpeg })
            }
            What::Leave(group) => change("/group/leave", json!({ "group_id": group.as_str() })),
            What::Delete(_) => return Err(NotOffered::DeleteGroup),
            What::Participants(group) => about("/group/participants", group),
            What::Add(group, all) => people("/group/participants", group, all)?,
            What::Remove(group, all) => people("/group/participants/remove", group, all)?,
            What::Promote(group, all) => people("/group/participants/promote", group, all)?,
            What::Demote(group, all) => people("/group/participants/demote", group, all)?,
            What::Invite(group) => about("/group/invite-link", group),
            // A change by a GET.
            What::RevokeInvite(group) => about("/group/invite-link", group).with_query("reset", "true"),
            What::Join(code) => change("/group/join-with-link", json!({ "link": code.link() })),
            What::Preview(code) => get("/group/info-from-link").with_query("link", code.link()),
            What::ChangeSetting(group, setting) => {
                let (path, name, who) = match setting {
                    GroupSetting::Writers(who) => ("/group/announce", "announce", who),
                    GroupSetting::Editors(who) => ("/group/locked", "locked", who),
                    GroupSetting::Adders(_) => return Err(NotOffered::SetAdders),
                    GroupSetting::JoinApproval(_) => return Err(NotOffered::SetJoinApproval),
                };
                change(path, json!({ "group_id": group.as_str(), name: *who == Who::Admins }))
            }
            What::JoinRequests(group) => about("/group/participant-requests", group),
            What::DecideJoinRequests(group, all, JoinDecision::Approve) => {
                people("/group/participant-requests/approve", group, all)?
            }
            What::DecideJoinRequests(group, all, JoinDecision::Decline) => {
                people("/group/participant-requests/reject", group, all)?
            }
            What::Sessions => HttpRequest::get("/devices"),
            // Its status has neither its number nor its name.
            What::Session => HttpRequest::get(format!("/devices/{session}")),
            What::Version => HttpRequest::get("/app/info"),
        })
    }

    fn vocabulary(&self, _engine: Engine) -> &'static Vocabulary {
        &WHATSMEOW
    }

    fn member_names(&self, _engine: Engine) -> &'static MemberNames {
        &GOWA_MEMBERS
    }

    fn list_place(&self, ask: &Ask, _engine: Engine) -> ListPlace {
        let path: &[&str] = match ask.what {
            What::Groups => &["results", "data"],
            What::JoinRequests(_) => &["results"],
            _ => &["results", "participants"],
        };
        ListPlace { path, is_keyed: false }
    }

    fn read(&self, ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        let results = results(wire::json(body)?)?;
        Ok(match ask.what {
            // No device exists.
            What::Sessions if results.is_null() => json!([]),
            What::Invite(_) => link(results),
            _ => results,
        })
    }

    fn done(&self, ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        let answer = wire::json(body)?;
        if let Some(results) = unregistered(ask, &answer) {
            return Ok(results);
        }
        let results = results(answer)?;
        Ok(match ask.what {
            What::Add(..) => invited(&results),
            What::RevokeInvite(_) => link(results),
            _ => results,
        })
    }

    fn session(&self, entry: &Value) -> Option<Session> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let (status, status_reason) = match text("state")? {
            "logged_in" => (SessionStatus::Connected, None),
            "connecting" | "connected" => (SessionStatus::Connecting, None),
            // A device without an account.
            "disconnected" if text("jid").is_none() => (SessionStatus::Disconnected, Some(DisconnectReason::ScanQr)),
            "disconnected" => (SessionStatus::Disconnected, None),
            _ => (SessionStatus::Unknown, None),
        };
        Some(Session {
            name: text("id")?.parse().ok()?,
            status,
            status_reason,
            phone: ["phone_number", "jid"].into_iter().find_map(|name| wire::phone(entry.get(name)?)),
            push_name: entry.get("display_name").and_then(wire::line).filter(|name| !name.is_empty()),
            lid: None,
            engine: Engine::Only,
            id: None,
        })
    }

    /// A request that names one person says by its refusal who is not on WhatsApp.
    fn has_results(&self, ask: &Ask, answer: &FailedAnswer) -> bool {
        let body = serde_json::from_slice(&answer.body).ok();
        answer.status == StatusCode::BAD_REQUEST && body.is_some_and(|body| unregistered(ask, &body).is_some())
    }

    fn failure(&self, ask: &Ask, _engine: Engine, answer: &FailedAnswer) -> FailureMeaning {
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
        let text = |name: &str| body.as_ref()?.get(name)?.as_str();
        let alive = |error: CallError| FailureMeaning { error, signal: HealthSignal::Alive };
        match (text("code"), answer.status) {
            (Some(code), status) => alive(own(ask, status, code, text("message").unwrap_or_default(), &answer.body)),
            // The key is refused before GOWA's own answers are made.
            (None, StatusCode::UNAUTHORIZED) => {
                FailureMeaning { error: ApiError::Unauthorized.into(), signal: HealthSignal::KeyRefused }
            }
            (None, StatusCode::NOT_FOUND) if answer.body.starts_with(b"Cannot ") => {
                alive(ApiError::NotOffered(NotOffered::Operation).into())
            }
            // A system in between answered.
            (None, _) => super::foreign(ask, answer),
        }
    }
}

/// Returns the results of an answer, `null` if it has none.
fn results(mut answer: Value) -> Result<Value, Unread> {
    let is_success = answer.get("code").and_then(Value::as_str) == Some("SUCCESS");
    let fields = answer.as_object_mut().filter(|_| is_success).ok_or(Unread::Garbled)?;
    Ok(fields.remove("results").unwrap_or_default())
}

/// Returns the link of an invite.
fn link(mut results: Value) -> Value {
    results.get_mut("invite_link").map(Value::take).unwrap_or_default()
}

/// Returns the results of those who can only be invited. Any other result says nothing: it is a success also for people
/// who are not in the group.
fn invited(results: &Value) -> Value {
    let is_error = |one: &&Value| one.get("status").and_then(Value::as_str) == Some("error");
    let refused = |one: &Value| json!({ "participant": one.get("participant"), "code": 403 });
    results.as_array().into_iter().flatten().filter(is_error).map(refused).collect()
}

/// Returns the result of the only person of an add who is not on WhatsApp.
fn unregistered(ask: &Ask, body: &Value) -> Option<Value> {
    let says = body.get("message")?.as_str()?.contains("not registered");
    match &ask.what {
        What::Add(_, people) if says => match people.as_slice() {
            [one] => Some(json!([{ "participant": one.digits(), "code": 404 }])),
            _ => None,
        },
        _ => None,
    }
}

/// Returns what a failure means that GOWA itself reports.
fn own(ask: &Ask, status: StatusCode, code: &str, message: &str, body: &[u8]) -> CallError {
    let disconnected = |reason| ApiError::NotConnected { status: SessionStatus::Disconnected, reason };
    match code {
        "AUTHENTICATION_ERROR" => {
            let is_unlinked = message.contains("not logged in");
            disconnected(is_unlinked.then_some(DisconnectReason::ScanQr)).into()
        }
        "DEVICE_NOT_FOUND" | "DEVICE_ID_REQUIRED" if ask.what.needs_account() => disconnected(None).into(),
        "DEVICE_NOT_FOUND" | "DEVICE_ID_REQUIRED" => ApiError::NotFound.into(),
        // It gave up waiting, and WhatsApp may still do it.
        "GATEWAY_TIMEOUT" => {
            AttemptFailure::ServerError { status: StatusCode::GATEWAY_TIMEOUT.as_u16(), in_own_words: false }.into()
        }
        _ if status == StatusCode::NOT_FOUND => ApiError::NotFound.into(),
        _ if status.is_client_error() => {
            let named = wire::named_places(body, ask.what.people());
            ApiError::BadRequest { said: ApiMessage::from_text(message), named }.into()
        }
        _ => of_words(message).map_or_else(
            || AttemptFailure::ServerError { status: status.as_u16(), in_own_words: true }.into(),
            |meaning| meaning.of(ask),
        ),
    }
}

fn numbers(people: &[Person]) -> Value {
    people.iter().map(Person::digits).collect()
}

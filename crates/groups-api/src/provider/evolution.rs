//! Evolution API 2.3, which sits on Baileys. Its statuses belong to the path rather than to the failure, so what a failure
//! means is in its texts (recorded from 2.3.7).

use std::io::Read;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use whatsapp::{GroupId, GroupSetting, Person, Who};

use super::whatsapp_errors::{WhatsAppError, of_words};
use super::{CallError, Dialect, Engine, FailedAnswer, FailureMeaning, Features, HttpRequest, NotOffered, TIME_LIMIT};
use crate::ask::{Ask, What};
use crate::breaker::HealthSignal;
use crate::endpoints::NewPicture;
use crate::error::{ApiError, ApiMessage, SetupError};
use crate::model::{DisconnectReason, Session, SessionStatus};
use crate::retry::AttemptFailure;
use crate::wire::{self, BAILEYS, ListPlace, Unread, Vocabulary};

const KEY: HeaderName = HeaderName::from_static("apikey");
/// Fewest characters of a person's id (its schema of participants).
const ID_CHARS_MIN: usize = 10;

/// Time limit of the list of groups: 300 groups take longer than 25 seconds.
const LIST_LIMIT: Duration = Duration::from_secs(120);

#[derive(Debug)]
pub(super) struct Evolution;

impl Dialect for Evolution {
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError> {
        super::signed(KEY, key.expose_secret())
    }

    /// Its list of groups looks up one picture after another.
    fn time_limit(&self, what: &What) -> Duration {
        if matches!(what, What::Groups) { LIST_LIMIT } else { TIME_LIMIT }
    }

    fn features(&self, _engine: Engine) -> Features {
        Features {
            delete_group: false,
            remove_description: false,
            // It appends a query to the link, which breaks signed ones.
            picture_by_url: false,
            empty_group: false,
            any_invite_code: false,
            set_adders: false,
            set_join_approval: false,
            join_requests: false,
            ..Features::ALL
        }
    }

    fn request(&self, ask: &Ask, engine: Engine) -> Result<HttpRequest, NotOffered> {
        let session = ask.session_name();
        let path = |verb: &str| format!("/group/{verb}/{session}");
        let get = |verb: &str| HttpRequest::get(path(verb));
        let post = |verb: &str| HttpRequest::new(Method::POST, path(verb));
        let about = |request: HttpRequest, group: &GroupId| request.with_query("groupJid", group.as_str());
        let act = |group: &GroupId, action: &str, ids: Value| {
            about(post("updateParticipant"), group).with_json(json!({ "action": action, "participants": ids }))
        };
        let members = |group: &GroupId, action: &str, all: &[Person]| act(group, action, jids(all));
        let features = self.features(engine);
        Ok(match &ask.what {
            What::CreateGroup { people, .. } if people.is_empty() => return Err(NotOffered::EmptyGroup),
            What::CreateGroup { name, people } => {
                post("create").with_json(json!({ "subject": name, "participants": ids(people) }))
            }
            What::Groups => get("fetchAllGroups").with_query("getParticipants", "false"),
            What::Group(group) => about(get("findGroupInfos"), group),
            What::SetSubject(group, subject) => {
                about(post("updateGroupSubject"), group).with_json(json!({ "subject": subject }))
            }
            What::SetDescription(group, text) => {
                if let Some(lack) = features.lacks_description(text) {
                    return Err(lack);
                }
                about(post("updateGroupDescription"), group).with_json(json!({ "description": text }))
            }
            What::SetPicture(_, NewPicture::Url(_)) => return Err(NotOffered::PictureByUrl),
            What::SetPicture(group, NewPicture::Base64(image)) => {
                about(post("updateGroupPicture"), group).with_json(json!({ "image": image }))
            }
            What::Leave(group) => about(HttpRequest::new(Method::DELETE, path("leaveGroup")), group),
            What::Delete(_) => return Err(NotOffered::DeleteGroup),
            What::Participants(group) => about(get("participants"), group),
            What::Add(group, all) => act(group, "add", ids(all)),
            What::Remove(group, all) => members(group, "remove", all),
            What::Promote(group, all) => members(group, "promote", all),
            What::Demote(group, all) => members(group, "demote", all),
            What::Invite(group) => about(get("inviteCode"), group),
            What::RevokeInvite(group) => about(post("revokeInviteCode"), group),
            What::Join(code) | What::Preview(code) => {
                if let Some(lack) = features.lacks_invite(code) {
                    return Err(lack);
                }
                // Also a join is a GET here.
                let verb = if matches!(ask.what, What::Join(_)) { "acceptInviteCode" } else { "inviteInfo" };
                get(verb).with_query("inviteCode", code.as_str())
            }
            What::ChangeSetting(group, setting) => {
                let action = match setting {
                    GroupSetting::Writers(Who::Admins) => "announcement",
                    GroupSetting::Writers(Who::Everyone) => "not_announcement",
                    GroupSetting::Editors(Who::Admins) => "locked",
                    GroupSetting::Editors(Who::Everyone) => "unlocked",
                    GroupSetting::Adders(_) => return Err(NotOffered::SetAdders),
                    GroupSetting::JoinApproval(_) => return Err(NotOffered::SetJoinApproval),
                };
                about(post("updateSetting"), group).with_json(json!({ "action": action }))
            }
            What::JoinRequests(_) | What::DecideJoinRequests(..) => return Err(NotOffered::JoinRequests),
            What::Sessions => HttpRequest::get("/instance/fetchInstances"),
            // The state of an instance has neither its number nor why it is not connected.
            What::Session => HttpRequest::get("/instance/fetchInstances").with_query("instanceName", session),
            What::Version => HttpRequest::get("/"),
        })
    }

    fn vocabulary(&self, _engine: Engine) -> &'static Vocabulary {
        &BAILEYS
    }

    fn list_place(&self, ask: &Ask, _engine: Engine) -> ListPlace {
        let path: &[&str] = if matches!(ask.what, What::Participants(_)) { &["participants"] } else { &[] };
        ListPlace { path, is_keyed: false }
    }

    fn read(&self, ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        super::read_plain(ask, body)
    }

    fn done(&self, _ask: &Ask, _engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        let answer = wire::json(body)?;
        let says_no = |name: &str| answer.get(name) == Some(&Value::Bool(false));
        if ["accepted", "revoked", "leave"].into_iter().any(says_no) {
            return Err(Unread::Refused(ApiError::Forbidden { said: None }));
        }
        if answer.is_object() && !wire::refuses(&answer) { Ok(answer) } else { Err(Unread::Garbled) }
    }

    /// Reads an instance. Its token, which opens it, is left where it is.
    fn session(&self, entry: &Value) -> Option<Session> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let code = entry.get("disconnectionReasonCode").and_then(Value::as_u64);
        let (status, status_reason) = match text("connectionStatus")? {
            "open" => (SessionStatus::Connected, None),
            // It stores this status where it shows a QR code, and the code of an earlier end stays beside it. An instance
            // that connects again by itself stays `open`.
            "connecting" => (SessionStatus::Disconnected, Some(DisconnectReason::ScanQr)),
            "close" => (SessionStatus::Disconnected, Some(code.and_then(reason).unwrap_or(DisconnectReason::ScanQr))),
            _ => (SessionStatus::Unknown, None),
        };
        Some(Session {
            name: text("name")?.parse().ok()?,
            status,
            status_reason,
            phone: entry.get("ownerJid").and_then(wire::phone).or_else(|| entry.get("number").and_then(wire::phone)),
            push_name: entry.get("profileName").and_then(wire::line),
            lid: None,
            engine: Engine::Only,
            id: None,
        })
    }

    fn failure(&self, ask: &Ask, _engine: Engine, answer: &FailedAnswer) -> FailureMeaning {
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
        match body.as_ref().and_then(|body| body.get("response")?.get("message")) {
            Some(message) => own(ask, answer.status, &texts(message)),
            // A system in between answered.
            None => super::foreign(ask, answer),
        }
    }
}

/// Returns what a failure means that Evolution itself reports.
fn own(ask: &Ask, status: StatusCode, texts: &[&str]) -> FailureMeaning {
    let alive = |error: CallError| FailureMeaning { error, signal: HealthSignal::Alive };
    let says = |words: &str| texts.iter().any(|text| text.contains(words));
    let disconnected = || ApiError::NotConnected { status: SessionStatus::Disconnected, reason: None };
    if status == StatusCode::UNAUTHORIZED {
        return FailureMeaning { error: ApiError::Unauthorized.into(), signal: HealthSignal::KeyRefused };
    }
    // There is no client of WhatsApp, so nothing was asked of it.
    if says("Cannot read properties of undefined") || says("Cannot convert undefined or null") {
        return alive(disconnected().into());
    }
    // The second is the answer to a read of the instance itself.
    if says("instance does not exist") || says("Instance \"") && says("not found") {
        return alive(if ask.what.needs_account() { disconnected() } else { ApiError::NotFound }.into());
    }
    if says("Cannot GET") || says("Cannot POST") || says("Cannot DELETE") {
        return alive(ApiError::NotOffered(NotOffered::Operation).into());
    }
    let meaning = texts.iter().find_map(|text| of_words(text));
    alive(match (&ask.what, meaning) {
        // The group may exist: it is read once more after it was made, and that may be what failed.
        (What::CreateGroup { .. }, Some(WhatsAppError::RateLimited)) if status.is_server_error() => {
            AttemptFailure::AccountLimited { maybe_done: true }.into()
        }
        (What::CreateGroup { .. }, _) if status.is_server_error() => ApiError::Lost.into(),
        (_, Some(meaning)) => meaning.of(ask),
        // It says no reason here.
        (What::Preview(_), None) if status == StatusCode::NOT_FOUND => ApiError::NotFound.into(),
        (_, None) if status == StatusCode::BAD_REQUEST && !says("Error") => {
            let said = texts.first().and_then(|text| ApiMessage::from_text(text));
            ApiError::BadRequest { said, named: Vec::new() }.into()
        }
        (_, None) => {
            AttemptFailure::ServerError { status: StatusCode::INTERNAL_SERVER_ERROR.as_u16(), in_own_words: true }
                .into()
        }
    })
}

/// Returns the texts of a message: one, a list, lists in a list, or objects with one each.
fn texts(message: &Value) -> Vec<&str> {
    match message {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.get("message").map(texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Returns why an account is not connected, by Baileys' code.
fn reason(code: u64) -> Option<DisconnectReason> {
    Some(match code {
        401 => DisconnectReason::LoggedOut,
        403 => DisconnectReason::TemporaryBan,
        408 => DisconnectReason::QrTimeout,
        428 => DisconnectReason::AutoReconnect,
        440 | 515 => DisconnectReason::StreamError,
        500 | 411 => DisconnectReason::Failed,
        _ => return None,
    })
}

/// Returns members by the ids that the list has. Evolution writes some bare numbers differently, and leaves a JID as it is.
fn jids(members: &[Person]) -> Value {
    members.iter().map(Person::to_string).collect()
}

/// Returns people who may not be known yet: Evolution looks up both forms of a number for bare digits only, and refuses
/// short ids.
fn ids(people: &[Person]) -> Value {
    let id = |person: &Person| match person {
        Person::Phone(number) if number.digits().len() >= ID_CHARS_MIN => number.digits().to_owned(),
        Person::Phone(_) | Person::Lid(_) => person.to_string(),
    };
    people.iter().map(id).collect()
}

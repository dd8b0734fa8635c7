//! WAHA (WhatsApp HTTP API), with the engines NOWEB, GOWS and WEBJS. Requests are those of its published description of
//! 2026; answers were recorded from 2026.2.1.

use std::io::Read;

use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use whatsapp::{GroupId, GroupSetting, Person, Who};

use super::whatsapp_errors::{WhatsAppError, of_words};
use super::{CallError, Dialect, Engine, FailedAnswer, FailureMeaning, Features, HttpRequest, NotOffered, segment};
use crate::ask::{Ask, What};
use crate::breaker::HealthSignal;
use crate::endpoints::NewPicture;
use crate::error::{ApiError, ApiMessage, SetupError};
use crate::model::{DisconnectReason, Session, SessionStatus};
use crate::retry::AttemptFailure;
use crate::wire::{self, BAILEYS, ListPlace, MemberNames, Unread, Vocabulary, WAHA_MEMBERS, WHATSMEOW, WWEBJS};

const KEY: HeaderName = HeaderName::from_static("x-api-key");

#[derive(Debug)]
pub(super) struct Waha;

impl Dialect for Waha {
    fn headers(&self, key: &SecretString) -> Result<HeaderMap, SetupError> {
        super::signed(KEY, key.expose_secret())
    }

    fn needs_session(&self) -> bool {
        true
    }

    fn features(&self, engine: Engine) -> Features {
        Features {
            // WEBJS answers `true`, but removes only the account's own chat.
            delete_group: false,
            remove_description: engine != Engine::Gows,
            set_adders: false,
            set_join_approval: false,
            join_requests: false,
            ..Features::ALL
        }
    }

    fn request(&self, ask: &Ask, engine: Engine) -> Result<HttpRequest, NotOffered> {
        let session = ask.session_name();
        let groups = format!("/api/{session}/groups");
        let of = |group: &GroupId, rest: &str| format!("{groups}/{}{rest}", segment(group.as_str()));
        let post = |path: String, body: Value| HttpRequest::new(Method::POST, path).with_json(body);
        let put = |path: String, body: Value| HttpRequest::new(Method::PUT, path).with_json(body);
        let people = |all: &[Person]| json!({ "participants": ids(all, engine) });
        Ok(match &ask.what {
            What::CreateGroup { name, people } => {
                post(groups, json!({ "name": name, "participants": ids(people, engine) }))
            }
            // The engine NOWEB gives the size of a group also without its members.
            What::Groups if engine == Engine::Noweb => HttpRequest::get(groups).with_query("exclude", "participants"),
            What::Groups => HttpRequest::get(groups),
            What::Group(group) => HttpRequest::get(of(group, "")),
            What::SetSubject(group, subject) => put(of(group, "/subject"), json!({ "subject": subject })),
            What::SetDescription(group, text) => {
                if let Some(lack) = self.features(engine).lacks_description(text) {
                    return Err(lack);
                }
                put(of(group, "/description"), json!({ "description": text }))
            }
            What::SetPicture(group, picture) => {
                let file = match picture {
                    NewPicture::Url(url) => json!({ "mimetype": "image/jpeg", "url": url.as_str() }),
                    NewPicture::Base64(image) => json!({ "mimetype": "image/jpeg", "data": image }),
                };
                put(of(group, "/picture"), json!({ "file": file }))
            }
            What::Leave(group) => HttpRequest::new(Method::POST, of(group, "/leave")),
            What::Delete(_) => return Err(NotOffered::DeleteGroup),
            What::Participants(group) => HttpRequest::get(of(group, "/participants/v2")),
            What::Add(group, all) => post(of(group, "/participants/add"), people(all)),
            What::Remove(group, all) => post(of(group, "/participants/remove"), people(all)),
            What::Promote(group, all) => post(of(group, "/admin/promote"), people(all)),
            What::Demote(group, all) => post(of(group, "/admin/demote"), people(all)),
            What::Invite(group) => HttpRequest::get(of(group, "/invite-code")),
            What::RevokeInvite(group) => HttpRequest::new(Method::POST, of(group, "/invite-code/revoke")),
            // A link would be cut at its last slash, so the code is sent.
            What::Join(code) => post(format!("{groups}/join"), json!({ "code": code.as_str() })),
            What::Preview(code) => HttpRequest::get(format!("{groups}/join-info")).with_query("code", code.as_str()),
            What::ChangeSetting(group, setting) => {
                let (name, who) = match setting {
                    GroupSetting::Writers(who) => ("messages-admin-only", who),
                    GroupSetting::Editors(who) => ("info-admin-only", who),
                    GroupSetting::Adders(_) => return Err(NotOffered::SetAdders),
                    GroupSetting::JoinApproval(_) => return Err(NotOffered::SetJoinApproval),
                };
                let path = of(group, &format!("/settings/security/{name}"));
                put(path, json!({ "adminsOnly": *who == Who::Admins }))
            }
            What::JoinRequests(_) | What::DecideJoinRequests(..) => return Err(NotOffered::JoinRequests),
            // Without `all`, sessions that were stopped are missing.
            What::Sessions => HttpRequest::get("/api/sessions").with_query("all", "true"),
            What::Session => HttpRequest::get(format!("/api/sessions/{session}")),
            What::Version => HttpRequest::get("/api/server/version"),
        })
    }

    fn vocabulary(&self, engine: Engine) -> &'static Vocabulary {
        match engine {
            Engine::Gows => &WHATSMEOW,
            Engine::Webjs => &WWEBJS,
            Engine::Noweb | Engine::Only => &BAILEYS,
        }
    }

    fn member_names(&self, _engine: Engine) -> &'static MemberNames {
        &WAHA_MEMBERS
    }

    fn list_place(&self, ask: &Ask, engine: Engine) -> ListPlace {
        let is_keyed = matches!(ask.what, What::Groups) && !matches!(engine, Engine::Gows | Engine::Webjs);
        ListPlace { path: &[], is_keyed }
    }

    fn read(&self, ask: &Ask, engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        match ask.what {
            // A bare text, of which nothing but its length shows that it is whole.
            What::Invite(_) => {
                let code = wire::text_or_json(body)?;
                if wire::new_invite(&code).is_some() { Ok(code) } else { Err(no_invite(&code, engine)) }
            }
            _ => wire::json(body),
        }
    }

    fn done(&self, ask: &Ask, engine: Engine, body: &mut dyn Read) -> Result<Value, Unread> {
        let answer = wire::text_or_json(body)?;
        match &answer {
            // The engine WEBJS answers so where WhatsApp refused.
            Value::Bool(false) => Err(Unread::Refused(ApiError::Forbidden { said: None })),
            Value::Object(fields) if fields.get("success") == Some(&Value::Bool(false)) => {
                Err(Unread::Refused(ApiError::Forbidden { said: None }))
            }
            Value::String(text) => match ask.what {
                What::RevokeInvite(_) if wire::new_invite(&answer).is_some() => Ok(answer),
                // The engine WEBJS says in a sentence why it added nobody.
                What::Add(..) if engine == Engine::Webjs && is_sentence(text) => {
                    Err(Unread::Refused(ApiError::Forbidden { said: ApiMessage::from_text(text) }))
                }
                _ => Err(Unread::Garbled),
            },
            Value::Null if matches!(ask.what, What::RevokeInvite(_)) => Err(no_invite(&answer, engine)),
            Value::Object(_) if wire::refuses(&answer) => Err(Unread::Garbled),
            Value::Null | Value::Bool(true) | Value::Object(_) | Value::Array(_) => Ok(answer),
            Value::Number(_) => Err(Unread::Garbled),
        }
    }

    fn session(&self, entry: &Value) -> Option<Session> {
        let me = entry.get("me").filter(|me| me.is_object());
        let (status, status_reason) = state(entry.get("status").and_then(Value::as_str).unwrap_or_default());
        Some(Session {
            name: entry.get("name")?.as_str()?.parse().ok()?,
            status,
            status_reason,
            phone: me.and_then(|me| wire::phone(me.get("id")?)),
            push_name: me.and_then(|me| wire::line(me.get("pushName")?)),
            lid: me.and_then(|me| wire::lid(me.get("lid")?)),
            engine: engine(entry.pointer("/engine/engine").and_then(Value::as_str)),
            id: None,
        })
    }

    fn failure(&self, ask: &Ask, engine: Engine, answer: &FailedAnswer) -> FailureMeaning {
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok().filter(Value::is_object);
        match body {
            Some(body) => own(ask, engine, answer.status, &body),
            // A system in between answered.
            None => super::foreign(ask, answer),
        }
    }
}

/// Returns what a failure means that WAHA itself reports.
fn own(ask: &Ask, engine: Engine, status: StatusCode, body: &Value) -> FailureMeaning {
    let alive = |error: CallError| FailureMeaning { error, signal: HealthSignal::Alive };
    let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    match status {
        StatusCode::UNAUTHORIZED => {
            FailureMeaning { error: ApiError::Unauthorized.into(), signal: HealthSignal::KeyRefused }
        }
        // A key that is limited to some sessions, or to reading.
        StatusCode::FORBIDDEN => alive(ApiError::Forbidden { said: None }.into()),
        StatusCode::UNPROCESSABLE_ENTITY => {
            let (status, reason) = state(text("/status"));
            alive(ApiError::NotConnected { status, reason }.into())
        }
        StatusCode::NOT_IMPLEMENTED => alive(ApiError::NotOffered(not_implemented(ask)).into()),
        StatusCode::NOT_FOUND => alive(ApiError::NotFound.into()),
        _ if status.is_client_error() => {
            let said = ApiMessage::from_text(text("/message"));
            alive(ApiError::BadRequest { said, named: Vec::new() }.into())
        }
        _ if body.get("exception").is_some() => {
            let code = body.pointer("/exception/data").and_then(Value::as_u64);
            let words = [text("/exception/message"), text("/exception/details")];
            let error = code.and_then(WhatsAppError::of_code).or_else(|| words.into_iter().find_map(of_words));
            // The request, the stack and the version beside it are for nobody's eyes.
            let error = match (error, &ask.what) {
                // GOWS gets the new invite with the revocation. The others read it afterwards, and that may be what
                // WhatsApp refused.
                (Some(WhatsAppError::RateLimited), What::RevokeInvite(_)) if engine != Engine::Gows => {
                    AttemptFailure::AccountLimited { maybe_done: true }.into()
                }
                (Some(error), _) => error.of(ask),
                (None, _) => AttemptFailure::ServerError { status: status.as_u16(), in_own_words: true }.into(),
            };
            alive(error)
        }
        _ => FailureMeaning {
            error: AttemptFailure::ServerError { status: status.as_u16(), in_own_words: false }.into(),
            signal: HealthSignal::Trouble,
        },
    }
}

/// Returns why an answer has no invite. The engine WEBJS says nothing where WhatsApp refused.
fn no_invite(answer: &Value, engine: Engine) -> Unread {
    if answer.is_null() && engine == Engine::Webjs {
        Unread::Refused(ApiError::Forbidden { said: None })
    } else {
        Unread::Garbled
    }
}

/// Returns whether a text is a sentence, rather than JSON that was cut off, or a page.
fn is_sentence(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.contains(' ') && !text.contains(['<', '{', '"'])
}

/// Returns what an engine lacks that does not implement this.
fn not_implemented(ask: &Ask) -> NotOffered {
    match ask.what {
        What::Delete(_) => NotOffered::DeleteGroup,
        What::SetPicture(..) => NotOffered::Picture,
        _ => NotOffered::Operation,
    }
}

/// Returns the state of the account by WAHA's name for that of the session.
fn state(status: &str) -> (SessionStatus, Option<DisconnectReason>) {
    match status {
        "WORKING" => (SessionStatus::Connected, None),
        "STARTING" => (SessionStatus::Connecting, None),
        "SCAN_QR_CODE" => (SessionStatus::Disconnected, Some(DisconnectReason::ScanQr)),
        "STOPPED" => (SessionStatus::Disconnected, Some(DisconnectReason::ManualStop)),
        "FAILED" => (SessionStatus::Disconnected, Some(DisconnectReason::Failed)),
        "PASSKEY_REQUIRED" | "PASSKEY_CONFIRMATION_REQUIRED" => {
            (SessionStatus::Disconnected, Some(DisconnectReason::Other(status.to_owned())))
        }
        // Of a session that does not exist.
        "" => (SessionStatus::Disconnected, None),
        _ => (SessionStatus::Unknown, None),
    }
}

fn engine(name: Option<&str>) -> Engine {
    match name {
        Some("NOWEB") => Engine::Noweb,
        Some("GOWS") => Engine::Gows,
        Some("WEBJS" | "WPP" | "VENOM") => Engine::Webjs,
        _ => Engine::Only,
    }
}

/// Returns the people as the engine takes them: NOWEB passes ids on unchanged to a library that has other ones than the
/// documented form.
fn ids(people: &[Person], engine: Engine) -> Value {
    let id = |person: &Person| match person {
        Person::Phone(number) if engine != Engine::Noweb => format!("{}@c.us", number.digits()),
        Person::Phone(_) | Person::Lid(_) => person.to_string(),
    };
    people.iter().map(|person| json!({ "id": id(person) })).collect()
}
